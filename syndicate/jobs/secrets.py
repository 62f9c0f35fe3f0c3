"""The site's secrets, from the configuration or from files, made where there are none.

The suppression key is held to what the store knows of it: with another one,
everybody who must not be mailed would be mailed again. So a store that knows a
key never gets a new one made.
"""

from __future__ import annotations

from typing import Final, Protocol

from syndicate.audience import keys
from syndicate.audience.keys import Secrets
from syndicate.audience.tokens import Tokens
from syndicate.config.model import Config
from syndicate.jobs import secret_files
from syndicate.model.errors import KeyFileError
from syndicate.store import facts
from syndicate.store.engine import Store

#: The fact by which the store knows its suppression key.
FACT: Final = "suppression-key"


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
    fresh = secret_files.make if keep else secret_files.made_up
    with store.read() as connection:
        known = facts.read(connection, FACT)
    read = Secrets(
        secret_files.tokens(settings, fresh), secret_files.suppression(settings, known, fresh)
    )
    found = keys.key_fingerprint(read.suppression)
    if known is None and not keep:
        return read
    if known is None:
        with store.write() as connection:
            known = facts.fix(connection, FACT, found)
    if known != found:
        raise KeyFileError(
            secret_files.where_of(
                settings.suppression, settings.secrets / secret_files.SUPPRESSION_FILE
            ),
            "not the key that this store's suppressions were made with",
            "bring back the site's own key, from where its secrets are backed up",
        )
    return read
