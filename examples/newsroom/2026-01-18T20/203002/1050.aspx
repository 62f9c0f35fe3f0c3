<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203002" site="203">
	<head>
		<title>A radio play raises the tug Constance, in the dark, with spoons _The Saltmarrow Gazette-Culture-Stage and Screen</title>
		<meta id="1050" name="description" content="A radio play raises the tug Constance, in the dark, with spoons " />
	</head>
	<body>
		<span>
			<a href="../203002/default.aspx">Stage and Screen</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>A radio play raises the tug Constance, in the dark, with spoons</h1>
			<h2 />
			<h3>Ines Calloway</h3>
			<h4>2026-01-18 13:20</h4>
			<h5 />
			<a href="https://radio.saltmarrow.example/constance">Radio Saltmarrow</a>
			<p><![CDATA[<form><p align="justify"><font face="Georgia" size="3">The tug <i>Constance</i> went down inside the harbour bar on a windless night in 1926 with all eleven hands, and no one has ever said why. On Saturday Radio Saltmarrow sank her again, in a studio the size of a pantry, with a tin bath, a harmonium and forty soup spoons.</font></p><p align="justify"><font face="Georgia" size="3">The play, by Lior Amsel, lasts exactly as long as the sinking did: 22 minutes from the first bell to the last. There is no narrator. We hear a card game in the mess, an engine, a joke about a hat. Then the engine note drops by a third of a tone, and everyone in the mess goes on talking for nine seconds.</font></p><p align="justify"><font face="Georgia" size="3">“Those nine seconds are the play,” Amsel said. “They are the last time it’s an ordinary night.”</font></p><p><font size="3">&nbsp;</font></p><p align="justify"><font face="Georgia" size="3">The spoons are the sea. Foley artist Gwen Hollis tried water first and found that water sounds like a tap. Forty people drawing spoons along the edge of a table, out of step, sound like something large coming closer. The forty were listeners who answered an appeal. Eleven of them turned out to be related to the crew.</font></p><p align="justify"><font face="Georgia" size="3">The keeper of the tide gauge had written that night, “no wind, cannot account for it”. Amsel leaves it at that. After the last bell there is a minute of silence on air, in which, if you have good headphones, somebody puts a spoon down very gently.</font></p><p align="justify"><font face="Georgia" size="3">The play can be heard until March.</font></p></form>]]></p>
			<b>2026-01-18 12:39</b>
			<dd>131</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203002/1044.aspx">At the puppet workshop, the wolf gets new knees</a>
		<ul id="new">
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
				<a id="1161" href="../203002/1019.aspx">The Meridian will show one film, once a week, until someone asks it to stop</a>
			</li>
			<li>
				<a id="1104" href="../203002/1044.aspx">At the puppet workshop, the wolf gets new knees</a>
			</li>
			<li>
				<a id="835" href="../203002/1009.aspx">The Lantern’s ghost light will stay on through the holidays</a>
			</li>
			<li>
				<a id="528" href="../203002/1029.aspx">A play with no lines, performed by the tide</a>
			</li>
			<li>
				<a id="131" href="../203002/1050.aspx">A radio play raises the tug Constance, in the dark, with spoons</a>
			</li>
		</ul>
	</body>
</html>