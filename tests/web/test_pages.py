"""The directory, notices, and what all pages have in common."""

from __future__ import annotations

import gzip
import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import pytest
from lxml import html

from syndicate.jobs import digest
from syndicate.jobs.press import Press
from syndicate.web.pages import Pages
from syndicate.web.pages import page as page_of
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site
from tests.web.serving import Reply, Server, served_press, trusting


def links(reply: Reply, server: Server, path: str = "") -> list[str]:
    """Where the links of a page lead, as a browser works it out."""
    tree = html.fromstring(reply.body)
    return [urljoin(server.url + path, href) for href in tree.xpath("//a/@href|//link/@href")]


@pytest.fixture
def unpublished(site: Site, server: Server) -> Server:
    """The directory as it is before it has been published: made from the store."""
    (site.feeds / "index.html").unlink()
    return server


@pytest.mark.parametrize("made", ["published", "from the store"])
def test_every_feed_that_the_directory_names_is_there(server: Server, site: Site, made):
    if made == "from the store":
        (site.feeds / "index.html").unlink()
    reply = server.ask("/feeds/")
    assert reply.status == 200
    found = {link for link in links(reply, server, "feeds/") if link.startswith(server.url)}
    feeds = {link for link in found if link.endswith((".xml", ".json"))}
    assert len(feeds) >= 12  # the site and three sections, in three formats
    for link in found:
        assert server.ask(link.partition("#")[0].removeprefix(server.url[:-1])).status == 200


def test_the_directory_can_be_discovered(unpublished: Server):
    tree = html.fromstring(unpublished.ask("/feeds/").body)
    kinds = tree.xpath("//link[@rel='alternate']/@type")
    assert kinds[:3] == ["application/rss+xml", "application/atom+xml", "application/feed+json"]


def test_the_directory_shows_each_sections_latest_headline(unpublished: Server):
    said = unpublished.ask("/feeds/").text
    assert "Ferry number 1 sails again" in said
    assert re.search(r'lang="zh">\s*<a[^>]*>盐沼的渡船', said)


def test_a_section_that_is_hidden_is_not_named(site: Site, press: Press):
    hidden = '[[sections]]\nkey = "202"\nhidden = true\n'
    site.file.write_text(site.file.read_text() + hidden)
    (site.feeds / "index.html").unlink()
    with site.press() as changed, served_press(changed) as server:
        said = server.ask("/feeds/").text
    assert "Science" not in said
    assert "盐沼的渡船" not in said


def test_only_formats_that_are_published_are_named(site: Site, press: Press):
    (site.feeds / "index.html").unlink()
    with site.press("feeds.formats=atom") as changed, served_press(changed) as server:
        said = server.ask("/feeds/").text
    assert "atom.xml" in said
    assert "rss.xml" not in said


@pytest.mark.parametrize("path", ["/", "/feeds/", "/editions/", "/editions/weekly/"])
def test_every_page_of_an_empty_site(tmp_path, path):
    with make_site(tmp_path).press() as empty, served_press(empty) as server:
        assert server.ask(path).status == 200


@pytest.mark.parametrize("path", ["/", "/sections/city", "/editions/", "/editions/weekly/"])
def test_a_page_that_has_not_changed_gets_304(standing: Server, path):
    first = standing.ask(path)
    assert standing.ask(path, If_None_Match=first.headers["ETag"]).status == 304


@pytest.mark.parametrize("path", ["/", "/sections/city"])
def test_a_new_article_is_on_the_page_at_once(server: Server, press: Press, path):
    first = server.ask(path)
    new = page("3", headline="Gulls return", published=at("2026-01-22T08:00"))
    fill(press, new, moment="2026-01-22T12:00")
    second = server.ask(path, If_None_Match=first.headers["ETag"])
    assert second.status == 200
    assert "Gulls return" in second.text


def test_a_page_is_compressed_as_the_visitor_likes(standing: Server):
    plain = standing.ask("/")
    zipped = standing.ask("/", Accept_Encoding="gzip")
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == plain.body
    assert zipped.headers["ETag"] != plain.headers["ETag"]
    assert zipped.headers["Vary"] == "Accept-Encoding"


def test_only_the_length_of_a_page_is_told_to_who_asks_for_its_head(standing: Server):
    told = standing.ask("/", "HEAD")
    assert told.body == b""
    assert int(told.headers["Content-Length"]) == len(standing.ask("/").body)


def test_a_page_made_within_the_last_second_is_at_hand(press: Press):
    with served_press(press, monotonic=trusting) as server:
        first = server.ask("/")
        fill(press, page("3", headline="Gulls return"), moment="2026-01-22T12:00")
        assert server.ask("/").body == first.body
        assert server.ask("/", If_None_Match=first.headers["ETag"]).status == 304


def test_a_page_is_made_once_while_nothing_changes():
    pages = Pages(monotonic=trusting, clock=lambda: at("2026-01-26T01:00"))
    made = [
        pages.get("/", lambda mark=mark: mark, lambda: page_of("<title>News</title>"))
        for mark in (1, 1, 2, 2)
    ]
    assert made[0] is made[1]
    assert made[1] is not made[2]
    assert made[2] is made[3]


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/sections",
        "/sections/",
        "/sections/nothing",
        "/sections/%00",
        "/editions/nobody",
        "/editions/nobody/",
        "/editions/weekly/1999",
        "/editions/weekly/1999-W01",
        "/editions/weekly/daily.xml",
        "/editions/nobody/feed.xml",
        "/editions/nobody/2026-W04",
        "/editions/weekly/%00",
        "/editions/weekly/%0a",
        "/editions/weekly/" + "9" * 4000,
        "/editions/%f0%9f/x",
        "/?x=%ff",
        "/index.php",
        "/%",
    ],
)
def test_strange_requests_get_quiet_answers(standing: Server, path):
    reply = standing.ask(path)
    assert reply.status in (200, 404)
    assert "Traceback" not in reply.text


def test_a_missing_page_says_so_and_leads_back(standing: Server):
    reply = standing.ask("/a/b/c")
    assert reply.status == 404
    assert "Nothing here" in reply.text
    assert links(reply, standing, "a/b/c") == [standing.url]


@pytest.mark.parametrize("path", ["/preview/unsubscribe", "/preview/preferences"])
def test_the_links_of_a_preview_say_that_it_was_one(standing: Server, path):
    reply = standing.ask(path)
    assert reply.status == 200
    assert "This was a preview" in reply.text
    assert links(reply, standing, path[1:]) == [standing.url]


def test_the_links_of_a_chinese_preview_say_so_in_chinese(site: Site, press: Press):
    with site.press("site.language=zh") as chinese, served_press(chinese) as server:
        assert "预览" in server.ask("/preview/unsubscribe").text


def test_the_folder_of_feeds_shows_the_page_that_was_published(server: Server, site: Site):
    reply = server.ask("/feeds/")
    assert reply.body == (site.feeds / "index.html").read_bytes()
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert reply.headers["Cache-Control"] == "no-cache"
    assert "Access-Control-Allow-Origin" not in reply.headers


def test_the_folder_of_feeds_has_a_page_before_anything_is_published(server: Server, site: Site):
    (site.feeds / "index.html").unlink()
    assert "All articles" in server.ask("/feeds/").text


def test_a_folder_with_a_page_gets_its_slash(server: Server, site: Site):
    (site.feeds / "city").mkdir(exist_ok=True)
    (site.feeds / "city/index.html").write_text("<title>City</title>")
    reply = server.ask("/feeds/city")
    assert (reply.status, reply.headers["Location"]) == (308, "city/")
    assert server.ask("/feeds/city/").text == "<title>City</title>"


def test_a_published_page_runs_what_it_brought_along_and_nothing_else(server: Server, site: Site):
    script, style = "copy()", "p { color: green }"
    (site.feeds / "all.html").write_text(
        f"<html><head><script>{script}</script><style>{style}</style></head><p>Text"
    )
    policy = server.ask("/feeds/all.html").headers["Content-Security-Policy"]
    for text in (script, style):
        assert b64encode(sha256(text.encode()).digest()).decode() in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_pages_can_only_be_read(standing: Server):
    reply = standing.ask("/editions/", "POST")
    assert reply.status == 405
    assert set(reply.headers["Allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize(
    ("language", "method", "path", "allowed", "said"),
    [
        ("en", "POST", "/editions/", {"GET", "HEAD"}, "nothing can be sent to it"),
        ("zh", "DELETE", "/", {"GET", "HEAD"}, "不接受提交"),
        ("en", "GET", "/webhooks/postmark", {"POST"}, "There is nothing to read here"),
        ("zh", "GET", "/webhooks/postmark", {"POST"}, "这里没有可读的内容"),
        ("en", "GET", "/api/subscriptions", {"POST"}, "takes what other programs send"),
        # A form is read and sent, and nothing else.
        ("en", "PUT", "/subscribe", {"GET", "HEAD", "POST"}, "That did not work"),
        ("zh", "PUT", "/subscribe", {"GET", "HEAD", "POST"}, "没有成功"),
        ("en", "PUT", "/webhooks/postmark", {"POST"}, "That did not work"),
    ],
)
def test_what_an_address_is_not_for_is_said_as_it_is(
    site: Site, language: str, method: str, path: str, allowed: set[str], said: str
):
    text = site.file.read_text().replace('language = "en"', f'language = "{language}"', 1)
    site.file.write_text(text)
    with site.press() as press, served_press(press) as server:
        reply = server.ask(path, method)
    assert reply.status == 405
    assert set(reply.headers["Allow"].split(", ")) == allowed
    assert said in reply.text


def test_a_fault_of_ours_is_not_the_visitors_to_see(press: Press):
    with served_press(press) as server:
        press.store.engine.dispose()
        broken = press.config.root / "data/store.db"
        for path in broken.parent.iterdir():
            path.unlink()
        broken.write_text("not a database")
        reply = server.ask("/")
        assert reply.status == 500
        assert "Something went wrong" in reply.text
        assert "database" not in reply.text
        assert server.ask("/healthz").status == 200


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/sections/city", "/feeds/", "/nothing"),
        *("/editions/", "/editions/weekly/", "/editions/weekly/2026-W04"),
    ],
)
def test_pages_bring_everything_and_load_nothing(server: Server, press: Press, path):
    digest.make(press, "weekly")
    reply = server.ask(path)
    policy = dict(
        rule.split(" ", 1) for rule in reply.headers["Content-Security-Policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in reply.headers["Content-Security-Policy"]
    assert "'sha256-" in policy["style-src"]
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert reply.headers["Server"] is None


def test_health(standing: Server):
    reply = standing.ask("/healthz")
    assert (reply.status, reply.text) == (200, "ok")


def test_robots_are_welcome_where_nothing_is_personal(standing: Server):
    rules = RobotFileParser()
    rules.parse(standing.ask("/robots.txt").text.splitlines())
    for path in ("/", "/feeds/rss.xml", "/sections/city", "/editions/weekly/2026-W04"):
        assert rules.can_fetch("Robot", path)
    for path in ("/confirm/x", "/preferences", "/preferences/x", "/unsubscribe/x", "/data/x"):
        assert not rules.can_fetch("Robot", path)


def test_robots_are_told_of_the_path_that_the_site_stands_under(site: Site, press: Press):
    with (
        site.press("site.url=https://gazette.example/press/") as moved,
        served_press(moved) as server,
    ):
        assert "Disallow: /press/confirm/\n" in server.ask("/robots.txt").text


def test_there_is_no_icon_and_no_page_about_it(standing: Server):
    reply = standing.ask("/favicon.ico")
    assert (reply.status, reply.body) == (204, b"")


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/press", "/press/"),
        ("/feeds", "feeds/"),
        ("/editions", "editions/"),
        ("/press/editions/weekly", "weekly/"),
    ],
)
def test_a_missing_slash_is_added(site: Site, press: Press, path, to):
    with (
        site.press("site.url=https://gazette.example/press/") as moved,
        served_press(moved) as server,
    ):
        reply = server.ask(path)
        assert (reply.status, reply.headers["Location"]) == (308, to)


def test_pages_stand_under_the_path_of_the_public_address(site: Site, press: Press):
    with (
        site.press("site.url=https://gazette.example/press/") as moved,
        served_press(moved) as server,
    ):
        feeds = [
            link
            for link in links(server.ask("/press/"), server, "press/")
            if link.startswith(server.url)
        ]
        assert server.url + "press/feeds/rss.xml" in feeds
