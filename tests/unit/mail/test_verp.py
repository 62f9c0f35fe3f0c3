"""Envelope senders that name their mail."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from syndicate.mail.verp import Returned, Verp
from syndicate.model.errors import MailError

NEW, OLD = b"n" * 32, b"o" * 32
NUMBERS = st.integers(1, 2**63 - 1)
VERP = Verp("bounces@news.example.org", [NEW])


@given(NUMBERS, st.sampled_from(["delivery", "letter"]))
def test_a_sender_names_its_mail(number, kind):
    address = VERP.sender(number, kind)
    assert address.startswith("bounces+")
    assert address.endswith("@news.example.org")
    assert len(address.partition("@")[0]) <= 64
    assert VERP.read(address) == Returned(kind, number)


@pytest.mark.parametrize(
    "change",
    [str.upper, str.title, lambda address: f"<{address}>", lambda address: f" {address} "],
)
def test_it_survives_what_servers_do_to_it(change):
    assert VERP.read(change(VERP.sender(41))) == Returned("delivery", 41)


def test_a_mailbox_that_was_moved_still_reads_it():
    local = VERP.sender(41).partition("@")[0]
    assert VERP.read(f"{local}@mx.other.example") == Returned("delivery", 41)


def test_a_mailbox_with_a_plus_sign_of_its_own():
    verp = Verp("news+back@example.org", [NEW])
    assert verp.sender(3).startswith("news+back+")
    assert verp.read(verp.sender(3)) == Returned("delivery", 3)


@given(NUMBERS, NUMBERS)
def test_the_token_of_one_mail_is_not_anothers(one, other):
    assume(one != other)
    assert VERP.sender(one).lower() != VERP.sender(other).lower()


@given(NUMBERS, st.data())
def test_no_changed_character_is_believed(number, data):
    address = VERP.sender(number)
    at = data.draw(st.integers(len("bounces+"), address.index("@") - 1))
    letter = data.draw(st.sampled_from("0123456789abcdefdl"))
    assume(letter != address[at])
    assert VERP.read(address[:at] + letter + address[at + 1 :]) is None


@given(st.text())
def test_any_other_text_is_no_mail_of_ours(text):
    assert VERP.read(text) is None
    assert VERP.read(f"bounces+{text}@news.example.org") is None


def test_another_secret_makes_no_token_of_ours():
    assert VERP.read(Verp("bounces@news.example.org", [OLD]).sender(5)) is None


def test_senders_made_with_an_old_secret_are_believed():
    rotated = Verp("bounces@news.example.org", [NEW, OLD])
    assert rotated.read(Verp("bounces@news.example.org", [OLD]).sender(5)) == Returned(
        "delivery", 5
    )
    assert rotated.sender(5) == VERP.sender(5)


def test_a_letter_is_no_delivery():
    assert VERP.sender(5, "letter") != VERP.sender(5)


def test_a_mailbox_too_long_for_a_token_is_refused_with_the_way_out():
    with pytest.raises(MailError, match=r"\[mail.bounces\] address"):
        Verp(f"{'b' * 40}@example.org", [NEW])
