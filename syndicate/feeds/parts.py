"""Parts of pages that are filled once for all pages that show the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from syndicate.feeds.fragments import KEPT, Fragments, Thing
from syndicate.templating import fill, found


def filled(
    environment: Environment,
    name: str,
    language: str,
    things: Sequence[Thing],
    values: Callable[[Thing], dict[str, Any]],
    *,
    beside: Callable[[Thing], Hashable] = lambda _: None,
    kept: Fragments = KEPT,
) -> list[Markup]:
    """The template ``name``, filled with each of the things in their order.

    ``beside`` names what ``values`` follow from besides the thing. A changed
    template is another one, and a part that it takes in from elsewhere counts
    as its own from the next start on. Raises ``TemplateError``.
    """
    template = found(environment, name)

    def write(missing: Sequence[Thing]) -> list[bytes]:
        return [
            f"{fill(environment, name, language, **values(thing))}\n".encode(errors="surrogatepass")
            for thing in missing
        ]

    texts = kept.take(things, lambda thing: (template, language, beside(thing)), write)
    return [Markup(text.decode(errors="surrogatepass")) for text in texts]  # noqa: S704 (templates' own)
