"""A stranger's folder whose lists and record lines all fit, with any documents in it: taken in, or refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from safeplan.errors import FileUnreadable, RecordDamaged
from safeplan.handover import verify
from safeplan.handover.taking_in import source_from_bag
from safeplan.records.tree import Tree, leaf_hash
from tests.fuzz.reshaped import reshaped
from tests.fuzz.room import room

_FOLDER = room()
_LETTER = b"her letter\n"
_SALT = bytes(16)
_HER = {"kind": "day", "start": "2026-03-01", "end": "", "words": ""}
_ENTRY = {
    "incident": "b" * 32,
    "revision": 1,
    "form": {"text": "Told me", "happened": _HER, "people": ["e" * 32], "kinds": ["threat"], "place": "the stairs"},
    "reason": "",
    "written_at_utc": "2026-03-02T10:00:00Z",
    "zone": "+05:00",
}
_CLAIM = {"record": "d" * 32, "id": "b" * 32, "number": 1, "at": "", "zone": "", "origin": "e" * 64}
_FILE = {"attachment": "c" * 32, "incident": "b" * 32, "name": "letter.txt", "size": 11, "file_time": "", "note": ""}
OURS = [
    _ENTRY,
    {**_ENTRY, "revision": 2, "claimed": _CLAIM},
    {**_FILE, "sha256": hashlib.sha256(_LETTER).hexdigest(), "zone": "+05:00", "claimed": _CLAIM},
]
MOST = 4
(_FOLDER / "data").mkdir()
(_FOLDER / "data" / "0001.txt").write_bytes(_LETTER)
(_FOLDER / "bagit.txt").write_bytes(verify.BAGIT_TXT)


def target(data: bytes) -> None:
    """Documents, one a line, or ("~") ours with other values in them; the letter's own is always there."""
    try:
        documents = [line.decode() for line in data.split(b"\n")[:MOST]]
    except UnicodeDecodeError:
        documents = []
    if data[:1] == b"~":
        documents = [json.dumps(one) for one in reshaped(OURS, data[1:])]
    letter = {"attachment": "a" * 32, "sha256": hashlib.sha256(_LETTER).hexdigest()}
    forge(_FOLDER, [*documents, json.dumps(letter)])
    try:
        source = source_from_bag(_FOLDER)
    except (FileUnreadable, RecordDamaged) as refused:
        # What is said to her is chosen by it.
        if not refused.facts.get("reason"):
            raise
        return
    for entry in source.entries:
        assert len(entry.id) == 32
        assert all(revision.form is not None for revision in entry.revisions)
        assert all(b"".join(file.read()) == _LETTER for file in entry.files)


def forge(folder: Path, documents: list[str]) -> None:
    """Record lines and lists as they would be if somebody had written these documents."""
    entries = []
    for document in documents:
        sums = hashlib.sha256(document.encode()).hexdigest()
        entries.append(json.dumps({"op": "add", "content_sha256": sums}))
    tree = Tree(b"seed")
    tree.put_all([(place, leaf_hash(_SALT, entry.encode())) for place, entry in enumerate(entries)])
    lines = [json.dumps({"number": tree.root().hex()})]
    for place, (entry, document) in enumerate(zip(entries, documents, strict=True)):
        path = [one.hex() for one in tree.path(place)]
        line = {"entry": entry, "document": document, "place": place, "path_hex": path, "salt_hex": _SALT.hex()}
        lines.append(json.dumps(line))
    (folder / verify.CHAIN).write_text("\n".join(lines) + "\n")
    for name, pattern in ((verify.MANIFEST, "data/*"), (verify.TAG_MANIFEST, "*.txt")):
        listed = ""
        for path in sorted(one for one in folder.glob(pattern) if one.name != verify.TAG_MANIFEST):
            listed += f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        (folder / name).write_text(listed)
