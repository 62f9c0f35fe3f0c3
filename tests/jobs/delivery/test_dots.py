"""A dot alone on a line ends a mail for a server (RFC 5321, 4.5.2): ours arrive with theirs.

From the template to the mailbox, through a Postfix that others wrote.
"""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import dkim
import pytest

from syndicate.jobs.delivery.deliver import deliver_due
from syndicate.mail.dkim import load_key
from syndicate.mail.dkimkey import record
from syndicate.resources import eject
from syndicate.store import subscribers
from tests.conftest import missing
from tests.support import postfix
from tests.support.mailing import edition, newsroom, readers, states

NAME = "..Nell"
#: On the first line of a part, alone, behind a full line, behind and before what is the reader's.
DOTTED = ".\n..\n.dot\n" + "x" * 75 + ".x\nNAME.NAME\n.NAME\n"
MARKED = DOTTED.replace("NAME", "{{ reader.name }}")
#: With so much outside ASCII a part is written in base64.
CHINESE = "港湾的渡船又开航了。\n" * 800


@pytest.mark.parametrize("more", ["", "smtpd_discard_ehlo_keywords = chunking\n"])
@pytest.mark.parametrize("padding", ["", CHINESE], ids=["quoted-printable", "base64"])
def test_dots_arrive_as_they_were_written(tmp_path: Path, more: str, padding: str) -> None:
    if why := postfix.why_not():
        missing("postfix", why)
    with postfix.running("d0.example", more=more) as server:
        room = newsroom(tmp_path, "sqlite:///data/store.db", server.port)
        eject(("mail/digest.txt", "mail/digest.html"), room.site.root)
        folder = room.site.root / "templates" / "mail"
        text, html = folder / "digest.txt", folder / "digest.html"
        text.write_text(f"{MARKED}{padding}{text.read_text()}")
        ending = f"<pre>{MARKED}{padding}</pre></body>"
        html.write_text(html.read_text().replace("</body>", ending))
        with room.press() as press:
            readers(press, 1)
            with press.store.write() as connection:
                subscribers.change(connection, 1, name=NAME)
            edition(press)
            assert deliver_due(press).errors == ()
            assert states(press) == {"accepted": 1}
        (arrived,) = server.arrived(1)
        published = record("test", "gazette.example", load_key(room.site.root / "dkim.pem")).text
    assert dkim.verify(arrived, dnsfunc=lambda name, timeout=5: published.encode())
    message = email.message_from_bytes(arrived, policy=email.policy.default)
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        assert part is not None
        assert part["Content-Transfer-Encoding"] == ("base64" if padding else "quoted-printable")
        assert DOTTED.replace("NAME", NAME) in part.get_content().replace("\r\n", "\n")
