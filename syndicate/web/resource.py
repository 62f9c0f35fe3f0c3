"""A published file as it is answered with: every header made once, when it is read.

A reader that asks whether a feed has changed costs a comparison of bytes and
two messages that were made before it asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from syndicate.web.answer import Answer, Asked, made, only
from syndicate.web.codings import IDENTITY, acceptable
from syndicate.web.conditional import Conditions, entity_tags, http_date
from syndicate.web.files import StoredFile
from syndicate.web.kinds import Kind

#: What a 304 carries (RFC 9110, 15.4.5): what a cache needs to go on.
KEPT_BY_304: Final = ("Cache-Control", "ETag", "Vary", "Access-Control-Allow-Origin")
#: How many ways of asking for codings are remembered for each file, and how long they may be.
_WAYS, _LONGEST = 32, 200


@dataclass(frozen=True, slots=True)
class Variant:
    """The file in one coding. ``etag`` is strong, made from the bytes as they are sent."""

    coding: str
    etag: str
    tag: bytes
    headers: Mapping[str, str]
    get: Answer
    head: Answer
    unchanged: Answer


class Resource:
    """A file in all its codings; ``modified`` is None where nobody knows."""

    def __init__(
        self,
        name: str,
        kind: Kind,
        file: StoredFile,
        *,
        modified: datetime | None,
        common: Mapping[str, str],
    ) -> None:
        self.name, self.kind, self.file, self.modified = name, kind, file, modified
        self.last_modified = _dated(modified).get("Last-Modified", "").encode("ascii")
        self._variants = {
            coding: _variant(coding, data, kind, file, modified, common)
            for coding, data in ((IDENTITY, file.data), *file.encoded.items())
        }
        self._sizes = {IDENTITY: file.length} | {
            coding: len(data) for coding, data in file.encoded.items()
        }
        self._ways: dict[bytes | None, Sequence[Variant]] = {}

    @property
    def is_streamed(self) -> bool:
        return self.file.data is None

    def known(self, accept: bytes | None) -> Sequence[Variant] | None:
        """What is acceptable, if that has been asked before."""
        return self._ways.get(accept)

    def acceptable(self, accept: bytes | None) -> Sequence[Variant]:
        """The codings that a request takes, by its Accept-Encoding, the best first."""
        known = self._ways.get(accept)
        if known is None:
            said = None if accept is None else accept.decode("latin-1")
            known = tuple(self._variants[name] for name in acceptable(said, self._sizes))
            if accept is None or len(accept) <= _LONGEST:
                if len(self._ways) >= _WAYS:
                    self._ways.clear()
                self._ways[accept] = known
        return known

    def at_hand(self, method: str, asked: Asked) -> Answer | None:
        """The answer, if it was made before and none of the finer rules is needed."""
        variants = self.known(asked.accept)
        if not variants or self.is_streamed or (method != "GET" and method != "HEAD"):
            return None
        if asked.match is not None:
            for variant in variants:
                if variant.tag == asked.match:
                    return variant.unchanged
            return None
        first = variants[0]
        if asked.since is not None:
            return first.unchanged if asked.since == self.last_modified else None
        return first.get if method == "GET" else first.head

    def selected(self, accept: bytes | None, conditions: Conditions) -> Variant | None:
        """The coding to answer in; None if the request takes none.

        Of those it takes, the one it has: a reader that keeps what it got in
        another coding is not sent the same once more (RFC 9110, 12.1).
        """
        found = self.acceptable(accept)
        named = conditions.if_match if conditions.if_match is not None else conditions.if_none_match
        if named:
            held = {tag.removeprefix("W/") for tag in entity_tags(named)}
            return next((each for each in found if each.etag in held), found[0] if found else None)
        return found[0] if found else None


def _variant(
    coding: str,
    data: bytes | None,
    kind: Kind,
    file: StoredFile,
    modified: datetime | None,
    common: Mapping[str, str],
) -> Variant:
    digest = file.sha256 if coding == IDENTITY else hashlib.sha256(data or b"").hexdigest()
    etag = f'"{digest[:32]}"'
    headers = {
        "Content-Type": kind.content_type,
        "ETag": etag,
        **_dated(modified),
        **({"Content-Encoding": coding} if coding != IDENTITY else {}),
        **common,
    }
    length = file.length if data is None else len(data)
    whole = {**headers, "Content-Length": str(length)}
    return Variant(
        coding=coding,
        etag=etag,
        tag=etag.encode("ascii"),
        headers=headers,
        get=made(200, whole, data or b""),
        head=made(200, whole),
        unchanged=made(304, only(headers, KEPT_BY_304)),
    )


def _dated(modified: datetime | None) -> dict[str, str]:
    return {} if modified is None else {"Last-Modified": http_date(modified)}
