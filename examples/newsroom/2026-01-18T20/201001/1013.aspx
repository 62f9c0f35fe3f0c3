<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201001" site="201">
	<head>
		<title>Why the harbour clock runs four minutes fast, and will go on doing so _The Saltmarrow Gazette-Harbour News-City</title>
		<meta id="1013" name="description" content="Why the harbour clock runs four minutes fast, and will go on doing so " />
	</head>
	<body>
		<span>
			<a href="../201001/default.aspx">City</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Why the harbour clock runs four minutes fast, and will go on doing so</h1>
			<h2 />
			<h3>Tobias Quill</h3>
			<h4>2025-12-29 07:50</h4>
			<h5 />
			<a href="https://board.saltmarrow.example/bulletin/2025-33">Harbour Board Bulletin</a>
			<p><![CDATA[<form><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Visitors complain about it twice a week in summer. The clock on the Pilots’ Tower is four minutes fast, has been since 1903, and after a hearing that lasted most of Friday the Harbour Board has ruled that correcting it would be dangerous.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The error was deliberate. A ferry master, tired of passengers who ran, had the hands moved so that anyone late by the clock was in time for the boat. The city adjusted. Shops opened by the tower and trains left by the railway; people learned to carry both times in their heads.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">When the mechanism was cleaned this autumn, the clockmaker Sunniva Brandt offered to set it right at no extra cost. The Board, to its surprise, received 1,900 letters. One came from a midwife, who times the last stretch of the hill road by it. One came from a class of eight-year-olds and contained the whole argument: <i style="mso-bidi-font-style:normal">If you fix it we will all be late.</i></span><o:p></o:p></p><table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse"><tr><th style="padding:0pt 5.4pt">Event</th><th style="padding:0pt 5.4pt">By the tower</th><th style="padding:0pt 5.4pt">In fact</th></tr><tr><td style="padding:0pt 5.4pt">Night ferry</td><td style="padding:0pt 5.4pt">23:44</td><td style="padding:0pt 5.4pt">23:40</td></tr><tr><td style="padding:0pt 5.4pt">First tram 3</td><td style="padding:0pt 5.4pt">05:16</td><td style="padding:0pt 5.4pt">05:12</td></tr><tr><td style="padding:0pt 5.4pt">Fish auction bell</td><td style="padding:0pt 5.4pt">06:04</td><td style="padding:0pt 5.4pt">06:00</td></tr><tr><td style="padding:0pt 5.4pt">School gate shuts</td><td style="padding:0pt 5.4pt">08:34</td><td style="padding:0pt 5.4pt">08:30</td></tr></table><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Brandt gave evidence last. A clock, she said, is a promise between people, and this one has been kept for 122 years. The Board voted seven to nil. A small brass plate will be fixed below the dial with the words “Four minutes fast, on purpose”.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The plate was to be unveiled at noon yesterday. The crowd, going by the tower, arrived early.</span><o:p></o:p></p></form>]]></p>
			<b>2025-12-29 07:46</b>
			<dd>2213</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
		<a id="next" href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
		<ul id="new">
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
			<li>
				<a href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="2318" href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
			<li>
				<a id="2213" href="../201001/1013.aspx">Why the harbour clock runs four minutes fast, and will go on doing so</a>
			</li>
			<li>
				<a id="1757" href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
			</li>
			<li>
				<a id="988" href="../201001/1041.aspx">City opens its drawers: 9,000 street photographs, free to use</a>
			</li>
			<li>
				<a id="484" href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
			<li>
				<a id="349" href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
			<li>
				<a id="297" href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
			<li>
				<a id="262" href="../201001/1036.aspx">The Fish Market’s new roof was designed around its gulls</a>
			</li>
			<li>
				<a id="260" href="../201001/941.aspx">Eel Row gets its cobbles back, numbered</a>
			</li>
			<li>
				<a id="189" href="../201001/958.aspx">Fish auction moves its bell half a metre</a>
			</li>
		</ul>
	</body>
</html>