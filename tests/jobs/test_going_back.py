"""No document goes back in time, nor stands still while it shows something else.

Whatever is lost, restored, given up or taken up again, killed or moved: rule 5 of
docs/reference/feed-rules.md, RFC 4287, 4.2.15.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import text

from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from syndicate.store import articles, dump
from tests.support.articles import at
from tests.support.filling import fill
from tests.support.moving import BOOKS, FIRST, SECOND, THEATRE, Document, atom, dated, every, moved
from tests.support.sites import Site, make_site

THIRD = "2026-01-24T12:00"
SMALL = "compress = false\nitems = 3\narchive = 3\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site whose feeds and archive documents hold three items each."""
    return make_site(tmp_path / "site", feeds=SMALL, plain=False)


def begin(site: Site) -> None:
    """Publish eight articles of as many days."""
    with site.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)


def hide(press: Press, key: str, moment: str, *, hidden: bool = True) -> None:
    with press.store.write() as connection:
        found = articles.ids(connection, 1, [key])
        articles.set_hidden(connection, list(found.values()), hidden=hidden, moment=at(moment))


def configure(site: Site, feeds: str) -> None:
    """Put other lines into the table of feeds."""
    found = site.file.read_text()
    before, _, rest = found.partition("[feeds]\n")
    site.file.write_text(f"{before}[feeds]\n{feeds}\n{rest[rest.index('[[newsletters]]') :]}")


def hold(before: Mapping[str, Document], after: Mapping[str, Document]) -> set[str]:
    """Each document that shows something else has moved, and no other; returns which have."""
    other = {path for path in before.keys() & after.keys() if before[path][1] != after[path][1]}
    for path in before.keys() & after.keys():
        was, now = before[path][0], after[path][0]
        assert (now > was) if path in other else (now == was), (path, was, now)
    return other


def test_a_store_restored_from_a_backup(site: Site) -> None:
    """Newer feeds are on the disk; none may go back, and none may stay as it is."""
    store = site.root / "data/store.db"
    begin(site)
    shutil.copy(store, site.root / "backup.db")
    with site.press() as press:
        # Of the same length: nothing but the bytes tells that the file is another.
        fill(press, dated(8, headline="Ferry number 7 sails again"), moment=SECOND)
        fill(press, dated(9, breadcrumb=BOOKS), moment=SECOND)
        hide(press, "2", SECOND)
        publish(press)
    before = every(site)
    for path in site.root.glob("data/store.db*"):
        path.unlink()
    shutil.copy(site.root / "backup.db", store)
    with site.press() as press:
        publish(press)
        after = every(site)
        changed = hold(before, after)
        assert {"atom.xml", "city/atom.xml", "city/archive/atom-1.xml"} <= changed
        publish(press, rebuild=True)
        assert every(site) == after
        # What had happened happens again.
        fill(press, dated(8, headline="Ferry number 7 sails again"), moment=SECOND)
        publish(press)
        assert "city/atom.xml" in hold(after, every(site))


def test_a_backup_of_one_s_own(site: Site) -> None:
    backup = site.root / "backup.gz"
    with site.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)
        dump.write(press.store, backup, now=at(FIRST))
        hide(press, "8", SECOND)
        publish(press)
        before = every(site)
        dump.restore(press.store, backup)
        publish(press)
    assert "city/atom.xml" in hold(before, every(site))


def test_a_store_that_was_begun_anew_beside_old_feeds(site: Site) -> None:
    with site.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)
        hide(press, "8", SECOND)
        publish(press)
    before = every(site)
    shutil.rmtree(site.root / "data")
    begin(site)
    assert "city/atom.xml" in hold(before, every(site))


def test_feeds_restored_from_an_older_copy(site: Site) -> None:
    begin(site)
    shutil.copytree(site.feeds, site.root / "copy")
    with site.press() as press:
        fill(press, dated(8, headline="Ferry number 7 sails again"), moment=SECOND)
        publish(press)
    newest = every(site)
    shutil.rmtree(site.feeds)
    (site.root / "copy").rename(site.feeds)
    with site.press() as press:
        publish(press)
    assert every(site) == newest


def test_feeds_restored_from_a_copy_that_shows_the_same_of_an_earlier_day(site: Site) -> None:
    begin(site)
    shutil.copytree(site.feeds, site.root / "copy")
    with site.press() as press:
        hide(press, "8", SECOND)
        publish(press)
        hide(press, "8", THIRD, hidden=False)
        publish(press)
    newest = every(site)
    assert moved(site, "city") == THIRD
    shutil.rmtree(site.feeds)
    (site.root / "copy").rename(site.feeds)
    with site.press() as press:
        publish(press)
    assert every(site) == newest


def test_a_publisher_killed_after_the_configuration_had_changed_a_feed(site: Site) -> None:
    """What it wrote is not written again with another date."""
    begin(site)
    with site.press() as press, press.store.read() as connection:
        kept = {
            table: connection.execute(text(f"SELECT * FROM {table}")).all()
            for table in ("feed_states", "documents")
        }
    configure(site, "compress = false\nitems = 2\narchive = 0\n")
    with site.press(now="2026-01-26T02:00") as press:
        publish(press)
        with press.store.write() as connection:
            for table, rows in kept.items():
                connection.execute(text(f"DELETE FROM {table}"))
                for row in rows:
                    values = ", ".join(f":{name}" for name in row._fields)
                    connection.execute(
                        text(f"INSERT INTO {table} VALUES ({values})"), dict(row._mapping)
                    )
            connection.execute(text("UPDATE facts SET value='at work' WHERE name='publish-mark'"))
    written = every(site)
    with site.press(now="2026-01-26T03:00") as press:
        publish(press)
    assert every(site) == written


def test_archives_given_up_and_taken_up_again(site: Site) -> None:
    with site.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)
        hide(press, "2", SECOND)
        publish(press)
    before = every(site)
    assert before["city/archive/atom-1.xml"][0][:16] == SECOND
    configure(site, "compress = false\nitems = 3\narchive = 0\n")
    with site.press() as press:
        publish(press)
    assert not list(site.feeds.rglob("atom-*.xml"))
    configure(site, SMALL)
    with site.press() as press:
        publish(press)
        assert every(site) == before
    configure(site, "compress = false\nitems = 3\narchive = 0\n")
    with site.press() as press:
        publish(press)
    configure(site, "compress = false\nitems = 3\narchive = 2\n")
    with site.press() as press:
        publish(press)
    changed = hold(before, every(site))
    assert {"city/archive/atom-1.xml", "city/archive/atom-2.xml"} <= changed


@pytest.mark.parametrize(
    ("change", "moves"),
    [
        ("items = 2\narchive = 0\n", True),
        ('items = 3\narchive = 0\ncontent = "summary"\n', True),
        ("items = 3\narchive = 0\nttl = '30m'\n", False),
        ('items = 3\narchive = 0\nformats = ["rss", "atom"]\n', False),
    ],
)
def test_another_configuration(tmp_path: Path, change: str, moves: bool) -> None:
    site = make_site(
        tmp_path / "site", feeds="compress = false\nitems = 3\narchive = 0\n", plain=False
    )
    begin(site)
    before = every(site)
    configure(site, change)
    with site.press() as press:
        publish(press)
    after = every(site)
    assert bool(hold(before, after)) == moves


def test_a_format_that_is_added_later_says_what_the_others_say(tmp_path: Path) -> None:
    site = make_site(
        tmp_path / "site", feeds='items = 3\narchive = 3\nformats = ["rss"]\n', plain=False
    )
    with site.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)
        hide(press, "2", SECOND)
        hide(press, "8", SECOND)
        publish(press)
    configure(site, 'items = 3\narchive = 3\nformats = ["rss", "atom"]\n')
    with site.press() as press:
        publish(press)
    found = every(site)
    assert found["city/atom.xml"][0][:16] == SECOND
    assert found["city/archive/atom-1.xml"][0][:16] == SECOND


def test_a_section_that_moves_under_another(site: Site) -> None:
    """Its articles leave the one's archive and feeds, and come into the other's."""
    with site.press() as press:
        fill(press, *(dated(day, breadcrumb=BOOKS) for day in range(1, 8)), moment=FIRST)
        fill(press, dated(8, breadcrumb=THEATRE), dated(9), moment=FIRST)
        publish(press)
        before = every(site)
        fill(press, dated(10, breadcrumb=(("201", "Harbour News"), BOOKS[1])), moment=SECOND)
        publish(press)
        after = every(site)
        changed = hold(before, after)
        assert {
            "culture/atom.xml", "culture/archive/atom-1.xml", "books/archive/atom-1.xml",
            "harbour-news/atom.xml", "author/nell-harrow/atom.xml",
        } <= changed  # fmt: skip
        assert after["culture/archive/atom-1.xml"][1] == ()
        assert moved(site, "culture") == SECOND
        shown = [
            entry
            for path, (_, entries) in after.items()
            if path.startswith("harbour-news/")
            for entry in entries
        ]
        assert all(any(f"/{day}<" in entry for entry in shown) for day in (*range(1, 8), 9, 10))
        publish(press, rebuild=True)
        assert every(site) == after


def test_a_section_that_gets_another_name(site: Site) -> None:
    with site.press() as press:
        fill(press, *(dated(day, breadcrumb=BOOKS) for day in range(1, 8)), moment=FIRST)
        publish(press)
        before = every(site)
        renamed = (BOOKS[0], ("203001", "Letters"))
        fill(press, dated(7, breadcrumb=renamed), moment=SECOND)
        publish(press)
        after = every(site)
        assert {"atom.xml", "books/atom.xml", "author/nell-harrow/atom.xml"} <= hold(before, after)
        publish(press, rebuild=True)
        assert atom(site.feeds / "author/nell-harrow/atom.xml") == after[
            "author/nell-harrow/atom.xml"
        ]  # fmt: skip
        hold(after, every(site))


def test_a_store_of_before_dates_were_recorded(site: Site) -> None:
    """One that an older version has published from, and not up to its last withdrawal."""
    with site.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)
        hide(press, "8", SECOND)
        publish(press)
        before = every(site)
        # As the migration finds it: the last withdrawal showed nowhere.
        with press.store.write() as connection:
            connection.execute(
                text("UPDATE feed_states SET shown = NULL, updated = :at"),
                {"at": f"{THIRD.replace('T', ' ')}:00.500000"},
            )
            connection.execute(text("UPDATE archives SET shown = NULL, updated = NULL"))
        publish(press, rebuild=True)
        assert every(site) == before
        with press.store.write() as connection:
            connection.execute(text("DELETE FROM feed_states"))
        fill(press, dated(7, breadcrumb=BOOKS), moment=THIRD)
        publish(press)
    assert "city/atom.xml" in hold(before, every(site))


def test_a_dry_run_moves_nothing(site: Site) -> None:
    with site.press() as press:
        fill(press, *(dated(day) for day in range(1, 9)), moment=FIRST)
        publish(press)
        hide(press, "8", SECOND)
        before = every(site)
        publish(press, dry_run=True)
        assert every(site) == before
        publish(press)
    assert moved(site, "city") == SECOND


@pytest.mark.postgres
@pytest.mark.parametrize(
    "what", [test_archives_given_up_and_taken_up_again, test_a_section_that_moves_under_another]
)
def test_on_postgresql_too(postgres_url: str, tmp_path: Path, what) -> None:
    url = postgres_url.replace("+psycopg", "")
    what(make_site(tmp_path / "site", store=url, feeds=SMALL, plain=False))
