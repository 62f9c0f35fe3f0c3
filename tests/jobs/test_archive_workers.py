"""Many archive documents are written by worker processes, with the same bytes as by one."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from syndicate.jobs.press import Press
from syndicate.jobs.publish import PublishReport, publish
from syndicate.jobs.publishing import archive, crew
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site


def filled(root: Path) -> Site:
    """A site whose archives hold forty documents of two sections."""
    site = make_site(root, feeds="archive = 2\nitems = 4\n")
    pages = [
        page(str(n), published=at(f"2026-01-{n % 28 + 1:02}T08:00"), body=f"<p>Tide {n}.</p>")
        for n in range(1, 81)
    ]
    with site.press() as press:
        fill(press, *pages, moment="2026-02-01T08:00")
    return site


def tree(site: Site) -> dict[str, bytes]:
    return {
        str(path.relative_to(site.feeds)): path.read_bytes()
        for path in site.feeds.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process alone publishes."""
    site = filled(tmp_path_factory.mktemp("alone") / "site")
    with site.press() as press:
        publish(press)
    return tree(site)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(archive, "FEW", 5)
    monkeypatch.setattr(crew, "_SMALLEST", 5)
    return filled(tmp_path / "site")


@contextmanager
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[crew.Parcel]]:
    """Parcels that came back from workers."""
    come: list[crew.Parcel] = []
    write = crew.write

    def counted(*given: object, **named: object) -> Iterator[crew.Parcel]:
        for parcel in write(*given, **named):  # type: ignore[arg-type]
            come.append(parcel)
            yield parcel

    monkeypatch.setattr(crew, "write", counted)
    yield come


def published(
    site: Site, progress: Callable[[int], None] = lambda _: None, **named: object
) -> PublishReport:
    def listener(what: str) -> Callable[..., None]:
        return lambda done, *_: progress(done) if what == "archives" else None

    with site.press() as press:
        press = Press(press.config, press.store, press.clock, progress=listener, **named)  # type: ignore[arg-type]
        return publish(press)


def test_workers_write_the_same_bytes(
    site: Site, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    with counting(monkeypatch) as parcels:
        report = published(site)
    assert len(parcels) > 1
    assert report.errors == ()
    assert tree(site) == expected
    assert published(site).archives.written == 0


def test_a_killed_worker_loses_nothing(site: Site, expected: dict[str, bytes]) -> None:
    killed: list[int] = []

    def kill(done: int) -> None:
        if done and not killed:
            for child in multiprocessing.active_children():
                killed.append(child.pid or 0)
                child.kill()

    report = published(site, kill)
    assert killed
    assert report.errors == ()
    assert tree(site) == expected


def test_who_is_stopped_goes_on_next_time(site: Site, expected: dict[str, bytes]) -> None:
    done = 0

    def note(number: int) -> None:
        nonlocal done
        done = number

    published(site, note, stopping=lambda: done > 0)
    published(site)
    assert tree(site) == expected


def test_few_documents_start_no_process(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "FEW", 1_000)
    with counting(monkeypatch) as parcels:
        assert published(site).archives.written
    assert parcels == []


def test_a_document_that_cannot_be_written_keeps_no_other_from_it(
    site: Site, expected: dict[str, bytes]
) -> None:
    blocked = site.feeds / "city/archive/atom-3.xml/in-the-way"
    blocked.mkdir(parents=True)
    report = published(site)
    assert any("atom-3.xml" in error for error in report.errors)
    shutil.rmtree(blocked.parent)
    assert published(site).errors == ()
    assert tree(site) == expected
