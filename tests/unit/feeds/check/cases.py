"""For each rule the breaks that it finds: what stands in a good document, and what instead.

A case breaks its rule and no other. Rules of single documents are here; those
of replies are in ``test_exchange``.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.unit.feeds.check.documents import ADDRESS, DOCUMENTS, TYPE


@dataclass(frozen=True, slots=True)
class Case:
    """``old`` stands in the good document of ``kind`` and becomes ``new``, once.

    ``also`` are rules of another standard that the same break can't but break too.
    """

    rule: str
    kind: str
    old: str
    new: str
    content_type: str = ""
    encoding: str = "utf-8"
    also: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        good = DOCUMENTS[self.kind]
        assert self.old in good, f"{self.old!r} is not in the {self.kind} document"
        return good.replace(self.old, self.new, 1).encode(self.encoding)

    @property
    def arguments(self) -> dict[str, str]:
        return {
            "address": ADDRESS[self.kind],
            "content_type": self.content_type or TYPE[self.kind],
        }

    def __str__(self) -> str:
        return f"{self.rule} {self.kind} {' '.join(self.new.split())[:40]}"


RSS_TITLE = "The Old Heron sails again</title>"
ATOM_TITLE = '<title type="text">The Old Heron sails again</title>'
RSS_DATE = "Mon, 19 Jan 2026 07:30:00 +0000"
ATOM_DATE = "2026-01-19T07:30:00+00:00"
RSS_CONTENT = "&lt;p&gt;The &lt;em&gt;ferry&lt;/em&gt; is back."
ATOM_CONTENT = "&lt;p&gt;The ferry is back."
XHTML = "<p>Lights.<br/></p>"
JSON_CONTENT = "<p>The ferry is back."
GUID = '<guid isPermaLink="false">tag:gazette.example,2026-01-01:gazette/901</guid>'
ATOM_ID = "<id>tag:gazette.example,2026-01-01:gazette/901</id>"
JSON_ID = '"id": "tag:gazette.example,2026-01-01:gazette/901"'
SOURCE = '<source url="https://tidewire.example/7">Tidewire</source>'
ENCLOSURE = (
    '<enclosure url="https://www.gazette.example/ferry.png" length="48213" type="image/png"/>'
)
MEDIA = '<media:content url="https://www.gazette.example/ferry.png" medium="image"'
SELF = '<atom:link rel="self" href="https://news.gazette.example/feeds/rss.xml"/>\n'
HUB = '<link rel="hub" href="https://hub.example/"/>\n'
ATOM_ALTERNATE = '<link rel="alternate" type="text/html" href="https://www.gazette.example/901"/>'
ATOM_SECOND_ALTERNATE = (
    '<link rel="alternate" type="text/html" href="https://www.gazette.example/902"/>\n'
)
XHTML_CONTENT = (
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    "<p>Lights.<br/></p></div></content>"
)
PREV = '<link rel="prev-archive" href="https://news.gazette.example/feeds/archive/atom-1.xml"/>'
NEXT = '<link rel="next-archive" href="https://news.gazette.example/feeds/archive/atom-3.xml"/>'
OUTLINE = 'type="rss" xmlUrl="https://news.gazette.example/feeds/rss.xml"'
FEED_URL = '"feed_url": "https://news.gazette.example/feeds/feed.json",\n'
TOMBSTONE = (
    '<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0"'
    ' ref="{}" when="{}"/><entry>'
)

CASES = (
    # A document at all
    Case("0.1", "rss", "</channel>", "</chanel>"),
    Case("0.1", "atom", "sails again", "sails &nbsp; again"),
    Case("0.2", "json", '"authors": [', '"authors": ['[:-1]),
    Case("0.2", "json", '"size_in_bytes": 20480', '"size_in_bytes": NaN'),
    Case("0.3", "rss", DOCUMENTS["rss"].partition("\n")[2], "<html><body>Not here</body></html>"),
    Case("0.3", "json", DOCUMENTS["json"], "[]"),
    Case("0.3", "json", DOCUMENTS["json"], '{"error": "not found"}'),
    Case("0.4", "rss", "<rss version", '<!DOCTYPE rss [<!ENTITY a "b">]><rss version'),
    Case("0.4", "opml", "<opml", '<!-- a list --><!DOCTYPE opml SYSTEM "x.dtd"><opml'),
    # Characters
    Case("1.1", "rss", RSS_TITLE, "The Old \x0b Heron</title>"),
    Case("1.1", "atom", "sails again</title>", "sails &#x1F; again</title>"),
    Case("1.1", "atom", "sails again</title>", "sails \ufffe again</title>"),
    Case("1.2", "rss", RSS_TITLE, "The Old Heron\x92s</title>"),
    Case("1.2", "atom", "sails again</title>", "sails&#146; again</title>"),
    Case("1.3", "json", 'The ferry is back."', 'The ferry\\u0000 is back."'),
    Case("1.3", "json", 'The ferry is back."', 'The ferry\\ud800 is back."'),
    # CDATA
    Case("2.1", "rss", "What sails, and what rusts.", "What sails ]]> rusts."),
    Case("2.1", "rss", "What sails, and what rusts.", "<![CDATA[What ]]> sails]]>"),
    # Titles
    Case("3.1", "rss", RSS_TITLE, "The <b>Old</b> Heron</title>"),
    Case("3.1", "atom", ATOM_TITLE, '<title type="text">The <b>Old</b></title>'),
    Case("3.2", "rss", RSS_TITLE, "Fish &amp;amp; ships</title>"),
    Case("3.2", "json", "The Old Heron sails again", "Fish &amp; ships"),
    Case("3.3", "rss", RSS_TITLE, "The &lt;b&gt;Old&lt;/b&gt; Heron</title>"),
    Case("3.4", "atom", ATOM_TITLE, '<title type="html">The Old Heron</title>'),
    Case("3.5", "rss", RSS_TITLE, "</title>"),
    Case("3.5", "json", '"title": "The Old Heron sails again"', '"title": " "'),
    Case("3.6", "rss", "<title>Lanterns on the old quay</title>\n", ""),
    # Dates
    Case("4.1", "rss", RSS_DATE, "2026-01-19T07:30:00+00:00"),
    Case("4.1", "rss", RSS_DATE, "Mon, 32 Jan 2026 07:30:00 +0000"),
    Case("4.1", "rss", RSS_DATE, "Mon, 19 Jan 2026 07:30:00 CET"),
    Case("4.2", "rss", RSS_DATE, "Mon, 19 Jan 26 07:30:00 +0000"),
    Case("4.3", "rss", RSS_DATE, "Mon, 19 Jan 2026 07:30:00 GMT"),
    Case("4.4", "rss", RSS_DATE, "Tue, 19 Jan 2026 07:30:00 +0000"),
    Case("4.5", "atom", ATOM_DATE, "2026-01-19 07:30:00"),
    Case("4.5", "atom", ATOM_DATE, "2026-01-19t07:30:00z"),
    Case("4.5", "atom", ATOM_DATE, "2026-02-30T07:30:00Z"),
    Case("4.6", "json", ATOM_DATE, "2026-01-19"),
    Case("4.7", "rss", "<pubDate>Sun, 18 Jan 2026 01:00:00 +0000</pubDate>\n", ""),
    Case("4.7", "json", f'"date_published": "{ATOM_DATE}",\n', ""),
    Case("4.8", "rss", RSS_DATE, "01 Jan 1026 07:30:00 +0000"),
    Case("4.8", "atom", ATOM_DATE, "0001-01-19T07:30:00Z"),
    # What has changed
    Case("5.1", "atom", "2026-01-18T01:00:00Z", "2026-01-20T10:15:00+01:00"),
    Case("5.2", "atom", "<updated>2026-01-20T09:15:00+00:00", "<updated>2026-01-19T09:15:00Z"),
    Case("5.2", "rss", "Tue, 20 Jan 2026 09:15:00 +0000", "Sun, 18 Jan 2026 09:15:00 +0000"),
    Case("5.3", "atom", ATOM_DATE, "2026-01-20T09:15:01Z"),
    Case("5.3", "json", '"date_modified": "2026-01-20', '"date_modified": "2026-01-18'),
    # Ids
    Case("6.1", "atom", ATOM_ID + "\n", ""),
    Case("6.1", "json", JSON_ID + ",\n", ""),
    Case("6.1", "json", JSON_ID, '"id": ""'),
    Case("6.2", "rss", GUID + "\n", ""),
    Case("6.3", "rss", "gazette/902", "gazette/901"),
    Case("6.3", "atom", "gazette/902", "gazette/901"),
    Case("6.4", "atom", ATOM_ID, "<id>901</id>"),
    Case("6.4", "atom", ATOM_ID, "<id> urn:x-gazette:901</id>"),
    Case("6.5", "atom", ATOM_ID, "<id>tag:gazette.example:901</id>"),
    Case("6.5", "rss", GUID, '<guid isPermaLink="false">tag:gazette.example,26:901</guid>'),
    Case("6.5", "json", JSON_ID, '"id": "tag:gazette.example,2026-13-01:901"'),
    Case("6.6", "rss", GUID, "<guid>https://www.gazette.example/901</guid>"),
    Case("6.6", "json", JSON_ID, '"id": "https://www.gazette.example/901"'),
    Case("6.7", "rss", GUID, "<guid>tag:gazette.example,2026:901</guid>"),
    Case("6.8", "rss", GUID, '<guid isPermaLink="no">tag:gazette.example,2026:901</guid>'),
    Case("6.9", "atom", ATOM_ID, "<id>tag:gazette.example,2026:901?rev=3</id>"),
    # Atom's own
    Case("7.1", "atom", ATOM_TITLE, ""),
    Case("7.1", "atom", ATOM_TITLE, ATOM_TITLE + ATOM_TITLE),
    Case("7.1", "atom", "<updated>2026-01-18T01:00:00Z</updated>", ""),
    Case("7.2", "archive", '<link rel="self"', '<link rel="related"'),
    Case("7.3", "atom", ATOM_ALTERNATE, ""),
    Case(
        "7.3",
        "atom",
        '<link rel="alternate" type="text/html" href="https://www.gazette.example/"/>\n',
        "",
    ),
    Case("7.4", "atom", "<author><name>Harbour Gazette Trust</name></author>\n", ""),
    Case("7.5", "atom", ATOM_ALTERNATE, ATOM_ALTERNATE + ATOM_ALTERNATE),
    Case(
        "7.6",
        "atom",
        ATOM_SECOND_ALTERNATE + XHTML_CONTENT,
        "<summary>Lights.</summary>",
    ),
    Case("7.6", "atom", XHTML_CONTENT, '<content type="text/html" src="https://x.example/"/>'),
    Case("7.7", "atom", '<content type="html">', '<content type="CDATA">'),
    Case("7.7", "atom", '<summary type="text">', '<summary type="text/plain">'),
    Case("7.8", "atom", '<div xmlns="http://www.w3.org/1999/xhtml">', "<div>"),
    Case("7.8", "atom", ATOM_CONTENT, "<b>The ferry</b>&lt;p&gt;"),
    Case(
        "7.9",
        "archive",
        DOCUMENTS["archive"],
        DOCUMENTS["archive"]
        .replace("<", "<a:")
        .replace("<a:/", "</a:")
        .replace("<a:?", "<?")
        .replace("a:fh:", "fh:")
        .replace("xmlns=", "xmlns:a="),
    ),
    Case("7.10", "atom", "<name>Nell Harrow</name>", ""),
    Case("7.10", "atom", "<name>Nell Harrow</name>", "<name>N. H.</name><email>nell</email>"),
    Case("7.10", "atom", "<name>Nell Harrow</name>", "<name>N. H.</name><uri>/nell</uri>"),
    Case("7.11", "atom", 'type="text/html" href="https://www.gazette.example/901"', 'href="/901"'),
    Case("7.11", "atom", ' href="https://www.gazette.example/901"', ""),
    Case("7.11", "atom", "https://www.gazette.example/901", "https://www.gazette.example/9 1"),
    Case("7.12", "atom", '<category term="ferries"/>', "<category>ferries</category>"),
    Case("7.13", "atom", '<category term="ferries"/>', "<modified>today</modified>"),
    Case("7.14", "atom", '"ferries"', '"ferries, and ships"'),
    # RSS's own
    Case("8.1", "rss", 'version="2.0"', 'version="0.91"'),
    Case("8.2", "rss", "<description>What sails, and what rusts.</description>", ""),
    Case("8.2", "rss", "</channel>", "</channel><channel/>"),
    Case(
        "8.3",
        "rss",
        "<link>https://www.gazette.example/</link>\n<description>What sails, and what rusts."
        "</description>",
        "<link>https://news.gazette.example/feeds/rss.xml</link>\n<description>What sails."
        "</description>",
        also=("8.10",),
    ),
    Case("8.4", "rss", SELF + HUB.replace("<link", "<atom:link"), ""),
    Case("8.5", "archive", "feeds/archive/atom-2.xml", "feeds/archive/atom-9.xml"),
    Case("8.5", "rss", "/feeds/rss.xml", "/feeds/index.xml"),
    Case("8.5", "json", "/feeds/feed.json", "/feeds/feed-all.json"),
    Case("8.6", "rss", "<language>en</language>", ""),
    Case("8.7", "rss", "<language>en</language>", "<language>English (UK)</language>"),
    Case("8.7", "atom", 'xml:lang="en"', 'xml:lang="en_GB"'),
    Case("8.7", "json", '"language": "en"', '"language": "?"'),
    Case("8.8", "rss", "<ttl>60</ttl>", "<ttl>an hour</ttl>"),
    Case("8.8", "rss", "<width>144</width>", "<width>512</width>"),
    Case("8.9", "rss", "logo.png", "logo.svg"),
    Case("8.9", "rss", "<url>https://www.gazette.example/logo.png</url>", ""),
    Case("8.9", "rss", "<url>https://www.gazette.example/", "<url>/"),
    Case(
        "8.10",
        "rss",
        "<link>https://www.gazette.example/</link>\n<width>",
        "<link>https://elsewhere.example/</link>\n<width>",
    ),
    Case("8.11", "rss", GUID, GUID + GUID),
    Case("8.12", "rss", "<category>ferries</category>", "<tag>ferries</tag>"),
    Case("8.13", "rss", "<link>https://www.gazette.example/901</link>", "<link>/901</link>"),
    Case("8.14", "rss", "<category>ferries", "<category>ferries, ships"),
    Case("8.14", "json", '["ferries"]', '["ferries, ships"]'),
    # People
    Case("9.1", "rss", "editor@gazette.example (Nell Harrow)", "Nell Harrow"),
    Case("9.1", "rss", "<dc:creator>Nell Harrow</dc:creator>", "<author>Nell Harrow</author>"),
    Case("9.2", "rss", "<dc:creator>", "<author>nell@gazette.example</author><dc:creator>"),
    Case(
        "9.3",
        "rss",
        "<description>The ferry is back.</description>\n",
        "<content:encoded>Source: Tidewire.</content:encoded><description>Back.</description>\n",
    ),
    # Where it was taken from
    Case("10.1", "rss", '<source url="https://tidewire.example/7">', "<source>"),
    Case("10.1", "rss", SOURCE, '<source url="https://tidewire.example/7"/>'),
    Case("10.2", "atom", "<id>tag:gazette.example,2026-01-01:publication/Tidewire</id>", ""),
    Case("10.3", "atom", '<link rel="alternate" href="https://tidewire.example/"/>', ""),
    Case(
        "10.4",
        "atom",
        "<title>Tidewire</title>",
        "<title>Tidewire</title><author><name>Al</name></author>",
    ),
    Case("10.5", "atom", '<link rel="via" href="https://tidewire.example/7"/>', ""),
    Case("10.6", "rss", '&lt;a href="https://tidewire.example/7"&gt;Tidewire&lt;/a&gt;', "T."),
    Case("10.6", "atom", "Source: Tidewire.", ""),
    Case("10.6", "json", "Source: Tidewire.", ""),
    Case("10.7", "rss", "<dc:source>https://tidewire.example/7</dc:source>", ""),
    # Enclosures and media
    Case("11.1", "rss", ENCLOSURE, ENCLOSURE.replace('length="48213" ', "")),
    Case("11.1", "rss", ENCLOSURE, ENCLOSURE.replace("image/png", "png")),
    Case("11.1", "rss", ENCLOSURE, ENCLOSURE.replace("https://www.gazette.example", "")),
    Case("11.1", "json", '"mime_type": "application/pdf",', ""),
    Case("11.2", "rss", ENCLOSURE, ENCLOSURE.replace("48213", "0")),
    Case("11.2", "atom", 'length="48213" ', ""),
    Case("11.3", "rss", ENCLOSURE, ENCLOSURE + ENCLOSURE),
    Case("11.4", "rss", "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss"),
    Case("11.5", "rss", MEDIA, '<media:content medium="image"'),
    Case(
        "11.5", "rss", '<media:thumbnail url="https://www.gazette.example', '<media:thumbnail url="'
    ),
    Case("11.6", "rss", MEDIA, MEDIA.replace('"image"', '"picture" type="image/png"')),
    Case("11.7", "rss", 'width="640"', 'width="640px"'),
    Case("11.7", "json", '"size_in_bytes": 20480', '"size_in_bytes": "20 KB"'),
    Case("11.8", "rss", 'medium="image" width="640" height="360"', ""),
    Case("11.8", "rss", 'medium="image" width="640" height="360"', 'type="image/png"'),
    Case("11.9", "rss", "<dc:creator>", "<media:description>Fog</media:description><dc:creator>"),
    # Content
    Case(
        "12.1", "rss", RSS_CONTENT, RSS_CONTENT + "&lt;script&gt;run('&lt;/p&gt;')&lt;/script&gt;"
    ),
    Case("12.1", "rss", RSS_CONTENT, '&lt;p onclick="run()"&gt;'),
    Case("12.1", "rss", 'href="https://tidewire.example/7"', 'href=" java\nscript:run()"'),
    Case(
        "12.1", "atom", ATOM_CONTENT, '&lt;p&gt;&lt;a href="&amp;#106;avascript:x"&gt;A&lt;/a&gt;'
    ),
    Case("12.1", "atom", XHTML, "<p>Lights<button/></p>"),
    Case("12.1", "json", JSON_CONTENT, "<object data='https://x.example/'></object><p>"),
    Case("12.2", "rss", RSS_CONTENT, '&lt;p style="color:red"&gt;'),
    Case("12.2", "rss", RSS_CONTENT, '&lt;p data-id="7"&gt;'),
    Case("12.2", "json", JSON_CONTENT, "<iframe src='https://x.example/'></iframe><p>"),
    Case("12.2", "json", JSON_CONTENT, "<p><img alt='' src='data:image/png;base64,AAAA'>"),
    Case("12.3", "rss", 'https://www.gazette.example/ferry.png" alt', '/ferry.png" alt'),
    Case("12.3", "atom", ATOM_CONTENT, '&lt;p&gt;&lt;a href="../901"&gt;A&lt;/a&gt;'),
    Case(
        "12.3",
        "json",
        JSON_CONTENT,
        "<p><img alt='' src='https://x.example/a' srcset='https://x.example/a 1x, b.png 2x'>",
    ),
    Case(
        "12.4",
        "atom",
        '<content type="html">&lt;p&gt;The ferry is back.',
        '<content type="html" xml:base="https://www.gazette.example/">'
        '&lt;p&gt;&lt;a href="901"&gt;Back&lt;/a&gt;',
    ),
    Case("12.5", "rss", "&lt;/em&gt;", ""),
    Case(
        "12.5", "rss", RSS_CONTENT, "&lt;p&gt;&lt;strong&gt;A&lt;em&gt;B&lt;/strong&gt;&lt;/em&gt;"
    ),
    Case("12.5", "json", JSON_CONTENT, "<li>The ferry</li><p>"),
    Case("12.5", "json", JSON_CONTENT, "<p>The ferry <a"),
    Case("12.5", "json", JSON_CONTENT, "<p>The ferry</div>"),
    Case("12.6", "rss", ' alt="A ferry"', ""),
    Case("12.7", "rss", "<description>The ferry is back.", "<description>The <b>ferry</b>."),
    # JSON Feed's own
    Case("13.1", "json", "version/1.1", "version/2"),
    Case("13.2", "json", "version/1.1", "version/1"),
    Case("13.2", "json", '"tags":', '"author": {"name": "Nell Harrow"}, "tags":'),
    Case("13.3", "json", '"title": "The Harbour Gazette",\n', ""),
    Case(
        "13.4",
        "json",
        '"content_html": "<p>The ferry is back. Source: Tidewire.</p>",\n',
        "",
    ),
    Case("13.5", "json", '["ferries"]', '"ferries"'),
    Case("13.5", "json", '["ferries"]', "[7]"),
    Case("13.5", "json", JSON_ID, '"id": 901'),
    Case("13.5", "json", '[{"name": "Harbour Gazette Trust"}]', '["Harbour Gazette Trust"]'),
    Case("13.6", "json", '{"name": "Harbour Gazette Trust"}', "{}"),
    Case("13.7", "json", "archive/feed-3.json", "feed.json"),
    Case("13.8", "json", '"home_page_url": "https://www.gazette.example/",\n', ""),
    Case("13.9", "json", '"url": "https://www.gazette.example/901"', '"url": "/901"'),
    Case("13.10", "json", '"tags":', '"views": 7, "tags":'),
    Case("13.11", "json", '"_gazette": {', '"_views": 7, "_gazette": {'),
    Case("13.11", "json", '"_gazette"', '"_gazette.example"'),
    Case("13.12", "json", '"tags":', '"tags": [], "tags":'),
    Case("13.13", "json", '"summary": "The ferry', '"summary": "The <em>ferry</em>'),
    # Archives
    Case("14.1", "archive", '<link rel="current"', '<link rel="related"'),
    Case("14.2", "archive", PREV, PREV + PREV),
    Case("14.3", "archive", PREV, '<link rel="prev-archive" href="urn:x-gazette:1"/>'),
    Case("14.4", "archive", PREV, PREV.replace("atom-1", "atom-2")),
    Case("14.4", "archive", PREV, PREV.replace("atom-1", "atom-3")),
    Case("14.5", "archive", "feeds/atom.xml", "feeds/archive/atom-2.xml"),
    Case("14.6", "archive", "<fh:archive/>\n", ""),
    Case("14.7", "archive", "<fh:archive/>", "<fh:archive/><fh:complete/>"),
    Case("14.8", "archive", "<entry>", "<entry><fh:archive/>"),
    Case("14.8", "archive", "<fh:archive/>", "<fh:archive>yes</fh:archive>"),
    # WebSub
    Case("15.1", "rss", SELF, SELF + SELF, also=("8.4",)),
    Case("15.1", "json", FEED_URL, "", also=("13.8",)),
    Case("15.2", "atom", 'rel="hub" href="https://hub.example/"', 'rel="hub" href="urn:hub"'),
    Case("15.2", "json", '"type": "WebSub", ', ""),
    # OPML
    Case("16.1", "opml", '<opml version="2.0">', '<opml version="1.0">'),
    Case("16.2", "opml", "</body>", "</body><body/>"),
    Case("16.3", "opml", '<outline text="Harbour News">', "<outline>"),
    Case("16.4", "opml", OUTLINE, 'type="rss"'),
    Case("16.4", "opml", OUTLINE, OUTLINE.partition(" ")[2]),
    Case("16.5", "opml", 'title="Ships" ', ""),
    Case("16.6", "opml", 'htmlUrl="https://www.gazette.example/"', 'htmlUrl="/ships"'),
    Case("16.7", "opml", "Tue, 20 Jan 2026 09:15:00 +0000", "2026-01-20"),
    Case("16.8", "opml", "<title>The Harbour Gazette</title>", ""),
    # Encoding and media type
    Case("17.1", "rss", RSS_TITLE, "Fähre</title>", encoding="latin-1"),
    Case("17.1", "rss", 'encoding="UTF-8"', 'encoding="EBCDIC-XX"', "application/rss+xml"),
    Case("17.2", "rss", 'encoding="UTF-8"', 'encoding="GB18030"', "application/rss+xml"),
    Case("17.3", "rss", '<?xml version="1.0" encoding="UTF-8"?>\n', ""),
    Case("17.4", "rss", "", "", "text/html; charset=utf-8"),
    Case("17.4", "atom", "", "", "application/rss+xml"),
    Case("17.4", "json", "", "", "text/plain"),
    Case("17.5", "rss", "", "", "text/xml; charset=utf-8"),
    Case("17.5", "json", "", "", "application/json"),
    Case(
        "17.6",
        "archive",
        'encoding="UTF-8"',
        'encoding="GB18030"',
        "application/atom+xml; charset=utf-8",
    ),
    Case("17.7", "json", "{\n", "\ufeff{\n"),
    # Removed articles
    Case(
        "20.1",
        "archive",
        "<entry>",
        TOMBSTONE.format("tag:gazette.example,2026:7", "2026-01-18T01:00:00Z"),
    ),
    Case("20.2", "archive", "<entry>", TOMBSTONE.format("", "2026"), also=("20.1",)),
    Case(
        "20.3",
        "archive",
        "<entry>",
        TOMBSTONE.format("tag:gazette.example,2026-01-01:gazette/902", "2026-01-18T01:00:00Z"),
        also=("20.1",),
    ),
    # Stylesheets
    Case("21.1", "rss", "<rss version", '<?xml-stylesheet href="feed.xsl"?><rss version'),
)
