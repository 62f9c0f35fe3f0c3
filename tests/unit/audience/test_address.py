"""Addresses: what passes can stand in a header and in an envelope, whatever was typed."""

from __future__ import annotations

from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.audience.address import parse, wire
from syndicate.model.errors import SubscriberError


@pytest.mark.parametrize(
    ("text", "canonical", "on_the_wire"),
    [
        ("nell@gazette.example", "nell@gazette.example", "nell@gazette.example"),
        ("  nell@gazette.example\r\n", "nell@gazette.example", "nell@gazette.example"),
        ("Nell.H@GAZETTE.example", "nell.h@gazette.example", "Nell.H@gazette.example"),
        ("nell+city@gazette.example", "nell+city@gazette.example", "nell+city@gazette.example"),
        ("a@bücher.example", "a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
        ("a@BÜCHER。example", "a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
        ("a@xn--bcher-kva.example", "a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
        ("a@straße.example", "a@xn--strae-oqa.example", "a@xn--strae-oqa.example"),
        ("!#$%&'*+/?=^_`{|}~-@gazette.example",) * 3,
    ],
)
def test_read(text: str, canonical: str, on_the_wire: str) -> None:
    found = parse(text)
    assert (found.canonical, found.wire, found.international) == (canonical, on_the_wire, False)


def test_a_name_outside_ascii_is_kept_and_marked() -> None:
    found = parse("Übersetzung@gazette.example")
    assert found.international
    assert (found.wire, found.canonical) == (
        "Übersetzung@gazette.example",
        "übersetzung@gazette.example",
    )


def test_two_ways_to_write_an_accent_are_one_mailbox() -> None:
    assert parse("rene\u0301@gazette.example") == parse("ren\u00e9@gazette.example")


def test_people_see_the_domain_in_its_own_script() -> None:
    assert parse("Nell@BÜCHER.example").given == "Nell@bücher.example"
    assert parse("Nell@Gazette.Example").given == "Nell@Gazette.Example"


def test_the_wire_form_comes_back_from_what_the_store_holds() -> None:
    found = parse("Nell@BÜCHER.example")
    assert wire(found.given, found.domain) == found.wire


def test_no_provider_has_rules_of_its_own() -> None:
    assert parse("n.e.l.l+x@mail.example").canonical == "n.e.l.l+x@mail.example"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "nell",
        "@gazette.example",
        "nell@",
        "nell@gazette",
        "nell@localhost",
        "nell@gazette.example.",
        "nell@.example",
        "nell@gazette..example",
        "nell@-gazette.example",
        "nell@gaz_ette.example",
        "nell@192.0.2.1",
        "nell@[192.0.2.1]",
        "nell@[IPv6:2001:db8::1]",
        '"nell harrow"@gazette.example',
        '"nell"@gazette.example',
        "nell harrow@gazette.example",
        "nell@gazette.example, ines@gazette.example",
        "Nell <nell@gazette.example>",
        "nell@harrow@gazette.example",
        ".nell@gazette.example",
        "nell.@gazette.example",
        "ne..ll@gazette.example",
        "nell\r\nBcc: all@gazette.example",
        "nell@gazette.example\r\nBcc: all@gazette.example",
        "nell\x00@gazette.example",
        "nell\u2028@gazette.example",
        "nell\u200b@gazette.example",
        "nell\u00a0@gazette.example",
        "nell\ud800@gazette.example",
        "nell\u037e@gazette.example",
        "=?utf-8?q?nell?=@gazette.example",
        "nell@☃.example",
        "nell@xn--a.example",
        "nell@\ud800.example",
        "nell@gazette.example/x",
        f"{'n' * 65}@gazette.example",
        f"{'é' * 33}@gazette.example",
        f"nell@{'g' * 64}.example",
        f"nell@{'g.' * 130}example",
        "n" * 100_000,
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(SubscriberError, match=r"write name@domain"):
        parse(text)


def test_an_error_shows_a_long_text_in_short_and_without_control_characters() -> None:
    with pytest.raises(SubscriberError) as caught:
        parse("\x1b[31m" + "n" * 500)
    assert len(str(caught.value)) < 200
    assert "\x1b" not in str(caught.value)


def test_the_longest_there_may_be_is_read() -> None:
    local, domain = "n" * 64, ".".join(["g" * 61, "g" * 61, "g" * 57, "example"])
    assert len(f"{local}@{domain}") == 254
    assert parse(f"{local}@{domain}").domain == domain


PIECES = st.one_of(
    st.text(),
    st.from_regex(r"\A[^@]{1,70}@[^@]{1,40}\.[a-z]{2,9}\Z"),
    st.from_regex(r"\A[a-zA-Zé-ÿ.+=?]{1,20}@[a-zA-Zé-ÿ.。-]{1,20}\.example\Z"),
)


@given(PIECES)
def test_any_text_is_refused_or_fit_for_a_header_and_an_envelope(text: str) -> None:
    try:
        found = parse(text)
    except SubscriberError:
        return
    sent = found.wire
    assert sent.isprintable()
    assert not set(sent) & set(' <>"(),:;\\[]\r\n\t')
    assert sent.count("@") == 1
    assert len(sent.encode()) <= 254
    assert found.domain.isascii()
    assert found.international is not sent.isascii()
    if not found.international:
        assert HeaderAddress(addr_spec=sent).addr_spec == sent
        message = EmailMessage(policy=SMTP)
        message["To"] = sent
        assert message.as_bytes().replace(b"\r\n ", b"") == f"To: {sent}\r\n\r\n".encode()


@given(PIECES)
def test_reading_what_was_read_changes_nothing(text: str) -> None:
    try:
        found = parse(text)
    except SubscriberError:
        return
    assert parse(found.canonical).canonical == found.canonical
    assert parse(found.wire).canonical == found.canonical
    assert parse(found.given).canonical == found.canonical
    assert wire(found.given, found.domain) == found.wire
