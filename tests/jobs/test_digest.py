"""Editions from end to end: made once, previewed freely, edited, carried over."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import pytest

from syndicate.jobs import digest, edition
from syndicate.jobs.delivery.deliver import deliver
from syndicate.jobs.digest import DigestReport, Edits
from syndicate.model.errors import DigestError, UsageError
from syndicate.store import articles, editions
from tests.support.articles import at, hot, page
from tests.support.filling import fill
from tests.support.mailing import readers
from tests.support.sites import Site, make_site

MONDAY = "2026-01-26T01:00"
NEXT_MONDAY = "2026-02-02T01:00"


def headlines(shown: edition.Shown) -> list[str]:
    return [story.article.key for story in shown.variant.stories]


def viewed(shown: edition.Shown) -> list[tuple[str, int | None]]:
    return [(story.article.key, story.gained) for story in shown.variant.most_viewed]


def test_an_edition_holds_the_news_of_the_last_complete_week(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(
            press,
            page("before", published=at("2026-01-18T15:59")),
            page("first", published=at("2026-01-18T16:00")),
            page("last", published=at("2026-01-25T15:59")),
            page("after", published=at("2026-01-25T16:00")),
        )
        report = digest.make(press, "weekly")
        shown = edition.show(press, "weekly")
    assert (report.made, report.status, report.period.label) == (True, "open", "2026-W04")
    assert sorted(headlines(shown)) == ["first", "last"]


def test_making_it_twice_gives_the_same_edition(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(press, page("1"))
        first = digest.make(press, "weekly")
        files = {path: Path(path).read_bytes() for path in first.files}
        fill(press, page("2"), moment="2026-01-26T02:00")
        again = digest.make(press, "weekly")
        shown = edition.show(press, "weekly")
    assert (again.made, again.stories) == (False, 1)
    assert headlines(shown) == ["1"]
    assert {path: Path(path).read_bytes() for path in again.files} == files


def test_a_preview_consumes_nothing(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(press, page("1"))
        assert digest.preview(press, "weekly").status == "draft"
        with press.store.read() as connection:
            assert editions.listing(connection) == []


def test_the_preview_is_a_mail_a_page_and_a_text(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(press, page("1"))
        paths = [Path(path) for path in digest.preview(press, "weekly").files]
    assert {path.suffix for path in paths} == {".eml", ".html", ".txt"}
    mail = email.message_from_bytes(paths[0].read_bytes(), policy=email.policy.default)
    assert mail["Subject"] == "Ferry number 1 sails again"
    assert mail["From"] == "The Test Gazette <digest@gazette.example>"
    assert "Ferry number 1" in mail.get_body(("plain",)).get_content()
    assert "Ferry number 1" in mail.get_body(("html",)).get_content()


def test_an_empty_week_is_closed_and_not_tried_again(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(press, page("old", published=at("2026-01-10T08:00")))
        report = digest.make_due(press, "weekly")
        assert report is not None
        assert (report.status, report.files) == ("empty", ())
        assert digest.make_due(press, "weekly") is None


def test_nothing_is_due_before_the_schedules_hour(site: Site) -> None:
    with site.press(now="2026-01-25T23:59") as press:
        fill(press, page("1"))
        first = digest.make_due(press, "weekly")
        assert first is not None
        assert first.period.label == "2026-W03"
    with site.press(now="2026-01-26T00:00") as press:
        second = digest.make_due(press, "weekly")
    assert second is not None
    assert second.period.label == "2026-W04"


def test_a_late_article_is_carried_into_the_next_edition(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(press, page("1"))
        digest.make(press, "weekly")
    with site.press(now=NEXT_MONDAY) as press:
        fill(press, page("late"), page("too-old", published=at("2026-01-02")), moment="2026-01-27")
        fill(press, page("new", published=at("2026-01-28T08:00")), moment="2026-01-28")
        digest.make(press, "weekly")
        shown = edition.show(press, "weekly")
    kinds = {story.article.key: story.kind for story in shown.variant.stories}
    assert kinds == {"late": "late", "new": "new"}


def test_no_article_is_news_twice(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(press, *(page(str(n)) for n in range(1, 16)))
        assert digest.make(press, "weekly").stories == 10
    with site.press(now=NEXT_MONDAY) as press:
        assert digest.make(press, "weekly").status == "empty"


def test_skipped_weeks_come_in_one_edition(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(press, page("1"))
        digest.make_due(press, "weekly")
        fill(
            press,
            page("skipped", published=at("2026-01-28T08:00")),
            page("recent", published=at("2026-02-04T08:00")),
            moment="2026-02-05",
        )
    with site.press(now="2026-02-10T01:00") as press:
        digest.make_due(press, "weekly")
        shown = edition.show(press, "weekly")
        assert digest.make_due(press, "weekly") is None
    assert shown.variant.period.label == "2026-W06"
    assert sorted(headlines(shown)) == ["recent", "skipped"]


def test_the_most_viewed_are_ranked_by_views_gained(site: Site) -> None:
    old = {"published": at("2026-01-02T08:00")}
    with site.press(now=MONDAY) as press:
        fill(
            press,
            page("1", views=5000, **old),
            page("2", views=100, **old),
            page("3", **old),
            moment="2026-01-18T12:00",
        )
        fill(press, page("new", hot=(hot("1", 5010), hot("2", 700))), moment="2026-01-24T12:00")
        digest.make(press, "weekly")
        shown = edition.show(press, "weekly")
    assert viewed(shown) == [("2", 600), ("1", 10)]
    assert shown.variant.by_gain


def test_without_gains_the_totals_are_shown(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(
            press,
            page("new"),
            page("1", views=50, published=at("2026-01-02T08:00")),
            page("2", views=70, published=at("2026-01-02T08:00")),
            moment="2026-01-24T12:00",
        )
        shown = edition.show(press, "weekly")
    assert not shown.variant.by_gain
    assert [story.article.key for story in shown.variant.most_viewed] == ["2", "1"]


def test_a_hidden_article_leaves_an_edition_at_once(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(press, page("1"), page("2"))
        digest.make(press, "weekly")
        with press.store.write() as connection:
            articles.set_hidden(connection, [1], hidden=True, moment=press.clock())
        assert headlines(edition.show(press, "weekly")) == ["2"]


@pytest.fixture
def made(site: Site) -> Site:
    with site.press(now=MONDAY) as press:
        fill(press, *(page(str(n), published=at(f"2026-01-2{n}T08:00")) for n in range(1, 5)))
        digest.make(press, "weekly")
    return site


def edited(site: Site, **edits) -> tuple[DigestReport, digest.Shown]:
    with site.press(now=MONDAY) as press:
        report = digest.edit(press, "weekly", Edits(**edits))
        return report, edition.show(press, "weekly")


def test_an_editor_writes_subject_and_introduction(made: Site) -> None:
    report, shown = edited(made, subject="A quiet\nweek", introduction="Hello.")
    assert (report.subject, shown.variant.introduction) == ("A quiet week", "Hello.")
    assert edited(made, subject="")[0].subject == "Ferry number 4 sails again"


def test_an_editor_chooses_the_lead(made: Site) -> None:
    assert headlines(edited(made, lead="cms/2")[1])[0] == "2"
    assert headlines(edited(made, lead="")[1])[0] == "4"


def test_an_editor_leaves_a_story_out_and_puts_it_back(made: Site) -> None:
    assert "3" not in headlines(edited(made, leave_out=("3",))[1])
    assert "3" in headlines(edited(made, put_back=("3",))[1])


def test_a_rehearsed_edit_shows_what_would_come_of_it(made: Site) -> None:
    with made.press(now=MONDAY) as press:
        before = edition.show(press, "weekly")
        edits = Edits(subject="A quiet week", leave_out=("3",))
        report = digest.edit(press, "weekly", edits, dry_run=True)
        assert report.subject == "A quiet week"
        assert report.stories == len(before.variant.stories) - 1
        assert edition.show(press, "weekly") == before


def test_an_edit_says_what_of_it_comes_too_late(made: Site) -> None:
    with made.press(now=MONDAY) as press:
        readers(press, 2)
        assert digest.edit(press, "weekly", Edits(subject="A quiet week")).warnings == ()
        deliver(press, limit=1)
        (told,) = digest.edit(press, "weekly", Edits(subject="A week")).warnings
        assert told.startswith("some of its mails have gone out: subject and introduction count")
        deliver(press)
        (told,) = digest.edit(press, "weekly", Edits(lead="cms/2")).warnings
        assert told == "its mails have gone out: the edit counts for its page alone"
        assert digest.edit(press, "weekly", Edits(lead="cms/2")).warnings == ()


def test_the_lead_cannot_be_left_out(made: Site) -> None:
    with pytest.raises(DigestError, match="lead story would be left out"):
        edited(made, lead="2", leave_out=("2",))


def test_an_edition_must_be_made_before_it_is_edited(site: Site) -> None:
    with pytest.raises(DigestError, match="syndicate digest make weekly"):
        edited(site, subject="Too early")


def test_an_article_outside_the_pool_cannot_lead(made: Site) -> None:
    with made.press(now=MONDAY) as press:
        fill(press, page("9", published=at("2026-01-01")), moment="2026-01-26T02:00")
    with pytest.raises(DigestError, match="not in the pool"):
        edited(made, lead="9")


def test_an_unknown_newsletter_is_named_with_the_known_ones(site: Site) -> None:
    with site.press() as press, pytest.raises(UsageError, match="known are: weekly"):
        digest.make(press, "monthly")


def test_sections_limit_a_newsletter(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", newsletter='sections = ["culture"]')
    with site.press(now=MONDAY) as press:
        fill(press, page("1"), page("2", breadcrumb=(("203", "Culture"), ("203001", "Books"))))
        assert headlines(edition.show(press, "weekly")) == ["2"]


def test_an_unknown_section_is_named_with_the_known_ones(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", newsletter='sections = ["sport"]')
    with site.press(now=MONDAY) as press:
        fill(press, page("1"))
        with pytest.raises(DigestError, match="'sport'; known are: harbour-news, city"):
            digest.make(press, "weekly")


def test_a_newsletter_may_leave_sections_out(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", newsletter='exclude = ["harbour-news"]')
    with site.press(now=MONDAY) as press:
        fill(press, page("1"), page("2", breadcrumb=(("203", "Culture"), ("203001", "Books"))))
        assert headlines(edition.show(press, "weekly")) == ["2"]


def daily_site(root: Path) -> Site:
    return make_site(root, newsletter='also = ["daily 08:00"]\n')


def test_each_cadence_tells_the_same_news_once(tmp_path: Path) -> None:
    with daily_site(tmp_path).press(now=MONDAY) as press:
        fill(
            press,
            page("midweek", published=at("2026-01-21T02:00")),
            page("sunday", published=at("2026-01-25T02:00")),
        )
        weekly = digest.make(press, "weekly")
        daily = digest.make(press, "weekly", cadence="daily")
        shown = edition.show(press, "weekly", cadence="daily")
    assert (weekly.period.label, weekly.stories) == ("2026-W04", 2)
    assert (daily.period.label, daily.stories) == ("2026-01-25", 1)
    assert headlines(shown) == ["sunday"]


def test_what_is_due_of_a_cadence_is_made_once(tmp_path: Path) -> None:
    with daily_site(tmp_path).press(now=MONDAY) as press:
        fill(press, page("sunday", published=at("2026-01-25T02:00")))
        first = digest.make_due(press, "weekly", "daily")
        again = digest.make_due(press, "weekly", "daily")
    assert first is not None
    assert first.made
    assert again is None


def test_a_cadence_that_is_not_offered_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with (
        daily_site(tmp_path).press(now=MONDAY) as press,
        pytest.raises(UsageError, match="no monthly editions; it offers: weekly, daily"),
    ):
        digest.make(press, "weekly", cadence="monthly")
