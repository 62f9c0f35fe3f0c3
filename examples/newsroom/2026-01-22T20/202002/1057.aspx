<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202002" site="202">
	<head>
		<title>Microphones in the breakwater heard the surge eleven minutes early _The Saltmarrow Gazette-Science-Research</title>
		<meta id="1057" name="description" content="Microphones in the breakwater heard the surge eleven minutes early " />
	</head>
	<body>
		<span>
			<a href="../202002/default.aspx">Research</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>Microphones in the breakwater heard the surge eleven minutes early</h1>
			<h2 />
			<h3>Samir Dunmore</h3>
			<h4>2026-01-22 09:30</h4>
			<h5 />
			<a href="https://www.sims.example/notes/surge-hydrophones">Saltmarrow Institute of Marine Science</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Eleven minutes before the water in the harbour began its last rise on Wednesday, the outer breakwater started to hum. It was a note too low for any ear, at about six beats a second, and all twenty-four of the microphones laid among the stones since autumn recorded it together.</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/breakwater.jpg" alt="Illustration: cross-section of a stone breakwater with a microphone hanging in the water at its foot, sound rings and a waveform" width="1200" height="675" /><figcaption>One of the hydrophones at the foot of the wall, and what it heard.</figcaption></figure><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">“I said last week that I’d like just one storm,” said Dr Leopold Ames. “I have been made to apologise at breakfast.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The hum seems to be the whole wall rocking, by less than the thickness of a hair, as the long swell from outside leans on it. No one has described it before, because nobody has had a microphone in the right place. If it proves to come before every surge, it would be a warning that needs no satellite, no buoy and no mast: only a wall, and someone listening.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Two days of data are not proof, and Ames says so in every sentence. The hum might belong to this wind alone. It might be the wall’s own way of growing old. Of cracks, the thing the microphones were put there for, they heard nine, all at the hasty repair of 1917, which is now fenced off.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">There was one more sound. At 05:58, when the sea stood still, the microphones recorded eleven minutes of almost nothing, and then, very faint and from above, three hundred people beginning to clap.</span></p></form>]]></p>
			<b>2026-01-22 07:07</b>
			<dd>427</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../202002/1042.aspx">Listening to concrete: why there are microphones in the breakwater</a>
		<ul id="new">
			<li>
				<a href="../202002/1057.aspx">Microphones in the breakwater heard the surge eleven minutes early</a>
			</li>
			<li>
				<a href="../202002/1042.aspx">Listening to concrete: why there are microphones in the breakwater</a>
			</li>
			<li>
				<a href="../202002/1026.aspx">Cinder Hill’s telescope turns 100 and finds something to do</a>
			</li>
			<li>
				<a href="../202002/1015.aspx">Oyster shells, ground fine, make a mortar that heals its own cracks</a>
			</li>
			<li>
				<a href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="2442" href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
			<li>
				<a id="726" href="../202002/1042.aspx">Listening to concrete: why there are microphones in the breakwater</a>
			</li>
			<li>
				<a id="611" href="../202002/1015.aspx">Oyster shells, ground fine, make a mortar that heals its own cracks</a>
			</li>
			<li>
				<a id="427" href="../202002/1057.aspx">Microphones in the breakwater heard the surge eleven minutes early</a>
			</li>
			<li>
				<a id="421" href="../202002/1026.aspx">Cinder Hill’s telescope turns 100 and finds something to do</a>
			</li>
		</ul>
	</body>
</html>