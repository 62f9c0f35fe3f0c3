"""What becomes of the HTML that people paste out of a word processor."""

from __future__ import annotations

import pytest

from syndicate.content.sanitise import CleanBody, clean
from syndicate.model.article import Image, Person

BASE = "https://www.example.org/101/7.aspx"


def body(markup: str) -> CleanBody:
    return clean(markup, base=BASE)


def html(markup: str) -> str:
    return body(markup).html


WORD = (
    '<form><p class="MsoNormal" style="margin:0cm; line-height:20pt; font-weight:normal">'
    '<span lang="EN-US" style="font-family:&#39;Garamond&#39;; font-size:12pt">'
    "The ferry <font color='red'>runs</font> again.<o:p></o:p></span></p>"
    '<p style="margin:0pt"><span>&nbsp;</span></p><p><span>\u3000\u3000</span><br></p></form>'
)


def test_a_word_processors_wrappers_and_empty_paragraphs_go() -> None:
    assert html(WORD) == "<p>The ferry runs again.</p>"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<b>a</b> <i>b</i>", "<p><strong>a</strong> <em>b</em></p>"),
        ('<p><span style="font-weight:700">a</span></p>', "<p><strong>a</strong></p>"),
        ('<p><span style="FONT-STYLE: italic">a</span></p>', "<p><em>a</em></p>"),
        (
            '<p><b>a <span style="font-weight:normal">b</span></b></p>',
            "<p><strong>a</strong> b</p>",
        ),
        ("<p><b>a</b><b> b</b></p>", "<p><strong>a b</strong></p>"),
        ('<p>H<span style="vertical-align:sub">2</span>O</p>', "<p>H<sub>2</sub>O</p>"),
        ('<p><span style="text-decoration:line-through">a</span></p>', "<p><s>a</s></p>"),
        ("<p><u>a</u> <big>b</big></p>", "<p>a b</p>"),
        ("<h2><b>a</b></h2>", "<h2>a</h2>"),
        (
            "<div style='font-weight:bold'><p>a</p><p>b</p></div>",
            "<p><strong>a</strong></p><p><strong>b</strong></p>",
        ),
    ],
)
def test_emphasis(markup: str, expected: str) -> None:
    assert html(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<div><div>a</div><div>b<div>c</div></div></div>", "<p>a</p><p>b</p><p>c</p>"),
        ("a<br>b<br><br>c<br>", "<p>a<br>b</p><p>c</p>"),
        ("<h1>a</h1><h2>b</h2><h6>c</h6>", "<h2>a</h2><h3>b</h3><h6>c</h6>"),
        ("<h2>a</h2><h3>b</h3>", "<h2>a</h2><h3>b</h3>"),
        ("<p>a</p><hr><hr><p>b</p><hr>", "<p>a</p><hr><p>b</p>"),
        ("<pre>\n\n  two\n    four\n</pre>", "<pre>  two\n    four</pre>"),
        ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
        ("a</body></html><p>b", "<p>a</p><p>b</p>"),
        ("a  b\n c\xa0d &nbsp; e", "<p>a b c\xa0d e</p>"),
        ("<p>a&#146;s</p>", "<p>a’s</p>"),
        ("<p>5 &lt; 6 &amp; 7</p>", "<p>5 &lt; 6 &amp; 7</p>"),
    ],
)
def test_blocks_and_breaks(markup: str, expected: str) -> None:
    assert html(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ul><li>a</li><li><p>b</p></li><li></li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li>a<ul><li>b</ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul><li><p>a</p><p>b</p></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("<ul>a</ul>", "<ul><li>a</li></ul>"),
        ("<li>a</li>", "<p>a</p>"),
        ('<ol start=3 type="i"><li>a</ol>', '<ol start="3" type="i"><li>a</li></ol>'),
        ("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
    ],
)
def test_lists(markup: str, expected: str) -> None:
    assert html(markup) == expected


def test_a_table_keeps_its_caption_headings_and_spans() -> None:
    markup = (
        '<table border=1 style="width:100%"><caption>Tides</caption><thead><tr>'
        '<th scope="col" colspan="2" bgcolor="x"><p>Day</p><th rowspan=2>High</th></tr></thead>'
        "<tr><td><p><span>Mon</span></p></td><td></td></tr></table>"
    )
    assert html(markup) == (
        "<table><caption>Tides</caption><thead><tr>"
        '<th colspan="2" scope="col">Day</th><th rowspan="2">High</th></tr></thead>'
        "<tbody><tr><td>Mon</td><td></td></tr></tbody></table>"
    )


def test_a_table_around_one_cell_is_only_a_frame() -> None:
    assert html("<table><tr><td><p>a</p><p>b</p></td></tr></table>") == "<p>a</p><p>b</p>"


def test_a_table_of_empty_cells_goes() -> None:
    assert html("a<table><tr><td>&nbsp;</td><td></td></tr></table>") == "<p>a</p>"


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert('</p>')</script>",
        "<style>p{color:red}</style>",
        "<textarea>x</textarea><button>x</button><select><option>x</select><input value=x>",
        "<iframe src='https://a.example/'>x</iframe><object>x</object><embed src=x><track><source>",
        "<svg><script>x</script><text>x</text></svg>",
        '<p style="display:none">x</p><p hidden>x</p><span style="visibility: hidden">x</span>',
        '<span style="mso-hide:all">x</span>',
        "<!-- x --><?x y?><![if !x]><![endif]>",
    ],
)
def test_what_goes_with_all_it_holds(markup: str) -> None:
    assert html(f"<p>a</p>{markup}<p>b</p>") == "<p>a</p><p>b</p>"


def test_links_are_absolute_and_lose_all_but_their_address() -> None:
    markup = '<p><a href="../102/8.aspx" onclick="x()" target=_blank style="color:red">a</a></p>'
    assert html(markup) == '<p><a href="https://www.example.org/102/8.aspx">a</a></p>'


@pytest.mark.parametrize("href", ["javascript:x()", "data:text/html,x", "#top", "file:///c:/x", ""])
def test_a_link_to_nowhere_leaves_its_text(href: str) -> None:
    assert html(f'<p>a <a href="{href}">b</a></p>') == "<p>a b</p>"


def test_links_lists_each_address_once() -> None:
    found = body('<a href="/a?x=1&amp;y=2">a</a> <a href="/b">b</a> <a href="/a?x=1&amp;y=2">c</a>')
    assert found.links == ("https://www.example.org/a?x=1&y=2", "https://www.example.org/b")


def test_an_address_that_nh3_refuses_goes_with_its_element() -> None:
    found = body(
        '<p>a <a href="http://xn--a.example/">b</a></p><img src="http://xn--a.example/c.jpg">'
    )
    assert found.html == "<p>a b</p>"
    assert found.images == ()


def test_a_picture_keeps_its_text_and_size_and_stands_in_a_figure() -> None:
    found = body('<p><img src="/p.jpg" alt="The quay" width="600px" height=400 srcset="x 2x"></p>')
    assert found.html == (
        '<figure><img src="https://www.example.org/p.jpg" alt="The quay" width="600" height="400">'
        "</figure>"
    )
    assert found.images == (
        Image("https://www.example.org/p.jpg", "The quay", width=600, height=400),
    )


def test_a_picture_within_text_stays_there() -> None:
    assert html('<p>a <img src="/p.png"> b</p>') == (
        '<p>a <img src="https://www.example.org/p.png" alt=""> b</p>'
    )


def test_a_linked_picture_keeps_its_link() -> None:
    assert html('<a href="/big.jpg"><b><img src="/p.jpg"></b></a>') == (
        '<figure><a href="https://www.example.org/big.jpg">'
        '<img src="https://www.example.org/p.jpg" alt=""></a></figure>'
    )


def test_a_picture_loaded_late_is_found() -> None:
    assert body('<img src="data:image/gif;base64,R0" data-src="/p.jpg">').images == (
        Image("https://www.example.org/p.jpg"),
    )


def test_a_file_name_is_no_description() -> None:
    assert [image.alt for image in body('<img src="/p.jpg" alt="C:\\pics\\IMG_2.JPG">').images] == [
        ""
    ]


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="/p.gif" width=1 height=1>',
        '<img src="/p.gif" width=0>',
        '<img src="/p.gif" style="width:1px;height:1px">',
        '<img src="/p.gif" style="display:none">',
        '<img src="https://hm.baidu.com/hm.gif?si=1">',
        '<img src="https://www.google-analytics.com/collect?v=1">',
        '<img src="https://stats.example/matomo.php?idsite=1">',
        '<img src="https://a.example/1x1.gif?u=7">',
        '<img src="data:image/gif;base64,R0lGOD">',
        "<img>",
    ],
)
def test_beacons_and_pictures_of_no_address_go(picture: str) -> None:
    found = body(f"<p>a{picture}</p>")
    assert (found.html, found.images) == ("<p>a</p>", ())


@pytest.mark.parametrize("name", ["track.jpg", "beacon.png", "pixel/logo.gif", "open.gif", "b.png"])
def test_pictures_that_are_only_named_like_beacons_stay(name: str) -> None:
    assert len(body(f'<img src="/images/{name}">').images) == 1


def test_a_figure_keeps_its_caption() -> None:
    found = body("<figure><img src=/p.jpg><figcaption><p>The <b>quay</b></p></figcaption></figure>")
    assert found.html == (
        '<figure><img src="https://www.example.org/p.jpg" alt="">'
        "<figcaption>The <strong>quay</strong></figcaption></figure>"
    )
    assert found.images[0].caption == "The quay"


@pytest.mark.parametrize(
    "markup",
    [
        '<p align="center"><img src="/p.jpg"></p><p style="text-align:center">The quay</p>',
        '<center><img src="/p.jpg"><br>The quay</center>',
        '<div align=center><p><img src="/p.jpg"></p><p></p><p>The quay</p></div>',
    ],
)
def test_a_centred_line_below_a_picture_is_its_caption(markup: str) -> None:
    found = body(f"{markup}<p>Text.</p>")
    assert found.html == (
        '<figure><img src="https://www.example.org/p.jpg" alt="">'
        "<figcaption>The quay</figcaption></figure><p>Text.</p>"
    )
    assert found.images[0].caption == "The quay"
    assert found.paragraphs == ("Text.",)


@pytest.mark.parametrize("line", ["Photo: the quay", "图1:码头", "▲ The quay"])
def test_a_line_that_says_so_is_a_caption_below_a_centred_picture(line: str) -> None:
    assert body(f"<p align=center><img src=/p.jpg></p><p>{line}</p>").images[0].caption == line


@pytest.mark.parametrize("line", ["Photo by Ann Bly", "图片来源：潮汐社", "摄影/张三"])
def test_a_credit_alone_below_a_centred_picture_is_taken(line: str) -> None:
    image = body(f"<p align=center><img src=/p.jpg></p><p>{line}</p>").images[0]
    assert image.caption == ""
    assert image.credit in ("Ann Bly", "潮汐社", "张三")


def test_a_credit_leaves_the_caption_and_stays_in_the_body() -> None:
    found = body(
        "<figure><img src=/p.jpg><figcaption>The <b>quay</b>. Photo: Ann Bly</figcaption></figure>"
    )
    assert (found.images[0].caption, found.images[0].credit) == ("The quay.", "Ann Bly")
    assert "The <strong>quay</strong>. Photo: Ann Bly</figcaption>" in found.html


@pytest.mark.parametrize(
    "markup",
    [
        "<p><img src=/p.jpg></p><p>Text.</p>",
        "<p align=center><img src=/p.jpg></p><p>Text.</p>",
        "<p align=center><img src=/p.jpg></p><h2 align=center>Text.</h2>",
        f"<p align=center><img src=/p.jpg></p><p align=center>{'Long. ' * 50}</p>",
        "<p align=center><img src=/p.jpg></p><p>Between.</p><p align=center>Text.</p>",
    ],
)
def test_other_paragraphs_below_a_picture_are_none(markup: str) -> None:
    assert body(markup).images[0].caption == ""


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Translated by Bo Chu", (Person("Bo Chu", "translator"),)),
        ("&nbsp; (Translated by Bo Chu.)", (Person("Bo Chu", "translator"),)),
        ("Editor: Ann Bly", (Person("Ann Bly", "editor"),)),
        ("译者:李四", (Person("李四", "translator"),)),
        ("编译:李四\u3000责任编辑:王五", (Person("李四", "translator"), Person("王五", "editor"))),
    ],
)
def test_a_byline_at_the_end_leaves_the_body(line: str, people: tuple[Person, ...]) -> None:
    found = body(f"<p>Text.</p><p><span>{line}</span></p><p>&nbsp;</p>")
    assert (found.html, found.lines, found.people) == ("<p>Text.</p>", ("Text.",), people)


def test_several_bylines_leave_in_their_order() -> None:
    found = body("<p>Text.</p><hr><p>Translated by Bo Chu</p><p>Editor: Ann Bly</p>")
    assert found.html == "<p>Text.</p>"
    assert found.people == (Person("Bo Chu", "translator"), Person("Ann Bly", "editor"))


def test_a_byline_in_the_last_line_of_a_paragraph_leaves_it() -> None:
    found = body("<p>Text.<br>Editor: Ann Bly<br>Translated by Bo Chu</p>")
    assert (found.html, found.lines) == ("<p>Text.</p>", ("Text.",))
    assert found.people == (Person("Bo Chu", "translator"), Person("Ann Bly", "editor"))


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Translated by Bo Chu</p><p>Text.</p>",
        "<p>Text.</p><p>Translated by the author herself.</p>",
        "<p>Text.</p><p>It was translated by Bo Chu</p>",
        "<p>Text.</p><p>Editor: the city has changed</p>",
        "<p>Translated by Bo Chu</p>",
        "<p>Text.</p><ul><li>Translated by Bo Chu</li></ul>",
    ],
)
def test_what_only_looks_like_a_byline_stays(markup: str) -> None:
    found = body(markup)
    assert (found.html, found.people) == (markup, ())


def test_text_comes_without_captions_in_its_paragraphs() -> None:
    found = body("<h2>Head</h2><p>One<br>two.</p><ul><li>a</li></ul><table><tr><td>b<td>c</table>")
    assert found.lines == ("Head", "One\ntwo.", "a", "b", "c")
    assert found.paragraphs == ("One\ntwo.",)
    assert found.text == "Head\nOne\ntwo.\na\nb\nc"


@pytest.mark.parametrize("count", [300, 3_000, 60_000])
@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote", "ul", "table", "a href=/x"])
def test_nesting_of_any_depth_loses_no_text(tag: str, count: int) -> None:
    name = tag.partition(" ")[0]
    found = body(f"<p>first</p>{f'<{tag}>' * count}deep{f'</{name}>' * count}<p>last</p>")
    assert found.lines == ("first", "deep", "last")


def test_a_huge_body_is_read_to_its_end() -> None:
    assert len(body("<p>word word</p>" * 100_000).lines) == 100_000
