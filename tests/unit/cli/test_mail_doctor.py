"""``mail doctor``: what a person and a program are told."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from syndicate.cli.context import Context
from syndicate.cli.mail_doctor import doctor
from tests.support import nameserver
from tests.support.nameserver import Zone
from tests.support.sites import Site, make_site
from tests.unit.cli.running import on_a_terminal


@pytest.fixture
def zone() -> Iterator[Zone]:
    with nameserver.running() as running:
        yield running


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = make_site(tmp_path / "site")
    made.file.write_text(made.file.read_text().replace("https://news", "http://news"))
    return made


def run(site: Site, zone: Zone, *words: str) -> Result:
    context = Context(str(site.file))
    return CliRunner().invoke(
        doctor, ["--nameserver", zone.server, *words], obj=context, standalone_mode=False
    )


def test_each_line_says_what_was_found_and_what_to_do(site: Site, zone: Zone) -> None:
    zone.put("gazette.example", "MX", "10 mx.gazette.example.")
    done = run(site, zone)
    lines = done.stdout.splitlines()
    assert lines[0] == "ok    sender: gazette.example takes mail"
    assert lines[1] == "fail  SPF: gazette.example has no SPF record"
    assert lines[2].startswith("      publish one TXT record at gazette.example")
    assert done.return_value == 4


def test_a_program_gets_all_of_it(site: Site, zone: Zone) -> None:
    told = json.loads(run(site, zone, "--json").stdout)
    assert told["worst"] == "fail"
    assert [check["name"] for check in told["checks"]][:3] == ["sender", "SPF", "DKIM"]
    assert set(told["checks"][0]) == {"name", "level", "said", "way_out"}


def test_what_is_no_address_is_refused(site: Site, zone: Zone) -> None:
    assert "is no address" in str(run(site, zone, "--address", "mx.example").exception)


def test_on_a_terminal_no_record_is_broken(site: Site, zone: Zone) -> None:
    words = ("--config", str(site.file), "mail", "doctor", "--nameserver", zone.server)
    shown, ended = on_a_terminal(sys.executable, "-m", "syndicate", *words, columns=50)
    lines = shown.splitlines()
    # The outbox's path is a word, and may be longer.
    assert all(len(line) <= 50 for line in lines if "/" not in line)
    assert any("_dmarc.gazette.example:" in line for line in lines)
    assert ended == 4
