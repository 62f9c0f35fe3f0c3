<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203" site="203">
	<head>
		<title>Twelve objects that explain Port Saltmarrow’s year _The Saltmarrow Gazette-Culture</title>
		<meta id="1018" name="description" content="Twelve objects that explain Port Saltmarrow’s year " />
	</head>
	<body>
		<span>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>Twelve objects that explain Port Saltmarrow’s year</h1>
			<h2>A lost glove, a borrowed oar, and the crate with the hedgehog</h2>
			<h3>The Culture Desk</h3>
			<h4>2025-12-31 16:00</h4>
			<h5 />
			<a href="https://www.quayreview.example/2025/12/twelve-objects">The Quay Review</a>
			<p><![CDATA[<form><p align="justify"><font face="Georgia" size="3">Museums wait a century before they decide what mattered. We asked twelve people to decide by New Year’s Eve, and to bring the thing itself. Most came in carrier bags.</font></p><ol><li><b>A soup ladle.</b> From the galley of the <i>Patience</i>, back in use after eleven years.</li><li><b>A brass plate, still wrapped.</b> “Four minutes fast, on purpose.” The engraver made a spare.</li><li><b>A half-metre steel frame.</b> It has been laid on the seabed 640 times to count seagrass.</li><li><b>One child’s glove, red.</b> Left on tram 3 in February and returned, through eleven drivers, in November.</li><li><b>A stub of blue chalk.</b> With it the dockers marked the last crate unloaded by hand, on 30 May.</li><li><b>The key to the Meridian.</b> It fits nothing now. The new projectionist wears it anyway.</li><li><b>A jar of river.</b> Filled at Oxmarsh on the day the bank was lowered. The mud has settled; the jar is half clear.</li><li><b>Page 212 of a notebook.</b> “Kitchen sings, pantry silent.” See <a href="../202001/1007.aspx">our story</a>.</li><li><b>An oar with a library stamp.</b> Class 797.1, due back on the ebb.</li><li><b>A label from a crate.</b> AUTOMATIC BARRIER, THIS WAY UP. The hedgehog could not be brought.</li><li><b>A ballot paper, spoiled.</b> Someone had drawn the harbour on it, accurately, with soundings.</li><li><b>Nothing.</b> The twelfth guest, Rosalind Keel, brought an empty box: eleven days of quiet from the Lantern’s stage. We have put it on the shelf beside the others, with the lid on.</li></ol><p align="justify"><font face="Georgia" size="3">The objects are on show in the window of the Gazette, Ropewalk 9, until they are asked for.</font></p></form>]]></p>
			<b>2025-12-31 15:19</b>
			<dd>1028</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<ul id="new">
			<li>
				<a href="../203002/1050.aspx">A radio play raises the tug Constance, in the dark, with spoons</a>
			</li>
			<li>
				<a href="../203002/1044.aspx">At the puppet workshop, the wolf gets new knees</a>
			</li>
			<li>
				<a href="../203001/1040.aspx">A dictionary of harbour words reaches the letter S</a>
			</li>
			<li>
				<a href="../203001/1033.aspx">"Salt &amp; Other Verbs": a first novel in which "&lt;" means "less than enough"</a>
			</li>
			<li>
				<a href="../203002/1029.aspx">A play with no lines, performed by the tide</a>
			</li>
			<li>
				<a href="../203001/1023.aspx">Sailcloth Press sets its hundredth book by hand</a>
			</li>
			<li>
				<a href="../203002/1019.aspx">The Meridian will show one film, once a week, until someone asks it to stop</a>
			</li>
			<li>
				<a href="../203/1018.aspx">Twelve objects that explain Port Saltmarrow’s year</a>
			</li>
			<li>
				<a href="../203002/1009.aspx">The Lantern’s ghost light will stay on through the holidays</a>
			</li>
			<li>
				<a href="../203001/1004.aspx">At Ropewalk Library you can now borrow a rowing boat</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="7460" href="../203001/1004.aspx">At Ropewalk Library you can now borrow a rowing boat</a>
			</li>
			<li>
				<a id="1161" href="../203002/1019.aspx">The Meridian will show one film, once a week, until someone asks it to stop</a>
			</li>
			<li>
				<a id="1104" href="../203002/1044.aspx">At the puppet workshop, the wolf gets new knees</a>
			</li>
			<li>
				<a id="1028" href="../203/1018.aspx">Twelve objects that explain Port Saltmarrow’s year</a>
			</li>
			<li>
				<a id="835" href="../203002/1009.aspx">The Lantern’s ghost light will stay on through the holidays</a>
			</li>
			<li>
				<a id="528" href="../203002/1029.aspx">A play with no lines, performed by the tide</a>
			</li>
			<li>
				<a id="468" href="../203001/1023.aspx">Sailcloth Press sets its hundredth book by hand</a>
			</li>
			<li>
				<a id="421" href="../203001/1033.aspx">"Salt &amp; Other Verbs": a first novel in which "&lt;" means "less than enough"</a>
			</li>
			<li>
				<a id="339" href="../203001/1040.aspx">A dictionary of harbour words reaches the letter S</a>
			</li>
			<li>
				<a id="324" href="../203001/992.aspx">Overdue since 1911: a book comes home</a>
			</li>
		</ul>
	</body>
</html>