"""What goes out over the wire, and what became of it: the words that all of delivery shares.

Tuples with names: several are made for each mail, in a fifth of the time that a
frozen dataclass takes.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

#: *accepted* means that a server took the mail, never that anybody got it.
#: *excluded* rows were candidates and are not mailed; their reason says why.
DeliveryState = Literal[
    "queued", "sending", "accepted", "deferred", "failed", "in doubt", "excluded"
]
#: The delivery of an edition as a whole. *awaiting* approval; *held* by a gate;
#: *lapsed* for want of approval in time; *expired* before it began; *empty*: no recipients.
MailingState = Literal[
    "awaiting",
    "held",
    "ready",
    "sending",
    "paused",
    "done",
    "cancelled",
    "lapsed",
    "expired",
    "empty",
]


class Envelope(NamedTuple):
    """Who is told of a mail's fate, and who gets it (RFC 5321, 2.3.1).

    ``sender`` is the reverse-path, empty for ``<>``. With ``international`` the
    recipient's local part is not ASCII: the server must offer SMTPUTF8 (RFC 6531).
    """

    sender: str
    recipient: str
    international: bool = False


class Outgoing(NamedTuple):
    """One mail, ready for the wire.

    ``delivery_id`` is its row in the ledger. ``data`` has CRLF line ends, ends
    in one, and is not dot-stuffed. ``domain`` is the recipient's, in IDNA form.
    With ``vouched`` whoever made it knows, without a look at each mail, that all
    line ends are CRLF, that no line begins with a dot or has more than 998
    octets, and that all is ASCII unless the envelope is international; else the
    transport looks, which takes a tenth of a millisecond.
    """

    delivery_id: int
    envelope: Envelope
    message_id: str
    domain: str
    data: bytes
    vouched: bool = False


class Reply(NamedTuple):
    """What a mail server said (RFC 5321, 4.2). ``code`` is 0 where nothing came.

    ``enhanced`` is the status of RFC 3463, such as ``5.1.1``, or empty;
    ``text`` its lines joined by spaces, without code and status.
    """

    code: int
    text: str = ""
    enhanced: str = ""


class Outcome(NamedTuple):
    """What became of one attempt.

    * ``accepted``: the server said 250 after the final dot.
    * ``refused``: it said no, at ``stage``; ``reply`` is its word.
    * ``in doubt``: the final dot went out and no reply came back.
    * ``unsent``: the final dot never went out, and nobody refused the mail:
      the connection failed at ``stage``. ``reply`` then says why.

    ``stage`` is ``connect``, ``hello``, ``tls``, ``auth``, ``mail``, ``rcpt``,
    ``data`` or ``dot``. ``relay`` names the server, ``host:port`` or a path.
    """

    kind: Literal["accepted", "refused", "in doubt", "unsent"]
    reply: Reply
    stage: str
    relay: str = ""


class Witness(Protocol):
    """Who records what happens on a connection. Called in the order of events."""

    def sending(self, mail: Outgoing) -> None:
        """Right before the final dot: returns once it is written where it outlives the process.

        What :meth:`settled` was told since the last call is written with it.
        """
        ...

    def settled(self, mail: Outgoing, outcome: Outcome) -> None:
        """What became of a mail. May be written later, with the next :meth:`sending`."""
        ...
