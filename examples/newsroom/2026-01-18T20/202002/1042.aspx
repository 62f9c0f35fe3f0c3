<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="202002" site="202">
	<head>
		<title>Listening to concrete: why there are microphones in the breakwater _The Saltmarrow Gazette-Science-Research</title>
		<meta id="1042" name="description" content="Listening to concrete: why there are microphones in the breakwater " />
	</head>
	<body>
		<span>
			<a href="../202002/default.aspx">Research</a>
			<a href="../202/default.aspx">Science</a>
		</span>
		<div>
			<h1>Listening to concrete: why there are microphones in the breakwater</h1>
			<h2 />
			<h3>Samir Dunmore</h3>
			<h4>2026-01-14 10:30</h4>
			<h5 />
			<a href="https://www.sims.example/notes/hydrophones">Saltmarrow Institute of Marine Science</a>
			<p><![CDATA[<form><p>A wall that is about to fail makes a noise first. It is a small noise, somewhere between a knuckle and a biscuit, and since November twenty-four microphones have been lying among the stones of the outer breakwater to hear it.</p><p>The breakwater is 140 years old and nobody alive has seen its core. Divers can look at the outside; radar does not like salt water. Dr Leopold Ames, who spends his days with <a href="../202002/1015.aspx">mortar that mends itself</a>, had the idea when he put an ear to a railing in a swell. “It was talking,” he said. “Not to me particularly.”</p><p>So far the wall has mostly complained of the cold. Stones tick when the tide leaves them and the wind gets in. Crabs are a nuisance, and the ferry can be heard from the moment she casts off, two kilometres away. A computer has learned to ignore all of that and to count only cracks. In nine weeks there have been three, all in the same four metres near the light, where the plans show a repair done in a hurry in 1917.</p><p>&nbsp;</p><p>Nobody is alarmed. The Board has moved the spring inspection to that spot. The recordings are public, and a composer at Ness Ferry has asked for the ticking of 2 January, the first hard frost.</p><p style="margin:0"><img src="https://stats.tidewire.example/p.gif?a=1042&amp;t=1" width="1" height="1" alt="" /></p><p>What the microphones have not heard yet is a real storm. “I shouldn’t say so,” said Ames. “But I would like just one.”</p><p>&nbsp;</p></form>]]></p>
			<b>2026-01-14 10:26</b>
			<dd>429</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../202002/1026.aspx">Cinder Hill’s telescope turns 100 and finds something to do</a>
		<ul id="new">
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
				<a id="1489" href="../202002/1005.aspx">What the tide gauge in the cellar has remembered since 1871</a>
			</li>
			<li>
				<a id="587" href="../202002/1015.aspx">Oyster shells, ground fine, make a mortar that heals its own cracks</a>
			</li>
			<li>
				<a id="429" href="../202002/1042.aspx">Listening to concrete: why there are microphones in the breakwater</a>
			</li>
			<li>
				<a id="413" href="../202002/1026.aspx">Cinder Hill’s telescope turns 100 and finds something to do</a>
			</li>
		</ul>
	</body>
</html>