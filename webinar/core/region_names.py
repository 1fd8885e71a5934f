"""Regions as lists of offices name them: by code or by name, with or without what kind they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from webinar.core.office import plain_name

_KIND = re.compile(r"(kabupaten|kota|provinsi) ")
_CODE = re.compile(r"(\d{2})(?:[. ]?(\d{1,2}))?")


class RegionNames:
    """Finds regions among all of them by their names (``34``: Aceh, ``34.02``: Kabupaten Bantul)."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._codes: dict[str, list[str]] = defaultdict(list)
        for code, name in names.items():
            whole = plain_name(name)
            for alias in {
                whole,
                _KIND.sub("", whole, count=1),
                f"provinsi {whole}" if "." not in code else whole,
            }:
                self._codes[alias].append(code)

    def __getitem__(self, code: str) -> str:
        return self._names[code]

    def found(self, text: str, level: str | None = None) -> list[str]:
        """The codes of the regions that may be meant; more than one where the name leaves it open.

        A spreadsheet that took the code for a number has lost a nought: ``34.1`` was 34.10. A level tells
        provinces from regencies of the same name, and a name that says its kind is taken by its word.
        """
        if match := _CODE.fullmatch(text.strip()):
            province, regency = match[1], match[2]
            code = province if regency is None else f"{province}.{regency.ljust(2, '0')}"
            return [code] if code in self._names else []
        found = self._codes.get(plain_name(text), [])
        wanted = {"province": 2, "regency": 5}.get(level or "")
        fitting = [code for code in found if wanted is None or len(code) == wanted]
        return list(fitting or found)
