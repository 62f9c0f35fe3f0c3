"""What a byline field says, and which lines are bylines."""

from __future__ import annotations

import pytest

from syndicate.content.bylines import people, read_line
from syndicate.model.article import Person


def named(role: str, *names: str) -> tuple[Person, ...]:
    return tuple(Person(name, role) for name in names)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Ann Bly", ["Ann Bly"]),
        ("By Ann Bly", ["Ann Bly"]),
        ("Author: Ann Bly, Bo Chu", ["Ann Bly", "Bo Chu"]),
        ("Ann Bly and Bo Chu", ["Ann Bly", "Bo Chu"]),
        ("Ann Bly; Bo Chu / Cy Dunn", ["Ann Bly", "Bo Chu", "Cy Dunn"]),
        ("Ann Bly, Ph.D.", ["Ann Bly, Ph.D."]),
        ("Science and Technology Daily", ["Science and Technology Daily"]),
        ("Ministry of Tides and Harbours", ["Ministry of Tides and Harbours"]),
        ("张三 李四", ["张三", "李四"]),
        ("张 三", ["张三"]),
        ("作者:张三、李四", ["张三", "李四"]),
        ("《盐港纪事》编辑部", ["《盐港纪事》编辑部"]),
        ("编辑部《盐港纪事》", ["编辑部《盐港纪事》"]),
        ("《张三》", ["张三"]),
        ("", []),
        (" - ", []),
    ],
)
def test_authors_of_a_field(field: str, names: list[str]) -> None:
    assert people(field) == named("author", *names)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("Translated by Bo Chu", named("translator", "Bo Chu")),
        ("Translator: Bo Chu", named("translator", "Bo Chu")),
        ("译者:李四", named("translator", "李四")),
        ("编译/李四", named("translator", "李四")),
        (
            "Ann Bly (translated by Bo Chu)",
            named("author", "Ann Bly") + named("translator", "Bo Chu"),
        ),
        (
            "作者:张三 译者:李四 编辑:王五",
            named("author", "张三") + named("translator", "李四") + named("editor", "王五"),
        ),
    ],
)
def test_roles_of_a_field(field: str, expected: tuple[Person, ...]) -> None:
    assert people(field) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Translated by Bo Chu", named("translator", "Bo Chu")),
        ("(Translated by Bo Chu)", named("translator", "Bo Chu")),
        ("translated by: Bo Chu and Ann Bly", named("translator", "Bo Chu", "Ann Bly")),
        ("Compiled and translated by Bo Chu", named("translator", "Bo Chu")),
        ("Translators: Bo Chu, Ann Bly", named("translator", "Bo Chu", "Ann Bly")),
        ("Edited by J. R. O'Dell-Marsh", named("editor", "J. R. O'Dell-Marsh")),
        ("Editor: Ludwig van der Aa", named("editor", "Ludwig van der Aa")),
        (
            "Translated by Bo Chu; Edited by Ann Bly",
            named("translator", "Bo Chu") + named("editor", "Ann Bly"),
        ),
        ("(翻译:李四)", named("translator", "李四")),
        ("(李四 编译)", named("translator", "李四")),
        ("【责任编辑:王五】", named("editor", "王五")),
        ("编辑 | 阿依古丽·买买提", named("editor", "阿依古丽·买买提")),
    ],
)
def test_lines_that_are_bylines(line: str, expected: tuple[Person, ...]) -> None:
    assert read_line(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By Ann Bly",
        "The poem was translated by Bo Chu",
        "Translated by the author in 1999",
        "Translated by",
        "Editor: The city needs a harbour. It has none.",
        "Edited by Ann Bly, with an afterword on tides",
        "编辑部昨天搬进了新楼",
        "他在学翻译",
        "翻译:这是一个很长的句子,说的是一件和名字无关的事情",
        "Translated by " + "Bo Chu, " * 40,
    ],
)
def test_lines_that_are_none(line: str) -> None:
    assert read_line(line) == ()
