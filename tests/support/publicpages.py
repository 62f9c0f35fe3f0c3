"""Made-up public pages in English and Chinese: the front page, a section, the archive."""

from __future__ import annotations

from dataclasses import replace

from syndicate.digests.archive import EditionLine, Month, Run, Shelf
from syndicate.digests.page import WIDTH, Around, Neighbour, render_page
from syndicate.digests.story import Picture
from syndicate.feeds.directory import EditionEntry
from syndicate.web.alternates import Alternate
from syndicate.web.archivepage import (
    ArchiveView,
    NewsletterView,
    render_archive,
    render_newsletter,
)
from syndicate.web.front import Column, FrontView, Ranked, render_front
from syndicate.web.section import Below, SectionView, render_section
from syndicate.web.signup import Promise, SignUp
from syndicate.web.stories import StoryOnPage
from tests.support import directories, editions

PICTURE = Picture("images/harbour.png", "A harbour at dusk", WIDTH, 384)


def story(headline: str, summary: str = "", *, picture: bool = False, language: str = ""):
    return StoryOnPage(
        headline=headline,
        address="https://www.example.org/1.aspx",
        summary=summary,
        published="2026-01-24T17:05:00+08:00",
        moment="24 January 2026, 17:05",
        facts="Coastal Record · Mira Okafor · 6 min read",
        language=language,
        direction="ltr" if language else "",
        picture=PICTURE if picture else None,
    )


MILL = story(
    "The last tide mill on the coast grinds flour again after ninety years",
    "Volunteers spent four winters rebuilding the wheel by hand. On Tuesday the sluice opened.",
    picture=True,
)
SEALS = story(
    "Why the harbour’s seals have started to sing at night", "Three explanations compete."
)
MARKET = story("Night market moves to the old tram depot", "The dumplings keep their corner.")
FERRY = story("渡船时刻表：星期一起各码头有哪些变化", "各码头逐一说明。", language="zh")

WEEK = Promise("weekly", "The Harbour Week", "The week on the water.", "Every Monday at 08:00")
HARBOUR = Promise("weekly-zh", "港湾一周", "一周要闻。", "Every Monday at 08:00", "zh")


def form(*promises: Promise, section: str = "", about: str = "") -> SignUp:
    return SignUp("subscribe", "stamp", "en", promises, promises[0].name, section, about)


def front() -> FrontView:
    return FrontView(
        title="The Harbour Courier",
        description="News from the harbour.",
        root="",
        updated="2026-01-25T20:00:00+08:00",
        moment="25 January 2026, 20:00",
        sections=(
            ("City", "sections/city"),
            ("Culture", "sections/culture"),
            ("中文", "sections/zh"),
        ),
        lead=MILL,
        seconds=(SEALS, FERRY),
        columns=(
            Column("City", "sections/city", replace(MARKET, picture=PICTURE), (SEALS, MILL)),
            Column("Culture", "sections/culture", MILL, (SEALS,)),
            Column("中文", "sections/zh", FERRY, (FERRY, FERRY)),
            Column("Sport", "sections/sport", SEALS),
        ),
        ranking="Most read",
        ranking_note="in the seven days to 25 January 2026",
        ranked=tuple(
            Ranked(place, each, f"+{place},240 views")
            for place, each in enumerate((MILL, FERRY, SEALS, MARKET, MILL), 1)
        ),
        editions=(
            EditionEntry("The Harbour Week", "19 to 25 January 2026", "editions/weekly/2026-W04"),
            EditionEntry("港湾一周", "2026年1月19日至25日", "editions/weekly-zh/2026-W04"),
        ),
        feeds=tuple(Alternate("The Harbour Courier", feed) for feed in directories.feeds("")),
        signup=form(WEEK, HARBOUR),
    )


def front_page(language: str) -> str:
    return render_front(front(), editions.templates(), language)


def section() -> SectionView:
    return SectionView(
        name="City",
        site="The Harbour Courier",
        root="../",
        description="What is built, closed, opened and argued about.",
        above=(("Harbour News", "harbour-news"),),
        stories=(MILL, SEALS, replace(MARKET, picture=PICTURE), FERRY),
        below=(Below("Transport", "transport", FERRY), Below("Housing", "housing")),
        feeds=directories.feeds("city/"),
        signup=form(WEEK, section="cms/201001", about="City"),
    )


def section_page(language: str) -> str:
    return render_section(section(), editions.templates(), language)


def lines() -> tuple[EditionLine, ...]:
    return (
        EditionLine("19 to 25 January 2026", "2026-W04", MILL.headline, "", "17 stories"),
        EditionLine("12 to 18 January 2026", "2026-W03", FERRY.headline, "zh", "9 stories"),
    )


def archive_page(language: str) -> str:
    shelves = tuple(
        Shelf(each.title, f"{each.name}/", each.description, each.when, each.language, lines())
        for each in (WEEK, HARBOUR)
    )
    bare = Shelf("The Harbour Month", "monthly/", "", "Every month on day 1", "", ())
    view = ArchiveView("The Harbour Courier", "../", (*shelves, bare), (), form(WEEK, HARBOUR))
    return render_archive(view, editions.templates(), language)


def newsletter() -> NewsletterView:
    months = (Month("January 2026", lines()), Month("December 2025", lines()[:1]))
    return NewsletterView(
        promise=WEEK,
        site="The Harbour Courier",
        root="../../",
        runs=(Run("Every day", months), Run("Every week", months[:1])),
        year="2026",
        years=("2026", "2025"),
        feeds=tuple(Alternate("The Harbour Week", feed) for feed in directories.feeds("")[1:2]),
        signup=form(WEEK),
    )


def newsletter_page(language: str) -> str:
    return render_newsletter(newsletter(), editions.templates(), language)


def edition_page(language: str) -> str:
    """An edition's page as it stands on the site."""
    variant = editions.chinese() if language == "zh" else editions.english()
    return render_page(
        variant,
        environment=editions.templates(),
        picture=lambda image: image.path,
        around=Around(
            home="../../",
            archive="./",
            feed="feed.xml",
            subscribe="../../subscribe",
            older=Neighbour("12 to 18 January 2026", "2026-W03"),
            newer=Neighbour("26 January to 1 February 2026", "2026-W05"),
        ),
    )
