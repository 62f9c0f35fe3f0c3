"""What proves an account, in the words of each mechanism."""

from __future__ import annotations

from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.dialogue import sasl


def test_a_password_is_said_as_rfc_4616_has_it() -> None:
    assert b64decode(sasl.plain("press", "salt").first) == b"\0press\0salt"


def test_a_token_is_said_as_rfc_7628_has_it() -> None:
    """The example of its section 4.1, and a name that has to be escaped."""
    proof = sasl.oauthbearer("user@example.com", "vF9dft4qmT==", host="server", port=587)
    said = b"n,a=user@example.com,\1host=server\1port=587\1auth=Bearer vF9dft4qmT==\1\1"
    assert b64decode(proof.first) == said
    assert proof.end == "AQ=="
    odd = sasl.oauthbearer("a,b=c", "x", host="server", port=587)
    assert b64decode(odd.first).startswith(b"n,a=a=2Cb=3Dc,\1")


def test_a_token_is_said_as_xoauth2_has_it() -> None:
    proof = sasl.xoauth2("press@tide.example", "ya29")
    assert b64decode(proof.first) == b"user=press@tide.example\1auth=Bearer ya29\1\1"
    assert proof.end == ""


@given(st.text(min_size=1, max_size=2000).filter(lambda token: token.isascii()))
def test_no_command_is_longer_than_a_command_may_be(token: str) -> None:
    for proof in (sasl.xoauth2("press", token), sasl.plain("press", token)):
        line = f"{proof.command}\r\n"
        assert len(line) <= 512
        assert proof.is_short == (len(f"AUTH {proof.mechanism} {proof.first}\r\n") <= 512)


@pytest.mark.parametrize(
    ("challenge", "status"),
    [
        ("eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIn0=", "invalid_token"),
        ("eyJzdGF0dXMiOiI0MDEifQ==", "401"),
        ("eyJzdGF0dXMiOjQwMX0=", "401"),
        ("W10=", ""),
        ("", ""),
        ("no base64", ""),
    ],
)
def test_what_was_wrong_with_a_token_is_read(challenge: str, status: str) -> None:
    assert sasl.status_of(challenge) == status
