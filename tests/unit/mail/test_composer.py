"""Mails of an edition: each recipient's own, and exactly what went in."""

import email
import re
from dataclasses import replace
from datetime import timedelta
from email import policy
from email.header import decode_header, make_header
from functools import cache
from html import unescape
from pathlib import Path

import dkim
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from syndicate.mail import composer as composing
from syndicate.mail.composer import Content
from syndicate.mail.dkim import relaxed_body
from syndicate.model.errors import MailError
from tests.unit.mail.keys import dns, signer
from tests.unit.mail.mailing import LETTERHEAD, MARKS, SITE, composer, content, links, reader

GOLDEN = Path(__file__).parents[2] / "golden" / "mail"
LANGUAGES = ["english", "chinese"]
ENCODED = re.compile(rb"=\?[^?\s]+\?[bqBQ]\?[^?\s]*\?=")
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)
LINE = TEXT.map(lambda text: "".join(c for c in text if c.isprintable() or c == " "))


@cache
def once(language):
    """A composer that signs with both keys; rendering takes a while."""
    return composer(language, [signer("rsa"), signer("ed25519")])


def mail(language="english", **changes):
    return once(language).compose(reader(**changes)).data


def read(data):
    return email.message_from_bytes(data, policy=policy.default)


def parts(data):
    text, html = read(data).iter_parts()
    return [part.get_content().replace("\r\n", "\n") for part in (text, html)]


def head(data):
    return data.partition(b"\r\n\r\n")[0]


def of(subject="Hello", text="Hello @@name@@", html="<p>Hello @@name@@</p>", **changes):
    """A mail of made-up content."""
    marks = {"name": "@@name@@"}
    made = composer(made=lambda named: Content(subject, html, text, marks))
    return made.compose(reader(**changes)).data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", "Mira Okafor"])
def test_both_parts_say_what_was_rendered_with_the_readers_own_in_it(language, name):
    from tests.support import editions

    rendered = content(getattr(editions, language)())(bool(name))
    own = links(reader().key)
    values = {"unsubscribe": own.unsubscribe, "preferences": own.preferences, "name": name}
    text, html = rendered.text, rendered.html
    for slot, value in values.items():
        assert text.count(MARKS[slot]) == html.count(MARKS[slot]) == (1 if value else 0)
        text, html = text.replace(MARKS[slot], value), html.replace(MARKS[slot], value)
    assert parts(mail(language, name=name)) == [text, html]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_standard_library_finds_no_fault_in_it(language):
    for each in (policy.default, policy.compat32):
        message = email.message_from_bytes(mail(language), policy=each)
        assert [part.defects for part in message.walk()] == [[], [], []]
        assert message.get_content_type() == "multipart/alternative"


def test_headers():
    message = read(mail())
    assert [(n, v) for n, v in message.items() if n != "DKIM-Signature"] == [
        ("From", "The Harbour Courier <digest@news.example.org>"),
        ("To", "Mira Okafor <mira@harbour.example>"),
        ("Subject", "The tide mill turns again, and ten more stories"),
        ("Date", "Mon, 26 Jan 2026 00:00:00 +0000"),
        ("Message-ID", "<2026-W04.5d41402abc4b2a76@news.example.org>"),
        ("List-Unsubscribe", f"<{links(reader().key).unsubscribe}>"),
        ("Reply-To", "editor@example.org"),
        ("List-Id", "The Harbour Week <weekly.news.example.org>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("List-Archive", f"<{SITE}editions/weekly/>"),
        ("Feedback-ID", "2026-W04:weekly:digest:harbour"),
        ("Precedence", "bulk"),
        ("MIME-Version", "1.0"),
        ("Content-Type", message["Content-Type"]),
        ("Content-Transfer-Encoding", "7bit"),
    ]


def test_chinese_headers_come_back_as_they_were():
    message = read(mail("chinese", name="林望潮"))
    assert message["Subject"] == "停转九十年后，最后一座潮汐磨坊重新磨面"
    assert message["From"].addresses[0].display_name == "港湾信使报"
    assert message["To"].addresses[0].display_name == "林望潮"
    assert str(make_header(decode_header(message["List-Id"]))).startswith("港湾一周 <weekly.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(language):
    """The header as it is on the wire, and the text part as it is read."""
    made = composer(language).compose(reader())
    text = parts(made.data)[0]
    shown = head(made.data).decode().replace("\r\n", "\n") + "\n\n" + text
    assert shown == (GOLDEN / f"{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", "Mira Okafor", "林望潮"])
def test_every_signature_verifies(language, name):
    judge = dkim.DKIM(mail(language, name=name))
    assert judge.verify(0, dnsfunc=dns)
    assert judge.verify(1, dnsfunc=dns)


def test_a_second_one_click_address_put_in_front_breaks_the_signature():
    forged = b"List-Unsubscribe: <https://elsewhere.example/>\r\n" + mail()
    assert not dkim.DKIM(forged).verify(0, dnsfunc=dns)


@given(subject=LINE, text=TEXT, html=TEXT, name=LINE)
def test_whatever_it_says_its_signature_verifies(subject, text, html, name):
    made = composer(
        signers=[signer("ed25519")],
        made=lambda named: Content(subject, html + "@@n@@", text + "@@n@@", {"name": "@@n@@"}),
    )
    assert dkim.DKIM(made.compose(reader(name=name)).data).verify(0, dnsfunc=dns)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_body_is_canonical_as_it_is_sent(language):
    body = mail(language).partition(b"\r\n\r\n")[2]
    assert relaxed_body(body) == body


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_end_in_crlf_are_short_and_need_no_stuffing(language):
    data = mail(language)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\n." not in data
    assert data.endswith(b"--\r\n")
    body = data.partition(b"\r\n\r\n")[2]
    assert max(map(len, body.split(b"\r\n"))) <= 76


DOTTED = st.text(st.sampled_from(".\r\n aF盐"), max_size=200)


@given(subject=LINE, text=DOTTED | TEXT, html=DOTTED | TEXT, name=DOTTED | TEXT)
@example(subject="", text=".", html=".", name=".")
@example(subject=".", text=".\n." * 40, html=".\r\n." * 40, name="." * 300)
def test_whatever_it_says_it_is_what_it_is_vouched_for(subject, text, html, name):
    made = composer(
        made=lambda named: Content(
            subject, f"{html}@@n@@{html}", f"@@n@@{text}\n@@n@@", {"n": "@@n@@", "name": "@@n@@"}
        ),
    )
    sent = made.compose(reader(name=name))
    assert sent.vouched
    assert sent.data.isascii()
    assert b"\n." not in b"\n" + sent.data
    assert b"\n" not in sent.data.replace(b"\r\n", b"")
    assert b"\r" not in sent.data.replace(b"\r\n", b"")
    assert max(map(len, sent.data.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    ("language", "encoding"), [("english", "quoted-printable"), ("chinese", "base64")]
)
def test_the_transfer_encoding_follows_from_the_content(language, encoding):
    text = next(read(mail(language)).iter_parts())
    assert text["Content-Transfer-Encoding"] == encoding


def test_the_same_recipient_gets_the_same_bytes_from_another_composer():
    again = composer("english", [signer("rsa"), signer("ed25519")])
    assert again.compose(reader()).data == mail()


def test_nothing_of_one_recipient_stands_in_anothers_mail():
    first = mail(key="key-of-mira", name="Wilhelmina Quist")
    second = mail(
        key="key-of-tomas", name="", address="tomas@quay.example", domain="quay.example",
        message_id="<2026-W04.other@news.example.org>",
    )  # fmt: skip
    for own in (b"key-of-mira", b"Wilhelmina", b"harbour.example", b"5d41402abc4b2a76"):
        assert own in first.replace(b"=\r\n", b"")
        assert own not in second.replace(b"=\r\n", b"")


def test_what_is_each_recipients_own_is_put_in_without_encoding_the_rest_again(monkeypatch):
    made = composer()
    made.compose(reader())
    monkeypatch.setattr(composing, "cut", None)
    assert b"mira@harbour.example" in made.compose(reader(key="another")).data


def test_the_envelope_names_the_mail_and_says_where_it_goes():
    out = once("english").compose(reader())
    assert (out.delivery_id, out.domain) == (7, "harbour.example")
    assert out.message_id == reader().message_id
    assert re.fullmatch(r"bounces\+d7[0-9a-f]{16}@news\.example\.org", out.envelope.sender)
    assert out.envelope.recipient == "mira@harbour.example"
    assert not out.envelope.international


def test_a_domain_outside_ascii_goes_out_in_its_idna_form():
    out = once("english").compose(
        reader(address="Mira@bücher.example", domain="xn--bcher-kva.example", name="")
    )
    assert out.envelope.recipient == "Mira@xn--bcher-kva.example"
    assert read(out.data)["To"] == "Mira@xn--bcher-kva.example"


def test_a_local_part_outside_ascii_asks_for_a_server_that_takes_it():
    out = once("english").compose(reader(address="grüße@harbour.example", name="Größe"))
    assert out.envelope.international
    assert out.envelope.recipient == "grüße@harbour.example"
    assert "<grüße@harbour.example>".encode() in head(out.data)
    assert not re.search(rb"<[^>]*=\?", head(out.data)), "never an encoded word in an address"
    assert dkim.DKIM(out.data).verify(1, dnsfunc=dns)


@pytest.mark.parametrize(
    "address",
    ["no address", "a b@x.example", "@x.example", "a@b@x.example", 'a"b@x.example', "a<b@x.example",
     "a\r\nBcc: b@x.example", "a\x85b@x.example"],
)  # fmt: skip
def test_an_address_that_could_break_a_header_is_refused(address):
    with pytest.raises(MailError):
        once("english").compose(reader(address=address))


@pytest.mark.parametrize("domain", ["", "x.example\r\nBcc: y", "bücher.example", "x..example"])
def test_a_domain_that_could_break_a_header_is_refused(domain):
    with pytest.raises(MailError):
        once("english").compose(reader(domain=domain))


@given(name=TEXT)
def test_any_name_makes_a_legal_header(name):
    data = of(name=name)
    message = read(data)
    assert [a.addr_spec for a in message["To"].addresses] == ["mira@harbour.example"]
    assert message["Bcc"] is None
    assert_legal(data)


@given(subject=LINE)
def test_any_subject_comes_back_from_a_legal_header(subject):
    data = of(subject=subject)
    assert str(read(data)["Subject"]) == subject
    assert_legal(data)


def assert_legal(data):
    for line in head(data).split(b"\r\n"):
        assert line.strip()
        assert line.isascii()
        assert all(len(word) <= 75 for word in ENCODED.findall(line))
        assert len(line) <= (76 if ENCODED.search(line) else 998)


@given(st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=400))
def test_no_token_makes_an_encoded_word_of_a_structured_field(token):
    made = composer(made=lambda named: Content("x", "<p>x</p>", "x", {}))
    data = made.compose(reader(key=token)).data
    address = links(token).unsubscribe
    assert f"\r\nList-Unsubscribe: <{address}>\r\n".encode() in data
    assert not ENCODED.search(head(data))


def test_a_mail_address_may_follow_the_one_click_address():
    made = composer(letterhead=replace(LETTERHEAD, mailto="leave@news.example.org"))
    value = str(read(made.compose(reader()).data)["List-Unsubscribe"])
    address = links(reader().key).unsubscribe
    assert value == f"<{address}>, <mailto:leave@news.example.org>"


def test_a_local_hour_gives_a_mail_its_own_date():
    data = mail(date=LETTERHEAD.date + timedelta(hours=9))
    assert str(read(data)["Date"]) == "Mon, 26 Jan 2026 09:00:00 +0000"


@pytest.mark.parametrize("sender", ["abc", "a sender", "sixteen-letters-", "港湾港湾港湾"])
def test_a_feedback_id_that_mailboxes_do_not_take_is_refused(sender):
    with pytest.raises(MailError, match=r"\[mail\] feedback_id"):
        composer(
            letterhead=replace(LETTERHEAD, feedback=("W", "weekly", "digest", sender))
        ).compose(reader())


def test_what_a_reader_is_called_is_never_markup():
    html = parts(of(name='<b>"Mira" & co</b>'))[1]
    assert "<b>" not in html
    assert unescape(html) == '<p>Hello <b>"Mira" & co</b></p>'
