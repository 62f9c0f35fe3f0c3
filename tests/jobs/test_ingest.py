"""Reading a source: what is read, what is left alone, what is refused, what is told."""

from __future__ import annotations

import dataclasses
import shutil
import time

import pytest

from syndicate.jobs.ingest import IngestReport, ingest
from syndicate.jobs.press import Press
from syndicate.model.article import Article
from syndicate.model.errors import SourceError
from syndicate.store import articles, views, visible
from tests.support.articles import at
from tests.support.sites import Site, make_site, page_text


def read(site: Site, *, now: str = "2026-01-26T01:00", **options) -> IngestReport:
    with site.press(now=now) as press:
        return ingest(press, "cms", **options)


def counts(report: IngestReport) -> dict[str, int]:
    names = ("new", "changed", "same", "unchanged", "removed")
    return {name: getattr(report, name) for name in names if getattr(report, name)}


def article(site: Site, key: str) -> Article:
    with site.press() as press, press.store.read() as connection:
        (found,) = articles.find(connection, key)
    return found


def shown(press: Press) -> int:
    with press.store.read() as connection:
        return visible.count(connection)


def settle(_site: Site) -> None:
    """Make the files look as if they had been written a while ago."""

    time.sleep(0.05)


def test_pages_come_in_whatever_they_are_called(site: Site) -> None:
    site.write("1")
    for name in ("no-ending", "page.html", "page.txt", "deep/er/page.xml", "page.dat"):
        path = site.articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page_text(str(abs(hash(name)) % 100000)))
    assert read(site).new == 6


def test_reading_again_reads_nothing(site: Site) -> None:
    site.write("1")
    settle(site)
    read(site)
    assert counts(read(site)) == {"unchanged": 1}


def test_a_moved_total_is_no_change(site: Site) -> None:
    site.write("1", views=10)
    read(site)
    site.write("1", views=25)
    report = read(site, now="2026-01-27T01:00")
    assert counts(report) == {"same": 1}
    assert report.views_moved == 1
    assert article(site, "1").views == 25


def test_a_changed_body_is_a_change(site: Site) -> None:
    site.write("1")
    read(site)
    site.write("1", body="<p>It did not sail after all.</p>")
    assert counts(read(site, now="2026-01-27T01:00")) == {"changed": 1}
    assert article(site, "1").content.updated == at("2026-01-27T01:00")


def test_readings_in_dated_folders_come_in_order_with_their_moments(site: Site) -> None:
    site.write("1", folder="2026-01-22T08", views=300, body="<p>Second telling.</p>")
    site.write("1", folder="2026-01-20T12", views=100, body="<p>First telling.</p>")
    report = read(site)
    assert report.readings == [at("2026-01-20T04:00"), at("2026-01-22T00:00")]
    found = article(site, "1")
    assert found.content.body == "<p>Second telling.</p>"
    assert found.arrived == at("2026-01-20T04:00")
    with site.press() as press, press.store.read() as connection:
        (history,) = views.histories(connection, 1, at("2026-01-01"), at("2026-02-01"))
    assert [snapshot.total for snapshot in history.inside] == [100, 300]


def test_an_unreadable_page_is_named_and_the_rest_goes_on(site: Site) -> None:
    site.write("1")
    (site.articles / "broken.aspx").write_text(page_text("2")[:400])
    report = read(site)
    assert counts(report) == {"new": 1}
    (problem,) = report.errors
    assert problem.file == "articles/broken.aspx"
    assert problem.cause
    assert problem.way_out


def test_an_unreadable_page_is_an_error_every_time(site: Site) -> None:
    (site.articles / "broken.aspx").write_text("nothing like a page")
    settle(site)
    read(site)
    assert len(read(site).errors) == 1


@pytest.mark.parametrize("damage", ["", "half", "no body"])
def test_an_emptied_or_half_written_page_never_overwrites_a_good_article(
    site: Site, damage: str
) -> None:
    path = site.write("1", body="<p>All of the story.</p>")
    read(site)
    text = page_text("1", body="<p>All of the story.</p>")
    path.write_text(
        {
            "": "",
            "half": text[: len(text) // 2],
            "no body": page_text("1", body="<p>&nbsp;</p>"),
        }[damage]
    )
    report = read(site, now="2026-01-27T01:00")
    assert len(report.errors) == 1
    assert article(site, "1").content.body == "<p>All of the story.</p>"


def test_a_page_that_has_gone_is_kept(site: Site) -> None:
    site.write("1")
    site.write("2").unlink()
    read(site)
    (site.articles / "1.aspx").unlink()
    read(site)
    with site.press() as press:
        assert shown(press) == 1


def removing(site: Site) -> Site:
    return make_site(site.root, source='missing = "remove"')


def test_where_asked_a_page_that_has_gone_takes_its_article_along(site: Site) -> None:
    site = removing(site)
    for key in range(1, 11):
        site.write(str(key))
    read(site)
    (site.articles / "4.aspx").unlink()
    assert read(site).removed == 1
    with site.press() as press:
        assert shown(press) == 9


def test_a_page_that_only_moved_is_not_gone(site: Site) -> None:
    site = removing(site)
    site.write("1")
    read(site)
    (site.articles / "deep").mkdir()
    (site.articles / "1.aspx").rename(site.articles / "deep" / "1.aspx")
    assert read(site).removed == 0


def test_losing_more_than_a_fifth_is_refused(site: Site) -> None:
    site = removing(site)
    for key in range(1, 11):
        site.write(str(key))
    read(site)
    for key in (1, 2, 3):
        (site.articles / f"{key}.aspx").unlink()
    with pytest.raises(SourceError, match=r"3 of its 10 articles.*--yes"):
        read(site)
    with site.press() as press:
        assert shown(press) == 10
    assert read(site, remove_many=True).removed == 3


def test_a_lost_mount_removes_nothing(site: Site) -> None:
    site = removing(site)
    site.write("1")
    read(site)
    shutil.rmtree(site.articles)
    with pytest.raises(SourceError, match=r"articles.*can't be listed"):
        read(site)


def test_an_article_comes_back_with_its_page(site: Site) -> None:
    site = removing(site)
    for key in range(1, 11):
        site.write(str(key))
    read(site)
    (site.articles / "4.aspx").unlink()
    read(site)
    site.write("4")
    read(site)
    with site.press() as press:
        assert shown(press) == 10


def test_a_dry_run_tells_and_keeps_nothing(site: Site) -> None:
    site.write("1", views=5)
    assert counts(read(site, dry_run=True)) == {"new": 1}
    with site.press() as press:
        assert shown(press) == 0
    assert counts(read(site)) == {"new": 1}


def test_a_dry_run_counts_an_article_of_several_readings_once(site: Site) -> None:
    site.write("1", folder="2026-01-20T12")
    site.write("1", folder="2026-01-22T12")
    assert counts(read(site, dry_run=True)) == {"new": 1, "same": 1}


def test_another_address_of_the_source_is_taken_without_an_update(site: Site) -> None:
    site.write("1")
    settle(site)
    read(site)
    before = article(site, "1")
    with site.press("sources.cms.url=https://moved.gazette.example/") as press:
        assert ingest(press, "cms").changed == 1
    after = article(site, "1")
    assert after.content.address == "https://moved.gazette.example/201001/1.aspx"
    assert after.content.updated == before.content.updated


def test_views_of_others_in_the_hot_list_are_kept_for_later(site: Site) -> None:
    site.write("1", hot=(("77", 400),))
    read(site)
    site.write("77")
    read(site)
    assert article(site, "77").views == 400


def test_many_files_are_read_by_several_processes(site: Site) -> None:
    for key in range(1, 301):
        site.write(str(key))
    (site.articles / "150.aspx").write_text("broken")
    report = read(site)
    assert (report.new, len(report.errors)) == (299, 1)
    assert report.errors[0].field


def test_an_interrupted_reading_goes_on_where_it_stopped(site: Site) -> None:

    for key in range(1, 301):
        site.write(str(key))
    settle(site)
    with site.press() as press:
        first = ingest(dataclasses.replace(press, stopping=lambda: True), "cms")
        second = ingest(press, "cms")
    assert 0 < first.new < 300
    assert first.new + second.new == 300
    assert second.unchanged == first.new
