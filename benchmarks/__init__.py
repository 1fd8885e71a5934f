"""Bare ceilings and the product, one after the other on the same machine: ``python -m benchmarks``.

Never run with the tests: figures depend on the machine. What counts are the ratios within one run.
"""
