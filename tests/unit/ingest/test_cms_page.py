"""Every field of the CMS's page, as it comes and as it should not come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from syndicate.model.article import Attachment, Attribution, Content, Page, Person, Sighting
from syndicate.model.errors import PageError
from tests.unit.ingest.pages import HOT, ORIGIN, page, read


def test_a_sound_page_gives_every_field() -> None:
    text = page(
        "<p>The ferry runs again. It leaves at nine.</p><p>Translated by Bo Chu</p>",
        subtitle="After four years",
        byline="Bo Chu",
        note="Corrected on Tuesday",
        items='<li><a href="/files/times.pdf">Timetable</a></li><li>ferry, harbour</li>',
    )
    assert read(text) == Page(
        key="11",
        site="101",
        site_name="The Quay",
        breadcrumb=(("101", "TOWN"), ("101001", "Harbour")),
        content=Content(
            headline="The ferry is back",
            published=datetime(2026, 1, 20, 0, 30, tzinfo=UTC),
            updated=datetime(2026, 1, 20, 0, 30, tzinfo=UTC),
            body="<p>The ferry runs again. It leaves at nine.</p>",
            address="https://www.example.org/101001/11.aspx",
            subtitle="After four years",
            note="Corrected on Tuesday",
            people=(Person("Bo Chu", "translator"),),
            attribution=Attribution("Harbour Gazette", "https://gazette.example/1.html"),
            summary="The ferry runs again. It leaves at nine.",
            language="en",
            words=8,
            minutes=1,
            attachments=(
                Attachment(
                    "https://www.example.org/files/times.pdf", "Timetable", "application/pdf"
                ),
            ),
            tags=("ferry", "harbour"),
            older="10",
            newer="12",
        ),
        views=42,
        newest=(Sighting("12", "101001", "Gulls count the boats"),),
        hot=(Sighting("7", "101002", "The lamp is lit", 90),),
    )


# -- who and when -------------------------------------------------------------


def test_an_author_and_the_bodys_translator_are_both_named() -> None:
    found = read(page("<p>Text.</p><p>Translated by Bo Chu</p>", byline="Ann Bly"))
    assert found.content.people == (Person("Ann Bly"), Person("Bo Chu", "translator"))


def test_no_byline_names_nobody() -> None:
    assert read(page()).content.people == ()


def test_times_are_the_sources_local_time() -> None:
    origin = replace(ORIGIN, timezone="Europe/Berlin")
    found = read(page(time="2026-07-01 08:00", edited="2026-07-01 09:30"), origin=origin)
    assert found.content.published == datetime(2026, 7, 1, 6, 0, tzinfo=UTC)
    assert found.content.updated == datetime(2026, 7, 1, 7, 30, tzinfo=UTC)


def test_updated_is_never_before_published() -> None:
    found = read(page(time="2026-01-20 08:30", edited="2026-01-19 08:00")).content
    assert found.updated == found.published


@pytest.mark.parametrize("edited", ["", "yesterday", "2026-13-40 00:00"])
def test_a_second_time_that_is_none_is_left_out(edited: str) -> None:
    found = read(page(edited=edited))
    assert found.content.updated == found.content.published
    assert bool(found.warnings) == bool(edited)


# -- where from ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<a href="https://g.example/1">G</a>', Attribution("G", "https://g.example/1")),
        ('<a href="https://g.example/1"></a>', Attribution("g.example", "https://g.example/1")),
        (
            '<a href="https://g.example/1">https://g.example/</a>',
            Attribution("g.example", "https://g.example/1"),
        ),
        ('<a href="www.g.example/1">G</a>', Attribution("G", "http://www.g.example/1")),
        ('<a href="">Harbour Gazette</a>', Attribution("Harbour Gazette")),
        ("<a>Source: Harbour Gazette</a>", Attribution("Harbour Gazette")),
        ('<a href="javascript:x()">来源:码头报</a>', Attribution("码头报")),
        ('<a href="/">G</a>', Attribution("G")),
        ('<a href=""></a>', None),
        ('<a href="ftp://g.example/"/>', None),
        ("", None),
    ],
)
def test_the_source_of_an_article(source: str, expected: Attribution | None) -> None:
    assert read(page(source=source)).content.attribution == expected


@pytest.mark.parametrize(
    ("root", "address"),
    [
        ("https://www.example.org", "https://www.example.org/101001/11.aspx"),
        ("https://www.example.org/en/", "https://www.example.org/en/101001/11.aspx"),
    ],
)
def test_the_address_is_the_cms_root_section_and_id(root: str, address: str) -> None:
    assert read(page(), origin=replace(ORIGIN, url=root)).content.address == address


def test_the_address_ends_as_the_neighbours_do() -> None:
    text = page(older="../101001/10.shtml", newer="", newest="", hot="")
    assert read(text).content.address.endswith("/101001/11.shtml")


def test_the_address_ends_as_the_page_itself_in_a_list() -> None:
    newest = (
        '<li><a href="../101001/11.html">Here</a></li><li><a href="../101001/9.aspx">x</a></li>'
    )
    assert read(page(newest=newest)).content.address.endswith("/101001/11.html")


def test_addresses_in_the_body_start_at_the_page() -> None:
    found = read(page('<p><a href="../101002/7.aspx">a</a></p>'))
    assert 'href="https://www.example.org/101002/7.aspx"' in found.content.body


# -- sections -----------------------------------------------------------------


def test_a_missing_breadcrumb_leaves_the_section_to_the_title() -> None:
    found = read(page(breadcrumb="", title="The ferry is back _The Quay-Harbour"))
    assert found.breadcrumb == (("101001", "Harbour"),)
    assert found.site_name == "The Quay"


def test_a_section_that_nothing_names_goes_by_its_id() -> None:
    found = read(page(breadcrumb="", title=""))
    assert found.breadcrumb == (("101001", "101001"),)
    assert found.site_name == ""
    assert found.warnings == ("breadcrumb: does not name section 101001, its id stands in",)


def test_a_breadcrumb_that_lacks_the_section_gets_it() -> None:
    found = read(page(section="101001005"))
    assert found.breadcrumb == (("101", "TOWN"), ("101001", "Harbour"), ("101001005", "101001005"))


def test_a_breadcrumb_ends_at_the_section() -> None:
    found = read(page(section="101"))
    assert found.breadcrumb == (("101", "TOWN"),)


def test_the_way_home_is_no_section() -> None:
    home = '<a href="../default.aspx">Home</a><a href="#">x</a>'
    crumbs = f'<a href="../101001/default.aspx">Harbour</a>{home}'
    assert read(page(breadcrumb=crumbs)).breadcrumb == (("101001", "Harbour"),)


def test_hyphens_in_names_do_not_split_the_sites_name() -> None:
    crumbs = (
        '<a href="../101001/default.aspx">Sea-Bed</a><a href="../101/default.aspx">Sci-Tech</a>'
    )
    found = read(page(breadcrumb=crumbs, title="The ferry is back _Ebb-Tide-Sci-Tech-Sea-Bed"))
    assert found.site_name == "Ebb-Tide"


# -- text ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("  The\n ferry   is back ", "The ferry is back"),
        ("Salt &amp; Pepper &quot;here&quot;", 'Salt & Pepper "here"'),
        ("<b>Bold</b> <i>tides</i>", "Bold tides"),
        ("One<br/>two", "One two"),
        ("5 < 6", "5 < 6"),
        ("It\x92s", "It’s"),
        ("码头 🚢", "码头 🚢"),
    ],
)
def test_headlines_are_plain_text(headline: str, expected: str) -> None:
    assert read(page(headline=headline)).content.headline == expected


def test_an_empty_h1_leaves_the_headline_to_the_description() -> None:
    found = read(page().replace("<h1>The ferry is back</h1>", "<h1> </h1>"))
    assert found.content.headline == "The ferry is back"
    assert len(found.warnings) == 1


def test_a_chinese_page_is_told_by_its_text() -> None:
    found = read(page("<p>渡轮这个月恢复了运行。码头上都是人。</p>")).content
    assert (found.language, found.words) == ("zh", 18)
    assert found.summary == "渡轮这个月恢复了运行。码头上都是人。"


@pytest.mark.parametrize(
    "body",
    ["<p>a</p>]]></p><p><![CDATA[<p>b</p>", "<p>a</p><p>b</p>"],
)
def test_several_body_elements_are_one_body(body: str) -> None:
    assert read(page(body)).content.body == "<p>a</p><p>b</p>"


@pytest.mark.parametrize("inner", ["&lt;p&gt;a&lt;/p&gt;", "<span><b>a</b></span>", "<i>a</i>b"])
def test_a_body_need_not_be_cdata(inner: str) -> None:
    text = page().replace("<![CDATA[<p>The ferry runs again.</p>]]>", inner)
    assert read(text).content.body.startswith("<p>")


def test_a_body_of_pictures_alone_is_one() -> None:
    assert len(read(page('<img src="/a.jpg">')).content.images) == 1


# -- lists --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("views", "expected", "warned"),
    [
        ("<dd>0</dd>", 0, False),
        ("<dd> 1,234,567 </dd>", 1234567, False),
        ("<dd></dd>", None, False),
        ("", None, False),
        ("<dd>many</dd>", None, True),
        ("<dd>-3</dd>", None, True),
        ("<dd>12.5</dd>", None, True),
        ("<dd>99999999999999999999</dd>", None, True),
        ("<dd>١٢</dd>", None, True),
    ],
)
def test_views(views: str, expected: int | None, warned: bool) -> None:
    found = read(page(views=views))
    assert (found.views, bool(found.warnings)) == (expected, warned)


def test_two_in_the_hot_list_may_share_a_number() -> None:
    found = read(page(hot=HOT + HOT.replace("7.aspx", "8.aspx")))
    assert [(s.key, s.views) for s in found.hot] == [("7", 90), ("8", 90)]


def test_a_hot_link_without_a_number_is_kept_with_a_warning() -> None:
    found = read(page(hot=HOT.replace('"90"', '"x"')))
    assert [s.views for s in found.hot] == [None]
    assert found.warnings == ("hot list: 'x' is not a number of views, left out",)


def test_links_that_lead_to_no_article_are_no_sightings() -> None:
    links = (
        '<li><a href="#">x</a></li><li><a>x</a></li><li><a href="../101/default.aspx">x</a></li>'
    )
    found = read(page(newest=links, hot=links.replace("<a", '<a id="3"')))
    assert (found.newest, found.hot) == ((), ())


@pytest.mark.parametrize("href", ["", "#", "javascript:void(0)", "../101001/default.aspx"])
def test_the_first_and_last_of_a_section_have_one_neighbour(href: str) -> None:
    assert read(page(older=href)).content.older == ""
    assert read(page(newer=href)).content.newer == ""


def test_tags_are_split_and_told_once() -> None:
    found = read(page(items="<li>ferry、harbour;ferry</li><li>tides | gulls</li>"))
    assert found.content.tags == ("ferry", "harbour", "tides", "gulls")


def test_an_attachment_of_no_address_is_left_out() -> None:
    found = read(page(items='<li><a href="javascript:x">File</a></li>'))
    assert found.content.attachments == ()
    assert found.warnings == ("attachment: 'javascript:x' is no address, left out",)


def test_a_bad_site_id_is_left_out() -> None:
    found = read(page(site="../x"))
    assert (found.site, len(found.warnings)) == ("", 1)


# -- what can't be read -------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "page"),
        ("\x00" * 512, "page"),
        ("<html><body><p>a</p></body></html>", "id"),
        ("<rss><channel/></rss>", "page"),
        ("just text", "page"),
        (page(id=""), "id"),
        (page(id="../../etc/passwd"), "id"),
        (page(id="x" * 65), "id"),
        (page(id=".."), "id"),
        (page(section=""), "section"),
        (page(section="a/b"), "section"),
        (page(headline=""), "headline"),
        (page(headline="Da\ufffdmaged"), "headline"),
        (page(time=""), "time"),
        (page(time="soon"), "time"),
        (page(time="2026-02-30 08:00"), "time"),
        (page(time="0001-01-01 00:00"), "time"),
        (page(""), "body"),
        (page("<p>&nbsp;</p><p><br></p>"), "body"),
        (page("<script>x</script>"), "body"),
        (page().replace("<p><![CDATA[", "<q><![CDATA[").replace("]]></p>", "]]></q>"), "body"),
    ],
)
def test_a_page_without_what_an_article_needs_is_refused(text: str, field: str) -> None:
    with pytest.raises(PageError) as caught:
        read(text)
    assert caught.value.field == field
    assert str(caught.value).startswith("101001/11.aspx: ")


def test_an_error_says_what_to_do() -> None:
    with pytest.raises(PageError, match="write it as 2026-01-22 06:06"):
        read(page(time="soon"))
