"""The HTTP server, set up as we need it: the one place that knows uvicorn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import uvicorn
from starlette.types import ASGIApp

#: How long a slow reader may take to fetch the rest of an answer when we stop, in seconds.
PATIENCE: Final = 30


class Server(uvicorn.Server):
    """Leaves signals to its owner: uvicorn would raise those it caught once more at its end."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def server(app: ASGIApp) -> Server:
    """Told to stop by ``should_exit``; in a hurry by ``force_exit`` too.

    uvloop and httptools are used where they are installed.
    """
    return Server(
        uvicorn.Config(
            app,
            # Our end is told to the application, which has something to store then.
            lifespan="auto",
            http=_protocol(app),
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            # Nothing that we answer depends on a forwarded address; see access.py.
            proxy_headers=False,
            timeout_graceful_shutdown=PATIENCE,
        )
    )


def _protocol(app: ASGIApp) -> Any:
    """The protocol that sends at once what the application has at hand, where it can be had."""
    try:
        from syndicate.web.protocol import Prompt, prompt_protocol
    except ImportError:  # no httptools
        return "auto"
    return prompt_protocol(app) if isinstance(app, Prompt) else "auto"
