import json

import pytest

from syndicate import resources
from tests.unit.cli.running import ROOT, syndicate
from tests.unit.config.site import SMALL

NAME = resources.templates()[0].name


@pytest.fixture
def site(tmp_path):
    (tmp_path / "config.toml").write_text(SMALL)
    return tmp_path


def listed(site):
    rows = json.loads(syndicate("templates", "list", "--json", cwd=site).stdout)
    return {row["name"]: row["origin"] for row in rows}


def test_all_templates_are_ours_at_first(site):
    assert set(listed(site).values()) == {"packed"}


def test_templates_are_listed_without_a_site_too(tmp_path):
    assert NAME in listed(tmp_path)


def test_an_ejected_template_is_the_sites_own(site):
    done = syndicate("templates", "eject", NAME, cwd=site)
    assert done.stdout == f"wrote {site / 'templates' / NAME}\n"
    assert listed(site)[NAME] == "site"


def test_a_pattern_ejects_all_it_matches(site):
    syndicate("templates", "eject", "mail/*", cwd=site)
    own = {name for name, origin in listed(site).items() if origin == "site"}
    assert own == {name for name in listed(site) if name.startswith("mail/")}


def test_a_pattern_that_matches_nothing_is_usage(site):
    done = syndicate("templates", "eject", "nope/*", cwd=site)
    assert (done.returncode, done.stderr) == (
        2,
        "syndicate: nope/*: no such template; `syndicate templates list` names them\n",
    )


def test_a_dry_run_ejects_nothing(site):
    done = syndicate("templates", "eject", NAME, "--dry-run", cwd=site)
    assert done.stdout == f"would write {site / 'templates' / NAME}\n"
    assert not (site / "templates").exists()


def test_ejecting_needs_a_site(tmp_path):
    done = syndicate("templates", "eject", NAME, cwd=tmp_path)
    assert done.returncode == 3
    assert list(tmp_path.iterdir()) == []


def test_the_difference_to_ours_is_shown(site):
    syndicate("templates", "eject", NAME, cwd=site)
    with (site / "templates" / NAME).open("a") as file:
        file.write("our own line\n")
    shown = syndicate("templates", "diff", cwd=site).stdout
    assert shown.startswith(f"--- packed/{NAME}\n+++ site/{NAME}\n")
    assert "+our own line\n" in shown


def test_without_changes_there_is_no_difference(site):
    syndicate("templates", "eject", NAME, cwd=site)
    assert syndicate("templates", "diff", cwd=site).stdout == ""


def test_the_originals_are_not_ejected_over_themselves():
    done = syndicate("templates", "eject", NAME, "--force", cwd=ROOT)
    assert done.returncode == 2
    assert "these are the originals; change them where they are" in done.stderr


def test_where_nothing_differs_stdout_is_an_empty_diff_and_a_person_is_told(site):
    syndicate("templates", "eject", NAME, cwd=site)
    done = syndicate("templates", "diff", cwd=site)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("No template of this site's own differs")
    (site / "templates" / NAME).write_text("Ours.\n")
    done = syndicate("templates", "diff", cwd=site)
    assert (done.stdout.startswith("---"), done.stderr) == (True, "")
