"""The one way templates are filled: what they see and how they fail.

Templates may be the newsroom's own (ejected and changed), so they run in a
sandbox, an unknown name is an error and not an empty space, and a fault names
the template and the line. Text is escaped by the template's ending: ``.html``
is, ``.txt`` and ``.css`` are not.

In a template: ``look`` (design tokens), ``language`` (the tag), ``words`` (the
catalogue), ``_``, ``ngettext`` and ``pgettext`` with ``%(name)s`` fields that
are escaped like any other value, ``date_in_words`` and ``moment_in_words``
(a moment and a time zone).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Final

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    StrictUndefined,
    Template,
    select_autoescape,
)
from jinja2 import TemplateError as JinjaError
from jinja2.bccache import Bucket
from jinja2.nodes import EvalContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_eval_context
from markupsafe import Markup

from syndicate.language import Catalogue, catalogue, date_in_words, moment_in_words
from syndicate.look import LOOK
from syndicate.model.errors import TemplateError

# C0 and C1 controls: an XML parser refuses them, and a stray C1 character
# makes Gmail clip the mail.
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f]")


class _Compiled(BytecodeCache):
    """What templates were compiled to in this process, for its next environment.

    Under a template's name and file; what was made of another text is not used.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._kept.get(bucket.key)
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


#: The same rules hold in each environment, so what they compile is the same.
_COMPILED: Final = _Compiled()


def environment(loader: BaseLoader) -> Environment:
    """A Jinja2 environment over ``loader``, with our rules and tokens."""
    made = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=_COMPILED,
    )
    made.globals["look"] = LOOK
    return made


def found(environment: Environment, name: str) -> Template:
    """The template ``name``: another object once its file has changed.

    Raises :class:`syndicate.model.errors.TemplateError`.
    """
    with _named_errors(name):
        return environment.get_template(name)


def fill(environment: Environment, name: str, language: str, /, **values: Any) -> str:
    """The template ``name``, filled, in ``language``.

    Raises :class:`syndicate.model.errors.TemplateError`.
    """
    words = catalogue(language)
    with _named_errors(name):
        return environment.get_template(name).render(
            words=words,
            _=_marked(words.gettext),
            ngettext=_plural(words),
            pgettext=_in_context(words),
            date_in_words=partial(date_in_words, words=words),
            moment_in_words=partial(moment_in_words, words=words),
            language=language,
            **values,
        )


@contextmanager
def _named_errors(name: str) -> Iterator[None]:
    try:
        yield
    except JinjaError as error:
        place = getattr(error, "name", None) or name
        line = getattr(error, "lineno", None)
        raise TemplateError(
            f"template {place}" + (f", line {line}" if line else ""),
            str(error.message or type(error).__name__),
            "mend it, or remove your copy to use the one that comes with syndicate",
        ) from error


def _printable(value: Any) -> Any:
    if not isinstance(value, str) or value.isprintable() or _CONTROL.search(value) is None:
        return value
    rest = _CONTROL.sub("", value)
    return Markup(rest) if isinstance(value, Markup) else rest  # noqa: S704 (was markup before)


def _with_values(text: str, values: dict[str, Any], context: EvalContext) -> str:
    if context.autoescape:
        return Markup(text) % values  # noqa: S704 (the catalogue is ours; the values are escaped)
    return text % values


def _marked(gettext: Callable[[str], str]) -> Callable[..., str]:
    @pass_eval_context
    def translate(context: EvalContext, message: str, /, **values: Any) -> str:
        return _with_values(gettext(message), values, context)

    return translate


def _plural(words: Catalogue) -> Callable[..., str]:
    @pass_eval_context
    def translate(
        context: EvalContext, singular: str, plural: str, count: int, /, **values: Any
    ) -> str:
        message = words.ngettext(singular, plural, count)
        return _with_values(message, {"count": words.number(count), **values}, context)

    return translate


def _in_context(words: Catalogue) -> Callable[..., str]:
    @pass_eval_context
    def translate(context: EvalContext, about: str, message: str, /, **values: Any) -> str:
        return _with_values(words.pgettext(about, message), values, context)

    return translate
