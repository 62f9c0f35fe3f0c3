"""What a verb is handed: the options before it, and the configuration when it asks.

This is where the process's own surroundings are read: the environment and the
clock. Everything below takes them as parameters.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

    from syndicate.config.load import Loaded
    from syndicate.config.model import Config


class Context:
    """``verbosity`` is -1 for quiet, 0, or the number of ``-v``.

    Made for every call, ``--help`` too: so it imports what it needs when asked
    (``pathlib`` and ``dataclasses`` alone take as long as Python's own start).
    """

    def __init__(
        self,
        file: str = "",
        overrides: tuple[str, ...] = (),
        verbosity: int = 0,
        log_format: str = "auto",
    ) -> None:
        self.file = file
        self.overrides = overrides
        self.verbosity = verbosity
        self.log_format = log_format
        #: Whether somebody has pressed Ctrl-C, and what was under way was finished.
        self.interrupted = False

    @property
    def config_file(self) -> Path:
        """``--config``, else ``$SYNDICATE_CONFIG``, else ``config.toml`` in this folder."""
        from pathlib import Path

        return Path(self.file or os.environ.get("SYNDICATE_CONFIG") or "config.toml")

    @cached_property
    def loaded(self) -> Loaded:
        """The configuration and where each value came from; read once, when first asked for."""
        from syndicate.config.load import load

        return load(self.config_file, environment=os.environ, overrides=self.overrides)

    @property
    def config(self) -> Config:
        return self.loaded.config

    @property
    def quiet(self) -> bool:
        return self.verbosity < 0

    def now(self) -> datetime:
        """This moment, UTC."""
        return datetime.now(UTC)

    def shown_now(self) -> datetime:
        """The moment that what is shown counts from: the site's fixed clock, if it has one."""
        return self.config.site.clock or self.now()

    @cached_property
    def log(self) -> Any:
        """A structured logger on stderr; configured once, when first asked for."""
        from syndicate.cli.logs import configure

        return configure(verbosity=self.verbosity, form=self.log_format)


pass_context = click.make_pass_decorator(Context, ensure=True)
