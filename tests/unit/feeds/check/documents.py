"""Good documents, one a format, small and with everything in them that a rule speaks of.

The breaks of ``cases`` are made in these.
"""

from __future__ import annotations

from dataclasses import replace

from syndicate.feeds.check.exchange import Exchange, Reply

ADDRESS = {
    "rss": "https://news.gazette.example/feeds/rss.xml",
    "atom": "https://news.gazette.example/feeds/atom.xml",
    "archive": "https://news.gazette.example/feeds/archive/atom-2.xml",
    "json": "https://news.gazette.example/feeds/feed.json",
    "opml": "https://news.gazette.example/feeds/feeds.opml",
}
TYPE = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "archive": "application/atom+xml",
    "json": "application/feed+json",
    "opml": "text/x-opml; charset=utf-8",
}

RSS = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>The Harbour Gazette</title>
<link>https://www.gazette.example/</link>
<description>What sails, and what rusts.</description>
<atom:link rel="self" href="https://news.gazette.example/feeds/rss.xml"/>
<atom:link rel="hub" href="https://hub.example/"/>
<atom:link rel="prev-archive" href="https://news.gazette.example/feeds/archive/rss-3.xml"/>
<language>en</language>
<ttl>60</ttl>
<managingEditor>editor@gazette.example (Nell Harrow)</managingEditor>
<lastBuildDate>Tue, 20 Jan 2026 09:15:00 +0000</lastBuildDate>
<image>
<url>https://www.gazette.example/logo.png</url>
<title>The Harbour Gazette</title>
<link>https://www.gazette.example/</link>
<width>144</width>
</image>
<item>
<title>The Old Heron sails again</title>
<link>https://www.gazette.example/901</link>
<guid isPermaLink="false">tag:gazette.example,2026-01-01:gazette/901</guid>
<pubDate>Mon, 19 Jan 2026 07:30:00 +0000</pubDate>
<description>The ferry is back.</description>
<content:encoded>&lt;p&gt;The &lt;em&gt;ferry&lt;/em&gt; is back.
&lt;img src="https://www.gazette.example/ferry.png" alt="A ferry"&gt;&lt;/p&gt;
&lt;p&gt;Source: &lt;a href="https://tidewire.example/7"&gt;Tidewire&lt;/a&gt;.&lt;/p&gt;</content:encoded>
<category>ferries</category>
<dc:creator>Nell Harrow</dc:creator>
<source url="https://tidewire.example/7">Tidewire</source>
<dc:source>https://tidewire.example/7</dc:source>
<enclosure url="https://www.gazette.example/ferry.png" length="48213" type="image/png"/>
<media:content url="https://www.gazette.example/ferry.png" medium="image" width="640" height="360">
<media:description>A ferry in fog</media:description>
</media:content>
<media:thumbnail url="https://www.gazette.example/ferry.png" width="640" height="360"/>
</item>
<item>
<title>Lanterns on the old quay</title>
<guid isPermaLink="false">tag:gazette.example,2026-01-01:gazette/902</guid>
<pubDate>Sun, 18 Jan 2026 01:00:00 +0000</pubDate>
</item>
</channel>
</rss>
"""

ATOM = """\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
<id>tag:gazette.example,2026-01-01:feed</id>
<title type="text">The Harbour Gazette</title>
<updated>2026-01-20T09:15:00+00:00</updated>
<author><name>Harbour Gazette Trust</name></author>
<link rel="self" href="https://news.gazette.example/feeds/atom.xml"/>
<link rel="alternate" type="text/html" href="https://www.gazette.example/"/>
<link rel="hub" href="https://hub.example/"/>
<link rel="prev-archive" href="https://news.gazette.example/feeds/archive/atom-3.xml"/>
<entry>
<id>tag:gazette.example,2026-01-01:gazette/901</id>
<title type="text">The Old Heron sails again</title>
<updated>2026-01-20T09:15:00+00:00</updated>
<published>2026-01-19T07:30:00+00:00</published>
<author><name>Nell Harrow</name></author>
<category term="ferries"/>
<link rel="alternate" type="text/html" href="https://www.gazette.example/901"/>
<link rel="via" href="https://tidewire.example/7"/>
<link rel="enclosure" type="image/png" length="48213" href="https://www.gazette.example/ferry.png"/>
<source>
<id>tag:gazette.example,2026-01-01:publication/Tidewire</id>
<title>Tidewire</title>
<updated>2026-01-20T09:15:00+00:00</updated>
<link rel="alternate" href="https://tidewire.example/"/>
</source>
<summary type="text">The ferry is back.</summary>
<content type="html">&lt;p&gt;The ferry is back. Source: Tidewire.&lt;/p&gt;</content>
</entry>
<entry>
<id>tag:gazette.example,2026-01-01:gazette/902</id>
<title type="text">Lanterns on the old quay</title>
<updated>2026-01-18T01:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://www.gazette.example/902"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Lights.<br/></p></div></content>
</entry>
</feed>
"""

ARCHIVE = """\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0">
<fh:archive/>
<id>tag:gazette.example,2026-01-01:feed</id>
<title type="text">The Harbour Gazette</title>
<updated>2026-01-18T01:00:00+00:00</updated>
<author><name>Harbour Gazette Trust</name></author>
<link rel="self" href="https://news.gazette.example/feeds/archive/atom-2.xml"/>
<link rel="alternate" type="text/html" href="https://www.gazette.example/"/>
<link rel="current" href="https://news.gazette.example/feeds/atom.xml"/>
<link rel="prev-archive" href="https://news.gazette.example/feeds/archive/atom-1.xml"/>
<link rel="next-archive" href="https://news.gazette.example/feeds/archive/atom-3.xml"/>
<entry>
<id>tag:gazette.example,2026-01-01:gazette/902</id>
<title type="text">Lanterns on the old quay</title>
<updated>2026-01-18T01:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://www.gazette.example/902"/>
<content type="html">&lt;p&gt;Lights.&lt;/p&gt;</content>
</entry>
</feed>
"""

JSON = """\
{
"version": "https://jsonfeed.org/version/1.1",
"title": "The Harbour Gazette",
"home_page_url": "https://www.gazette.example/",
"feed_url": "https://news.gazette.example/feeds/feed.json",
"next_url": "https://news.gazette.example/feeds/archive/feed-3.json",
"language": "en",
"authors": [{"name": "Harbour Gazette Trust"}],
"hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
"items": [
{
"id": "tag:gazette.example,2026-01-01:gazette/901",
"url": "https://www.gazette.example/901",
"title": "The Old Heron sails again",
"summary": "The ferry is back.",
"content_html": "<p>The ferry is back. Source: Tidewire.</p>",
"date_published": "2026-01-19T07:30:00+00:00",
"date_modified": "2026-01-20T09:15:00+00:00",
"tags": ["ferries"],
"attachments": [{"url": "https://www.gazette.example/a.pdf", "mime_type": "application/pdf",
"size_in_bytes": 20480}],
"_gazette": {"source": {"name": "Tidewire"}}
}
]
}
"""

OPML = """\
<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>The Harbour Gazette</title>
<dateCreated>Tue, 20 Jan 2026 09:15:00 +0000</dateCreated>
</head>
<body>
<outline text="Harbour News">
<outline text="Ships" title="Ships" type="rss" xmlUrl="https://news.gazette.example/feeds/rss.xml"
 htmlUrl="https://www.gazette.example/"/>
</outline>
</body>
</opml>
"""

DOCUMENTS = {"rss": RSS, "atom": ATOM, "archive": ARCHIVE, "json": JSON, "opml": OPML}

_PLAIN = Reply(
    200,
    (
        ("Date", "Wed, 21 Jan 2026 10:00:00 GMT"),
        ("Content-Type", "application/rss+xml; charset=utf-8"),
        ("ETag", '"5f2b8a61"'),
        ("Last-Modified", "Tue, 20 Jan 2026 09:15:00 GMT"),
        ("Cache-Control", "public, max-age=900"),
        ("Vary", "Accept-Encoding"),
        ("Link", '<https://hub.example/>; rel="hub"'),
        ("Link", "<https://news.gazette.example/feeds/rss.xml>; rel=self"),
    ),
    RSS.encode(),
)


def with_header(reply: Reply, name: str, value: str = "") -> Reply:
    """The reply with another value of one header; without it where the value is empty."""
    kept = tuple(pair for pair in reply.headers if pair[0] != name)
    return replace(reply, headers=(*kept, (name, value)) if value else kept)


_UNMODIFIED = replace(_PLAIN, status=304, body=b"")

EXCHANGE = Exchange(
    asked=ADDRESS["rss"],
    address=ADDRESS["rss"],
    plain=_PLAIN,
    compressed=with_header(
        with_header(_PLAIN, "Content-Encoding", "gzip"), "ETag", '"5f2b8a61-gz"'
    ),
    same_etag=_UNMODIFIED,
    since=_UNMODIFIED,
    other_etag=_PLAIN,
    head=replace(_PLAIN, body=b""),
)
"""A server that does all well."""
