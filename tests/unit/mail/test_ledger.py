"""What a row becomes: before it is sent, and after a server's word."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.ledger import EXPIRED, Objection, Rules, objection, settlement
from syndicate.mail.replies import classify
from syndicate.model.delivery import Outcome, Reply
from syndicate.store.claims import Claimed
from syndicate.store.ledger import NEVER, Settlement
from tests.support.articles import at

NOW = at("2026-01-26T01:00")
RULES = Rules("weekly", frozenset({"weekly", "daily"}), timedelta(hours=48), resend=True)
ROW = Claimed(
    id=7,
    subscriber_id=3,
    variant_id=1,
    domain="quayside.example",
    state="queued",
    attempts=0,
    first=None,
    expires=NOW + timedelta(days=3),
    reason="",
    message_id="<2026-W04.7@gazette.example>",
    key="k",
    address="ida@quayside.example",
    name="",
    subscribed="weekly",
    suppressed="",
)
TRIED = ROW._replace(
    state="deferred", attempts=1, first=NOW - timedelta(hours=1), reason="450 busy"
)


def settled(
    row: Claimed, kind: str, code: int = 0, enhanced: str = "", text: str = ""
) -> Settlement:
    outcome = Outcome(
        kind, Reply(code, text, enhanced), "rcpt" if code else "dot", "mail.example:25"
    )  # type: ignore[arg-type]
    return settlement(row, outcome, classify(outcome), RULES, now=NOW)


def test_a_row_is_mailed_to_an_active_subscriber() -> None:
    assert objection(ROW, RULES, now=NOW) is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"key": ""}, "erased"),
        ({"subscribed": ""}, "unsubscribed"),
        ({"suppressed": "complained"}, "suppressed: complained"),
        ({"subscribed": "daily"}, "changed to daily"),
    ],
)
def test_a_row_is_left_out_for_what_happened_since(change: dict[str, Any], reason: str) -> None:
    assert objection(ROW._replace(**change), RULES, now=NOW) == Objection("excluded", reason)


def test_a_cadence_that_is_offered_no_more_counts_as_the_usual_one() -> None:
    assert objection(ROW._replace(subscribed="monthly"), RULES, now=NOW) is None


def test_a_row_that_was_never_tried_expires() -> None:
    late = NOW + timedelta(days=3, seconds=1)
    assert objection(ROW, RULES, now=late) == Objection("excluded", EXPIRED)


def test_a_row_that_was_tried_does_not_expire_before_it_is_given_up() -> None:
    row = TRIED._replace(expires=NOW - timedelta(hours=1))
    assert objection(row, RULES, now=NOW) is None


def test_a_row_that_was_tried_for_too_long_is_given_up_with_the_last_word() -> None:
    against = objection(TRIED, RULES, now=NOW + timedelta(hours=48))
    assert against == Objection("failed", "given up after 48 hours: 450 busy")


def test_a_row_in_doubt_stays_in_doubt_whoever_left() -> None:
    row = TRIED._replace(state="in doubt", subscribed="")
    assert objection(row, RULES, now=NOW) == Objection("in doubt", "unsubscribed")


def test_a_mail_that_the_server_took_is_accepted() -> None:
    done = settled(ROW, "accepted", 250, "2.0.0", "Ok: queued as 4Bq1")
    assert (done.state, done.code, done.reply) == ("accepted", 250, "Ok: queued as 4Bq1")
    assert (done.attempts, done.settled, done.reason) == (1, NOW, "")


def test_a_mail_that_is_to_come_later_comes_later() -> None:
    done = settled(ROW, "refused", 450, "4.2.0", "Greylisted")
    assert done.state == "deferred"
    assert timedelta(minutes=5) <= done.due - NOW <= timedelta(minutes=6)
    assert (done.first, done.settled) == (NOW, None)


def test_the_waits_grow() -> None:
    row, waits = ROW, []
    for _ in range(4):
        done = settled(row, "refused", 450, "4.2.0", "Greylisted")
        waits.append(done.due - NOW)
        row = row._replace(state="deferred", attempts=done.attempts, first=done.first)
    assert waits == sorted(waits)
    assert waits[-1] >= timedelta(hours=1)


def test_a_mail_that_would_come_too_late_has_failed() -> None:
    row = TRIED._replace(first=NOW - timedelta(hours=47, minutes=59), attempts=30)
    done = settled(row, "refused", 450, "4.2.0", "Greylisted")
    assert (done.state, done.settled) == ("failed", NOW)
    assert done.reason.startswith("given up after 48 hours: 450 4.2.0 Greylisted")


def test_an_address_that_does_not_exist_fails_at_once() -> None:
    done = settled(ROW, "refused", 550, "5.1.1", "No such user")
    assert (done.state, done.reason) == ("failed", "550 5.1.1 No such user")


def test_our_own_fault_is_tried_again() -> None:
    done = settled(ROW, "refused", 550, "5.7.1", "Rejected by policy")
    assert done.state == "deferred"


def test_a_mail_whose_fate_is_unknown_is_in_doubt_and_due_again() -> None:
    done = settled(ROW, "in doubt")
    assert (done.state, done.settled) == ("in doubt", None)
    assert NOW < done.due < NEVER


def test_a_mail_in_doubt_is_not_sent_for_ever() -> None:
    row = TRIED._replace(first=NOW - timedelta(hours=48))
    assert settled(row, "in doubt").due == NEVER


def test_a_mail_in_doubt_that_could_not_be_sent_again_is_still_in_doubt() -> None:
    assert settled(TRIED._replace(state="in doubt"), "unsent").state == "in doubt"


@given(st.text())
def test_whatever_a_server_says_becomes_one_short_line(text: str) -> None:
    done = settled(ROW, "refused", 550, "5.1.1", text)
    for said in (done.reason, done.reply):
        assert len(said) <= 300
        assert said.isprintable()
        said.encode()
