"""SPF: whether an address may send for a domain, as its receivers find out (RFC 7208)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final, Literal

from syndicate.mail.records.names import Resolver, UnansweredError

Verdict = Literal["pass", "fail", "softfail", "neutral", "none", "temperror", "permerror"]
Address = IPv4Address | IPv6Address

#: RFC 7208, 4.6.4: how many terms may ask the DNS, and how often it may have nothing.
MOST_LOOKUPS: Final = 10
MOST_VOID: Final = 2
_MOST_NAMES: Final = 10

_QUALIFIERS: Final[dict[str, Verdict]] = {
    "+": "pass",
    "-": "fail",
    "~": "softfail",
    "?": "neutral",
}
_TERM: Final = re.compile(r"([+\-~?]?)([A-Za-z][A-Za-z0-9_.-]*)(?:([:=/])(.*))?")
_MACRO: Final = re.compile(r"%(?:\{([A-Za-z])(\d{0,3})(r?)([.\-+,/_=]*)\}|([%_\-]))")
_CIDR: Final = re.compile(r"(.*?)(?:/(\d{1,2}))?(?://(\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class Result:
    """``why`` is the term that decided, or what is wrong. ``lookups`` counts towards the limit."""

    verdict: Verdict
    why: str
    lookups: int = 0


class _BrokenError(Exception):
    """The record can't be evaluated (permerror)."""


def check(address: str, domain: str, sender: str, resolver: Resolver) -> Result:
    """Whether ``address`` may send mail with this envelope sender, whose domain is ``domain``."""
    return _run(ip_address(address), domain, sender, resolver)


def weigh(domain: str, resolver: Resolver) -> Result:
    """What evaluating takes where nothing matches before the end: the most it can take."""
    return _run(None, domain, f"postmaster@{domain}", resolver)


def _run(address: Address | None, domain: str, sender: str, resolver: Resolver) -> Result:
    checking = _Checking(address, sender, resolver)
    try:
        verdict, why = checking.host(domain)
    except _BrokenError as error:
        verdict, why = "permerror", str(error)
    except UnansweredError as error:
        verdict, why = "temperror", str(error)
    return Result(verdict, why, checking.lookups)


@dataclass(slots=True)
class _Checking:
    """One evaluation. Without an address nothing ever matches."""

    address: Address | None
    sender: str
    resolver: Resolver
    lookups: int = 0
    void: int = 0
    domain: str = field(default="")

    def host(self, domain: str) -> tuple[Verdict, str]:
        """RFC 7208, 4: check_host()."""
        records = [text for text in self.resolver.texts(domain) if _is_spf(text)]
        if not records:
            return "none", f"{domain} has no SPF record"
        if len(records) > 1:
            raise _BrokenError(f"{domain} has {len(records)} SPF records; there must be one")
        outer, self.domain = self.domain, domain
        try:
            return self._record(records[0])
        finally:
            self.domain = outer

    def _record(self, text: str) -> tuple[Verdict, str]:
        redirect = ""
        for qualifier, name, value in _terms(text):
            if name in ("redirect=", "exp="):
                redirect = value if name == "redirect=" else redirect
                continue
            if name.endswith("="):
                continue  # RFC 7208, 6: unknown modifiers are ignored
            mechanism = _MECHANISMS.get(name)
            if mechanism is None:
                raise _BrokenError(f"{self.domain}: unknown mechanism {name}")
            if mechanism(self, value):
                return _QUALIFIERS[qualifier or "+"], f"{qualifier}{name}{value}"
        if redirect:
            self._count()
            verdict, why = self.host(self._expanded(redirect))
            if verdict == "none":
                raise _BrokenError(f"redirect: {why}")
            return verdict, why
        return "neutral", "no term matches"

    def _count(self) -> None:
        self.lookups += 1
        if self.lookups > MOST_LOOKUPS:
            raise _BrokenError(f"it takes more than {MOST_LOOKUPS} DNS lookups")

    def _found(self, found: tuple[str, ...]) -> tuple[str, ...]:
        if not found:
            self.void += 1
            if self.void > MOST_VOID:
                raise _BrokenError(f"more than {MOST_VOID} of its names have nothing in the DNS")
        return found

    def all(self, value: str) -> bool:
        return self.address is not None

    def include(self, value: str) -> bool:
        self._count()
        name = self._expanded(value[1:])
        verdict, why = self.host(name)
        if verdict == "none":
            raise _BrokenError(f"include:{name}: {why}")
        return verdict == "pass"

    def a(self, value: str) -> bool:
        self._count()
        name, four, six = self._target(value)
        return self._among(self._found(self.resolver.addresses(name)), four, six)

    def mx(self, value: str) -> bool:
        self._count()
        name, four, six = self._target(value)
        hosts = self._found(self.resolver.exchanges(name))
        if len(hosts) > _MOST_NAMES:
            raise _BrokenError(f"{name} has more than {_MOST_NAMES} mail exchangers")
        return any(self._among(self.resolver.addresses(host), four, six) for host in hosts)

    def ptr(self, value: str) -> bool:
        self._count()
        name = self._expanded(value[1:]) if value else self.domain
        return any(_is_below(host, name) for host in self._validated())

    def exists(self, value: str) -> bool:
        self._count()
        found = self._found(self.resolver.addresses(self._expanded(value[1:])))
        return self.address is not None and any(ip_address(each).version == 4 for each in found)

    def ip4(self, value: str) -> bool:
        return self._within(value[1:], 4)

    def ip6(self, value: str) -> bool:
        return self._within(value[1:], 6)

    def _within(self, network: str, version: int) -> bool:
        try:
            found = ip_network(network, strict=False)
        except ValueError:
            raise _BrokenError(f"{self.domain}: ip{version}:{network} is no network") from None
        if found.version != version:
            raise _BrokenError(f"{self.domain}: ip{version}:{network} is not of IPv{version}")
        return self.address is not None and self.address in found

    def _among(self, addresses: tuple[str, ...], four: int, six: int) -> bool:
        if self.address is None:
            return False
        length = four if self.address.version == 4 else six
        return any(
            self.address in ip_network(f"{each}/{length}", strict=False)
            for each in addresses
            if ip_address(each).version == self.address.version
        )

    def _target(self, value: str) -> tuple[str, int, int]:
        """The name of an ``a`` or ``mx``, and how much of an address counts."""
        split = _CIDR.fullmatch(value)
        if split is None:
            raise _BrokenError(f"{self.domain}: {value} is no name")
        four, six = int(split[2] or 32), int(split[3] or 128)
        if four > 32 or six > 128:
            raise _BrokenError(f"{self.domain}: {value} has a prefix that is too long")
        return (self._expanded(split[1][1:]) if split[1] else self.domain), four, six

    def _validated(self) -> Iterator[str]:
        """Names of the address that lead back to it (RFC 7208, 5.5)."""
        if self.address is None:
            return
        for host in self.resolver.reverse(str(self.address))[:_MOST_NAMES]:
            if str(self.address) in self.resolver.addresses(host):
                yield host

    def _expanded(self, text: str) -> str:
        """A name with its macros filled in (RFC 7208, 7)."""
        if "%" in _MACRO.sub("", text):
            raise _BrokenError(f"{self.domain}: {text} has a macro that there is not")
        return _MACRO.sub(self._macro, text).rstrip(".").lower()

    def _macro(self, match: re.Match[str]) -> str:
        if match[5]:
            return {"%": "%", "_": " ", "-": "%20"}[match[5]]
        address = self.address or IPv4Address(0)
        local, _, host = self.sender.rpartition("@")
        four = isinstance(address, IPv4Address)
        dotted = str(address) if four else ".".join(address.exploded.replace(":", ""))
        values: dict[str, Callable[[], str]] = {
            "s": lambda: self.sender,
            "l": lambda: local or "postmaster",
            "o": lambda: host,
            "d": lambda: self.domain,
            "i": lambda: dotted,
            "p": lambda: next(self._validated(), "unknown"),
            "v": lambda: "in-addr" if four else "ip6",
            "h": lambda: host,
        }
        value = values.get(match[1].lower())
        if value is None:
            raise _BrokenError(f"{self.domain}: there is no macro {match[1]}")
        parts = re.split(f"[{re.escape(match[4] or '.')}]", value())
        parts = parts[::-1] if match[3] else parts
        return ".".join(parts[-int(match[2]) :] if match[2] and int(match[2]) else parts)


_MECHANISMS: Final[dict[str, Callable[[_Checking, str], bool]]] = {
    "all": _Checking.all,
    "include": _Checking.include,
    "a": _Checking.a,
    "mx": _Checking.mx,
    "ptr": _Checking.ptr,
    "exists": _Checking.exists,
    "ip4": _Checking.ip4,
    "ip6": _Checking.ip6,
}
_NEEDS_VALUE: Final = frozenset({"include", "exists", "ip4", "ip6"})


def _is_spf(text: str) -> bool:
    return text.lower() == "v=spf1" or text.lower().startswith("v=spf1 ")


def _terms(text: str) -> Iterator[tuple[str, str, str]]:
    """(qualifier, name, value) of each term; a modifier's name ends in ``=``."""
    for term in text.split()[1:]:
        found = _TERM.fullmatch(term)
        if found is None:
            raise _BrokenError(f"{term} is no term of SPF")
        qualifier, name, sign, rest = found[1], found[2].lower(), found[3] or "", found[4] or ""
        if sign == "=" and not qualifier:
            yield "", f"{name}=", rest
            continue
        if sign == "=" or (name in _NEEDS_VALUE and (sign != ":" or not rest)):
            raise _BrokenError(f"{term} is no term of SPF")
        yield qualifier, name, f"{sign}{rest}"


def _is_below(host: str, domain: str) -> bool:
    host, domain = host.lower().rstrip("."), domain.lower()
    return host == domain or host.endswith(f".{domain}")
