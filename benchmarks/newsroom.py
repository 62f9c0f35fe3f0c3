"""Invents a newsroom of any size: the pages of its CMS, and what a reader makes of them.

Everything follows from the seed and the number of an article, so that two runs
measure the same work. Pages are as large as real ones (5 to 20 KB) and as
untidy: word-processor styles, empty paragraphs, bylines at the end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

import prose
from prose import Paragraph

if TYPE_CHECKING:
    from syndicate.model.article import Page

SEED: Final = 20260125
URL: Final = "https://www.gannetsound.example/"
SITE: Final = "The Gannet Sound Observer"
NEWEST: Final = datetime(2026, 1, 25, 20, 0, tzinfo=UTC)
STEP: Final = timedelta(minutes=40)
FIRST_KEY: Final = 1000
BELOW: Final = 4
"""Sections below each of the top ones: 8 and 8 times 4 are 40."""

_TOP: Final = ("Harbour", "Council", "Science", "Schools", "Stage", "Markets", "Weather", "中文")
_LOWER: Final = ("Reports", "Opinion", "Interviews", "Notices")

_PEOPLE: Final = (
    *("Orla Venn", "Tobias Reek", "Maud Kessel", "Idris Holm", "Petra Sallow", "Nils Arkwright"),
    *("Bea Lorne", "Jonas Whitlow", "Hana Mirek", "Ruth Calder", "Emil Tarn", "Sanna Greeve"),
)
_PAPERS: Final = (
    ("Kelp Bay Courier", "https://www.kelpbaycourier.example/"),
    ("The Upland Dispatch", "https://upland-dispatch.example/"),
    ("Saltery Review", "http://review.saltery.example/"),
    ("鹭洲日报", "https://www.luzhou.example/"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A section: the keys and names from the outermost to it."""

    path: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        return self.path[-1][0]


def sections() -> tuple[Place, ...]:
    """Forty sections in a tree of two levels, parents before their children."""
    found = []
    for number, name in enumerate(_TOP, 401):
        top = (str(number), name)
        found.append(Place((top,)))
        found.extend(
            Place((top, (f"{number}{below:03}", f"{name} {_LOWER[below - 1]}")))
            for below in range(1, BELOW + 1)
        )
    return tuple(found)


class Newsroom:
    """A newsroom that has published ``articles`` articles, the newest at ``NEWEST``.

    Articles are numbered from 0, the oldest. Number ``articles`` and on are
    those of the time after.
    """

    def __init__(self, articles: int, *, seed: int = SEED) -> None:
        self.articles = articles
        self._seed = seed
        self._sections = sections()
        chance = Random(seed)
        self._english = [prose.paragraph(chance, prose.english) for _ in range(600)]
        self._chinese = [prose.paragraph(chance, prose.chinese) for _ in range(150)]

    def path(self, number: int) -> str:
        """Where an article's page lies in the source's folder."""
        return f"{self._place(number).key}/{self._key(number)}.aspx"

    def page(self, number: int) -> bytes:
        """The page as the CMS writes it."""
        place, key, headline = self._place(number), self._key(number), self._headline(number)
        chance = self._chance(number)
        paper = chance.choice(_PAPERS)
        author, translator = chance.sample(_PEOPLE, 2)
        paragraphs = self._paragraphs(number, chance)
        body = "".join(paragraph.pasted for paragraph in paragraphs)
        title = escape(headline)
        crumbs = "\n".join(
            f'\t\t\t<a href="../{section}/default.aspx">{escape(name)}</a>'
            for section, name in reversed(place.path)
        )
        names = "-".join(escape(name) for _, name in place.path)
        text = f"""<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type='text/xsl' href='/ui/article.xsl'?>
<html RelativePath="/" class="{place.key}" site="{place.path[0][0]}">
\t<head>
\t\t<title>{title} _{SITE}-{names}</title>
\t\t<meta id="{key}" name="description" content="{title} " />
\t</head>
\t<body>
\t\t<span>
{crumbs}
\t\t</span>
\t\t<div>
\t\t\t<h1>{title}</h1>
\t\t\t<h2 />
\t\t\t<h3>{author}</h3>
\t\t\t<h4>{self._published(number):%Y-%m-%d %H:%M}</h4>
\t\t\t<h5 />
\t\t\t<a href="{paper[1]}{key}.html">{escape(paper[0])}</a>
\t\t\t<p><![CDATA[<form>{body}{prose.signed(translator)}</form>]]></p>
\t\t\t<b>{self._published(number):%Y-%m-%d %H:%M}</b>
\t\t\t<dd>{_views(number)}</dd>
\t\t\t<ul>
\t\t\t\t<li />
\t\t\t</ul>
\t\t</div>
{self._neighbour("perv", number - len(self._sections))}
{self._neighbour("next", number + len(self._sections))}
\t\t<ul id="new">
{self._list(self._newest(number))}
\t\t</ul>
\t\t<ul id="hot">
{self._list(self._hot(number), views=True)}
\t\t</ul>
\t</body>
</html>"""
        return text.encode()

    def read(self, number: int) -> Page:
        """What a reader makes of the page, without the trouble of reading it."""
        from syndicate.model.article import Attribution, Content, Page, Person

        chance = self._chance(number)
        paper = chance.choice(_PAPERS)
        author, translator = chance.sample(_PEOPLE, 2)
        paragraphs = self._paragraphs(number, chance)
        place, key, when = self._place(number), self._key(number), self._published(number)
        words = sum(paragraph.words for paragraph in paragraphs)
        content = Content(
            headline=self._headline(number),
            published=when,
            updated=when,
            body="".join(paragraph.clean for paragraph in paragraphs),
            address=f"{URL}{place.key}/{key}.aspx",
            people=(Person(author), Person(translator, "translator")),
            attribution=Attribution(paper[0], f"{paper[1]}{key}.html"),
            summary=f"{self._headline(number)}, as told by {author}.",
            language="zh" if self._is_chinese(number) else "en",
            words=words,
            minutes=max(1, words // 220),
        )
        return Page(
            key=key,
            site=place.path[0][0],
            site_name=SITE,
            breadcrumb=place.path,
            content=content,
            views=_views(number),
        )

    def _chance(self, number: int) -> Random:
        return Random(self._seed * 1_000_003 + number)

    def _place(self, number: int) -> Place:
        # Seven shares no factor with forty: neighbours in time are apart in the tree.
        return self._sections[number * 7 % len(self._sections)]

    def _is_chinese(self, number: int) -> bool:
        return self._place(number).path[0][1] == "中文"

    def _key(self, number: int) -> str:
        return str(FIRST_KEY + number)

    def _published(self, number: int) -> datetime:
        return NEWEST - (self.articles - 1 - number) * STEP

    def _headline(self, number: int) -> str:
        return prose.headline(number, chinese=self._is_chinese(number))

    def _paragraphs(self, number: int, chance: Random) -> list[Paragraph]:
        pool = self._chinese if self._is_chinese(number) else self._english
        return chance.choices(pool, k=int(chance.triangular(3, 20, 5)))

    def _newest(self, number: int) -> range:
        step = len(self._sections)
        last = min(number + 3 * step, self._last_of(number))
        return range(last, max(last - 10 * step, -1), -step)

    def _hot(self, number: int) -> list[int]:
        step = len(self._sections)
        recent = range(number, max(number - 50 * step, -1), -step)
        return sorted(recent, key=_views, reverse=True)[:10]

    def _last_of(self, number: int) -> int:
        step = len(self._sections)
        return number + max(0, (self.articles - 1 - number) // step) * step

    def _neighbour(self, name: str, number: int) -> str:
        if not 0 <= number < self.articles:
            return f'\t\t<a id="{name}" />'
        return f'\t\t<a id="{name}" {self._link(number)}'

    def _link(self, number: int) -> str:
        return f'href="../{self.path(number)}">{escape(self._headline(number))}</a>'

    def _list(self, numbers: range | list[int], *, views: bool = False) -> str:
        return "\n".join(
            f'\t\t\t<li><a id="{_views(number)}" {self._link(number)}</li>'
            if views
            else f"\t\t\t<li><a {self._link(number)}</li>"
            for number in numbers
        )


def write_pages(folder: Path, articles: int, *, processes: int | None = None) -> int:
    """Write a newsroom's pages into a folder; returns how many bytes that was."""
    for place in sections():
        (folder / place.key).mkdir(parents=True, exist_ok=True)
    processes = processes or os.cpu_count() or 1
    if processes == 1 or articles < 500:
        return _write_share(folder, articles, 0, 1)
    with get_context("spawn").Pool(processes) as pool:
        shares = [(folder, articles, first, processes) for first in range(processes)]
        return sum(pool.starmap(_write_share, shares))


def _write_share(folder: Path, articles: int, first: int, step: int) -> int:
    newsroom, written = Newsroom(articles), 0
    for number in range(first, articles, step):
        data = newsroom.page(number)
        with open(f"{folder}/{newsroom.path(number)}", "wb", buffering=0) as file:
            file.write(data)
        written += len(data)
    return written


def readings(articles: int, *, first: int = 0) -> Iterator[Page]:
    """What reading all pages of a newsroom gives, from number ``first`` on."""
    newsroom = Newsroom(articles)
    return (newsroom.read(number) for number in range(first, articles))


def _views(number: int) -> int:
    return (number * 2_654_435_761 >> 9) % 4_000
