"""The record of a signing key (RFC 6376, 3.6.1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.records import key

WANTED = "v=DKIM1; k=rsa; p=TUlJQklq"


@pytest.mark.parametrize(
    "record",
    [
        WANTED,
        "p=TUlJQklq",
        "v=DKIM1;p=TUlJ QklqC"[:-1],
        "v=DKIM1; h=sha1:sha256; s=email; p=TUlJQklq; n=a note",
    ],
)
def test_our_key_is_recognised_however_it_is_written(record: str) -> None:
    assert key.faults([record], WANTED) == ()


@pytest.mark.parametrize(
    ("records", "fault"),
    [
        ([], "there is no record"),
        ([WANTED, WANTED], "there are 2 records"),
        (["not a list"], "no list of tags"),
        (["v=DKIM1; p=T1RIRVI="], "another key"),
        (["v=DKIM1; p="], "revoked"),
        (["v=DKIM1; k=rsa"], "has no key"),
        (["v=DKIM1; k=ed25519; p=TUlJQklq"], "kind ed25519"),
        (["k=rsa; v=DKIM1; p=TUlJQklq"], "must stand first"),
        (["v=DKIM1; h=sha1; p=TUlJQklq"], "sha256"),
        (["v=DKIM1; s=tlsrpt; p=TUlJQklq"], "not for mail"),
        (["p=a; p=b"], "no list of tags"),
    ],
)
def test_each_fault_is_named(records: list[str], fault: str) -> None:
    assert any(fault in said for said in key.faults(records, WANTED))


def test_a_test_says_so() -> None:
    assert key.is_testing(["v=DKIM1; t=s:y; p=x"])
    assert not key.is_testing(["v=DKIM1; t=s; p=x"])


@given(st.lists(st.text(max_size=60), max_size=2))
def test_any_text_is_judged(records: list[str]) -> None:
    assert isinstance(key.faults(records, WANTED), tuple)
