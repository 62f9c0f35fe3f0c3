"""The epochs: what of the editions' deliveries is known outside the store.

Each batch of an edition's delivery moves the edition's epoch on, in the store
and in a small file beside the site's secrets. A store that was restored from
before a batch is behind the file: whom it calls unmailed may have been mailed,
so that edition is held until ``mail reconcile`` has asked a mail server's log.
Each edition has an epoch of its own, so nothing else waits; an edition that
the restored store does not know at all is recognised by its name.

The file is written before a mail of the batch goes out. Hosts that deliver
from one database need this folder in common to know of each other.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from syndicate.config.model import Config
from syndicate.model.edition import Edition
from syndicate.model.errors import DeliveryError

_NAME: Final = "deliveries.json"
#: How many editions are remembered: years of them, since each expires within days.
_KEPT: Final = 2000


def named(edition: Edition) -> str:
    """An edition's name: labels of different cadences differ."""
    return f"{edition.newsletter}/{edition.period.label}"


class Epochs:
    """The file of a site."""

    def __init__(self, config: Config) -> None:
        self.path = config.subscribers.secrets / _NAME

    def of(self, edition: Edition) -> int:
        """How far the edition's delivery is known to have come; 0 where nothing is known."""
        return self._read().get(named(edition), 0)

    def known(self) -> dict[str, int]:
        """The same of each edition that anything is known of, by its name."""
        return self._read()

    def advance(self, edition: Edition, epoch: int, *, durable: bool = False) -> None:
        """Write down an epoch, unless a later one stands there.

        ``durable`` waits for the disk: once for each run is enough, since a
        power cut that takes the file back takes no edition from it.
        """
        try:
            with self._alone():
                known = self._read()
                if known.get(named(edition), 0) >= epoch:
                    return
                known.pop(named(edition), None)
                known[named(edition)] = epoch
                kept = dict(list(known.items())[-_KEPT:])
                temporary = self.path.with_name(f".{_NAME}.{os.getpid()}")
                with temporary.open("w", encoding="utf-8") as file:
                    json.dump(kept, file, indent=0, ensure_ascii=False)
                    if durable:
                        file.flush()
                        os.fsync(file.fileno())
                temporary.replace(self.path)
        except OSError as error:
            raise self._trouble(error.strerror or str(error)) from error

    def _read(self) -> dict[str, int]:
        try:
            held = json.loads(self.path.read_text(encoding="utf-8"))
            return {str(name): int(epoch) for name, epoch in held.items()}
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._trouble(error.strerror or str(error)) from error
        except (ValueError, AttributeError, TypeError) as error:
            raise self._trouble("not what was written there") from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time; the kernel lets go for one that dies."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = self.path.with_name(f"{_NAME}.lock")
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _trouble(self, cause: str) -> DeliveryError:
        return DeliveryError(
            f"file {self.path}",
            cause.lower(),
            "mend it or bring it back from a backup; without it editions that a restored store "
            "takes for unsent would be mailed again",
        )
