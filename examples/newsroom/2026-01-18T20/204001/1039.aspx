<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>社区厨房的冬天菜单，由退潮时间决定 _盐港纪事-中文-城事</title>
		<meta id="1039" name="description" content="社区厨房的冬天菜单，由退潮时间决定 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>社区厨房的冬天菜单，由退潮时间决定</h1>
			<h2 />
			<h3>何榕</h3>
			<h4>2026-01-12 12:30</h4>
			<h5 />
			<a href="https://www.yangang.example/chengshi/tuichao-chufang">盐港日知</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">绳坊社区厨房的黑板上，每天只写两样东西：今天几点退潮，今天吃什么。后一样由前一样决定。退潮早，有蛤蜊；退潮晚，吃萝卜。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">厨房开在旧缆绳仓库里，中午供一顿饭，三克朗，付不起可以洗碗。掌勺的是罗素馨，从前在远洋船上管三十个人的伙食。她说岸上比船上难，船上的人跑不掉。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">每天退潮前半小时，十来个退休的人提着桶去西滩。研究所给了他们一张图，哪里可以挖，哪里是海草和海豹的地方，不许进。挖多少也有数，够吃就回来。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">一月的菜单是这样的：</span></p><ul><li>星期一，退潮七点，蛤蜊豆腐汤</li><li>星期三，退潮九点，海菜煎饼</li><li>星期五，退潮十一点，来不及，萝卜炖饭</li><li>星期日不开火，吃剩的</li></ul><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">最受欢迎的其实是星期五。老人们说，萝卜炖饭像小时候。罗素馨听了不太高兴，她说那是最省事的一道。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">上星期五来了个年轻人，吃了两碗，洗了两个钟头的碗，临走时问，明天几点退潮。</span></p></form>]]></p>
			<b>2026-01-12 10:07</b>
			<dd>347</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
		<a id="next" href="../204001/1045.aspx">老人们的周三修理铺 🔧 什么都修，除了脾气</a>
		<ul id="new">
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
			<li>
				<a href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a href="../204001/988.aspx">鱼市收摊以后的五分钟</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="1022" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="970" href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
			</li>
			<li>
				<a id="457" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a id="421" href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
			<li>
				<a id="374" href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a id="368" href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
			</li>
			<li>
				<a id="347" href="../204001/1039.aspx">社区厨房的冬天菜单，由退潮时间决定</a>
			</li>
			<li>
				<a id="344" href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
			<li>
				<a id="259" href="../204001/961.aspx">三号电车的座椅，是谁织的</a>
			</li>
			<li>
				<a id="233" href="../204001/1045.aspx">老人们的周三修理铺 🔧 什么都修，除了脾气</a>
			</li>
		</ul>
	</body>
</html>