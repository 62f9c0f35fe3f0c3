"""The ledger's tables: which edition goes to whom, how far that is, and what servers said."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from syndicate.store.schema.base import BigKey, Instant, metadata

# The delivery of one edition as a whole.
mailings = Table(
    "mailings",
    metadata,
    Column("edition_id", ForeignKey("editions.id"), primary_key=True),
    Column("state", String(16), nullable=False),
    # Why it stands where it stands: what a gate found, who paused it.
    Column("reason", Text, nullable=False, server_default=""),
    Column("approved", Instant),
    # Gates that an operator has let it pass all the same.
    Column("waived", JSON, nullable=False),
    # Recipients are frozen from here on.
    Column("frozen", Instant),
    Column("started", Instant),
    Column("finished", Instant),
    Column("candidates", Integer, nullable=False, server_default="0"),
    Column("recipients", Integer, nullable=False, server_default="0"),
    # Moves with every batch that is claimed or settled; kept outside the store too.
    Column("epoch", Integer, nullable=False, server_default="0"),
)

# One rendering of an edition: a language and a list of articles.
variants = Table(
    "variants",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("edition_id", ForeignKey("editions.id"), nullable=False),
    Column("language", String(35), nullable=False),
    # What it shows: [[article id, place], …] as digests/ writes and reads it.
    Column("list", JSON, nullable=False),
    Column("digest", String(64), nullable=False),
    UniqueConstraint("edition_id", "digest"),
)

# One edition to one subscriber. The ledger is the queue.
deliveries = Table(
    "deliveries",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("edition_id", ForeignKey("editions.id"), nullable=False),
    # No foreign key: the row outlives an erasure.
    Column("subscriber_id", Integer, nullable=False),
    Column("variant_id", ForeignKey("variants.id")),
    Column("domain", String(255), nullable=False),
    Column("state", String(10), nullable=False),
    # Why it was left out, failed, or waits.
    Column("reason", Text, nullable=False, server_default=""),
    # Not before this moment: a local hour, or the next attempt.
    Column("due", Instant, nullable=False),
    # Not after this moment either, unless it was tried before.
    Column("expires", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("first", Instant),
    Column("tried", Instant),
    Column("settled", Instant),
    Column("code", Integer),
    Column("enhanced", String(16), nullable=False, server_default=""),
    Column("reply", Text, nullable=False, server_default=""),
    Column("relay", Text, nullable=False, server_default=""),
    Column("message_id", String(255), nullable=False),
    # The process that has it in hand, as long as that lives: claimed is not sending.
    Column("claimant", String(64)),
    UniqueConstraint("edition_id", "subscriber_id"),
    Index("ix_deliveries_edition_id_state_due_id", "edition_id", "state", "due", "id"),
    Index("ix_deliveries_subscriber_id", "subscriber_id"),
    # Few rows are in anybody's hands at a time.
    Index(
        "ix_deliveries_claimant",
        "claimant",
        sqlite_where=text("claimant IS NOT NULL"),
        postgresql_where=text("claimant IS NOT NULL"),
    ),
)

# What is known of a receiving domain: how fast it takes mail, and whether it wants a rest.
domains = Table(
    "domains",
    metadata,
    Column("domain", String(255), primary_key=True),
    # Nothing goes there before this moment.
    Column("until", Instant),
    Column("reason", Text, nullable=False, server_default=""),
    # Held by our own fault (policy, authentication): until somebody releases it.
    Column("held", Instant),
    # Seconds between two mails, and connections at once; grow and shrink with replies.
    Column("pause", Float, nullable=False, server_default="0"),
    Column("connections", Integer, nullable=False, server_default="0"),
    # Warming up: the last day (UTC) with mail and how many were accepted on it; the days before.
    Column("day", String(10), nullable=False, server_default=""),
    Column("accepted", Integer, nullable=False, server_default="0"),
    Column("days", Integer, nullable=False, server_default="0"),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("changed", Instant, nullable=False),
)

# What came back: bounces and complaints, each once.
bounces = Table(
    "bounces",
    metadata,
    Column("id", BigKey, primary_key=True),
    # The report's own fingerprint: the same one read twice counts once.
    Column("report", String(64), nullable=False, unique=True),
    Column("subscriber_id", Integer),
    Column("delivery_id", BigKey),
    Column("at", Instant, nullable=False),
    # hard, soft, complaint, ours (the sender's own fault), other.
    Column("kind", String(16), nullable=False),
    Column("status", String(16), nullable=False, server_default=""),
    Column("detail", Text, nullable=False, server_default=""),
    # verp, dsn, flufl, arf, or a provider's webhook.
    Column("found_by", String(32), nullable=False),
    Index("ix_bounces_subscriber_id_at", "subscriber_id", "at"),
    # Whether a mail bounced, and how many readers of late met the same.
    Index("ix_bounces_delivery_id", "delivery_id"),
    Index("ix_bounces_kind_at", "kind", "at"),
)
