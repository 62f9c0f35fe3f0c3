<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203002" site="203">
	<head>
		<title>The Meridian’s projectionist wants your storm footage _The Saltmarrow Gazette-Culture-Stage and Screen</title>
		<meta id="1068" name="description" content="The Meridian’s projectionist wants your storm footage " />
	</head>
	<body>
		<span>
			<a href="../203002/default.aspx">Stage and Screen</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>The Meridian’s projectionist wants your storm footage</h1>
			<h2 />
			<h3>Ines Calloway</h3>
			<h4>2026-01-25 12:30</h4>
			<h5 />
			<a href=""></a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">There is a hole at the start of the Meridian’s only film, where two lost reels used to be, and Caspian Rudd has decided what to fill it with. He is asking everyone who filmed the harbour on the night of the surge to send him nine seconds.</span></p><p style="text-align:center"><img src="../images/2026/cinema.jpg" alt="Illustration: the Meridian cinema at night, its canopy lit, people waiting under umbrellas" width="1200" height="675" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">The Meridian will open as usual on Thursday.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none"><span style="font-style:italic">The Long Winter Tide</span>, made in 1958, begins in the middle of a storm that nobody now living can see the start of. “We’ve just had one,” said Rudd. “It would be rude not to introduce them.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">He does not want the good shots. Those have been on everyone’s phone. He is after what was filmed by mistake: a ceiling, a sleeve, the dark with people breathing in it; somebody’s hand going round a cup. Nine seconds, because that is how long the oldest clip he has been given lasts. It shows a pair of boots on a step, and water that isn’t quite touching them.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The pieces will be copied on to film in the order in which they arrive, without titles or music, and joined to reel three. He has 214 so far, about half an hour.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The Meridian was dry on Wednesday. It is sixty metres up the hill, and on Thursday there were 238 people in it, the fullest house of the run. When the 1958 harbour came up on the screen, grey and full of boats, they got to their feet. Rudd stopped the projector, thinking that there was a fire.</span></p></form>]]></p>
			<b>2026-01-25 10:07</b>
			<dd>203</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203002/1060.aspx">Forty candles and a storm: the night the Lantern did not go dark</a>
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