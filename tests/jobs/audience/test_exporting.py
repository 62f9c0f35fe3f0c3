"""Giving out what is known of the audience, on both databases."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import delete

from syndicate.jobs.audience import operator
from syndicate.jobs.audience.exporting import export_csv, export_json, export_suppressions
from syndicate.jobs.audience.importing import import_subscribers
from syndicate.jobs.audience.leaving import leave_one
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from syndicate.jobs.secrets import secrets_of
from syndicate.store import subscribers, subscriptions
from syndicate.store.schema import subscriptions as table
from tests.support.articles import page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

MONTHLY = '\n[[newsletters]]\nname = "monthly"\ntitle = "The Month"\nschedule = "monthly 1 08:00"\n'
CULTURE = (("203", "Culture"),)


def site_at(folder: Path, store: str) -> Site:
    return make_site(
        folder,
        store=store,
        newsletter='also = ["daily 07:00"]\nlanguages = ["zh-Hans"]\n',
        more=MONTHLY,
    )


@pytest.fixture
def press(tmp_path: Path, store_url: str) -> Iterator[Press]:
    """Nell reads the city daily at seven, Ben the month, Ines has left, Otto is barred."""
    with site_at(tmp_path / "site", store_url).press() as opened:
        with_sections(opened)
        add = operator.add
        nell = Choice("weekly", ("201001",), "daily", "zh-Hans", 7)
        add(opened, "nell@harbour.example", [nell], confirmed=True, name="=Nell, 1")
        add(opened, "ben@harbour.example", [Choice("monthly")], confirmed=True)
        add(opened, "ines@harbour.example", [Choice("weekly")], confirmed=True)
        with opened.store.write() as connection:
            ines = subscribers.by_canonical(connection, "ines@harbour.example")
            leave_one(
                connection, ines, "weekly", actor="subscriber", how="button", now=opened.clock()
            )
        operator.suppress(opened, "otto@harbour.example", detail="by telephone")
        yield opened


def with_sections(press: Press) -> None:
    fill(press, page("1"), page("2", breadcrumb=CULTURE))
    publish(press)


def rows(press: Press, **more: str) -> list[dict[str, str]]:
    out = StringIO()
    export_csv(press, out, **more)
    return list(csv.DictReader(StringIO(out.getvalue())))


def objects(press: Press, **more: str) -> list[dict]:
    out = StringIO()
    export_json(press, out, **more)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_holds_a_subscription_with_its_consent(press):
    first = rows(press)[0]
    assert first == {
        "email": "nell@harbour.example",
        "name": "'=Nell, 1",
        "language": "zh-Hans",
        "sections": "cms/201001",
        "cadence": "daily",
        "hour": "7",
        "newsletter": "weekly",
        "state": "active",
        "consent": "operator",
        "form": "operator",
        "created": "2026-01-26T01:00:00+00:00",
        "confirmed": "2026-01-26T01:00:00+00:00",
        "ended": "",
        "reason": "",
    }


def test_who_has_left_is_there_with_when_and_how(press):
    ended = next(row for row in rows(press) if row["state"] == "ended")
    assert (ended["email"], ended["ended"][:10], ended["reason"]) == (
        "ines@harbour.example",
        "2026-01-26",
        "button",
    )


def test_one_newsletter_goes_out_alone(press):
    assert [row["email"] for row in rows(press, newsletter="monthly")] == ["ben@harbour.example"]
    assert [o["subscriber"]["address"] for o in objects(press, newsletter="monthly")[:1]] == [
        "ben@harbour.example"
    ]


def test_json_holds_every_subscriber_and_every_suppression(press):
    found = objects(press)
    people = [each for each in found if "subscriber" in each]
    barred = [each["suppression"] for each in found if "suppression" in each]
    assert [one["state"] for each in people for one in each["subscriptions"]] == [
        "active",
        "active",
        "ended",
    ]
    assert {each["reason"] for each in barred} == {"unsubscribed", "operator"}


def test_no_address_of_somebody_barred_goes_out_unless_they_subscribe(press):
    assert "otto" not in json.dumps(objects(press))


def test_suppressions_go_out_as_hashes(press):
    out = StringIO()
    assert export_suppressions(press, out).suppressions == 2
    found = {row["fingerprint"]: row for row in csv.DictReader(StringIO(out.getvalue()))}
    otto = found[secrets_of(press).fingerprint("otto@harbour.example")]
    assert (otto["newsletter"], otto["reason"], otto["detail"]) == ("", "operator", "by telephone")


def test_an_import_reads_back_what_is_active(press, tmp_path):
    file = tmp_path / "all.csv"
    with file.open("w", encoding="utf-8") as out:
        export_csv(press, out)
    other = site_at(tmp_path / "other", "sqlite:///data/other.db")
    with other.press() as fresh:
        with_sections(fresh)
        report = import_subscribers(fresh, file, "weekly", confirmed=True)
        assert (report.added, report.passed_over, report.bad) == (1, 2, 0)
        with fresh.store.read() as connection:
            nell = subscribers.by_canonical(connection, "nell@harbour.example")
            (one,) = subscriptions.of(connection, nell.id)
    assert nell.name == "=Nell, 1"
    assert (one.sections, one.cadence, one.language, one.hour) == (
        ("cms/201001",),
        "daily",
        "zh-Hans",
        7,
    )


def test_who_has_no_subscription_goes_out_and_is_not_subscribed_by_coming_back(press, tmp_path):
    with press.store.write() as connection:
        ben = subscribers.by_canonical(connection, "ben@harbour.example")
        connection.execute(delete(table).where(table.c.subscriber_id == ben.id))
    file = tmp_path / "all.csv"
    with file.open("w", encoding="utf-8") as out:
        export_csv(press, out)
    (line,) = [row for row in rows(press) if row["email"] == "ben@harbour.example"]
    assert line["state"] == "none"
    assert import_subscribers(press, file, "monthly", confirmed=True).passed_over == 3
