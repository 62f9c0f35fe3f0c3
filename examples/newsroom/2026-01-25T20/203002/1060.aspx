<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203002" site="203">
	<head>
		<title>Forty candles and a storm: the night the Lantern did not go dark _The Saltmarrow Gazette-Culture-Stage and Screen</title>
		<meta id="1060" name="description" content="Forty candles and a storm: the night the Lantern did not go dark " />
	</head>
	<body>
		<span>
			<a href="../203002/default.aspx">Stage and Screen</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>Forty candles and a storm: the night the Lantern did not go dark</h1>
			<h2 />
			<h3>Ines Calloway</h3>
			<h4>2026-01-23 10:40</h4>
			<h5 />
			<a href="https://www.quayreview.example/2026/01/candles">The Quay Review</a>
			<p><![CDATA[<form><p align="justify"><font face="Georgia" size="3">The power failed on Lantern Street on Tuesday at 20:52, nine minutes into the second half. There were 163 people in the theatre and a sea rising underneath it. Nobody left. What followed was, by common consent, the best performance the city has seen in years, and it was not the play on the bill.</font></p><figure style="margin:0pt 0pt 12pt"><img src="../images/2026/candles.jpg" alt="Illustration: two actors on a stage by candlelight beneath a chandelier, a row of candles along the footlights, heads of the audience below" width="1200" height="800" /><figcaption>Drawn from memory by our critic, row D.</figcaption></figure><p align="justify"><font face="Georgia" size="3"><i>Slack Water</i>, which is performed by the tide, had been cancelled that afternoon on the ground that its leading player was over-excited. In its place the company was reading an old comedy, <i>The Two Harbourmasters</i>, with books in hand. When the lights went, so did the words.</font></p><p><font size="3">&nbsp;</font></p><p align="justify"><font face="Georgia" size="3">“I heard Rosalind coming down the aisle,” said the actor Marius Thane. “She had the ghost light in one hand, unplugged, and in the other a carrier bag.” In the bag were forty candles. The night watchwoman had bought them in 2009, she explained, and had been waiting.</font></p><p align="justify"><font face="Georgia" size="3">They were set along the edge of the stage. The cast put down their books, since they could not see them, and played on from what they remembered. Where nobody remembered, someone in the stalls did. By the third act a retired schoolteacher in row H was prompting half the scenes and had been given, by general demand, a part.</font></p><p align="justify"><font face="Georgia" size="3">It ended at midnight. In the dark you could hear the water moving in the dock below. Petra Vance went down with a torch, came back, and said that it had stopped two steps under the stage. She was asked how it had looked. “Attentive,” she said.</font></p><p><font size="3">&nbsp;</font></p></form>]]></p>
			<b>2026-01-23 06:41</b>
			<dd>2000</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203002/1050.aspx">A radio play raises the tug Constance, in the dark, with spoons</a>
		<a id="next" href="../203002/1068.aspx">The Meridian’s projectionist wants your storm footage</a>
		<ul id="new">
			<li>
				<a href="../203002/1068.aspx">The Meridian’s projectionist wants your storm footage</a>
			</li>
			<li>
				<a href="../203002/1060.aspx">Forty candles and a storm: the night the Lantern did not go dark</a>
			</li>
			<li>
				<a href="../203002/1050.aspx">A radio play raises the tug Constance, in the dark, with spoons</a>
			</li>
			<li>
				<a href="../203002/1044.aspx">At the puppet workshop, the wolf gets new knees</a>
			</li>
			<li>
				<a href="../203002/1029.aspx">A play with no lines, performed by the tide</a>
			</li>
			<li>
				<a href="../203002/1019.aspx">The Meridian will show one film, once a week, until someone asks it to stop</a>
			</li>
			<li>
				<a href="../203002/1009.aspx">The Lantern’s ghost light will stay on through the holidays</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="2000" href="../203002/1060.aspx">Forty candles and a storm: the night the Lantern did not go dark</a>
			</li>
			<li>
				<a id="1323" href="../203002/1019.aspx">The Meridian will show one film, once a week, until someone asks it to stop</a>
			</li>
			<li>
				<a id="1305" href="../203002/1044.aspx">At the puppet workshop, the wolf gets new knees</a>
			</li>
			<li>
				<a id="877" href="../203002/1009.aspx">The Lantern’s ghost light will stay on through the holidays</a>
			</li>
			<li>
				<a id="685" href="../203002/1050.aspx">A radio play raises the tug Constance, in the dark, with spoons</a>
			</li>
			<li>
				<a id="557" href="../203002/1029.aspx">A play with no lines, performed by the tide</a>
			</li>
			<li>
				<a id="203" href="../203002/1068.aspx">The Meridian’s projectionist wants your storm footage</a>
			</li>
		</ul>
	</body>
</html>