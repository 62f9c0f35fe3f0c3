"""How templates fail: by name and line, never with an empty space."""

import pytest
from jinja2 import DictLoader

from syndicate.model.errors import TemplateError
from syndicate.templating import environment, fill


def filled(text, name="page.html", language="en", **values):
    return fill(environment(DictLoader({name: text})), name, language, **values)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("one\n{{ nothing }}", "'nothing' is undefined"),
        ("one\n{% if %}", "line 2"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ('{% include "lost.html" %}', "lost.html"),
    ],
)
def test_a_faulty_template_is_named(text, told):
    with pytest.raises(TemplateError) as caught:
        filled(text)
    assert told in str(caught.value)
    assert "template" in str(caught.value)


def test_what_was_compiled_before_is_not_taken_for_another_text():
    """Of one text it is kept for the next environment."""
    assert [filled(text) for text in ("one", "two", "one")] == ["one", "two", "one"]


def test_a_missing_template_is_named():
    with pytest.raises(TemplateError, match=r"mail/gone\.html"):
        fill(environment(DictLoader({})), "mail/gone.html", "en")


def test_values_in_a_message_are_escaped_in_html_and_not_in_text():
    text = '{{ _("Feeds of %(site)s", site=site) }}'
    assert filled(text, site="A & <B>") == "Feeds of A &amp; &lt;B&gt;"
    assert filled(text, "page.txt", site="A & <B>") == "Feeds of A & <B>"


def test_messages_are_said_in_the_language_asked_for():
    text = '{{ ngettext("%(count)s story", "%(count)s stories", 1200) }}'
    assert filled(text) == "1,200 stories"
    assert filled(text, language="zh-CN") == "共 1,200 篇"
