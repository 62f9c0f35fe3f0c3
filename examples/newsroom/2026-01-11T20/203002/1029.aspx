<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203002" site="203">
	<head>
		<title>A play with no lines, performed by the tide _The Saltmarrow Gazette-Culture-Stage and Screen</title>
		<meta id="1029" name="description" content="A play with no lines, performed by the tide " />
	</head>
	<body>
		<span>
			<a href="../203002/default.aspx">Stage and Screen</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>A play with no lines, performed by the tide</h1>
			<h2 />
			<h3>Ines Calloway</h3>
			<h4>2026-01-07 11:20</h4>
			<h5 />
			<a href="https://www.quayreview.example/2026/01/slack-water">The Quay Review</a>
			<p><![CDATA[<form><p align="justify"><font face="Georgia" size="3">At 19:04 tonight sea water will enter the Lantern Theatre through a hole in the floor, as it is meant to. <i>Slack Water</i> runs for one hour and fifty minutes, has three performers and no words, and begins when the harbour says so.</font></p><p align="justify"><font face="Georgia" size="3">The old theatre stands on piles. Under the stage there is a scene dock that floods at springs, and for a century the company has fought it with pumps. The designer Petra Vance asked what would happen if they stopped. Twelve weeks later there is a tank of glass where the trapdoor used to be, and the tide comes up in it like an actor who knows the house.</font></p><p align="justify"><font face="Georgia" size="3">Three people wait on a landing stage for a boat. The water rises; a chair floats; they give up, one after another, the things they brought. Each night is a different length, and each night starts about fifty minutes later than the last. On the 15th the curtain goes up at 01:38.</font></p><p><font size="3">&nbsp;</font></p><p align="justify"><font face="Georgia" size="3">“You can’t hurry it and you can’t give it notes,” said Vance. “It is the best performer I’ve worked with. It has never once asked what its motivation is.”</font></p><p align="justify"><font face="Georgia" size="3">At the dress rehearsal the tide brought a shore crab on in the second half. It crossed the stage from left to right, paused, and got a laugh. The company has asked it back.</font></p></form>]]></p>
			<b>2026-01-07 11:13</b>
			<dd>461</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203002/1019.aspx">The Meridian will show one film, once a week, until someone asks it to stop</a>
		<ul id="new">
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
				<a id="1082" href="../203002/1019.aspx">The Meridian will show one film, once a week, until someone asks it to stop</a>
			</li>
			<li>
				<a id="793" href="../203002/1009.aspx">The Lantern’s ghost light will stay on through the holidays</a>
			</li>
			<li>
				<a id="461" href="../203002/1029.aspx">A play with no lines, performed by the tide</a>
			</li>
		</ul>
	</body>
</html>