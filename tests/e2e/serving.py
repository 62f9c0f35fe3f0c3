"""``syndicate serve`` as a process of its own, and a client that waits for what it expects."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.support.sites import Site

#: How long anything may take before the test gives up, in seconds. Nothing is said by it.
PATIENCE = 120


@dataclass
class Serving:
    """A running ``serve`` and what it has said so far."""

    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)
    marks: int = 0

    @property
    def url(self) -> str:
        until(lambda: self._address() or self.process.poll() is not None)
        address = self._address()
        assert address, self.said
        return address

    @property
    def said(self) -> str:
        return "\n".join(self.lines)

    def _address(self) -> str | None:
        found = re.search(r"Serving (http://\S+/)", self.said)
        return found[1] if found else None

    def get(self, path: str) -> bytes | None:
        """The body of what is there now; None for a 404."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
                body: bytes = answer.read()
                return body
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise

    def wait_for(self, path: str, text: str) -> bytes:
        """What is there, once ``text`` is in it."""
        until(lambda: text.encode() in (self.get(path) or b""))
        return self.get(path) or b""

    def wait_without(self, path: str, text: str) -> None:
        """Come back once ``text`` has left what is there."""
        until(lambda: text.encode() not in (self.get(path) or b""))

    def requests(self, path: str) -> list[int]:
        """The status of every answer so far for a path, from the access log."""
        pattern = rf"event=request .*path={re.escape(path)} status=(\d+)"
        return [int(status) for status in re.findall(pattern, self.said)]

    def settle(self) -> None:
        """Come back once all that was answered so far is in the access log."""
        self.marks += 1
        mark = f"mark-{self.marks}"
        self.get(mark)
        until(lambda: self.requests(f"/{mark}"))

    def stop(self, *, by: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(by)
        return self.process.wait(PATIENCE)


def until(true: Callable[[], object]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


@contextmanager
def serving(site: Site, *words: str) -> Iterator[Serving]:
    """Run ``serve`` on a free port, with an access log; whatever is left is killed at the end."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "syndicate", "--config", str(site.file), "-v"),
            *("serve", "--port", "0", *words),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        env={key: value for key, value in os.environ.items() if not key.startswith("SYNDICATE_")},
    )
    running = Serving(process)
    stream = process.stdout
    assert stream is not None

    def read() -> None:
        for line in stream:
            running.lines.append(line.rstrip("\n"))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield running
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        reader.join()
        stream.close()
