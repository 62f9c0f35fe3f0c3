<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201001" site="201">
	<head>
		<title>Tram 3 is late because of the swans _The Saltmarrow Gazette-Harbour News-City</title>
		<meta id="1025" name="description" content="Tram 3 is late because of the swans " />
	</head>
	<body>
		<span>
			<a href="../201001/default.aspx">City</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Tram 3 is late because of the swans</h1>
			<h2 />
			<h3>Wren Adeyemi</h3>
			<h4>2026-01-05 07:30</h4>
			<h5 />
			<a href="https://www.tidewire.example/city/tram-3-swans">Tidewire</a>
			<p><![CDATA[<form><p>A pair of swans and their grown cygnet have taken to sleeping between the rails at Tern Street, and tram 3 has been eight minutes late every morning since Boxing Day. The transport office has tried a whistle, a broom and a man in a yellow coat. The swans have bitten the broom.</p><p style="text-align:center"><img src="/images/2026/tram.jpg" alt="Illustration: a green and cream tram with the number 3 has stopped in front of three swans on the track" width="1200" height="675" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">Tern Street, 05:20 on Friday.</span></p><p>The reason is warmth. The points at Tern Street are heated against frost, and the sett stones around them keep at about fourteen degrees. “It is the best bed on the river,” said the driver, Kofi Braithwaite, who has been stopped by it nine times. “I don’t blame them. I have seen the river.”</p><p>&nbsp;</p><p>He has learned to wait. At twenty past five the swans stand up, complain and walk to the water in single file. Passengers have begun to get off and watch. Two of them, Braithwaite reports, are now walking out together.</p><p>Plans to switch off the heater were dropped when the engineers explained what frozen points do. Instead the timetable has been changed: from today the first tram leaves the depot eight minutes sooner and is booked to stand at Tern Street from 05:12 to 05:20. In the printed edition the stop is marked with a small bird.</p><p>Schoolchildren have asked for the swans to be given names. The transport office, which does not name its obstacles as a rule, says it is open to suggestions.</p><p>&nbsp;</p></form>]]></p>
			<b>2026-01-05 05:07</b>
			<dd>1635</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201001/1013.aspx">Why the harbour clock runs four minutes fast, and will go on doing so</a>
		<a id="next" href="../201001/1036.aspx">The Fish Market’s new roof was designed around its gulls</a>
		<ul id="new">
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
				<a id="2199" href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
			<li>
				<a id="2044" href="../201001/1013.aspx">Why the harbour clock runs four minutes fast, and will go on doing so</a>
			</li>
			<li>
				<a id="1635" href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
			</li>
			<li>
				<a id="463" href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
			<li>
				<a id="341" href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
			<li>
				<a id="288" href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
			<li>
				<a id="253" href="../201001/941.aspx">Eel Row gets its cobbles back, numbered</a>
			</li>
			<li>
				<a id="182" href="../201001/958.aspx">Fish auction moves its bell half a metre</a>
			</li>
			<li>
				<a id="158" href="../201001/985.aspx">The lamplighter’s ladder is for sale</a>
			</li>
			<li>
				<a id="106" href="../201001/1036.aspx">The Fish Market’s new roof was designed around its gulls</a>
			</li>
		</ul>
	</body>
</html>