"""Options that several verbs share, so that they read and mean the same everywhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from syndicate.cli.context import Context

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


def known_newsletter(context: Context, name: str) -> None:
    """Wrong usage, if a newsletter that somebody named is not configured; none named is all."""
    from syndicate.model.errors import UsageError

    if name and context.config.newsletter(name) is None:
        known = ", ".join(each.name for each in context.config.newsletters) or "none"
        raise UsageError(f"newsletter {name!r}", "not in the configuration", f"known are: {known}")


def an_address(text: str, hint: str) -> None:
    """Wrong usage, if what somebody gave as ``hint`` is no mail address."""
    from syndicate.audience import address as addresses
    from syndicate.model.errors import SubscriberError

    try:
        addresses.parse(text)
    except SubscriberError as error:
        raise click.BadParameter(str(error), param_hint=hint) from None
