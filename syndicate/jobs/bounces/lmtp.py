"""A server that a mail server hands its reports to (LMTP, RFC 2033).

It takes mail for any recipient, and answers for each only when the report is
in the store: what it says 250 to is not lost, and while the store is away it
says 451 and the mail server keeps the report. What is no report is refused,
so that the mail server, which knows who wrote it, deals with it.
"""

from __future__ import annotations

import asyncio
import logging
import re
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, Literal

from syndicate.mail.bounces.message import LIMIT
from syndicate.model.errors import UsageError

Answer = Literal["taken", "no report", "later"]
#: Takes a mail and its recipients; called in a thread.
Takes = Callable[[bytes, tuple[str, ...]], Answer]

_log = logging.getLogger(__name__)

_LINE: Final = 2048
_RECIPIENTS: Final = 100
_CONNECTIONS: Final = 20
_SECONDS: Final = 300
# RFC 5321, 4.1.2, as far as it matters here.
_PATH: Final = re.compile(r"\s*<([^<>]{0,512})>(?:\s+[^<>]*)?", re.ASCII)
_REPLIES: Final[dict[Answer, str]] = {
    "taken": "250 2.0.0 taken",
    "no report": "550 5.6.0 this address takes reports of bounces and complaints only",
    "later": "451 4.3.0 the store is away; keep it and try again",
}


class Lmtp:
    """One server, on one address."""

    def __init__(self, takes: Takes, *, largest: int = 10_000_000) -> None:
        self._takes, self._largest = takes, largest
        self._open: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def start(self, host: str, port: int) -> tuple[str, int]:
        """Listen; the address that it has become. Raises :class:`UsageError`."""
        try:
            self._server = await asyncio.start_server(
                self._accept, host, port, limit=_LINE, family=socket.AF_UNSPEC
            )
        except OSError as error:
            raise UsageError(
                f"LMTP on {host} port {port}",
                error.strerror or str(error),
                "name an address of this machine and a free port",
            ) from error
        name = self._server.sockets[0].getsockname()
        return str(name[0]), int(name[1])

    async def stop(self) -> None:
        """Take no more, and let what is being taken end."""
        if self._server is not None:
            self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is None:
            return
        self._open.add(task)
        try:
            if len(self._open) > _CONNECTIONS:
                writer.write(b"421 4.3.2 too many connections\r\n")
                return
            await _Dialogue(reader, writer, self._takes, self._largest).run()
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            self._open.discard(task)
            with suppress(OSError):
                writer.close()


@dataclass(slots=True)
class _Dialogue:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    takes: Takes
    largest: int
    greeted: bool = False
    sender: str | None = None
    recipients: list[str] = field(default_factory=list)

    async def run(self) -> None:
        await self._say("220 syndicate LMTP")
        while (line := await self._line()) is not None:
            verb, _, rest = line.partition(" ")
            if verb.upper() == "QUIT":
                await self._say("221 2.0.0 bye")
                return
            if verb.upper() == "DATA":
                await self._data()
            else:
                await self._say(self._command(verb.upper(), rest))
        await self._say("500 5.5.2 line too long")

    def _command(self, verb: str, rest: str) -> str:
        if verb == "LHLO":
            self.greeted = True
            self._reset()
            offers = ("PIPELINING", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8")
            lines = ("syndicate", *offers, f"SIZE {self.largest}")
            return "\r\n".join(f"250{' ' if line is lines[-1] else '-'}{line}" for line in lines)
        if verb in ("HELO", "EHLO"):
            return "500 5.5.1 this is LMTP; say LHLO"
        if verb == "RSET":
            self._reset()
            return "250 2.0.0 forgotten"
        if verb == "NOOP":
            return "250 2.0.0 yes"
        if verb == "MAIL":
            return self._mail(rest)
        if verb == "RCPT":
            return self._rcpt(rest)
        return "502 5.5.1 not known here" if verb != "VRFY" else "252 2.5.0 send it"

    def _mail(self, rest: str) -> str:
        path = _path(rest, "FROM:")
        if path is None:
            return "501 5.5.4 say MAIL FROM:<address>"
        if not self.greeted or self.sender is not None:
            return "503 5.5.1 not now"
        self.sender = path
        return "250 2.1.0 go on"

    def _rcpt(self, rest: str) -> str:
        path = _path(rest, "TO:")
        if not path:
            return "501 5.5.4 say RCPT TO:<address>"
        if self.sender is None:
            return "503 5.5.1 first MAIL FROM"
        if len(self.recipients) >= _RECIPIENTS:
            return "452 4.5.3 too many recipients"
        self.recipients.append(path)
        return "250 2.1.5 go on"

    async def _data(self) -> None:
        if not self.recipients:
            # RFC 2033, 4.2: not 354 where no recipient was taken.
            await self._say("503 5.5.1 no recipient was taken")
            return
        await self._say("354 send it, end it with a dot")
        data, length, before = bytearray(), 0, b"\r\n"
        while True:
            piece = await self._content()
            # CR LF alone ends a line: a dot after anything else ends no mail (RFC 5321, 4.1.1.4).
            fresh = before == b"\r\n"
            if fresh and piece == b".\r\n":
                break
            before = (before + piece)[-2:]
            kept = piece[1:] if fresh and piece.startswith(b".") else piece
            length += len(kept)
            data += kept[: LIMIT - len(data)]
        if length > self.largest:
            reply = "552 5.3.4 too large for a report"
        else:
            reply = _REPLIES[await self._taken(bytes(data))]
        # RFC 2033, 4.2: one reply for each recipient.
        await self._say("\r\n".join(reply for _ in self.recipients))
        self._reset()

    async def _taken(self, data: bytes) -> Answer:
        try:
            return await asyncio.to_thread(self.takes, data, tuple(self.recipients))
        except Exception as error:
            # Whatever ails us may be mended by the time that the mail server tries again.
            _log.error("LMTP: a report can't be taken: %s: %s", type(error).__name__, error)
            return "later"

    def _reset(self) -> None:
        self.sender = None
        self.recipients.clear()

    async def _say(self, text: str) -> None:
        self.writer.write(f"{text}\r\n".encode("ascii"))
        async with asyncio.timeout(_SECONDS):
            await self.writer.drain()

    async def _line(self) -> str | None:
        """A command; ``None`` for one that is too long."""
        try:
            async with asyncio.timeout(_SECONDS):
                line = await self.reader.readuntil(b"\n")
        except asyncio.LimitOverrunError:
            return None
        return line.decode("utf-8", "replace").strip()

    async def _content(self) -> bytes:
        """A line of a mail; of one that is longer than any may be, a piece."""
        async with asyncio.timeout(_SECONDS):
            try:
                return await self.reader.readuntil(b"\n")
            except asyncio.LimitOverrunError as error:
                return await self.reader.readexactly(max(1, error.consumed))


def _path(rest: str, keyword: str) -> str | None:
    if rest[: len(keyword)].upper() != keyword:
        return None
    found = _PATH.fullmatch(rest[len(keyword) :])
    return found[1] if found else None
