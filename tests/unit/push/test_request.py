"""What a hub is sent."""

from __future__ import annotations

from urllib.parse import parse_qsl

from syndicate.push import request

TOPIC = "https://news.gazette.example/feeds/a b&c=d/rss.xml"


def test_the_topic_is_named_the_old_way_and_the_new():
    assert parse_qsl(request.form(TOPIC).decode(), strict_parsing=True) == [
        ("hub.mode", "publish"),
        ("hub.url", TOPIC),
        ("hub.topic", TOPIC),
    ]


def test_the_hub_is_told_that_it_is_a_form_and_who_sends_it():
    sent = request.headers(agent="syndicate/1 (+https://news.gazette.example/)")
    assert sent["Content-Type"] == "application/x-www-form-urlencoded"
    assert sent["User-Agent"] == "syndicate/1 (+https://news.gazette.example/)"
