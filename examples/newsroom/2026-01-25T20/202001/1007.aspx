<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202001" site="202">
	<head>
		<title>She logged every storm for forty years. Her notebooks are now a forecast _The Saltmarrow Gazette-Science-Sea and Climate</title>
		<meta id="1007" name="description" content="She logged every storm for forty years. Her notebooks are now a forecast " />
	</head>
	<body>
		<span>
			<a href="../202001/default.aspx">Sea and Climate</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>She logged every storm for forty years. Her notebooks are now a forecast</h1>
			<h2>Edda Marrick’s sixty-one notebooks from Gull Rock</h2>
			<h3>Hana Lindqvist</h3>
			<h4>2025-12-26 08:30</h4>
			<h5 />
			<a href="https://www.tidewire.example/long/storm-notebooks">Tidewire</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Between 1958 and 1998 Edda Marrick, the daughter of Gull Rock’s last lighthouse keeper, wrote down every storm she could hear: the hour, the barometer, what the gulls did, which window whistled. There are 1,204 of them. Scientists who typed them up say the notebooks can tell a dangerous night from a noisy one up to nine hours ahead.</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/lighthouse.jpg" alt="Illustration: a red and white lighthouse on a dark rock at night, its beam crossing banded clouds above breaking waves" width="1200" height="800" /><figcaption>Gull Rock, where the light was automated in 1999. Drawing: The Saltmarrow Gazette</figcaption></figure><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Marrick had no training. She left school at fourteen to trim the lamp and never published a word. When she died in 2017 the sixty-one notebooks went to a nephew, who used two of them to level a wardrobe before he opened one.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">“I expected weather,” said Dr Imke Sorrel of the Saltmarrow Institute. “What I found was a method. She asked the same eleven questions every time, in the same order, for forty years. There are funded programmes that never managed that.”</span></p><h2 style="font-size:14pt"><span style="font-family:Georgia">Which window whistles</span></h2><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The rooms of the keeper’s cottage face eight ways, and every sash leaks differently. “Kitchen sings, pantry silent” meant wind backing to the south-east; when the pantry joined in while the glass was still falling, the sea came over the rocks within ten hours. It happened 38 times. She marked each with a small drawn wave.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Set against the <a href="../202002/1005.aspx">tide gauge in the Customs House cellar</a>, thirty-six of those waves are surges. The official warnings of the time caught nineteen. The combination she noticed, a veering wind with a second fall of pressure, is now one line in the harbour’s forecast. Its name in the code is `pantry`.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">A windless night in November 1974 fills a whole page. “Nothing at all,” it says. “Wrote this down so that nobody will think I was asleep.”</span></p></form>]]></p>
			<b>2025-12-26 08:18</b>
			<dd>6035</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../202001/1002.aspx">Seagrass off Gull Rock has doubled since the moorings moved</a>
		<a id="next" href="../202001/1021.aspx">A warm December sent the herring in early. The gulls noticed first</a>
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