<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>夜渡船回来了：十一年后，旧码头重新亮灯 _盐港纪事-中文-城事</title>
		<meta id="1003" name="description" content="夜渡船回来了：十一年后，旧码头重新亮灯 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>夜渡船回来了：十一年后，旧码头重新亮灯</h1>
			<h2 />
			<h3>周鹭</h3>
			<h4>2025-12-23 09:00</h4>
			<h5 />
			<a href="https://board.saltmarrow.example/bulletin/2025-31">港务局通报</a>
			<p><![CDATA[<form><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">星期六深夜二十三点四十四分，“耐心号”解缆离开旧码头，载着四十六位乘客驶向咸汀岛。这是二〇一四年冬天以来，盐港的第一班夜渡船。它晚开了四分钟，因为船长在等一位大提琴手。</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/ferry.jpg" alt="插图：黄昏的港湾里，一艘亮着窗灯的双层渡船正在行驶，远山后落日低垂" width="1200" height="800" /><figcaption>夜渡船“耐心号”。绘图：盐港纪事</figcaption></figure><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">十一年前，港务局数了一个月，平均每夜只有三位乘客，于是把末班船取消了。“我们没数到的，是那些已经不再来码头的人，”港务长奥拉·塔姆辛说，“大家把日子都排在十九点十分以前。音乐会听到中场就得走，谁也没看过下半场。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">新的夜船从星期四开到星期日，试行到三月底。票价四克朗，岛上二十岁以下的孩子免费。船上的小厨房也重新生火，卖韭葱汤，用的还是当年夜班厨师的那口锅。老厨师今年八十一岁，特地上船来尝咸淡。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">“胡椒少了，”船过鸥石灯塔时他说，“不过二〇一四年也少。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">咸汀岛有四百一十二位居民。有了夜船，岛上的合唱队可以到城里排练，社区护士不必睡候船室，盐田巷的两家面包房已经招了岛上的人来做早班。大提琴手伊达·法罗头一回演完了整场音乐会。回程时她抱着琴箱坐在甲板上，说：“我一直觉得，马上就会有人来叫我走。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">&nbsp;</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt; text-align:right"><span style="font-family:宋体; font-size:12pt">翻译：周鹭</span></p></form>]]></p>
			<b>2025-12-23 06:37</b>
			<dd>317</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/988.aspx">鱼市收摊以后的五分钟</a>
		<a id="next" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
		<ul id="new">
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
				<a id="466" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="317" href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a id="236" href="../204001/961.aspx">三号电车的座椅，是谁织的</a>
			</li>
			<li>
				<a id="193" href="../204001/975.aspx">绳坊九号的蓝信箱，六十年收了什么</a>
			</li>
			<li>
				<a id="182" href="../204001/947.aspx">旧码头试行“安静早市”</a>
			</li>
			<li>
				<a id="151" href="../204001/988.aspx">鱼市收摊以后的五分钟</a>
			</li>
		</ul>
	</body>
</html>