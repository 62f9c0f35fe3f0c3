"""``syndicate templates``: which templates a site uses, and how to make them its own."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import click

from syndicate import resources
from syndicate.cli.context import Context, pass_context
from syndicate.cli.lazy import VerbGroup
from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import write_json, write_line, write_note, write_table
from syndicate.model.errors import ConfigurationError, UsageError


@click.group(cls=VerbGroup, short_help="List, copy and compare the templates.")
def templates() -> None:
    """List, copy and compare the templates of mails and pages.

    A site's own templates lie in the folder templates/ beside its
    configuration and count instead of those that come with syndicate.

    \b
    Example:
      syndicate templates list
      syndicate templates eject mail/story.html
      syndicate templates diff
    """


@templates.command("list")
@json_option
@pass_context
def list_templates(context: Context, as_json: bool) -> None:
    """Show every template and whose version counts.

    \b
    Example:
      syndicate templates list --json
    """
    file = context.config_file
    found = resources.templates(_site(context) if file.exists() else None)
    if as_json:
        write_json([{"name": t.name, "origin": t.origin, "path": t.path} for t in found])
    else:
        write_table(["template", "from", "file"], [(t.name, t.origin, t.path) for t in found])


@templates.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--force", is_flag=True, help="Overwrite copies that are there already.")
@dry_run_option
@json_option
@pass_context
def eject(
    context: Context, names: tuple[str, ...], force: bool, dry_run: bool, as_json: bool
) -> None:
    """Copy templates into the site's own folder, to be changed there.

    NAME is a template's name, or a pattern such as 'mail/*'.

    \b
    Example:
      syndicate templates eject mail/story.html
      syndicate templates eject 'mail/*' --dry-run
    """
    written = resources.eject(_matching(names), _site(context), force=force, dry_run=dry_run)
    if as_json:
        write_json({"dry_run": dry_run, "files": written})
        return
    for path in written:
        write_line(f"{'would write' if dry_run else 'wrote'} {path}")


@templates.command()
@click.argument("names", nargs=-1, metavar="[NAME...]")
@json_option
@pass_context
def diff(context: Context, names: tuple[str, ...], as_json: bool) -> None:
    """Show how the site's own templates differ from those that come with syndicate.

    \b
    Example:
      syndicate templates diff mail/story.html
    """
    wanted = set(_matching(names)) if names else None
    own = [
        template
        for template in resources.templates(_site(context))
        if template.origin == "site" and (wanted is None or template.name in wanted)
    ]
    differences = {template.name: resources.difference(template) for template in own}
    if as_json:
        write_json([{"name": name, "diff": text} for name, text in differences.items()])
        return
    for text in differences.values():
        click.echo(text, nl=False)
    if not any(differences.values()):
        # Beside stdout, which is a diff for patch and others to read.
        write_note("No template of this site's own differs from those that come with syndicate.")


def _site(context: Context) -> Path:
    """The site's folder. Its configuration must be there, but need not be right."""
    file = context.config_file
    if not file.is_file():
        raise ConfigurationError(
            str(file), "no such file", "go to a site's folder, or name its --config FILE"
        )
    return file.absolute().parent


def _matching(patterns: tuple[str, ...]) -> tuple[str, ...]:
    known = [template.name for template in resources.templates() if template.packed]
    found: list[str] = []
    for pattern in patterns:
        matches = [name for name in known if fnmatchcase(name, pattern)]
        if not matches:
            raise UsageError(pattern, "no such template", "`syndicate templates list` names them")
        found += [name for name in matches if name not in found]
    return tuple(found)
