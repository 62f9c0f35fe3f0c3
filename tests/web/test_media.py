"""Pictures, sound and other media: whole, in parts, and from the disk where they are large."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.jobs.press import Press
from syndicate.web.ranges import Part, UnsatisfiableError, part
from tests.support.sites import Site
from tests.web.serving import Server, served_press

SOUND = "/feeds/media/0123.mp3"
#: The test's server keeps an eighth of a megabyte of one file in memory.
SIZES = [1_000, 300_000]


@pytest.fixture(params=SIZES, ids=["held", "streamed"])
def data(request: pytest.FixtureRequest, site: Site) -> bytes:
    made = os.urandom(request.param)
    (site.feeds / "media").mkdir(parents=True, exist_ok=True)
    (site.feeds / "media/0123.mp3").write_bytes(made)
    return made


@pytest.fixture
def server(site: Site, press: Press, data: bytes) -> Iterator[Server]:
    with site.press("web.cache=1") as small, served_press(small) as running:
        yield running


def test_media_may_be_kept_for_ever(server: Server, data):
    reply = server.ask(SOUND)
    assert (reply.status, reply.body) == (200, data)
    assert reply.headers["Content-Type"] == "audio/mpeg"
    assert reply.headers["Content-Length"] == str(len(data))
    assert reply.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert reply.headers["ETag"] == f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    assert reply.headers["Accept-Ranges"] == "bytes"
    assert server.ask(SOUND, If_None_Match=reply.headers["ETag"]).status == 304


def test_head_has_the_length_and_no_body(server: Server, data):
    head = server.ask(SOUND, "HEAD", Range="bytes=0-9")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(data))


def test_media_is_not_compressed_once_more(server: Server, data):
    reply = server.ask(SOUND, Accept_Encoding="gzip, br")
    assert reply.headers["Content-Encoding"] is None
    assert reply.body == data


@pytest.mark.parametrize(
    ("field", "start", "end"),
    [("bytes=0-99", 0, 100), ("bytes=500-", 500, None), ("bytes=-100", -100, None)],
)
def test_a_part_is_sent_to_who_asks_for_it(server: Server, data, field, start, end):
    reply = server.ask(SOUND, Range=field)
    assert (reply.status, reply.body) == (206, data[start:end])
    first = start % len(data)
    assert reply.headers["Content-Range"] == (
        f"bytes {first}-{first + len(reply.body) - 1}/{len(data)}"
    )


def test_a_part_behind_the_end_is_416(server: Server, data):
    reply = server.ask(SOUND, Range=f"bytes={len(data)}-")
    assert (reply.status, reply.body) == (416, b"")
    assert reply.headers["Content-Range"] == f"bytes */{len(data)}"


def test_a_part_is_for_who_has_the_same_file(server: Server, data):
    whole = server.ask(SOUND)
    same, date = whole.headers["ETag"], whole.headers["Last-Modified"]
    for field, status in ((same, 206), (date, 206), ('"other"', 200), (f"W/{same}", 200)):
        assert server.ask(SOUND, Range="bytes=0-9", If_Range=field).status == status


def test_feeds_have_no_parts(server: Server):
    reply = server.ask("/feeds/rss.xml", Range="bytes=0-9")
    assert reply.status == 200
    assert len(reply.body) > 10


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("bytes=0-0", (0, 1)),
        ("bytes=0-499", (0, 500)),  # the examples of 14.1.2, of 10000 bytes
        ("bytes=500-999", (500, 500)),
        ("bytes=-500", (9500, 500)),
        ("bytes=9500-", (9500, 500)),
        ("bytes=9000-99999", (9000, 1000)),
        ("bytes=-20000", (0, 10000)),
        ("BYTES = 0-1", (0, 2)),
        ("bytes=0-1, 5-6", None),
        ("bytes=5-4", None),
        ("bytes=-", None),
        ("bytes=a-b", None),
        ("items=0-1", None),
        ("", None),
    ],
)
def test_ranges(field, expected):
    assert part(field, 10_000) == (Part(*expected, 10_000) if expected else None)


@pytest.mark.parametrize("field", ["bytes=10000-", "bytes=99999-999999", "bytes=-0"])
def test_unsatisfiable_ranges(field):
    with pytest.raises(UnsatisfiableError):
        part(field, 10_000)


@given(st.integers(0, 50), st.integers(0, 60), st.integers(0, 60))
def test_a_part_lies_within_the_whole(whole, first, last):
    try:
        found = part(f"bytes={first}-{last}", whole)
    except UnsatisfiableError:
        assert first >= whole
        return
    if found is not None:
        data = bytes(range(whole))
        assert data[found.start : found.start + found.length] == data[first : last + 1]
        assert found.length > 0
