"""A real server on a free port, in a thread, and a plain client for it."""

from __future__ import annotations

import http.client
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from typing import Any

import structlog

from syndicate.jobs.press import Press
from syndicate.web.app import application
from syndicate.web.listen import listen
from syndicate.web.server import server


@dataclass
class Reply:
    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Server:
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", **fields: str) -> Reply:
        """``fields`` are header fields, with ``_`` for ``-``. The path goes out as it is.

        Without ``Accept_Encoding`` the field is not sent at all.
        """
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            headers = {name.replace("_", "-"): value for name, value in fields.items()}
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


@contextmanager
def served(app: Any) -> Iterator[Server]:
    listener = listen("127.0.0.1", 0)
    port = listener.getsockname()[1]
    running = server(app)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        while not running.started:
            time.sleep(0.01)
        yield Server(port)
    finally:
        running.should_exit = True
        thread.join()
        listener.close()


def looking() -> Callable[[], float]:
    """A clock by which a file is looked at again for every request."""
    return itertools.count(step=10.0).__next__


def trusting() -> float:
    """A clock that stands: what has been read is answered from memory for ever."""
    return 0.0


@contextmanager
def served_press(press: Press, *, monotonic: Callable[[], float] | None = None) -> Iterator[Server]:
    app = application(press, structlog.get_logger(), monotonic=monotonic or looking())
    with served(app) as running:
        yield running
