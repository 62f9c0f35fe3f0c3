"""What the program says, in the reader's language.

A tag is matched by its first part alone: ``zh``, ``zh-CN`` and ``zh-Hans``
read the same catalogue. A language without one is spoken to in English, with
its own tag kept for ``lang`` and ``dir``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import Final

from babel import Locale
from babel.core import UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

_SOURCE: Final = "en"
_CATALOGUES: Final = files(__name__.rpartition(".")[0]) / "catalogues"
_WITHOUT_SPACES: Final = frozenset({"zh", "ja", "ko"})


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """One language as templates use it.

    ``tag`` is the BCP 47 tag that was asked for; ``spoken`` the language the
    words are really in (``en`` where there is no catalogue).
    """

    tag: str
    spoken: str
    translations: NullTranslations

    @property
    def locale(self) -> Locale:
        """Whose numbers and names of days and months are used."""
        return Locale.parse(self.spoken)

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``, for ``dir``."""
        try:
            return str(Locale.parse(self.tag, sep="-").text_direction)
        except (UnknownLocaleError, ValueError):
            return "ltr"

    @property
    def ideographic(self) -> bool:
        """Whether lines break between characters, and type needs more leading."""
        return primary(self.tag) in _WITHOUT_SPACES

    def gettext(self, message: str) -> str:
        return self.translations.gettext(message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self.translations.ngettext(singular, plural, number)

    def pgettext(self, context: str, message: str) -> str:
        return self.translations.pgettext(context, message)

    def number(self, value: int) -> str:
        """``1,240``."""
        return format_decimal(value, locale=self.locale)


@cache
def catalogue(tag: str) -> Catalogue:
    """The catalogue for a BCP 47 tag; see the module's docstring for the match."""
    language = primary(tag)
    if language == _SOURCE:
        return Catalogue(tag, _SOURCE, NullTranslations())
    source = _CATALOGUES / f"{language}.po"
    if not (language.isalpha() and source.is_file()):
        return Catalogue(tag, _SOURCE, NullTranslations())
    compiled = BytesIO()
    with source.open("rb") as lines:
        write_mo(compiled, read_po(lines, locale=language, abort_invalid=True))
    compiled.seek(0)
    return Catalogue(tag, language, GNUTranslations(compiled))


def languages() -> tuple[str, ...]:
    """The languages that have words of their own, English first."""
    found = (entry.name for entry in _CATALOGUES.iterdir())
    return (_SOURCE, *sorted(name[:-3] for name in found if name.endswith(".po")))


def primary(tag: str) -> str:
    """The first part of a language tag, in lower case: ``zh`` of ``zh-Hans-CN``."""
    return tag.replace("_", "-").split("-", 1)[0].lower()
