"""A provider's call, what is heard from it, and its JSON read without trust."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from syndicate.config.mail import Webhooks
from syndicate.mail.bounces.finding import Finding, Reads, Report
from syndicate.model.errors import BounceError

#: Gets a small file of a provider's, by an address that was checked before.
Fetch = Callable[[str], bytes]


class NotGenuineError(BounceError):
    """A call that nobody we know has signed."""


@dataclass(frozen=True, slots=True)
class Call:
    """A POST to a webhook. The names of ``headers`` are in lower case."""

    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a provider needs besides the call: secrets, the time, and a way to fetch."""

    secrets: Webhooks
    reads: Reads
    now: datetime
    fetch: Fetch


@dataclass(frozen=True, slots=True)
class Heard:
    """``visit`` is an address to be fetched once: the provider asks whether we want its calls."""

    reports: tuple[Report, ...] = ()
    visit: str = ""


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider's two functions, and what errors call it."""

    title: str
    is_configured: Callable[[Webhooks], bool]
    hear: Callable[[Call, Surroundings], Heard]


def payload(body: bytes) -> Any:
    """The JSON of a call. Raises :class:`BounceError` where it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BounceError("webhook", "the body is no JSON") from error


def at(value: Any, *path: str) -> Any:
    """What stands at a path of keys; ``None`` where nothing does."""
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def text(value: Any, *path: str) -> str:
    """The text or number at a path; empty where it is neither."""
    found = at(value, *path)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    return str(found)[:10_000]


def each(value: Any, *path: str) -> Iterator[Any]:
    found = at(value, *path)
    yield from found if isinstance(found, list) else ()


def moment(value: Any) -> datetime | None:
    """A time as providers write it: seconds since 1970, or ISO 8601."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
        if found is None:
            return None
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


def report(provider: str, identity: str, *findings: Finding) -> Report:
    """A signed report; ``identity`` is what the provider tells its reports apart by."""
    digest = hashlib.sha256(f"{provider}\n{identity}".encode("utf-8", "surrogatepass"))
    return Report(digest.hexdigest(), findings, genuine=True)


def bracketed(message_id: str) -> str:
    """A ``Message-ID`` as its header has it: some leave the brackets out.

    Empty for what is none of ours, which all have plain characters alone.
    """
    bare = message_id.strip().strip("<>")
    return f"<{bare}>" if bare and bare.isascii() and bare.isprintable() else ""
