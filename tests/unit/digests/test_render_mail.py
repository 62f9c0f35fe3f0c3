"""A digest's HTML as mail clients get it."""

import itertools
import re
from dataclasses import replace

import html5lib
import pytest

from syndicate.digests import inline
from syndicate.digests.render import (
    LARGEST_HTML,
    Links,
    Reader,
    inliner_for,
    render,
    render_mail,
)
from syndicate.look import LOOK
from syndicate.model.edition import Story, StoryGroup
from tests.support import editions

EDITIONS = {
    "english": editions.english(),
    "chinese": editions.chinese(),
    "bare": editions.bare(),
    "arabic": editions.bare("ar"),
}
NAMESPACE = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module", params=EDITIONS)
def variant(request):
    return EDITIONS[request.param]


@pytest.fixture(scope="module")
def html(variant):
    return editions.rendered(variant).html


@pytest.fixture(scope="module")
def document(html):
    return html5lib.HTMLParser(strict=True).parse(html)


def elements(document, *names):
    return [element for name in names for element in document.iter(f"{NAMESPACE}{name}")]


def test_it_is_valid_html(document):
    assert document.tag == f"{NAMESPACE}html"


def test_the_doctype_is_kept_in_capitals(html):
    assert html.startswith("<!DOCTYPE html>")


def test_language_and_direction_stand_on_html_and_on_a_wrapper(document, variant):
    direction = "rtl" if variant.language == "ar" else "ltr"
    wrapper = elements(document, "body")[0].findall(f"{NAMESPACE}div")[-1]
    for element in (document, wrapper):
        assert element.get("lang") == variant.language
        assert element.get("dir") == direction


def test_the_title_is_the_subject(document, variant):
    assert [title.text for title in elements(document, "title")] == [variant.subject]


def test_every_table_is_for_layout_only(document):
    assert {table.get("role") for table in elements(document, "table")} == {"presentation"}


def test_headings_are_real_and_skip_no_level(document):
    levels = [
        int(element.tag[-1])
        for element in document.iter()
        if isinstance(element.tag, str) and re.fullmatch(r".*\}h[1-6]", element.tag)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_each_story_has_one_link_and_no_address_is_linked_twice(document, variant):
    addresses = [link.get("href") for link in elements(document, "a")]
    stories = [s.article.content.address for s in (*variant.stories, *variant.most_viewed)]
    footer = [variant.site_url, "@@PREFERENCES@@", "@@UNSUBSCRIBE@@", "@@BROWSER@@"]
    assert addresses == stories + footer


def test_every_link_has_a_colour_of_its_own(document):
    for link in elements(document, "a"):
        assert re.search(r"(^|;)\s*color:#[0-9A-F]{6}", link.get("style")), link.get("href")


def test_ids_are_unique(document):
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_it_is_small_enough_for_gmail(html):
    styles = "".join(re.findall(r"<style.*?</style>", html, re.DOTALL))
    assert len(html.encode()) <= LARGEST_HTML
    assert len(styles.encode()) <= 16 * 1024


def test_no_variable_is_left_to_the_client(html):
    assert "var(" not in html
    assert "{{" not in html


def test_padding_is_on_cells_and_maximal_width_on_tables_pictures_and_columns(document):
    for element in document.iter():
        style = element.get("style") or ""
        name = str(element.tag).removeprefix(NAMESPACE)
        if re.search(r"(^|[ ;])padding", style):
            assert name in {"td", "body"}
        if "max-width" in style:
            assert name in {"table", "img", "div"}


def test_essential_styles_are_inline(document):
    for cell in elements(document, "td"):
        assert "font-family" in cell.get("style")
    for heading in elements(document, "h1", "h2", "h3"):
        assert "font-size" in heading.get("style")
        assert "color:" in heading.get("style")


@pytest.mark.parametrize(
    "rule",
    [
        "@media (prefers-color-scheme: dark)",
        "@media (max-width: 599px)",
        "[data-ogsc] .ink",
        "[data-ogsb] .paper",
        ".title:hover",
        LOOK.dark.paper,
    ],
)
def test_what_only_some_clients_read_is_kept_word_for_word(html, rule):
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL).group(1)
    assert rule in style


def test_outlook_gets_its_ghost_tables(html):
    assert html.count("<!--[if mso]>") == html.count("<![endif]-->") >= 4
    assert f'width="{LOOK.column}"' in html


def test_the_picture_is_absolute_fits_the_column_and_keeps_its_shape():
    document = html5lib.parse(editions.rendered(editions.english()).html)
    (picture,) = elements(document, "img")
    assert picture.get("src") == "https://news.example.org/feeds/media/images/harbour.png"
    assert (picture.get("width"), picture.get("height")) == ("520", "312")
    assert picture.get("alt") == ""  # the headline beside it says and links the same
    assert "max-width:100%" in picture.get("style")
    assert "height:auto" in picture.get("style")


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((1200, 720), ("520", "312")),
        ((300, 200), ("300", "200")),
        ((600, 1600), ("156", "416")),
    ],
)
def test_a_picture_is_never_enlarged_nor_taller_than_the_screen(size, shown):
    full = editions.english()
    content = full.lead.article.content
    image = replace(content.images[0], width=size[0], height=size[1])
    lead = replace(
        full.lead, article=replace(full.lead.article, content=replace(content, images=(image,)))
    )
    document = html5lib.parse(editions.rendered(replace(full, lead=lead)).html)
    (picture,) = elements(document, "img")
    assert (picture.get("width"), picture.get("height")) == shown


def test_a_picture_of_unknown_size_is_left_out_of_the_mail_and_not_of_the_page():
    full = editions.english()
    content = full.lead.article.content
    image = replace(content.images[0], width=None, height=None)
    article = replace(full.lead.article, content=replace(content, images=(image,)))
    made = editions.rendered(replace(full, lead=replace(full.lead, article=article)))
    assert "<img" not in made.html
    assert "<img" in made.page


def test_a_picture_without_an_address_is_left_out():
    made = render(
        editions.english(),
        environment=editions.templates(),
        links=editions.LINKS,
        postal_address="",
        mail_picture=lambda image: "",
        page_picture=lambda image: "",
    )
    assert "<img" not in made.html
    assert "<img" not in made.page


@pytest.mark.parametrize("part", ["html", "text"])
@pytest.mark.parametrize("token", ["@@UNSUBSCRIBE@@", "@@PREFERENCES@@", "@@BROWSER@@"])
def test_placeholders_come_out_as_they_went_in(part, token):
    made = getattr(editions.rendered(editions.english()), part)
    assert made.count(token) == 1


def test_links_that_do_not_exist_are_not_shown():
    made = editions.rendered(editions.english(), Links(unsubscribe="https://example.org/u"))
    for text in (made.html, made.text):
        assert "Unsubscribe" in text
        assert "Preferences" not in text
        assert "View in browser" not in text


def test_what_is_written_in_an_article_is_never_markup():
    full = editions.bare()
    content = replace(
        full.lead.article.content,
        headline='<script>alert(1)</script> & <b>"bold"</b>',
        summary="</style><img src=x onerror=alert(1)> {{ 7 * 7 }} %(count)s <!--block 0-->",
    )
    lead = Story(replace(full.lead.article, content=content), "new")
    made = editions.rendered(replace(full, lead=lead, title="A & B <i>%(x)s</i>"))
    document = html5lib.HTMLParser(strict=True).parse(made.html)
    page = html5lib.HTMLParser(strict=True).parse(made.page)
    for parsed in (document, page):
        assert not elements(parsed, "script", "img", "b", "i")
        text = "".join(parsed.itertext())
        assert content.headline in text
        assert content.summary in text
        assert "A & B <i>%(x)s</i>" in text


def test_control_characters_are_dropped():
    full = editions.bare()
    content = replace(full.lead.article.content, headline="Tide\x85 and\x07 time\x9c")
    made = editions.rendered(
        replace(full, lead=Story(replace(full.lead.article, content=content), "new"))
    )
    for text in (made.html, made.text, made.page):
        assert "Tide and time" in text
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


def test_a_story_in_another_language_says_so():
    document = html5lib.parse(editions.rendered(editions.chinese()).html)
    foreign = [element for element in document.iter() if element.get("lang") == "en"]
    assert {str(element.tag).removeprefix(NAMESPACE) for element in foreign} == {"h3", "p"}
    assert all(element.get("dir") == "ltr" for element in foreign)


def test_the_preheader_is_short_and_does_not_repeat_the_subject():
    made = editions.rendered(editions.chinese())
    assert made.preheader.startswith("一座出借乐器的图书馆") or made.preheader.startswith("停转")
    assert editions.chinese().subject not in made.preheader
    document = html5lib.parse(made.html)
    hidden = elements(document, "body")[0].find(f"{NAMESPACE}div")
    assert hidden.text == made.preheader
    assert "display:none" in hidden.get("style")


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, ["Most read", "+12,408 views"]),
        ({"by_gain": False}, ["Most read so far", "55,000 views"]),
        ({"since": editions.week().start.replace(day=20, hour=16)}, ["counted since Wednesday"]),
    ],
)
def test_the_ranking_says_what_it_counts(changes, shown):
    full = editions.english()
    ranked = tuple(replace(story, total=55_000) for story in full.most_viewed)
    text = editions.rendered(replace(full, most_viewed=ranked, **changes)).html
    assert all(words in text for words in shown)


@pytest.mark.parametrize(
    ("cadence", "title"),
    [("daily", "New today"), ("weekly", "New this week"), ("monthly", "New this month")],
)
def test_the_news_are_titled_by_the_period(cadence, title):
    full = editions.english()
    made = editions.rendered(replace(full, period=replace(full.period, cadence=cadence)))
    assert title in made.html
    assert title in made.text
    assert title in made.page


def test_a_late_story_shows_its_date():
    made = editions.rendered(editions.english())
    assert made.html.count("16 January 2026") == 1


def test_too_large_a_mail_is_warned_about():
    full = editions.english()
    story = full.groups[0].stories[0]
    many = replace(full, groups=(StoryGroup("Culture", (story,) * 80),))
    made = editions.rendered(many)
    assert len(made.html.encode()) > LARGEST_HTML
    (warning,) = made.warnings
    assert "Gmail clips" in warning
    assert editions.rendered(full).warnings == ()


def test_a_full_week_of_forty_stories_still_fits():
    full = editions.english()
    story = full.groups[0].stories[1]
    many = replace(full, groups=tuple(StoryGroup(f"Section {n}", (story,) * 5) for n in range(7)))
    assert editions.rendered(many).warnings == ()


def test_the_same_variant_gives_the_same_bytes():
    assert editions.rendered(editions.english()) == editions.rendered(editions.english())


def test_blocks_that_variants_share_are_inlined_once(monkeypatch):
    inlined = []
    made = inline._premailer
    monkeypatch.setattr(
        inline, "_premailer", lambda html, css: inlined.append(html) or made(html, css)
    )
    full = editions.english()
    environment = editions.templates()
    shared = inliner_for(environment, "en")

    def run(variant):
        inlined.clear()
        return render(
            variant,
            environment=environment,
            links=editions.LINKS,
            postal_address=editions.POSTAL_ADDRESS,
            mail_picture=lambda image: f"https://news.example.org/feeds/media/{image.path}",
            page_picture=lambda image: f"../../feeds/media/{image.path}",
            inliner=shared,
        )

    run(full)
    whole = len(inlined)
    choice = replace(full, groups=full.groups[:1])
    assert whole > 10
    run(choice)
    # The frame, and the masthead, whose number of stories differs.
    assert len(inlined) == 2
    assert run(choice) == editions.rendered(choice)


@pytest.mark.parametrize(
    ("variant", "words"), [("english", "For @@NAME@@"), ("chinese", "致 @@NAME@@")]
)
def test_a_reader_whose_name_is_known_is_named_once(variant, words):
    made = render_mail(
        EDITIONS[variant],
        environment=editions.templates(),
        links=editions.LINKS,
        postal_address=editions.POSTAL_ADDRESS,
        picture=lambda image: "",
        reader=Reader(name="@@NAME@@"),
    )
    for text in (made.html, made.text):
        assert text.count(words) == 1
        assert text.count("@@NAME@@") == 1
    html5lib.HTMLParser(strict=True).parse(made.html)
