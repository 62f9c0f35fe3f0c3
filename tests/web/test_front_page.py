"""The front page and the pages of sections: what stands on them, and what never does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement

from syndicate.jobs import digest
from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from syndicate.model.article import Image
from syndicate.store import articles, subscriptions
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site
from tests.web.serving import Server, served_press

SCIENCE = (("202", "Science"),)
CULTURE = (("203", "Culture"), ("203001", "Books"))
ELSEWHERE = Image("https://pictures.example/a.jpg", alt="A picture of another host")


@pytest.fixture
def press(site: Site) -> Iterator[Press]:
    """Three main sections, the newest article without a picture of ours."""
    with site.press() as opened:
        fill(
            opened,
            page("1", published=at("2026-01-20T08:00"), views=10),
            page("2", published=at("2026-01-20T09:00"), views=5),
            page("3", published=at("2026-01-20T10:00"), breadcrumb=SCIENCE, images=()),
            page("4", published=at("2026-01-20T11:00"), breadcrumb=CULTURE, images=(ELSEWHERE,)),
            page("5", published=at("2026-01-20T07:00"), breadcrumb=CULTURE, images=()),
            page("6", published=at("2026-01-20T06:00"), breadcrumb=SCIENCE, images=()),
            moment="2026-01-20T11:30",
        )
        fill(opened, moment="2026-01-20T12:10")
        publish(opened)
        yield opened


def tree(server: Server, path: str = "/") -> HtmlElement:
    reply = server.ask(path)
    assert reply.status == 200
    return html.fromstring(reply.body)


def texts(found: list[HtmlElement]) -> list[str]:
    return [re.sub(r"\s+", " ", each.text_content()).strip() for each in found]


def headlines(server: Server, path: str = "/") -> set[str]:
    """The numbers of the articles whose headlines stand on a page."""
    said = " ".join(texts(tree(server, path).xpath("//main//*[self::h2 or self::h3]")))
    return set(re.findall(r"Ferry number (\d) sails", said))


def test_the_lead_is_the_most_viewed_of_the_newest_that_has_a_picture(server: Server):
    lead = tree(server).xpath("//article[@class='lead']")[0]
    assert lead.xpath("string(h2)") == "Ferry number 1 sails again"
    assert lead.xpath("h2/a/@href") == ["https://www.gazette.example/201001/1.aspx"]
    assert lead.xpath("img/@src") == ["https://www.gazette.example/images/ferry.jpg"]
    assert lead.xpath("img/@alt") == ["A ferry"]


def test_no_other_host_is_asked_for_pictures(server: Server):
    assert "pictures.example" not in server.ask("/").text


def test_the_two_newest_others_stand_beside_the_lead(server: Server):
    beside = texts(tree(server).xpath("//*[@class='seconds']//h3"))
    assert beside == ["Ferry number 4 sails again", "Ferry number 3 sails again"]


def test_each_main_section_has_a_column_with_its_newest_from_below_too(server: Server):
    columns = {
        texts(column.xpath("h2"))[0]: texts(column.xpath(".//h3"))
        for column in tree(server).xpath("//*[@class='column']")
    }
    assert columns == {
        "Harbour News": ["Ferry number 2 sails again"],
        "Science": ["Ferry number 6 sails again"],
        "Culture": ["Ferry number 5 sails again"],
    }


def test_a_column_leads_to_its_sections_page(server: Server):
    assert tree(server).xpath("//*[@class='column']/h2/a/@href")[0] == "sections/harbour-news"
    assert server.ask("/sections/harbour-news").status == 200


def test_no_story_stands_twice_but_among_the_most_read(server: Server):
    found = texts(tree(server).xpath("//main//*[not(ancestor-or-self::ol)][self::h2 or self::h3]"))
    stories = [each for each in found if each.startswith("Ferry")]
    assert len(stories) == len(set(stories)) == 6


def test_a_picture_stands_once(server: Server):
    pictures = tree(server).xpath("//img/@src")
    assert len(pictures) == len(set(pictures)) == 1


def test_the_most_read_are_ranked_by_the_views_of_seven_days(server: Server):
    ranked = tree(server).xpath("//section[contains(@class, 'ranking')]")[0]
    assert texts(ranked.xpath("h2")) == ["Most read"]
    assert texts(ranked.xpath(".//li//h3"))[0] == "Ferry number 1 sails again"
    assert texts(ranked.xpath(".//li//p"))[:2] == ["+10 views", "+5 views"]
    assert texts(ranked.xpath("p")) == ["in the seven days to 20 January 2026"]


def test_totals_are_ranked_where_no_gain_is_known(tmp_path: Path):
    with make_site(tmp_path).press() as press:
        old = at("2025-11-20T08:00")
        fill(press, page("1", published=old, views=7), moment="2026-01-20T12:00")
        with served_press(press) as server:
            ranked = tree(server).xpath("//section[contains(@class, 'ranking')]")[0]
    assert texts(ranked.xpath("h2")) == ["Most read so far"]
    assert texts(ranked.xpath(".//li//p")) == ["7 views"]


def test_the_time_on_it_is_that_of_the_latest_reading(server: Server):
    assert "Updated 20 January 2026, 20:10" in server.ask("/").text


def test_the_latest_digests_are_linked(server: Server, press: Press):
    digest.make(press, "weekly")
    found = tree(server).xpath("//section[@class='editions']//h3/a/@href")
    assert found == ["editions/weekly/2026-W04"]
    assert server.ask(f"/{found[0]}").status == 200


def test_the_directory_of_feeds_is_linked(server: Server):
    assert "feeds/" in tree(server).xpath("//a/@href")


@pytest.mark.parametrize(
    ("path", "feeds"),
    [
        ("/", ["feeds/rss.xml", "feeds/atom.xml", "feeds/feed.json", "editions/weekly/feed.xml"]),
        (
            "/sections/city",
            ["../feeds/city/rss.xml", "../feeds/city/atom.xml", "../feeds/city/feed.json"],
        ),
    ],
)
def test_a_page_names_its_feeds_in_its_head(server: Server, path, feeds):
    assert tree(server, path).xpath("//head/link[@rel='alternate']/@href") == feeds
    for feed in feeds:
        assert server.ask(f"/{feed.removeprefix('../')}").status == 200


@pytest.mark.parametrize("path", ["/", "/sections/harbour-news"])
def test_the_form_at_the_end_is_the_sign_ups_own(server: Server, path):
    form = tree(server, path).forms[0]
    fields = dict(form.form_values())
    assert (form.method, form.action) == ("POST", "subscribe" if path == "/" else "../subscribe")
    assert fields["newsletter"] == "weekly"
    assert fields["stamp"]
    assert "website" in form.fields
    last = tree(server, path).xpath("//main/*[last()]/@class")
    assert last == ["signup"]


def test_a_sections_form_asks_for_that_section_alone(server: Server):
    fields = dict(tree(server, "/sections/harbour-news").forms[0].form_values())
    assert fields["weekly.sections"] == "some"
    assert fields["weekly.section"] == "cms/201"


def test_pages_with_a_form_may_send_it_to_us_and_others_to_nobody(server: Server, press: Press):
    digest.make(press, "weekly")

    def allowed(path: str) -> str:
        policy = server.ask(path).headers["Content-Security-Policy"]
        return re.findall(r"form-action ([^;]+)", policy)[0]

    assert allowed("/") == "'self'"
    assert allowed("/editions/weekly/2026-W04") == "'none'"


@pytest.mark.parametrize("path", ["/", "/sections/harbour-news", "/editions/"])
def test_there_is_no_form_where_nobody_may_sign_up(site: Site, press: Press, path):
    with site.press("subscribers.signup=false") as closed, served_press(closed) as server:
        assert tree(server, path).forms == []
        assert "form-action 'none'" in server.ask(path).headers["Content-Security-Policy"]


def test_a_site_without_secrets_to_sign_with_has_a_front_page_all_the_same(
    site: Site, press: Press
):
    with site.press() as locked:
        folder = locked.config.subscribers.secrets
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("not a folder")
        with served_press(locked) as server:
            assert tree(server).forms == []


@pytest.mark.parametrize("path", ["/", "/sections/city", "/sections/harbour-news"])
def test_a_hidden_article_is_on_no_page(server: Server, press: Press, path):
    assert "1" in headlines(server, path)
    with press.store.write() as connection:
        (found,) = articles.find(connection, "1")
        articles.set_hidden(connection, [found.id], hidden=True, moment=at("2026-01-21T00:00"))
    assert "1" not in headlines(server, path)


def test_a_hidden_section_is_on_no_page_and_has_none(site: Site, press: Press):
    hidden = '[[sections]]\nkey = "201"\nhidden = true\n'
    site.file.write_text(site.file.read_text() + hidden)
    with site.press() as changed, served_press(changed) as server:
        assert headlines(server) == {"3", "4", "5", "6"}
        assert "Harbour News" not in server.ask("/").text
        assert server.ask("/sections/harbour-news").status == 404
        assert server.ask("/sections/city").status == 404


def test_a_sections_page_shows_its_newest_from_below_too(server: Server):
    found = texts(tree(server, "/sections/harbour-news").xpath("//article/h2"))
    assert found == ["Ferry number 2 sails again", "Ferry number 1 sails again"]


def test_a_sections_page_leads_to_the_sections_above_and_below(server: Server):
    above = tree(server, "/sections/city").xpath("//header/p[@class='home']/a/@href")
    assert above == ["../", "../sections/harbour-news"]
    below = tree(server, "/sections/harbour-news").xpath("//*[@class='editions']//h3/a/@href")
    assert below == ["../sections/city"]


def test_a_sections_page_shows_thirty_at_most(tmp_path: Path):
    with make_site(tmp_path).press() as press:
        fill(press, *(page(str(number)) for number in range(100, 140)))
        with served_press(press) as server:
            assert len(tree(server, "/sections/city").xpath("//article")) == 30


def test_where_the_whole_site_is_one_section_those_below_it_are_the_columns(tmp_path: Path):
    with make_site(tmp_path).press() as press:
        fill(
            press,
            page("1", published=at("2026-01-20T09:00")),
            page("2", breadcrumb=(("201", "Harbour News"), ("201002", "Region"))),
            *(
                page(key, breadcrumb=(("201", "Harbour News"), ("201001", "City")))
                for key in "3456"
            ),
        )
        with served_press(press) as server:
            found = tree(server).xpath("//nav//a/@href")
    assert found == ["sections/city", "sections/region"]


def test_foreign_headlines_say_their_language(site: Site, press: Press):
    fill(press, page("9", headline="盐沼的渡船", language="zh", breadcrumb=SCIENCE))
    with served_press(press) as server:
        found = tree(server).xpath("//h3[@lang='zh' and @dir='ltr']")
    assert texts(found) == ["盐沼的渡船"]


def test_it_speaks_chinese_on_a_chinese_site(site: Site, press: Press):
    with site.press("site.language=zh") as chinese, served_press(chinese) as server:
        said = server.ask("/").text
    assert '<html lang="zh"' in said
    assert "更新于2026年1月20日" in said
    assert "阅读最多" in said
    assert "Most read" not in said


@pytest.mark.parametrize(("language", "ticked"), [("en", "weekly"), ("zh", "weekly-zh")])
def test_a_newsletter_in_the_language_of_the_site_is_ticked_at_first(tmp_path, language, ticked):
    other = '\n[[newsletters]]\nname = "weekly-zh"\ntitle = "每周"\nlanguage = "zh"\n'
    site = make_site(tmp_path, newsletter='language = "en"', more=other)
    with site.press(f"site.language={language}") as press, served_press(press) as server:
        found = tree(server).xpath("//input[@name='newsletter'][@checked]/@value")
    assert found == [ticked]


@pytest.mark.parametrize("path", ["/", "/sections/harbour-news", "/editions/weekly/"])
def test_the_form_is_taken_by_the_sign_up(press: Press, path):
    ticks = itertools.count(step=5)
    moving = replace(press, clock=lambda: at("2026-01-26T01:00") + timedelta(seconds=next(ticks)))
    with served_press(moving) as server:
        shown = tree(server, path)
        shown.make_links_absolute(server.url + path[1:])
        form = shown.forms[0]
        sent = urlencode([*form.form_values(), ("email", "reader@saltmarrow.example")])
        connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
        with closing(connection):
            kind = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", urlsplit(form.action).path, sent, kind)
            answer = connection.getresponse()
            answer.read()
        assert answer.status == 303
        assert str(answer.headers["Location"]).endswith("subscribe/sent")
        with press.store.read() as connection:
            (found,) = subscriptions.of(connection, 1)
    assert (found.newsletter, found.state) == ("weekly", "pending")
