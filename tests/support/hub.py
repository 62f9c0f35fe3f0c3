"""A hub on this machine that can misbehave: a real server, told what to do with each request."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True)
class Request:
    path: str
    headers: Mapping[str, str]
    body: str

    @property
    def topic(self) -> str:
        return parse_qs(self.body)["hub.topic"][0]


@dataclass
class Hub:
    """``behaviour`` answers every request; change it at any time."""

    behaviour: Behaviour
    requests: list[Request] = field(default_factory=list)
    port: int = 0
    arrived: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hub"

    @property
    def topics(self) -> list[str]:
        return [request.topic for request in self.requests]


def answering(code: int, text: str = "", **headers: str) -> Behaviour:
    """Answers with a code; header names have underscores for hyphens."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(text.encode())))
        handler.end_headers()
        handler.wfile.write(text.encode())

    return answer


def dropping(handler: BaseHTTPRequestHandler) -> None:
    """Hangs up without a word."""
    handler.connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def running(
    behaviour: Behaviour | None = None, *, port: int = 0, tls: tuple[Path, Path] | None = None
) -> Iterator[Hub]:
    """A hub that says 204 to everything unless told otherwise; ``tls`` is certificate and key."""
    hub = Hub(behaviour or answering(204))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            hub.requests.append(Request(self.path, dict(self.headers), body))
            hub.arrived.set()
            # A client that has given up is not this hub's concern.
            with suppress(OSError):
                hub.behaviour(self)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            pass

    server = Server(("127.0.0.1", port), Handler)
    if tls is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*tls)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    hub.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def closed_port() -> int:
    """A port of this machine that refuses connections."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
