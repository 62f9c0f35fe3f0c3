"""How editions leave and what comes back: the table [mail] and those below it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr

from syndicate.config.tables import Table
from syndicate.config.values import (
    Domain,
    Duration,
    FolderPath,
    Hello,
    Line,
    Mailbox,
    OptionalPath,
    Selector,
    Slug,
    Text,
    Whole,
    split_address,
    wire_address,
)

Security = Literal["starttls", "tls", "none"]


class Server(Table):
    """A mail server that takes our mail."""

    host: Text = Field("", description="Its name, or for LMTP the path of its socket.")
    port: Whole = Field(587, ge=1, le=65535, description="Its port.")
    security: Security = Field(
        "starttls",
        description="starttls: begin in the clear and change to TLS; tls: from the first byte; "
        "none: never. A certificate that does not fit is refused.",
    )
    authority: OptionalPath = Field(
        None, description="Certificates to trust besides the system's, as a PEM file."
    )
    user: Text = Field("", description="The account at the server.")
    password: SecretStr = Field(
        SecretStr(""), description="The account's password, better given as password_file."
    )
    token_command: tuple[Line, ...] = Field(
        (),
        description="A program and its arguments, which prints an access token: for servers that "
        "take no password (OAUTHBEARER, XOAUTH2). Run for each connection.",
    )
    connections: Whole = Field(4, ge=1, le=100, description="Connections at once, for a process.")
    hello: Hello = Field(
        "", description="How we call ourselves (EHLO); this machine's name if not given."
    )


class Smtp(Server):
    """The mail server, for the transports smtp and lmtp."""


class Relay(Server):
    """Another mail server, asked where those before it can't be reached."""

    name: Slug = Field(description="A short name.")


class Dkim(Table):
    """The signature of every mail (RFC 6376)."""

    domain: Domain = Field("", description="The signing domain, the sender's or one above it.")
    selector: Selector = Field("", description="The name of the key in the domain's DNS.")
    key: OptionalPath = Field(
        None, description="The RSA key, a PEM file; `syndicate mail dkim-key` makes one."
    )
    ed25519_selector: Selector = Field(
        "", description="The name of a second key, Ed25519 (RFC 8463)."
    )
    ed25519_key: OptionalPath = Field(None, description="The second key, a PEM file.")


class Bounces(Table):
    """Where bounces and complaints arrive."""

    address: Mailbox = Field(
        "",
        description="The envelope sender. Each mail has its own, with a token after a plus sign: "
        "the mailbox must take those too. The sender's address if not given.",
    )
    maildir: OptionalPath = Field(None, description="A maildir to read them from.")
    host: Text = Field("", description="An IMAP server to read them from.")
    port: Whole = Field(993, ge=1, le=65535, description="Its port; TLS from the first byte.")
    authority: OptionalPath = Field(
        None, description="Certificates to trust besides the system's, as a PEM file."
    )
    user: Text = Field("", description="The account there.")
    password: SecretStr = Field(SecretStr(""), description="Its password.")
    folder: Line = Field("INBOX", description="The folder there.")
    every: Duration = Field(
        timedelta(minutes=5), description="How long serve waits between two looks."
    )
    soft_limit: Whole = Field(
        5, ge=1, le=100, description="Days with soft bounces before an address is given up."
    )


class Webhooks(Table):
    """Secrets of providers that report to /webhooks/NAME; without one, none is taken."""

    ses: tuple[Line, ...] = Field((), description="Amazon SES: the ARNs of the SNS topics.")
    postmark: SecretStr = Field(
        SecretStr(""), description="Postmark: user:password, as in the webhook's address."
    )
    mailgun: SecretStr = Field(SecretStr(""), description="Mailgun: the webhook signing key.")
    sendgrid: SecretStr = Field(
        SecretStr(""), description="SendGrid: the verification key of signed event webhooks."
    )


class Mail(Table):
    """How editions leave."""

    sender: Mailbox = Field("", description="The From of every mail: Name <name@domain>.")
    reply_to: Mailbox = Field("", description="Where replies go; to the sender if not given.")
    transport: Literal["file", "maildir", "smtp", "lmtp"] = Field(
        "file",
        description="How mail leaves. file: written into outbox, sent to nobody; maildir: the "
        "same as a maildir; smtp, lmtp: through the server of [mail.smtp].",
    )
    outbox: FolderPath = Field(
        Path("outbox"), validate_default=True, description="The folder for mail that stays here."
    )
    postal_address: Text = Field(
        "", description="The publisher's postal address, shown at the foot of every mail."
    )
    in_doubt: Literal["resend", "hold"] = Field(
        "resend",
        description="What becomes of mails that were on the wire when a process or a connection "
        "died. resend: once more, with the same Message-ID; hold: until `mail reconcile`.",
    )
    retry_for: Duration = Field(
        timedelta(hours=48), description="How long a server that says later is asked again."
    )
    per_domain: Whole = Field(
        4, ge=1, le=100, description="Connections at once for mail to one receiving domain."
    )
    rate: Whole = Field(
        0, ge=0, le=1_000_000, description="Mails a minute to one receiving domain; 0 is no limit."
    )
    warm_up: Whole = Field(
        0,
        ge=0,
        le=1_000_000,
        description="Mails to one receiving domain on the first day, half as many again on each "
        "further day with mail; 0 for a sender that is known already.",
    )
    feedback_id: Text = Field(
        "", description="The last part of Feedback-ID, 5 to 15 letters; none leaves the header out."
    )
    smtp: Smtp = Field(default_factory=Smtp)
    relays: tuple[Relay, ...] = ()
    dkim: Dkim = Field(default_factory=Dkim)
    bounces: Bounces = Field(default_factory=Bounces)
    webhooks: Webhooks = Field(default_factory=Webhooks)

    @property
    def sender_name(self) -> str:
        return split_address(self.sender)[0]

    @property
    def sender_address(self) -> str:
        """As servers know it."""
        address = split_address(self.sender)[1]
        return wire_address(address) if address else ""
