"""From a server's name to a connection that takes mail: connect, EHLO, TLS, account.

A password goes only through TLS, or to this machine; TLS is only TLS with a
certificate that fits. There is no falling back to the clear.
"""

from __future__ import annotations

import asyncio
import os
import re
import socket
import ssl
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Final

from syndicate.config.mail import Server
from syndicate.jobs import outside
from syndicate.jobs.transports.patience import Patience
from syndicate.jobs.transports.token import TokenlessError, token_from
from syndicate.jobs.transports.wire import LostError, Wire
from syndicate.mail.dialogue import sasl
from syndicate.mail.dialogue.offers import Offers, offers_of
from syndicate.mail.dialogue.reader import Said

_Asked = Coroutine[None, None, Said]
_BEARING: Final = frozenset({"OAUTHBEARER", "XOAUTH2"})
_NUMBER: Final = re.compile(r"\[Errno (\d+)\]")


class UnusableError(Exception):
    """A server can't be used: at this stage, for this reason.

    ``way_out`` is there where it is not the usual one of the stage.
    """

    def __init__(self, stage: str, cause: str, way_out: str = "") -> None:
        if stage == "tls":
            # An error of TLS names it too.
            cause = cause.removeprefix("TLS: ")
        super().__init__(stage, cause, way_out)
        self.stage, self.cause, self.way_out = stage, cause, way_out

    def __str__(self) -> str:
        return f"{self.stage}: {self.cause}"


@dataclass(frozen=True, slots=True)
class Greeted:
    """A connection on which mail may follow."""

    wire: Wire
    offers: Offers


def name_of(server: Server) -> str:
    """``host:port``, or the path of a socket."""
    if is_path(server):
        return server.host
    host = f"[{server.host}]" if ":" in server.host else server.host
    return f"{host}:{server.port}"


def is_path(server: Server) -> bool:
    return server.host.startswith("/")


async def greet(
    server: Server,
    *,
    lmtp: bool,
    patience: Patience,
    trust: Callable[[], ssl.SSLContext] | None = None,
) -> Greeted:
    """``trust`` says whom to believe, where it is known already. Raises :class:`UnusableError`."""
    trust = trust or partial(trust_of, server)
    wire = await _connect(server, patience, trust)
    try:
        return await _Greeting(server, wire, lmtp, patience, trust).run()
    except BaseException:
        wire.drop("given up")
        await wire.close()
        raise


async def _connect(server: Server, patience: Patience, trust: Callable[[], ssl.SSLContext]) -> Wire:
    loop = asyncio.get_running_loop()
    wire: Wire
    try:
        async with asyncio.timeout(patience.connect):
            if is_path(server):
                _, wire = await loop.create_unix_connection(Wire, server.host)
            elif server.security == "tls":
                _, wire = await loop.create_connection(
                    Wire,
                    server.host,
                    server.port,
                    ssl=trust(),
                    server_hostname=server.host,
                    ssl_handshake_timeout=patience.tls,
                )
            else:
                _, wire = await loop.create_connection(Wire, server.host, server.port)
    except ssl.SSLError as error:
        raise UnusableError("tls", outside.said(error)) from error
    except (OSError, UnicodeError) as error:
        # UnicodeError: a name that is no host's.
        raise UnusableError("connect", _said(error)) from error
    return wire


def _said(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "no such host"
    # asyncio puts a sentence of its own in the system's place; of several
    # addresses that failed, the first says enough.
    number = _NUMBER.search(str(error))
    if number is not None:
        return outside.said(OSError(int(number[1]), os.strerror(int(number[1]))))
    return outside.said(error)


def trust_of(server: Server) -> ssl.SSLContext:
    """Whom to believe: those that the system trusts, and the server's authority.

    Reading all of them takes a while: for a server once. Raises :class:`UnusableError`.
    """
    made = ssl.create_default_context()
    if server.authority is not None:
        try:
            made.load_verify_locations(server.authority)
        except (OSError, ssl.SSLError) as error:
            why = outside.said(error).removeprefix("TLS: ")
            raise UnusableError("tls", f"the authority {server.authority}: {why}") from error
    return made


@dataclass(slots=True)
class _Greeting:
    server: Server
    wire: Wire
    lmtp: bool
    patience: Patience
    trust: Callable[[], ssl.SSLContext]

    async def run(self) -> Greeted:
        await self._step("hello", self.wire.said(self.patience.banner), 220)
        offers = await self._hello()
        secure = self.server.security == "tls" or is_path(self.server)
        if self.server.security == "starttls" and not secure:
            offers = await self._starttls(offers)
            secure = True
        if self.server.user:
            if not secure and not self.wire.is_local:
                raise UnusableError(
                    "auth", "the password would go in the clear", 'set security = "starttls"'
                )
            if not offers.auth:
                raise UnusableError("auth", "the server offers no login", self._elsewhere(offers))
            await self._authenticate(offers)
        if self.wire.has_more:
            # Whatever that answers, the replies to what follows would be taken for others.
            said = next(self.wire.unheard(), None)
            more = f": {_words(said)}" if said is not None else ""
            raise UnusableError("hello", f"the server said more than it was asked{more}")
        return Greeted(self.wire, offers)

    def _elsewhere(self, offers: Offers) -> str:
        """Where there may be a login, if not here: neither user nor password is to blame."""
        if offers.starttls:
            return 'it may offer one under TLS: set security = "starttls"'
        return "leave out user if it wants none, or give its port for submission, mostly 587"

    async def _hello(self) -> Offers:
        name = self.server.hello or socket.gethostname()
        if "." not in name:
            name = self.wire.own_address
        verb = "LHLO" if self.lmtp else "EHLO"
        said = await self._said("hello", self.wire.ask(f"{verb} {name}", self.patience.hello))
        if said.code == 250:
            return offers_of(said.lines)
        if self.lmtp or not 500 <= said.code < 600:
            raise UnusableError("hello", _words(said), _turned_away("hello", said))
        await self._step("hello", self.wire.ask(f"HELO {name}", self.patience.hello), 250)
        return Offers()

    async def _starttls(self, offers: Offers) -> Offers:
        if not offers.starttls:
            raise UnusableError("tls", "the server does not offer STARTTLS")
        context = self.trust()
        await self._step("tls", self.wire.ask("STARTTLS", self.patience.hello), 220)
        try:
            await self.wire.secure(context, self.server.host, self.patience.tls)
        except LostError as error:
            raise UnusableError("tls", str(error)) from error
        # What was offered before counts no more (RFC 3207, 4.2).
        return await self._hello()

    async def _authenticate(self, offers: Offers) -> None:
        """RFC 4954."""
        user, password = self.server.user, self.server.password.get_secret_value()
        if self.server.token_command:
            await self._prove(await self._bearing(offers))
        elif "PLAIN" in offers.auth:
            await self._prove(sasl.plain(user, password))
        elif "LOGIN" in offers.auth:
            said = await self._answer("AUTH LOGIN")
            for word in (user, password):
                if said.code == 334:
                    said = await self._answer(sasl.coded(word))
            self._welcome(said)
        else:
            cause = f"the server offers neither PLAIN nor LOGIN, but {_offered(offers)}"
            if offers.auth & _BEARING:
                cause += ": a token instead of a password (token_command)"
            raise UnusableError("auth", cause)

    async def _bearing(self, offers: Offers) -> sasl.Proof:
        server = self.server
        if not offers.auth & _BEARING:
            cause = f"the server takes no token, but {_offered(offers)}"
            raise UnusableError("auth", cause)
        try:
            token = await token_from(server.token_command, seconds=self.patience.token)
        except TokenlessError as error:
            raise UnusableError("auth", f"no token: {error}") from error
        if "OAUTHBEARER" in offers.auth:
            return sasl.oauthbearer(server.user, token, host=server.host, port=server.port)
        return sasl.xoauth2(server.user, token)

    async def _prove(self, proof: sasl.Proof) -> None:
        said, asked = await self._answer(proof.command), not proof.is_short
        if said.code == 334 and (asked or proof.repeats or not said.reply.text):
            said = await self._answer(proof.first)
        status = ""
        if said.code == 334:
            # The reason, and it wants a word before it says no.
            status = sasl.status_of(said.reply.text)
            said = await self._answer(proof.end)
        self._welcome(said, status)

    def _welcome(self, said: Said, status: str = "") -> None:
        if said.code != 235:
            raise UnusableError("auth", f"{_words(said)} ({status})" if status else _words(said))

    async def _answer(self, line: str) -> Said:
        return await self._said("auth", self.wire.ask(line, self.patience.auth))

    async def _step(self, stage: str, asked: _Asked, code: int) -> None:
        said = await self._said(stage, asked)
        if said.code != code:
            raise UnusableError(stage, _words(said), _turned_away(stage, said))

    async def _said(self, stage: str, asked: _Asked) -> Said:
        try:
            return await asked
        except LostError as error:
            raise UnusableError(stage, str(error)) from error


def _turned_away(stage: str, said: Said) -> str:
    """What to do about a server that has answered, and wants no mail of ours."""
    if stage != "hello" or not 400 <= said.code < 600:
        return ""
    if said.code < 500:
        return "it wants to be left alone for now: what waits goes out later"
    return "it wants no mail from this machine: its log says why"


def _words(said: Said) -> str:
    reply = said.reply
    return " ".join(str(part) for part in (reply.code, reply.enhanced, reply.text) if part)


def _offered(offers: Offers) -> str:
    return ", ".join(sorted(offers.auth))
