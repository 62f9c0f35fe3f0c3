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


def test_a_mail_that_broke_off_or_was_refused_was_not_accepted() -> None:
    """As Postfix 3.7 writes it: it names a mail when it has read the header."""
    names = "half", "bdat", "late", "header", "filter", "large", "whole"
    half, bdat, late, header, milter, large, whole = (
        f"<2026-W04.{name}@gazette.example>" for name in names
    )
    text = f"""\
mx postfix/smtpd[17]: 0C79322: client=localhost[127.0.0.1]
mx postfix/cleanup[19]: 0C79322: message-id={half}
mx postfix/smtpd[17]: lost connection after DATA (19988 bytes) from localhost[127.0.0.1]
mx postfix/smtpd[17]: 57DE822: client=localhost[127.0.0.1]
mx postfix/cleanup[19]: 57DE822: message-id={bdat}
mx postfix/smtpd[17]: lost connection after BDAT (20000 bytes) from localhost[127.0.0.1]
mx postfix/smtpd[18]: 1111111: client=localhost[127.0.0.1]
mx postfix/cleanup[19]: 1111111: message-id={late}
mx postfix/smtpd[18]: timeout after DATA (300 bytes) from localhost[127.0.0.1]
mx postfix/smtpd[24]: 4C94722: client=localhost[127.0.0.1]
mx postfix/cleanup[19]: 4C94722: message-id={header}
mx postfix/cleanup[19]: 4C94722: reject: header X-Bad: 1 from localhost: 5.7.1 bad
mx postfix/cleanup[19]: 9814822: message-id={milter}
mx postfix/cleanup[19]: 9814822: milter-reject: END-OF-MESSAGE from localhost: 5.7.1 bad
mx postfix/smtpd[17]: 4462222: client=localhost[127.0.0.1]
mx postfix/cleanup[19]: 4462222: message-id={large}
mx postfix/smtpd[17]: warning: 4462222: queue file size limit exceeded
mx postfix/smtpd[24]: E43B622: client=localhost[127.0.0.1]
mx postfix/cleanup[19]: E43B622: message-id={whole}
mx postfix/qmgr[15]: E43B622: from=<digest@gazette.example>, size=30279, nrcpt=1 (queue active)
mx postfix/smtpd[24]: lost connection after END-OF-MESSAGE from localhost[127.0.0.1]
"""
    assert last(text).keys() == {whole}
    # Tried again, it counts, and what breaks off after that takes nothing back.
    again = (
        "mx postfix/smtpd[17]: 0C79399: client=localhost[127.0.0.1]\n"
        f"mx postfix/cleanup[19]: 0C79399: message-id={half}\n"
        "mx postfix/qmgr[15]: 0C79399: from=<digest@gazette.example>, size=3, nrcpt=1\n"
        "mx postfix/smtpd[17]: lost connection after DATA (0 bytes) from localhost[127.0.0.1]\n"
    )
    assert last(text + again).keys() == {whole, half}


def test_what_a_filter_says_in_the_same_log_is_no_acceptance() -> None:
    text = f"""\
Jan 26 09:00:01 mx postfix/smtpd[17]: 0C79322: client=localhost[127.0.0.1]
Jan 26 09:00:01 mx postfix/cleanup[19]: 0C79322: message-id={FIRST}
Jan 26 09:00:01 mx amavis[88]: (88-01) Blocked SPAM, Message-ID: {FIRST}, Hits: 9
Jan 26 09:00:01 mx postfix/cleanup[19]: 0C79322: milter-reject: END-OF-MESSAGE: 5.7.1 no
"""
    assert last(text) == {}
    # Pieces of several logs, one of them a list.
    assert last(f"{text}{FIRST}\n").keys() == {FIRST}
    # A server that is not Postfix.
    alone = f"Jan 26 09:00:01 mx dovecot[7]: lmtp(nell): msgid={FIRST}: saved mail to INBOX\n"
    assert last(alone).keys() == {FIRST}


def test_mails_of_other_editions_are_passed_over() -> None:
    assert last(LOG).keys() == {FIRST, SECOND}


def test_a_plain_list_names_what_was_accepted() -> None:
    assert last(f"{FIRST}\nsomething {SECOND} else\n").keys() == {FIRST, SECOND}


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(said.message_id.startswith("<2026-W04.") for said in last(text).values())
