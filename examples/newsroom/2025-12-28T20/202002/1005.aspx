<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202002" site="202">
	<head>
		<title>What the tide gauge in the cellar has remembered since 1871 _The Saltmarrow Gazette-Science-Research</title>
		<meta id="1005" name="description" content="What the tide gauge in the cellar has remembered since 1871 " />
	</head>
	<body>
		<span>
			<a href="../202002/default.aspx">Research</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>What the tide gauge in the cellar has remembered since 1871</h1>
			<h2 />
			<h3>Samir Dunmore</h3>
			<h4>2025-12-24 10:15</h4>
			<h5 />
			<a href="https://www.tidewire.example/long/tide-gauge">Tidewire</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Below the Customs House, at the foot of thirty-one wet steps, a brass pen has been drawing the same line for 154 years. It has missed eleven days. This winter the Institute finished reading all of it, and the sea turns out to have kept very careful notes.</span></p><p style="text-align:center"><img src="/images/2026/tide-chart.jpg" alt="Illustration: a paper chart with a tide curve drawn by a brass pen, rising close to a red line marked top of the quay" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">One week on the drum; the red line is the top of the quay.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The gauge is simple: a copper float in a well, a wire, a clockwork drum. Someone must climb down every Monday to wind it and change the paper. For the last twenty-two years that has been Rufus Teller, who keeps his lunch on the ledge and says good morning to the machine “out of manners”.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The 8,012 sheets had been stored in herring boxes. Students scanned them, and a program followed the ink, but it lost its way wherever a keeper had rested a cup. In the end 140 volunteers read the difficult weeks by eye.</span></p><h2 style="font-size:14pt"><span style="font-family:Georgia">Twenty-three centimetres</span></h2><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The mean level in the harbour has risen by 23 centimetres since the first sheet, and half of that since 1985. The tides themselves have changed too: since the river was straightened in 1902, high water comes nineteen minutes sooner.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">What moved Dr Imke Sorrel was not the slope. “It’s the margins. Somebody wrote <span style="font-style:italic">son born</span> beside a spring tide in 1911. Somebody wrote <span style="font-style:italic">no wind, cannot account for it</span> in 1926, four hours before the tug <span style="font-style:italic">Constance</span> went down. They were not only recording the sea. They were keeping it company.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The whole record is public from today. Teller will go on winding. A satellite does the same work, he admits, “but it never once asked me how I was”.</span></p></form>]]></p>
			<b>2025-12-24 09:34</b>
			<dd>1130</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<ul id="new">
			<li>
				<a href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="1130" href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
		</ul>
	</body>
</html>