<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>海堤加高八厘米，是怎么算出来的 _盐港纪事-中文-城事</title>
		<meta id="1035" name="description" content="海堤加高八厘米，是怎么算出来的 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>海堤加高八厘米，是怎么算出来的</h1>
			<h2 />
			<h3>温岸</h3>
			<h4>2026-01-10 10:00</h4>
			<h5 />
			<a href="https://board.saltmarrow.example/bulletin/2026-01">港务局通报</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">海关台阶两侧的临时挡板，今年冬天比去年高了八厘米。不是七，也不是十。港务局的工程师把这八厘米拆开来，给记者算了一遍。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">第一笔账来自地窖。海关大楼底下的铜笔潮位计画了一百五十四年，平均海面升了二十三厘米，其中一半是最近四十年的事。照这个速度，挡板要用的十年里还会再升三厘米。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">第二笔账来自河。燕鸥河取直以后，高潮比从前来得早，也陡一些，加一厘米半。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">第三笔账最难算，是“想不到”。工程师英格丽·萨洛翻出一八七一年的会议记录，当年的总工在晚宴上说：把大家记得的最坏的一次加一英尺，再为忘掉的加一英尺。</span></p><table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse"><tr><th style="padding:0pt 5.4pt">项目</th><th style="padding:0pt 5.4pt">厘米</th></tr><tr><td style="padding:0pt 5.4pt">十年内海面上升</td><td style="padding:0pt 5.4pt">3.0</td></tr><tr><td style="padding:0pt 5.4pt">河道影响</td><td style="padding:0pt 5.4pt">1.5</td></tr><tr><td style="padding:0pt 5.4pt">木板沉降</td><td style="padding:0pt 5.4pt">0.5</td></tr><tr><td style="padding:0pt 5.4pt">想不到</td><td style="padding:0pt 5.4pt">3.0</td></tr><tr><td style="padding:0pt 5.4pt">合计</td><td style="padding:0pt 5.4pt">8.0</td></tr></table><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">“三厘米的‘想不到’，是不是少了一点？”记者问。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">她说，多了也不行。挡板再高，台阶上卖鱼汤的老太太就够不着船上递下来的篮子了。</span></p></form>]]></p>
			<b>2026-01-10 07:37</b>
			<dd>240</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
		<ul id="new">
			<li>
				<a href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
			<li>
				<a href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
			</li>
			<li>
				<a href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
			<li>
				<a href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
			</li>
			<li>
				<a href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a href="../204001/988.aspx">鱼市收摊以后的五分钟</a>
			</li>
			<li>
				<a href="../204001/975.aspx">绳坊九号的蓝信箱，六十年收了什么</a>
			</li>
			<li>
				<a href="../204001/961.aspx">三号电车的座椅，是谁织的</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="959" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="861" href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
			</li>
			<li>
				<a id="436" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a id="360" href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a id="353" href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
			</li>
			<li>
				<a id="315" href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
			<li>
				<a id="252" href="../204001/961.aspx">三号电车的座椅，是谁织的</a>
			</li>
			<li>
				<a id="240" href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
			<li>
				<a id="210" href="../204001/975.aspx">绳坊九号的蓝信箱，六十年收了什么</a>
			</li>
			<li>
				<a id="197" href="../204001/947.aspx">旧码头试行“安静早市”</a>
			</li>
		</ul>
	</body>
</html>