"""Any text made fit for a feed: single lines, blocks, addresses, language tags.

Articles were cleaned when they were read, but a feed that does not parse is
lost as a whole for every subscriber, so nothing enters a document unchecked.
"""

from __future__ import annotations

import re
from typing import Final

from syndicate.content.addresses import absolute
from syndicate.content.characters import mend

_SPACES: Final = re.compile("[\t\n\r \u2028\u2029]+")
_MEDIA_TYPE: Final = re.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+")
_LANGUAGE: Final = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def line(text: str) -> str:
    """The text on one line, without space around it."""
    # Nearly every text is one already. What needs mending is not printable, U+FFFC aside.
    if text.isprintable() and "  " not in text and "\ufffc" not in text:
        return text.strip()
    return _SPACES.sub(" ", mend(text)).strip()


def block(text: str) -> str:
    """The text with line feeds as its only line ends."""
    # Nothing that needs mending is printable but U+FFFC, and asking is ten
    # times as fast as searching: bodies are long and nearly always fit.
    rest = text.replace("\n", "").replace("\xa0", "").replace("\u3000", "")
    if rest.isprintable() and "\ufffc" not in text:
        return text
    text = mend(text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def web_address(text: str) -> str:
    """An absolute http or https address in ASCII (RFC 3986), or an empty string."""
    address = absolute(text, "")
    return address if address.startswith(("http://", "https://")) else ""


def language_tag(text: str, default: str = "en") -> str:
    """The tag if it is shaped like one (BCP 47, and ``xs:language``), else the default."""
    return text if _LANGUAGE.fullmatch(text) else default


def media_type(text: str) -> str:
    """The media type if it is shaped like one (RFC 6838, 4.2), without parameters; else empty."""
    bare = text.partition(";")[0].strip()
    return bare.lower() if _MEDIA_TYPE.fullmatch(bare) else ""
