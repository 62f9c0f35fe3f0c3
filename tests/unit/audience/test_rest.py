"""Links, disposable domains, and addresses taken out of strangers' texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.audience.address import parse
from syndicate.audience.disposable import bundled, is_disposable, parse_list
from syndicate.audience.erasure import scrub
from syndicate.audience.links import Links

LINKS = Links("https://news.gazette.example/")
NELL = parse("Nell.Harrow@bücher.example")


def test_every_link_hangs_below_the_site() -> None:
    assert LINKS.unsubscribe("t0k") == "https://news.gazette.example/unsubscribe/t0k"
    assert LINKS.preferences() == "https://news.gazette.example/preferences"
    assert LINKS.preferences("t0k") == "https://news.gazette.example/preferences/t0k"
    assert LINKS.editions("weekly") == "https://news.gazette.example/editions/weekly/"
    assert LINKS.edition("weekly", "2026-W04").endswith("/editions/weekly/2026-W04")


def test_the_bundled_list_knows_a_well_known_domain() -> None:
    assert is_disposable("mailinator.com", bundled())


def test_a_domain_below_a_disposable_one_is_one_too() -> None:
    known = parse_list("# ours\nminute.example\n\n  Second.Example # also\n")
    assert is_disposable("a.b.minute.example", known)
    assert is_disposable("second.example", known)
    assert not is_disposable("notminute.example", known)
    assert not is_disposable("example", known)


@pytest.mark.parametrize(
    "text",
    [
        "550 5.1.1 <nell.harrow@xn--bcher-kva.example>: unknown",
        "user nell.harrow not found",
        "NELL.HARROW@BÜCHER.EXAMPLE rejected",
        "bounces+nell.harrow=xn--bcher-kva.example@gazette.example failed",
        "no such user 'nell.harrow' at bücher.example",
    ],
)
def test_an_address_is_taken_out_however_a_server_writes_it(text: str) -> None:
    scrubbed = scrub(text, NELL).lower()
    assert "harrow" not in scrubbed
    assert "cher" not in scrubbed


def test_the_rest_of_the_text_stays() -> None:
    assert scrub("550 5.1.1 User unknown (nell.harrow), bye", NELL) == (
        "550 5.1.1 User unknown ([erased]), bye"
    )


def test_a_short_name_takes_nothing_out_of_other_words() -> None:
    assert scrub("a mailbox was full", parse("a@b.example")) == "[erased] mailbox was full"


@given(st.text(), st.text())
def test_no_text_keeps_the_address(before: str, after: str) -> None:
    assert NELL.wire not in scrub(f"{before}{NELL.wire}{after}", NELL)
