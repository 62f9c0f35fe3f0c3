"""The systemd unit in docs/: systemd itself understands it and finds it tight."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import missing

UNIT = Path(__file__).parents[3] / "docs/systemd/syndicate.service"


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit with a program that is there."""
    if shutil.which("systemd-analyze") is None:
        missing("systemd", "install Debian's package systemd")
    made = tmp_path / "syndicate.service"
    made.write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", UNIT.read_text()))
    return made


def analyze(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", *words],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "SYSTEMD_EMOJI": "0", "LANG": "C.UTF-8"},
    )


def test_systemd_understands_every_line(unit: Path):
    done = analyze("verify", "--man=no", str(unit))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_it_is_among_the_tight_ones(unit: Path):
    done = analyze("security", "--offline=yes", "--threshold=20", str(unit))
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_it_runs_is_a_verb_there_is():
    (start,) = re.findall(r"(?m)^ExecStart=(.*)$", UNIT.read_text())
    assert start.split()[-1] == "serve"
