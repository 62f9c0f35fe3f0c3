<?xml version="1.0" encoding="windows-1252"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="203001" site="203">
	<head>
		<title>Sailcloth Press sets its hundredth book by hand _The Saltmarrow Gazette-Culture-Books</title>
		<meta id="1023" name="description" content="Sailcloth Press sets its hundredth book by hand " />
	</head>
	<body>
		<span>
			<a href="../203001/default.aspx">Books</a>
			<a href="../203/default.aspx">Culture</a>
		</span>
		<div>
			<h1>Sailcloth Press sets its hundredth book by hand</h1>
			<h2 />
			<h3>Wren Adeyemi</h3>
			<h4>2026-01-04 09:00</h4>
			<h5 />
			<a href="https://www.quayreview.example/2026/01/sailcloth">The Quay Review</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">It takes Odile and Frances Marchbank eleven minutes to set a page that you will read in two. On Saturday the sisters locked up the last line of their hundredth book, a volume of tide poems, and found that they had run out of the letter <span style="font-style:italic">e</span>.</span></p><p style="text-align:center"><img src="/images/2026/press.jpg" alt="Illustration: a black iron hand press in a workshop, printed sheets drying on a line, type cases by the window" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">The Albatross press of 1868, bought for the price of the scrap.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Sailcloth Press lives in the loft where sails for the herring fleet were once cut. There is no sign. You follow the thump, which comes every forty seconds and makes the jam jars ring in the café downstairs. The café has written it into its lease.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The sisters print what nobody else would: a glossary of knots, the letters of a lock-keeper, a cookbook for a galley with one ring. Number 37, a novel set entirely in a queue, sold out in a day. Number 38 sold nine copies, “all of them to people we like”, said Frances.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The missing letter turned up in number 61, so to speak. A forme left standing since 2014 still held four thousand sorts. They broke up the old book to finish the new one, as printers always have. “There is a bit of the queue in the tide,” Odile said — “which seems about right.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none"><span style="font-style:italic">High Water Marks</span> is printed in 300 copies at £28 or thirty-five crowns. The colophon thanks the ironmonger, the cat, and “the letter e, for coming back”.</span></p></form>]]></p>
			<b>2026-01-04 06:37</b>
			<dd>104</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../203001/1004.aspx">At Ropewalk Library you can now borrow a rowing boat</a>
		<ul id="new">
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
				<a id="6693" href="../203001/1004.aspx">At Ropewalk Library you can now borrow a rowing boat</a>
			</li>
			<li>
				<a id="304" href="../203001/992.aspx">Overdue since 1911: a book comes home</a>
			</li>
			<li>
				<a id="266" href="../203001/960.aspx">Six novels to read on a slow train</a>
			</li>
			<li>
				<a id="231" href="../203001/952.aspx">The Ropewalk prize goes to a cookbook</a>
			</li>
			<li>
				<a id="145" href="../203001/973.aspx">A life of the lock-keeper who wrote back</a>
			</li>
			<li>
				<a id="104" href="../203001/1023.aspx">Sailcloth Press sets its hundredth book by hand</a>
			</li>
		</ul>
	</body>
</html>