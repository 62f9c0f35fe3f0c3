"""One connection's mails, one after the other, with as little waiting as the server allows.

With PIPELINING (RFC 2920) a mail's envelope goes out in one write with the
body of the mail before it, so that a mail costs one round trip:

    → body of 1, dot, MAIL 2, RCPT 2, DATA 2
    ← 250 (the dot's), 250, 250, 354
    → body of 2, dot, MAIL 3, RCPT 3, DATA 3

Without, each command waits for its answer. Where CHUNKING is offered (RFC 3030)
a body goes out in one chunk, the last: there is no DATA to be answered, no dot
to be stuffed, and no line that could end a mail early.

    → BDAT n LAST, n octets of 1, MAIL 2, RCPT 2
    ← 250 (the chunk's), 250, 250

The first octet of a connection's first body goes ahead in a piece of its own,
in the write of its envelope as DATA would be, and the rest once that was
taken. For BDAT has no go-ahead: a server that offers it and does not know it
would read the body as commands, and whoever writes an article could say MAIL,
RCPT and DATA in it. Of one octet without a line end nobody makes a command.

At any moment at most one mail is *behind* (its end is out and unanswered), one
*ahead* (its envelope is out) and one in *hand* (nothing of it is out). The end
of a mail is its final dot or the last octet of its chunk: a server has the mail
with it, and nothing without it. The witness is told before the write that
contains it; so only the mail behind can be in doubt when the connection is lost.

Replies carry no names: the next one belongs to the oldest command that waits for
one, and a server that answers a command twice shifts all that follow. Where DATA
is used that comes out before a body goes, since only DATA is answered with 354.
Pieces are answered with 250 like all else. So nothing is said before all that has
come is heard, and where nothing waits for an answer, another one ends the
connection: nothing is behind then, a mail that was answered well in the same
breath is in doubt if the answer too many is not as good, what is ahead or in hand
is unsent, and the server gets DATA from now on. Of one that answers each piece twice that mostly
shows at the first octet, before it has had any mail. What can't be told apart is
an answer too many that comes alone, after the next write: it is taken for the
answer to that. Then the mail behind counts as accepted one answer early, and what
is in truth said of it is heard as said of the next envelope, until answers come
together, as those to one write do from most servers, or QUIT is answered with
something else than 221. Mails that counted as accepted by then stay so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from syndicate.mail.dialogue import commands
from syndicate.mail.dialogue.offers import Offers
from syndicate.model.delivery import Outcome, Outgoing, Reply, Witness

Step = Literal["reset", "mail", "rcpt", "data", "piece", "dot", "void"]
#: *dot* is the end of a mail, in whichever way, *piece* the first octet of one. *void* is the
#: dot of a mail whose recipient was refused and whose DATA was not.
_STAGES: Final[dict[Step, str]] = {"reset": "mail", "piece": "data", "void": "data"}
#: What a server says to a command that it does not know (RFC 5321, 4.2.4), or not here.
_UNKNOWN: Final = frozenset({500, 501, 502, 504})
_OUT_OF_TURN: Final = 503


@dataclass(slots=True)
class _Turn:
    """A mail under way. ``steps`` are the commands that have yet to go out.

    ``out`` octets of its body went ahead in a piece.
    """

    mail: Outgoing
    steps: deque[tuple[Step, bytes]]
    chunked: bool
    dotted: bool
    refused: bool = False
    out: int = 0


@dataclass(slots=True)
class Dialogue:
    """Takes mails, is told the replies, and writes what comes next.

    ``write`` takes what goes out in one write, in parts. ``flushed`` says whether all of
    the last body has gone out to the system. ``ended`` is why no more can be sent on this
    connection; with ``spurned`` that is a refusal for good before a recipient was named:
    the server wants no mail from us, and another one may be asked. With ``chunkless``
    BDAT, which it had offered, is not to be used with it: it does not know it, or said
    more than it was asked.
    ``open`` says that a transaction is open at the server, which must be ended before
    the next one (RFC 5321, 4.1.4), and ``proven`` that it has taken a piece: both may
    be so from the dialogue before this.
    """

    offers: Offers
    witness: Witness
    write: Callable[[Sequence[bytes]], None]
    flushed: Callable[[], bool]
    relay: str
    accepted: int = 0
    ended: Reply | None = None
    open: bool = False
    proven: bool = False
    spurned: bool = False
    chunkless: bool = False
    _expected: deque[tuple[Step, _Turn]] = field(default_factory=deque)
    _landed: tuple[_Turn, Reply] | None = None
    _behind: _Turn | None = None
    _ahead: _Turn | None = None
    _hand: _Turn | None = None

    @property
    def wants(self) -> bool:
        """Whether another mail may be taken."""
        return self._hand is None and self.ended is None

    @property
    def is_idle(self) -> bool:
        return (
            self._behind is None
            and self._ahead is None
            and self._hand is None
            and self._landed is None
        )

    @property
    def stage(self) -> str:
        """What is waited for; empty where nothing is."""
        return _stage(self._expected[0][0]) if self._expected else ""

    def take(self, mail: Outgoing) -> None:
        """Send this mail as soon as it may go. Only where :attr:`wants` said so."""
        if self.ended is not None:
            self._settle(mail, Outcome("unsent", self.ended, "mail", self.relay))
            return
        said = commands.envelope(mail, self.offers)
        if isinstance(said, Reply):
            stage = "rcpt" if said.enhanced in commands.OF_THE_RECIPIENT else "mail"
            self._settle(mail, Outcome("refused", said, stage, self.relay))
            return
        chunked = self.offers.chunking
        steps: deque[tuple[Step, bytes]] = deque([("mail", said.mail), ("rcpt", said.rcpt)])
        if not chunked:
            steps.append(("data", commands.DATA))
        turn = _Turn(mail, steps, chunked, said.dotted)
        if self._ahead is None and (self._behind is None or self.offers.pipelining):
            self._ahead = turn
            self.write([self._next_words(turn)])
        else:
            self._hand = turn

    def heard(self, reply: Reply) -> None:
        """The next reply has come. Once all of those that came together have: :meth:`go_on`."""
        if self.ended is not None:
            return
        if not self._expected:
            if reply.code == 421:
                self.lost(reply)
            else:
                self.unasked(f"{reply.code} {reply.text}")
            return
        step, turn = self._expected.popleft()
        good = reply.code == 354 if step == "data" else 200 <= reply.code < 300
        if not good and not 400 <= reply.code < 600:
            self._expected.appendleft((step, turn))
            self.lost(Reply(0, f"a reply out of place: {reply.code} {reply.text}"))
            return
        if step == "dot":
            self._heard_of_the_dot(turn, reply, good=good)
        else:
            self._heard_of_the_envelope(step, turn, reply, good=good)
        if reply.code == 421 and self.ended is None:
            self.lost(reply)

    def unasked(self, said: str) -> None:
        """This, or the beginning of it, was said though nothing waited for an answer.

        What begins with a 4 is a farewell, and no answer too many.
        """
        if self.ended is None:
            self.chunkless = self.offers.chunking and not said.startswith("4")
            why = Reply(0, f"unasked: {said}")
            if self._landed is not None and not said.startswith("2"):
                # Either may be what became of that mail.
                (turn, _), self._landed = self._landed, None
                self._settle(turn.mail, Outcome("in doubt", why, "dot", self.relay))
            self.lost(why)

    def go_on(self) -> None:
        """Say what comes next. Only when all that has come was heard."""
        self._land()
        if self.ended is not None or self._expected:
            return
        if self._ahead is not None and self._ahead.refused and not self._ahead.steps:
            self._ahead = None
        if self._ahead is None:
            self._ahead, self._hand = self._hand, None
        if self._ahead is None:
            return
        if self._ahead.steps:
            self.write([self._next_words(self._ahead)])
        else:
            self._send_body(self._ahead)

    def lost(self, why: Reply) -> None:
        """The connection is of no more use: settle what was under way."""
        if self.ended is not None:
            return
        self.ended = why
        stage = self.stage or "mail"
        behind, ahead, hand = self._behind, self._ahead, self._hand
        self._behind = self._ahead = self._hand = None
        self._expected.clear()
        self._land()
        if behind is not None:
            if self.flushed():
                self._settle(behind.mail, Outcome("in doubt", why, "dot", self.relay))
            else:
                self._settle(behind.mail, Outcome("unsent", why, "data", self.relay))
        for turn in (ahead, hand):
            if turn is not None and not turn.refused:
                self._settle(turn.mail, Outcome("unsent", why, stage, self.relay))

    def _heard_of_the_envelope(self, step: Step, turn: _Turn, reply: Reply, *, good: bool) -> None:
        if step == "reset":
            if good:
                self.open = False
            else:
                self.lost(reply)
            return
        if step == "mail" and good:
            self.open = True
        elif step == "void":
            self.open = False
        elif step == "piece" and good:
            self.proven = True
        if good:
            if step == "data" and turn.refused:
                # It wants a body all the same: an empty one (RFC 2920, 3.1).
                turn.steps.append(("void", commands.DOT))
            return
        if step == "piece" and self._is_strange(reply, refused=turn.refused):
            self._be_chunkless(turn, reply)
        elif step != "void" and not turn.refused:
            turn.refused = True
            turn.steps.clear()
            # Of a piece or of all of a mail, that means the same.
            stage = "dot" if step == "piece" else _stage(step)
            self._settle(turn.mail, Outcome("refused", reply, stage, self.relay))
            if step == "mail" and reply.code >= 500:
                self.spurned = True
                self.lost(reply)

    def _heard_of_the_dot(self, turn: _Turn, reply: Reply, *, good: bool) -> None:
        whole = self.flushed()
        if good and not whole:
            self._expected.appendleft(("dot", turn))
            self.lost(Reply(0, f"a reply before the end of the mail: {reply.code} {reply.text}"))
            return
        self._behind, self.open = None, False
        if turn.chunked and self._is_strange(reply):
            self._be_chunkless(turn, reply)
            return
        if good:
            self._landed = turn, reply
            return
        self._settle(turn.mail, Outcome("refused", reply, "dot", self.relay))
        if not whole:
            # What is still to go out of the body would be read as commands.
            self.lost(reply)

    def _land(self) -> None:
        """A mail whose end was answered well is accepted, now that nothing has gainsaid it."""
        if self._landed is not None:
            (turn, reply), self._landed = self._landed, None
            self.accepted += 1
            self._settle(turn.mail, Outcome("accepted", reply, "dot", self.relay))

    def _is_strange(self, reply: Reply, *, refused: bool = False) -> bool:
        """Whether this says that a server does not know BDAT.

        Out of turn it is where the recipient was ``refused`` (RFC 3030, 2), and only there.
        """
        return reply.code in _UNKNOWN or (reply.code == _OUT_OF_TURN and not refused)

    def _be_chunkless(self, turn: _Turn, reply: Reply) -> None:
        """It takes the piece for commands now: as one it has never seen it."""
        self.chunkless = True
        if not turn.refused:
            turn.refused = True
            self._settle(turn.mail, Outcome("unsent", reply, "data", self.relay))
        self.lost(reply)

    def _send_body(self, turn: _Turn) -> None:
        """The body to its end, and with PIPELINING the envelope of the mail in hand."""
        self.witness.sending(turn.mail)
        self._behind, self._ahead = turn, None
        # Whatever becomes of this mail, its end ends the transaction.
        self.open = False
        self._expected.append(("dot", turn))
        data = turn.mail.data
        if turn.chunked:
            parts = commands.last_piece(data, out=turn.out)
        else:
            parts = [commands.stuffed(data) if turn.dotted else data, commands.DOT]
        if self._hand is not None and self.offers.pipelining:
            self._ahead, self._hand = self._hand, None
            parts.append(self._next_words(self._ahead))
        self.write(parts)

    def _next_words(self, turn: _Turn) -> bytes:
        """What to say for this mail now: all of its envelope, or one command of it."""
        if turn.steps[0][0] == "mail":
            if self.open:
                turn.steps.appendleft(("reset", commands.RSET))
                self.open = False
            if turn.chunked and not self.proven:
                turn.steps.append(("piece", commands.first_piece(turn.mail.data)))
                turn.out = 1
        words = b""
        while turn.steps:
            step, word = turn.steps.popleft()
            self._expected.append((step, turn))
            words += word
            if not self.offers.pipelining:
                break
        return words

    def _settle(self, mail: Outgoing, outcome: Outcome) -> None:
        self.witness.settled(mail, outcome)


def _stage(step: Step) -> str:
    return _STAGES.get(step, step)
