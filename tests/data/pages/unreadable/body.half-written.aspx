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
			<h4>2026-01-20 08:30</h4>
			<h5></h5>
			<a href="https://gazette.example/1.html">Harbour Gazette</a>
			<p><![CDATA[<p>The ferry runs again after four years. It 