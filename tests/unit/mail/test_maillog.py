"""Logs of mail servers: what they say became of mails."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from syndicate.mail.maillog import Logged, read

FIRST, SECOND = "<2026-W04.aa11@gazette.example>", "<2026-W04.bb22@gazette.example>"
LOG = f"""\
Jan 26 09:00:01 mx postfix/smtpd[11]: 4Bq1Xw2vZzz1: client=localhost[127.0.0.1]
Jan 26 09:00:01 mx postfix/cleanup[12]: 4Bq1Xw2vZzz1: message-id={FIRST}
Jan 26 09:00:02 mx postfix/smtp[13]: 4Bq1Xw2vZzz1: to=<a@b.example>, status=sent (250 2.0.0 Ok)
Jan 26 09:00:02 mx postfix/qmgr[10]: 4Bq1Xw2vZzz1: removed
Jan 26 09:00:03 mx postfix-relay/cleanup[12]: 8F2A1: message-id={SECOND}
Jan 26 09:00:04 mx postfix/smtp[13]: 8F2A1: to=<c@d.example>, status=deferred (450 later)
Jan 26 09:09:04 mx postfix/smtp[13]: 8F2A1: to=<c@d.example>, status=bounced (550 5.1.1 Nobody)
Jan 26 09:09:05 mx postfix/cleanup[12]: 9C001: message-id=<2026-W03.cc33@gazette.example>
Jan 26 09:09:06 mx postfix/cleanup[12]: 9C002: message-id=<stranger@elsewhere.example>
"""


def last(text: str) -> dict[str, Logged]:
    return {said.message_id: said for said in read(text.splitlines(), label="2026-W04")}


def test_a_mail_that_postfix_sent_was_accepted() -> None:
    assert last(LOG)[FIRST] == Logged(FIRST, "accepted")


def test_a_mail_that_bounced_has_failed_with_the_servers_word() -> None:
    assert last(LOG)[SECOND] == Logged(SECOND, "failed", "bounced: 550 5.1.1 Nobody")


def test_a_mail_that_postfix_has_queued_is_its_own_to_send() -> None:
    queued = "\n".join(LOG.splitlines()[:6])
    assert last(queued)[SECOND].fate == "accepted"


def test_mails_of_other_editions_are_passed_over() -> None:
    assert last(LOG).keys() == {FIRST, SECOND}


def test_a_plain_list_names_what_was_accepted() -> None:
    assert last(f"{FIRST}\nsomething {SECOND} else\n").keys() == {FIRST, SECOND}


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(said.message_id.startswith("<2026-W04.") for said in last(text).values())
