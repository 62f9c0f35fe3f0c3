"""The wheel, installed away from the checkout: an empty folder becomes a site.

A wheel carries its own copy of the templates and of the sample configuration;
a checkout has only the originals. This is the test of the copy.
"""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*words, cwd, **options):
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith("SYNDICATE_") and key != "PYTHONPATH"
    }
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        **options,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--no-index", "--wheel-dir", folder, ROOT),
        cwd=folder,
    )
    (built,) = folder.glob("syndicate-*.whl")
    return built


@pytest.fixture(scope="module")
def syndicate(wheel, tmp_path_factory):
    """The command, from an environment of its own that borrows only the dependencies."""
    home = tmp_path_factory.mktemp("venv")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    packages = next(home.glob("lib/python*/site-packages"))
    run(
        *(sys.executable, "-m", "pip", "--python", home / "bin" / "python", "install"),
        *("--quiet", "--no-deps", "--no-index", wheel),
        cwd=home,
    )
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "borrowed.pth").write_text("\n".join(sorted(borrowed)))
    return home / "bin" / "syndicate"


def test_the_wheel_holds_every_template_and_the_sample_configuration(wheel):
    packed = {
        name.removeprefix("syndicate/packed/")
        for name in zipfile.ZipFile(wheel).namelist()
        if name.startswith("syndicate/packed/")
    }
    templates = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "templates").rglob("*")
        if path.is_file()
    }
    assert packed == {"config.toml", *templates}


def test_the_wheel_holds_every_module(wheel):
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "syndicate").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours <= set(zipfile.ZipFile(wheel).namelist())


def test_it_runs_from_the_wheel_and_not_from_the_checkout(syndicate, tmp_path):
    python = syndicate.with_name("python")
    where = run(python, "-c", "import syndicate; print(syndicate.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(syndicate.parents[1])


def test_an_empty_folder_becomes_a_site(syndicate, tmp_path):
    run(syndicate, "init", "site", cwd=tmp_path)
    done = run(syndicate, "-c", "site/config.toml", "config", "check", cwd=tmp_path)
    assert done.stdout == "site/config.toml: all well (1 source, 1 newsletter)\n"


def test_its_templates_come_from_the_wheel(syndicate, tmp_path):
    rows = json.loads(run(syndicate, "templates", "list", "--json", cwd=tmp_path).stdout)
    names = {
        path.relative_to(ROOT / "templates").as_posix()
        for path in (ROOT / "templates").rglob("*")
        if path.is_file()
    }
    assert {row["name"] for row in rows} == names
    assert all("/syndicate/packed/templates/" in row["path"] for row in rows)


def test_its_templates_can_be_made_ones_own(syndicate, tmp_path):
    run(syndicate, "init", ".", cwd=tmp_path)
    run(syndicate, "templates", "eject", "mail/story.html", cwd=tmp_path)
    original = (ROOT / "templates" / "mail" / "story.html").read_bytes()
    assert (tmp_path / "templates" / "mail" / "story.html").read_bytes() == original
