<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202001" site="202">
	<head>
		<title>A spring tide and a deep low: what to expect on Wednesday morning _The Saltmarrow Gazette-Science-Sea and Climate</title>
		<meta id="1052" name="description" content="A spring tide and a deep low: what to expect on Wednesday morning " />
	</head>
	<body>
		<span>
			<a href="../202001/default.aspx">Sea and Climate</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>A spring tide and a deep low: what to expect on Wednesday morning</h1>
			<h2>High water 05:52. Forecast 3.8 to 4.1 metres; the quay is at 4.10</h2>
			<h3>Hana Lindqvist</h3>
			<h4>2026-01-19 07:20</h4>
			<h5>Updated Tuesday 20 January, 18:00: the upper end of the forecast is now more likely.</h5>
			<a href="https://www.sims.example/forecast/2026-01-21">Saltmarrow Institute of Marine Science</a>
			<p><![CDATA[<form><p>A low pressure system will cross the Marrow Roads in the small hours of Wednesday, close to the highest tide of the month. The Institute expects the water at the Old Quay to stand between 3.8 and 4.1 metres at 05:52. The top of the quay is at 4.10. Here is what we know, and what we don’t.</p><p style="text-align:center"><img src="../images/2026/buoy.jpg" alt="Illustration: an orange instrument buoy marked PS 4 leans in a dark, broken sea" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">Buoy PS 4, twelve miles out, will give the first sign at about three o’clock.</span></p><p>The tide by itself will reach 3.42 metres, as the <a href="/about/tides.aspx">tide tables</a> have said for years. The rest depends on the storm. Each hectopascal that the pressure falls lifts the sea by about a centimetre; wind from the south-east piles it up in the funnel of the estuary. If the low is an hour late, most of it will meet a falling tide and we shall all feel foolish.</p><p>&nbsp;</p><p>It may well not be late. The line in the forecast that is named after a pantry, taken from <a href="../202001/1007.aspx">Edda Marrick’s storm notebooks</a>, has been on since Sunday evening.</p><table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse"><tr><th style="padding:0pt 5.4pt"></th><th style="padding:0pt 5.4pt">Low</th><th style="padding:0pt 5.4pt">Likely</th><th style="padding:0pt 5.4pt">High</th></tr><tr><td style="padding:0pt 5.4pt">Tide</td><td style="padding:0pt 5.4pt">3.42 m</td><td style="padding:0pt 5.4pt">3.42 m</td><td style="padding:0pt 5.4pt">3.42 m</td></tr><tr><td style="padding:0pt 5.4pt">Surge</td><td style="padding:0pt 5.4pt">0.38 m</td><td style="padding:0pt 5.4pt">0.52 m</td><td style="padding:0pt 5.4pt">0.68 m</td></tr><tr><td style="padding:0pt 5.4pt">Total</td><td style="padding:0pt 5.4pt">3.80 m</td><td style="padding:0pt 5.4pt">3.94 m</td><td style="padding:0pt 5.4pt">4.10 m</td></tr></table><h2>What to do</h2><p>&nbsp;</p><ul><li>Move cars from the Customs Steps and Eel Row by Tuesday evening.</li><li>Sandbags are at the Fish Market from noon. Take what you need and ask your neighbour.</li><li>The night ferry will not sail. Tram 3 will turn at Tern Street.</li><li>If you live in a cellar on the Ropewalk, sleep upstairs. The library is open all night and will make tea.</li></ul><p>We will write again at six on Tuesday evening.</p></form>]]></p>
			<b>2026-01-19 05:45</b>
			<dd>3040</dd>
			<ul>
				<li>
					<a href="/files/tide-table.pdf">Tide table for January 2026 (PDF)</a>
				</li>
				<li>storm surge</li>
				<li>tides</li>
				<li>safety</li>
			</ul>
		</div>
		<a id="perv" href="../202001/1038.aspx">Seals return to Marrow Sands, and the kites make room</a>
		<ul id="new">
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
				<a id="5205" href="../202001/1007.aspx">She logged every storm for forty years. Her notebooks are now a forecast</a>
			</li>
			<li>
				<a id="3040" href="../202001/1052.aspx">A spring tide and a deep low: what to expect on Wednesday morning</a>
			</li>
			<li>
				<a id="647" href="../202001/1002.aspx">Seagrass off Gull Rock has doubled since the moorings moved</a>
			</li>
			<li>
				<a id="500" href="../202001/1031.aspx">Fog is getting rarer in the Tern estuary, and someone has counted</a>
			</li>
			<li>
				<a id="403" href="../202001/1021.aspx">A warm December sent the herring in early. The gulls noticed first</a>
			</li>
			<li>
				<a id="300" href="../202001/966.aspx">Harbour water clear enough to read through, at last</a>
			</li>
			<li>
				<a id="278" href="../202001/980.aspx">Starlings over Oxmarsh: ten thousand and counting</a>
			</li>
			<li>
				<a id="267" href="../202001/1038.aspx">Seals return to Marrow Sands, and the kites make room</a>
			</li>
			<li>
				<a id="219" href="../202001/949.aspx">Kelp on the outer breakwater: a first map</a>
			</li>
		</ul>
	</body>
</html>