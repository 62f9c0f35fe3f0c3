"""What a scan finds new, changed, unchanged and gone."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.ingest.folder import RACY_NS, Scan, moment_of, scan
from syndicate.model.errors import SourceError

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 1, 26, 1, tzinfo=UTC)


def look(root: Path, known: dict[str, str] | None = None, *, later: float = 1.0) -> Scan:
    """Scan ``root`` as if ``later`` seconds had passed since the files were written."""
    looked = time.time_ns() + int(later * 1e9)
    return scan(root, known=known or {}, moment=NOW, zone=SHANGHAI, looked_ns=looked)


def write(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path)


def prints(found: Scan) -> dict[str, str]:
    return {file.path: file.fingerprint for reading in found.readings for file in reading.files}


def paths(found: Scan) -> list[list[str]]:
    return [[file.path for file in reading.files] for reading in found.readings]


def test_every_ending_and_depth_is_found_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.aspx", "a/c.xml", "a/b/none", "a/b.HTML", "z.txt")
    found = look(tmp_path)
    assert paths(found) == [["a/b.HTML", "a/b/none", "a/c.xml", "b.aspx", "z.txt"]]
    assert found.readings[0].moment == NOW
    assert not found.readings[0].dated
    assert found.seen == found.changed == 5


def test_what_lies_beside_pages_is_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path, "a.jpg", "b.CSS", "c.pdf", ".hidden", ".git/d.aspx", "e.aspx~", "f.zip", "g.aspx"
    )
    found = look(tmp_path)
    assert paths(found) == [["g.aspx"]]
    assert found.seen == 1


def test_a_known_file_is_not_read_again(tmp_path: Path) -> None:
    write(tmp_path, "a.aspx", "b/c.aspx")
    found = look(tmp_path, prints(look(tmp_path)))
    assert (found.readings, found.seen, found.unchanged, found.gone) == ((), 2, 2, ())


@pytest.mark.parametrize("how", ["longer", "same length", "same length and time", "replaced"])
def test_a_changed_file_is_read_again(tmp_path: Path, how: str) -> None:
    write(tmp_path, "a.aspx", "b.aspx")
    known = prints(look(tmp_path))
    file = tmp_path / "a.aspx"
    before = file.stat()
    time.sleep(0.02)
    if how == "replaced":
        write(tmp_path, "new")
        os.replace(tmp_path / "new", file)
    else:
        file.write_text("A.ASPX" + "!" * (how == "longer"))
    if how == "same length and time":
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    found = look(tmp_path, known)
    assert paths(found) == [["a.aspx"]]
    assert found.unchanged == 1


def test_a_file_just_written_is_looked_at_again(tmp_path: Path) -> None:
    write(tmp_path, "a.aspx")
    known = prints(look(tmp_path, later=0))
    again = look(tmp_path, known)
    assert paths(again) == [["a.aspx"]]
    assert look(tmp_path, prints(again)).unchanged == 1
    assert RACY_NS < 1e9


def test_what_is_no_more_is_gone(tmp_path: Path) -> None:
    write(tmp_path, "a.aspx")
    found = look(tmp_path, {**prints(look(tmp_path)), "b.aspx": "x", "a/c.aspx": "x"})
    assert found.gone == ("a/c.aspx", "b.aspx")


def test_what_can_not_be_listed_is_not_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "shut/a.aspx", "open/b.aspx")
    known = {**prints(look(tmp_path)), "shut/c.aspx": "x", "open/d.aspx": "x"}
    listed = os.scandir

    def refuse(path: str) -> os.ScandirIterator[str]:  # type: ignore[name-defined]
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = look(tmp_path, known)
    assert found.gone == ("open/d.aspx",)
    assert found.problems == ("shut: Permission denied",)


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_source_that_can_not_be_listed_is_an_error(tmp_path: Path, name: str) -> None:
    write(tmp_path, "file")
    with pytest.raises(SourceError, match="can't be listed"):
        look(tmp_path / name)


# -- dated folders --------------------------------------------------------------


def test_dated_folders_are_readings_in_the_order_of_their_moments(tmp_path: Path) -> None:
    write(
        tmp_path,
        "2026-01-19T08/101/a.aspx",
        "2026-01-12T08/101/a.aspx",
        "b.aspx",
        "2026-01-19T00:00Z/c.aspx",
    )
    found = look(tmp_path)
    assert [(reading.moment, reading.dated) for reading in found.readings] == [
        (datetime(2026, 1, 12, tzinfo=UTC), True),
        (datetime(2026, 1, 19, tzinfo=UTC), True),
        (NOW, False),
    ]
    assert paths(found)[1] == ["2026-01-19T00:00Z/c.aspx", "2026-01-19T08/101/a.aspx"]


def test_the_nearest_dated_folder_counts(tmp_path: Path) -> None:
    write(tmp_path, "2026-01-12T08/x/2026-01-19T08/y/a.aspx")
    assert [reading.moment for reading in look(tmp_path).readings] == [
        datetime(2026, 1, 19, tzinfo=UTC)
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2026-01-19T08", datetime(2026, 1, 19, 0, tzinfo=UTC)),
        ("2026-01-19T0830", datetime(2026, 1, 19, 0, 30, tzinfo=UTC)),
        ("2026-01-19T08:30", datetime(2026, 1, 19, 0, 30, tzinfo=UTC)),
        ("2026-01-19T083015", datetime(2026, 1, 19, 0, 30, 15, tzinfo=UTC)),
        ("2026-01-19T08:30Z", datetime(2026, 1, 19, 8, 30, tzinfo=UTC)),
        ("2026-01-19T08:30+01:00", datetime(2026, 1, 19, 7, 30, tzinfo=UTC)),
        ("2026-01-19T0830-0330", datetime(2026, 1, 19, 12, 0, tzinfo=UTC)),
        ("2026-01-19T08+01", datetime(2026, 1, 19, 7, tzinfo=UTC)),
        ("2026-01-19", None),
        ("2026-13-19T08", None),
        ("2026-01-19T24", None),
        ("2026-01-19T08+99", None),
        ("x2026-01-19T08", None),
        ("101001", None),
    ],
)
def test_names_that_are_moments(name: str, expected: datetime | None) -> None:
    assert moment_of(name, SHANGHAI) == expected


@given(st.text(max_size=24))
def test_any_other_name_is_none(name: str) -> None:
    assert moment_of(name, SHANGHAI) is None or name[4:5] == "-"


# -- links and odd files ----------------------------------------------------------


def test_links_out_of_the_source_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.aspx", "source/a.aspx")
    (tmp_path / "source/b.aspx").symlink_to(tmp_path / "outside/secret.aspx")
    (tmp_path / "source/dir").symlink_to(tmp_path / "outside")
    (tmp_path / "source/up").symlink_to("..")
    (tmp_path / "source/dangling").symlink_to("nowhere")
    assert paths(look(tmp_path / "source")) == [["a.aspx"]]


def test_links_within_the_source_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path, "release-1/a.aspx", "b/c.aspx")
    (tmp_path / "current").symlink_to("release-1")
    (tmp_path / "b/d.aspx").symlink_to("c.aspx")
    (tmp_path / "b/loop").symlink_to("../b")
    (tmp_path / "b/round").symlink_to("..")
    found = look(tmp_path)
    assert set(paths(found)[0]) >= {"release-1/a.aspx", "current/a.aspx", "b/c.aspx", "b/d.aspx"}
    assert all(path.count("loop") < 2 for path in paths(found)[0])


def test_a_source_may_itself_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "real/a.aspx")
    (tmp_path / "link").symlink_to("real")
    assert paths(look(tmp_path / "link")) == [["a.aspx"]]


def test_special_files_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.aspx")
    write(tmp_path, "a.aspx")
    assert paths(look(tmp_path)) == [["a.aspx"]]


def test_names_that_are_not_utf_8_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a.aspx", "图/文章.aspx")
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.aspx"))).write_text("x")
    directory = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xff"))
    directory.mkdir()
    found = look(tmp_path)
    assert paths(found) == [["a.aspx", "图/文章.aspx"]]
    assert found.problems == ("'d\\udcff': its name is not UTF-8",)
