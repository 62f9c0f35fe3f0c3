"""Every table, once. Migrations bring a database to this shape; a test compares the two.

Times are instants in UTC (:class:`Instant`), whatever the database.
"""

from __future__ import annotations

from syndicate.store.schema.audience import (
    attempts,
    choices,
    events,
    imports,
    letters,
    subscribers,
    subscriptions,
    suppressions,
)
from syndicate.store.schema.base import (
    BigKey,
    Instant,
    Ordered,
    metadata,
)
from syndicate.store.schema.ledger import (
    bounces,
    deliveries,
    domains,
    mailings,
    variants,
)
from syndicate.store.schema.newsroom import (
    archive_entries,
    archives,
    article_lists,
    articles,
    documents,
    edition_articles,
    editions,
    facts,
    feed_readers,
    files,
    leases,
    lists,
    media,
    pings,
    readings,
    remote_media,
    runs,
    sections,
    sources,
    view_snapshots,
    view_totals,
)

__all__ = [
    "BigKey",
    "Instant",
    "Ordered",
    "archive_entries",
    "archives",
    "article_lists",
    "articles",
    "attempts",
    "bounces",
    "choices",
    "deliveries",
    "documents",
    "domains",
    "edition_articles",
    "editions",
    "events",
    "facts",
    "feed_readers",
    "files",
    "imports",
    "leases",
    "letters",
    "lists",
    "mailings",
    "media",
    "metadata",
    "pings",
    "readings",
    "remote_media",
    "runs",
    "sections",
    "sources",
    "subscribers",
    "subscriptions",
    "suppressions",
    "variants",
    "view_snapshots",
    "view_totals",
]
