"""Checks the record lines of a handed-over folder: each fits its entry, each entry leads to one number.

May touch: the one file it is given, for reading. Must never import the rest of the program, or take a line for good
because another one was.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safeplan.handover.verify_reading import HowFar, open_ordinary

# Longer ones are not ours; reading one whole could exhaust the reader's memory.
LONGEST_LINE = 8 * 1024 * 1024

_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Chain:
    """What a chain.jsonl shows: the record's number, SHA-256 values of files in it, whether all lines fit.

    `handed_over` are those of the files whose own line came whole: each of them must lie in the folder.
    `withheld` counts lines without their text; `withheld_files` are the places of those that stand for a file.
    """

    root: str = ""
    recorded: frozenset[str] = frozenset()
    fits: bool = False
    withheld: int = 0
    withheld_files: frozenset[int] = frozenset()
    handed_over: frozenset[str] = frozenset()


def read_chain(path: Path, far: HowFar | None = None) -> Chain:
    """Read and check every line. Never raises for what it finds."""
    far = far or HowFar()
    root, recorded, fits, withheld = "", set(), True, 0
    files: set[int] = set()
    handed_over: set[str] = set()
    try:
        with open_ordinary(path) as stream:
            line = stream.readline(LONGEST_LINE)
            root = str(_object(line)["number"])
            far.read(len(line))
            while line := stream.readline(LONGEST_LINE):
                far.read(len(line))
                untrusted_line = _object(line)
                if not line_fits(untrusted_line, root):
                    fits = False
                    continue
                of_a_file = _object(str(untrusted_line["entry"]).encode()).get("op") == "attach"
                if untrusted_line["document"] is not None:
                    sha256 = str(_object(str(untrusted_line["document"]).encode()).get("sha256"))
                    recorded.add(sha256)
                    if of_a_file:
                        handed_over.add(sha256)
                else:
                    withheld += 1
                    if of_a_file:
                        # By its place, so that one line written twice does not stand for two files.
                        files.add(int(untrusted_line["place"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        fits = False
    if not _HEX.fullmatch(root):
        root, fits = "", False
    return Chain(root, frozenset(recorded), fits, withheld, frozenset(files), frozenset(handed_over))


def line_fits(untrusted_line: dict[str, Any], root: str) -> bool:
    """Whether the document of one line hashes to its entry, and the entry leads to `root`.

    A line whose document is null was handed over without its text: then only its place in the record is checked.
    Hashing is that of RFC 6962 with a salt in front of the leaf. Raises ValueError, KeyError, TypeError.
    """
    entry, document = str(untrusted_line["entry"]), untrusted_line["document"]
    place, path = untrusted_line["place"], untrusted_line["path_hex"]
    # One place only: a longer path would let a node pass for a leaf.
    if len(path) not in (16, 20):
        return False
    sha = hashlib.sha256
    content_sha256 = _object(entry.encode())["content_sha256"]
    if document is not None and content_sha256 != sha(str(document).encode()).hexdigest():
        return False
    node = sha(b"\x00" + bytes.fromhex(untrusted_line["salt_hex"]) + entry.encode()).digest()
    for sibling in map(bytes.fromhex, path):
        node = sha(b"\x01" + (sibling + node if place & 1 else node + sibling)).digest()
        place >>= 1
    return place == 0 and node.hex() == root


def _object(line: bytes) -> dict[str, Any]:
    loaded = json.loads(line)
    if not isinstance(loaded, dict):
        raise TypeError
    return loaded
