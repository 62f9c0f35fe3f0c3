"""The newsroom's tables: articles, sections, views, feeds, editions, jobs."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from syndicate.store.schema.base import Instant, metadata

# What the site is, once and for all: the authority and date of its tag: URIs,
# the revision of the whole store.
facts = Table(
    "facts",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("kind", String(32), nullable=False),
    # What the pages were read with: address, zone, language, reader's version.
    # Another recipe makes every page worth another look.
    Column("recipe", String(64), nullable=False, server_default=""),
)

sections = Table(
    "sections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_id", ForeignKey("sources.id"), nullable=False),
    Column("key", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("parent_id", ForeignKey("sections.id")),
    Column("slug", String(128), unique=True),
    # Moves whenever something its feeds show has changed, in it or below it.
    Column("revision", Integer, nullable=False, server_default="0"),
    # When an article was last withdrawn from it or came back: the moment at which
    # its feeds moved, if they showed it.
    Column("removal", Instant),
    UniqueConstraint("source_id", "key"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_id", ForeignKey("sources.id"), nullable=False),
    Column("key", String(64), nullable=False),
    Column("section_id", ForeignKey("sections.id"), nullable=False),
    Column("published", Instant, nullable=False),
    Column("updated", Instant, nullable=False),
    Column("arrived", Instant, nullable=False),
    # The moment of the reading that its content is from.
    Column("read", Instant, nullable=False),
    # The store's revision when it last changed, was hidden or removed.
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("content_hash", String(40), nullable=False),
    Column("hidden", Boolean, nullable=False, server_default=false()),
    # When it was last hidden; of one that may be seen, when it came back.
    Column("hidden_at", Instant),
    Column("removed", Instant),
    Column("address", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("subtitle", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("people", JSON, nullable=False),
    Column("attribution_name", Text),
    Column("attribution_url", Text),
    Column("summary", Text, nullable=False),
    Column("language", String(35), nullable=False),
    Column("words", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("images", JSON, nullable=False),
    Column("attachments", JSON, nullable=False),
    Column("tags", JSON, nullable=False),
    Column("older", String(64), nullable=False),
    Column("newer", String(64), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("source_id", "key"),
    Index("ix_articles_section_id_published_id", "section_id", "published", "id"),
    Index("ix_articles_published_id", "published", "id"),
    Index("ix_articles_revision", "revision"),
)

# What articles have in common besides a section: a source, an author, a tag, a
# language. Each has its feeds.
lists = Table(
    "lists",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("key", String(255), nullable=False),
    Column("slug", String(128)),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("removal", Instant),
    UniqueConstraint("kind", "key"),
    UniqueConstraint("kind", "slug"),
)

article_lists = Table(
    "article_lists",
    metadata,
    Column("list_id", ForeignKey("lists.id"), primary_key=True),
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("published", Instant, nullable=False),
    Index("ix_article_lists_list_id_published_article_id", "list_id", "published", "article_id"),
    Index("ix_article_lists_article_id", "article_id"),
)

# The order in which articles arrived in a section or below it: never recomputed.
archive_entries = Table(
    "archive_entries",
    metadata,
    Column("section_id", ForeignKey("sections.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Index("ix_archive_entries_article_id_section_id", "article_id", "section_id"),
)

# The archive documents (RFC 5005) that have been written.
archives = Table(
    "archives",
    metadata,
    Column("section_id", ForeignKey("sections.id"), primary_key=True),
    Column("format", String(16), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("length", Integer, nullable=False),
    Column("changed", Instant, nullable=False),
    # A digest of what it shows, and when that last changed: its "updated". Not
    # known of documents that were written before these columns were there.
    Column("shown", String(64)),
    Column("updated", Instant),
)

# The current total of every article ever mentioned, read or not.
view_totals = Table(
    "view_totals",
    metadata,
    Column("source_id", ForeignKey("sources.id"), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("total", Integer, nullable=False),
    Column("taken", Instant, nullable=False),
    Column("confirmed", Instant, nullable=False),
)

# Where totals moved. `confirmed` is the last reading that still said the same.
view_snapshots = Table(
    "view_snapshots",
    metadata,
    Column("source_id", ForeignKey("sources.id"), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("taken", Instant, primary_key=True),
    Column("total", Integer, nullable=False),
    Column("confirmed", Instant, nullable=False),
    Index("ix_view_snapshots_source_id_taken", "source_id", "taken"),
)

# The files of a folder source as last read, so that unchanged ones are not read again.
files = Table(
    "files",
    metadata,
    Column("source_id", ForeignKey("sources.id"), primary_key=True),
    Column("path", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("key", String(64), nullable=False),
    # In a folder named by a moment: never confirmed by a later reading.
    Column("dated", Boolean, nullable=False),
    Index("ix_files_source_id_key", "source_id", "key"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_id", ForeignKey("sources.id"), nullable=False),
    Column("moment", Instant, nullable=False),
    UniqueConstraint("source_id", "moment"),
)

# What has been published: one row per document in the output folder.
documents = Table(
    "documents",
    metadata,
    Column("path", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("recipe", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("length", Integer, nullable=False),
    Column("items", Integer, nullable=False),
    # When the bytes last changed: HTTP's Last-Modified.
    Column("changed", Instant, nullable=False),
)

# What each feed last showed, and since when: its "updated".
feed_states = Table(
    "feed_states",
    metadata,
    Column("folder", String(255), primary_key=True),
    # A digest; null where it is only known that the feed is not older than this.
    Column("shown", String(64)),
    Column("updated", Instant, nullable=False),
)

# Which hubs have yet to be told of which feeds: one row for each hub and topic.
pings = Table(
    "pings",
    metadata,
    Column("hub", Text, primary_key=True),
    Column("topic", Text, primary_key=True),
    Column("state", String(8), nullable=False),
    # How many changes were noted: tells whether one came while a ping was under way.
    Column("changes", Integer, nullable=False),
    Column("changed", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due", Instant),
    Column("tried", Instant),
    Column("code", Integer),
    Column("reason", Text, nullable=False),
    Column("settled", Instant),
)

# How many subscribers feed readers report: a row for each feed, reader and day (UTC).
feed_readers = Table(
    "feed_readers",
    metadata,
    Column("path", Text, primary_key=True),
    Column("reader", String(64), primary_key=True),
    # What the reader calls the feed; empty where it does not say.
    Column("feed_id", String(64), primary_key=True),
    Column("day", String(10), primary_key=True),
    # The last number of the day, and the largest.
    Column("subscribers", Integer, nullable=False),
    Column("most", Integer, nullable=False),
    Column("seen", Instant, nullable=False),
    Index("ix_feed_readers_day", "day"),
)

# Local pictures and files as published, by the source's path.
media = Table(
    "media",
    metadata,
    Column("source_id", ForeignKey("sources.id"), primary_key=True),
    Column("path", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("length", Integer, nullable=False),
)

# What other hosts have said of pictures and files, or why they have said nothing.
remote_media = Table(
    "remote_media",
    metadata,
    Column("url", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("length", BigInteger),
    Column("width", Integer),
    Column("height", Integer),
    Column("asked", Instant, nullable=False),
    Column("outcome", Text, nullable=False),
)

editions = Table(
    "editions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("newsletter", String(64), nullable=False),
    Column("cadence", String(16), nullable=False),
    Column("label", String(16), nullable=False),
    Column("starts", Instant, nullable=False),
    Column("ends", Instant, nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("made", Instant, nullable=False),
    Column("subject", Text, nullable=False, server_default=""),
    Column("introduction", Text, nullable=False, server_default=""),
    Column("lead", Integer),
    Column("left_out", JSON, nullable=False),
    # When an editor, or a change of its articles, last changed what it shows.
    Column("changed", Instant),
    UniqueConstraint("newsletter", "cadence", "label"),
)

# The frozen pool of an edition, from which each variant takes its top.
edition_articles = Table(
    "edition_articles",
    metadata,
    Column("edition_id", ForeignKey("editions.id"), primary_key=True),
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("gained", Integer),
    Column("total", Integer),
    Column("since", Instant),
    Index("ix_edition_articles_article_id", "article_id"),
)

# One process at a time for each kind of job.
leases = Table(
    "leases",
    metadata,
    Column("kind", String(64), primary_key=True),
    Column("holder", String(64), nullable=False),
    Column("host", Text, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("born", Text, nullable=False),
    Column("taken", Instant, nullable=False),
    Column("expires", Instant, nullable=False),
)

# What jobs have run, so that what is due can be told from tables alone.
runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("job", String(128), nullable=False),
    Column("started", Instant, nullable=False),
    Column("finished", Instant),
    Column("outcome", String(16), nullable=False),
    Column("summary", JSON, nullable=False),
    Index("ix_runs_job_started", "job", "started"),
)
