<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201001" site="201">
	<head>
		<title>Four hundred loaves, one oven and the longest night on Saltpan Lane _The Saltmarrow Gazette-Harbour News-City</title>
		<meta id="1011" name="description" content="Four hundred loaves, one oven and the longest night on Saltpan Lane " />
	</head>
	<body>
		<span>
			<a href="../201001/default.aspx">City</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Four hundred loaves, one oven and the longest night on Saltpan Lane</h1>
			<h2 />
			<h3>Mei Tarrant</h3>
			<h4>2025-12-28 08:00</h4>
			<h5 />
			<a href="https://www.tidewire.example/city/saltpan-lane-bakers">Tidewire</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">When the flour lorry stuck fast under the Cinder Hill bridge, three rival bakers on Saltpan Lane had eleven hours, one working oven and four hundred orders between them. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">They had not spoken, by most accounts, since a quarrel about currants in 2008.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The orders were for tide bread, the salted plait that is eaten in this city on the longest night and on no other. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">It needs two risings and cannot be made ahead. Two of the three shops had already let their ovens go cold to save gas; the third, Oriel’s, had the heat but no flour left.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">“I stood in the lane and shouted,” said Benedict Oriel, 63. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">“I shouted that I had an oven. It was the first civil thing I’d said to either of them in seventeen years.”</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Flour came in wheelbarrows from the school kitchens, the ferry galley and a pottery that keeps a sack for papier-mâché. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">By ten at night nine people were plaiting at one table. Halina Voss, of Voss &amp; Daughter, was put in charge because her plaits are the straightest, and nobody argued, which the apprentices noted with interest.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The last loaf came out at 06:20, twelve minutes before it was light. All four hundred orders were filled. Five extra plaits, misshapen, were eaten on the kerb with dripping.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">As to the currants: tide bread does not contain any. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">Mr Oriel still holds that it might. Ms Voss, asked for comment, handed this newspaper a loaf.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">&nbsp;</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">&nbsp; Translated by Mei Tarrant</span></p></form>]]></p>
			<b>2025-12-28 07:53</b>
			<dd>128</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
		<ul id="new">
			<li>
				<a href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
			<li>
				<a href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
			<li>
				<a href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
			<li>
				<a href="../201001/985.aspx">The lamplighter’s ladder is for sale</a>
			</li>
			<li>
				<a href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
			<li>
				<a href="../201001/958.aspx">Fish auction moves its bell half a metre</a>
			</li>
			<li>
				<a href="../201001/941.aspx">Eel Row gets its cobbles back, numbered</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="1912" href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
			<li>
				<a id="322" href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
			<li>
				<a id="267" href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
			<li>
				<a id="239" href="../201001/941.aspx">Eel Row gets its cobbles back, numbered</a>
			</li>
			<li>
				<a id="167" href="../201001/958.aspx">Fish auction moves its bell half a metre</a>
			</li>
			<li>
				<a id="141" href="../201001/985.aspx">The lamplighter’s ladder is for sale</a>
			</li>
			<li>
				<a id="128" href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
		</ul>
	</body>
</html>