<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202001" site="202">
	<head>
		<title>Seals return to Marrow Sands, and the kites make room _The Saltmarrow Gazette-Science-Sea and Climate</title>
		<meta id="1038" name="description" content="Seals return to Marrow Sands, and the kites make room " />
	</head>
	<body>
		<span>
			<a href="../202001/default.aspx">Sea and Climate</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>Seals return to Marrow Sands, and the kites make room</h1>
			<h2 />
			<h3>Mei Tarrant</h3>
			<h4>2026-01-12 08:00</h4>
			<h5 />
			<a href="https://www.sims.example/notes/seal-count-2026">Saltmarrow Institute of Marine Science</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Sixty-three grey seals are lying on the western half of Marrow Sands this winter, thirty more than last, and the kite flyers who had that beach to themselves have voted to move to the other end. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">The ballot was held in a gale, on bits of card, and was unanimous once the cards had been caught.</span></p><p style="text-align:center"><img src="../images/2026/seals.jpg" alt="Illustration: grey seals resting on a sandy beach beside a blue sea, two kites in the sky beyond them" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">The western sands, seen from the dune path.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Seals had not bred here since 1908. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">The first pup was born in 2019 behind a broken fish box; last week there were seventeen. A pup that is frightened into the water before it has moulted can drown or lose its mother, and nothing frightens a seal like a shadow that swoops.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">“We had no idea,” said Ferdy Bello, secretary of the Saltmarrow Kite Society. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">“We thought they were waving.”</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Under the agreement, written on one side of paper, kites stay east of the wreck from November to March. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">In return the Institute has moved its wind gauge to the eastern end and puts the reading on a board. Walkers are asked to keep to the dune path and dogs to their leads.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The seals were not consulted, but one large bull has already broken the treaty, Bello reports. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">On Sunday he hauled himself across the line, lay down on the landing ground and slept there all afternoon. The society flew elsewhere.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt"><span style="font-style:italic">Correction: an earlier version gave the number of seals as 68 and of pups as 19. They are 63 and 17; five seals had been counted from both ends of the beach.</span></span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">&nbsp;</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">&nbsp; Translated by Mei Tarrant</span></p></form>]]></p>
			<b>2026-01-19 10:26</b>
			<dd>267</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../202001/1031.aspx">Fog is getting rarer in the Tern estuary, and someone has counted</a>
		<a id="next" href="../202001/1052.aspx">A spring tide and a deep low: what to expect on Wednesday morning</a>
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