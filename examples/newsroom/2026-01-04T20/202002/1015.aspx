<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202002" site="202">
	<head>
		<title>Oyster shells, ground fine, make a mortar that heals its own cracks _The Saltmarrow Gazette-Science-Research</title>
		<meta id="1015" name="description" content="Oyster shells, ground fine, make a mortar that heals its own cracks " />
	</head>
	<body>
		<span>
			<a href="../202002/default.aspx">Research</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>Oyster shells, ground fine, make a mortar that heals its own cracks</h1>
			<h2 />
			<h3>Samir Dunmore</h3>
			<h4>2025-12-30 09:20</h4>
			<h5 />
			<a href="https://www.sims.example/notes/shell-mortar">Saltmarrow Institute of Marine Science</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">A mortar made with the waste of the oyster sheds closes its own hairline cracks within ten weeks when it is wetted by the tide, engineers at the Saltmarrow Institute have found. They were trying to make something cheaper. They did not expect it to be alive.</span></p><figure style="margin:0pt 0pt 12pt"><img src="/images/2026/oyster-beds.jpg" alt="Illustration: rows of oyster trestles at low tide run towards the horizon, a worker with a basket among them" width="1200" height="800" /><figcaption>The Marrow Sands beds at low water give 900 tonnes of shell a year.</figcaption></figure><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The sheds pay to have nine hundred tonnes of shell taken away each year. Dr Leopold Ames ground some of it to the fineness of flour and used it in place of a third of the lime. Test bricks were left on the steps at Ness Ferry, cracked on purpose with a wedge, and forgotten over a summer.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">“I came back to photograph the failure,” Ames said. “I couldn’t find it.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Under the microscope the cracks were filled with fresh calcite. Bacteria from the shells had survived the grinding, lain dormant in the wall and woken whenever sea water reached them. They build as long as there is a gap, and stop when it closes.</span></p><h3>Not a miracle, Ames says</h3><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The healing works for cracks up to 0.4 millimetres, only where it is wet twice a day, and not at all in frost. That still describes most of the harbour. The masons repointing the Customs Steps will use the mortar on one flight this spring and ordinary lime on the other.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">Old Quay, finished in 1871, seems to have got there first. Cores taken for comparison hold crushed shell throughout. There is no record of why. The foreman’s daybook says only that lime was dear that year, “and we had the dinners to get rid of”.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">&nbsp;</span></p></form>]]></p>
			<b>2025-12-30 05:21</b>
			<dd>491</dd>
			<ul>
				<li>materials</li>
				<li>oysters</li>
				<li>building</li>
			</ul>
		</div>
		<a id="perv" href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
		<ul id="new">
			<li>
				<a href="../202002/1015.aspx">Oyster shells, ground fine, make a mortar that heals its own cracks</a>
			</li>
			<li>
				<a href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="1356" href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
			<li>
				<a id="491" href="../202002/1015.aspx">Oyster shells, ground fine, make a mortar that heals its own cracks</a>
			</li>
		</ul>
	</body>
</html>