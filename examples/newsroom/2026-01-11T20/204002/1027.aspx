<?xml version="1.0" encoding="GB18030"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204002" site="204">
	<head>
		<title>一台老印刷机，教孩子们倒着读字 _盐港纪事-中文-文化</title>
		<meta id="1027" name="description" content="一台老印刷机，教孩子们倒着读字 " />
	</head>
	<body>
		<span>
			<a href="../204002/default.aspx">文化</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>一台老印刷机，教孩子们倒着读字</h1>
			<h2 />
			<h3>陆听澜</h3>
			<h4>2026-01-06 09:10</h4>
			<h5 />
			<a href="https://www.luting.example/wen/yinshua">鹭汀文汇</a>
			<p><![CDATA[<form><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">帆布印社的阁楼里，十二个孩子正在学倒着读字。铅字是反的，排成行也是反的，要印到纸上才正过来。奥迪尔·马奇班克对他们说，别着急认，先把它当成一幅画。</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/press.jpg" alt="插图：印刷工坊里的黑色铁制手扳印刷机，绳上晾着印好的纸页，窗边是一排铅字盘" width="1200" height="800" /><figcaption>印社的老机器，一八六八年造。</figcaption></figure><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">中文班是今年新开的。中文铅字原来属于灯笼街一家早就停业的招帖铺，装在四十只腌鱼桶里，放了六十年。孩子们的第一件事是洗字。洗出来一看，“鱼”字最多，足足两千个；“你”和“我”一共才九个。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">“做买卖的人不大用得着这两个字，”教中文的志愿者顾盐生说。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">字不够，只好省着用。孩子们要印一张贺年片，每人只能写一句话，一句话里只能有一个“我”，用完了还给下一位。排到第九个孩子，大家忽然发现，不用“我”也能说话，而且好像说得更好一些。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">最后印出来的那张写着：“鱼在桶里睡了六十年，醒来时，窗外有雪。”署名的地方空着，因为“我”字正在别人手里。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">&nbsp;</span></p></form>]]></p>
			<b>2026-01-06 08:44</b>
			<dd>497</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204002/1017.aspx">岁末最后一天，他们在防波堤上唱渔号</a>
		<a id="next" href="../204002/1032.aspx">鹽田手記：母親寄來的三封信</a>
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