<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203002" site="203">
	<head>
		<title>The Meridian will show one film, once a week, until someone asks it to stop _The Saltmarrow Gazette-Culture-Stage and Screen</title>
		<meta id="1019" name="description" content="The Meridian will show one film, once a week, until someone asks it to stop " />
	</head>
	<body>
		<span>
			<a href="../203002/default.aspx">Stage and Screen</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>The Meridian will show one film, once a week, until someone asks it to stop</h1>
			<h2 />
			<h3>Ines Calloway</h3>
			<h4>2026-01-02 09:30</h4>
			<h5 />
			<a href="https://www.quayreview.example/2026/01/meridian">The Quay Review</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The city’s last single-screen cinema reopened on Thursday with a plan that its own accountant calls “a dare”. It owns one print, of one film, and it will show that film every Thursday at eight for as long as anybody turns up.</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/cinema.jpg" alt="Illustration: an art deco cinema at night, lit canopy reading Thursdays only, people under umbrellas outside" width="1200" height="675" /><figcaption>The Meridian on its first Thursday.</figcaption></figure><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The film is <span style="font-style:italic">The Long Winter Tide</span>, shot here in 1958 with fishermen in most of the parts. It was thought lost until the roof was mended and eight cans were found in the rafters, where they had been used to weigh down a tarpaulin. Two were empty; so the picture now runs for 71 minutes and has no beginning.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">“Everyone arrives late in this city,” said the projectionist and new owner, Caspian Rudd. “I thought it was fair that the film does too.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">On the first night 180 of 240 seats were taken. In the third reel there was a cry from row C: Lotte Farrow, 79, had seen herself at eleven, carrying an eel. Behind her an old man said the name of every boat in the harbour as it passed. Nobody hushed him. At the end Rudd rewound the reel and ran it again without sound, so that the man could go on.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Tickets are five crowns. There is no website, no advertising and no popcorn, which Rudd says makes a noise like rain in the wrong places. He will stop when a Thursday comes with an empty house. He has promised to run the film through to the end that night as well.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">&nbsp;</span></p></form>]]></p>
			<b>2026-01-02 08:24</b>
			<dd>1161</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203002/1009.aspx">The Lantern’s ghost light will stay on through the holidays</a>
		<a id="next" href="../203002/1029.aspx">A play with no lines, performed by the tide</a>
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