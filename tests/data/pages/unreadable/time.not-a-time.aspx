<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/view.xsl'?>
<html RelativePath="/" class="101001" site="101">
	<head>
		<title>The ferry is back _The Quay-TOWN-Harbour</title>
		<meta id="11" name="description" content="The ferry is back" />
	</head>
	<body>
		<span><a href="../101001/default.aspx">Harbour</a><a href="../101/default.aspx">TOWN</a></span>
		<div>
			<h1>The ferry is back</h1>
			<h2></h2>
			<h3></h3>
			<h4>last Tuesday</h4>
			<h5></h5>
			<a href="https://gazette.example/1.html">Harbour Gazette</a>
			<p><![CDATA[<p>The ferry runs again.</p>]]></p>
			<b>2026-01-20 08:00</b>
			<dd>42</dd>
			<ul><li /><li /></ul>
		</div>
		<a id="perv" href="../101001/10.aspx">Older</a>
		<a id="next" href="../101001/12.aspx">Newer</a>
		<ul id="new"><li><a href="../101001/12.aspx">Gulls count the boats</a></li></ul>
		<ul id="hot"><li><a id="90" href="../101002/7.aspx">The lamp is lit</a></li></ul>
	</body>
</html>