"""Reports in an IMAP folder (RFC 3501), over TLS: the unseen ones; nothing is ever deleted."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Final

from syndicate.config.mail import Bounces
from syndicate.jobs import outside
from syndicate.jobs.bounces.incoming import Incoming
from syndicate.mail.bounces.message import LIMIT
from syndicate.model.errors import TransportError

_SECONDS: Final = 30.0
_SECTION: Final = re.compile(rb"BODY\[\]", re.IGNORECASE)


def waiting(settings: Bounces) -> Generator[Incoming, None, None]:
    """The mails that nobody has seen; one that is done with is marked as seen.

    Raises :class:`TransportError` where the server can't be reached or used.
    """
    where = f"IMAP server {settings.host}:{settings.port}"
    with _folder(settings, where) as connection:
        for uid in _unseen(connection):
            data = _mail(connection, uid)
            if data is not None:
                seen = partial(_seen, connection, uid, where)
                yield Incoming(f"{settings.folder} {uid}", data, seen)


@contextmanager
def _folder(settings: Bounces, where: str) -> Iterator[imaplib.IMAP4_SSL]:
    try:
        connection = imaplib.IMAP4_SSL(
            settings.host, settings.port, ssl_context=_context(settings), timeout=_SECONDS
        )
    except (OSError, imaplib.IMAP4.error) as error:
        raise TransportError(
            where, outside.said(error), "check [mail.bounces] host, port and authority"
        ) from error
    try:
        try:
            connection.login(settings.user, settings.password.get_secret_value())
        except imaplib.IMAP4.error as error:
            raise TransportError(
                where,
                f"refuses the account ({_words(error)})",
                "check [mail.bounces] user and password",
            ) from error
        done, said = connection.select(_quoted(settings.folder))
        if done != "OK":
            raise TransportError(
                where,
                f"has no folder {settings.folder} ({_text(said)})",
                "check [mail.bounces] folder",
            )
        yield connection
    except (OSError, imaplib.IMAP4.error) as error:
        raise _lost(where, error) from error
    finally:
        _leave(connection)


def _leave(connection: imaplib.IMAP4_SSL) -> None:
    try:
        connection.logout()
    except (OSError, imaplib.IMAP4.error):
        # It closes nothing where the server does not answer.
        with suppress(OSError):
            connection.shutdown()


def _lost(where: str, error: Exception) -> TransportError:
    return TransportError(
        where,
        f"the connection was lost ({outside.said(error)})",
        "what has not been read yet is read with the next visit",
    )


def _context(settings: Bounces) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if settings.authority is not None:
        context.load_verify_locations(settings.authority)
    return context


def _unseen(connection: imaplib.IMAP4_SSL) -> list[str]:
    _, found = connection.uid("SEARCH", "UNSEEN")
    return [uid.decode("ascii") for line in found if line for uid in line.split()]


def _mail(connection: imaplib.IMAP4_SSL, uid: str) -> bytes | None:
    """The beginning of a mail, which stays unseen by this; ``None`` if it is gone."""
    _, found = connection.uid("FETCH", uid, f"(BODY.PEEK[]<0.{LIMIT}>)")
    for part in found or ():
        if isinstance(part, tuple) and _SECTION.search(part[0]):
            return bytes(part[1])
    return None


def _seen(connection: imaplib.IMAP4_SSL, uid: str, where: str) -> None:
    try:
        connection.uid("STORE", uid, "+FLAGS", r"(\Seen)")
    except (OSError, imaplib.IMAP4.error) as error:
        raise _lost(where, error) from error


def _quoted(folder: str) -> str:
    """A folder's name as IMAP wants it: modified UTF-7 (RFC 3501, 5.1.3), in quotes."""
    return '"' + _utf7(folder).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _utf7(text: str) -> str:
    """Runs outside ASCII become base64 of UTF-16 between & and -, with a comma for the slash."""
    encoded = []
    for run in re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", text):
        if run[0].isascii() and run[0].isprintable():
            encoded.append(run.replace("&", "&-"))
        else:
            coded = run.encode("utf-7").decode("ascii").strip("+-")
            encoded.append(f"&{coded.replace('/', ',')}-")
    return "".join(encoded)


def _words(error: Exception) -> str:
    return _text(error.args[0] if error.args else str(error))


def _text(said: object) -> str:
    if isinstance(said, list):
        said = said[0] if said else ""
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return " ".join("".join(c if c.isprintable() else " " for c in words[:200]).split())
