"""Answers kept in this process, as long as the record they were made from stays the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

from flask import current_app

T = TypeVar("T")


class Kept:
    """The last things used, at most ``limit`` of them; the oldest goes first. Safe between threads."""

    def __init__(self, limit: int) -> None:
        self._things: OrderedDict[Hashable, object] = OrderedDict()
        self._limit = limit
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The thing kept under the key, else a new one. Two threads may make it at once; both are right."""
        found = self.find(key)
        if found is None:
            found = make()
            self.put(key, found)
        return found  # type: ignore[return-value]

    def find(self, key: Hashable) -> object | None:
        with self._lock:
            found = self._things.get(key)
            if found is not None:
                self._things.move_to_end(key)
        return found

    def put(self, key: Hashable, thing: object) -> None:
        with self._lock:
            self._things[key] = thing
            self._things.move_to_end(key)
            while len(self._things) > self._limit:
                self._things.popitem(last=False)

    def has(self, key: Hashable) -> bool:
        return key in self._things

    def __len__(self) -> int:
        return len(self._things)


def kept(name: str, limit: int = 256) -> Kept:
    """The application's store of that name."""
    stores: dict[str, Kept] = current_app.extensions.setdefault("kept", {})
    store = stores.get(name)
    if store is None:
        store = stores.setdefault(name, Kept(limit))
    return store
