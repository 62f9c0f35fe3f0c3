"""Runs what a document shows: each console block, in order, in a folder of its own.

In a document, a fence ```` ```console ```` holds commands after ``$ `` and
below each what it prints. A line ``…`` stands for any number of lines, ``…``
inside a line for any text. A command without output below it only has to end
well. Comments before a fence say more:

* ``<!-- site: sample -->``: the folder is a copy of the sample newsroom.
* ``<!-- file: NAME -->``: the fence that follows is that file's content.
* ``<!-- needs: postgres -->``: the document needs a database, in ``$DATABASE_URL``.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.unit.docs.pages import ROOT

_PART = re.compile(
    r"^<!-- (?P<word>site|file|needs): (?P<value>[^\n]+?) -->$"
    r"|^(?P<mark>```+)(?P<language>[^\n`]*)\n(?P<text>.*?)^(?P=mark)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command and the lines that it is said to print; none said, none compared."""

    line: int
    words: str
    output: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Script:
    """What a document has one do, in order."""

    site: str
    needs: str
    steps: tuple[Command | File, ...]


def read(document: str) -> Script:
    """The script in a document."""
    steps: list[Command | File] = []
    said = {"site": "", "needs": "", "file": ""}
    for part in _PART.finditer(document):
        if part["word"]:
            said[part["word"]] = part["value"]
        elif said["file"]:
            steps.append(File(said["file"], part["text"]))
            said["file"] = ""
        elif part["language"] == "console":
            first = document.count("\n", 0, part.start("text")) + 1
            steps += _commands(part["text"], first)
    return Script(said["site"], said["needs"], tuple(steps))


def _commands(block: str, first: int) -> list[Command]:
    found: list[Command] = []
    for number, line in enumerate(block.splitlines(), first):
        if line.startswith("$ "):
            found.append(Command(number, line[2:]))
        elif found and found[-1].words.endswith("\\") and not found[-1].output:
            found[-1] = Command(found[-1].line, f"{found[-1].words}\n{line}")
        elif found:
            last = found[-1]
            found[-1] = Command(last.line, last.words, (*last.output, line))
        else:
            raise ValueError(f"line {number}: a console block begins with a command")
    return found


def matches(expected: tuple[str, ...], printed: list[str]) -> bool:
    """Whether the printed lines are those that the document shows."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "…" else _line(line) + r"\n" for line in expected
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def _line(line: str) -> str:
    return ".*?".join(re.escape(piece) for piece in line.rstrip().split("…"))


class Runner:
    """A shell in a folder; remembers the folder that a command went to."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self._here = folder / "work"
        self._here.mkdir(parents=True)
        self._told = folder / "folder"
        tools = folder / "bin"
        tools.mkdir()
        command = tools / "syndicate"
        python = shlex.quote(sys.executable)
        command.write_text(f'#!/bin/sh\nexec {python} -P -m syndicate "$@"\n')
        command.chmod(0o755)
        kept = {k: v for k, v in os.environ.items() if not k.startswith("SYNDICATE_")}
        self._environment: Mapping[str, str] = {
            **kept,
            "PATH": f"{tools}{os.pathsep}{kept.get('PATH', '')}",
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "80",
            "LC_ALL": "C.UTF-8",
            **environment,
        }

    def start_sample(self) -> None:
        """Make the folder a copy of the sample newsroom as it is in the repository."""
        shutil.copy(ROOT / "config.toml", self._here)
        shutil.copytree(ROOT / "examples", self._here / "examples")

    def write(self, file: File) -> None:
        place = self._here / file.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.text, encoding="utf-8")

    def run(self, command: Command) -> str:
        """Run one command; what is wrong with its end or output, or an empty text."""
        told = shlex.quote(str(self._told))
        script = f"{command.words}\ncode=$?\npwd > {told}\nexit $code\n"
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=self._here,
            env=dict(self._environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            timeout=120,
        )
        if self._told.exists():
            self._here = Path(self._told.read_text(encoding="utf-8").strip())
        where = f"line {command.line}: $ {command.words}"
        if done.returncode:
            return f"{where}\nended with {done.returncode}:\n{done.stdout}"
        if command.output and not matches(command.output, done.stdout.splitlines()):
            shown = "\n".join(command.output)
            return f"{where}\nis said to print:\n{shown}\n\nprinted:\n{done.stdout}"
        return ""
