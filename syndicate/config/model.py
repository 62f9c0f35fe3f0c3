"""A whole configuration, and what its tables must agree on.

The one thing other parts take: ``Config``. It is made by ``load.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

from pydantic import Field, PrivateAttr, ValidationInfo, model_validator

from syndicate.config.agreements import MAIL_AGREEMENTS, Disagreement
from syndicate.config.audience import Limits, Subscribers
from syndicate.config.mail import Mail
from syndicate.config.publicity import output_is_apart, places
from syndicate.config.tables import (
    ChannelChoice,
    Feeds,
    Newsletter,
    SectionOverride,
    Site,
    Source,
    Store,
    Table,
    Timing,
    Web,
)


class Config(Table):
    """A whole configuration."""

    site: Site = Field(description="The newsroom itself.")
    store: Store = Field(default_factory=Store, validate_default=True)
    sources: tuple[Source, ...] = ()
    sections: tuple[SectionOverride, ...] = ()
    channels: tuple[ChannelChoice, ...] = ()
    feeds: Feeds = Field(default_factory=Feeds, validate_default=True)
    newsletters: tuple[Newsletter, ...] = ()
    mail: Mail = Field(default_factory=Mail, validate_default=True)
    subscribers: Subscribers = Field(default_factory=Subscribers, validate_default=True)
    limits: Limits = Field(default_factory=Limits)
    web: Web = Field(default_factory=Web)
    schedule: Timing = Field(default_factory=Timing)

    _root: Path = PrivateAttr(default=Path())

    @property
    def root(self) -> Path:
        """The folder of the configuration file: the site's home."""
        return self._root

    def resolve(self, path: str | Path) -> Path:
        """A path as the configuration means it: relative to its own folder."""
        return self._root / Path(path)

    def source(self, name: str) -> Source | None:
        return next((source for source in self.sources if source.name == name), None)

    def newsletter(self, name: str) -> Newsletter | None:
        return next((letter for letter in self.newsletters if letter.name == name), None)

    @model_validator(mode="before")
    @classmethod
    def _inherit(cls, data: Any) -> Any:
        """Sources and newsletters take from the site what they don't say themselves."""
        if not isinstance(data, dict):
            return data
        given = dict(data)
        for name in ("store", "feeds", "mail", "subscribers"):
            given.setdefault(name, {})  # so that default paths are resolved with the context
        for table, key, origin in inherited_settings():
            entries = given.get(table)
            value = _look_up(data, origin)
            if value is not None and isinstance(entries, list | tuple):
                given[table] = [
                    {key: value, **entry} if isinstance(entry, dict) else entry for entry in entries
                ]
        return given

    @model_validator(mode="after")
    def _agree(self, info: ValidationInfo) -> Self:
        self._root = Path((info.context or {}).get("root", "."))
        problems = [problem for check in _AGREEMENTS for problem in check(self)]
        problems += [problem for check in MAIL_AGREEMENTS for problem in check(self.mail)]
        others = places(
            self._root,
            (info.context or {}).get("home", ""),
            store=self.store,
            secrets=self.subscribers.secrets,
            mail=self.mail,
            sources=self.sources,
        )
        problems += output_is_apart(self.feeds.output, others)
        if problems:
            raise DisagreementError(problems)
        return self


class DisagreementError(ValueError):
    """Settings that are fine alone and wrong together.

    Each is (path to the key, what stands there, ``cause; way out``).
    """

    def __init__(self, problems: list[Disagreement]) -> None:
        self.problems = problems
        super().__init__("; ".join(text for _, _, text in problems))


def inherited_settings() -> Iterator[tuple[str, str, str]]:
    """(table, key, setting it takes its value from) of every setting that inherits."""
    for table, model in (("sources", Source), ("newsletters", Newsletter)):
        for key, field in model.model_fields.items():
            extra = field.json_schema_extra
            if isinstance(extra, dict) and "inherits" in extra:
                yield table, key, str(extra["inherits"])


def _look_up(data: dict[str, Any], dotted: str) -> Any:
    table, _, key = dotted.partition(".")
    values = data.get(table)
    return values.get(key) if isinstance(values, dict) else None


def _names_are_unique(config: Config) -> Iterator[Disagreement]:
    named = {
        "sources": [source.name for source in config.sources],
        "newsletters": [newsletter.name for newsletter in config.newsletters],
        "mail.relays": [relay.name for relay in config.mail.relays],
    }
    for table, names in named.items():
        for place, name in enumerate(names):
            if name in names[:place]:
                path: tuple[str | int, ...] = (*table.split("."), place, "name")
                yield path, name, "used twice; give each its own name"


def _sections_are_unique(config: Config) -> Iterator[Disagreement]:
    seen: set[tuple[str, str]] = set()
    slugs: set[str] = set()
    for place, section in enumerate(config.sections):
        if (section.source, section.key) in seen:
            yield (
                ("sections", place, "key"),
                section.key,
                "used twice; keep one [[sections]] for each section",
            )
        if section.slug and section.slug in slugs:
            yield (
                ("sections", place, "slug"),
                section.slug,
                "used twice; give each section its own slug",
            )
        seen.add((section.source, section.key))
        slugs.add(section.slug)


def _sections_have_sources(config: Config) -> Iterator[Disagreement]:
    names = [source.name for source in config.sources]
    for place, section in enumerate(config.sections):
        if section.source and section.source not in names:
            known = ", ".join(f'"{name}"' for name in names) or "a [[sources]] table first"
            yield (
                ("sections", place, "source"),
                section.source,
                f"no source has this name; write {known}",
            )


def _formats_are_unique(config: Config) -> Iterator[Disagreement]:
    if len(set(config.feeds.formats)) < len(config.feeds.formats):
        yield ("feeds", "formats"), list(config.feeds.formats), "has one twice; name each once"


def _newsletters_have_a_sender(config: Config) -> Iterator[Disagreement]:
    if config.newsletters and not config.mail.sender:
        yield ("mail", "sender"), None, "missing, and newsletters need it; write Name <name@domain>"


def _channels_are_unique(config: Config) -> Iterator[Disagreement]:
    seen: set[str] = set()
    for place, choice in enumerate(config.channels):
        if choice.feed in seen:
            yield (
                ("channels", place, "feed"),
                choice.feed,
                "used twice; keep one [[channels]] for each feed",
            )
        seen.add(choice.feed)


_AGREEMENTS: tuple[Callable[[Config], Iterator[Disagreement]], ...] = (
    _names_are_unique,
    _sections_are_unique,
    _sections_have_sources,
    _formats_are_unique,
    _channels_are_unique,
    _newsletters_have_a_sender,
)

__all__ = [
    "ChannelChoice",
    "Config",
    "Feeds",
    "Limits",
    "Mail",
    "Newsletter",
    "SectionOverride",
    "Site",
    "Source",
    "Store",
    "Subscribers",
    "Timing",
    "Web",
]
