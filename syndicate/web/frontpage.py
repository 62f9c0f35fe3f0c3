"""What the front page shows, read from the store.

Everything on it follows from the store: the time it names is that of the
latest reading, and views are counted in the seven days before that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from syndicate.jobs.offers import offers
from syndicate.jobs.press import Press
from syndicate.jobs.publishing.newest import Newest
from syndicate.jobs.sections import hidden, public_tree
from syndicate.language import catalogue, moment_in_words
from syndicate.model.article import Article
from syndicate.model.section import Section, SectionTree
from syndicate.store import articles, sources
from syndicate.web import newsroom
from syndicate.web.front import Column, FrontView, Ranked
from syndicate.web.ranking import ranking
from syndicate.web.signup import signup
from syndicate.web.stories import LEAD_SUMMARY, Storyteller, near

#: How many of the newest stories the lead is chosen from.
_LEADING: Final = 12
_SECONDS: Final = 2
_OF_A_SECTION: Final = 4
#: Those of a section that may be needed: its column's, and those that stand above.
_MOST: Final = _OF_A_SECTION + _SECONDS + 1
#: How wide the summaries beside the lead and in columns are.
_SHORT: Final = 140
_SECTIONS: Final = 24
_EDITIONS: Final = 3
#: The width of the lead's picture and of a column's, in pixels.
_LEAD_WIDTH: Final = 640
_COLUMN_WIDTH: Final = 480


def front(press: Press, *, root: str, stamp: str | None) -> FrontView:
    """The front page as the store has it now; ``stamp`` is its form's."""
    config = press.config
    words = catalogue(config.site.language)
    with press.store.read() as connection:
        tree = public_tree(connection, config)
        withheld = hidden(tree, config)
        newest = Newest(connection, tree, withheld, most=_LEADING)
        shown = _columns_of(tree, withheld)
        of_sections = {each.id: newest.of_section(each.id, _MOST) for each in shown}
        leading = newest.of_site(_LEADING)
        most = ranking(connection, newest)
        wanted = {*leading, *(number for number, _ in most.places)}
        wanted.update(number for ids in of_sections.values() for number in ids)
        known = articles.by_ids(connection, wanted, body=False)
        latest = sources.latest_reading(connection)
        found = near(press, connection, known.values(), root=root)
        teller = Storyteller(words, config.site.timezone, found)
        lead = _lead([known[number] for number in leading], dict(most.places), teller)
        seconds = [known[number] for number in leading if lead and number != lead.id][:_SECONDS]
        above = {article.id for article in (lead, *seconds) if article}
        below = {
            number: [each for each in ids if each not in above][:_OF_A_SECTION]
            for number, ids in of_sections.items()
        }
        return FrontView(
            title=config.site.title,
            description=config.site.description,
            root=root,
            updated=latest.isoformat() if latest else "",
            moment=moment_in_words(latest, config.site.timezone, words) if latest else "",
            sections=tuple(
                (each.name, f"{root}sections/{each.slug}") for each in shown if of_sections[each.id]
            ),
            lead=teller.tell(lead, summary=LEAD_SUMMARY, picture=_LEAD_WIDTH) if lead else None,
            seconds=tuple(teller.tell(article, summary=_SHORT) for article in seconds),
            columns=_columns(
                [(each, [known[number] for number in below[each.id]]) for each in shown],
                teller,
                root,
                used=_pictures(lead),
            ),
            ranking=most.title(words),
            ranking_note=most.note(config.site.timezone, words),
            ranked=tuple(
                Ranked(place, teller.tell(known[number], summary=0), most.said(count, words))
                for place, (number, count) in enumerate(most.places, 1)
            ),
            editions=newsroom.latest_editions(connection, config, root=root, most=_EDITIONS),
            feeds=newsroom.feeds_of_site(connection, config, tree, root=root),
            signup=signup(config, offers(connection, config), root=root, stamp=stamp),
        )


def _columns_of(tree: SectionTree, withheld: set[int]) -> list[Section]:
    """The main sections; those below it where the whole site is one."""
    found: Sequence[Section] = tree.children(None)
    while len(found) == 1 and tree.children(found[0].id):
        found = tree.children(found[0].id)
    return [section for section in found if section.id not in withheld]


def _lead(found: Sequence[Article], gained: dict[int, int], teller: Storyteller) -> Article | None:
    """Of the newest stories the most viewed one that has a picture, or else the newest."""
    pictured = [article for article in found if teller.has_picture(article)]
    if pictured:
        return max(pictured, key=lambda article: gained.get(article.id, 0))
    return found[0] if found else None


def _columns(
    found: Sequence[tuple[Section, Sequence[Article]]],
    teller: Storyteller,
    root: str,
    *,
    used: set[str],
) -> tuple[Column, ...]:
    """A column for each section that has something to show; no picture stands twice."""
    columns: list[Column] = []
    for section, stories in [each for each in found if each[1]][:_SECTIONS]:
        first, *others = stories
        fresh = not _pictures(first) <= used
        used |= _pictures(first)
        columns.append(
            Column(
                name=section.name,
                address=f"{root}sections/{section.slug}",
                first=teller.tell(first, summary=_SHORT, picture=_COLUMN_WIDTH if fresh else None),
                others=tuple(teller.tell(article, summary=0) for article in others),
            )
        )
    return tuple(columns)


def _pictures(article: Article | None) -> set[str]:
    return {article.content.lead.url} if article and article.content.lead else set()
