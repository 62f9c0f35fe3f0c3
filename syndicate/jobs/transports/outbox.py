"""The transport that sends nothing: each mail is a file that any mail program opens.

A file is named by its Message-ID, so a mail that is sent again replaces itself.
"""

from __future__ import annotations

import asyncio
import errno
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from syndicate.jobs import outside
from syndicate.model.delivery import Outcome, Outgoing, Reply, Witness
from syndicate.model.errors import TransportError

_SAFE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+=-]{0,120}")

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

Keep = Callable[[Outgoing], str]
"""Puts a mail where it stays, and names it. Raises ``OSError``."""


@dataclass(slots=True)
class KeepingSession:
    """Sends mails into a folder: what ``file`` and ``maildir`` share."""

    folder: Path
    keep: Keep
    alive: bool = True

    @property
    def relay(self) -> str:
        return str(self.folder)

    async def deliver(self, mails: Iterator[Outgoing], witness: Witness) -> None:
        while self.alive and (mail := next(mails, None)) is not None:
            witness.sending(mail)
            try:
                name = self.keep(mail)
            except OSError as error:
                # A full disk is no fault of the mail's, and would meet the next as well.
                self.alive = False
                why = Reply(0, f"{self.relay}: {outside.said(error)}")
                witness.settled(mail, Outcome("unsent", why, "data", self.relay))
                raise unusable(self.folder, error) from error
            written = Reply(250, f"written to {name}", "2.0.0")
            witness.settled(mail, Outcome("accepted", written, "dot", self.relay))
            await asyncio.sleep(0)

    async def close(self) -> None:
        self.alive = False


@dataclass(frozen=True, slots=True)
class OutboxTransport:
    """``folder`` takes the mails as .eml files."""

    folder: Path
    connections: int = 1

    async def session(self) -> KeepingSession:
        try:
            closed_folder(self.folder)
        except OSError as error:
            raise unusable(self.folder, error) from error
        return KeepingSession(self.folder, self._keep)

    def _keep(self, mail: Outgoing) -> str:
        name = file_name(mail.message_id)
        begun = self.folder / f".{name}.tmp"
        try:
            begun.write_bytes(mail.data)
            begun.replace(self.folder / name)
        except OSError:
            begun.unlink(missing_ok=True)
            raise
        return name


def closed_folder(folder: Path) -> None:
    """A new one is this user's alone: for mails to people by name, with links that act for them."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def unusable(folder: Path, error: OSError) -> TransportError:
    """Why a folder takes no mail, and what to do about it."""
    way_out = "make it a folder that can be written to, or name another: [mail] outbox"
    if error.errno in _FULL:
        way_out = "make room there; what has not been written goes with the next delivery"
    elif error.errno in _FORBIDDEN:
        way_out = (
            "let the account that syndicate runs as write there, or name another: [mail] outbox"
        )
    return TransportError(f"outbox {folder}", outside.said(error), way_out)


def file_name(message_id: str) -> str:
    """What the file of a mail is called in its folder."""
    return f"{_stem(message_id)}.eml"


def _stem(message_id: str) -> str:
    """The left part of a Message-ID where that can be a file's name; else a name made of it."""
    left = message_id.strip("<>").partition("@")[0]
    return left if _SAFE.fullmatch(left) else sha256(message_id.encode()).hexdigest()[:32]
