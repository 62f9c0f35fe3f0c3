"""Options that several verbs share, so that they read and mean the same everywhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)


def json_option(command: Decorated) -> Decorated:
    """``--json``: the verb's report as one JSON document on stdout, for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Report in JSON, for programs.")(
        command
    )


def dry_run_option(command: Decorated) -> Decorated:
    """``--dry-run``: say what would be done, and do nothing."""
    return click.option("--dry-run", is_flag=True, help="Say what would be done; change nothing.")(
        command
    )


def yes_option(command: Decorated) -> Decorated:
    """``--yes``: the answer to a question asked before something is lost."""
    return click.option("--yes", is_flag=True, help="Don't ask before something is lost.")(command)


def confirm(question: str, *, yes: bool) -> None:
    """Go on only with ``--yes`` or a person's yes; without a terminal there is nobody to ask."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise click.UsageError(f"{question} Say --yes to go on")
    click.confirm(question, abort=True, err=True)
