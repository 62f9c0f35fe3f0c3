"""The outbox as a maildir, for mail programs that read one.

A mail is written to ``tmp``, flushed to the disk, and moved to ``new``. Its name
comes from its Message-ID: where it is there already, read or unread, it stays.
Lines end as they do in files here, and the envelope stands above the headers,
as after any final delivery (RFC 5321, 4.4).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from syndicate.jobs.transports.outbox import KeepingSession, closed_folder, unusable
from syndicate.model.delivery import Outgoing


@dataclass(frozen=True, slots=True)
class MaildirTransport:
    folder: Path
    connections: int = 1

    async def session(self) -> KeepingSession:
        try:
            closed_folder(self.folder)
            for name in ("tmp", "new", "cur"):
                closed_folder(self.folder / name)
            # What a mail program has seen has a suffix of flags.
            seen = {path.name.partition(":")[0] for path in (self.folder / "cur").iterdir()}
        except OSError as error:
            raise unusable(self.folder, error) from error
        return KeepingSession(self.folder, lambda mail: self._keep(mail, seen))

    def _keep(self, mail: Outgoing, seen: set[str]) -> str:
        name = file_name(mail.message_id)
        new = self.folder / "new" / name
        if name in seen or new.exists():
            return name
        begun = self.folder / "tmp" / f"{name}.{os.getpid()}"
        envelope = (
            f"Return-Path: <{mail.envelope.sender}>\nDelivered-To: {mail.envelope.recipient}\n"
        )
        try:
            with begun.open("wb") as file:
                file.write(envelope.encode() + mail.data.replace(b"\r\n", b"\n"))
                file.flush()
                os.fsync(file.fileno())
            begun.replace(new)
        except OSError:
            begun.unlink(missing_ok=True)
            raise
        return name


def file_name(message_id: str) -> str:
    """What the file of a mail is called, before a mail program adds its flags."""
    return f"{sha256(message_id.encode()).hexdigest()[:32]}.syndicate"
