"""Feeds in every coding, over HTTP.

Each request is sent twice: the second time the file is known, and the answer
must be the same whichever way it comes.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import brotli
import pytest
import zstandard

from syndicate.jobs.press import Press
from tests.support.articles import at
from tests.support.sites import Site, make_site
from tests.web.serving import Reply, Server, served_press, trusting

RSS = "/feeds/rss.xml"
FEED = b"<rss>" + b"<item>Ferry sails again</item>" * 500 + b"</rss>"
COPIES = {
    "gzip": (".gz", lambda data: gzip.compress(data, 9, mtime=0), gzip.decompress),
    "br": (".br", brotli.compress, brotli.decompress),
    "zstd": (".zst", zstandard.compress, zstandard.decompress),
}
SAID_BY_BOTH = ("ETag", "Vary", "Cache-Control", "Access-Control-Allow-Origin")


def write(path: Path, data: bytes, *codings: str) -> None:
    """A file as a publish writes it: the copies after it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    for coding in codings:
        ending, compress, _ = COPIES[coding]
        path.with_name(path.name + ending).write_bytes(compress(data))


def with_copies(root: Path) -> Site:
    made = make_site(root)
    write(made.feeds / "rss.xml", FEED, *COPIES)
    return made


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return with_copies(tmp_path / "site")


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    site = with_copies(tmp_path_factory.mktemp("standing") / "site")
    with site.press() as press, served_press(press, monotonic=trusting) as running:
        yield running


@pytest.fixture
def press(site: Site) -> Iterator[Press]:
    with site.press() as opened:
        yield opened


@pytest.fixture
def server(press: Press) -> Iterator[Server]:
    with served_press(press, monotonic=trusting) as running:
        yield running


@pytest.fixture
def looking(press: Press) -> Iterator[Server]:
    """One that looks at the file for every request."""
    with served_press(press) as running:
        yield running


def ask(server: Server, path: str = RSS, method: str = "GET", **fields: str) -> Reply:
    first, second = (server.ask(path, method, **fields) for _ in range(2))

    def said(reply: Reply):
        headers = [(name, value) for name, value in reply.headers.items() if name != "date"]
        return reply.status, sorted(headers), reply.body

    assert said(first) == said(second)
    return second


@pytest.mark.parametrize("coding", COPIES)
def test_a_copy_is_sent_to_who_can_read_it(server: Server, site: Site, coding):
    ending, _, undo = COPIES[coding]
    reply = ask(server, Accept_Encoding=coding)
    assert reply.headers["Content-Encoding"] == coding
    assert reply.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert reply.headers["Content-Length"] == str(len(reply.body))
    assert reply.body == (site.feeds / f"rss.xml{ending}").read_bytes()
    assert undo(reply.body) == FEED


@pytest.mark.parametrize("fields", [{}, {"Accept_Encoding": ""}, {"Accept_Encoding": "deflate"}])
def test_others_get_the_file_itself(standing: Server, fields):
    reply = ask(standing, **fields)
    assert reply.headers["Content-Encoding"] is None
    assert reply.body == FEED


def test_the_client_says_which_it_likes_best(standing: Server):
    assert (
        ask(standing, Accept_Encoding="br;q=0.5, gzip;q=0.9").headers["Content-Encoding"] == "gzip"
    )
    assert ask(standing, Accept_Encoding="gzip, *;q=0").headers["Content-Encoding"] == "gzip"


def test_who_takes_nothing_that_there_is_is_told_so(standing: Server):
    reply = ask(standing, Accept_Encoding="identity;q=0")
    assert (reply.status, reply.headers["Vary"]) == (406, "Accept-Encoding")


@pytest.mark.parametrize("coding", ["identity", *COPIES])
def test_caches_are_told_what_the_answer_varies_with(standing: Server, coding):
    assert ask(standing, Accept_Encoding=coding).headers["Vary"] == "Accept-Encoding"


def test_every_coding_has_a_strong_tag_of_its_own_and_all_have_one_date(standing: Server):
    replies = [ask(standing, Accept_Encoding=coding) for coding in ("identity", *COPIES)]
    assert len({reply.headers["ETag"] for reply in replies}) == 4
    assert len({reply.headers["Last-Modified"] for reply in replies}) == 1
    for reply in replies:
        assert reply.headers["ETag"] == f'"{sha256(reply.body).hexdigest()[:32]}"'


@pytest.mark.parametrize("coding", ["identity", *COPIES])
def test_each_tag_gets_its_304(standing: Server, coding):
    whole = ask(standing, Accept_Encoding=coding)
    reply = ask(standing, Accept_Encoding=coding, If_None_Match=whole.headers["ETag"])
    assert (reply.status, reply.body) == (304, b"")
    for name in SAID_BY_BOTH:
        assert reply.headers[name] == whole.headers[name]
    for name in ("Content-Encoding", "Content-Length", "Content-Type", "Link"):
        assert reply.headers[name] is None


def test_what_a_client_has_in_another_coding_it_takes_is_not_sent_again(standing: Server):
    plain = ask(standing).headers["ETag"]
    reply = ask(standing, Accept_Encoding="gzip, br", If_None_Match=plain)
    assert (reply.status, reply.headers["ETag"]) == (304, plain)


def test_a_copy_in_a_coding_that_the_request_does_not_take_does_not_count(standing: Server):
    """A cache would else hand its copy on to somebody who can't read it (RFC 9111, 4.3.4)."""
    tag = ask(standing, Accept_Encoding="br").headers["ETag"]
    reply = ask(standing, Accept_Encoding="gzip", If_None_Match=tag)
    assert (reply.status, reply.headers["Content-Encoding"]) == (200, "gzip")


@pytest.mark.parametrize("form", ["W/{}", '"old", {}', '{} , W/"old"', "*"])
def test_lists_and_weak_tags_are_understood(standing: Server, form):
    tag = ask(standing, Accept_Encoding="gzip").headers["ETag"]
    reply = ask(standing, Accept_Encoding="gzip", If_None_Match=form.format(tag))
    assert reply.status == 304


def test_a_tag_of_other_bytes_gets_the_feed(standing: Server):
    date = ask(standing).headers["Last-Modified"]
    reply = ask(standing, If_None_Match='"old"', If_Modified_Since=date)
    assert reply.status == 200


@pytest.mark.parametrize(
    ("date", "status"),
    [(None, 304), ("Thu, 01 Jan 2099 00:00:00 GMT", 304), ("Thu, 01 Jan 1998 00:00:00 GMT", 200)],
)
def test_the_date_alone(standing: Server, date, status):
    date = date or ask(standing).headers["Last-Modified"]
    assert ask(standing, Accept_Encoding="br", If_Modified_Since=date).status == status


def test_head_says_what_get_would(standing: Server):
    whole = ask(standing, Accept_Encoding="br")
    head = ask(standing, RSS, "HEAD", Accept_Encoding="br")
    assert head.body == b""
    for name in ("Content-Encoding", "Content-Length", "Last-Modified", *SAID_BY_BOTH):
        assert head.headers[name] == whole.headers[name]


def test_a_condition_that_fails_is_412(standing: Server):
    assert ask(standing, If_Match='"other"').status == 412
    tag = ask(standing, Accept_Encoding="gzip").headers["ETag"]
    assert ask(standing, Accept_Encoding="gzip", If_Match=tag).status == 200


def test_without_copies_gzip_is_made_in_memory(server: Server, site: Site):
    write(site.feeds / "atom.xml", FEED)
    reply = ask(server, "/feeds/atom.xml", Accept_Encoding="gzip, br")
    assert reply.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(reply.body) == FEED
    assert not (site.feeds / "atom.xml.gz").exists()


def test_what_fits_into_a_packet_is_not_compressed(server: Server, site: Site):
    write(site.feeds / "atom.xml", b"<feed/>")
    reply = ask(server, "/feeds/atom.xml", Accept_Encoding="gzip, br")
    assert reply.headers["Content-Encoding"] is None


@pytest.mark.parametrize("coding", COPIES)
def test_a_copy_of_other_bytes_is_never_sent(looking: Server, site: Site, coding):
    """Between a feed and its copies a publish may be killed, or another one come."""
    newer = FEED.replace(b"again", b"no more")
    looking.ask(RSS, Accept_Encoding=coding)
    (site.feeds / "rss.xml").write_bytes(newer)
    os.utime(site.feeds / "rss.xml", (0, 0))
    reply = looking.ask(RSS, Accept_Encoding=coding)
    undo = COPIES.get(reply.headers["Content-Encoding"], ("", None, bytes))[2]
    assert undo(reply.body) == newer


@pytest.mark.parametrize("coding", ["br", "zstd"])
def test_a_copy_is_used_as_soon_as_it_is_there(looking: Server, site: Site, coding):
    newer = FEED.replace(b"again", b"no more")
    (site.feeds / "rss.xml").write_bytes(newer)
    assert looking.ask(RSS, Accept_Encoding=coding).body == newer
    write(site.feeds / "rss.xml", newer, coding)
    assert looking.ask(RSS, Accept_Encoding=coding).headers["Content-Encoding"] == coding


@pytest.mark.parametrize("ending", [".gz", ".br", ".zst"])
def test_a_broken_copy_is_passed_over(looking: Server, site: Site, ending):
    (site.feeds / f"rss.xml{ending}").write_bytes(b"broken")
    for coding, (_, _, undo) in COPIES.items():
        reply = looking.ask(RSS, Accept_Encoding=coding)
        said = reply.headers["Content-Encoding"]
        assert (undo(reply.body) if said else reply.body) == FEED


def test_a_file_is_looked_at_again_after_a_second(press: Press, site: Site):
    moment = 0.0
    with served_press(press, monotonic=lambda: moment) as server:
        server.ask(RSS)
        (site.feeds / "rss.xml").write_bytes(b"<rss/>")
        moment = 0.99
        assert server.ask(RSS).body == FEED
        moment = 1.0
        assert server.ask(RSS).body == b"<rss/>"


def test_a_file_that_lies_there_unchanged_is_read_once(press: Press, site: Site, monkeypatch):
    read = []
    genuine = Path.open

    def open_(path: Path, *arguments, **options):
        if path.name.startswith("rss.xml"):
            read.append(path.name)
        return genuine(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", open_)
    with served_press(press) as server:
        for coding in (*COPIES, *COPIES):
            server.ask(RSS, Accept_Encoding=coding)
    assert sorted(read) == ["rss.xml", "rss.xml.br", "rss.xml.gz", "rss.xml.zst"]


def test_hubs_and_the_feeds_own_address_are_in_the_headers(site: Site):
    with (
        site.press("feeds.hubs=https://hub.example/") as press,
        served_press(press, monotonic=trusting) as server,
    ):
        reply = ask(server, Accept_Encoding="br")
        assert reply.headers["Link"] == (
            '<https://hub.example/>; rel="hub", '
            '<https://news.gazette.example/feeds/rss.xml>; rel="self"'
        )


def test_without_a_hub_there_is_no_link(standing: Server):
    assert ask(standing).headers["Link"] is None


def test_an_archive_document_names_the_feed_it_belongs_to(server: Server, site: Site):
    write(site.feeds / "city/archive/atom-12.xml", FEED, "gzip")
    reply = ask(server, "/feeds/city/archive/atom-12.xml", Accept_Encoding="gzip")
    assert reply.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert reply.headers["Cache-Control"] == "public, max-age=86400"
    assert reply.headers["Link"] == (
        '<https://news.gazette.example/feeds/city/archive/atom-12.xml>; rel="self", '
        '<https://news.gazette.example/feeds/city/atom.xml>; rel="current"'
    )


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("feeds.opml", "text/x-opml; charset=utf-8"),
        ("manifest.json", "application/json"),
        ("sitemap-news.xml", "application/xml; charset=utf-8"),
        ("city/archive/feed-1.json", "application/feed+json; charset=utf-8"),
    ],
)
def test_what_else_is_published_has_its_type(server: Server, site: Site, path, kind):
    write(site.feeds / path, FEED)
    assert ask(server, f"/feeds/{path}").headers["Content-Type"] == kind


@pytest.mark.parametrize(
    "path", ["city/feeds.opml", "archive/notes-1.xml", "city/archive/rss-0.xml", "manifest.json.gz"]
)
def test_what_is_not_published_is_not_served(server: Server, site: Site, path):
    write(site.feeds / path, FEED)
    assert ask(server, f"/feeds/{path}").status == 404


def test_a_script_of_another_site_may_ask_whether_a_feed_has_changed(standing: Server):
    reply = ask(
        standing,
        RSS,
        "OPTIONS",
        Origin="https://reader.example",
        Access_Control_Request_Method="GET",
        Access_Control_Request_Headers="if-none-match",
    )
    assert (reply.status, reply.body) == (204, b"")
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in reply.headers["Access-Control-Allow-Methods"]
    assert "If-None-Match" in reply.headers["Access-Control-Allow-Headers"]


def test_a_script_of_another_site_sees_the_tag(standing: Server):
    assert "ETag" in ask(standing).headers["Access-Control-Expose-Headers"]


def test_the_date_of_a_copy_is_the_feeds(looking: Server, site: Site):
    moment = at("2026-01-02T03:04:05").timestamp()
    os.utime(site.feeds / "rss.xml", (moment, moment))
    reply = looking.ask(RSS, Accept_Encoding="br")
    assert reply.headers["Last-Modified"] == "Fri, 02 Jan 2026 03:04:05 GMT"


def test_many_ways_of_asking_take_no_memory(standing: Server):
    for number in range(100):
        reply = standing.ask(RSS, Accept_Encoding=f"br;q=0.{number:03}, gzip;q=0")
        assert reply.headers["Content-Encoding"] == ("br" if number else None)
