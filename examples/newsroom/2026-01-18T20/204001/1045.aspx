<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>老人们的周三修理铺 🔧 什么都修，除了脾气 _盐港纪事-中文-城事</title>
		<meta id="1045" name="description" content="老人们的周三修理铺 🔧 什么都修，除了脾气 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>老人们的周三修理铺 🔧 什么都修，除了脾气</h1>
			<h2 />
			<h3>周鹭</h3>
			<h4>2026-01-15 15:50</h4>
			<h5 />
			<a href="https://www.yangang.example/chengshi/xiulipu">盐港日知</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">每星期三下午两点到五点，海关大楼的侧门开着，里面九位老人，平均年龄七十六岁，替人修东西，不收钱。墙上写着规矩：“什么都修，除了脾气。”</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">开张四年，修过收音机、假牙盒、算盘、一辆儿童三轮车、一只会唱歌的水壶。修好的东西要当场试给大家看，修不好的也要说出为什么修不好，写在本子上。本子第一页写着：“电吹风。修不好，因为没有坏，是插座坏了。”</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">鲁弗斯·泰勒管钟表。他白天在地窖里照看潮位计，说是换换手。裁缝出身的梅姨管一切软的东西。最抢手的是前船厂铆工老郭，什么零件没有，他就做一个，“做出来比原来的结实，所以不大好看”。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">有个女孩拿来一只布熊，少了一只眼睛。梅姨翻出一盒扣子让她挑。女孩挑了一颗完全不一样的，说这样它看见的东西就会多一点 🧸。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">上个星期三，来了一位先生，空着手，坐了一下午。五点钟收摊，老郭问他要修什么。他说没什么，家里太安静了。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">老郭拉过一张凳子，递给他一把螺丝刀。现在是十位老人了。</span></p></form>]]></p>
			<b>2026-01-15 15:43</b>
			<dd>233</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1039.aspx">社区厨房的冬天菜单，由退潮时间决定</a>
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