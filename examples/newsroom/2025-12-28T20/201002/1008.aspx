<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201002" site="201">
	<head>
		<title>Little Wick votes to keep its level crossing keeper _The Saltmarrow Gazette-Harbour News-Region</title>
		<meta id="1008" name="description" content="Little Wick votes to keep its level crossing keeper " />
	</head>
	<body>
		<span>
			<a href="../201002/default.aspx">Region</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Little Wick votes to keep its level crossing keeper</h1>
			<h2 />
			<h3>Jonah Prewett</h3>
			<h4>2025-12-26 12:00</h4>
			<h5 />
			<a href="https://www.terncourier.example/little-wick-crossing">Tern Valley Courier</a>
			<p><![CDATA[<form><p>By 212 votes to nine, the village of Little Wick has decided to go on paying Agnes Doyle to open and close a railway gate by hand. The automatic barrier delivered in October will stay in its crate, where a hedgehog has moved in.</p><p>The line up the Tern Valley carries six trains a day. The railway offered the village the barrier free of charge, and the post of keeper, held by a Doyle since 1889, was to end with the year. What nobody had asked was what else the keeper did.</p><p>A list pinned up in the post office ran to two sheets. Mrs Doyle takes in parcels. She holds spare keys for thirty-one houses. She knows which children are allowed to walk home alone, and tells the doctor when a curtain has not been drawn. In the flood of 2019 she stopped the 17:52 with a tablecloth.</p><p>&nbsp;</p><p>“The barrier does one of those things,” said the chair of the parish council, Wilf Tansy, “and it does it no better.”</p><p>Keeping the post will cost each household nineteen crowns a year. The nine who voted against asked not to be named, though Mrs Doyle said she knew who they were and would continue to mind their keys.</p><p>She heard the result in her hut, between the 18:10 and the 18:40. Asked whether she was relieved, she looked at the clock. “Ask me in thirty minutes,” she said, and went out to the gate.</p></form>]]></p>
			<b>2025-12-26 11:48</b>
			<dd>315</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201002/996.aspx">Little Wick to vote on its crossing keeper</a>
		<ul id="new">
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
				<a id="315" href="../201002/1008.aspx">Little Wick votes to keep its level crossing keeper</a>
			</li>
			<li>
				<a id="232" href="../201002/977.aspx">Brack Island’s sheep vote with their feet</a>
			</li>
			<li>
				<a id="209" href="../201002/944.aspx">Tern Valley line to run on Sundays again</a>
			</li>
			<li>
				<a id="163" href="../201002/996.aspx">Little Wick to vote on its crossing keeper</a>
			</li>
			<li>
				<a id="149" href="../201002/963.aspx">Ness Ferry school wins the mud prize, again</a>
			</li>
		</ul>
	</body>
</html>