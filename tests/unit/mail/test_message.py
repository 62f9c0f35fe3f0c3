"""A composed mail, as a mail server and a mail reader see it."""

import re
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.address import Mailbox
from syndicate.mail.message import compose
from syndicate.model.errors import MailError

ENCODED = re.compile(rb"=\?[^?\s]+\?[bqBQ]\?[^?\s]*\?=")
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")))


def made(**changes):
    values = {
        "sender": Mailbox("The Week", "digest@news.example.org"),
        "to": Mailbox("", "reader@example.com"),
        "subject": "The tide mill turns again",
        "html": "<!DOCTYPE html><html><body><p>Hello</p></body></html>",
        "text": "Hello\n",
        "date": datetime(2026, 1, 26, 0, 0, tzinfo=UTC),
        "message_id": "<2026-W04.7f@news.example.org>",
        "list_id": "weekly.news.example.org",
        "list_name": "The Week",
    }
    return compose(**(values | changes))


def read(mail):
    return message_from_bytes(mail, policy=policy.default)


def heads(mail):
    """The message's header lines, folded as they are."""
    return mail.split(b"\r\n\r\n", 1)[0].split(b"\r\n")


def test_headers():
    message = read(made())
    assert not message.defects
    assert dict(message.items()) == {
        "From": "The Week <digest@news.example.org>",
        "To": "reader@example.com",
        "Subject": "The tide mill turns again",
        "Date": "Mon, 26 Jan 2026 00:00:00 +0000",
        "Message-ID": "<2026-W04.7f@news.example.org>",
        "List-Id": "The Week <weekly.news.example.org>",
        "MIME-Version": "1.0",
        "Content-Type": message["Content-Type"],
        "Content-Transfer-Encoding": "7bit",
    }


def test_text_comes_before_html():
    message = read(made())
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


@given(html=TEXT, text=TEXT)
def test_parts_come_back_as_they_were(html, text):
    plain, page = read(made(html=html, text=text)).iter_parts()
    assert plain.get_content() == text
    assert page.get_content() == html
    assert plain.get_content_charset() == "utf-8"


def test_lines_end_in_crlf_and_are_short():
    mail = made(html="<p>" + "word " * 500 + "</p>\n" * 3, text="港湾" * 400 + "\n.\n")
    assert b"\n" not in mail.replace(b"\r\n", b"")
    assert b"\r" not in mail.replace(b"\r\n", b"")
    assert max(map(len, mail.split(b"\r\n"))) <= 78


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("Plain words, café and a dash — here.\n", "quoted-printable"), ("港湾一周\n" * 20, "base64")],
)
def test_the_shorter_transfer_encoding_is_taken(text, encoding):
    plain, _ = read(made(text=text)).iter_parts()
    assert plain["Content-Transfer-Encoding"] == encoding


@given(TEXT)
def test_a_subject_comes_back_as_it_was(subject):
    mail = made(subject=subject)
    assert str(read(mail)["Subject"]) == subject
    for line in heads(mail):
        assert len(line) <= 76
        assert all(len(word) <= 75 for word in ENCODED.findall(line))


def test_a_long_token_without_spaces_stays_within_its_lines():
    mail = made(subject="x" * 300)
    assert str(read(mail)["Subject"]) == "x" * 300
    assert max(map(len, heads(mail))) <= 76


def test_structured_headers_hold_no_encoded_word():
    token = "https://news.example.org/unsubscribe/" + "a" * 90
    mail = made(
        headers=[("List-Unsubscribe", f"<{token}>"), ("Feedback-ID", "W04:weekly:digest:harbour")]
    )
    assert f"List-Unsubscribe: <{token}>".encode() in heads(mail)
    assert not ENCODED.search(mail.split(b"\r\n\r\n", 1)[0])


def test_a_name_outside_ascii_is_encoded_but_never_an_address():
    mail = made(sender=Mailbox("港湾一周", "digest@news.example.org"), list_name="港湾一周")
    message = read(mail)
    assert message["From"].addresses[0].display_name == "港湾一周"
    assert message["From"].addresses[0].addr_spec == "digest@news.example.org"
    assert b"<weekly.news.example.org>" in mail


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "Hello\r\nBcc: x@example.org"},
        {"subject": "Hello\nBcc: x@example.org"},
        {"subject": "Hello\x00"},
        {"subject": "Hello\x85there"},
        {"subject": "Hello\u2028there"},
        {"list_name": "The\nWeek"},
        {"sender": Mailbox("The\r\nWeek", "a@example.org")},
        {"to": Mailbox("", "a@example.org\r\nBcc: x@example.org")},
        {"message_id": "<a@b>\r\nBcc: x@example.org"},
        {"message_id": "no brackets@example.org"},
        {"list_id": "weekly"},
        {"list_id": "a.b>\r\nBcc: x"},
        {"headers": [("List-Unsubscribe", "<https://example.org/>\r\nBcc: x@example.org")]},
        {"headers": [("Bcc: x@example.org\r\nX", "y")]},
        {"headers": [("Feedback-ID", "港湾")]},
        {"headers": [("Feedback-ID", "x" * 1000)]},
        {"date": datetime(2026, 1, 26)},  # noqa: DTZ001 (that is the point)
    ],
)
def test_what_could_forge_or_break_a_header_is_refused(change):
    with pytest.raises(MailError):
        made(**change)


def test_the_same_arguments_give_the_same_bytes():
    assert made() == made()


def test_a_mail_to_one_person_need_not_come_from_a_list():
    assert read(made(list_id=""))["List-Id"] is None


def test_another_text_has_another_boundary():
    one = read(made()).get_boundary()
    other = read(made(text="Hello again\n")).get_boundary()
    assert one != other
    # "=" before anything that is not hexadecimal never comes out of an encoder.
    assert re.fullmatch(r"=[0-9a-f]{32}=", one)
