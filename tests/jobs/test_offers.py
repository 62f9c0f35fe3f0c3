"""What may be subscribed to."""

from syndicate.jobs.offers import offers
from tests.support.articles import page
from tests.support.filling import fill
from tests.support.sites import make_site

MORE = """
[[newsletters]]
name = "ferries"
title = "Ferries"
sections = ["201001"]
"""


def names(branches):
    return {branch.name: names(branch.children) for branch in branches}


def offered(tmp_path, newsletter="", more=""):
    with make_site(tmp_path, newsletter=newsletter, more=more).press() as press:
        fill(press, page("1"), page("2", breadcrumb=(("202", "Science"),)))
        with press.store.read() as connection:
            return {offer.name: offer for offer in offers(connection, press.config)}


def test_all_sections_of_a_newsletter_may_be_chosen(tmp_path):
    weekly = offered(tmp_path)["weekly"]
    assert names(weekly.sections) == {"Harbour News": {"City": {}}, "Science": {}}
    assert weekly.ids() == {"cms/201", "cms/201001", "cms/202"}


def test_a_section_that_is_left_out_or_hidden_is_not_offered(tmp_path):
    hides = '[[sections]]\nkey = "202"\nhidden = true\n'
    assert "cms/202" not in offered(tmp_path, more=hides)["weekly"].ids()


def test_what_stands_below_a_section_that_is_not_drawn_from_moves_up(tmp_path):
    narrowed = offered(tmp_path, newsletter='sections = ["201001", "202"]')["weekly"]
    assert names(narrowed.sections) == {"City": {}, "Science": {}}


def test_one_section_is_no_choice(tmp_path):
    assert offered(tmp_path, more=MORE)["ferries"].sections == ()


def test_every_cadence_and_language_is_offered_the_usual_first(tmp_path):
    more = 'also = ["daily 07:00"]\nlanguages = ["zh"]'
    weekly = offered(tmp_path, newsletter=more)["weekly"]
    assert [schedule.cadence for schedule in weekly.schedules] == ["weekly", "daily"]
    assert weekly.tongues == ("en", "zh")
