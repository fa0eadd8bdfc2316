"""Runs fuzzing targets, two at a time, each in a limited process; says what was found and what it cost.

May touch: build/fuzz, where grown corpora and found inputs stay. Must never lose an input that found something.
By hand: `python -m tests.fuzz.driver NAME EXECUTIONS`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from tests.fuzz.one import FIGURES
from tests.fuzz.room import NAMED, room

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GROWN = ROOT / "build" / "fuzz"
# What an endless loop inside a library is ended by; the target's own watch is quicker and counts processor time.
LAST_RESORT_SECONDS = 60


class Target(NamedTuple):
    """`share`: of a million executions. `seconds` and `mebibytes`: what one execution may take."""

    name: str
    share: int
    longest_input: int = 4096
    seconds: float = 1.0
    mebibytes: int = 512


class Outcome(NamedTuple):
    """`fault` is "" or one line; then `found` is the input behind it, made small."""

    name: str
    executions: int
    slowest_ms: float
    largest_mib: int
    fault: str = ""
    found: Path | None = None


def available() -> bool:
    """Whether input can be led by what it reaches: there is a wheel of atheris for this system."""
    return importlib.util.find_spec("atheris") is not None


def seeds_of(name: str) -> Path:
    return HERE / "corpus" / name


def run_all(
    shares: dict[Target, int], folder: Path, *, seed: int, package: str = "targets", grow: bool = False
) -> list[Outcome]:
    """Try each target so often, from the kept inputs on. `folder` takes what is found; `grow` keeps what leads on."""
    tasks = [_task(one, number, folder / one.name, seed, package, grow=grow) for one, number in shares.items()]
    _work_off(tasks, folder)
    return [_outcome(one, task, folder / one.name) for one, task in zip(shares, tasks, strict=True)]


def _task(target: Target, executions: int, folder: Path, seed: int, package: str, *, grow: bool) -> dict[str, Any]:
    grown = GROWN / target.name if grow else folder / "grown"
    for path in (folder, grown):
        path.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        # From the time before.
        path.unlink() if path.is_file() else None
    flags = [
        f"-runs={executions}",
        f"-seed={seed}",
        f"-max_len={target.longest_input}",
        f"-artifact_prefix={folder}/",
    ]
    flags += [f"-timeout={LAST_RESORT_SECONDS}", "-rss_limit_mb=0", "-len_control=0", str(grown)]
    flags += [str(seeds)] if (seeds := seeds_of(target.name)).is_dir() else []
    return {
        "module": f"tests.fuzz.{package}.{target.name}",
        "seconds": target.seconds,
        "mebibytes": target.mebibytes,
        "flags": flags,
        "found": str(folder / "crash-raised"),
        **{name: str(folder / name) for name in ("figures", "said", "status")},
    }


def _work_off(tasks: list[dict[str, Any]], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / "tasks"
    listed.write_text("".join(json.dumps(task) + "\n" for task in tasks))
    shared = room()
    with (folder / "said").open("wb") as said:
        subprocess.run(
            [sys.executable, "-m", "tests.fuzz.one", str(listed)], cwd=ROOT, check=False,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), NAMED: str(shared)},
            stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        )  # fmt: skip
    shutil.rmtree(shared, ignore_errors=True)


def _outcome(target: Target, task: dict[str, Any], folder: Path) -> Outcome:
    figures, said, status = (Path(task[name]) for name in ("figures", "said", "status"))
    if not (figures.exists() and status.exists()):
        return Outcome(target.name, 0, 0, 0, "did not begin: " + (folder.parent / "said").read_text()[-1500:])
    count, slowest, largest = FIGURES.unpack(figures.read_bytes())
    outcome = Outcome(target.name, count, slowest / 1000, largest // 1024)
    found = sorted(path for path in folder.iterdir() if re.match(r"(crash|timeout|oom|leak)-", path.name))
    if status.read_text() == "0" and not found:
        return outcome
    fault = _fault_in(said.read_text(errors="replace")) or f"ended with {status.read_text()}"
    least = folder / "smaller"
    if found:
        again = {name: str(folder / f"again-{name}") for name in ("figures", "said", "status")}
        _work_off([{**task, **again, "smaller": [str(found[0]), str(least)]}], folder / "again")
    least = least if least.exists() else found[0] if found else None
    if least is not None:
        kept = GROWN / "kept" / f"{target.name}-{hashlib.sha256(least.read_bytes()).hexdigest()[:12]}"
        kept.parent.mkdir(parents=True, exist_ok=True)
        least = Path(shutil.copy(least, kept))
    return outcome._replace(fault=fault, found=least)


def _fault_in(said: str) -> str:
    """The exception and the place where it was raised, or what libFuzzer says."""
    place = re.findall(r'File "([^"]+)", line (\d+)', said)
    named = re.search(r"Uncaught Python exception: ===\n(.*)", said) or re.search(r"ERROR: libFuzzer: (.*)", said)
    at = f" ({Path(place[-1][0]).name}:{place[-1][1]})" if place else ""
    return f"{named[1][:160]}{at}" if named else ""


def main() -> int:
    from tests.fuzz.target_list import TARGETS

    name, executions = sys.argv[1], int(sys.argv[2])
    shares = {one: executions for one in TARGETS if one.name == name}
    (outcome,) = run_all(shares, GROWN / "found", seed=int.from_bytes(os.urandom(3), "big"), grow=True)
    print((GROWN / "found" / name / "said").read_text(errors="replace")[-3000:] if outcome.fault else "", outcome)
    return 1 if outcome.fault else 0


if __name__ == "__main__":
    sys.exit(main())
