<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204002" site="204">
	<head>
		<title>灯笼街最后一位糊灯笼的人 _盐港纪事-中文-文化</title>
		<meta id="1006" name="description" content="灯笼街最后一位糊灯笼的人 " />
	</head>
	<body>
		<span>
			<a href="../204002/default.aspx">文化</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>灯笼街最后一位糊灯笼的人</h1>
			<h2>陆师傅说，灯笼要照的不是路</h2>
			<h3>沈汀</h3>
			<h4>2025-12-24 18:20</h4>
			<h5 />
			<a href="https://www.luting.example/wen/denglong">鹭汀文汇</a>
			<p><![CDATA[<form><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">灯笼街一共挂着三百一十二盏灯笼，全部出自一个人的手。陆伯年今年七十四岁，每天糊一盏，糊完三百一十二盏，最早的那一盏正好该换了。</span></p><p style="text-align:center"><img src="../images/2026/lanterns.jpg" alt="插图：夜晚的灯笼街，三排红橙色灯笼横跨街面，两侧是亮着灯的摊位和行人" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">入夜的灯笼街。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">他的祖父是船上的厨子，一九〇七年在这条街上开了客栈，过年时挂出灯笼，好让同乡从水上一眼认出门来。邻居觉得好看，请他不要摘。这一挂就是一百多年。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">做灯笼先劈竹。竹子要在海水里泡过一个冬天，才不怕盐风。骨架扎好，糊三层纸，最里一层用旧报纸，点亮以后，凑近了能看见隐隐约约的字。“街尾那盏里头有我的生日，”陆师傅说，“哪一盏，我不告诉你。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">有人劝他改用塑料灯罩，能用二十年。他也试过一盏，挂了一个月又摘下来。“不坏的东西，没有人抬头看它。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">去年开始，每星期三下午有四个孩子来学。他们糊的灯笼歪歪扭扭，陆师傅照样挂出去，挂在自己家门口，最亮的地方。问他为什么，他说灯笼照的不是路，路有路灯照着。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">“灯笼照的是回来的人的脸。”</span></p></form>]]></p>
			<b>2025-12-24 18:16</b>
			<dd>841</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204002/994.aspx">糊窗纸的最后一家店</a>
		<a id="next" href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
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