"""What the program says, in every language it speaks."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import syndicate.language
from syndicate.language import catalogue, languages

ROOT = Path(__file__).parents[3]
CATALOGUES = Path(syndicate.language.__file__).parent / "catalogues"
TRANSLATED = [language for language in languages() if language != "en"]
FIELD = re.compile(r"%\(\w+\)s")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def said():
    """Every (context, message) in the templates and the code."""
    found = set()
    for folder, methods in (
        (
            "templates",
            [("**.html", "jinja2.ext:babel_extract"), ("**.txt", "jinja2.ext:babel_extract")],
        ),
        ("syndicate", [("**.py", "python")]),
    ):
        for _, _, message, _, context in extract_from_dir(
            str(ROOT / folder),
            methods,
            {"**.html": {"trimmed": "true"}},
            keywords=KEYWORDS,
        ):
            found.add((context, message))
    return found


def stored(language):
    with (CATALOGUES / f"{language}.po").open("rb") as lines:
        return [entry for entry in read_po(lines) if entry.id]


def test_chinese_is_spoken():
    assert languages() == ("en", "zh")


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_none_is_left_over(language):
    entries = {(entry.context, entry.id) for entry in stored(language)}
    assert entries == said()


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_the_fields_of_the_message(language):
    for entry in stored(language):
        originals = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        translations = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        for translation in translations:
            assert translation, originals
            assert set(FIELD.findall(translation)) == set(FIELD.findall(originals[-1]))


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "zh-Hans-CN", "zh_CN", "ZH"])
def test_a_tag_is_matched_by_its_first_part(tag):
    assert catalogue(tag).gettext("Most read") == "阅读最多"


@pytest.mark.parametrize("tag", ["en", "en-GB", "fr", "tlh", "..", "", "../catalogues/zh"])
def test_english_where_there_is_no_catalogue(tag):
    words = catalogue(tag)
    assert words.spoken == "en"
    assert words.gettext("Most read") == "Most read"
    assert words.tag == tag


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("en", "ltr"), ("zh-CN", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("x", "ltr")],
)
def test_direction(tag, direction):
    assert catalogue(tag).direction == direction


@pytest.mark.parametrize(
    ("tag", "number", "expected"),
    [("en", 1, "%(count)s story"), ("en", 2, "%(count)s stories"), ("zh", 2, "共 %(count)s 篇")],
)
def test_plurals(tag, number, expected):
    assert catalogue(tag).ngettext("%(count)s story", "%(count)s stories", number) == expected


def test_numbers_are_grouped():
    assert catalogue("en").number(1240) == "1,240"
    assert catalogue("zh").number(12408) == "12,408"


@pytest.mark.parametrize(("tag", "expected"), [("zh-TW", True), ("ja", True), ("en", False)])
def test_languages_without_spaces_are_known(tag, expected):
    assert catalogue(tag).ideographic is expected
