<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204001" site="204">
	<head>
		<title>海水停在石阶下一掌宽的地方 _盐港纪事-中文-城事</title>
		<meta id="1056" name="description" content="海水停在石阶下一掌宽的地方 " />
	</head>
	<body>
		<span>
			<a href="../204001/default.aspx">城事</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>海水停在石阶下一掌宽的地方</h1>
			<h2>四米〇一，一九六七年以来最高；全城无人受伤</h2>
			<h3>周鹭</h3>
			<h4>2026-01-21 15:40</h4>
			<h5 />
			<a href="https://www.yangang.example/chengshi/dachao">盐港日知</a>
			<p><![CDATA[<form><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">星期三清晨五点五十八分，盐港水位到了四米〇一，离旧码头顶面只差九厘米。三百来个人站在那里，手里拿着沙袋和保温瓶，看着它停住。停了十一分钟，然后，像来的时候一样不声不响，它退了下去。</span></p><figure style="margin:0pt 0pt 12pt"><img src="../images/2026/surge.jpg" alt="插图：雨夜的码头，路灯下站着一个穿黄雨衣的人，黑色的海水几乎与码头齐平" width="1200" height="800" /><figcaption>六点前的海关台阶。绘图：盐港纪事</figcaption></figure><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">这是一九六七年以来最高的一次潮。没有人受伤。三十四间地窖进了水，大多是从地漏来的；鳗鱼巷的书铺泡了下面两层书架；两条游艇和一辆热狗车被发现停在滚球场上。咸汀岛的路断了，岛上的人都平安。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">灯笼街三百一十二盏灯笼，星期二下午全部摘了下来。陆师傅说摘得太慢，怕来不及，结果来了六十多个人，一人抱着几盏往山上走，远远看去，像一条街自己搬了家。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">方家面馆破例开了一整夜。没有点火，怕停电，卖的是保温桶里的面，不收钱。天快亮的时候，外面卸沙袋的人进来，谁也没有按老座位坐。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">“最要紧的是那九个钟头，”港务长奥拉·塔姆辛说。第一声预警来自星期天晚上，来自一位灯塔看守人的女儿几十年前写下的一句话。靠着它，全城装了一万四千个沙袋。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">水停住的时候，没有人说话。后来不知道是谁先笑了一声。塔上的大钟敲了六下。其实还差四分钟。</span></p><p style="line-height:150%; margin:0pt; text-align:justify; text-indent:24pt"><span style="font-family:宋体; font-size:12pt">&nbsp;</span></p></form>]]></p>
			<b>2026-01-21 15:36</b>
			<dd>1990</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204001/1053.aspx">大潮将至：星期三清晨，您需要知道的八件事</a>
		<ul id="new">
			<li>
				<a href="../204001/1056.aspx">海水停在石阶下一掌宽的地方</a>
			</li>
			<li>
				<a href="../204001/1053.aspx">大潮将至：星期三清晨，您需要知道的八件事</a>
			</li>
			<li>
				<a href="../204001/1045.aspx">老人们的周三修理铺 🔧 什么都修，除了脾气</a>
			</li>
			<li>
				<a href="../204001/1039.aspx">社区厨房的冬天菜单，由退潮时间决定</a>
			</li>
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
		</ul>
		<ul id="hot">
			<li>
				<a id="1990" href="../204001/1056.aspx">海水停在石阶下一掌宽的地方</a>
			</li>
			<li>
				<a id="1698" href="../204001/1053.aspx">大潮将至：星期三清晨，您需要知道的八件事</a>
			</li>
			<li>
				<a id="1058" href="../204001/1010.aspx">一碗海带面，养活三代人的早晨</a>
			</li>
			<li>
				<a id="1006" href="../204001/1030.aspx">三号电车为什么晚点？因为天鹅</a>
			</li>
			<li>
				<a id="835" href="../204001/1035.aspx">海堤加高八厘米，是怎么算出来的</a>
			</li>
			<li>
				<a id="469" href="../204001/1014.aspx">港口的大钟为什么快四分钟？听证会说：不许修</a>
			</li>
			<li>
				<a id="383" href="../204001/1039.aspx">社区厨房的冬天菜单，由退潮时间决定</a>
			</li>
			<li>
				<a id="382" href="../204001/1003.aspx">夜渡船回来了：十一年后，旧码头重新亮灯</a>
			</li>
			<li>
				<a id="376" href="../204001/1020.aspx">雾天里，灯塔改用声音认路</a>
			</li>
			<li>
				<a id="356" href="../204001/1024.aspx">菜市场的秤，每天清晨先称一称自己</a>
			</li>
		</ul>
	</body>
</html>