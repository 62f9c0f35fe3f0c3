"""Liferea in a desktop of its own: a display, a message bus, a home; nobody clicks.

It is driven over its D-Bus interface and looked at in its database.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.serving import until

#: What must be there, each with the Debian package that has it.
PROGRAMS = {
    "liferea": "liferea",
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "dbus-send": "dbus-bin",
}

#: Without a list of its own, a new Liferea subscribes to feeds on the Internet.
EMPTY = '<?xml version="1.0"?><opml version="1.0"><head/><body/></opml>'

#: A message bus that starts nothing by itself: a call must not start a Liferea of its own.
BUS = """\
<busconfig>
<type>session</type>
<listen>unix:tmpdir=/tmp</listen>
<auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>
</policy>
</busconfig>
"""

NAME, OBJECT = "net.sourceforge.liferea", "/org/gnome/feed/Reader"


def absent() -> list[str]:
    """The packages to install before this can be used."""
    return [package for name, package in PROGRAMS.items() if shutil.which(name) is None]


@dataclass(frozen=True)
class Item:
    """An item as Liferea keeps it."""

    title: str
    content: str
    id: str
    author: str
    source: str


@dataclass
class Liferea:
    """A running Liferea."""

    home: Path
    environment: dict[str, str]

    def call(self, method: str, *arguments: str) -> bool:
        """Call a method of its D-Bus interface; whether it said yes."""
        done = subprocess.run(
            [
                *("dbus-send", "--session", "--print-reply=literal", f"--dest={NAME}"),
                *(OBJECT, f"org.gnome.feed.Reader.{method}", *arguments),
            ],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.returncode == 0 and "true" in done.stdout

    def subscribe(self, address: str) -> bool:
        return self.call("Subscribe", f"string:{address}")

    def refresh(self) -> bool:
        """Have it look for news in every subscription, now."""
        return self.call("Refresh")

    def items(self, address: str) -> list[Item]:
        """What it has of one feed, the oldest first."""
        found = self._ask(
            """
            SELECT items.title, description, source_id,
                (SELECT group_concat(value) FROM metadata AS m
                    WHERE m.item_id = items.item_id AND key IN ('author', 'creator')),
                (SELECT group_concat(value) FROM metadata AS m
                    WHERE m.item_id = items.item_id AND key IN ('realSourceTitle', 'via'))
            FROM items JOIN subscription USING (node_id)
            WHERE subscription.source = ? ORDER BY date
            """,
            address,
        )
        return [Item(*(text or "" for text in row)) for row in found]

    def titles(self, address: str) -> list[str]:
        return [item.title for item in self.items(address)]

    def _ask(self, query: str, *values: str) -> list[tuple[str | None, ...]]:
        kept = self.home / "data/liferea/liferea.db"
        if not kept.exists():
            return []
        database = sqlite3.connect(f"file:{kept}?mode=ro", uri=True, timeout=60)
        try:
            return database.execute(query, values).fetchall()
        finally:
            database.close()


@contextmanager
def liferea(home: Path) -> Iterator[Liferea]:
    """Start it with no subscription."""
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "GSETTINGS_BACKEND": "memory",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "NO_AT_BRIDGE": "1",
    }
    folders = {"CONFIG_HOME": "config", "DATA_HOME": "data", "CACHE_HOME": "cache"}
    for variable, folder in {**folders, "RUNTIME_DIR": "run"}.items():
        (home / folder).mkdir(parents=True, mode=0o700)
        environment[f"XDG_{variable}"] = str(home / folder)
    (home / "config/liferea").mkdir()
    (home / "config/liferea/feedlist.opml").write_text(EMPTY)
    (home / "bus").write_text(BUS)
    with ExitStack() as stack, (home / "said").open("wb") as said:

        def start(*command: str, tells: int | None = None) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                command,
                cwd=home,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                pass_fds=() if tells is None else (tells,),
            )
            stack.callback(_end, process)
            return process

        environment["DISPLAY"] = ":" + _told(
            lambda fd: start(
                *("Xvfb", "-displayfd", str(fd), "-screen", "0", "1280x900x24"),
                *("-nolisten", "tcp", "-noreset"),
                tells=fd,
            )
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = _told(
            lambda fd: start(
                "dbus-daemon", "--config-file=bus", "--nofork", f"--print-address={fd}", tells=fd
            )
        )
        reader = Liferea(home, environment)
        process = start("liferea", "--disable-plugins", "--mainwindow-state=shown")
        until(lambda: process.poll() is not None or reader.call("Ping"))
        assert process.poll() is None, (home / "said").read_text(errors="replace")
        yield reader


def _told(start: Callable[[int], object]) -> str:
    """The line that a program writes to the descriptor it is given."""
    read, write = os.pipe()
    try:
        start(write)
    finally:
        os.close(write)
    with os.fdopen(read) as lines:
        line = lines.readline().strip()
    assert line, "it ended without a word"
    return line


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
