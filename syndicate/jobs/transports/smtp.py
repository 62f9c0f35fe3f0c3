"""A session with a mail server: mails in, one after the other, and what became of each.

The task that calls ``deliver`` only waits: what follows a reply happens where
the reply arrives. The next mail is asked for after all that could be written
has been, so that it is composed while the server has the last one, and a mail
costs one write and one turn of the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from syndicate.jobs.transports.greeting import Greeted
from syndicate.jobs.transports.patience import Patience
from syndicate.jobs.transports.wire import LostError
from syndicate.mail.dialogue.reader import Said
from syndicate.mail.dialogue.turns import Dialogue
from syndicate.model.delivery import Outgoing, Reply, Witness

_GO_AHEAD: Final = {code: Reply(code) for code in (250, 354)}


@dataclass(frozen=True, slots=True)
class Course:
    """How it went on a connection: whether mail was accepted, and why it ended, if it did.

    ``deaf`` means that what was sent ahead of a reply, as the server had
    offered, was never answered; ``chunkless`` that the BDAT it had offered is
    not to be used: it does not know it, or has answered more than it was asked.
    """

    good: bool
    why: str = ""
    deaf: bool = False
    chunkless: bool = False


class SmtpSession:
    """Over SMTP or LMTP, which differ in their greeting: with one recipient a mail, no more.

    ``report`` is told how it went, after each ``deliver`` that shows something.
    """

    def __init__(
        self,
        greeted: Greeted,
        *,
        relay: str,
        patience: Patience,
        report: Callable[[Course], None] = lambda _: None,
    ) -> None:
        self.relay = relay
        self._wire = greeted.wire
        self._offers = greeted.offers
        self._patience = patience
        self._report = report
        self._accepted = 0
        self._delivering = False
        self._open = self._proven = False

    @property
    def alive(self) -> bool:
        return not self._wire.lost

    async def deliver(self, mails: Iterator[Outgoing], witness: Witness) -> None:
        if self._delivering:
            raise RuntimeError("a session delivers for one task at a time")
        if not self.alive:
            return
        self._delivering = True
        dialogue = Dialogue(
            self._offers,
            witness,
            self._wire.write,
            self._flushed,
            self.relay,
            open=self._open,
            proven=self._proven,
        )
        flow = _Flow(self, dialogue, mails)
        try:
            await flow.run()
        finally:
            self._delivering = False
            self._open, self._proven = dialogue.open, dialogue.proven
            self._accepted += dialogue.accepted
            why = "" if dialogue.ended is None else dialogue.ended.text or "ended"
            if why:
                self._wire.drop(why)
            if dialogue.accepted or (why and not flow.given_up):
                good = self._accepted > 0 and not dialogue.spurned
                self._report(Course(good, why, flow.deaf, dialogue.chunkless))

    async def close(self) -> None:
        if self.alive and not self._delivering:
            with suppress(LostError):
                said = await self._wire.ask("QUIT", self._patience.quit)
                if self._proven and said.code not in (221, 421):
                    # It belongs to a mail, then, that another answer was taken for.
                    why = f"said {said.code} {said.reply.text} to QUIT"
                    self._report(Course(good=True, why=why, chunkless=True))
        await self._wire.close()

    def _flushed(self) -> bool:
        return self._wire.flushed


class _Flow:
    """One call of ``deliver``."""

    def __init__(self, session: SmtpSession, dialogue: Dialogue, mails: Iterator[Outgoing]) -> None:
        self._wire = session._wire
        self._patience = session._patience
        self._dialogue = dialogue
        self._mails: Iterator[Outgoing] | None = mails
        self._loop = asyncio.get_running_loop()
        self._done: asyncio.Future[None] = self._loop.create_future()
        self._failure: Exception | None = None
        #: Whether it was ended here, and not by the server.
        self.given_up = False
        self.deaf = False
        self._limit = 0.0
        self._deadline = 0.0
        self._timer: asyncio.TimerHandle | None = None

    async def run(self) -> None:
        self._wire.on_said, self._wire.on_chunk = self._said, self._tend
        try:
            for said in self._wire.unheard():
                self._said(said)
            self._tend()
            await self._done
        finally:
            self._wire.on_said = self._wire.on_chunk = None
            if self._timer is not None:
                self._timer.cancel()
            if not self._dialogue.is_idle:
                # Cancelled: whoever did that has no time to wait for replies.
                self.given_up = True
                self._dialogue.lost(Reply(0, "given up here before it was answered"))
        if self._failure is not None:
            raise self._failure

    def _pull(self) -> None:
        """Take mails as far ahead as the dialogue wants them."""
        while self._mails is not None and self._dialogue.wants:
            try:
                mail = next(self._mails, None)
                if mail is None:
                    self._mails = None
                else:
                    self._dialogue.take(mail)
            except Exception as error:
                # The mails under way are answered before it is passed on.
                self._failure = error
                self._mails = None

    def _said(self, said: Said) -> None:
        if not self.given_up:
            try:
                # The words of a mere go-ahead interest nobody.
                ahead = self._dialogue.stage not in ("dot", "")
                mere = _GO_AHEAD.get(said.code) if ahead else None
                self._dialogue.heard(mere or said.reply)
            except Exception as error:
                self._give_up(error)

    def _go_on(self) -> None:
        dialogue = self._dialogue
        try:
            if not dialogue.stage and (begun := self._wire.begun):
                dialogue.unasked(begun)
            dialogue.go_on()
        except Exception as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """The witness could not write: nothing may go out unrecorded."""
        self._failure = error
        self.given_up = True
        self._lose(Reply(0, "given up here: what happens can't be recorded"))

    def _tend(self) -> None:
        """After each turn of events: what comes next, time limits, and the end."""
        dialogue = self._dialogue
        if self._wire.lost and dialogue.ended is None:
            self._lose(Reply(0, self._wire.lost))
        self._go_on()
        self._pull()
        if dialogue.ended is not None:
            self._wire.drop(dialogue.ended.text or "ended")
        elif not dialogue.is_idle:
            self._set_timer()
            return
        if not self._done.done():
            self._done.set_result(None)

    def _lose(self, why: Reply) -> None:
        try:
            self._dialogue.lost(why)
        except Exception as error:
            self._failure = self._failure or error

    def _set_timer(self) -> None:
        stage = "block" if not self._wire.flushed else self._dialogue.stage
        self._limit = self._patience.for_stage(stage)
        self._deadline = self._loop.time() + self._limit
        if self._timer is not None and self._timer.when() > self._deadline:
            self._timer.cancel()
            self._timer = None
        if self._timer is None:
            self._timer = self._loop.call_at(self._deadline, self._ring)

    def _ring(self) -> None:
        self._timer = None
        if self._dialogue.ended is not None or not self._dialogue.stage:
            return
        if self._loop.time() < self._deadline:
            self._timer = self._loop.call_at(self._deadline, self._ring)
            return
        self.deaf = self._dialogue.stage == "mail" and self._dialogue.accepted > 0
        self._wire.drop(f"no answer within {self._limit:g} seconds")
