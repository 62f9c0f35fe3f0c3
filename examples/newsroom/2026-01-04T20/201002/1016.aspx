<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="201002" site="201">
	<head>
		<title>Brack Island gets its doctor: one boat, every Thursday _The Saltmarrow Gazette-Harbour News-Region</title>
		<meta id="1016" name="description" content="Brack Island gets its doctor: one boat, every Thursday " />
	</head>
	<body>
		<span>
			<a href="../201002/default.aspx">Region</a>
			<a href="../201/default.aspx">Harbour News</a>
		</span>
		<div>
			<h1>Brack Island gets its doctor: one boat, every Thursday</h1>
			<h2 />
			<h3>Jonah Prewett</h3>
			<h4>2025-12-30 13:40</h4>
			<h5 />
			<a href="https://www.terncourier.example/brack-doctor">Tern Valley Courier</a>
			<p><![CDATA[<form><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">After nineteen months of advertising, Brack Island has a doctor. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">Noor Castellan, 34, will cross on the first boat each Thursday and come back on the last, and in between will see whoever is in the old net loft with a complaint, which in the first week was 58 people.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">The island’s own practice closed when Dr Hale retired at 77. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">Since then a sore throat has meant a day in town: out on the 07:05, home on the 19:10. Many stopped bothering. “You can be quite ill before you are a whole day ill,” said the postmistress, Thea Lorne.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Dr Castellan grew up three hundred kilometres from the sea and answered the notice because it was short. It read: <span style="font-style:italic">Doctor wanted. Must like weather.</span> She had a surgery in the capital with a waiting time of seventeen days. Here, she said, the waiting room is one bench, and people sort out the order among themselves. “A man with a cut hand was sent to the front by nine others. He apologised to each of them.”</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">Consultations are paid for by the county, the boat by the Harbour Board, and the stove in the net loft by a raffle. </span><span style="font-family:Calibri; font-size:11pt; background-color:#ffffff">The prize, a ham, was won by Dr Hale.</span></p><p style="margin:0pt 0pt 8pt; line-height:108%"><span style="font-family:Calibri; font-size:11pt">With the <a href="../201001/1001.aspx">night ferry</a> back, she may stay for the evening now and then. The choir has asked if she sings. She does not, she told them, but she can count, and they have made her treasurer.</span></p></form>]]></p>
			<b>2025-12-30 11:17</b>
			<dd>619</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../201002/1008.aspx">Little Wick votes to keep its level crossing keeper</a>
		<ul id="new">
			<li>
				<a href="../201002/1016.aspx">Brack Island gets its doctor: one boat, every Thursday</a>
			</li>
			<li>
				<a href="../201002/1008.aspx">Little Wick votes to keep its level crossing keeper</a>
			</li>
			<li>
				<a href="../201002/996.aspx">Little Wick to vote on its crossing keeper</a>
			</li>
			<li>
				<a href="../201002/977.aspx">Brack Island’s sheep vote with their feet</a>
			</li>
			<li>
				<a href="../201002/963.aspx">Ness Ferry school wins the mud prize, again</a>
			</li>
			<li>
				<a href="../201002/944.aspx">Tern Valley line to run on Sundays again</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="619" href="../201002/1016.aspx">Brack Island gets its doctor: one boat, every Thursday</a>
			</li>
			<li>
				<a id="462" href="../201002/1008.aspx">Little Wick votes to keep its level crossing keeper</a>
			</li>
			<li>
				<a id="241" href="../201002/977.aspx">Brack Island’s sheep vote with their feet</a>
			</li>
			<li>
				<a id="216" href="../201002/944.aspx">Tern Valley line to run on Sundays again</a>
			</li>
			<li>
				<a id="172" href="../201002/996.aspx">Little Wick to vote on its crossing keeper</a>
			</li>
			<li>
				<a id="157" href="../201002/963.aspx">Ness Ferry school wins the mud prize, again</a>
			</li>
		</ul>
	</body>
</html>