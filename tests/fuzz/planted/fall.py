"""Ends the whole process, as a decoder written in C does, behind one letter."""

from __future__ import annotations

import os
import signal


def target(data: bytes) -> None:
    if data[:1] == b"f":
        os.kill(os.getpid(), signal.SIGSEGV)
