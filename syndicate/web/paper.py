"""How personal pages are answered: kept by nobody, indexed by nobody, telling nobody.

Their addresses may hold a token. So nothing of them goes into a referrer, a
cache or an index, and no cookie is ever set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from syndicate.jobs.press import Press
from syndicate.templating import fill
from syndicate.web.headers import PRIVATE, SECURITY
from syndicate.web.pages import policy
from syndicate.web.refusals import root

Links = Sequence[tuple[str, str]]

#: For the page with the sign-up form, whose address is everybody's. Its origin has to
#: come with the form, which no-referrer would keep back.
OPEN: Final = {**SECURITY, "Cache-Control": "no-store", "Referrer-Policy": "same-origin"}


class Paper:
    """Fills the templates of personal pages in one of the site's languages."""

    def __init__(self, press: Press) -> None:
        self._press = press

    def page(
        self,
        request: Request,
        template: str,
        language: str,
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
        is_open: bool = False,
        **values: Any,
    ) -> Response:
        """A page that may send forms to us. Raises ``TemplateError``."""
        given = {"problems": {}, "links": (), "others": (), **values}
        html = fill(
            self._press.templates,
            f"page/{template}.html",
            language,
            site=self._press.config.site.title,
            root=root(request) or "./",
            **given,
        )
        return Response(
            html.encode(),
            status_code=status,
            media_type="text/html",
            headers={
                **(OPEN if is_open else PRIVATE),
                "Content-Security-Policy": policy(html, forms=True),
                **(headers or {}),
            },
        )

    def message(
        self,
        request: Request,
        language: str,
        *,
        title: str,
        paragraphs: Sequence[str],
        links: Links = (),
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> Response:
        """A page that says one thing. ``links`` are (label, address)."""
        return self.page(
            request,
            "personal-message",
            language,
            status=status,
            headers=headers,
            title=title,
            paragraphs=paragraphs,
            links=links,
        )

    def act(
        self,
        request: Request,
        language: str,
        *,
        title: str,
        paragraphs: Sequence[str],
        button: str,
        coming: Sequence[Mapping[str, str]] = (),
        after: Sequence[str] = (),
        links: Links = (),
    ) -> Response:
        """One question and one button, which sends an empty form to the page's own address."""
        return self.page(
            request,
            "personal-act",
            language,
            title=title,
            paragraphs=paragraphs,
            button=button,
            coming=coming,
            after=after,
            links=links,
            action=here(request),
        )


def here(request: Request) -> str:
    """The page's own address, relative to itself."""
    path: str = request.scope["path"]
    return f"./{path.rpartition('/')[2]}"


def token_of(request: Request) -> str:
    """The token at the end of the page's address."""
    return str(request.path_params["token"])


def see_other(address: str) -> Response:
    """On to a page that may be loaded again without sending the form twice (RFC 9110, 15.4.4).

    ``address`` is relative to the one that the form was sent to.
    """
    return Response(status_code=303, headers={**PRIVATE, "Location": address})
