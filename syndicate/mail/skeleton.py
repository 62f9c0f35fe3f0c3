"""A mail's frame, written once: fields and parts that all its recipients share.

A skeleton of one variant has its literals encoded and its places for what is
each recipient's own; filling it costs no more than putting those in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final

from syndicate.mail.splice import Cut, lay_out

_END: Final = b"\r\n"


class Skeleton:
    """``multipart/alternative`` of a text and an HTML part (RFC 2046, 5.1.4).

    The boundary follows from the parts, so bytes depend on content alone.
    """

    def __init__(self, *, text: Cut, html: Cut) -> None:
        seed = sha256(b"\0".join((*text.literals, b"", *html.literals))).hexdigest()
        # "=" before anything but hexadecimal digits never comes out of an encoder.
        self._boundary = f"={seed[:32]}="
        self._text, self._html = lay_out(text), lay_out(html)
        mark = f"--{self._boundary}".encode("ascii") + _END
        self._before_text = mark + _part_head("text/plain", self._text.encoding)
        self._before_html = _END + mark + _part_head("text/html", self._html.encoding)
        self._after = _END + f"--{self._boundary}--".encode("ascii") + _END

    @property
    def slots(self) -> frozenset[str]:
        """Those that either part has."""
        return frozenset((*self._text.slots, *self._html.slots))

    @property
    def fields(self) -> Sequence[str]:
        """The MIME fields of the mail itself."""
        return (
            "MIME-Version: 1.0",
            f'Content-Type: multipart/alternative;\r\n boundary="{self._boundary}"',
            "Content-Transfer-Encoding: 7bit",
        )

    def fill(self, *, text: Mapping[str, bytes], html: Mapping[str, bytes]) -> list[bytes]:
        """The body in pieces, with what goes into the slots of each part.

        It is its own canonical form (RFC 6376, 3.4.4).
        """
        pieces = [self._before_text]
        self._text.fill(text, pieces)
        pieces.append(self._before_html)
        self._html.fill(html, pieces)
        pieces.append(self._after)
        return pieces


def _part_head(media_type: str, encoding: str) -> bytes:
    return (
        f"Content-Type: {media_type}; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n\r\n"
    ).encode("ascii")
