"""Clean HTML as text that a person reads in a mail."""

from __future__ import annotations

from syndicate.content.plain import to_text


def test_paragraphs_are_set_apart() -> None:
    assert to_text("<h2>Ferry</h2><p>It runs<br>again.</p><p>At nine.</p>") == (
        "Ferry\n\nIt runs\nagain.\n\nAt nine."
    )


def test_lists_and_tables_stay_readable() -> None:
    table = "<table><tbody><tr><td>High</td><td>9:00</td></tr></tbody></table>"
    text = to_text(f"<ul><li>one</li><li>two</li></ul>{table}")
    assert "* one\n" in text
    assert "High" in text.splitlines()[-1]
    assert "9:00" in text.splitlines()[-1]


def test_links_are_told_if_asked_for() -> None:
    html = '<p><a href="https://a.example/">the quay</a></p>'
    assert to_text(html) == "the quay"
    assert "https://a.example/" in to_text(html, links=True)


def test_nothing_is_nothing() -> None:
    assert to_text("") == ""
