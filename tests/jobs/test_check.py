"""Feeds checked where they are: over HTTP, in files, in folders."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from syndicate.feeds.check.finding import Severity
from syndicate.jobs.check import check_targets
from syndicate.jobs.retrieval import Limits, retrieve
from syndicate.model.errors import FeedError
from tests.unit.feeds.check.documents import ARCHIVE, DOCUMENTS, JSON, RSS

Answer = Callable[[BaseHTTPRequestHandler], tuple[int, dict[str, str], bytes]]


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """A server on this machine; yields its root."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answer(self)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def well_served(data: str) -> Answer:
    """A server that does all that a reader hopes for."""

    def answer(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        packed = "gzip" in request.headers.get("Accept-Encoding", "")
        etag = '"7-gz"' if packed else '"7"'
        modified = "Tue, 20 Jan 2026 09:15:00 GMT"
        headers = {
            "Content-Type": "application/atom+xml; charset=utf-8",
            "ETag": etag,
            "Last-Modified": modified,
            "Cache-Control": "max-age=900",
            "Vary": "Accept-Encoding",
        }
        asked = request.headers.get("If-None-Match")
        same = asked == etag if asked else request.headers.get("If-Modified-Since") == modified
        if same:
            return 304, headers, b""
        host = request.headers["Host"]
        body = data.replace("https://news.gazette.example", f"http://{host}").encode()
        if packed:
            return 200, {**headers, "Content-Encoding": "gzip"}, gzip.compress(body)
        return 200, headers, body

    return answer


def plain(body: bytes, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: (200, named, body)


def rules(target: str) -> set[str]:
    (document,) = check_targets([target]).documents
    return {finding.rule for finding in document.findings}


def test_a_feed_served_well_has_no_findings():
    with serving(well_served(ARCHIVE)) as root:
        report = check_targets([f"{root}/feeds/archive/atom-2.xml"])
    assert report.unreadable == ()
    assert report.documents[0].findings == ()


def test_what_a_careless_server_leaves_out_is_told():
    with serving(plain(ARCHIVE.encode(), Content_Type="text/html")) as root:
        assert rules(f"{root}/feed") == {"8.5", "17.4", "19.1", "19.8", "19.9"}


def test_redirects_are_followed_and_told():
    def answer(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        if request.path == "/old":
            return 301, {"Location": "/feeds/archive/atom-2.xml"}, b""
        return well_served(ARCHIVE)(request)

    with serving(answer) as root:
        assert rules(f"{root}/old") == {"19.13"}


def test_redirects_end():
    asked: list[str] = []

    def answer(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        asked.append(request.path)
        return 302, {"Location": f"{request.path}x"}, b""

    with serving(answer) as root, pytest.raises(FeedError, match="redirects more than 5 times"):
        retrieve(f"{root}/")
    assert len(asked) == 6


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://host.example/"])
def test_a_redirect_leads_to_the_web_only(target: str):
    def answer(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        return 302, {"Location": target}, b""

    with serving(answer) as root, pytest.raises(FeedError, match="no http or https address"):
        retrieve(root)


def test_no_address_in_a_document_is_asked():
    asked: list[str] = []

    def answer(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        asked.append(request.path)
        return well_served(RSS)(request)

    with serving(answer) as root:
        check_targets([f"{root}/feeds/rss.xml"])
    assert set(asked) == {"/feeds/rss.xml"}


def test_a_document_beyond_the_limit_is_not_read():
    limits = Limits(bytes=1000)
    with serving(plain(b"x" * 2000)) as root:
        assert "more than 1,000 bytes" in check_targets([root], limits=limits).unreadable[0]


def test_a_compressed_document_beyond_the_limit_is_not_unpacked():
    limits = Limits(bytes=10_000)
    with serving(plain(gzip.compress(b"x" * 10**6), Content_Encoding="gzip")) as root:
        assert "more than 10,000 bytes" in check_targets([root], limits=limits).unreadable[0]


def test_a_server_that_never_answers_is_given_up():
    release = threading.Event()

    def answer(_: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        release.wait(10)
        return 200, {}, b""

    with serving(answer) as root:
        report = check_targets([root], limits=Limits(wait=0.05))
        release.set()
    assert "can't be fetched" in report.unreadable[0]


def test_an_error_of_the_server_is_no_document():
    with serving(lambda _: (404, {}, b"")) as root:
        assert "the server says 404" in check_targets([root]).unreadable[0]


def test_what_can_be_read_is_checked_beside_what_cannot(tmp_path: Path):
    (tmp_path / "rss.xml").write_text(RSS)
    report = check_targets([str(tmp_path / "none.xml"), str(tmp_path / "rss.xml")])
    assert [document.kind for document in report.documents] == ["rss"]
    assert "none.xml: no such file or directory" in report.unreadable[0]


def test_a_folder_stands_for_its_feeds(tmp_path: Path):
    (tmp_path / "ships").mkdir()
    (tmp_path / "ships" / "feed.json").write_text(JSON)
    (tmp_path / "feeds.opml").write_text(DOCUMENTS["opml"])
    (tmp_path / "sitemap.xml").write_text('<urlset xmlns="urn:x"/>')
    (tmp_path / "manifest.json").write_text('{"files": {}}')
    (tmp_path / "rss.xml.gz").write_bytes(gzip.compress(RSS.encode()))
    report = check_targets([str(tmp_path)])
    assert [document.kind for document in report.documents] == ["opml", "json"]


def test_a_feed_of_ours_that_is_none_is_told(tmp_path: Path):
    (tmp_path / "rss.xml").write_text("<html/>")
    (document,) = check_targets([str(tmp_path)]).documents
    assert document.count(Severity.ERROR) == 1
