"""How the front page is set."""

from dataclasses import replace

import pytest

from syndicate.web.front import render_front
from tests.support import editions, publicpages


@pytest.mark.parametrize(
    ("columns", "abreast"),
    [(0, 1), (1, 1), (2, 2), (3, 3), (4, 4), (5, 3), (6, 3), (7, 4), (8, 4), (9, 3)],
)
def test_columns_stand_so_that_no_row_is_left_thin(columns, abreast):
    view = publicpages.front()
    assert replace(view, columns=view.columns[:1] * columns).abreast == abreast


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_story_is_there_with_its_address(language):
    page = publicpages.front_page(language)
    for story in (publicpages.MILL, publicpages.SEALS, publicpages.MARKET, publicpages.FERRY):
        assert story.headline in page


def test_what_a_store_holds_can_be_no_markup():
    evil = '<script>alert("x")</script>'
    story = replace(publicpages.MILL, headline=evil, summary=evil, facts=evil)
    view = replace(publicpages.front(), title=evil, lead=story, sections=((evil, "a"),))
    page = render_front(view, editions.templates(), "en")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
