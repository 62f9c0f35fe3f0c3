"""What people and programs are shown."""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from syndicate.cli.output import (
    Column,
    counted,
    write_errors,
    write_json,
    write_pairs,
    write_table,
)
from syndicate.model.errors import ExitCode
from tests.unit.cli.running import environment
from tests.unit.cli.running import on_a_terminal as terminal


@dataclass
class Row:
    name: str
    at: datetime


def test_json_is_written_for_programs(capsys):
    write_json(
        {
            "b": Row("盐沼", datetime(2026, 1, 26, 9, tzinfo=UTC)),
            "a": [Path("feeds"), timedelta(minutes=15), {"z", "y"}, ExitCode.PARTLY],
        }
    )
    assert json.loads(capsys.readouterr().out) == {
        "b": {"name": "盐沼", "at": "2026-01-26T09:00:00+00:00"},
        "a": ["feeds", 900, ["y", "z"], 4],
    }


def test_json_does_not_guess_at_what_it_does_not_know():
    with pytest.raises(TypeError, match="object has no JSON form"):
        write_json(object())


def test_what_ails_many_alike_is_said_once(capsys):
    full = "no space left on device; free some space"
    write_errors(
        [
            f"/feeds/rss.xml: {full}",
            "/feeds/city: not a directory; mend this",
            f"/feeds/atom.xml: {full}",
            f"/feeds/feed.json: {full}",
            "without a cause",
            "as well without one",
        ]
    )
    assert capsys.readouterr().err.splitlines() == [
        f"error: /feeds/rss.xml and 2 more: {full}",
        "error: /feeds/city: not a directory; mend this",
        "error: without a cause",
        "error: as well without one",
    ]


def test_a_table_in_a_pipe_is_plain_and_aligned(capsys):
    write_table(
        ["name", Column("items", align="right"), "hidden"],
        [("harbour", 5, True), ("中文", 120, None), ("x" * 90, 1, False)],
    )
    assert capsys.readouterr().out.splitlines() == [
        "name" + " " * 88 + "items  hidden",
        "harbour" + " " * 85 + "    5  yes",
        "中文" + " " * 88 + "  120",
        "x" * 90 + "  " + "    1  no",
    ]


def test_a_table_without_rows_is_nothing(capsys):
    write_table(["name"], [])
    assert capsys.readouterr().out == ""


def test_pairs_stand_under_each_other(capsys):
    write_pairs({"feeds": 12, "written": datetime(2026, 1, 26, 9, tzinfo=UTC)})
    assert capsys.readouterr().out.splitlines() == [
        "feeds    12",
        "written  2026-01-26T09:00:00+00:00",
    ]


def test_a_headline_can_not_steer_the_terminal(capsys):
    write_pairs({"headline": "red \x1b[31malert\x9b2J\nnext"})
    assert capsys.readouterr().out == "headline  red [31malert 2J next\n"


def on_a_terminal(code, **more):
    """What ``code`` writes to a terminal of 40 columns."""
    shown, ended = terminal(sys.executable, "-c", code, **more)
    assert ended == 0
    return shown


TABLE = """
from syndicate.cli.output import write_table
write_table(["name", "title"], [("weekly", "The Week in Saltmarrow, from Monday to Sunday")])
"""


def test_a_terminal_gets_one_accent_and_no_boxes():
    shown = on_a_terminal(TABLE)
    assert "\x1b[36m" in shown
    assert not set(shown) & set("─│┃━╭╮+|")


def test_a_terminal_without_colour_gets_none():
    assert "\x1b[36m" not in on_a_terminal(TABLE, NO_COLOR="1")


def test_a_table_stays_within_the_terminal():
    shown = on_a_terminal(TABLE, NO_COLOR="1")
    assert max(len(line.rstrip("\r")) for line in shown.split("\n") if "\x1b" not in line) <= 40


WIDE = """
from syndicate.cli.output import Column, write_table
write_table(
    ["domain", Column("mails", "right"), "reason"],
    [("tide.example", 21, "550 5.7.1 This is likely unsolicited mail, and refused")],
)
"""


def test_what_is_too_wide_for_the_terminal_takes_lines_and_hides_nothing():
    shown = on_a_terminal(WIDE, NO_COLOR="1")
    # The heading is dim; nothing else is styled.
    heading, *lines = [line.rstrip() for line in shown.splitlines()]
    assert lines[0].startswith("tide.example     21  550 5.7.1")
    assert max(map(len, lines)) <= 40
    reason = " ".join(line[21:] for line in lines)
    assert reason == "550 5.7.1 This is likely unsolicited mail, and refused"
    assert "…" not in heading


CUT = """
from syndicate.cli.output import Column, write_table
write_table(
    ["article", Column("headline", cut=True)],
    [("cms/1042", "Listening to concrete: microphones in the breakwater"), ("cms/1043", "Gulls")],
)
"""


def test_a_column_that_may_be_cut_leaves_each_row_a_line():
    shown = on_a_terminal(CUT, NO_COLOR="1")
    lines = [line.rstrip() for line in shown.splitlines()][1:]
    assert lines == ["cms/1042  Listening to concrete: microp…", "cms/1043  Gulls"]


PROGRESS = """
from syndicate.cli.progress import progress_bar
with progress_bar("Reading", quiet={quiet}) as progress:
    progress(1, 3)
    progress(3, 3)
"""


def test_progress_shows_on_a_terminal():
    assert "Reading" in on_a_terminal(PROGRESS.format(quiet=False))


def test_progress_is_silent_when_quiet_was_asked_for():
    assert on_a_terminal(PROGRESS.format(quiet=True)) == ""


def test_progress_is_silent_in_a_pipe():
    done = subprocess.run(
        [sys.executable, "-c", PROGRESS.format(quiet=False)],
        env=environment(),
        capture_output=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == (b"", b"")


def test_one_of_a_thing_is_told_in_the_singular():
    assert counted(1, "picture", "copied") == "1 picture copied"
    assert counted(1200, "feed") == "1,200 feeds"
