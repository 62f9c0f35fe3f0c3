"""Names of languages, weekdays and time zones."""

from zoneinfo import available_timezones

import pytest

from syndicate.language import (
    catalogue,
    city_in_words,
    tongue_in_words,
    weekday_in_words,
    zones_in_words,
)


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en", "English"), ("zh", "中文"), ("pt-BR", "Português (Brasil)"), ("x-tidal", "x-tidal")],
)
def test_a_language_is_called_what_its_speakers_call_it(tag, name):
    assert tongue_in_words(tag) == name


def test_weekdays_count_from_monday():
    assert weekday_in_words(0, catalogue("en")) == "Monday"
    assert weekday_in_words(6, catalogue("zh")) == "星期日"


@pytest.mark.parametrize(
    ("zone", "language", "city"),
    [
        ("Asia/Shanghai", "zh", "上海"),
        ("America/Argentina/Buenos_Aires", "en", "Buenos Aires"),
        ("UTC", "zh", "UTC"),
    ],
)
def test_a_zone_is_called_after_its_city(zone, language, city):
    assert city_in_words(zone, catalogue(language)) == city


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_country_has_its_zones(language):
    names = zones_in_words(catalogue(language))
    zones = {name.zone for name in names}
    assert (
        {"Europe/Amsterdam", "Asia/Shanghai", "America/New_York"} <= zones <= available_timezones()
    )
    assert all(name.country and name.city for name in names)


def test_countries_come_in_the_order_of_the_language():
    english = [name.country for name in zones_in_words(catalogue("en"))]
    assert english.index("Albania") > english.index("Åland Islands") > english.index("Afghanistan")
    chinese = [name.country for name in zones_in_words(catalogue("zh"))]
    assert chinese[0].startswith("阿")
    assert chinese.index("德国") < chinese.index("中国")
