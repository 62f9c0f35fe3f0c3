<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201002" site="201">
	<head>
		<title>Oxmarsh let the river in, on purpose, and stayed dry _The Saltmarrow Gazette-Harbour News-Region</title>
		<meta id="1066" name="description" content="Oxmarsh let the river in, on purpose, and stayed dry " />
	</head>
	<body>
		<span>
			<a href="../201002/default.aspx">Region</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Oxmarsh let the river in, on purpose, and stayed dry</h1>
			<h2 />
			<h3>Jonah Prewett</h3>
			<h4>2026-01-25 09:00</h4>
			<h5 />
			<a href="https://www.terncourier.example/oxmarsh-bank">Tern Valley Courier</a>
			<p><![CDATA[<form><p>While the city piled up sandbags, Oxmarsh did nothing at all. Last summer the village had lowered four hundred metres of its own river bank; on Wednesday the Tern came through the gap, as invited, and spread out over sixty hectares of rough grass. It rose to the second bar of Farmer Ley’s gate. No house was wet.</p><p style="text-align:center"><img src="../images/2026/marsh.jpg" alt="Illustration: a river winds through green salt marsh at first light, a heron in the shallows, a lowered bank and a small farmhouse beyond" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">The gap in the bank, and a visitor.</span></p><p>It is called making room. Water that is lying about in a meadow isn’t going up a street, and the Institute thinks that Oxmarsh alone took four centimetres off the peak at the Old Quay, which had nine to spare.</p><p>&nbsp;</p><p>The idea wasn’t popular. Tom Ley’s grandfather built that bank, with a barrow, from 1931 to 1938. “I asked him about it,” said Ley. “I went up to the churchyard. I said, it’s not that it was wrong, it’s that the river has got bigger.” He dug the first metre himself.</p><p>In return the county pays rent for the wet days, as it would for a field of anything else. Ley now farms mud, as he tells it, and a little samphire. In October there were two avocets; in December, four hundred.</p><p>The <a href="../201002/1034.aspx">bus</a> ran throughout. On Thursday the class from Ness Ferry came out on it to look at the flood. The teacher asked what they saw. One girl thought for a long time. “It looks,” she said, “as if it had been there before.”</p></form>]]></p>
			<b>2026-01-25 08:34</b>
			<dd>371</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201002/1058.aspx">Brack Island, cut off for two days, held a dance</a>
		<ul id="new">
			<li>
				<a href="../201002/1066.aspx">Oxmarsh let the river in, on purpose, and stayed dry</a>
			</li>
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
				<a id="1558" href="../201002/1058.aspx">Brack Island, cut off for two days, held a dance</a>
			</li>
			<li>
				<a id="955" href="../201002/1016.aspx">Brack Island gets its doctor: one boat, every Tuesday</a>
			</li>
			<li>
				<a id="508" href="../201002/1008.aspx">Little Wick votes to keep its level crossing keeper</a>
			</li>
			<li>
				<a id="371" href="../201002/1066.aspx">Oxmarsh let the river in, on purpose, and stayed dry</a>
			</li>
			<li>
				<a id="277" href="../201002/1034.aspx">Oxmarsh, Little Wick, Ness Ferry, and the bus that joins them</a>
			</li>
			<li>
				<a id="277" href="../201002/1046.aspx">Ness Ferry’s chain ferry is 80 and has no plans</a>
			</li>
			<li>
				<a id="265" href="../201002/977.aspx">Brack Island’s sheep vote with their feet</a>
			</li>
			<li>
				<a id="237" href="../201002/944.aspx">Tern Valley line to run on Sundays again</a>
			</li>
			<li>
				<a id="197" href="../201002/996.aspx">Little Wick to vote on its crossing keeper</a>
			</li>
			<li>
				<a id="178" href="../201002/963.aspx">Ness Ferry school wins the mud prize, again</a>
			</li>
		</ul>
	</body>
</html>