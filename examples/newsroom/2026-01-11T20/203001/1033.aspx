<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203001" site="203">
	<head>
		<title>"Salt &amp; Other Verbs": a first novel in which "&lt;" means "less than enough" _The Saltmarrow Gazette-Culture-Books</title>
		<meta id="1033" name="description" content="&quot;Salt &amp; Other Verbs&quot;: a first novel in which &quot;&lt;&quot; means &quot;less than enough&quot; " />
	</head>
	<body>
		<span>
			<a href="../203001/default.aspx">Books</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>"Salt &amp; Other Verbs": a first novel in which "&lt;" means "less than enough"</h1>
			<h2 />
			<h3>Tobias Quill</h3>
			<h4>2026-01-09 09:40</h4>
			<h5 />
			<a href="https://www.quayreview.example/2026/01/salt-and-other-verbs">The Quay Review</a>
			<p><![CDATA[<form><p>Nadia Brisk was a bookkeeper for nineteen years before she wrote a novel, and it shows, gloriously, on every page of &quot;Salt &amp; Other Verbs&quot;. Her people reckon. Love is carried forward; grief is entered twice; and where words fail them they use signs.</p><p>The book follows three generations of women who keep the accounts of a saltworks. In the first part the ledgers are only described. By the second they have begun to talk. &quot;Mother &lt; Tuesday,&quot; a daughter writes, &amp; the reader understands at once: there was less of her than the day required.</p><p>It might have been a trick. What saves it is Brisk&#39;s ear, and her nerve in leaving things out. A drowned uncle is never mentioned again after page 60, but from there on a column in the accounts stays empty, and you catch yourself looking at it, as the family does, without moving your head.</p><p>&nbsp;</p><blockquote><p>&quot;R. asked was I happy. Said I would check. R. &gt; patience. Checked. Yes, carried forward from 1962.&quot;</p></blockquote><p>There are longueurs. A chapter on evaporation is exactly as long as evaporation. But the last forty pages, in which the works are sold &amp; the books closed, are as fine as anything printed in this city for years, and the final line is one character wide.</p><p>&quot;Salt &amp; Other Verbs&quot; is published by Sailcloth Press at 22 crowns. Brisk has kept her old job on Mondays. &quot;Somebody has to make it balance,&quot; she said.</p></form>]]></p>
			<b>2026-01-09 09:33</b>
			<dd>329</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203001/1023.aspx">Sailcloth Press sets its hundredth book by hand</a>
		<ul id="new">
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
				<a id="7094" href="../203001/1004.aspx">At Ropewalk Library you can now borrow a rowing boat</a>
			</li>
			<li>
				<a id="436" href="../203001/1023.aspx">Sailcloth Press sets its hundredth book by hand</a>
			</li>
			<li>
				<a id="329" href="../203001/1033.aspx">"Salt &amp; Other Verbs": a first novel in which "&lt;" means "less than enough"</a>
			</li>
			<li>
				<a id="315" href="../203001/992.aspx">Overdue since 1911: a book comes home</a>
			</li>
			<li>
				<a id="273" href="../203001/960.aspx">Six novels to read on a slow train</a>
			</li>
			<li>
				<a id="238" href="../203001/952.aspx">The Ropewalk prize goes to a cookbook</a>
			</li>
			<li>
				<a id="152" href="../203001/973.aspx">A life of the lock-keeper who wrote back</a>
			</li>
		</ul>
	</body>
</html>