"""Pages of the CMS for tests: sound unless told otherwise."""

from __future__ import annotations

from html import escape

from syndicate.ingest.cms_page import read_page
from syndicate.ingest.origin import Origin
from syndicate.model.article import Page

ORIGIN = Origin("https://www.example.org/", "Asia/Shanghai", "en")

NEWEST = '<li><a href="../101001/12.aspx">Gulls count the boats</a></li>'
HOT = '<li><a id="90" href="../101002/7.aspx">The lamp is lit</a></li>'
BREADCRUMB = '<a href="../101001/default.aspx">Harbour</a><a href="../101/default.aspx">TOWN</a>'


def page(
    body: str = "<p>The ferry runs again.</p>",
    *,
    id: str = "11",
    site: str = "101",
    section: str = "101001",
    headline: str = "The ferry is back",
    title: str | None = None,
    subtitle: str = "",
    byline: str = "",
    time: str = "2026-01-20 08:30",
    note: str = "",
    source: str = '<a href="https://gazette.example/1.html">Harbour Gazette</a>',
    edited: str = "2026-01-20 08:00",
    views: str = "<dd>42</dd>",
    items: str = "<li /><li />",
    breadcrumb: str = BREADCRUMB,
    newest: str = NEWEST,
    hot: str = HOT,
    older: str = "../101001/10.aspx",
    newer: str = "../101001/12.aspx",
    encoding: str = "utf-8",
) -> str:
    """The text of a page. Values are put in as they are; ``headline`` is escaped."""
    head = escape(headline)
    whole_title = f"{head} _The Quay-TOWN-Harbour" if title is None else title
    return f"""<?xml version="1.0" encoding="{encoding}"?>
<?xml-stylesheet type='text/xsl' href='/ui/view.xsl'?>
<html RelativePath="/" class="{section}" site="{site}">
	<head>
		<title>{whole_title}</title>
		<meta id="{id}" name="description" content="{head}" />
	</head>
	<body>
		<span>{breadcrumb}</span>
		<div>
			<h1>{head}</h1>
			<h2>{subtitle}</h2>
			<h3>{byline}</h3>
			<h4>{time}</h4>
			<h5>{note}</h5>
			{source}
			<p><![CDATA[{body}]]></p>
			<b>{edited}</b>
			{views}
			<ul>{items}</ul>
		</div>
		<a id="perv" href="{older}">Older</a>
		<a id="next" href="{newer}">Newer</a>
		<ul id="new">{newest}</ul>
		<ul id="hot">{hot}</ul>
	</body>
</html>"""


def read(text: str | bytes, *, origin: Origin = ORIGIN, name: str = "101001/11.aspx") -> Page:
    return read_page(text if isinstance(text, bytes) else text.encode(), name=name, origin=origin)
