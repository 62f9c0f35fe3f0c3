"""Confirming: looking changes nothing, one button begins it, and old links bring nobody back."""

from __future__ import annotations

import pytest

from syndicate.jobs.audience import confirm as confirming
from syndicate.jobs.audience import leaving, operator
from syndicate.jobs.audience.wishes import Choice
from syndicate.model.errors import TokenError
from tests.support.audience import (
    NELL,
    NOW,
    after,
    ask,
    bar,
    confirm,
    contents,
    happened,
    held,
    states,
    subscribe,
    token,
)
from tests.support.sites import Site


def test_looking_shows_what_it_is_for_and_changes_nothing(site: Site) -> None:
    with site.press() as press:
        ask(press, NELL, "weekly", "monthly")
        link, before = token(press, "confirm", "weekly", "monthly"), contents(press)
        shown = confirming.look(press, link)
        assert [each.newsletter for each in shown.subscriptions] == ["monthly", "weekly"]
        assert (shown.waits, shown.manage) == (True, "")
        assert contents(press) == before


def test_the_button_begins_what_was_asked_for(site: Site) -> None:
    with site.press() as press:
        ask(press, NELL, "weekly", "monthly")
        link = token(press, "confirm", "weekly")
    with after(site, hours=1) as press:
        done = confirming.confirm(press, link, client="192.0.2.1")
        assert states(press) == {"weekly": "active", "monthly": "pending"}
        (begun,) = done.subscriptions
        assert (begun.confirmed, begun.consent) == (press.clock(), "confirmed")
        assert held(press).subscriber.confirmed == press.clock()
        (*_, event) = happened(press, done.standing.subscriber.id)
        assert (event.kind, event.newsletter, event.actor) == ("confirmed", "weekly", "subscriber")
        assert len(event.details["client"]) == 64


def test_the_answer_brings_the_link_to_preferences(site: Site) -> None:
    with site.press() as press:
        ask(press)
        assert leaving.leave(press, confirm(press).manage, []) == held(press)


def test_confirming_twice_changes_nothing_more(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        before = contents(press)
        assert not confirm(press).waits
        assert contents(press) == before


def test_a_confirmation_expires(site: Site) -> None:
    with site.press() as press:
        ask(press)
        link = token(press, "confirm", "weekly")
    with after(site, days=7, seconds=1) as press:
        for use in (confirming.look, confirming.confirm):
            with pytest.raises(TokenError, match="expired"):
                use(press, link)
        assert states(press) == {"weekly": "pending"}


def test_an_old_link_brings_nobody_back(site: Site) -> None:
    with site.press() as press:
        ask(press)
        link = token(press, "confirm", "weekly")
        confirming.confirm(press, link)
        leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
        before = contents(press)
        confirming.confirm(press, link)
        assert contents(press) == before


@pytest.mark.parametrize("purpose", ["manage", "unsubscribe", "browser", "form"])
def test_no_other_link_confirms(plain: Site, purpose: str) -> None:
    with plain.press() as press:
        ask(press)
        with pytest.raises(TokenError):
            confirming.confirm(press, token(press, purpose, "weekly"))
        assert states(press) == {"weekly": "pending"}


def test_a_link_of_somebody_erased_is_no_link(site: Site) -> None:
    with site.press() as press:
        ask(press)
        link = token(press, "confirm", "weekly")
        operator.erase(press, NELL)
        with pytest.raises(TokenError, match="nothing is kept"):
            confirming.confirm(press, link)


@pytest.mark.parametrize("reason", ["unsubscribed", "erased"])
@pytest.mark.parametrize("newsletter", ["", "weekly"])
def test_ones_own_word_lifts_what_one_did_oneself(site: Site, reason: str, newsletter: str) -> None:
    with site.press() as press:
        bar(press, newsletter, reason)
        found = subscribe(press)
        assert found.suppressions == ()
        assert happened(press, found.subscriber.id)[1].details == {"reason": reason}


def test_it_lifts_nothing_of_another_newsletter(site: Site) -> None:
    with site.press() as press:
        bar(press, "monthly", "unsubscribed")
        assert [each.newsletter for each in subscribe(press).suppressions] == ["monthly"]


@pytest.mark.parametrize("reason", ["bounced", "complained", "operator"])
def test_it_lifts_nothing_that_others_said(site: Site, reason: str) -> None:
    with site.press() as press:
        ask(press)
        bar(press, "", reason)
        done = confirm(press)
        assert done.standing.barred("weekly").reason == reason
        assert [each.reason for each in held(press).suppressions] == [reason]


def test_the_latest_choice_before_confirming_is_what_begins(site: Site) -> None:
    with site.press() as press:
        ask(press)
        link = token(press, "confirm", "weekly")
        ask(press, choices=(Choice("weekly", cadence="daily"),))
        assert confirming.confirm(press, link).subscriptions[0].cadence == "daily"
        assert held(press).subscriptions[0].created == NOW
