"""A folder in memory for a target that reads files; gone when the fuzzing is over."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Named by the driver, which outlives every process that falls.
NAMED = "SAFEPLAN_FUZZ_ROOM"
IN_MEMORY = "/dev/shm"


def room() -> Path:
    """A new empty folder."""
    named = os.environ.get(NAMED)
    made = Path(tempfile.mkdtemp(dir=named or (IN_MEMORY if Path(IN_MEMORY).is_dir() else None)))
    if not named:
        atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
