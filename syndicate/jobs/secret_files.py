"""The files of the site's secrets, and the settings in place of them: read, or made.

Whether they are those that the store knows is ``secrets``' to say.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from syndicate.audience import keys
from syndicate.config.audience import Subscribers
from syndicate.model.errors import KeyFileError

TOKENS_FILE: Final = "tokens.key"
SUPPRESSION_FILE: Final = "suppression.key"

_BYTES: Final = 36


def make_secrets(settings: Subscribers) -> tuple[Path, ...]:
    """Make the files of a new site's secrets, those that are missing; returns all of them."""
    paths = (settings.secrets / TOKENS_FILE, settings.secrets / SUPPRESSION_FILE)
    for path in paths:
        if not _read(path):
            make(path)
    return paths


def check_secrets(settings: Subscribers) -> list[KeyFileError]:
    """What is wrong with the secrets as they are given; one that is missing will be made."""
    found: list[KeyFileError] = []
    for look in (
        lambda: tokens(settings, made_up),
        lambda: suppression(settings, None, made_up),
    ):
        try:
            look()
        except KeyFileError as error:
            found.append(error)
    return found


def tokens(settings: Subscribers, fresh: Callable[[Path], str]) -> tuple[bytes, ...]:
    """The secrets of tokens; ``fresh`` gives the text where there is none."""
    path = settings.secrets / TOKENS_FILE
    where = where_of(settings.tokens, path)
    given = settings.tokens.get_secret_value()
    return keys.parse_tokens(given or _read(path) or fresh(path), where)


def suppression(settings: Subscribers, known: str | None, fresh: Callable[[Path], str]) -> bytes:
    """The suppression key; ``fresh`` gives one only where the store has ``known`` none."""
    path = settings.secrets / SUPPRESSION_FILE
    where = where_of(settings.suppression, path)
    text = settings.suppression.get_secret_value() or _read(path)
    if not text and known is not None:
        raise KeyFileError(
            where,
            "missing, and this store holds suppressions made with it",
            "bring it back from where the site's secrets are backed up",
        )
    return keys.parse_suppression(text or fresh(path), where)


def where_of(given: SecretStr, path: Path) -> str:
    """What a secret is called in errors."""
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


def made_up(_: Path) -> str:
    """A new secret, kept nowhere."""
    return f"{secrets.token_urlsafe(_BYTES)}\n"


def make(path: Path) -> str:
    """Write a new secret, whole or not at all; of two processes one's is taken by both."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(made_up(path))
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
