"""How long reading takes, against lxml alone; and reading again, against a walk.

``ours`` is a whole pass (parse, extract, clean, store) with a worker process
for each core, from an open store to the end of the job. The peers do less:
one thread that reads each file and parses its XML, and one that parses the
body's HTML as well; a walk over the folder that stats each file.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import newsroom
from measuring import Figure, Measured, apart, arguments, compared, memory, show, tell, workplace
from site_folder import SOURCE, make_site, opened


def main() -> None:
    given = arguments(__doc__.partition("\n")[0])
    figures: list[Figure] = []
    with workplace(given.keep) as folder:
        for articles in given.sizes:
            figures += measure(folder / str(articles), articles, given.repeat)
    show(figures, as_json=given.json)


def measure(folder: Path, articles: int, repeat: int) -> list[Figure]:
    tell(f"{articles:,} articles: writing the pages")
    site, pages = make_site(folder), folder / "pages"
    if not (folder / "complete").exists():
        apart(newsroom.write_pages, pages, articles)
        (folder / "complete").touch()
    works: dict[Callable[..., Spent], tuple[object, ...]] = {
        parse_xml: (pages,),
        read_all: (site, articles),
        parse_both: (pages,),
        walk_and_stat: (pages,),
        read_again: (site, articles),
        scan_and_stat: (pages,),
        read_edited: (site, articles),
    }
    found: dict[Callable[..., Spent], list[Measured[Spent]]] = {work: [] for work in works}
    for round_ in range(1, repeat + 1):
        shutil.rmtree(folder / "data", ignore_errors=True)
        for work, given in works.items():
            tell(f"{articles:,} articles, round {round_} of {repeat}: {work.__name__}")
            found[work].append(apart(work, *given))

    def wall(work: Callable[..., Spent]) -> list[float]:
        return [each.value.wall for each in found[work]]

    def processor(work: Callable[..., Spent]) -> list[float]:
        return [each.value.cpu + each.child_cpu for each in found[work]]

    def against(
        what: str, work: Callable[..., Spent], peer: Callable[..., Spent], goal: float | None = None
    ) -> Figure:
        return compared(articles, what, wall(work), _PEERS[peer], wall(peer), goal)

    return [
        against("ingest", read_all, parse_both, 4),
        against("ingest", read_all, parse_xml),
        compared(
            articles,
            "ingest, processor time",
            processor(read_all),
            _PEERS[parse_both],
            processor(parse_both),
        ),
        against("ingest, nothing new", read_again, walk_and_stat, 3),
        against("ingest, nothing new", read_again, scan_and_stat),
        against("ingest, one page edited", read_edited, walk_and_stat),
        memory(articles, "ingest: peak", max(each.peak for each in found[read_all]), 150),
        memory(articles, "ingest: peak of a worker", max(e.child_peak for e in found[read_all])),
        memory(articles, "nothing new: peak", max(each.peak for each in found[read_again]), 150),
    ]


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the wall's clock, and of the processor in this process."""

    wall: float
    cpu: float

    def __sub__(self, other: Spent) -> Spent:
        return Spent(self.wall - other.wall, self.cpu - other.cpu)


def spent() -> Spent:
    return Spent(time.perf_counter(), time.process_time())


def pages_below(folder: Path) -> list[str]:
    return [f"{top}/{name}" for top, _, names in os.walk(folder) for name in names]


def parse_xml(folder: Path) -> Spent:
    from lxml import etree

    paths = pages_below(folder)
    started = spent()
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            etree.fromstring(file.read())
    return spent() - started


def parse_both(folder: Path) -> Spent:
    from lxml import etree

    paths = pages_below(folder)
    started = spent()
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            root = etree.fromstring(file.read())
        etree.HTML(root.findtext("body/div/p") or "")
    return spent() - started


def walk_and_stat(folder: Path) -> Spent:
    started = spent()
    for top, _, names in os.walk(folder):
        for name in names:
            os.stat(os.path.join(top, name))  # noqa: PTH116, PTH118 - what a plain walk does
    return spent() - started


def scan_and_stat(folder: Path) -> Spent:
    started = spent()
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.append(entry.path)
                else:
                    entry.stat()
    return spent() - started


def read_all(site: Path, articles: int) -> Spent:
    from syndicate.jobs.ingest import ingest

    with opened(site) as press:
        started = spent()
        report = ingest(press, SOURCE)
        taken = spent() - started
    if report.new != articles or report.errors or report.warnings:
        raise SystemExit(f"expected {articles} new articles: {report}")
    return taken


def read_again(site: Path, articles: int) -> Spent:
    from syndicate.jobs.ingest import ingest

    with opened(site) as press:
        started = spent()
        report = ingest(press, SOURCE)
        taken = spent() - started
    # A page written in the instant before it was read is read once more.
    if report.unchanged + report.same != articles or report.same > articles / 100:
        raise SystemExit(f"expected {articles} unchanged articles: {report}")
    return taken


def read_edited(site: Path, articles: int) -> Spent:
    """One page changes between two readings."""
    from syndicate.jobs.ingest import ingest

    made = newsroom.Newsroom(articles)
    page = site.parent / "pages" / made.path(articles // 2)
    page.write_bytes(page.read_bytes().replace(b"</form>", b"<p>Corrected.</p></form>"))
    time.sleep(0.05)
    with opened(site) as press:
        started = spent()
        report = ingest(press, SOURCE)
        taken = spent() - started
    page.write_bytes(made.page(articles // 2))
    if report.changed != 1:
        raise SystemExit(f"expected one changed article: {report}")
    return taken


_PEERS = {
    parse_xml: "lxml: XML alone",
    parse_both: "lxml: XML and HTML",
    walk_and_stat: "os.walk and os.stat",
    scan_and_stat: "os.scandir, DirEntry.stat",
}


if __name__ == "__main__":
    main()
