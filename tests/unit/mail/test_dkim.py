"""Signatures: dkimpy is the judge."""

import re
from datetime import UTC, datetime

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

from syndicate.config.mail import Dkim
from syndicate.mail.address import Mailbox
from syndicate.mail.dkim import OVERSIGNED, load_key, load_signers, relaxed_body, sign
from syndicate.mail.dkimkey import make_key
from syndicate.mail.message import compose
from syndicate.model.errors import KeyFileError
from tests.unit.mail.keys import dns, key, published, signer

NOW = datetime(2026, 1, 26, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)


def letter(**changes):
    values = {
        "sender": Mailbox("盐港周报", "digest@news.example.org"),
        "to": Mailbox("", "reader@example.com"),
        "subject": "The tide mill turns again",
        "html": "<!DOCTYPE html><html><body><p>Hello  there</p></body></html>",
        "text": "Hello  there\n\n\n",
        "date": NOW,
        "message_id": "<7f@news.example.org>",
    }
    return compose(**(values | changes))


def verified(mail):
    """Whether every signature of a mail holds."""
    judge = dkim.DKIM(mail)
    count = sum(name.lower() == b"dkim-signature" for name, _ in judge.headers)
    assert count
    try:
        return all(judge.verify(idx, dnsfunc=dns) for idx in range(count))
    except dkim.ValidationError:
        return False


def tags(mail):
    field = re.match(rb"DKIM-Signature: (.*?\r\n)(?![ \t])", mail, re.DOTALL)[1]
    pairs = re.sub(rb"\s+", b"", field).decode().split(";")
    return dict(pair.split("=", 1) for pair in pairs)


@pytest.mark.parametrize("kinds", [("rsa",), ("ed25519",), ("rsa", "ed25519")])
def test_a_signed_letter_verifies(kinds):
    mail = sign(letter(), [signer(kind) for kind in kinds], NOW)
    assert mail.count(b"DKIM-Signature:") == len(kinds)
    assert verified(mail)


@given(subject=TEXT, text=TEXT, html=TEXT, name=TEXT)
def test_whatever_a_letter_says_its_signature_verifies(subject, text, html, name):
    subject, name = (
        "".join(c for c in each if c.isprintable() or c == " ") for each in (subject, name)
    )
    mail = letter(
        subject=subject, text=text, html=html, to=Mailbox(name.strip(), "reader@example.com")
    )
    assert verified(sign(mail, [signer("ed25519")], NOW))


@pytest.mark.parametrize("name", OVERSIGNED)
def test_a_field_put_in_front_breaks_the_signature(name):
    mail = sign(letter(headers=[("List-Unsubscribe", "<https://example.org/u>")]), [signer()], NOW)
    assert verified(mail)
    assert not verified(f"{name}: <https://elsewhere.example/>\r\n".encode() + mail)


def test_a_changed_body_breaks_the_signature():
    assert not verified(sign(letter(), [signer()], NOW).replace(b"there", b"where"))


def test_it_says_what_it_does():
    said = tags(sign(letter(), [signer()], NOW))
    assert said["a"] == "rsa-sha256"
    assert said["c"] == "relaxed/relaxed"
    assert (said["d"], said["s"]) == ("example.org", "rsa")
    assert said["t"] == str(int(NOW.timestamp()))
    assert "l" not in said


def test_what_makes_a_list_s_mail_is_signed():
    names = (
        "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Archive", "Feedback-ID",
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
    )  # fmt: skip
    mail = letter(
        list_id="weekly.news.example.org",
        headers=[
            ("List-Unsubscribe", "<https://example.org/u>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ("List-Archive", "<https://example.org/editions/>"),
            ("Feedback-ID", "W04:weekly:digest:harbour"),
        ],
    )
    listed = tags(sign(mail, [signer()], NOW))["h"].split(":")
    for name in names:
        assert listed.count(name.lower()) == (2 if name.lower() in OVERSIGNED else 1), name
    assert listed.count("reply-to") == 1, "one put in would break the signature"


def test_lines_of_the_signature_are_short():
    head = sign(letter(), [signer()], NOW).partition(b"From:")[0]
    assert max(map(len, head.split(b"\r\n"))) <= 78


def test_the_same_mail_gets_the_same_signature():
    both = [signer("rsa"), signer("ed25519")]
    assert sign(letter(), both, NOW) == sign(letter(), both, NOW)


@given(st.text(st.sampled_from(" \tab\n")))
def test_bodies_are_relaxed_as_the_judge_relaxes_them(text):
    body = text.replace("\n", "\r\n").encode() + b"\r\n"
    assert relaxed_body(body) == dkim.canonicalization.Relaxed.canonicalize_body(body)


def test_a_record_says_the_public_key_in_strings_that_dns_holds():
    found = published()
    assert found.name == "rsa._domainkey.example.org"
    assert found.text.startswith("v=DKIM1; k=rsa; p=MII")
    assert "".join(found.strings) == found.text
    assert max(map(len, found.strings)) <= 255
    assert found.zone.startswith('rsa._domainkey.example.org. IN TXT "v=DKIM1; k=rsa; p=')


def test_an_ed25519_record_holds_the_key_alone():
    assert re.fullmatch(r"v=DKIM1; k=ed25519; p=[A-Za-z0-9+/]{43}=", published("ed25519").text)


def written(tmp_path, data=None, mode=0o600):
    path = tmp_path / "dkim.key"
    path.write_bytes(make_key("ed25519") if data is None else data)
    path.chmod(mode)
    return path


def pem(private):
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def test_without_a_key_nobody_signs():
    assert load_signers(Dkim()) == ()


def test_the_configured_keys_sign(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(pem(key()))
    second.write_bytes(pem(key("ed25519")))
    for each in (first, second):
        each.chmod(0o600)
    signers = load_signers(
        Dkim(
            domain="example.org",
            selector="rsa",
            key=first,
            ed25519_selector="ed25519",
            ed25519_key=second,
        )
    )
    assert [each.algorithm for each in signers] == ["rsa-sha256", "ed25519-sha256"]
    assert verified(sign(letter(), signers, NOW))


def test_ed25519_alone_is_refused_since_the_large_mailboxes_do_not_know_it(tmp_path):
    with pytest.raises(KeyFileError, match="not an RSA key"):
        load_signers(Dkim(domain="example.org", selector="s", key=written(tmp_path)))


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"nothing", "not an unencrypted PEM key"),
        (b"", "not an unencrypted PEM key"),
        (pem(ec.generate_private_key(ec.SECP256R1())), "neither RSA nor Ed25519"),
        (pem(rsa.generate_private_key(65537, 1024)), "1024 bits; 2048 are the least"),
    ],
)
def test_a_key_that_will_not_do_is_named_with_the_cause(tmp_path, data, cause):
    with pytest.raises(KeyFileError, match=cause):
        load_key(written(tmp_path, data))


def test_a_key_that_others_may_read_is_refused(tmp_path):
    with pytest.raises(KeyFileError, match="chmod 600"):
        load_key(written(tmp_path, mode=0o644))


def test_a_key_that_is_not_there_is_named(tmp_path):
    with pytest.raises(KeyFileError, match="no such file"):
        load_key(tmp_path / "gone.key")
