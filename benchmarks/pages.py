"""How many requests for the front page ``serve`` answers, against a static file of its own.

The sample newsroom is read and published, its front page is fetched, and the
very same bytes are put beside the feeds as a file. One server, on a core of
its own, is asked for both in turns; each round's ratio is theirs alone, and
the median of the ratios is what counts.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from measuring import stated, tell
from serve import Rate, Server, rate, served, tag

_ROOT = Path(__file__).resolve().parents[1]
_HOME, _FILE = "/", "/feeds/all.html"
_GOAL = 0.9


@dataclass(frozen=True, slots=True)
class Outcome:
    """Requests in a second for the front page and for the file; ``ratio`` is the rounds' median.

    ``work`` is the same ratio of requests in a second of processor time.
    """

    what: str
    home: float
    file: float
    ratio: float
    work: float
    goal: float = _GOAL


def main() -> None:
    parser = stated(__doc__.partition("\n")[0] if __doc__ else "", repeat=5)
    parser.add_argument("--seconds", type=int, default=3, help="for each measurement")
    given: argparse.Namespace = parser.parse_args()
    if not (shutil.which("wrk") and shutil.which("taskset")) or len(os.sched_getaffinity(0)) < 2:
        raise SystemExit("needs two cores, wrk and taskset")
    with TemporaryDirectory(prefix="syndicate-benchmark-") as folder:
        site = make_site(Path(folder))
        with served(site) as server:
            outcomes = measure(server, site.parent, given.repeat, given.seconds)
    tell("")
    if given.json:
        print(json.dumps([asdict(outcome) for outcome in outcomes], indent=1))
        return
    print(f"{'what':10}  {'home':>9}  {'file':>9}  {'ratio':>5}  {'of work':>7}  goal")
    for each in outcomes:
        goal = f"{'met' if each.ratio >= each.goal else 'MISSED'}: {each.goal:g}"
        rates = f"{each.home:7,.0f}/s  {each.file:7,.0f}/s"
        print(f"{each.what:10}  {rates}  {each.ratio:5.2f}  {each.work:7.2f}  {goal}")


def make_site(folder: Path) -> Path:
    """The sample newsroom, read and published."""
    shutil.copy(_ROOT / "config.toml", folder)
    shutil.copytree(_ROOT / "examples", folder / "examples")
    file = folder / "config.toml"
    command = [sys.executable, "-m", "syndicate", "--config", str(file), "--quiet", "run"]
    subprocess.run(command, cwd=_ROOT, check=True, capture_output=True)
    return file


def measure(server: Server, folder: Path, repeat: int, seconds: int) -> list[Outcome]:
    put_beside(server, folder / _FILE[1:])
    plain = {"Accept-Encoding": "gzip"}
    rounds: dict[str, list[tuple[Rate, Rate]]] = {"200 gzip": [], "304 gzip": []}
    for number in range(1, repeat + 1):
        for what, found in rounds.items():
            tell(f"round {number} of {repeat}: {what}")
            status = int(what[:3])
            home, file = (
                rate(server, asked(server, path, plain, status), status, seconds, path)
                for path in (_HOME, _FILE)
            )
            found.append((home, file))
    return [
        Outcome(
            what,
            median(home.clock for home, _ in found),
            median(file.clock for _, file in found),
            median(home.clock / file.clock for home, file in found),
            median(home.work / file.work for home, file in found),
        )
        for what, found in rounds.items()
    ]


def put_beside(server: Server, place: Path) -> None:
    """The front page's bytes as a published file, without the copies of what was there."""
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{_HOME}", timeout=10) as reply:
        data: bytes = reply.read()
    place.write_bytes(data)
    for copy in place.parent.glob(f"{place.name}.*"):
        copy.unlink()


def asked(server: Server, path: str, fields: Mapping[str, str], status: int) -> Mapping[str, str]:
    if status != 304:
        return fields
    return {**fields, "If-None-Match": tag(server.port, fields, path)}


if __name__ == "__main__":
    main()
