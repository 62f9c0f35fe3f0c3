"""Each kind of value alone: what it makes of good input, and that it refuses bad input."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from syndicate.config import values


def read(kind, text, root="/site"):
    return TypeAdapter(kind).validate_python(text, context={"root": root})


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://news.example.org", "https://news.example.org/"),
        ("https://news.example.org/", "https://news.example.org/"),
        ("http://News.Example.org:8080/press", "http://news.example.org:8080/press/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2001:db8::1]:8000", "http://[2001:db8::1]:8000/"),
    ],
)
def test_a_site_address_ends_in_a_slash(text, url):
    assert read(values.SiteUrl, text) == url


@pytest.mark.parametrize(
    "text",
    [
        "news.example.org",
        "/feeds/",
        "ftp://news.example.org/",
        "https://",
        "https://news.example.org/?a=1",
        "https://news.example.org/#top",
        "https://ann:secret@news.example.org/",
        "https://news.example.org/a b",
        "https://news.example.org:port/",
        "https://[::1/",
    ],
)
def test_what_is_not_a_site_address_is_refused(text):
    with pytest.raises(ValidationError, match="write one such as"):
        read(values.SiteUrl, text)


@pytest.mark.parametrize(
    "text",
    [
        "https://hub.example",
        "http://127.0.0.1:8080/hub",
        "https://hub.example/push?site=7&v=2",
        "https://[2001:db8::1]/",
    ],
)
def test_a_hub_s_address_is_taken_as_it_is_written(text):
    assert read(values.Hub, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "hub.example",
        "ftp://hub.example/",
        "https://",
        "https://ann:secret@hub.example/",
        "https://hub.example/#top",
        "https://hub.example/a b",
        "https://hub.example/>; rel=self",
        "https://hub.example:port/",
        "https://hub.example/" + "a" * 500,
    ],
)
def test_what_is_no_hub_s_address_is_refused(text):
    with pytest.raises(ValidationError, match="write one such as"):
        read(values.Hub, text)


@given(st.text())
def test_any_text_is_a_site_address_or_is_refused(text):
    try:
        url = read(values.SiteUrl, text)
    except ValidationError:
        return
    assert read(values.SiteUrl, url) == url


@pytest.mark.parametrize(
    ("text", "tag"),
    [("en", "en"), ("EN-us", "en-US"), ("zh_hans_cn", "zh-Hans-CN"), ("es-419", "es-419")],
)
def test_a_language_tag_gets_its_usual_case(text, tag):
    assert read(values.Language, text) == tag


@pytest.mark.parametrize("text", ["", "english", "e", "en-", "zh-Hans-Hant", "en us"])
def test_what_is_not_a_language_tag_is_refused(text):
    with pytest.raises(ValidationError, match="not a language tag"):
        read(values.Language, text)


@pytest.mark.parametrize("name", ["UTC", "Asia/Shanghai", "America/Argentina/Ushuaia"])
def test_an_iana_zone_is_taken(name):
    assert read(values.Zone, name) == name


@pytest.mark.parametrize("name", ["", "Asia", "Mars/Olympus", "../etc/passwd", "/etc", "localtime"])
def test_what_is_not_a_zone_is_refused(name):
    with pytest.raises(ValidationError, match="not a time zone"):
        read(values.Zone, name)


def test_a_misspelt_zone_is_answered_with_the_nearest():
    with pytest.raises(ValidationError, match='did you mean "Asia/Shanghai"'):
        read(values.Zone, "Asia/Shangai")


@pytest.mark.parametrize(
    "text",
    [
        "digest@news.example.org",
        "The Week <digest@news.example.org>",
        '"Ann, Bob & Co." <digest@news.example.org>',
        "盐沼一周 <digest@news.example.org>",
    ],
)
def test_a_mail_address_is_taken_with_or_without_a_name(text):
    assert read(values.Mailbox, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "news@",
        "@news.example.org",
        "news",
        "news@host",
        "digest@localhost",
        "a b@news.example.org",
        "news@news..example.org",
        "The Week <digest@news.example.org>\nBcc: all@example.org",
    ],
)
def test_what_is_not_a_mail_address_is_refused(text):
    with pytest.raises(ValidationError):
        read(values.Mailbox, text)


def test_an_owner_may_be_a_name_alone():
    assert read(values.Owner, "Saltmarrow Gazette Society") == "Saltmarrow Gazette Society"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("sqlite:///data/s.db", "sqlite:////site/data/s.db"),
        ("sqlite:////var/lib/s.db", "sqlite:////var/lib/s.db"),
        ("postgres://ann@db/press", None),
        ("postgresql://ann@db/press?sslmode=require", None),
        ("postgresql+psycopg://ann@db:5433/press", None),
        ("postgresql://ann:tide%40water@[::1]:5433/press", None),
        ("postgresql:///press?host=/run/postgresql&user=a@b", None),
    ],
)
def test_a_store_address_stays_as_it_was_written_but_for_where_a_file_lies(text, url):
    assert read(values.StoreUrl, text) == (url or text)


@pytest.mark.parametrize(
    "text",
    [
        "data/s.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///s.db?mode=ro",
        "mysql://ann@db/press",
        "postgresql://ann@db/",
        "postgresql://ann:tide@water@db/press",
        "postgresql://ann@db:tidewater/press",
        "postgresql://ann@db:70000/press",
    ],
)
def test_what_is_not_a_store_is_refused(text):
    with pytest.raises(ValidationError, match="write"):
        read(values.StoreUrl, text)


def test_a_relative_path_starts_at_the_sites_folder():
    assert read(values.FolderPath, "feeds") == Path("/site/feeds")


def test_an_absolute_path_stays():
    assert read(values.FolderPath, "/srv/feeds") == Path("/srv/feeds")


@pytest.mark.parametrize("text", ["", " ", "a\0b", 5])
def test_what_is_not_a_path_is_refused(text):
    with pytest.raises(ValidationError):
        read(values.FolderPath, text)


@pytest.mark.parametrize("text", ["weekly", "weekly-zh", "2026"])
def test_a_short_name_is_taken(text):
    assert read(values.Slug, text) == text


@pytest.mark.parametrize("text", ["", "Weekly", "a b", "-a", "a--b", "a/b", "..", "周刊", "a" * 61])
def test_what_is_not_a_short_name_is_refused(text):
    with pytest.raises(ValidationError, match="not a short name"):
        read(values.Slug, text)


@pytest.mark.parametrize(
    ("text", "network"),
    [("10.0.0.5", "10.0.0.5/32"), ("10.1.2.3/8", "10.0.0.0/8"), ("2001:db8::/32", "2001:db8::/32")],
)
def test_a_proxy_is_an_address_or_a_network(text, network):
    assert str(read(values.Network, text)) == network


@pytest.mark.parametrize("text", ["", "proxy", "10.0.0.0/40", 10])
def test_what_is_not_a_network_is_refused(text):
    with pytest.raises(ValidationError):
        read(values.Network, text)


@pytest.mark.parametrize("text", ["two\nlines", "bell\a", "", "  "])
def test_a_title_is_one_line_that_says_something(text):
    with pytest.raises(ValidationError):
        read(values.Line, text)


@pytest.mark.parametrize("text", ["logo.png", "https://a.example/Logo.JPG", ""])
def test_a_logo_is_a_picture_that_feeds_allow(text):
    assert read(values.Logo, text) == text


def test_a_logo_of_another_kind_is_refused():
    with pytest.raises(ValidationError, match="not a PNG, JPEG or GIF"):
        read(values.Logo, "logo.svg")
