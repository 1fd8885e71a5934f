"""The product's command with the mark of a kept page read at every request, not once in 20 ms."""

from __future__ import annotations

from webinar.cli import main
from webinar.queries import quick

if __name__ == "__main__":
    quick.FRESH_SECONDS = 0
    main()
