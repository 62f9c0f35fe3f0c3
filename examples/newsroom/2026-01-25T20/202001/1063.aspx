<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202001" site="202">
	<head>
		<title>Four decades of storm notebooks go online, one page a day _The Saltmarrow Gazette-Science-Sea and Climate</title>
		<meta id="1063" name="description" content="Four decades of storm notebooks go online, one page a day " />
	</head>
	<body>
		<span>
			<a href="../202001/default.aspx">Sea and Climate</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>Four decades of storm notebooks go online, one page a day</h1>
			<h2 />
			<h3>Hana Lindqvist</h3>
			<h4>2026-01-24 08:30</h4>
			<h5 />
			<a href="https://archive.saltmarrow.example/marrick">City Archive</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">In the week after the surge the <a href="../202001/1007.aspx">story of Edda Marrick’s storm notebooks</a> was read more often than anything this newspaper has printed. From today the notebooks themselves can be read: all sixty-one, at the pace at which they were written, one page a day.</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/notebook.jpg" alt="Illustration: an open notebook with handwritten lines and a drawn pressure curve, a brass barometer, a pencil and a cup on a wooden table" width="1200" height="800" /><figcaption>Notebook 22, November 1974. Drawing: The Saltmarrow Gazette</figcaption></figure><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">It will take twenty years. The archive could have put up everything at once, and meant to, until the archivist Safiya Lund spent an evening with notebook one. “If you read it quickly you look for the storms,” she said. “But most of it is evenings. She says what the light was like. She says the kettle is on. After a month of that, when the pantry goes quiet, your hair stands up.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Researchers have had the full text since 2023. They know what it can do: the forecast named after one of its lines gave <a href="../202001/1052.aspx">the first warning on Sunday</a>, nine hours ahead of any other. Dr Imke Sorrel has asked for the eleven questions to be printed on a card, and the Board has sent one to every house with a view of the bar.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Already 640 people have begun to answer them. They write down the hour, the glass and which window whistles, and post it in.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The first page is from 3 October 1958. The whole of it reads: “Wind SW, light. Father says I may have this book. Shall try to be useful.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">&nbsp;</span></p></form>]]></p>
			<b>2026-01-24 07:24</b>
			<dd>1351</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../202001/1052.aspx">A spring tide and a deep low: what to expect on Wednesday morning</a>
		<ul id="new">
			<li>
				<a href="../202001/1063.aspx">Four decades of storm notebooks go online, one page a day</a>
			</li>
			<li>
				<a href="../202001/1052.aspx">A spring tide and a deep low: what to expect on Wednesday morning</a>
			</li>
			<li>
				<a href="../202001/1038.aspx">Seals return to Marrow Sands, and the kites make room</a>
			</li>
			<li>
				<a href="../202001/1031.aspx">Fog is getting rarer in the Tern estuary, and someone has counted</a>
			</li>
			<li>
				<a href="../202001/1021.aspx">A warm December sent the herring in early. The gulls noticed first</a>
			</li>
			<li>
				<a href="../202001/1007.aspx">She logged every storm for forty years. Her notebooks are now a forecast</a>
			</li>
			<li>
				<a href="../202001/1002.aspx">Seagrass off Gull Rock has doubled since the moorings moved</a>
			</li>
			<li>
				<a href="../202001/980.aspx">Starlings over Oxmarsh: ten thousand and counting</a>
			</li>
			<li>
				<a href="../202001/966.aspx">Harbour water clear enough to read through, at last</a>
			</li>
			<li>
				<a href="../202001/949.aspx">Kelp on the outer breakwater: a first map</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="6035" href="../202001/1007.aspx">She logged every storm for forty years. Her notebooks are now a forecast</a>
			</li>
			<li>
				<a id="3143" href="../202001/1052.aspx">A spring tide and a deep low: what to expect on Wednesday morning</a>
			</li>
			<li>
				<a id="1351" href="../202001/1063.aspx">Four decades of storm notebooks go online, one page a day</a>
			</li>
			<li>
				<a id="665" href="../202001/1002.aspx">Seagrass off Gull Rock has doubled since the moorings moved</a>
			</li>
			<li>
				<a id="521" href="../202001/1031.aspx">Fog is getting rarer in the Tern estuary, and someone has counted</a>
			</li>
			<li>
				<a id="421" href="../202001/1021.aspx">A warm December sent the herring in early. The gulls noticed first</a>
			</li>
			<li>
				<a id="303" href="../202001/966.aspx">Harbour water clear enough to read through, at last</a>
			</li>
			<li>
				<a id="281" href="../202001/980.aspx">Starlings over Oxmarsh: ten thousand and counting</a>
			</li>
			<li>
				<a id="279" href="../202001/1038.aspx">Seals return to Marrow Sands, and the kites make room</a>
			</li>
			<li>
				<a id="222" href="../202001/949.aspx">Kelp on the outer breakwater: a first map</a>
			</li>
		</ul>
	</body>
</html>