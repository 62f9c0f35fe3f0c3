"""Domains that give an address to anybody for a few minutes.

The list is that of the package ``disposable-email-domains``, or the site's own.
"""

from __future__ import annotations

from collections.abc import Set

from syndicate.config.audience import Subscribers
from syndicate.model.errors import ConfigurationError


def bundled() -> frozenset[str]:
    """The package's list. It is read when it is first wanted, since few sites want it."""
    from disposable_email_domains import blocklist

    return frozenset(blocklist)


def refused(settings: Subscribers) -> frozenset[str]:
    """The domains of ``[subscribers]``; none where they are not refused.

    Raises :class:`ConfigurationError` for a list that can't be read.
    """
    if not settings.refuse_disposable:
        return frozenset()
    path = settings.disposable
    if path is None:
        return bundled()
    try:
        return parse_list(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            f"[subscribers] disposable: {path}",
            "can't be read",
            "name a file with a domain on each line",
        ) from error


def parse_list(text: str) -> frozenset[str]:
    """One domain a line; ``#`` begins a remark."""
    lines = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return frozenset(line for line in lines if line)


def is_disposable(domain: str, known: Set[str]) -> bool:
    """Whether a domain, or one above it, is on the list. ``domain`` is in its IDNA form."""
    labels = domain.split(".")
    return any(".".join(labels[place:]) in known for place in range(len(labels) - 1))
