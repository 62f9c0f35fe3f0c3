<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201002" site="201">
	<head>
		<title>Brack Island, cut off for two days, held a dance _The Saltmarrow Gazette-Harbour News-Region</title>
		<meta id="1058" name="description" content="Brack Island, cut off for two days, held a dance " />
	</head>
	<body>
		<span>
			<a href="../201002/default.aspx">Region</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Brack Island, cut off for two days, held a dance</h1>
			<h2 />
			<h3>Jonah Prewett</h3>
			<h4>2026-01-22 13:00</h4>
			<h5 />
			<a href="https://www.terncourier.example/brack-dance">Tern Valley Courier</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">With the causeway broken, the ferry tied up and the power gone since four in the morning, the 412 inhabitants of Brack Island did on Wednesday night what they had been planning for Saturday week, and held the winter dance early. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">The food would not have kept.</span></p><p style="text-align:center"><img src="../images/2026/island.jpg" alt="Illustration: an island village at dusk, the lit windows of a hall with dancers, a broken causeway in the foreground" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">The hall, seen from the causeway.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Nine freezers were emptied into the school kitchen. The doctor, Noor Castellan, had come over on <a href="../201002/1016.aspx">her Tuesday boat</a> and couldn’t go home; she spent the day on one broken wrist and a great many small cuts and the evening, as treasurer of the choir, counting the band in.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">There was no way to announce it. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">A boy on a bicycle was sent round with a bell. By seven some 350 people were in the hall, in boots, with every storm lamp on the island hung from the beams. Those who couldn’t walk were brought in the fish van, which was washed.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The Harbour Board’s launch got through on Thursday at noon with bread, batteries and the mayor. “We’d been worried,” Yusuf Kettleby said. He was given a plate. There was, he told this newspaper, a great deal of trifle.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The sea has taken eleven metres of the causeway and will have to give them back, as the island puts it; the repair may last until March. Until then the boats run at both ends of the day, and the <a href="../201001/1001.aspx">night ferry</a>, which was on probation, has been asked to sail every night of the week.</span></p></form>]]></p>
			<b>2026-01-22 12:19</b>
			<dd>355</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201002/1046.aspx">Ness Ferry’s chain ferry is 80 and has no plans</a>
		<ul id="new">
			<li>
				<a href="../201002/1058.aspx">Brack Island, cut off for two days, held a dance</a>
			</li>
			<li>
				<a href="../201002/1046.aspx">Ness Ferry’s chain ferry is 80 and has no plans</a>
			</li>
			<li>
				<a href="../201002/1034.aspx">Oxmarsh, Little Wick, Ness Ferry, and the bus that joins them</a>
			</li>
			<li>
				<a href="../201002/1016.aspx">Brack Island gets its doctor: one boat, every Tuesday</a>
			</li>
			<li>
				<a href="../201002/1008.aspx">Little Wick votes to keep its level crossing keeper</a>
			</li>
			<li>
				<a href="../201002/996.aspx">Little Wick to vote on its crossing keeper</a>
			</li>
			<li>
				<a href="../201002/977.aspx">Brack Island’s sheep vote with their feet</a>
			</li>
			<li>
				<a href="../201002/963.aspx">Ness Ferry school wins the mud prize, again</a>
			</li>
			<li>
				<a href="../201002/944.aspx">Tern Valley line to run on Sundays again</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="801" href="../201002/1016.aspx">Brack Island gets its doctor: one boat, every Tuesday</a>
			</li>
			<li>
				<a id="502" href="../201002/1008.aspx">Little Wick votes to keep its level crossing keeper</a>
			</li>
			<li>
				<a id="355" href="../201002/1058.aspx">Brack Island, cut off for two days, held a dance</a>
			</li>
			<li>
				<a id="277" href="../201002/1034.aspx">Oxmarsh, Little Wick, Ness Ferry, and the bus that joins them</a>
			</li>
			<li>
				<a id="262" href="../201002/977.aspx">Brack Island’s sheep vote with their feet</a>
			</li>
			<li>
				<a id="242" href="../201002/1046.aspx">Ness Ferry’s chain ferry is 80 and has no plans</a>
			</li>
			<li>
				<a id="234" href="../201002/944.aspx">Tern Valley line to run on Sundays again</a>
			</li>
			<li>
				<a id="193" href="../201002/996.aspx">Little Wick to vote on its crossing keeper</a>
			</li>
			<li>
				<a id="175" href="../201002/963.aspx">Ness Ferry school wins the mud prize, again</a>
			</li>
		</ul>
	</body>
</html>