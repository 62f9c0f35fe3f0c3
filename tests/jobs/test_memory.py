"""What a process remembers between publishes changes no byte of any of them."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image as Picture

from syndicate.jobs import publish as job
from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from syndicate.jobs.publishing import memory, stock
from syndicate.model.article import Image, Person
from syndicate.store import articles, documents, dump, facts
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

SECTIONS = (
    (("201", "Harbour News"), ("201001", "City")),
    (("201", "Harbour News"), ("201002", "Docks")),
    (("203", "Culture"), ("203001", "Books")),
)
_HALF = ".rss.xml.0123456789ab.syndicate-tmp"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(
        tmp_path / "site", plain=False, feeds="compress = false\nitems = 4\narchive = 3\n"
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every published file but archives, which stay as they were first written."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.parent.name != "archive"
    }


def first(site: Site, folder: Path) -> dict[str, bytes]:
    """What a process that remembers nothing publishes from the same store into an empty folder."""
    folder.mkdir()
    source = sqlite3.connect(site.root / "data/store.db")
    copy = sqlite3.connect(folder / "store.db")
    source.backup(copy)
    source.close()
    copy.close()
    with site.press(
        f"store.url=sqlite:///{folder}/store.db", f"feeds.output={folder / 'feeds'}"
    ) as press:
        assert publish(press, rebuild=True).errors == ()
    return tree(folder / "feeds")


class Newsroom:
    """Does one thing after another to a store, as a newsroom would."""

    def __init__(self, site: Site, press: Press) -> None:
        self._site, self._press = site, press
        self._chance = random.Random(1_912)
        self._moment = 0
        self._keys: list[str] = []
        for _ in range(9):
            self.arrive()

    @property
    def ways(self) -> tuple[Callable[[], None], ...]:
        return (
            self.arrive,
            self.correct,
            self.hide,
            self.show,
            self.move,
            self.rename,
            self.remove,
        )

    def arrive(self) -> None:
        self._keys.append(str(len(self._keys) + 1))
        self._read(self._keys[-1])

    def correct(self) -> None:
        self._read(self._one(), headline=f"Corrected at {self._moment}")

    def move(self) -> None:
        self._read(self._one(), breadcrumb=self._chance.choice(SECTIONS))

    def rename(self) -> None:
        renamed = (*SECTIONS[0][:1], ("201001", f"City {self._moment}"))
        self._read(self._one(), breadcrumb=renamed)

    def hide(self) -> None:
        self._set_hidden(hidden=True)

    def show(self) -> None:
        self._set_hidden(hidden=False)

    def remove(self) -> None:
        with self._press.store.write() as connection:
            articles.remove(connection, 1, [self._one()], self._now())

    def _set_hidden(self, *, hidden: bool) -> None:
        with self._press.store.write() as connection:
            number = self._chance.randint(1, len(self._keys))
            articles.set_hidden(connection, [number], hidden=hidden, moment=self._now())

    def _read(self, key: str, **changes: object) -> None:
        chance = random.Random(int(key))
        given: dict[str, object] = {
            "breadcrumb": chance.choice(SECTIONS),
            "published": at(f"2026-01-{chance.randint(1, 20):02}T08:00"),
            "people": (Person(chance.choice(("Nell Harrow", "Ines Calder"))),),
            "tags": (chance.choice(("boats", "tides")),),
            "language": chance.choice(("en", "zh")),
            "views": self._chance.randint(1, 500),
        }
        fill(self._press, page(key, **(given | changes)), moment=self._now().isoformat())

    def _one(self) -> str:
        return self._chance.choice(self._keys)

    def _now(self):
        self._moment += 1
        return at(f"2026-02-{self._moment // 24 % 28 + 1:02}T{self._moment % 24:02}:00")


@pytest.mark.parametrize("largest", [stock.LARGEST, 9_000])
def test_every_publish_of_a_long_life_is_as_a_first_one(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    monkeypatch.setattr(
        job, "Stock", lambda *given, **named: stock.Stock(*given, **named, largest=largest)
    )
    with site.press() as press:
        newsroom = Newsroom(site, press)
        for number, way in enumerate(newsroom.ways * 2):
            way()
            assert publish(press).errors == ()
            assert tree(site.feeds) == first(site, tmp_path / str(number)), way.__name__
        remembered = memory.of(press.store)
        assert remembered.newest
        assert 0 < sum(kept.weight for kept in remembered.entries.values()) <= largest


def test_articles_that_stay_what_they_are_are_read_once(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    by_ids = articles.by_ids

    def counted(connection, ids, *, body=True):
        found = by_ids(connection, ids, body=body)
        read.extend(found if body else ())
        return found

    monkeypatch.setattr(articles, "by_ids", counted)
    with site.press("feeds.archive=0") as press:
        fill(press, page("1"), page("2"), page("3"))
        publish(press)
        read.clear()
        fill(press, page("4"), page("2", headline="Corrected"), moment="2026-01-21T12:00")
        publish(press)
    assert sorted(read) == [2, 4]


def test_a_picture_that_was_painted_over_is_shown_anew(site: Site, tmp_path: Path) -> None:
    path = site.articles / "ferry.png"
    shown = (Image("https://www.gazette.example/ferry.png", path="ferry.png"),)
    with site.press() as press:
        for width in (8, 16):
            Picture.new("RGB", (width, 9)).save(path)
            fill(press, page("1", images=shown))
            shutil.rmtree(site.feeds, ignore_errors=True)
            publish(press)
    assert tree(site.feeds) == first(site, tmp_path / "first")


def test_a_restored_store_is_not_taken_for_the_one_before(site: Site, tmp_path: Path) -> None:
    with site.press() as press:
        fill(press, page("1"))
        publish(press)
        dump.write(press.store, tmp_path / "backup.gz", now=press.clock())
        fill(press, page("2", headline="Before the restore"), moment="2026-01-21T12:00")
        publish(press)
        dump.restore(press.store, tmp_path / "backup.gz")
        # The same row and the same revisions, and yet another article.
        fill(press, page("9", headline="After the restore"), moment="2026-01-21T12:00")
        publish(press)
    found = (site.feeds / "city/rss.xml").read_bytes()
    assert b"After the restore" in found
    assert b"Before the restore" not in found
    assert tree(site.feeds) == first(site, tmp_path / "first")


def test_nothing_is_remembered_of_a_publish_that_failed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise KeyboardInterrupt

    with site.press() as press:
        fill(press, page("1"))
        publish(press)
        fill(press, page("2"), moment="2026-01-21T12:00")
        with monkeypatch.context() as patched:
            patched.setattr(documents, "record", refused)
            with pytest.raises(KeyboardInterrupt):
                publish(press)
        half = site.feeds / "city" / _HALF
        half.write_bytes(b"cut off")
        publish(press)
    assert not half.exists()


@pytest.mark.parametrize("killed", [True, False])
def test_what_a_killed_publisher_left_is_looked_for_where_there_was_one(
    site: Site, killed: bool
) -> None:
    half = site.feeds / "city" / _HALF
    with site.press() as press:
        fill(press, page("1"))
        publish(press)
        half.write_bytes(b"cut off")
        if killed:
            # As another process does when it begins.
            with press.store.write() as connection:
                memory.Memory().begin(connection, anew=False)
        publish(press)
        assert half.exists() is not killed
        with press.store.read() as connection:
            assert facts.read(connection, "publish-mark") != "at work"
