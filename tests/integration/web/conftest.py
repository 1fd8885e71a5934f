"""The public pages' clock stands at the factories' NOW."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from tests.factories.registration import NOW


@pytest.fixture
def at_now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield
