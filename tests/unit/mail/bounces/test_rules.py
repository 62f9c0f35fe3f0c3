"""What a status means for the address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.bounces.rules import judge

INACTIVE = "550-5.2.1 The email account that you tried to reach is inactive."


@pytest.mark.parametrize("status", ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"])
def test_no_such_address_is_hard(status: str) -> None:
    assert judge(status).kind == "hard"


@pytest.mark.parametrize("status", ["5.2.2", "5.2.1", "4.4.1", "4.4.7", "4.1.1", "4.2.2", "5.4.4"])
def test_what_may_pass_is_soft(status: str) -> None:
    assert judge(status).kind == "soft"


@pytest.mark.parametrize(
    "status", ["5.7.1", "5.7.26", "5.7.515", "5.3.4", "5.6.0", "5.5.2", "5.1.7", "5.1.8"]
)
def test_the_sender_s_fault_is_never_the_address_s(status: str) -> None:
    assert judge(status, "user unknown").kind == "ours"


def test_an_inactive_account_is_hard_and_a_sleeping_one_soft() -> None:
    assert judge("5.2.1", INACTIVE).kind == "hard"
    assert judge("5.2.1", "mailbox disabled, not accepting messages").kind == "soft"


def test_an_address_with_another_owner_is_hard() -> None:
    assert judge("5.7.17").kind == "hard"


@pytest.mark.parametrize("status", ["5.7.124", "5.7.136", "5.6.7"])
def test_one_reader_s_own_rule_is_nobody_s_fault(status: str) -> None:
    assert judge(status).kind == "other"


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("4.7.28", "unusual rate"),
        ("4.1.8", "Sender address rejected: Domain not found"),
        ("5.2.1", "The user you are trying to contact is receiving mail at a rate that prevents"),
    ],
)
def test_slowed_down_until_it_expired_is_nobody_s_fault(status: str, text: str) -> None:
    assert judge(status, text).kind == "other"


def test_outlook_s_word_for_a_mailbox_is_no_word_on_the_sender() -> None:
    """It comes with the status of a faulty command, and would hold the whole domain."""
    text = "550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302)."
    assert judge("5.5.0", text).kind == "soft"
    assert judge("", text).kind == "soft"


def test_a_group_that_is_closed_to_outsiders_is_nobody_s_fault() -> None:
    text = "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required"
    assert judge("5.7.1", text).kind == "other"


def test_a_general_status_gives_way_to_the_server_s_own() -> None:
    assert judge("5.0.0", "550 5.1.1 gone").status == "5.1.1"
    assert judge("", "550 5.7.1 no").kind == "ours"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("550 No such user here", "5.1.1"),
        ("550 Unrouteable address", "5.1.1"),
        ("the mailbox you tried does not exist", "5.1.1"),
        ("抱歉，收件人不存在", "5.1.1"),
        ("Host or domain name not found", "5.1.2"),
        ("552 Mailbox is full", "5.2.2"),
        ("user is over quota", "5.2.2"),
        ("邮箱已满", "5.2.2"),
        ("554 message looks like spam", "5.7.1"),
        ("rejected by local policy", "5.7.1"),
    ],
)
def test_words_stand_for_a_status_that_is_missing(text: str, status: str) -> None:
    assert judge("", text).status == status
    assert judge("5.0.0", text).status == status


def test_a_full_mailbox_that_expired_stays_temporary() -> None:
    assert judge("4.0.0", "mailbox full").status == "4.2.2"


def test_a_failure_without_any_reason_is_soft() -> None:
    assert judge("", "something went wrong").kind == "soft"


def test_a_network_address_is_no_status() -> None:
    assert judge("", "from 5.1.1.20 in version 5.1.1.7").status == ""


@given(st.text(max_size=10), st.text(max_size=300))
def test_any_text_is_judged(status: str, text: str) -> None:
    assert judge(status, text).kind in {"hard", "soft", "ours", "other"}
