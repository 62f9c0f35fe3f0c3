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
    site = make_site(folder)
    if not (folder / "complete").exists():
        apart(newsroom.write_pages, folder / "pages", articles)
        (folder / "complete").touch()
    whole: list[Measured[float]] = []
    again: list[Measured[float]] = []
    one_new: list[Measured[float]] = []
    xml, both, walk, scan = [], [], [], []
    for round_ in range(1, repeat + 1):
        tell(f"{articles:,} articles: round {round_} of {repeat}")
        shutil.rmtree(folder / "data", ignore_errors=True)
        xml.append(apart(parse_xml, folder / "pages").value)
        whole.append(apart(read_all, site, articles))
        both.append(apart(parse_both, folder / "pages").value)
        walk.append(apart(walk_and_stat, folder / "pages").value)
        again.append(apart(read_again, site, articles))
        scan.append(apart(scan_and_stat, folder / "pages").value)
        one_new.append(apart(read_one_more, site, articles))
    seconds = [each.value for each in whole]
    unchanged = [each.value for each in again]
    return [
        compared(articles, "ingest", seconds, "lxml: XML and HTML", both, 4),
        compared(articles, "ingest", seconds, "lxml: XML alone", xml),
        compared(articles, "ingest, nothing new", unchanged, "os.walk and os.stat", walk, 3),
        compared(articles, "ingest, nothing new", unchanged, "os.scandir, DirEntry.stat", scan),
        compared(
            articles,
            "ingest, one page edited",
            [e.value for e in one_new],
            "os.walk and os.stat",
            walk,
        ),
        memory(articles, "ingest: peak of the process", max(e.peak for e in whole), 150),
        memory(articles, "ingest: peak of a worker", max(e.child_peak for e in whole)),
        memory(articles, "nothing new: peak", max(e.peak for e in again), 150),
    ]


def pages_below(folder: Path) -> list[str]:
    return [f"{top}/{name}" for top, _, names in os.walk(folder) for name in names]


def parse_xml(folder: Path) -> float:
    from lxml import etree

    paths = pages_below(folder)
    started = time.perf_counter()
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            etree.fromstring(file.read())
    return time.perf_counter() - started


def parse_both(folder: Path) -> float:
    from lxml import etree

    paths = pages_below(folder)
    started = time.perf_counter()
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            root = etree.fromstring(file.read())
        etree.HTML(root.findtext("body/div/p") or "")
    return time.perf_counter() - started


def walk_and_stat(folder: Path) -> float:
    started = time.perf_counter()
    for top, _, names in os.walk(folder):
        for name in names:
            os.stat(os.path.join(top, name))  # noqa: PTH116, PTH118 - what a plain walk does
    return time.perf_counter() - started


def scan_and_stat(folder: Path) -> float:
    started = time.perf_counter()
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.append(entry.path)
                else:
                    entry.stat()
    return time.perf_counter() - started


def read_all(site: Path, articles: int) -> float:
    from syndicate.jobs.ingest import ingest

    with opened(site) as press:
        started = time.perf_counter()
        report = ingest(press, SOURCE)
        taken = time.perf_counter() - started
    if report.new != articles or report.errors or report.warnings:
        raise SystemExit(f"expected {articles} new articles: {report}")
    return taken


def read_again(site: Path, articles: int) -> float:
    from syndicate.jobs.ingest import ingest

    with opened(site) as press:
        started = time.perf_counter()
        report = ingest(press, SOURCE)
        taken = time.perf_counter() - started
    # A page written in the instant before it was read is read once more.
    if report.unchanged + report.same != articles or report.same > articles / 100:
        raise SystemExit(f"expected {articles} unchanged articles: {report}")
    return taken


def read_one_more(site: Path, articles: int) -> float:
    """One page changes between two readings."""
    from syndicate.jobs.ingest import ingest

    made = newsroom.Newsroom(articles)
    page = site.parent / "pages" / made.path(articles // 2)
    page.write_bytes(page.read_bytes().replace(b"</form>", b"<p>Corrected.</p></form>"))
    time.sleep(0.05)
    with opened(site) as press:
        started = time.perf_counter()
        report = ingest(press, SOURCE)
        taken = time.perf_counter() - started
    page.write_bytes(made.page(articles // 2))
    if report.changed != 1:
        raise SystemExit(f"expected one changed article: {report}")
    return taken


if __name__ == "__main__":
    main()
