"""Variants: what each choice of sections yields, and that a restart sends the same."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import pytest

from syndicate.jobs import digest, variants
from syndicate.jobs.press import Press
from syndicate.mail.composer import Recipient
from syndicate.model.article import Image
from syndicate.model.edition import Edition
from syndicate.store import articles, choices, editions
from tests.support.articles import at, page
from tests.support.filling import fill
from tests.support.sites import Site, make_site

MONDAY = "2026-01-26T01:00"
CITY = (("201", "Harbour News"), ("201001", "City"))
PORT = (("201", "Harbour News"), ("201002", "Port"))
BOOKS = (("203", "Culture"), ("203001", "Books"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    store = "sqlite:///data/store.db"
    if request.param == "postgres":
        store = str(request.getfixturevalue("postgres_url")).replace("+psycopg", "")
    return make_site(
        tmp_path / "site",
        store=store,
        newsletter='newest = 3\nmost_viewed = 2\nlanguages = ["zh"]',
    )


def made(press: Press, *pages, **edits) -> Edition:
    """The week's edition of these pages."""
    fill(press, *pages)
    digest.make(press, "weekly")
    if edits:
        digest.edit(press, "weekly", digest.Edits(**edits))
    with press.store.read() as connection:
        found = editions.called(connection, "weekly", "2026-W04")
    assert found is not None
    return found


def pages() -> list:
    """Five articles of the city, two of the port, two of books; the city's are the newest."""
    return [
        *(page(f"c{n}", breadcrumb=CITY, published=at(f"2026-01-25T0{n}:00")) for n in range(5)),
        *(page(f"p{n}", breadcrumb=PORT, published=at(f"2026-01-21T0{n}:00")) for n in range(2)),
        *(page(f"b{n}", breadcrumb=BOOKS, published=at(f"2026-01-20T0{n}:00")) for n in range(2)),
    ]


def planned(press: Press, edition: Edition, *pairs) -> list[int | None]:
    """The variants of (sections or None, language)."""
    with press.store.write() as connection:
        numbered = [(choices.keep(connection, wanted), spoken) for wanted, spoken in pairs]
        found = variants.plan_variants(press, connection, edition, numbered)
    return [found[pair] for pair in numbered]


def somebody(**changes) -> Recipient:
    values = {
        "delivery_id": 7,
        "key": "k" * 32,
        "address": "Mira@harbour.example",
        "domain": "harbour.example",
        "message_id": "<2026-W04.7@gazette.example>",
    }
    return Recipient(**(values | changes))


def mail(press: Press, edition: Edition, variant: int | None, **changes):
    assert variant is not None
    with press.store.read() as connection:
        found = variants.composers(press, connection, edition)
    return found[variant].compose(somebody(**changes)).data


def told(data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n")


def keys(data: bytes) -> list[str]:
    """The keys of the articles that a mail tells, in their order."""
    return [
        line.strip().rpartition("/")[2].removesuffix(".aspx")
        for line in told(data).splitlines()
        if line.startswith("    https://www.gazette.example/")
    ]


def test_all_sections_are_the_newsletters_own_variant(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        (own,) = planned(press, edition, (None, "en"))
        shown = digest_shown(press)
        assert keys(mail(press, edition, own)) == shown


def digest_shown(press: Press) -> list[str]:
    from syndicate.jobs.edition import show

    variant = show(press, "weekly").variant
    return [story.article.key for story in (*variant.stories, *variant.most_viewed)]


def test_mail_text_and_preview_say_the_same(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        (own,) = planned(press, edition, (None, "en"))
        report = digest.preview(press, "weekly")
        preview = next(path for path in report.files if path.endswith(".txt"))
        ours, theirs = told(mail(press, edition, own)), Path(preview).read_text()
    assert ours.partition("-----")[0] == theirs.partition("-----")[0]
    assert ours.count("\n") == theirs.count("\n")


def test_a_reader_of_one_section_is_not_starved_by_the_others(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        everything, books = planned(press, edition, (None, "en"), (("cms/203001",), "en"))
        assert keys(mail(press, edition, everything)) == ["c4", "c3", "c2"]
        assert keys(mail(press, edition, books)) == ["b1", "b0"]


def test_a_chosen_section_covers_those_below_it(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        parent, both = planned(
            press, edition, (("cms/201",), "en"), (("cms/201001", "cms/201002"), "en")
        )
        assert parent == both


def test_the_same_list_in_the_same_language_is_one_variant(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        found = planned(
            press,
            edition,
            (None, "en"),
            (("cms/201001",), "en"),
            (("cms/201",), "en"),
            (None, "zh"),
        )
        assert found[0] == found[1] == found[2]
        assert found[3] not in (None, found[0])


def test_a_choice_without_news_gets_nothing(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        fill(press, page("old", breadcrumb=BOOKS, published=at("2026-01-02"), views=900))
        edition = made(press, page("c1", breadcrumb=CITY))
        assert planned(press, edition, (("cms/203001",), "en")) == [None]


def test_a_choice_of_sections_that_are_gone_gets_nothing(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        assert planned(press, edition, (("cms/999",), "en")) == [None]


def test_a_language_that_is_not_offered_is_the_newsletters_own(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        own, other = planned(press, edition, (None, "en"), (None, "fr"))
        assert own == other


def test_planning_again_gives_the_same(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        pairs = [(None, "en"), (("cms/203001",), "zh")]
        assert planned(press, edition, *pairs) == planned(press, edition, *pairs)


def test_after_a_restart_the_same_bytes_go_out(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        (own,) = planned(press, edition, (None, "en"))
        first = mail(press, edition, own)
        # What comes after the list was written down changes nothing.
        fill(press, page("c9", breadcrumb=CITY, published=at("2026-01-25T09:00")))
    with site.press(now=MONDAY) as press:
        assert mail(press, edition, own) == first


def test_an_editors_choices_hold_in_every_variant(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages(), lead="cms/b0", leave_out=["cms/c4"], subject="Quiet week")
        everything, city = planned(press, edition, (None, "en"), (("cms/201001",), "en"))
        assert keys(mail(press, edition, everything))[0] == "b0"
        assert keys(mail(press, edition, city)) == ["c3", "c2", "c1"]
        message = email.message_from_bytes(mail(press, edition, city), policy=email.policy.default)
        assert message["Subject"] == "Quiet week"


def hide(press: Press, *wanted: str) -> None:
    with press.store.write() as connection:
        ids = [found.id for key in wanted for found in articles.find(connection, f"cms/{key}")]
        articles.set_hidden(connection, ids, hidden=True, moment=press.clock())


def test_a_withdrawn_article_is_cut_and_another_one_leads(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        (own,) = planned(press, edition, (None, "en"))
        hide(press, "c4")
        assert keys(mail(press, edition, own)) == ["c3", "c2"]


def test_a_variant_with_nothing_left_to_tell_is_no_more(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        own, books = planned(press, edition, (None, "en"), (("cms/203001",), "en"))
        hide(press, "b0", "b1")
        with press.store.read() as connection:
            found = variants.composers(press, connection, edition)
        assert own in found
        assert books not in found


def test_a_newsletter_of_the_most_viewed_alone_still_has_variants(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", newsletter="newest = 0\nmost_viewed = 3")
    with site.press(now=MONDAY) as press:
        edition = made(press, page("c1", views=10), page("c2", views=20))
        (own,) = planned(press, edition, (None, "en"))
        assert keys(mail(press, edition, own)) == ["c2", "c1"]


def test_the_picture_of_every_variants_lead_is_published(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (site.articles / "images").mkdir(parents=True)
    (site.articles / "images" / "book.png").write_bytes(b"\x89PNG made up")
    image = Image(
        "https://www.gazette.example/images/book.png",
        width=800,
        height=600,
        path="images/book.png",
    )
    with site.press(now=MONDAY) as press:
        edition = made(
            press,
            page("c1", breadcrumb=CITY, images=()),
            page("b1", breadcrumb=BOOKS, images=(image,)),
        )
        (books,) = planned(press, edition, (("cms/203001",), "en"))
        message = email.message_from_bytes(mail(press, edition, books), policy=email.policy.default)
        html = message.get_body(("html",)).get_content()
        (name,) = [path.name for path in (site.feeds / "media").rglob("*.png")]
        assert f'src="https://news.gazette.example/feeds/media/{name}"' in html


def test_links_are_the_readers_own_and_open_what_they_say(site: Site) -> None:
    from syndicate.jobs.secrets import tokens_of

    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        (own,) = planned(press, edition, (None, "en"))
        message = email.message_from_bytes(mail(press, edition, own), policy=email.policy.default)
        one_click = message["List-Unsubscribe"].strip("<>")
        base, _, token = one_click.rpartition("/")
        assert base == "https://news.gazette.example/unsubscribe"
        claim = tokens_of(press).read(token, "unsubscribe", now=press.clock())
        assert (claim.subscriber_key, claim.extra) == ("k" * 32, ("weekly",))
        text = told(mail(press, edition, own))
        (preferences,) = [w for w in text.split() if "/preferences/" in w]
        token = preferences.rpartition("/")[2]
        assert tokens_of(press).read(token, "manage", now=press.clock()).subscriber_key == "k" * 32
        assert "https://news.gazette.example/editions/weekly/2026-W04\n" in text


def test_a_bounce_finds_its_mail(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        (own,) = planned(press, edition, (None, "en"))
        with press.store.read() as connection:
            composer = variants.composers(press, connection, edition)[own]
        sender = composer.compose(somebody()).envelope.sender
        assert sender.startswith("digest+")
        found = variants.verp_of(press).read(sender)
    assert found is not None
    assert (found.kind, found.id) == ("delivery", 7)


def gated(press: Press, edition: Edition) -> list[str]:
    with press.store.read() as connection:
        found = variants.composers(press, connection, edition)
    return variants.gates(press, edition, found)


def test_the_gates_let_a_plain_edition_into_the_outbox(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        edition = made(press, *pages())
        planned(press, edition, (None, "en"), (None, "zh"), (("cms/203001",), "en"))
        assert gated(press, edition) == []


def test_the_gates_hold_what_leaves_unsigned_and_say_so_once(site: Site) -> None:
    over = ["mail.transport=smtp", "mail.smtp.host=mail.gazette.example"]
    with site.press(*over, now=MONDAY) as press:
        edition = made(press, *pages())
        planned(press, edition, (None, "en"), (("cms/203001",), "en"))
        (line,) = gated(press, edition)
    assert line.startswith("signature: the mail is not signed")
    assert "syndicate mail dkim-key" in line


def test_the_gates_name_a_bad_link_of_any_variant(site: Site) -> None:
    with site.press(now=MONDAY) as press:
        bad = page("b9", breadcrumb=BOOKS, address="../203001/b9.aspx")
        edition = made(press, *pages(), bad)
        planned(press, edition, (None, "en"), (("cms/203001",), "en"))
        (line,) = gated(press, edition)
    assert line.startswith("links: '../203001/b9.aspx' is relative")
