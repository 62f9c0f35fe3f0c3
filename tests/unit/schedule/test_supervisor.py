"""The worker process: started, watched, waited for, and held back when it fails."""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import timedelta

import pytest

from syndicate.schedule.supervisor import Supervisor, pause
from tests.support.articles import at


class Log:
    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []

    def debug(self, event: str, **facts: object) -> None:
        self.lines.append(("debug", f"{event} {facts}"))

    def warning(self, event: str, **facts: object) -> None:
        self.lines.append(("warning", f"{event} {facts}"))

    def error(self, event: str, **facts: object) -> None:
        self.lines.append(("error", f"{event} {facts}"))

    def of(self, level: str) -> list[str]:
        return [text for found, text in self.lines if found == level]


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Bench:
    """A supervisor over a Python script, with a clock of its own."""

    def __init__(self, script: str) -> None:
        self.log, self.clock = Log(), Clock()
        self.supervisor = Supervisor(
            [sys.executable, "-c", script], log=self.log, monotonic=self.clock
        )

    async def work(self, **work) -> None:
        """Start a worker and wait for its end."""
        await self.supervisor.start([], work=work)
        while self.supervisor._watching is not None and not self.supervisor._watching.done():
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (1, 30), (2, 60), (3, 120), (5, 480), (6, 600), (7, 600), (10_000, 600)],
)
def test_the_pause_doubles_up_to_ten_minutes(failures, seconds):
    assert pause(failures) == timedelta(seconds=seconds)


@pytest.mark.parametrize("code", [0, 4])
def test_one_that_did_its_work_can_be_followed_at_once(code):
    async def run() -> Bench:
        bench = Bench(f"raise SystemExit({code})")
        await bench.work()
        return bench

    bench = asyncio.run(run())
    assert bench.supervisor.is_ready
    assert bench.log.of("error") == []


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("raise SystemExit(1)", "exit code 1"),
        ("raise SystemExit(3)", "exit code 3"),
        ("import os; os.kill(os.getpid(), 9)", "SIGKILL"),
    ],
)
def test_one_that_failed_is_followed_after_a_pause(script, said):
    async def run() -> Bench:
        bench = Bench(script)
        await bench.work()
        assert not bench.supervisor.is_ready
        bench.clock.now += 29
        assert not bench.supervisor.is_ready
        bench.clock.now += 1
        assert bench.supervisor.is_ready
        await bench.work()
        bench.clock.now += 59
        assert not bench.supervisor.is_ready
        return bench

    assert said in asyncio.run(run()).log.of("error")[0]


def test_one_that_can_not_even_start_is_followed_after_a_pause():
    async def run() -> None:
        log, clock = Log(), Clock()
        supervisor = Supervisor(["/nowhere/python"], log=log, monotonic=clock)
        await supervisor.start([], work={})
        assert not supervisor.is_ready
        assert "could not be started" in log.of("error")[0]

    asyncio.run(run())


def test_a_success_ends_the_row_of_failures(tmp_path):
    async def run() -> None:
        flag = tmp_path / "well"
        bench = Bench(f"import os; raise SystemExit(0 if os.path.exists({str(flag)!r}) else 1)")
        for _ in range(3):
            await bench.work()
            bench.clock.now += 600
        flag.touch()
        await bench.work()
        flag.unlink()
        await bench.work()
        bench.clock.now += 30
        assert bench.supervisor.is_ready

    asyncio.run(run())


def test_one_that_leaves_its_work_undone_is_not_started_again_and_again():
    async def run() -> None:
        bench = Bench("pass")
        await bench.work(publish=at("2026-01-26T01:00"))
        await bench.work(publish=at("2026-01-26T01:00"))
        assert "undone" in bench.log.of("error")[0]
        assert not bench.supervisor.is_ready
        bench.clock.now += 30
        assert bench.supervisor.is_ready

    asyncio.run(run())


def test_the_same_work_at_its_next_time_is_work_like_any_other():
    async def run() -> None:
        bench = Bench("pass")
        await bench.work(publish=at("2026-01-26T01:00"))
        await bench.work(publish=at("2026-01-26T01:15"))
        assert bench.supervisor.is_ready

    asyncio.run(run())


def test_stopping_waits_for_the_step_that_is_under_way(tmp_path):
    done = tmp_path / "done"
    script = f"""
import pathlib, signal, time
told = []
signal.signal(signal.SIGTERM, lambda *_: told.append(1))
pathlib.Path({str(tmp_path / "ready")!r}).touch()
while not told:
    time.sleep(0.01)
time.sleep(0.3)
pathlib.Path({str(done)!r}).touch()
"""

    async def run() -> None:
        bench = Bench(script)
        await bench.supervisor.start([], work={})
        while not (tmp_path / "ready").exists():
            await asyncio.sleep(0.01)
        await bench.supervisor.stop()
        assert done.exists()
        assert bench.log.of("error") == []
        assert not bench.supervisor.is_ready

    asyncio.run(run())


def test_stopping_with_nothing_under_way_is_at_once():
    asyncio.run(Supervisor(["true"], log=Log(), monotonic=Clock()).stop())


def test_a_worker_is_in_a_group_of_its_own_and_goes_with_all_it_started(tmp_path):
    pids = tmp_path / "pids"
    script = f"""
import os, pathlib, subprocess, sys, signal
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
pathlib.Path({str(pids)!r} + ".new").write_text(f"{{os.getpgid(0)}} {{child.pid}}")
os.rename({str(pids)!r} + ".new", {str(pids)!r})
child.wait()
"""

    async def run() -> None:
        bench = Bench(script)
        await bench.supervisor.start([], work={})
        while not pids.exists():
            await asyncio.sleep(0.01)
        group, child = map(int, pids.read_text().split())
        assert group != os.getpgid(0)
        bench.supervisor.kill()
        await bench.supervisor.stop()
        while _is_running(child):
            await asyncio.sleep(0.01)

    asyncio.run(run())


def _is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
