"""Letters: mails to one person about their own subscription, sent as they come up.

A request on the web only writes a row; here it becomes a mail. So no visitor
waits for a mail server, and a server that is away loses nothing: its letters
are tried again until they would come too late. The same letter is the same
mail each time, with the same Message-ID.

What no letter is to blame for is no attempt of any: where no server can be
reached, or each refuses us before it has heard of a recipient, all wait. So do
those to a domain that rests or is held, as its mails of editions do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final, Literal

from sqlalchemy import Connection

from syndicate.audience.address import parse
from syndicate.audience.links import Links
from syndicate.jobs import loop, names
from syndicate.jobs.audience import rights
from syndicate.jobs.lettering import Listed, Scribe, letter
from syndicate.jobs.offers import when_in_words
from syndicate.jobs.press import Press, job
from syndicate.jobs.secrets import tokens_of
from syndicate.jobs.stopping import GRACE, heeding
from syndicate.jobs.transports import Transport, transport_of
from syndicate.jobs.variants import verp_of
from syndicate.language import catalogue
from syndicate.mail import pace
from syndicate.mail.address import Mailbox, parse_mailbox
from syndicate.mail.dkim import load_signers, sign
from syndicate.mail.message import compose
from syndicate.mail.refusals import way_out
from syndicate.mail.replies import Verdict, classify, wait
from syndicate.model.delivery import Envelope, Outcome, Outgoing, Reply
from syndicate.model.errors import SubscriberError, TransportError
from syndicate.model.subscriber import EVERY, Subscriber
from syndicate.store import domains, letters, subscribers, subscriptions, suppressions
from syndicate.store.letters import Letter

FOLDER: Final = "letters"

_AT_ONCE: Final = 20
#: How long all wait where none could be sent.
_PAUSE: Final = timedelta(minutes=5)
# Who asks for a letter lifts neither a complaint nor a mailbox that is gone.
_BARRING: Final = frozenset({"bounced", "complained", "operator"})
_REPLY: Final = 200


@dataclass(slots=True)
class LettersReport:
    """What became of the letters that were due."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0
    expired: int = 0
    warnings: list[str] = field(default_factory=list)

    def summary(self) -> dict[str, Any]:
        return {
            "sent": self.sent,
            "put off": self.put_off,
            "failed": self.failed,
            "expired": self.expired,
        }


def send_due(press: Press) -> LettersReport:
    """Send the letters that are due. Where none is, nothing is recorded and no lease taken."""
    with press.store.read() as connection:
        first = letters.next_due(connection)
    if first is None or first > press.clock():
        return LettersReport()
    with job(press, names.LETTERS) as running:
        sending = _Sending(press)
        sending.run()
        report = sending.report
        running.note("partly" if report.warnings else "ok", report.summary())
    return report


def waiting(press: Press) -> int:
    """How many letters :func:`send_due` would try to send. Changes nothing."""
    with press.store.read() as connection:
        return letters.waiting(connection, now=press.clock())


class _Sending:
    def __init__(self, press: Press) -> None:
        self.report = LettersReport()
        self._press = press
        self._transport: Transport = transport_of(press.config, folder=FOLDER)
        self._post = _Post(press)

    def run(self) -> None:
        with self._press.store.write() as connection:
            self.report.expired = letters.expire(connection, now=self._press.clock())
        while not self._press.stopping():
            with self._press.store.write() as connection:
                now = self._press.clock()
                claimed = letters.claim(connection, now=now, limit=_AT_ONCE)
            ready = list(self._ready(claimed))
            if ready and not self._sent(ready):
                return
            if len(claimed) < _AT_ONCE:
                return

    def _ready(self, claimed: list[Letter]) -> Iterator[tuple[Letter, Outgoing]]:
        """The mails of the letters that may be sent; the others wait, or are closed here."""
        with self._press.store.read() as connection:
            found = [(each, self._post.mail(connection, each)) for each in claimed]
            to = {mail.domain for _, mail in found if isinstance(mail, Outgoing)}
            known = domains.known(connection, to)
        now = self._press.clock()
        for each, mail in found:
            if not isinstance(mail, Outgoing):
                self._close(each, "failed", Reply(0, mail))
                self.report.failed += 1
            elif (domain := known.get(mail.domain)) and pace.resting(domain, now=now):
                self._give_back([each], Reply(0, f"{mail.domain} waits: {domain.reason}"))
            else:
                yield each, mail

    def _sent(self, ready: list[tuple[Letter, Outgoing]]) -> bool:
        """Send mails; False where there is no use in going on."""
        witness = _Settling(self, {mail.message_id: each for each, mail in ready})
        asked = -1
        # Each round asks another server, until one does not refuse us.
        while witness.waiting and asked < len(witness.refusing):
            asked = len(witness.refusing)
            mails = [mail for _, mail in ready if mail.message_id in witness.unsettled]
            try:
                loop.run(_deliver(self._transport, mails, witness, self._press.stopping))
            except TransportError as error:
                self.report.warnings.append(str(error))
                self._pause(witness, Reply(0, f"{error.thing}: {error.cause}"))
                return False
        if witness.waiting and witness.refusing:
            said = ", ".join(f"{name} says {each}" for name, each in witness.refusing.items())
            self.report.warnings.append(f"letters wait: {said}; {way_out(said)}")
            self._pause(witness, witness.last)
            return False
        if witness.waiting and self._press.stopping():
            self._give_back(witness.waiting, Reply(0, "stopped before its turn"), wait=timedelta())
            return False
        for each in witness.waiting:
            self.put_off(each, Reply(0, "the connection was lost before its turn"))
        return not witness.lost

    def settle(self, each: Letter, domain: str, reply: Reply, verdict: Verdict) -> None:
        """Record what became of a letter's mail."""
        if verdict.kind == "hold":
            # Not a word on the domain: anybody can sign up with an address that is refused
            # like that, and would stop the mail of all others there.
            self.report.warnings.append(
                f"a letter to {domain} waits: {verdict.reason}; look with: syndicate mail doctor"
            )
        if verdict.kind == "accepted":
            self._close(each, "sent", reply)
            self.report.sent += 1
        elif verdict.kind == "fail":
            self._close(each, "failed", reply)
            self.report.failed += 1
        else:
            # A letter in doubt is sent once more, with the same Message-ID: one too
            # many does no harm, and one too few keeps somebody out.
            self.put_off(each, reply)

    def put_off(self, each: Letter, reply: Reply) -> None:
        """Let a letter wait for its next attempt; it expires by itself."""
        due = self._press.clock() + wait(each.attempts, each.message_id)
        code = reply.code or None
        with self._press.store.write() as connection:
            letters.put_off(connection, each.id, due=due, code=code, reply=_line(reply))
        self.report.put_off += 1

    def _pause(self, witness: _Settling, reply: Reply) -> None:
        """Let all letters wait a while: none of them is to blame."""
        self._give_back(witness.waiting, reply)
        with self._press.store.write() as connection:
            self.report.put_off += letters.pause(connection, due=self._press.clock() + _PAUSE)

    def _give_back(self, some: list[Letter], reply: Reply, *, wait: timedelta = _PAUSE) -> None:
        with self._press.store.write() as connection:
            self.report.put_off += letters.give_back(
                connection,
                [each.id for each in some],
                due=self._press.clock() + wait,
                code=reply.code or None,
                reply=_line(reply),
            )

    def _close(self, each: Letter, state: Literal["sent", "failed"], reply: Reply) -> None:
        now, code = self._press.clock(), reply.code or None
        with self._press.store.write() as connection:
            known = letters.settle(
                connection, each.id, state, code=code, reply=_line(reply), now=now
            )
        if not known:
            # Erased while it was on its way: what stayed of it in the outbox goes too.
            rights.clear_outbox(self._press.config.mail.outbox, {each.message_id})


class _Settling:
    """Tells what became of each letter; ``unsettled`` are those of which nothing is known yet.

    ``refusing`` are the servers that want no mail from us, and why; ``last`` what one said.
    """

    def __init__(self, sending: _Sending, ready: dict[str, Letter]) -> None:
        self._sending, self.unsettled = sending, dict(ready)
        self.lost = False
        self.refusing: dict[str, str] = {}
        self.last = Reply(0)

    @property
    def waiting(self) -> list[Letter]:
        return list(self.unsettled.values())

    def sending(self, mail: Outgoing) -> None:
        """Claiming has written all there is to write."""

    def settled(self, mail: Outgoing, outcome: Outcome) -> None:
        verdict = classify(outcome)
        if verdict.everywhere:
            self.refusing[outcome.relay], self.last = verdict.reason, outcome.reply
        elif outcome.kind != "unsent" or outcome.relay not in self.refusing:
            self.lost = self.lost or outcome.kind in ("unsent", "in doubt")
            each = self.unsettled.pop(mail.message_id)
            self._sending.settle(each, mail.domain, outcome.reply, verdict)


async def _deliver(
    transport: Transport,
    mails: list[Outgoing],
    witness: _Settling,
    stopping: Callable[[], bool],
) -> None:
    async with heeding(stopping) as told:
        session = await told.within(0.0, transport.session())
        if session is None:
            return
        try:
            # One that has refused us is given only where no other can be used.
            if session.relay not in witness.refusing:
                await told.within(GRACE, session.deliver(iter(mails), witness))
        finally:
            await session.close()


class _Post:
    """Makes mails of letters."""

    def __init__(self, press: Press) -> None:
        self._press, self._config = press, press.config
        self._sender = parse_mailbox(self._config.mail.sender)
        self._tokens, self._links = tokens_of(press), Links(self._config.site.url)
        self._verp = verp_of(press)
        self._signers = load_signers(self._config.mail.dkim)
        self._scribe = Scribe(press.templates)

    def mail(self, connection: Connection, each: Letter) -> Outgoing | str:
        """The mail of a letter, or why there is none to send."""
        person = subscribers.by_id(connection, each.subscriber_id)
        if person is None:
            return "nobody has this address any more"
        barred = suppressions.against(connection, person.fingerprint, EVERY)
        if barred is not None and barred.reason in _BARRING:
            return f"the address must not be mailed: {barred.reason}"
        listed = self._listed(connection, each, person)
        if each.kind == "confirm" and not listed:
            return "what was asked for is offered no more"
        try:
            address = parse(person.address)
        except SubscriberError as error:
            return str(error)
        written = self._scribe.write(
            letter(
                each.kind,
                language=each.language,
                address=self._address(each, person),
                newsletters=listed,
                site=self._config.site,
                postal_address=self._config.mail.postal_address,
                within=each.expires - each.created,
            )
        )
        data = compose(
            sender=self._sender,
            to=Mailbox("", address.wire),
            subject=written.subject,
            html=written.html,
            text=written.text,
            date=each.created,
            message_id=each.message_id,
            headers=self._headers(),
            international=address.international,
        )
        return Outgoing(
            delivery_id=each.id,
            envelope=Envelope(
                sender=self._verp.sender(each.id, "letter"),
                recipient=address.wire,
                international=address.international,
            ),
            message_id=each.message_id,
            domain=address.domain,
            data=sign(data, self._signers, each.created) if self._signers else data,
        )

    def _headers(self) -> list[tuple[str, str]]:
        """RFC 3834: a program wrote it, so nobody's holiday program should answer."""
        found = [("Auto-Submitted", "auto-generated")]
        if self._config.mail.reply_to:
            found.append(("Reply-To", str(parse_mailbox(self._config.mail.reply_to))))
        return found

    def _address(self, each: Letter, person: Subscriber) -> str:
        if each.kind == "confirm":
            asked = each.details.get("newsletters", ())
            token = self._tokens.make("confirm", person.key, *asked, now=each.created)
            return self._links.confirm(token)
        token = self._tokens.make("manage", person.key, now=each.created)
        return self._links.preferences(token)

    def _listed(self, connection: Connection, each: Letter, person: Subscriber) -> list[Listed]:
        """The newsletters that the letter is about, and when each of them comes."""
        held = {one.newsletter: one for one in subscriptions.of(connection, person.id)}
        words = catalogue(each.language)
        found = []
        for name in each.details.get("newsletters", ()):
            newsletter = self._config.newsletter(name)
            if newsletter is None:
                continue
            chosen = newsletter.schedule_of(held[name].cadence) if name in held else None
            when = when_in_words([chosen or newsletter.schedule], newsletter.timezone, words)
            found.append(Listed(newsletter.title, when, newsletter.language))
        return found


def _line(reply: Reply) -> str:
    """A server's words on one short line, without what could steer a terminal."""
    text = " ".join(part for part in (reply.enhanced, reply.text) if part)
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_REPLY]
