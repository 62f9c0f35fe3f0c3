<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203001" site="203">
	<head>
		<title>At Ropewalk Library you can now borrow a rowing boat _The Saltmarrow Gazette-Culture-Books</title>
		<meta id="1004" name="description" content="At Ropewalk Library you can now borrow a rowing boat " />
	</head>
	<body>
		<span>
			<a href="../203001/default.aspx">Books</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>At Ropewalk Library you can now borrow a rowing boat</h1>
			<h2>Six boats, three weeks, no food near the oarlocks</h2>
			<h3>Tobias Quill</h3>
			<h4>2025-12-23 16:30</h4>
			<h5 />
			<a href="https://www.quayreview.example/2025/12/boats">The Quay Review</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Since Monday a card of the Ropewalk Library has been good for two novels, a cello, a sewing machine or a twelve-foot rowing boat. There are six of them, tied in alphabetical order below the reading room windows: <span style="font-style:italic">Addendum</span>, <span style="font-style:italic">Colophon</span>, <span style="font-style:italic">Errata</span>, <span style="font-style:italic">Folio</span>, <span style="font-style:italic">Ibid.</span> and <span style="font-style:italic">Verso</span>.</span></p><figure style="margin:0pt 0pt 12pt"><img src="../images/2026/library.jpg" alt="Illustration: a tall library reading room with an arched window onto the harbour; two oars lean against the table" width="1200" height="800" /><figcaption>Oars are issued at the reference desk.</figcaption></figure><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">“A library lends what people need and can’t all own,” said the head librarian, Pell Anning, who signed the boats into the catalogue under 797.1, boating. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">“In this city half the streets end in water. It seemed odd that we only lent descriptions of it.”</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The boats came from the estate of a chandler who left them to “whoever will keep them wet”. The Board’s lawyers spent a spring deciding that this could be a public library. Borrowers must be sixteen, able to swim, and willing to sit through an hour’s instruction given on the library steps by Anning’s deputy, Constance Ebb, a former pilot.</span></p><ul><li>Loans run for one tide, one day or three weeks.</li><li>Late boats cost nothing. “We abolished fines in 2018,” Ebb said. “We are not bringing them back for oars.”</li><li>Each boat carries a locked box with one book, chosen by the previous borrower.</li></ul><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The last rule has produced the most talk. By Tuesday night <span style="font-style:italic">Errata</span> held a cookery book from 1934 and <span style="font-style:italic">Ibid.</span> a volume of sonnets with a herring scale on page 40. All six boats were out, and there were 71 names on the waiting list, including that of the mayor, Yusuf Kettleby, who has been told he is fifty-eighth.</span></p></form>]]></p>
			<b>2025-12-23 14:55</b>
			<dd>5653</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203001/992.aspx">Overdue since 1911: a book comes home</a>
		<ul id="new">
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
				<a id="5653" href="../203001/1004.aspx">At Ropewalk Library you can now borrow a rowing boat</a>
			</li>
			<li>
				<a id="292" href="../203001/992.aspx">Overdue since 1911: a book comes home</a>
			</li>
			<li>
				<a id="257" href="../203001/960.aspx">Six novels to read on a slow train</a>
			</li>
			<li>
				<a id="223" href="../203001/952.aspx">The Ropewalk prize goes to a cookbook</a>
			</li>
			<li>
				<a id="137" href="../203001/973.aspx">A life of the lock-keeper who wrote back</a>
			</li>
		</ul>
	</body>
</html>