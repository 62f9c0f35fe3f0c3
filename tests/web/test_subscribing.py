"""Signing up on the site: one answer for every address, and help where something is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.audience import NELL, contents, held, is_known, states, token
from tests.support.reception import Reception, links, part, paths, reception


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Reception]:
    with reception(tmp_path) as opened:
        yield opened


def test_the_form_offers_every_newsletter_with_its_choices(desk):
    form = desk.get("subscribe").text
    assert "The Test Week" in form
    assert "Every month" not in form
    assert 'name="weekly.cadence" value="daily"' in form
    assert 'name="weekly.section" value="cms/201001"' in form
    assert "On day 1 of every month at 08:00" in form


def test_the_first_newsletter_is_ticked_and_an_address_can_tick_another(desk):
    ticked = r'value="(\w+)" aria-describedby="[\w-]+" checked'
    assert re.findall(ticked, desk.get("subscribe").text) == ["weekly"]
    assert re.findall(ticked, desk.get("subscribe?newsletter=monthly").text) == ["monthly"]


def test_a_sign_up_leads_to_the_inbox_and_only_its_link_s_button_begins_it(desk):
    answer = desk.sign_up()
    sent = desk.follow("subscribe", answer)
    assert "Look into your inbox" in sent.text
    assert states(desk.press) == {"weekly": "pending"}
    (mail,) = desk.letters()
    (path,) = paths(mail, "confirm")
    assert "The Test Week" in desk.get(path).text
    assert states(desk.press) == {"weekly": "pending"}
    welcome = desk.follow(path, desk.post(path))
    assert states(desk.press) == {"weekly": "active"}
    assert "Every Monday at 08:00" in welcome.text
    assert "The next issue: 2 February 2026, 08:00" in welcome.text


def test_what_was_chosen_is_what_comes(desk):
    desk.subscribe(
        NELL,
        ("newsletter", "weekly"),
        ("newsletter", "monthly"),
        ("weekly.cadence", "daily"),
        ("weekly.language", "zh"),
        ("weekly.sections", "some"),
        ("weekly.section", "cms/201001"),
    )
    monthly, weekly = held(desk.press).subscriptions
    assert (weekly.cadence, weekly.language, weekly.sections) == ("daily", "zh", ("cms/201001",))
    assert (monthly.cadence, monthly.sections) == ("monthly", None)


def test_a_confirmation_pressed_twice_is_one(desk):
    desk.subscribe()
    before = contents(desk.press, "runs", "leases")
    (path,) = paths(desk.mails[0], "confirm")
    assert desk.follow(path, desk.post(path)).status == 200
    assert contents(desk.press, "runs", "leases") == before


def test_a_known_address_gets_the_same_answer_and_another_letter(desk):
    fresh = desk.sign_up()
    (mail,) = desk.letters()
    (path,) = paths(mail, "confirm")
    desk.post(path)
    known = desk.sign_up()
    assert (known.status, known.headers["Location"]) == (fresh.status, fresh.headers["Location"])
    (second,) = desk.letters()
    assert second["Subject"] == "You are subscribed already"
    assert paths(second, "preferences")


def test_an_address_that_has_had_its_share_gets_the_same_answer_and_no_mail(desk):
    answers = {
        (reply.status, reply.headers["Location"], reply.body)
        for reply in (desk.sign_up() for _ in range(5))
    }
    assert len(answers) == 1
    assert len(desk.letters()) == 3


@pytest.mark.parametrize(
    "address", ["", "nell", "nell@", "nell@quay", "a b@quay.example", '"n"@quay.example']
)
def test_an_address_that_is_none_is_named_beside_its_field_and_kept(desk, address):
    reply = desk.sign_up(address)
    assert reply.status == 422
    assert 'href="#email"' in reply.text
    assert 'aria-describedby="email-problem"' in reply.text
    assert f'value="{address.replace(chr(34), "&#34;")}"' in reply.text
    assert "<title>Not yet done" in reply.text


def test_what_was_ticked_is_kept_beside_an_error(desk):
    fields = (
        ("newsletter", "weekly"),
        ("weekly.cadence", "daily"),
        ("weekly.sections", "some"),
        ("weekly.section", "cms/202"),
    )
    reply = desk.sign_up("nell@", *fields)
    assert 'value="daily" checked' in reply.text
    assert 'value="some" checked' in reply.text
    assert 'value="cms/202" checked' in reply.text
    assert 'value="cms/201" checked' not in reply.text
    assert "<details" in reply.text
    assert " open>" in reply.text


def test_no_newsletter_and_no_section_are_both_named(desk):
    none = desk.post("subscribe", {"email": NELL, "stamp": desk.stamp()})
    assert 'href="#newsletters"' in none.text
    some = desk.sign_up(NELL, ("newsletter", "weekly"), ("weekly.sections", "some"))
    assert 'href="#weekly-sections"' in some.text
    assert not is_known(desk.press)


def test_what_the_site_does_not_offer_can_t_be_chosen(desk):
    reply = desk.sign_up(NELL, ("newsletter", "weekly"), ("weekly.cadence", "hourly"))
    assert reply.status == 422
    assert 'href="#weekly-cadence"' in reply.text
    assert not is_known(desk.press)


def test_a_form_that_was_sent_too_quickly_is_sent_by_one_more_press(desk):
    form = desk.get("subscribe").text
    stamp = re.search(r'name="stamp" value="([^"]+)"', form)[1]
    fields = {"email": NELL, "stamp": stamp, "newsletter": "weekly"}
    quick = desk.post("subscribe", fields)
    assert quick.status == 422
    assert "press the button once more" in quick.text
    assert f'value="{stamp}"' in quick.text
    assert not is_known(desk.press)
    desk.clock.passes(seconds=4)
    assert desk.post("subscribe", fields).status == 303


@pytest.mark.parametrize("stamp", ["", "made up"])
def test_a_form_without_a_stamp_of_ours_gets_one(desk, stamp):
    reply = desk.post("subscribe", {"email": NELL, "stamp": stamp, "newsletter": "weekly"})
    assert reply.status == 422
    fresh = re.search(r'name="stamp" value="([^"]+)"', reply.text)[1]
    desk.clock.passes(seconds=4)
    fields = {"email": NELL, "stamp": fresh, "newsletter": "weekly"}
    assert desk.post("subscribe", fields).status == 303


def test_a_machine_that_fills_in_everything_believes_that_it_was_heard(desk):
    heard = desk.sign_up()
    machine = desk.sign_up("other@quay.example", ("website", "https://pills.example"))
    assert (machine.status, machine.headers["Location"]) == (
        heard.status,
        heard.headers["Location"],
    )
    assert not is_known(desk.press, "other@quay.example")


def test_a_reader_of_chinese_is_spoken_to_in_chinese_throughout(desk):
    form = desk.get("subscribe?language=zh").text
    assert '<html lang="zh"' in form
    assert "邮箱地址" in form
    answer = desk.sign_up(NELL, ("language", "zh"))
    assert "请查看您的收件箱" in desk.follow("subscribe", answer).text
    (mail,) = desk.letters()
    assert mail["Subject"] == "请确认订阅《The Test Week》"
    (path,) = paths(mail, "confirm")
    assert "还差一步" in desk.get(path).text
    assert "欢迎" in desk.follow(path, desk.post(path)).text


def test_a_language_that_the_site_does_not_speak_is_answered_in_its_own(desk):
    assert '<html lang="en"' in desk.get("subscribe?language=fr").text


def test_a_lost_link_comes_by_mail(desk):
    desk.subscribe()
    answer = desk.post("preferences", {"email": NELL, "stamp": desk.stamp()})
    assert "the link is on its way" in desk.follow("preferences", answer).text
    (mail,) = desk.letters()
    (path,) = paths(mail, "preferences")
    assert NELL in desk.get(path).text


def test_who_is_not_known_gets_the_same_answer_and_no_mail(desk):
    desk.subscribe()
    known = desk.post("preferences", {"email": NELL, "stamp": desk.stamp()})
    desk.letters()
    strange = desk.post("preferences", {"email": "ida@quay.example", "stamp": desk.stamp()})
    assert (known.status, known.headers["Location"]) == (
        strange.status,
        strange.headers["Location"],
    )
    assert desk.letters() == []


def test_asking_for_the_link_without_an_address_names_it(desk):
    reply = desk.post("preferences", {"stamp": desk.stamp()})
    assert reply.status == 422
    assert 'href="#email"' in reply.text


def test_a_confirmation_that_came_too_late_says_what_to_do(desk):
    desk.sign_up()
    (mail,) = desk.letters()
    (path,) = paths(mail, "confirm")
    desk.clock.passes(days=8)
    page = desk.get(path)
    assert page.status == 404
    assert {"subscribe", "preferences"} <= set(links(page.text, path))
    assert desk.post(path).status == 404
    assert states(desk.press) == {"weekly": "pending"}


def test_a_link_for_something_else_confirms_nothing(desk):
    desk.sign_up()
    for purpose in ("manage", "unsubscribe", "form"):
        assert desk.post(f"confirm/{token(desk.press, purpose, 'weekly')}").status == 404
    assert states(desk.press) == {"weekly": "pending"}


def test_a_site_that_takes_no_sign_ups_says_so(tmp_path):
    with reception(tmp_path, "subscribers.signup=false") as closed:
        assert "Nobody can subscribe here" in closed.get("subscribe").text
        assert "<form" not in closed.get("subscribe").text
        assert closed.sign_up().status == 404
        assert not is_known(closed.press)


def test_nothing_that_was_typed_stands_in_the_mail(desk):
    desk.sign_up(
        "buy.pills.at.evil.example@quay.example",
        ("name", "Buy pills"),
        ("newsletter", "weekly"),
        ("weekly.section", "cms/201001"),
        ("comment", "https://evil.example/"),
    )
    (mail,) = desk.letters()
    for text in (mail["Subject"], part(mail, "plain"), part(mail, "html")):
        assert "pills" not in text
        assert "evil" not in text


def test_a_site_below_a_path_is_walked_like_any_other(tmp_path):
    url = "site.url=https://www.gazette.example/news/"
    with reception(tmp_path, url) as below:
        form = {"email": NELL, "newsletter": "weekly", "stamp": below.stamp()}
        answer = below.post("news/subscribe", form)
        assert "Look into your inbox" in below.follow("news/subscribe", answer).text
        (mail,) = below.letters()
        path = re.search(r"https://www\.gazette\.example/(news/confirm/\S+)", part(mail, "plain"))[
            1
        ]
        welcome = below.follow(path, below.post(path))
        (preferences,) = [each for each in links(welcome.text, path) if "preferences/" in each]
        assert preferences.startswith("news/preferences/")
        assert NELL in below.get(preferences).text


def test_a_page_in_another_language_ticks_what_comes_in_it(tmp_path):
    taiwan = '[[newsletters]]\nname = "taiwan"\ntitle = "盐港一周"\nlanguage = "zh-TW"\n'
    with reception(tmp_path, more=taiwan) as desk:
        ticked = r'value="(\w+)" aria-describedby="[\w-]+" checked'
        assert re.findall(ticked, desk.get("subscribe?language=zh-TW").text) == ["taiwan"]
