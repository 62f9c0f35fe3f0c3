"""Log lines on stderr: for a person at a terminal, for a program in a pipe.

The standard library's loggers (of Alembic, APScheduler, uvicorn) come out of
the same door and look the same.
"""

from __future__ import annotations

import logging
import sys
from typing import Any, TextIO

import structlog

_LEVELS = {-1: logging.ERROR, 0: logging.INFO, 1: logging.INFO, 2: logging.DEBUG}


def configure(*, verbosity: int = 0, form: str = "auto", stream: TextIO | None = None) -> Any:
    """Set logging up for this process and return the logger to write to.

    ``form`` is ``console``, ``logfmt``, ``json``, or ``auto``: console on a
    terminal, else logfmt. Other packages' lines show from warnings up, unless
    asked to say more; the clock's, which ticks every few seconds, only if everything
    is asked for.
    """
    stream = stream or sys.stderr
    if form == "auto":
        form = "console" if stream.isatty() else "logfmt"
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_renderer(form),
            ],
        )
    )
    level = _LEVELS[max(-1, min(2, verbosity))]
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level if verbosity > 0 else logging.WARNING)
    logging.getLogger("apscheduler").setLevel(level if verbosity > 1 else logging.WARNING)
    logging.getLogger("syndicate").setLevel(level)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    return structlog.stdlib.get_logger("syndicate")


def _renderer(form: str) -> list[Any]:
    if form == "console":
        return [structlog.dev.ConsoleRenderer(colors=True, pad_event_to=0)]
    if form == "json":
        return [
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(sort_keys=True, ensure_ascii=False),
        ]
    return [
        structlog.processors.format_exc_info,
        structlog.processors.LogfmtRenderer(
            key_order=["timestamp", "level", "event"], bool_as_flag=False
        ),
    ]
