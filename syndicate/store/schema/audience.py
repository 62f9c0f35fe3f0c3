"""The audience's tables: who gets what, who must not, and what happened to whom.

An address stands in ``subscribers`` alone. Everything that outlives an erasure
holds a number, or a keyed hash of the address.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from syndicate.store.schema.base import BigKey, Instant, Ordered, metadata

subscribers = Table(
    "subscribers",
    metadata,
    Column("id", Integer, primary_key=True),
    # Random, and all that tokens say of a person.
    Column("key", String(32), nullable=False, unique=True),
    # As it was given, and as one address is told from another.
    Column("address", Text, nullable=False),
    Column("canonical", Ordered, nullable=False, unique=True),
    Column("domain", Ordered, nullable=False),
    # The keyed hash by which suppressions know the address.
    Column("fingerprint", String(64), nullable=False, unique=True),
    Column("name", Text, nullable=False, server_default=""),
    # The name as a search compares it.
    Column("sought", Ordered, nullable=False, server_default=""),
    Column("language", String(35), nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("created", Instant, nullable=False),
    # When somebody who reads its mail first said so.
    Column("confirmed", Instant),
    Index("ix_subscribers_created_id", "created", "id"),
    Index("ix_subscribers_domain_id", "domain", "id"),
    Index("ix_subscribers_sought_id", "sought", "id"),
    # A number that was a person's is never another person's.
    sqlite_autoincrement=True,
)

# Each set of sections that somebody chose, once: variants follow from these.
choices = Table(
    "choices",
    metadata,
    Column("id", Integer, primary_key=True),
    # "source/key" of each section, sorted, one a line.
    Column("sections", Text, nullable=False, unique=True),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("subscriber_id", ForeignKey("subscribers.id", ondelete="CASCADE"), nullable=False),
    Column("newsletter", String(64), nullable=False),
    Column("cadence", String(16), nullable=False),
    # None stands for all sections.
    Column("choice_id", ForeignKey("choices.id")),
    Column("language", String(35), nullable=False),
    # The local hour that editions come at; None for as soon as they are out.
    Column("hour", Integer),
    Column("state", String(8), nullable=False),
    Column("created", Instant, nullable=False),
    Column("confirmed", Instant),
    Column("ended", Instant),
    Column("reason", Text, nullable=False, server_default=""),
    # The record of consent: how, from which form, and the hashed address of the client.
    Column("consent", String(32), nullable=False),
    Column("form", Text, nullable=False, server_default=""),
    Column("client", String(64), nullable=False, server_default=""),
    UniqueConstraint("subscriber_id", "newsletter"),
    Index(
        "ix_subscriptions_newsletter_cadence_state_subscriber_id",
        "newsletter",
        "cadence",
        "state",
        "subscriber_id",
    ),
)

# Addresses that must not be mailed, by keyed hash: nothing else is known of them.
# An empty newsletter means all of them.
suppressions = Table(
    "suppressions",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("newsletter", String(64), primary_key=True),
    Column("reason", String(32), nullable=False),
    Column("since", Instant, nullable=False),
    Column("detail", Text, nullable=False, server_default=""),
)

# What happened to whom. Rows are only ever added; none holds an address.
events = Table(
    "events",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("subscriber_id", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("newsletter", String(64), nullable=False, server_default=""),
    # Who did it: the subscriber, an operator, the program, a mail server.
    Column("actor", String(32), nullable=False),
    Column("details", JSON, nullable=False),
    Index("ix_events_subscriber_id_at", "subscriber_id", "at"),
)

# How often something was done by, or to, somebody within a span of time.
attempts = Table(
    "attempts",
    metadata,
    Column("scope", String(32), primary_key=True),
    Column("key", String(255), primary_key=True),
    Column("span", Instant, primary_key=True),
    Column("number", Integer, nullable=False),
    Index("ix_attempts_span", "span"),
)

# Mails to one person about their own subscription, until they are sent.
letters = Table(
    "letters",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("subscriber_id", Integer, nullable=False),
    Column("language", String(35), nullable=False),
    Column("details", JSON, nullable=False),
    Column("message_id", String(255), nullable=False),
    Column("state", String(16), nullable=False),
    Column("created", Instant, nullable=False),
    Column("expires", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("code", Integer),
    Column("reply", Text, nullable=False, server_default=""),
    Column("settled", Instant),
    Index("ix_letters_state_due", "state", "due"),
    Index("ix_letters_subscriber_id", "subscriber_id"),
)

# How far a long import has come, so that one that was stopped goes on there.
imports = Table(
    "imports",
    metadata,
    # The file's own hash, and what it was imported for.
    Column("key", String(64), primary_key=True),
    Column("started", Instant, nullable=False),
    Column("line", Integer, nullable=False),
    Column("summary", JSON, nullable=False),
    Column("finished", Instant),
)
