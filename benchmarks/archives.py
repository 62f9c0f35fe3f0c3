"""How long the first archives of all sections take, against feedgen alone with their items.

``ours`` is a first publish of the site's and its sections' feeds with archives
of 50 entries, from an open store to the end of the job: it gives every article
its place, writes each document in three formats, flushed to the disk and
recorded, and then the feeds and their pages, which are few beside the
archives. The compressed copies come after the feeds and are counted apart.
The peer gets the items of the archives' JSON documents: feedgen builds RSS and
Atom from them; for JSON a line adds ``json.dumps`` of the same items.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import peers
from measuring import Figure, Measured, apart, arguments, compared, memory, show, tell, workplace
from publish import fill
from site_folder import PLAIN, make_site, opened

_GOAL: Final = 2
_MEMORY: Final = 200
_BARE: Final = PLAIN.replace("archive = 0", "archive = 50")
_PACKED: Final = _BARE.replace("compress = false", "compress = true")
_TOGETHER: Final = 100
"""Documents that the peers have in memory at a time."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the wall's clock, and of the processor in the process that publishes."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Peers:
    """Seconds that the peers take for the items of so many documents.

    ``parsing`` is feedgen's time where it has to read dates from text.
    """

    feedgen: float
    parsing: float
    dumps: float
    documents: int


def main() -> None:
    given = arguments(__doc__.partition("\n")[0])
    figures: list[Figure] = []
    with workplace(given.keep) as folder:
        for articles in given.sizes:
            # The largest takes minutes.
            repeat = given.repeat if articles < 50_000 else 1
            figures += measure(folder / str(articles), articles, repeat)
    show(figures, as_json=given.json)


def measure(folder: Path, articles: int, repeat: int) -> list[Figure]:
    tell(f"{articles:,} articles: filling the store")
    filled = make_site(folder / "filled-for-archives", settings=PLAIN)
    bare = make_site(folder / "archived", settings=_BARE)
    packed = make_site(folder / "archived-packed", settings=_PACKED)
    if not (filled.parent / "complete").exists():
        shutil.rmtree(filled.parent / "data", ignore_errors=True)
        apart(fill, filled, articles)
        (filled.parent / "complete").touch()
    alone: list[Measured[Spent]] = []
    copies: list[Measured[Spent]] = []
    theirs: list[Peers] = []
    for round_ in range(1, repeat + 1):
        for site, found in ((bare, alone), (packed, copies)):
            tell(f"{articles:,} articles, {site.parent.name}: round {round_} of {repeat}")
            for left in ("data", "feeds"):
                shutil.rmtree(site.parent / left, ignore_errors=True)
            shutil.copytree(filled.parent / "data", site.parent / "data")
            found.append(apart(publish_archives, site))
            if site == bare:
                tell(f"{articles:,} articles, peers: round {round_} of {repeat}")
                theirs.append(apart(build_alone, bare.parent / "feeds").value)
    name, both = "feedgen alone, RSS and Atom", "feedgen and json.dumps alone"
    what = f"archives, {theirs[0].documents:,} documents in each format"
    seconds = [each.value.wall for each in alone]
    feedgen = [each.feedgen for each in theirs]
    return [
        compared(articles, what, seconds, name, feedgen, _GOAL),
        compared(articles, what, seconds, both, [each.feedgen + each.dumps for each in theirs]),
        compared(
            articles, what, seconds, "feedgen alone, dates as text", [one.parsing for one in theirs]
        ),
        compared(
            articles,
            "archives, processor time",
            [each.value.cpu + each.child_cpu for each in alone],
            name,
            feedgen,
        ),
        compared(
            articles,
            "archives, compressed copies too",
            [each.value.wall for each in copies],
            name,
            feedgen,
        ),
        memory(articles, "archives: peak", max(each.peak for each in alone), _MEMORY),
        memory(
            articles,
            "archives: peak of a worker",
            max(each.child_peak for each in alone),
            _MEMORY,
        ),
        memory(
            articles,
            "archives, compressed copies too: peak",
            max(each.peak for each in copies),
            _MEMORY,
        ),
    ]


def publish_archives(site: Path) -> Spent:
    from syndicate.jobs.publish import publish

    with opened(site) as press:
        started, cpu = time.perf_counter(), time.process_time()
        report = publish(press)
        taken = Spent(time.perf_counter() - started, time.process_time() - cpu)
    if report.errors or not report.archives.written:
        raise SystemExit(f"expected archives to be written: {report.summary()}")
    return taken


def build_alone(feeds: Path) -> Peers:
    """The peers with all archive documents, some at a time; reading them is not counted."""
    feedgen = parsing = dumps = 0.0
    documents = 0
    for paths in _batches(sorted(feeds.rglob("archive/feed-*.json"))):
        published = list(peers.read(paths))
        feedgen += peers.feedgen(published)
        parsing += peers.feedgen(published, dates_as_text=True)
        dumps += peers.json_dumps(published)
        documents += len(published)
    return Peers(feedgen, parsing, dumps, documents)


def _batches(paths: list[Path]) -> Iterator[list[Path]]:
    for start in range(0, len(paths), _TOGETHER):
        yield paths[start : start + _TOGETHER]


if __name__ == "__main__":
    main()
