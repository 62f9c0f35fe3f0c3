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
from syndicate.config.settings import (
    Setting,
    find,
    moved,
    naming_key,
    place_of,
    settings,
    tables,
)

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
    for path, twin in twins_in(data):
        place = place_of(path)
        entry = "" if place.entry is None else f" {label(path, data)},"
        thing = f"{file.name}: {place.header}{entry} {path[-1]}_file"
        yield _secret(path, file.parent / str(twin), thing)


def twins_in(data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, Any]]:
    """Each secret that is named by a file: its own path, and what its twin says."""
    for setting in settings():
        if setting.secret:
            for path, table in _written_tables(data, setting.table):
                if (twin := table.get(f"{setting.key}_file")) is not None:
                    yield (*path, setting.key), twin


def label(path: KeyPath, data: Mapping[str, Any]) -> str:
    """The name of the entry of a repeated table that a path leads to, or its number."""
    place = place_of(path)
    known = dict(_written_tables(data, place.table))
    number = (place.entry or 0) + 1
    name = known.get((*place.table.split("."), number - 1), {}).get(naming_key(place.table))
    return str(name) if isinstance(name, str) and name else f"number {number}"


def _written_tables(
    data: Mapping[str, Any], name: str
) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """A table as it is written, with its path: each entry of one that repeats."""
    path = tuple(name.split("."))
    found: Any = data
    for word in path:
        found = found.get(word, {}) if isinstance(found, Mapping) else {}
    if isinstance(found, list):
        for place, entry in enumerate(found):
            if isinstance(entry, Mapping):
                yield (*path, place), entry
    elif isinstance(found, Mapping):
        yield path, found


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
            yield Problem(f"--set {key}", None, "no such setting", _nearest_setting(key))
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
    place = place_of(words)
    table = place.table
    if table not in tables() or len(place.keys) != (2 if place.many else 1):
        return None
    if find(table, words[-1]) is None:
        return None
    if not place.many:
        return tuple(words)
    for path, entry in _written_tables(data, table):
        if _plain(entry.get(naming_key(table), "")) == _plain(place.keys[0]):
            return (*path, words[-1])
    return None


def _plain(name: Any) -> str:
    """A name as variables can have it."""
    return str(name).lower().replace("-", "_")


def _entry(path: KeyPath, text: str, origin: Origin) -> Entry:
    setting = place_of(path).setting
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


def _nearest_setting(key: str) -> str:
    table, _, last = key.rpartition(".")
    if new := moved(table, last):
        return f"it is {new}.{last} now"
    near = get_close_matches(key, [s.name for s in settings()], n=1)
    return f"did you mean {near[0]}?" if near else "syndicate config explain lists them"


def _nearest_variable(name: str) -> str:
    table, _, key = name.removeprefix(PREFIX).lower().rpartition("__")
    if new := moved(table.replace("__", "."), key):
        return f"it is {_variable(f'{new}.{key}')} now"
    known = [_variable(s.name) for s in settings() if not s.many]
    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]}?" if near else "unset it; syndicate config explain lists all"


def _variable(setting: str) -> str:
    return PREFIX + setting.replace(".", "__").upper()
