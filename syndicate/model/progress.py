"""How long work tells of its progress, without knowing who listens."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called as work goes on: ``done`` of ``total`` steps (``None`` while unknown)."""

    def __call__(self, done: int, total: int | None = None, /) -> None: ...


def silent(done: int, total: int | None = None, /) -> None:
    """The listener for those who don't care."""
