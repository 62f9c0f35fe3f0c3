"""``--version`` and ``--help`` import click and nothing else that is not Python's own.

Time is not measured here: what costs it is imports, and those are held.
"""

import subprocess
import sys

import pytest

from syndicate.cli.registry import VERBS
from tests.unit.cli.running import ROOT, environment

REPORT = """
import sys
before = set(sys.modules)
from syndicate.cli import main
try:
    main({words!r})
except SystemExit as end:
    assert not end.code, end.code
print("--modules--")
print(*sorted(set(sys.modules) - before), sep="\\n")
"""

# Slow parts of the standard library that help has no use for: together they
# would cost as much as Python's own start.
AVOIDED = {"asyncio", "bz2", "dataclasses", "email", "logging", "lzma", "pathlib", "shutil"}


def imported(*words):
    """The modules that a call of the command imports, by full name."""
    done = subprocess.run(
        [sys.executable, "-c", REPORT.format(words=words)],
        env=environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.partition("--modules--")[2].split())


def foreign(modules):
    """The packages among them that are neither Python's own nor ours."""
    return (
        {module.partition(".")[0] for module in modules} - sys.stdlib_module_names - {"syndicate"}
    )


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_nothing_but_click_is_imported(word):
    assert foreign(imported(word)) == {"click"}


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_no_slow_part_of_the_standard_library_is_imported(word):
    assert imported(word) & AVOIDED == set()


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_no_verb_is_imported(word):
    verbs = {place.partition(":")[0] for place, _ in VERBS.values()}
    assert imported(word) & verbs == set()


@pytest.mark.parametrize("verb", VERBS)
def test_a_verbs_help_imports_nothing_but_click_either(verb):
    assert foreign(imported(verb, "--help")) == {"click"}


def test_checking_the_configuration_imports_only_what_reads_it():
    heavy = {"alembic", "apscheduler", "jinja2", "lxml", "premailer", "rich", "sqlalchemy"}
    heavy |= {"feedgen", "nh3", "PIL", "starlette", "structlog", "uvicorn"}
    assert foreign(imported("config", "check")) & heavy == set()
