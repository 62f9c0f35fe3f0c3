"""Chinese in Latin letters, by tables that are large and seldom needed."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import Final

_LOADING: Final = Lock()


@lru_cache(maxsize=4096)
def pinyin(text: str) -> str:
    """A syllable a word, without tones."""
    with _LOADING, _collecting_nothing():
        from pypinyin import lazy_pinyin

        return " ".join(lazy_pinyin(text))


def forget_tables() -> None:
    """Give back their 60 MB. They take a sixth of a second to load again."""
    with _LOADING:
        for name in [name for name in sys.modules if name.partition(".")[0] == "pypinyin"]:
            # Emptied, since its modules refer to each other: a collection would take longer.
            vars(sys.modules.pop(name)).clear()


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Load them without being looked through for garbage again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
