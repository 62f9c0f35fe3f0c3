"""Signing up, and asking for the link to one's preferences.

Anybody can type anybody's address. So nothing begins before the mailbox's
reader confirms, an active subscription is never changed from here, and the
answer is the same, and comes as fast, whether an address is known, barred, or
has had its share of mails. Whoever is not to be mailed is not written down either.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from syndicate.audience import address as addresses
from syndicate.audience import disposable
from syndicate.audience.address import Address
from syndicate.config.model import Config
from syndicate.jobs.audience import barring, post
from syndicate.jobs.audience.gate import Gate, stamp_problem
from syndicate.jobs.audience.problems import InvalidError, Problem
from syndicate.jobs.audience.wishes import Choice, person_problems, wishes
from syndicate.jobs.press import Press
from syndicate.jobs.secrets import secrets_of
from syndicate.model.errors import SubscriberError
from syndicate.model.subscriber import EVERY, Subscriber, Wish
from syndicate.store import history, subscribers, subscriptions
from syndicate.store.subscribers import Newcomer
from syndicate.store.subscriptions import Given

KEY_BYTES: Final = 16
_LONGEST_FORM: Final = 60


@dataclass(frozen=True, slots=True)
class Request:
    """What was sent, and from where.

    ``client`` is the network address it came from. ``form`` names the form for
    the record of consent: a path, or ``api``. ``stamp`` is the form's, ``None``
    where no form was filled in; ``trap`` is what stood in the field that only
    machines fill in. ``language`` and ``timezone`` are the person's, if known.
    """

    address: str
    choices: tuple[Choice, ...] = ()
    client: str = ""
    form: str = ""
    stamp: str | None = None
    trap: str = ""
    language: str = ""
    timezone: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """The answer, the same for every address: a mail may come, and is good for ``within``."""

    within: timedelta


def sign_up(press: Press, request: Request) -> Received:
    """Ask for newsletters: writes what is to be confirmed, and a letter that asks for it.

    Raises :class:`InvalidError` for what can be corrected, :class:`LimitError`
    for what was asked for too often, and :class:`SubscriberError` where nobody
    can sign up.
    """
    config, now = press.config, press.clock()
    if not config.subscribers.signup or not config.newsletters:
        raise SubscriberError("sign-up", "this site takes none", "write to its publisher")
    received = Received(config.subscribers.confirm_within)
    if _trapped(press, request, now):
        return received
    asked = _asked(press, request)
    with press.store.read() as connection:
        wanted = wishes(connection, config, request.choices)
    known = secrets_of(press)
    client, fingerprint = known.client(request.client), known.fingerprint(asked.canonical)
    with press.store.write() as connection:
        gate = Gate(connection, config, known, now=now)
        goes = gate.let_in(client, asked)
        open_ = [
            wish
            for wish in wanted
            if barring.barred(connection, fingerprint, wish.newsletter) is None
        ]
        if goes and not open_:
            gate.drop("suppressed")
        kept = open_ or wanted
        language = request.language or kept[0].language
        newcomer = Newcomer(
            key=new_key(),
            address=asked.given,
            canonical=asked.canonical,
            domain=asked.domain,
            fingerprint=fingerprint,
            language=language,
            timezone=request.timezone or _zone(config, kept[0]),
            created=now,
        )
        given = Given("confirmed", now, request.form[:_LONGEST_FORM], client)
        with _kept(connection, keep=goes and bool(open_)):
            subscriber, _ = subscribers.add(connection, newcomer)
            _write(connection, config, subscriber, kept, given, language)
    return received


def send_link(press: Press, request: Request) -> Received:
    """Ask for the link to one's preferences: a letter brings it, if the address is known.

    Raises as :func:`sign_up` does.
    """
    config, now = press.config, press.clock()
    received = Received(config.subscribers.confirm_within)
    if _trapped(press, request, now):
        return received
    asked = _asked(press, request)
    known = secrets_of(press)
    with press.store.write() as connection:
        gate = Gate(connection, config, known, now=now, share="links")
        goes = gate.let_in(known.client(request.client), asked)
        found = subscribers.by_canonical(connection, asked.canonical, hold=True)
        barred = barring.barred(connection, known.fingerprint(asked.canonical), EVERY)
        if goes and (found is None or barred is not None):
            gate.drop("unknown" if found is None else "suppressed")
            goes = False
        with _kept(connection, keep=goes):
            gate.goes(asked)
            reader = found or _nobody(asked, now)
            post.queue(connection, config, "manage", reader, now=now, language=request.language)
    return received


@contextmanager
def _kept(connection: Connection, *, keep: bool) -> Iterator[None]:
    """What is done here and, without ``keep``, undone.

    So that it takes as long for one address as for another: how fast an answer
    is tells as much as what it says.
    """
    with connection.begin_nested() as done:
        yield
        if not keep:
            done.rollback()


def _nobody(asked: Address, now: datetime) -> Subscriber:
    """Stands for somebody who has this address, where there is nobody."""
    return Subscriber(0, "", asked.given, asked.canonical, asked.domain, "", "", "", now)


def new_key() -> str:
    """A subscriber's key: random, and all that tokens say of them."""
    return secrets.token_urlsafe(KEY_BYTES)


def _write(
    connection: Connection,
    config: Config,
    subscriber: Subscriber,
    wanted: Sequence[Wish],
    given: Given,
    language: str,
) -> None:
    fresh = [w for w in wanted if subscriptions.request(connection, subscriber.id, w, given)]
    for wish in fresh:
        history.add(
            connection,
            subscriber.id,
            "asked",
            "subscriber",
            at=given.at,
            newsletter=wish.newsletter,
            details={"form": given.form, "client": given.client},
        )
    post.queue(
        connection,
        config,
        "confirm" if fresh else "known",
        subscriber,
        newsletters=[wish.newsletter for wish in fresh or wanted],
        language=language,
        now=given.at,
    )


def _trapped(press: Press, request: Request, now: datetime) -> bool:
    """Whether a machine filled the form in: it gets the answer that it wants, and no more.

    Its requests count as any others', or they alone could be as many as it likes.
    """
    if not request.trap:
        return False
    known = secrets_of(press)
    with press.store.write() as connection:
        gate = Gate(connection, press.config, known, now=now)
        gate.notice(known.client(request.client))
        gate.drop("honeypot")
    return True


def _asked(press: Press, request: Request) -> Address:
    """The address of a request that has nothing wrong in what is not a choice."""
    config = press.config
    problems = person_problems(config, language=request.language, timezone=request.timezone)
    stamped = stamp_problem(press, request.stamp)
    if stamped is not None:
        problems.append(stamped)
    found: Address | None = None
    try:
        found = addresses.parse(request.address)
    except SubscriberError as error:
        problems.append(Problem("address", error.cause, error.way_out))
    if found is not None and _is_refused(config, found.domain):
        problems.append(
            Problem(
                "address",
                "its domain gives addresses away for minutes",
                "use one that you will still read next week",
            )
        )
    if found is None or problems:
        raise InvalidError(problems)
    return found


def _is_refused(config: Config, domain: str) -> bool:
    return disposable.is_disposable(domain, disposable.refused(config.subscribers))


def _zone(config: Config, wish: Wish) -> str:
    newsletter = config.newsletter(wish.newsletter)
    return newsletter.timezone if newsletter is not None else config.site.timezone
