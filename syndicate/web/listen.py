"""The socket that the site listens on, opened before anything else starts."""

from __future__ import annotations

import os
import socket

from syndicate.model.errors import SyndicateError


def listen(host: str, port: int) -> socket.socket:
    """Listen at once: whoever connects from now on is answered, if only later.

    Raises :class:`SyndicateError` where that can't be done.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        everywhere = family == socket.AF_INET6 and address[0] == "::"
        return socket.create_server(
            address[:2], family=family, backlog=1024, dualstack_ipv6=everywhere
        )
    except OSError as error:
        raise SyndicateError(
            f"{host} port {port}",
            _cause(error),
            "stop what listens there, or choose another place with --host and --port",
        ) from error


def _cause(error: OSError) -> str:
    """The system's words; Python adds the address to them, which is said already."""
    if error.errno is None or isinstance(error, socket.gaierror):
        return (error.strerror or str(error)).lower()
    return os.strerror(error.errno).lower()


def address_of(listener: socket.socket) -> str:
    """Where a browser on this machine finds it."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (shown, not bound)
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"
