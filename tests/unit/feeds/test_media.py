"""Names of published pictures and files."""

from __future__ import annotations

import pytest

from syndicate.feeds.media import file_name, local_paths, publishable
from syndicate.model.article import Attachment, Image
from tests.unit.feeds.newsroom import FERRY, article

DIGEST = "0123456789abcdef" * 4


def test_a_file_is_called_after_its_bytes():
    assert file_name("2026/Ferry at dawn.JPEG", DIGEST) == f"media/{DIGEST[:32]}.jpg"


@pytest.mark.parametrize("path", ["a.svg", "a.html", "a.js", "a.xml", "a.png.php", "a", "", ".png"])
def test_what_could_run_in_a_browser_is_not_published(path: str):
    assert not publishable(path)
    with pytest.raises(ValueError, match="not a kind of file"):
        file_name(path, DIGEST)


def test_an_article_s_local_files_are_named_once_and_remote_ones_not_at_all():
    content = article(
        images=(*FERRY.content.images * 2, Image("https://far.example/x.png")),
        attachments=(*FERRY.content.attachments, Attachment("u", path="files/run.svg")),
    ).content
    assert local_paths(content) == ("images/ferry.png", "files/timetable.pdf")
