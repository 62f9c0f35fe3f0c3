"""The ``syndicate`` command: options that stand before every verb, and how it ends.

Exit codes are the model's (0 well, 1 failed, 2 usage, 3 configuration, 4
partly failed): a verb returns one, or raises an error that carries one.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from syndicate import __version__
from syndicate.cli.context import Context
from syndicate.cli.lazy import VerbGroup
from syndicate.cli.registry import VERBS
from syndicate.model.errors import ExitCode, SyndicateError

_REPORT = "this is a defect; run again with --verbose and report what it says"


@click.group(
    cls=VerbGroup,
    lazy=VERBS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`syndicate VERB --help` shows each verb with an example.",
)
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
@click.option(
    "-c",
    "--config",
    "file",
    default="",
    metavar="FILE",
    help="The configuration file. [default: $SYNDICATE_CONFIG, else config.toml here]",
)
@click.option(
    "--set",
    "overrides",
    metavar="KEY=VALUE",
    multiple=True,
    help="Override one setting, such as site.title=Gazette; repeatable.",
)
@click.option("-v", "--verbose", count=True, help="Say more; twice says everything.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors and what was asked for.")
@click.option(
    "--log-format",
    type=click.Choice(["auto", "console", "logfmt", "json"]),
    default="auto",
    show_default=True,
    help="How log lines on stderr look; auto suits a terminal or a pipe.",
)
@click.pass_context
def program(
    ctx: click.Context,
    file: str,
    overrides: tuple[str, ...],
    verbose: int,
    quiet: bool,
    log_format: str,
) -> None:
    """The outgoing press of a newsroom: feeds and digests from an article store."""
    ctx.obj = Context(file, overrides, -1 if quiet else verbose, log_format)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave the process with its exit code."""
    # What is imported by now stays until the end: the collector need not look at it again.
    gc.freeze()
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        code = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.FAILED
    sys.exit(code)


def _run(words: Sequence[str]) -> int:
    try:
        result = program.main(
            args=list(words),
            prog_name="syndicate",
            standalone_mode=False,
            terminal_width=_width(),
        )
    except SyndicateError as error:
        for line in str(error).splitlines():
            _complain(line, words)
        return int(error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        # A group without a verb: its help is the answer, and no sentence about a fault.
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        click.echo(f"syndicate: {_sentence(error)}", err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("syndicate: stopped", err=True)
        return 130
    except BrokenPipeError:
        raise
    except Exception as error:  # the last door: nothing escapes as a bare traceback
        if _wants_traceback(words):
            raise
        _complain(f"{type(error).__name__}: {error}; {_REPORT}", words)
        return int(ExitCode.FAILED)
    return int(result) if isinstance(result, int) else int(ExitCode.OK)


def _complain(line: str, words: Sequence[str]) -> None:
    """What went wrong, on stderr, in the form that log lines were asked for in."""
    pairs = zip(words, [*words[1:], ""], strict=True)
    if "--log-format=json" in words or ("--log-format", "json") in pairs:
        from syndicate.cli.output import as_log

        click.echo(as_log(line, level="error"), err=True)
    else:
        click.echo(f"syndicate: {line}", err=True)


def _width() -> int:
    """How wide help is written: the terminal's width within reason, 80 in a pipe.

    Asked here because click would import ``shutil`` for it, and that bz2 and lzma.
    """
    told = os.environ.get("COLUMNS", "")
    try:
        columns = int(told) if told.isdecimal() else os.get_terminal_size(1).columns
    except OSError:
        columns = 80
    return min(max(columns, 50), 96) - 2


def _sentence(error: click.ClickException) -> str:
    """What was wrong with the words given, and where their help is."""
    message = error.format_message().rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return message
    see = f"`{context.command_path} --help`"
    return f"{message} See {see}" if message.endswith("?") else f"{message}; see {see}"


def _wants_traceback(words: Sequence[str]) -> bool:
    """Whether ``-v`` was asked for, even where options could not be read."""
    return any(
        word == "--verbose" or (word[:1] == "-" and word.strip("v") == "-") for word in words
    )
