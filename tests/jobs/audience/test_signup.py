"""Signing up: nothing begins unconfirmed, and the answer tells nobody anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from syndicate.jobs.audience import operator
from syndicate.jobs.audience.gate import dropped
from syndicate.jobs.audience.problems import InvalidError
from syndicate.jobs.audience.signup import Received, send_link, sign_up
from syndicate.jobs.audience.wishes import Choice
from syndicate.jobs.press import Press
from syndicate.model.errors import LimitError, SubscriberError
from syndicate.store import subscribers
from syndicate.store.schema import letters as letters_table
from tests.support.articles import page
from tests.support.audience import (
    CANONICAL,
    NELL,
    NOW,
    after,
    ask,
    bar,
    contents,
    fingerprint,
    fresh_stamp,
    happened,
    held,
    is_known,
    queued,
    request,
    rows,
    states,
    subscribe,
)
from tests.support.filling import fill
from tests.support.sites import Site


def silent(press: Press) -> dict[str, int]:
    with press.store.read() as connection:
        return dropped(connection, since=NOW.replace(hour=0))


def fields(error: InvalidError) -> list[str]:
    return [problem.field for problem in error.problems]


def test_a_sign_up_waits_for_its_confirmation(site: Site) -> None:
    with site.press() as press:
        ask(press, form="subscribe", client="192.0.2.1")
        (found,) = held(press).subscriptions
        assert (found.state, found.consent, found.form) == ("pending", "confirmed", "subscribe")
        assert (found.confirmed, len(found.client)) == (None, 64)
        assert held(press).subscriber.confirmed is None


def test_the_letter_is_queued_with_the_sign_up(site: Site) -> None:
    with site.press() as press:
        ask(press, NELL, "weekly", "monthly")
        (letter,) = queued(press)
        assert (letter.kind, letter.state, letter.due) == ("confirm", "queued", NOW)
        assert letter.details == {"newsletters": ["weekly", "monthly"]}
        assert letter.message_id.endswith("@gazette.example>")


def test_the_address_is_kept_as_given_and_known_by_its_canonical_form(site: Site) -> None:
    with site.press() as press:
        ask(press, f" {NELL} ")
        found = held(press).subscriber
        assert (found.address, found.canonical) == (NELL, CANONICAL)
        assert found.fingerprint == fingerprint(press)


def test_what_was_chosen_is_kept(site: Site) -> None:
    with site.press() as press:
        fill(press, page("1"), page("2", breadcrumb=(("203", "Culture"), ("203001", "Books"))))
        choice = Choice("weekly", ("203001",), "daily", "zh", 7)
        ask(press, choices=(choice,), language="zh", timezone="Europe/Lisbon")
        (found,) = held(press).subscriptions
        assert (found.sections, found.cadence, found.language, found.hour) == (
            ("cms/203001",),
            "daily",
            "zh",
            7,
        )
        person = held(press).subscriber
        assert (person.language, person.timezone) == ("zh", "Europe/Lisbon")
        assert queued(press)[0].language == "zh"


def test_every_sign_up_stands_in_the_history(site: Site) -> None:
    with site.press() as press:
        ask(press, NELL, "weekly", "monthly", form="home", client="192.0.2.1")
        events = happened(press, held(press).subscriber.id)
        assert [(e.kind, e.newsletter, e.actor) for e in events] == [
            ("asked", "weekly", "subscriber"),
            ("asked", "monthly", "subscriber"),
        ]
        assert events[0].details["form"] == "home"
        assert "192.0.2.1" not in str(events)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"address": "nell"}, "address"),
        ({"choices": ()}, "newsletters"),
        ({"choices": (Choice("yearly"),)}, "newsletters"),
        ({"choices": (Choice("weekly"), Choice("weekly"))}, "newsletters"),
        ({"choices": (Choice("weekly", ("sports",)),)}, "weekly.sections"),
        ({"choices": (Choice("weekly", cadence="hourly"),)}, "weekly.cadence"),
        ({"choices": (Choice("monthly", cadence="daily"),)}, "monthly.cadence"),
        ({"choices": (Choice("weekly", language="de"),)}, "weekly.language"),
        ({"choices": (Choice("weekly", hour=24),)}, "weekly.hour"),
        ({"language": "de"}, "language"),
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"timezone": "../../etc/passwd"}, "timezone"),
        ({"stamp": "not a stamp"}, "stamp"),
    ],
)
def test_what_is_wrong_is_named_by_its_field_and_nothing_is_written(
    plain: Site, changes: dict, field: str
) -> None:
    with plain.press() as press:
        before = contents(press, "facts")
        with pytest.raises(InvalidError) as caught:
            sign_up(press, request(**{"address": NELL, **changes}))
        assert fields(caught.value) == [field]
        assert all(p.cause and p.way_out for p in caught.value.problems)
        assert contents(press, "facts") == before


def test_all_that_is_wrong_with_a_choice_is_said_at_once(plain: Site) -> None:
    wrong = Choice("weekly", ("sports",), "hourly", "de", -1)
    with plain.press() as press, pytest.raises(InvalidError) as caught:
        sign_up(press, request(choices=(wrong, Choice("yearly"))))
    assert len(caught.value.problems) == 5


def test_a_form_sent_too_quickly_is_sent_once_more(plain: Site) -> None:
    with plain.press() as press:
        stamp = fresh_stamp(press)
        with pytest.raises(InvalidError, match="too quickly"):
            sign_up(press, request(stamp=stamp))
    with after(plain, seconds=3) as press:
        ask(press, stamp=stamp)
        assert states(press) == {"weekly": "pending"}


def test_a_form_that_lay_open_for_too_long_is_sent_once_more(plain: Site) -> None:
    with plain.press() as press:
        stamp = fresh_stamp(press)
    with after(plain, days=8) as press, pytest.raises(InvalidError, match="too long"):
        sign_up(press, request(stamp=stamp))


def test_a_machine_that_fills_every_field_gets_the_same_answer_and_nothing_else(
    site: Site,
) -> None:
    with site.press() as press:
        answer = sign_up(press, request(trap="https://spam.example/"))
        assert answer == sign_up(press, request("ines@saltmarrow.example"))
        assert not is_known(press)
        assert silent(press) == {"honeypot": 1}


def test_a_machine_that_fills_everything_in_has_no_more_requests_than_others(site: Site) -> None:
    trapped = request(trap="https://spam.example/", client="192.0.2.1")
    with site.press("limits.per_client=2") as press:
        sign_up(press, trapped)
        send_link(press, trapped)
        for once_more in (sign_up, send_link):
            with pytest.raises(LimitError):
                once_more(press, trapped)
        assert silent(press) == {"honeypot": 2}


def test_no_sign_up_changes_an_active_subscription(site: Site) -> None:
    with site.press() as press:
        before = subscribe(press)
        ask(press, choices=(Choice("weekly", cadence="daily", language="zh"),))
        assert held(press) == before


def test_who_is_subscribed_already_is_told_so_by_mail_alone(site: Site) -> None:
    with site.press() as press:
        first = sign_up(press, request())
        subscribe(press)
        assert sign_up(press, request()) == first
        assert queued(press)[-1].kind == "known"
        assert queued(press)[-1].details == {"newsletters": ["weekly"]}


def test_a_further_newsletter_is_confirmed_by_itself(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        ask(press, NELL, "weekly", "monthly")
        assert states(press) == {"weekly": "active", "monthly": "pending"}
        assert queued(press)[-1].details == {"newsletters": ["monthly"]}


@pytest.mark.parametrize("reason", ["bounced", "complained", "operator"])
@pytest.mark.parametrize("newsletter", ["", "weekly"])
def test_a_suppressed_address_gets_the_same_answer_and_no_mail(
    site: Site, reason, newsletter: str
) -> None:
    with site.press() as press:
        bar(press, newsletter, reason)
        answer = sign_up(press, request())
        assert answer == sign_up(press, request("ines@saltmarrow.example"))
        assert not is_known(press)
        assert silent(press) == {"suppressed": 1}


def test_one_newsletter_that_is_suppressed_keeps_no_other_back(site: Site) -> None:
    with site.press() as press:
        bar(press, "weekly", "complained")
        ask(press, NELL, "weekly", "monthly")
        assert states(press) == {"monthly": "pending"}
        assert queued(press)[0].details == {"newsletters": ["monthly"]}


def test_who_once_left_is_asked_again_on_asking(site: Site) -> None:
    with site.press() as press:
        bar(press, "weekly", "unsubscribed")
        ask(press)
        assert [letter.kind for letter in queued(press)] == ["confirm"]


def test_no_address_gets_more_mails_than_its_share_and_nobody_is_told(site: Site) -> None:
    with site.press("limits.per_address=2") as press:
        answers = {sign_up(press, request()) for _ in range(5)}
        assert len(queued(press)) == 2
        assert len(answers) == 1
        assert silent(press) == {"address": 3}
    with after(site, "limits.per_address=2", hours=26, seconds=1) as press:
        ask(press)
        assert len(queued(press)) == 3


def test_no_domain_gets_more_mails_than_its_share(site: Site) -> None:
    with site.press("limits.per_domain=2") as press:
        for number in range(5):
            ask(press, f"reader{number}@saltmarrow.example")
        ask(press, "reader@gazette.example")
        with press.store.read() as connection:
            assert subscribers.count(connection) == 3
        assert silent(press) == {"domain": 3}


def test_who_has_had_their_share_is_not_written_down(site: Site) -> None:
    with site.press("limits.per_domain=1") as press:
        ask(press, "ines@saltmarrow.example")
        ask(press)
        assert not is_known(press)


def test_a_client_that_asks_too_often_is_told_when_to_come_back(site: Site) -> None:
    with site.press("limits.per_client=2") as press:
        for number in range(2):
            ask(press, f"reader{number}@saltmarrow.example", client="192.0.2.1")
        with pytest.raises(LimitError) as caught:
            ask(press, client="192.0.2.1")
        assert 0 < caught.value.retry_after <= 3901
        ask(press, client="192.0.2.2")
    with after(site, "limits.per_client=2", seconds=caught.value.retry_after) as press:
        ask(press, client="192.0.2.1")


def test_links_to_preferences_count_with_sign_ups(site: Site) -> None:
    with site.press("limits.per_client=1") as press:
        send_link(press, request(client="192.0.2.1"))
        with pytest.raises(LimitError):
            sign_up(press, request(client="192.0.2.1"))


def test_no_more_mails_leave_altogether_than_the_limit_says(site: Site) -> None:
    with site.press("limits.total=3") as press:
        for number in range(3):
            ask(press, f"reader@saltmarrow{number}.example", client=f"192.0.2.{number}")
        with pytest.raises(LimitError):
            ask(press, client="192.0.2.9")
        assert rows(press, letters_table) == 3


def test_at_the_limit_of_all_a_suppressed_address_is_answered_like_any_other(site: Site) -> None:
    with site.press("limits.total=1") as press:
        operator.suppress(press, NELL)
        ask(press, "ines@saltmarrow.example")
        with pytest.raises(LimitError):
            ask(press)


def test_links_asked_for_in_vain_use_up_nobodys_sign_up(site: Site) -> None:
    """They bring no mail: neither altogether, nor at one domain, nor for the address itself."""
    with site.press("limits.total=3", "limits.per_domain=3", "limits.per_address=1") as press:
        for address in (NELL, "ines@saltmarrow.example", "ida@saltmarrow.example"):
            send_link(press, request(address))
        ask(press)
        assert [letter.kind for letter in queued(press)] == ["confirm"]


def test_links_are_bound_too_whether_the_address_is_known_or_not(site: Site) -> None:
    with site.press("limits.total=2") as press:
        subscribe(press)
        for stranger in ("ines@saltmarrow.example", "ida@saltmarrow.example"):
            send_link(press, request(stranger))
        for address in (NELL, "ines@saltmarrow.example"):
            with pytest.raises(LimitError):
                send_link(press, request(address))


def test_sign_ups_use_up_nobodys_lost_link(site: Site) -> None:
    with site.press("limits.total=2", "limits.per_domain=2") as press:
        subscribe(press)
        ask(press, "ines@saltmarrow.example")
        send_link(press, request())
        assert queued(press)[-1].kind == "manage"


def test_links_that_went_to_an_address_count_for_it(site: Site) -> None:
    with site.press("limits.per_address=3") as press:
        subscribe(press)
        for _ in range(5):
            send_link(press, request())
        assert [letter.kind for letter in queued(press)] == ["confirm", "manage", "manage"]
        assert silent(press) == {"address": 3}


def test_a_clock_that_was_wrong_once_shuts_nobody_out(site: Site) -> None:
    with after(site, "limits.total=1", days=3000) as press:
        ask(press, "ines@saltmarrow.example")
    with site.press("limits.total=1") as press:
        ask(press)
        assert states(press) == {"weekly": "pending"}


def test_a_clock_put_back_by_an_hour_gives_nobody_more(site: Site) -> None:
    with after(site, "limits.total=1", hours=1) as press:
        ask(press, "ines@saltmarrow.example")
    with site.press("limits.total=1") as press, pytest.raises(LimitError):
        ask(press)


def test_a_refused_request_leaves_nothing_behind(site: Site) -> None:
    with site.press("limits.per_client=1") as press:
        ask(press, "ines@saltmarrow.example", client="192.0.2.1")
        before = contents(press)
        with pytest.raises(LimitError):
            ask(press, client="192.0.2.1")
        assert contents(press) == before


def test_disposable_addresses_are_refused_where_the_site_says_so(plain: Site) -> None:
    (plain.root / "minutes.txt").write_text("minutes.example\n")
    words = ("subscribers.refuse_disposable=true", "subscribers.disposable=minutes.txt")
    with plain.press(*words) as press:
        with pytest.raises(InvalidError, match="for minutes"):
            ask(press, "nell@mail.minutes.example")
        ask(press)
    with plain.press() as press:
        ask(press, "nell@minutes.example")


def test_a_site_that_takes_no_sign_ups_says_so(plain: Site) -> None:
    refused = pytest.raises(SubscriberError, match="takes none")
    with plain.press("subscribers.signup=false") as press, refused:
        ask(press)


def test_the_link_to_preferences_comes_by_mail_to_those_who_are_known(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        assert isinstance(send_link(press, request()), Received)
        assert queued(press)[-1].kind == "manage"


def test_nobody_learns_from_the_answer_who_is_known(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        stranger = send_link(press, request("ines@saltmarrow.example"))
        assert stranger == send_link(press, request())
        assert not is_known(press, "ines@saltmarrow.example")
        assert silent(press) == {"unknown": 1}


def test_a_suppressed_address_gets_no_link(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        number = len(queued(press))
        operator.suppress(press, NELL)
        send_link(press, request())
        assert len(queued(press)) == number


def test_a_newsletter_named_many_times_is_looked_at_once(plain: Site) -> None:
    choices = (Choice("weekly", sections=("nowhere",)), Choice("never")) * 500
    with plain.press() as press, pytest.raises(InvalidError) as caught:
        ask(press, choices=choices)
    assert fields(caught.value) == ["weekly.sections", *["newsletters"] * 3]


def work(press: Press, act: Callable[[], object]) -> list[str]:
    """The statements that change something, by their beginnings."""
    seen: list[str] = []

    def see(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            seen.append(" ".join(statement.split()[:3]))

    event.listen(press.store.engine, "before_cursor_execute", see)
    act()
    event.remove(press.store.engine, "before_cursor_execute", see)
    # Why no mail goes is counted in place of one that does.
    return [each for each in seen if each != "INSERT INTO attempts"]


def test_a_sign_up_is_the_same_work_whoever_has_the_address(site: Site) -> None:
    """Or the time that an answer takes would tell who that is."""
    with site.press("limits.per_address=2") as press:
        subscribe(press, "ines@saltmarrow.example")
        operator.suppress(press, NELL)
        new = work(press, lambda: ask(press, "ida@saltmarrow.example"))
        assert "INSERT INTO letters" in new
        assert work(press, lambda: ask(press)) == new
        ask(press, "ines@saltmarrow.example")
        before = contents(press, "attempts")
        used_up = work(press, lambda: ask(press, "ines@saltmarrow.example"))
        assert "INSERT INTO letters" in used_up
        assert contents(press, "attempts") == before


def test_a_lost_link_is_the_same_work_whoever_has_the_address(site: Site) -> None:
    with site.press() as press:
        subscribe(press)
        subscribe(press, "ines@saltmarrow.example")
        known = work(press, lambda: send_link(press, request()))
        assert "INSERT INTO letters" in known
        operator.suppress(press, NELL)
        before = contents(press, "attempts")
        for address in (NELL, "ida@saltmarrow.example"):
            assert work(press, lambda: send_link(press, request(address))) == known  # noqa: B023
        assert contents(press, "attempts") == before


def test_the_form_of_a_consent_is_cut_to_its_length(plain: Site) -> None:
    with plain.press() as press:
        ask(press, form="x" * 1000)
        assert len(held(press).subscriptions[0].form) == 60


def test_a_message_id_has_the_senders_domain_in_ascii(plain: Site) -> None:
    with plain.press("mail.sender=News <news@bücher.example>") as press:
        ask(press)
        assert queued(press)[0].message_id.endswith("@xn--bcher-kva.example>")
