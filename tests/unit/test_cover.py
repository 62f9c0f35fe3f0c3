"""Passwords in addresses are told nobody, and the rest is as it was written."""

import pytest

from syndicate.model.cover import without_password


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://ann:secret@db/press", "postgresql://ann:***@db/press"),
        ("postgres://ann:secret@db:5433/press", "postgres://ann:***@db:5433/press"),
        ("postgresql://ann:se@cret@db/press", "postgresql://ann:***@db/press"),
        ("postgresql://ann:se/cret@db/press", "postgresql://ann:***@db/press"),
        ("postgresql://ann@db/press", "postgresql://ann@db/press"),
        (
            "postgresql:///press?host=/run/pg&user=ann&password=secret",
            "postgresql:///press?host=/run/pg&user=ann&password=***",
        ),
        (
            "postgresql://db/press?sslpassword=secret&sslmode=require",
            "postgresql://db/press?sslpassword=***&sslmode=require",
        ),
        ("sqlite:///data/store.db", "sqlite:///data/store.db"),
        ("https://news.example.org/a:b@c", "https://news.example.org/a:b@c"),
    ],
)
def test_a_password_in_an_address_is_covered(text: str, shown: str) -> None:
    assert without_password(text) == shown
