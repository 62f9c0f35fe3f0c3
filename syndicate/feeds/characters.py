"""Any text made fit for a feed: characters, single lines, addresses, language tags.

Articles were cleaned when they were read, but a feed that does not parse is
lost as a whole for every subscriber, so nothing enters a document unchecked.
Every function returns its argument unchanged where nothing is wrong with it.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES: Final = re.compile("[\t\n\r \u2028\u2029]+")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
_PLAIN_ADDRESS: Final = re.compile(
    r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~/?&=;:@!$*+,%#-]*)?"
)
_ADDRESS_CHARACTERS: Final = ":/?#[]@!$&'()*+,;=%-._~"


def clean(text: str) -> str:
    """The text without what XML 1.0 forbids or validators report.

    C0 controls except tab, line feed and carriage return go, and so do DEL,
    surrogates, U+FFFE and U+FFFF. A C1 control is what is left of a
    Windows-1252 character that was read as Latin-1: it becomes that character.
    Astral characters stay.
    """
    return _UNFIT.sub(_mended, text) if _UNFIT.search(text) else text


def line(text: str) -> str:
    """The text clean and on one line, without space around it."""
    return _SPACES.sub(" ", clean(text)).strip()


def block(text: str) -> str:
    """The text clean, with line feeds as its only line ends."""
    text = clean(text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def web_address(text: str) -> str:
    """An absolute http or https address in ASCII (RFC 3986), or an empty string.

    What an address may not hold is percent-encoded, a host in other letters
    becomes its ASCII form (RFC 3490); anything relative or of another scheme is
    no address a feed could link to.
    """
    if _PLAIN_ADDRESS.fullmatch(text):
        return text
    try:
        parts = urlsplit(line(text))
        host, port = parts.hostname or "", parts.port
        if parts.scheme not in {"http", "https"} or not host or "[" in parts.netloc:
            return ""
        ascii_host = host.encode("idna").decode("ascii")
    except (UnicodeError, ValueError):
        return ""
    if not re.fullmatch(r"[a-z0-9._-]+", ascii_host):
        return ""
    location = f"{ascii_host}:{port}" if port is not None else ascii_host
    rest = (quote(part, safe=_ADDRESS_CHARACTERS) for part in parts[2:])
    return urlunsplit((parts.scheme, location, *rest))


def language_tag(text: str, default: str = "en") -> str:
    """The tag if it is shaped like one (BCP 47, and ``xs:language``), else the default."""
    return text if _LANGUAGE.fullmatch(text) else default


def _mended(match: re.Match[str]) -> str:
    character = match[0]
    if not "\x80" <= character <= "\x9f":
        return ""
    return character.encode("latin-1").decode("cp1252", errors="ignore")
