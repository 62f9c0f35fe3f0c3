"""A site as its visitors meet it: served, with a clock to be moved and an inbox to look into."""

from __future__ import annotations

import email
import email.policy
import http.client
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from html import unescape
from pathlib import Path
from urllib.parse import urlencode, urljoin

from syndicate.config.load import load_config
from syndicate.jobs.audience.gate import stamp
from syndicate.jobs.letters import send_due
from syndicate.jobs.press import Press, open_press
from tests.support.articles import page
from tests.support.audience import NELL, NOW, readers_site
from tests.support.filling import fill
from tests.web.serving import Reply, Server, served_press

#: Where the site's links lead, which the tests answer themselves.
PUBLIC = "https://news.gazette.example/"
URLENCODED = "application/x-www-form-urlencoded"
#: A proxy on this machine, whose word on a visitor's address is believed.
PROXIED = '[web]\ntrusted_proxies = ["127.0.0.1/32"]\n'

Fields = Mapping[str, str] | Sequence[tuple[str, str]]


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Reception:
    """A served site. ``mails`` are those that have left so far, the newest last."""

    press: Press
    clock: Clock
    server: Server
    mails: list[EmailMessage] = field(default_factory=list)

    def get(self, path: str, **headers: str) -> Reply:
        return self.server.ask(f"/{path}", **headers)

    def post(self, path: str, fields: Fields | bytes = b"", **headers: str) -> Reply:
        """Send a form, or bytes as they are; ``headers`` with ``_`` for ``-``."""
        body = fields if isinstance(fields, bytes) else urlencode(fields).encode()
        sent = {"Content-Type": URLENCODED} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        try:
            connection.request("POST", f"/{path}", body, sent)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def follow(self, path: str, reply: Reply) -> Reply:
        """The page that a form leads to."""
        assert reply.status == 303, reply.text
        return self.get(resolved(path, reply.headers["Location"]))

    def sign_up(self, address: str = NELL, *more: tuple[str, str], **headers: str) -> Reply:
        """Send the sign-up form, filled in with due care; to the weekly if ``more`` names none."""
        fields = [("email", address), ("stamp", self.stamp()), *more]
        if not any(name == "newsletter" for name, _ in more):
            fields.append(("newsletter", "weekly"))
        return self.post("subscribe", fields, **headers)

    def stamp(self) -> str:
        """The stamp of a form that somebody has had open for ten seconds."""
        made = stamp(self.press)
        self.clock.passes(seconds=10)
        return made

    def letters(self) -> list[EmailMessage]:
        """Send what is due; the letters that left now."""
        known = {mail["Message-ID"] for mail in self.mails}
        # In a thread: a test with a browser has an event loop running in its own.
        with ThreadPoolExecutor(1) as elsewhere:
            elsewhere.submit(send_due, self.press).result()
        folder = self.press.config.mail.outbox / "letters"
        found = [read_mail(path) for path in sorted(folder.glob("*.eml"))]
        fresh = [mail for mail in found if mail["Message-ID"] not in known]
        self.mails += fresh
        return fresh

    def subscribe(self, address: str = NELL, *more: tuple[str, str]) -> str:
        """Sign up and confirm; the path of the preferences."""
        self.sign_up(address, *more)
        (mail,) = self.letters()
        (path,) = paths(mail, "confirm")
        welcome = self.follow(path, self.post(path))
        return next(each for each in links(welcome.text, path) if each.startswith("preferences/"))


@contextmanager
def reception(
    root: Path, *overrides: str, store: str = "sqlite:///data/store.db", more: str = ""
) -> Iterator[Reception]:
    site = readers_site(root, store, more=more)
    clock = Clock()
    config = load_config(site.file, environment={}, overrides=overrides)
    with open_press(config, clock=clock) as press:
        fill(press, page("1"), page("2", breadcrumb=(("202", "Science"),)))
        with served_press(press) as server:
            yield Reception(press, clock, server)


def read_mail(path: Path) -> EmailMessage:
    read = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    return read


def part(mail: EmailMessage, kind: str) -> str:
    """The text of a mail's part, ``plain`` or ``html``."""
    found = mail.get_body((kind,))
    assert found is not None
    return str(found.get_content())


def paths(mail: EmailMessage, kind: str = "") -> list[str]:
    """Where a mail leads on the site: every address in its text part of one kind, or of any."""
    text = part(mail, "plain")
    return list(dict.fromkeys(re.findall(rf"{re.escape(PUBLIC)}({kind}[^\s<>\"]*)", text)))


def links(html: str, path: str) -> list[str]:
    """Where a page at ``path`` leads on the site, by its links."""
    found = [unescape(each) for each in re.findall(r'href="([^"#]+)"', html)]
    return [resolved(path, each) for each in found if not re.match(r"[a-z]+:", each)]


def resolved(path: str, reference: str) -> str:
    """A relative reference as seen from the page at ``path``, as a path from the root."""
    return urljoin(f"/{path}", reference).lstrip("/")
