<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201001" site="201">
	<head>
		<title>Who pays for a sea wall? The Harbour Board shows its sums _The Saltmarrow Gazette-Harbour News-City</title>
		<meta id="1061" name="description" content="Who pays for a sea wall? The Harbour Board shows its sums " />
	</head>
	<body>
		<span>
			<a href="../201001/default.aspx">City</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Who pays for a sea wall? The Harbour Board shows its sums</h1>
			<h2 />
			<h3>Marit Osei</h3>
			<h4>2026-01-23 14:20</h4>
			<h5 />
			<a href="https://board.saltmarrow.example/bulletin/2026-05">Harbour Board Bulletin</a>
			<p><![CDATA[<form><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Two days after the water came within nine centimetres of the top of the Old Quay, the Harbour Board has published what it would cost to raise it by 55: 18.4 million crowns, or about a tram ticket a month for each household for twelve years. It has also printed every sum it did, including those that came out wrong.</span><o:p></o:p></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/sea-wall.png" alt="Diagram: section through the Old Quay with the surge level at 4.01 metres, the present quay at 4.10 and a proposed parapet 55 centimetres higher" width="1200" height="675" /><figcaption>Section at the Customs Steps. Diagram: The Saltmarrow Gazette</figcaption></figure><table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse"><tr><th style="padding:0pt 5.4pt">Option</th><th style="padding:0pt 5.4pt">Height</th><th style="padding:0pt 5.4pt">Cost (million crowns)</th><th style="padding:0pt 5.4pt">Lasts until about</th></tr><tr><td style="padding:0pt 5.4pt">Do nothing</td><td style="padding:0pt 5.4pt">4.10 m</td><td style="padding:0pt 5.4pt">0.9 a year in damage</td><td style="padding:0pt 5.4pt">now</td></tr><tr><td style="padding:0pt 5.4pt">Sandbags and boards</td><td style="padding:0pt 5.4pt">4.40 m</td><td style="padding:0pt 5.4pt">3.2</td><td style="padding:0pt 5.4pt">2040</td></tr><tr><td style="padding:0pt 5.4pt">Stone parapet</td><td style="padding:0pt 5.4pt">4.65 m</td><td style="padding:0pt 5.4pt">18.4</td><td style="padding:0pt 5.4pt">2075</td></tr><tr><td style="padding:0pt 5.4pt">Barrier at the bar</td><td style="padding:0pt 5.4pt">5.50 m</td><td style="padding:0pt 5.4pt">310</td><td style="padding:0pt 5.4pt">2120</td></tr></table><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The Board favours the parapet. It would be built of the old stone with <a href="../202002/1015.aspx">shell mortar</a>, low enough to sit on and with gaps at the steps that close with boards. A first draft made it ten centimetres higher. “Then we measured people,” said the engineer, Ingrid Salo. “At sixty-five nobody could see the harbour sitting down. You don’t save a city by hiding what it’s for.”</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">There are objections. Shopkeepers on Eel Row fear two summers of dust. The Oxmarsh farmers point out that they <a href="../201002/1066.aspx">let the river in</a> for a fortieth of the price, and took, by their estimate, four centimetres off the peak in town. The Board agrees, and has put 0.6 million towards more of it in all but the first option.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Hearings open on 9 February in the reading room. The boats will be moved.</span><o:p></o:p></p></form>]]></p>
			<b>2026-01-23 12:45</b>
			<dd>725</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201001/1055.aspx">The sea stopped a hand’s width below the quay</a>
		<a id="next" href="../201001/1070.aspx">Customs Steps reopen, one stone short</a>
		<ul id="new">
			<li>
				<a href="../201001/1070.aspx">Customs Steps reopen, one stone short</a>
			</li>
			<li>
				<a href="../201001/1061.aspx">Who pays for a sea wall? The Harbour Board shows its sums</a>
			</li>
			<li>
				<a href="../201001/1055.aspx">The sea stopped a hand’s width below the quay</a>
			</li>
			<li>
				<a href="../201001/1049.aspx">The allotments under the flyover have a waiting list, and a fox</a>
			</li>
			<li>
				<a href="../201001/1041.aspx">City opens its drawers: 9,000 street photographs, free to use</a>
			</li>
			<li>
				<a href="../201001/1036.aspx">The Fish Market’s new roof was designed around its gulls</a>
			</li>
			<li>
				<a href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
			</li>
			<li>
				<a href="../201001/1013.aspx">Why the harbour clock runs four minutes fast, and will go on doing so</a>
			</li>
			<li>
				<a href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
			<li>
				<a href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="6094" href="../201001/1055.aspx">The sea stopped a hand’s width below the quay</a>
			</li>
			<li>
				<a id="2842" href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
			<li>
				<a id="1869" href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
			</li>
			<li>
				<a id="1082" href="../201001/1041.aspx">City opens its drawers: 9,000 street photographs, free to use</a>
			</li>
			<li>
				<a id="725" href="../201001/1061.aspx">Who pays for a sea wall? The Harbour Board shows its sums</a>
			</li>
			<li>
				<a id="505" href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
			<li>
				<a id="424" href="../201001/1013.aspx">Why the harbour clock runs four minutes fast, and will go on doing so</a>
			</li>
			<li>
				<a id="356" href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
			<li>
				<a id="312" href="../201001/1049.aspx">The allotments under the flyover have a waiting list, and a fox</a>
			</li>
			<li>
				<a id="305" href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
		</ul>
	</body>
</html>