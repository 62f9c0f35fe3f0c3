"""The places a setting can come from, each read into the same small shape.

From strongest to weakest: a flag, an environment variable, the file that a
``*_FILE`` twin names, the configuration file, the default. A layer only says
what is written where; ``load.py`` lays one over the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from syndicate.config.lines import KeyPath, key_lines
from syndicate.config.problems import Problem
from syndicate.config.settings import Setting, find, naming_key, settings, tables

PREFIX = "SYNDICATE_"
RESERVED = ("SYNDICATE_CONFIG",)
RESERVED_PREFIXES = ("SYNDICATE_TEST_",)

OriginKind = Literal["flag", "environment", "secret file", "file", "default"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written: ``where`` is what a person would look for."""

    kind: OriginKind
    where: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.where}".strip()


@dataclass(frozen=True, slots=True)
class Entry:
    """One value, at one key, from one place."""

    path: KeyPath
    value: Any
    origin: Origin


Finding = Entry | Problem


def file_layer(data: Mapping[str, Any], text: str, file: Path) -> Iterator[Entry]:
    """Every key of the configuration file, with its line."""
    lines = key_lines(text)
    for path, value in _leaves(data):
        line = lines.get(path)
        yield Entry(path, value, Origin("file", f"{file.name}:{line}" if line else file.name))


def twin_layer(data: Mapping[str, Any], file: Path) -> Iterator[Finding]:
    """What ``password_file = "…"`` in the configuration file points to."""
    for setting in settings():
        table = data.get(setting.table)
        if not setting.secret or not isinstance(table, Mapping):
            continue
        twin = table.get(f"{setting.key}_file")
        if twin is not None:
            thing = f"{file.name}: [{setting.table}] {setting.key}_file"
            yield _secret((setting.table, setting.key), file.parent / str(twin), thing)


def environment_layer(
    environment: Mapping[str, str], data: Mapping[str, Any]
) -> tuple[list[Finding], list[Finding]]:
    """What the environment says: (by twin files, directly)."""
    twins: list[Finding] = []
    direct: list[Finding] = []
    for name in sorted(environment):
        if not name.startswith(PREFIX) or name in RESERVED or name.startswith(RESERVED_PREFIXES):
            continue
        words = name.removeprefix(PREFIX).lower().split("__")
        path = _locate(words, data)
        if path is not None:
            direct.append(_entry(path, environment[name], Origin("environment", name)))
            continue
        twin = _locate([*words[:-1], words[-1].removesuffix("_file")], data)
        if words[-1].endswith("_file") and twin is not None:
            twins.append(_secret(twin, Path(environment[name]), name))
        else:
            direct.append(Problem(name, None, "no such setting", _nearest_variable(name)))
    return twins, direct


def flag_layer(overrides: Sequence[str], data: Mapping[str, Any]) -> Iterator[Finding]:
    """What ``--set KEY=VALUE`` says."""
    for override in overrides:
        key, equals, value = override.partition("=")
        key = key.strip()
        path = _locate(key.split("."), data)
        if not equals:
            yield Problem(f"--set {key}", None, "has no value", "write --set KEY=VALUE")
        elif path is None:
            known = [s.name for s in settings()]
            near = get_close_matches(key, known, n=1)
            way_out = f"did you mean {near[0]}?" if near else "syndicate config explain lists them"
            yield Problem(f"--set {key}", None, "no such setting", way_out)
        else:
            yield _entry(path, value, Origin("flag", f"--set {key}"))


def _leaves(data: Mapping[str, Any], above: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Every key that holds a value: arrays of tables are walked, other arrays are values."""
    for key, value in data.items():
        path = (*above, key)
        if isinstance(value, Mapping):
            yield from _leaves(value, path)
        elif isinstance(value, list) and value and all(isinstance(v, Mapping) for v in value):
            for place, entry in enumerate(value):
                yield from _leaves(entry, (*path, place))
        else:
            yield path, value


def _locate(words: Sequence[str], data: Mapping[str, Any]) -> KeyPath | None:
    """The path that a dotted key means; entries of a repeated table go by their name."""
    known = tables()
    table = words[0]
    if table not in known:
        return None
    many = known[table][1]
    if len(words) != (3 if many else 2) or find(table, words[-1]) is None:
        return None
    if not many:
        return table, words[1]
    entries = data.get(table)
    for place, entry in enumerate(entries if isinstance(entries, list) else ()):
        name = entry.get(naming_key(table), "") if entry else ""
        if str(name).lower().replace("-", "_") == words[1].lower().replace("-", "_"):
            return table, place, words[2]
    return None


def _entry(path: KeyPath, text: str, origin: Origin) -> Entry:
    setting = find(str(path[0]), str(path[-1]))
    return Entry(path, _typed(text, setting) if setting else text, origin)


def _typed(text: str, setting: Setting) -> Any:
    """Text as the type its setting takes, where it can be read so; the check says the rest."""
    if setting.listed:
        return [part.strip() for part in text.split(",") if part.strip()]
    if setting.kind == "whole number":
        try:
            return int(text)
        except ValueError:
            return text
    if setting.kind == "true or false":
        words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
        return words.get(text.strip().lower(), text)
    return text


def _secret(path: KeyPath, file: Path, thing: str) -> Finding:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        cause = getattr(error, "strerror", None) or "not UTF-8 text"
        return Problem(thing, str(file), str(cause).lower(), "name a file this user can read")
    return _entry(path, text.rstrip("\r\n"), Origin("secret file", str(file)))


def _nearest_variable(name: str) -> str:
    known = [f"{PREFIX}{s.table}__{s.key}".upper() for s in settings() if not s.many]
    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]}?" if near else "unset it; syndicate config explain lists all"
