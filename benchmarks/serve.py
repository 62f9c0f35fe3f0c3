"""How many requests ``serve`` answers, against nginx with the same files.

A feed of 60 KB when compressed, served by ``syndicate serve --no-jobs`` (one
process) and by nginx (one worker) with the configuration of
docs/nginx/syndicate.conf. The server has one core and wrk another; both
servers are asked in turns, each round's ratio is theirs alone, and the median
of the ratios is what counts. On a machine that has other work, the processor
time of a request is the steadier measure: with a core to itself, a server
answers as many requests as that allows.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from measuring import tell

from tests.support import nginx

_SERVER, _CLIENT = "0", "1"  # the cores
_CONNECTIONS = 32
_COMPRESSED = 60_000
_FEED = "/feeds/rss.xml"
_GOALS = {"200": 0.5, "304": 0.28}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Requests in a second of one kind, ours and nginx's; the ratio is the rounds' median.

    ``work`` is the same ratio of requests in a second of processor time.
    """

    what: str
    ours: float
    nginx: float
    ratio: float
    work: float
    goal: float

    @property
    def is_met(self) -> bool:
        return self.ratio >= self.goal


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--repeat", type=int, default=5, help="rounds to take medians of")
    parser.add_argument("--seconds", type=int, default=3, help="for each measurement")
    parser.add_argument("--json", action="store_true", help="figures for programs")
    given = parser.parse_args()
    missing = [name for name in ("wrk", "nginx", "taskset") if shutil.which(name) is None]
    if missing or len(os.sched_getaffinity(0)) < 2:
        raise SystemExit(f"needs two cores, wrk, nginx and taskset; missing: {missing}")
    with TemporaryDirectory(prefix="syndicate-benchmark-") as folder:
        outcomes = measure(Path(folder), given.repeat, given.seconds)
    tell("")
    if given.json:
        print(json.dumps([asdict(outcome) for outcome in outcomes], indent=1))
        return
    print(f"{'what':10}  {'ours':>9}  {'nginx':>9}  {'ratio':>5}  {'of work':>7}  goal")
    for each in outcomes:
        goal = f"{'met' if each.is_met else 'MISSED'}: {each.goal:g}"
        rates = f"{each.ours:7,.0f}/s  {each.nginx:7,.0f}/s"
        print(f"{each.what:10}  {rates}  {each.ratio:5.2f}  {each.work:7.2f}  {goal}")


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    pid: int


@dataclass(frozen=True, slots=True)
class Rate:
    """Requests in a second by the clock, and in a second of the server's processor time."""

    clock: float
    work: float


def measure(folder: Path, repeat: int, seconds: int) -> list[Outcome]:
    site = make_site(folder)
    codings = ["gzip", *(["br"] if nginx.brotli_module() else [])]
    with ExitStack() as stack:
        servers = [
            stack.enter_context(served(site)),
            stack.enter_context(nginx_served(folder)),
        ]
        asked: list[tuple[str, Sequence[Mapping[str, str]], int]] = []
        for coding in codings:
            fields = {"Accept-Encoding": coding}
            same = [{**fields, "If-None-Match": tag(each.port, fields)} for each in servers]
            asked += [(f"200 {coding}", [fields, fields], 200), (f"304 {coding}", same, 304)]
        rates: dict[str, list[tuple[Rate, Rate]]] = {what: [] for what, _, _ in asked}
        for round_ in range(1, repeat + 1):
            for what, both, status in asked:
                tell(f"round {round_} of {repeat}: {what}")
                ours, theirs = (
                    rate(server, fields, status, seconds)
                    for server, fields in zip(servers, both, strict=True)
                )
                rates[what].append((ours, theirs))
    return [
        Outcome(
            what,
            median(ours.clock for ours, _ in found),
            median(theirs.clock for _, theirs in found),
            median(ours.clock / theirs.clock for ours, theirs in found),
            median(ours.work / theirs.work for ours, theirs in found),
            _GOALS[what[:3]],
        )
        for what, found in rates.items()
    ]


def make_site(folder: Path) -> Path:
    """A site whose feed is as large as it is to be, with the copies that publishing writes."""
    from syndicate.feeds.compress import ENCODINGS

    data = feed(_COMPRESSED)
    place = folder / _FEED[1:]
    place.parent.mkdir()
    place.write_bytes(data)
    for ending, compress in ENCODINGS.items():
        place.with_name(place.name + ending).write_bytes(compress(data))
    file = folder / "config.toml"
    file.write_text('[site]\ntitle = "Gazette"\nurl = "https://gazette.example/"\n')
    return file


def feed(compressed: int) -> bytes:
    """Something like a feed: words of a small language, as many as gzip makes so many bytes of."""
    chance = Random(1)
    letters = "aeiounrstlmd"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(3_000)]
    parts: list[str] = []
    while len(gzip.compress("".join(parts).encode(), 9)) < compressed:
        for _ in range(10):
            text = " ".join(chance.choices(words, k=120))
            parts.append(
                f"<item><title>{text[:60]}</title><description>{text}</description></item>"
            )
    return f"<rss><channel>{''.join(parts)}</channel></rss>".encode()


@contextmanager
def served(site: Path) -> Iterator[Server]:
    port = free_port()
    command = ["taskset", "-c", _SERVER, sys.executable, "-m", "syndicate", "--config", str(site)]
    process = subprocess.Popen(
        [*command, "--quiet", "serve", "--no-jobs", "--port", str(port)],
        cwd=Path(__file__).resolve().parents[1],
    )
    try:
        wait_for(port)
        yield Server(port, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


@contextmanager
def nginx_served(folder: Path) -> Iterator[Server]:
    with nginx.running(folder, folder, wrap=("taskset", "-c", _SERVER)) as port:
        master = (folder / "nginx.pid").read_text().strip()
        worker = Path(f"/proc/{master}/task/{master}/children").read_text().split()[0]
        yield Server(port, int(worker))


def rate(
    server: Server, fields: Mapping[str, str], status: int, seconds: int, path: str = _FEED
) -> Rate:
    """How many requests are answered, every one of them with this status."""
    code, headers = ask(server.port, fields, path)
    coding = headers.get("content-encoding", fields["Accept-Encoding"])
    if code != status or coding != fields["Accept-Encoding"]:
        raise SystemExit(f"{server}: expected {status} in {fields}, got {code} in {coding}")
    command = ["taskset", "-c", _CLIENT, "wrk", "-t1", f"-c{_CONNECTIONS}", f"-d{seconds}s"]
    for name, value in fields.items():
        command += ["-H", f"{name}: {value}"]
    before = worked(server.pid)
    done = subprocess.run(
        [*command, f"http://127.0.0.1:{server.port}{path}"],
        capture_output=True,
        text=True,
        check=True,
    )
    work = worked(server.pid) - before
    found = re.search(r"(\d+) requests in .*Requests/sec:\s+([\d.]+)", done.stdout, re.DOTALL)
    if found is None or "Socket errors" in done.stdout or "Non-2xx" in done.stdout:
        raise SystemExit(done.stdout)
    return Rate(float(found[2]), int(found[1]) / work)


def worked(pid: int) -> float:
    """The processor time that a process has had, in seconds, to the nanosecond."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


def tag(port: int, fields: Mapping[str, str], path: str = _FEED) -> str:
    _, headers = ask(port, fields, path)
    if "content-encoding" not in headers:
        raise SystemExit(f"port {port}: not encoded for {fields}")
    return headers["etag"]


def ask(port: int, fields: Mapping[str, str], path: str = _FEED) -> tuple[int, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.putrequest("GET", path, skip_accept_encoding=True)
        for name, value in fields.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.headers.items()}
        answer.read()
        return answer.status, headers
    finally:
        connection.close()


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"nothing listens on port {port}")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
