"""Made-up editions that tests render: English and Chinese, with every part there is.

Everything named here is fictional.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader
from PIL import Image as Picture
from PIL import ImageDraw

from syndicate.digests.render import Links, Rendered, render
from syndicate.model.article import Article, Attribution, Content, Image, Person
from syndicate.model.edition import Period, Story, StoryGroup, Variant
from syndicate.templating import environment

ROOT = Path(__file__).parent.parent.parent
SHANGHAI = ZoneInfo("Asia/Shanghai")
LINKS = Links(preferences="@@PREFERENCES@@", unsubscribe="@@UNSUBSCRIBE@@", browser="@@BROWSER@@")
POSTAL_ADDRESS = "The Harbour Courier, 12 Quay Street, Port Example"


def templates() -> Environment:
    return environment(FileSystemLoader(ROOT / "templates"))


def week(start: str = "2026-01-19") -> Period:
    first = datetime.fromisoformat(start).replace(tzinfo=SHANGHAI)
    return Period(
        cadence="weekly",
        start=first.astimezone(UTC),
        end=(first + timedelta(days=7)).astimezone(UTC),
        timezone="Asia/Shanghai",
        label=f"{first:%G-W%V}",
    )


def article(
    number: int,
    headline: str,
    summary: str,
    *,
    source: str = "",
    people: tuple[Person, ...] = (),
    minutes: int = 3,
    language: str = "en",
    images: tuple[Image, ...] = (),
    published: str = "2026-01-21T09:00:00+08:00",
    views: int | None = None,
) -> Article:
    moment = datetime.fromisoformat(published).astimezone(UTC)
    return Article(
        id=number,
        source="cms",
        key=str(number),
        section_id=1,
        content=Content(
            headline=headline,
            published=moment,
            updated=moment,
            body=f"<p>{summary}</p>",
            address=f"https://www.example.org/101/{number}.aspx",
            people=people,
            attribution=Attribution(source, f"https://source.example/{number}") if source else None,
            summary=summary,
            language=language,
            minutes=minutes,
            images=images,
        ),
        arrived=moment,
        views=views,
    )


def picture() -> Image:
    return Image(
        url="https://www.example.org/images/harbour.png",
        alt="A harbour at dusk",
        width=1200,
        height=720,
        media_type="image/png",
        path="images/harbour.png",
    )


def draw_picture(folder: Path) -> Path:
    """The harbour, drawn: so that no test depends on a file from elsewhere."""
    canvas = Picture.new("RGB", (1200, 720), "#D9C9B0")
    pen = ImageDraw.Draw(canvas)
    pen.ellipse((780, 120, 960, 300), fill="#E9A15B")
    pen.rectangle((0, 430, 1200, 720), fill="#5E7F8C")
    for at, height in enumerate((150, 230, 110, 190, 90, 260, 140, 180)):
        left = 40 + at * 92
        pen.rectangle((left, 430 - height, left + 74, 430), fill="#3D4A52")
    pen.polygon(((620, 560), (900, 560), (840, 620), (680, 620)), fill="#2B3237")
    pen.polygon(((752, 540), (752, 330), (880, 540)), fill="#F3EEE4")
    for at in range(9):
        pen.line(
            (60 + at * 130, 470 + at % 3 * 60, 150 + at * 130, 470 + at % 3 * 60), "#86A3AD", 4
        )
    folder.mkdir(parents=True, exist_ok=True)
    canvas.save(folder / "harbour.png")
    return folder / "harbour.png"


def english() -> Variant:
    mira = (Person("Mira Okafor"),)
    lead = Story(
        article(
            1,
            "The last tide mill on the coast grinds flour again after ninety years",
            "Volunteers spent four winters rebuilding the wheel by hand. On Tuesday the sluice "
            "opened, the stones turned, and the first forty kilos of rye were sold before noon. "
            "The council now wants to light the quay with the same current.",
            people=mira,
            minutes=6,
            images=(picture(),),
            source="Coastal Record",
        ),
        "new",
    )
    culture = StoryGroup(
        "Culture",
        (
            Story(
                article(
                    2,
                    "A library that lends instruments, and the neighbours who lend their patience",
                    "Two hundred violins, eleven cellos and one contrabassoon are out on loan. "
                    "The waiting list for the accordion is closed until spring.",
                    people=(Person("Jonas Feld"), Person("Ida Lindqvist")),
                    minutes=4,
                ),
                "new",
            ),
            Story(
                article(
                    3,
                    "Letters from the lighthouse: a keeper’s diary finds its readers",
                    "“I write because the lamp cannot,” the last keeper noted in 1931. His "
                    "great-granddaughter has now edited all nineteen volumes.",
                    source="Northern Review of Books",
                    people=(Person("Chen Lan", "translator"),),
                    minutes=8,
                    published="2026-01-16T18:30:00+08:00",
                ),
                "late",
            ),
        ),
    )
    science = StoryGroup(
        "Science & Technology",
        (
            Story(
                article(
                    4,
                    "Why the harbour’s seals have started to sing at night",
                    "Hydrophones laid to count ships recorded something else: a chorus that "
                    "begins when the last ferry has docked. Three explanations compete.",
                    people=mira,
                    minutes=5,
                ),
                "new",
            ),
            Story(
                article(
                    5,
                    "Forecasting fog: a school’s weather station beats the model",
                    "Twelve pupils, four thermometers and a spreadsheet gave the port two more "
                    "hours of warning than the regional service.",
                    source="Port Gazette",
                    minutes=2,
                ),
                "new",
            ),
        ),
    )
    city = StoryGroup(
        "City",
        (
            Story(
                article(
                    6,
                    "Night market moves to the old tram depot",
                    "The roof is listed, the tracks stay, and the dumplings keep their corner.",
                    people=(Person("Tomás Rey"),),
                    minutes=1,
                ),
                "new",
            ),
        ),
    )
    ranked = (
        ("Ferry timetable: what changes on Monday, pier by pier", 12408),
        ("The baker who closed at noon and why the queue did not mind", 3911),
        ("Rents by the water: ten years in one map", 1240),
        ("An orchard on the ring road", 874),
        ("Correction: the bridge is 212 metres long, not 221", 401),
    )
    return Variant(
        newsletter="weekly",
        title="The Harbour Week",
        site="The Harbour Courier",
        site_url="https://news.example.org/",
        language="en",
        period=week(),
        subject="The tide mill turns again, and ten more stories",
        introduction="A quiet week on the water, a loud one on land. The picture of the week was "
        "taken from the ferry, by accident.",
        lead=lead,
        groups=(culture, science, city),
        most_viewed=tuple(
            Story(article(20 + at, headline, ""), "viewed", gained=gained)
            for at, (headline, gained) in enumerate(ranked)
        ),
    )


def chinese() -> Variant:
    def story(number: int, headline: str, summary: str, **facts: object) -> Story:
        made = article(number, headline, summary, language="zh", **facts)  # type: ignore[arg-type]
        return Story(made, "new")

    return Variant(
        newsletter="weekly",
        title="港湾一周",
        site="港湾信使报",
        site_url="https://news.example.org/",
        language="zh",
        period=week(),
        subject="停转九十年后，最后一座潮汐磨坊重新磨面",
        introduction="水面平静，岸上热闹。本周的照片是在渡船上无意间拍下的。",
        lead=story(
            1,
            "停转九十年后，海岸线上最后一座潮汐磨坊重新磨面",
            "志愿者用四个冬天亲手修复了水轮。星期二闸门打开，石磨转动，第一批四十公斤黑麦面粉"
            "在中午之前售罄。市议会如今希望用同一股水流点亮码头。",
            people=(Person("林望潮"),),
            source="海岸纪事",
            minutes=6,
            images=(picture(),),
        ),
        groups=(
            StoryGroup(
                "文化",
                (
                    story(
                        2,
                        "一座出借乐器的图书馆，和一群出借耐心的邻居",
                        "两百把小提琴、十一把大提琴和一支低音巴松正在外借。手风琴的候补名单"
                        "已经关闭，要到春天才会重新开放。",
                        people=(Person("方可"), Person("伊达")),
                        minutes=4,
                    ),
                    story(
                        3,
                        "灯塔来信：“守夜人”的日记终于等到读者",
                        "“我写，是因为灯不会写。”最后一任守灯人在1931年这样记道。他的曾孙女"
                        "如今整理出全部十九卷。",
                        source="北方书评",
                        people=(Person("陈岚", "translator"),),
                        minutes=8,
                    ),
                ),
            ),
            StoryGroup(
                "科技",
                (
                    story(
                        4,
                        "港湾里的海豹为什么开始在夜里唱歌",
                        "为统计船只而布放的水听器录到了别的声音：末班渡船靠岸之后，合唱便开始了。"
                        "目前有三种解释。",
                        people=(Person("林望潮"),),
                        minutes=5,
                    ),
                    Story(
                        article(
                            5,
                            "Forecasting fog: a school’s weather station beats the model",
                            "Twelve pupils, four thermometers and a spreadsheet gave the port two "
                            "more hours of warning than the regional service.",
                            source="Port Gazette",
                            minutes=2,
                        ),
                        "new",
                    ),
                ),
            ),
        ),
        most_viewed=tuple(
            Story(article(20 + at, headline, "", language="zh"), "viewed", gained=gained)
            for at, (headline, gained) in enumerate(
                (
                    ("渡船时刻表：星期一起各码头有哪些变化", 12408),
                    ("中午就打烊的面包师，为什么没有人抱怨排队", 3911),
                    ("水边的房租：一张地图看十年", 1240),
                    ("环城路上的果园", 874),
                )
            )
        ),
        since=datetime.fromisoformat("2026-01-21T00:00:00+08:00").astimezone(UTC),
    )


def bare(language: str = "en") -> Variant:
    """One story without picture, author, source or summary."""
    full = english()
    only = Story(article(1, "Only this", "", minutes=1), "new")
    return replace(
        full,
        language=language,
        introduction="",
        lead=only,
        groups=(),
        most_viewed=(),
        subject="Only this",
    )


def rendered(variant: Variant, links: Links = LINKS) -> Rendered:
    return render(
        variant,
        environment=templates(),
        links=links,
        postal_address=POSTAL_ADDRESS,
        mail_picture=lambda image: f"https://news.example.org/feeds/media/{image.path}",
        page_picture=lambda image: f"../../feeds/media/{image.path}",
    )
