"""What feed readers say of their subscribers, and how it reaches the store."""

from __future__ import annotations

import asyncio

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from syndicate.jobs.press import Press
from syndicate.model.errors import StoreError
from syndicate.store import readers as store
from syndicate.web import readers
from syndicate.web.readers import Readers, Reported, reported
from tests.support.articles import at
from tests.web.serving import served_press, trusting

NOW = at("2026-01-26T01:00")
FEEDLY = "Feedly/1.0 (+http://www.feedly.com/fetcher.html; {} subscribers; like FeedFetcher-Google)"


@pytest.mark.parametrize(
    ("agent", "expected"),
    [
        (FEEDLY.format(12), ("Feedly", "", 12)),
        (FEEDLY.replace("subscribers", "subscriber").format(1), ("Feedly", "", 1)),
        (
            "Mozilla/5.0 (compatible; inoreader.com; 34 subscribers)",
            ("Inoreader", "", 34),
        ),
        (
            "Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 8 subscribers; )",
            ("Inoreader", "", 8),
        ),
        (
            "NewsBlur Feed Fetcher - 5 subscribers - http://www.newsblur.com/site/4811/gazette "
            "(Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Safari/537.36)",
            ("NewsBlur", "4811", 5),
        ),
        (
            "Mozilla/5.0 (compatible; theoldreader.com; 3 subscribers; feed-id=54ab0c)",
            ("The Old Reader", "54ab0c", 3),
        ),
        ("Feedbin feed-id:1373711 - 7 subscribers", ("Feedbin", "1373711", 7)),
        (
            "Mozilla/5.0 (compatible; BazQux/2.4; +https://bazqux.com/fetcher; 2 subscribers)",
            ("BazQux", "", 2),
        ),
        ("Netvibes (http://www.netvibes.com; 9 subscribers; feedID: 77)", ("Netvibes", "77", 9)),
        ("Tidewire Reader/2.1 (4 subscribers)", ("Tidewire Reader", "", 4)),
        ("Mozilla/5.0 (compatible; Almanac/3; 6 subscribers)", ("Almanac", "", 6)),
        ("FEEDLY/1.0 (1000000 Subscribers)", ("Feedly", "", 1_000_000)),
        ("NetNewsWire (RSS Reader; https://netnewswire.com/)", None),
        ("newsboat/2.21.0 (Linux x86_64)", None),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0", None),
        ("Reader (1.5 subscribers)", None),
        ("Reader (-1 subscribers)", None),
        ("Reader (99999999999999999999 subscribers)", None),
        ("(5 subscribers)", None),
        ("Reader (unsubscribers)", None),
        ("", None),
    ],
)
def test_what_a_user_agent_says(agent, expected):
    assert reported(agent) == (Reported(*expected) if expected else None)


@given(st.text(st.characters(max_codepoint=255)))
def test_anything_may_be_said_around_it(text):
    found = reported(f"{text} 5 subscribers")
    assert found is None or (0 < len(found.reader) <= 64 and len(found.feed_id) <= 64)


def stored(press: Press) -> list[tuple[str, str, int]]:
    with press.store.read() as connection:
        found = store.counts(connection, now=press.clock(), days=30)
    return [(count.path, count.reader, count.subscribers) for count in found]


def test_what_readers_say_is_stored_by_the_end_at_the_latest(press: Press):
    with served_press(press) as server:
        for number in (12, 14):
            server.ask("/feeds/rss.xml", User_Agent=FEEDLY.format(number))
        server.ask("/feeds/city/atom.xml", User_Agent="Feedbin feed-id:5 - 3 subscribers")
        assert stored(press) == []
    assert stored(press) == [("rss.xml", "Feedly", 14), ("city/atom.xml", "Feedbin", 3)]


def test_who_gets_304_is_counted_too(press: Press):
    with served_press(press, monotonic=trusting) as server:
        tag = server.ask("/feeds/rss.xml").headers["ETag"]
        for number in (1, 2):
            reply = server.ask(
                "/feeds/rss.xml", If_None_Match=tag, User_Agent=FEEDLY.format(number)
            )
            assert reply.status == 304
    assert stored(press) == [("rss.xml", "Feedly", 2)]


@pytest.mark.parametrize("path", ["/feeds/nothing/rss.xml", "/feeds/all.html", "/"])
def test_only_feeds_that_there_are_have_readers(press: Press, path):
    with served_press(press) as server:
        server.ask(path, User_Agent=FEEDLY.format(12))
    assert stored(press) == []


def test_an_address_is_stored_nowhere(press: Press):
    with served_press(press) as server:
        server.ask("/feeds/rss.xml", User_Agent=FEEDLY.format(12), X_Forwarded_For="198.51.100.7")
    with press.store.read() as connection:
        (row,) = store.sightings(connection, press.clock().date())
    assert "198.51.100.7" not in repr(row)
    assert "127.0.0.1" not in repr(row)


def noted(*said: tuple[str, int], save) -> Readers:
    found = Readers(save, clock=lambda: NOW, log=structlog.get_logger())
    for path, number in said:
        found.note(path, FEEDLY.format(number).encode())
    return found


def test_reports_are_stored_together_after_a_while(monkeypatch):
    monkeypatch.setattr(readers, "PAUSE", 0.01)
    saved = []

    async def run() -> None:
        found = noted(("rss.xml", 3), ("rss.xml", 5), ("rss.xml", 4), save=saved.append)
        assert saved == []
        while not saved:
            await asyncio.sleep(0.01)
        await found.flush()

    asyncio.run(run())
    (((report,)),) = saved
    assert (report.subscribers, report.most, report.seen) == (4, 5, NOW)


def test_what_could_not_be_stored_waits_for_the_next_time():
    saved, away = [], [True]

    def save(seen) -> None:
        if away.pop():
            raise StoreError("store", "is away", "")
        saved.extend(seen)

    async def run() -> None:
        found = noted(("rss.xml", 3), ("atom.xml", 5), save=save)
        await found.flush()
        assert saved == []
        away.append(False)
        found.note("rss.xml", FEEDLY.format(4).encode())
        await found.flush()

    asyncio.run(run())
    assert {(each.path, each.subscribers) for each in saved} == {("rss.xml", 4), ("atom.xml", 5)}


def test_invented_readers_take_no_memory(monkeypatch):
    monkeypatch.setattr(readers, "_HELD", 10)
    saved = []

    async def run() -> None:
        found = noted(*((f"{n}/rss.xml", 1) for n in range(50)), save=saved.extend)
        await found.flush()

    asyncio.run(run())
    assert len(saved) == 10
