"""The size of a WebP picture from its first bytes, where the rest of the file is not at hand.

Pillow wants the whole file for this (RFC 9649 has the layout).
"""

from __future__ import annotations


def size(beginning: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None for what is no WebP."""
    if len(beginning) < 30 or beginning[:4] != b"RIFF" or beginning[8:12] != b"WEBP":
        return None
    kind = beginning[12:16]
    if kind == b"VP8X":
        width, height = _number(beginning[24:27]) + 1, _number(beginning[27:30]) + 1
    elif kind == b"VP8L" and beginning[20] == 0x2F:
        bits = _number(beginning[21:25])
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 " and beginning[23:26] == b"\x9d\x01\x2a":
        width, height = _number(beginning[26:28]) & 0x3FFF, _number(beginning[28:30]) & 0x3FFF
    else:
        return None
    return (width, height) if width and height else None


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")
