"""The catalogue: every setting there is, for errors, overrides, ``explain`` and the reference.

Derived from the tables' own fields, so that it can't fall behind them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from syndicate.config.duration import format_duration
from syndicate.config.model import Config
from syndicate.config.tables import Table
from syndicate.config.values import Kind
from syndicate.model.cover import without_password

#: Settings that stand in another table now: (table, key) and that table.
_MOVED = {("mail", key): "mail.smtp" for key in ("host", "port", "user", "password")}

_KeyPath = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of one table.

    ``table`` is as its header has it, ``site`` or ``mail.smtp``; ``many`` says
    that the table is an array, ``[[newsletters]]``; ``values``
    are the words a choice allows; ``listed`` says that it takes several;
    ``default`` is as the file would write it, empty for required settings.
    """

    table: str
    key: str
    kind: str
    description: str
    default: str = ""
    inherits: str = ""
    values: tuple[str, ...] = ()
    many: bool = False
    required: bool = False
    listed: bool = False
    secret: bool = False

    @property
    def name(self) -> str:
        """``site.title``; ``newsletters.NAME.title`` in a table that repeats."""
        return f"{self.table}.NAME.{self.key}" if self.many else f"{self.table}.{self.key}"


def naming_key(table: str) -> str:
    """The key that tells the entries of a repeated table apart."""
    return {"sections": "key", "channels": "feed"}.get(table, "name")


@cache
def tables() -> Mapping[str, tuple[type[Table], bool]]:
    """Each table's model, and whether the table repeats; nested ones behind what holds them.

    A table may hold tables (``mail.smtp``), and those may repeat
    (``mail.relays``); one that repeats holds none.
    """
    return dict(_tables(Config))


def _tables(model: type[Table], above: str = "") -> Iterator[tuple[str, tuple[type[Table], bool]]]:
    for key, field in model.model_fields.items():
        inner, many = _nested(field)
        if inner is not None:
            yield f"{above}{key}", (inner, many)
            yield from _tables(inner, f"{above}{key}.")


def _nested(field: FieldInfo) -> tuple[type[Table] | None, bool]:
    """The model of a field that holds a table, or several; no model if it holds a value."""
    many = get_origin(field.annotation) is tuple
    inner: Any = get_args(field.annotation)[0] if many else field.annotation
    return (inner, many) if isinstance(inner, type) and issubclass(inner, Table) else (None, False)


@cache
def settings() -> tuple[Setting, ...]:
    """Every setting, in the order of the tables and their fields."""
    return tuple(
        _setting(table, key, field, many=many)
        for table, (model, many) in tables().items()
        for key, field in model.model_fields.items()
        if _nested(field)[0] is None
    )


def find(table: str, key: str) -> Setting | None:
    return next((s for s in settings() if s.table == table and s.key == key), None)


@dataclass(frozen=True, slots=True)
class Place:
    """What a path into the configuration means.

    ``table`` is as its header has it; ``entry`` says which of a table that
    repeats, from 0; ``keys`` is what is left: none where the table itself is meant.
    """

    table: str
    entry: int | None
    keys: tuple[str | int, ...]

    @property
    def many(self) -> bool:
        return self.table in tables() and tables()[self.table][1]

    @property
    def header(self) -> str:
        """``[mail.smtp]``, or ``[[mail.relays]]`` where the table repeats."""
        return f"[[{self.table}]]" if self.many else f"[{self.table}]"

    @property
    def setting(self) -> Setting | None:
        return find(self.table, str(self.keys[0])) if self.keys else None


def place_of(path: _KeyPath) -> Place:
    """Where a path leads. A first word that is no table's name is taken for one."""
    table, rest = str(path[0]), tuple(path[1:])
    while rest and f"{table}.{rest[0]}" in tables():
        table, rest = f"{table}.{rest[0]}", rest[1:]
    entry = None
    if rest and isinstance(rest[0], int):
        entry, rest = rest[0], rest[1:]
    return Place(table, entry, rest)


def moved(table: str, key: str) -> str:
    """The table that a setting stands in now, if it stood in ``table`` once; twins go along."""
    return _MOVED.get((table, key.removesuffix("_file")), "")


def _setting(table: str, key: str, field: FieldInfo, *, many: bool) -> Setting:
    extra = field.json_schema_extra
    inherits = str(extra.get("inherits", "")) if isinstance(extra, dict) else ""
    inner, listed = field.annotation, False
    metadata: Sequence[Any] = field.metadata
    if get_origin(inner) in (Union, UnionType):
        # A setting that may be left out: what it is if it is given.
        inner = next(one for one in get_args(inner) if one is not NoneType)
        metadata = (*metadata, *getattr(inner, "__metadata__", ()))
        if get_origin(inner) is Annotated:
            inner = get_args(inner)[0]
    if get_origin(inner) is tuple:
        inner, listed = get_args(inner)[0], True
        metadata = getattr(inner, "__metadata__", ())
    values = get_args(inner) if get_origin(inner) is Literal else ()
    kind = next((mark.name for mark in metadata if isinstance(mark, Kind)), "text")
    required = field.default is PydanticUndefined
    return Setting(
        table=table,
        key=key,
        kind="choice" if values else kind,
        description=field.description or "",
        default="" if required or field.default is None else written(field.default),
        inherits=inherits,
        values=values,
        many=many,
        required=required,
        listed=listed,
        secret=inner is SecretStr,
    )


def written(value: Any) -> str:
    """A value as the file would write it. Never a secret: those show as ``(hidden)``."""
    if isinstance(value, SecretStr):
        return "(hidden)" if value.get_secret_value() else '""'
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(written(item) for item in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key} = {written(item)}' for key, item in value.items())}}}"
    if isinstance(value, timedelta):
        value = format_duration(value)
    if isinstance(value, datetime):
        value = value.isoformat()
    return json.dumps(without_password(str(value)), ensure_ascii=False)
