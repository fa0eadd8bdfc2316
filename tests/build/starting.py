"""How the built program is started and ended by the tests in this folder."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress

from screen import children

Start = Callable[..., AbstractContextManager[subprocess.Popen[bytes]]]


def end(process: subprocess.Popen[bytes]) -> None:
    """The program and its child, which leads a session of its own."""
    for one in (*children(process.pid), process.pid):
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)
    process.communicate()
