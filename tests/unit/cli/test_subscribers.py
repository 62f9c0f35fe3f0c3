"""``subscribers``: what a person or a program is told, and what each verb changes."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from syndicate.cli.context import Context
from syndicate.cli.subscribers import subscribers
from syndicate.jobs import digest
from syndicate.jobs.delivery.deliver import deliver
from syndicate.model.errors import ExitCode
from tests.support.articles import page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

NELL = "nell@harbour.example"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site", newsletter='languages = ["zh-Hans"]\n')


def run(site: Site, *words: object) -> Result:
    return CliRunner().invoke(
        subscribers,
        [str(word) for word in words],
        obj=Context(str(site.file)),
        standalone_mode=False,
    )


def told(site: Site, *words: object) -> str:
    done = run(site, *words)
    assert done.exception is None, done.output
    return done.stdout


def data(site: Site, *words: object):
    return json.loads(told(site, *words, "--json"))


def file(site: Site, *lines: str) -> Path:
    path = site.root / "readers.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def add(site: Site, address: str = NELL, *more: str) -> None:
    told(site, "add", address, "--newsletter", "weekly", "--confirmed", *more)


def test_somebody_is_added_and_shown(site):
    add(site, NELL, "--name", "Nell Harrow", "--hour", "7")
    shown = told(site, "show", NELL)
    assert "Nell Harrow" in shown
    assert "weekly      active  weekly   en        7     all       operator" in shown


def test_what_became_of_each_edition_is_told_of_one_person(site):
    with site.press(now="2026-01-26T01:00") as press:
        fill(press, page("1"))
        digest.make(press, "weekly")
    add(site)
    add(site, "late@harbour.example", "--hour", "23", "--timezone", "Pacific/Kiritimati")
    with site.press(now="2026-01-26T01:01") as press:
        assert not deliver(press).errors
    assert "weekly/2026-W04  accepted" in told(site, "show", NELL)
    assert "weekly/2026-W04  queued" in told(site, "show", "late@harbour.example")
    [edition] = data(site, "show", NELL)["editions"]
    assert (edition["label"], edition["state"], edition["code"]) == ("2026-W04", "accepted", 250)


def test_who_has_not_consented_is_asked(site):
    said = told(site, "add", NELL, "--newsletter", "weekly")
    assert said.startswith(f"{NELL}: asked by mail to confirm weekly\n")


def test_who_has_not_confirmed_yet_is_not_shown_as_having_consented(site):
    told(site, "add", NELL, "--newsletter", "weekly")
    row = told(site, "show", NELL).splitlines()[-1]
    assert row.startswith("weekly      pending")
    assert "confirmed" not in row


def test_adding_somebody_again_says_so(site):
    add(site)
    assert told(site, "add", NELL, "--newsletter", "weekly", "--confirmed").startswith(
        f"{NELL}: subscribed already\n"
    )


def test_a_dry_run_adds_nobody(site):
    said = told(site, "add", NELL, "--newsletter", "weekly", "--confirmed", "--dry-run")
    assert said == f"{NELL}: would be subscribed to weekly\n"
    assert data(site, "list")["subscribers"] == []


def test_the_list_goes_on_where_it_ended(site):
    for number in range(3):
        add(site, f"reader{number}@harbour.example")
    first = data(site, "list", "--limit", "2")
    rest = data(site, "list", "--limit", "2", "--after", str(first["after"]))
    assert [len(page["subscribers"]) for page in (first, rest)] == [2, 1]
    assert first["after"] == first["subscribers"][-1]["id"]
    assert rest["after"] is None


def test_a_person_is_told_how_to_go_on(site):
    for number in range(3):
        add(site, f"reader{number}@harbour.example")
    done = run(site, "list", "--limit", "2")
    number = done.stdout.splitlines()[-1].split()[0]
    assert done.stderr == f"there are more: --after {number}\n"


@pytest.mark.parametrize("text", ["nell", "@harbour", "NELL@HARB"])
def test_the_list_is_searched(site, text):
    add(site)
    add(site, "ben@bay.example")
    found = data(site, "list", "--search", text)["subscribers"]
    assert [each["address"] for each in found] == [NELL]


def test_the_list_shows_subscriptions_and_their_state(site):
    told(site, "add", NELL, "--newsletter", "weekly")
    assert "weekly (pending)" in told(site, "list", "--state", "pending")
    assert told(site, "list", "--state", "active") == "No subscriber matches.\n"


def test_the_history_says_who_did_what(site):
    add(site)
    (event,) = data(site, "history", NELL)
    assert (event["kind"], event["actor"], event["newsletter"]) == ("added", "operator", "weekly")
    assert "added  weekly      operator" in told(site, "history", NELL)


def test_a_suppressed_address_can_not_be_added(site):
    assert told(site, "suppress", NELL, "--detail", "by telephone") == (
        f"{NELL}: suppressed for everything\n"
    )
    done = run(site, "add", NELL, "--newsletter", "weekly")
    assert f"syndicate subscribers unsuppress {NELL}" in str(done.exception)


def test_suppressing_twice_says_so(site):
    told(site, "suppress", NELL)
    assert told(site, "suppress", NELL) == f"{NELL}: suppressed for everything already\n"


def test_unsuppressing_shows_the_reasons_and_wants_a_yes(site):
    told(site, "suppress", NELL)
    refused = run(site, "unsuppress", NELL)
    assert "operator since" in str(refused.exception)
    assert "Say --yes" in str(refused.exception)
    assert "unsuppressed (operator since" in told(site, "unsuppress", NELL, "--yes")
    assert told(site, "unsuppress", NELL, "--yes") == f"{NELL}: not suppressed\n"


def test_suppressing_for_an_unknown_newsletter_is_refused(site):
    done = run(site, "suppress", NELL, "--newsletter", "wekly")
    assert "known are: weekly" in str(done.exception)


def test_erasing_wants_a_yes(site):
    add(site)
    assert "Say --yes" in str(run(site, "erase", NELL).exception)
    assert told(site, "erase", NELL, "--dry-run") == (
        "subscriber 1, 1 subscription: would be erased\n"
    )
    assert told(site, "erase", NELL, "--yes") == "subscriber 1, 1 subscription: erased\n"
    assert "not a subscriber" in str(run(site, "show", NELL).exception)


def test_who_was_erased_is_not_brought_back_by_an_import(site):
    add(site)
    told(site, "erase", NELL, "--yes")
    path = file(site, "email", NELL)
    assert told(site, "import", path, "--newsletter", "weekly", "--confirmed") == (
        "1 line, 0 subscribed, 1 barred\n"
    )


def test_a_dry_run_of_an_import_tells_each_line_to_look_at_and_counts_those_known(site):
    add(site)
    path = file(site, "email,phone", NELL, "ben@bay.example", "BEN@bay.example", "ben@")
    done = run(site, "import", path, "--newsletter", "weekly", "--confirmed", "--dry-run")
    assert done.return_value == 4
    assert done.stdout.splitlines() == [
        "line 4: the same address as in line 3",
        "line 5: email: 'ben@': not a mail address; write name@domain",
        "4 lines, 1 would be subscribed, 1 known already, 1 twice in the file, 1 bad",
    ]
    assert done.stderr == "columns that mean nothing here: phone\n"


def test_an_import_tells_bad_lines_alone_and_ends_with_4(site):
    path = file(site, "email", NELL, NELL, "ben@")
    done = run(site, "import", path, "--newsletter", "weekly", "--confirmed")
    assert done.return_value == 4
    assert done.stdout.splitlines() == [
        "line 4: email: 'ben@': not a mail address; write name@domain",
        "3 lines, 1 subscribed, 1 twice in the file, 1 bad",
    ]


def test_an_import_says_how_many_mails_it_means_before_it_begins(site):
    path = file(site, "email", NELL, "ben@bay.example")
    done = run(site, "import", path, "--newsletter", "weekly")
    assert "2 mails would ask to confirm." in str(done.exception)
    assert data(site, "list")["subscribers"] == []
    assert told(site, "import", path, "--newsletter", "weekly", "--yes") == (
        "2 lines, 2 asked to confirm\n"
    )


def test_an_import_reports_to_programs(site):
    path = file(site, "email", NELL, "ben@")
    done = run(site, "import", path, "--newsletter", "weekly", "--confirmed", "--json")
    report = json.loads(done.stdout)
    assert (report["added"], report["bad"], report["letters"]) == (1, 1, 0)
    assert report["remarks"] == [
        {
            "line": 3,
            "kind": "bad",
            "field": "email",
            "cause": "'ben@': not a mail address",
            "way_out": "write name@domain",
        }
    ]


def test_an_import_without_remarks_is_still_one_document(site):
    assert data(site, "import", file(site, "email"), "--newsletter", "weekly")["remarks"] == []


def test_an_export_into_a_file_is_for_its_owner_alone(site):
    add(site)
    path = site.root / "out.csv"
    done = run(site, "export", "--output", path)
    assert done.stderr == f"{path}: 1 subscriber, 1 subscription\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text().splitlines()[1].startswith(f"{NELL},,en,,weekly,,weekly,active,")


def test_an_export_replaces_a_file_only_with_a_yes(site):
    path = site.root / "out.csv"
    path.write_text("kept")
    assert "Say --yes" in str(run(site, "export", "--output", path).exception)
    assert path.read_text() == "kept"


def test_an_export_for_programs_is_json_lines(site):
    add(site)
    (line,) = told(site, "export", "--json").splitlines()
    assert json.loads(line)["subscriber"]["address"] == NELL


def test_suppressions_are_exported_alone(site):
    told(site, "suppress", NELL)
    lines = told(site, "export", "--suppressions").splitlines()
    assert lines[0] == "fingerprint,newsletter,reason,since,detail"
    assert NELL not in lines[1]


def test_the_whole_command_says_it_in_a_process(site):
    path = file(site, "email", NELL, "ben@")
    done = site.run(
        "subscribers", "import", str(path), "--newsletter", "weekly", "--confirmed", check=False
    )
    assert done.returncode == 4
    assert done.stdout.endswith("2 lines, 1 subscribed, 1 bad\n")
    assert site.run("subscribers", "show", NELL, "--json").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("add", NELL, "--newsletter", "weekly", "--sections", "nosuch"),
        ("add", NELL, "--newsletter", "weekly", "--cadence", "yearly"),
        ("add", NELL, "--newsletter", "weekly", "--language", "tlh"),
        ("add", NELL, "--newsletter", "weekly", "--timezone", "Mars"),
        ("add", NELL, "--newsletter", "weekly", "--newsletter", "weekly"),
        ("add", "nell at harbour", "--newsletter", "weekly"),
        ("suppress", "nell at harbour"),
        ("unsuppress", "nell at harbour"),
        ("list", "--newsletter", "nosuch"),
    ],
)
def test_what_nobody_offers_is_wrong_usage(site: Site, words: tuple[str, ...]) -> None:
    error = run(site, *words).exception
    assert getattr(error, "exit_code", None) == ExitCode.USAGE, error
    assert not (site.root / "data" / "store.db").exists() or data(site, "list")["subscribers"] == []


def test_an_empty_list_is_told_as_one(site: Site) -> None:
    assert told(site, "list") == "There is no subscriber yet.\n"
    assert data(site, "list")["subscribers"] == []
    add(site)
    assert told(site, "list", "--search", "ines@") == "No subscriber matches.\n"


def test_who_subscribes_to_what_is_configured_no_more_is_still_found(site: Site) -> None:
    add(site)
    site.file.write_text(site.file.read_text().replace('name = "weekly"', 'name = "monthly"'))
    assert NELL in told(site, "list", "--newsletter", "weekly")
