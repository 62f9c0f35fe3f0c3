"""Connections may be served by two event loops: what depends on it is tried on both."""

from __future__ import annotations

import pytest

from syndicate.jobs import loop


@pytest.fixture(params=["uvloop", "asyncio"])
def either_loop(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "asyncio":
        monkeypatch.setattr(loop, "factory", lambda: None)
