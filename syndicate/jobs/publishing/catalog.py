"""Which feeds there are: the site's, each section's, each list's, and two of all sections."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from babel import Locale, UnknownLocaleError
from sqlalchemy import Connection

from syndicate.config.model import ChannelChoice, Config
from syndicate.feeds import slugs
from syndicate.feeds.document import Channel, Masthead
from syndicate.jobs.publishing import viewed
from syndicate.jobs.publishing.memory import Asked
from syndicate.jobs.publishing.newest import Newest
from syndicate.language import catalogue
from syndicate.model.section import SectionTree
from syndicate.store import facts, lists, sections
from syndicate.store.lists import ArticleList

Group = Literal["site", "section", "source", "author", "tag", "language", "latest", "most-viewed"]


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed before it is built.

    ``folder`` is its place in the output folder, empty for the site's.
    ``revision`` moves when it has to be looked at, ``made_of`` is what else
    its documents follow from. ``ids`` gives its articles, at most so many;
    ``ranked`` says that their order is not that of their dates. ``removal`` is
    when an article was last withdrawn from where it takes them, or came back.
    """

    group: Group
    folder: str
    channel: Channel
    revision: int
    removal: datetime | None
    made_of: tuple[str, ...]
    ids: Callable[[int], list[int]]
    choice: ChannelChoice
    section_id: int | None = None
    ranked: bool = False

    @property
    def items(self) -> int:
        return self.choice.items or 0

    @property
    def formats(self) -> tuple[str, ...]:
        return self.choice.formats or ()


class Catalog:
    """Every feed of the site, as the store and the configuration have it now."""

    def __init__(
        self,
        config: Config,
        connection: Connection,
        tree: SectionTree,
        withheld: Collection[int],
        *,
        known: dict[int, Asked] | None = None,
    ) -> None:
        self._config, self._connection = config, connection
        self._tree, self._withheld = tree, withheld
        self._revision = facts.revision(connection)
        self._words = catalogue(config.site.language)
        self._newest = Newest(connection, tree, withheld, most=self._most_items(), known=known)
        self._removals = sections.removals(connection)
        self._last_removal = max(self._removals.values(), default=None)
        self._all_names = self._names()
        self.lists = self._named_lists()
        #: The end of the seven days of the most viewed, and what was reckoned for them.
        self.hour = viewed.hour(connection) if config.feeds.most_viewed else None
        self.reckoned: list[viewed.Gained] | None = None

    def feeds(self) -> Iterator[Feed]:
        """The site's feed first, then the sections from above, then the lists."""
        yield self._site()
        for section in self._tree:
            if section.id not in self._withheld:
                yield self._section(section.id)
        for one in self.lists:
            yield self._list(one)
        if self._config.feeds.latest:
            yield self._of_all("latest", self._words.gettext("Latest from all sections"))
        if self.hour is not None:
            yield self._most_viewed(self.hour)

    def choice(self, folder: str) -> ChannelChoice:
        """What a feed holds: its own choice over the general settings."""
        general = self._config.feeds
        own = next((c for c in self._config.channels if c.feed == (folder or "all")), None)
        return ChannelChoice(
            feed=folder or "all",
            items=(own and own.items) or general.items,
            content=(own and own.content) or general.content,
            formats=(own and own.formats) or general.formats,
        )

    def _most_items(self) -> int:
        chosen = [choice.items or 0 for choice in self._config.channels]
        return max([self._config.feeds.items, *chosen])

    def _names(self, section_ids: Collection[int] | None = None) -> tuple[str, ...]:
        """What sections are called, for a feed that shows their names."""
        shown = [
            f"{section.id} {section.name}"
            for section in self._tree
            if section_ids is None or section.id in section_ids
        ]
        return (*shown, f"without {sorted(self._withheld)}")

    def _site(self) -> Feed:
        site = self._config.site
        return Feed(
            group="site",
            folder="",
            channel=Channel("", site.title, site.description, site.url, site.language),
            revision=self._revision,
            removal=self._last_removal,
            made_of=self._all_names,
            ids=self._newest.of_site,
            choice=self.choice(""),
        )

    def _section(self, section_id: int) -> Feed:
        section = self._tree[section_id]
        source = self._config.source(section.source)
        inside = {*self._tree.subtree(section_id), *(s.id for s in self._tree.path(section_id))}
        return Feed(
            group="section",
            folder=section.slug,
            channel=Channel(
                section.slug,
                f"{self._config.site.title}: {section.name}",
                section.description,
                # The section's page in the CMS: what its own breadcrumbs link.
                f"{source.url}{section.key}/default.aspx" if source else self._config.site.url,
            ),
            revision=section.revision,
            removal=self._removals.get(section_id),
            made_of=self._names(inside),
            ids=lambda limit: self._newest.of_section(section_id, limit),
            choice=self.choice(section.slug),
            section_id=section_id,
        )

    def _list(self, one: ArticleList) -> Feed:
        folder = f"{one.kind}/{one.slug}"
        language = one.key if one.kind == "language" else ""
        return Feed(
            group=one.kind,
            folder=folder,
            channel=self._channel(folder, self._called(one), language),
            revision=one.revision,
            removal=one.removal,
            made_of=self._all_names,
            ids=lambda limit: self._newest.of_list(one.id, limit),
            choice=self.choice(folder),
        )

    def _of_all(self, folder: Literal["latest"], title: str) -> Feed:
        return Feed(
            group=folder,
            folder=folder,
            channel=self._channel(folder, title),
            revision=self._revision,
            removal=self._last_removal,
            made_of=self._all_names,
            ids=self._newest.of_each_section,
            choice=self.choice(folder),
        )

    def _most_viewed(self, hour: datetime) -> Feed:
        def ids(limit: int) -> list[int]:
            if self.reckoned is None:
                self.reckoned = viewed.ranked(self._connection, hour)
            found: list[int] = []
            # Few are ever hidden: most of those that are kept need not be asked for.
            for start in range(0, len(self.reckoned), 2 * limit):
                some = self.reckoned[start : start + 2 * limit]
                found += self._newest.shown([number for number, _ in some])
                if len(found) >= limit:
                    break
            return found[:limit]

        return Feed(
            group="most-viewed",
            folder="most-viewed",
            channel=self._channel("most-viewed", self._words.gettext("Most viewed in seven days")),
            revision=self._revision,
            removal=None,
            made_of=(*self._all_names, hour.isoformat()),
            ids=ids,
            choice=self.choice("most-viewed"),
            ranked=True,
        )

    def _channel(self, folder: str, name: str, language: str = "") -> Channel:
        site = self._config.site
        return Channel(folder, f"{site.title}: {name}", "", f"{site.url}feeds/{folder}/", language)

    def _called(self, one: ArticleList) -> str:
        if one.kind != "language":
            return one.key
        try:
            shown = Locale.parse(one.key, sep="-").get_display_name(self._words.locale)
        except (UnknownLocaleError, ValueError):
            shown = None
        return str(shown or one.key)

    def _named_lists(self) -> list[ArticleList]:
        """The lists that have feeds, with the slugs they have or are about to get."""
        kinds = self._config.feeds.by
        found = lists.every(self._connection, kinds) if kinds else []
        return list(slugged(found))


def slugged(found: list[ArticleList]) -> Iterator[ArticleList]:
    """The lists with a slug each; frozen ones keep theirs."""
    for kind in dict.fromkeys(one.kind for one in found):
        same = [one for one in found if one.kind == kind]
        given = slugs.assign_names(
            {one.id: one.key for one in same}, {one.id: one.slug for one in same if one.slug}
        )
        for one in same:
            yield ArticleList(one.id, kind, one.key, given[one.id], one.revision, one.removal)


def masthead_of(config: Config, authority: str, since: date, logo: str) -> Masthead:
    """What all feeds of the site share, from its configuration."""
    site = config.site
    return Masthead(
        title=site.title,
        url=site.url,
        authority=authority,
        since=since,
        language=site.language,
        owner=site.owner_name,
        editor=site.owner_address,
        logo=logo,
        ttl=max(1, int(config.feeds.ttl.total_seconds() // 60)),
        hubs=config.feeds.hubs,
    )
