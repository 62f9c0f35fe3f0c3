<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>三号电车为什么晚点？因为天鹅 _盐港纪事-中文-城事</title>
		<meta id="1030" name="description" content="三号电车为什么晚点？因为天鹅 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>三号电车为什么晚点？因为天鹅</h1>
			<h2 />
			<h3>Wren Adeyemi</h3>
			<h4>2026-01-07 17:30</h4>
			<h5 />
			<a href="https://www.tidewire.example/city/tram-3-swans">Tidewire</a>
			<p><![CDATA[<form><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">一对天鹅带着一只长大了的小天鹅，在燕鸥街的电车轨道中间睡了十来天。三号电车因此每天晚点八分钟。交通局试过哨子、扫帚和一位穿黄外套的先生。天鹅咬了扫帚。</span></p><p style="text-align:center"><img src="../images/2026/tram.jpg" alt="插图：一辆绿白相间的三号电车停在轨道上，前方站着三只天鹅" width="1200" height="675" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">清晨的燕鸥街。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">原因是暖和。燕鸥街的道岔冬天要加热防冻，周围的石头一直保持在十四度左右。“这是全河最好的床，”司机科菲·布雷思韦特说。他已经被拦下九次。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">后来他学会了等。五点二十分，天鹅自己站起来，抱怨几声，排成一列走到河里去。乘客们也学会了下车来看。据他说，其中有两位已经开始一起散步。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">关掉加热是不行的，道岔会冻住。交通局最后改的是时刻表：头班车提早八分钟出库，在燕鸥街停到五点二十。印出来的时刻表上，这一站旁边画了一只小鸟。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">孩子们要求给天鹅取名字。交通局回复说，一般不给障碍物命名，但愿意听听大家的意见。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">&nbsp;</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt; text-align:right"><span style="font-family:宋体; font-size:12pt">翻译：周鹭</span></p></form>]]></p>
			<b>2026-01-07 15:07</b>
			<dd>861</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
		<a id="next" href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
		<ul id="new">
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
		</ul>
		<ul id="hot">
			<li>
				<a id="959" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="861" href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
			</li>
			<li>
				<a id="436" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a id="360" href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a id="353" href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
			</li>
			<li>
				<a id="315" href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
			<li>
				<a id="252" href="../204001/961.aspx">三号电车的座椅，是谁织的</a>
			</li>
			<li>
				<a id="240" href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
			<li>
				<a id="210" href="../204001/975.aspx">绳坊九号的蓝信箱，六十年收了什么</a>
			</li>
			<li>
				<a id="197" href="../204001/947.aspx">旧码头试行“安静早市”</a>
			</li>
		</ul>
	</body>
</html>