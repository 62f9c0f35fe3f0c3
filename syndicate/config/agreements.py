"""What the tables of mail must agree on: settings that are fine alone and wrong together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from typing import Any

from syndicate.config.mail import Mail, Relay, Server

#: (path to the key, what stands there, ``cause; way out``).
Disagreement = tuple[tuple[str | int, ...], Any, str]


def _servers_have_hosts(mail: Mail) -> Iterator[Disagreement]:
    if mail.transport in ("smtp", "lmtp") and not mail.smtp.host:
        cause = f'missing, and transport = "{mail.transport}" needs it; name the mail server'
        yield ("mail", "smtp", "host"), None, cause
    for place, relay in enumerate(mail.relays):
        if not relay.host:
            yield ("mail", "relays", place, "host"), None, "missing; name the mail server"


def _accounts_are_whole(mail: Mail) -> Iterator[Disagreement]:
    """An account is proved by a password or by a token, and has a name either way."""
    for table, server in _servers(mail):
        if server.token_command and not server.user:
            yield (*table, "user"), None, "missing, and a token is somebody's; name the account"
        if server.token_command and server.password.get_secret_value():
            cause = "a password stands there too; leave out one of the two"
            yield (*table, "token_command"), list(server.token_command), cause


def _servers(mail: Mail) -> Iterator[tuple[tuple[str | int, ...], Server]]:
    yield ("mail", "smtp"), mail.smtp
    for place, relay in enumerate(mail.relays):
        yield ("mail", "relays", place), relay


def doubts(mail: Mail) -> Iterator[str]:
    """What can be right and mostly is not: a line each, with the way out.

    A name says nothing for sure of where its machine is, so an account in the
    clear is doubtful here, and refused only when the connection stands.
    """
    if mail.transport not in ("smtp", "lmtp"):
        return
    for _, server in _servers(mail):
        if server.security == "none" and server.user and not _is_here(server.host):
            name = server.name if isinstance(server, Relay) else ""
            table = f'[[mail.relays]] "{name}"' if name else "[mail.smtp]"
            yield (
                f'{table} security: "none", and {server.host} has an account: unless that is this '
                'machine, delivery refuses to log in in the clear; set security = "starttls"'
            )
    if not mail.postal_address.strip():
        yield (
            "[mail] postal_address: missing, and most countries' law wants one in every mail, so "
            "each edition would be held; write the publisher's"
        )


def _is_here(host: str) -> bool:
    """Whether a host is this machine by its very name: a socket's path, a loopback address."""
    name = host.strip("[]").rstrip(".").lower()
    if name.startswith("/") or name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _signatures_are_whole(mail: Mail) -> Iterator[Disagreement]:
    dkim = mail.dkim
    first = {"domain": dkim.domain, "selector": dkim.selector, "key": dkim.key}
    second = {"ed25519_selector": dkim.ed25519_selector, "ed25519_key": dkim.ed25519_key}
    if any(second.values()):
        # A second signature is never alone: the big mailboxes don't verify it.
        yield from _lacking({**first, **second}, "domain, selector and key, and both of ed25519")
    elif any(first.values()):
        yield from _lacking(first, "domain, selector and key")


def _lacking(settings: dict[str, Any], wanted: str) -> Iterator[Disagreement]:
    for key, value in settings.items():
        if not value:
            yield (
                ("mail", "dkim", key),
                None,
                f"missing, and a signature needs {wanted}; write all of them, or none",
            )


def _signing_domain_is_the_senders(mail: Mail) -> Iterator[Disagreement]:
    """DMARC counts a signature only if its domain belongs to the sender's (RFC 9989)."""
    sender = _domain(mail.sender_address.rpartition("@")[2])
    signing = _domain(mail.dkim.domain)
    if sender and signing and sender != signing and not sender.endswith(f".{signing}"):
        cause = "not the sender's domain, nor one above it"
        yield ("mail", "dkim", "domain"), mail.dkim.domain, f'{cause}; write "{sender}"'


def _domain(name: str) -> str:
    """A domain as it is compared: in small letters, without a dot at its end, in ASCII."""
    plain = name.strip().rstrip(".").lower()
    try:
        return plain.encode("idna").decode("ascii")
    except UnicodeError:
        return plain


def _feedback_id_is_short(mail: Mail) -> Iterator[Disagreement]:
    if mail.feedback_id and not re.fullmatch(r"[A-Za-z0-9._-]{5,15}", mail.feedback_id):
        cause = "not 5 to 15 letters, digits, dots or hyphens"
        yield ("mail", "feedback_id"), mail.feedback_id, f"{cause}; write a short name of the site"


MAIL_AGREEMENTS: tuple[Callable[[Mail], Iterator[Disagreement]], ...] = (
    _servers_have_hosts,
    _accounts_are_whole,
    _signatures_are_whole,
    _signing_domain_is_the_senders,
    _feedback_id_is_short,
)
