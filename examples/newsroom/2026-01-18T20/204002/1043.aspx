<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204002" site="204">
	<head>
		<title>咸汀岛小学，只有七个学生的合唱团 _盐港纪事-中文-文化</title>
		<meta id="1043" name="description" content="咸汀岛小学，只有七个学生的合唱团 " />
	</head>
	<body>
		<span>
			<a href="../204002/default.aspx">文化</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>咸汀岛小学，只有七个学生的合唱团</h1>
			<h2 />
			<h3>陆听澜</h3>
			<h4>2026-01-14 18:00</h4>
			<h5 />
			<a href="https://www.luting.example/wen/hechang">鹭汀文汇</a>
			<p><![CDATA[<form><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">咸汀岛小学有七个学生，合唱团也有七个人。分声部的时候，高声部三个，低声部三个，剩下一个管翻谱，也管在该安静的地方让大家安静。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">老师姓江，三年前来的岛上。她发现孩子们说话都很大声，因为风大；唱歌却很小声，因为没人听过。她就带他们到防波堤上去，对着风唱。风把声音吹回来，孩子们吓了一跳：原来我是这样的。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">七个人里，有一个叫阿贝的男孩不开口。江老师不勉强，让他管翻谱。翻了一年，他比谁都清楚每一首歌长在哪里、短在哪里。有一天夜渡船试航，汽笛响起来，阿贝忽然说：“降E。”大家去钢琴上一按，果然是。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">从那以后，合唱团多了一件乐器。每星期四晚上，夜船过了灯塔，会拉一声长笛，孩子们在码头上接着唱。船长说，他有时候故意拉得长一点，好让低声部喘口气。</span></p><p style="line-height:28pt; margin:0pt; text-indent:28pt"><span style="font-family:楷体_GB2312; font-size:14pt">下个星期六，他们要第一次进城演出，在灯笼剧院，七分钟。江老师问孩子们紧不紧张。阿贝说，不紧张，城里没有风。</span></p></form>]]></p>
			<b>2026-01-14 16:54</b>
			<dd>318</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204002/1037.aspx">小剧场里的大雾</a>
		<a id="next" href="../204002/1048.aspx">“𩽾𩾌”怎么写？一家鱼档的识字课</a>
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