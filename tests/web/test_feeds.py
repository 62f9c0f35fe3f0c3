"""Feeds over HTTP, asked for by a real client from a real server."""

from __future__ import annotations

import hashlib
import os
import socket
from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest

from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site
from tests.web.serving import Server, served_press

RSS = "/feeds/rss.xml"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/feeds/rss.xml", "application/rss+xml; charset=utf-8"),
        ("/feeds/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/feeds/feed.json", "application/feed+json; charset=utf-8"),
        ("/feeds/city/rss.xml", "application/rss+xml; charset=utf-8"),
    ],
)
def test_a_feed_is_the_file_with_its_own_type(server: Server, site: Site, path, kind):
    reply = server.ask(path)
    assert reply.status == 200
    assert reply.body == (site.root / path[1:]).read_bytes()
    assert reply.headers["Content-Type"] == kind
    assert reply.headers["Content-Length"] == str(len(reply.body))
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"


def test_readers_are_told_how_long_to_wait(standing: Server):
    assert standing.ask(RSS).headers["Cache-Control"] == "public, max-age=3600"


def test_the_tag_is_strong_and_made_from_the_bytes(standing: Server):
    reply = standing.ask(RSS)
    assert reply.headers["ETag"] == f'"{hashlib.sha256(reply.body).hexdigest()[:32]}"'


def test_last_modified_is_when_the_bytes_changed_and_not_the_files_time(server: Server, site: Site):
    os.utime(site.feeds / "rss.xml", (0, 0))
    assert parsedate_to_datetime(server.ask(RSS).headers["Last-Modified"]) == site.now


def test_last_modified_of_bytes_that_are_not_on_record_is_the_files_time(
    server: Server, site: Site
):
    (site.feeds / "rss.xml").write_bytes(b"<rss/>")
    moment = at("2026-01-02T03:04:05")
    os.utime(site.feeds / "rss.xml", (moment.timestamp(), moment.timestamp()))
    assert server.ask(RSS).headers["Last-Modified"] == "Fri, 02 Jan 2026 03:04:05 GMT"


def test_last_modified_is_never_later_than_the_answer(site: Site, press: Press):
    ahead = (site.now + timedelta(days=400)).timestamp()
    (site.feeds / "rss.xml").write_bytes(b"<rss/>")
    os.utime(site.feeds / "rss.xml", (ahead, ahead))
    with served_press(press) as server:
        assert parsedate_to_datetime(server.ask(RSS).headers["Last-Modified"]) == site.now


def test_who_has_it_gets_304_and_nothing_else(standing: Server):
    first = standing.ask(RSS)
    again = standing.ask(RSS, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
    assert again.headers["Content-Type"] is None


def test_the_date_alone_is_enough_for_304(standing: Server):
    first = standing.ask(RSS)
    assert standing.ask(RSS, If_Modified_Since=first.headers["Last-Modified"]).status == 304


def test_another_tag_wins_over_a_date_that_matches(standing: Server):
    date = standing.ask(RSS).headers["Last-Modified"]
    assert standing.ask(RSS, If_None_Match='"old"', If_Modified_Since=date).status == 200


def test_no_reader_is_ever_given_226(standing: Server):
    reply = standing.ask(RSS, A_IM="feed", If_None_Match='"old"')
    assert reply.status == 200
    assert reply.headers["IM"] is None


def test_a_tag_in_two_lines_of_a_header_is_one_list(standing: Server):
    tag = standing.ask(RSS).headers["ETag"]
    with socket.create_connection(("127.0.0.1", standing.port)) as line:
        line.sendall(
            f"GET {RSS} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            f'If-None-Match: "old"\r\nIf-None-Match: {tag}\r\n\r\n'.encode()
        )
        assert line.recv(100).startswith(b"HTTP/1.1 304")


def test_head_says_what_get_would(standing: Server):
    whole, head = standing.ask(RSS), standing.ask(RSS, "HEAD")
    assert (head.status, head.body) == (200, b"")
    for name in ("Content-Type", "Content-Length", "ETag", "Last-Modified", "Cache-Control"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_feeds_can_only_be_read(standing: Server, method):
    reply = standing.ask(RSS, method)
    assert reply.status == 405
    assert reply.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_new_article_changes_tag_and_date(server: Server, site: Site, press: Press):
    first = server.ask(RSS)
    fill(press, page("3", headline="Gulls return"), moment="2026-01-22T12:00")
    with site.press(now="2026-01-26T02:00") as later:
        publish(later)
    second = server.ask(RSS, If_None_Match=first.headers["ETag"])
    assert second.status == 200
    assert b"Gulls return" in second.body
    assert second.headers["ETag"] != first.headers["ETag"]


def test_a_feed_that_is_gone_is_gone(server: Server, site: Site):
    server.ask(RSS)
    (site.feeds / "rss.xml").unlink()
    assert server.ask(RSS).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/feeds/../config.toml",
        "/feeds/..%2fconfig.toml",
        "/feeds/%2e%2e/config.toml",
        "/feeds/%2e%2e%2fconfig.toml",
        "/feeds/city/../../config.toml",
        "/feeds/..%5cconfig.toml",
        "/feeds/%252e%252e/config.toml",
        "/feeds//etc/rss.xml",
        "/feeds/city//rss.xml",
        "/feeds/../feeds/rss.xml",
        "/feeds/%2frss.xml",
        "/feeds/./rss.xml",
        "/feeds/.rss.xml.abc.syndicate-tmp",
        "/feeds/.hidden/rss.xml",
        "/feeds/rss.xml/",
        "/feeds/rss.xml.gz",
        "/feeds/rss.xml.br",
        "/feeds/rss.xml.zst",
        "/feeds/rss.xml%00",
        "/feeds/%00/rss.xml",
        "/feeds/nobody",
        "/feeds/nobody/",
        "/feeds/media/",
        "/feeds/media/notes.html",
        "/feeds/link/rss.xml",
        "/feeds/link.d/rss.xml",
        "/feeds/" + "a" * 5000 + "/rss.xml",
        "/feeds/%ff%fe/rss.xml",
        "//feeds/rss.xml",
    ],
)
def test_nothing_but_published_files_is_ever_served(server: Server, site: Site, path):
    outside = site.root / "rss.xml"
    outside.write_text("outside")
    (site.feeds / ".hidden").mkdir()
    for name in (".hidden/rss.xml", ".rss.xml.abc.syndicate-tmp"):
        (site.feeds / name).write_text("hidden")
    (site.feeds / "media").mkdir()
    (site.feeds / "media/notes.html").write_text("<script>")
    (site.feeds / "link").mkdir()
    (site.feeds / "link/rss.xml").symlink_to(outside)
    (site.feeds / "link.d").symlink_to(site.root, target_is_directory=True)
    assert server.ask(path).status == 404


def test_an_output_folder_that_is_itself_a_link_is_followed(server: Server, site: Site):
    site.feeds.rename(site.root / "elsewhere")
    site.feeds.symlink_to(site.root / "elsewhere", target_is_directory=True)
    assert server.ask(RSS).status == 200


def test_feeds_live_under_the_path_of_the_public_address(site: Site, press: Press):
    with (
        site.press("site.url=https://gazette.example/press/") as moved,
        served_press(moved) as server,
    ):
        assert server.ask("/press/feeds/rss.xml").status == 200
        # Behind a proxy that cuts the path off, and on this machine.
        assert server.ask("/feeds/rss.xml").status == 200
        assert server.ask("/elsewhere/feeds/rss.xml").status == 404


def test_feeds_are_served_while_the_store_is_away(site: Site, press: Press):
    for path in (site.root / "data").iterdir():
        path.unlink()
    (site.root / "data/store.db").write_text("not a database")
    with served_press(press) as server:
        press.store.close()
        reply = server.ask(RSS)
        assert reply.status == 200
        assert reply.body == (site.feeds / "rss.xml").read_bytes()
