<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>雾天里，灯塔改用声音认路 _盐港纪事-中文-城事</title>
		<meta id="1020" name="description" content="雾天里，灯塔改用声音认路 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>雾天里，灯塔改用声音认路</h1>
			<h2 />
			<h3>周鹭</h3>
			<h4>2026-01-02 11:45</h4>
			<h5 />
			<a href="https://www.yangang.example/chengshi/wuhao">盐港日知</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">元旦早晨，盐港起了今冬第一场大雾。能见度不到四十米，渡船停航，电车慢行，鸥石的雾号从五点响到十一点。很多年轻人是第一次听见它。</span></p><p style="text-align:center"><img src="../images/2026/fog.jpg" alt="插图：浓雾中的港湾，几条渔船由近及远渐渐隐没，远处灯塔只剩一点微光" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">元旦清晨的港湾。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">雾号每九十秒响一次，每次二十秒。老船工不用看表，也不用看海图：声音从左边来，说明在主航道上；声音发闷，前面隔着一条大船；要是听见两声，一声真一声假，那是从谷仓墙上弹回来的，赶快往右打舵。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">“灯塔有两只手，”退休引水员康斯坦丝·埃布说，“一只给眼睛，一只给耳朵。这些年雾少了，大家忘了还有另一只。”</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">研究所的数字也是这么说的：一九五五年雾号响了九十四天，去年只响了五十一天。雾少了是好事，可是一旦来了，没有人会走。去年三次小船相碰，都在难得的雾天里。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">雾散的时候，码头上站着不少人。有个孩子问妈妈，刚才是谁在叫。妈妈说是灯塔。孩子说：“它找到人了吗？”</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">&nbsp;</span></p></form>]]></p>
			<b>2026-01-02 09:22</b>
			<dd>252</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
		<a id="next" href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
		<ul id="new">
			<li>
				<a href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
			<li>
				<a href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
			</li>
			<li>
				<a href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a href="../204001/988.aspx">鱼市收摊以后的五分钟</a>
			</li>
			<li>
				<a href="../204001/975.aspx">绳坊九号的蓝信箱，六十年收了什么</a>
			</li>
			<li>
				<a href="../204001/961.aspx">三号电车的座椅，是谁织的</a>
			</li>
			<li>
				<a href="../204001/947.aspx">旧码头试行“安静早市”</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="890" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="407" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a id="346" href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a id="252" href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
			</li>
			<li>
				<a id="244" href="../204001/961.aspx">三号电车的座椅，是谁织的</a>
			</li>
			<li>
				<a id="201" href="../204001/975.aspx">绳坊九号的蓝信箱，六十年收了什么</a>
			</li>
			<li>
				<a id="190" href="../204001/947.aspx">旧码头试行“安静早市”</a>
			</li>
			<li>
				<a id="160" href="../204001/988.aspx">鱼市收摊以后的五分钟</a>
			</li>
			<li>
				<a id="23" href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
		</ul>
	</body>
</html>