"""What the desk's lists have in common: addresses that keep what was chosen, filters, orders, chips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from flask import request

from webinar.queries.paging import Turn

PAGING = ("setelah", "sebelum")
MOST_LETTERS = 100


@dataclass(frozen=True)
class Choice:
    """A filter with its options, the first of which narrows nothing."""

    name: str
    word: str
    options: tuple[tuple[str, str], ...]

    def word_of(self, value: str) -> str:
        return dict(self.options).get(value, value)


@dataclass(frozen=True)
class Chip:
    """One thing a list is narrowed by, and the address without it."""

    word: str
    value: str
    address: str


@dataclass(frozen=True)
class Heading:
    """The head of a column: its address sorts by it, or turns the order round."""

    word: str
    address: str
    direction: str | None  # as aria-sort says it


@dataclass(frozen=True)
class Listing:
    """A list's address: its path, and what was chosen. Only what the list knows is kept."""

    base: str
    given: Mapping[str, str]
    choices: tuple[Choice, ...] = ()
    orders: tuple[tuple[str, str], ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)  # of typed filters: name, word

    def address(self, **changed: str | None) -> str:
        """The same list with something else; a page is only kept where it is named."""
        chosen = {name: value for name, value in {**self.given, **changed}.items() if value}
        return f"{self.base}?{urlencode(chosen)}" if chosen else self.base

    @property
    def order(self) -> str:
        return self.given.get("urut") or self.orders[0][0]

    @property
    def sort(self) -> str:
        return self.order.lstrip("-")

    @property
    def is_descending(self) -> bool:
        return self.order.startswith("-")

    @property
    def is_narrowed(self) -> bool:
        return any(self.given.get(name) for name in (*self.texts, *(c.name for c in self.choices)))

    def heading(self, word: str, sort: str) -> Heading:
        if sort != self.sort:
            first = next(order for order, _word in self.orders if order.lstrip("-") == sort)
            return Heading(word, self.address(urut=first), None)
        turned = sort if self.is_descending else f"-{sort}"
        return Heading(word, self.address(urut=turned), "descending" if self.is_descending else "ascending")

    def chips(self) -> list[Chip]:
        typed = [(name, word, self.given.get(name, "")) for name, word in self.texts.items()]
        chosen = [(c.name, c.word, self.given.get(c.name, "")) for c in self.choices]
        words = {choice.name: choice for choice in self.choices}
        return [
            Chip(word, words[name].word_of(value) if name in words else value, self.address(**{name: None}))
            for name, word, value in (*typed, *chosen)
            if value
        ]


def listing(
    base: str,
    *,
    choices: tuple[Choice, ...],
    orders: tuple[tuple[str, str], ...],
    texts: Mapping[str, str],
) -> Listing:
    """From the request; values no filter knows are dropped."""
    known = {choice.name: {value for value, _word in choice.options} for choice in choices}
    known["urut"] = {turn for order, _word in orders for turn in (order, f"-{order.lstrip('-')}")}
    known["urut"] |= {order.lstrip("-") for order, _word in orders}
    given = {name: request.args.get(name, "") for name in known}
    kept = {name: value for name, value in given.items() if value in known[name]}
    typed = {name: request.args.get(name, "").strip()[:MOST_LETTERS] for name in texts}
    return Listing(base, kept | typed, choices, orders, texts)


def turn() -> Turn:
    return Turn.of(request.args.get("setelah"), request.args.get("sebelum"))
