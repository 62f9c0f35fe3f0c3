"""What keeps sign-ups from being abused: limits, and the stamp of a form.

Limits are counted in the store, in the transaction of what they let through,
so they hold over restarts and over any number of processes. A client that asks
too often, and a site that has sent all it may, are told so. That one address
or one domain has had its share is told nobody: it would say that somebody else
has asked for it.

Sign-ups and requests for a lost link have shares of their own. Such a link goes
only to whom we know, but its requests count whoever is named, or the limit would
tell who that is: in one share they would use up everybody's sign-ups, without
a single mail.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

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
_TOO_MANY: Final = "too many requests from here"

#: Of whom the limits are that hold for all together.
Share = Literal["all", "links"]


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
    """The limits of a site within one writing transaction: for sign-ups, or for lost links."""

    def __init__(
        self,
        connection: Connection,
        config: Config,
        secrets: Secrets,
        *,
        now: datetime,
        share: Share = "all",
    ) -> None:
        self._connection, self._secrets, self._share = connection, secrets, share
        self._rules = rules(config.limits)
        self._now = now

    def let_in(self, client: str, asked: Address) -> bool:
        """Count a request of a client, known by its hash, and the mail it leads to.

        False where this address, or its domain, has had its share: nobody is to
        be told, and no mail to be sent. Counted are also mails that another
        reason keeps back, or one could tell by when a limit is reached. Only a
        lost link's counts for its address when it goes (:meth:`goes`): that
        nobody else can tell. Raises :class:`LimitError`; the store is then as
        it was.
        """
        links = self._share == "links"
        domain = f"{'links' if links else ''}@{asked.domain}"
        held: dict[str, tuple[Rule, str]] = {
            "client": (self._rules.client, client),
            "total": (self._rules.total, self._share),
            # Some domains are a person's own, so theirs are hashed too.
            "domain": (self._rules.domain, self._secrets.fingerprint(domain)),
            "address": (self._rules.address, self._secrets.fingerprint(asked.canonical)),
        }
        if not client:
            del held["client"]
        waits = self._waits(held.values())
        self._refuse(waits.get("client"), _TOO_MANY)
        self._refuse(waits.get("total"), "too many requests at present")
        used_up = next((scope for scope in ("domain", "address") if waits[scope]), "")
        if used_up:
            self.drop(used_up)
            held = {"client": held["client"]} if client else {}
        elif links:
            del held["address"]
        attempts.add(
            self._connection,
            {(rule.scope, key): rule.current(self._now) for rule, key in held.values()},
        )
        return not used_up

    def notice(self, client: str) -> None:
        """Count a request that leads to nothing for its client. Raises as :meth:`let_in` does."""
        held = (self._rules.client, client)
        if client:
            self._refuse(self._waits([held]).get("client"), _TOO_MANY)
            attempts.add(self._connection, {("client", client): held[0].current(self._now)})

    def goes(self, asked: Address) -> None:
        """Count the mail with a lost link that goes to an address."""
        rule, key = self._rules.address, self._secrets.fingerprint(asked.canonical)
        attempts.add(self._connection, {(rule.scope, key): rule.current(self._now)})

    def drop(self, reason: str) -> None:
        """Count a request that brings no mail and is not told so."""
        drop(self._connection, reason, now=self._now)

    def _waits(self, held: Collection[tuple[Rule, str]]) -> dict[str, timedelta]:
        attempts.lock(self._connection, [(rule.scope, key) for rule, key in held])
        since = {(rule.scope, key): rule.earliest(self._now) for rule, key in held}
        counts = attempts.counts(self._connection, since)
        return {rule.scope: rule.wait(counts[rule.scope, key], self._now) for rule, key in held}

    def _refuse(self, wait: timedelta | None, cause: str) -> None:
        if wait:
            seconds = int(wait.total_seconds()) + 1
            raise LimitError(
                "sign-up", cause, f"try again in {seconds} seconds", retry_after=seconds
            )


def drop(connection: Connection, reason: str, *, now: datetime) -> None:
    """Count a request that brings no mail and is not told so."""
    day = datetime(now.year, now.month, now.day, tzinfo=UTC)
    attempts.add(connection, {(SILENT, reason): day})


def dropped(connection: Connection, *, since: datetime) -> dict[str, int]:
    """Reason to the number of requests that brought no mail: ``address``, ``domain``,
    ``suppressed``, ``unknown``, ``honeypot``.
    """
    return attempts.totals(connection, SILENT, since=since)
