"""Invents text, in English and Chinese, clean and as a word processor leaves it behind.

All of it follows from the random generator that it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_NOUNS: Final = _words("""
anchor archive barge beacon boat bridge buoy café canal captain census chart
choir clinic coast committee concert crane current deck delta dock drawing engine estuary exhibition
ferry festival fishery fleet fog gallery garden glacier granary gull harvest herring island jetty
kiln lagoon lantern ledger library lighthouse lock map market marsh meadow mill museum net
observatory orchard orchestra oyster pier pilot plan plover pump quarry quay reef report reservoir
river rope sail school seal shipyard shore signal station storm street survey tide timetable tower
tram trawler tunnel valley vessel vote wall warehouse wharf winter workshop
""")
_ADJECTIVES: Final = _words("""
annual awkward bright brisk calm careful coastal cold common curious damp
deep distant early eastern empty familiar famous fresh gentle grey high hollow idle joint late
level local long loud low modest narrow new northern old open ordinary patient plain public quiet
rare rough round salt sandy shallow sharp short silver slow small southern spare steady steep
temporary tidal tired uneven useful warm western wide wooden young
""")
_VERBS: Final = _words("""
answers approves borrows builds carries checks closes collects counts crosses
delays describes draws empties explains fills finds follows guards holds joins keeps lends lifts
maps measures mends moves names needs opens outlasts paints passes postpones prints promises reads
reaches records repairs replaces reports returns saves sells shelters sketches tests turns visits
warns watches weighs
""")
_TAILS: Final = (
    "before the first frost",
    "for the third year in a row",
    "without a vote",
    "while the bridge is closed",
    "after a long meeting",
    "at half the price",
    "between two tides",
    "in front of a full house",
    "by a narrow majority",
    "to nobody's surprise",
)
_CHINESE: Final = _words("""
码头 渡轮 灯塔 港口 市场 学校 剧院 冬天 潮水 渔船 图书馆
委员会 研究 居民 计划 报告 星期三 重新 开放 记录 修理 参观 讨论 合唱团 档案 海鸥
风暴 街道 工人 音乐会 地图 老桥 新年 故事 发现 北岸
南岸 教师 孩子 船长 书店 车站 花园 仓库 增加 减少 一百 二十 已经 仍然 认真 慢慢 共同 去年
""")
_PARAGRAPH_STYLES: Final = (
    "margin:0pt 0pt 8pt; line-height:165%; text-indent:24pt; text-align:justify",
    "margin-top:0cm; margin-bottom:6pt; line-height:22pt; widows:2; orphans:2",
    "margin:0pt; text-indent:21pt; line-height:150%; layout-grid-mode:char; text-align:left",
)
_SPAN_STYLES: Final = (
    "font-family:&#39;Garamond&#39;; font-size:12pt; color:#1a1a1a; background-color:#ffffff",
    "font-family:Cambria; font-size:11.5pt; letter-spacing:0pt; text-transform:none",
    "font-size:12pt; font-family:&#39;FangSong&#39;; color:#000000; font-weight:normal",
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The same text as the CMS's word processor leaves it, and clean."""

    pasted: str
    clean: str
    words: int


def headline(number: int, *, chinese: bool) -> str:
    """No two numbers share one."""
    if chinese:
        one, two, three = (number // step % len(_CHINESE) for step in (1, 53, 2809))
        return f"{_CHINESE[one]}{_CHINESE[two]}：{_CHINESE[three]}（{number}）"
    adjective, verb = (
        _ADJECTIVES[number * 13 % len(_ADJECTIVES)],
        _VERBS[number * 17 % len(_VERBS)],
    )
    first, second = number % len(_NOUNS), number * 31 // len(_NOUNS) % len(_NOUNS)
    return f"The {adjective} {_NOUNS[first]} {verb} {_NOUNS[second]} No. {number}"


def signed(translator: str) -> str:
    """The end of a body: an empty paragraph, and who translated it."""
    style, font = _PARAGRAPH_STYLES[0], _SPAN_STYLES[0]
    return "".join(
        f'<p style="{style}"><span style="{font}">{text}</span></p>'
        for text in ("&nbsp;", f"&nbsp; Translated by {translator}")
    )


def paragraph(chance: Random, sentence: Callable[[Random], str]) -> Paragraph:
    """A paragraph of two to ten sentences; some have a bold start, a link or are a list."""
    said = [sentence(chance) for _ in range(chance.randint(2, 10))]
    space = " " if said[0].isascii() else ""
    style, font = chance.choice(_PARAGRAPH_STYLES), chance.choice(_SPAN_STYLES)
    words = sum(len(each.split()) if space else len(each) for each in said)

    def pasted(inner: str) -> str:
        return f'<p style="{style}"><span style="{font}">{inner}</span></p>'

    kind = chance.random()
    if kind < 0.05:
        items = "".join(f'<li style="{style}"><span style="{font}">{s}</span></li>' for s in said)
        clean = "".join(f"<li>{each}</li>" for each in said)
        return Paragraph(
            f'<ul style="margin-left:24pt" type="disc">{items}</ul>', f"<ul>{clean}</ul>", words
        )
    if kind < 0.15:
        bold, rest = said[0], space.join(["", *said[1:]])
        split = f'<b style="font-weight:bold">{bold}</b></span><span style="{font}">{rest}'
        return Paragraph(pasted(split), f"<p><strong>{bold}</strong>{rest}</p>", words)
    if kind < 0.25:
        address, rest = (
            f"https://notes.example/{chance.randrange(9_000)}.html",
            space.join(["", *said[1:]]),
        )
        linked = f'<a href="{address}" target="_blank" style="color:#0563c1">{said[0]}</a>{rest}'
        clean = f'<p><a href="{address}">{said[0]}</a>{rest}</p>'
        return Paragraph(pasted(linked), clean, words)
    text = space.join(said)
    return Paragraph(pasted(text.replace("'", "&#39;")), f"<p>{text}</p>", words)


def english(chance: Random) -> str:
    def thing() -> str:
        adjective = f"{chance.choice(_ADJECTIVES)} " if chance.random() < 0.6 else ""
        return f"{adjective}{chance.choice(_NOUNS)}"

    text = f"the {thing()} of the {thing()} {chance.choice(_VERBS)} the {thing()}"
    if chance.random() < 0.6:
        text = f"{text} and {chance.choice(_VERBS)} one {thing()}"
    if chance.random() < 0.6:
        text = f"{text} {chance.choice(_TAILS)}"
    return f"{text[0].upper()}{text[1:]}."


def chinese(chance: Random) -> str:
    def clause() -> str:
        return "".join(chance.choices(_CHINESE, k=chance.randint(3, 6)))

    return f"{'，'.join(clause() for _ in range(chance.randint(1, 3)))}。"
