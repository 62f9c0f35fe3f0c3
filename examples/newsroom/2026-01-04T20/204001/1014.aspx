<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>港口的大钟为什么快四分钟？听证会说：不许修 _盐港纪事-中文-城事</title>
		<meta id="1014" name="description" content="港口的大钟为什么快四分钟？听证会说：不许修 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>港口的大钟为什么快四分钟？听证会说：不许修</h1>
			<h2 />
			<h3>Tobias Quill</h3>
			<h4>2025-12-29 17:00</h4>
			<h5 />
			<a href="https://board.saltmarrow.example/bulletin/2025-33">港务局通报</a>
			<p><![CDATA[<form><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">引水塔上的大钟快四分钟，从一九〇三年快到现在。港务局上星期五开了大半天听证会，最后一致决定：不修。因为修好了，才真的危险。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">这四分钟是故意的。当年有位渡船主管看厌了乘客狂奔，就把指针往前拨了一点，让按钟看已经迟到的人，其实还赶得上船。全城很快学会了两套时间：看塔是一套，坐火车是另一套。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">今年秋天清洗机芯，钟表匠苏妮娃·布兰特表示可以顺手校准，不另收费。港务局因此收到一千九百封信。助产士来信说，她每次上山都靠那四分钟。八岁的小学生集体来信，全文只有一句：“如果修好了，我们就都迟到了。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">布兰特最后一个作证。她说，钟是人和人之间的约定，这个约定已经守了一百二十二年。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">钟面下方将钉上一块小铜牌，刻着“快四分钟，故意的”。揭牌仪式定在昨天正午。来的人都看着塔上的时间，全都到早了。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">&nbsp;</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt; text-align:right"><span style="font-family:宋体; font-size:12pt">翻译：顾盐生</span></p></form>]]></p>
			<b>2025-12-29 16:53</b>
			<dd>407</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
		<a id="next" href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
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