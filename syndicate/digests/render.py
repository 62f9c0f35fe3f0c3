"""One variant of an edition, rendered: mail, text part and page.

Pure: the same variant, templates and addresses give the same bytes. Rendering
happens once per edition and language, never per recipient; what differs
between recipients stands in the result as the placeholders given in ``Links``,
which come out as they went in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from jinja2 import Environment
from markupsafe import Markup

from syndicate.digests.inline import Inliner
from syndicate.digests.page import render_page
from syndicate.digests.story import TEXT_WIDTH, DigestView, PictureAddress, digest_view
from syndicate.digests.wording import wrap
from syndicate.model.article import Image
from syndicate.model.edition import Variant
from syndicate.templating import fill

LARGEST_HTML: Final = 80 * 1024
"""Bytes of HTML a mail may have: Gmail clips at about 102 KB."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where a reader goes from the mail's footer; an empty one is left out.

    They may be placeholders for addresses that differ between recipients:
    letters, digits, ``@``, ``_`` and ``-`` survive every step.
    """

    preferences: str = ""
    unsubscribe: str = ""
    browser: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom the mail goes to, for templates; empty where it is nobody in particular.

    May be placeholders, as in :class:`Links`.
    """

    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """A digest as mail: ``html`` with its styles inlined, ``text`` its written text part.

    ``warnings`` say what a person should know before sending it.
    """

    subject: str
    preheader: str
    html: str
    text: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A digest, ready to be sent or shown.

    ``html`` is the mail's, styles inlined; ``text`` its written text part;
    ``page`` a complete HTML page of the same edition. ``warnings`` say what a
    person should know before sending it.
    """

    subject: str
    preheader: str
    html: str
    text: str
    page: str
    warnings: tuple[str, ...] = ()


_NOBODY: Final = Reader()


def render(
    variant: Variant,
    *,
    environment: Environment,
    links: Links,
    postal_address: str,
    mail_picture: PictureAddress,
    page_picture: PictureAddress,
    inliner: Inliner | None = None,
) -> Rendered:
    """Render ``variant`` with the templates of ``environment``.

    ``mail_picture`` gives absolute addresses, ``page_picture`` those that hold
    where the page is kept. Pass the same ``inliner`` (see :func:`inliner_for`)
    for all variants of an edition in one language. Raises ``TemplateError``.
    """
    mail = render_mail(
        variant,
        environment=environment,
        links=links,
        postal_address=postal_address,
        picture=mail_picture,
        inliner=inliner,
    )
    return Rendered(
        subject=mail.subject,
        preheader=mail.preheader,
        html=mail.html,
        text=mail.text,
        page=render_page(variant, environment=environment, picture=page_picture),
        warnings=mail.warnings,
    )


def render_mail(
    variant: Variant,
    *,
    environment: Environment,
    links: Links,
    postal_address: str,
    picture: PictureAddress,
    inliner: Inliner | None = None,
    reader: Reader = _NOBODY,
) -> Mail:
    """The mail of ``variant`` alone, for ``reader``. As :func:`render` in all else.

    A picture of unknown size is left out: clients would show it at any size,
    and Outlook at its own.
    """

    def sized(image: Image) -> str:
        return picture(image) if image.width and image.height else ""

    inliner = inliner or inliner_for(environment, variant.language)
    view = digest_view(variant, sized, width=TEXT_WIDTH)
    own = {"links": links, "postal_address": postal_address, "reader": reader}
    html = _mail(view, own, environment, inliner)
    return Mail(
        subject=" ".join(variant.subject.split()),
        preheader=view.preheader,
        html=html,
        text=fill(environment, "mail/digest.txt", variant.language, digest=view, wrap=wrap, **own),
        warnings=_warnings(html),
    )


def inliner_for(environment: Environment, language: str) -> Inliner:
    """An inliner with the mail's stylesheet; good for one edition and language."""
    return Inliner(fill(environment, "mail/style.css", language))


def _mail(view: DigestView, own: dict[str, Any], environment: Environment, inliner: Inliner) -> str:
    """The frame with comments where the blocks go, then the blocks put in.

    So a story that stands in many variants is rendered by Jinja2 for each but
    inlined, which costs a hundred times more, only once.
    """
    blocks: list[str] = []

    def block(name: str, **values: Any) -> Markup:
        given = {"digest": view, **own, **values}
        filled = fill(environment, f"mail/{name}.html", view.language, **given)
        blocks.append(inliner.fragment(filled))
        return Markup(f"<!--block {len(blocks) - 1}-->")  # noqa: S704 (a number)

    frame = fill(environment, "mail/digest.html", view.language, digest=view, block=block, **own)
    html = inliner.document(frame)
    for number, filled in enumerate(blocks):
        html = html.replace(f"<!--block {number}-->", filled)
    return html


def _warnings(html: str) -> tuple[str, ...]:
    size = len(html.encode())
    if size <= LARGEST_HTML:
        return ()
    return (
        f"the mail's HTML is {size / 1024:.0f} KB and Gmail clips at about 100: "
        "lower the newsletter's `newest` or shorten the introduction",
    )
