"""The lines of the registry, held to the modules they stand for."""

from importlib import import_module

import click
import pytest

from syndicate.cli.registry import VERBS


def commands(command, name):
    yield name, command
    for inner, below in getattr(command, "commands", {}).items():
        yield from commands(below, f"{name} {inner}")


def load(name):
    module, _, attribute = VERBS[name][0].partition(":")
    return getattr(import_module(module), attribute)


ALL = [pair for name in VERBS for pair in commands(load(name), name)]


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_is_where_the_registry_says(name):
    assert isinstance(load(name), click.Command)


@pytest.mark.parametrize("name", VERBS)
def test_help_shows_the_same_line_for_a_verb_with_and_without_its_module(name):
    assert load(name).get_short_help_str(limit=100) == VERBS[name][1]


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_every_verbs_help_has_an_example_that_starts_with_the_command(name, command):
    example = command.help.partition("Example:\n")[2]
    lines = [line.strip() for line in example.splitlines() if line.strip()]
    assert lines
    assert any(f"syndicate {name}" in line or f" {name}" in line for line in lines)


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_every_option_of_every_verb_says_what_it_does(name, command):
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert all(option.help for option in options)
