"""What letters say, in every language, and that they are proper documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import html5lib
import pytest

from syndicate.config.tables import Site
from syndicate.jobs.lettering import Listed, Scribe, letter
from syndicate.language import catalogue
from tests.support import editions

SITE = Site(title="Tide & Tern", url="https://news.tern.example/")
ADDRESS = f"https://news.tern.example/confirm/{'Wz-_.' * 30}"
LISTED = (Listed("The Week <at> sea", "Every Monday", "en"), Listed("盐港一周", "每周一", "zh"))
KINDS = ("confirm", "known", "manage")


def said(kind="confirm", language="en", **changes):
    values = {
        "language": language,
        "address": ADDRESS,
        "newsletters": LISTED,
        "site": SITE,
        "postal_address": "3 Net Loft Lane",
        "within": timedelta(days=7),
    }
    return letter(kind, **(values | changes))


def written(*args, **changes):
    return Scribe(editions.templates()).write(said(*args, **changes))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_is_a_valid_document_that_says_everything_in_both_parts(kind, language):
    made = written(kind, language)
    html5lib.HTMLParser(strict=True).parse(made.html)
    assert made.html.count(f'href="{ADDRESS}"') == 2
    assert made.text.count(ADDRESS) == 1
    assert "@@" not in made.html
    assert "Tide &amp; Tern" in made.html
    assert "Tide & Tern" in made.text
    assert "The Week &lt;at&gt; sea" in made.html
    assert "The Week <at> sea" in made.text
    nothing = {"en": "do nothing", "zh": "不必理会"}[language]
    assert nothing in made.text
    assert nothing in made.html


@pytest.mark.parametrize("kind", KINDS)
def test_lines_of_the_text_part_fit_but_for_the_link(kind):
    lines = written(kind).text.splitlines()
    assert [line for line in lines if len(line) > 76] == [ADDRESS]


def test_one_newsletter_is_named_in_the_subject_and_several_are_not():
    assert said(newsletters=LISTED[:1]).subject == "Please confirm: The Week <at> sea"
    assert said().subject == "Please confirm your subscriptions at Tide & Tern"


@pytest.mark.parametrize(
    ("within", "words"), [(timedelta(days=1), "1 day."), (timedelta(days=7), "7 days.")]
)
def test_it_says_how_long_the_link_works(within, words):
    assert f"The link works for {words}" in written(within=within).text


def test_a_title_of_two_lines_makes_a_subject_of_one():
    made = Scribe(editions.templates()).write(replace(said(), subject="The\r\nBcc: week"))
    assert made.subject == "The Bcc: week"


def test_styles_are_inlined_once_for_all_letters_of_a_kind():
    scribe = Scribe(editions.templates())
    one = scribe.write(said())
    other = scribe.write(said(address=ADDRESS.replace("W", "V")))
    assert other.html == one.html.replace(ADDRESS, ADDRESS.replace("W", "V"))
    assert "style=" in one.html


def test_a_language_without_words_of_its_own_is_written_to_in_english():
    assert catalogue("fr").spoken == "en"
    made = written(language="fr")
    assert '<html lang="fr"' in made.html
    assert "One step is left" in made.text
