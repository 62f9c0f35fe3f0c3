"""What delivery is handed: how variants are planned and composed, what judges them, and the wire.

Named here as delivery needs them, so that a test can hand it others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from syndicate.config.model import Config
from syndicate.jobs.stopping import GRACE
from syndicate.mail.composer import Recipient
from syndicate.model.delivery import Outgoing
from syndicate.model.edition import Edition

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from syndicate.jobs.press import Press
    from syndicate.jobs.transports.interface import Transport

#: A choice of sections by its number, or None for all; and a language.
Pair = tuple[int | None, str]


class TransportOf(Protocol):
    """Gives the configured way out; ``folder`` is for mail that stays here."""

    def __call__(self, config: Config, /, *, folder: str) -> Transport: ...


class Composer(Protocol):
    """One variant's mails. Not shared between threads."""

    def compose(self, recipient: Recipient, /) -> Outgoing: ...


@dataclass(frozen=True, slots=True)
class Parts:
    """
    * ``plan`` writes an edition's variants and says which one each pair gets,
      None where there is nothing new for it.
    * ``foreseen`` says the same, and gives what makes the composers; it writes nothing.
    * ``composers`` gives what composes each variant's mails, by its id.
    * ``gates`` looks at a mail of each variant: a line for each thing that is
      wrong, each beginning with the gate's name and a colon.
    * ``transport`` gives the way out.
    * ``grace`` is how many seconds mails on the wire have once we are told to stop.
    """

    plan: Callable[[Press, Connection, Edition, Iterable[Pair]], Mapping[Pair, int | None]]
    foreseen: Callable[
        [Press, Connection, Edition, Iterable[Pair]],
        tuple[Mapping[Pair, int | None], Callable[[Connection], Mapping[int, Composer]]],
    ]
    composers: Callable[[Press, Connection, Edition], Mapping[int, Composer]]
    gates: Callable[[Press, Edition, Mapping[int, Composer]], Sequence[str]]
    transport: TransportOf
    grace: float = GRACE


def usual() -> Parts:
    """What everybody uses. Imported here: composing brings much along."""
    from syndicate.jobs.transports.registry import transport_of
    from syndicate.jobs.variants import composers, foreseen, gates, plan_variants

    return Parts(plan_variants, foreseen, composers, gates, transport_of)
