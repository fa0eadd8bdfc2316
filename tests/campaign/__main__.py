"""`make campaign`: every row of the test programme, a line for each as it ends, build/campaign.json at the end.

A row holds when its tests passed, none was left out, and at least one control showed that the row can fail.
Rows that are run alone (--row) replace their lines in the file that is there; each line says when it was made.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from tests.campaign.rows import ROWS, Row

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
LONGEST_ROW = 4 * 3600


def main() -> int:
    parser = argparse.ArgumentParser(prog="campaign")
    parser.add_argument("--row", action="append", choices=[row.id for row in ROWS], help="this row; may be repeated")
    parser.add_argument("--exits", type=int, help="leave so often from each state; those of earlier runs count")
    parser.add_argument("--daily", action="store_true", help="as few tries as `make test` makes; for trying out")
    options = parser.parse_args()
    wanted = [row for row in ROWS if options.row is None or row.id in options.row]
    known = {} if options.row is None else _already_known()
    for row in wanted:
        known[row.id] = line = _run(row, daily=options.daily, exits=options.exits)
        print(_shown(row, line), flush=True)
        _write(known)
    return 0 if all(known.get(row.id, {}).get("result") == "holds" for row in wanted) else 1


def _run(row: Row, *, daily: bool, exits: int | None) -> dict[str, Any]:
    report = BUILD / "campaign" / f"{row.id}.xml"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--timeout", str(LONGEST_ROW)]
    command += ["--row", row.id, "--junitxml", str(report)]
    command += ["-m", "not campaign"] if daily else ["--full", "--hypothesis-profile", "campaign"]
    command += ["--exits", str(exits)] if exits else []
    command += _files_that_name(row)
    started = time.monotonic()
    with (report.with_suffix(".log")).open("wb") as log:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT, check=False)
    line = _judged(report)
    line["seconds"] = round(time.monotonic() - started, 1)
    line["daily"] = daily
    line["made"] = datetime.now(UTC).isoformat(timespec="seconds")
    line["commit"] = _commit()
    return line


def _files_that_name(row: Row) -> list[str]:
    """Collecting every test for every row would cost ten minutes."""
    named = [path for path in sorted((ROOT / "tests").rglob("test_*.py")) if f'"{row.id}"' in path.read_text()]
    return [str(path.relative_to(ROOT)) for path in named] or ["tests/rules"]


def _judged(report: Path) -> dict[str, Any]:
    """What the tests of one row came to; a row without a control, or with a test left out, does not hold."""
    if not report.exists():
        return {"result": "broke off", "tries": 0, "tests": 0, "controls": 0, "figures": {}}
    tests = controls = tries = 0
    figures: dict[str, Any] = {}
    bad: list[str] = []
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        told = [(one.get("name", ""), one.get("value", "")) for one in case.iter("property")]
        for kind in ("failure", "error", "skipped"):
            if (fault := case.find(kind)) is not None:
                bad.append(f"{kind}: {case.get('name')}: {(fault.get('message') or '').splitlines()[0][:160]}")
                break
        else:
            if ("control", "True") in told:
                controls += 1
            else:
                tests += 1
                tries += max(1, sum(int(value) for name, value in told if name == "tries"))
        figures |= {name.removeprefix("figure:"): value for name, value in told if name.startswith("figure:")}
    result = "holds"
    if bad:
        result = "FAILS" if any(not one.startswith("skipped") for one in bad) else "not whole"
    elif not tests:
        result = "no test"
    elif not controls:
        result = "no control"
    return {"result": result, "tries": tries, "tests": tests, "controls": controls, "figures": figures, "bad": bad}


def _shown(row: Row, line: dict[str, Any]) -> str:
    figures = ", ".join(f"{name} {value}" for name, value in line["figures"].items())
    text = f"{row.id}  {line['tries']:>9,} tries  {line['result']:<10} {row.promise}"
    return "\n      ".join([text, *([figures] if figures else []), *line.get("bad", [])])


def _write(lines: dict[str, dict[str, Any]]) -> None:
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "system": sys.platform}
    (BUILD / "campaign.json").write_text(json.dumps({"machine": machine, "rows": lines}, indent=1) + "\n")


def _already_known() -> dict[str, dict[str, Any]]:
    path = BUILD / "campaign.json"
    found: dict[str, dict[str, Any]] = json.loads(path.read_text())["rows"] if path.exists() else {}
    return found


def _commit() -> str:
    """The commit that was tried, or nothing in a folder without git's history."""
    asked = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
