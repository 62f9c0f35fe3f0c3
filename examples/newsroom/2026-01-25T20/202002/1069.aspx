<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202002" site="202">
	<head>
		<title>Cinder Hill photographs a comet through a hole in the weather _The Saltmarrow Gazette-Science-Research</title>
		<meta id="1069" name="description" content="Cinder Hill photographs a comet through a hole in the weather " />
	</head>
	<body>
		<span>
			<a href="../202002/default.aspx">Research</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>Cinder Hill photographs a comet through a hole in the weather</h1>
			<h2 />
			<h3>Samir Dunmore</h3>
			<h4>2026-01-25 16:00</h4>
			<h5 />
			<a href="https://www.cinderhill.example/notes/comet">Cinder Hill Observatory</a>
			<p><![CDATA[<form><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">For six minutes on Saturday night the sky over Port Saltmarrow was clear. It had been cloudy for nineteen days and is cloudy again. In those six minutes a centenarian telescope, pointed by two people who had been about to go home, took the first picture of a comet in the observatory’s history.</span><o:p></o:p></p><p style="text-align:center"><img src="/images/2026/observatory.jpg" alt="Illustration: an observatory dome under star trails with a comet above" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">Cinder Hill on Saturday night, as its director describes it.</span></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The comet is not new. Larger instruments have followed it since the autumn. But Beatrix Ohlsen and her assistant, Milo Strand, had drawn lots for who would lock up, and were arguing on the iron stair, when the slit of the dome turned from orange to black.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">“There was no time to be scientific,” said Ohlsen. “Milo held the plate. I said a word that I’ve since withdrawn.”</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The picture shows a smudge with two tails, a little trailed, since the clock drive slipped, and in one corner the blur of a moth. It is of no use to anyone. It has been printed forty centimetres wide and hung in the stairwell between the plates of 1926 and 1957, which are also of cloud.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">In the margin, where a hundred years of observers have written their apologies for the weather, Ohlsen wrote the date and the time and for a while could think of nothing to add. Then she put down what a lighthouse keeper’s daughter used to write on the best nights: “Kettle on.”</span><o:p></o:p></p></form>]]></p>
			<b>2026-01-25 14:25</b>
			<dd>176</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../202002/1057.aspx">Microphones in the breakwater heard the surge eleven minutes early</a>
		<ul id="new">
			<li>
				<a href="../202002/1069.aspx">Cinder Hill photographs a comet through a hole in the weather</a>
			</li>
			<li>
				<a href="../202002/1057.aspx">Microphones in the breakwater heard the surge eleven minutes early</a>
			</li>
			<li>
				<a href="../202002/1042.aspx">Listening to concrete: why there are microphones in the breakwater</a>
			</li>
			<li>
				<a href="../202002/1026.aspx">Cinder Hill’s telescope turns 100 and finds something to do</a>
			</li>
			<li>
				<a href="../202002/1015.aspx">Oyster shells, ground fine, make a mortar that heals its own cracks</a>
			</li>
			<li>
				<a href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="2719" href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
			<li>
				<a id="1187" href="../202002/1057.aspx">Microphones in the breakwater heard the surge eleven minutes early</a>
			</li>
			<li>
				<a id="1100" href="../202002/1042.aspx">Listening to concrete: why there are microphones in the breakwater</a>
			</li>
			<li>
				<a id="888" href="../202002/1015.aspx">Oyster shells, ground fine, make a mortar that heals its own cracks</a>
			</li>
			<li>
				<a id="427" href="../202002/1026.aspx">Cinder Hill’s telescope turns 100 and finds something to do</a>
			</li>
			<li>
				<a id="176" href="../202002/1069.aspx">Cinder Hill photographs a comet through a hole in the weather</a>
			</li>
		</ul>
	</body>
</html>