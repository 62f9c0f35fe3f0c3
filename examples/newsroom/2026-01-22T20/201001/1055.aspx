<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201001" site="201">
	<head>
		<title>The sea stopped a hand’s width below the quay _The Saltmarrow Gazette-Harbour News-City</title>
		<meta id="1055" name="description" content="The sea stopped a hand’s width below the quay " />
	</head>
	<body>
		<span>
			<a href="../201001/default.aspx">City</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>The sea stopped a hand’s width below the quay</h1>
			<h2>4.01 metres at 05:58, the highest since 1967, and nobody hurt</h2>
			<h3>Marit Osei</h3>
			<h4>2026-01-21 12:10</h4>
			<h5 />
			<a href="https://www.tidewire.example/city/surge-2026-01-21">Tidewire</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">At two minutes to six on Wednesday morning the water in Port Saltmarrow harbour stood at 4.01 metres, nine centimetres below the top of the Old Quay, and there, in front of some three hundred people with sandbags and flasks, it stopped. It stayed for eleven minutes. Then, as quietly as it had come, it began to go down.</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/surge.jpg" alt="Illustration: a figure in a yellow coat stands under a lamp on a quay at night, dark water just below the edge, rain across the harbour" width="1200" height="800" /><figcaption>The Customs Steps shortly before six. Drawing: The Saltmarrow Gazette</figcaption></figure><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">It was the highest tide since 1967. No one was hurt. Thirty-four cellars took water, most of them through the drains; a bookshop on Eel Row lost its lower shelves; two yachts and a hot-dog stand were found on the bowling green. <a href="../201002/1058.aspx">Brack Island</a> is cut off, its causeway broken in one place, and in good spirits.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">“I’ve been asked what I felt,” said Harbour Master Orla Tamsin, who had stood at the gauge board since three. “I felt that I should like to sit down.”</span></p><h2 style="font-size:14pt"><span style="font-family:Georgia">Nine hours’ warning</span></h2><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">What made the difference, she said, was time. The first alarm came on Sunday evening from a line in the forecast that was written by a lighthouse keeper’s daughter. By Tuesday noon 14,000 sandbags had been filled at the Fish Market by whoever turned up: an orchestra, the kite society, class 4b, a wedding party in their shoes.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">On the Ropewalk people went from door to door with a map that someone had drawn by hand, ticking off who was upstairs. The library was open all night. It served 900 cups of tea, around six rowing boats.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">At half past five the wind went round to the west, two hours sooner than expected. Pilots say that without this the water would have come over by the breadth of a hand instead of staying below it.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">At the steps, when the board showed 4.00, nobody spoke. Rufus Teller, who keeps the old gauge in the cellar, had carried its clockwork upstairs in his arms and was drawing the curve by hand, by torchlight, so that there should be no gap. “A hundred and fifty-four years,” he said. “It wasn’t going to be me.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The clock on the Pilots’ Tower struck six. It was four minutes to.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">&nbsp;</span></p></form>]]></p>
			<b>2026-01-21 11:58</b>
			<dd>4236</dd>
			<ul>
				<li>storm surge</li>
				<li>Old Quay</li>
				<li>harbour</li>
			</ul>
		</div>
		<a id="perv" href="../201001/1049.aspx">The allotments under the flyover have a waiting list, and a fox</a>
		<ul id="new">
			<li>
				<a href="../201001/1055.aspx">The sea stopped a hand’s width below the quay</a>
			</li>
			<li>
				<a href="../201001/1049.aspx">The allotments under the flyover have a waiting list, and a fox</a>
			</li>
			<li>
				<a href="../201001/1041.aspx">City opens its drawers: 9,000 street photographs, free to use</a>
			</li>
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
		</ul>
		<ul id="hot">
			<li>
				<a id="4236" href="../201001/1055.aspx">The sea stopped a hand’s width below the quay</a>
			</li>
			<li>
				<a id="2492" href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
			<li>
				<a id="1821" href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
			</li>
			<li>
				<a id="1051" href="../201001/1041.aspx">City opens its drawers: 9,000 street photographs, free to use</a>
			</li>
			<li>
				<a id="496" href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
			<li>
				<a id="353" href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
			<li>
				<a id="302" href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
			<li>
				<a id="290" href="../201001/1049.aspx">The allotments under the flyover have a waiting list, and a fox</a>
			</li>
			<li>
				<a id="283" href="../201001/1036.aspx">The Fish Market’s new roof was designed around its gulls</a>
			</li>
			<li>
				<a id="264" href="../201001/941.aspx">Eel Row gets its cobbles back, numbered</a>
			</li>
		</ul>
	</body>
</html>