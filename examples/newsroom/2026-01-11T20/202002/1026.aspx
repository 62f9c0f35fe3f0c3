<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202002" site="202">
	<head>
		<title>Cinder Hill’s telescope turns 100 and finds something to do _The Saltmarrow Gazette-Science-Research</title>
		<meta id="1026" name="description" content="Cinder Hill’s telescope turns 100 and finds something to do " />
	</head>
	<body>
		<span>
			<a href="../202002/default.aspx">Research</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>Cinder Hill’s telescope turns 100 and finds something to do</h1>
			<h2 />
			<h3>Samir Dunmore</h3>
			<h4>2026-01-05 10:50</h4>
			<h5 />
			<a href="https://www.cinderhill.example/centenary">Cinder Hill Observatory</a>
			<p><![CDATA[<form><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The sky above Port Saltmarrow is too bright, too wet and too low for astronomy, as the city was told in 1926, when it built an observatory all the same. On its hundredth birthday the old telescope has been given the one job that needs exactly such a sky.</span></p><figure style="margin:0pt 0pt 12pt"><img src="../images/2026/observatory.jpg" alt="Illustration: an observatory dome with its telescope out, circling star trails and a comet above" width="1200" height="800" /><figcaption>Cinder Hill, with the dome open for the centenary.</figcaption></figure><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">It measures fog. When the air is moist, starlight is smeared in a way that betrays the height and size of the droplets. Modern observatories correct for this and throw it away. Cinder Hill, with a hundred years of glass plates of very poor stars, turns out to own the longest record of coastal fog anywhere.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">“Every astronomer here apologised for the weather in the margin,” said the director, Beatrix Ohlsen. “We have forty thousand apologies. It’s a data set.”</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">The plates show that foggy nights fell by a third between 1950 and 2020. Nobody had another way to know. A paper with the <a href="../202001/1031.aspx">Institute’s tide group</a> will follow this spring.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">On Sunday the dome was opened to the public. The cloud was complete. Visitors queued on the iron stair all the same, put an eye to the brass and saw, lit orange from beneath by their own city, a smooth and perfect nothing. “Beautifully focused,” Ohlsen told each of them, and it was.</span></p><p style="line-height:20pt; margin:0pt; orphans:0; text-align:justify; text-indent:21pt; widows:0"><span style="background-color:#ffffff; color:#0f1115; font-family:&#39;Times New Roman&#39;; font-size:12pt; font-style:normal; text-transform:none">&nbsp;</span></p></form>]]></p>
			<b>2026-01-05 09:15</b>
			<dd>396</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../202002/1015.aspx">Oyster shells, ground fine, make a mortar that heals its own cracks</a>
		<ul id="new">
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
				<a id="1426" href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
			<li>
				<a id="545" href="../202002/1015.aspx">Oyster shells, ground fine, make a mortar that heals its own cracks</a>
			</li>
			<li>
				<a id="396" href="../202002/1026.aspx">Cinder Hill’s telescope turns 100 and finds something to do</a>
			</li>
		</ul>
	</body>
</html>