"""How long the command takes to say its version or its help, against bare Python.

``ours`` is what the installed command runs. The two take turns.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from measuring import Figure, compared, show, stated, tell

_ROOT = Path(__file__).resolve().parents[1]
_COMMAND = "from syndicate.cli import main; main()"


def main() -> None:
    given = stated(__doc__.partition("\n")[0], repeat=15).parse_args()
    show(
        [measure(word, given.repeat) for word in ("--version", "--help")],
        as_json=given.json,
    )


def measure(word: str, repeat: int) -> Figure:
    ours, bare = [], []
    for round_ in range(1, repeat + 1):
        tell(f"{word}: round {round_} of {repeat}")
        bare.append(seconds("pass"))
        ours.append(seconds(_COMMAND, word))
    return compared(0, f"syndicate {word}", ours, "python -c pass", bare, 5)


def seconds(program: str, *words: str) -> float:
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", program, *words], check=True, cwd=_ROOT, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
