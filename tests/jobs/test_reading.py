"""Editions as everybody reads them: which may be read, their pages, lists and feeds."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from lxml import etree, html
from sqlalchemy import Connection, insert

from syndicate.digests.archive import Told
from syndicate.feeds.check import check_document
from syndicate.feeds.formats import FORMATS
from syndicate.jobs import digest, reading
from syndicate.jobs.press import Press
from syndicate.jobs.publish import publish
from syndicate.jobs.sections import public_tree
from syndicate.model.edition import Edition
from syndicate.store import articles, editions, sources
from syndicate.store.schema import mailings
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def site(tmp_path: Path, store_url: str) -> Site:
    return make_site(tmp_path / "site", store=store_url, newsletter='also = ["daily 08:00"]')


@pytest.fixture
def press(site: Site) -> Iterator[Press]:
    """Articles of three weeks, published, with the editions of two of them."""
    with site.press() as opened:
        fill(
            opened,
            page("1", published=at("2026-01-06T08:00")),
            page("2", published=at("2026-01-14T08:00")),
            page("3", published=at("2026-01-20T08:00"), views=40),
            page("4", published=at("2026-01-21T08:00"), headline="Gulls return", images=()),
        )
        publish(opened)
        for moment in ("2026-01-12T01:00", "2026-01-19T01:00", "2026-01-26T01:00"):
            digest.make(opened, "weekly", at(moment))
        yield opened


def edition(press: Press, label: str = "2026-W04") -> Edition:
    found = reading.find(press, "weekly", label)
    assert found is not None
    return found


def atom(press: Press, cadence: str = "weekly") -> etree._Element:
    newsletter = press.config.newsletters[0]
    data = reading.feed(press, newsletter, cadence)  # type: ignore[arg-type]
    assert data is not None
    return etree.fromstring(data)


def ids(feed: etree._Element) -> list[str]:
    return [str(entry.findtext(f"{ATOM}id")) for entry in feed.iter(f"{ATOM}entry")]


def stories(markup: str) -> list[str]:
    """Where the stories of an edition lead, in their order."""
    links = html.fromstring(markup).xpath("//a/@href")
    return [link for link in links if link.endswith(".aspx")]


def lines(press: Press, connection: Connection) -> list[Told]:
    """What the archive tells of the latest edition."""
    tree = public_tree(connection, press.config)
    newsletter = press.config.newsletters[0]
    return reading.told(press.config, connection, newsletter, tree, [edition(press)])


def approve(press: Press, found: Edition) -> None:
    with press.store.write() as connection:
        connection.execute(
            insert(mailings).values(
                edition_id=found.id,
                state="ready",
                approved=at("2026-01-26T03:00"),
                waived=[],
            )
        )


@pytest.mark.parametrize(("name", "label"), [("weekly", "2025-W01"), ("nobody", "2026-W04")])
def test_there_is_nothing_to_read_where_nothing_was_made(press: Press, name: str, label: str):
    assert reading.find(press, name, label) is None


def test_an_empty_edition_is_not_there(press: Press):
    report = digest.make(press, "weekly", at("2025-06-02T09:00"))
    assert report.status == "empty"
    assert reading.find(press, "weekly", report.period.label) is None


def test_an_edition_that_waits_for_approval_may_be_read_once_it_has_it(
    tmp_path: Path, store_url: str
):
    site = make_site(tmp_path / "held", store=store_url, newsletter="approval = true")
    with site.press() as press:
        fill(press, page("1", published=at("2026-01-20T08:00")))
        publish(press)
        digest.make(press, "weekly")
        assert reading.find(press, "weekly", "2026-W04") is None
        assert ids(atom(press)) == []
        with press.store.read() as connection:
            (made,) = editions.listing(connection, "weekly")
        approve(press, made)
        assert reading.find(press, "weekly", "2026-W04") == made
        assert len(ids(atom(press))) == 1
        assert atom(press).findtext(f"{ATOM}updated") == "2026-01-26T03:00:00+00:00"


def test_an_edition_stands_between_its_neighbours(press: Press):
    before, after = reading.neighbours(press, edition(press, "2026-W03"))
    assert before is not None
    assert after is not None
    assert (before.period.label, after.period.label) == ("2026-W02", "2026-W04")
    assert reading.neighbours(press, edition(press))[1] is None


def test_only_editions_of_the_same_cadence_are_neighbours(press: Press):
    digest.make(press, "weekly", at("2026-01-22T01:00"), cadence="daily")
    before, _ = reading.neighbours(press, edition(press))
    assert before is not None
    assert before.period.label == "2026-W03"
    assert reading.neighbours(press, edition(press, "2026-01-21")) == (None, None)


def test_its_page_leads_to_its_neighbours_the_archive_and_home(press: Press):
    tree = html.fromstring(reading.page(press, edition(press, "2026-W03")) or "")
    assert tree.xpath("//a[@rel='prev']/@href") == ["2026-W02"]
    assert tree.xpath("//a[@rel='next']/@href") == ["2026-W04"]
    assert tree.xpath("//header//a/@href") == ["../../", "./"]
    assert tree.xpath("//link[@rel='alternate']/@href") == ["feed.xml"]


def test_mail_page_and_feed_tell_the_same_stories(press: Press, site: Site):
    report = digest.preview(press, "weekly")
    file = next(name for name in report.files if name.endswith(".eml"))
    mail = message_from_bytes(Path(file).read_bytes(), policy=policy.default)
    sent = mail.get_body(("html",))
    assert sent is not None
    told = stories(reading.page(press, edition(press)) or "")
    assert stories(sent.get_content()) == told
    entry = next(atom(press).iter(f"{ATOM}entry"))
    assert stories(str(entry.findtext(f"{ATOM}content"))) == told
    assert len(told) == 2
    public = "https://news.gazette.example/editions/weekly/2026-W04"
    assert public in sent.get_content()
    assert entry.xpath("*[local-name()='link']/@href") == [public]
    assert entry.findtext(f"{ATOM}title") == mail["Subject"]


def test_the_feed_holds_the_rules_of_feeds(press: Press):
    data = reading.feed(press, press.config.newsletters[0], "weekly")
    address = "https://news.gazette.example/editions/weekly/feed.xml"
    assert data is not None
    assert check_document(data, address=address, content_type=FORMATS["atom"].content_type) == ()


def test_names_in_the_feed_outlive_a_move_of_the_site(press: Press, site: Site):
    named = ids(atom(press))
    label = "tag:news.gazette.example,2026-01-26:feed/newsletter/weekly"
    assert named == [f"{label}/2026-W0{week}" for week in (4, 3, 2)]
    assert atom(press).findtext(f"{ATOM}id") == label
    with site.press("site.url=https://elsewhere.example/") as moved:
        assert ids(atom(moved)) == named


def test_a_feed_has_one_cadence_and_its_own_name(press: Press):
    digest.make(press, "weekly", at("2026-01-22T01:00"), cadence="daily")
    daily = atom(press, "daily")
    assert [name.rpartition("/")[2] for name in ids(daily)] == ["2026-01-21"]
    assert str(daily.findtext(f"{ATOM}id")).endswith(":feed/newsletter/weekly/daily")
    own = daily.xpath("*[local-name()='link'][@rel='self']/@href")
    assert own == ["https://news.gazette.example/editions/weekly/daily.xml"]
    assert len(ids(atom(press))) == 3


def test_there_is_no_feed_before_its_names_are_fixed(tmp_path: Path, store_url: str):
    with make_site(tmp_path / "new", store=store_url).press() as press:
        fill(press, page("1"))
        digest.make(press, "weekly")
        assert reading.feed(press, press.config.newsletters[0], "weekly") is None


def test_the_list_tells_the_lead_and_the_number_that_the_page_shows(press: Press):
    with press.store.read() as connection:
        (line,) = lines(press, connection)
    shown = reading.page(press, edition(press)) or ""
    lead = html.fromstring(shown).xpath("string(//article[@class='lead']/h2)")
    assert line.headline == lead
    assert f"{line.count} stories" in shown


def test_an_article_hidden_since_is_in_neither_page_list_nor_feed(press: Press):
    with press.store.read() as connection:
        (gulls,) = articles.find(connection, "4")
    with press.store.write() as connection:
        articles.set_hidden(connection, [gulls.id], hidden=True, moment=at("2026-01-26T02:00"))
    assert "Gulls" not in (reading.page(press, edition(press)) or "")
    assert b"Gulls" not in etree.tostring(atom(press))
    with press.store.read() as connection:
        (line,) = lines(press, connection)
    assert line.count == 1


def updated(press: Press) -> list[str]:
    """When the feed's entries say that they were updated, the newest edition's first."""
    return [str(entry.findtext(f"{ATOM}updated")) for entry in atom(press).iter(f"{ATOM}entry")]


LATER, LATER_MOMENT = "2026-01-27T08:00:00+00:00", "2026-01-27T08:00"


@pytest.fixture
def later(press: Press, site: Site) -> Iterator[Press]:
    """The same store a day and more after the latest edition."""
    with site.press(now=LATER_MOMENT) as opened:
        yield opened


@pytest.mark.parametrize(
    "edits",
    [
        digest.Edits(subject="Gulls, and little else"),
        digest.Edits(introduction="A quiet week."),
        digest.Edits(lead="4"),
        digest.Edits(leave_out=["3"]),
    ],
    ids=["subject", "introduction", "lead", "left out"],
)
def test_an_edited_edition_is_updated_in_the_feed(later: Press, edits: digest.Edits):
    before = updated(later)
    lead = atom(later).find(f"{ATOM}entry")
    digest.edit(later, "weekly", edits)
    after = atom(later).find(f"{ATOM}entry")
    assert lead is not None
    assert after is not None
    assert updated(later) == [LATER, *before[1:]]
    assert atom(later).findtext(f"{ATOM}updated") == LATER
    assert after.findtext(f"{ATOM}published") == lead.findtext(f"{ATOM}published")
    assert etree.tostring(after) != etree.tostring(lead)


def test_an_edit_that_changes_nothing_does_not_update_the_feed(later: Press):
    before = updated(later)
    digest.edit(later, "weekly", digest.Edits(subject="", put_back=["3"]))
    assert updated(later) == before


def test_an_edition_whose_article_was_corrected_is_updated_in_the_feed(press: Press):
    before = updated(press)
    corrected = page("4", published=at("2026-01-21T08:00"), headline="Terns return", images=())
    fill(press, corrected, moment="2026-01-26T05:00")
    assert updated(press) == ["2026-01-26T05:00:00+00:00", *before[1:]]
    fill(press, corrected, moment="2026-01-26T06:00")
    assert updated(press) == ["2026-01-26T05:00:00+00:00", *before[1:]]


def test_an_edition_whose_article_goes_and_comes_is_updated_in_the_feed(press: Press):
    before = updated(press)
    with press.store.read() as connection:
        (gulls,) = articles.find(connection, "4")

    def hide(moment: str, *, hidden: bool) -> None:
        with press.store.write() as connection:
            articles.set_hidden(connection, [gulls.id], hidden=hidden, moment=at(moment))

    hide("2026-01-26T02:00", hidden=True)
    assert updated(press) == ["2026-01-26T02:00:00+00:00", *before[1:]]
    hide("2026-01-26T03:00", hidden=False)
    assert updated(press) == ["2026-01-26T03:00:00+00:00", *before[1:]]
    with press.store.write() as connection:
        source = sources.ensure(connection, "cms", "cms-pages")
        articles.remove(connection, source.id, ["4"], at("2026-01-26T04:00"))
    assert updated(press) == ["2026-01-26T04:00:00+00:00", *before[1:]]


def test_an_edition_that_has_lost_all_its_stories_moves_the_feed_and_never_back(press: Press):
    def hide(key: str, moment: str, *, hidden: bool = True) -> str:
        with press.store.write() as connection:
            found = articles.find(connection, key)
            articles.set_hidden(connection, [found[0].id], hidden=hidden, moment=at(moment))
        return str(atom(press).findtext(f"{ATOM}updated"))

    shown = len(updated(press))
    hide("3", "2026-01-26T02:00")
    assert hide("4", "2026-01-26T03:00") == "2026-01-26T03:00:00+00:00"
    assert len(updated(press)) == shown - 1
    hide("1", "2026-01-26T03:30")
    assert hide("2", "2026-01-26T04:00") == "2026-01-26T04:00:00+00:00"
    assert updated(press) == []
    assert hide("2", "2026-01-26T05:00", hidden=False) == "2026-01-26T05:00:00+00:00"


def test_a_section_hidden_since_is_in_neither_page_list_nor_feed(press: Press, site: Site):
    hidden = '[[sections]]\nkey = "201"\nhidden = true\n'
    site.file.write_text(site.file.read_text() + hidden)
    with site.press() as changed:
        assert reading.page(changed, edition(changed)) is None
        assert ids(atom(changed)) == []
        with changed.store.read() as connection:
            assert lines(changed, connection) == []


def test_an_edition_of_which_a_section_is_hidden_is_updated_in_the_feed(site: Site):
    books = (("203", "Culture"), ("203001", "Books"))
    with site.press() as press:
        fill(
            press,
            page("1", published=at("2026-01-14T08:00")),
            page("2", published=at("2026-01-20T08:00")),
            page("3", published=at("2026-01-21T08:00"), breadcrumb=books),
        )
        publish(press)
        for moment in ("2026-01-19T01:00", "2026-01-26T01:00"):
            digest.make(press, "weekly", at(moment))
        before = updated(press)
    plain = site.file.read_text()
    site.file.write_text(f'{plain}[[sections]]\nkey = "203"\nhidden = true\n')
    for now in ("2026-01-27T01:00", "2026-01-28T01:00"):
        with site.press(now=now) as press:
            publish(press)
            assert updated(press) == ["2026-01-27T01:00:00+00:00", *before[1:]]
    site.file.write_text(plain)
    with site.press(now="2026-01-29T01:00") as press:
        publish(press)
        assert updated(press) == ["2026-01-29T01:00:00+00:00", *before[1:]]
