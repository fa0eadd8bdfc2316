"""Checks a handed-over folder with the standard library alone: no line of the program, and fewer than sixty.

python -I sixty_lines.py FOLDER        says "unchanged", or names the first thing that is not
"""

import hashlib
import sys
from pathlib import Path


def sha256(path):
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def listed(bag, name):
    for line in (bag / name).read_text("utf-8").splitlines():
        digest, path = line.split(maxsplit=1)
        yield bag / path, digest


def first_fault(bag):
    if not (bag / "bagit.txt").read_text("utf-8").startswith("BagIt-Version: "):
        return "bagit.txt is none"
    payload = dict(listed(bag, "manifest-sha256.txt"))
    tags = dict(listed(bag, "tagmanifest-sha256.txt"))
    if bag / "manifest-sha256.txt" not in tags:
        return "the list of files is in no list"
    there = {path for path in (bag / "data").rglob("*") if path.is_file()}
    for path in sorted(there ^ set(payload)):
        return f"{path.name} is {'in no list' if path in there else 'missing'}"
    for path, digest in [*payload.items(), *tags.items()]:
        if not path.is_file():
            return f"{path.name} is missing"
        if sha256(path) != digest:
            return f"{path.name} was changed"
    return ""


if __name__ == "__main__":
    said = first_fault(Path(sys.argv[1]))
    print(said or "unchanged")
    sys.exit(bool(said))
