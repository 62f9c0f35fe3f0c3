import pytest

from syndicate.config.explain import Explanation, explain
from syndicate.config.settings import settings
from syndicate.model.errors import UsageError
from tests.unit.config.site import RELAY, SMALL, SMTP, read


def one(loaded, key):
    (explanation,) = explain(loaded, key)
    return explanation


def test_a_value_of_the_file_comes_with_its_line(tmp_path):
    assert one(read(tmp_path), "site.title") == Explanation(
        "site.title", '"The Saltmarrow Gazette"', "file config.toml:2"
    )


def test_a_value_nobody_wrote_is_a_default(tmp_path):
    assert one(read(tmp_path), "feeds.ttl") == Explanation("feeds.ttl", '"1h"', "default")


def test_what_lost_is_listed_strongest_first(tmp_path):
    loaded = read(
        tmp_path,
        SMALL + "[web]\nport = 8001\n",
        {"SYNDICATE_WEB__PORT": "8002"},
        ["web.port=8003"],
    )
    assert one(loaded, "web.port") == Explanation(
        "web.port",
        "8003",
        "flag --set web.port",
        (("environment SYNDICATE_WEB__PORT", "8002"), ("file config.toml:17", "8001")),
    )


def test_a_value_taken_over_says_from_where(tmp_path):
    loaded = read(tmp_path, SMALL, {"SYNDICATE_SITE__TIMEZONE": "Asia/Shanghai"})
    assert one(loaded, "sources.cms.timezone") == Explanation(
        "sources.cms.timezone", '"Asia/Shanghai"', "site.timezone"
    )


def test_a_secret_shows_its_place_but_not_itself(tmp_path):
    (tmp_path / "secret").write_text("tidewater")
    loaded = read(tmp_path, SMALL + SMTP + 'password = "old"\npassword_file = "secret"\n')
    assert one(loaded, "mail.smtp.password") == Explanation(
        "mail.smtp.password",
        "(hidden)",
        f"secret file {tmp_path / 'secret'}",
        (("file config.toml:18", "(hidden)"),),
    )


def test_a_password_in_a_store_address_is_covered(tmp_path):
    loaded = read(tmp_path, SMALL + '[store]\nurl = "postgresql://ann:tidewater@db/press"\n')
    assert one(loaded, "store.url").value == '"postgresql://ann:***@db/press"'


@pytest.mark.parametrize(
    ("key", "table"),
    [
        ("newsletters.weekly-zh", "newsletters"),
        ("newsletters", "newsletters"),
        ("site", "site"),
        ("mail.smtp", "mail.smtp"),
        ("mail.relays.harbour-two", "mail.relays"),
    ],
)
def test_a_table_or_an_entry_explains_all_its_keys(tmp_path, key, table):
    keys = [setting.key for setting in settings() if setting.table == table]
    found = explain(read(tmp_path, SMALL + RELAY), key)
    assert [one.key.rpartition(".")[2] for one in found] == keys


def test_a_table_explains_those_below_it_too(tmp_path):
    keys = [one.key for one in explain(read(tmp_path), "mail")]
    assert {"mail.sender", "mail.smtp.host", "mail.dkim.domain"} <= set(keys)


def test_a_value_of_a_nested_table_comes_with_its_line(tmp_path):
    loaded = read(tmp_path, SMALL + RELAY, {"SYNDICATE_MAIL__RELAYS__HARBOUR_TWO__PORT": "2525"})
    assert one(loaded, "mail.relays.harbour-two.host").origin == "file config.toml:19"
    assert one(loaded, "mail.relays.harbour-two.port") == Explanation(
        "mail.relays.harbour-two.port",
        "2525",
        "environment SYNDICATE_MAIL__RELAYS__HARBOUR_TWO__PORT",
    )


def test_an_unknown_key_is_answered_with_the_nearest(tmp_path):
    with pytest.raises(UsageError, match=r"no such setting; did you mean web.port\?"):
        explain(read(tmp_path), "web.prot")


def test_a_key_that_has_moved_is_answered_with_where_it_went(tmp_path):
    with pytest.raises(UsageError, match=r"no such setting; it is mail\.smtp\.host now"):
        explain(read(tmp_path), "mail.host")
