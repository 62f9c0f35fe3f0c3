<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204002" site="204">
	<head>
		<title>小剧场里的大雾 _盐港纪事-中文-文化</title>
		<meta id="1037" name="description" content="小剧场里的大雾 " />
	</head>
	<body>
		<span>
			<a href="../204002/default.aspx">文化</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>小剧场里的大雾</h1>
			<h2 />
			<h3>沈汀</h3>
			<h4>2026-01-11 11:00</h4>
			<h5 />
			<a href="https://www.luting.example/wen/pingchao">鹭汀文汇</a>
			<p><![CDATA[<form><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">灯笼剧院的新戏《平潮》没有一句台词。海水从舞台底下涨上来，椅子漂起来，三个人等一条船。看到一半，剧场里起了雾。</span></p><p style="text-align:center"><img src="/images/2026/theatre.jpg" alt="插图：红色幕布拉开，空荡的舞台上立着一盏孤灯，旁边放着一把木椅" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">灯笼剧院的舞台。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">雾不是布景。那天夜里海水比空气暖，水一进来，白气就贴着台面铺开，先没过脚踝，再没过膝盖，最后漫进观众席。前三排的人互相看不见了，却没有人动。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">我坐在第四排。左边是一位老先生，右边的座位空着。雾上来以后，我听见右边有人坐下，轻轻地叹了一口气。雾散的时候，那里还是空的。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">散场后我去问导演佩特拉·万斯，雾里要不要算一个演员。她说，雾是自己来的，合同里没有它。我又问空座位的事。她说那是留给守夜人的，每场都留，可是守夜人要守夜，从来没有坐过。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">出门时，守夜人基尔女士正在门口收伞。我问她刚才有没有进去过。她看看我，说：“今晚好看吗？”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">我说好看。她点点头，好像放心了。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">&nbsp;</span></p></form>]]></p>
			<b>2026-01-11 08:37</b>
			<dd>84</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204002/1032.aspx">鹽田手記：母親寄來的三封信</a>
		<ul id="new">
			<li>
				<a href="../204002/1037.aspx">小剧场里的大雾</a>
			</li>
			<li>
				<a href="../204002/1032.aspx">鹽田手記：母親寄來的三封信</a>
			</li>
			<li>
				<a href="../204002/1027.aspx">一台老印刷机，教孩子们倒着读字</a>
			</li>
			<li>
				<a href="../204002/1017.aspx">岁末最后一天，他们在防波堤上唱渔号</a>
			</li>
			<li>
				<a href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
			</li>
			<li>
				<a href="../204002/1006.aspx">灯笼街最后一位糊灯笼的人</a>
			</li>
			<li>
				<a href="../204002/994.aspx">糊窗纸的最后一家店</a>
			</li>
			<li>
				<a href="../204002/983.aspx">方言词典里的“雨”字部</a>
			</li>
			<li>
				<a href="../204002/968.aspx">听一位调琴师讲潮湿</a>
			</li>
			<li>
				<a href="../204002/955.aspx">灯笼街小学生作文选：《我家的船》</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="1101" href="../204002/1006.aspx">灯笼街最后一位糊灯笼的人</a>
			</li>
			<li>
				<a id="625" href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
			</li>
			<li>
				<a id="497" href="../204002/1027.aspx">一台老印刷机，教孩子们倒着读字</a>
			</li>
			<li>
				<a id="309" href="../204002/1032.aspx">鹽田手記：母親寄來的三封信</a>
			</li>
			<li>
				<a id="290" href="../204002/1017.aspx">岁末最后一天，他们在防波堤上唱渔号</a>
			</li>
			<li>
				<a id="217" href="../204002/968.aspx">听一位调琴师讲潮湿</a>
			</li>
			<li>
				<a id="211" href="../204002/955.aspx">灯笼街小学生作文选：《我家的船》</a>
			</li>
			<li>
				<a id="183" href="../204002/983.aspx">方言词典里的“雨”字部</a>
			</li>
			<li>
				<a id="157" href="../204002/994.aspx">糊窗纸的最后一家店</a>
			</li>
			<li>
				<a id="84" href="../204002/1037.aspx">小剧场里的大雾</a>
			</li>
		</ul>
	</body>
</html>