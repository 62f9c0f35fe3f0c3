import click
import pytest
from click.testing import CliRunner

from syndicate.cli.options import confirm, dry_run_option, json_option, yes_option


@click.command()
@json_option
@dry_run_option
@yes_option
def remove(as_json, dry_run, yes):
    confirm("Remove 12 articles?", yes=yes)
    click.echo(f"{as_json} {dry_run}")


def test_the_shared_options_reach_the_verb_by_name():
    assert CliRunner().invoke(remove, ["--json", "--dry-run", "--yes"]).output == "True True\n"


def test_without_a_terminal_and_without_yes_nothing_is_removed():
    result = CliRunner().invoke(remove, [])
    assert result.exit_code == 2
    assert "Say --yes to go on" in result.output


@pytest.mark.parametrize(("answer", "goes_on"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_a_person_is_asked(monkeypatch, answer, goes_on):
    import io
    import sys

    stdin = io.StringIO(answer)
    stdin.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", stdin)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt: stdin.readline().strip())
    if goes_on:
        confirm("Remove?", yes=False)
    else:
        with pytest.raises(click.Abort):
            confirm("Remove?", yes=False)
