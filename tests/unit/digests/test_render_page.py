"""An edition as a page: the same stories, self-contained."""

import re

import html5lib
import pytest

from tests.support import editions

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(params=["english", "chinese", "bare"])
def variant(request):
    return getattr(editions, request.param)()


@pytest.fixture
def page(variant):
    return editions.rendered(variant).page


def test_it_is_valid_html(page, variant):
    document = html5lib.HTMLParser(strict=True).parse(page)
    assert document.get("lang") == variant.language


def test_it_tells_the_same_stories_as_the_mail(page, variant):
    stories = [s.article.content.address for s in (*variant.stories, *variant.most_viewed)]
    document = html5lib.parse(page)
    links = [link.get("href") for link in document.iter(f"{NAMESPACE}a")]
    assert links == [variant.site_url, *stories]


def test_it_is_nobodys_own(page):
    assert "@@" not in page
    assert "nsubscribe" not in page


def test_it_needs_nothing_from_elsewhere(page):
    assert not re.search(r"<script|<link|@import|url\(", page)
    assert not re.search(r"\sstyle=|\son\w+=", page)


def test_pictures_have_relative_addresses_and_say_what_they_show():
    page = editions.rendered(editions.english()).page
    (picture,) = re.findall(r"<img [^>]*>", page)
    assert 'src="../../feeds/media/images/harbour.png"' in picture
    assert 'alt="A harbour at dusk"' in picture
    assert 'width="640" height="384"' in picture
