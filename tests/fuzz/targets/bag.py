"""A handed-over folder with one of its lists replaced: a verdict in words, never "unchanged" for a changed file."""

from __future__ import annotations

import hashlib
import shutil

from foreign_bags import make

from safeplan.handover import verify
from safeplan.handover.verify import UNCHANGED, verify_bag
from tests.fuzz.room import room

_FOLDER = room()
NAMES = (
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha512.txt",
    "tagmanifest-sha512.txt",
    "fetch.txt",
    "manifest-md5.txt",
    verify.MANIFEST,
    verify.TAG_MANIFEST,
    verify.CHAIN,
    "data/names.tsv",
    "VERIFY.txt",
    "data/letter.txt",
)
_BAG = make(_FOLDER / "bag")
_BEFORE = {name: (_BAG / name).read_bytes() for name in NAMES if (_BAG / name).exists()}


def target(data: bytes) -> None:
    """The first byte: which file; the second: whether the list of lists is made to fit again."""
    name = NAMES[data[0] % len(NAMES)] if data else NAMES[0]
    (_BAG / name).write_bytes(data[2:])
    try:
        if data[1:2] == b"+":
            with (_BAG / "tagmanifest-sha512.txt").open("w") as listed:
                for path in sorted(_BAG.glob("*.txt")):
                    if not path.name.startswith("tagmanifest-"):
                        listed.write(f"{hashlib.sha512(path.read_bytes()).hexdigest()}  {path.name}\n")
        verdict = verify_bag(_BAG)
        assert verdict.status != UNCHANGED or name != "data/letter.txt" or data[2:] == _BEFORE[name]
        assert all(fault.file.isprintable() for fault in (*verdict.faults, *verdict.notes))
        for language in ("en", "ru", "kk"):
            assert sum(map(len, verify.sentences(verdict, language))) < 30_000
    finally:
        (_BAG / name).unlink()
        for path, content in _BEFORE.items():
            if path == name or path.startswith("tagmanifest"):
                (_BAG / path).write_bytes(content)
        shutil.rmtree(_BAG / "data" / "data", ignore_errors=True)
