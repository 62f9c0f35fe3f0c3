"""The site's secrets, from the configuration or from files, made where there are none.

The suppression key is held to what the store knows of it: with another one,
everybody who must not be mailed would be mailed again. So a store that knows a
key never gets a new one made.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from pydantic import SecretStr

from syndicate.audience import keys
from syndicate.audience.keys import Secrets
from syndicate.audience.tokens import Tokens
from syndicate.config.model import Config, Subscribers
from syndicate.model.errors import KeyFileError
from syndicate.store import facts
from syndicate.store.engine import Store

TOKENS_FILE: Final = "tokens.key"
SUPPRESSION_FILE: Final = "suppression.key"
#: The fact by which the store knows its suppression key.
FACT: Final = "suppression-key"

_BYTES: Final = 36


class Holder(Protocol):
    """A press, as far as this module knows one: a press reads its secrets here."""

    @property
    def secrets(self) -> Secrets: ...


def secrets_of(press: Holder) -> Secrets:
    """The site's secrets; read once for each press.

    Raises :class:`KeyFileError` for a secret that is missing, unfit, open to
    others, or not the one that the store knows.
    """
    return press.secrets


def tokens_of(press: Holder) -> Tokens:
    """What signs and reads the site's tokens."""
    return Tokens(press.secrets.tokens)


def read_secrets(config: Config, store: Store, *, keep: bool = True) -> Secrets:
    """Read or make the secrets, and hold the suppression key to the store's.

    Those that are made are kept, in their files and the store, only with ``keep``.
    """
    settings = config.subscribers
    make = _make if keep else _made_up
    with store.read() as connection:
        known = facts.read(connection, FACT)
    read = Secrets(_tokens(settings, make), _suppression(settings, known, make))
    found = keys.key_fingerprint(read.suppression)
    if known is None and not keep:
        return read
    if known is None:
        with store.write() as connection:
            known = facts.fix(connection, FACT, found)
    if known != found:
        raise KeyFileError(
            _where(settings.suppression, settings.secrets / SUPPRESSION_FILE),
            "not the key that this store's suppressions were made with",
            "bring back the site's own key, from where its secrets are backed up",
        )
    return read


def make_secrets(settings: Subscribers) -> tuple[Path, ...]:
    """Make the files of a new site's secrets, those that are missing; returns all of them."""
    paths = (settings.secrets / TOKENS_FILE, settings.secrets / SUPPRESSION_FILE)
    for path in paths:
        if not _read(path):
            _make(path)
    return paths


def check_secrets(settings: Subscribers) -> list[KeyFileError]:
    """What is wrong with the secrets as they are given; one that is missing will be made."""
    found: list[KeyFileError] = []
    for look in (
        lambda: _tokens(settings, _made_up),
        lambda: _suppression(settings, None, _made_up),
    ):
        try:
            look()
        except KeyFileError as error:
            found.append(error)
    return found


def _tokens(settings: Subscribers, make: Callable[[Path], str]) -> tuple[bytes, ...]:
    path = settings.secrets / TOKENS_FILE
    where = _where(settings.tokens, path)
    given = settings.tokens.get_secret_value()
    return keys.parse_tokens(given or _read(path) or make(path), where)


def _suppression(settings: Subscribers, known: str | None, make: Callable[[Path], str]) -> bytes:
    path = settings.secrets / SUPPRESSION_FILE
    where = _where(settings.suppression, path)
    text = settings.suppression.get_secret_value() or _read(path)
    if not text and known is not None:
        raise KeyFileError(
            where,
            "missing, and this store holds suppressions made with it",
            "bring it back from where the site's secrets are backed up",
        )
    return keys.parse_suppression(text or make(path), where)


def _where(given: SecretStr, path: Path) -> str:
    if not given.get_secret_value():
        return str(path)
    return f"[subscribers] {path.stem}"


def _read(path: Path) -> str:
    """The text of a secret's file; empty where there is no file."""
    try:
        with path.open(encoding="ascii") as file:
            if os.fstat(file.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise KeyFileError(str(path), "others may read it", f"chmod 600 {path}")
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a text in ASCII"
        raise KeyFileError(
            str(path), reason or str(error), "let the user that runs syndicate read it"
        ) from error


def _made_up(_: Path) -> str:
    return f"{secrets.token_urlsafe(_BYTES)}\n"


def _make(path: Path) -> str:
    """Write a new secret, whole or not at all; of two processes one's is taken by both."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(_made_up(path))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(temporary, path)
        temporary.unlink()
    except OSError as error:
        raise KeyFileError(
            str(path),
            f"can't be made ({error.strerror or error})",
            "let this user write to its folder, or name another in [subscribers] secrets",
        ) from error
    return _read(path)
