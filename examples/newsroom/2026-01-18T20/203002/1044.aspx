<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203002" site="203">
	<head>
		<title>At the puppet workshop, the wolf gets new knees _The Saltmarrow Gazette-Culture-Stage and Screen</title>
		<meta id="1044" name="description" content="At the puppet workshop, the wolf gets new knees " />
	</head>
	<body>
		<span>
			<a href="../203002/default.aspx">Stage and Screen</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>At the puppet workshop, the wolf gets new knees</h1>
			<h2 />
			<h3>Ines Calloway</h3>
			<h4>2026-01-15 11:00</h4>
			<h5 />
			<a href="https://www.quayreview.example/2026/01/wolf">The Quay Review</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The wolf at the Ropewalk Puppet Theatre is ninety-one and has not been able to kneel since the spring. For a villain who must beg for mercy eight times a week that is a professional matter. On Tuesday he was laid on a table, under a good lamp, and opened.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Three people stood round him. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">Anselm Rook, who carves, held the leg. Judit Rook, who strings, held her breath. The third was a surgeon from the infirmary, Dr Amara Finch, who has replaced some two thousand knees in people and had never seen one in limewood.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The fault was in the pegs. They had been whittled from a chair in 1934 and had worn oval, so that the leg swung but would not lock. Finch suggested a shallow cup, the kind of joint that people have and furniture does not. Anselm cut it in boxwood. Judit ran the string through the hollow, where a tendon would be.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">“He was a very good patient,” said Finch. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">“He lay still and showed his teeth.”</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The wolf went on again on Wednesday afternoon before forty-four children. In the last scene he sank to both knees, for the first time in nine months, and put his head to the floor. There was a silence. Then a small voice in the second row, which had come to see him punished, said: “Oh, let him off.”</span></p><p onclick="track(&#39;wolf&#39;)" style="margin:0pt 0pt 8pt"><a href="javascript:void(0)"><span style="font-family:Calibri; font-size:11pt">See also: the wolf&#8217;s dressing room, in pictures</span></a></p><script type="text/javascript">var section = "stage";</script><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">He was not let off. But he took, Judit says, a longer bow than usual.</span></p></form>]]></p>
			<b>2026-01-15 10:34</b>
			<dd>1104</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		
		<a id="perv" href="../203002/1029.aspx">A play with no lines, performed by the tide</a>
		<a id="next" href="../203002/1050.aspx">A radio play raises the tug Constance, in the dark, with spoons</a>
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
				<a id="1161" id="1161" href="../203002/1019.aspx">The Meridian will show one film, once a week, until someone asks it to stop</a>
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