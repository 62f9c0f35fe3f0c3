"""Preferences, leaving, one's data and being forgotten: with the link that came by mail."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.audience import (
    NELL,
    contents,
    happened,
    held,
    is_known,
    states,
    token,
)
from tests.support.reception import Reception, links, reception

ONE_CLICK = b"List-Unsubscribe=One-Click"
MULTIPART = (
    b'--tide\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\n'
    b"One-Click\r\n--tide--\r\n"
)
WHOLE = {"timezone": "Asia/Shanghai", "language": "en"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Reception]:
    with reception(tmp_path) as opened:
        yield opened


@pytest.fixture
def path(desk: Reception) -> str:
    """The path of a subscriber's preferences."""
    return desk.subscribe()


def ticked(html: str, name: str) -> list[str]:
    return re.findall(rf'name="{re.escape(name)}" value="([^"]*)"[^>]* checked', html)


def selected(html: str, name: str) -> list[str]:
    select = re.search(rf'<select[^>]* name="{re.escape(name)}".*?</select>', html, re.DOTALL)
    return re.findall(r'value="([^"]*)" selected', select[0])


def leaving(desk: Reception, newsletter: str = "weekly") -> str:
    return f"unsubscribe/{token(desk.press, 'unsubscribe', newsletter)}"


def test_the_form_shows_what_somebody_has(desk, path):
    form = desk.get(path).text
    assert NELL in form
    assert ticked(form, "newsletter") == ["weekly"]
    assert ticked(form, "weekly.sections") == ["all"]
    assert selected(form, "timezone") == ["Asia/Shanghai"]
    assert selected(form, "weekly.hour") == [""]


def test_what_is_saved_is_had_and_shown(desk, path):
    fields = [
        *WHOLE.items(),
        ("newsletter", "weekly"),
        ("weekly.cadence", "daily"),
        ("weekly.language", "zh"),
        ("weekly.sections", "some"),
        ("weekly.section", "cms/202"),
        ("weekly.hour", "18"),
    ]
    page = desk.follow(path, desk.post(path, [*fields[1:], ("timezone", "Europe/Lisbon")]))
    assert "Saved." in page.text
    (found,) = held(desk.press).subscriptions
    assert (found.cadence, found.language, found.sections, found.hour) == (
        "daily",
        "zh",
        ("cms/202",),
        18,
    )
    assert held(desk.press).subscriber.timezone == "Europe/Lisbon"
    assert ticked(page.text, "weekly.section") == ["cms/202"]
    assert selected(page.text, "weekly.hour") == ["18"]
    assert selected(page.text, "timezone") == ["Europe/Lisbon"]


def test_a_newsletter_is_added_by_a_tick_and_left_by_taking_it_away(desk, path):
    desk.post(path, [*WHOLE.items(), ("newsletter", "monthly")])
    assert states(desk.press) == {"monthly": "active", "weekly": "ended"}


def test_another_language_changes_the_pages(desk, path):
    page = desk.follow(path, desk.post(path, {**WHOLE, "language": "zh", "newsletter": "weekly"}))
    assert '<html lang="zh"' in page.text
    assert "已保存" in page.text


def test_part_of_the_form_is_not_taken_for_all_of_it(desk, path):
    for body in ({}, {"newsletter": "monthly"}):
        assert desk.post(path, body).status == 400
    assert states(desk.press) == {"weekly": "active"}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"timezone": "Moon/Tranquillity"}, "timezone"),
        ({"weekly.hour": "25"}, "weekly-hour"),
        ({"weekly.hour": "x"}, "weekly-hour"),
        ({"weekly.sections": "some"}, "weekly-sections"),
        ({"language": "tlh"}, "language"),
    ],
)
def test_what_can_t_be_is_named_and_nothing_is_changed(desk, path, fields, field):
    before = contents(desk.press)
    reply = desk.post(path, {**WHOLE, "newsletter": "weekly", **fields})
    assert reply.status == 422
    assert f'href="#{field}"' in reply.text
    assert f'id="{field}"' in reply.text
    assert contents(desk.press) == before


def test_everything_is_left_at_once(desk, path):
    page = desk.follow(path, desk.post(path, {"leave": "all"}))
    assert "Nothing comes to you any more" in page.text
    assert states(desk.press) == {"weekly": "ended"}


def test_a_link_of_another_purpose_opens_no_preferences(desk, path):
    for purpose in ("unsubscribe", "confirm"):
        assert desk.get(f"preferences/{token(desk.press, purpose, 'weekly')}").status == 404
    assert desk.get("preferences/nonsense").status == 404


def test_leaving_takes_one_button_and_shows_a_way_back(desk, path):
    address = leaving(desk)
    page = desk.get(address)
    assert page.text.count("<button") == 1
    assert states(desk.press) == {"weekly": "active"}
    left = desk.follow(address, desk.post(address))
    assert "You are unsubscribed" in left.text
    assert "<button" not in left.text
    assert states(desk.press) == {"weekly": "ended"}
    assert "preferences" in links(left.text, address)


def test_a_link_that_unsubscribes_leads_to_nothing_that_is_somebodys_own(desk, path):
    """It stands in a header, which is passed on and used by programs of others."""
    address = leaving(desk)
    shown = desk.get(address).text
    desk.post(address)
    for text in (shown, desk.get(address).text):
        for own in [each.partition("/")[2] for each in links(text, address)]:
            for page in ("preferences", "data", "erase"):
                assert not own or desk.get(f"{page}/{own}").status == 404
        assert NELL.lower() not in text.lower()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (ONE_CLICK, "application/x-www-form-urlencoded"),
        (MULTIPART, "multipart/form-data; boundary=tide"),
    ],
    ids=["urlencoded", "multipart"],
)
def test_one_click_is_answered_plainly_and_at_once(desk, path, body, kind):
    reply = desk.post(leaving(desk), body, Content_Type=kind)
    assert reply.status == 200
    assert {"location", "set-cookie"} & {name.lower() for name in reply.headers} == set()
    assert states(desk.press) == {"weekly": "ended"}
    assert happened(desk.press, held(desk.press).subscriber.id)[-1].details == {"how": "one-click"}


def test_one_click_as_often_as_one_likes_is_one(desk, path):
    assert desk.post(leaving(desk), ONE_CLICK).status == 200
    before = contents(desk.press)
    assert desk.post(leaving(desk), ONE_CLICK).status == 200
    assert contents(desk.press) == before


def test_one_click_still_works_for_somebody_who_was_erased(desk, path):
    address = leaving(desk)
    desk.post(path.replace("preferences", "erase"))
    assert desk.post(address, ONE_CLICK).status == 200
    assert "You are unsubscribed" in desk.get(address).text


def test_one_click_works_from_a_mailbox_in_a_browser(desk, path):
    headers = {"Sec_Fetch_Site": "cross-site", "Origin": "https://mail.example"}
    assert desk.post(leaving(desk), ONE_CLICK, **headers).status == 200
    assert states(desk.press) == {"weekly": "ended"}


def test_one_click_of_a_link_that_is_not_ours_is_refused_plainly(desk, path):
    assert desk.post("unsubscribe/nonsense", ONE_CLICK).status == 404
    assert desk.post(path.replace("preferences", "unsubscribe"), ONE_CLICK).status == 404
    assert states(desk.press) == {"weekly": "active"}


def test_leaving_never_fails_for_the_kind_of_its_body(desk, path):
    assert desk.post(leaving(desk), b"{}", Content_Type="application/json").status == 303
    assert states(desk.press) == {"weekly": "ended"}


def test_an_old_mail_s_link_leaves_years_later(desk, path):
    address = leaving(desk)
    desk.clock.passes(days=3000)
    assert desk.post(address, ONE_CLICK).status == 200
    assert states(desk.press) == {"weekly": "ended"}


def test_one_s_data_comes_as_a_file(desk, path):
    reply = desk.get(path.replace("preferences", "data"))
    assert reply.headers["Content-Disposition"] == 'attachment; filename="my-data.json"'
    held_data = json.loads(reply.text)
    assert held_data["subscriber"]["address"] == NELL
    assert held_data["subscriptions"][0]["newsletter"] == "weekly"
    assert held_data["history"]


def test_who_presses_erase_is_gone(desk, path):
    address = path.replace("preferences", "erase")
    assert NELL in desk.get(address).text
    assert is_known(desk.press)
    done = desk.follow(address, desk.post(address))
    assert "Your data is erased" in done.text
    assert not is_known(desk.press)
    assert NELL.lower() not in repr(contents(desk.press)).lower()
    assert desk.get(path).status == 404
    assert desk.post(address).status == 303


def test_who_was_erased_may_come_back(desk, path):
    desk.post(path.replace("preferences", "erase"))
    desk.clock.passes(days=1)
    again = desk.subscribe()
    assert again != path
    assert states(desk.press) == {"weekly": "active"}
