<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>一张手绘地图，标出每一家的沙袋 _盐港纪事-中文-城事</title>
		<meta id="1062" name="description" content="一张手绘地图，标出每一家的沙袋 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>一张手绘地图，标出每一家的沙袋</h1>
			<h2 />
			<h3>何榕</h3>
			<h4>2026-01-23 16:45</h4>
			<h5 />
			<a href="https://www.yangang.example/chengshi/ditu">盐港日知</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">大潮前夜，绳坊的志愿者手里都有一张复印的地图。上面没有街名，只有一扇一扇的门，门边写着小字：“奶奶，耳背，敲窗”“有狗，不咬”“地漏在灶台后面”。画图的人十二岁。</span></p><figure style="margin:0pt 0pt 12pt"><img src="../images/2026/map.png" alt="手绘风格的盐港地图，画有燕鸥河、旧码头、绳坊、鸥石灯塔和咸汀岛" width="1200" height="800" /><figcaption>盐港全图。绳坊的那一张，志愿者不肯登报。</figcaption></figure><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">程小满送了两年报纸。她说图是为了自己记路画的，哪家起得早，哪家台阶滑，哪家会给热牛奶。星期一放学，她听见社区的大人在吵，说名册上的人有一半搬走了。她就回家把图拿来了。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">一共二百一十六扇门。大人们连夜复印，按颜色分成六组：红的先敲，那是一个人住的；蓝的地势低，先给沙袋；绿的有力气，可以来帮忙。到星期二晚上九点，每一扇门后面的人都有了下落，最后一位在楼顶上收被单。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">港务局想把这张图正式存档。小满不太愿意。她说上面写了人家的事，是人家告诉她的，不是告诉港务局的。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">后来想了个办法：图还放在她的报袋里，下次再有大潮，按一声门铃，她就来。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">“不过要快一点，”她说，“我六点半还要送报。”</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">&nbsp;</span></p></form>]]></p>
			<b>2026-01-23 14:22</b>
			<dd>653</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1056.aspx">海水停在石阶下一掌宽处</a>
		<a id="next" href="../204001/1067.aspx">风暴后的第一担盐，是灰色的</a>
		<ul id="new">
			<li>
				<a href="../204001/1067.aspx">风暴后的第一担盐，是灰色的</a>
			</li>
			<li>
				<a href="../204001/1062.aspx">一张手绘地图，标出每一家的沙袋</a>
			</li>
			<li>
				<a href="../204001/1056.aspx">海水停在石阶下一掌宽处</a>
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
		</ul>
		<ul id="hot">
			<li>
				<a id="3117" href="../204001/1056.aspx">海水停在石阶下一掌宽处</a>
			</li>
			<li>
				<a id="1758" href="../204001/1053.aspx">大潮将至：星期三清晨，您需要知道的八件事</a>
			</li>
			<li>
				<a id="1085" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="1033" href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
			</li>
			<li>
				<a id="1019" href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
			<li>
				<a id="653" href="../204001/1062.aspx">一张手绘地图，标出每一家的沙袋</a>
			</li>
			<li>
				<a id="478" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a id="403" href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
			<li>
				<a id="403" href="../204001/1039.aspx">社区厨房的冬天菜单，由退潮时间决定</a>
			</li>
			<li>
				<a id="388" href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
		</ul>
	</body>
</html>