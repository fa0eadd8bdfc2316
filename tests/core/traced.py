"""A piece of work in a process of its own, which strace watches or lets down: every call to the disk is noted, or
one of them fails as a full or broken disk would make it fail.

The process is forked, so that it has what the test has (the remembered derivations among it) and starts at once.
"""

from __future__ import annotations

import contextlib
import gc
import os
import select
import shutil
import signal
import socket
import subprocess
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

WRITES = "write,pwrite64,pwritev,pwritev2,writev,ftruncate,truncate,fallocate,copy_file_range,sendfile"
LONGEST = 30.0

# What the work says on the way: not by a call that is watched, so that no fault ever meets it.
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Ended:
    """What the process said, line by line, and how it ended: "" by itself, otherwise "stuck" or the traceback."""

    lines: tuple[str, ...]
    fault: str


def needs_strace() -> None:
    """Skip the test where strace is missing or may not watch, and say so."""
    if shutil.which("strace") is None or not hasattr(os, "fork"):
        pytest.skip("this needs strace")


def watched(work: Callable[[Tell], None], options: list[str], longest: float = LONGEST) -> Ended:
    """Do `work` in a forked process under `strace -f OPTIONS`."""
    needs_strace()
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        _live(work, ours, theirs)
    theirs.close()
    strace = subprocess.Popen(
        ["strace", "-f", "-q", "-e", "signal=none", *options, "-p", str(child)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        _wait_until_watched(child, strace)
        ours.sendall(b"go")
        said, stuck = _listen(ours, time.monotonic() + longest)
        if stuck:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        ours.close()
        strace.communicate()
    *lines, last = said.decode("utf-8", "replace").split("\n")
    fault = "stuck" if stuck else last
    if not fault and status:
        fault = f"ended with {status}"
    return Ended(tuple(lines), fault)


def _live(work: Callable[[Tell], None], ours: socket.socket, theirs: socket.socket) -> None:
    """The child: never returns."""
    fault = ""
    try:
        ours.close()
        gc.disable()
        theirs.recv(2)
        work(lambda line: theirs.sendall(line.encode() + b"\n"))
    except BaseException:
        fault = traceback.format_exc()
    finally:
        with contextlib.suppress(BaseException):
            theirs.sendall(fault.replace("\n", " | ").encode())
        os._exit(0)


def _wait_until_watched(child: int, strace: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 10
    while True:
        status = Path(f"/proc/{child}/status").read_text()
        if "TracerPid:\t0\n" not in status:
            return
        if strace.poll() is not None or time.monotonic() > until:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            pytest.skip("strace may not watch a process here")
        time.sleep(0.001)


def _listen(ours: socket.socket, until: float) -> tuple[bytes, bool]:
    """All that is said until the end; whether it had to be cut short."""
    said = b""
    while True:
        ready = select.select([ours], [], [], max(0.0, until - time.monotonic()))[0]
        if not ready:
            return said, True
        try:
            part = ours.recv(1 << 16)
        except ConnectionResetError:
            part = b""
        if not part:
            return said, False
        said += part
