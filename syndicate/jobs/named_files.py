"""The files that a configuration names or finds beside it: can what needs them use them?

The configuration is right without them, and most verbs never open one, so they
are not asked for when it is read. But a mail whose key is missing never leaves.
What reads them is imported where there is something to read.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from syndicate import resources
from syndicate.audience import disposable
from syndicate.config.mail import Server
from syndicate.config.model import Config
from syndicate.jobs import outside
from syndicate.jobs.secret_files import check_secrets
from syndicate.model.errors import ConfigurationError, SyndicateError, TemplateError

#: A site's folder of templates may hold other files too.
_TEMPLATES: Final = (".html", ".txt", ".css", ".js")


def faults(config: Config) -> list[SyndicateError]:
    """What is wrong with the files, one fault each; opens no store, and makes nothing."""
    seen: list[SyndicateError] = []

    @contextmanager
    def noting() -> Iterator[None]:
        try:
            yield
        except SyndicateError as error:
            seen.append(error)

    if config.mail.dkim.key is not None:
        from syndicate.mail.dkim import load_signers

        with noting():
            load_signers(config.mail.dkim)
    for setting, path in _authorities(config):
        with noting():
            _believe(setting, path)
    seen += check_secrets(config.subscribers)
    with noting():
        disposable.refused(config.subscribers)
    own = [
        each.name
        for each in resources.templates(config.root)
        if each.origin == "site" and each.name.endswith(_TEMPLATES)
    ]
    if own:
        from syndicate.templating import environment, found

        made = environment(resources.template_loader(config.root))
        for name in own:
            with noting(), _readable(name):
                found(made, name)
    return seen


def _authorities(config: Config) -> Iterator[tuple[str, Path]]:
    """The certificates that a connection would read."""
    mail = config.mail
    if mail.transport in ("smtp", "lmtp"):
        servers: list[tuple[str, Server]] = [("[mail.smtp]", mail.smtp)]
        servers += [(f'[[mail.relays]] "{each.name}"', each) for each in mail.relays]
        for table, server in servers:
            if server.authority is not None and server.security != "none":
                yield f"{table} authority", server.authority
    if mail.bounces.host and mail.bounces.authority is not None:
        yield "[mail.bounces] authority", mail.bounces.authority


def _believe(setting: str, path: Path) -> None:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(path)
    except (OSError, ssl.SSLError) as error:
        cause = "no certificate in PEM" if isinstance(error, ssl.SSLError) else outside.said(error)
        raise ConfigurationError(
            f"{setting} {path}",
            cause,
            "name a PEM file with the certificates to trust, which the user that runs "
            "syndicate can read",
        ) from error


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except (OSError, UnicodeDecodeError) as error:
        cause = "not a text in UTF-8" if isinstance(error, ValueError) else outside.said(error)
        raise TemplateError(
            f"template {name}", cause, "let the user that runs syndicate read it, as UTF-8"
        ) from error
