<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204" site="204">
	<head>
		<title>编者的话：中文版改版了，请您来挑错 _盐港纪事-中文</title>
		<meta id="1022" name="description" content="编者的话：中文版改版了，请您来挑错 " />
	</head>
	<body>
		<span>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>编者的话：中文版改版了，请您来挑错</h1>
			<h2 />
			<h3>《盐港纪事》编辑部</h3>
			<h4>2026-01-03 15:00</h4>
			<h5 />
			<p><![CDATA[<form><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">各位读者：从今天起，《盐港纪事》的中文版改了样子。字大了一号，栏目少了两个，每星期日晚上，我们会把一星期的文章编成一封信寄给订阅的人。改版难免出错，请您来挑。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">我们想做的事情很简单。盐港说中文的人有一万两千多，最早的一批来自船上的厨房，最近的一批来自研究所的实验室。大家读的英文报纸是同一份，心里惦记的事情却不完全一样：哪家面馆换了老板，哪条巷子要修，孩子的作文登在哪里。这些，我们来写。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">也会翻译。英文版的好文章，我们挑着译，译文末尾一定写明译者。译得不好，骂译者；选得不好，骂编辑。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt"><span style="font-weight:bold">三件事请您帮忙：</span></span></p><ul><li>看见错字，告诉我们页码和行数。每月错字找得最多的人，送一盏陆师傅的灯笼。</li><li>听见好故事，告诉我们在哪里听见的。</li><li>如果您家里有旧照片，先别扔。</li></ul><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">来信请投绳坊九号门口的蓝信箱。信箱有点漏雨，字请写大些。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">&nbsp;</span></p></form>]]></p>
			<b>2026-01-03 12:37</b>
			<dd>256</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<ul id="new">
			<li>
				<a href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
			<li>
				<a href="../204/1022.aspx">编者的话：中文版改版了，请您来挑错</a>
			</li>
			<li>
				<a href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
			</li>
			<li>
				<a href="../204002/1017.aspx">岁末最后一天，他们在防波堤上唱渔号</a>
			</li>
			<li>
				<a href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
			</li>
			<li>
				<a href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a href="../204002/1006.aspx">灯笼街最后一位糊灯笼的人</a>
			</li>
			<li>
				<a href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a href="../204002/994.aspx">糊窗纸的最后一家店</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="1028" href="../204002/1006.aspx">灯笼街最后一位糊灯笼的人</a>
			</li>
			<li>
				<a id="890" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="569" href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
			</li>
			<li>
				<a id="407" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a id="346" href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a id="256" href="../204/1022.aspx">编者的话：中文版改版了，请您来挑错</a>
			</li>
			<li>
				<a id="252" href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
			</li>
			<li>
				<a id="244" href="../204001/961.aspx">三号电车的座椅，是谁织的</a>
			</li>
			<li>
				<a id="231" href="../204002/1017.aspx">岁末最后一天，他们在防波堤上唱渔号</a>
			</li>
			<li>
				<a id="209" href="../204002/968.aspx">听一位调琴师讲潮湿</a>
			</li>
		</ul>
	</body>
</html>