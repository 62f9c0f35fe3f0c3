"""Preferences: what the link's bearer sees and changes, and nobody else."""

from __future__ import annotations

import pytest

from syndicate.jobs.audience import leaving, operator
from syndicate.jobs.audience.preferences import Changes, change, show
from syndicate.jobs.audience.problems import InvalidError
from syndicate.jobs.audience.wishes import Choice
from syndicate.model.errors import TokenError
from tests.support.articles import page
from tests.support.audience import (
    NELL,
    ask,
    bar,
    contents,
    happened,
    held,
    states,
    subscribe,
    token,
)
from tests.support.filling import fill
from tests.support.sites import Site


def test_showing_changes_nothing(site: Site) -> None:
    with site.press() as press:
        found, before = subscribe(press), contents(press)
        assert show(press, token(press)) == found
        assert contents(press) == before


def test_a_subscription_is_changed_and_the_history_says_how(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"), page("2", breadcrumb=(("203", "Culture"), ("203001", "Books"))))
        subscribe(press)
        wanted = Choice("weekly", ("203",), "daily", "zh", 7)
        (now_had,) = change(press, token(press), Changes((wanted,))).subscriptions
        assert (now_had.sections, now_had.cadence, now_had.language, now_had.hour) == (
            ("cms/203",),
            "daily",
            "zh",
            7,
        )
        (*_, event) = happened(press, now_had.subscriber_id)
        assert (event.kind, event.newsletter) == ("changed", "weekly")
        assert event.details["cadence"] == ["weekly", "daily"]
        assert event.details["sections"] == [None, ["cms/203"]]


def test_a_change_to_the_same_is_no_event(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        before = contents(press)
        change(press, token(press), Changes((Choice("weekly"),), "en", "Asia/Shanghai", ""))
        assert contents(press) == before


def test_language_zone_and_name_are_changed(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        person = change(
            press, token(press), Changes((), "zh", "Europe/Lisbon", "Nell Harrow")
        ).subscriber
        assert (person.language, person.timezone, person.name) == (
            "zh",
            "Europe/Lisbon",
            "Nell Harrow",
        )
        assert "Harrow" not in str(happened(press, person.id))
        assert change(press, token(press), Changes(name="")).subscriber.name == ""


def test_a_newsletter_added_here_begins_at_once(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        change(press, token(press), Changes((Choice("monthly"),)), client="192.0.2.1")
        assert states(press) == {"weekly": "active", "monthly": "active"}
        added = held(press).subscription("monthly")
        assert (added.consent, added.form, len(added.client)) == ("confirmed", "preferences", 64)


def test_a_newsletter_that_waited_for_confirmation_begins(site: Site) -> None:
    with site.press() as press:
        ask(press)
        change(press, token(press), Changes((Choice("weekly", cadence="daily"),)))
        assert states(press) == {"weekly": "active"}
        assert held(press).subscriptions[0].cadence == "daily"
        assert held(press).subscriber.confirmed == press.clock()


def test_coming_back_lifts_having_left(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        leaving.leave(press, token(press))
        change(press, token(press), Changes((Choice("weekly"),)))
        assert states(press) == {"weekly": "active"}
        assert held(press).suppressions == ()


def test_coming_back_lifts_nothing_that_others_said(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        bar(press, "", "complained")
        after = change(press, token(press), Changes((Choice("monthly"),)))
        assert after.barred("monthly").reason == "complained"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        (Changes((Choice("yearly"),)), "newsletters"),
        (Changes((Choice("weekly", hour=99),)), "weekly.hour"),
        (Changes(language="de"), "language"),
        (Changes(timezone="Nowhere"), "timezone"),
        (Changes(name="Nell\r\nBcc: all@saltmarrow.example"), "name"),
        (Changes(name="n" * 101), "name"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_changes(
    plain: Site, changes: Changes, field: str
) -> None:
    with plain.press() as press:
        subscribe(press)
        before = contents(press)
        with pytest.raises(InvalidError) as caught:
            change(press, token(press), changes)
        assert [problem.field for problem in caught.value.problems] == [field]
        assert contents(press) == before


@pytest.mark.parametrize("purpose", ["confirm", "unsubscribe", "browser", "form"])
def test_no_other_link_opens_preferences(plain: Site, purpose: str) -> None:
    with plain.press() as press:
        subscribe(press)
        with pytest.raises(TokenError):
            show(press, token(press, purpose, "weekly"))


def test_the_link_of_somebody_erased_opens_nothing(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        link = token(press)
        operator.erase(press, NELL)
        with pytest.raises(TokenError, match="sign up again"):
            show(press, link)
