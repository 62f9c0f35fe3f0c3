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
			<dd>518</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<ul id="new">
			<li>
				<a href="../204002/1048.aspx">“𩽾𩾌”怎么写？一家鱼档的识字课</a>
			</li>
			<li>
				<a href="../204001/1045.aspx">老人们的周三修理铺 🔧 什么都修，除了脾气</a>
			</li>
			<li>
				<a href="../204002/1043.aspx">咸汀岛小学，只有七个学生的合唱团</a>
			</li>
			<li>
				<a href="../204001/1039.aspx">社区厨房的冬天菜单，由退潮时间决定</a>
			</li>
			<li>
				<a href="../204002/1037.aspx">小剧场里的大雾</a>
			</li>
			<li>
				<a href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
			<li>
				<a href="../204002/1032.aspx">鹽田手記：母親寄來的三封信</a>
			</li>
			<li>
				<a href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
			</li>
			<li>
				<a href="../204002/1027.aspx">一台老印刷机，教孩子们倒着读字</a>
			</li>
			<li>
				<a href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="1171" href="../204002/1006.aspx">灯笼街最后一位糊灯笼的人</a>
			</li>
			<li>
				<a id="1022" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="970" href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
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
				<a id="518" href="../204/1022.aspx">编者的话：中文版改版了，请您来挑错</a>
			</li>
			<li>
				<a id="457" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a id="421" href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
		</ul>
	</body>
</html>