<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201001" site="201">
	<head>
		<title>The allotments under the flyover have a waiting list, and a fox _The Saltmarrow Gazette-Harbour News-City</title>
		<meta id="1049" name="description" content="The allotments under the flyover have a waiting list, and a fox " />
	</head>
	<body>
		<span>
			<a href="../201001/default.aspx">City</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>The allotments under the flyover have a waiting list, and a fox</h1>
			<h2 />
			<h3>He Rong</h3>
			<h4>2026-01-17 08:45</h4>
			<h5 />
			<a href="https://www.tidewire.example/city/flyover-allotments">Tidewire</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Nobody was meant to garden under the Ropewalk flyover. The city poured eleven concrete columns in 1972, ran out of ideas for what lay between them, and fenced it. Fifty-three years later there are forty plots, 112 names on the list, and the earliest rhubarb in the county.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The secret is the road. It keeps off the frost, and the columns store the little sun they get and give it back at night. “It’s a south wall with lorries on,” said the plot holders’ chair, Delroy Masters, who picked broad beans on New Year’s Day.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Soil was the difficulty: there was none. It was carried in over four decades, mostly at night, in prams. Tests last year found it cleaner than the park’s, since the rain that would wash the road into it never arrives. Water comes from the viaduct’s own downpipes through a bed of reeds.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The fox arrived in October and lives in a cold frame on plot 19. She has eaten the slugs, two gloves and the minutes of the autumn meeting. A motion to move her was defeated, after which plot 19 was formally recorded as let.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The city is now drawing up a lease. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">Masters has read it and likes it, apart from a clause requiring that the land be returned to its original condition. “We’ve asked them to describe that,” he said. “We’d like to see them try.”</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">&nbsp;</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">&nbsp; Translated by Mei Tarrant</span></p></form>]]></p>
			<b>2026-01-17 08:33</b>
			<dd>290</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201001/1041.aspx">City opens its drawers: 9,000 street photographs, free to use</a>
		<a id="next" href="../201001/1055.aspx">The sea stopped a hand’s width below the quay</a>
		<ul id="new">
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
			<li>
				<a href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
			<li>
				<a href="../201001/985.aspx">The lamplighter’s ladder is for sale</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="4236" href="../201001/1055.aspx">The sea stopped a hand’s width below the quay</a>
			</li>
			<li>
				<a id="2492" href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
			<li>
				<a id="1821" href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
			</li>
			<li>
				<a id="1051" href="../201001/1041.aspx">City opens its drawers: 9,000 street photographs, free to use</a>
			</li>
			<li>
				<a id="496" href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
			<li>
				<a id="353" href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
			<li>
				<a id="302" href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
			<li>
				<a id="290" href="../201001/1049.aspx">The allotments under the flyover have a waiting list, and a fox</a>
			</li>
			<li>
				<a id="283" href="../201001/1036.aspx">The Fish Market’s new roof was designed around its gulls</a>
			</li>
			<li>
				<a id="264" href="../201001/941.aspx">Eel Row gets its cobbles back, numbered</a>
			</li>
		</ul>
	</body>
</html>