"""What the documents show is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import missing
from tests.support import postgres
from tests.unit.docs import console
from tests.unit.docs.pages import documents, name

SCRIPTS = {
    path: script
    for path in documents()
    if (script := console.read(path.read_text(encoding="utf-8"))).steps
}


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_every_command_does_what_the_document_shows(path: Path, tmp_path: Path) -> None:
    script = SCRIPTS[path]
    if script.needs == "postgres":
        if postgres.binaries() is None:
            missing("postgres", "install Debian's package postgresql")
        with postgres.cluster() as url:
            # As people write it.
            plain = url.replace("postgresql+psycopg://", "postgresql://")
            play(script, tmp_path, DATABASE_URL=f"{plain}postgres")
    else:
        play(script, tmp_path)


def play(script: console.Script, folder: Path, **environment: str) -> None:
    runner = console.Runner(folder, **environment)
    if script.site == "sample":
        runner.start_sample()
    for step in script.steps:
        if isinstance(step, console.File):
            runner.write(step)
        elif fault := runner.run(step):
            pytest.fail(fault, pytrace=False)


@pytest.mark.parametrize("wanted", ["docs/tutorial/first-site.md", "README.md"])
def test_the_ways_in_are_tried(wanted: str) -> None:
    assert wanted in [name(path) for path in SCRIPTS]


def test_a_document_without_commands_has_no_script() -> None:
    assert console.read("```sh\nrm -rf /\n```\n").steps == ()


def test_commands_have_their_output_and_their_line() -> None:
    script = console.read("# A\n\n```console\n$ one\nsaid\n$ two \\\n  three\n```\n")
    assert script.steps == (
        console.Command(4, "one", ("said",)),
        console.Command(6, "two \\\n  three"),
    )


def test_a_file_is_the_fence_after_its_name() -> None:
    script = console.read("<!-- file: a/b.txt -->\n```text\nhello\n```\n")
    assert script.steps == (console.File("a/b.txt", "hello\n"),)


@pytest.mark.parametrize(
    ("expected", "printed"),
    [
        (["a", "…", "d"], ["a", "b", "c", "d"]),
        (["a", "…"], ["a"]),
        (["3 files, … bytes"], ["3 files, 1,204 bytes"]),
        (["a.c"], ["a.c"]),
    ],
)
def test_an_ellipsis_stands_for_anything(expected: list[str], printed: list[str]) -> None:
    assert console.matches(tuple(expected), printed)


@pytest.mark.parametrize(
    ("expected", "printed"),
    [(["a", "b"], ["a"]), (["a"], ["a", "b"]), (["a.c"], ["abc"]), (["…b"], ["ab", "c"])],
)
def test_other_output_is_noticed(expected: list[str], printed: list[str]) -> None:
    assert not console.matches(tuple(expected), printed)


def test_a_command_that_fails_is_noticed(tmp_path: Path) -> None:
    runner = console.Runner(tmp_path)
    assert "ended with 3" in runner.run(console.Command(1, "exit 3"))


def test_a_change_of_folder_lasts(tmp_path: Path) -> None:
    runner = console.Runner(tmp_path)
    runner.run(console.Command(1, "mkdir below && cd below"))
    assert runner.run(console.Command(2, "basename $PWD", ("below",))) == ""
