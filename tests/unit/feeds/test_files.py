"""Files on disk: whole, unchanged where they can be, and nothing left lying about."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from syndicate.feeds import files
from syndicate.model.errors import PublishError


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_new_file_is_written_and_its_folders_made(tmp_path: Path):
    path = tmp_path / "feeds" / "ships" / "rss.xml"
    assert files.write(path, b"one")
    assert path.read_bytes() == b"one"
    assert left(tmp_path) == ["rss.xml"]


def test_a_file_that_holds_the_bytes_is_not_touched(tmp_path: Path):
    path = tmp_path / "rss.xml"
    files.write(path, b"one")
    before = path.stat()
    assert not files.write(path, b"one")
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("data", [b"two", b"longer", b""])
def test_a_changed_file_is_another_file(tmp_path: Path, data: bytes):
    path = tmp_path / "rss.xml"
    files.write(path, b"one")
    with path.open("rb") as reader:
        assert files.write(path, data)
        assert reader.read() == b"one"
    assert path.read_bytes() == data


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o000, 0o644)])
def test_the_umask_has_its_say(tmp_path: Path, mask: int, mode: int):
    before = os.umask(mask)
    try:
        files.write(tmp_path / "rss.xml", b"one")
    finally:
        os.umask(before)
    assert (tmp_path / "rss.xml").stat().st_mode & 0o777 == mode


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_explained_and_the_old_file_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "rss.xml"
    files.write(path, b"one")
    # What the system itself says when a disk is full, on the file that is being written.
    opened = os.fdopen

    def on_a_full_disk(descriptor: int, mode: str):
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, descriptor)
        os.close(full)
        return opened(descriptor, mode)

    monkeypatch.setattr(os, "fdopen", on_a_full_disk)
    with pytest.raises(PublishError) as caught:
        files.write(path, b"two")
    assert str(caught.value) == (
        f"{path}: no space left on device; "
        "free some space and publish again; what was published before is whole"
    )
    assert path.read_bytes() == b"one"
    assert left(tmp_path) == ["rss.xml"]


def test_a_folder_in_the_way_is_explained(tmp_path: Path):
    (tmp_path / "rss.xml" / "x").mkdir(parents=True)
    with pytest.raises(PublishError, match=r"rss.xml: is a directory; mend this"):
        files.write(tmp_path / "rss.xml", b"one")
    assert left(tmp_path) == []


def test_a_folder_that_may_not_be_written_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refused(*_: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    # The tests may run as root, whom no folder refuses.
    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(PublishError, match="permission denied; let this user write to"):
        files.write(tmp_path / "rss.xml", b"one")


def test_a_file_can_be_taken_away_once(tmp_path: Path):
    path = tmp_path / "rss.xml"
    files.write(path, b"one")
    assert files.remove(path)
    assert not files.remove(path)


def test_what_cannot_be_taken_away_is_explained(tmp_path: Path):
    with pytest.raises(PublishError, match=str(tmp_path)):
        files.remove(tmp_path)


WRITER = """
import os, sys, time
from pathlib import Path
from syndicate.feeds import files
os.fsync = lambda descriptor: (print("writing", flush=True), time.sleep(60))
files.write(Path(sys.argv[1]), b"two")
"""


@pytest.fixture
def writer(tmp_path: Path):
    """Another publisher, held in the middle of writing rss.xml."""
    path = tmp_path / "ships" / "rss.xml"
    files.write(path, b"one")
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_what_a_killed_publisher_left_is_swept(tmp_path: Path, writer: subprocess.Popen[str]):
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert len(left(tmp_path)) == 2
    assert files.sweep(tmp_path) == 1
    assert left(tmp_path) == ["rss.xml"]
    assert (tmp_path / "ships" / "rss.xml").read_bytes() == b"one"


@pytest.mark.usefixtures("writer")
def test_what_a_living_publisher_writes_is_not_swept(tmp_path: Path):
    assert files.sweep(tmp_path) == 0
    assert len(left(tmp_path)) == 2


@pytest.mark.usefixtures("writer")
def test_two_publishers_do_not_wait_for_each_other(tmp_path: Path):
    assert files.write(tmp_path / "ships" / "rss.xml", b"three")
    assert (tmp_path / "ships" / "rss.xml").read_bytes() == b"three"
