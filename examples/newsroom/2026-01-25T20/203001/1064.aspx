<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203001" site="203">
	<head>
		<title>A bookshop dries its stock, page by page _The Saltmarrow Gazette-Culture-Books</title>
		<meta id="1064" name="description" content="A bookshop dries its stock, page by page " />
	</head>
	<body>
		<span>
			<a href="../203001/default.aspx">Books</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>A bookshop dries its stock, page by page</h1>
			<h2 />
			<h3>Lu Tinglan</h3>
			<h4>2026-01-24 11:15</h4>
			<h5 />
			<a href="https://www.quayreview.example/2026/01/drying">The Quay Review</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Eel Row has been hung with paper since Thursday. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">Eleven hundred books from the lower shelves of Bellamy’s stood in harbour water for two hours on Wednesday, and the street has decided that they are to be saved, if need be one leaf at a time.</span></p><figure style="margin:0pt 0pt 12pt"><img src="../images/2026/drying-pages.jpg" alt="Illustration: book pages pegged on washing lines across a cobbled street with puddles, a green bookshop front behind them" width="1200" height="800" /><figcaption>Eel Row on Friday, with a drying wind from the west.</figcaption></figure><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The method is old. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">Rinse out the salt, press between blotters, unstitch what won’t dry shut, and hang the sheets in moving air. The conservator from the City Archive, Safiya Lund, gave a lesson on the pavement with a ruined road atlas. By Friday there were nine lines across the row and a queue of people holding pegs.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">“I’d written it off,” said the owner, Clem Bellamy, 70. “I was in the back looking for the insurance. I came out, and there was a policeman ironing Chapter Six.”</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Drying books get read. Passers-by stop at a page, then go looking for the next one. Somebody has begun to swap sheets about, so that a gardening manual now runs without a seam into a murder. Bellamy has seen it and put a notice on the door: <span style="font-style:italic">Please leave. It’s better.</span></span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">About eight hundred volumes will come through, wavy but legible. They will be sold at a crown each with a stamp inside, cut by the <a href="../203001/1023.aspx">Sailcloth Press</a>, which says: “Read by the sea, 21 January 2026. Some remarks.”</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">&nbsp;</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">&nbsp; Translated by Mei Tarrant</span></p></form>]]></p>
			<b>2026-01-24 07:16</b>
			<dd>830</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203001/1054.aspx">One month of lending boats: what came back in the locked boxes</a>
		<ul id="new">
			<li>
				<a href="../203001/1064.aspx">A bookshop dries its stock, page by page</a>
			</li>
			<li>
				<a href="../203001/1054.aspx">One month of lending boats: what came back in the locked boxes</a>
			</li>
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
				<a id="8564" href="../203001/1004.aspx">At Ropewalk Library you can now borrow a rowing boat</a>
			</li>
			<li>
				<a id="830" href="../203001/1064.aspx">A bookshop dries its stock, page by page</a>
			</li>
			<li>
				<a id="714" href="../203001/1054.aspx">One month of lending boats: what came back in the locked boxes</a>
			</li>
			<li>
				<a id="496" href="../203001/1023.aspx">Sailcloth Press sets its hundredth book by hand</a>
			</li>
			<li>
				<a id="435" href="../203001/1033.aspx">"Salt &amp; Other Verbs": a first novel in which "&lt;" means "less than enough"</a>
			</li>
			<li>
				<a id="388" href="../203001/1040.aspx">A dictionary of harbour words reaches the letter S</a>
			</li>
			<li>
				<a id="332" href="../203001/992.aspx">Overdue since 1911: a book comes home</a>
			</li>
			<li>
				<a id="288" href="../203001/960.aspx">Six novels to read on a slow train</a>
			</li>
			<li>
				<a id="252" href="../203001/952.aspx">The Ropewalk prize goes to a cookbook</a>
			</li>
			<li>
				<a id="166" href="../203001/973.aspx">A life of the lock-keeper who wrote back</a>
			</li>
		</ul>
	</body>
</html>