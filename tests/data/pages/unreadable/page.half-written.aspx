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
			<h1>The ferry is b