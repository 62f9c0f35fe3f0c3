"""The command as it is typed: a process of its own, its two streams and its exit code."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def environment(**more: str) -> dict[str, str]:
    """This process's surroundings without any of syndicate's own variables."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SYNDICATE_")}
    return {**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **more}


def syndicate(*words: object, cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "syndicate", *map(str, words)],
        cwd=cwd,
        env=environment(**more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )


def on_a_terminal(*command, columns=40, **more):
    """What a command writes to a terminal of so many columns, and how it ends."""
    leader, follower = pty.openpty()
    surroundings = environment(COLUMNS=str(columns), TERM="xterm-256color", **more)
    surroundings.pop("NO_COLOR", None) if "NO_COLOR" not in more else None
    process = subprocess.Popen(command, env=surroundings, stdout=follower, stderr=follower)
    os.close(follower)
    shown = b""
    try:
        while chunk := os.read(leader, 4096):
            shown += chunk
    except OSError:
        pass  # how a terminal says that its last writer has gone
    os.close(leader)
    return shown.decode(), process.wait()
