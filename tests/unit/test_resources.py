"""One resolver for both homes: a checkout's top level, and a wheel's packed copy."""

import shutil
from pathlib import Path

import pytest

from syndicate import resources
from syndicate.model.errors import SyndicateError, UsageError

ROOT = Path(__file__).parents[2]
NAME = "mail/story.html"


@pytest.fixture
def site(tmp_path):
    """A site with a story template of its own, and one that only it has."""
    own = tmp_path / "templates" / "mail"
    own.mkdir(parents=True)
    (own / "story.html").write_text("our own story\n")
    (own / "extra.html").write_text("only ours\n")
    return tmp_path


@pytest.fixture
def wheel(tmp_path):
    """The package as a wheel installs it: with the packed copy, without a checkout around it."""
    package = tmp_path / "site-packages" / "syndicate"
    shutil.copytree(ROOT / "templates", package / "packed" / "templates")
    shutil.copy(ROOT / "config.toml", package / "packed" / "config.toml")
    return package


def test_a_checkout_is_its_own_home():
    assert resources.home(ROOT / "syndicate") == ROOT


def test_a_wheel_has_its_home_inside(wheel):
    assert resources.home(wheel) == wheel / "packed"


def test_an_installation_without_either_says_so(tmp_path):
    with pytest.raises(SyndicateError, match="lost its templates; install syndicate again"):
        resources.home(tmp_path / "syndicate")


def test_the_sample_configuration_is_the_roots():
    assert resources.sample_configuration() == (ROOT / "config.toml").read_text(encoding="utf-8")


def test_every_file_under_templates_is_listed():
    files = {p.relative_to(ROOT / "templates").as_posix() for p in ROOT.glob("templates/*/*")}
    assert {template.name for template in resources.templates()} == files


def test_a_sites_own_template_counts_instead_of_ours(site):
    found = {template.name: template for template in resources.templates(site)}
    assert (found[NAME].origin, found[NAME].path) == ("site", site / "templates" / NAME)
    assert found["mail/digest.html"].origin == "packed"


def test_the_loader_takes_the_sites_own_template_first(site):
    source, _, _ = resources.template_loader(site).get_source(None, NAME)
    assert source == "our own story\n"


def test_the_loader_falls_back_to_ours(site):
    source, _, _ = resources.template_loader(site).get_source(None, "mail/digest.html")
    assert source == (ROOT / "templates" / "mail" / "digest.html").read_text(encoding="utf-8")


def test_at_the_root_the_sites_templates_are_the_originals():
    assert {template.origin for template in resources.templates(ROOT)} == {"packed"}


def test_a_difference_is_shown_from_ours_to_theirs(site):
    (story,) = [t for t in resources.templates(site) if t.name == NAME]
    shown = resources.difference(story)
    assert shown.startswith(f"--- packed/{NAME}\n+++ site/{NAME}\n")
    assert shown.endswith("+our own story\n")


def test_a_template_that_only_the_site_has_differs_from_nothing(site):
    (extra,) = [t for t in resources.templates(site) if t.name == "mail/extra.html"]
    assert (extra.packed, resources.difference(extra)) == (None, "")


def test_eject_copies_byte_for_byte(tmp_path):
    (copy,) = resources.eject((NAME,), tmp_path)
    assert copy.read_bytes() == (ROOT / "templates" / NAME).read_bytes()


def test_eject_does_not_overwrite(site):
    with pytest.raises(UsageError, match="is there already; use --force"):
        resources.eject(("mail/digest.html", NAME), site)
    assert (site / "templates" / NAME).read_text() == "our own story\n"
    assert not (site / "templates" / "mail" / "digest.html").exists()


def test_eject_overwrites_when_told_to(site):
    resources.eject((NAME,), site, force=True)
    assert (site / "templates" / NAME).read_text() != "our own story\n"


@pytest.mark.parametrize("name", ["mail/none.html", "../config.toml", "/etc/passwd"])
def test_eject_knows_only_templates(tmp_path, name):
    with pytest.raises(UsageError, match="no such template"):
        resources.eject((name,), tmp_path)
    assert list(tmp_path.iterdir()) == []
