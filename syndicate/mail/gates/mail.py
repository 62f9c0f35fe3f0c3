"""A message taken apart once, for all gates to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

from lxml import html as markup
from lxml.etree import ParserError

from syndicate.mail.gates.fields import Field, fields_of


@dataclass(frozen=True, slots=True)
class Context:
    """What a message is held to.

    ``unsubscribe`` is what the web address that unsubscribes begins with.
    ``leaves`` tells that mail goes out to others, whose servers want more of
    it than somebody who looks into an outbox.
    """

    unsubscribe: str
    postal_address: str
    leaves: bool


@dataclass(frozen=True, slots=True)
class Mail:
    """A message taken apart once for all gates."""

    context: Context
    fields: tuple[Field, ...]
    html: str
    text: str
    tree: markup.HtmlElement | None

    def values(self, name: str) -> list[str]:
        return [field.value for field in self.fields if field.name == name]

    @property
    def unsubscribe(self) -> str:
        """The first web address of List-Unsubscribe."""
        return next(iter(self.unsubscribe_addresses), "")

    @property
    def unsubscribe_addresses(self) -> list[str]:
        found = re.findall(r"<([^<>]*)>", " ".join(self.values("list-unsubscribe")))
        return [address for address in found if not address.startswith("mailto:")]


def taken_apart(message: bytes, context: Context) -> Mail:
    parsed = message_from_bytes(message, policy=policy.default)
    assert isinstance(parsed, EmailMessage)  # noqa: S101 (the policy says so)
    html, text = _part(parsed, "html"), _part(parsed, "plain")
    return Mail(
        context=context,
        fields=fields_of(message),
        html=html,
        text=text,
        tree=_tree(html),
    )


def _tree(html: str) -> markup.HtmlElement | None:
    try:
        return markup.document_fromstring(html.encode(), parser=markup.HTMLParser(encoding="utf-8"))
    except (ParserError, ValueError):
        return None


def _part(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    return str(found.get_content()).replace("\r\n", "\n") if found is not None else ""
