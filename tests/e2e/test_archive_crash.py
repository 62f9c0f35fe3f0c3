"""A publisher is killed while its workers write archives: nothing is torn, and nobody lives on."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from syndicate.jobs.publish import publish
from tests.e2e.serving import until
from tests.e2e.test_publish_crash import assert_whole, documents, published_elsewhere, tree
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

OLD, NEW = 40, 280


def crowd(site: Site, first: int, last: int, *, day: int) -> None:
    with site.press() as press:
        fill(
            press,
            *(
                page(
                    str(number),
                    published=at(f"2026-01-{number % 28 + 1:02}T08:00"),
                    body=f"<p>Ferry {number} has left.</p>" * 40,
                )
                for number in range(first, last + 1)
            ),
            moment=f"2026-02-{day:02}T08:00",
        )


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with some old archives, and so many new documents that workers write them."""
    made = make_site(tmp_path / "site", plain=False, feeds="by = []\nitems = 4\narchive = 2\n")
    crowd(made, 1, OLD, day=1)
    with made.press() as press:
        publish(press)
    crowd(made, OLD + 1, NEW, day=2)
    return made


def begun(site: Site) -> subprocess.Popen[bytes]:
    """A publisher in a session of its own, by which all that it starts are known."""
    command = [sys.executable, "-m", "syndicate", "--config", str(site.file), "-q"]
    return subprocess.Popen([*command, "publish"], start_new_session=True)


def members(session: int) -> Iterator[int]:
    """The processes of a session that have not ended."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of, *_ = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(of) == session and state != "Z":
            yield int(status.parent.name)


def archived(site: Site) -> int:
    return sum(len(names) for path, _, names in os.walk(site.feeds) if path.endswith("/archive"))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc who lives")
def test_who_is_killed_among_workers_tears_nothing_and_leaves_nobody(
    site: Site, tmp_path: Path
) -> None:
    before = tree(site.feeds)
    dice = random.Random(1_912)
    for _ in range(2):
        start = archived(site)
        publishing = begun(site)
        until(lambda: archived(site) > start + 20 or publishing.poll() is not None)  # noqa: B023
        workers = set(members(publishing.pid)) - {publishing.pid}
        time.sleep(dice.uniform(0, 0.1))
        publishing.kill()
        publishing.wait()
        assert publishing.returncode < 0, "it was done before it was killed"
        assert len(workers) > 1
        until(lambda: not any(members(publishing.pid)))  # noqa: B023
        after = tree(site.feeds)
        assert_whole(after)
        expected = documents(published_elsewhere(site, tmp_path / "elsewhere"))
        for name, data in documents(after).items():
            assert data in (before.get(name), expected[name]), name
        # Feeds come after archives.
        assert after["city/rss.xml"] == before["city/rss.xml"]
    finishing = begun(site)
    assert finishing.wait() == 0
    until(lambda: not any(members(finishing.pid)))
    assert tree(site.feeds) == published_elsewhere(site, tmp_path / "elsewhere")
