"""``syndicate serve``: feeds and pages over HTTP, and the work behind them on time."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from syndicate.cli.context import Context, pass_context
from syndicate.cli.output import write_note
from syndicate.cli.watched import Watched

if TYPE_CHECKING:
    import socket

    from syndicate.jobs.names import Lane
    from syndicate.jobs.press import Press
    from syndicate.schedule.supervisor import Supervisor
    from syndicate.web.server import Server

    Workers = Mapping[Lane, Supervisor]

_TICK: Final = timedelta(seconds=5)


@click.command(short_help="Serve the feeds, and do what is due on time.")
@click.option("--host", default="", help="The address to listen on. [default: web.host]")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=None,
    help="The port; 0 takes any free one. [default: web.port]",
)
@click.option("--no-jobs", is_flag=True, help="Only serve; something else does the work.")
@pass_context
def serve(context: Context, host: str, port: int | None, no_jobs: bool) -> None:
    """Serve feeds and pages, read the sources and make editions when they are due.

    A whole cycle starts at once. The work is done in processes of its own, so
    a long reading never keeps a reader waiting, nor a long mailing the feeds.
    SIGTERM or Ctrl-C ends it when what is under way is finished; a second one
    ends it at once.

    \b
    Example:
      syndicate serve
      syndicate serve --host 0.0.0.0 --port 8080
    """
    from syndicate.jobs import loop, names
    from syndicate.jobs.press import open_press, present
    from syndicate.schedule.supervisor import Supervisor
    from syndicate.web.listen import address_of, listen

    file = Watched(context.config_file)
    web = context.config.web
    log = context.log
    with (
        closing(listen(host or web.host, web.port if port is None else port)) as listener,
        open_press(context.config, clock=context.now) as press,
        present(press, "serve"),
    ):
        workers = {
            lane: Supervisor(worker_command(context), log=log, monotonic=time.monotonic)
            for lane in names.LANES
        }
        said = f"Serving {address_of(listener)} until SIGTERM or Ctrl-C"
        with asyncio.Runner(loop_factory=loop.factory()) as runner:
            runner.run(
                _serve(
                    press,
                    listener,
                    workers={} if no_jobs else workers,
                    file=file,
                    log=log,
                    verbose=context.verbosity > 0,
                    ready=lambda: None if context.quiet else write_note(said),
                )
            )


def worker_command(context: Context) -> tuple[str, ...]:
    """This same program with the same settings, up to the verb."""
    # What makes `import syndicate` work here must work there; what does not must not get in.
    alone = [] if {"", str(Path.cwd())} & set(sys.path) else ["-P"]
    words = [sys.executable, *alone, "-m", "syndicate"]
    words += ["--config", str(context.config_file.absolute()), "--log-format", context.log_format]
    for override in context.overrides:
        words += ["--set", override]
    words += ["-v"] * context.verbosity if context.verbosity > 0 else ["--quiet"]
    return tuple(words)


async def _serve(
    press: Press,
    listener: socket.socket,
    *,
    workers: Workers,
    file: Watched,
    log: Any,
    verbose: bool,
    ready: Callable[[], None],
) -> None:
    from syndicate.schedule.clock import ticking
    from syndicate.web.access import AccessLog
    from syndicate.web.app import application
    from syndicate.web.server import server

    app = application(press, log)
    if verbose:
        app = AccessLog(app, log=log, trusted=press.config.web.trusted_proxies)
    served = server(app)
    told = asyncio.Event()
    with _signals(told, served, workers):
        serving = asyncio.create_task(served.serve(sockets=[listener]))
        # What is loaded by now stays: the collector would look at it for nothing.
        gc.freeze()
        ready()
        with ticking(_tick(press, workers, file, log), every=_TICK):
            waiting = asyncio.create_task(told.wait())
            await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
        served.should_exit = True
        await asyncio.gather(serving, *(worker.stop() for worker in workers.values()))
    log.info("stopped")


def _tick(press: Press, workers: Workers, file: Watched, log: Any) -> Callable[[], Any]:
    """Look what is due and start workers for it; the first time for everything.

    The first cycle is a whole one because the configuration may have changed
    while nobody looked. When it changes later, each worker reads it anew, and this
    process, with the pages that it makes, does not: it says so. Without workers
    there is nothing else to do.
    """
    from syndicate.jobs.names import lane as lane_of
    from syndicate.model.errors import SyndicateError
    from syndicate.schedule import due, state

    first = True

    async def tick() -> None:
        nonlocal first
        if file.has_changed():
            log.warning(
                "the configuration has changed: feeds and mails follow it, "
                "pages and what is due only after a restart"
                if workers
                else "the configuration has changed: pages follow it only after a restart"
            )
        if not workers:
            return
        if first:
            first = False
            await workers["press"].start(["run", "--only", "press"], work={})
            return
        ready = {lane: worker for lane, worker in workers.items() if worker.is_ready}
        if not ready:
            return
        try:
            found = await asyncio.to_thread(state.read, press)
        except SyndicateError as error:
            log.error("can't see what is due", why=str(error))
            return
        agenda = due.agenda(press.config, found, now=press.clock(), shown=press.shown)
        for lane, worker in ready.items():
            jobs = [each.job for each in due.to_do(agenda) if lane_of(each.job) == lane]
            if jobs:
                last = {job: found.runs[job].started if job in found.runs else None for job in jobs}
                await worker.start(["run", "--due", "--only", lane], work=last)

    return tick


@contextmanager
def _signals(told: asyncio.Event, server: Server, workers: Workers) -> Iterator[None]:
    """The first signal asks for an end, the second insists."""

    def tell() -> None:
        if told.is_set():
            server.force_exit = True
            for worker in workers.values():
                worker.kill()
        told.set()

    loop = asyncio.get_running_loop()
    signals: Sequence[signal.Signals] = (signal.SIGTERM, signal.SIGINT)
    for each in signals:
        loop.add_signal_handler(each, tell)
    try:
        yield
    finally:
        for each in signals:
            loop.remove_signal_handler(each)
