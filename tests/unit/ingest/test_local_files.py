"""Pictures and attachments that lie in the source's own folder, and what must not."""

from __future__ import annotations

import os
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Pillow

from syndicate.ingest.origin import Origin
from syndicate.model.article import Image
from tests.unit.ingest.pages import ORIGIN, page, read


@pytest.fixture
def origin(tmp_path: Path) -> Origin:
    folder = tmp_path / "source"
    folder.mkdir()
    return replace(ORIGIN, folder=folder)


def draw(
    folder: Path | None, path: str, *, size: tuple[int, int] = (8, 6), **options: object
) -> Path:
    assert folder is not None
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    Pillow.new("RGB", size).save(file, **options)  # type: ignore[arg-type]
    return file


def first_image(
    origin: Origin, src: str, *, name: str = "101001/11.aspx"
) -> tuple[Image, tuple[str, ...]]:
    found = read(page(f'<p>a</p><img src="{src}" width=9 height=9>'), origin=origin, name=name)
    return found.content.images[0], found.warnings


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("p.jpg", "image/jpeg"),
        ("p.png", "image/png"),
        ("p.gif", "image/gif"),
        ("p.webp", "image/webp"),
    ],
)
def test_a_local_picture_is_measured(origin: Origin, name: str, media_type: str) -> None:
    file = draw(origin.folder, f"images/{name}")
    assert first_image(origin, f"../images/{name}") == (
        Image(
            f"https://www.example.org/images/{name}",
            width=8,
            height=6,
            media_type=media_type,
            length=file.stat().st_size,
            path=f"images/{name}",
        ),
        (),
    )


def test_the_type_is_what_the_file_says_not_its_name(origin: Origin) -> None:
    draw(origin.folder, "p.jpg", format="PNG")
    assert first_image(origin, "/p.jpg")[0].media_type == "image/png"


def test_a_turned_photograph_is_as_wide_as_it_is_shown(origin: Origin) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    draw(origin.folder, "p.jpg", exif=exif)
    found, _ = first_image(origin, "/p.jpg")
    assert (found.width, found.height) == (6, 8)


@pytest.mark.parametrize(
    "src", ["/pics/a%20b.png", "/pics/a b.png", "/pics/a b.png?v=2", "/x/../pics/a b.png"]
)
def test_addresses_are_decoded(origin: Origin, src: str) -> None:
    draw(origin.folder, "pics/a b.png")
    (origin.folder or Path()).joinpath("x").mkdir()
    assert first_image(origin, src)[0].path == "pics/a b.png"


def test_a_page_of_a_dated_folder_has_its_pictures_there_too(origin: Origin) -> None:
    draw(origin.folder, "2026-01-19T08/images/p.png")
    found, _ = first_image(origin, "/images/p.png", name="2026-01-19T08/101001/11.aspx")
    assert found.path == "2026-01-19T08/images/p.png"


def test_a_new_picture_under_an_old_name_is_measured_anew(origin: Origin) -> None:
    draw(origin.folder, "p.png")
    assert first_image(origin, "/p.png")[0].width == 8
    file = draw(origin.folder, "p.png", size=(20, 10))
    os.utime(file, ns=(1, 1))
    assert first_image(origin, "/p.png")[0].width == 20


@pytest.mark.parametrize(
    "src",
    [
        "/missing.png",
        "https://other.example/p.png",
        "/",
        "/..%2Foutside.png",
        "/%2e%2e/outside.png",
        "/link.png",
        "/dir/outside.png",
        "/a%00b.png",
        "/folder",
    ],
)
def test_nothing_but_files_of_the_folder_is_looked_at(origin: Origin, src: str) -> None:
    folder = origin.folder
    assert folder is not None
    outside = draw(folder.parent, "outside.png")
    (folder / "link.png").symlink_to(outside)
    (folder / "dir").symlink_to(folder.parent)
    (folder / "folder").mkdir()
    found, warnings = first_image(origin, src)
    assert (found.path, found.width, warnings) == ("", 9, ())


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken", b"<svg/>"])
def test_a_broken_picture_is_a_warning(origin: Origin, content: bytes) -> None:
    (origin.folder or Path()).joinpath("p.png").write_bytes(content)
    found, warnings = first_image(origin, "/p.png")
    assert (found.path, found.width) == ("", 9)
    assert warnings == ("picture p.png: is not a JPEG, PNG, GIF or WebP that can be read",)


def test_a_picture_of_absurd_size_is_a_warning(origin: Origin) -> None:
    file = draw(origin.folder, "p.png")
    data = bytearray(file.read_bytes())
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    file.write_bytes(data)
    found, warnings = first_image(origin, "/p.png")
    assert found.path == ""
    assert len(warnings) == 1
    assert warnings[0].startswith("picture p.png: ")


def test_a_local_attachment_has_its_size(origin: Origin) -> None:
    (origin.folder or Path()).joinpath("t.pdf").write_bytes(b"%PDF-1.7")
    found = read(page(items='<li><a href="/t.pdf">Timetable</a></li>'), origin=origin)
    (attachment,) = found.content.attachments
    assert (attachment.path, attachment.length, attachment.media_type) == (
        "t.pdf",
        8,
        "application/pdf",
    )
