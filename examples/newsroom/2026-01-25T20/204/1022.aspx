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
			<dd>567</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<ul id="new">
			<li>
				<a href="../204002/1071.aspx">《平潮》复演：海水已经冷静下来</a>
			</li>
			<li>
				<a href="../204001/1067.aspx">风暴后的第一担盐，是灰色的</a>
			</li>
			<li>
				<a href="../204002/1065.aspx">晾书：潮水退后，一座城的书页在风里</a>
			</li>
			<li>
				<a href="../204001/1062.aspx">一张手绘地图，标出每一家的沙袋</a>
			</li>
			<li>
				<a href="../204002/1059.aspx">停电那夜，戏照演：灯笼剧院的四十支蜡烛</a>
			</li>
			<li>
				<a href="../204001/1056.aspx">海水停在石阶下一掌宽处</a>
			</li>
			<li>
				<a href="../204001/1053.aspx">大潮将至：星期三清晨，您需要知道的八件事</a>
			</li>
			<li>
				<a href="../204002/1048.aspx">“𩽾𩾌”怎么写？一家鱼档的识字课</a>
			</li>
			<li>
				<a href="../204001/1045.aspx">老人们的周三修理铺 🔧 什么都修，除了脾气</a>
			</li>
			<li>
				<a href="../204002/1043.aspx">咸汀岛小学，只有七个学生的合唱团</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="3117" href="../204001/1056.aspx">海水停在石阶下一掌宽处</a>
			</li>
			<li>
				<a id="1758" href="../204001/1053.aspx">大潮将至：星期三清晨，您需要知道的八件事</a>
			</li>
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
				<a id="1085" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="1033" href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
			</li>
			<li>
				<a id="1019" href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
			<li>
				<a id="977" href="../204002/1065.aspx">晾书：潮水退后，一座城的书页在风里</a>
			</li>
			<li>
				<a id="945" href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
			</li>
		</ul>
	</body>
</html>