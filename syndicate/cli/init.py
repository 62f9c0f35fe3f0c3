"""``syndicate init``: from an empty folder to a site."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import write_json, write_line

if TYPE_CHECKING:
    from syndicate.config.problems import InvalidConfigurationError
    from syndicate.model.errors import SyndicateError


@click.command(short_help="Start a new site in a folder.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", default="", help="The newsroom's name.")
@click.option("--url", default="", help="The public address that the feeds will live under.")
@click.option("--language", default="", help="The main language, such as en or zh-Hans.")
@click.option("--timezone", default="", help="The time zone, such as Asia/Shanghai.")
@dry_run_option
@json_option
def init(
    folder: Path,
    title: str,
    url: str,
    language: str,
    timezone: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Start a new site: a configuration, its secrets, folders for articles and feeds.

    Nothing is overwritten. What is not given can be changed in the
    configuration at any time.

    \b
    Example:
      syndicate init gazette --title "The Gazette" --url https://news.example.org/
    """
    from syndicate.config.load import load_config
    from syndicate.config.problems import InvalidConfigurationError
    from syndicate.config.starter import start_site
    from syndicate.jobs.secret_files import make_secrets
    from syndicate.resources import sample_configuration

    site = {"title": title, "url": url, "language": language, "timezone": timezone}
    try:
        made = start_site(folder, sample_configuration(), site=site, dry_run=dry_run)
    except InvalidConfigurationError as error:
        raise _as_typed(error, site) from error
    if not dry_run:
        # As the file alone says it: another place for secrets is told when they are needed.
        make_secrets(load_config(made[0], environment={}).subscribers)
    made = (*made, folder / "data" / "secrets")
    if as_json:
        write_json({"dry_run": dry_run, "files": made})
        return
    for path in made:
        write_line(f"{'would make' if dry_run else 'made'} {path}")
    if not dry_run:
        write_line()
        write_line("The secrets sign links, and tell who must not be mailed: keep a copy of them.")
        write_line(f"Put article pages into {folder / 'articles'}, then:")
        write_line(f"  cd {shlex.quote(str(folder))}")
        write_line("  syndicate run")


def _as_typed(error: InvalidConfigurationError, site: Mapping[str, str]) -> SyndicateError:
    """The complaint of a file that nobody has written yet, as one of the option it comes from."""
    from syndicate.model.errors import UsageError

    for problem in error.problems:
        key = problem.thing.rpartition("[site] ")[2]
        if site.get(key):
            return UsageError(f"--{key} {problem.value}", problem.cause, problem.way_out)
    return error
