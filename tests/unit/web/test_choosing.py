"""Forms in which newsletters are chosen."""

from dataclasses import replace

from syndicate.config.schedule import parse_schedule
from syndicate.jobs.offers import Branch, Offer
from syndicate.language import catalogue
from syndicate.web.choosing import Said, chosen, offer_view, problems_of, said_of, usual, when
from syndicate.web.forms import Form

ENGLISH = catalogue("en")
CITY = Branch("cms/201", "Harbour", (Branch("cms/2011", "City"), Branch("cms/2012", "Ferries")))
WEEKLY = Offer(
    name="weekly",
    title="The Week",
    description="",
    language="en",
    timezone="Asia/Shanghai",
    schedules=(parse_schedule("mon 08:00"), parse_schedule("daily 07:00")),
    tongues=("en", "zh"),
    sections=(CITY, Branch("cms/202", "Science")),
)
PLAIN = replace(WEEKLY, name="plain", schedules=WEEKLY.schedules[:1], tongues=("en",), sections=())


def view(offer=WEEKLY, said=None, **more):
    return offer_view(offer, said or usual(offer), ENGLISH, ticked=True, **more)


def test_at_first_a_form_shows_the_usual():
    assert usual(WEEKLY) == Said("weekly", "weekly", "en")


def test_the_language_of_the_page_is_offered_first_where_it_is_spoken():
    assert usual(WEEKLY, "zh").language == "zh"
    assert usual(PLAIN, "zh").language == "en"


def test_what_a_form_leaves_out_is_as_usual():
    assert said_of(Form(), PLAIN) == usual(PLAIN)


def test_what_is_shown_comes_back_as_it_was():
    said = Said("weekly", "daily", "zh", everything=False, sections=("cms/2011",), hour="7")
    shown = view(said=said)
    fields = [("weekly.sections", "all" if shown["all"] else "some")]
    for field, name in (("cadence", "cadences"), ("language", "tongues"), ("hour", "hours")):
        fields += [(f"weekly.{field}", each["value"]) for each in shown[name] if each["checked"]]
    fields += [("weekly.section", each["id"]) for each in ticked(shown["sections"])]
    assert said_of(Form(tuple(fields)), WEEKLY) == said


def test_only_newsletters_that_were_ticked_count():
    form = Form((("newsletter", "plain"), ("weekly.cadence", "daily"), ("newsletter", "other")))
    assert chosen(form, (WEEKLY, PLAIN)) == (usual(PLAIN),)


def test_sections_that_are_left_ticked_beside_all_do_not_count():
    said = said_of(Form((("weekly.sections", "all"), ("weekly.section", "cms/202"))), WEEKLY)
    assert said.chosen is None


def test_some_sections_without_any_is_a_problem_beside_that_field():
    said = said_of(Form((("weekly.sections", "some"),)), WEEKLY)
    assert list(problems_of((said, usual(PLAIN)), ENGLISH)) == ["weekly.sections"]


def test_a_chosen_section_takes_in_what_is_below_it():
    said = Said("weekly", "weekly", "en", everything=False, sections=("cms/201",))
    assert [each["id"] for each in ticked(view(said=said)["sections"])] == [
        "cms/201",
        "cms/2011",
        "cms/2012",
    ]


def test_a_newsletter_without_choices_has_no_fold():
    assert view(PLAIN)["choice"] == ""
    assert view()["choice"] != ""


def test_the_fold_is_open_where_something_is_wrong_or_chosen():
    assert not view()["open"]
    assert view(problems=("weekly.sections",))["open"]
    assert view(said=Said("weekly", "daily", "en"))["open"]


def test_when_it_comes_is_said_in_words():
    assert when(PLAIN, ENGLISH) == "Every Monday at 08:00, Shanghai time"
    assert when(WEEKLY, ENGLISH) == "Every Monday at 08:00, or every day at 07:00, Shanghai time"
    monthly = replace(PLAIN, schedules=(parse_schedule("monthly 1 08:00"),), timezone="UTC")
    assert when(monthly, ENGLISH) == "On day 1 of every month at 08:00, UTC time"


def ticked(sections):
    for each in sections:
        if each["checked"]:
            yield each
        yield from ticked(each["children"])
