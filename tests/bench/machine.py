"""The machine that was measured on, in a line: without it no figure means anything."""

import os
import platform
import sqlite3
from pathlib import Path

import psycopg


def line(postgres_url: str) -> str:
    """Processor, cores, system, Python and both databases."""
    with psycopg.connect(postgres_url) as connection:
        postgres = connection.execute("SHOW server_version").fetchone() or ("?",)
    return " · ".join(
        [
            f"{_processor()}, {os.cpu_count()} cores",
            platform.platform(terse=True),
            f"Python {platform.python_version()}",
            f"SQLite {sqlite3.sqlite_version}",
            f"PostgreSQL {postgres[0].split()[0]}",
        ]
    )


def _processor() -> str:
    for each in Path("/proc/cpuinfo").read_text().splitlines():
        if each.startswith("model name"):
            return each.partition(":")[2].strip()
    return platform.machine()
