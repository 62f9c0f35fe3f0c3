"""What an operator may do with one address; every change stands in its history as the operator's.

No limits hold here, but no suppression is passed over either: whoever must not
be mailed is named, with the reason, and has to be unsuppressed first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from syndicate.audience import address as addresses
from syndicate.jobs.audience import barring, post, rights
from syndicate.jobs.audience.problems import InvalidError
from syndicate.jobs.audience.signup import new_key
from syndicate.jobs.audience.standing import Standing, standing
from syndicate.jobs.audience.wishes import Choice, person_problems, wishes
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of
from syndicate.model.errors import SubscriberError
from syndicate.model.subscriber import EVERY, Event, Subscriber, Suppression, Wish
from syndicate.store import history, subscribers, subscriptions, suppressions, traces
from syndicate.store.subscribers import Newcomer
from syndicate.store.subscriptions import Given
from syndicate.store.traces import Mailed

_CHOSEN = ("cadence", "language", "sections", "hour")


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition came to: how it is now, what began or changed, what awaits its mail."""

    standing: Standing
    begun: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def find(connection: Connection, who: str, *, hold: bool = False) -> Standing | None:
    """Somebody by address, or by number. Raises :class:`SubscriberError` for neither."""
    found = (
        subscribers.by_id(connection, int(who), hold=hold)
        if _is_number(who)
        else subscribers.by_canonical(connection, addresses.parse(who).canonical, hold=hold)
    )
    return None if found is None else standing(connection, found)


def show(press: Press, who: str) -> Standing:
    """Somebody by address, or by number. Raises :class:`SubscriberError` if there is nobody."""
    with press.store.read() as connection:
        return _known(connection, who)


def mailed(press: Press, who: str) -> list[Mailed]:
    """Which editions went to somebody, or why not; the oldest first.

    By number also of one who was erased. Raises :class:`SubscriberError` for
    an address that is not known.
    """
    with press.store.read() as connection:
        return traces.mailed(connection, _number(connection, who))


def history_of(press: Press, who: str, *, limit: int | None = None) -> list[Event]:
    """What happened to somebody, the latest first; by number also of one who was erased.

    Raises :class:`SubscriberError` for an address that is not known.
    """
    with press.store.read() as connection:
        return history.of(connection, _number(connection, who), limit=limit)


def _number(connection: Connection, who: str) -> int:
    return int(who) if _is_number(who) else _known(connection, who).subscriber.id


def add(
    press: Press,
    address: str,
    choices: Sequence[Choice],
    *,
    confirmed: bool = False,
    name: str = "",
    language: str = "",
    timezone: str = "",
    dry_run: bool = False,
) -> Added:
    """Subscribe an address, ``confirmed`` by the operator's word or else by a letter to it.

    Raises :class:`InvalidError` for what is wrong with the choices, and
    :class:`SubscriberError` for an address that must not be mailed.
    """
    asked = addresses.parse(address)
    config, now = press.config, press.clock()
    problems = person_problems(config, language=language, timezone=timezone, name=name)
    if problems:
        raise InvalidError(problems)
    with press.store.read() as connection:
        wanted = wishes(connection, config, choices)
    fingerprint = secrets_of(press).fingerprint(asked.canonical)
    with press.store.write(dry_run=dry_run) as connection:
        for wish in wanted:
            _refuse_barred(connection, asked.given, fingerprint, wish.newsletter, own=confirmed)
        newcomer = Newcomer(
            key=new_key(),
            address=asked.given,
            canonical=asked.canonical,
            domain=asked.domain,
            fingerprint=fingerprint,
            language=language or wanted[0].language,
            timezone=timezone or config.site.timezone,
            created=now,
            name=name,
        )
        subscriber, is_new = subscribers.add(connection, newcomer)
        if not is_new:
            said = {"language": language, "timezone": timezone, "name": name}
            _change(connection, subscriber, said, now)
        adding = _Adding(connection, press, subscriber, now)
        for wish in wanted:
            adding.take(wish, confirmed=confirmed)
        adding.ask(language)
        return adding.done()


def suppress(
    press: Press,
    address: str,
    *,
    newsletter: str = EVERY,
    detail: str = "",
    dry_run: bool = False,
) -> bool:
    """Bar an address, known or not, from a newsletter or from all; False where it was so already.

    Its subscriptions stay, and go on when it is unsuppressed.
    """
    asked, now = addresses.parse(address), press.clock()
    fingerprint = secrets_of(press).fingerprint(asked.canonical)
    with press.store.write(dry_run=dry_run) as connection:
        barred = suppressions.add(
            connection, fingerprint, newsletter, "operator", since=now, detail=detail
        )
        if barred:
            _note(connection, fingerprint, "suppressed", now, newsletter, reason="operator")
        return barred


def unsuppress(
    press: Press, address: str, *, newsletter: str | None = None, dry_run: bool = False
) -> tuple[Suppression, ...]:
    """Lift what bars an address from exactly this newsletter, or with ``None`` all; what it was."""
    asked, now = addresses.parse(address), press.clock()
    fingerprint = secrets_of(press).fingerprint(asked.canonical)
    with press.store.write(dry_run=dry_run) as connection:
        subscribers.by_fingerprint(connection, fingerprint, hold=True)
        held = suppressions.of(connection, fingerprint)
        lifted = [each for each in held if newsletter in (None, each.newsletter)]
        for each in lifted:
            suppressions.lift(connection, fingerprint, each.newsletter)
            _note(connection, fingerprint, "unsuppressed", now, each.newsletter, reason=each.reason)
        return tuple(lifted)


def erase(press: Press, who: str, *, dry_run: bool = False) -> Standing:
    """Erase somebody, as :mod:`rights` does; what they had. Raises :class:`SubscriberError`."""
    with press.store.write(dry_run=dry_run) as connection:
        found = _known(connection, who, hold=True)
        mails = rights.forget(connection, found.subscriber, actor="operator", now=press.clock())
    if not dry_run:
        rights.wipe(press, mails)
    return found


class _Adding:
    """One address being added: what that begins, changes and asks for."""

    def __init__(
        self, connection: Connection, press: Press, subscriber: Subscriber, now: datetime
    ) -> None:
        self._connection, self._config, self._now = connection, press.config, now
        self._subscriber = subscriber
        self._begun: list[str] = []
        self._changed: list[str] = []
        self._asked: list[str] = []

    def take(self, wish: Wish, *, confirmed: bool) -> None:
        connection, subscriber = self._connection, self._subscriber
        held = subscriptions.find(connection, subscriber.id, wish.newsletter)
        given = Given("operator" if confirmed else "confirmed", self._now, "operator")
        if held is not None and held.state == "active":
            if any(getattr(held, name) != getattr(wish, name) for name in _CHOSEN):
                subscriptions.change(connection, subscriber.id, wish)
                self._changed.append(wish.newsletter)
                self._note("changed", wish.newsletter)
        elif confirmed:
            subscriptions.begin(connection, subscriber.id, wish, given)
            self._begun.append(wish.newsletter)
            self._note("added", wish.newsletter)
        else:
            subscriptions.request(connection, subscriber.id, wish, given)
            self._asked.append(wish.newsletter)
            self._note("asked", wish.newsletter)

    def ask(self, language: str) -> None:
        """Ask the address's owner for what awaits their word, in one letter."""
        if self._asked:
            post.queue(
                self._connection,
                self._config,
                "confirm",
                self._subscriber,
                newsletters=self._asked,
                language=language,
                now=self._now,
            )

    def done(self) -> Added:
        found = subscribers.by_id(self._connection, self._subscriber.id) or self._subscriber
        return Added(
            standing(self._connection, found),
            tuple(self._begun),
            tuple(self._changed),
            tuple(self._asked),
        )

    def _note(self, kind: Any, newsletter: str) -> None:
        number = self._subscriber.id
        history.add(self._connection, number, kind, "operator", at=self._now, newsletter=newsletter)


def _change(
    connection: Connection, subscriber: Subscriber, said: dict[str, str], now: datetime
) -> None:
    """Change what is said of somebody, where it is otherwise, and note it."""
    new = {key: text for key, text in said.items() if text and text != getattr(subscriber, key)}
    if new:
        subscribers.change(connection, subscriber.id, **new)
        # A name says who somebody is, and the history outlives them.
        details: dict[str, Any] = {
            key: True if key == "name" else [getattr(subscriber, key), text]
            for key, text in new.items()
        }
        history.add(connection, subscriber.id, "changed", "operator", at=now, details=details)


def _known(connection: Connection, who: str, *, hold: bool = False) -> Standing:
    found = find(connection, who, hold=hold)
    if found is None:
        raise SubscriberError(who, "not a subscriber", "see: syndicate subscribers list --search")
    return found


def _refuse_barred(
    connection: Connection, address: str, fingerprint: str, newsletter: str, *, own: bool
) -> None:
    """Refuse what must not be mailed; with ``own`` also who has left or was erased."""
    found = (
        suppressions.against(connection, fingerprint, newsletter)
        if own
        else barring.barred(connection, fingerprint, newsletter)
    )
    if found is not None:
        raise SubscriberError(
            address,
            f"suppressed since {found.since:%Y-%m-%d} ({found.reason})",
            f"if that is over: syndicate subscribers unsuppress {address}",
        )


def _note(
    connection: Connection,
    fingerprint: str,
    kind: Any,
    now: datetime,
    newsletter: str,
    **details: str,
) -> None:
    """Note what happened to an address, if it is somebody's."""
    found = subscribers.by_fingerprint(connection, fingerprint)
    if found is not None:
        history.add(
            connection,
            found.id,
            kind,
            "operator",
            at=now,
            newsletter=newsletter,
            details=details,
        )


def _is_number(who: str) -> bool:
    return who.isascii() and who.isdigit() and len(who) < 12
