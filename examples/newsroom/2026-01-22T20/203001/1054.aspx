<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203001" site="203">
	<head>
		<title>One month of lending boats: what came back in the locked boxes _The Saltmarrow Gazette-Culture-Books</title>
		<meta id="1054" name="description" content="One month of lending boats: what came back in the locked boxes " />
	</head>
	<body>
		<span>
			<a href="../203001/default.aspx">Books</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>One month of lending boats: what came back in the locked boxes</h1>
			<h2 />
			<h3>Tobias Quill</h3>
			<h4>2026-01-20 09:00</h4>
			<h5 />
			<a href="https://www.quayreview.example/2026/01/boats-one-month">The Quay Review</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Six rowing boats, 31 days, 188 loans, no losses and one proposal of marriage. A month after Ropewalk Library began to <a href="../203001/1004.aspx">lend boats</a>, its deputy librarian has opened the ledger, and the boxes.</span></p><figure style="margin:0pt 0pt 12pt"><img src="../images/2026/rowing-boat.jpg" alt="Illustration: seen from above, a white and red rowing boat with books in it is tied to a wooden jetty" width="1200" height="800" /><figcaption><span style="font-style:italic">Errata</span>, back on Sunday with more books than she left with.</figcaption></figure><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Each boat carries a box with one book, picked by whoever had it last. The rule was a whim. It has become a correspondence. <span style="font-style:italic">Folio</span> took out a manual of knots and came home with a novel; the next reader answered with a play, the next with a railway timetable from 1961 in which one train was underlined. “I don’t know what they’re saying to each other,” said Constance Ebb. “I only stamp it.”</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Some borrowers took their chance differently. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">A boy rowed round the harbour and copied the name of every hull. Two sisters, not on terms since a funeral, were booked into the same boat by a clerk’s mistake and returned it an hour late, laughing. A retired dredger master fished up eleven bicycles.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Librarians from four cities have written to ask how it is done. Ebb sends them the form, one page, and a photograph of the steps. Insurance, they always ask. She tells them to speak to the chandler’s trustees, who insured the boats for a hundred years in 1971.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The boats will be lifted out today, because of <a href="../202001/1052.aspx">Wednesday’s tide</a>. They will spend the storm in the reading room, between History and Local History, upside down.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">&nbsp;</span></p></form>]]></p>
			<b>2026-01-20 07:54</b>
			<dd>620</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203001/1040.aspx">A dictionary of harbour words reaches the letter S</a>
		<ul id="new">
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
				<a id="8280" href="../203001/1004.aspx">At Ropewalk Library you can now borrow a rowing boat</a>
			</li>
			<li>
				<a id="620" href="../203001/1054.aspx">One month of lending boats: what came back in the locked boxes</a>
			</li>
			<li>
				<a id="484" href="../203001/1023.aspx">Sailcloth Press sets its hundredth book by hand</a>
			</li>
			<li>
				<a id="429" href="../203001/1033.aspx">"Salt &amp; Other Verbs": a first novel in which "&lt;" means "less than enough"</a>
			</li>
			<li>
				<a id="373" href="../203001/1040.aspx">A dictionary of harbour words reaches the letter S</a>
			</li>
			<li>
				<a id="329" href="../203001/992.aspx">Overdue since 1911: a book comes home</a>
			</li>
			<li>
				<a id="285" href="../203001/960.aspx">Six novels to read on a slow train</a>
			</li>
			<li>
				<a id="249" href="../203001/952.aspx">The Ropewalk prize goes to a cookbook</a>
			</li>
			<li>
				<a id="163" href="../203001/973.aspx">A life of the lock-keeper who wrote back</a>
			</li>
		</ul>
	</body>
</html>