"""A newsletter's own feed: its editions as entries (Atom, RFC 4287).

What an entry says is rendered elsewhere; here are its permanent names and
where it lies. A feed has the editions of one cadence: whoever reads the weekly
one has no use for the same stories day by day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from syndicate.feeds import atom, identity
from syndicate.feeds.characters import block, language_tag, line, web_address
from syndicate.feeds.dates import whole_seconds
from syndicate.feeds.document import FeedDocument, FeedEntry, Masthead

FILE_NAME: Final = "feed.xml"


@dataclass(frozen=True, slots=True)
class Issue:
    """One edition: ``label`` names it for ever, ``made`` is when it came out, ``changed``
    when what it shows last changed after that."""

    label: str
    title: str
    summary: str
    html: str
    made: datetime
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A newsletter's editions of one cadence. ``cadence`` is empty for the usual one."""

    newsletter: str
    title: str
    description: str
    language: str
    cadence: str = ""

    @property
    def file_name(self) -> str:
        """The feed's file in the newsletter's folder: ``feed.xml``, ``daily.xml``."""
        return f"{self.cadence}.xml" if self.cadence else FILE_NAME


def render_newsletter_feed(
    masthead: Masthead,
    series: Series,
    issues: Iterable[Issue],
    *,
    moved: datetime | None = None,
) -> bytes:
    """The feed, with the editions in the order they are given in.

    ``moved`` is when an edition last came, changed or left, if that is not told by
    those that are there.
    """
    made = document(masthead, series, issues, moved=moved)
    return atom.render(made, file_name=series.file_name)


def document(
    masthead: Masthead,
    series: Series,
    issues: Iterable[Issue],
    *,
    moved: datetime | None = None,
) -> FeedDocument:
    """The feed before it has a format."""
    folder = web_address(f"{masthead.url.rstrip('/')}/editions/{series.newsletter}/")
    language = language_tag(series.language, language_tag(masthead.language))
    entries = tuple(
        FeedEntry(
            id=identity.edition_id(
                masthead.authority, masthead.since, series.newsletter, issue.label
            ),
            url=f"{folder}{issue.label}",
            title=line(issue.title) or series.title,
            summary=line(issue.summary),
            html=block(issue.html),
            published=whole_seconds(issue.made),
            updated=whole_seconds(max(issue.made, issue.changed or issue.made)),
            language=language,
        )
        for issue in issues
    )
    moments = [entry.updated for entry in entries]
    if moved is not None:
        moments.append(whole_seconds(moved))
    beginning = datetime.combine(masthead.since, time(), UTC)
    return FeedDocument(
        id=identity.edition_id(
            masthead.authority, masthead.since, series.newsletter, series.cadence
        ),
        title=line(series.title) or masthead.title,
        description=line(series.description) or line(series.title),
        language=language,
        updated=max(moments, default=beginning),
        page_url=folder,
        folder_url=folder,
        author=line(masthead.owner) or line(masthead.title) or masthead.authority,
        entries=entries,
        rights=line(masthead.rights),
        logo=web_address(masthead.logo),
        icon=web_address(masthead.icon),
    )
