"""What a report does to the address, to the domain, and to nobody else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import select, text

from syndicate.jobs.audience import operator
from syndicate.jobs.bounces.collect import gather, take_mail
from syndicate.jobs.bounces.incoming import Incoming
from syndicate.jobs.bounces.taking import RECENT, Taken, reads_of, take, take_refusal
from syndicate.jobs.press import Press
from syndicate.jobs.variants import verp_of
from syndicate.mail.bounces.finding import Finding, Report
from syndicate.mail.bounces.reading import read
from syndicate.model.subscriber import EVERY, Subscriber, Suppression
from syndicate.store import bounces, domains, history, letters, subscribers, suppressions
from syndicate.store.domains import Domain
from syndicate.store.schema import deliveries
from tests.support.articles import at
from tests.support.mailed import complaint, letter, mailed, message_id, reader, report, unsigned
from tests.support.sites import make_site

NOW = at("2026-01-26T01:00")
DAY = timedelta(days=1)
T = TypeVar("T")


@pytest.fixture
def either(store_url: str, tmp_path: Path) -> Iterator[Press]:
    """A press on each of the two databases."""
    with make_site(tmp_path / "site", store=store_url).press() as opened:
        yield opened


def taken(press: Press, data: bytes) -> Taken:
    (found,) = take_mail(press, Incoming("mail", data), reads_of(press))
    return found


def barred(press: Press, who: Subscriber) -> list[Suppression]:
    with press.store.read() as connection:
        return suppressions.of(connection, who.fingerprint)


def events(press: Press, who: Subscriber) -> list[str]:
    with press.store.read() as connection:
        return [event.kind for event in reversed(history.of(connection, who.id))]


def held(press: Press) -> list[Domain]:
    with press.store.read() as connection:
        return domains.resting(connection, now=press.clock())


def test_an_address_that_is_no_more_gets_nothing_more(press: Press) -> None:
    ida = reader(press)
    found = taken(press, report(press, mailed(press, ida, NOW)))
    assert (found.effect, found.kind, found.subscriber_id) == ("suppressed", "hard", ida.id)
    assert barred(press, ida) == [Suppression(ida.fingerprint, EVERY, "bounced", NOW, "5.1.1")]


def test_it_stands_in_the_reader_s_history_without_an_address(either: Press) -> None:
    ida = reader(either)
    delivery = mailed(either, ida, NOW)
    taken(either, report(either, delivery, text="550 <ida@quayside.example> unknown"))
    with either.store.read() as connection:
        second, first = history.of(connection, ida.id)
        (row,) = bounces.of(connection, ida.id)
    assert (first.kind, first.actor, first.newsletter) == ("bounced", "mailbox", "weekly")
    assert first.details == {
        "kind": "hard",
        "status": "5.1.1",
        "found_by": "verp",
        "delivery": delivery,
    }
    assert (second.kind, second.details) == ("suppressed", {"reason": "bounced"})
    assert (row.delivery_id, row.detail) == (delivery, "550 (address) unknown")


def test_a_complaint_is_never_mailed_again_though_it_names_no_address(press: Press) -> None:
    ida = reader(press)
    found = taken(press, complaint(press, mailed(press, ida, NOW)))
    assert (found.effect, found.kind) == ("suppressed", "complaint")
    assert [each.reason for each in barred(press, ida)] == ["complained"]
    assert events(press, ida) == ["complained", "suppressed"]


def test_the_same_report_counts_once(either: Press) -> None:
    ida = reader(either)
    data = report(either, mailed(either, ida, NOW), status="4.4.1")
    assert [taken(either, data).effect for _ in range(3)] == ["counted", "known", "known"]
    assert events(either, ida) == ["bounced"]


def test_a_forged_token_takes_nobody_off_the_list(press: Press) -> None:
    ida, tom = reader(press), reader(press, "tom@quayside.example")
    mailed(press, ida, NOW)
    own = mailed(press, tom, NOW)
    data = report(press, own).replace(b"To: digest+d", b"To: digest+da")
    assert taken(press, data).effect == "unbelieved"
    assert barred(press, ida) == barred(press, tom) == []


def test_a_number_given_again_after_a_restore_is_nobody_else_s(either: Press) -> None:
    """Whoever has the number now is not the one whose mail came back; whose it was is found."""
    ida, tom = reader(either), reader(either, "tom@quayside.example")
    number, old = mailed(either, tom, NOW), mailed(either, ida, NOW - DAY)
    with either.store.read() as connection:
        about_ida = next(
            each.message_id
            for each in connection.execute(select(deliveries)).all()
            if each.id == old
        )

    def about(named: str, place: int) -> bytes:
        token = verp_of(either).sender(number)
        data = unsigned("ida@quayside.example", named, number=place)
        return data.replace(b"To: letter@gazette.example", f"To: {token}".encode())

    assert taken(either, about("<lost.1@gazette.example>", 1)).effect == "unbelieved"
    found = taken(either, about(about_ida, 2))
    assert (found.effect, found.subscriber_id) == ("suppressed", ida.id)
    assert barred(either, tom) == []
    # One that a relay gave the mail on its way says nothing against the token.
    assert taken(either, about("<x1@relay.example>", 3)).subscriber_id == tom.id


def test_a_report_that_names_a_stranger_s_address_takes_nobody_off_the_list(press: Press) -> None:
    ida, tom = reader(press), reader(press, "tom@quayside.example")
    mailed(press, ida, NOW)
    mailed(press, tom, NOW)
    with press.store.read() as connection:
        edition = connection.exec_driver_sql("SELECT max(id) FROM editions").scalar_one()
    for number, named in enumerate((message_id(edition, tom), "<made.up@gazette.example>", "")):
        data = unsigned("ida@quayside.example", named, number=number)
        assert taken(press, data).effect == "unbelieved"
    assert barred(press, ida) == []


@pytest.mark.parametrize("strange", ["\0", "\ud800"])
def test_no_report_can_stop_those_behind_it(either: Press, strange: str) -> None:
    """An id of characters that a database does not take failed every run, at the same mail."""
    ida = reader(either)
    delivery = mailed(either, ida, NOW)
    in_header = unsigned(
        "ida@quayside.example", f"<a{strange.replace(chr(0xD800), '?')}b@a.example>"
    )
    in_text = unsigned("ida@quayside.example", f"<a{ascii(strange)[1:-1]}b@a.example>").replace(
        b"text/rfc822-headers", b"text/plain; charset=unicode_escape"
    )
    waiting = [in_header, in_text, report(either, delivery)]
    found = gather(either, [Incoming(f"mail {at}", data) for at, data in enumerate(waiting)])
    assert dict(found.effects) == {"unbelieved": 2, "suppressed": 1}


def test_what_the_ledger_bears_out_is_believed_without_a_token(either: Press) -> None:
    ida = reader(either)
    mailed(either, ida, NOW)
    with either.store.read() as connection:
        edition = connection.exec_driver_sql("SELECT max(id) FROM editions").scalar_one()
    data = unsigned("Ida@Quayside.example", message_id(edition, ida))
    assert taken(either, data).effect == "suppressed"


@pytest.mark.parametrize(("age", "effect"), [(RECENT, "suppressed"), (RECENT + DAY, "unbelieved")])
def test_old_mails_are_not_reported_any_more(press: Press, age: timedelta, effect: str) -> None:
    ida = reader(press)
    assert taken(press, report(press, mailed(press, ida, NOW - age))).effect == effect


def test_a_token_of_a_mail_that_was_never_sent_says_nothing(press: Press) -> None:
    assert taken(press, report(press, 4711)).effect == "unbelieved"


def soft(press: Press, who: Subscriber, days_ago: int) -> str:
    delivery = mailed(press, who, NOW - DAY * days_ago)
    return taken(press, report(press, delivery, status="5.2.2")).effect


def test_a_full_mailbox_is_given_up_after_days_of_it(press: Press) -> None:
    ida = reader(press)
    effects = [soft(press, ida, days_ago) for days_ago in (6, 5, 4, 3, 2)]
    assert effects == ["counted"] * 4 + ["suppressed"]
    assert barred(press, ida)[0].detail == "bounced on 5 days"


def test_several_on_one_day_count_as_one(press: Press) -> None:
    ida = reader(press)
    delivery = mailed(press, ida, NOW)
    for number in range(8):
        data = report(press, delivery, status="4.2.2", number=number)
        assert taken(press, data).effect == "counted"


def test_a_mail_that_arrives_in_between_begins_the_count_anew(either: Press) -> None:
    ida = reader(either)
    for days_ago in (9, 8, 7, 6):
        soft(either, ida, days_ago)
    mailed(either, ida, NOW - DAY * 5)
    assert [soft(either, ida, days_ago) for days_ago in (4, 3, 2, 1)] == ["counted"] * 4
    assert soft(either, ida, 0) == "suppressed"


def test_a_report_that_comes_late_is_counted_in_its_place(press: Press) -> None:
    ida = reader(press)
    late = mailed(press, ida, NOW - DAY * 4)
    for days_ago in (6, 5, 3, 2):
        soft(press, ida, days_ago)
    assert taken(press, report(press, late, status="5.2.2")).effect == "suppressed"


def test_a_soft_refusal_by_the_server_itself_counts_too(press: Press) -> None:
    ida = reader(press)
    effects = []
    for days_ago in (5, 4, 3, 2, 1):
        delivery = mailed(press, ida, NOW - DAY * days_ago, state="failed")
        with press.store.write() as connection:
            found = [
                take_refusal(press, connection, delivery, status="5.2.2", reply="552 full")
                for _ in range(2)
            ]
        effects.append([each.effect for each in found])
    assert effects == [["counted", "known"]] * 4 + [["suppressed", "known"]]


def test_a_mail_that_was_refused_first_and_taken_later_has_not_bounced(either: Press) -> None:
    ida = reader(either)
    for days_ago in (9, 8, 7, 6):
        soft(either, ida, days_ago)
    delivery = mailed(either, ida, NOW - DAY * 5, state="deferred")
    with either.store.write() as connection:
        found = take_refusal(either, connection, delivery, status="4.2.2", reply="452 full")
        assert found.effect == "suppressed"
        suppressions.lift(connection, ida.fingerprint, EVERY)
        accepted = deliveries.update().where(deliveries.c.id == delivery)
        connection.execute(accepted.values(state="accepted"))
        assert bounces.soft_days(connection, ida.id) == 4
    assert [soft(either, ida, days_ago) for days_ago in (4, 3, 2, 1)] == ["counted"] * 4


def test_our_own_fault_never_bars_an_address(press: Press) -> None:
    ida = reader(press)
    for days_ago in range(9):
        taken(press, report(press, mailed(press, ida, NOW - DAY * days_ago), status="5.7.26"))
    assert barred(press, ida) == []


def test_our_own_fault_holds_a_domain_once_several_readers_met_it(either: Press) -> None:
    people = [reader(either, f"reader{number}@quayside.example") for number in range(3)]
    reader(either, "fang@lanterns.example")
    effects = [
        taken(either, report(either, mailed(either, who, NOW), status="5.7.515")).effect
        for who in people
    ]
    assert effects == ["counted", "held", "counted"]
    (domain,) = held(either)
    assert (domain.domain, domain.held) == ("quayside.example", NOW)
    assert domain.reason == "reports of 5.7.515 from 2 readers: refused"


def test_one_reader_alone_can_t_hold_up_the_others(press: Press) -> None:
    ida, _ = reader(press), reader(press, "tom@quayside.example")
    for days_ago in range(5):
        delivery = mailed(press, ida, NOW - DAY * days_ago)
        assert taken(press, report(press, delivery, status="5.7.1")).effect == "counted"
    assert held(press) == []


def test_who_is_alone_at_a_domain_holds_up_nobody_else(press: Press) -> None:
    ida = reader(press)
    assert taken(press, report(press, mailed(press, ida, NOW), status="5.7.1")).effect == "held"


def test_automatic_answers_and_delays_change_nothing(press: Press) -> None:
    ida = reader(press)
    delivery = mailed(press, ida, NOW)
    assert taken(press, report(press, delivery, action="delayed")).effect == "ignored"
    assert (barred(press, ida), events(press, ida)) == ([], [])


def test_a_letter_that_comes_back_bars_the_address_too(either: Press) -> None:
    ida = reader(either)
    number = letter(either, ida)
    with either.store.write() as connection:
        letters.add(
            connection,
            "manage",
            ida.id,
            language="en",
            message_id="<second@gazette.example>",
            now=NOW,
            expires=NOW + DAY,
        )
    assert taken(either, report(either, number, kind="letter")).effect == "suppressed"
    with either.store.read() as connection:
        assert letters.next_due(connection) is None


def test_a_report_on_somebody_who_was_erased_changes_nothing(press: Press) -> None:
    ida = reader(press)
    delivery = mailed(press, ida, NOW)
    with press.store.write() as connection:
        subscribers.remove(connection, ida.id)
    assert taken(press, report(press, delivery)).effect == "ignored"


def test_an_operator_s_word_outlasts_a_bounce(press: Press) -> None:
    ida = reader(press)
    with press.store.write() as connection:
        suppressions.add(connection, ida.fingerprint, EVERY, "operator", since=NOW)
    assert taken(press, report(press, mailed(press, ida, NOW))).effect == "counted"
    assert [each.reason for each in barred(press, ida)] == ["operator"]


def test_a_dry_run_says_the_same_and_changes_nothing(either: Press) -> None:
    ida = reader(either)
    data = report(either, mailed(either, ida, NOW))
    assert gather(either, [Incoming("mail", data)], dry_run=True).effects == {"suppressed": 1}
    assert (barred(either, ida), events(either, ida)) == ([], [])
    assert taken(either, data).effect == "suppressed"


def test_a_dry_run_of_several_reports_says_what_they_come_to_together(either: Press) -> None:
    people = [reader(either, f"{name}@quayside.example") for name in ("ida", "tom")]
    mails = [
        Incoming(str(who.id), report(either, mailed(either, who, NOW), status="5.7.26"))
        for who in people
    ]
    rehearsed = gather(either, mails, dry_run=True)
    assert (rehearsed.effects, rehearsed.held) == ({"counted": 1, "held": 1}, ("quayside.example",))
    with either.store.read() as connection:
        assert domains.known(connection, ["quayside.example"]) == {}
    assert gather(either, mails).taken == rehearsed.taken


def test_a_provider_s_word_is_believed_only_of_those_who_were_mailed(press: Press) -> None:
    ida, tom = reader(press), reader(press, "tom@quayside.example")
    mailed(press, ida, NOW)
    for who, genuine, effect in ((tom, True, "unbelieved"), (ida, False, "unbelieved")):
        said = Report("a" * 64, (Finding("hard", "postmark", address=who.address),), genuine)
        with press.store.write() as connection:
            assert [each.effect for each in take(press, connection, said)] == [effect]
    said = Report("a" * 64, (Finding("hard", "postmark", address=ida.address),), genuine=True)
    with press.store.write() as connection:
        assert [each.effect for each in take(press, connection, said)] == ["suppressed"]


def test_one_report_on_two_addresses_counts_for_both(press: Press) -> None:
    ida, tom = reader(press), reader(press, "tom@quayside.example")
    for who in (ida, tom):
        mailed(press, who, NOW)
    findings = tuple(Finding("hard", "ses", address=who.address) for who in (ida, tom))
    with press.store.write() as connection:
        found = take(press, connection, Report("b" * 64, findings, genuine=True))
    assert [each.effect for each in found] == ["suppressed", "suppressed"]


def test_a_letter_s_number_is_never_another_person_s(either: Press) -> None:
    """Its mail may still come back when all that is known of it was erased."""
    gone = letter(either, reader(either, "mistyped@quayside.example"))
    operator.erase(either, "mistyped@quayside.example")
    ida = reader(either)
    letter(either, ida)
    assert taken(either, report(either, gone, kind="letter")).effect == "unbelieved"
    assert barred(either, ida) == []


def while_taken(press: Press, data: bytes, act: Callable[[], T]) -> T:
    """What ``act`` comes to that begins while a report is taken, and ends after it."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    with ThreadPoolExecutor(1) as pool:
        with press.store.write() as connection:
            take(press, connection, read(data, reads_of(press)))
            acting = pool.submit(act)
            while not press.store.is_sqlite and not acting.done():
                with press.store.read() as looking:
                    if looking.execute(waiting).scalar_one():
                        break
                time.sleep(0.01)
        return acting.result(timeout=60)


def test_of_two_reports_at_once_the_second_knows_of_the_first(either: Press) -> None:
    ida = reader(either)
    for days_ago in (6, 5, 4):
        soft(either, ida, days_ago)
    fourth, fifth = (
        report(either, mailed(either, ida, NOW - DAY * days_ago), status="5.2.2")
        for days_ago in (3, 2)
    )
    assert while_taken(either, fourth, lambda: taken(either, fifth)).effect == "suppressed"


def test_whoever_is_erased_while_a_report_is_taken_leaves_no_word_behind(either: Press) -> None:
    ida = reader(either)
    data = report(either, mailed(either, ida, NOW), text="550 no ida here")
    while_taken(either, data, lambda: operator.erase(either, ida.address))
    with either.store.read() as connection:
        assert [row.detail for row in bounces.of(connection, ida.id)] == ["550 no [erased] here"]
        assert {str(event.details) for event in history.of(connection, ida.id)} == {"{}"}
