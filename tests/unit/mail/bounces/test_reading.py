"""Reports of every form: whose they are, and what they say."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.bounces.finding import Report
from syndicate.mail.bounces.message import LIMIT, PARTS
from syndicate.mail.bounces.reading import read
from syndicate.mail.verp import Returned
from syndicate.model.errors import BounceError

SEVENTH = Returned("delivery", 7)
SAMPLES = Path(__file__).parents[3] / "data/bounces"


def reads(address: str) -> Returned | None:
    """Stands for VERP: the one token there is belongs to delivery 7."""
    return SEVENTH if address.lower() == "bounce+token7@saltmarrow.example" else None


def no_token(_: str) -> None:
    return None


def sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.eml").read_bytes()


def told(report: Report) -> tuple:
    (finding,) = report.findings
    return finding.kind, finding.status, finding.found_by, finding.returned


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("postfix-no-such-user", ("hard", "5.1.1", "verp", SEVENTH)),
        ("mailbox-full", ("soft", "5.2.2", "dsn", None)),
        ("delayed", ("other", "4.4.1", "verp", SEVENTH)),
        ("policy", ("ours", "5.7.515", "verp", SEVENTH)),
        ("global", ("hard", "5.1.6", "dsn", None)),
        ("complaint", ("complaint", "", "verp", SEVENTH)),
        ("holiday", ("autoreply", "", "autoreply", SEVENTH)),
        ("qmail", ("hard", "5.1.1", "flufl", None)),
        ("own-form", ("hard", "5.1.1", "verp", SEVENTH)),
        ("a-person-writes", ("other", "", "verp", SEVENTH)),
    ],
)
def test_each_form_says_what_happened_and_to_whose_mail(name: str, expected: tuple) -> None:
    assert told(read(sample(name), reads)) == expected


@pytest.mark.parametrize(
    ("name", "message_id", "address"),
    [
        ("postfix-no-such-user", "<e4.7@saltmarrow.example>", "ida@quayside.example"),
        ("mailbox-full", "<e4.8@saltmarrow.example>", "fang@lanterns.example"),
        ("global", "<e4.9@saltmarrow.example>", "方可@lanterns.example"),
        ("complaint", "<e4.7@saltmarrow.example>", "redacted@lanterns.example"),
        ("qmail", "<e4.10@saltmarrow.example>", "tom@old.cliffs.example"),
    ],
)
def test_without_a_token_a_report_claims_a_mail_and_an_address(
    name: str, message_id: str, address: str
) -> None:
    (finding,) = read(sample(name), no_token).findings
    assert (finding.returned, finding.message_id, finding.address) == (None, message_id, address)


def test_a_form_that_nobody_knows_needs_a_token() -> None:
    assert read(sample("own-form"), no_token).findings == ()


def test_an_ordinary_mail_is_no_report() -> None:
    assert read(sample("a-person-writes"), no_token).findings == ()


def test_the_envelope_s_recipient_may_hold_the_token() -> None:
    report = read(sample("mailbox-full"), reads, recipients=("bounce+token7@saltmarrow.example",))
    assert told(report) == ("soft", "5.2.2", "verp", SEVENTH)


def test_a_reader_s_own_forwarding_makes_one_finding_of_several_addresses() -> None:
    text = sample("postfix-no-such-user").replace(
        b"Final-Recipient: rfc822; ida",
        b"Final-Recipient: rfc822; first@else.example\nAction: relayed\nStatus: 2.0.0\n\n"
        b"Final-Recipient: rfc822; ida",
    )
    assert told(read(text, reads)) == ("hard", "5.1.1", "verp", SEVENTH)


def test_what_a_server_says_is_kept_on_one_line_without_the_address() -> None:
    (finding,) = read(sample("postfix-no-such-user"), reads).findings
    assert finding.detail == "550 5.1.1 (address): Recipient address rejected: User unknown"


def test_an_expired_delivery_is_soft_even_with_words_that_sound_final() -> None:
    text = sample("delayed").replace(b"Action: delayed", b"Action: failed")
    assert told(read(text, reads))[:2] == ("soft", "4.4.1")


def test_a_warning_that_a_mail_is_late_is_no_bounce() -> None:
    """Exim's, in no standard form: it goes on trying for days."""
    found = read(sample("exim-warning"), reads)
    assert told(found) == ("other", "4.2.0", "verp", SEVENTH)
    without_address = sample("exim-warning").replace(b"  ida@quayside.example\n", b"")
    assert told(read(without_address, reads)) == ("other", "4.2.0", "verp", SEVENTH)


@pytest.mark.parametrize(
    "strange", [b"<e4\x00.7@a.example>", b"<e4\xff.7@a.example>", b"<e4\x1b[2J.7@a.example>"]
)
@pytest.mark.parametrize("place", ["postfix-no-such-user", "qmail"])
def test_no_mail_of_ours_has_an_id_of_anything_but_plain_characters(
    place: str, strange: bytes
) -> None:
    """It is looked for in a database that may stumble over others."""
    text = sample(place).replace(b"<e4.7@saltmarrow.example>", strange)
    (finding,) = read(text.replace(b"<e4.10@saltmarrow.example>", strange), no_token).findings
    assert finding.message_id == ""


def test_a_report_of_a_forged_sender_is_no_complaint() -> None:
    text = sample("complaint").replace(b"Feedback-Type: abuse", b"Feedback-Type: auth-failure")
    assert told(read(text, reads))[0] == "other"


def test_one_report_is_known_again_however_it_was_fetched() -> None:
    once = sample("postfix-no-such-user")
    again = b"Delivered-To: collector@saltmarrow.example\r\n" + once.replace(b"\n", b"\r\n")
    assert read(once, reads).fingerprint == read(again, reads).fingerprint


def test_a_report_without_an_id_is_known_by_its_text() -> None:
    once = sample("policy").replace(b"Message-ID: <policy.1@cliffs.example>\n", b"")
    again = b"X-Trace: 1\r\n" + once.replace(b"\n", b"\r\n")
    other = once.replace(b"5.7.515", b"5.7.516")
    assert read(once, reads).fingerprint == read(again, reads).fingerprint
    assert read(once, reads).fingerprint != read(other, reads).fingerprint


def test_the_same_words_on_two_mails_are_two_reports() -> None:
    """Some servers give their reports no id, and say the same of everybody."""
    known = {f"bounce+token{number}@a.example": Returned("delivery", number) for number in (7, 8)}
    found = [
        read(sample("own-form").replace(b"token7", token), known.get, recipients=(address,))
        for token, address in zip((b"token7", b"token8"), known, strict=True)
    ]
    unnamed = [
        read(
            sample("own-form").replace(b"Message-ID: <own.1@harbour.example>\n", b""),
            known.get,
            recipients=(address,),
        )
        for address in known
    ]
    assert len({report.fingerprint for report in unnamed}) == 2
    assert len({report.fingerprint for report in found}) == 1


def test_two_reports_are_not_one() -> None:
    first, second = sample("postfix-no-such-user"), sample("policy")
    assert read(first, reads).fingerprint != read(second, reads).fingerprint


def test_a_report_is_understood_though_a_large_mail_follows_it() -> None:
    text = sample("mailbox-full").replace(b"News of the water.", b"News.\n" * LIMIT)
    assert told(read(text, reads))[:2] == ("soft", "5.2.2")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "latin-1"])
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("own-form", ("hard", "5.1.1", "verp", SEVENTH)),
        ("qmail", ("hard", "5.1.1", "flufl", None)),
        ("postfix-no-such-user", ("hard", "5.1.1", "verp", SEVENTH)),
    ],
)
def test_a_server_may_write_its_headers_in_any_bytes(
    name: str, expected: tuple, encoding: str
) -> None:
    """Many do, though RFC 5322 has none but ASCII there."""
    raw = ("邮件系统" if encoding != "latin-1" else "Zustellsystem für Post").encode(encoding)
    text = sample(name).replace(b"From: ", b"From: " + raw + b" <", 1)
    text = text.replace(b"\n", b">\nX-Comment: " + raw + b"\n", 1)
    assert told(read(text, reads)) == expected


def test_a_subject_in_raw_utf8_is_read() -> None:
    text = sample("own-form").replace(b"=?utf-8?b?57O757uf6YCA5L+h?=", "系统退信".encode())
    text = text.replace(b"postmaster@", b"noreply@")
    assert told(read(text, reads)) == ("hard", "5.1.1", "verp", SEVENTH)


def test_a_form_that_nobody_can_make_sense_of_is_judged_by_its_words() -> None:
    """Here flufl.bounce finds an address outside ASCII, and stumbles over it."""
    text = sample("own-form").replace(
        "很抱歉".encode(), "您的邮件, 用户tom@harbour.example不存在, 退回".encode()
    )
    assert told(read(text, reads)) == ("hard", "5.1.1", "verp", SEVENTH)


def nested(depth: int) -> bytes:
    opening = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(depth)
    )
    return b"From: a@b.example\n" + opening + b"\nend"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n",
        nested(PARTS + 1),
        b"Content-Type: message/rfc822\n\n" * (PARTS + 1),
        b"".join(b"X-%d: y\n" % number for number in range(2000)) + b"\nbody",
    ],
    ids=["nothing", "blank", "nested", "letters in letters", "headers"],
)
def test_what_is_no_mail_or_a_trap_is_refused(data: bytes) -> None:
    with pytest.raises(BounceError, match=r"^report: "):
        read(data, reads)


HOSTILE = {
    "one line without end": b"Your message to:\n" + b"<" * LIMIT,
    "the same, encoded": b"Your message to:\n" + b"=3C" * (LIMIT // 3),
    "dashes": b"-" * LIMIT,
    "lines": b"Failed addresses follow:\n" + b"<a@b \n" * (LIMIT // 6),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_report_keeps_its_reader_busy(name: str) -> None:
    """Some kept it so for minutes. Here the kernel ends whoever takes twenty seconds of work."""
    head = b"From: MAILER-DAEMON@a.example\nContent-Transfer-Encoding: quoted-printable\n\n"
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_CPU, (20, 20));"
        "from syndicate.mail.bounces.reading import read;"
        "read(sys.stdin.buffer.read(), lambda _: None)"
    )
    done = subprocess.run([sys.executable, "-c", program], input=head + HOSTILE[name], check=False)
    assert done.returncode == 0


def test_as_many_parts_as_are_allowed_are_read() -> None:
    assert read(nested(PARTS), reads).findings == ()


@given(st.binary(max_size=3000))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(BounceError):
        assert isinstance(read(data, reads), Report)


@given(
    st.sampled_from(sorted(path.stem for path in SAMPLES.glob("*.eml"))),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=40), st.integers(0, 60)), max_size=6),
)
def test_a_damaged_report_is_read_or_refused(name: str, damage: list) -> None:
    data = sample(name)
    for place, inserted, removed in damage:
        start = int(place * len(data))
        data = data[:start] + inserted + data[start + removed :]
    with suppress(BounceError):
        assert isinstance(read(data, reads), Report)
