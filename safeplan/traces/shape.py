"""What was found of this program on this computer, in plain values; what counts as ours, and how such files are read.

May touch: the files it is given a path of, for reading. Must never change one, follow a link out of its place, or
count as ours what another program of a similar name left.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from safeplan.errors import Cancelled

# What can be done about one. here: this page removes it, after a question. page: another page of this program does.
# hand: she can, with the steps that are said. admin: only who administers the computer. never: nobody really can.
Way = Literal["here", "page", "hand", "admin", "never"]
# How a place was looked at. clean: read to its end, nothing of ours. found. named: our name stands there, and nothing
# tells whose it is. missing: there is no such place here. closed: the system does not let us look. part: too large to
# be read whole, nothing in what was read.
Seen = Literal["clean", "found", "named", "missing", "closed", "part"]

# Lists are read so far, and larger files searched so far: an index can have gigabytes.
MOST_READ = 8 << 20
MOST_SCANNED = 128 << 20
_PIECE = 1 << 20
MOST_LINES = 40
LONGEST_LINE = 300


@dataclass(frozen=True)
class Ours:
    """What on this computer can be nothing but this program's.

    `name` is what the system shows of it; `programs` the files that start it; `folders` where its own files lie,
    never the whole of Python's; `data` its data folder; `handed` names of folders and files that she had it write,
    as far as her store knows them. `words` stand in lines that start it from its source. `by_name`: what shows our
    name alone counts too, though it can be another program's: to be shown, never to be taken away.
    """

    name: str
    data: Path
    programs: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    handed: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    by_name: bool = False

    def marks(self) -> tuple[str, ...]:
        """Texts that stand nowhere but in traces of this program: whole paths, and names she had it write."""
        paths = (str(path) for path in (*self.programs, *self.folders, self.data))
        return tuple(dict.fromkeys(one for one in (*paths, *self.words, *sorted(self.handed)) if len(one) > 3))

    def owns_path(self, untrusted_path: str) -> bool:
        """Whether a path is one of our programs, lies in one of our folders, or has a name she had us write."""
        path = Path(untrusted_path)
        inside = any(path == folder or folder in path.parents for folder in (*self.folders, self.data))
        return inside or path in self.programs or any(part in self.handed for part in path.parts)


@dataclass(frozen=True)
class Finding:
    """One trace. `id` names its sentences; `lines` are what of ours stands there, as text, at most MOST_LINES of
    `count`. `noticed`: somebody who looks can see that something was taken away. `returns`: a running program holds
    it in its memory and may write it again. `files` are what goes, where whole files go; `values` names in the
    registry. Not `sure`: our name alone stands there, and another program can have the same."""

    id: str
    place: Path | str
    way: Way
    lines: tuple[str, ...] = ()
    count: int = 1
    noticed: bool = False
    returns: bool = False
    files: tuple[Path, ...] = ()
    values: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True)
class Looked:
    """One place that was looked at, found or not: what was not looked at is never called clean."""

    id: str
    place: Path | str
    seen: Seen


@dataclass
class Look:
    """What a search brings together while it goes on."""

    cancelled: Callable[[], bool] = lambda: False
    found: list[Finding] = field(default_factory=list)
    looked: list[Looked] = field(default_factory=list)

    def add(self, id_: str, place: Path | str, way: Way, lines: Iterable[str] = (), **more: object) -> None:
        """Something of ours stands there. Raises Cancelled."""
        self._go_on()
        all_lines = list(lines)
        shown = tuple(shortened(line) for line in all_lines[:MOST_LINES])
        count = max(1, len(all_lines))
        self.found.append(Finding(id_, place, way, shown, count, **more))  # type: ignore[arg-type]
        if self.found[-1].sure:
            self.looked.append(Looked(id_, place, "found"))
        elif Looked(id_, place, "found") not in self.looked[-1:]:
            self.looked.append(Looked(id_, place, "named"))

    def add_each(
        self,
        id_: str,
        place: Path | str,
        way: Way,
        ours: Collection[str],
        named: Collection[str],
        otherwise: Seen = "clean",
        **more: object,
    ) -> None:
        """What is ours there and what shows our name alone, each as a finding; or how the place was seen."""
        if ours:
            self.add(id_, place, way, ours, **more)
        if named:
            self.add(id_, place, way, named, sure=False, **more)
        if not ours and not named:
            self.saw(id_, place, otherwise)

    def saw(self, id_: str, place: Path | str, seen: Seen) -> None:
        """A place in which nothing of ours was seen. Raises Cancelled."""
        self._go_on()
        self.looked.append(Looked(id_, place, seen))

    def _go_on(self) -> None:
        if self.cancelled():
            raise Cancelled


def shortened(line: str) -> str:
    """One line for the screen: no control characters, not too long."""
    plain = "".join(letter if letter.isprintable() else " " for letter in line.strip())
    return plain if len(plain) <= LONGEST_LINE else plain[: LONGEST_LINE - 1] + "…"


def forms_of(mark: str) -> tuple[bytes, ...]:
    """How a text can stand in a file: as it is, as addresses write it, as Windows and Qt hold it."""
    plain = mark.encode("utf-8", "surrogateescape")
    # GLib leaves more letters as they are than others do.
    addresses = (_escaped(plain, b"/_.~-"), _escaped(plain, b"/_.~-!$&'()*+,;:@="))
    return tuple(dict.fromkeys((plain, *addresses, mark.encode("utf-16-le", "surrogatepass"))))


def _escaped(plain: bytes, kept: bytes) -> bytes:
    return b"".join(
        bytes((one,)) if chr(one).isascii() and (chr(one).isalnum() or one in kept) else b"%%%02X" % one
        for one in plain
    )


def unescaped(untrusted_address: str) -> str:
    """ "%20" and the like as the letters they stand for."""
    data = untrusted_address.encode("utf-8", "surrogateescape")
    plain = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes((int(found[1], 16),)), data)
    return plain.decode("utf-8", "surrogateescape")


@dataclass(frozen=True)
class Content:
    """A file as far as it was read. `whole`: nothing of it is missing; `stamp` tells whether it is still the same."""

    data: bytes
    whole: bool
    stamp: tuple[int, ...]


def stamp_of(found: os.stat_result) -> tuple[int, ...]:
    """Changes whenever the file is written to or replaced."""
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def read_quietly(path: Path, most: int = MOST_READ) -> Content | Seen:
    """An ordinary file, without its time of last reading being changed where the system allows that; else "missing"
    or "closed"."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return "missing"
        with os.fdopen(_opened(path), "rb") as file:
            pieces: list[bytes] = []
            while most > 0 and (piece := file.read(min(_PIECE, most))):
                pieces.append(piece)
                most -= len(piece)
            told = os.fstat(file.fileno())
        data = b"".join(pieces)
        return Content(data, len(data) >= told.st_size, stamp_of(told))
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except (OSError, ValueError):
        return "closed"


def _opened(path: Path) -> int:
    extra = sum(getattr(os, one, 0) for one in ("O_BINARY", "O_NONBLOCK", "O_CLOEXEC"))
    try:
        return os.open(path, os.O_RDONLY | extra | getattr(os, "O_NOATIME", 0))
    except PermissionError:
        # Only the owner may ask not to be noted.
        return os.open(path, os.O_RDONLY | extra)


def names_in(folder: Path) -> tuple[Path, ...] | Seen:
    """What lies in a folder, in order; "missing" or "closed" where it cannot be said."""
    try:
        return tuple(sorted(folder.iterdir()))
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except OSError:
        return "closed"


def files_below(folder: Path, *, most: int = 5000) -> Iterator[Path]:
    """Ordinary files below a folder, links not followed; what cannot be read is left out."""
    waiting = [folder]
    while waiting and most > 0:
        inside = names_in(waiting.pop())
        if isinstance(inside, str):
            continue
        for path in inside:
            most -= 1
            try:
                mode = path.lstat().st_mode
            except OSError:
                continue
            if stat.S_ISDIR(mode):
                waiting.append(path)
            elif stat.S_ISREG(mode):
                yield path


def _pattern(mark: str) -> re.Pattern[bytes]:
    """The mark in any of its forms, and not as the beginning of a longer name."""
    return re.compile(b"(?:" + b"|".join(re.escape(form) for form in forms_of(mark)) + rb")(?![A-Za-z0-9_-])")


def marks_in(data: bytes, marks: Iterable[str]) -> tuple[str, ...]:
    """Those of `marks` that stand somewhere in these bytes."""
    return tuple(mark for mark in marks if _pattern(mark).search(data))


def scan_quietly(
    path: Path,
    marks: Iterable[str],
    most: int = MOST_SCANNED,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[tuple[str, ...], Seen]:
    """Those of `marks` that stand in a file of any size, and how it was seen. Piece by piece: one search through
    all of it would keep the window from answering. Raises Cancelled."""
    wanted = {mark: _pattern(mark) for mark in marks}
    overlap = max((len(form) for mark in wanted for form in forms_of(mark)), default=1)
    found: dict[str, None] = {}
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return (), "missing"
        with os.fdopen(_opened(path), "rb") as file:
            tail = b""
            while most > 0 and (piece := file.read(min(_PIECE, most))):
                if cancelled():
                    raise Cancelled
                most -= len(piece)
                searched = tail + piece
                found |= dict.fromkeys(mark for mark, pattern in wanted.items() if pattern.search(searched))
                tail = searched[-overlap:]
            whole = not file.read(1)
    except (FileNotFoundError, NotADirectoryError):
        return (), "missing"
    except (OSError, ValueError):
        return tuple(found), "closed"
    return tuple(found), "found" if found else "clean" if whole else "part"


def look_for_marks(
    look: Look,
    id_: str,
    path: Path,
    marks: Iterable[str],
    way: Way,
    names: Collection[str] = (),
    clean: Seen = "clean",
    **more: object,
) -> None:
    """Search one file for `marks`, and for `names` that another program can have too; write down what was seen.
    `clean`: what is said of a file that was read to its end."""
    found, seen = scan_quietly(path, (*marks, *names), cancelled=look.cancelled)
    ours = [mark for mark in found if mark not in names]
    named = [mark for mark in found if mark in names]
    look.add_each(id_, path, way, ours, named, otherwise=clean if seen == "clean" else seen, **more)
