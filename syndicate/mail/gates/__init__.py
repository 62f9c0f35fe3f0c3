"""What a mail must be before the first one leaves. Pure: a message in, findings out.

Each gate looks at one whole message, as it goes out. A finding holds the
edition until it is mended, or until an operator lets it pass by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from syndicate.mail.gates import content, standing
from syndicate.mail.gates.fields import broken_rules
from syndicate.mail.gates.finding import Finding
from syndicate.mail.gates.mail import Context, Mail, taken_apart

GATES: Final[tuple[Callable[[Mail], Iterator[Finding]], ...]] = (
    lambda mail: broken_rules(mail.fields),
    content.size,
    content.parts,
    content.links,
    content.images,
    content.placeholders,
    content.controls,
    standing.one_click,
    standing.signature,
    standing.footer,
)


def gates(message: bytes, context: Context) -> tuple[Finding, ...]:
    """Everything that is wrong with a message (CRLF line ends), in the order of the gates."""
    mail = taken_apart(message, context)
    return tuple(finding for gate in GATES for finding in gate(mail))


__all__ = ["Context", "Finding", "gates"]
