"""Draws the README's pictures from the sample newsroom, with Debian's chromium.

Run it where the project is installed with its ``test`` extra:
``python docs/pictures/make.py``. It works in a temporary folder and leaves the
site in the repository alone.
"""

from __future__ import annotations

import email
import email.policy
import io
import tempfile
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Literal

from PIL import Image, ImageColor
from playwright.sync_api import Browser, sync_playwright

from syndicate.cli.context import Context
from syndicate.config.model import Config
from syndicate.jobs.audience.gate import stamp
from syndicate.jobs.cycle import run_cycle
from syndicate.jobs.press import open_press
from syndicate.look import LOOK
from syndicate.web.front import render_front
from syndicate.web.frontpage import front

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
#: Colours of a picture's palette: the commonest, and the furthest apart.
COMMON, APART = 176, 48


@dataclass(frozen=True)
class Picture:
    """A page, and the part of it from the top that is drawn, in CSS pixels."""

    name: str
    page: Path
    width: int
    height: int
    #: Pixels drawn for each pixel of the page: screens are finer than they say.
    fineness: float = 1.5


def main() -> None:
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        pictures = write_pages(Path(made))
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        for picture in pictures:
            for scheme in SCHEMES:
                draw(browser, picture, scheme)
        browser.close()


def write_pages(folder: Path) -> list[Picture]:
    """Run the sample's press and write the pages to be drawn."""
    config = sample(folder)
    context = Context(str(ROOT / "config.toml"))
    with open_press(config, clock=context.now) as press:
        report = run_cycle(press)
        shown = front(press, root="", stamp=stamp(press))
        page = render_front(shown, press.templates, config.site.language)
    mail = next(Path(path) for path in report.editions[0].files if path.endswith(".eml"))
    message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
    body = message.get_body(("html",))
    if body is None:
        raise ValueError(f"{mail} has no HTML part")
    # The public address of the sample does not exist: its pictures are shown from the folder.
    html = body.get_content().replace(f"{config.site.url}feeds/", "feeds/")
    (folder / "digest.html").write_text(html, encoding="utf-8")
    (folder / "front.html").write_text(page, encoding="utf-8")
    return [
        Picture("front", folder / "front.html", 1280, 1120, fineness=1.25),
        Picture("digest", folder / "digest.html", 640, 1056),
        Picture("directory", folder / "feeds/index.html", 1280, 900),
    ]


def sample(folder: Path) -> Config:
    """The sample site, writing into ``folder``."""
    return Context(
        str(ROOT / "config.toml"),
        overrides=(
            f"store.url=sqlite:///{folder}/store.db",
            f"feeds.output={folder}/feeds",
            f"mail.outbox={folder}/outbox",
            f"subscribers.secrets={folder}/secrets",
        ),
    ).config


def draw(browser: Browser, picture: Picture, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=scheme,
        device_scale_factor=picture.fineness,
    )
    page.goto(picture.page.as_uri())
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    page.close()
    with_palette(shot.convert("RGB")).save(HERE / f"{picture.name}-{scheme}.png", optimize=True)


def with_palette(picture: Image.Image) -> Image.Image:
    """The picture in few colours: a quarter of the bytes, and it looks the same.

    The commonest colours alone would lose the accents, which cover little; and
    the nearest colour of a palette is not near enough for the look's own.
    """
    common = picture.quantize(COMMON, method=Image.Quantize.MEDIANCUT).getpalette() or []
    apart = picture.quantize(APART, method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette(common[: 3 * COMMON] + apart[: 3 * APART])
    small = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    own = {ImageColor.getrgb(c) for scheme in (LOOK.light, LOOK.dark) for c in astuple(scheme)}
    values = small.getpalette() or []
    for colour, place in zip(pixels(picture), pixels(small), strict=True):
        if colour in own:
            values[3 * place : 3 * place + 3] = colour
            own.remove(colour)
    small.putpalette(values)
    return small


def pixels(picture: Image.Image) -> list[Any]:
    """The picture's pixels, row by row: (red, green, blue), or places in its palette."""
    width = len(picture.getbands())
    data = picture.tobytes()
    if width == 1:
        return list(data)
    return list(zip(*(data[band::width] for band in range(width)), strict=True))


if __name__ == "__main__":
    main()
