"""Prepare the ceilings' database: ``CEILING_DATABASE_URL=… python -m benchmarks.ceilings``."""

from benchmarks.ceilings import prepare

prepare()
