"""Mail addresses."""

from email.header import decode_header, make_header
from email.headerregistry import HeaderRegistry

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.config.values import check_mailbox, split_address, wire_address
from syndicate.mail.address import Mailbox, parse_mailbox
from syndicate.model.errors import MailError


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("news@example.org", "", "news@example.org"),
        ("  news@example.org ", "", "news@example.org"),
        ("The Week <digest@news.example.org>", "The Week", "digest@news.example.org"),
        ('"Week, The" <digest@example.org>', "Week, The", "digest@example.org"),
        ('"The \\"Week\\"" <digest@example.org>', 'The "Week"', "digest@example.org"),
        ("港湾一周 <digest@example.org>", "港湾一周", "digest@example.org"),
        ("<digest@example.org>", "", "digest@example.org"),
        ("a+tag@EXAMPLE.org", "", "a+tag@example.org"),
        ("news@bücher.example", "", "news@xn--bcher-kva.example"),
    ],
)
def test_read(text, name, address):
    assert parse_mailbox(text) == Mailbox(name, address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "news@",
        "@example.org",
        "news",
        "news@localhost",
        "news@@example.org",
        "a b@example.org",
        "news@exa mple.org",
        "news@example..org",
        "The Week <digest@example.org> x",
        "a@example.org, b@example.org",
        "The Week\r\nBcc: x@example.org <digest@example.org>",
        "digest@example.org\r\nBcc: x@example.org",
    ],
)
def test_refused(text):
    with pytest.raises(MailError):
        parse_mailbox(text)


def test_a_local_part_outside_ascii_is_refused_with_the_reason():
    with pytest.raises(MailError, match="SMTPUTF8"):
        parse_mailbox("grüße@example.org")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("The Week", "The Week <a@example.org>"),
        ("Week, The", '"Week, The" <a@example.org>'),
        ('The "Week"', '"The \\"Week\\"" <a@example.org>'),
        ("", "a@example.org"),
        ("港湾", "=?utf-8?b?5riv5rm+?= <a@example.org>"),
    ],
)
def test_written(name, written):
    assert str(Mailbox(name, "a@example.org")) == written


@given(
    st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=40)
)
def test_a_name_comes_back_from_a_header_as_it_was(name):
    name = " ".join(name.split())
    written = str(Mailbox(name, "a@example.org"))
    header = HeaderRegistry()("To", written)
    assert header.addresses[0].addr_spec == "a@example.org"
    # Where two encoded words meet, Python's parser keeps the space between
    # them, against RFC 2047 (6.2); its older decoder does not.
    decoded = str(make_header(decode_header(written.removesuffix(" <a@example.org>"))))
    assert name in (header.addresses[0].display_name, decoded)


def test_domain():
    assert parse_mailbox("a@news.example.org").domain == "news.example.org"


@given(st.lists(st.sampled_from([*'aB1.-_+@<> "\\(),;:=?é', "news.example", "@news.example"])))
def test_a_sender_that_the_configuration_takes_is_written_as_it_says(parts: list[str]) -> None:
    text = "".join(parts)
    try:
        check_mailbox(text)
    except ValueError:
        return
    mailbox = parse_mailbox(text)
    assert (mailbox.name, mailbox.address) == (
        split_address(text)[0],
        wire_address(split_address(text)[1]),
    )


def test_a_name_in_quotes_may_hold_what_stands_around_addresses() -> None:
    mailbox = parse_mailbox('"Ferries <and> \\"gulls\\"" <a@news.example>')
    assert mailbox == Mailbox('Ferries <and> "gulls"', "a@news.example")
