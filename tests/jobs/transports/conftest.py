"""Connections are tried on each event loop that they may be served by."""

from __future__ import annotations

import pytest

from syndicate.jobs import loop


@pytest.fixture(autouse=True, params=["uvloop", "asyncio"])
def event_loop_of(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "asyncio":
        monkeypatch.setattr(loop, "factory", lambda: None)
