"""Reads a folder that was handed over by this program, to be taken into another record: checked first, then read.

May touch: the one folder it is given, to read. Must never unpack, follow a link, trust a name or a hash that stands
in it, or write anywhere: what is taken goes into the store piece by piece, and what is refused leaves nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from safeplan import errors
from safeplan.handover import verify
from safeplan.records.attachments import CHUNK
from safeplan.records.merge_source import BAG, LONGEST_DOCUMENT, OtherFile, Source, other_entry, other_file
from safeplan.records.wording import let_others_run

# Documents of entries and files are short; this is many times what the largest record has.
MOST_LINES = 200_000
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def source_from_bag(
    untrusted_folder: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Source:
    """The entries and originals in a handed-over folder, after every file of it was checked.

    What can be taken in is only what its record lines carry whole; names of people are not in them. `progress(done,
    total)` counts bytes, 0 as total while they are being counted; `cancelled` is asked before each piece, line and
    entry. Raises Cancelled; FileUnreadable with `reason`: "no_bag" (also for a packed file: unpack it first) |
    "changed" (`fault` names what) | "no_record" (an ordinary bag without record lines); RecordDamaged when a line is
    not what it claims.
    """

    def stop_if() -> None:
        if cancelled():
            raise errors.Cancelled
        let_others_run()

    def told(done: int, total: int) -> None:
        stop_if()
        progress(done, total)

    if not untrusted_folder.is_dir():
        raise errors.FileUnreadable(reason="no_bag")
    verdict = verify.verify_bag(untrusted_folder, told=told)
    if verdict.status != verify.UNCHANGED:
        fault = verdict.first_fault
        reason = "no_bag" if verdict.status == verify.NOT_A_BAG else "changed"
        raise errors.FileUnreadable(reason=reason, fault=fault.id if fault else "")
    if not verdict.root or not (untrusted_folder / verify.CHAIN).is_file():
        raise errors.FileUnreadable(reason="no_record")
    entries: dict[str, list[str]] = {}
    files: dict[str, list[str]] = {}
    for document in _documents(untrusted_folder / verify.CHAIN):
        stop_if()
        value = json.loads(document)
        # Files may stand before the entry they belong to: lines are in the order of random ids.
        where = files if "attachment" in value else entries
        where.setdefault(str(value.get("incident")), []).append(document)
    record = hashlib.sha256(b"bag " + verdict.root.encode()).hexdigest()[:32]
    by_hash = _payload(untrusted_folder)
    found = []
    for incident_id, documents in entries.items():
        stop_if()
        documents.sort(key=_writing)
        kept = [_file(text, record, by_hash) for text in files.get(incident_id, [])]
        found.append(other_entry(documents, [file for file in kept if file is not None], record))
    return Source(BAG, record, verdict.root, tuple(found), frozenset(), ())


def _documents(path: Path) -> Iterator[str]:
    """The documents that the record lines carry; each line was checked with the folder. Raises RecordDamaged."""
    try:
        with path.open("rb") as stream:
            stream.readline(LONGEST_DOCUMENT)
            for number, line in enumerate(iter(lambda: stream.readline(2 * LONGEST_DOCUMENT), b"")):
                document = json.loads(line)["document"]
                if number >= MOST_LINES:
                    raise errors.RecordDamaged(reason="line")
                if document is None:
                    # Some of its text was not handed over: its place in that record is shown, nothing can be taken.
                    continue
                if not isinstance(document, str) or not isinstance(json.loads(document), dict):
                    raise errors.RecordDamaged(reason="line")
                yield document
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise errors.RecordDamaged(reason="line") from None


def _writing(document: str) -> int:
    """Which writing of its entry a document is; text, a fraction or nothing can stand there in a forged one."""
    number = json.loads(document).get("revision")
    if type(number) is not int:
        raise errors.RecordDamaged(reason="entry")
    return number


def _payload(folder: Path) -> dict[str, Path]:
    """{SHA-256: place} from the folder's own list, every name of which was found safe and every sum right."""
    found: dict[str, Path] = {}
    for line in (folder / verify.MANIFEST).read_text("ascii").splitlines():
        digest, _, name = line.partition("  ")
        if verify.safe_path(name):
            found.setdefault(digest, folder / name)
    return found


def _file(document: str, record: str, by_hash: dict[str, Path]) -> OtherFile | None:
    """The file a document is about; None when the original did not leave with it."""
    path = by_hash.get(str(json.loads(document).get("sha256")))
    return None if path is None else other_file(document, record, _reader(path))


def _reader(path: Path) -> Callable[[], Iterator[bytes]]:
    def read() -> Iterator[bytes]:
        try:
            # Between the check and now somebody may have put a link there; what is read is hashed once more.
            descriptor = os.open(path, os.O_RDONLY | _NO_FOLLOW)
            try:
                while piece := os.read(descriptor, CHUNK):
                    yield piece
            finally:
                os.close(descriptor)
        except OSError:
            raise errors.FileVanished from None

    return read
