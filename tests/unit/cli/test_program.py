"""How the command ends: its exit code, and one line on stderr for what went wrong."""

import json
import os
import subprocess
import sys
from datetime import datetime

import click
import pytest

from syndicate import __version__
from syndicate.cli import main, registry
from syndicate.cli.context import Context
from syndicate.model.errors import ExitCode, StoreError
from tests.unit.cli.running import ROOT, environment, syndicate


@pytest.fixture
def verb(monkeypatch):
    """Registers a verb that does what a test says."""

    def add(action):
        @click.command("act")
        def act():
            return action()

        monkeypatch.setattr(sys.modules[__name__], "act", act, raising=False)
        monkeypatch.setitem(
            sys.modules["syndicate.cli.program"].program.lazy, "act", (f"{__name__}:act", "Act.")
        )

    return add


def ended(*words):
    with pytest.raises(SystemExit) as caught:
        main(words)
    return caught.value.code


def raising(error):
    def action():
        raise error

    return action


def test_version_is_the_packages():
    done = syndicate("--version")
    assert (done.returncode, done.stdout) == (0, f"syndicate {__version__}\n")


def test_help_names_every_verb_with_its_line():
    shown = " ".join(syndicate("--help").stdout.split())
    assert all(f"{name} {line}" in shown for name, (_, line) in registry.VERBS.items())


def test_a_verb_that_is_well_ends_with_0(verb):
    verb(lambda: None)
    assert ended("act") == 0


def test_a_verb_ends_with_the_code_it_returns(verb):
    verb(lambda: ExitCode.PARTLY)
    assert ended("act") == 4


def test_an_error_is_one_line_and_its_own_code(verb, capsys):
    verb(raising(StoreError("data/s.db", "locked", "wait")))
    assert ended("act") == 1
    assert capsys.readouterr().err == "syndicate: data/s.db: locked; wait\n"


def test_an_unknown_verb_is_usage_and_gets_the_nearest(capsys):
    assert ended("confg") == 2
    assert capsys.readouterr().err == (
        "syndicate: confg: no such verb; did you mean config? See `syndicate --help`\n"
    )


@pytest.mark.parametrize("words", [(), ("digest",)])
def test_a_group_without_a_verb_shows_its_help_as_it_is(words, capsys):
    assert ended(*words) == 2
    assert capsys.readouterr().err.startswith(" ".join(("Usage: syndicate", *words, "[OPTIONS]")))


def test_a_missing_argument_is_usage_and_names_the_verbs_help(capsys):
    assert ended("init") == 2
    assert capsys.readouterr().err.endswith("see `syndicate init --help`\n")


def test_each_configuration_problem_has_its_line(tmp_path):
    (tmp_path / "config.toml").write_text('[site]\ntitle = "A"\n[web]\nport = 0.5\n')
    done = syndicate("config", "check", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        "syndicate: config.toml: [site] url: missing; "
        "write url = …, the public address. The feeds live under it, in feeds/",
        "syndicate: config.toml: [web] port: 0.5: not a whole number; "
        "write digits without quotation marks",
    ]


@pytest.mark.parametrize("option", [["--log-format", "json"], ["--log-format=json"]])
def test_an_error_is_a_log_line_where_those_are_json(tmp_path, option):
    done = syndicate(*option, "status", cwd=tmp_path)
    assert done.returncode == 3
    said = json.loads(done.stderr)
    assert said["level"] == "error"
    assert said["event"].startswith("config.toml: no such file; ")
    assert datetime.fromisoformat(said["timestamp"]).tzinfo is not None


def test_an_interruption_ends_with_130(verb, capsys):
    verb(raising(KeyboardInterrupt()))
    assert ended("act") == 130
    assert capsys.readouterr().err.strip() == "syndicate: stopped"


def test_a_defect_is_told_in_a_line_that_says_how_to_report_it(verb, capsys):
    verb(raising(ZeroDivisionError("division by zero")))
    assert ended("act") == 1
    assert capsys.readouterr().err == (
        "syndicate: ZeroDivisionError: division by zero; "
        "this is a defect; run again with --verbose and report what it says\n"
    )


@pytest.mark.parametrize("flag", ["-v", "-vv", "--verbose"])
def test_a_defect_shows_its_trace_when_asked(verb, flag):
    verb(raising(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        main([flag, "act"])


def test_a_reader_that_goes_away_causes_no_complaint():
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "syndicate", "config", "explain"],
        cwd=ROOT,
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    os.close(reading)
    assert process.communicate()[1] == b""


def test_the_configuration_is_the_one_named_by_the_flag(monkeypatch):
    monkeypatch.setenv("SYNDICATE_CONFIG", "from-the-environment.toml")
    assert str(Context("from-the-flag.toml").config_file) == "from-the-flag.toml"


def test_the_configuration_is_else_the_one_the_environment_names(monkeypatch):
    monkeypatch.setenv("SYNDICATE_CONFIG", "from-the-environment.toml")
    assert str(Context().config_file) == "from-the-environment.toml"


def test_the_configuration_is_else_the_one_in_this_folder(monkeypatch):
    monkeypatch.delenv("SYNDICATE_CONFIG", raising=False)
    assert str(Context().config_file) == "config.toml"


def test_what_is_shown_follows_a_fixed_clock_and_the_rest_does_not(monkeypatch):
    monkeypatch.delenv("SYNDICATE_CONFIG", raising=False)
    context = Context(str(ROOT / "config.toml"))
    assert context.shown_now() == context.config.site.clock
    assert context.now() > context.shown_now()


def test_what_is_shown_follows_the_time_where_no_clock_is_fixed(tmp_path):
    file = tmp_path / "config.toml"
    file.write_text('[site]\ntitle = "A"\nurl = "https://a.example/"\n')
    context = Context(str(file))
    before = context.now()
    assert before <= context.shown_now() <= context.now()
