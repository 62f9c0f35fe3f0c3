<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201001" site="201">
	<head>
		<title>City opens its drawers: 9,000 street photographs, free to use _The Saltmarrow Gazette-Harbour News-City</title>
		<meta id="1041" name="description" content="City opens its drawers: 9,000 street photographs, free to use " />
	</head>
	<body>
		<span>
			<a href="../201001/default.aspx">City</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>City opens its drawers: 9,000 street photographs, free to use</h1>
			<h2 />
			<h3>Marit Osei</h3>
			<h4>2026-01-13 16:10</h4>
			<h5 />
			<a href="https://archive.saltmarrow.example/streets">City Archive</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Between 1931 and 1968 a clerk in the drains department photographed every street in Port Saltmarrow twice a year, to show which way the water ran. As of this morning all 9,041 pictures can be seen, downloaded and used by anyone for anything.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The clerk, Hector Lamb, was not interested in people and could not keep them out. They stand at the edges: a girl with a goose, a man carrying a door, the same boy at the same corner of Lantern Street in 1938, 1939 and 1940, a little taller each time, and then not there.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">“He wrote one word on the back of each,” said the archivist, Safiya Lund. “Dry, damp, wet. Thirty-seven years of it. Two have something else. One says <span style="font-style:italic">snow</span>. The other says <span style="font-style:italic">Mary</span>.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The archive scanned the plates in its lunch breaks. Volunteers have placed all but 212 on the map, and the city engineers, who asked first, have already learned from them where the culverts under the Ropewalk run. The drawings had been lost in 1944.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">No permission is needed and no fee charged; the archive would like to be told about good uses, “and about bad ones, if they are funny”. The index is attached to this page.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Anyone who recognises Mary is asked to ring the second bell.</span></p></form>]]></p>
			<b>2026-01-13 15:58</b>
			<dd>988</dd>
			<ul>
				<li>
					<a href="/files/street-archive-index.pdf">Index of the street photographs (PDF)</a>
				</li>
				<li>
					<a href="/files/tide-table.pdf">Tide table for January 2026 (PDF)</a>
				</li>
			</ul>
		</div>
		<a id="perv" href="../201001/1036.aspx">The Fish Market’s new roof was designed around its gulls</a>
		<a id="next" href="../201001/1049.aspx">The allotments under the flyover have a waiting list, and a fox</a>
		<ul id="new">
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
			<li>
				<a href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="2318" href="../201001/1001.aspx">Night ferry returns to the Old Quay after eleven years</a>
			</li>
			<li>
				<a id="2213" href="../201001/1013.aspx">Why the harbour clock runs four minutes fast, and will go on doing so</a>
			</li>
			<li>
				<a id="1757" href="../201001/1025.aspx">Tram 3 is late because of the swans</a>
			</li>
			<li>
				<a id="988" href="../201001/1041.aspx">City opens its drawers: 9,000 street photographs, free to use</a>
			</li>
			<li>
				<a id="484" href="../201001/1011.aspx">Four hundred loaves, one oven and the longest night on Saltpan Lane</a>
			</li>
			<li>
				<a id="349" href="../201001/970.aspx">Who left the piano on Platform 2?</a>
			</li>
			<li>
				<a id="297" href="../201001/990.aspx">Night ferry passes its trials, and its soup</a>
			</li>
			<li>
				<a id="262" href="../201001/1036.aspx">The Fish Market’s new roof was designed around its gulls</a>
			</li>
			<li>
				<a id="260" href="../201001/941.aspx">Eel Row gets its cobbles back, numbered</a>
			</li>
			<li>
				<a id="189" href="../201001/958.aspx">Fish auction moves its bell half a metre</a>
			</li>
		</ul>
	</body>
</html>