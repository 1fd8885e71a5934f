"""Compresses the static files into the wheel, so that browsers on slow lines get a fifth of the bytes.

WhiteNoise serves ``NAME.gz`` beside ``NAME``. A checkout keeps none: they would outlive an edit.
"""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPRESSED = {".css", ".js", ".svg"}


class CompressStaticFiles(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        static = Path(self.root) / "webinar" / "static"
        self._folder = tempfile.TemporaryDirectory(prefix="webinar-static-")  # until the wheel is written
        folder = Path(self._folder.name)
        for number, path in enumerate(sorted(static.rglob("*"))):
            if path.suffix in COMPRESSED:
                copy = folder / f"{number}.gz"
                copy.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
                build_data["force_include"][str(copy)] = f"webinar/static/{path.relative_to(static)}.gz"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()
