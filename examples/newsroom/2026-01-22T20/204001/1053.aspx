<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>大潮将至：星期三清晨，您需要知道的八件事 _盐港纪事-中文-城事</title>
		<meta id="1053" name="description" content="大潮将至：星期三清晨，您需要知道的八件事 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>大潮将至：星期三清晨，您需要知道的八件事</h1>
			<h2>高潮时间五点五十二分，预报三米八至四米一</h2>
			<h3>温岸</h3>
			<h4>2026-01-19 18:30</h4>
			<h5 />
			<a href="https://www.sims.example/forecast/2026-01-21">盐港海洋研究所</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">星期三凌晨，一个深低压将经过马罗外海，正好赶上本月最高的潮。研究所预计，五点五十二分旧码头水位在三米八到四米一之间，而码头顶面是四米一。下面八件事，请转告您的邻居。</span></p><p style="text-align:center"><img src="/images/2026/buoy.jpg" alt="插图：昏暗的浪涌中，一座标着 PS 4 的橙色仪器浮标向一侧倾斜" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">外海的四号浮标最先知道。</span></p><ol><li><span style="font-weight:bold">水不一定漫上来。</span>低压晚到一小时，我们就会虚惊一场。虚惊是好事。</li><li><span style="font-weight:bold">地窖里不要睡人。</span>绳坊、鳗鱼巷的住户请睡楼上。图书馆整夜开门，有茶。</li><li><span style="font-weight:bold">沙袋在鱼市。</span>星期二中午起，自己装，自己拿，顺手帮隔壁装两个。</li><li><span style="font-weight:bold">车子开走。</span>海关台阶和鳗鱼巷星期二傍晚起不要停车。</li><li><span style="font-weight:bold">夜渡船停航，</span>三号电车开到燕鸥街折返。</li><li><span style="font-weight:bold">先堵地漏。</span>上次进水的人家，十有七八是从地漏来的。</li><li><span style="font-weight:bold">手电、药、身份证，</span>放在一个袋子里，袋子放在床边。</li><li><span style="font-weight:bold">敲敲门。</span>楼上楼下有老人的，今晚就去敲。不认识也没关系，就说是报纸叫您来的。</li></ol><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">说中文的志愿者今晚起在灯笼街六号值班，电话亭里有名单。星期二下午六点，我们会再写一次。</span></p></form>]]></p>
			<b>2026-01-19 14:31</b>
			<dd>1698</dd>
			<ul>
				<li>
					<a href="/files/tide-table.pdf">二〇二六年一月潮汐表（PDF）</a>
				</li>
			</ul>
		</div>
		<a id="perv" href="../204001/1045.aspx">老人们的周三修理铺 🔧 什么都修，除了脾气</a>
		<a id="next" href="../204001/1056.aspx">海水停在石阶下一掌宽的地方</a>
		<ul id="new">
			<li>
				<a href="../204001/1056.aspx">海水停在石阶下一掌宽的地方</a>
			</li>
			<li>
				<a href="../204001/1053.aspx">大潮将至：星期三清晨，您需要知道的八件事</a>
			</li>
			<li>
				<a href="../204001/1045.aspx">老人们的周三修理铺 🔧 什么都修，除了脾气</a>
			</li>
			<li>
				<a href="../204001/1039.aspx">社区厨房的冬天菜单，由退潮时间决定</a>
			</li>
			<li>
				<a href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
			<li>
				<a href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
			</li>
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
		</ul>
		<ul id="hot">
			<li>
				<a id="1990" href="../204001/1056.aspx">海水停在石阶下一掌宽的地方</a>
			</li>
			<li>
				<a id="1698" href="../204001/1053.aspx">大潮将至：星期三清晨，您需要知道的八件事</a>
			</li>
			<li>
				<a id="1058" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="1006" href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
			</li>
			<li>
				<a id="835" href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
			<li>
				<a id="469" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a id="383" href="../204001/1039.aspx">社区厨房的冬天菜单，由退潮时间决定</a>
			</li>
			<li>
				<a id="382" href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a id="376" href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
			</li>
			<li>
				<a id="356" href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
		</ul>
	</body>
</html>