"""What the DNS says of the sender, of who may send for it, and of the keys that sign."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from socket import gaierror, getaddrinfo
from typing import Final

from syndicate.jobs import outside
from syndicate.jobs.doctor.case import Case, Check
from syndicate.mail.dkim import PrivateKey, load_key, load_signers
from syndicate.mail.dkimkey import record
from syndicate.mail.records import dmarc, key, spf

_KEY_COMMAND: Final = "print it with `syndicate mail dkim-key`, publish it, and wait for its TTL"


def sender(case: Case) -> Iterator[Check]:
    domain = case.domain
    exchanges = case.resolver.exchanges(domain)
    # A lone dot says that the domain takes none (RFC 7505); without any, its address counts.
    if exchanges != (".",) and (exchanges or case.resolver.addresses(domain)):
        yield Check("sender", "ok", f"{domain} takes mail")
    else:
        yield Check(
            "sender",
            "fail",
            f"{domain} takes no mail: nobody can answer",
            "give the domain an MX record, or write from another one",
        )


def spf_record(case: Case) -> Iterator[Check]:
    envelope, sending = case.envelope, tuple(_sending(case))
    domain = envelope.rpartition("@")[2].lower()
    weight = spf.weigh(domain, case.resolver)
    if weight.verdict == "temperror":
        yield unanswered("SPF", weight.why)
        return
    if weight.verdict in ("none", "permerror"):
        publish = "publish" if weight.verdict == "none" else "mend it; there must be"
        yield Check(
            "SPF",
            "fail",
            weight.why,
            f'{publish} one TXT record at {domain}, such as "v=spf1 include:RELAY -all"',
        )
        return
    if not sending:
        yield Check(
            "SPF",
            "warn",
            f"{domain} has a record ({weight.lookups} of {spf.MOST_LOOKUPS} lookups); "
            "from which address mail leaves is not known here",
            "say it with --address",
        )
    for address in sending:
        result = spf.check(address, domain, envelope, case.resolver)
        if result.verdict == "pass":
            yield Check("SPF", "ok", f"{address} may send for {domain} ({result.why})")
        elif result.verdict == "temperror":
            yield unanswered("SPF", result.why)
        else:
            # A relay may take mail at one address and send it from another.
            yield Check(
                "SPF",
                "fail" if case.addresses else "warn",
                f"{address} for {domain}: {result.verdict} ({result.why})",
                f"add it, or what your relay tells you to include, to the record at {domain}"
                + ("" if case.addresses else "; if mail leaves elsewhere, say so: --address"),
            )


def dkim(case: Case) -> Iterator[Check]:
    keys = _keys(case)
    if not keys:
        yield Check(
            "DKIM",
            "fail" if case.servers else "warn",
            "mails are not signed",
            "make a key with `syndicate mail dkim-key`",
        )
    for selector, private in keys:
        wanted = record(selector, case.config.mail.dkim.domain, private)
        found = case.resolver.texts(wanted.name)
        faults = key.faults(found, wanted.text)
        if faults:
            yield Check("DKIM", "fail", f"{wanted.name}: {'; '.join(faults)}", _KEY_COMMAND)
        elif key.is_testing(found):
            yield Check(
                "DKIM", "warn", f"{wanted.name} says that it is a test", "take t=y out of it"
            )
        else:
            yield Check("DKIM", "ok", f"{wanted.name} publishes our key")


def dmarc_record(case: Case) -> Iterator[Check]:
    domain, envelope = case.domain, case.envelope.rpartition("@")[2]
    found = dmarc.find(domain, case.resolver)
    record = found.record
    if record is None:
        several = len(dmarc.texts(domain, case.resolver))
        if several > 1:
            cause, publish = f"there are {several} records at _dmarc.{domain}", "leave"
        else:
            cause, publish = f"there is no record for {domain}", "publish"
        way_out = f'{publish} one TXT record at _dmarc.{found.organisation}: "v=DMARC1; p=none"'
        yield Check("DMARC", "fail", cause, way_out)
        return
    if record.faults:
        yield Check(
            "DMARC",
            "fail",
            f"receivers don't apply the record at _dmarc.{record.domain}: "
            f"{'; '.join(record.faults)}",
            'mend it, such as "v=DMARC1; p=none"',
        )
        return
    if record.is_vague:
        yield Check(
            "DMARC",
            "warn",
            f"the record at _dmarc.{record.domain} says no p, and is taken for p=none",
            "say which, right after v=DMARC1: receivers that go by RFC 7489 want it there",
        )
    signing = case.config.mail.dkim.domain.lower()
    if signing and dmarc.align(found, signing, "adkim", case.resolver):
        yield Check(
            "DMARC",
            "ok",
            f"{record.domain} asks for p={found.policy}, and {signing} stands for {domain}",
        )
        return
    by_envelope = dmarc.align(found, envelope, "aspf", case.resolver)
    yield Check(
        "DMARC",
        "warn" if by_envelope else "fail",
        f"no signature stands for {domain}"
        + (", the envelope sender alone does" if by_envelope else ""),
        "sign with the sender's domain: [mail.dkim] domain",
    )


def reverse(case: Case) -> Iterator[Check]:
    if not case.addresses:
        # Without their word, mail leaves through a relay: its name is its owner's matter.
        return
    for address in case.addresses:
        names = case.resolver.reverse(address)
        back = [name for name in names if _leads_to(case, name, address)]
        if back:
            yield Check("reverse name", "ok", f"{address} is {back[0]}, and that is {address}")
        else:
            said = f"is {names[0]}, which is another address" if names else "has no name"
            yield Check(
                "reverse name",
                "fail",
                f"{address} {said}",
                "have your provider set its name (PTR), and give that name this address",
            )


def unanswered(name: str, why: str) -> Check:
    """A check that could not be made: the DNS gave no answer, which says nothing of the domain."""
    return Check(name, "warn", f"not known: {why}", "try again")


def _sending(case: Case) -> Iterator[str]:
    """The addresses that mail leaves from, as far as they can be known."""
    if case.addresses:
        yield from case.addresses
        return
    if case.config.mail.transport != "smtp":
        return
    for server in case.servers:
        try:
            found = {str(each[4][0]) for each in getaddrinfo(server.host, server.port)}
        except (gaierror, UnicodeError):
            continue
        yield from sorted(each for each in found if not outside.is_inner(each))


def _leads_to(case: Case, name: str, address: str) -> bool:
    wanted = ip_address(address)
    return any(ip_address(found) == wanted for found in case.resolver.addresses(name))


def _keys(case: Case) -> list[tuple[str, PrivateKey]]:
    """The selectors and keys that mails are signed with. Raises :class:`KeyFileError`."""
    dkim = case.config.mail.dkim
    load_signers(dkim)
    pairs = ((dkim.selector, dkim.key), (dkim.ed25519_selector, dkim.ed25519_key))
    return [(selector, load_key(path)) for selector, path in pairs if path is not None]
