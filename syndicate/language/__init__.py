"""The languages we speak: catalogues, plurals, and dates in words.

English is the source; every other language is one ``.po`` file under
``catalogues/``, read and compiled in memory, so there is no build step and
nothing to forget.
"""

from syndicate.language.catalogue import Catalogue, catalogue, languages
from syndicate.language.dates import (
    date_in_words,
    moment_in_words,
    month_in_words,
    period_in_words,
    since_in_words,
)
from syndicate.language.names import (
    city_in_words,
    tongue_in_words,
    weekday_in_words,
    zones_in_words,
)

__all__ = [
    "Catalogue",
    "catalogue",
    "city_in_words",
    "date_in_words",
    "languages",
    "moment_in_words",
    "month_in_words",
    "period_in_words",
    "since_in_words",
    "tongue_in_words",
    "weekday_in_words",
    "zones_in_words",
]
