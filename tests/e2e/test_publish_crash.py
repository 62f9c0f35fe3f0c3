"""Publishing is killed, meets another publisher, runs out of disk: what readers see stays whole.

``SYNDICATE_TEST_KILLS`` says how often a publisher is killed; a few times unless told otherwise.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
import zstandard
from lxml import etree

from syndicate.jobs import ingest, publish
from tests.conftest import missing
from tests.e2e.serving import until
from tests.support.sites import Site, make_site

KILLS = int(os.environ.get("SYNDICATE_TEST_KILLS", "4"))
SEED = 1_912

_UNPACKED = {
    ".gz": gzip.decompress,
    ".br": brotli.decompress,
    ".zst": lambda data: zstandard.ZstdDecompressor().decompress(data),
}
#: The first date of Atom is the feed's own; RSS has one, and the feed's page tells it.
_OWN_DATE = re.compile(
    rb"(?<=<updated>)[^<]*|(?<=<lastBuildDate>)[^<]*"
    rb'|<time datetime="[^"]*">Updated [^<]*'
)
_SECTIONS = (("201001", "City"), ("201002", "Docks"))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, temporary ones too."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def documents(files: dict[str, bytes]) -> dict[str, bytes]:
    return {
        name: data
        for name, data in files.items()
        if Path(name).suffix not in _UNPACKED and not name.endswith(".syndicate-tmp")
    }


def undated(files: dict[str, bytes]) -> dict[str, bytes]:
    """The documents without the feeds' own dates, and without the manifest that vouches for them.

    What was killed before it could record has published a date all the same, and
    the next one may not say an earlier one: a store that never published does.
    """
    return {
        name: _OWN_DATE.sub(b"", data, count=1)
        for name, data in documents(files).items()
        if name != "manifest.json"
    }


def own_dates(files: dict[str, bytes]) -> dict[str, bytes]:
    """When each Atom document says that it was updated."""
    found = {
        name: _OWN_DATE.search(data)
        for name, data in files.items()
        if Path(name).name.startswith("atom") and name.endswith(".xml")
    }
    return {name: date[0] for name, date in found.items() if date is not None}


def assert_whole(files: dict[str, bytes]) -> None:
    """Every document parses, and every compressed copy is one of it."""
    for name, data in files.items():
        ending = Path(name).suffix
        if name.endswith(".syndicate-tmp"):
            continue
        if ending in _UNPACKED:
            assert _UNPACKED[ending](data) == files[name.removesuffix(ending)], name
        elif ending in (".xml", ".opml"):
            etree.fromstring(data)
        elif ending == ".json":
            json.loads(data)
        else:
            assert data.rstrip().endswith(b"</html>"), name


def crowd(site: Site, start: int, count: int) -> None:
    """New articles, and another version of the one before."""
    for number in range(max(1, start - 1), start + count):
        site.write(
            str(number),
            section=_SECTIONS[number % 2],
            published=f"2026-01-{number // 24 % 20 + 1:02} {number % 24:02}:00",
            body=f"<p>Ferry {number} left with {start + number} aboard.</p>" * 12,
        )


def read_pages(site: Site) -> None:
    with site.press() as press:
        ingest.ingest(press, "cms")


def published_elsewhere(site: Site, folder: Path) -> dict[str, bytes]:
    """What a publish of the same store writes into an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with (
        sqlite3.connect(site.root / "data/store.db") as store,
        sqlite3.connect(folder / "store.db") as copy,
    ):
        store.backup(copy)
    store.close()
    copy.close()
    with site.press(
        f"store.url=sqlite:///{folder}/store.db",
        f"feeds.output={folder / 'feeds'}",
    ) as press:
        # A lease of the killed one has been copied too; it is dead, so nothing waits for it.
        assert publish.publish(press, rebuild=True).errors == ()
    return tree(folder / "feeds")


def begin_publish(site: Site) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "syndicate", "--config", str(site.file), "-q", "publish"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = make_site(
        tmp_path / "site",
        feeds="by = []\nitems = 5\narchive = 4\n",
        plain=False,
    )
    crowd(made, 1, 24)
    read_pages(made)
    with made.press() as press:
        publish.publish(press)
    return made


def test_a_killed_publisher_tears_nothing_and_the_next_one_finishes(
    site: Site, tmp_path: Path
) -> None:
    dice = random.Random(SEED)
    first, longest = 25, 1.0
    for _ in range(KILLS):
        crowd(site, first, 9)
        first += 9
        read_pages(site)
        before = tree(site.feeds)
        publishing = begin_publish(site)
        # Most of its time it is starting: wait until it has begun to write.
        until(lambda: publishing.poll() is not None or tree_moved(site.feeds, before))  # noqa: B023
        begun = time.monotonic()
        time.sleep(dice.uniform(0, longest))
        publishing.kill()
        publishing.communicate()
        if publishing.returncode == 0:
            longest = max(0.05, (time.monotonic() - begun) * 0.7)
        after = tree(site.feeds)
        assert_whole(after)
        expected, old = undated(published_elsewhere(site, tmp_path / "elsewhere")), undated(before)
        for name, data in undated(after).items():
            assert data in (old.get(name), expected.get(name)), name
        was = own_dates(before)
        assert all(date >= was.get(name, date) for name, date in own_dates(after).items())
        if dice.random() < 0.4:
            assert_finished(site, tmp_path)
    assert_finished(site, tmp_path)


def tree_moved(folder: Path, before: dict[str, bytes]) -> bool:
    """Whether a publisher has begun to write, told by names alone."""
    names = [name for _, _, files in os.walk(folder) for name in files]
    return sorted(names) != sorted(Path(path).name for path in before)


def assert_finished(site: Site, tmp_path: Path) -> None:
    site.run("-q", "publish")
    found = tree(site.feeds)
    assert_whole(found)
    expected = published_elsewhere(site, tmp_path / "elsewhere")
    assert found.keys() == expected.keys()
    assert [name for name in found if found[name] != expected[name]] == []


def test_two_publishers_at_once_tear_nothing(site: Site, tmp_path: Path) -> None:
    crowd(site, 25, 40)
    read_pages(site)
    both = [begin_publish(site), begin_publish(site)]
    while any(each.poll() is None for each in both):
        assert_whole_documents(site.feeds)
    said = [each.communicate()[0].decode() for each in both]
    # The second one may come when the first has done all.
    refused = [text for each, text in zip(both, said, strict=True) if each.returncode]
    assert len(refused) <= 1
    assert all("publish" in text and "process" in text for text in refused), refused
    assert_finished(site, tmp_path)


def assert_whole_documents(folder: Path) -> None:
    """The same as for a reader who comes while files are replaced: documents alone."""
    for path in folder.rglob("*.xml"):
        etree.fromstring(path.read_bytes())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        missing("tmpfs", mounted.stderr.strip() or "no file system can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_leaves_the_old_feeds_whole(tmp_path: Path, small_disk: Path) -> None:
    site = make_site(
        tmp_path / "site",
        feeds=f'output = "{small_disk}/feeds"\nby = []\nitems = 5\narchive = 4\n',
        plain=False,
    )
    crowd(site, 1, 8)
    read_pages(site)
    site.run("-q", "publish")
    feeds = small_disk / "feeds"
    before = tree(feeds)
    ballast = small_disk / "ballast"
    fill(ballast, leave=96 * 1024)
    crowd(site, 9, 16)
    read_pages(site)

    done = site.run("publish", check=False)

    assert done.returncode in (1, 4)
    assert "no space left on device" in done.stdout + done.stderr
    assert (done.stdout + done.stderr).count("free some space") == 1
    again = site.run("publish", "--json", check=False)
    assert again.stdout, again.stderr + done.stderr
    every = json.loads(again.stdout)["errors"]
    assert len([error for error in every if "no space left" in error]) > 1
    after = tree(feeds)
    assert_whole(after)
    assert not [name for name in after if name.endswith(".syndicate-tmp")]
    assert documents(before).keys() <= after.keys()
    ballast.unlink()
    site.run("-q", "publish")
    with site.press(f"feeds.output={tmp_path / 'other'}") as press:
        publish.publish(press, rebuild=True)
    assert tree(feeds) == tree(tmp_path / "other")


def fill(ballast: Path, *, leave: int) -> None:
    """Write into a file until the disk has so many bytes left."""
    free = os.statvfs(ballast.parent)
    ballast.write_bytes(bytes(free.f_bavail * free.f_frsize - leave))
