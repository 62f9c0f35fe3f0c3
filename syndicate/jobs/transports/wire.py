"""The connection itself: bytes to replies, and why it ended.

While a session is being opened, one asks and waits (``ask``); once mail flows,
a listener is called for every reply, so that a mail costs no task switch.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from ipaddress import ip_address
from typing import Final, cast

from syndicate.jobs import outside
from syndicate.mail.dialogue.reader import NotSmtpError, Reader, Said

# What is written after a final dot is shorter than this: so while more than
# that is waiting here, the dot has not gone out.
_TAIL: Final = 2_048


class LostError(ConnectionError):
    """The connection is gone; the text says why."""


class Wire(asyncio.Protocol):
    """Made by an event loop; see :func:`syndicate.jobs.transports.greeting.greet`."""

    def __init__(self) -> None:
        self.lost = ""
        self.flushed = True
        self.on_said: Callable[[Said], None] | None = None
        self.on_chunk: Callable[[], None] | None = None
        # Set by the event loop before anything else is called.
        self._transport: asyncio.Transport
        self._reader = Reader()
        self._ready: deque[Said] = deque()
        self._waiting: asyncio.Future[Said] | None = None
        self._gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    # Called by the event loop.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._take(cast(asyncio.Transport, transport))

    def data_received(self, data: bytes) -> None:
        if self.lost:
            return
        try:
            for said in self._reader.feed(data):
                if self.on_said is not None:
                    self.on_said(said)
                elif self._waiting is not None and not self._waiting.done():
                    self._waiting.set_result(said)
                else:
                    self._ready.append(said)
        except NotSmtpError as error:
            self.drop(str(error))
            return
        if self.on_chunk is not None:
            self.on_chunk()

    def eof_received(self) -> None:
        self.drop("the server closed the connection")

    def connection_lost(self, exc: Exception | None) -> None:
        self.drop(outside.said(exc) if exc else "the server closed the connection")
        if not self._gone.done():
            self._gone.set_result(None)

    def pause_writing(self) -> None:
        self.flushed = False

    def resume_writing(self) -> None:
        self.flushed = True
        if self.on_chunk is not None:
            self.on_chunk()

    # Called by sessions.

    @property
    def is_local(self) -> bool:
        """Whether the other end is on this machine."""
        peer = self._transport.get_extra_info("peername")
        return not isinstance(peer, tuple) or ip_address(peer[0].partition("%")[0]).is_loopback

    @property
    def begun(self) -> str:
        """What has been said of a reply that is not whole yet; empty for nothing."""
        return self._reader.begun

    @property
    def has_more(self) -> bool:
        """Whether anything was said that nobody has heard."""
        return bool(self._ready) or not self._reader.is_empty

    def unheard(self) -> Iterator[Said]:
        """The replies that came while nobody listened or asked, for once."""
        while self._ready:
            yield self._ready.popleft()

    @property
    def own_address(self) -> str:
        """This end's, as an address literal (RFC 5321, 4.1.3)."""
        own = self._transport.get_extra_info("sockname")
        if not isinstance(own, tuple):
            return "[127.0.0.1]"
        host = own[0].partition("%")[0]
        return f"[IPv6:{host}]" if ":" in host else f"[{host}]"

    def write(self, parts: Sequence[bytes]) -> None:
        """Write these in one go."""
        if not self.lost:
            self._transport.writelines(parts)

    async def said(self, seconds: float) -> Said:
        """The next reply. Raises :class:`LostError`."""
        if self._ready:
            return self._ready.popleft()
        if self.lost:
            raise LostError(self.lost)
        self._waiting = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                return await self._waiting
        except TimeoutError as error:
            self.drop(f"no answer within {seconds:g} seconds")
            raise LostError(self.lost) from error
        finally:
            self._waiting = None

    async def ask(self, line: str, seconds: float) -> Said:
        """Say this and wait for the reply."""
        self.write([f"{line}\r\n".encode()])
        return await self.said(seconds)

    async def secure(self, context: ssl.SSLContext, name: str, seconds: float) -> None:
        """Change to TLS.

        What the server had said before the handshake would count as said under
        TLS (CVE-2011-0411), so there must be nothing. Raises :class:`LostError`.
        """
        if self.has_more:
            self.drop("said more than it was asked before TLS began")
            raise LostError(self.lost)
        loop = asyncio.get_running_loop()
        try:
            secured = await loop.start_tls(
                self._transport,
                self,
                context,
                server_hostname=name,
                ssl_handshake_timeout=seconds,
            )
        except (OSError, ssl.SSLError) as error:
            self.drop(outside.said(error))
            raise LostError(self.lost or outside.said(error)) from error
        if secured is None or self.lost:
            raise LostError(self.lost or "the server closed the connection")
        self._take(secured)

    def drop(self, why: str) -> None:
        """Cut the connection."""
        if self.lost:
            return
        self.lost = why
        self._transport.abort()
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(LostError(why))
        if self.on_chunk is not None:
            self.on_chunk()

    async def close(self) -> None:
        """Close it, and wait a moment until it is."""
        if not self.lost:
            self.lost = "closed"
            self._transport.close()
        try:
            async with asyncio.timeout(1.0):
                await asyncio.shield(self._gone)
        except TimeoutError:
            # TLS waits for the other end's good-bye.
            self._transport.abort()

    def _take(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        transport.set_write_buffer_limits(high=_TAIL, low=_TAIL)
        wire = transport.get_extra_info("socket")
        if wire is not None and wire.family in (socket.AF_INET, socket.AF_INET6):
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
