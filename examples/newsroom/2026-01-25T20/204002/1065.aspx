<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204002" site="204">
	<head>
		<title>晾书：潮水退后，一座城的书页在风里 _盐港纪事-中文-文化</title>
		<meta id="1065" name="description" content="晾书：潮水退后，一座城的书页在风里 " />
	</head>
	<body>
		<span>
			<a href="../204002/default.aspx">文化</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>晾书：潮水退后，一座城的书页在风里</h1>
			<h2 />
			<h3>陆听澜</h3>
			<h4>2026-01-24 15:00</h4>
			<h5 />
			<a href="https://www.luting.example/wen/liangshu">鹭汀文汇</a>
			<p><![CDATA[<form><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">鳗鱼巷从星期四起挂满了纸。贝拉米书铺下面两层的一千一百本书在海水里泡了两个钟头，整条巷子的人决定把它们救回来，一页一页地救。</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/drying-pages.jpg" alt="插图：石板街上空拉着晾衣绳，夹满书页，地上有水洼，后面是绿色门面的书铺" width="1200" height="800" /><figcaption>星期五的鳗鱼巷，西风。</figcaption></figure><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">先用清水漂去盐，再用吸水纸压，压不干的就拆了线，用木夹子夹在绳上。档案馆的人在人行道上教了一课，用的是一本已经没救的公路地图。到了星期五，巷子里拉起九根绳，借夹子的人排着队。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">老板克莱姆最担心的是那一架账本。一百三十年的账，偏偏放在最低的一格。他赶到的时候，架子是空的。邻居们前一天夜里已经搬走了，一家抱了几本，放在各自的床头。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">现在账本一本一本地回来。每一本里都多夹了一点东西：一张糖纸，一片茶叶，一张字条，写着“读到一九三六年，先睡了”。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">晾着的书页没有人偷看，人人都在正大光明地看。有人把次序挪了，菜谱接着命案，船期接着情书。克莱姆在门上贴了一张纸：请勿纠正。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">风大的时候，整条巷子哗啦啦地响，像有许多人同时翻到了下一页。</span></p></form>]]></p>
			<b>2026-01-24 12:37</b>
			<dd>977</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204002/1059.aspx">停电那夜，戏照演：灯笼剧院的四十支蜡烛</a>
		<a id="next" href="../204002/1071.aspx">《平潮》复演：海水已经冷静下来</a>
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