<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202001" site="202">
	<head>
		<title>Seagrass off Gull Rock has doubled since the moorings moved _The Saltmarrow Gazette-Science-Sea and Climate</title>
		<meta id="1002" name="description" content="Seagrass off Gull Rock has doubled since the moorings moved " />
	</head>
	<body>
		<span>
			<a href="../202001/default.aspx">Sea and Climate</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>Seagrass off Gull Rock has doubled since the moorings moved</h1>
			<h2 />
			<h3>Hana Lindqvist</h3>
			<h4>2025-12-22 14:05</h4>
			<h5 />
			<a href="https://www.sims.example/notes/seagrass-survey-2025">Saltmarrow Institute of Marine Science</a>
			<p><![CDATA[<form><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Four summers after the city moved ninety boat moorings out of the shallows, the seagrass meadow behind Gull Rock has grown from 11 to 23 hectares, divers from the Saltmarrow Institute of Marine Science report. It is the first recovery of any size measured on this coast.</span><o:p></o:p></p><p style="text-align:center"><img src="../images/2026/seagrass.jpg" alt="Illustration: a green seagrass meadow under water, with shafts of light and a shoal of small pale fish" width="1200" height="800" /></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">Seagrass is a flowering plant, not a weed. Its roots hold the sand still, its leaves shelter young cod, and it stores carbon in the mud for centuries. What it cannot bear is a chain. Each of the old moorings dragged a few metres of iron in a circle with every tide, and each left a bald disc on the seabed that could be seen from the air.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">“We called them the crop circles,” said Dr Imke Sorrel, who led the survey. “In 2021 there were ninety. Last August we found seven, and four of those were closing.”</span><o:p></o:p></p><h2>Counted one square at a time</h2><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The figures come from 640 dives. Two people lie on the bottom with a half-metre frame and count shoots until they are too cold to hold the pencil. Drone pictures give the outline; only the counting shows whether the meadow is thick or merely wide. It is both: 180 shoots in a square metre, against 95 before.</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The yacht owners who lost their sheltered berths were promised floating lines that never touch the ground. Sixty-two now have them. “I complained at every meeting,” said one, Gus Hallam. “Then my granddaughter put on a mask, and I stopped.”</span><o:p></o:p></p><p class="MsoNormal" style="margin:0cm 0cm 8pt"><span lang="EN-US" style="font-size:11pt; mso-bidi-font-family:Arial">The Institute will plant the last seven discs by hand in May. It is looking for volunteers who do not mind lying down in eleven degrees of water.</span><o:p></o:p></p></form>]]></p>
			<b>2025-12-22 14:01</b>
			<dd>470</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../202001/980.aspx">Starlings over Oxmarsh: ten thousand and counting</a>
		<a id="next" href="../202001/1007.aspx">She logged every storm for forty years. Her notebooks are now a forecast</a>
		<ul id="new">
			<li>
				<a href="../202001/1007.aspx">She logged every storm for forty years. Her notebooks are now a forecast</a>
			</li>
			<li>
				<a href="../202001/1002.aspx">Seagrass off Gull Rock has doubled since the moorings moved</a>
			</li>
			<li>
				<a href="../202001/980.aspx">Starlings over Oxmarsh: ten thousand and counting</a>
			</li>
			<li>
				<a href="../202001/966.aspx">Harbour water clear enough to read through, at last</a>
			</li>
			<li>
				<a href="../202001/949.aspx">Kelp on the outer breakwater: a first map</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="658" href="../202001/1007.aspx">She logged every storm for forty years. Her notebooks are now a forecast</a>
			</li>
			<li>
				<a id="470" href="../202001/1002.aspx">Seagrass off Gull Rock has doubled since the moorings moved</a>
			</li>
			<li>
				<a id="271" href="../202001/966.aspx">Harbour water clear enough to read through, at last</a>
			</li>
			<li>
				<a id="246" href="../202001/980.aspx">Starlings over Oxmarsh: ten thousand and counting</a>
			</li>
			<li>
				<a id="194" href="../202001/949.aspx">Kelp on the outer breakwater: a first map</a>
			</li>
		</ul>
	</body>
</html>