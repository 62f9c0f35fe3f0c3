"""``syndicate db``: the tables of the store."""

from __future__ import annotations

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.lazy import VerbGroup
from syndicate.cli.options import dry_run_option, json_option
from syndicate.cli.output import write_json, write_line
from syndicate.model.cover import without_password


@click.group(cls=VerbGroup, short_help="Bring the store's tables up to date.")
def db() -> None:
    """Bring the store's tables up to date.

    \b
    Example:
      syndicate db upgrade --dry-run
    """


@db.command()
@dry_run_option
@json_option
@pass_context
def upgrade(context: Context, dry_run: bool, as_json: bool) -> None:
    """Run the migrations that the store has not seen yet.

    Stop what works on it first, and keep a backup that the version before has
    made, or a copy of the database: this one's backup needs tables of its own.

    \b
    Example:
      syndicate db upgrade --dry-run
      syndicate db upgrade
    """
    from syndicate.store import engine
    from syndicate.store.upgrade import upgrade as run

    url, root = context.config.store.url, context.config.root
    before, after, name = None, engine.HEAD, without_password(url)
    # Merely asked, SQLite would make the file.
    if not (dry_run and engine.is_missing(url, root=root)):
        store = engine.connect(url, root=root)
        try:
            before = engine.revision(store)
            engine.refuse_later(store.name, before)
            after = engine.HEAD if dry_run else run(store)[1]
        finally:
            store.close()
    if as_json:
        write_json({"dry_run": dry_run, "store": name, "before": before, "after": after})
    elif before == after:
        write_line(f"{name}: at version {after}, nothing to do")
    else:
        would = "would go" if dry_run else "went"
        write_line(f"{name}: {would} from {before or 'empty'} to {after}")
