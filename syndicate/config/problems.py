"""What is wrong with a configuration, in lines that a person can act on.

``config.toml: [mail] sender: "news@": not an address; write name@domain``
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from syndicate.config.lines import KeyPath
from syndicate.config.model import DisagreementError
from syndicate.config.settings import Place, moved, place_of, settings, tables, written
from syndicate.model.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. ``value`` is as written, ``None`` where nothing is."""

    thing: str
    value: str | None
    cause: str
    way_out: str = ""

    def __str__(self) -> str:
        shown = "" if self.value is None else f"{self.value}: "
        return f"{self.thing}: {shown}{self.cause}" + (f"; {self.way_out}" if self.way_out else "")


class InvalidConfigurationError(ConfigurationError):
    """All that is wrong with a configuration; ``str()`` gives a line for each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.thing, first.cause, first.way_out)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)

    def __reduce__(self) -> tuple[type[InvalidConfigurationError], tuple[tuple[Problem, ...]]]:
        return (type(self), (self.problems,))


def explain_errors(
    error: ValidationError, data: Mapping[str, Any], thing: Callable[[KeyPath], str]
) -> Iterator[Problem]:
    """Each of pydantic's complaints as a problem.

    ``data`` is what was validated, before anything was inherited; ``thing``
    names the place a path was written at.
    """
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            # What stands in it has been complained of already.
            continue
        raised = detail.get("ctx", {}).get("error")
        if isinstance(raised, DisagreementError):
            for path, value, text in raised.problems:
                yield _problem(thing(path), path, value, text)
        elif detail["type"] == "missing" or _written(detail["loc"], data):
            path, text = detail["loc"], _sentence(detail, data)
            shows = detail["type"] not in ("missing", "extra_forbidden", "model_type")
            single = not isinstance(detail["input"], Mapping)
            yield _problem(thing(path), path, detail["input"] if shows and single else None, text)


def _problem(thing: str, path: KeyPath, value: Any, text: str) -> Problem:
    cause, _, way_out = text.partition("; ")
    setting = place_of(path).setting
    if value is None:
        shown = None
    else:
        shown = "(hidden)" if setting is not None and setting.secret else written(value)
    return Problem(thing, shown, cause, way_out)


def _written(path: KeyPath, data: Any) -> bool:
    """Whether anybody wrote this: a value that was inherited is reported once, where it stands."""
    for key in path:
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def holds_tables(data: Any, path: KeyPath) -> bool:
    """Whether what is written there is a table, or a list of some."""
    if not _written(path, data):
        return False
    for key in path:
        data = data[key]
    several = data if isinstance(data, list) and data else [data]
    return all(isinstance(one, Mapping) for one in several)


def _sentence(detail: ErrorDetails, data: Mapping[str, Any]) -> str:
    """``cause; way out`` for one complaint."""
    path, context = detail["loc"], detail.get("ctx", {})
    place = place_of(path)
    match detail["type"]:
        case "value_error":
            return str(context["error"])
        case "missing":
            return _missing(place)
        case "extra_forbidden":
            return _unknown(place, table=holds_tables(data, path))
        case "model_type":
            return f"not a table; write {place.header} on a line of its own, and its keys below"
        case "tuple_type" if not place.keys:
            return f"not a list of tables; write {place.header} with two brackets"
        case "tuple_type":
            return 'not a list; write values in brackets, such as ["a", "b"]'
        case "string_type" | "path_type":
            return "not text; put it in quotation marks"
        case "int_type":
            return "not a whole number; write digits without quotation marks"
        case "bool_type":
            return "neither true nor false; write one of them without quotation marks"
        case "greater_than_equal" | "less_than_equal":
            return _limits(place)
        case "literal_error":
            setting = place.setting
            known = " or ".join(written(value) for value in setting.values) if setting else ""
            return f"not one of those known; write {known}"
        case "too_short":
            return "empty; name at least one"
        case _:
            return detail["msg"]


def _missing(place: Place) -> str:
    if not place.keys:
        model, _ = tables()[place.table]
        required = [key for key, field in model.model_fields.items() if field.is_required()]
        return f"missing; add the table with {' and '.join(required)}"
    setting = place.setting
    if setting is None:
        return "missing"
    meaning = setting.description[:1].lower() + setting.description[1:]
    return f"missing; write {setting.key} = …, {meaning.removesuffix('.')}"


def _unknown(place: Place, *, table: bool) -> str:
    if place.table not in tables():
        known = [name for name in tables() if "." not in name]
        near = get_close_matches(place.table, tables(), n=1)
        return f"no such table; {_suggest(near, known)}"
    name = str(place.keys[-1])
    below = [known for known in tables() if known.startswith(f"{place.table}.")]
    if table and below:
        near = get_close_matches(f"{place.table}.{name}", below, n=1)
        return f"no such table; {_suggest(near, below)}"
    if new := moved(place.table, name):
        return f"now in [{new}]; move it there"
    known = [setting.key for setting in settings() if setting.table == place.table]
    return f"no such setting; {_suggest(get_close_matches(name, known, n=1), known)}"


def _suggest(near: Sequence[str], known: Sequence[str]) -> str:
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"


def _limits(place: Place) -> str:
    model, _ = tables()[place.table]
    limits = {
        name: getattr(mark, name)
        for mark in model.model_fields[str(place.keys[0])].metadata
        for name in ("ge", "le")
        if hasattr(mark, name)
    }
    if "le" not in limits:
        return f"out of range; write a number from {limits['ge']} up"
    return f"out of range; write a number from {limits['ge']} to {limits['le']}"
