"""Secrets: what they must be, and what two different hashes can't have in common."""

from __future__ import annotations

import pytest

from syndicate.audience.keys import (
    Secrets,
    client,
    fingerprint,
    key_fingerprint,
    parse_suppression,
    parse_tokens,
)
from syndicate.model.errors import KeyFileError

FIRST, SECOND = b"a" * 40, b"b" * 40


def test_tokens_are_read_one_a_line_in_their_order() -> None:
    assert parse_tokens(f"{'b' * 40}\n{'a' * 40}\n", "tokens.key") == (SECOND, FIRST)


@pytest.mark.parametrize("text", ["", " \n", "short", f"{'a' * 40}\nshort", "é" * 40])
def test_what_is_no_secret_is_refused_by_its_place(text: str) -> None:
    with pytest.raises(KeyFileError, match=r"^tokens\.key: .*openssl"):
        parse_tokens(text, "tokens.key")


@pytest.mark.parametrize("text", ["", f"{'a' * 40}\n{'b' * 40}"])
def test_there_is_exactly_one_suppression_key(text: str) -> None:
    with pytest.raises(KeyFileError, match="one, for ever"):
        parse_suppression(text, "suppression.key")


def test_a_fingerprint_depends_on_the_address_and_the_key() -> None:
    made = {fingerprint(k, a) for k in (FIRST, SECOND) for a in ("a@b.example", "b@b.example")}
    assert len(made) == 4
    assert {len(one) for one in made} == {64}


def test_a_key_is_known_again_by_its_own_fingerprint() -> None:
    assert key_fingerprint(FIRST) == key_fingerprint(FIRST) != key_fingerprint(SECOND)
    assert FIRST.decode() not in key_fingerprint(FIRST)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("192.0.2.1", " 192.0.2.1 "),
        ("192.0.2.1", "::ffff:192.0.2.1"),
        ("2001:db8::1", "2001:db8:0:0:ffff::2"),
        ("fe80::1%eth0", "fe80::2"),
    ],
)
def test_one_client_is_known_by_one_hash(one: str, other: str) -> None:
    assert client(FIRST, one) == client(FIRST, other)


@pytest.mark.parametrize(
    ("one", "other"), [("192.0.2.1", "192.0.2.2"), ("2001:db8::1", "2001:db8:0:1::1")]
)
def test_two_clients_have_two(one: str, other: str) -> None:
    assert client(FIRST, one) != client(FIRST, other)


def test_no_client_has_no_hash() -> None:
    assert client(FIRST, "") == ""


def test_derived_secrets_differ_by_purpose_and_follow_the_order() -> None:
    held = Secrets((SECOND, FIRST), FIRST)
    assert held.derived("verp")[1] == Secrets((FIRST,), FIRST).derived("verp")[0]
    assert not set(held.derived("verp")) & {*held.derived("other"), *held.tokens}
