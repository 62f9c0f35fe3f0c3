<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202001" site="202">
	<head>
		<title>A warm December sent the herring in early. The gulls noticed first _The Saltmarrow Gazette-Science-Sea and Climate</title>
		<meta id="1021" name="description" content="A warm December sent the herring in early. The gulls noticed first " />
	</head>
	<body>
		<span>
			<a href="../202001/default.aspx?from=list&page=2">Sea and Climate</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>A warm December sent the herring in early. The gulls noticed first</h1>
			<h2 />
			<h3>Hana Lindqvist</h3>
			<h4>2026-01-03 08:40</h4>
			<h5 />
			<a href="https://www.sims.example/notes/herring-2025">Saltmarrow Institute of Marine Science</a>
			<p><![CDATA[<form><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The first shoal of winter herring passed the Old Quay on 14 December, seventeen days before the turn of the year and earlier than any shoal since counting began. For ten years the fish have been moving up the calendar. Last month they jumped.</span><o:p></o:p></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/herring-chart.png" alt="Chart: the day of the first herring shoal, from nine days after 31 December in 2016 to seventeen days before it in 2025" width="1200" height="675" /><figcaption>First shoal at the Old Quay, 2016 to 2025. Data: Saltmarrow Institute.</figcaption></figure><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Herring come in to spawn when the water at the bar falls to eight degrees and then starts to rise. This autumn it never fell so far. Researchers think the fish gave up waiting for the cold and answered to the length of the day instead, but say openly that they are guessing.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Nobody at the Institute saw it happen. The alarm was raised by the night porter of the Fish Market, Dilys Crane, who has kept a tally of roosting gulls since 2012 because, she says, the shift is long. On the evening of the 13th there were 1,140 birds on the roof. At one in the morning there were none.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">“I rang the science people,” she said. “I told them something was walking about under the water.”</span><o:p></o:p></p><h2>Boats still tied up</h2><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Most of the fleet was ashore, painting. The season opens by regulation on 2 January, and by then two thirds of the fish had gone. The Board will now open it by temperature, not by date. Dilys Crane’s tally, 4,700 nights of it, has been typed up and appears as an appendix to the report, under her own name.</span><o:p></o:p></p></form>]]></p>
			<b>2026-01-03 04:41</b>
			<dd>197</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../202001/1007.aspx">She logged every storm for forty years. Her notebooks are now a forecast</a>
		<ul id="new">
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
				<a id="996" href="../202001/1007.aspx">She logged every storm for forty years. Her notebooks are now a forecast</a>
			</li>
			<li>
				<a id="538" href="../202001/1002.aspx">Seagrass off Gull Rock has doubled since the moorings moved</a>
			</li>
			<li>
				<a id="280" href="../202001/966.aspx">Harbour water clear enough to read through, at last</a>
			</li>
			<li>
				<a id="256" href="../202001/980.aspx">Starlings over Oxmarsh: ten thousand and counting</a>
			</li>
			<li>
				<a id="202" href="../202001/949.aspx">Kelp on the outer breakwater: a first map</a>
			</li>
			<li>
				<a id="197" href="../202001/1021.aspx">A warm December sent the herring in early. The gulls noticed first</a>
			</li>
		</ul>
	</body>
</html>