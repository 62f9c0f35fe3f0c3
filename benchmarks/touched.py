"""What one new article costs a process that has published before, against feedgen alone.

Every setting is at its default, so there are archives, feeds of authors,
sources and languages, a page for each feed, and the directory; the compressed
copies are counted apart, in a second site. After each article ``ours`` is a
whole publish. The peer gets the items of the feeds that this publish has
written anew, and of no other: feedgen builds RSS and Atom from them and
``json.dumps`` stands for JSON, in the same process, right after it. It writes
nothing and makes no pages.
"""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import newsroom
import peers
from measuring import Figure, Measured, apart, arguments, compared, memory, show, tell, workplace
from publish import fill, merge_pages, publish_all
from site_folder import SOURCE, make_site, opened

_NEW: Final = 9
"""Articles that arrive one by one in a round, each followed by a publish."""
_GOAL: Final = 3
_BARE: Final = "\n[feeds]\ncompress = false\n"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of one publish and of the peers; ``cpu`` is its processor time.

    ``parsing`` is feedgen's time where it has to read dates from text.
    """

    ours: float
    cpu: float
    feedgen: float
    parsing: float
    dumps: float
    feeds: int

    @property
    def peer(self) -> float:
        return self.feedgen + self.dumps


def main() -> None:
    given = arguments(__doc__.partition("\n")[0])
    figures: list[Figure] = []
    with workplace(given.keep) as folder:
        for articles in given.sizes:
            figures += measure(folder / str(articles), articles, given.repeat)
    show(figures, as_json=given.json)


def measure(folder: Path, articles: int, repeat: int) -> list[Figure]:
    tell(f"{articles:,} articles: filling the store and publishing everything")
    bare = make_site(folder / "bare", settings=_BARE)
    packed = make_site(folder / "packed")
    if not (folder / "filled-for-touched").exists():
        for each in (bare, packed):
            shutil.rmtree(each.parent / "data", ignore_errors=True)
            shutil.rmtree(each.parent / "feeds", ignore_errors=True)
        apart(fill, bare, articles)
        shutil.copytree(bare.parent / "data", packed.parent / "data")
        apart(publish_all, bare)
        apart(publish_all, packed)
        (folder / "filled-for-touched").touch()
    found: dict[Path, list[Measured[list[Spent]]]] = {bare: [], packed: []}
    for round_ in range(1, repeat + 1):
        for site, measured in found.items():
            tell(f"{articles:,} articles, {site.parent.name}: round {round_} of {repeat}")
            measured.append(apart(publish_new, site))
    alone, copies = (
        [one for each in measured for one in each.value] for measured in found.values()
    )
    what = f"one new article, {median(one.feeds for one in alone):g} feeds"
    both, name = "feedgen and json.dumps alone", "feedgen alone, RSS and Atom"
    seconds, peer = [one.ours for one in alone], [one.peer for one in alone]
    return [
        compared(articles, what, seconds, both, peer, _GOAL),
        compared(articles, what, seconds, name, [one.feedgen for one in alone]),
        compared(
            articles,
            what,
            seconds,
            "both alone, dates as text",
            [one.parsing + one.dumps for one in alone],
        ),
        compared(articles, f"{what}, processor time", [one.cpu for one in alone], both, peer),
        compared(
            articles,
            f"{what}, compressed copies too",
            [one.ours for one in copies],
            both,
            [one.peer for one in copies],
        ),
        memory(articles, f"{what}: peak", max(each.peak for each in found[bare])),
    ]


def publish_new(site: Path) -> list[Spent]:
    """Publish after each of some new articles, the first of them not counted."""
    from syndicate.jobs.publish import publish
    from syndicate.store import sources, visible

    spent = []
    with opened(site) as press:
        with press.store.write() as connection:
            source = sources.ensure(connection, SOURCE, "cms-pages").id
            articles = visible.count(connection)
        made = newsroom.Newsroom(articles)
        for number in range(articles, articles + 1 + _NEW):
            merge_pages(press, source, [made.read(number)])
            started, cpu = time.perf_counter(), time.process_time()
            report = publish(press)
            ours, cpu = time.perf_counter() - started, time.process_time() - cpu
            output = press.config.feeds.output
            touched = [
                output / file.path
                for file in report.files
                if file.change == "written" and file.path.endswith("feed.json")
            ]
            if report.errors or not touched:
                raise SystemExit(f"expected feeds to be written: {report.summary()}")
            if number == articles:
                continue
            published = list(peers.read(touched))
            spent.append(
                Spent(
                    ours,
                    cpu,
                    feedgen=peers.feedgen(published),
                    parsing=peers.feedgen(published, dates_as_text=True),
                    dumps=peers.json_dumps(published),
                    feeds=len(touched),
                )
            )
    return spent


if __name__ == "__main__":
    main()
