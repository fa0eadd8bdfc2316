"""Compare a built folder with another, or with a bill of materials: `python -m release.same FOLDER OTHER`.

May touch: what it is given, reading; the terminal. Must never call two folders the same while a name, a link or a
byte differs. Standard library only, so that it can be read and run without anything installed.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

Files = Counter[tuple[str, str]]


def of_folder(folder: Path, *, links: bool = True) -> Files:
    """Each file's name with its SHA-256, each link's name with where it leads."""
    found: Files = Counter()
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            if links:
                found[name, f"-> {path.readlink()}"] += 1
        elif path.is_file():
            found[name, hashlib.sha256(path.read_bytes()).hexdigest()] += 1
    return found


def of_bill(bill: Path) -> Files:
    """The files that a bill of materials lists."""
    found: Files = Counter()
    for component in json.loads(bill.read_text("utf-8"))["components"]:
        for file in component.get("components", ()):
            if file["type"] == "file":
                found[file["name"], file["hashes"][0]["content"]] += 1
    return found


def differences(folder: Path, other: Path) -> list[str]:
    """Names of what is not the same in both, or stands in one only; a bill of materials lists no links."""
    if other.is_dir():
        one, two = of_folder(folder), of_folder(other)
    else:
        one, two = of_folder(folder, links=False), of_bill(other)
    return sorted({name for name, _ in (one - two) + (two - one)})


def main() -> int:
    """0: the same; 1: names of what differs; 2: asked wrongly."""
    if len(sys.argv) != 3 or not Path(sys.argv[1]).is_dir() or not Path(sys.argv[2]).exists():
        sys.stderr.write("python -m release.same FOLDER OTHER-FOLDER-OR-BILL\n")
        return 2
    found = differences(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write("".join(f"{name}\n" for name in found) or "the same\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
