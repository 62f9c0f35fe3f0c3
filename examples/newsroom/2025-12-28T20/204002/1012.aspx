<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204002" site="204">
	<head>
		<title>旧书铺的账本里，夹着一整座城 _盐港纪事-中文-文化</title>
		<meta id="1012" name="description" content="旧书铺的账本里，夹着一整座城 " />
	</head>
	<body>
		<span>
			<a href="../204002/default.aspx">文化</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>旧书铺的账本里，夹着一整座城</h1>
			<h2 />
			<h3>陆听澜</h3>
			<h4>2025-12-28 15:30</h4>
			<h5 />
			<a href="https://www.luting.example/wen/zhangben">鹭汀文汇</a>
			<p><![CDATA[<form><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">鳗鱼巷的贝拉米书铺有一架子账本，从一八九二年记到今天。老板克莱姆·贝拉米原想找一张修屋顶的旧收据，翻了三个晚上，收据没有找到，找到了一座城。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">账本记的是谁买了什么书。一九一九年春天，半条街的人来买字帖：回来的水兵要学写左手字。一九三一年，下水道科的一位职员买走了所有关于照相的书，分七次付清。一九五八年十月，有人替灯塔订了一本空白簿子，“要厚，线要牢”。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">最长的一条写于一九四一年冬：“今日无人买书。隔壁送来一壶热水。”</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">夹在账页里的东西更多：船票、发卡、一张没寄出的道歉信、一片压干的海薰衣草。克莱姆把它们原样放回去，只在旁边用铅笔写上日期。“这些不是我的，”他说，“人家只是夹在这儿，早晚会来取。”</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">消息传开以后，真的有人来取了。一位老太太凭着父亲的名字，找到了他一九三六年买的书名，那是一本讲怎样盖房子的书。她说，父亲一辈子没有盖过房子。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">克莱姆把那一页复印给她。她看了很久，问能不能也买一本。</span></p></form>]]></p>
			<b>2025-12-28 13:07</b>
			<dd>50</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204002/1006.aspx">灯笼街最后一位糊灯笼的人</a>
		<ul id="new">
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
				<a id="841" href="../204002/1006.aspx">灯笼街最后一位糊灯笼的人</a>
			</li>
			<li>
				<a id="200" href="../204002/968.aspx">听一位调琴师讲潮湿</a>
			</li>
			<li>
				<a id="196" href="../204002/955.aspx">灯笼街小学生作文选：《我家的船》</a>
			</li>
			<li>
				<a id="165" href="../204002/983.aspx">方言词典里的“雨”字部</a>
			</li>
			<li>
				<a id="139" href="../204002/994.aspx">糊窗纸的最后一家店</a>
			</li>
			<li>
				<a id="50" href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
			</li>
		</ul>
	</body>
</html>