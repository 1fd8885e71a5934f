"""The public pages' clock stands at the factories' NOW, and nobody has asked too often."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from tests.factories.registration import NOW
from webinar.extensions import limiter


@pytest.fixture
def at_now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def no_limit_reached_before() -> None:
    """Limits count all requests of an address; each test begins at none."""
    if limiter.initialized:
        limiter.reset()
