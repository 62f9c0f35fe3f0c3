<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>菜市场的秤，每天清晨先称一称自己 _盐港纪事-中文-城事</title>
		<meta id="1024" name="description" content="菜市场的秤，每天清晨先称一称自己 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>菜市场的秤，每天清晨先称一称自己</h1>
			<h2 />
			<h3>何榕</h3>
			<h4>2026-01-04 16:20</h4>
			<h5 />
			<a href="https://www.yangang.example/chengshi/gongpingcheng">盐港日知</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">盐田巷菜市场门口有一杆公平秤，谁都可以拿买来的东西再称一遍。它是全市场唯一不卖东西的摊位，却天天最早开门，因为它每天清晨要先称一称自己。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">管秤的是个退休的化学老师，姓白。她从家里带来一只铜砝码，五百克，用手帕包着。五点半，她把砝码放上去，看指针停稳，在本子上画一个勾。十四年，五千多个勾，只有两个叉，一次是冻雨，一次是地震，“邻省的，很远，可是它知道”。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">有了这杆秤，市场里几乎没有人吵架。买主觉得不对，提过来一称，大多数时候是对的；不对的时候，摊主已经远远地抓了一把葱跑过来。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">白老师最怕的是热心人。有人送过一台电子秤，带屏幕，会说话。她用了一个星期就退了回去。“它不肯告诉你它在犹豫，”她说，“指针会。”</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">去年冬天，有个小男孩每天放学来称书包，今天比昨天轻了多少，全记在手心里。白老师问他做什么。他说，老师讲知识有重量。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">她想了想，把砝码借给他，让他握了一会儿。</span></p></form>]]></p>
			<b>2026-01-04 12:21</b>
			<dd>23</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
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