"""`make bench`: every figure the README prints, measured in one run; a table on screen, build/bench.json on disk.

Ratios are taken between two things measured in this same run. Figures of the exit are read off the X server.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench import busy_figures, desk_figures, leaving_figures, log_figures, screen_figures, store_figures
from tests.bench.figure import Figure

GROUPS: dict[str, Callable[[Path, bool], list[Figure]]] = {
    "store": store_figures.measure,
    "log": log_figures.measure,
    "screen": screen_figures.measure,
    "busy": busy_figures.measure,
    "leaving": leaving_figures.measure,
    "desk": desk_figures.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("--only", choices=sorted(GROUPS))
    parser.add_argument("--quick", action="store_true", help="a tenth of the data; for trying out, not for printing")
    options = parser.parse_args()
    build = Path(__file__).resolve().parents[2] / "build"
    work = build / "bench-work"
    work.mkdir(parents=True, exist_ok=True)
    figures: list[Figure] = []
    for name, measure in GROUPS.items():
        if options.only in (None, name):
            figures += measure(work, options.quick)
    for figure in figures:
        print(figure.line())
    (build / "bench.json").write_text(
        json.dumps(
            {
                "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "system": sys.platform},
                "quick": options.quick,
                "figures": {figure.name: figure.value for figure in figures},
                "met": {figure.name: figure.met for figure in figures if figure.aim is not None},
            },
            indent=1,
        )
        + "\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
