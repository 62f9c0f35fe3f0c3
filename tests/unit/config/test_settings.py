"""The catalogue that the reference, the overrides and the errors are made from."""

import pytest

from syndicate.config.settings import find, settings


@pytest.mark.parametrize("setting", settings(), ids=lambda setting: setting.name)
def test_every_setting_says_what_it_is_for(setting):
    assert setting.description.endswith(".")


@pytest.mark.parametrize("setting", settings(), ids=lambda setting: setting.name)
def test_no_setting_is_named_like_the_twin_of_a_secret(setting):
    assert not setting.key.endswith("_file")


def test_a_setting_knows_its_type_default_and_where_it_inherits():
    expires, zone = find("newsletters", "expires"), find("newsletters", "timezone")
    assert (expires.name, expires.kind, expires.default) == (
        "newsletters.NAME.expires",
        "duration",
        '"3d"',
    )
    assert zone.inherits == "site.timezone"


def test_a_nested_table_goes_by_its_dotted_name():
    assert find("mail.smtp", "host").name == "mail.smtp.host"
    assert find("mail.relays", "host").name == "mail.relays.NAME.host"


def test_a_table_is_not_a_setting():
    assert find("mail", "smtp") is None


def test_a_choice_knows_its_words():
    formats = find("feeds", "formats")
    assert (formats.kind, formats.listed, formats.values) == (
        "choice",
        True,
        ("rss", "atom", "json"),
    )
