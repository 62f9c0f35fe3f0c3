"""rss2email turns what ``syndicate serve`` publishes into mail, in a maildir of its own.

The story is told once; each test looks at one part of it.
"""

from __future__ import annotations

import mailbox
import os
import shutil
import subprocess
from dataclasses import dataclass
from email import message_from_binary_file, policy
from email.message import EmailMessage
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.conftest import missing
from tests.e2e.serving import Serving, serving
from tests.support.following import (
    CORRECTED,
    FEEDS,
    FERRY,
    FIRST,
    GULLS,
    LAST,
    MARSH,
    add,
    correct,
    newsroom,
    withdraw,
)

pytestmark = pytest.mark.reader

RSS, ATOM = FEEDS

CONFIGURATION = """\
[DEFAULT]
to = reader@home.example
email-protocol = maildir
maildir-path = {home}/mail
date-header = True
date-header-order = issued
{more}

[feed.city]
url = {address}
"""


def _message(file: BinaryIO) -> EmailMessage:
    return message_from_binary_file(file, EmailMessage, policy=policy.default)


class Rss2email:
    """rss2email with one subscription and a home of its own."""

    def __init__(self, home: Path, address: str, *more: str) -> None:
        self.home = home
        self.more = "\n".join(more)
        (home / "mail").mkdir(parents=True)
        self.subscribe(address)

    def subscribe(self, address: str) -> None:
        """Have the subscription at an address, the first or another one."""
        (self.home / "config").write_text(
            CONFIGURATION.format(home=self.home, address=address, more=self.more)
        )

    def run(self) -> None:
        """Look for news and mail them."""
        program = shutil.which("r2e")
        assert program is not None
        done = subprocess.run(
            [program, "-c", "config", "-d", "data.json", "run"],
            cwd=self.home,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(self.home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
            check=False,
        )
        said = done.stdout
        assert done.returncode == 0, said
        assert "[ERROR]" not in said, said
        assert "[WARNING]" not in said, said

    def mails(self) -> list[EmailMessage]:
        """What has come so far, in the order of the articles' dates, then of arrival."""
        inbox = mailbox.Maildir(self.home / "mail/INBOX", factory=_message)
        return sorted(inbox, key=lambda mail: (mail["Date"].datetime, mail["In-Reply-To"] or ""))


@dataclass
class Story:
    """Readers of each format, and what had come to each at some points of the story.

    ``plain`` mails text, ``full`` HTML, ``keen`` wants to hear of corrections,
    ``fickle`` changes over to the other format, ``late`` comes after a
    withdrawal.
    """

    first: dict[tuple[str, str], list[EmailMessage]]
    statuses: dict[str, list[int]]
    followed: dict[tuple[str, str], list[EmailMessage]]
    late: dict[str, list[EmailMessage]]


SETTINGS = {
    "plain": (),
    "full": ("html-mail = True",),
    "keen": ("reply-changes = True",),
    "fickle": (),
}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    if shutil.which("r2e") is None:
        missing("rss2email", "install Debian's package rss2email")
    home = tmp_path_factory.mktemp("rss2email")
    site = newsroom(home / "site")
    with serving(site) as serve:
        for feed in FEEDS:
            serve.wait_for(feed, MARSH)
        readers = {
            (kind, feed): Rss2email(home / kind / feed, serve.url + feed, *more)
            for feed in FEEDS
            for kind, more in SETTINGS.items()
        }
        first = _visit(readers)
        statuses = {
            feed: _statuses_of_a_visit(serve, readers["plain", feed], feed) for feed in FEEDS
        }
        for feed, other in zip(FEEDS, reversed(FEEDS), strict=True):
            readers["fickle", feed].subscribe(serve.url + other)
            readers["fickle", feed].run()
        correct(site)
        add(site)
        for feed in FEEDS:
            serve.wait_for(feed, "by lamplight")
            serve.wait_for(feed, GULLS)
        followed = _visit(readers)
        withdraw(site)
        late = {}
        for feed in FEEDS:
            serve.wait_without(feed, MARSH)
            latecomer = Rss2email(home / "late" / feed, serve.url + feed)
            latecomer.run()
            late[feed] = latecomer.mails()
    return Story(first, statuses, followed, late)


def _visit(readers: dict[tuple[str, str], Rss2email]) -> dict[tuple[str, str], list[EmailMessage]]:
    for reader in readers.values():
        reader.run()
    return {name: reader.mails() for name, reader in readers.items()}


def _statuses_of_a_visit(serve: Serving, reader: Rss2email, feed: str) -> list[int]:
    serve.settle()
    before = len(serve.requests(f"/{feed}"))
    reader.run()
    serve.settle()
    return serve.requests(f"/{feed}")[before:]


@pytest.fixture(params=FEEDS)
def feed(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def subjects(mails: list[EmailMessage]) -> list[str]:
    return [str(mail["Subject"]) for mail in mails]


def test_every_article_is_one_mail_in_full(story: Story, feed: str):
    ferry, marsh = story.first["full", feed]
    assert (ferry["Subject"], marsh["Subject"]) == (FERRY, MARSH)
    text = ferry.get_content()
    assert FIRST in text
    assert "<li>rope &amp; tar</li>" in text
    assert '<p>Source: <a href="https://tidewire.example/a">Tidewire</a>.</p>' in text
    assert "https://www.gazette.example/201001/1.aspx" in text


def test_the_author_and_the_sections_stand_in_the_headers(story: Story, feed: str):
    ferry, marsh = story.first["full", feed]
    assert ferry["From"].addresses[0].display_name == "The Test Gazette: City: Nell Harrow"
    assert marsh["From"].addresses[0].display_name == "The Test Gazette: City: 何满"
    assert ferry["X-RSS-TAGS"] == "Harbour News,City"


def test_as_plain_text_rss_is_mailed_in_full(story: Story):
    text = story.first["plain", RSS][0].get_content()
    assert FIRST in text
    assert LAST in text
    assert "Source: [Tidewire](https://tidewire.example/a)." in text


def test_as_plain_text_atom_is_mailed_as_its_summary_with_the_source(story: Story):
    text = story.first["plain", ATOM][0].get_content()
    assert FIRST in text
    assert "URL: https://www.gazette.example/201001/1.aspx" in text
    assert "Via: Tidewire https://tidewire.example/a" in text


def test_it_gets_304_when_nothing_has_changed(story: Story, feed: str):
    assert story.statuses[feed] == [304]


def test_a_new_article_is_mailed_and_no_other_again(story: Story, feed: str):
    assert subjects(story.followed["plain", feed]) == [FERRY, MARSH, GULLS]


def test_changing_over_to_the_other_format_mails_nothing_again(story: Story, feed: str):
    assert subjects(story.followed["fickle", feed]) == [FERRY, MARSH, GULLS]


def test_a_correction_is_a_reply_for_who_wants_to_hear_of_it(story: Story, feed: str):
    first, reply, *_ = story.followed["keen", feed]
    assert subjects(story.followed["keen", feed]) == [FERRY, CORRECTED, MARSH, GULLS]
    assert reply["In-Reply-To"] == first["Message-ID"]
    assert reply["X-RSS-ID"] == first["X-RSS-ID"]


def test_a_hidden_article_is_not_mailed_to_who_comes_later(story: Story, feed: str):
    assert subjects(story.late[feed]) == [CORRECTED, GULLS]
