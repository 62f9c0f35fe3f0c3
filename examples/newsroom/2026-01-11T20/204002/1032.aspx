<?xml version="1.0" encoding="Big5"?>
<?xml-stylesheet type='text/xsl' href='/ui/templates/normal/view.xsl'?>
<html RelativePath="/" class="204002" site="204">
	<head>
		<title>鹽田手記：母親寄來的三封信 _&#30416;港&#32426;事-中文-文化</title>
		<meta id="1032" name="description" content="鹽田手記：母親寄來的三封信 " />
	</head>
	<body>
		<span>
			<a href="../204002/default.aspx">文化</a>
			<a href="../204/default.aspx">中文</a>
		</span>
		<div>
			<h1>鹽田手記：母親寄來的三封信</h1>
			<h2 />
			<h3>許望舒</h3>
			<h4>2026-01-08 16:40</h4>
			<h5 />
			<a href="https://www.luting.example/wen/yantian">鷺汀文匯</a>
			<p><![CDATA[<form><p style="line-height:2em; margin:0pt; text-indent:2em"><span style="font-family:新細明體; font-size:12pt">母親在鹽田做了四十年，只給我寫過三封信。第一封十二個字，第二封一頁，第三封是一張白紙。我把它們放在一起，才讀懂了她說的話。</span></p><p style="text-align:center"><img src="../images/2026/saltpans.jpg" alt="插圖：從空中俯瞰的鹽田，粉、青、白各色方格，幾個戴斗笠的人在耙鹽" width="1200" height="800" /></p><p style="text-align:center"><span style="color:#666666; font-size:10pt">東灘的鹽田。</span></p><p style="line-height:2em; margin:0pt; text-indent:2em"><span style="font-family:新細明體; font-size:12pt">第一封信寄到學校，那年我十三歲。「今日南風。鹽好。飯要吃熱的。」我嫌它短，沒有回。</span></p><p style="line-height:2em; margin:0pt; text-indent:2em"><span style="font-family:新細明體; font-size:12pt">第二封信是我第一年在外地過冬時收到的。她寫怎樣看天：早上的雲像魚鱗，下午就要收鹽；螃蟹往高處走，夜裡要起風。最後她寫，鹽這種東西，水多了留不住，水少了出不來，要站在旁邊等。「我也沒有別的本事，就是會等。」</span></p><p style="line-height:2em; margin:0pt; text-indent:2em"><span style="font-family:新細明體; font-size:12pt">第三封信寄到的時候，她已經不在了。郵戳是她住院的前一天。信封裡只有一張白紙，對著光看，紙上有細細的閃光。我用舌頭舔了一下，是鹹的。</span></p><p style="line-height:2em; margin:0pt; text-indent:2em"><span style="font-family:新細明體; font-size:12pt">後來鹽場的老人告訴我，從前鹽工不識字，出遠門的人走時，家裡人用鹽水在紙上寫字給他帶著。平時什麼也看不見，想家的時候用火一烤，字就出來了。</span></p><p style="line-height:2em; margin:0pt; text-indent:2em"><span style="font-family:新細明體; font-size:12pt">那張紙我到現在也沒有烤過。</span></p></form>]]></p>
			<b>2026-01-08 15:34</b>
			<dd>309</dd>
			<ul>
				<li />
				<li />
				<li />
			</ul>
		</div>
		<a id="perv" href="../204002/1027.aspx">一台老印刷机，教孩子&#20204;倒&#30528;&#35835;字</a>
		<a id="next" href="../204002/1037.aspx">小&#21095;&#22330;里的大&#38654;</a>
		<ul id="new">
			<li>
				<a href="../204002/1037.aspx">小&#21095;&#22330;里的大&#38654;</a>
			</li>
			<li>
				<a href="../204002/1032.aspx">鹽田手記：母親寄來的三封信</a>
			</li>
			<li>
				<a href="../204002/1027.aspx">一台老印刷机，教孩子&#20204;倒&#30528;&#35835;字</a>
			</li>
			<li>
				<a href="../204002/1017.aspx">&#23681;末最后一天，他&#20204;在防波堤上唱&#28180;&#21495;</a>
			</li>
			<li>
				<a href="../204002/1012.aspx">&#26087;&#20070;&#38138;的&#36134;本里，&#22841;&#30528;一整座城</a>
			</li>
			<li>
				<a href="../204002/1006.aspx">&#28783;&#31548;街最后一位糊&#28783;&#31548;的人</a>
			</li>
			<li>
				<a href="../204002/994.aspx">糊窗&#32440;的最后一家店</a>
			</li>
			<li>
				<a href="../204002/983.aspx">方言&#35789;典里的“雨”字部</a>
			</li>
			<li>
				<a href="../204002/968.aspx">听一位&#35843;琴&#24072;&#35762;潮&#28287;</a>
			</li>
			<li>
				<a href="../204002/955.aspx">&#28783;&#31548;街小&#23398;生作文&#36873;：《我家的船》</a>
			</li>
		</ul>
		<ul id="hot">
			<li>
				<a id="1101" href="../204002/1006.aspx">&#28783;&#31548;街最后一位糊&#28783;&#31548;的人</a>
			</li>
			<li>
				<a id="625" href="../204002/1012.aspx">&#26087;&#20070;&#38138;的&#36134;本里，&#22841;&#30528;一整座城</a>
			</li>
			<li>
				<a id="497" href="../204002/1027.aspx">一台老印刷机，教孩子&#20204;倒&#30528;&#35835;字</a>
			</li>
			<li>
				<a id="309" href="../204002/1032.aspx">鹽田手記：母親寄來的三封信</a>
			</li>
			<li>
				<a id="290" href="../204002/1017.aspx">&#23681;末最后一天，他&#20204;在防波堤上唱&#28180;&#21495;</a>
			</li>
			<li>
				<a id="217" href="../204002/968.aspx">听一位&#35843;琴&#24072;&#35762;潮&#28287;</a>
			</li>
			<li>
				<a id="211" href="../204002/955.aspx">&#28783;&#31548;街小&#23398;生作文&#36873;：《我家的船》</a>
			</li>
			<li>
				<a id="183" href="../204002/983.aspx">方言&#35789;典里的“雨”字部</a>
			</li>
			<li>
				<a id="157" href="../204002/994.aspx">糊窗&#32440;的最后一家店</a>
			</li>
			<li>
				<a id="84" href="../204002/1037.aspx">小&#21095;&#22330;里的大&#38654;</a>
			</li>
		</ul>
	</body>
</html>