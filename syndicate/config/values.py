"""The kinds of value a setting can have, each with its check.

Every check raises ``ValueError`` with ``cause; way out``, which
``problems.py`` turns into a line that also names file, key and value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit, urlunsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, InstanceOf, Strict, ValidationInfo

from syndicate.config.duration import parse_duration
from syndicate.config.schedule import Schedule, parse_schedule

_NAMED = re.compile(r'(\s*"(?:[^"\\]|\\.)*"\s*|[^<>]*)<([^<>]+)>\s*')
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_DOT_ATOM = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")


@dataclass(frozen=True, slots=True)
class Kind:
    """What the reference calls a type of value, e.g. ``duration``."""

    name: str


def _from_text(
    parse: Callable[[str], Any], target: type | tuple[type, ...], example: str
) -> Callable[[Any], Any]:
    """A check that reads text and lets ready-made values of ``target`` through."""

    def check(value: Any) -> Any:
        if isinstance(value, target):
            return value
        if not isinstance(value, str):
            raise ValueError(f"not text; write {example} in quotation marks")
        return parse(value)

    return check


def check_line(text: str) -> str:
    """One line of text that says something. Line breaks would forge mail headers."""
    stripped = text.strip()
    if not stripped:
        raise ValueError("empty; write some text")
    return check_optional_line(stripped)


def check_optional_line(text: str) -> str:
    if any(ord(character) < 0x20 or ord(character) == 0x7F for character in text):
        raise ValueError("has a line break or a control character; write one line")
    return text.strip()


def check_slug(text: str) -> str:
    """A name that is safe in addresses, file names and mail headers."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text, re.ASCII) or len(text) > 60:
        raise ValueError("not a short name; write small letters, digits and hyphens")
    return text


def check_zone(name: str) -> str:
    """An IANA time zone that this machine knows."""
    try:
        if name not in ("localtime", "posixrules", "Factory"):
            ZoneInfo(name)
            return name
    except (KeyError, ValueError, OSError):
        pass  # said below, with a suggestion
    near = get_close_matches(name, available_timezones(), n=1)
    example = f'did you mean "{near[0]}"?' if near else 'write an IANA name such as "Asia/Shanghai"'
    raise ValueError(f"not a time zone; {example}")


def check_language(tag: str) -> str:
    """A BCP 47 tag (RFC 5646), returned in its usual case: ``zh-Hans-CN``."""
    subtags = tag.replace("_", "-").split("-")
    shape = r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    if not re.fullmatch(shape, "-".join(subtags), re.ASCII | re.IGNORECASE):
        raise ValueError('not a language tag; write one such as "en" or "zh-Hans"')
    return "-".join(_subtag_case(place, subtag) for place, subtag in enumerate(subtags))


def _subtag_case(place: int, subtag: str) -> str:
    if place and len(subtag) == 2:
        return subtag.upper()
    if place and len(subtag) == 4 and subtag.isalpha():
        return subtag.title()
    return subtag.lower()


def check_site_url(text: str) -> str:
    """An absolute http or https address that others hang below: it ends in a slash."""
    way_out = 'write one such as "https://news.example.org/"'
    try:
        parts = urlsplit(text.strip())
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise ValueError(f"not a web address; {way_out}") from error
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[a-z0-9.:-]+", host, re.ASCII):
        raise ValueError(f"not an absolute web address; {way_out}")
    if re.search(r"[\s<>\"\\^`{|}]", text.strip()):
        raise ValueError(f"has characters that no address has; {way_out}")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError(f"has more than scheme, host and path; {way_out}")
    name = f"[{host}]" if ":" in host else host
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return urlunsplit((parts.scheme, f"{name}:{port}" if port else name, path, "", ""))


def check_hub(text: str) -> str:
    """A WebSub hub, which every feed names in public: so it may hold no password."""
    way_out = 'write one such as "https://hub.example.org/"'
    try:
        parts = urlsplit(text.strip())
        parts.port  # noqa: B018 - asked for, it is checked
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise ValueError(f"not a web address; {way_out}") from error
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[a-z0-9.:-]+", host, re.ASCII):
        raise ValueError(f"not an absolute web address; {way_out}")
    if not re.fullmatch(r"[!-~]{1,500}", text.strip()) or re.search(r'[<>"\\^`{|}]', text):
        raise ValueError(f"has characters that no address has, or over 500; {way_out}")
    if parts.username is not None or parts.fragment:
        raise ValueError(f"has a user or a fragment, and is public; {way_out}")
    return text.strip()


def split_address(text: str) -> tuple[str, str]:
    """``Name <local@domain>`` as (name, address), as mail headers are made; either may be empty."""
    if "@" not in text and "<" not in text:
        return text.strip(), ""
    named = _NAMED.fullmatch(text)
    if named is None:
        return "", text.strip()
    name = named[1].strip()
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = re.sub(r"\\(.)", r"\1", name[1:-1])
    return name, named[2].strip()


def wire_address(address: str) -> str:
    """An address with its domain as servers know it (IDNA); raises ``ValueError``."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{wire_domain(domain)}"


def wire_domain(name: str) -> str:
    """A domain as servers know it: small letters, IDNA; raises ``ValueError``."""
    found = name.lower().encode("idna").decode("ascii")
    if not re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*", found):
        raise ValueError("not a domain")
    return found


def check_mailbox(text: str) -> str:
    """An address as mail headers write it, with or without a name (RFC 5322, 3.4)."""
    _, address = _checked_address(text)
    if not address.isascii():
        raise ValueError(
            "the part before @ is outside ASCII, which few mail servers take; write another address"
        )
    return text.strip()


def _checked_address(text: str) -> tuple[str, str]:
    check_optional_line(text)
    name, address = split_address(text)
    try:
        wire = wire_address(address)
    except ValueError:
        wire = ""
    local = wire.rpartition("@")[0]
    atoms = re.sub(r"[^\x00-\x7f]", "x", local)
    # "=?" would be read as the beginning of an encoded word (RFC 2047).
    fine = _DOT_ATOM.fullmatch(atoms) and "=?" not in local and len(local.encode()) <= 64
    # No mail is written from a name without a dot, localhost too.
    if not fine or "." not in wire.rpartition("@")[2]:
        raise ValueError("not an address; write name@domain")
    return name, wire


def check_domain(text: str) -> str:
    """A domain that mail is written from or signed for, as its servers know it; or none."""
    check_optional_line(text)
    try:
        return wire_domain(text.strip().rstrip(".")) if text.strip() else ""
    except ValueError:
        raise ValueError("not a domain; write one such as news.example.org") from None


def check_hello(text: str) -> str:
    """What a client calls itself (RFC 5321, 4.1.3): a domain, or an address in brackets."""
    if re.fullmatch(r"\[[A-Za-z0-9:.]+\]", text.strip()):
        return text.strip()
    return check_domain(text)


def check_selector(text: str) -> str:
    """The name of a key below a domain in the DNS (RFC 6376, 3.1), or none."""
    if text.strip() and not re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", text.strip()):
        raise ValueError("not a name in the DNS; write letters, digits and hyphens")
    return text.strip()


def check_owner(text: str) -> str:
    """A name, an address, or both."""
    if "@" not in text:
        return check_line(text)
    _checked_address(text)
    return text.strip()


def check_store_url(text: str, info: ValidationInfo) -> str:
    """A database SQLAlchemy can open; a relative SQLite file lies beside the configuration."""
    scheme, separator, rest = text.strip().partition("://")
    if separator and scheme == "sqlite":
        if not rest.startswith("/") or not rest[1:] or ":memory:" in rest or "?" in rest:
            raise ValueError('not a file; write "sqlite:///data/syndicate.db"')
        return f"sqlite:///{_root(info) / rest[1:]}"
    if separator and scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        if not rest.partition("?")[0].rpartition("/")[2]:
            raise ValueError('names no database; write "postgresql://user@host/database"')
        _check_host(rest.partition("?")[0].rpartition("/")[0])
        return f"{scheme}://{rest}"
    raise ValueError(
        'not a store; write "sqlite:///data/syndicate.db" or "postgresql://user@host/database"'
    )


def _check_host(text: str) -> None:
    """What stands between the slashes: user, password, host and port."""
    user, _, place = text.rpartition("@")
    if "@" in user:
        raise ValueError("more than one @; write %40 for one in a user or a password")
    port = place.rpartition("]")[2].partition(":")[2]
    if port and not (port.isascii() and port.isdigit() and int(port) < 1 << 16):
        raise ValueError('the port is not one; write "postgresql://user@host:5432/database"')


def _root(info: ValidationInfo) -> Path:
    return Path((info.context or {}).get("root", "."))


def check_path(value: Any, info: ValidationInfo) -> Any:
    """A path, absolute from here on: relative ones start at the configuration's folder."""
    if isinstance(value, Path):
        return _root(info) / value
    if not isinstance(value, str):
        raise ValueError("not text; write a path in quotation marks")
    if not value.strip() or "\0" in value:
        raise ValueError("empty; write a path")
    return _root(info) / value.strip()


def check_optional_path(value: Any, info: ValidationInfo) -> Any:
    """As :func:`check_path`; nothing, or an empty text, stays nothing."""
    return check_path(value, info) if value not in (None, "") else None


def check_logo(text: str) -> str:
    """A picture that RSS allows as a channel's image."""
    if not re.search(r"\.(png|jpe?g|gif)$", text, re.IGNORECASE):
        raise ValueError("not a PNG, JPEG or GIF file; name one, or leave logo out")
    return text


def check_network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text.strip(), strict=False)
    except ValueError as error:
        raise ValueError('not an address or network; write "10.0.0.5" or "10.0.0.0/8"') from error


def parse_moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError('not a time; write one such as "2026-01-26T09:00:00"') from error


Text = Annotated[str, AfterValidator(check_optional_line), Kind("text")]
Line = Annotated[str, AfterValidator(check_line), Kind("text")]
Slug = Annotated[str, AfterValidator(check_slug), Kind("short name")]
OptionalSlug = Annotated[
    str, AfterValidator(lambda text: text and check_slug(text)), Kind("short name")
]
Zone = Annotated[str, AfterValidator(check_zone), Kind("time zone")]
Language = Annotated[str, AfterValidator(check_language), Kind("language tag")]
SiteUrl = Annotated[str, AfterValidator(check_site_url), Kind("web address")]
Hub = Annotated[str, AfterValidator(check_hub), Kind("hub address")]
Mailbox = Annotated[str, AfterValidator(check_mailbox), Kind("mail address")]
Domain = Annotated[str, AfterValidator(check_domain), Kind("domain")]
Hello = Annotated[str, AfterValidator(check_hello), Kind("domain")]
Selector = Annotated[str, AfterValidator(check_selector), Kind("name in the DNS")]
Owner = Annotated[str, AfterValidator(check_owner), Kind("name, address or both")]
StoreUrl = Annotated[str, AfterValidator(check_store_url), Kind("database address")]
Logo = Annotated[str, AfterValidator(lambda text: text and check_logo(text)), Kind("picture file")]
FolderPath = Annotated[Path, BeforeValidator(check_path), Kind("path")]
OptionalPath = Annotated[Path | None, BeforeValidator(check_optional_path), Kind("path")]
Duration = Annotated[
    timedelta, BeforeValidator(_from_text(parse_duration, timedelta, '"15m"')), Kind("duration")
]
Timetable = Annotated[
    InstanceOf[Schedule],
    BeforeValidator(_from_text(parse_schedule, Schedule, '"mon 08:00"')),
    Kind("schedule"),
]
Moment = Annotated[
    datetime | None,
    BeforeValidator(_from_text(parse_moment, (datetime, type(None)), '"2026-01-26T09:00:00"')),
    Kind("time"),
]
Network = Annotated[
    IPv4Network | IPv6Network,
    BeforeValidator(_from_text(check_network, (IPv4Network, IPv6Network), '"10.0.0.0/8"')),
    Kind("address or network"),
]
Whole = Annotated[int, Strict(), Kind("whole number")]
Switch = Annotated[bool, Strict(), Kind("true or false")]
