"""A refusal for everybody says what is to be mended."""

from __future__ import annotations

import pytest

from syndicate.mail.refusals import way_out


@pytest.mark.parametrize(
    "said",
    [
        "mx.example:25 says 552 5.3.4 the mail has 90,000 octets, and the server takes 2,000",
        "mx.example:25 says 552 5.3.4 Message size exceeds fixed limit",
        "mx.example:25 says 552 Message too large",
        "mx.example:25 says 552 sorry, that message size exceeds my databytes limit (#5.3.4)",
    ],
)
def test_a_mail_that_is_too_large_is_no_matter_of_sender_or_account(said: str) -> None:
    assert "message_size_limit" in way_out(said)


@pytest.mark.parametrize(
    "said",
    [
        "mx.example:25 says 550 5.7.1 Not this sender",
        "mx.example:25 says 530 5.7.0 Authentication required",
        "mx.example:25 says 552 5.2.2 Over quota",
        "mx.example:25 says 550 5.4.5 Daily limit of 15.3.4 reached",
    ],
)
def test_any_other_is(said: str) -> None:
    assert way_out(said).startswith("mend sender or account")
