"""HTTP/1.1 for answers that are at hand: sent as soon as a request's head is read.

uvicorn makes a task for each request and puts a head together for each answer.
For a reader that asks whether a feed has changed, that is most of the work.
Here the application is asked first, by ``at_hand``; whatever it has no answer
for, and whatever is unusual about the connection, goes the usual way. Used
where httptools is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from syndicate.web.answer import Answer


@runtime_checkable
class Prompt(Protocol):
    """An application that may have an answer at hand.

    The headers are in lower case, as ASGI has them; None sends the request the
    usual way.
    """

    def at_hand(
        self, method: str, path: str, headers: Sequence[tuple[bytes, bytes]]
    ) -> Answer | None: ...


def prompt_protocol(app: Prompt) -> type[HttpToolsProtocol]:
    """uvicorn's own protocol, with the answers that ``app`` has at hand given before it."""

    added: list[tuple[bytes, bytes]] = []
    block = b""

    class PromptProtocol(HttpToolsProtocol):
        _answered = False

        def on_headers_complete(self) -> None:
            found = self._at_hand()
            if found is None:
                super().on_headers_complete()
                return
            self._answered = True
            self.transport.write(b"%b%b\r\n" % (found.block, self._dated()))
            body = found.body["body"]
            if body:
                self.transport.write(body)

        def on_message_complete(self) -> None:
            if self._answered:
                self._answered = False
                self.on_response_complete()
            else:
                super().on_message_complete()

        def _dated(self) -> bytes:
            """The fields that the server adds, put together once for each time it renews them."""
            nonlocal added, block
            fields = self.server_state.default_headers
            if fields is not added:
                added, block = fields, b"".join(b"%b: %b\r\n" % field for field in fields)
            return block

        def _at_hand(self) -> Answer | None:
            """The answer, unless this connection is busy, at its end, or behind in reading."""
            parser, url = self.parser, self.url
            if (
                (self.cycle is not None and not self.cycle.response_complete)
                or self.pipeline
                or self.flow.write_paused
                or self.transport.is_closing()
                or parser.get_http_version() != "1.1"
                or not parser.should_keep_alive()
                or parser.should_upgrade()
                or not url.isascii()
                or b"%" in url
                or b"?" in url
            ):
                return None
            return app.at_hand(
                parser.get_method().decode("ascii"), url.decode("ascii"), self.headers
            )

    return PromptProtocol
