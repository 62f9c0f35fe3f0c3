"""A real server on a free port, in a thread, and a plain client for it."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
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
        """``fields`` are header fields, with ``_`` for ``-``. The path goes out as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            headers = {name.replace("_", "-"): value for name, value in fields.items()}
            connection.request(method, path, headers=headers)
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


@contextmanager
def served_press(press: Press) -> Iterator[Server]:
    with served(application(press, structlog.get_logger())) as running:
        yield running
