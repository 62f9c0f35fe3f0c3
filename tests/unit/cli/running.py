"""The command as it is typed: a process of its own, its two streams and its exit code."""

from __future__ import annotations

import os
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
