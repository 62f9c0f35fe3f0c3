"""Each table of the configuration: its keys, their types, limits, defaults and meaning.

The descriptions are the reference's text (a test holds the reference to
them). Nothing here reads a file or the environment: see ``load.py``.
Paths are absolute once validated; relative ones start at the folder that the
validation context names as ``root``.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
    model_validator,
)

from syndicate.config.schedule import Schedule, parse_schedule
from syndicate.config.values import (
    Duration,
    FolderPath,
    Hub,
    Language,
    Line,
    Logo,
    Moment,
    Network,
    OptionalSlug,
    Owner,
    SiteUrl,
    Slug,
    StoreUrl,
    Switch,
    Text,
    Timetable,
    Whole,
    Zone,
    split_address,
)
from syndicate.model.edition import Cadence

FeedFormat = Literal["rss", "atom", "json"]
FeedContent = Literal["full", "summary"]
ListKind = Literal["source", "author", "tag", "language"]


class Table(BaseModel):
    """What all tables share: frozen, and no key that is not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Site(Table):
    """The newsroom itself."""

    title: Line = Field(description="The newsroom's name, as readers see it.")
    url: SiteUrl = Field(description="The public address. The feeds live under it, in feeds/.")
    language: Language = Field("en", description="The main language of the articles.")
    timezone: Zone = Field("UTC", description="The zone that times are shown and scheduled in.")
    description: Text = Field("", description="One sentence on what the newsroom publishes.")
    owner: Owner = Field("", description="Who publishes: a name, an address, or both.")
    logo: Logo = Field(
        "", description="A PNG, JPEG or GIF for feeds and digests: a file or a web address."
    )
    clock: Moment = Field(
        None,
        description="A fixed moment in place of the current time, for samples. Only what is shown "
        "follows it: which period a digest covers, never leases, tokens or a mail's date. "
        "A moment without an offset is in the site's zone.",
    )

    @field_validator("clock")
    @classmethod
    def _place_clock(cls, clock: datetime | None, info: ValidationInfo) -> datetime | None:
        if clock is None or clock.tzinfo is not None:
            return clock and clock.astimezone(UTC)
        return clock.replace(tzinfo=ZoneInfo(info.data.get("timezone", "UTC"))).astimezone(UTC)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def owner_name(self) -> str:
        return split_address(self.owner)[0]

    @property
    def owner_address(self) -> str:
        return split_address(self.owner)[1]


class Store(Table):
    """Where articles, editions and everything recorded about them are kept."""

    url: StoreUrl = Field(
        "sqlite:///data/syndicate.db",
        validate_default=True,
        description="A SQLite file, sqlite:///path, or a PostgreSQL database, "
        "postgresql://user@host/database.",
    )


class Source(Table):
    """A place that articles are read from."""

    name: Slug = Field(description="A short name, part of every article's permanent id.")
    kind: Literal["cms-pages"] = Field(
        "cms-pages", description="How the source is read. cms-pages: a folder of article pages."
    )
    path: FolderPath = Field(description="The folder to read, with everything below it.")
    url: SiteUrl = Field(description="The root of the site the articles' addresses belong to.")
    timezone: Zone = Field(
        "UTC",
        description="The zone of the times in its pages.",
        json_schema_extra={"inherits": "site.timezone"},
    )
    language: Language = Field(
        "en",
        description="The language of articles that don't show theirs.",
        json_schema_extra={"inherits": "site.language"},
    )
    missing: Literal["keep", "remove"] = Field(
        "keep", description="What becomes of an article whose page has gone from the source."
    )
    every: Duration = Field(
        timedelta(minutes=15),
        description="How long serve waits between two readings of this source.",
        json_schema_extra={"inherits": "schedule.ingest"},
    )
    stale: Duration = Field(
        timedelta(days=2),
        description="How long without a new article before status calls the source stale.",
        json_schema_extra={"inherits": "schedule.stale"},
    )

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


class SectionOverride(Table):
    """A correction to a section as its source describes it."""

    key: Line = Field(description='The section\'s id in its source, such as "101001".')
    source: OptionalSlug = Field(
        "", description="The source it belongs to; needed only where two sources share an id."
    )
    name: Text = Field("", description="The name to show instead of the source's.")
    slug: OptionalSlug = Field(
        "", description="Its name in addresses. Fixed once feeds have been published."
    )
    description: Text = Field("", description="One sentence for the section's feeds.")
    hidden: Switch = Field(False, description="Leave the section out of feeds and digests.")


class Feeds(Table):
    """What publish writes."""

    output: FolderPath = Field(
        Path("feeds"),
        validate_default=True,
        description="The folder the feeds are written to. Everybody can read what is in it, "
        "so nothing else of the site's may be.",
    )
    items: Whole = Field(50, ge=1, le=1000, description="How many articles a feed holds.")
    formats: tuple[FeedFormat, ...] = Field(
        ("rss", "atom", "json"), min_length=1, description="The formats of every feed."
    )
    content: FeedContent = Field(
        "full", description="What an entry holds: the full article, or its summary and a link."
    )
    by: tuple[ListKind, ...] = Field(
        ("source", "author", "tag", "language"),
        description="What else has feeds of its own besides sections.",
    )
    latest: Switch = Field(
        True, description="Publish a feed of the latest articles of every section."
    )
    most_viewed: Switch = Field(
        True, description="Publish a feed of what gained most views in seven days."
    )
    archive: Whole = Field(
        50,
        ge=0,
        le=1000,
        description="How many entries each archive document of a section holds, at most as many "
        "as a feed; 0 keeps no archives. Fixed with the first document that is published: "
        "publish warns where another number is asked for.",
    )
    tombstones: Switch = Field(
        False, description="Name articles that have left a section in its Atom feed (RFC 6721)."
    )
    sitemap: Switch = Field(
        False, description="Write sitemap-news.xml, with the last two days, for news searches."
    )
    compress: Switch = Field(
        True, description="Write gzip, brotli and zstd copies beside each file, for web servers."
    )
    check: Switch = Field(
        False, description="Check every feed that publish writes against the rules of feeds."
    )
    fetch: Switch = Field(
        False,
        description="Ask other hosts for the length, type and size of pictures and files that "
        "articles show; never at inner addresses.",
    )
    ttl: Duration = Field(
        timedelta(hours=1), description="How long readers are told to wait before asking again."
    )
    hubs: tuple[Hub, ...] = Field(
        (),
        description="WebSub hubs that every feed names, and that are told when it has changed.",
    )


class ChannelChoice(Table):
    """What one feed has instead of the general settings."""

    feed: Line = Field(
        description='The feed\'s folder, such as "city", "author/nell-harrow" or "most-viewed"; '
        '"all" is the feed of the whole site.'
    )
    items: Whole | None = Field(
        None,
        ge=1,
        le=1000,
        description="How many articles this feed holds. A section's feed holds more where that "
        "many have not been archived yet.",
    )
    content: FeedContent | None = Field(None, description="Full articles, or summaries.")
    formats: tuple[FeedFormat, ...] | None = Field(
        None, min_length=1, description="The formats of this feed."
    )


class Newsletter(Table):
    """A promise to subscribers: what they get, and when."""

    name: Slug = Field(description="A short name for commands, addresses and files.")
    title: Line = Field(description="The name readers see.")
    description: Text = Field("", description="One sentence for people who think of subscribing.")
    schedule: Timetable = Field(
        parse_schedule("mon 08:00"),
        description="When an edition is made, in the newsletter's zone: daily 08:00, "
        "mon 08:00 or monthly 1 08:00.",
    )
    newest: Whole = Field(10, ge=0, le=200, description="How many of the newest articles it holds.")
    most_viewed: Whole = Field(
        5, ge=0, le=100, description="How many of the articles that gained most views it holds."
    )
    sections: tuple[Slug, ...] = Field(
        (), description="The sections it draws from, by slug, with all below them; none means all."
    )
    exclude: tuple[Slug, ...] = Field(
        (), description="Sections it leaves out, by slug, with all below them."
    )
    language: Language = Field(
        "en",
        description="The language of everything around the articles.",
        json_schema_extra={"inherits": "site.language"},
    )
    timezone: Zone = Field(
        "UTC",
        description="The zone of its schedule and of its calendar periods.",
        json_schema_extra={"inherits": "site.timezone"},
    )
    also: tuple[Timetable, ...] = Field(
        (),
        description="Further schedules that subscribers may choose instead, at most one for each "
        "of daily, weekly and monthly.",
    )
    languages: tuple[Language, ...] = Field(
        (), description="Further languages that subscribers may choose instead."
    )
    approval: Switch = Field(False, description="Hold every edition until somebody approves it.")
    expires: Duration = Field(
        timedelta(days=3),
        description="How old an edition may be when its delivery starts, counted from when it "
        "was due.",
    )

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if self.newest == 0 and self.most_viewed == 0:
            raise ValueError("holds nothing; give newest or most_viewed a number above 0")
        return self

    @model_validator(mode="after")
    def _has_one_schedule_for_each_cadence(self) -> Self:
        cadences = [schedule.cadence for schedule in self.schedules]
        if len(set(cadences)) < len(cadences):
            raise ValueError(
                "has two schedules of one cadence; keep one of each daily, weekly and monthly"
            )
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        """Every schedule there is to choose from, the usual one first."""
        return (self.schedule, *self.also)

    @property
    def tongues(self) -> tuple[str, ...]:
        """Every language there is to choose from, the usual one first."""
        return tuple(dict.fromkeys((self.language, *self.languages)))

    def schedule_of(self, cadence: Cadence) -> Schedule | None:
        """The schedule of a cadence, where the newsletter offers it."""
        return next((one for one in self.schedules if one.cadence == cadence), None)


class Web(Table):
    """Where serve listens."""

    host: Line = Field("127.0.0.1", description="The address to listen on.")
    port: Whole = Field(
        8000, ge=0, le=65535, description="The port to listen on; 0 takes any free one."
    )
    trusted_proxies: tuple[Network, ...] = Field(
        (), description="Proxies whose word on a visitor's address is believed."
    )
    api_key: SecretStr = Field(
        SecretStr(""),
        description="The key of the JSON API, for sites with a sign-up form of their own; "
        "without one there is no API.",
    )
    metrics: Switch = Field(
        True, description="Answer /metrics, for Prometheus; only to this machine and to proxies."
    )
    cache: Whole = Field(
        64, ge=1, le=65_536, description="Megabytes of memory that serve keeps feeds in."
    )


class Timing(Table):
    """How often things happen."""

    ingest: Duration = Field(
        timedelta(minutes=15),
        description="How long serve waits between two readings of a source; feeds follow at once.",
    )
    stale: Duration = Field(
        timedelta(days=2),
        description="How long without a new article before status calls a source stale.",
    )
