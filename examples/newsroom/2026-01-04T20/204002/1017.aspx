<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204002" site="204">
	<head>
		<title>岁末最后一天，他们在防波堤上唱渔号 _盐港纪事-中文-文化</title>
		<meta id="1017" name="description" content="岁末最后一天，他们在防波堤上唱渔号 " />
	</head>
	<body>
		<span>
			<a href="../204002/default.aspx">文化</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>岁末最后一天，他们在防波堤上唱渔号</h1>
			<h2 />
			<h3>温岸</h3>
			<h4>2025-12-31 10:00</h4>
			<h5 />
			<a href="https://www.luting.example/wen/yuhao">鹭汀文汇</a>
			<p><![CDATA[<form><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">每年十二月三十一日，天还没亮，盐港的老渔民会走到防波堤尽头，朝着海唱一个钟头的号子。没有观众，也不许鼓掌。今年去了二十三个人，最小的十一岁。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">渔号原本是干活用的。拉网有拉网的调子，起锚有起锚的调子，最慢的一首叫《等潮》，几个人坐在船舷上，一句隔着一句，中间能抽完半袋烟。机器上船以后，这些歌就没有活干了。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">“歌没有活干，会生病的，”领唱的阮阿海说。他七十八岁，年轻时在“燕鸥七号”上喊了二十年号子，现在嗓子里像有沙。“所以一年带它出来走一次。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">歌词大多听不懂，连唱的人也说不清。编方言词典的先生来录过音，问其中一个词是什么意思，阮阿海想了想，说：“就是手里的绳子忽然变轻的时候，你喊的那一声。”</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">十一岁的孩子叫程小满，是跟着外公来的。轮到《起锚》，大家让她喊头一句。她声音又细又直，喊出去，海那边什么也没有。过了一会儿，鸥石灯塔的雾号响了一声。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">那天没有雾。后来听说，是管雾号的人也起得早。</span></p></form>]]></p>
			<b>2025-12-31 08:54</b>
			<dd>231</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
		<ul id="new">
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
				<a id="1028" href="../204002/1006.aspx">灯笼街最后一位糊灯笼的人</a>
			</li>
			<li>
				<a id="569" href="../204002/1012.aspx">旧书铺的账本里，夹着一整座城</a>
			</li>
			<li>
				<a id="231" href="../204002/1017.aspx">岁末最后一天，他们在防波堤上唱渔号</a>
			</li>
			<li>
				<a id="209" href="../204002/968.aspx">听一位调琴师讲潮湿</a>
			</li>
			<li>
				<a id="203" href="../204002/955.aspx">灯笼街小学生作文选：《我家的船》</a>
			</li>
			<li>
				<a id="174" href="../204002/983.aspx">方言词典里的“雨”字部</a>
			</li>
			<li>
				<a id="149" href="../204002/994.aspx">糊窗纸的最后一家店</a>
			</li>
		</ul>
	</body>
</html>