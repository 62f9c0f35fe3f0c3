"""Gates for what a mail says: its parts, links and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from typing import Final
from unicodedata import category
from urllib.parse import urlsplit

from syndicate.mail.gates.finding import Finding
from syndicate.mail.gates.mail import Mail
from syndicate.mail.gates.marks import marks, marks_in_html

LARGEST_HTML: Final = 80 * 1024
"""Bytes: Gmail clips at about 102 KB."""
LARGEST_STYLE: Final = 16 * 1024
"""Bytes in style elements: Gmail drops them beyond that."""

# Templates end lines with addresses; one inside a sentence is the sentence's.
_ADDRESS_IN_TEXT: Final = re.compile(r"\b[a-z][a-z0-9+.-]*://\S+$", re.IGNORECASE | re.MULTILINE)
#: What a template may link to besides pages (RFC 6068, RFC 3966).
_TO_SOMEBODY: Final = re.compile(
    r"mailto:[^\s<>\"@?]+@[^\s<>\"@?]+(\?[^\s<>\"]*)?|tel:\+?[0-9().-]+", re.IGNORECASE
)


def size(mail: Mail) -> Iterator[Finding]:
    size = len(mail.html.encode())
    if size > LARGEST_HTML:
        yield Finding(
            "size",
            f"the HTML has {size / 1024:.0f} KB, and Gmail clips at about 100",
            "lower the newsletter's newest, or shorten the introduction",
        )
    style = "".join(re.findall(r"<style.*?</style>", mail.html, re.DOTALL | re.IGNORECASE))
    if len(style.encode()) > LARGEST_STYLE:
        yield Finding(
            "style-size",
            f"style elements have {len(style.encode()) / 1024:.0f} KB, and Gmail drops them "
            "beyond 16",
            "shorten templates/mail/client.css",
        )


def parts(mail: Mail) -> Iterator[Finding]:
    for name, part in (("text", mail.text), ("html", mail.html)):
        if not part.strip():
            yield Finding(
                name,
                f"the {'HTML' if name == 'html' else name} part is missing or empty",
                f"look at templates/mail/digest.{'html' if name == 'html' else 'txt'}",
            )


def links(mail: Mail) -> Iterator[Finding]:
    found = [match[0] for match in _ADDRESS_IN_TEXT.finditer(mail.text)]
    for element in mail.tree.iter() if mail.tree is not None else ():
        found += (str(element.get(name)) for name in ("href", "src") if name in element.attrib)
    for address in dict.fromkeys(found):
        if _TO_SOMEBODY.fullmatch(address):
            continue
        if wrong := _wrong(address, leaves=mail.context.leaves):
            yield Finding(
                "links",
                f"{address[:120]!r} {wrong}",
                "mend the article or the template that it comes from",
            )


def _wrong(address: str, *, leaves: bool) -> str:
    """What is wrong with the address of a link; empty if nothing is."""
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        return "is no web address"
    if not parts.scheme:
        return "is relative, and a mail lies nowhere"
    if parts.scheme not in ("http", "https"):
        return "is not http or https"
    if not host or (leaves and not re.search(r"[^.]\.[^.]|:", host)):
        return "names no host that others can reach"
    if port == 0 or re.search(r"[\s<>\"{}|\\^`]", address):
        return "has characters that no address has"
    return ""


def images(mail: Mail) -> Iterator[Finding]:
    for image in mail.tree.iter("img") if mail.tree is not None else ():
        where = str(image.get("src") or "")[:120]
        if image.get("alt") is None:
            yield Finding(
                "images", f"{where!r} has no alt text", "mend the template: alt, empty if need be"
            )
        sizes = [str(image.get(name) or "") for name in ("width", "height")]
        if not all(re.fullmatch(r"[1-9]\d*", size) for size in sizes):
            yield Finding(
                "images",
                f"{where!r} has no width and height in pixels",
                "mend the template: without them the mail jumps while it loads",
            )


def placeholders(mail: Mail) -> Iterator[Finding]:
    subject = str(make_header(decode_header(" ".join(mail.values("subject")))))
    found = [*marks(subject), *marks(mail.text), *marks_in_html(mail.html)]
    # The same, however lines are broken.
    for mark in dict.fromkeys(" ".join(each.split()) for each in found):
        yield Finding(
            "placeholders",
            f"{mark[:80]!r} stands in it",
            "mend the template or introduction; if an article says it on purpose, let it pass",
        )


def controls(mail: Mail) -> Iterator[Finding]:
    for name, part in (("HTML", mail.html), ("text", mail.text)):
        stray = {c for c in part if category(c) == "Cc" and c not in "\r\n\t"}
        if stray:
            codes = ", ".join(f"U+{ord(c):04X}" for c in sorted(stray))
            yield Finding(
                "controls",
                f"the {name} part has control characters ({codes}), at which Gmail clips",
                "remove them from the article or the template",
            )
