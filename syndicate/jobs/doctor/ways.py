"""The ways in and out: the relay, the one-click address, what stands in mails, what comes back."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from ipaddress import ip_address
from pathlib import Path
from socket import gaierror, getaddrinfo
from time import monotonic
from typing import Final
from urllib.parse import urlsplit

from syndicate import __version__
from syndicate.audience.links import Links
from syndicate.config.mail import Server
from syndicate.jobs import loop, outside
from syndicate.jobs.doctor.case import Case, Check
from syndicate.jobs.transports.greeting import UnusableError, greet, is_path, name_of
from syndicate.jobs.transports.patience import Patience
from syndicate.jobs.transports.wire import LostError
from syndicate.mail.bounces.providers.registry import PROVIDERS
from syndicate.mail.dialogue.offers import Offers
from syndicate.mail.replies import shown
from syndicate.model.delivery import Reply

_SECONDS: Final = 10.0
#: Octets that a mail may come to: HTML as large as the gate lets it, and a text part, in base64.
_LARGEST_MAIL: Final = 200 * 1024
#: Somebody is waiting at a terminal.
_PATIENCE: Final = Patience(connect=10, banner=30, hello=30, tls=15, auth=30, mail=30)


def visit(method: str, url: str) -> tuple[int, str]:
    """Ask one of our own addresses, wherever it leads; no redirect is followed."""
    parts = urlsplit(url)
    place = outside.look_up(parts)
    with outside.connected(parts, place, monotonic() + _SECONDS) as connection:
        headers = {
            "Host": place.name(parts.scheme),
            "User-Agent": f"syndicate/{__version__} (doctor)",
            "Connection": "close",
        }
        connection.request(method, outside.target(parts), headers=headers)
        response = connection.getresponse()
        return response.status, response.read(1000).decode("utf-8", "replace")


def relays(case: Case) -> Iterator[Check]:
    mail = case.config.mail
    servers = case.servers
    if not servers:
        yield Check(
            "relay",
            "warn",
            f"mail is written into {mail.outbox}, and sent to nobody",
            'to send it: [mail] transport = "smtp"',
        )
    for server in servers:
        name = name_of(server)
        try:
            asking = _greeted(server, case.envelope, lmtp=mail.transport == "lmtp")
            offers, answer = loop.run(asking)
        except UnusableError as error:
            way_out = error.way_out or "check host, port, security and account"
            yield Check("relay", "fail", f"{name}: {error}", way_out)
            continue
        if answer.code != 250:
            for_good = answer.code >= 500
            yield Check(
                "relay",
                "fail" if for_good else "warn",
                f"{name} takes no mail from {case.envelope}: {shown(answer)}",
                "give it an account that may write from there, or another sender"
                if for_good
                else "it may be busy, or want to be left alone for now: ask again later",
            )
        elif server.security == "none" and not is_path(server) and not _is_near(server.host):
            yield Check(
                "relay",
                "warn",
                f"{name} takes mail, in the clear",
                'set security = "starttls", or "tls"',
            )
        elif 0 < offers.size < _LARGEST_MAIL:
            yield Check(
                "relay",
                "warn",
                f"{name} takes mails of at most {offers.size:,} octets, "
                f"and an edition's may have {_LARGEST_MAIL:,}",
                "have it take larger ones (Postfix: message_size_limit)",
            )
        else:
            secure = server.security != "none" and not is_path(server)
            yield Check("relay", "ok", f"{name} takes mail{' over TLS' if secure else ''}")


def one_click(case: Case) -> Iterator[Check]:
    site = case.config.site.url
    url = Links(site).unsubscribe("doctor")
    if not site.startswith("https://"):
        yield Check(
            "one-click",
            "fail",
            f"{site} is not https, which RFC 8058 requires",
            "give [site] url an https address",
        )
        return
    try:
        alive, said = case.visit("GET", f"{site}healthz")
        status, _ = case.visit("GET", url)
    except gaierror:
        yield _unnamed(case, site)
        return
    except ssl.SSLError as error:
        yield Check(
            "one-click",
            "fail",
            f"{site}: {outside.said(error)}",
            "give your web server a certificate of that name which is trusted everywhere",
        )
        return
    except (OSError, HTTPException, ValueError) as error:
        yield Check(
            "one-click",
            "fail",
            f"{site}: {outside.said(error)}",
            "run `syndicate serve`, and let your web server pass requests on to it",
        )
        return
    if alive != 200 or said.strip() != "ok":
        yield Check(
            "one-click",
            "fail",
            f"{site} answers, but it is not this program",
            "let your web server pass everything but feeds/ on to `syndicate serve`",
        )
    elif 300 <= status < 400 or status >= 500:
        yield Check(
            "one-click",
            "fail",
            f"{site}unsubscribe/… answers {status}; mailboxes follow no redirect",
            "let the address answer itself",
        )
    else:
        yield Check("one-click", "ok", f"{site}unsubscribe/… answers")


def _unnamed(case: Case, site: str) -> Check:
    """Why the system knows no address of the site's name; an unanswered question stays one."""
    host = urlsplit(site).hostname or ""
    found = case.resolver.addresses(host)
    if found:
        return Check(
            "one-click",
            "warn",
            f"not known: {host} is {found[0]}, and this machine does not find that out",
            "mend how it looks up names, or ask from another machine",
        )
    return Check(
        "one-click",
        "fail",
        f"{site}: {host} has no address",
        "publish an address record (A, AAAA) for it, or mend [site] url",
    )


def postal_address(case: Case) -> Iterator[Check]:
    if case.config.mail.postal_address.strip():
        yield Check("postal address", "ok", "stands at the foot of every mail")
    else:
        yield Check(
            "postal address",
            "fail",
            "none, and many countries' laws want one in every mail",
            "give [mail] postal_address",
        )


def bounces(case: Case) -> Iterator[Check]:
    bounces, hooks = case.config.mail.bounces, case.config.mail.webhooks
    reported = any(provider.is_configured(hooks) for provider in PROVIDERS.values())
    if hooks.postmark.get_secret_value() and not PROVIDERS["postmark"].is_configured(hooks):
        yield Check(
            "bounces",
            "fail",
            "[mail.webhooks] postmark is no user:password, so there is no webhook for it",
            "write the pair that stands in the webhook's address at Postmark",
        )
    elif bounces.maildir is not None and not _is_usable(bounces.maildir):
        yield Check(
            "bounces",
            "fail",
            f"{bounces.maildir} is no maildir that this user may read and move mails in",
            "name a folder with new, cur and tmp in [mail.bounces] maildir, or permit it",
        )
    elif bounces.maildir is not None or bounces.host or reported:
        yield Check("bounces", "ok", "are read")
    else:
        yield Check(
            "bounces",
            "warn",
            "nobody reads what comes back",
            "give [mail.bounces] a mailbox, or hand reports to `syndicate mail bounces`",
        )


def _is_usable(maildir: Path) -> bool:
    """Whether what is new there can be read, and moved to where what was read lies."""
    cur = maildir / "cur"
    places = (maildir / "new", cur if cur.exists() else maildir)
    return all(os.access(place, os.R_OK | os.W_OK | os.X_OK) for place in places)


async def _greeted(server: Server, sender: str, *, lmtp: bool) -> tuple[Offers, Reply]:
    """Connect as for mailing, name the sender, and leave again; what is offered and answered."""
    greeted = await greet(server, lmtp=lmtp, patience=_PATIENCE)
    wire = greeted.wire
    try:
        answer = await wire.ask(f"MAIL FROM:<{sender}>", _PATIENCE.mail)
        with suppress(LostError):
            await wire.ask("QUIT", _PATIENCE.quit)
    except LostError as error:
        raise UnusableError("mail", str(error)) from error
    finally:
        wire.drop("that was all")
        await wire.close()
    return greeted.offers, answer.reply


def _is_near(host: str) -> bool:
    try:
        return all(ip_address(str(each[4][0])).is_loopback for each in getaddrinfo(host, None))
    except (gaierror, UnicodeError):
        return False
