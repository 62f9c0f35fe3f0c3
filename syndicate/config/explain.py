"""Which value each setting has, where it came from, and what it overrode."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import reduce
from typing import Any

from syndicate.config.layers import Entry
from syndicate.config.lines import KeyPath
from syndicate.config.load import Loaded
from syndicate.config.settings import Setting, moved, naming_key, settings, tables, written
from syndicate.config.tables import Table
from syndicate.model.errors import UsageError


@dataclass(frozen=True, slots=True)
class Explanation:
    """One setting. Values are as the file would write them, secrets covered.

    ``origin`` is a flag, a variable, a secret's file, a line of the
    configuration file, ``default``, or the setting a value was taken over
    from; ``overrode`` holds (origin, value) of those that lost, strongest first.
    """

    key: str
    value: str
    origin: str
    overrode: tuple[tuple[str, str], ...] = ()


def explain(loaded: Loaded, key: str = "") -> tuple[Explanation, ...]:
    """Every setting whose name is ``key`` or lies below it.

    Raises ``UsageError`` where there is none.
    """
    everything = tuple(_all(loaded))
    found = tuple(e for e in everything if not key or e.key == key or e.key.startswith(f"{key}."))
    if not found:
        table, _, last = key.rpartition(".")
        near = get_close_matches(key, [explanation.key for explanation in everything], n=1)
        if new := moved(table, last):
            way_out = f"it is {new}.{last} now"
        else:
            way_out = f"did you mean {near[0]}?" if near else "`syndicate config explain` lists all"
        raise UsageError(key, "no such setting", way_out)
    return found


def _all(loaded: Loaded) -> Iterator[Explanation]:
    """Table by table, and a repeated table's entries one after the other."""
    for name, (_, many) in tables().items():
        words = name.split(".")
        table: Any = reduce(getattr, words, loaded.config)
        keys = [setting for setting in settings() if setting.table == name]
        if not many:
            for setting in keys:
                yield _one(loaded, setting, (*words, setting.key), table, setting.name)
            continue
        for place, entry in enumerate(table):
            label = getattr(entry, naming_key(name))
            for setting in keys:
                key = f"{name}.{label}.{setting.key}"
                yield _one(loaded, setting, (*words, place, setting.key), entry, key)


def _one(loaded: Loaded, setting: Setting, path: KeyPath, table: Table, name: str) -> Explanation:
    entries = loaded.history.get(path, ())
    return Explanation(
        key=name,
        value=_shown(getattr(table, setting.key)),
        origin=_origin(loaded, setting, entries),
        overrode=tuple(
            (str(entry.origin), "(hidden)" if setting.secret else written(entry.value))
            for entry in reversed(entries[:-1])
        ),
    )


def _origin(loaded: Loaded, setting: Setting, entries: tuple[Entry, ...]) -> str:
    if entries:
        return str(entries[-1].origin)
    if setting.inherits and tuple(setting.inherits.split(".")) in loaded.history:
        return setting.inherits
    return "default"


def _shown(value: Any) -> str:
    """As the file would write it; nothing where nothing is set."""
    if value is None:
        return ""
    return written(value)
