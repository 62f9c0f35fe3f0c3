"""Leaving: at once, for good, and as often as one likes."""

from __future__ import annotations

import pytest

from syndicate.jobs.audience import leaving, operator
from syndicate.model.errors import TokenError
from syndicate.store import suppressions
from tests.support.audience import (
    NELL,
    after,
    ask,
    contents,
    fingerprint,
    happened,
    held,
    queued,
    states,
    subscribe,
    token,
)
from tests.support.sites import Site


def test_looking_changes_nothing(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        link, before = token(press, "unsubscribe", "weekly"), contents(press)
        shown = leaving.look(press, link)
        assert (shown.newsletter, shown.subscribed) == ("weekly", True)
        assert contents(press) == before


def test_the_link_ends_its_newsletter_and_no_other(site: Site) -> None:
    with site.press() as press:
        subscribe(press, NELL, "weekly", "monthly")
        left = leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"), how="one-click")
        assert (left.newsletter, left.subscribed) == ("weekly", False)
        assert states(press) == {"weekly": "ended", "monthly": "active"}
        ended = held(press).subscription("weekly")
        assert (ended.ended, ended.reason) == (press.clock(), "one-click")
        (*_, event) = happened(press, ended.subscriber_id)
        assert (event.kind, event.newsletter, event.details) == (
            "left",
            "weekly",
            {"how": "one-click"},
        )


def test_who_has_left_is_barred_from_that_newsletter(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
        hashed = fingerprint(press)
        with press.store.read() as connection:
            assert suppressions.against(connection, hashed, "weekly").reason == "unsubscribed"
            assert suppressions.against(connection, hashed, "monthly") is None


def test_leaving_again_changes_nothing(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        link = token(press, "unsubscribe", "weekly")
        leaving.unsubscribe(press, link)
        before = contents(press)
        assert not leaving.unsubscribe(press, link).subscribed
        assert contents(press) == before


def test_the_link_never_expires(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        link = token(press, "unsubscribe", "weekly")
    with after(site, days=3650) as press:
        leaving.unsubscribe(press, link)
        assert states(press) == {"weekly": "ended"}


def test_somebody_erased_may_still_leave(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        link = token(press, "unsubscribe", "weekly")
        operator.erase(press, NELL)
        before = contents(press)
        assert leaving.unsubscribe(press, link) == leaving.Leave("weekly", subscribed=False)
        assert leaving.look(press, link) == leaving.Leave("weekly", subscribed=False)
        assert contents(press) == before


def test_a_newsletter_that_was_never_had_is_barred_all_the_same(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        leaving.unsubscribe(press, token(press, "unsubscribe", "monthly"))
        assert [each.newsletter for each in held(press).suppressions] == ["monthly"]


def test_the_answer_tells_the_language_and_nothing_else_of_the_person(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        left = leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
        assert left == leaving.Leave("weekly", subscribed=False, language="en")


@pytest.mark.parametrize("purpose", ["confirm", "manage", "browser", "form"])
def test_no_other_link_unsubscribes(plain: Site, purpose: str) -> None:
    with plain.press() as press:
        subscribe(press)
        with pytest.raises(TokenError):
            leaving.unsubscribe(press, token(press, purpose, "weekly"))
        assert states(press) == {"weekly": "active"}


def test_the_preferences_end_what_they_name(site: Site) -> None:
    with site.press() as press:
        subscribe(press, NELL, "weekly", "monthly")
        leaving.leave(press, token(press), ["monthly"])
        assert states(press) == {"weekly": "active", "monthly": "ended"}


def test_leaving_all_also_bars_what_somebody_else_might_begin(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        ask(press, NELL, "monthly")
        leaving.leave(press, token(press))
        assert states(press) == {"weekly": "ended", "monthly": "ended"}
        assert "" in {each.newsletter for each in held(press).suppressions}
        assert {letter.state for letter in queued(press)} == {"expired"}


def test_leaving_all_twice_changes_nothing(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        leaving.leave(press, token(press))
        before = contents(press)
        leaving.leave(press, token(press))
        assert contents(press) == before


def test_a_complaint_is_not_weakened_by_leaving(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        operator.suppress(press, NELL, newsletter="weekly")
        leaving.unsubscribe(press, token(press, "unsubscribe", "weekly"))
        assert [each.reason for each in held(press).suppressions] == ["operator"]
