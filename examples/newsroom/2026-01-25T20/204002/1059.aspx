<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204002" site="204">
	<head>
		<title>停电那夜，戏照演：灯笼剧院的四十支蜡烛 _盐港纪事-中文-文化</title>
		<meta id="1059" name="description" content="停电那夜，戏照演：灯笼剧院的四十支蜡烛 " />
	</head>
	<body>
		<span>
			<a href="../204002/default.aspx">文化</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>停电那夜，戏照演：灯笼剧院的四十支蜡烛</h1>
			<h2 />
			<h3>沈汀</h3>
			<h4>2026-01-22 17:20</h4>
			<h5 />
			<a href="https://www.luting.example/wen/lazhu">鹭汀文汇</a>
			<p><![CDATA[<form><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">星期二晚上八点五十二分，灯笼街停电。剧院里坐着一百六十三个人，脚底下是正在上涨的海。没有一个人走。</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/candles.jpg" alt="插图：烛光下的舞台，两位演员相对而立，台前一排蜡烛，上方是点着蜡烛的枝形吊灯，下面是观众的背影" width="1200" height="800" /><figcaption>那一夜的舞台。</figcaption></figure><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">原定的《平潮》下午就取消了，因为主角——海水——“情绪太激动”。临时换了一出老喜剧，演员拿着剧本念。灯一灭，剧本也看不见了。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">这时守夜人基尔女士从过道走下来，一手提着拔了插头的孤灯，一手提着塑料袋。袋子里是四十支蜡烛。她说是二〇〇九年买的，一直在等。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">蜡烛沿着台口摆成一排。演员放下剧本，凭记忆往下演；记不得的地方，台下有人记得。演到第三幕，后排一位退休的语文老师已经提了半出戏的词，大家一致要求给她一个角色。她演一棵树，演得很好。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">戏中间，咸汀岛小学的七个孩子也上了台。他们是进城排练的，本来星期六才演，因为断航回不去，就先来唱。唱到最后一个长音，全场都听见了地板下面的水声，低低的，正好是降E。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">半夜散场。导演拿着手电下去看，水停在舞台下两级台阶的地方。有人问她，它看上去怎么样。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">她说：“很专心。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">&nbsp;</span></p></form>]]></p>
			<b>2026-01-22 17:13</b>
			<dd>1386</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204002/1048.aspx">“𩽾𩾌”怎么写？一家鱼档的识字课</a>
		<a id="next" href="../204002/1065.aspx">晾书：潮水退后，一座城的书页在风里</a>
		<ul id="new">
			<li>
				<a href="../204002/1071.aspx">《平潮》复演：海水已经冷静下来</a>
			</li>
			<li>
				<a href="../204002/1065.aspx">晾书：潮水退后，一座城的书页在风里</a>
			</li>
			<li>
				<a href="../204002/1059.aspx">停电那夜，戏照演：灯笼剧院的四十支蜡烛</a>
			</li>
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
		</ul>
		<ul id="hot">
			<li>
				<a id="1687" href="../204002/1006.aspx">灯笼街最后一位糊灯笼的人</a>
			</li>
			<li>
				<a id="1554" href="../204002/1048.aspx">“𩽾𩾌”怎么写？一家鱼档的识字课</a>
			</li>
			<li>
				<a id="1386" href="../204002/1059.aspx">停电那夜，戏照演：灯笼剧院的四十支蜡烛</a>
			</li>
			<li>
				<a id="977" href="../204002/1065.aspx">晾书：潮水退后，一座城的书页在风里</a>
			</li>
			<li>
				<a id="945" href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
			</li>
			<li>
				<a id="622" href="../204002/1027.aspx">一台老印刷机，教孩子们倒着读字</a>
			</li>
			<li>
				<a id="566" href="../204002/1037.aspx">小剧场里的大雾</a>
			</li>
			<li>
				<a id="393" href="../204002/1032.aspx">鹽田手記：母親寄來的三封信</a>
			</li>
			<li>
				<a id="388" href="../204002/1017.aspx">岁末最后一天，他们在防波堤上唱渔号</a>
			</li>
			<li>
				<a id="372" href="../204002/1043.aspx">咸汀岛小学，只有七个学生的合唱团</a>
			</li>
		</ul>
	</body>
</html>