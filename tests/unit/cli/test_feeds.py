"""``syndicate feeds check`` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.running import syndicate
from tests.unit.feeds.check.documents import ATOM, RSS

CONFIG = '[site]\ntitle = "Gazette"\nurl = "https://news.gazette.example/"\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose feeds folder holds one good feed."""
    (tmp_path / "config.toml").write_text(CONFIG)
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds" / "rss.xml").write_text(RSS)
    return tmp_path


def test_without_arguments_the_output_folder_is_checked_at_its_public_address(site: Path):
    done = syndicate("feeds", "check", cwd=site)
    assert (done.returncode, done.stdout) == (0, "1 document: nothing to say\n")
    moved = CONFIG.replace("news.gazette", "elsewhere")
    (site / "config.toml").write_text(moved)
    assert "8.5" in syndicate("feeds", "check", cwd=site).stdout


def test_an_error_ends_with_4_and_says_rule_place_standard_and_remedy(site: Path):
    (site / "feeds" / "atom.xml").write_text(ATOM.replace("2026-01-19T", "2026-01-19 "))
    done = syndicate("feeds", "check", "feeds/atom.xml", cwd=site)
    assert done.returncode == 4
    assert done.stdout.splitlines() == [
        "feeds/atom.xml (Atom 1.0, 2 items)",
        "  error 4.5  line 15 /atom:feed/atom:entry[1]/atom:published",
        '      "2026-01-19 07:30:00+00:00" is no date of RFC 3339 (RFC 4287, 3.3; RFC 3339, 5.6)',
        "      write it like 2026-01-20T09:15:00+00:00",
        "",
        "1 document: 1 error, 0 warnings",
    ]


def test_warnings_alone_end_well(site: Path):
    (site / "feeds" / "rss.xml").write_text(RSS.replace("+0000", "GMT"))
    done = syndicate("feeds", "check", cwd=site)
    assert done.returncode == 0
    assert done.stdout.endswith("1 document: 0 errors, 3 warnings\n")


def test_what_can_t_be_read_ends_with_1(site: Path):
    done = syndicate("feeds", "check", "feeds/none.xml", "feeds/rss.xml", cwd=site)
    assert done.returncode == 1
    assert done.stdout == "1 document: nothing to say\n"
    assert done.stderr.startswith("error: feeds/none.xml: no such file")


def test_where_nothing_could_be_read_nothing_is_said_to_be_well(site: Path):
    done = syndicate("feeds", "check", "feeds/none.xml", cwd=site)
    assert (done.returncode, done.stdout) == (1, "")


def test_a_folder_without_feeds_has_not_passed(site: Path):
    (site / "feeds" / "rss.xml").unlink()
    done = syndicate("feeds", "check", cwd=site)
    assert (done.returncode, done.stdout) == (2, "")
    assert "holds no feeds; publish first, or name a feed" in done.stderr
    done = syndicate("feeds", "check", "feeds", cwd=site)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "error: feeds: holds no feeds; name a feed's file or address\n"


def test_json_says_everything(site: Path):
    (site / "feeds" / "rss.xml").write_text(RSS.replace("<ttl>60", "<ttl>soon"))
    done = syndicate("feeds", "check", "--json", cwd=site)
    report = json.loads(done.stdout)
    assert (report["errors"], report["warnings"], report["unreadable"]) == (1, 0, [])
    (document,) = report["documents"]
    assert (document["kind"], document["items"]) == ("rss", 2)
    (finding,) = document["findings"]
    assert finding == {
        "rule": "8.8",
        "severity": "error",
        "standard": "RSS 2.0, ttl and image",
        "path": "/rss/channel/ttl",
        "line": 13,
        "problem": '"soon" is no whole number',
        "remedy": "write a whole number within the limits",
    }


def test_a_document_can_t_steer_the_terminal(site: Path):
    (site / "feeds" / "rss.xml").write_text(RSS.replace("<ttl>60", "<ttl>\u009b2J"))
    assert "\u009b" not in syndicate("feeds", "check", cwd=site).stdout


def test_without_feeds_it_says_what_to_do(site: Path):
    (site / "feeds" / "rss.xml").unlink()
    (site / "feeds").rmdir()
    done = syndicate("feeds", "check", cwd=site)
    assert done.returncode == 2
    assert "publish first" in done.stderr
