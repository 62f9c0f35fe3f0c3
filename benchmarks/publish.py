"""How long publishing takes, against feedgen alone and against writing the same bytes.

The stores are filled without reading pages, so that publishing is measured and
nothing else. Two sites are published from each: one with the feeds of the site
and its 40 sections alone, which is what is compared; and one with every setting
at its default, so with archives, feeds of authors and sources, pages and
compressed copies besides.

feedgen alone gets the very items that stand in the published JSON feeds, once
for RSS and Atom together; for the JSON feeds the peer is ``json.dumps`` of the
same items. The bytes are written as publishing writes them (flushed to the
disk and renamed), and plainly.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice, pairwise
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import newsroom
import peers
from measuring import Figure, Measured, apart, arguments, compared, memory, show, tell, workplace
from site_folder import PLAIN, SOURCE, make_site, opened

_BATCH = 500
_NEW = 9
"""Articles that arrive one by one, each followed by a publish."""


def main() -> None:
    given = arguments(__doc__.partition("\n")[0])
    figures: list[Figure] = []
    with workplace(given.keep) as folder:
        for articles in given.sizes:
            figures += measure(folder / str(articles), articles, given.repeat)
        figures += growth(folder, given.sizes, given.repeat)
    show(figures, as_json=given.json)


def measure(folder: Path, articles: int, repeat: int) -> list[Figure]:
    tell(f"{articles:,} articles: filling the store")
    site = make_site(folder / "plain", settings=PLAIN)
    default = make_site(folder / "default")
    if not (folder / "filled").exists():
        for each in (site, default):
            shutil.rmtree(each.parent / "data", ignore_errors=True)
        apart(fill, site, articles)
        shutil.copytree(site.parent / "data", default.parent / "data")
        (folder / "filled").touch()
    feeds, copy = site.parent / "feeds", folder / "copy"
    whole: list[Measured[float]] = []
    nothing: list[Measured[float]] = []
    feedgen: list[float] = []
    dumps, flushed, plain = [], [], []
    for round_ in range(1, repeat + 1):
        tell(f"{articles:,} articles: round {round_} of {repeat}")
        shutil.rmtree(feeds, ignore_errors=True)
        whole.append(apart(publish_all, site))
        feedgen.append(apart(feedgen_alone, feeds).value)
        dumps.append(apart(json_alone, feeds).value)
        flushed.append(apart(write_flushed, feeds, copy).value)
        plain.append(apart(write_plainly, feeds, copy).value)
        nothing.append(apart(publish_nothing, site))
    tell(f"{articles:,} articles: with every setting at its default")
    first = apart(publish_all, default)
    idle = apart(publish_nothing, default)
    seconds = [each.value for each in whole]
    peers = [one + other for one, other in zip(feedgen, dumps, strict=True)]
    return [
        compared(articles, "publish all", seconds, "feedgen and json.dumps alone", peers),
        compared(articles, "publish all", seconds, "feedgen alone, RSS and Atom", feedgen),
        compared(articles, "publish all", seconds, "writing the same, flushed", flushed),
        compared(articles, "publish all", seconds, "writing the same", plain),
        Figure(articles, "publish, nothing new", median(each.value for each in nothing)),
        memory(articles, "publish all: peak", max(each.peak for each in whole), 150),
        Figure(articles, "publish all, by default", first.value),
        Figure(articles, "publish, nothing new, by default", idle.value),
        memory(articles, "publish all, by default: peak", first.peak, 150),
    ]


def growth(folder: Path, sizes: Sequence[int], repeat: int) -> list[Figure]:
    """A publish after one new article, and what it costs more in a larger store."""
    figures: list[Figure] = []
    for kind, what in (
        ("plain", "publish, one new article"),
        ("default", "publish, one new article, by default"),
    ):
        found: dict[int, list[Measured[float]]] = {articles: [] for articles in sizes}
        for round_ in range(1, repeat + 1):
            tell(f"one new article, {kind}: round {round_} of {repeat}")
            for articles, measured in found.items():
                site = folder / str(articles) / kind / "config.toml"
                measured.append(apart(publish_new, site))
        seconds = {size: [each.value for each in measured] for size, measured in found.items()}
        figures.append(Figure(sizes[0], what, median(seconds[sizes[0]])))
        figures += [
            compared(large, what, seconds[large], f"the same at {small:,}", seconds[small], 1.5)
            for small, large in pairwise(sizes)
        ]
        figures += [
            memory(size, f"{what}: peak", max(each.peak for each in measured), 150)
            for size, measured in found.items()
        ]
    return figures


def fill(site: Path, articles: int) -> None:
    """Put a newsroom's articles into the store as if its pages had been read."""
    from syndicate.store import sources

    pages = newsroom.readings(articles)
    with opened(site) as press:
        with press.store.write() as connection:
            source = sources.ensure(connection, SOURCE, "cms-pages").id
        while batch := list(islice(pages, _BATCH)):
            merge_pages(press, source, batch)


def merge_pages(press: Any, source: int, pages: list[Any]) -> None:
    from syndicate.store.merge import merge

    with press.store.write() as connection:
        merge(connection, source, pages, datetime.now(UTC))


def publish_all(site: Path) -> float:
    return _published(site, everything=True)


def publish_nothing(site: Path) -> float:
    return _published(site, everything=False)


def _published(site: Path, *, everything: bool) -> float:
    from syndicate.jobs.publish import publish

    with opened(site) as press:
        started = time.perf_counter()
        report = publish(press)
        taken = time.perf_counter() - started
    if report.errors or bool(report.written) != everything:
        raise SystemExit(f"expected all to be written, or nothing: {report.summary()}")
    return taken


def publish_new(site: Path) -> float:
    """The median publish after one more article, in one process as ``serve`` has it."""
    from syndicate.jobs.publish import publish
    from syndicate.store import sources, visible

    taken = []
    with opened(site) as press:
        with press.store.write() as connection:
            source = sources.ensure(connection, SOURCE, "cms-pages").id
            articles = visible.count(connection)
        made = newsroom.Newsroom(articles)
        for number in range(articles, articles + _NEW):
            merge_pages(press, source, [made.read(number)])
            started = time.perf_counter()
            report = publish(press)
            taken.append(time.perf_counter() - started)
            if report.errors or not report.written:
                raise SystemExit(f"expected files to be written: {report.summary()}")
    return median(taken)


def feedgen_alone(feeds: Path) -> float:
    return peers.feedgen(_documents(feeds))


def json_alone(feeds: Path) -> float:
    return peers.json_dumps(_documents(feeds))


def _documents(feeds: Path) -> list[peers.Published]:
    return list(peers.read(sorted(feeds.rglob("feed.json"))))


def write_flushed(feeds: Path, copy: Path) -> float:
    """Each file written beside its place, flushed to the disk and renamed."""

    def write(path: Path, data: bytes) -> None:
        beside = path.with_name(f".{path.name}.new")
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)

    return _written(feeds, copy, write)


def write_plainly(feeds: Path, copy: Path) -> float:
    return _written(feeds, copy, lambda path, data: path.write_bytes(data))


def _written(feeds: Path, copy: Path, write: Any) -> float:
    files = [
        (copy / path.relative_to(feeds), path.read_bytes())
        for path in feeds.rglob("*")
        if path.is_file()
    ]
    shutil.rmtree(copy, ignore_errors=True)
    started = time.perf_counter()
    for path, data in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, data)
    taken = time.perf_counter() - started
    shutil.rmtree(copy)
    return taken


if __name__ == "__main__":
    main()
