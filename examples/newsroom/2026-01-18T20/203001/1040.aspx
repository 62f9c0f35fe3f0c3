<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203001" site="203">
	<head>
		<title>A dictionary of harbour words reaches the letter S _The Saltmarrow Gazette-Culture-Books</title>
		<meta id="1040" name="description" content="A dictionary of harbour words reaches the letter S " />
	</head>
	<body>
		<span>
			<a href="../203001/default.aspx">Books</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>A dictionary of harbour words reaches the letter S</h1>
			<h2>From “saltblink” to “swithen”: 31 years’ work, and the wettest letter yet</h2>
			<h3>Tobias Quill</h3>
			<h4>2026-01-13 09:30</h4>
			<h5 />
			<a href="https://www.quayreview.example/2026/01/dictionary">The Quay Review</a>
			<p><![CDATA[<form><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Thirty-one years after it began with “aback”, the Dictionary of the Saltmarrow Dialect has arrived at S, the largest letter, the wettest, and the one the editors have been dreading. There are 2,316 words in it. Four hundred have to do with rain.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">“We knew it was coming,” said the chief editor, Dr Evander Pym. “You could see it from P.”</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">S contains <i style="mso-bidi-font-style:normal">saltblink</i>, the glare above the pans that gives a headache; <i style="mso-bidi-font-style:normal">scutter</i>, what a crab does; <i style="mso-bidi-font-style:normal">seggen</i>, to be sure of a thing only because one’s grandmother was; and <i style="mso-bidi-font-style:normal">swithen</i>, a noun and a verb, the wait before the tide turns. The pronunciation guide, once a hobby of the late canon Osric Vane, fills eleven pages by itself: compare <i style="mso-bidi-font-style:normal">sa̍lt</i>, <i style="mso-bidi-font-style:normal">sạlt</i> and <i style="mso-bidi-font-style:normal">sa̋lt</i>, which are three different complaints.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span style="font-family:Calibri; font-size:11pt">The slips were typed on six machines over three decades, and each left its mark. One house style has it as &#147;the harbour&#146;s own tongue&#148; &#150; with the old typewriter&#146;s quotes &#151; and one wrote every ellipsis as a single sign&#133; The editors have kept them all. A zero&#8203;-width slip of paper, as Pym calls it, still marks the place where a colleague stopped for lunch in 1999.</span></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Words come in by post. A trawlerman’s widow sent <i style="mso-bidi-font-style:normal">snoach</i>, to snore in a bunk below somebody; a class at Ness Ferry sent <i style="mso-bidi-font-style:normal">skebbit</i>, a phone held out of a window for a signal, which is eleven years old. Pym accepted it at once. “A dialect that can’t name a new thing is a museum,” he said. “Ours has a word for the noise of the fridge.”</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">That word is <i style="mso-bidi-font-style:normal">drummel</i>, and it is in volume four 📚. T should take three years. There is not, the editors say with feeling, much weather in T.</span><o:p></o:p></p></form>]]></p>
			<b>2026-01-13 09:23</b>
			<dd>339</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203001/1033.aspx">"Salt &amp; Other Verbs": a first novel in which "&lt;" means "less than enough"</a>
		<ul id="new">
			<li>
				<a href="../203001/1040.aspx">A dictionary of harbour words reaches the letter S</a>
			</li>
			<li>
				<a href="../203001/1033.aspx">"Salt &amp; Other Verbs": a first novel in which "&lt;" means "less than enough"</a>
			</li>
			<li>
				<a href="../203001/1023.aspx">Sailcloth Press sets its hundredth book by hand</a>
			</li>
			<li>
				<a href="../203001/1004.aspx">At Ropewalk Library you can now borrow a rowing boat</a>
			</li>
			<li>
				<a href="../203001/992.aspx">Overdue since 1911: a book comes home</a>
			</li>
			<li>
				<a href="../203001/973.aspx">A life of the lock-keeper who wrote back</a>
			</li>
			<li>
				<a href="../203001/960.aspx">Six novels to read on a slow train</a>
			</li>
			<li>
				<a href="../203001/952.aspx">The Ropewalk prize goes to a cookbook</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="7460" href="../203001/1004.aspx">At Ropewalk Library you can now borrow a rowing boat</a>
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
			<li>
				<a id="281" href="../203001/960.aspx">Six novels to read on a slow train</a>
			</li>
			<li>
				<a id="245" href="../203001/952.aspx">The Ropewalk prize goes to a cookbook</a>
			</li>
			<li>
				<a id="159" href="../203001/973.aspx">A life of the lock-keeper who wrote back</a>
			</li>
		</ul>
	</body>
</html>