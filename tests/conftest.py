"""What every test may ask for: real parts, and a plain refusal where one is missing.

``SYNDICATE_TEST_REQUIRE`` (comma-separated names, or ``all``) turns the
skipping of a missing part into a failure: CI sets it, a laptop need not.
"""

from __future__ import annotations

import os

import pytest


def missing(part: str, why: str) -> None:
    """Skip the test for want of ``part``; fail it where that part is required."""
    required = os.environ.get("SYNDICATE_TEST_REQUIRE", "").split(",")
    if part in required or "all" in required:
        pytest.fail(f"{part} is required here: {why}")
    pytest.skip(f"no {part}: {why}")
