"""One tree of errors. Each message names the thing, the cause and the way out."""

from __future__ import annotations

from enum import IntEnum
from typing import Any


class ExitCode(IntEnum):
    """What the process says to its caller (docs/reference/exit-codes.md)."""

    OK = 0
    FAILED = 1
    USAGE = 2
    CONFIGURATION = 3
    PARTLY = 4


class SyndicateError(Exception):
    """Root of everything syndicate raises on purpose.

    ``str()`` gives one line a person can act on:
    ``thing: cause; way out``.
    """

    exit_code = ExitCode.FAILED

    def __init__(self, thing: str, cause: str, way_out: str = "") -> None:
        self.thing = thing
        self.cause = cause
        self.way_out = way_out
        super().__init__(thing, cause, way_out)

    def __str__(self) -> str:
        tail = f"; {self.way_out}" if self.way_out else ""
        return f"{self.thing}: {self.cause}{tail}"


class ConfigurationError(SyndicateError):
    """The configuration can't be used as it is. Exit code 3."""

    exit_code = ExitCode.CONFIGURATION


class UsageError(SyndicateError):
    """A verb was asked for something that does not exist or makes no sense. Exit code 2."""

    exit_code = ExitCode.USAGE


class SourceError(SyndicateError):
    """A source as a whole can't be read (missing folder, lost mount)."""


class PageError(SyndicateError):
    """One page can't be read. The rest of the reading goes on.

    ``field`` names the part of the page that is at fault.
    """

    def __init__(self, thing: str, field: str, cause: str, way_out: str = "") -> None:
        self.field = field
        super().__init__(thing, f"{field}: {cause}" if field else cause, way_out)

    def __reduce__(self) -> tuple[Any, ...]:
        # The cause was already prefixed with the field: an error that crosses a
        # process boundary must not be prefixed again.
        return (type(self), (self.thing, "", self.cause, self.way_out), {"field": self.field})


class StoreError(SyndicateError):
    """The article store can't be opened, read or written."""


class LeaseHeldError(SyndicateError):
    """Another process is doing this kind of job right now."""


class PublishError(SyndicateError):
    """A feed can't be written."""


class FeedError(SyndicateError):
    """A feed that was to be checked can't be read."""


class DigestError(SyndicateError):
    """An edition can't be made, found or edited."""


class TemplateError(SyndicateError):
    """A template is missing or does not render."""


class MailError(SyndicateError):
    """A mail can't be composed: a header, an address or a part is not acceptable."""


class DeliveryError(SyndicateError):
    """An edition can't be delivered: held, paused, expired, or not there."""


class TransportError(SyndicateError):
    """A mail server can't be reached or used: address, TLS, or account."""


class BounceError(SyndicateError):
    """A report of a bounce or complaint can't be read or is not genuine."""


class SubscriberError(SyndicateError):
    """A subscriber can't be found, added or changed."""


class KeyFileError(ConfigurationError):
    """A secret is missing, too short, readable by others, or not the one the store knows."""


class TokenError(SyndicateError):
    """A token is not ours, is for something else, or has expired."""


class LimitError(SyndicateError):
    """Something was asked for too often. ``retry_after`` is in seconds."""

    def __init__(self, thing: str, cause: str, way_out: str = "", *, retry_after: int = 0) -> None:
        self.retry_after = retry_after
        super().__init__(thing, cause, way_out)
