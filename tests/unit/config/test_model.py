"""What a configuration as a whole means, beyond each value."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from syndicate.config.model import Config

SITE = {"title": "The Saltmarrow Gazette", "url": "https://news.saltmarrow.example/"}
SOURCE = {"name": "cms", "path": "articles", "url": "https://www.saltmarrow.example/"}


def config(**tables):
    return Config.model_validate({"site": SITE, **tables}, context={"root": "/srv/site"})


def test_title_and_address_are_all_a_site_must_say():
    assert config().feeds.formats == ("rss", "atom", "json")


def test_every_default_path_starts_at_the_sites_folder():
    made = config()
    paths = (made.feeds.output, made.mail.outbox, made.resolve("templates"))
    assert [str(path) for path in paths] == [
        "/srv/site/feeds",
        "/srv/site/outbox",
        "/srv/site/templates",
    ]
    assert made.store.url == "sqlite:////srv/site/data/syndicate.db"


def test_a_source_takes_zone_language_and_rhythm_from_the_site():
    source = config(
        site={**SITE, "timezone": "Asia/Shanghai", "language": "zh"},
        schedule={"ingest": "5m", "stale": "1w"},
        sources=[SOURCE],
    ).sources[0]
    assert (source.timezone, source.language) == ("Asia/Shanghai", "zh")
    assert (source.every, source.stale) == (timedelta(minutes=5), timedelta(days=7))


def test_a_source_may_differ_from_the_site():
    source = config(
        site={**SITE, "timezone": "Asia/Shanghai"}, sources=[{**SOURCE, "timezone": "Asia/Tokyo"}]
    ).sources[0]
    assert source.timezone == "Asia/Tokyo"


def test_a_newsletter_takes_zone_and_language_from_the_site():
    letter = config(
        site={**SITE, "timezone": "Asia/Shanghai", "language": "zh"},
        newsletters=[{"name": "weekly", "title": "The Week"}],
        mail={"sender": "digest@news.saltmarrow.example"},
    ).newsletters[0]
    assert (letter.timezone, letter.language) == ("Asia/Shanghai", "zh")


@pytest.mark.parametrize(
    "clock",
    [
        "2026-01-26T09:00:00",
        datetime(2026, 1, 26, 9),  # noqa: DTZ001 (as TOML's local date-time is read)
        "2026-01-26T01:00:00Z",
        "2026-01-26T02:00:00+01:00",
    ],
)
def test_a_clock_is_a_moment_in_the_sites_zone_unless_it_says_otherwise(clock):
    site = config(site={**SITE, "timezone": "Asia/Shanghai", "clock": clock}).site
    assert site.clock == datetime(2026, 1, 26, 1, tzinfo=UTC)


def test_a_configuration_can_not_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        config().site.title = "Another"


def test_the_mailbox_is_told_apart_into_name_and_address():
    mail = config(mail={"sender": "The Week <digest@news.saltmarrow.example>"}).mail
    assert (mail.sender_name, mail.sender_address) == ("The Week", "digest@news.saltmarrow.example")


def test_a_password_does_not_show_when_printed():
    assert "tidewater" not in repr(config(mail={"smtp": {"password": "tidewater"}}))


def test_sources_and_newsletters_are_found_by_name():
    made = config(sources=[SOURCE])
    assert made.source("cms") == made.sources[0]
    assert made.newsletter("weekly") is None


def test_a_newsletter_may_offer_several_schedules_and_languages():
    letter = config(
        newsletters=[
            {
                "name": "weekly",
                "title": "The Week",
                "language": "en",
                "languages": ["zh-hans", "en"],
                "also": ["daily 07:00", "monthly 1 09:00"],
            }
        ],
        mail={"sender": "digest@news.saltmarrow.example"},
    ).newsletters[0]
    assert [str(one) for one in letter.schedules] == ["mon 08:00", "daily 07:00", "monthly 1 09:00"]
    assert letter.tongues == ("en", "zh-Hans")
    assert letter.schedule_of("monthly").day == 1


def test_a_cadence_that_is_not_offered_has_no_schedule():
    letter = config(
        newsletters=[{"name": "weekly", "title": "The Week"}],
        mail={"sender": "digest@news.saltmarrow.example"},
    ).newsletters[0]
    assert letter.schedule_of("daily") is None


APART = [
    ("/", "the whole system"),
    ("/srv", "the site's own folder"),
    (".", "the site's own folder"),
    ("feeds/..", "the site's own folder"),
    ("/home/nell", "this user's home"),
    ("/home", "this user's home"),
    ("data", "the store"),
    ("data/secrets", "the secrets"),
    ("outbox", "mails to readers"),
    ("/etc/keys", "a key that signs mails"),
    ("returned", "mails that came back"),
    ("articles", 'the pages of the source "cms"'),
    ("/mnt", 'the pages of the source "cms"'),
    ("templates", "the site's templates"),
]


@pytest.mark.parametrize(("output", "what"), APART)
def test_nothing_lies_in_the_output_folder_that_is_not_for_everybody(output, what):
    source = {**SOURCE, "path": "/mnt/cms"} if output == "/mnt" else SOURCE
    dkim = {"domain": "saltmarrow.example", "selector": "one", "key": "/etc/keys/one.pem"}
    tables = {
        "site": SITE,
        "sources": [source],
        "feeds": {"output": output},
        "mail": {"dkim": dkim, "bounces": {"maildir": "returned"}},
    }
    with pytest.raises(ValidationError, match="everybody can read") as refused:
        Config.model_validate(tables, context={"root": "/srv/site", "home": "/home/nell"})
    assert f"it has {what} in it; write a folder of its own" in str(refused.value)


@pytest.mark.parametrize(
    "output", ["feeds", "data/feeds", "articles/feeds", "/var/www", "/srv/site-feeds", "home"]
)
def test_a_folder_of_its_own_may_lie_anywhere(output):
    assert config(feeds={"output": output}, sources=[SOURCE]).feeds.output


def test_a_link_is_no_way_around(tmp_path):
    (tmp_path / "feeds").symlink_to(tmp_path)
    with pytest.raises(ValidationError, match="the site's own folder"):
        Config.model_validate({"site": SITE}, context={"root": tmp_path})
