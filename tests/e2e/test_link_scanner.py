"""A program that opens every link in every mail and on every page it finds: nothing changes.

Mail filters and chat programs do that before anybody reads a mail. This one is
worse than they are: it follows links from page to page, sends HEAD and GET, and
takes the addresses of forms for links.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.support.audience import contents, states, subscribe, token
from tests.support.reception import PUBLIC, Reception, part, reception

#: More pages than the site has: who comes this far follows a circle that never ends.
MOST = 400


class _Addresses(HTMLParser):
    """Everything in a page that looks like an address."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in _HOLDING and value]


_HOLDING = {"href", "src", "action", "formaction", "data", "poster", "cite", "srcset"}


def addresses(html: str, at: str) -> Iterator[str]:
    """The addresses of a document on the site itself, as paths from its root."""
    parser = _Addresses()
    parser.feed(html)
    for each in parser.found:
        target = urlsplit(urljoin(at, each))
        if f"{target.scheme}://{target.netloc}/" == PUBLIC:
            yield target.path.lstrip("/") + (f"?{target.query}" if target.query else "")


def scan(desk: Reception, *documents: str) -> dict[str, int]:
    """Follow everything, beginning with what stands in these; path to the status of its GET."""
    waiting = [path for html in documents for path in addresses(html, PUBLIC)]
    seen: dict[str, int] = {}
    while waiting and len(seen) < MOST:
        path = waiting.pop()
        if path in seen:
            continue
        desk.server.ask(f"/{path}", "HEAD")
        reply = desk.get(path)
        seen[path] = reply.status
        if "html" in reply.headers.get("Content-Type", ""):
            waiting += addresses(reply.text, PUBLIC + path)
        if "Location" in reply.headers:
            waiting += addresses(f'<a href="{reply.headers["Location"]}">', PUBLIC + path)
    assert len(seen) < MOST
    return seen


@pytest.fixture
def desk(tmp_path: Path, store_url: str) -> Iterator[Reception]:
    with reception(tmp_path, store=store_url) as opened:
        yield opened


def test_following_every_link_of_every_mail_changes_nothing(desk: Reception) -> None:
    # Somebody who waits, somebody who is subscribed, and the letters to both of them.
    desk.sign_up("waiting@quay.example", ("newsletter", "weekly"), ("newsletter", "monthly"))
    desk.letters()
    desk.subscribe("here@quay.example")
    desk.sign_up("here@quay.example")
    asked = [("email", "here@quay.example"), ("stamp", desk.stamp())]
    desk.post("preferences", asked)
    desk.letters()
    # The foot of an issue.
    subscribe(desk.press, "reader@quay.example")
    foot = "".join(
        f'<a href="{PUBLIC}{kind}/{token(desk.press, purpose, *extra, address=address)}">'
        for address in ("here@quay.example", "reader@quay.example")
        for kind, purpose, extra in (
            ("unsubscribe", "unsubscribe", ("weekly",)),
            ("unsubscribe", "unsubscribe", ()),
            ("preferences", "manage", ()),
        )
    )
    before = contents(desk.press)
    seen = scan(desk, foot, *(part(mail, "html") for mail in desk.mails))
    assert contents(desk.press) == before
    assert states(desk.press, "waiting@quay.example") == {"monthly": "pending", "weekly": "pending"}
    # It has been everywhere.
    kinds = {path.partition("/")[0].partition("?")[0] for path in seen if seen[path] == 200}
    assert kinds >= {"subscribe", "confirm", "preferences", "unsubscribe", "data", "erase", ""}


def test_a_link_that_acts_would_be_found(desk: Reception) -> None:
    """The scanner is no use if it could not see a difference."""
    path = desk.subscribe("here@quay.example")
    before = contents(desk.press)
    assert path in scan(desk, f'<a href="/{path}">')
    desk.post(path, {"leave": "all"})
    assert contents(desk.press) != before
