"""``syndicate backup`` and ``restore``: the whole store in one file, and back."""

from __future__ import annotations

from pathlib import Path

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.mailing import left_again
from syndicate.cli.options import confirm, dry_run_option, json_option, yes_option
from syndicate.cli.output import write_json, write_line, write_note
from syndicate.cli.work import open_work

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(short_help="Write the whole store into one file.")
@click.argument("file", type=_FILE)
@dry_run_option
@yes_option
@json_option
@pass_context
def backup(context: Context, file: Path, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Write the whole store into FILE, while everything goes on.

    The file holds the store as it is at one moment, compressed, and suits
    SQLite and PostgreSQL alike: with `restore` a store can move between them.
    Feeds, pictures and articles' pages are not in it: the next run writes them.

    \b
    Example:
      syndicate backup backups/monday.gz
    """
    from syndicate.store import dump

    if dry_run:
        _rehearse(context, file, as_json)
        return
    if file.exists():
        confirm(f"{file} is there already and would be replaced.", yes=yes)
    with open_work(context, quiet=as_json, create=False) as press:
        made = dump.write(
            press.store, file, now=press.clock(), progress=press.progress("writing the backup")
        )
    size = file.stat().st_size
    if as_json:
        said = {"dry_run": False, "file": file, "rows": made.rows, "bytes": size}
        write_json({**said, "version": made.version})
    else:
        write_line(f"{file}: {made.rows:,} rows, {size:,} bytes")


def _rehearse(context: Context, file: Path, as_json: bool) -> None:
    from syndicate.store import dump

    with open_work(context, quiet=as_json, create=False) as press:
        rows = dump.count(press.store)
    there = file.exists()
    if as_json:
        write_json({"dry_run": True, "file": file, "rows": rows, "replaces": there})
    else:
        instead = " in place of what is there" if there else ""
        write_line(f"{file}: {rows:,} rows would be written{instead}")


@click.command(short_help="Bring the store back from a backup.")
@click.argument("file", type=_FILE)
@dry_run_option
@yes_option
@json_option
@pass_context
def restore(context: Context, file: Path, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Replace everything in the store by what FILE holds.

    The file is read through first: a broken one changes nothing. With
    --dry-run it is only read. Who has left since it was made has left again
    afterwards, as far as departures.jsonl beside the secrets knows. Stop serve
    first: nothing is restored while something is at work in the store.

    \b
    Example:
      syndicate restore backups/monday.gz --dry-run
      syndicate restore backups/monday.gz
    """
    from syndicate.jobs.audience import returning
    from syndicate.jobs.press import alone
    from syndicate.store import dump, subscribers, visible

    found, again = dump.check(file), 0
    if not dry_run:
        # Nobody begins anything in the store while the question waits for its answer.
        with open_work(context, quiet=as_json) as press, alone(press):
            with press.store.read() as connection:
                kept = visible.count(connection)
                people = subscribers.count(connection)
            if kept or people:
                confirm(
                    f"{press.store.name} holds {kept:,} articles and {people:,} subscribers; all "
                    f"would be replaced by what {file} holds of {found.made:%Y-%m-%d %H:%M} UTC.",
                    yes=yes,
                )
            dump.restore(press.store, file, progress=press.progress("restoring"))
            again = returning.catch_up(press)
    if as_json:
        write_json(
            {
                "dry_run": dry_run,
                "file": file,
                "rows": found.rows,
                "made": found.made,
                "left_again": again,
            }
        )
    else:
        done = "would be restored" if dry_run else "restored"
        write_line(f"{file}: {found.rows:,} rows of {found.made:%Y-%m-%d %H:%M} UTC {done}")
        if again:
            write_note(left_again(again))
