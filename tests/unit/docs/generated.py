"""The parts of the reference that are written from the code.

Each stands between two comments, ``<!-- generated: NAME -->`` and
``<!-- end -->``. ``python -m tests.unit.docs.generated`` writes them anew; a
test fails while a document says something else than the code.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from syndicate.cli.program import program
from syndicate.config.settings import Setting, settings, tables
from syndicate.feeds.check.registry import GROUPS, RULES
from tests.unit.docs.pages import DOCS

#: The width of help in a pipe (``syndicate.cli.program``).
WIDTH = 78


def settings_reference() -> str:
    """Every setting, a table of them for each table of the configuration."""
    parts: list[str] = []
    for table, found in groupby(settings(), key=lambda setting: setting.table):
        model, many = tables()[table]
        parts += [
            f"## {'[[' if many else '['}{table}{']]' if many else ']'}",
            "",
            (model.__doc__ or "").strip(),
            "",
            "| key | value | default | |",
            "| --- | --- | --- | --- |",
            *(_row(setting) for setting in found),
            "",
        ]
    return "\n".join(parts).rstrip()


def _row(setting: Setting) -> str:
    kind = setting.kind
    if setting.values:
        kind = ", ".join(f'`"{value}"`' for value in setting.values)
    if setting.listed:
        kind = f"list of {kind}"
    if setting.secret:
        kind += "; a secret"
    if setting.required:
        default = "*required*"
    elif setting.inherits:
        default = f"`{setting.inherits}`"
    else:
        default = f"`{setting.default}`" if setting.default else ""
    return f"| `{setting.key}` | {kind} | {default} | {setting.description} |".replace(
        "|  |", "| |"
    )


def verbs() -> Iterator[tuple[str, str]]:
    """Every verb as it is typed, and its help."""
    top = click.Context(
        program, info_name="syndicate", terminal_width=WIDTH, **program.context_settings
    )
    yield from _helped(top)


def _helped(context: click.Context) -> Iterator[tuple[str, str]]:
    command = context.command
    yield context.command_path, "\n".join(map(str.rstrip, command.get_help(context).splitlines()))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from _helped(click.Context(below, info_name=name, parent=context))


def verbs_reference() -> str:
    """Every verb's help, under a heading each."""
    parts: list[str] = []
    for path, text in verbs():
        level = "##" if path.count(" ") < 2 else "###"
        parts += [f"{level} {path}", "", "```text", text, "```", ""]
    return "\n".join(parts).rstrip()


def rules_reference() -> str:
    """Every rule that ``feeds check`` knows, a table for each group."""
    parts: list[str] = []
    for group, title in GROUPS.items():
        found = [rule for rule in RULES if rule.number.startswith(f"{group}.")]
        if found:
            parts += [
                f"## {group}. {title}",
                "",
                "| rule | | what holds | standard | what would do |",
                "| --- | --- | --- | --- | --- |",
                *(
                    f"| {_cell(rule.number)} | {rule.severity} | {_cell(rule.says)} "
                    f"| {_cell(rule.standard)} | {_cell(rule.remedy)} |"
                    for rule in found
                ),
                "",
            ]
    return "\n".join(parts).rstrip()


def _cell(text: str) -> str:
    """A text as a table's cell; what looks like markup is code."""
    return re.sub(r"<[^<>]+>(?:…</[^<>]+>)*", r"`\g<0>`", text).replace("|", "\\|")


PARTS = {
    DOCS / "reference/configuration.md": {"settings": settings_reference},
    DOCS / "reference/commands.md": {"verbs": verbs_reference},
    DOCS / "reference/feed-rules.md": {"rules": rules_reference},
}


def filled(document: str, name: str, text: str) -> str:
    """The document with the generated part called ``name`` holding ``text``."""
    begin, end = f"<!-- generated: {name} -->", "<!-- end -->"
    pattern = re.compile(f"{re.escape(begin)}\n.*?{re.escape(end)}", re.DOTALL)
    if len(pattern.findall(document)) != 1:
        raise ValueError(f"{begin} … {end} must stand in the document once")
    return pattern.sub(lambda _: f"{begin}\n\n{text}\n\n{end}", document)


def written(path: Path) -> str:
    """The document as it ought to be."""
    document = path.read_text(encoding="utf-8")
    for name, make in PARTS[path].items():
        document = filled(document, name, make())
    return document


def main() -> int:
    for path in PARTS:
        made = written(path)
        if made != path.read_text(encoding="utf-8"):
            path.write_text(made, encoding="utf-8")
            sys.stdout.write(f"wrote {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
