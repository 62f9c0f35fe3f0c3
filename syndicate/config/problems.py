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
from syndicate.config.settings import Setting, find, tables, written
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
        raised = detail.get("ctx", {}).get("error")
        if isinstance(raised, DisagreementError):
            for path, value, text in raised.problems:
                yield _problem(thing(path), path, value, text)
        elif detail["type"] == "missing" or _written(detail["loc"], data):
            path, text = detail["loc"], _sentence(detail)
            shows = detail["type"] not in ("missing", "extra_forbidden", "model_type")
            single = not isinstance(detail["input"], Mapping)
            yield _problem(thing(path), path, detail["input"] if shows and single else None, text)


def _problem(thing: str, path: KeyPath, value: Any, text: str) -> Problem:
    cause, _, way_out = text.partition("; ")
    setting = _setting(path)
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


def _setting(path: KeyPath) -> Setting | None:
    words = [key for key in path if isinstance(key, str)]
    return find(words[0], words[1]) if len(words) > 1 else None


def _sentence(detail: ErrorDetails) -> str:
    """``cause; way out`` for one complaint."""
    path, context = detail["loc"], detail.get("ctx", {})
    match detail["type"]:
        case "value_error":
            return str(context["error"])
        case "missing":
            return _missing(path)
        case "extra_forbidden":
            return _unknown(path)
        case "model_type":
            return f"not a table; write [{path[0]}] on a line of its own, and its keys below"
        case "tuple_type" if len(path) == 1:
            return f"not a list of tables; write [[{path[0]}]] with two brackets"
        case "tuple_type":
            return 'not a list; write values in brackets, such as ["a", "b"]'
        case "string_type" | "path_type":
            return "not text; put it in quotation marks"
        case "int_type":
            return "not a whole number; write digits without quotation marks"
        case "bool_type":
            return "neither true nor false; write one of them without quotation marks"
        case "greater_than_equal" | "less_than_equal":
            return _limits(path)
        case "literal_error":
            setting = _setting(path)
            known = " or ".join(written(value) for value in setting.values) if setting else ""
            return f"not one of those known; write {known}"
        case "too_short":
            return "empty; name at least one"
        case _:
            return detail["msg"]


def _missing(path: KeyPath) -> str:
    if len(path) == 1:
        model, _ = tables()[str(path[0])]
        required = [key for key, field in model.model_fields.items() if field.is_required()]
        return f"missing; add the table with {' and '.join(required)}"
    setting = _setting(path)
    if setting is None:
        return "missing"
    meaning = setting.description[:1].lower() + setting.description[1:]
    return f"missing; write {path[-1]} = …, {meaning.removesuffix('.')}"


def _unknown(path: KeyPath) -> str:
    name = str(path[-1])
    if len(path) == 1:
        known = list(tables())
        near = get_close_matches(name, known, n=1)
        return f"no such table; {_suggest(near, known)}"
    model, _ = tables()[str(path[0])]
    known = list(model.model_fields)
    return f"no such setting; {_suggest(get_close_matches(name, known, n=1), known)}"


def _suggest(near: Sequence[str], known: Sequence[str]) -> str:
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"


def _limits(path: KeyPath) -> str:
    model, _ = tables()[str(path[0])]
    limits = {
        name: getattr(mark, name)
        for mark in model.model_fields[str(path[-1])].metadata
        for name in ("ge", "le")
        if hasattr(mark, name)
    }
    return f"out of range; write a number from {limits['ge']} to {limits['le']}"
