"""``articles``: what a person is told of the articles in the store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from syndicate.cli.articles import articles
from syndicate.cli.context import Context
from syndicate.model.errors import UsageError
from tests.support.articles import page
from tests.support.filling import fill
from tests.support.sites import Site, make_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site")


def run(site: Site, *words: str) -> Result:
    return CliRunner().invoke(articles, words, obj=Context(str(site.file)), standalone_mode=False)


def test_a_source_that_is_nowhere_is_named_with_those_that_are(site):
    error = run(site, "list", "--source", "cmz").exception
    assert isinstance(error, UsageError)
    assert str(error) == "source 'cmz': not in the configuration; known are: cms"


def test_a_source_without_articles_is_an_empty_list(site):
    assert json.loads(run(site, "list", "--source", "cms", "--json").stdout) == []


def test_articles_of_a_source_that_has_left_the_configuration_are_still_found(site):
    with site.press() as press:
        fill(press, page("1"))
    site.file.write_text(site.file.read_text().replace('name = "cms"', 'name = "new"'))
    assert "cms/1" in run(site, "list", "--source", "cms").stdout


def test_tags_of_an_article_are_shown(site):
    with site.press() as press:
        fill(press, page("1", tags=("tides", "harbour")))
    shown = run(site, "show", "1").stdout.splitlines()
    assert [line.split(maxsplit=1)[1] for line in shown if line.startswith("tags ")] == [
        "tides, harbour"
    ]


def test_an_empty_list_is_told_as_one(site):
    assert run(site, "list").stdout == "There is no article yet.\n"
    with site.press() as press:
        fill(press, page("1"))
    assert run(site, "list", "--hidden").stdout == "No article matches.\n"
