"""Every feed and archive document moves forward when it shows something else, and only then.

RFC 4287, 4.2.15; the rule's fifth in docs/reference/feed-rules.md.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from syndicate.model.article import Attribution, Page, Person
from syndicate.store import articles
from tests.support.articles import at, hot, page
from tests.support.filling import fill
from tests.support.moving import (
    BOOKS,
    CITY,
    FIRST,
    SECOND,
    THEATRE,
    Document,
    atom,
    dated,
    every,
    moved,
)
from tests.support.sites import Site, make_site


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """A site whose feeds hold three items each."""
    return make_site(
        tmp_path / "site", feeds="compress = false\nitems = 3\narchive = 0\n", plain=False
    )


def test_an_article_that_moves_to_another_section_moves_both_feeds(small: Site) -> None:
    with small.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        fill(press, dated(10, breadcrumb=BOOKS), moment=FIRST)
        publish(press)
        fill(press, dated(8, breadcrumb=BOOKS), moment=SECOND)
        publish(press)
    assert moved(small, "city") == SECOND
    assert moved(small, "books") == SECOND


def test_a_corrected_name_moves_the_feed_of_the_wrong_one(small: Site) -> None:
    with small.press() as press:
        fill(press, *(dated(day, people=(Person("Ada Reed"),)) for day in (1, 2)), moment=FIRST)
        publish(press)
        fill(press, dated(2, people=(Person("Ida Reed"),)), moment=SECOND)
        publish(press)
    assert moved(small, "author/ada-reed") == SECOND


def test_an_older_article_that_arrives_late_moves_the_feed(small: Site) -> None:
    with small.press() as press:
        fill(press, dated(1), dated(9), moment=FIRST)
        publish(press)
        fill(press, dated(5), moment=SECOND)
        publish(press)
        assert moved(small, "city") == SECOND
        # One too old to be shown does not.
        fill(press, dated(2), moment="2026-01-23T12:00")
        fill(press, dated(4), moment="2026-01-24T12:00")
        publish(press)
        fill(press, dated(3), moment="2026-01-25T12:00")
        publish(press)
    assert moved(small, "city") == "2026-01-24T12:00"


def test_the_feed_stays_where_it_was_when_what_moved_it_goes(small: Site) -> None:
    with small.press() as press:
        fill(press, dated(1), dated(2), dated(9, breadcrumb=BOOKS), moment=FIRST)
        publish(press)
        assert moved(small, "culture") == "2026-01-09T09:00"
        fill(press, dated(9), moment=SECOND)
        publish(press)
        assert atom(small.feeds / "culture/atom.xml") == (f"{SECOND}:00+00:00", ())
        publish(press, rebuild=True)
    assert moved(small, "culture") == SECOND


def test_a_section_that_the_configuration_takes_out_moves_the_feeds_above_it(
    tmp_path: Path,
) -> None:
    site = make_site(tmp_path / "site", feeds="items = 3\narchive = 0\n")
    with site.press() as press:
        fill(press, dated(1, breadcrumb=THEATRE), dated(9, breadcrumb=BOOKS), moment=FIRST)
        publish(press)
    path = site.root / "config.toml"
    path.write_text(path.read_text() + '\n[[sections]]\nkey = "203001"\nhidden = true\n')
    with site.press() as press:
        publish(press)
        assert moved(site, "culture") == FIRST
        publish(press)
    assert moved(site, "culture") == FIRST


def test_a_tombstone_moves_the_feed_that_names_it(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", feeds="items = 3\narchive = 0\ntombstones = true\n")
    with site.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)
        # Far below what the feed shows.
        with press.store.write() as connection:
            found = articles.ids(connection, 1, ["1"])
            articles.set_hidden(connection, list(found.values()), hidden=True, moment=at(SECOND))
        publish(press)
    assert moved(site, "city") == SECOND


def test_a_withdrawal_moves_the_archive_document_that_held_it(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", feeds="items = 3\narchive = 3\n")
    with site.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)
        before = every(site)
        with press.store.write() as connection:
            found = articles.ids(connection, 1, ["3"])
            articles.set_hidden(connection, list(found.values()), hidden=True, moment=at(SECOND))
        publish(press)
        after = every(site)
        changed = {path for path, document in after.items() if document != before[path]}
        assert changed == {"city/archive/atom-1.xml", "harbour-news/archive/atom-1.xml"}
        assert {after[path][0][:16] for path in changed} == {SECOND}
        publish(press, rebuild=True)
        assert every(site) == after


def test_a_document_of_before_it_was_recorded_does_not_go_back(tmp_path: Path) -> None:
    """Of a store that a version before this one has published from."""
    site = make_site(tmp_path / "site", feeds="items = 3\narchive = 3\n")
    with site.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)
        with press.store.write() as connection:
            connection.execute(text("UPDATE archives SET shown = NULL, updated = NULL"))
        before = every(site)
        publish(press, rebuild=True)
        assert every(site) == before
        with press.store.write() as connection:
            connection.execute(text("UPDATE archives SET shown = NULL, updated = NULL"))
            found = articles.ids(connection, 1, ["3"])
            articles.set_hidden(connection, list(found.values()), hidden=True, moment=at(SECOND))
        publish(press)
        assert every(site)["city/archive/atom-1.xml"][0][:16] == SECOND


def test_a_feed_given_up_and_taken_up_again_does_not_go_back(tmp_path: Path) -> None:
    site = make_site(
        tmp_path / "site", feeds="compress = false\nitems = 3\narchive = 0\n", plain=False
    )
    path = site.root / "config.toml"
    given = path.read_text()
    with site.press() as press:
        fill(press, dated(1), dated(9), moment=FIRST)
        publish(press)
        fill(press, dated(9, people=(Person("Ida Reed"),)), moment=SECOND)
        publish(press)
    before = every(site)["author/nell-harrow/atom.xml"]
    path.write_text(given.replace("[feeds]\n", "[feeds]\nby = []\n"))
    with site.press() as press:
        publish(press)
        assert "author/nell-harrow/atom.xml" not in every(site)
    path.write_text(given)
    with site.press() as press:
        publish(press)
    assert every(site)["author/nell-harrow/atom.xml"] == before


def test_one_that_could_not_be_recorded_is_made_the_same_again(small: Site) -> None:
    """A publisher that is killed after it has written, before it has recorded."""
    with small.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)
        fill(press, dated(8, breadcrumb=BOOKS), moment=SECOND)
        with press.store.read() as connection:
            held = connection.execute(text("SELECT folder, shown, updated FROM feed_states")).all()
        publish(press)
        after = every(small)
        with press.store.write() as connection:
            connection.execute(text("DELETE FROM feed_states"))
            for row in held:
                connection.execute(
                    text("INSERT INTO feed_states VALUES (:folder, :shown, :updated)"),
                    row._mapping,
                )
        publish(press, rebuild=True)
    assert every(small) == after


#: Every kind of feed; nothing that takes long and shows nothing of its own.
LIVELY = """\
items = 4
archive = 3
tombstones = true
compress = false
formats = ["atom"]
"""


class Life:
    """A newsroom in which things happen at random: one step an hour."""

    def __init__(self, press: Press, seed: int) -> None:
        self._press, self._random = press, Random(seed)
        self._pages: dict[str, Page] = {}
        self._hour = 0

    @property
    def moment(self) -> str:
        return f"2026-02-{1 + self._hour // 24:02}T{self._hour % 24:02}:00"

    def step(self) -> str:
        self._hour += 1
        chosen = self._random.choice(
            [self.arrive, self.arrive, self.correct, self.move, self.hide, self.show, self.remove,
             self.read, self.nothing]
        )  # fmt: skip
        chosen()
        return str(chosen.__name__)

    def arrive(self) -> None:
        day = self._random.randint(1, 28)
        key = str(100 + self._hour)
        self._pages[key] = page(
            key,
            published=at(f"2026-01-{day:02}T08:00"),
            updated=at(f"2026-01-{day:02}T09:00"),
            breadcrumb=self._random.choice((CITY, BOOKS, THEATRE)),
            people=(Person(self._random.choice(("Ada Reed", "Ida Reed"))),),
            attribution=Attribution("Tidewire", "https://tidewire.example/a"),
        )
        fill(self._press, self._pages[key], moment=self.moment)

    def correct(self) -> None:
        if self._pages:
            self._change(headline=f"Corrected at {self.moment}")

    def move(self) -> None:
        if self._pages:
            self._change(
                breadcrumb=self._random.choice((CITY, BOOKS, THEATRE)),
                people=(Person(self._random.choice(("Ada Reed", "Ida Reed"))),),
            )

    def hide(self, hidden: bool = True) -> None:
        with self._press.store.write() as connection:
            found = list(articles.ids(connection, 1, list(self._pages)).values())
            which = self._random.sample(found, min(2, len(found)))
            articles.set_hidden(connection, which, hidden=hidden, moment=at(self.moment))

    def show(self) -> None:
        self.hide(hidden=False)

    def remove(self) -> None:
        with self._press.store.write() as connection:
            keys = self._random.sample(sorted(self._pages), min(1, len(self._pages)))
            articles.remove(connection, 1, keys, at(self.moment))

    def read(self) -> None:
        """Nothing but views moved."""
        if self._pages:
            key = self._random.choice(sorted(self._pages))
            seen = hot(key, self._hour * 100)
            fill(self._press, self._change(hot=(seen,)), moment=self.moment)

    def nothing(self) -> None:
        """A build, and no more."""

    def _change(self, **changes) -> Page:
        key = self._random.choice(sorted(self._pages))
        old = self._pages[key]
        fields = {
            name: getattr(old.content, name)
            for name in ("headline", "published", "updated", "people", "attribution")
        }
        fresh = page(key, **{**fields, "breadcrumb": old.breadcrumb, **changes})
        self._pages[key] = fresh
        fill(self._press, fresh, moment=self.moment)
        return fresh


@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_each_document_moves_with_what_it_shows(tmp_path: Path, seed) -> None:
    site = make_site(tmp_path / "site", feeds=LIVELY, plain=False)
    steps = []
    with site.press() as press:
        life = Life(press, seed)
        before: dict[str, Document] = {}
        for _ in range(40):
            steps.append(life.step())
            publish(press)
            after = every(site)
            for path, (updated, shown) in after.items():
                if path not in before:
                    continue
                was, showed = before[path]
                assert (updated > was) == (shown != showed), (path, steps)
                assert updated >= was, (path, steps)
                assert all(re.findall("<updated>(.*?)<", each)[-1] <= updated for each in shown
                           if "deleted-entry" not in each)  # fmt: skip
            before |= after
        publish(press, rebuild=True)
    assert every(site) == {path: before[path] for path in every(site)}
