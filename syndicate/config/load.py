"""Reads a configuration: file, environment and flags, laid over each other and checked.

Every problem is reported at once. Only the file, and the secret files that it
or the environment name, are read; the environment itself is a parameter.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from syndicate.config.layers import (
    Entry,
    Finding,
    environment_layer,
    file_layer,
    flag_layer,
    label,
    twin_layer,
    twins_in,
)
from syndicate.config.lines import KeyPath
from syndicate.config.model import Config
from syndicate.config.problems import (
    InvalidConfigurationError,
    Problem,
    explain_errors,
    holds_tables,
)
from syndicate.config.settings import place_of, tables


@dataclass(frozen=True, slots=True)
class Loaded:
    """A configuration and its history.

    ``history`` holds, for each key that somebody wrote, every value written
    for it, weakest first: the last one won.
    """

    config: Config
    file: Path
    history: Mapping[KeyPath, tuple[Entry, ...]]


def load_config(
    file: Path, *, environment: Mapping[str, str] | None = None, overrides: Sequence[str] = ()
) -> Config:
    """The configuration in ``file``; raises ``ConfigurationError`` with all that is wrong."""
    return load(file, environment=environment, overrides=overrides).config


def load(
    file: Path, *, environment: Mapping[str, str] | None = None, overrides: Sequence[str] = ()
) -> Loaded:
    """As :func:`load_config`, with the history of every value.

    ``environment`` is ``os.environ`` or a stand-in; ``overrides`` are
    ``key=value`` flags.
    """
    return load_text(_read(file), file.absolute(), environment=environment, overrides=overrides)


def load_text(
    text: str,
    file: Path,
    *,
    environment: Mapping[str, str] | None = None,
    overrides: Sequence[str] = (),
) -> Loaded:
    """As :func:`load`, with the text that stands, or will stand, in ``file``."""
    data = _parse(text, file)
    twins, direct = environment_layer(environment or {}, data)
    findings: list[Finding] = [
        *file_layer(data, text, file),
        *twin_layer(data, file),
        *twins,
        *direct,
        *flag_layer(overrides, data),
    ]
    problems = [finding for finding in findings if isinstance(finding, Problem)]
    history = _history(finding for finding in findings if isinstance(finding, Entry))
    _drop_twins(data, history)
    written = deepcopy(data)
    for path, entries in history.items():
        if entries[-1].origin.kind != "file":
            _put(written, path, entries[-1].value)

    def thing(path: KeyPath) -> str:
        return _thing(path, file, written, history)

    try:
        config = Config.model_validate(
            written, context={"root": file.parent, "home": (environment or {}).get("HOME", "")}
        )
    except ValidationError as error:
        problems.extend(explain_errors(error, written, thing))
    if problems:
        raise InvalidConfigurationError(problems)
    return Loaded(config, file, history)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        cause = "no such file"
        way_out = "make a site with `syndicate init DIR`, or name one with --config FILE"
    except IsADirectoryError:
        cause, way_out = "a folder", f"name the file: --config {file / 'config.toml'}"
    except OSError as error:
        cause, way_out = (error.strerror or "unreadable").lower(), "name a file this user can read"
    except UnicodeDecodeError as error:
        cause, way_out = f"not UTF-8 (byte {error.start})", "save it as UTF-8"
    raise InvalidConfigurationError([Problem(str(file), None, cause, way_out)])


def _parse(text: str, file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        cause = f"not TOML: {_lower(str(error))}"
    raise InvalidConfigurationError([Problem(file.name, None, cause, "mend that line")])


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _history(entries: Iterable[Entry]) -> dict[KeyPath, tuple[Entry, ...]]:
    found: dict[KeyPath, tuple[Entry, ...]] = {}
    for entry in entries:
        found[entry.path] = (*found.get(entry.path, ()), entry)
    return found


def _drop_twins(data: dict[str, Any], history: dict[KeyPath, tuple[Entry, ...]]) -> None:
    """``password_file`` has been read by now: what is checked is the password."""
    for path, _ in list(twins_in(data)):
        twin = f"{path[-1]}_file"
        table: Any = data
        for key in path[:-1]:
            table = table[key]
        del table[twin]
        history.pop((*path[:-1], twin), None)


def _put(data: dict[str, Any], path: KeyPath, value: Any) -> None:
    """Write one value; a table of the wrong type is left for the check to report."""
    place: Any = data
    for key in path[:-1]:
        place = place.setdefault(key, {}) if isinstance(place, dict) else place[key]
    if isinstance(place, dict):
        place[path[-1]] = value


def _thing(
    path: KeyPath, file: Path, data: Mapping[str, Any], history: Mapping[KeyPath, Sequence[Entry]]
) -> str:
    """Where a person finds what is at ``path``: a variable, a flag, or a key in the file."""
    entries = history.get(path) or history.get(path[:-1])
    if entries and entries[-1].origin.kind != "file":
        return entries[-1].origin.where
    place = place_of(path)
    if place.table not in tables():
        return f"{file.name}: {place.table}"
    keys = [str(key) for key in place.keys if isinstance(key, str)]
    if place.entry is not None:
        return ", ".join([f"{file.name}: {place.header} {label(path, data)}", *keys])
    if len(keys) == 1 and holds_tables(data, path):
        return f"{file.name}: {place.table}.{keys[0]}"
    return " ".join([f"{file.name}: {place.header}", *keys])
