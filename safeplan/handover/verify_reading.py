"""Reads a folder made by anybody: what stands in it, small files, and the sums of the large ones.

May touch: the folder it is given, for reading. Must never follow a link, open a pipe or a device, take the name of a
file from anywhere but the folder itself, or import the rest of the program (a stranger runs this check alone).
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

UNCHANGED, CHANGED, NOT_A_BAG, NOT_CHECKED = 0, 1, 2, 3

# Beyond these the check says that it stopped, rather than fill the memory of the one who checks.
MOST_FILES = 200_000
MOST_FAULTS = 1000
DEEPEST_FOLDER = 60
LONGEST_NAME_SAID = 200
PIECE = 1 << 20

_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\..*)?")


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it should be. `id` is a key of WORDS; `file` is a path in the folder, printable."""

    id: str
    file: str


@dataclass(frozen=True)
class Verdict:
    """What a check found: `status` 0 unchanged, 1 changed, 2 not a folder of this kind, 3 could not be checked.

    `size` in bytes; `made_by` "" for a folder of our own form, else the version of BagIt it was checked by;
    `notes` are worth saying but no fault.
    """

    status: int
    faults: tuple[Fault, ...] = ()
    files: int = 0
    size: int = 0
    root: str = ""
    litter: tuple[str, ...] = ()
    notes: tuple[Fault, ...] = ()
    made_by: str = ""

    @property
    def first_fault(self) -> Fault | None:
        """The fault to say first, or None."""
        return self.faults[0] if self.faults else None

    @property
    def result(self) -> str:
        """`"valid"`, `"warning"`, `"invalid"` or `"unchecked"`, as the makers of BagIt sort folders."""
        if self.status == UNCHANGED:
            return "warning" if any(note.id not in REMARKS for note in self.notes) else "valid"
        return "unchecked" if self.status == NOT_CHECKED else "invalid"


# Said, but the folder is in order: nothing about it can be understood in two ways.
REMARKS = frozenset({"weak", "unlisted", "old_version", "not_portable", "not_compared", "withheld"})


class HowFar:
    """Tells how far a check is: told(done, total) in bytes after each piece, 0 as total while they are still being
    counted. What `told` raises ends the check: whoever asked for it may change her mind."""

    def __init__(self, told: Callable[[int, int], None] = lambda done, total: None) -> None:
        self._told, self._done, self._total = told, 0, 0

    def begin(self, total: int) -> None:
        """So many bytes will be read."""
        self._total = total
        self.read(0)

    def read(self, size: int) -> None:
        """So many more were."""
        self._done += size
        self._told(self._done, self._total)


class Found:
    """Faults and notes, each said once and no more than anybody would read."""

    def __init__(self) -> None:
        self.faults: dict[Fault, None] = {}
        self.notes: dict[Fault, None] = {}
        self._known: set[tuple[str, str]] = set()

    def fault(self, fault_id: str, untrusted_file: str) -> None:
        """Keep one fault, unless it is known or there are very many."""
        if len(self.faults) < MOST_FAULTS and (fault_id, untrusted_file) not in self._known:
            self._known.add((fault_id, untrusted_file))
            self.faults[Fault(fault_id, shown(untrusted_file))] = None

    def note(self, note_id: str, untrusted_file: str) -> None:
        """Keep one note, unless it is known or there are very many."""
        if len(self.notes) < MOST_FAULTS and (f"note {note_id}", untrusted_file) not in self._known:
            self._known.add((f"note {note_id}", untrusted_file))
            self.notes[Fault(note_id, shown(untrusted_file))] = None


@dataclass(frozen=True)
class Item:
    """One thing in the folder: `problem` is "" for an ordinary file of `size` bytes, else a key of WORDS."""

    path: str
    problem: str
    size: int = 0


def walk(folder: Path, deepest: int = DEEPEST_FOLDER) -> Iterator[Item]:
    """Everything in `folder`, links never followed; empty folders come as "empty". Stops after MOST_FILES."""
    waiting = [("", 0)]
    seen = 0
    while waiting:
        below, depth = waiting.pop()
        try:
            entries = sorted(os.scandir(folder / below), key=lambda entry: entry.name)
        except OSError:
            yield Item(below.rstrip("/") or ".", "unreadable")
            continue
        if not entries and below:
            yield Item(below.rstrip("/"), "empty")
        for entry in entries:
            seen += 1
            if seen > MOST_FILES:
                yield Item(below.rstrip("/") or ".", "too_long")
                return
            item = _item(entry, below + entry.name)
            if item.problem != "folder":
                yield item
            elif depth >= deepest:
                yield Item(item.path, "too_deep")
            else:
                waiting.append((item.path + "/", depth + 1))


def _item(entry: os.DirEntry[str], path: str) -> Item:
    # Python asks for such a name and gets the device, whatever stands in the folder.
    if os.name == "nt" and device_name(entry.name):
        return Item(path, "link")
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return Item(path, "unreadable")
    # A Windows junction is a folder to stat(), so it is asked for by its attribute.
    reparse = getattr(status, "st_file_attributes", 0) & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)
    if stat.S_ISDIR(status.st_mode) and not reparse:
        return Item(path, "folder")
    if stat.S_ISREG(status.st_mode) and not reparse:
        return Item(path, "", status.st_size)
    return Item(path, "link")


def read_small(path: Path, most: int) -> bytes | None:
    """At most `most` bytes of an ordinary file, or None."""
    try:
        with open_ordinary(path) as stream:
            return stream.read(most)
    except OSError:
        return None


def sums_of(path: Path, algorithms: Collection[str], far: HowFar | None = None) -> dict[str, str] | None:
    """{algorithm: hex} of one file, read once in pieces; None when it cannot be read."""
    far = far or HowFar()
    makers = {name: hashlib.new(name, usedforsecurity=False) for name in algorithms}
    try:
        with open_ordinary(path) as stream:
            while piece := stream.read(PIECE):
                for maker in makers.values():
                    maker.update(piece)
                far.read(len(piece))
    except OSError:
        return None
    return {name: maker.hexdigest() for name, maker in makers.items()}


def open_ordinary(path: Path) -> BinaryIO:
    """Open for reading what is an ordinary file at this very moment. Raises OSError for everything else.

    Between looking and opening the name can be given to a link or a pipe: neither is followed or waited for.
    """
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    number = os.open(path, os.O_RDONLY | flags)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError
    return os.fdopen(number, "rb")


def device_name(untrusted_part: str) -> bool:
    """Whether Windows takes this part of a path for a device."""
    return _DEVICE.fullmatch(untrusted_part) is not None


def shown(untrusted_text: str) -> str:
    """A file name that cannot steer a terminal, turn its direction round or fill the screen."""
    if len(untrusted_text) > LONGEST_NAME_SAID:
        untrusted_text = untrusted_text[:LONGEST_NAME_SAID] + "…"
    return "".join(
        c if c.isprintable() and not 0xD800 <= ord(c) <= 0xDFFF else f"[U+{ord(c):04X}]" for c in untrusted_text
    )
