"""The configuration at the root: the sample newsroom, as it is promised."""

from datetime import UTC, datetime
from pathlib import Path

from syndicate.config.load import load, load_text

ROOT = Path(__file__).parents[3]

PROMISED = """\
[site]
title = "Example News"
url = "https://news.example.org/"
language = "en"
timezone = "Asia/Shanghai"
[store]
url = "sqlite:///data/syndicate.db"
[[sources]]
name = "cms"
kind = "cms-pages"
path = "examples/newsroom"
url = "https://www.example.org/"
timezone = "Asia/Shanghai"
language = "en"
missing = "keep"
[feeds]
output = "feeds"
items = 50
formats = ["rss", "atom", "json"]
[[newsletters]]
name = "weekly"
title = "The Week"
schedule = "mon 08:00"
newest = 10
most_viewed = 5
sections = ["science"]
language = "en"
timezone = "Asia/Shanghai"
approval = true
expires = "3d"
[mail]
sender = "The Week <digest@news.example.org>"
transport = "file"
outbox = "outbox"
postal_address = "1 Example Street"
[web]
host = "127.0.0.1"
port = 8000
trusted_proxies = []
"""


def test_the_promised_shape_is_read():
    assert load_text(PROMISED, Path("/site/config.toml")).config.newsletters[0].approval


def test_the_sample_is_fixed_at_monday_morning_in_shanghai():
    assert load(ROOT / "config.toml").config.site.clock == datetime(2026, 1, 26, 1, tzinfo=UTC)


def test_the_sample_sends_to_nobody():
    assert load(ROOT / "config.toml").config.mail.transport == "file"


def test_the_sample_stays_within_the_checkout():
    config = load(ROOT / "config.toml").config
    paths = [config.feeds.output, config.mail.outbox, *(s.path for s in config.sources)]
    assert all(path.is_relative_to(ROOT) for path in paths)
    assert config.store.url.startswith(f"sqlite:///{ROOT}")
