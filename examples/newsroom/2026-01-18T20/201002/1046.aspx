<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201002" site="201">
	<head>
		<title>Ness Ferry’s chain ferry is 80 and has no plans _The Saltmarrow Gazette-Harbour News-Region</title>
		<meta id="1046" name="description" content="Ness Ferry’s chain ferry is 80 and has no plans " />
	</head>
	<body>
		<span>
			<a href="../201002/default.aspx">Region</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Ness Ferry’s chain ferry is 80 and has no plans</h1>
			<h2 />
			<h3>Jonah Prewett</h3>
			<h4>2026-01-16 09:00</h4>
			<h5 />
			<a href="https://www.terncourier.example/chain-ferry">Tern Valley Courier</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The chain ferry at Ness Ferry has crossed the same ninety metres of river since January 1946, about 1.3 million times, and by the reckoning of its crew has now travelled three times round the world without once leaving the parish. It celebrated on Thursday by crossing.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">It is a raft with rails. A chain lies on the bed of the Tern; an engine that once drove a threshing machine hauls the deck along it. Six cars fit, or one hay wagon, or in 1962 an elephant, whose owner paid the rate for cattle.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">A bridge has been promised since 1951. The eighth set of drawings was shown in the village hall last year and met with sympathy. “It was a lovely bridge,” said the ferryman, Corin Hythe. “We all said so. We asked him to leave the model.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The ferry costs the county 140,000 crowns a year. A bridge would cost 31 million, and would save each driver, according to the county’s own study, three minutes. Hythe has views on the three minutes. People switch off their engines and get out. They have settled boundary disputes. There have been two proposals, one accepted.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The birthday cake was cut in midstream, where nobody’s council tax applies. When the deck touched the far side a boy of about five, who had been promised a treat, asked his father what happened now. The father looked at Hythe. Hythe put down his plate and reversed the engine.</span></p></form>]]></p>
			<b>2026-01-16 07:25</b>
			<dd>174</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201002/1034.aspx">Oxmarsh, Little Wick, Ness Ferry, and the bus that joins them</a>
		<ul id="new">
			<li>
				<a href="../201002/1046.aspx">Ness Ferry’s chain ferry is 80 and has no plans</a>
			</li>
			<li>
				<a href="../201002/1034.aspx">Oxmarsh, Little Wick, Ness Ferry, and the bus that joins them</a>
			</li>
			<li>
				<a href="../201002/1016.aspx">Brack Island gets its doctor: one boat, every Tuesday</a>
			</li>
			<li>
				<a href="../201002/1008.aspx">Little Wick votes to keep its level crossing keeper</a>
			</li>
			<li>
				<a href="../201002/996.aspx">Little Wick to vote on its crossing keeper</a>
			</li>
			<li>
				<a href="../201002/977.aspx">Brack Island’s sheep vote with their feet</a>
			</li>
			<li>
				<a href="../201002/963.aspx">Ness Ferry school wins the mud prize, again</a>
			</li>
			<li>
				<a href="../201002/944.aspx">Tern Valley line to run on Sundays again</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="726" href="../201002/1016.aspx">Brack Island gets its doctor: one boat, every Tuesday</a>
			</li>
			<li>
				<a id="494" href="../201002/1008.aspx">Little Wick votes to keep its level crossing keeper</a>
			</li>
			<li>
				<a id="263" href="../201002/1034.aspx">Oxmarsh, Little Wick, Ness Ferry, and the bus that joins them</a>
			</li>
			<li>
				<a id="257" href="../201002/977.aspx">Brack Island’s sheep vote with their feet</a>
			</li>
			<li>
				<a id="230" href="../201002/944.aspx">Tern Valley line to run on Sundays again</a>
			</li>
			<li>
				<a id="189" href="../201002/996.aspx">Little Wick to vote on its crossing keeper</a>
			</li>
			<li>
				<a id="174" href="../201002/1046.aspx">Ness Ferry’s chain ferry is 80 and has no plans</a>
			</li>
			<li>
				<a id="171" href="../201002/963.aspx">Ness Ferry school wins the mud prize, again</a>
			</li>
		</ul>
	</body>
</html>