"""Which transports there are: a name of the configuration each, and what makes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from syndicate.config.mail import Mail
from syndicate.config.model import Config
from syndicate.jobs.transports.interface import Transport
from syndicate.jobs.transports.maildir import MaildirTransport
from syndicate.jobs.transports.outbox import OutboxTransport
from syndicate.jobs.transports.patience import Patience
from syndicate.jobs.transports.relays import RelayTransport
from syndicate.model.errors import ConfigurationError

_FOLDER: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def transport_of(config: Config, *, folder: str, patience: Patience = Patience()) -> Transport:  # noqa: B008
    """The configured transport.

    ``folder`` is where in the outbox the mails go that stay here: an edition's
    name, or ``letters``. Opens nothing yet. Raises
    :class:`syndicate.model.errors.ConfigurationError`.
    """
    if not _FOLDER.fullmatch(folder):
        raise ValueError(f"{folder!r} is not the name of a folder")
    return _MAKERS[config.mail.transport](config.mail, folder, patience)


def _outbox(mail: Mail, folder: str, _: Patience) -> Transport:
    return OutboxTransport(mail.outbox / folder)


def _maildir(mail: Mail, _folder: str, _: Patience) -> Transport:
    return MaildirTransport(mail.outbox)


def _smtp(mail: Mail, _: str, patience: Patience) -> Transport:
    return _relays(mail, patience, lmtp=False)


def _lmtp(mail: Mail, _: str, patience: Patience) -> Transport:
    return _relays(mail, patience, lmtp=True)


def _relays(mail: Mail, patience: Patience, *, lmtp: bool) -> Transport:
    servers = (mail.smtp, *mail.relays)
    for server in servers:
        if server.host.startswith("/") and not lmtp:
            raise ConfigurationError(
                f"[mail] host {server.host}",
                "SMTP is not spoken over a socket's path",
                'set transport = "lmtp", or name a host',
            )
    return RelayTransport(servers, lmtp=lmtp, patience=patience)


_MAKERS: Final[Mapping[str, Callable[[Mail, str, Patience], Transport]]] = {
    "file": _outbox,
    "maildir": _maildir,
    "smtp": _smtp,
    "lmtp": _lmtp,
}
