"""The demo's events as event documents; persons and numbers are invented, except ``seed.json``, which is the
record of a report that KPU Kabupaten Bantul published in August 2021."""
