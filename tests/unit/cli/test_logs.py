import io
import json
import logging

import pytest

from syndicate.cli.logs import configure


@pytest.fixture(autouse=True)
def _leave_logging_as_it_was():
    root, ours = logging.getLogger(), logging.getLogger("syndicate")
    clock = logging.getLogger("apscheduler")
    before = (root.handlers[:], root.level, ours.level, clock.level)
    yield
    root.handlers[:], root.level, ours.level, clock.level = before


def logged(action, **options):
    stream = io.StringIO()
    action(configure(stream=stream, **options))
    return stream.getvalue().splitlines()


def test_a_pipe_gets_keys_and_values():
    (line,) = logged(lambda log: log.info("read", source="cms", pages=3))
    assert line.partition(" ")[2] == "level=info event=read source=cms pages=3"


def test_json_gets_an_object_a_line():
    (line,) = logged(lambda log: log.warning("read", title="盐沼"), form="json")
    said = json.loads(line)
    assert said.pop("timestamp").endswith("Z")
    assert said == {"event": "read", "level": "warning", "title": "盐沼"}


def test_an_exception_stays_within_its_line():
    def fail(log):
        try:
            raise ValueError("no")
        except ValueError:
            log.exception("failed")

    (line,) = logged(fail, form="json")
    assert "ValueError: no" in json.loads(line)["exception"]


def test_other_packages_come_out_of_the_same_door():
    (line,) = logged(lambda _: logging.getLogger("alembic").warning("upgrading %s", "1"))
    assert 'event="upgrading 1"' in line


@pytest.mark.parametrize(
    ("verbosity", "events"),
    [(-1, ["error"]), (0, ["info", "error"]), (2, ["debug", "info", "error"])],
)
def test_verbosity_decides_what_is_said(verbosity, events):
    def say(log):
        log.debug("debug")
        log.info("info")
        log.error("error")

    lines = logged(say, verbosity=verbosity, form="json")
    assert [json.loads(line)["event"] for line in lines] == events


def test_other_packages_are_heard_below_warnings_only_when_asked():
    def say(_):
        logging.getLogger("alembic").info("chatter")

    assert logged(say) == []
    assert len(logged(say, verbosity=1)) == 1


def test_the_clock_is_not_heard_at_every_tick_unless_everything_is_asked_for():
    def tick(_):
        logging.getLogger("apscheduler.executors.default").info("Running job")

    assert [len(logged(tick, verbosity=number)) for number in (0, 1, 2)] == [0, 0, 1]
