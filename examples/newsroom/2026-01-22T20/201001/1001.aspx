<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201001" site="201">
	<head>
		<title>Night ferry returns to the Old Quay after eleven years _The Saltmarrow Gazette-Harbour News-City</title>
		<meta id="1001" name="description" content="Night ferry returns to the Old Quay after eleven years " />
	</head>
	<body>
		<span>
			<a href="../201001/default.aspx">City</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Night ferry returns to the Old Quay after eleven years</h1>
			<h2>The 23:40 to Brack Island sails again, with soup</h2>
			<h3>Marit Osei</h3>
			<h4>2025-12-22 07:40</h4>
			<h5 />
			<a href="https://board.saltmarrow.example/bulletin/2025-31">Harbour Board Bulletin</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">At twenty to midnight on Saturday, with frost on the ropes and forty-six passengers aboard, the <span style="font-style:italic">Patience</span> slipped her moorings at the Old Quay and made the first night crossing to Brack Island since the winter of 2014. She was four minutes late, because the captain waited for a cellist.</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/ferry.jpg" alt="Illustration: a small two-deck ferry with lit windows crosses a harbour at dusk, a low sun behind the hills" width="1200" height="800" /><figcaption>The <span style="font-style:italic">Patience</span> on her evening run. Drawing: The Saltmarrow Gazette</figcaption></figure><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The late boat had been cut when the Harbour Board counted, over one January, an average of three passengers a night. What the count did not show, said Harbour Master Orla Tamsin, was everyone who had stopped trying. “People arranged their lives around the 19:10. You left the concert at the interval. You never saw the second half of anything.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The new service runs from Thursday to Sunday until the end of March, when the Board will decide whether it stays. A single fare costs four crowns; islanders under twenty travel free. The galley, closed since the old days, sells leek soup from a pot that belonged to the previous night cook, Bram Oakeshott, who is now 81 and came along to check the seasoning.</span></p><blockquote><p>“It wants pepper,” he said, somewhere past the Gull Rock light. “But it wanted pepper in 2014.”</p></blockquote><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">For the 412 people of Brack Island the boat changes small things. The island choir can now rehearse in town. The district nurse need not sleep in the waiting room. Two bakers on Saltpan Lane have already hired islanders for the early shift, since the same boat returns at 00:30 carrying anyone who starts work before the first tram.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The cellist, Ida Farrow, played the second half of her concert for the first time in her career. She sat on deck all the way home with the case between her knees. “I kept thinking somebody would tell me I had to leave,” she said.</span></p></form>]]></p>
			<b>2025-12-22 03:41</b>
			<dd>2492</dd>
			<ul>
				<li>ferries</li>
				<li>Brack Island</li>
				<li>night life</li>
			</ul>
		</div>
		<a id="perv" href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
		<a id="next" href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
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