"""An edition by LMTP into a real mail store, and read there by IMAP, as a reader does."""

from __future__ import annotations

import email
import email.policy
import imaplib
import ssl
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from syndicate.jobs.delivery.deliver import deliver_due
from syndicate.jobs.press import Press
from syndicate.store import subscribers, suppressions
from tests.conftest import missing
from tests.support import dovecot
from tests.support.authority import Certified, certified
from tests.support.mailing import edition, mailing, newsroom, readers, rows

NELL, LIN, GONE = "nell@harbour.example", "lin@harbour.example", "gone@harbour.example"


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    return certified(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def store(tmp_path: Path, tls: Certified) -> Iterator[dovecot.Served]:
    """Dovecot, which knows two of the three readers."""
    if dovecot.why_not():
        missing("dovecot", dovecot.why_not())
    with dovecot.running(tmp_path / "dovecot", tls, NELL, LIN) as served:
        yield served


@pytest.fixture
def press(tmp_path: Path, store: dovecot.Served) -> Iterator[Press]:
    """A newsroom that hands its mail to that store."""
    room = newsroom(tmp_path, "sqlite:///data/store.db", 25)
    text = room.site.file.read_text().replace('"smtp"', '"lmtp"')
    room.site.file.write_text(text.replace('host = "127.0.0.1"', f'host = "{store.lmtp}"'))
    with room.press() as opened:
        readers(opened, [NELL, LIN, GONE])
        edition(opened)
        yield opened


def mailbox(store: dovecot.Served, tls: Certified, user: str) -> list[EmailMessage]:
    """All that somebody has in their mailbox."""
    context = ssl.create_default_context(cafile=tls.authority)
    with imaplib.IMAP4_SSL("localhost", store.port, ssl_context=context) as reading:
        reading.login(user, dovecot.PASSWORD)
        reading.select("INBOX", readonly=True)
        _, (numbers,) = reading.search(None, "ALL")
        found = []
        for number in numbers.split():
            _, parts = reading.fetch(number, "(BODY.PEEK[])")
            found.append(email.message_from_bytes(parts[0][1], policy=email.policy.default))
    return found


def test_an_edition_goes_into_a_mail_store_and_is_read_there(
    press: Press, store: dovecot.Served, tls: Certified
) -> None:
    deliver_due(press)
    sent = {row.message_id: row for row in rows(press) if row.state == "accepted"}
    assert len(sent) == 2
    for user in (NELL, LIN):
        (mail,) = mailbox(store, tls, user)
        row = sent.pop(mail["Message-ID"])
        assert (row.code, row.enhanced, row.relay) == (250, "2.0.0", str(store.lmtp))
        assert mail["To"] == user
        assert mail["Delivered-To"] == user
        assert mail.get_body(("plain",)) is not None
        html = mail.get_body(("html",))
        assert html is not None
        assert mail["Subject"] in html.get_content()


def test_whom_the_mail_store_does_not_know_has_failed_and_is_mailed_no_more(
    press: Press, store: dovecot.Served
) -> None:
    report = deliver_due(press)
    assert report.summary() == {
        "accepted": 2,
        "deferred": 0,
        "failed": 1,
        "in_doubt": 0,
        "left_out": 0,
    }
    (row,) = (row for row in rows(press) if row.state == "failed")
    assert (row.code, row.enhanced) == (550, "5.1.1")
    assert "User doesn't exist" in row.reply
    with press.store.read() as connection:
        gone = subscribers.by_canonical(connection, GONE)
        assert gone is not None
        assert row.subscriber_id == gone.id
        (barred,) = suppressions.of(connection, gone.fingerprint)
    assert (barred.reason, barred.detail) == ("bounced", "5.1.1")
    assert mailing(press).state == "done"


def test_nothing_is_twice_in_a_mailbox(press: Press, store: dovecot.Served, tls: Certified) -> None:
    deliver_due(press)
    deliver_due(press)
    assert [len(mailbox(store, tls, user)) for user in (NELL, LIN)] == [1, 1]
