"""The file of who has left: it grows with those who have, and not with what was said of them."""

from __future__ import annotations

import fcntl
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syndicate.config.load import load_config
from syndicate.jobs import departures as module
from syndicate.jobs.audience import tidying
from syndicate.jobs.departures import Departures
from syndicate.model.subscriber import EVERY
from syndicate.store import suppressions
from syndicate.store.departures import Departure
from tests.support.articles import at
from tests.support.audience import readers_site
from tests.support.sites import make_site

NOW = at("2026-01-26T01:00")


@pytest.fixture
def departures(tmp_path: Path) -> Departures:
    return Departures(load_config(make_site(tmp_path / "site").file, environment={}))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SUPERFLUOUS", 0)


def left(name: str, newsletter: str = EVERY) -> Departure:
    return Departure(name * 64, newsletter, "unsubscribed", NOW)


def back(name: str, newsletter: str = EVERY) -> Departure:
    return Departure(name * 64, newsletter, None)


SAID = st.lists(
    st.builds(
        lambda name, newsletter, gone: (left if gone else back)(name, newsletter),
        st.sampled_from("abcd"),
        st.sampled_from(["", "weekly"]),
        st.booleans(),
    ),
    max_size=30,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=SAID, torn=st.booleans())
def test_what_stands_and_its_order_stay(
    departures: Departures, said: list[Departure], torn: bool
) -> None:
    held = departures
    held.path.unlink(missing_ok=True)
    for each in said:
        held.tell([each])
    if torn:
        held.path.parent.mkdir(parents=True, exist_ok=True)
        with held.path.open("a") as file:
            file.write('\n["cccc", "", "unsub')
    before = list(held.all())
    _, mark = held.since("")
    held.shorten(0)
    assert list(held.all()) == before
    if held.path.exists():
        assert len(held.path.read_text().split()) == len(before)
    # And it goes on.
    held.tell([left("e")])
    assert list(held.all()) == [*before, left("e")]
    # A mark of what it was before may tell too much, and never too little.
    assert list(held.since(mark)[0]) in ([left("e")], [*before, left("e")])


def test_it_is_let_alone_while_little_would_go(departures: Departures) -> None:
    departures.tell([left("a"), left("a"), left("b"), back("b")])
    before = departures.path.stat().st_ino
    assert departures.shorten(2) == 0
    assert departures.path.stat().st_ino == before
    assert departures.shorten(1) > 0
    assert departures.path.stat().st_ino != before
    assert list(departures.all()) == [left("a")]


def test_a_mark_divides_what_was_told(departures: Departures) -> None:
    _, nothing = departures.since("")
    departures.tell([left("a"), left("b")])
    told, mark = departures.since(nothing)
    assert list(told) == [left("a"), left("b")]
    assert departures.since(mark)[1] == mark
    departures.tell([left("c"), back("a"), left("b")])
    told, later = departures.since(mark)
    assert list(told) == [left("c"), left("b")]
    assert list(departures.since(later)[0]) == []
    # As an older store gave it.
    assert list(departures.since(mark)[0]) == [left("c"), left("b")]


@pytest.mark.parametrize("mark", ["1:", "99999:0123456789abcdef", "3:0123456789abcdef"])
def test_the_mark_of_another_file_counts_for_nothing(departures: Departures, mark: str) -> None:
    departures.tell([left("a"), left("b")])
    assert list(departures.since(mark)[0]) == [left("a"), left("b")]


def test_without_a_file_nothing_is_done(departures: Departures) -> None:
    assert departures.shorten(0) == 0
    assert not departures.path.exists()


def test_the_shorter_file_is_for_its_owner_alone(departures: Departures) -> None:
    departures.tell([left("a"), left("a")])
    departures.shorten(0)
    assert departures.path.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in departures.path.parent.iterdir()) == [
        "departures.jsonl",
        "departures.jsonl.lock",
    ]


def test_who_leaves_while_it_is_shortened_is_not_forgotten(departures: Departures) -> None:
    """Each is told by a descriptor of its own, as processes do."""
    ready = threading.Barrier(5)

    def leaving(initial: str) -> list[str]:
        names = [f"{initial}{number:063x}" for number in range(150)]
        ready.wait()
        for name in names:
            departures.tell([Departure(name, EVERY, None), Departure(name, EVERY, "bounced", NOW)])
        return names

    with ThreadPoolExecutor(4) as pool:
        telling = [pool.submit(leaving, initial) for initial in "abcd"]
        ready.wait()
        while not all(each.done() for each in telling):
            departures.shorten(0)
    told = sorted(name for each in telling for name in each.result())
    assert sorted(each.fingerprint for each in departures.all()) == told


def test_it_is_replaced_while_nobody_tells(departures: Departures) -> None:
    departures.tell([left("a"), left("a")])
    lock = os.open(departures.path.with_name("departures.jsonl.lock"), os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    before = departures.path.read_bytes()
    with ThreadPoolExecutor(2) as pool:
        both = [
            pool.submit(departures.shorten, 0),
            pool.submit(departures.tell, [left("b")]),
        ]
        assert departures.path.read_bytes() == before
        os.close(lock)
        for each in both:
            each.result()
    assert list(departures.all()) == [left("a"), left("b")]


def test_where_there_can_be_no_lock_everybody_may_leave(departures: Departures) -> None:
    departures.path.with_name("departures.jsonl.lock").mkdir(parents=True)
    departures.tell([left("a"), left("a"), left("a")])
    with pytest.raises(OSError, match="directory"):
        departures.shorten(0)
    assert list(departures.all()) == [left("a")]
    assert departures.path.read_text().count("\n") == 3


def test_a_disk_that_fills_up_leaves_it_as_it_was(
    departures: Departures, monkeypatch: pytest.MonkeyPatch
) -> None:
    departures.tell([left("a"), left("b"), left("a")])
    before = departures.path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        departures.shorten(0)
    assert departures.path.read_bytes() == before
    assert not list(departures.path.parent.glob(".*"))


def test_tidying_shortens_it(tmp_path: Path) -> None:
    site = readers_site(tmp_path, "sqlite:///data/store.db")
    with site.press() as press:
        for _ in range(5):
            with press.store.write() as connection:
                suppressions.add(connection, "a" * 64, EVERY, "bounced", since=NOW)
            with press.store.write() as connection:
                suppressions.lift(connection, "a" * 64, EVERY)
        with press.store.write() as connection:
            suppressions.add(connection, "b" * 64, EVERY, "bounced", since=NOW)
        tidying.tidy(press)
        held = Departures(press.config)
        assert held.path.read_text().split() == [f'["{"b" * 64}","","bounced","{NOW.isoformat()}"]']
