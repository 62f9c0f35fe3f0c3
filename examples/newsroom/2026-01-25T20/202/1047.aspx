<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202" site="202">
	<head>
		<title>Ask the Institute: why does the harbour smell stronger before rain? _The Saltmarrow Gazette-Science</title>
		<meta id="1047" name="description" content="Ask the Institute: why does the harbour smell stronger before rain? " />
	</head>
	<body>
		<span>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>Ask the Institute: why does the harbour smell stronger before rain?</h1>
			<h2 />
			<h3>Dr Imke Sorrel</h3>
			<h4>2026-01-16 14:30</h4>
			<h5 />
			<a href="https://www.sims.example/ask/smell">Saltmarrow Institute of Marine Science</a>
			<p><![CDATA[<form><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Each month the Saltmarrow Institute answers a reader’s question. This one, from Perpetua Long, aged nine, of Cinder Hill, came on the back of a tide table: “Why does the harbour smell more when it is going to rain, and is it the fish?”</span><o:p></o:p></p><h3>The short answer</h3><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">It is not the fish. It is the mud, and the mud is breathing out.</span><o:p></o:p></p><h3>The longer one</h3><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Air has weight, and its weight changes. Before rain it usually gets lighter. The harbour mud is full of bubbles, made by creatures too small to see, and when the air presses less on the mud, more of them escape. The gas with the strongest smell is hydrogen sulphide. Your nose can find one part of it in two thousand million.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">There is a second reason. Damp air keeps the inside of your nose moist, and a moist nose works better. Dogs lick theirs for the same purpose. You are welcome to try it, but not in the tram.</span><o:p></o:p></p><h3>How to test it</h3><ol><li>Hang a cup upside down in a bucket of harbour mud (ask an adult which mud).</li><li>Mark the level inside the cup each morning, and write down the weather.</li><li>After three weeks, see whether the two agree.</li></ol><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">We did this in 1987 and they agreed on 16 days of 21. We don’t know what happened on the other five. If you find out, please write again; there will be a job for you.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US"><o:p>&nbsp;</o:p></span></p></form>]]></p>
			<b>2026-01-16 13:24</b>
			<dd>772</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<ul id="new">
			<li>
				<a href="../202002/1069.aspx">Cinder Hill photographs a comet through a hole in the weather</a>
			</li>
			<li>
				<a href="../202001/1063.aspx">Four decades of storm notebooks go online, one page a day</a>
			</li>
			<li>
				<a href="../202002/1057.aspx">Microphones in the breakwater heard the surge eleven minutes early</a>
			</li>
			<li>
				<a href="../202001/1052.aspx">A spring tide and a deep low: what to expect on Wednesday morning</a>
			</li>
			<li>
				<a href="../202/1047.aspx">Ask the Institute: why does the harbour smell stronger before rain?</a>
			</li>
			<li>
				<a href="../202002/1042.aspx">Listening to concrete: why there are microphones in the breakwater</a>
			</li>
			<li>
				<a href="../202001/1038.aspx">Seals return to Marrow Sands, and the kites make room</a>
			</li>
			<li>
				<a href="../202001/1031.aspx">Fog is getting rarer in the Tern estuary, and someone has counted</a>
			</li>
			<li>
				<a href="../202002/1026.aspx">Cinder Hill’s telescope turns 100 and finds something to do</a>
			</li>
			<li>
				<a href="../202001/1021.aspx">A warm December sent the herring in early. The gulls noticed first</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="6035" href="../202001/1007.aspx">She logged every storm for forty years. Her notebooks are now a forecast</a>
			</li>
			<li>
				<a id="3143" href="../202001/1052.aspx">A spring tide and a deep low: what to expect on Wednesday morning</a>
			</li>
			<li>
				<a id="2719" href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
			<li>
				<a id="1351" href="../202001/1063.aspx">Four decades of storm notebooks go online, one page a day</a>
			</li>
			<li>
				<a id="1187" href="../202002/1057.aspx">Microphones in the breakwater heard the surge eleven minutes early</a>
			</li>
			<li>
				<a id="1100" href="../202002/1042.aspx">Listening to concrete: why there are microphones in the breakwater</a>
			</li>
			<li>
				<a id="888" href="../202002/1015.aspx">Oyster shells, ground fine, make a mortar that heals its own cracks</a>
			</li>
			<li>
				<a id="772" href="../202/1047.aspx">Ask the Institute: why does the harbour smell stronger before rain?</a>
			</li>
			<li>
				<a id="665" href="../202001/1002.aspx">Seagrass off Gull Rock has doubled since the moorings moved</a>
			</li>
			<li>
				<a id="521" href="../202001/1031.aspx">Fog is getting rarer in the Tern estuary, and someone has counted</a>
			</li>
		</ul>
	</body>
</html>