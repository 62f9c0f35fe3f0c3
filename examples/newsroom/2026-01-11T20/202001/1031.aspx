<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202001" site="202">
	<head>
		<title>Fog is getting rarer in the Tern estuary, and someone has counted _The Saltmarrow Gazette-Science-Sea and Climate</title>
		<meta id="1031" name="description" content="Fog is getting rarer in the Tern estuary, and someone has counted " />
	</head>
	<body>
		<span>
			<a href="../202001/default.aspx">Sea and Climate</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>Fog is getting rarer in the Tern estuary, and someone has counted</h1>
			<h2 />
			<h3 />
			<h4>2026-01-08 08:20</h4>
			<h5 />
			<a href="https://www.tidewire.example/climate/fog">Tidewire</a>
			<p><![CDATA[<form><style type="text/css">p.MsoNormal{margin:0cm;font-size:11pt}</style><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">In 1955 the horn at Gull Rock sounded on 94 days. Last year it sounded on 51. Three records that know nothing of each other, a foghorn’s fuel book, a telescope’s ruined plates and a ferry’s log, now agree that the estuary is losing its fog.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Fog forms here when mild air slides over cold water. The water has warmed by 1.3 degrees in seventy years, and the difference that makes the fog is shrinking. The smoke that gave each droplet something to cling to has gone as well; so part of the loss, the authors say, is good news.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">It is not good for everyone. Sundews on the Oxmarsh bog drink fog through their leaves in dry spells. Lichens on the north side of the quay, some older than the quay’s present stones, have shrunk by half. The pilots, who hated fog, find that small boats have forgotten how to behave in it: of nine collisions since 2020, seven happened on the rare white mornings.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The fuel book was found by the widow of a keeper who had used its blank pages for bowls scores. Both sets of figures, the paper notes in a footnote, appear to be reliable.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The horn itself will be kept. It is sounded for twenty seconds on the first Sunday of each month, fog or no fog, “so that people know what it is”, in the words of the Harbour Board, “when they need it”.</span><o:p></o:p></p></form>]]></p>
			<b>2026-01-08 07:54</b>
			<dd>386</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../202001/1021.aspx">A warm December sent the herring in early. The gulls noticed first</a>
		<ul id="new">
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
				<a id="1094" href="../202001/1007.aspx">She logged every storm for forty years. Her notebooks are now a forecast</a>
			</li>
			<li>
				<a id="581" href="../202001/1002.aspx">Seagrass off Gull Rock has doubled since the moorings moved</a>
			</li>
			<li>
				<a id="386" href="../202001/1031.aspx">Fog is getting rarer in the Tern estuary, and someone has counted</a>
			</li>
			<li>
				<a id="337" href="../202001/1021.aspx">A warm December sent the herring in early. The gulls noticed first</a>
			</li>
			<li>
				<a id="288" href="../202001/966.aspx">Harbour water clear enough to read through, at last</a>
			</li>
			<li>
				<a id="265" href="../202001/980.aspx">Starlings over Oxmarsh: ten thousand and counting</a>
			</li>
			<li>
				<a id="209" href="../202001/949.aspx">Kelp on the outer breakwater: a first map</a>
			</li>
		</ul>
	</body>
</html>