"""The README's two commands are there, and are the ones that the checks run."""

from __future__ import annotations

import re
import struct
import subprocess
import tomllib

import pytest

from tests.unit.docs.pages import DOCS, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")

RUN = "python3 -m venv .venv && .venv/bin/pip install --quiet -e . && .venv/bin/syndicate run"
TEST = (
    "python3 -m venv .venv && .venv/bin/pip install --quiet -e '.[test,postgres]'"
    " && .venv/bin/python -m pytest --quiet -n auto"
)


def command(name: str) -> str:
    """The one line in the fence right after a command's marker."""
    found = re.findall(rf"^<!-- command: {name} -->\n```sh\n(.+)\n```$", README, re.MULTILINE)
    assert len(found) == 1, f"<!-- command: {name} --> must mark one fence with one line"
    return found[0]


def test_the_first_line_runs_the_press() -> None:
    assert command("run") == RUN


def test_the_second_line_runs_the_tests() -> None:
    assert command("test") == TEST


def test_the_checks_find_the_same_test_command() -> None:
    """What .ci/run takes out of the README, by its own means."""
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    extraction = re.search(r"awk '.*?' README\.md", script, re.DOTALL)
    assert extraction is not None
    done = subprocess.run(
        ["bash", "-c", extraction[0]], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == TEST


def test_the_extras_that_it_installs_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"test", "postgres"} <= project["optional-dependencies"].keys()


@pytest.mark.parametrize("picture", sorted((DOCS / "pictures").glob("*.png")), ids=lambda p: p.name)
def test_pictures_are_shown_and_small(picture) -> None:
    data = picture.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    assert data.startswith(b"\x89PNG")
    assert len(data) < 300_000
    assert min(width, height) >= 600
    assert f"docs/pictures/{picture.name}" in README


def test_the_digest_the_front_page_and_the_directory_are_pictured() -> None:
    shown = re.findall(r"docs/pictures/([\w-]+)\.png", README)
    pages = ("digest", "front", "directory")
    assert {f"{page}-{scheme}" for page in pages for scheme in ("light", "dark")} <= {*shown}
