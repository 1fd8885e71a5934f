"""P11: the product installed into a virtual environment of its own, as the README says."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.goals import Reading

_CHECKOUT = Path(__file__).parent.parent


def install() -> Reading:
    """Seconds of ``python -m venv`` and ``pip install .``; needs a package index."""
    with tempfile.TemporaryDirectory(prefix="webinar-install-") as folder:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "venv", folder], check=True, timeout=120)
        command = [f"{folder}/bin/pip", "install", "--quiet", "--disable-pip-version-check", str(_CHECKOUT)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        seconds = time.perf_counter() - begin
        subprocess.run([f"{folder}/bin/webinar", "--version"], check=True, capture_output=True, timeout=60)
        packages = sum(1 for _ in Path(folder).glob("lib/python*/site-packages/*.dist-info"))
    return Reading("P11", "venv and pip install .", seconds, 60, unit="s", note=f"{packages} packages")
