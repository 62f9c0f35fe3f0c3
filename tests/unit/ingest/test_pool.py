"""Reading many files, in this process and in workers."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from syndicate.ingest import pool, registry
from syndicate.ingest.folder import File
from syndicate.ingest.origin import Origin
from syndicate.ingest.pool import Outcome, read_files
from syndicate.model.article import Page
from syndicate.model.errors import PageError
from tests.unit.ingest.pages import ORIGIN, page


def read_or_die(data: bytes, *, name: str, origin: Origin) -> Page:
    """A reader that a certain page brings down, as a fault in a C library would."""
    if b"poison" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    return registry.READERS["cms-pages"](data, name=name, origin=origin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def fill(folder: Path, count: int, *, odd: dict[int, str] | None = None) -> list[File]:
    files = []
    for number in range(count):
        text = (odd or {}).get(number, page(id=str(number)))
        (folder / f"{number}.aspx").write_text(text)
        files.append(File(f"{number}.aspx", "f", len(text)))
    return files


def outcomes(
    folder: Path, files: list[File], *, workers: int, kind: str = "cms-pages"
) -> Iterator[Outcome]:
    origin = replace(ORIGIN, folder=folder)
    return read_files(files, origin, root=folder, kind=kind, workers=workers)


@pytest.mark.parametrize("workers", [1, 2])
def test_pages_and_errors_come_in_the_order_of_the_files(folder: Path, workers: int) -> None:
    files = fill(folder, 260, odd={7: "", 133: page(time="soon")})
    found = list(outcomes(folder, files, workers=workers))
    assert [outcome.file for outcome in found] == files
    assert [outcome.page.key for outcome in found if outcome.page][:8] == [*"0123456", "8"]
    assert {
        number: outcome.error.field for number, outcome in enumerate(found) if outcome.error
    } == {
        7: "page",
        133: "time",
    }


def test_workers_give_the_same_pages(folder: Path) -> None:
    body = '<p>Text.</p><img src="https://a.example/p.jpg" alt="p"><p>Translated by Bo Chu</p>'
    rich = page(body, byline="Ann Bly", items='<li><a href="/a.pdf">A</a></li><li>tag</li>')
    files = fill(
        folder, 210, odd={n: rich.replace('id="11"', f'id="{n}"') for n in range(0, 210, 3)}
    )
    assert list(outcomes(folder, files, workers=2)) == list(outcomes(folder, files, workers=1))


def test_few_files_start_no_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pool, "ProcessPoolExecutor")
    assert len(list(outcomes(folder, fill(folder, 5), workers=8))) == 5


def test_a_file_that_is_no_more_is_an_error(folder: Path) -> None:
    files = fill(folder, 2)
    (folder / "0.aspx").unlink()
    gone, there = outcomes(folder, files, workers=1)
    assert str(gone.error) == (
        "0.aspx: file: can't be read: No such file or directory; check its permissions"
    )
    assert there.page


def test_any_fault_of_a_reader_stays_with_its_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(data: bytes, *, name: str, origin: Origin) -> Page:
        raise RecursionError("too deep")

    monkeypatch.setattr(pool, "READERS", {"cms-pages": stumble})
    (found,) = outcomes(folder, fill(folder, 1), workers=1)
    assert str(found.error) == "0.aspx: page: RecursionError: too deep; report this page"


def test_a_page_that_brings_a_worker_down_fails_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_answer_chunk", answer_or_die)
    files = fill(folder, 320, odd={60: page("<p>poison</p>", id="60")})
    found = list(outcomes(folder, files, workers=2))
    assert [outcome.file for outcome in found] == files
    failed = [outcome for outcome in found if outcome.error]
    assert [str(outcome.error) for outcome in failed] == [
        "60.aspx: page: brings the process down that reads it; report this page"
    ]


def answer_or_die(job: pool.Job, paths: list[str]) -> list[object]:
    pool.READERS = {"cms-pages": read_or_die}  # type: ignore[misc]
    return _answer_chunk(job, paths)  # type: ignore[return-value]


_answer_chunk = pool._answer_chunk


def test_an_abandoned_reading_leaves_no_worker_behind(folder: Path) -> None:
    reading = outcomes(folder, fill(folder, 400), workers=2)
    next(reading)
    before = set(pool.multiprocessing.active_children())
    reading.close()  # type: ignore[attr-defined]
    assert before
    assert not set(pool.multiprocessing.active_children()) & before


def test_an_error_keeps_its_field_on_the_way(folder: Path) -> None:
    files = fill(folder, 210, odd={0: page(time="soon")})
    first = next(iter(outcomes(folder, files, workers=2)))
    assert isinstance(first.error, PageError)
    assert first.error.field == "time"
    assert str(first.error).startswith("0.aspx: time: h4 ")
