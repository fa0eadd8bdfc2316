"""Which files another process holds open, as the system lists them.

May touch: /proc of a process that the tests started. Must never stumble over a file that is closed while it looks.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def held_by(process: int) -> set[str]:
    """The files, pipes and sockets that a process has open. PermissionError where it may not be looked into."""
    found = set()
    for one in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed since the folder was listed
            found.add(str(one.readlink()))
    return found
