"""A single file that is lost is put back by the next process that publishes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

import pytest
from PIL import Image as Painted

from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from syndicate.model.article import Image
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

FIRST = "2026-01-26T01:00"


@contextmanager
def anew(site: Site) -> Iterator[Press]:
    """Another process: one that remembers nothing of an earlier publish."""
    with site.press() as press:
        yield press


def tree(site: Site) -> dict[str, bytes]:
    return {
        path.relative_to(site.feeds).as_posix(): path.read_bytes()
        for path in site.feeds.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """One with archives of three documents, with copies, and two pictures."""
    made = make_site(
        tmp_path / "site",
        feeds="by = []\nlatest = false\nmost_viewed = false\nitems = 3\narchive = 3\n",
        plain=False,
    )
    for number in (1, 2):
        Painted.new("RGB", (8, 8 + number)).save(made.articles / f"{number}.png")
    with made.press() as press:
        fill(
            press,
            *(
                page(
                    str(day),
                    published=at(f"2026-01-{day:02}T08:00"),
                    images=(Image(f"https://www.gazette.example/{day}.png", path=f"{day}.png"),)
                    if day < 3
                    else (),
                )
                for day in range(1, 11)
            ),
        )
        publish(press)
    return made


@pytest.mark.parametrize("what", ["atom-2.xml", "rss-2.xml.gz", "feed-1.json", "atom-3.xml"])
def test_a_file_of_an_archive(site: Site, what: str) -> None:
    before = tree(site)
    (site.feeds / "city/archive" / what).unlink()
    with anew(site) as press:
        report = publish(press)
        assert tree(site) == before
        assert report.archives.written == (not what.endswith(".gz"))
        assert report.looked_at == 0


def test_copies_are_not_missed_where_there_are_to_be_none(site: Site) -> None:
    site.file.write_text(site.file.read_text().replace("[feeds]\n", "[feeds]\ncompress = false\n"))
    for path in site.feeds.rglob("*.gz"):
        path.unlink()
    with anew(site) as press:
        publish(press)
    assert not list(site.feeds.rglob("*-*.gz"))


def test_documents_of_a_lost_future_are_swept(site: Site) -> None:
    """A store that was restored from a backup knows nothing of them, and none links them."""
    before = tree(site)
    archive = site.feeds / "city/archive"
    for name in ("atom-4.xml", "atom-4.xml.gz", "feed-17.json"):
        (archive / name).write_text("withdrawn since")
    (archive / "notes.txt").write_text("somebody's own")
    with anew(site) as press:
        publish(press)
    assert (archive / "notes.txt").exists()
    (archive / "notes.txt").unlink()
    assert tree(site) == before


def pictures(site: Site) -> list[Path]:
    return sorted((site.feeds / "media").iterdir())


def test_a_picture(site: Site) -> None:
    before = tree(site)
    pictures(site)[0].unlink()
    with anew(site) as press:
        report = publish(press)
    assert tree(site) == before
    assert report.media == 1
    assert report.looked_at == 0


def test_a_picture_that_its_source_has_lost_too_leaves_the_feeds_once(site: Site) -> None:
    name = pictures(site)[0].name
    pictures(site)[0].unlink()
    for number in (1, 2):
        (site.articles / f"{number}.png").unlink()
    with anew(site) as press:
        assert publish(press).looked_at > 0
    assert not any(name.encode() in data for data in tree(site).values())
    assert len(pictures(site)) == 1
    with anew(site) as press:
        assert publish(press).looked_at == 0


def test_archives_given_up_leave_no_folder(site: Site) -> None:
    (site.feeds / "city/archive/.atom-1.xml.0123456789ab.syndicate-tmp").write_text("half")
    site.file.write_text(site.file.read_text().replace("archive = 3", "archive = 0"))
    with anew(site) as press:
        publish(press)
    assert not list(site.feeds.rglob("archive"))


def test_a_folder_that_archives_left_long_ago_goes(site: Site) -> None:
    site.file.write_text(site.file.read_text().replace("archive = 3", "archive = 0"))
    with anew(site) as press:
        publish(press)
    (site.feeds / "city/archive").mkdir(exist_ok=True)
    (site.feeds / "harbour-news/archive").mkdir(exist_ok=True)
    (site.feeds / "harbour-news/archive/notes.txt").write_text("somebody's own")
    with anew(site) as press:
        publish(press)
    assert list(site.feeds.rglob("archive")) == [site.feeds / "harbour-news/archive"]


def test_a_feed_given_up_leaves_no_folder(site: Site) -> None:
    text = site.file.read_text()
    site.file.write_text(text.replace("by = []", 'by = ["author"]'))
    with anew(site) as press:
        publish(press)
    assert (site.feeds / "author/nell-harrow/rss.xml").exists()
    site.file.write_text(text)
    with anew(site) as press:
        publish(press)
    assert not (site.feeds / "author").exists()


def test_a_whole_folder_of_pictures(site: Site) -> None:
    before = tree(site)
    rmtree(site.feeds / "media")
    with anew(site) as press:
        publish(press)
    assert tree(site) == before
