<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201001" site="201">
	<head>
		<title>The Fish Market’s new roof was designed around its gulls _The Saltmarrow Gazette-Harbour News-City</title>
		<meta id="1036" name="description" content="The Fish Market’s new roof was designed around its gulls " />
	</head>
	<body>
		<span>
			<a href="../201001/default.aspx">City</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>The Fish Market’s new roof was designed around its gulls</h1>
			<h2 />
			<h3>Wren Adeyemi</h3>
			<h4>2026-01-10 15:15</h4>
			<h5 />
			<a href="https://board.saltmarrow.example/bulletin/2026-02">Harbour Board Bulletin</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Most buildings by the sea fight their birds with spikes and nets. The new roof of the Fish Market, finished this week after two winters, has 214 places for them to sit, and the fishmongers below have not had to wash an awning since.</span></p><figure style="margin:0pt 0pt 12pt"><img src="../images/2026/gulls.jpg" alt="Illustration: white gulls wheel over the sawtooth roof of the fish market hall in pale evening light" width="1200" height="800" /><figcaption>The six sawteeth face north for the light and the birds.</figcaption></figure><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The architect, Ingrid Salo, began by drawing where the gulls sat on the old hall. They liked a ridge, a view to windward and nobody behind them. So she gave each of the six sawteeth a broad oak ridge on the harbour side, thirty metres from the stalls, and made the market side so steep and smooth that a gull slides off it, “with an expression”, she said, “that I would not have missed for the fee”.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The droppings fall on planted gutters, where they feed sea kale. The rain that runs off is clean enough to hose the floor.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">There was doubt. A councillor called it a hotel. The cost, 6.1 million crowns, was within three per cent of a roof with spikes, which would have needed a man on a ladder every month.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Dilys Crane, the night porter who counts the birds, was consulted on the details. It was she who asked for one ridge to be left a little warmer than the others, over the ice plant’s motor. “For the old ones,” she said. There were nineteen on it last night.</span></p></form>]]></p>
			<b>2026-01-10 14:34</b>
			<dd>106</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
		<ul id="new">
			<li>
				<a href="../201001/1036.aspx">The Fish Market’s new roof was designed around its gulls</a>
			</li>
			<li>
				<a href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
			</li>
			<li>
				<a href="../201001/1013.aspx">Why the harbour clock runs four minutes fast, and will go on doing so</a>
			</li>
			<li>
				<a href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
			<li>
				<a href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
			<li>
				<a href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
			<li>
				<a href="../201001/985.aspx">The lamplighter’s ladder is for sale</a>
			</li>
			<li>
				<a href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
			<li>
				<a href="../201001/958.aspx">Fish auction moves its bell half a metre</a>
			</li>
			<li>
				<a href="../201001/941.aspx">Eel Row gets its cobbles back, numbered</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="2199" href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
			<li>
				<a id="2044" href="../201001/1013.aspx">Why the harbour clock runs four minutes fast, and will go on doing so</a>
			</li>
			<li>
				<a id="1635" href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
			</li>
			<li>
				<a id="463" href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
			<li>
				<a id="341" href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
			<li>
				<a id="288" href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
			<li>
				<a id="253" href="../201001/941.aspx">Eel Row gets its cobbles back, numbered</a>
			</li>
			<li>
				<a id="182" href="../201001/958.aspx">Fish auction moves its bell half a metre</a>
			</li>
			<li>
				<a id="158" href="../201001/985.aspx">The lamplighter’s ladder is for sale</a>
			</li>
			<li>
				<a id="106" href="../201001/1036.aspx">The Fish Market’s new roof was designed around its gulls</a>
			</li>
		</ul>
	</body>
</html>