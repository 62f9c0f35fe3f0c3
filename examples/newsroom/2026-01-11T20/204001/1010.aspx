<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>一碗海带面，养活三代人的早晨 _盐港纪事-中文-城事</title>
		<meta id="1010" name="description" content="一碗海带面，养活三代人的早晨 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>一碗海带面，养活三代人的早晨</h1>
			<h2 />
			<h3>何榕</h3>
			<h4>2025-12-27 11:10</h4>
			<h5 />
			<a href="https://www.yangang.example/chengshi/haidaimian">盐港日知</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">鱼市的钟敲六下之前，方家面馆已经卖出了一百二十碗海带面。这家店没有招牌，没有菜单，五十八年只卖一样东西，只开四个小时。</span></p><figure style="margin:0pt 0pt 12pt"><img src="../images/2026/noodles.jpg" alt="插图：木桌上一大碗热气腾腾的海带面，配半只蛋和葱花，窗外是停着小船的海湾" width="1200" height="800" /><figcaption>方家的海带面，六克朗一碗。</figcaption></figure><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">面馆对着鱼市的后门。方秀禾的外婆当年推一辆婴儿车出来卖面，车里一头放炉子，一头放孩子。孩子就是方秀禾的母亲，如今她坐在门口收钱，七十岁，从不找错。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">汤头是昨夜的鱼骨加海带，海带要在退潮后两个钟头里捞的那种，方家说别的时候捞的“没睡醒”。面条粗，不讲究；讲究的是那一勺葱油，最后才浇，听见“滋”的一声才算数。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">来吃面的人各有各的座位。卸鱼的坐外面，因为身上有味道；开三号电车的坐靠窗，好看钟；夜里看守剧院的坐最里面，吃完了趴一会儿。谁的座位空了三天，方家就会打电话去问。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">十二月里有一天，锅炉坏了。方秀禾在门上贴了张纸：今日无面。到了六点，门口照样站了一排人。他们说不吃也行，就是不知道该去哪儿。</span></p><p style="margin:0pt 0pt 10pt; text-indent:2em"><span style="color:#333333; font-family:&#39;Microsoft YaHei&#39;; font-size:14px; background-color:#ffffff">后来有人从家里抱来三个煤炉。那天的面煮得慢，一直卖到中午，是五十八年来关门最晚的一次。</span></p></form>]]></p>
			<b>2025-12-27 10:04</b>
			<dd>959</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
		<a id="next" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
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