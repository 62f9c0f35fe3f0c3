"""Tokens: ours alone, for one purpose alone."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.audience.tokens import PURPOSES, Claim, Tokens
from syndicate.model.errors import TokenError
from tests.support.articles import at

NOW = at("2026-01-26T01:00")
OLD, NEW = b"o" * 40, b"n" * 40
TOKENS = Tokens([NEW, OLD])
KEY = "Zt3nQ0bJ6Yk1XhV9mRw2sA"


def test_a_token_is_read_as_it_was_made() -> None:
    token = TOKENS.make("confirm", KEY, "weekly", "city", now=NOW)
    assert TOKENS.read(token, "confirm", now=NOW) == Claim(KEY, ("weekly", "city"), NOW)


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("other", PURPOSES)
def test_a_token_of_one_purpose_is_none_of_another(purpose, other) -> None:
    token = TOKENS.make(purpose, KEY, now=NOW)
    if purpose == other:
        assert TOKENS.read(token, other, now=NOW).subscriber_key == KEY
    else:
        with pytest.raises(TokenError):
            TOKENS.read(token, other, now=NOW)


def test_old_secrets_are_still_believed_and_new_ones_sign() -> None:
    before = Tokens([OLD]).make("manage", KEY, now=NOW)
    assert TOKENS.read(before, "manage", now=NOW).subscriber_key == KEY
    assert TOKENS.make("manage", KEY, now=NOW) == Tokens([NEW]).make("manage", KEY, now=NOW)


def test_a_secret_that_was_taken_away_is_believed_no_more() -> None:
    with pytest.raises(TokenError):
        Tokens([NEW]).read(Tokens([OLD]).make("manage", KEY, now=NOW), "manage", now=NOW)


def test_a_token_expires_after_its_age_and_not_before() -> None:
    token = TOKENS.make("confirm", KEY, now=NOW)
    week = timedelta(days=7)
    TOKENS.read(token, "confirm", now=NOW + week, max_age=week)
    with pytest.raises(TokenError, match="expired"):
        TOKENS.read(token, "confirm", now=NOW + week + timedelta(seconds=1), max_age=week)


def test_without_an_age_a_token_lives_for_ever() -> None:
    token = TOKENS.make("unsubscribe", KEY, "weekly", now=NOW)
    late = NOW + timedelta(days=36_500)
    assert TOKENS.read(token, "unsubscribe", now=late).extra == ("weekly",)


def test_a_token_needs_no_quoting_in_an_address() -> None:
    token = TOKENS.make("confirm", KEY, "weekly", now=NOW)
    assert set(token) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")


@given(st.text() | st.text("ABCabc012-_.", max_size=200))
def test_no_other_text_reads_as_a_token(text: str) -> None:
    for purpose in PURPOSES:
        with pytest.raises(TokenError):
            TOKENS.read(text, purpose, now=NOW)


@given(
    place=st.integers(0, 400),
    with_=st.characters() | st.sampled_from("ABCabc019-_.=\n "),
    how=st.sampled_from(["replace", "insert", "cut", "append"]),
)
def test_a_token_changed_anywhere_is_none(place: int, with_: str, how: str) -> None:
    token = TOKENS.make("confirm", KEY, "weekly", now=NOW)
    place %= len(token)
    changed = {
        "replace": token[:place] + with_ + token[place + 1 :],
        "insert": token[:place] + with_ + token[place:],
        "cut": token[:place],
        "append": token + with_,
    }[how]
    if changed == token:
        return
    with pytest.raises(TokenError):
        TOKENS.read(changed, "confirm", now=NOW)


def test_the_spare_bits_of_base64_make_no_second_token() -> None:
    token = TOKENS.make("manage", KEY, now=NOW)
    raw = base64.urlsafe_b64decode(token.rpartition(".")[2] + "=")
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    others = [token[:-1] + last for last in alphabet if last != token[-1]]
    same = [o for o in others if base64.urlsafe_b64decode(o.rpartition(".")[2] + "=") == raw]
    assert len(same) == 3
    for other in same:
        with pytest.raises(TokenError):
            TOKENS.read(other, "manage", now=NOW)


def test_an_error_says_nothing_of_the_token() -> None:
    token = TOKENS.make("manage", KEY, now=NOW)
    with pytest.raises(TokenError) as caught:
        TOKENS.read(token, "confirm", now=NOW)
    assert token not in str(caught.value)
    assert KEY not in str(caught.value)
