"""``python -m webinar`` is the command ``webinar``."""

from webinar.cli import main

main()
