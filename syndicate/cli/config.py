"""``syndicate config``: is the configuration right, and where does each value come from."""

from __future__ import annotations

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.lazy import VerbGroup
from syndicate.cli.options import json_option
from syndicate.cli.output import (
    ACCENT,
    Column,
    printable,
    write_json,
    write_line,
    write_note,
    write_table,
)
from syndicate.model.errors import ExitCode


@click.group(cls=VerbGroup, short_help="Check the configuration and explain its values.")
def config() -> None:
    """Check the configuration and explain its values.

    \b
    Example:
      syndicate config check
      syndicate config explain mail.sender
    """


@config.command()
@json_option
@pass_context
def check(context: Context, as_json: bool) -> int:
    """Read the configuration and report everything that is wrong with it.

    The files that it names are looked at too: keys, certificates, secrets,
    templates of the site's own. Exits with 0 if it can be used and with 3 if
    not. What can be used and is doubtful is a warning.

    \b
    Example:
      syndicate --config site/config.toml config check
    """
    from syndicate.config.agreements import doubts
    from syndicate.config.problems import InvalidConfigurationError, Problem
    from syndicate.jobs.named_files import faults

    try:
        loaded = context.loaded
        wrong = faults(loaded.config)
        if wrong:
            raise InvalidConfigurationError(
                [Problem(each.thing, None, each.cause, each.way_out) for each in wrong]
            )
    except InvalidConfigurationError as error:
        if not as_json:
            raise
        write_json({"ok": False, "file": context.config_file, "problems": error.problems})
        return ExitCode.CONFIGURATION
    warnings = list(doubts(loaded.config.mail))
    if as_json:
        write_json({"ok": True, "file": context.config_file, "problems": [], "warnings": warnings})
    else:
        found = loaded.config
        counts = (("source", len(found.sources)), ("newsletter", len(found.newsletters)))
        said = ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts)
        write_line(f"{context.config_file}: all well ({said})")
        for warning in warnings:
            write_note(f"warning: {printable(warning)}")
    return ExitCode.OK


@config.command()
@click.argument("key", default="")
@json_option
@pass_context
def explain(context: Context, key: str, as_json: bool) -> None:
    """Show settings, where each value comes from, and what it overrode.

    KEY is a setting, a table or one of its entries: mail.sender, feeds,
    newsletters.weekly. Without it, everything is shown.

    \b
    Example:
      syndicate config explain web.port
      SYNDICATE_WEB__PORT=9000 syndicate config explain web
    """
    from syndicate.config.explain import explain as find

    explanations = find(context.loaded, key)
    if as_json:
        write_json(
            [
                {
                    "key": one.key,
                    "value": one.value,
                    "origin": one.origin,
                    "overrode": [
                        {"origin": origin, "value": value} for origin, value in one.overrode
                    ],
                }
                for one in explanations
            ]
        )
        return
    write_table(
        [Column("setting", style=ACCENT), Column("value", wrap=True), "from", "instead of"],
        [
            (
                one.key,
                one.value,
                one.origin,
                ", ".join(f"{value} ({origin})" for origin, value in one.overrode),
            )
            for one in explanations
        ],
    )
