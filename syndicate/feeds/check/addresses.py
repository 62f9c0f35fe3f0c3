"""Addresses by their form alone; none is ever asked."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_WEB: Final = re.compile(
    r"https?://(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s/?#\[\]@:\\]+)(?::\d{0,5})?[/?#]?"
)
_FORBIDDEN: Final = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f-\xa0\ud800-\udfff\ufffe\uffff]')
_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_TAG: Final = re.compile(
    r"tag:(?P<authority>[A-Za-z0-9._~%+-]+@)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?,"
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?:"
    r"(?P<rest>(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)(?P<fragment>#.*)?"
)


def is_iri(text: str) -> bool:
    """Whether it is an absolute IRI (RFC 3987): a scheme, and nothing that may not stand in one."""
    scheme = _SCHEME.match(text)
    return (
        scheme is not None
        and len(text) > scheme.end()
        and _FORBIDDEN.search(text) is None
        and _PERCENT.search(text) is None
    )


def is_web(text: str) -> bool:
    """Whether it is an absolute http or https address (RFC 3986)."""
    return _WEB.match(text) is not None and _FORBIDDEN.search(text) is None


def is_tag(text: str) -> bool:
    """Whether a ``tag:`` URI has its form (RFC 4151, 2.1)."""
    found = _TAG.fullmatch(text)
    if found is None:
        return False
    month, day = found["month"], found["day"]
    return (month is None or 1 <= int(month) <= 12) and (day is None or 1 <= int(day) <= 31)


def is_relative(text: str) -> bool:
    return _SCHEME.match(text.strip()) is None


def same(one: str, other: str) -> bool:
    """Whether two addresses are one but for the case of scheme and host (RFC 3986, 6.2.2.1)."""
    return _folded(one) == _folded(other)


def _folded(address: str) -> tuple[str, ...]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return (address,)
    path = parts.path or "/"
    return parts.scheme.lower(), parts.netloc.lower(), path, parts.query, parts.fragment
