"""A mail server on this machine that can misbehave: told what to do at each step of each mail.

It also watches the client: what breaks the protocol (a command out of turn,
pipelining where none was offered, a bare line feed) is noted in ``faults``,
which a test of good conduct finds empty. What it accepts is written to a file
*before* it says so, so that another process can read what was accepted even
where nobody heard the answer.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import re
import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

OFFERS = (
    "PIPELINING",
    "SIZE 10485760",
    "8BITMIME",
    "SMTPUTF8",
    "CHUNKING",
    "ENHANCEDSTATUSCODES",
)
_MESSAGE_ID = re.compile(rb"(?im)^Message-ID:[ \t\r\n]*(<[^>\r\n]*>)")
_PATH = re.compile(r"(?:FROM|TO):<([^>]*)>(.*)", re.IGNORECASE)
_LAST_IN_A_GROUP = frozenset({"EHLO", "HELO", "LHLO", "DATA", "STARTTLS", "AUTH", "QUIT", "NOOP"})


@dataclass(frozen=True)
class Moment:
    """Where a connection stands.

    ``stage`` is banner, hello, starttls, tls (before the handshake), auth, mail,
    rcpt, data (before 354: never with BDAT), piece (of a body, and not its last),
    body (its first bytes are in, or those of its last piece), dot (it is whole, and
    not recorded), recorded (and not answered), answered, rset or quit.
    ``times`` says how often this recipient, or without one anybody, has come to
    this stage, this time included; ``mails`` counts those accepted on the connection.
    """

    stage: str
    connection: int
    mails: int
    times: int
    sender: str = ""
    recipient: str = ""
    message_id: str = ""


@dataclass(frozen=True)
class Say:
    """Answer this instead of doing what was asked. Lines are separated by line feeds.

    A 421 also closes the connection. At ``answered`` and ``body`` it comes unasked.
    """

    text: str


@dataclass(frozen=True)
class Drop:
    """Close the connection without a word; with ``reset`` by force (RST)."""

    reset: bool = False


@dataclass(frozen=True)
class Wait:
    """Take this many seconds, then do what was asked. ``forever`` ends with the server."""

    seconds: float = 0.0
    forever: bool = False


@dataclass(frozen=True)
class Lines:
    """Do what was asked, and answer in this many lines."""

    count: int


Act = Say | Drop | Wait | Lines
Order = Callable[[Moment], Act | None]


def at(stage: str, act: Act, *, recipient: str = "", times: Sequence[int] = (), mails: int = -1):
    """Do this at a stage: for one recipient or all, at these times or always.

    With ``mails`` only on a connection that has taken that many.
    """

    def order(moment: Moment) -> Act | None:
        fits = (
            moment.stage == stage
            and recipient in ("", moment.recipient)
            and (not times or moment.times in times)
            and mails in (-1, moment.mails)
        )
        return act if fits else None

    return order


def refusing(recipient: str, text: str, *, stage: str = "rcpt") -> Order:
    return at(stage, Say(text), recipient=recipient)


def greylisting(text: str = "450 4.2.0 Greylisted, come again", *, contacts: int = 1) -> Order:
    """Refuses each recipient's first contacts."""
    return at("rcpt", Say(text), times=range(1, contacts + 1))


def rate_limiting(mails: int, text: str = "421 4.7.28 Too fast, slow down") -> Order:
    """Takes so many mails on one connection, then closes it."""
    return at("mail", Say(text), mails=mails)


@dataclass(frozen=True)
class Accepted:
    """A mail that was accepted. ``at`` is in seconds since the epoch."""

    at: float
    message_id: str
    sender: str
    recipient: str
    connection: int
    data: bytes = b""


@dataclass
class Smtpd:
    """``orders`` are asked at every step, the first that says something is obeyed."""

    orders: list[Order] = field(default_factory=list)
    offers: tuple[str, ...] = OFFERS
    lmtp: bool = False
    #: Loses what was sent ahead after a final dot, although it offers PIPELINING.
    deaf: bool = False
    #: Takes BDAT for no command, although it offers CHUNKING, and what follows for commands.
    chunkless: bool = False
    #: Answers each piece twice, the second time after so many seconds; 0 in one breath.
    echo: float | None = None
    #: Answers to STARTTLS with more than the go-ahead (CVE-2011-0411, the other way round).
    injecting: bytes = b""
    users: dict[str, str] = field(default_factory=dict)
    #: How an account may be proved.
    ways: str = "PLAIN LOGIN"
    tls: ssl.SSLContext | None = None
    wrapped: bool = False
    record: Path | None = None
    keep: bool = True
    host: str = "127.0.0.1"
    port: int = 0
    path: str = ""
    accepted: list[Accepted] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    connections: int = 0
    open: int = 0
    most_open: int = 0
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def message_ids(self) -> list[str]:
        return [mail.message_id for mail in self.accepted]

    @property
    def recipients(self) -> list[str]:
        return [mail.recipient for mail in self.accepted]


def recorded(record: Path) -> list[Accepted]:
    """What a server has written to its file, in the order of acceptance."""
    lines = record.read_text("utf-8").splitlines() if record.exists() else []
    return [Accepted(**json.loads(line)) for line in lines]


@contextmanager
def running(*orders: Order, **settings) -> Iterator[Smtpd]:
    """A server that accepts everything unless it is told otherwise.

    ``settings`` are the fields of :class:`Smtpd`; with ``path`` it listens on a
    socket of that name, else on 127.0.0.1.
    """
    server = Smtpd(list(orders), **settings)
    if server.path:
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(server.path)
    else:
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((server.host, server.port))
        server.port = listening.getsockname()[1]
    listening.listen(128)
    sockets: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def accept() -> None:
        while True:
            try:
                wire, _ = listening.accept()
            except OSError:
                return
            if server.ended.is_set():
                wire.close()
                return
            server.connections += 1
            sockets.append(wire)
            talk = _Talk(server, wire, server.connections)
            threads.append(threading.Thread(target=talk.run, daemon=True))
            threads[-1].start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield server
    finally:
        server.ended.set()
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        accepting.join(5)
        for wire in sockets:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join(5)
        for wire in sockets:
            wire.close()


class _Ended(Exception):  # noqa: N818
    """This connection is over."""


class _Talk:
    """One connection."""

    def __init__(self, server: Smtpd, wire: socket.socket, number: int) -> None:
        self.server, self.wire, self.number = server, wire, number
        self.buffer = b""
        self.secure = server.wrapped
        self.mails = 0
        self.offered: tuple[str, ...] = ()
        self.lines = 1
        self.echoes = False
        self._forget()

    def _forget(self) -> None:
        self.sender: str | None = None
        self.recipients: list[str] = []
        self.utf8 = False
        self.chunks = b""

    def run(self) -> None:
        with self.server.lock:
            self.server.open += 1
            self.server.most_open = max(self.server.most_open, self.server.open)
        try:
            if not self.server.path:
                self.wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.server.wrapped:
                self._secure()
            if self._may("banner"):
                self._say("220 mail.example ready")
            while True:
                self._command(self._line())
        except (_Ended, OSError):
            pass
        finally:
            with self.server.lock:
                self.server.open -= 1
            with suppress(OSError):
                self.wire.close()

    # What is read and written.

    def _more(self) -> None:
        data = self.wire.recv(1 << 18)
        if not data:
            raise _Ended
        self.buffer += data

    def _line(self) -> bytes:
        while b"\n" not in self.buffer:
            self._more()
        line, _, self.buffer = self.buffer.partition(b"\n")
        if not line.endswith(b"\r"):
            self._fault(f"a line without a carriage return: {line[:60]!r}")
        return line.rstrip(b"\r")

    def _say(self, text: str) -> None:
        lines = text.split("\n")
        if self.lines > 1:
            first = lines[0]
            lines = [f"{first[:3]} line {n} {first[4:]}" for n in range(self.lines)]
            self.lines = 1
        code = lines[0][:3]
        shown = [
            f"{code}{' ' if n == len(lines) - 1 else '-'}{line[4:]}" for n, line in enumerate(lines)
        ]
        said = "".join(f"{line}\r\n" for line in shown).encode()
        if self.echoes and self.server.echo == 0:
            said *= 2
        self.wire.sendall(said)
        if self.echoes and self.server.echo:
            self.server.ended.wait(self.server.echo)
            self.wire.sendall(said)
        if code == "421":
            self._close()

    def _close(self, *, reset: bool = False) -> None:
        if reset:
            self.wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            with suppress(OSError):
                self.wire.shutdown(socket.SHUT_RDWR)
        self.wire.close()
        raise _Ended

    def _fault(self, what: str) -> None:
        self.server.faults.append(f"connection {self.number}: {what}")

    # What it was told to do.

    def _may(self, stage: str, *, message_id: str = "") -> bool:
        """Whether to do as asked at this stage; if not, it has been dealt with."""
        recipient = self.recipients[-1] if self.recipients else ""
        with self.server.lock:
            self.server.seen[stage, recipient] += 1
            times = self.server.seen[stage, recipient]
        moment = Moment(
            stage, self.number, self.mails, times, self.sender or "", recipient, message_id
        )
        for order in self.server.orders:
            act = order(moment)
            if isinstance(act, Say):
                self._say(act.text)
                return False
            if isinstance(act, Drop):
                self._close(reset=act.reset)
            if isinstance(act, Wait):
                self.server.ended.wait(None if act.forever else act.seconds)
                if act.forever:
                    raise _Ended
            if isinstance(act, Lines):
                self.lines = act.count
            if act is not None:
                break
        return True

    # What it is asked.

    def _command(self, line: bytes) -> None:
        text = line.decode("utf-8", "replace")
        verb, _, rest = text.partition(" ")
        verb = verb.upper()
        self.server.commands.append(text)
        # 512 octets with CRLF, and what the extensions in use add (RFC 5321, 4.5.3.1.4).
        if len(line) > 510 + 39 and verb != "AUTH":
            self._fault(f"a command of {len(line)} octets")
        ahead = verb != "BDAT" and not self._offers("PIPELINING")
        if self.buffer and (ahead or verb in _LAST_IN_A_GROUP):
            self._fault(f"{verb} was not the last of its group")
        if not line.isascii() and not (self.utf8 or "SMTPUTF8" in rest):
            self._fault(f"{verb} is not ASCII, without SMTPUTF8")
        known: dict[str, Callable[[str], None]] = {
            "EHLO": self._hello,
            "HELO": self._hello,
            "LHLO": self._hello,
            "STARTTLS": self._starttls,
            "AUTH": self._auth,
            "MAIL": self._mail,
            "RCPT": self._rcpt,
            "DATA": self._data,
            "BDAT": self._bdat,
            "RSET": self._rset,
            "QUIT": self._quit,
        }
        if verb not in known:
            self._fault(f"an unknown command: {text[:60]}")
            self._say("500 5.5.2 What?")
            return
        if verb in ("EHLO", "HELO", "LHLO") and (verb == "LHLO") != self.server.lmtp:
            self._say("500 5.5.1 Not here")
            return
        if verb == "HELO":
            self.offered = ()
            if self._may("hello"):
                self._say("250 mail.example")
            return
        known[verb](rest)

    def _offers(self, word: str) -> bool:
        return any(offer.split()[0] == word for offer in self.offered)

    def _hello(self, rest: str) -> None:
        if not rest:
            self._fault("a greeting without a name")
        if not self._may("hello"):
            return
        offers = list(self.server.offers)
        if self.server.tls and not self.secure:
            offers.append("STARTTLS")
        if self.server.users and (self.secure or not self.server.tls):
            offers.append(f"AUTH {self.server.ways}")
        self.offered = tuple(offers)
        self._forget()
        self._say("\n".join(["250 mail.example greets you", *(f"250 {each}" for each in offers)]))

    def _starttls(self, _: str) -> None:
        if not self.server.tls or self.secure:
            self._fault("STARTTLS was not offered")
            self._say("502 5.5.1 No")
            return
        if not self._may("starttls"):
            return
        self.wire.sendall(b"220 2.0.0 Go ahead\r\n" + self.server.injecting)
        self.offered = ()
        self._secure()

    def _secure(self) -> None:
        assert self.server.tls is not None
        self._may("tls")
        self.wire = self.server.tls.wrap_socket(self.wire, server_side=True)
        self.secure = True

    def _auth(self, rest: str) -> None:
        if not self._offers("AUTH"):
            self._fault("AUTH was not offered")
            self._say("503 5.5.1 No")
            return
        if not self._may("auth"):
            return
        how, _, initial = rest.partition(" ")
        if how.upper() == "PLAIN":
            answer = initial or self._challenge("")
            _, user, password = base64.b64decode(answer).decode().split("\0")
        else:
            user = base64.b64decode(self._challenge("Username:")).decode()
            password = base64.b64decode(self._challenge("Password:")).decode()
        if self.server.users.get(user) == password:
            self._say("235 2.7.0 Welcome")
        else:
            self._say("535 5.7.8 Wrong name or password")

    def _challenge(self, text: str) -> str:
        self._say(f"334 {base64.b64encode(text.encode()).decode()}")
        return self._line().decode()

    def _mail(self, rest: str) -> None:
        found = _PATH.fullmatch(rest)
        if self.sender is not None:
            self._fault("MAIL within a mail")
            self._say("503 5.5.1 Nested MAIL")
            return
        if found is None:
            self._say("501 5.5.4 Syntax")
            return
        asked = found[2].upper().split()
        for word in asked:
            needs = {"BODY=8BITMIME": "8BITMIME"}.get(word, word.partition("=")[0])
            if not self._offers(needs):
                self._fault(f"{word} was not offered")
        self.sender = found[1]
        self.utf8 = "SMTPUTF8" in asked
        if self._may("mail"):
            self._say("250 2.1.0 Ok")
        else:
            self._forget()

    def _rcpt(self, rest: str) -> None:
        found = _PATH.fullmatch(rest)
        if self.sender is None or found is None:
            self._say("503 5.5.1 MAIL first")
            return
        self.recipients.append(found[1])
        if self._may("rcpt"):
            self._say("250 2.1.5 Ok")
        else:
            self.recipients.pop()

    def _data(self, _: str) -> None:
        if not self.recipients:
            self._say("554 5.5.1 No valid recipients" if self.sender else "503 5.5.1 MAIL first")
            return
        if not self._may("data"):
            return
        self._say("354 End data with <CR><LF>.<CR><LF>")
        # The dot of an empty mail follows the command at once.
        self.buffer = b"\r\n" + self.buffer
        if len(self.buffer) < 16:
            self._more()
        may_go_on = self._may("body")
        while (end := self.buffer.find(b"\r\n.\r\n")) < 0:
            self._more()
        body, self.buffer = self.buffer[2 : end + 2], self.buffer[end + 5 :]
        if self.server.deaf:
            time.sleep(0.05)
            self.buffer = b""
        if may_go_on:
            self._take(re.sub(rb"(?m)^\.", b"", body))
        else:
            self._forget()

    def _bdat(self, rest: str) -> None:
        size, _, last = rest.partition(" ")
        if not self._offers("CHUNKING"):
            self._fault("BDAT was not offered")
        if self.server.chunkless:
            self._say("502 5.5.2 Error: command not recognized")
            return
        if not self.buffer:
            self._more()
        stage = "body" if last else "piece"
        self.echoes = self.server.echo is not None
        may_go_on = not self.recipients or self._may(stage)
        while len(self.buffer) < int(size):
            self._more()
        chunk, self.buffer = self.buffer[: int(size)], self.buffer[int(size) :]
        if self.buffer and not self._offers("PIPELINING"):
            self._fault("BDAT was not the last of its group")
        if self.server.deaf:
            time.sleep(0.05)
            self.buffer = b""
        if not self.recipients:
            self._say("503 5.5.1 No valid recipients")
        elif not may_go_on:
            # After a piece that is not the last a RSET is due (RFC 3030, 2).
            if last:
                self._forget()
        elif last:
            self._take(self.chunks + chunk)
        else:
            self.chunks += chunk
            self._say("250 2.0.0 Go on")
        self.echoes = False

    def _take(self, data: bytes) -> None:
        found = _MESSAGE_ID.search(data)
        message_id = found[1].decode() if found else ""
        if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
            self._fault(f"{message_id} has a bare line feed or carriage return")
        if not data.isascii() and not (self._offers("8BITMIME") or self.utf8):
            self._fault(f"{message_id} is not ASCII")
        if self._may("dot", message_id=message_id):
            taken = [
                Accepted(
                    time.time(),
                    message_id,
                    self.sender or "",
                    recipient,
                    self.number,
                    data if self.server.keep else b"",
                )
                for recipient in self.recipients
            ]
            self._record(taken)
            if self._may("recorded", message_id=message_id):
                answers = len(taken) if self.server.lmtp else 1
                for _ in range(answers):
                    self._say("250 2.0.0 Ok: queued")
            self.mails += 1
            # Unasked, so whatever was to be said has been.
            self._may("answered", message_id=message_id)
        self._forget()

    def _record(self, taken: list[Accepted]) -> None:
        with self.server.lock:
            self.server.accepted += taken
            if self.server.record is None:
                return
            lines = [
                {
                    "at": mail.at,
                    "message_id": mail.message_id,
                    "sender": mail.sender,
                    "recipient": mail.recipient,
                    "connection": mail.connection,
                }
                for mail in taken
            ]
            text = "".join(f"{json.dumps(line)}\n" for line in lines)
            opened = os.open(self.server.record, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            try:
                os.write(opened, text.encode())
            finally:
                os.close(opened)

    def _rset(self, _: str) -> None:
        self._forget()
        if self._may("rset"):
            self._say("250 2.0.0 Ok")

    def _quit(self, _: str) -> None:
        if self._may("quit"):
            self._say("221 2.0.0 Bye")
        self._close()


def main() -> None:
    """A server as a process of its own: prints its port, ends with its standard input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--record", type=Path)
    given = parser.parse_args()
    with running(port=given.port, record=given.record, keep=False) as server:
        print(server.port, flush=True)
        with suppress(KeyboardInterrupt):
            while os.read(0, 4096):
                pass


if __name__ == "__main__":
    main()
