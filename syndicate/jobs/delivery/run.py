"""One process's part in the delivery of one edition: its connections, fed and recorded.

The event loop belongs to the wire. What the database does goes on beside it,
one thing at a time: claiming the next rows before the last ones are out,
bringing endings back in batches, and looking whether somebody has left.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar

from syndicate.jobs.delivery.commits import Commits
from syndicate.jobs.delivery.desk import REFUSED, Desk
from syndicate.jobs.delivery.ending import Batch, Log
from syndicate.jobs.delivery.feed import Feed
from syndicate.jobs.delivery.journal import Journal
from syndicate.jobs.delivery.parts import Composer
from syndicate.jobs.delivery.recovery import journals, recover
from syndicate.jobs.delivery.witness import Recording, Tally
from syndicate.jobs.press import Press
from syndicate.jobs.stopping import Stop, heeding
from syndicate.jobs.transports.interface import Session, Transport
from syndicate.mail.composer import Recipient
from syndicate.model.delivery import Outgoing
from syndicate.model.errors import MailError, SyndicateError, TransportError
from syndicate.store.claims import Claimed

#: Rows claimed at a time, at most; as many as go out in about this many seconds.
_CHUNK: Final = 1_000
_FIRST_CHUNK: Final = 50
_SECONDS: Final = 2.0
_TICK: Final = 0.5
#: Mails that may come back unsent in a row, for each connection, before we give up.
_BARREN: Final = 9
#: Connections that may end in a row before they have had a mail.
_VAIN: Final = 3

Result = TypeVar("Result")
Listener = Callable[[Tally], None]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: what it did, ``halted`` why before all was sent, and what went wrong."""

    tally: Tally
    halted: str = ""
    error: SyndicateError | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """``most`` mails at all; with ``linger`` a run waits that long for rows not due yet."""

    most: int | None = None
    linger: timedelta = timedelta()


def _dropping(session: Session, why: str) -> TransportError:
    return TransportError(
        f"mail server {session.relay}",
        f"it drops every connection: {why}",
        "look into its log; what has not been sent goes out with the next delivery",
    )


async def _happened(event: asyncio.Event, seconds: float) -> None:
    """Wait until it happens from now on, or this long."""
    event.clear()
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


def log_of(press: Press, token: str) -> Log:
    """Where what is on the wire is recorded, as befits the store."""
    if press.store.is_sqlite:
        return Journal(journals(press.store), token)
    return Commits(press.store, token)


class Run:
    def __init__(
        self,
        desk: Desk,
        log: Log,
        composers: Mapping[int, Composer],
        transport: Transport,
        *,
        limits: Limits,
        listen: Listener,
        tally: Tally,
        grace: float,
    ) -> None:
        self.desk, self.log, self.composers = desk, log, composers
        self.transport, self.limits, self.listen = transport, limits, listen
        self.grace = grace
        self.press = desk.press
        self.feed = Feed(
            room=desk.pacing.room,
            time=time.monotonic,
            compose=self._compose,
            stopping=self.press.stopping,
            low=_FIRST_CHUNK,
            most=limits.most,
        )
        self.recording = Recording(self.feed, log, desk.rules, desk.pacing, self.press.clock, tally)
        self.halted = ""
        self.error: SyndicateError | None = None
        #: How many of the connections can't be had.
        self._denied = 0
        self._chunk = _FIRST_CHUNK
        self._store = asyncio.Lock()
        self._over = asyncio.Event()
        self._told = Stop()
        self._begun = time.monotonic()

    async def run(self) -> Ended:
        """Send what is due; every row in hand is settled or free again at the end.

        Told to stop, connections that are being opened are given up; mails on the wire
        have ``grace`` seconds to be answered, and are in doubt then.
        """
        async with heeding(self.press.stopping) as self._told:
            return await self._run()

    async def _run(self) -> Ended:
        beside = [asyncio.create_task(self._tick()), asyncio.create_task(self._keep_filled())]
        workers = [
            asyncio.create_task(self._work(number)) for number in range(self.transport.connections)
        ]
        try:
            ends = await asyncio.gather(*workers, return_exceptions=True)
        finally:
            self.feed.halt()
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
            # Not cancelled: they may be bringing endings back just now, or claiming rows.
            self._over.set()
            ended = await asyncio.gather(*beside, return_exceptions=True)
            await self._fold()
            # Only what never went to a connection: the database may not know of the others yet.
            left = self.feed.rows()
            await self._aside(lambda: self.desk.release(left))
        for end in (*ends, *ended):
            if isinstance(end, BaseException):
                raise end
        self.listen(self.recording.tally)
        return Ended(self.recording.tally, self.halted, self.error)

    # The connections.

    async def _work(self, number: int) -> None:
        """One connection after the other, as long as there is something for it."""
        vain = 0
        while await self._ready(number):
            refusing = dict(self.recording.refusing)
            try:
                session = await self._told.within(0.0, self.transport.session())
            except TransportError as error:
                self._deny(error)
                return
            if session is None:
                # Told to stop before it was there.
                return
            try:
                if session.relay in refusing:
                    # There is no other that can be used.
                    await self._refused(", ".join(refusing.values()))
                else:
                    used = await self._use(session, number)
                    vain = 0 if used or session.alive else vain + 1
            except SyndicateError as error:
                self._stop(error)
            except Exception:
                # The other connections finish what is on them before it goes on up.
                self.feed.halt()
                raise
            finally:
                await session.close()
            if vain == _VAIN:
                self._deny(_dropping(session, "before it has had a mail"))
                return

    def _deny(self, error: TransportError) -> None:
        """One connection less: where others have or may still get one, that many are all we get."""
        self._denied += 1
        if self._denied == self.transport.connections:
            self._stop(error)

    async def _use(self, session: Session, number: int) -> bool:
        """Send what there is; whether there was anything for this connection while it lived."""
        used = False

        def mails() -> Iterator[Outgoing]:
            nonlocal used
            for mail in self.feed.stream(number):
                used = True
                yield mail

        while session.alive and await self._ready(number):
            await self._told.within(self.grace, session.deliver(mails(), self.recording))
            if self.recording.hopeless:
                await self._refused(self.recording.hopeless)
            if self.recording.barren >= _BARREN * self.transport.connections:
                raise _dropping(session, self.recording.last)
        return used

    async def _ready(self, number: int) -> bool:
        """Wait until there is a mail for this connection; False when there will be none."""
        while not self.feed.over:
            if self.feed.can_give(number):
                return True
            if self.feed.takes_more and not self._store.locked():
                await self._refill()
                continue
            await _happened(self.feed.moved, min(_TICK, self.feed.soonest()))
        return False

    async def _refused(self, said: str) -> None:
        """Pause the edition: it would be refused to everybody, one after the other."""
        reason = f"{REFUSED} {said}"
        self._halt(reason)
        await self._aside(lambda: self.desk.pause(reason))

    def _stop(self, error: SyndicateError) -> None:
        self.error = self.error or error
        self.feed.halt()

    # The ledger.

    async def _keep_filled(self) -> None:
        """Claim the next rows before the last ones are out, so that no connection waits for it."""
        while not self.feed.over:
            if not self.feed.wants_more:
                await _happened(self.feed.thin, _TICK)
            elif self._store.locked():
                async with self._store:
                    pass  # Rows may be on their way: look again once they are here.
            else:
                await self._refill()

    async def _refill(self) -> None:
        waiting = self.feed.by_domain()
        wanted = int(min(self._chunk, self.feed.lacking))
        taken = await self._aside(lambda: self.desk.take(wanted, waiting))
        if taken is None:
            return
        if taken.halted:
            self._halt(taken.halted)
            return
        self.recording.tally.set_aside(taken.aside)
        self.feed.add(taken.rows)
        if not taken.found:
            await self._run_dry()
        # As many as go out in the time between two looks at who has left.
        rate = self.recording.tally.tried / max(time.monotonic() - self._begun, 0.1)
        self._chunk = int(min(max(rate * _SECONDS, _FIRST_CHUNK), _CHUNK))
        self.feed.low = max(self._chunk // 2, _FIRST_CHUNK)

    async def _run_dry(self) -> None:
        """Nothing is due that nobody has in hand: unless one of those has died."""
        recovered = await self._aside(lambda: recover(self.press))
        if recovered is not None and (recovered.freed or recovered.doubtful):
            return
        due = await self._aside(self.desk.next_due)
        now = self.press.clock()
        if due is None or due > now + self.limits.linger:
            self.feed.dry = True
            self.feed.moved.set()
        else:
            await asyncio.sleep(min(max((due - now).total_seconds(), 0.05), _TICK))

    async def _tick(self) -> None:
        """Twice a second: bring endings back, look who has left, tell how far we are."""
        looked = time.monotonic()
        while not self._over.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(_TICK):
                    await self._over.wait()
            self.listen(self.recording.tally)
            await self._fold()
            if self.feed.waiting and time.monotonic() - looked >= _SECONDS:
                await self._look_again()
                looked = time.monotonic()

    async def _look_again(self) -> None:
        rows = self.feed.rows()
        seen = await self._aside(lambda: self.desk.look_again(rows))
        if seen is None:
            return
        dropped = self.feed.drop({row.id for row in seen.gone})
        gone = [row for row in seen.gone if row.id in dropped]
        if gone and (aside := await self._aside(lambda: self.desk.let_go(gone))):
            self.recording.tally.set_aside(aside)
        if seen.halted:
            self._halt(seen.halted)
            await self._aside(self.desk.halt)

    async def _fold(self) -> None:
        try:
            batch = self.log.take()
        except SyndicateError as error:
            self._stop(error)
            return
        if batch is not None and await self._aside(lambda: self._folded(batch)) is None:
            self.log.put_back(batch)

    def _folded(self, batch: Batch) -> bool:
        self.desk.fold(batch)
        return True

    async def _aside(self, work: Callable[[], Result]) -> Result | None:
        """Do something with the store beside the loop; None where it can't be done.

        Then the delivery stops: what is on the wire is finished, and what the
        database could not be told stands in the log.
        """
        async with self._store:
            try:
                return await asyncio.to_thread(work)
            except SyndicateError as error:
                self._stop(error)
                return None

    def _halt(self, reason: str) -> None:
        self.halted = reason
        self.feed.halt()

    # The mails.

    def _compose(self, row: Claimed) -> Outgoing | None:
        try:
            composer = self.composers[row.variant_id]
            return composer.compose(
                Recipient(
                    delivery_id=row.id,
                    key=row.key,
                    address=row.address,
                    domain=row.domain,
                    message_id=row.message_id,
                    name=row.name,
                    date=self._meant_for(row),
                )
            )
        except MailError as error:
            self.recording.unfit(row, str(error))
        except KeyError:
            self.recording.unfit(row, "every story that it would show has been withdrawn")
        return None

    def _meant_for(self, row: Claimed) -> datetime | None:
        """The reader's hour, where that came later than the recipients were fixed: their Date.

        One of many hours ago makes filters wary. It follows from what no try changes.
        """
        hour, frozen = row.expires - self.desk.newsletter.expires, self.desk.frozen
        return hour if frozen is not None and frozen < hour <= self.press.clock() else None
