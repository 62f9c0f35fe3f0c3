"""Publishing: what is written, what is left alone, and what survives."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree, html
from PIL import Image as Picture

from syndicate.jobs.publish import publish
from syndicate.model.article import Image
from syndicate.model.errors import LeaseHeldError
from syndicate.store import articles, documents, leases
from syndicate.store.leases import Holder
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

CULTURE = (("203", "Culture"), ("203001", "Books"))


FORMATS = ("rss.xml", "atom.xml", "feed.json")


def files(folder: Path) -> dict[str, bytes]:
    """The feeds in the output folder, without the pages around them."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.name in FORMATS
    }


def titles(path: Path) -> list[str]:
    return [entry.title for entry in feedparser.parse(path.read_bytes()).entries]


def written(report) -> set[str]:
    found = {file.path for file in report.files if file.change == "written"}
    return {path for path in found if Path(path).name in FORMATS}


def test_every_section_and_the_site_get_every_format(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"))
        publish(press)
    assert set(files(site.feeds)) == {
        f"{folder}{name}"
        for folder in ("", "harbour-news/", "city/")
        for name in ("rss.xml", "atom.xml", "feed.json")
    }


def test_a_parent_section_holds_what_lies_below_it_newest_first(site: Site) -> None:
    region = (("201", "Harbour News"), ("201002", "Region"))
    with site.press() as press:
        fill(
            press,
            page("1", published=at("2026-01-18T08:00")),
            page("2", published=at("2026-01-19T08:00"), breadcrumb=region),
            page("3", published=at("2026-01-20T08:00"), breadcrumb=CULTURE),
            page("4", published=at("2026-01-17T08:00"), breadcrumb=region[:1]),
        )
        publish(press)
    assert titles(site.feeds / "harbour-news/atom.xml") == [
        "Ferry number 2 sails again",
        "Ferry number 1 sails again",
        "Ferry number 4 sails again",
    ]
    assert len(titles(site.feeds / "rss.xml")) == 4


def test_articles_of_one_moment_come_in_the_order_of_the_store(site: Site) -> None:
    with site.press() as press:
        fill(press, *(page(str(number)) for number in (11, 12, 13)))
        publish(press)
    for name in ("atom.xml", "city/rss.xml"):
        assert [title.split()[2] for title in titles(site.feeds / name)] == ["13", "12", "11"]


def test_a_feed_holds_only_as_many_as_it_may(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", feeds="items = 2\narchive = 0\n")
    with site.press() as press:
        fill(press, *(page(str(n), published=at(f"2026-01-{n:02}T08:00")) for n in range(1, 6)))
        publish(press)
    for name in ("atom.xml", "city/rss.xml"):
        assert [title.split()[2] for title in titles(site.feeds / name)] == ["5", "4"]


def test_a_second_publish_writes_nothing(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"))
        publish(press)
        before = {path: path.stat().st_mtime_ns for path in site.feeds.rglob("*")}
        report = publish(press)
    assert (report.written, report.looked_at) == (0, 0)
    assert {path: path.stat().st_mtime_ns for path in site.feeds.rglob("*")} == before


def test_the_same_store_gives_the_same_bytes_at_any_time(tmp_path: Path) -> None:
    found = []
    for number, now in enumerate(("2026-01-26T01:00", "2026-01-26T12:00")):
        site = make_site(tmp_path / str(number))
        with site.press(now=now) as press:
            fill(press, page("1"), page("2", breadcrumb=CULTURE))
            publish(press)
        found.append(files(site.feeds))
    assert found[0] == found[1]


def test_only_feeds_of_touched_sections_are_looked_at(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"), page("2", breadcrumb=CULTURE))
        publish(press)
        fill(press, page("3"), moment="2026-01-21T12:00")
        report = publish(press)
    assert {Path(path).parent.name for path in written(report)} == {"", "harbour-news", "city"}
    # Three formats and a page of each.
    assert report.looked_at == 12


def test_views_alone_move_no_feed(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1", views=1))
        publish(press)
        fill(press, page("1", views=900), moment="2026-01-21T12:00")
        assert publish(press).looked_at == 0


def test_a_hidden_article_leaves_and_the_feed_says_when(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"), page("2"))
        publish(press)
        with press.store.write() as connection:
            articles.set_hidden(connection, [1], hidden=True, moment=at("2026-01-22T06:00"))
        publish(press)
    feed = feedparser.parse((site.feeds / "city/atom.xml").read_bytes())
    assert [entry.title for entry in feed.entries] == ["Ferry number 2 sails again"]
    assert feed.feed.updated == "2026-01-22T06:00:00+00:00"


def test_a_lost_or_damaged_file_is_written_again(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"))
        publish(press)
        before = files(site.feeds)
        (site.feeds / "city/rss.xml").unlink()
        (site.feeds / "atom.xml").write_text("cut off")
        assert written(publish(press)) == {"city/rss.xml", "atom.xml"}
    assert files(site.feeds) == before


def test_copies_that_a_killed_publisher_of_lost_files_left_out_are_made(site: Site) -> None:
    """It had put the files back as they were: by the record of them nothing is amiss."""
    with site.press("feeds.compress=true") as press:
        fill(press, page("1"))
        publish(press)
    lost = [*site.feeds.glob("*/*.gz"), *site.feeds.glob("*/*.br"), site.feeds / "rss.xml.zst"]
    assert len(lost) == 17
    for each in lost:
        each.unlink()
    with site.press("feeds.compress=true") as press:
        report = publish(press)
    assert report.written == 0
    assert [each for each in lost if not each.exists()] == []


@pytest.mark.parametrize("archive", [0, 1])
def test_pictures_lost_with_their_folder_are_brought_again(tmp_path: Path, archive: int) -> None:
    site = make_site(tmp_path / "site", feeds=f"items = 1\narchive = {archive}\n")
    shown = []
    for number in (1, 2):
        Picture.new("RGB", (8, 8 + number)).save(site.articles / f"{number}.png")
        address = f"https://www.gazette.example/{number}.png"
        shown.append((Image(address, path=f"{number}.png"),))
    with site.press() as press:
        fill(press, page("1", images=shown[0]), moment="2026-01-20T12:00")
        publish(press)
        fill(press, page("2", images=shown[1]), moment="2026-01-21T12:00")
        publish(press)
    rmtree(site.feeds / "media")
    with site.press() as press:
        report = publish(press)
        # The first is shown in the archive alone, or only where a reader has kept it.
        assert (report.written, report.media) == (0, 2)
        assert publish(press).looked_at == 0


def test_pictures_that_their_source_has_lost_too_are_looked_for_once(site: Site) -> None:
    Picture.new("RGB", (8, 9)).save(site.articles / "1.png")
    shown = (Image("https://www.gazette.example/1.png", path="1.png"),)
    with site.press() as press:
        fill(press, page("1", images=shown))
        publish(press)
        rmtree(site.feeds / "media")
        (site.articles / "1.png").unlink()
        assert "not published" in publish(press).warnings[0]
        assert publish(press).looked_at == 0


def test_a_format_given_up_is_taken_away(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"))
        publish(press)
    with site.press("feeds.formats=rss") as press:
        publish(press)
    assert {Path(path).name for path in files(site.feeds)} == {"rss.xml"}


def test_a_dry_run_says_the_same_and_writes_nothing(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"))
        planned = publish(press, dry_run=True)
        assert not site.feeds.exists()
        assert planned.files == publish(press).files


def test_a_renamed_section_keeps_its_address(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"))
        publish(press)
        renamed = (("201", "Harbour News"), ("201001", "Town"))
        fill(press, page("1", breadcrumb=renamed), moment="2026-01-21T12:00")
        publish(press)
    feed = feedparser.parse((site.feeds / "city/rss.xml").read_bytes())
    assert feed.feed.title == "The Test Gazette: Town"


def test_ids_outlive_a_move_of_the_site(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"))
        publish(press)
    before = feedparser.parse((site.feeds / "atom.xml").read_bytes())
    with site.press("site.url=https://moved.gazette.example/") as press:
        publish(press)
    after = feedparser.parse((site.feeds / "atom.xml").read_bytes())
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    assert after.feed.id == before.feed.id
    assert after.feed.links != before.feed.links


def test_no_id_and_no_feed_is_of_the_future(tmp_path: Path) -> None:
    """In Shanghai it is the 27th already; a tag may not have a future date (RFC 4151, 2.1)."""
    site = make_site(tmp_path / "site", plain=False)
    with site.press(now="2026-01-26T18:30") as press:
        fill(press, page("1"))
        publish(press)
    feed = feedparser.parse((site.feeds / "city/atom.xml").read_bytes())
    assert feed.entries[0].id == "tag:news.gazette.example,2026-01-26:cms/1"
    empty = feedparser.parse((site.feeds / "most-viewed/atom.xml").read_bytes())
    assert (empty.entries, empty.feed.updated) == ([], "2026-01-26T00:00:00+00:00")


def test_last_modified_stays_while_the_bytes_do(site: Site) -> None:
    with site.press(now="2026-01-26T01:00") as press:
        fill(press, page("1"))
        publish(press)
    with site.press(now="2026-01-27T01:00") as press:
        fill(press, page("2", breadcrumb=CULTURE), moment="2026-01-21T12:00")
        publish(press)
        with press.store.read() as connection:
            changed = {p.path: p.changed for p in documents.published(connection).values()}
    assert changed["city/rss.xml"] == at("2026-01-26T01:00")
    assert changed["rss.xml"] == at("2026-01-27T01:00")


def test_a_section_the_configuration_hides_is_nowhere(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", more='[[sections]]\nkey = "203"\nhidden = true\n')
    with site.press() as press:
        fill(press, page("1"), page("2", breadcrumb=CULTURE))
        publish(press)
    assert not (site.feeds / "culture").exists()
    assert not (site.feeds / "books").exists()
    assert titles(site.feeds / "rss.xml") == ["Ferry number 1 sails again"]


def test_a_second_publisher_is_told_to_wait(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"))
        other = Holder("other", "elsewhere", 1, "")
        with press.store.write() as connection:
            leases.take(connection, "publish", other, now=press.clock(), is_alive=lambda _: True)
        with pytest.raises(LeaseHeldError, match="process 1 on elsewhere"):
            publish(press)
    assert not site.feeds.exists()


def test_a_folder_that_refuses_one_feed_leaves_the_others_their_turn(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"), page("2", breadcrumb=CULTURE))
        site.feeds.mkdir()
        (site.feeds / "city").write_text("a file where a folder should be")
        report = publish(press)
        assert len(report.errors) == 1
        assert "city" in report.errors[0]
        assert (site.feeds / "books/rss.xml").exists()
        (site.feeds / "city").unlink()
        assert not publish(press).errors
    assert (site.feeds / "city/rss.xml").exists()


def test_a_feed_that_could_not_be_written_is_due_again(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1", headline="Ferry one sails"))
        publish(press)
        place = site.feeds / "city" / "rss.xml"
        before = place.read_bytes()
        fill(press, page("1", headline="Ferry two sails"), moment="2026-01-27T01:00")
        place.unlink()
        place.mkdir()
        assert publish(press).errors != ()
        place.rmdir()
        place.write_bytes(before)  # as long as the new one
        publish(press)
    assert b"Ferry two sails" in place.read_bytes()


def test_the_list_of_feeds_names_the_page_of_each(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", plain=False)
    with site.press() as press:
        fill(press, page("1", tags=("tide",)))
        publish(press)
    outlines = etree.parse(site.feeds / "feeds.opml").getroot().iter("outline")
    pages = {each.get("text"): each.get("htmlUrl") for each in outlines if each.get("xmlUrl")}
    feeds = "https://news.gazette.example/feeds"
    assert pages == {
        "All articles": "https://news.gazette.example/",
        "Harbour News": "https://www.gazette.example/201/default.aspx",
        "City": "https://www.gazette.example/201001/default.aspx",
        "Latest from all sections": f"{feeds}/latest/",
        "Most viewed in seven days": f"{feeds}/most-viewed/",
        "Tidewire": f"{feeds}/source/tidewire/",
        "Nell Harrow": f"{feeds}/author/nell-harrow/",
        "tide": f"{feeds}/tag/tide/",
        "English": f"{feeds}/language/en/",
    }


def test_whatever_a_page_links_to_in_its_folder_is_there(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", plain=False)
    with site.press() as press:
        fill(press, page("1", tags=("tide",)))
        publish(press)
    directory = site.feeds / "index.html"
    pages = set(site.feeds.rglob("*.html")) - {directory}
    assert len(pages) == 9
    for each in (directory, *pages):
        addresses = html.fromstring(each.read_bytes()).xpath("//@href | //@src")
        found = {
            (each.parent / address).resolve()
            for address in addresses
            if not urlsplit(address).scheme and not address.startswith("#")
        }
        assert {path for path in found if not path.is_file()} == set(), each
        assert each == directory or directory in found
