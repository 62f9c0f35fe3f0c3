<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203002" site="203">
	<head>
		<title>The Lantern’s ghost light will stay on through the holidays _The Saltmarrow Gazette-Culture-Stage and Screen</title>
		<meta id="1009" name="description" content="The Lantern’s ghost light will stay on through the holidays " />
	</head>
	<body>
		<span>
			<a href="../203002/default.aspx">Stage and Screen</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>The Lantern’s ghost light will stay on through the holidays</h1>
			<h2 />
			<h3>Ines Calloway</h3>
			<h4>2025-12-27 09:45</h4>
			<h5 />
			<a href="https://www.quayreview.example/2025/12/ghost-light">The Quay Review</a>
			<p><![CDATA[<form><p align="justify"><font face="Georgia" size="3">For eleven days the Lantern Theatre is dark, and for eleven days one bulb will burn on its empty stage. Anyone who wants to sit with it may come in between four and six, free of charge, and say nothing.</font></p><p style="text-align:center"><img src="/images/2026/theatre.jpg" alt="Illustration: red theatre curtains open on an empty stage where a single bare bulb stands beside a wooden chair" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">The ghost light, and the chair nobody moves.</span></p><p align="justify"><font face="Georgia" size="3">A ghost light is a safety rule that turned into a custom: leave a lamp on, so that the first person in does not fall into the pit. The Lantern’s has stood in the same place since 1921. Beside it is a kitchen chair. Stagehands disagree about whose it is and agree that it should be left alone.</font></p><p><font size="3">&nbsp;</font></p><p align="justify"><font face="Georgia" size="3">The idea of opening the doors came from the night watchwoman, Rosalind Keel. “I have had that light to myself for sixteen years,” she said. “It’s the best seat in the city. I thought it was selfish.”</font></p><p align="justify"><font face="Georgia" size="3">On the first evening seven people came. One brought knitting. A man in a courier’s jacket slept in row F with his helmet in his lap. At six Keel walked to the edge of the stage and said “Thank you,” which is what the stage manager says at the end of a rehearsal, and everybody got up.</font></p><p align="justify"><font face="Georgia" size="3">The theatre is heated to fourteen degrees. Blankets are on the radiator by the stalls door. The next production, <a href="../203002/1029.aspx">a play without any lines</a>, opens on 7 January.</font></p><p><font size="3">&nbsp;</font></p></form>]]></p>
			<b>2025-12-27 09:41</b>
			<dd>422</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<ul id="new">
			<li>
				<a href="../203002/1009.aspx">The Lantern’s ghost light will stay on through the holidays</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="422" href="../203002/1009.aspx">The Lantern’s ghost light will stay on through the holidays</a>
			</li>
		</ul>
	</body>
</html>