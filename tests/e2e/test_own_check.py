"""The sample site's whole output is checked, on the disk and as ``serve`` hands it out."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path

import pytest

from tests.e2e.serving import serving
from tests.support.sites import Site

ROOT = Path(__file__).parents[2]
HUB = "https://hub.example/"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, port: int) -> Site:
    """The sample newsroom, published at its own address, with archives and a hub."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "examples", root / "examples")
    text = (ROOT / "config.toml").read_text()
    text = text.replace("https://news.saltmarrow.example/", f"http://127.0.0.1:{port}/")
    text = text.replace("[feeds]\n", f'[feeds]\narchive = 5\nhubs = ["{HUB}"]\n')
    (root / "config.toml").write_text(text)
    site = Site(root)
    site.run("--quiet", "ingest")
    site.run("--quiet", "publish")
    return site


def feeds(site: Site) -> list[str]:
    """Every feed and archive document, and the list of them, by path."""
    return sorted(
        path.relative_to(site.feeds).as_posix()
        for path in site.feeds.rglob("*")
        if path.suffix in (".xml", ".json", ".opml") and path.name != "manifest.json"
    )


def findings(site: Site, *targets: str) -> dict[str, list[str]]:
    done = site.run("feeds", "check", "--json", *targets, check=False)
    checked = json.loads(done.stdout)["documents"]
    assert checked, done.stderr
    return {
        each["target"]: [f"{found['rule']}: {found['problem']}" for found in each["findings"]]
        for each in checked
    }


def test_there_is_nothing_to_say_of_any_file(sample: Site) -> None:
    found = findings(sample)
    assert len(found) == len(feeds(sample))
    assert sum("/archive/" in target for target in found) > 20
    assert {target: said for target, said in found.items() if said} == {}


def test_there_is_nothing_to_say_of_anything_that_is_served(sample: Site, port: int) -> None:
    with serving(sample, "--port", str(port), "--no-jobs") as running:
        found = findings(sample, *(f"{running.url}feeds/{path}" for path in feeds(sample)))
    assert len(found) == len(feeds(sample))
    assert {target: said for target, said in found.items() if said} == {}
