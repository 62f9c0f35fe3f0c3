"""Archives (RFC 5005): stable, complete, and rewritten for three reasons only."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import feedparser
from lxml import etree

from syndicate.jobs.press import Press
from syndicate.jobs.publish import PublishReport, publish
from syndicate.store import articles, facts
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = "https://news.gazette.example/feeds/"


def small(tmp_path: Path, more: str = "") -> Site:
    """A site whose archive documents hold three entries."""
    return make_site(tmp_path / "site", feeds=f"archive = 3\nitems = 4\n{more}")


def put(press: Press, *numbers: int, **changes) -> PublishReport:
    first = min(numbers)
    fill(
        press,
        *(page(str(n), published=at(f"2026-01-{n:02}T08:00"), **changes) for n in numbers),
        moment=f"2026-02-{first:02}T08:00",
    )
    return publish(press)


def keys(path: Path) -> list[str]:
    return [entry.id.rpartition("/")[2] for entry in feedparser.parse(path.read_bytes()).entries]


def links(path: Path) -> dict[str, str]:
    root = etree.parse(path).getroot()
    found = {link.get("rel"): link.get("href") for link in root.iter(f"{ATOM}link")}
    wanted = ("self", "current", "prev-archive", "next-archive")
    return {rel: str(found[rel]).removeprefix(FEEDS) for rel in wanted if rel in found}


def walked(site: Site, name: str = "atom") -> list[str]:
    """Every article of the section, as an aggregator finds them by following the links."""
    found: list[str] = []
    path: str | None = f"city/{name}.xml"
    while path:
        found += [key for key in keys(site.feeds / path) if key not in found]
        path = links(site.feeds / path).get("prev-archive")
    return found


def test_a_section_can_be_read_from_its_first_article(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, *range(1, 12))
    for name in ("atom", "rss"):
        assert sorted(map(int, walked(site, name))) == list(range(1, 12))


def test_documents_link_each_other(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, *range(1, 12))
    archive = site.feeds / "city/archive"
    assert links(site.feeds / "city/atom.xml") == {
        "self": "city/atom.xml",
        "prev-archive": "city/archive/atom-3.xml",
    }
    assert links(archive / "atom-2.xml") == {
        "self": "city/archive/atom-2.xml",
        "current": "city/atom.xml",
        "prev-archive": "city/archive/atom-1.xml",
        "next-archive": "city/archive/atom-3.xml",
    }
    assert "prev-archive" not in links(archive / "atom-1.xml")
    assert "next-archive" not in links(archive / "atom-3.xml")
    marked = etree.parse(archive / "rss-2.xml").find(
        "channel/{http://purl.org/syndication/history/1.0}archive"
    )
    assert marked is not None


def test_json_pages_go_on_by_next_url(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, *range(1, 12))
    found, path = set(), "city/feed.json"
    while path:
        feed = json.loads((site.feeds / path).read_bytes())
        assert feed["feed_url"] == FEEDS + path
        found |= {item["id"].rpartition("/")[2] for item in feed["items"]}
        path = feed.get("next_url", "").removeprefix(FEEDS)
    assert found == {str(n) for n in range(1, 12)}


def test_nothing_falls_between_the_archives_and_the_feed(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, *range(10, 20))
        # Late, and far older than anything the feed would hold.
        put(press, 1)
    assert "1" in keys(site.feeds / "city/atom.xml")
    assert len(walked(site)) == 11


def test_a_filled_document_is_rewritten_only_for_the_next_one(tmp_path: Path) -> None:
    site = small(tmp_path)
    archive = site.feeds / "city/archive"
    with site.press() as press:
        put(press, *range(1, 8))
        before = {path.name: path.read_bytes() for path in archive.glob("*")}
        assert put(press, 8).archives.written == 0
        report = put(press, 9)
    changed = {name for name, data in before.items() if (archive / name).read_bytes() != data}
    assert changed == {"atom-2.xml", "rss-2.xml"}
    # The third document in both sections and three formats, and the link to it.
    assert report.archives.written == 2 * (3 + 2)


def test_a_correction_reaches_the_document_that_holds_the_article(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, *range(1, 10))
        fill(
            press,
            page("2", published=at("2026-01-02T08:00"), headline="Corrected"),
            moment="2026-02-20T08:00",
        )
        publish(press)
    first = feedparser.parse((site.feeds / "city/archive/atom-1.xml").read_bytes())
    assert [entry.title for entry in first.entries][1] == "Corrected"
    assert keys(site.feeds / "city/archive/atom-1.xml") == ["3", "2", "1"]


def test_a_withdrawn_article_leaves_its_document_and_moves_no_other(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, *range(1, 10))
        second = (site.feeds / "city/archive/atom-2.xml").read_bytes()
        with press.store.write() as connection:
            (wanted,) = articles.find(connection, "2")
            articles.set_hidden(connection, [wanted.id], hidden=True, moment=at("2026-02-20"))
        publish(press)
    assert keys(site.feeds / "city/archive/atom-1.xml") == ["3", "1"]
    assert (site.feeds / "city/archive/atom-2.xml").read_bytes() == second


def test_a_moved_article_is_read_where_it_went(tmp_path: Path) -> None:
    site = small(tmp_path)
    books = (("203", "Culture"), ("203001", "Books"))
    with site.press() as press:
        put(press, *range(1, 5))
        put(press, 2, breadcrumb=books)
    assert walked(site) == ["4", "3", "1"]
    assert keys(site.feeds / "books/atom.xml") == ["2"]


def test_another_title_rewrites_no_archive(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, *range(1, 8))
    with site.press("site.title=Renamed") as press:
        assert publish(press).archives.written == 0
        assert publish(press, rebuild=True).archives.written > 0


def test_the_size_of_documents_stays_what_it_was_first(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, *range(1, 8))
    with site.press("feeds.archive=2") as press:
        assert put(press, 8).archives.written == 0
    assert keys(site.feeds / "city/archive/atom-1.xml") == ["3", "2", "1"]


def test_archives_stand_beside_compressed_copies_of_themselves(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press("feeds.compress=true") as press:
        put(press, *range(1, 8))
    for path in (site.feeds / "city/archive").glob("*.[xj]*[ln]"):
        packed = path.with_name(f"{path.name}.gz")
        assert gzip.decompress(packed.read_bytes()) == path.read_bytes()


def test_a_document_holds_no_more_than_a_feed(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", feeds="items = 2\n")
    with site.press() as press:
        put(press, *range(1, 6))
    assert keys(site.feeds / "city/atom.xml") == ["5", "4"]
    assert keys(site.feeds / "city/archive/atom-2.xml") == ["4", "3"]


def test_a_section_hidden_later_leaves_its_parents_archive_and_its_own_goes(
    tmp_path: Path,
) -> None:
    region = (("201", "Harbour News"), ("201002", "Region"))
    site = small(tmp_path)
    with site.press() as press:
        put(press, 1, 2, 3)
        put(press, 4, 5, 6, breadcrumb=region)
    make_site(
        site.root,
        feeds="archive = 3\nitems = 4\n",
        more='[[sections]]\nkey = "201001"\nhidden = true\n',
    )
    with site.press() as press:
        publish(press)
    assert not (site.feeds / "city").exists() or not list((site.feeds / "city").rglob("*.*"))
    assert keys(site.feeds / "harbour-news/archive/atom-1.xml") == []
    assert keys(site.feeds / "harbour-news/archive/atom-2.xml") == ["6", "5", "4"]
    assert keys(site.feeds / "harbour-news/atom.xml") == ["6", "5", "4"]


def test_archives_given_up_leave_no_file(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, *range(1, 8))
    with site.press("feeds.formats=rss") as press:
        publish(press)
    assert {path.name for path in (site.feeds / "city/archive").iterdir()} == {
        "rss-1.xml",
        "rss-2.xml",
    }
    with site.press("feeds.archive=0") as press:
        publish(press)
    assert list(site.feeds.glob("*/archive/*")) == []


def test_an_archive_holds_what_its_feed_holds(tmp_path: Path) -> None:
    choice = '[[channels]]\nfeed = "city"\ncontent = "summary"\n'
    site = make_site(tmp_path / "site", feeds="archive = 3\nitems = 4\n", more=choice)
    with site.press() as press:
        put(press, 1, 2, 3, body="<p>All of it.</p>", summary="Some of it.")
    said = (site.feeds / "city/archive/atom-1.xml").read_text()
    assert "Some of it." in said
    assert "All of it." not in said


def test_without_archives_none_are_linked(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", feeds="archive = 0\n")
    with site.press() as press:
        put(press, *range(1, 8))
    assert links(site.feeds / "city/atom.xml") == {"self": "city/atom.xml"}
    assert not (site.feeds / "city/archive").exists()


def test_tombstones_name_what_has_left(tmp_path: Path) -> None:
    site = small(tmp_path, "tombstones = true\n")
    with site.press() as press:
        put(press, 1, 2)
        with press.store.write() as connection:
            (wanted,) = articles.find(connection, "2")
            articles.set_hidden(connection, [wanted.id], hidden=True, moment=at("2026-02-20"))
        publish(press)
    root = etree.parse(site.feeds / "city/atom.xml").getroot()
    (gone,) = root.iter("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert str(gone.get("ref")).endswith(":cms/2")
    assert gone.get("when") == "2026-02-20T00:00:00+00:00"


def test_archives_from_before_compression_get_their_copies_once_it_is_on(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, *range(1, 9))
    with site.press("feeds.compress=true") as press:
        publish(press)
    document = site.feeds / "city/archive/atom-1.xml"
    assert gzip.decompress(document.with_name("atom-1.xml.gz").read_bytes()) == (
        document.read_bytes()
    )


def test_what_a_killed_publish_left_of_an_archive_is_finished_and_swept(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press("feeds.compress=true") as press:
        put(press, *range(1, 9))
        # As a kill between the documents and their copies leaves it.
        copy = site.feeds / "city/archive/atom-1.xml.gz"
        copy.unlink()
        half = copy.with_name(".rss-1.xml.0123456789ab.syndicate-tmp")
        half.write_bytes(b"<rss>")
        with press.store.write() as connection:
            facts.write(connection, "archives-whole", "no")
        publish(press)
    assert copy.exists()
    assert not half.exists()


def test_another_size_changes_no_document_and_is_told(tmp_path: Path) -> None:
    site = small(tmp_path)
    archive = site.feeds / "city/archive"
    with site.press() as press:
        assert put(press, *range(1, 12)).warnings == ()
    before = {path.name: path.read_bytes() for path in archive.glob("*")}
    with site.press("feeds.archive=2") as press:
        report = publish(press)
        assert "begun with 3 entries a document" in report.warnings[0]
        assert {path.name: path.read_bytes() for path in archive.glob("*")} == before
        assert publish(press, dry_run=True).warnings == report.warnings


def test_an_archive_taken_away_can_begin_anew_with_another_size(tmp_path: Path) -> None:
    site = small(tmp_path)
    archive = site.feeds / "city/archive"
    with site.press() as press:
        put(press, *range(1, 12))
    with site.press("feeds.archive=0") as press:
        assert publish(press).warnings == ()
        assert not list(archive.glob("*.xml"))
        assert "prev-archive" not in links(site.feeds / "city/atom.xml")
    with site.press("feeds.archive=4") as press:
        assert publish(press).warnings == ()
    assert len(keys(archive / "atom-1.xml")) == 4
    assert sorted(map(int, walked(site))) == list(range(1, 12))


def test_a_size_counts_until_the_first_document_is_full(tmp_path: Path) -> None:
    site = small(tmp_path)
    with site.press() as press:
        put(press, 1, 2)
    with site.press("feeds.archive=2") as press:
        assert publish(press).warnings == ()
    assert len(keys(site.feeds / "city/archive/atom-1.xml")) == 2


def test_archives_that_are_lost_with_their_folder_are_written_again(tmp_path: Path) -> None:
    site = small(tmp_path)

    def tree() -> dict[str, bytes]:
        return {
            path.relative_to(site.feeds).as_posix(): path.read_bytes()
            for path in site.feeds.rglob("*")
            if path.is_file()
        }

    with site.press() as press:
        put(press, *range(1, 12))
        before = tree()
        shutil.rmtree(site.feeds / "city/archive")
        assert publish(press).archives.written == 9
        assert tree() == before
        shutil.rmtree(site.feeds)
        publish(press)
        assert tree() == before
        assert publish(press).archives.written == 0
