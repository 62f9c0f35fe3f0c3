"""nginx with the documented configuration says of the published files what ``serve`` says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from tests.conftest import missing
from tests.support import nginx
from tests.support.articles import page
from tests.support.filling import fill
from tests.support.sites import Site, make_site
from tests.web.serving import Server, served_press

pytestmark = pytest.mark.nginx

PATHS = (
    "/feeds/rss.xml",
    "/feeds/atom.xml",
    "/feeds/feed.json",
    "/feeds/city/atom.xml",
    "/feeds/city/archive/atom-1.xml",
    "/feeds/",
    "/feeds/index.html",
    "/feeds/city/",
    "/feeds/feeds.opml",
    "/feeds/manifest.json",
    "/feeds/media/0123.jpg",
    "/feeds/media/0123.mp3",
)
#: What both say alike. Tags differ: nginx makes its own from a file's time and length.
SAID = (
    "Content-Type",
    "Content-Encoding",
    "Cache-Control",
    "Vary",
    "Access-Control-Allow-Origin",
    "Access-Control-Expose-Headers",
    "X-Content-Type-Options",
    "Referrer-Policy",
)


@pytest.fixture(scope="module", autouse=True)
def _there_is_nginx() -> None:
    if nginx.program() is None:
        missing("nginx", "install Debian's package nginx")
    if nginx.brotli_module() is None:
        missing("nginx-brotli", "install Debian's package libnginx-mod-http-brotli-static")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("site"), plain=False, feeds="archive = 2\nitems = 2\n")


@pytest.fixture(scope="module")
def press(site: Site) -> Iterator[Press]:
    with site.press() as opened:
        fill(opened, *(page(str(number)) for number in range(1, 6)))
        publish(opened)
        media = site.feeds / "media"
        media.mkdir(exist_ok=True)
        for name in ("0123.jpg", "0123.mp3"):
            (media / name).write_bytes(b"picture or sound" * 100)
        yield opened


@pytest.fixture(scope="module")
def ours(press: Press) -> Iterator[Server]:
    with served_press(press) as running:
        yield running


@pytest.fixture(scope="module")
def server(ours: Server, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("nginx")
    with nginx.running(folder, site.root, upstream=ours.port) as port:
        yield Server(port)


def test_it_has_no_complaint_of_the_documented_configuration(site: Site, tmp_path: Path):
    assert nginx.complaints(tmp_path, site.root) == ""


@pytest.mark.parametrize("coding", ["identity", "gzip", "br"])
@pytest.mark.parametrize("path", PATHS)
def test_it_says_what_serve_says(server: Server, ours: Server, path, coding):
    found, expected = (each.ask(path, Accept_Encoding=coding) for each in (server, ours))
    assert found.status == expected.status == 200
    assert found.body == expected.body
    for name in SAID:
        assert found.headers.get_all(name) == expected.headers.get_all(name), name


def test_who_has_it_gets_304(server: Server):
    for coding in ("identity", "gzip", "br"):
        first = server.ask("/feeds/rss.xml", Accept_Encoding=coding)
        tag, date = first.headers["ETag"], first.headers["Last-Modified"]
        assert not tag.startswith("W/")
        for fields in ({"If_None_Match": tag}, {"If_Modified_Since": date}):
            again = server.ask("/feeds/rss.xml", Accept_Encoding=coding, **fields)
            assert (again.status, again.body) == (304, b"")
            assert again.headers["Vary"] == "Accept-Encoding"
            assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_every_coding_has_a_tag_of_its_own(server: Server):
    asked = (server.ask("/feeds/rss.xml", Accept_Encoding=each) for each in ("", "gzip", "br"))
    assert len({reply.headers["ETag"] for reply in asked}) == 3


def test_head_says_what_get_would(server: Server):
    whole, head = (
        server.ask("/feeds/rss.xml", method, Accept_Encoding="gzip") for method in ("GET", "HEAD")
    )
    assert head.body == b""
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]


@pytest.mark.parametrize(
    "path",
    [
        "/feeds/rss.xml.gz",
        "/feeds/rss.xml.br",
        "/feeds/rss.xml.zst",
        "/feeds/.rss.xml.abc.syndicate-tmp",
        "/feeds/nothing.xml",
        "/feeds/../config.toml",
    ],
)
def test_what_has_no_address_is_not_there(server: Server, site: Site, path):
    (site.feeds / ".rss.xml.abc.syndicate-tmp").write_text("half")
    assert server.ask(path).status == 404


def test_a_script_of_another_site_may_ask(server: Server, ours: Server):
    found, expected = (each.ask("/feeds/rss.xml", "OPTIONS") for each in (server, ours))
    assert found.status == expected.status == 204
    for name in ("Allow-Origin", "Allow-Methods", "Allow-Headers", "Max-Age"):
        header = f"Access-Control-{name}"
        assert found.headers[header] == expected.headers[header]


def test_a_player_gets_the_part_it_asks_for(server: Server):
    reply = server.ask("/feeds/media/0123.mp3", Range="bytes=4-9")
    assert (reply.status, reply.body) == (206, b"ure or")


def test_pages_are_framed_by_nobody(server: Server):
    assert "frame-ancestors 'none'" in server.ask("/feeds/").headers["Content-Security-Policy"]


def test_the_rest_is_passed_on(server: Server):
    assert server.ask("/healthz").text == "ok"
    assert "<h1>The Test Gazette</h1>" in server.ask("/").text
