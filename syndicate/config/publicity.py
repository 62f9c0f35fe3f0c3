"""The output folder is for everybody to read: nothing else may lie in it.

A web server hands out whatever is there, and publishing puts its own files, such
as ``index.html``, in place of others of the same name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from syndicate.config.agreements import Disagreement
from syndicate.config.mail import Mail
from syndicate.config.tables import Source, Store

_WAY_OUT = 'write a folder of its own, such as "feeds"'


def output_is_apart(output: Path, others: Iterable[tuple[str, Path]]) -> Iterator[Disagreement]:
    """Whether ``[feeds] output`` is a folder that everybody may read all of.

    ``others`` are the places that may not lie in it, each with what it is, the worst first.
    """
    # As the system finds them: a link may lead to where a path would never.
    folder = Path(os.path.realpath(output))
    for what, place in others:
        if Path(os.path.realpath(place)).is_relative_to(folder):
            yield (
                ("feeds", "output"),
                str(output),
                f"everybody can read all of this folder, and it has {what} in it; {_WAY_OUT}",
            )
            return


def places(
    root: Path, home: str, *, store: Store, secrets: Path, mail: Mail, sources: Iterable[Source]
) -> Iterator[tuple[str, Path]]:
    """What is not for everybody, or not publishing's to write.

    ``root`` is the site's folder, ``home`` the user's, empty where it isn't known.
    """
    yield "the whole system", Path("/")
    yield "the site's own folder", root
    if home:
        yield "this user's home", Path(home)
    scheme, _, file = store.url.partition(":///")
    if scheme == "sqlite":
        yield "the store", Path(file).parent
    yield "the secrets", secrets
    yield "mails to readers", mail.outbox
    for key in (mail.dkim.key, mail.dkim.ed25519_key):
        if key is not None:
            yield "a key that signs mails", key
    if mail.bounces.maildir is not None:
        yield "mails that came back", mail.bounces.maildir
    for source in sources:
        yield f'the pages of the source "{source.name}"', source.path
    yield "the site's templates", root / "templates"
