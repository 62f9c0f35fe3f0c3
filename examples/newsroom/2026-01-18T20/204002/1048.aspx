<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204002" site="204">
	<head>
		<title>“𩽾𩾌”怎么写？一家鱼档的识字课 _盐港纪事-中文-文化</title>
		<meta id="1048" name="description" content="“𩽾𩾌”怎么写？一家鱼档的识字课 " />
	</head>
	<body>
		<span>
			<a href="../204002/default.aspx">文化</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>“𩽾𩾌”怎么写？一家鱼档的识字课</h1>
			<h2 />
			<h3>沈汀</h3>
			<h4>2026-01-17 10:20</h4>
			<h5 />
			<a href="https://www.luting.example/wen/anKang">鹭汀文汇</a>
			<p><![CDATA[<form><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">鱼市第十一号摊的价目牌上有两个字，手机打不出来，电脑里是两个方框，摊主邱伯用粉笔一笔一画地写：𩽾𩾌。写完了，总有人停下来问，这是什么。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">就是琵琶鱼，大嘴，扁头，样子凶，肉嫩。本地话叫“等食佬”，因为它趴在海底，头上伸出一根小竿子，等别的鱼自己来。邱伯六十六岁，卖了四十年鱼，最恨别人在牌子上写“安康”。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">“它不平安，也不健康，”他说，“它有自己的名字。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">于是有了识字课。每天收摊以后，邱伯在地上用水写一个带鱼旁的字，谁认得，送一条小鱼。鲻、鲳、鲹、鳎、鱵、鳚、䲁，还有更偏的𩷶、𩸽、𫚉。孩子们认得比大人快。有个七岁的女孩已经赢了三十一条，家里的猫胖了一圈。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">编词典的皮姆博士也来过，隔着语言听了半天，最后在本子上画了一条鱼。邱伯看了，在旁边添上那根小竿子。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">“认字和钓鱼一样，”邱伯说，“竿子要伸出去，人要趴得住。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">地上的字，太阳一晒就没了。第二天再写一个。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">&nbsp;</span></p></form>]]></p>
			<b>2026-01-17 08:45</b>
			<dd>903</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204002/1043.aspx">咸汀岛小学，只有七个学生的合唱团</a>
		<ul id="new">
			<li>
				<a href="../204002/1048.aspx">“𩽾𩾌”怎么写？一家鱼档的识字课</a>
			</li>
			<li>
				<a href="../204002/1043.aspx">咸汀岛小学，只有七个学生的合唱团</a>
			</li>
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
		</ul>
		<ul id="hot">
			<li>
				<a id="1171" href="../204002/1006.aspx">灯笼街最后一位糊灯笼的人</a>
			</li>
			<li>
				<a id="903" href="../204002/1048.aspx">“𩽾𩾌”怎么写？一家鱼档的识字课</a>
			</li>
			<li>
				<a id="668" href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
			</li>
			<li>
				<a id="579" href="../204002/1027.aspx">一台老印刷机，教孩子们倒着读字</a>
			</li>
			<li>
				<a id="523" href="../204002/1037.aspx">小剧场里的大雾</a>
			</li>
			<li>
				<a id="372" href="../204002/1032.aspx">鹽田手記：母親寄來的三封信</a>
			</li>
			<li>
				<a id="339" href="../204002/1017.aspx">岁末最后一天，他们在防波堤上唱渔号</a>
			</li>
			<li>
				<a id="318" href="../204002/1043.aspx">咸汀岛小学，只有七个学生的合唱团</a>
			</li>
			<li>
				<a id="224" href="../204002/968.aspx">听一位调琴师讲潮湿</a>
			</li>
			<li>
				<a id="217" href="../204002/955.aspx">灯笼街小学生作文选：《我家的船》</a>
			</li>
		</ul>
	</body>
</html>