"""What a byline field says, and which lines are bylines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    ("field", "names"),
    [
        ("Ann Bly <ann@y.example>", ["Ann Bly"]),
        ("B <x@y.example>", ["B"]),
        ("Ann Bly (ann@y.example)", ["Ann Bly"]),
        ("Ann Bly\uff08ann@y.example\uff09", ["Ann Bly"]),
        ("张三\uff08邮箱\uff1azhang@y.example\uff09、李四", ["张三", "李四"]),
        ("ann@y.example (Ann Bly)", ["Ann Bly"]),
        ("Ann Bly ann@y.example", ["Ann Bly"]),
        ("Ann Bly, ann@y.example", ["Ann Bly"]),
        ("Ann Bly, e-mail: ann@y.example", ["Ann Bly"]),
        ("Ann Bly <mailto:ann@y.example>", ["Ann Bly"]),
        ("By Ann Bly <ann.bly+news@mail.y.example> and Bo Chu", ["Ann Bly", "Bo Chu"]),
        ("Ann Bly <a@y.example>, Bo Chu <b@y.example>", ["Ann Bly", "Bo Chu"]),
        ('"Ann Bly" <a@y.example>', ['"Ann Bly"']),
        ("记者张三zhang@y.example", ["记者张三"]),
        ("张三<zhang@y.example>、李四", ["张三", "李四"]),
        # Its own name is the best there is; never the whole address.
        ("ann.bly@y.example", ["ann.bly"]),
        ("By <by@y.example>", ["by"]),
        ("a@y.example, b@y.example", ["a", "b"]),
        ("Ann Bly @annbly", ["Ann Bly @annbly"]),
    ],
)
def test_a_mail_address_is_no_part_of_a_name(field: str, names: list[str]) -> None:
    assert people(field) == named("author", *names)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            "Ann Bly <ann@y.example>, translated by Bo Chu <translator@y.example>",
            named("author", "Ann Bly") + named("translator", "Bo Chu"),
        ),
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


def test_a_line_at_the_end_may_give_an_address() -> None:
    assert read_line("Translated by Bo Chu <bo@y.example>") == named("translator", "Bo Chu")
    assert read_line("(Translated by Bo Chu, bo@y.example)") == named("translator", "Bo Chu")
    assert read_line("Translated by bo@y.example") == ()
    assert read_line("Write to the editor: desk@y.example") == ()


@given(
    st.lists(
        st.sampled_from(
            ["Ann Bly", "by", "译者:", "<", ">", "(", ")", ", ", " and ", "a.b@y.example"]
        )
        | st.text(max_size=4),
        max_size=8,
    ).map("".join)
)
def test_no_name_has_an_address_in_it(field: str) -> None:
    for person in people(field):
        assert "@y.example" not in person.name
        assert person.name
