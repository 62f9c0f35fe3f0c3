"""Secrets: made once, shut to others, and the suppression key never another one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from syndicate.jobs.secret_files import SUPPRESSION_FILE, TOKENS_FILE
from syndicate.jobs.secrets import secrets_of, tokens_of
from syndicate.model.errors import KeyFileError
from tests.support.sites import Site, make_site

FIRST, SECOND = "a" * 40, "b" * 40


@pytest.fixture
def site(store_url: str, tmp_path: Path) -> Site:
    return make_site(tmp_path / "site", store=store_url)


def folder(site: Site) -> Path:
    return site.root / "data" / "secrets"


def test_missing_secrets_are_made_for_their_owner_alone(site: Site) -> None:
    with site.press() as press:
        made = secrets_of(press)
    files = {path.name: path.stat().st_mode & 0o777 for path in folder(site).iterdir()}
    assert files == {TOKENS_FILE: 0o600, SUPPRESSION_FILE: 0o600}
    assert folder(site).stat().st_mode & 0o777 == 0o700
    assert made.suppression not in made.tokens


def test_secrets_stay_the_same(site: Site) -> None:
    with site.press() as press:
        first = secrets_of(press)
    with site.press() as press:
        assert secrets_of(press) == first


def test_a_new_secret_on_top_signs_and_the_old_one_is_believed(site: Site) -> None:
    with site.press() as press:
        before = tokens_of(press).make("manage", "k", now=press.clock())
    path = folder(site) / TOKENS_FILE
    path.write_text(f"{SECOND}\n{path.read_text()}")
    with site.press() as press:
        assert secrets_of(press).tokens[0] == SECOND.encode()
        assert tokens_of(press).read(before, "manage", now=press.clock()).subscriber_key == "k"


def test_the_configuration_may_hold_them_instead(site: Site) -> None:
    words = (
        f"subscribers.tokens={SECOND} {FIRST}",
        f"subscribers.suppression={FIRST}",
    )
    with site.press(*words) as press:
        held = secrets_of(press)
    assert (held.tokens, held.suppression) == ((SECOND.encode(), FIRST.encode()), FIRST.encode())
    assert not folder(site).exists()


def test_another_suppression_key_is_refused(site: Site) -> None:
    with site.press() as press:
        secrets_of(press)
    (folder(site) / SUPPRESSION_FILE).write_text(FIRST)
    with site.press() as press, pytest.raises(KeyFileError, match=r"suppression\.key.*bring back"):
        secrets_of(press)


def test_another_key_in_the_configuration_is_refused_by_its_name(site: Site) -> None:
    with site.press() as press:
        secrets_of(press)
    refused = pytest.raises(KeyFileError, match=r"^\[subscribers\] suppression")
    with site.press(f"subscribers.suppression={FIRST}") as press, refused:
        secrets_of(press)


def test_a_lost_suppression_key_is_not_made_anew(site: Site) -> None:
    with site.press() as press:
        secrets_of(press)
    shutil.rmtree(folder(site))
    with site.press() as press, pytest.raises(KeyFileError, match=r"missing.*bring it back"):
        secrets_of(press)
    assert not (folder(site) / SUPPRESSION_FILE).exists()


@pytest.mark.parametrize("name", [TOKENS_FILE, SUPPRESSION_FILE])
def test_a_secret_that_others_may_read_is_refused(site: Site, name: str) -> None:
    with site.press() as press:
        secrets_of(press)
    (folder(site) / name).chmod(0o640)
    with site.press() as press, pytest.raises(KeyFileError, match="chmod 600"):
        secrets_of(press)


def test_a_folder_that_can_not_be_made_is_named(site: Site) -> None:
    (site.root / "data").mkdir(exist_ok=True)
    folder(site).write_text("a file stands in the way")
    with site.press() as press, pytest.raises(KeyFileError, match=r"tokens\.key.*secrets"):
        secrets_of(press)
