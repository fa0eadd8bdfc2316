"""Targets, each in a process of its own: `python -m tests.fuzz.one TASKS`, one line of JSON for each task.

May touch: the folders it is given. Must never let an execution pass that took longer or more memory than allowed.
What several targets load is loaded once; then each goes into a process that branches off, two at a time.
"""

from __future__ import annotations

import importlib
import json
import mmap
import os
import resource
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

FIGURES = struct.Struct("<QQQ")
INSTRUMENTED = ["safeplan", "ui", "tests.fuzz.planted", "tomllib"]
AT_ONCE = 2
Target = Callable[[bytes], None]


class TooLong(BaseException):
    """No `except Exception` of a target may swallow it."""


class Watched:
    """The target, with its time taken. Processor time: what others do on this computer must not count."""

    def __init__(self, target: Target, seconds: float, figures: Path, found: Path | None = None) -> None:
        self._target, self._seconds, self._found = target, seconds, found
        with figures.open("w+b") as file:
            file.write(bytes(FIGURES.size))
            file.flush()
            self._figures = mmap.mmap(file.fileno(), FIGURES.size)
        self._began = 0.0
        self.executions = self.slowest = self.largest = 0
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, seconds / 4, seconds / 4)

    def __call__(self, data: bytes) -> None:
        self._began = time.process_time()
        try:
            self._target(data)
            took = time.process_time() - self._began
            if took > self._seconds:
                raise TooLong(f"{took:.2f} s")
        except BaseException as fault:
            # What it took is given back first: libFuzzer might find no memory to write the input with.
            traceback.clear_frames(fault.__traceback__)
            if self._found is not None:
                self._found.write_bytes(data)
            raise
        finally:
            took = time.process_time() - self._began
            self._began = 0.0
            self.executions += 1
            self.slowest = max(self.slowest, int(took * 1e6))
            if self.executions % 64 == 1:
                self.largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            FIGURES.pack_into(self._figures, 0, self.executions, self.slowest, self.largest)

    def _look(self, _number: int, _frame: FrameType | None) -> None:
        if self._began and time.process_time() - self._began > self._seconds:
            raise TooLong(f"still busy after {self._seconds} s")


def limit_memory(mebibytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (mebibytes << 20, mebibytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def smaller(target: Target, data: bytes, kind: str, tries: int = 4000) -> bytes:
    """The same fault with as few bytes as a few thousand tries find."""
    size = max(1, len(data) // 2)
    while tries and size:
        at = 0
        while at < len(data) and tries:
            shorter = data[:at] + data[at + size :]
            tries -= 1
            if _fault_of(target, shorter) == kind:
                data = shorter
            else:
                at += size
        size //= 2
    return data


def _fault_of(target: Target, data: bytes) -> str:
    try:
        target(data)
    except BaseException as fault:
        return type(fault).__name__
    return ""


def _work(task: dict[str, Any], target: Target) -> None:
    """In a process of its own, to its end."""
    out = os.open(task["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1)
    os.dup2(out, 2)
    limit_memory(task["mebibytes"])
    if "smaller" in task:
        watched = Watched(target, task["seconds"], Path(task["figures"]))
        found, into = map(Path, task["smaller"])
        into.write_bytes(smaller(watched, found.read_bytes(), _fault_of(watched, found.read_bytes())))
        return
    import atheris

    watched = Watched(target, task["seconds"], Path(task["figures"]), Path(task["found"]))
    atheris.Setup([sys.argv[0], *task["flags"]], watched)
    atheris.Fuzz()


def _run_all(tasks: list[dict[str, Any]], targets: list[Target]) -> None:
    waiting = list(zip(tasks, targets, strict=True))
    running: dict[int, dict[str, Any]] = {}
    while waiting or running:
        if waiting and len(running) < AT_ONCE:
            task, target = waiting.pop(0)
            if (child := os.fork()) == 0:
                # Ends by itself; the input of a fault is written on the way out.
                _work(task, target)
                os._exit(0)
            running[child] = task
            continue
        child, status = os.wait()
        Path(running.pop(child)["status"]).write_text(str(os.waitstatus_to_exitcode(status)))


def main() -> None:
    tasks = [json.loads(line) for line in Path(sys.argv[1]).read_text().splitlines()]
    sys.path[:0] = [str(Path("tests").resolve()), str(Path("tests/core").resolve())]
    import atheris

    with atheris.instrument_imports(include=INSTRUMENTED, enable_loader_override=False):
        targets = [importlib.import_module(task["module"]).target for task in tasks]
    _run_all(tasks, targets)


if __name__ == "__main__":
    main()
