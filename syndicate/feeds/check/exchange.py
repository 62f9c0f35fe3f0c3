"""How a server hands a feed out: validators, 304s, encodings and caching (RFC 9110)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from syndicate.feeds.check.finding import ERROR, WARNING, Finding, Rule, Spot, shown
from syndicate.feeds.check.moments import mail_date

NO_VALIDATOR: Final = Rule(
    "19.1",
    WARNING,
    "RFC 9110, 8.8",
    "A reply has an ETag and Last-Modified, so that readers need not fetch what they have.",
    "send both",
)
NOT_304: Final = Rule(
    "19.2",
    ERROR,
    "RFC 9110, 13.1.2",
    "Asked with the ETag that it gave, the server says 304.",
    "answer If-None-Match; a reader asks every hour",
)
NOT_304_SINCE: Final = Rule(
    "19.3",
    WARNING,
    "RFC 9110, 13.1.3",
    "Asked with the Last-Modified that it gave, the server says 304.",
    "answer If-Modified-Since",
)
DATE_WINS: Final = Rule(
    "19.4",
    ERROR,
    "RFC 9110, 13.1.3 and 13.2.2",
    "Where a request has If-None-Match, that decides alone.",
    "pass over If-Modified-Since beside If-None-Match, or changes are missed",
)
WEAK: Final = Rule(
    "19.5",
    WARNING,
    "RFC 9110, 8.8.1",
    "The ETag is a strong one.",
    "make it from the bytes",
)
NO_VARY: Final = Rule(
    "19.6",
    ERROR,
    "RFC 9110, 12.5.5",
    "A reply that is compressed when asked says so in Vary.",
    "send Vary: Accept-Encoding with every reply, compressed or not",
)
SHARED_ETAG: Final = Rule(
    "19.7",
    ERROR,
    "RFC 9110, 8.8.3.3",
    "Each encoding has a strong ETag of its own.",
    "give the compressed bytes another ETag",
)
UNCOMPRESSED: Final = Rule(
    "19.8",
    WARNING,
    "RFC 9110, 8.4.1",
    "The feed is compressed for readers that ask for it.",
    "serve gzip, or the copies that publish wrote beside the feed",
)
UNCACHED: Final = Rule(
    "19.9",
    WARNING,
    "RFC 9111, 4.2.1 and 5.2.2.1",
    "The reply says how long it is fresh: readers poll by it.",
    "send Cache-Control: max-age",
)
BAD_MOMENT: Final = Rule(
    "19.10",
    ERROR,
    "RFC 9110, 8.8.2.1 and 5.6.7",
    "Last-Modified is an HTTP date that is not later than Date.",
    "send the moment at which the bytes last changed, like Tue, 20 Jan 2026 09:15:00 GMT",
)
OTHER_HEAD: Final = Rule(
    "19.11",
    WARNING,
    "RFC 9110, 9.3.2",
    "HEAD is answered like GET, without the body.",
    "answer HEAD with the headers of GET",
)
BARE_304: Final = Rule(
    "19.12",
    ERROR,
    "RFC 9110, 15.4.5",
    "A 304 repeats the ETag and has no body.",
    "send ETag with the 304, and nothing after its headers",
)
MOVED: Final = Rule(
    "19.13",
    WARNING,
    "RFC 9110, 15.4",
    "The feed is where it is asked for; some readers don't know status 308.",
    "give subscribers the new address",
)
BAD_ETAG: Final = Rule(
    "19.14",
    ERROR,
    "RFC 9110, 8.8.3",
    "An ETag stands in double quotes.",
    "put it into double quotes",
)
RULES: Final = (
    NO_VALIDATOR,
    NOT_304,
    NOT_304_SINCE,
    DATE_WINS,
    WEAK,
    NO_VARY,
    SHARED_ETAG,
    UNCOMPRESSED,
    UNCACHED,
    BAD_MOMENT,
    OTHER_HEAD,
    BARE_304,
    MOVED,
    BAD_ETAG,
)

_ETAG: Final = re.compile(r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"')
_FRESH: Final = re.compile(r"(?:^|[\s,])(?:max-age|s-maxage)\s*=\s*\"?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said. Of headers with one name the order is kept."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def get(self, name: str) -> str:
        """The header's value, joined where it stands several times; empty if it is missing."""
        return ", ".join(self.all(name))


@dataclass(frozen=True, slots=True)
class Exchange:
    """A feed's GET, and what the server says to the questions that readers ask next.

    ``asked`` is the address asked for, ``address`` the one after the
    ``redirects`` (their statuses). A question that could not be asked has no reply.

    * ``compressed``: with ``Accept-Encoding: gzip``.
    * ``same_etag``, ``since``: with the validators of ``plain``, each alone.
    * ``other_etag``: with an unknown ETag, and ``since``'s date beside it.
    """

    asked: str
    address: str
    plain: Reply
    redirects: tuple[int, ...] = ()
    compressed: Reply | None = None
    same_etag: Reply | None = None
    since: Reply | None = None
    other_etag: Reply | None = None
    head: Reply | None = None


def check_exchange(exchange: Exchange) -> Iterator[Finding]:
    plain = exchange.plain
    if exchange.redirects:
        statuses = ", ".join(map(str, exchange.redirects))
        yield MOVED.at(Spot("Location"), f"status {statuses} leads to {shown(exchange.address)}")
    yield from _validators(plain)
    yield from _conditional(exchange)
    yield from _encodings(exchange)
    if not _FRESH.search(plain.get("Cache-Control")) and not plain.get("Expires"):
        yield UNCACHED.at(Spot("Cache-Control"), "says nothing of max-age")
    head = exchange.head
    if head is not None:
        differing = [
            name
            for name in ("ETag", "Last-Modified", "Content-Type")
            if head.get(name) != plain.get(name)
        ]
        if head.status != plain.status or head.body or differing:
            what = f"differs in {', '.join(differing)}" if differing else f"is {head.status}"
            yield OTHER_HEAD.at(Spot("HEAD"), what)


def _validators(plain: Reply) -> Iterator[Finding]:
    etag, modified = plain.get("ETag"), plain.get("Last-Modified")
    missing = [name for name in ("ETag", "Last-Modified") if not plain.get(name)]
    if missing:
        yield NO_VALIDATOR.at(Spot(missing[0]), f"there is no {' and no '.join(missing)}")
    if etag and not _ETAG.fullmatch(etag):
        yield BAD_ETAG.at(Spot("ETag"), f"{shown(etag)} is no ETag")
    elif etag.startswith("W/"):
        yield WEAK.at(Spot("ETag"), f"{shown(etag)} is a weak one")
    if modified:
        moment, now = _http_date(modified), _http_date(plain.get("Date"))
        if moment is None:
            yield BAD_MOMENT.at(Spot("Last-Modified"), f"{shown(modified)} is no HTTP date")
        elif now is not None and moment > now:
            yield BAD_MOMENT.at(Spot("Last-Modified"), f"{shown(modified)} is yet to come")


def _conditional(exchange: Exchange) -> Iterator[Finding]:
    same, since, other = exchange.same_etag, exchange.since, exchange.other_etag
    if same is not None and same.status != 304:
        yield NOT_304.at(Spot("If-None-Match"), f"is answered with {same.status}")
    elif same is not None and (same.body or same.get("ETag") != exchange.plain.get("ETag")):
        said = "has a body" if same.body else f"has the ETag {shown(same.get('ETag'))}"
        yield BARE_304.at(Spot("ETag"), f"the 304 {said}")
    if since is not None and since.status != 304:
        yield NOT_304_SINCE.at(Spot("If-Modified-Since"), f"is answered with {since.status}")
    if other is not None and other.status == 304:
        problem = "another ETag is answered with 304 because of the date"
        yield DATE_WINS.at(Spot("If-None-Match"), problem)


def _encodings(exchange: Exchange) -> Iterator[Finding]:
    compressed = exchange.compressed
    if compressed is None:
        return
    encoding = compressed.get("Content-Encoding").lower()
    if not encoding or encoding == "identity":
        yield UNCOMPRESSED.at(Spot("Content-Encoding"), "gzip was asked for and not given")
        return
    for reply in (compressed, exchange.plain):
        varies = {name.strip().lower() for name in reply.get("Vary").split(",")}
        if not varies & {"accept-encoding", "*"}:
            yield NO_VARY.at(Spot("Vary"), f"is {shown(reply.get('Vary'))}")
            break
    etag = compressed.get("ETag")
    if etag.startswith('"') and etag == exchange.plain.get("ETag"):
        yield SHARED_ETAG.at(Spot("ETag"), f"{shown(etag)} is of both encodings")


def _http_date(text: str) -> datetime | None:
    date = mail_date(text) if text.endswith(" GMT") else None
    return None if date is None or date.short_year or date.wrong_day else date.moment
