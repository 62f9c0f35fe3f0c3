<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>风暴后的第一担盐，是灰色的 _盐港纪事-中文-城事</title>
		<meta id="1067" name="description" content="风暴后的第一担盐，是灰色的 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>风暴后的第一担盐，是灰色的</h1>
			<h2 />
			<h3>温岸</h3>
			<h4>2026-01-25 10:30</h4>
			<h5 />
			<a href="https://www.yangang.example/chengshi/huiyan">盐港日知</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">大潮漫过东滩，二十六格盐田冲毁了十九格。星期六，盐工们收了风暴后的第一担盐，颜色发灰，带着一点河泥。他们没有倒掉，一小包一小包装好，放在菜市场的公平秤旁边，不标价。</span></p><p style="text-align:center"><img src="/images/2026/saltpans.jpg" alt="插图：从空中俯瞰的盐田，粉、青、白各色方格，几个戴斗笠的人在耙盐" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">东滩盐田，冲毁前的样子。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">盐场现在还有十一户人家。冬天本来不产盐，这一担是抢出来的：水退的时候，剩下的七格里留了一层又浓又浑的卤，老盐工段师傅说，再不收，下一场雨就没了。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">“这盐不好看，”他说，“可是里头什么都有，河里的，海里的，街上的。你尝，有一点点木头味，那是热狗车。”</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">管公平秤的白老师称了一包，正好二百克，分毫不差。她说装的人手上有数。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">到中午，两百包都拿完了。钱箱里有一千四百多克朗，几张字条，还有一把盐田闸门的旧钥匙，不知道是谁家存着的。段师傅认得那把钥匙，一九六七年那次大潮，闸门冲走了，钥匙没有。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">修盐田要等开春，泥干了才能动土。报名帮忙的已经有八十个人。段师傅说用不了那么多，想了想又说，都来吧，站在旁边等，也算一种。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">&nbsp;</span></p></form>]]></p>
			<b>2026-01-25 06:31</b>
			<dd>373</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1062.aspx">一张手绘地图，标出每一家的沙袋</a>
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