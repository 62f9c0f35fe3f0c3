"""A reply means for mail, address and domain what the servers that say it mean by it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.replies import TABLE, Verdict, classify, next_attempt, wait
from syndicate.model.delivery import Outcome, Reply

NOW = datetime(2026, 1, 26, 8, tzinfo=UTC)
FOR = timedelta(hours=48)


def verdict(line: str, stage: str = "rcpt", kind="refused") -> Verdict:
    code, enhanced, text = [*line.split(" ", 2), "", ""][:3]
    if enhanced and not enhanced[0].isdigit():
        enhanced, text = "", f"{enhanced} {text}".strip()
    return classify(Outcome(kind, Reply(int(code), text, enhanced), stage))


@pytest.mark.parametrize(
    "line",
    [
        "550 5.1.1 The email account that you tried to reach does not exist",
        "550 5.1.2 Bad destination system",
        "553 5.1.3 Bad address syntax",
        "550 5.1.6 Mailbox has moved",
        "556 5.1.10 Domain does not accept mail (RFC 7505)",
        "550 5.2.1 The email account that you tried to reach is inactive",
        "550 User unknown",
        "550 No such user here",
    ],
)
def test_an_address_that_does_not_exist_is_given_up(line: str) -> None:
    found = verdict(line)
    assert (found.kind, found.suppress) == ("fail", True)


@pytest.mark.parametrize(
    "line",
    [
        "550 5.7.515 Access denied, sending domain does not meet the required authentication",
        "550 5.7.1 Our system has detected that this message is likely unsolicited mail",
        "554 5.7.1 Relay access denied",
        "552 5.3.4 Message size exceeds fixed limit",
        "554 5.6.0 Encoded-word syntax is not permitted",
        "503 5.5.1 Bad sequence of commands",
        "550 5.1.8 Sender address rejected: Domain not found",
        "550 SC-001 Mail rejected by policy",
        "554 Your mail is spam",
    ],
)
def test_our_own_fault_halts_the_domain_and_blames_no_address(line: str) -> None:
    found = verdict(line, "dot")
    assert (found.kind, found.suppress, found.soft) == ("hold", False, False)


def test_a_refusal_before_the_recipient_was_named_is_not_the_recipients_fault() -> None:
    assert verdict("550 5.1.1 User unknown", "mail").kind == "hold"
    assert verdict("530 5.7.0 Authentication required", "mail").kind == "hold"
    assert verdict("530 5.7.0 Authentication required", "mail").everywhere
    assert verdict("550 5.4.5 Daily user sending limit exceeded", "mail").everywhere
    assert not verdict("451 4.3.0 Later", "mail").everywhere
    assert not verdict("554 5.7.1 Relay access denied", "rcpt").everywhere
    assert not verdict("554 5.7.1 Not from here", "data").everywhere


@pytest.mark.parametrize(
    "line",
    [
        "421 4.7.28 Gmail has detected an unusual rate of unsolicited mail",
        "421 5.7.32 The From: header is not aligned",
        "450 4.7.26 This mail has been rate limited because it is unauthenticated",
        "421 4.7.0 [TSS04] Messages temporarily deferred due to unexpected volume",
        "451 RP-001 The mail server IP has exceeded the rate limit",
        "421 RP-003 Too many connections",
        "421 Service not available",
        "450 Requested action not taken",
        "450 4.1.8 <digest@news.example.org>: Sender address rejected: Domain not found",
        "451 4.3.0 Temporary system problem",
        "452 4.3.1 Insufficient system storage",
    ],
)
def test_a_domain_that_wants_less_gets_less(line: str) -> None:
    found = verdict(line)
    assert (found.kind, found.suppress, found.soft) == ("slow", False, False)


@pytest.mark.parametrize(
    "line",
    [
        "550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents it",
        "450 4.2.1 The user you are trying to contact is receiving mail too quickly",
        "450 4.2.0 Greylisted, see postgrey",
        "451 4.7.1 Greylisting in action, please come back later",
    ],
)
def test_what_passes_by_itself_is_tried_again_without_a_word_to_the_domain(line: str) -> None:
    found = verdict(line)
    assert (found.kind, found.suppress) == ("retry", False)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("552 5.2.2 Mailbox full", "fail"),
        ("550 5.2.1 Mailbox disabled for now", "fail"),
        ("550 5.4.4 Unable to route", "fail"),
        ("452 4.2.2 The account is over quota", "retry"),
        ("450 4.1.1 Recipient address rejected: unverified", "retry"),
        ("550 5.5.0 Requested action not taken: mailbox unavailable", "fail"),
        ("550 Requested action not taken", "fail"),
    ],
)
def test_what_may_pass_counts_towards_giving_an_address_up(line: str, kind: str) -> None:
    found = verdict(line)
    assert (found.kind, found.suppress, found.soft) == (kind, False, True)


@pytest.mark.parametrize(
    "line",
    [
        "550 5.7.133 Sender not authenticated for group",
        "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required",
        "553 5.6.7 the address is not ASCII, and the mail server does not offer SMTPUTF8",
    ],
)
def test_one_recipients_own_rule_fails_that_mail_alone(line: str) -> None:
    found = verdict(line)
    assert (found.kind, found.suppress, found.soft) == ("fail", False, False)


def test_a_mail_that_did_not_go_out_is_tried_again() -> None:
    for kind in ("unsent", "in doubt"):
        found = verdict("0 no answer within 300 seconds", "mail", kind)
        assert (found.kind, found.suppress, found.soft) == ("retry", False, False)
        assert "no answer within 300 seconds" in found.reason


def test_an_accepted_mail_is_accepted() -> None:
    assert verdict("250 2.0.0 Ok: queued as 4F2", "dot", "accepted").kind == "accepted"


def test_the_reason_is_what_the_server_said() -> None:
    assert verdict("550 5.1.1 User unknown").reason == "550 5.1.1 User unknown"


def test_every_line_of_the_table_names_its_source() -> None:
    assert all(rule.source.startswith(("https://", "RFC ")) for rule in TABLE)


@given(
    code=st.integers(400, 599),
    enhanced=st.from_regex(r"([245]\.\d{1,3}\.\d{1,3})?", fullmatch=True),
    text=st.text(max_size=80),
    stage=st.sampled_from(["mail", "rcpt", "data", "dot"]),
)
def test_the_first_digit_decides(code: int, enhanced: str, text: str, stage: str) -> None:
    found = classify(Outcome("refused", Reply(code, text, enhanced), stage))
    assert not (found.suppress and found.kind != "fail")
    if code < 500:
        assert found.kind in ("retry", "slow")
        assert not found.suppress
    if code >= 500 and found.kind in ("retry", "slow"):
        # Only what is known of Gmail may say otherwise.
        assert code == 550
        assert "receiving" in text.lower()


def test_the_waits_grow_from_five_minutes_to_an_hour() -> None:
    least = [5, 15, 30, 60, 60, 60]
    for attempts, minutes in enumerate(least, 1):
        found = wait(attempts, "<1@gazette.example>")
        assert timedelta(minutes=minutes) <= found <= timedelta(minutes=minutes * 1.2)


def test_mails_that_failed_together_do_not_come_back_together() -> None:
    waits = {wait(1, f"<{n}@gazette.example>") for n in range(100)}
    assert len(waits) == 100
    assert wait(1, "<1@gazette.example>") == wait(1, "<1@gazette.example>")


def test_a_mail_is_tried_for_so_long_and_no_longer() -> None:
    late = NOW + FOR - timedelta(minutes=30)
    assert next_attempt(9, "<1@x>", first=NOW, now=late, retry_for=FOR) is None
    early = next_attempt(1, "<1@x>", first=NOW, now=NOW, retry_for=FOR)
    assert early is not None
    assert NOW + timedelta(minutes=5) <= early <= NOW + timedelta(minutes=6)
