<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201002" site="201">
	<head>
		<title>Oxmarsh, Little Wick, Ness Ferry, and the bus that joins them _The Saltmarrow Gazette-Harbour News-Region</title>
		<meta id="1034" name="description" content="Oxmarsh, Little Wick, Ness Ferry, and the bus that joins them " />
	</head>
	<body>
		<span>
			<a href="../201002/default.aspx">Region</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Oxmarsh, Little Wick, Ness Ferry, and the bus that joins them</h1>
			<h2 />
			<h3>Jonah Prewett</h3>
			<h4>2026-01-09 13:00</h4>
			<h5 />
			<a href="https://www.terncourier.example/route-12">Tern Valley Courier</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Route 12 had five passengers a day and was going to be cancelled. Then its driver, Mirela Thorne, asked for permission to go the wrong way round. Ten weeks later the bus is full, three villages that had not had a shop between them have a market, and the county is asking her to explain.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The 12 ran outward in the morning, from town to the villages, because that is where the depot is. Nobody wanted to go that way at seven. Thorne had driven the route empty for two years with, as she put it, “a lot of time to think about it”. She proposed to sleep in Oxmarsh, where her sister has a room, and begin there.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Nothing else changed: same bus, same hours, same fuel. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">In the first week she carried forty a day, in the tenth a hundred and sixty.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">People who share a bus talk. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">The Oxmarsh egg woman learned that Ness Ferry had no eggs. Ness Ferry had fish, and Little Wick a closed school with a good stove. On Saturdays the three now trade in the old classroom, at desks, with the prices in chalk.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The county’s transport planner came to see for himself and missed the bus, having waited for it on the wrong side of the road. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">“It’s a question of where you stand,” Thorne said. She picked him up on the way back.</span></p></form>]]></p>
			<b>2026-01-09 11:25</b>
			<dd>167</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201002/1016.aspx">Brack Island gets its doctor: one boat, every Tuesday</a>
		<ul id="new">
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
				<a id="684" href="../201002/1016.aspx">Brack Island gets its doctor: one boat, every Tuesday</a>
			</li>
			<li>
				<a id="480" href="../201002/1008.aspx">Little Wick votes to keep its level crossing keeper</a>
			</li>
			<li>
				<a id="250" href="../201002/977.aspx">Brack Island’s sheep vote with their feet</a>
			</li>
			<li>
				<a id="223" href="../201002/944.aspx">Tern Valley line to run on Sundays again</a>
			</li>
			<li>
				<a id="181" href="../201002/996.aspx">Little Wick to vote on its crossing keeper</a>
			</li>
			<li>
				<a id="167" href="../201002/1034.aspx">Oxmarsh, Little Wick, Ness Ferry, and the bus that joins them</a>
			</li>
			<li>
				<a id="164" href="../201002/963.aspx">Ness Ferry school wins the mud prize, again</a>
			</li>
		</ul>
	</body>
</html>