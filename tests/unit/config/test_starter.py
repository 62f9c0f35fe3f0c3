"""A new site has the sample's comments and nothing of its newsroom."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.config.load import load, load_text
from syndicate.config.starter import start_site, starting_configuration
from syndicate.mail.address import parse_mailbox
from syndicate.model.errors import ConfigurationError, UsageError
from syndicate.resources import sample_configuration

SAMPLE = sample_configuration()


def test_a_new_site_can_be_used_as_it_is(tmp_path):
    start_site(tmp_path / "site", SAMPLE, site={})
    assert load(tmp_path / "site" / "config.toml").config.site.title == "My Newsroom"


def test_the_folders_it_names_are_made(tmp_path):
    start_site(tmp_path / "site", SAMPLE, site={})
    config = load(tmp_path / "site" / "config.toml").config
    assert config.sources[0].path.is_dir()
    assert config.feeds.output.is_dir()


def test_what_is_known_already_is_written():
    site = {"title": "盐沼报", "url": "https://a.example/", "timezone": "Asia/Shanghai"}
    made = tomllib.loads(starting_configuration(SAMPLE, site=site))["site"]
    assert made == {**site, "language": "en"}


def test_the_fixed_clock_is_not_copied():
    assert "clock" not in tomllib.loads(starting_configuration(SAMPLE, site={}))["site"]


def test_nothing_of_the_sample_newsroom_is_left():
    made = starting_configuration(SAMPLE, site={}).lower()
    assert "saltmarrow" not in made
    assert "盐沼" not in made


def test_there_is_one_newsletter_that_draws_from_all_sections():
    (letter,) = tomllib.loads(starting_configuration(SAMPLE, site={}))["newsletters"]
    assert letter.keys() & {"sections", "exclude"} == set()


def test_comments_stay_in_their_column():
    lines = starting_configuration(SAMPLE, site={"title": "A"}).splitlines()
    assert {line.rindex(" # ") for line in lines if " # " in line} == {43}


@pytest.mark.parametrize("url", ["http://localhost:8000/", "http://127.0.0.1:8000/"])
def test_a_site_tried_out_on_this_machine_has_a_sender_that_digests_can_be_made_with(url):
    made = tomllib.loads(starting_configuration(SAMPLE, site={"url": url}))
    assert "." in parse_mailbox(made["mail"]["sender"]).domain


def test_the_address_that_mail_needs_is_asked_for():
    made = starting_configuration(SAMPLE, site={})
    assert tomllib.loads(made)["mail"]["postal_address"] == ""
    assert "mail for others needs one" in made


def test_a_site_is_never_overwritten(tmp_path):
    start_site(tmp_path, SAMPLE, site={"title": "First"})
    with pytest.raises(UsageError, match="there is a site here already"):
        start_site(tmp_path, SAMPLE, site={"title": "Second"})
    assert load(tmp_path / "config.toml").config.site.title == "First"


def test_values_that_can_not_be_used_leave_nothing_behind(tmp_path):
    with pytest.raises(ConfigurationError, match="not a time zone"):
        start_site(tmp_path / "site", SAMPLE, site={"timezone": "Mars"})
    assert not (tmp_path / "site").exists()


def test_a_dry_run_makes_nothing(tmp_path):
    made = start_site(tmp_path / "site", SAMPLE, site={}, dry_run=True)
    assert [path.name for path in made] == ["config.toml", "articles", "feeds"]
    assert not (tmp_path / "site").exists()


def test_a_file_is_no_folder_for_a_site(tmp_path):
    (tmp_path / "site").write_text("")
    with pytest.raises(UsageError, match="not a folder"):
        start_site(tmp_path / "site", SAMPLE, site={})


titles = st.text(st.characters(blacklist_categories=("Cc", "Cs")), min_size=1).filter(str.strip)


@given(titles)
def test_any_title_gives_a_configuration_that_says_it(title):
    text = starting_configuration(SAMPLE, site={"title": title})
    assert load_text(text, Path("/site/config.toml")).config.site.title == title.strip()
