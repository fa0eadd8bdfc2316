"""A large file whose bytes nobody can compress or guess."""

from __future__ import annotations

import secrets
from pathlib import Path


def write_large_file(path: Path, mib: int) -> Path:
    """`mib` mebibytes, each one different from the others."""
    block = secrets.token_bytes(1 << 20)
    with path.open("wb") as file:
        for number in range(mib):
            file.write(number.to_bytes(8, "big") + block[8:])
    return path
