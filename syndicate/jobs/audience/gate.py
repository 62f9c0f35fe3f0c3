"""What keeps sign-ups from being abused: limits, and the stamp of a form.

Limits are counted in the store, in the transaction of what they let through,
so they hold over restarts and over any number of processes. A client that asks
too often, and a site that has sent all it may, are told so. That one address
or one domain has had its share is told nobody: it would say that somebody else
has asked for it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from syndicate.audience.address import Address
from syndicate.audience.keys import Secrets
from syndicate.audience.limits import Rule, rules
from syndicate.config.model import Config
from syndicate.jobs.audience.problems import Problem
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import tokens_of
from syndicate.model.errors import LimitError, TokenError
from syndicate.store import attempts

#: How long a form may lie open before it is sent.
OPEN_FOR: Final = timedelta(days=7)
#: The scope under which is counted what was not mailed, by reason and day.
SILENT: Final = "silent"

_EVERYBODY: Final = "all"


def stamp(press: Press) -> str:
    """The stamp of a form that is shown now: it goes into a hidden field."""
    return tokens_of(press).make("form", "", now=press.clock())


def stamp_problem(press: Press, given: str | None) -> Problem | None:
    """What is wrong with a form's stamp; ``None`` for a request that no form made."""
    if given is None:
        return None
    now = press.clock()
    try:
        shown = tokens_of(press).read(given, "form", now=now, max_age=OPEN_FOR).made
    except TokenError:
        return Problem("stamp", "this form has lain open for too long", "send it once more")
    if now - shown < press.config.subscribers.minimum_fill:
        return Problem("stamp", "this form was sent too quickly", "send it once more")
    return None


class Gate:
    """The limits of a site within one writing transaction.

    Locks are taken in the order in which the methods stand here.
    """

    def __init__(self, connection: Connection, config: Config, *, now: datetime) -> None:
        self._connection = connection
        self._rules = rules(config.limits)
        self._now = now

    def admit(self, client: str) -> None:
        """Count a request of a client, known by its hash. Raises :class:`LimitError`.

        The store is then as it was: what was refused does not count.
        """
        if client:
            rule = self._rules.client
            self._refuse(self._wait(rule, client), "too many requests from here")
            self._count(rule, client)

    def may_send(self, asked: Address, secrets: Secrets) -> bool:
        """Count a mail to this address, if it may be sent.

        Also for one that is not mailed for another reason: so that nobody tells
        it from others by when the limits are reached. Raises :class:`LimitError`
        where no mail may be sent, to whomever.
        """
        # Some domains are a person's own, so theirs are hashed too.
        shares = (
            (self._rules.domain, secrets.fingerprint(f"@{asked.domain}")),
            (self._rules.address, secrets.fingerprint(asked.canonical)),
        )
        self._refuse(self._wait(self._rules.total, _EVERYBODY), "too many requests at present")
        for rule, key in shares:
            if self._wait(rule, key):
                self.drop(rule.scope)
                return False
        for rule, key in ((self._rules.total, _EVERYBODY), *shares):
            self._count(rule, key)
        return True

    def drop(self, reason: str) -> None:
        """Count a request that brings no mail and is not told so."""
        drop(self._connection, reason, now=self._now)

    def _wait(self, rule: Rule, key: str) -> timedelta:
        attempts.lock(self._connection, rule.scope, key)
        since = rule.earliest(self._now)
        counts = attempts.counts(self._connection, rule.scope, key, since=since)
        return rule.wait(counts, self._now)

    def _count(self, rule: Rule, key: str) -> None:
        attempts.add(self._connection, rule.scope, key, span=rule.current(self._now))

    def _refuse(self, wait: timedelta, cause: str) -> None:
        if wait:
            seconds = int(wait.total_seconds()) + 1
            raise LimitError(
                "sign-up", cause, f"try again in {seconds} seconds", retry_after=seconds
            )


def drop(connection: Connection, reason: str, *, now: datetime) -> None:
    """Count a request that brings no mail and is not told so."""
    day = datetime(now.year, now.month, now.day, tzinfo=UTC)
    attempts.add(connection, SILENT, reason, span=day)


def dropped(connection: Connection, *, since: datetime) -> dict[str, int]:
    """Reason to the number of requests that brought no mail: ``address``, ``domain``,
    ``suppressed``, ``unknown``, ``honeypot``.
    """
    return attempts.totals(connection, SILENT, since=since)
