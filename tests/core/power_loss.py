"""A disk whose power is cut: what is written reaches it late, in any order, in pieces of 512 bytes, or never.

May touch: the folder it is given and one strace report. Must never be kinder than a real disk: only what an fsync of
the very file, or of the very folder for a name, has promised is sure to be there.

A flow is done once, in a process of its own under strace. Its calls are then played again, and at every place between
two of them states are made that the disk could be in if the power went out there.
"""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from traced import Tell, watched

SECTOR = 512
_CALLS = (
    "open,openat,creat,close,lseek,write,pwrite64,pwritev,pwritev2,writev,ftruncate,truncate,fallocate,fsync,fdatasync,"
    "sync_file_range,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,sendto,"
    "copy_file_range,sendfile,dup,dup2,fcntl"
)
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
Tree = dict[str, bytes | None]


@dataclass(frozen=True)
class Call:
    """One call that changed something, brought something to the disk, or said something.

    kind: write (file, at, data) · cut (file, at = new length) · sync (file) · name (path, file) · folder (path) ·
    gone (path) · move (path, other) · sync_folder (path) · said (data)
    """

    kind: str
    file: int = 0
    path: str = ""
    other: str = ""
    at: int = 0
    data: bytes = b""


# ── What a flow does ────────────────────────────────────────────────────────────────────────────────────────────
def tree_of(folder: Path) -> Tree:
    """Every file below `folder` with its bytes, every folder with None."""
    found: Tree = {}
    for path in sorted(folder.rglob("*")):
        found[str(path.relative_to(folder))] = None if path.is_dir() else path.read_bytes()
    return found


def lay_out(tree: Tree, folder: Path) -> None:
    """Make `folder` anew with just these files."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path, content in tree.items():
        if content is None:
            (folder / path).mkdir(exist_ok=True)
        else:
            (folder / path).write_bytes(content)


def recorded(work: Callable[[Tell], None], folder: Path, report: Path) -> tuple[Tree, list[Call]]:
    """Do `work` under strace; what lay in `folder` before, and every call that concerned it, in order."""
    before = tree_of(folder)
    ended = watched(work, ["-xx", "-s", "1200000", "-o", str(report), "-e", f"trace={_CALLS}"])
    assert not ended.fault, ended.fault
    calls = list(_Reader(folder, before).read(report.read_text()))
    # The model must be able to play the whole: otherwise it knows of another disk than the program does.
    disk = Disk(before)
    for call in calls:
        disk.do(call)
    assert disk.as_the_program_sees_it() == tree_of(folder)
    return before, calls


class _Reader:
    """Turns strace's lines into calls; whatever it does not know and concerns the folder is refused loudly."""

    def __init__(self, folder: Path, before: Tree) -> None:
        self.folder = str(folder)
        self.numbers = {path: number for number, path in enumerate(before, 1)}
        self.next = len(before) + 1
        self.folders = {"", *(path for path, content in before.items() if content is None)}
        # descriptor -> (number of the file, or path of the folder; where the next write goes)
        self.open: dict[int, tuple[int | str, int]] = {}

    def inside(self, path: str) -> str | None:
        """The name below the folder, "" for the folder itself, None for everything elsewhere."""
        if path == self.folder:
            return ""
        return path.removeprefix(self.folder + "/") if path.startswith(self.folder + "/") else None

    def read(self, text: str) -> Iterator[Call]:
        for line in text.splitlines():
            assert "unfinished ..." not in line, "two threads at once: the order is not known"
            found = _LINE.match(line)
            if found is None or int(found[3]) < 0:
                continue
            strings = [(bytes.fromhex(one[1].replace("\\x", "")), bool(one[2])) for one in _STRING.finditer(found[2])]
            rest = [part.strip() for part in _STRING.sub("S", found[2]).split(",")]
            yield from self.call(found[1], strings, rest, int(found[3]))

    def call(self, name: str, strings: list[tuple[bytes, bool]], rest: list[str], result: int) -> Iterator[Call]:
        if name == "sendto":
            yield Call("said", data=strings[0][0])
        elif name in ("write", "pwrite64", "ftruncate", "fsync", "fdatasync", "lseek", "close"):
            yield from self.by_descriptor(name, strings, rest, result)
        elif name == "fcntl":
            assert "DUPFD" not in rest[1] or int(rest[0]) not in self.open
        else:
            places = [self.inside(content.decode("utf-8", "replace")) for content, _ in strings]
            if strings and all(place is None for place in places):
                if name in ("open", "openat"):
                    self.open.pop(result, None)
                return
            if not strings:
                assert not rest[0].isdigit() or int(rest[0]) not in self.open, f"{name} is not known to the model"
                return
            assert all(place is not None for place in places), f"{name} from or to another place"
            yield from self.by_name(name, [place or "" for place in places], rest, result)

    def by_descriptor(
        self, name: str, strings: list[tuple[bytes, bool]], rest: list[str], result: int
    ) -> Iterator[Call]:
        descriptor = int(rest[0])
        if descriptor not in self.open:
            return
        file, at = self.open[descriptor]
        if name == "close":
            del self.open[descriptor]
        elif name == "lseek":
            self.open[descriptor] = (file, result)
        elif isinstance(file, str):
            assert name in ("fsync", "fdatasync")
            yield Call("sync_folder", path=file)
        elif name in ("fsync", "fdatasync"):
            yield Call("sync", file)
        elif name == "ftruncate":
            yield Call("cut", file, at=int(rest[1]))
        else:
            content, shortened = strings[0]
            assert not shortened, "more data in one call than strace was asked to note"
            if name == "write":
                self.open[descriptor] = (file, at + result)
            else:
                at = int(rest[3])
            yield Call("write", file, at=at, data=content[:result])

    def by_name(self, name: str, places: list[str], rest: list[str], result: int) -> Iterator[Call]:
        place = places[0]
        if name in ("open", "openat"):
            yield from self.opened(place, next((part for part in rest if "O_" in part), ""), result)
        elif name in ("unlink", "unlinkat", "rmdir"):
            self.numbers.pop(place)
            self.folders.discard(place)
            yield Call("gone", path=place)
        elif name in ("rename", "renameat", "renameat2"):
            self.numbers[places[1]] = self.numbers.pop(place)
            yield Call("move", path=place, other=places[1])
        elif name in ("mkdir", "mkdirat"):
            self.numbers[place] = self.next
            self.next += 1
            self.folders.add(place)
            yield Call("folder", path=place)
        else:
            raise AssertionError(f"{name} is not known to the model")

    def opened(self, place: str, flags: str, descriptor: int) -> Iterator[Call]:
        if place in self.folders:
            self.open[descriptor] = (place, 0)
            return
        if place not in self.numbers:
            assert "O_CREAT" in flags
            self.numbers[place] = self.next
            self.next += 1
            yield Call("name", self.numbers[place], path=place)
        elif "O_TRUNC" in flags:
            yield Call("cut", self.numbers[place], at=0)
        assert "O_APPEND" not in flags
        self.open[descriptor] = (self.numbers[place], 0)


# ── What the disk may hold ──────────────────────────────────────────────────────────────────────────────────────
@dataclass
class _Name:
    """A change of a name, and the folders that have not been brought to the disk since."""

    call: Call
    unsure: set[str]


@dataclass
class _File:
    """Bytes that are sure, and the calls since then, each with its place in the order of everything."""

    sure: bytes = b""
    since: list[tuple[int, Call]] = field(default_factory=list)


@dataclass(frozen=True)
class Fate:
    """What became of what was not sure. `names(number, of)` and `data(number, of)` answer "kept", "lost" or "torn"
    for a call by its place in the order; in_order: names reach the disk one after the other, as with a journal;
    grown: lost bytes at the end of a file leave a longer file with nothing or rubbish in it."""

    names: Callable[[int], str]
    data: Callable[[int], str]
    in_order: bool
    grown: str
    chance: random.Random


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


class Disk:
    """Played forward call by call; `after(fate)` is what would be found if the power went out now."""

    def __init__(self, before: Tree) -> None:
        self.files: dict[int, _File] = {}
        self.names: list[_Name] = []
        self.base: dict[str, int | None] = {}
        self.count = 0
        for number, (path, content) in enumerate(before.items(), 1):
            self.base[path] = None if content is None else number
            if content is not None:
                self.files[number] = _File(content)

    def do(self, call: Call) -> None:
        """Play one call; whatever it promises becomes sure."""
        self.count += 1
        if call.kind in ("write", "cut"):
            self.files[call.file].since.append((self.count, call))
        elif call.kind == "sync":
            self._sync(self.files[call.file])
        elif call.kind == "sync_folder":
            for name in self.names:
                name.unsure.discard(call.path)
            while self.names and not self.names[0].unsure:
                _apply(self.base, self.names.pop(0).call)
        elif call.kind != "said":
            if call.kind == "name":
                self.files[call.file] = _File()
            self.names.append(_Name(call, {_parent(call.path), _parent(call.other or call.path)}))

    def _sync(self, file: _File) -> None:
        content = bytearray(file.sure)
        for _, call in file.since:
            _change(content, call)
        file.sure, file.since = bytes(content), []

    def unsure(self) -> list[int]:
        """The places in the order of all that could still be lost: first names, then data."""
        reached = {number for number in self._reachable() if number is not None}
        data = [place for number in reached for place, _ in self.files[number].since]
        return [-1 - place for place, name in enumerate(self.names) if name.unsure] + sorted(data)

    def _reachable(self) -> set[int | None]:
        now, found = dict(self.base), set(self.base.values())
        for name in self.names:
            _apply(now, name.call)
            found |= set(now.values())
        return found

    def as_the_program_sees_it(self) -> Tree:
        """Everything kept."""
        keep: Callable[[int], str] = lambda _: "kept"  # noqa: E731
        return self.after(Fate(keep, keep, in_order=True, grown="", chance=random.Random(0)))

    def after(self, fate: Fate) -> Tree:
        """The files and folders that are found."""
        now = dict(self.base)
        last_sure = max((place for place, name in enumerate(self.names) if not name.unsure), default=-1)
        stopped = False
        for place, name in enumerate(self.names):
            sure = not name.unsure or (fate.in_order and place <= last_sure)
            if not sure and (stopped or fate.names(-1 - place) != "kept"):
                stopped = fate.in_order
                continue
            _apply(now, name.call)
        return {
            path: None if number is None else self._content(self.files[number], fate)
            for path, number in sorted(now.items())
        }

    def _content(self, file: _File, fate: Fate) -> bytes:
        if not file.since:
            return file.sure
        content, longest = bytearray(file.sure), len(file.sure)
        for place, call in file.since:
            became = fate.data(place)
            longest = call.at if call.kind == "cut" else max(longest, call.at + len(call.data))
            if became == "kept" or (became == "torn" and call.kind == "cut"):
                _change(content, call)
            elif became == "torn":
                for start, end in _torn(call, fate.chance):
                    _change(content, Call("write", at=start, data=call.data[start - call.at : end - call.at]))
        if fate.grown and len(content) < longest:
            more = longest - len(content)
            content += bytes(more) if fate.grown == "empty" else fate.chance.randbytes(more)
        return bytes(content)


def _torn(call: Call, chance: random.Random) -> Iterator[tuple[int, int]]:
    """The sectors of one write that reached the disk: its beginning, its end, or any of them."""
    first = call.at // SECTOR * SECTOR
    sectors = range(first, call.at + len(call.data), SECTOR)
    way, cut = chance.choice(("beginning", "end", "any")), chance.randrange(len(sectors) + 1)
    for number, start in enumerate(sectors):
        arrived = number < cut if way == "beginning" else number >= cut if way == "end" else chance.random() < 0.5
        if arrived:
            yield max(start, call.at), min(start + SECTOR, call.at + len(call.data))


def _change(content: bytearray, call: Call) -> None:
    if call.kind == "cut":
        del content[call.at :]
        content += bytes(call.at - len(content))
        return
    if len(content) < call.at:
        content += bytes(call.at - len(content))
    content[call.at : call.at + len(call.data)] = call.data


def _apply(names: dict[str, int | None], call: Call) -> None:
    """One change of a name, as far as what it needs is there."""
    if _parent(call.path) and _parent(call.path) not in names:
        return
    if call.kind == "name":
        names[call.path] = call.file
    elif call.kind == "folder":
        names[call.path] = None
    elif call.kind == "gone":
        if not any(path.startswith(call.path + "/") for path in names):
            names.pop(call.path, None)
    elif call.path in names and (not _parent(call.other) or _parent(call.other) in names):
        assert names[call.path] is not None, "a folder that changes its name is not known to the model"
        names[call.other] = names.pop(call.path)


# ── Many of them ────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True)
class State:
    """What was found after a cut behind call number `cut`, and all that had been said until then."""

    cut: int
    found: Tree
    said: tuple[str, ...]


def _fate(way: str, unsure: list[int], chance: random.Random) -> Fate:
    """One way in which what was not sure came out."""
    in_order, grown = chance.random() < 0.5, chance.choice(("", "", "empty", "rubbish"))
    names: Callable[[int], str] = lambda _: "kept"  # noqa: E731
    data: Callable[[int], str] = names
    if way == "nothing":
        names = data = lambda _: "lost"
    elif way == "names alone":
        data = lambda _: "lost"  # noqa: E731
    elif way == "data alone":
        names = lambda _: "lost"  # noqa: E731
    elif way == "until then":
        until = chance.choice(unsure)
        data = lambda place: "kept" if place < until else "torn" if place == until else "lost"  # noqa: E731
        names = lambda place: "kept" if until >= 0 or place > until else "lost"  # noqa: E731
    elif way == "one missing":
        missing, how = chance.choice(unsure), chance.choice(("lost", "torn"))
        names = data = lambda place: how if place == missing else "kept"
    elif way == "any":
        weights = chance.choice(((1, 1, 1), (6, 1, 1), (1, 6, 1), (1, 1, 6)))
        drawn = {place: chance.choices(("kept", "lost", "torn"), weights)[0] for place in unsure}
        names = data = lambda place: drawn[place]
    return Fate(names, data, in_order, grown, chance)


ALWAYS = ("all", "nothing", "names alone", "data alone")


def states(before: Tree, calls: list[Call], wanted: int, seed: int) -> Iterator[State]:
    """At least `wanted` different states, spread over all cuts: first, at every cut with anything unsure, the four
    extremes, then what is drawn. Where fewer are wanted than there are extremes, just so many, all drawn.

    Two are different when the files are, or what was said.
    """
    chance = random.Random(seed)
    seen: set[bytes] = set()
    cuts = list(range(len(calls) + 1))
    rounds = max(1, wanted // len(cuts))
    few = wanted < len(ALWAYS) * len(cuts)
    tries = idle = 0
    while len(seen) < wanted and tries < 60 and idle < 5:
        tries += 1
        before_it = len(seen)
        disk, said = Disk(before), list[str]()
        worth = set(cuts if not few else chance.sample(cuts, min(len(cuts), max(4, wanted // 2))))
        for cut in cuts:
            if cut:
                disk.do(calls[cut - 1])
                if calls[cut - 1].kind == "said":
                    said += calls[cut - 1].data.decode().splitlines()
            unsure = disk.unsure() if cut in worth else []
            if not unsure:
                continue
            drawn = [chance.choice(("until then", "one missing", "any", "any")) for _ in range(rounds)]
            ways = [*ALWAYS, *drawn] if tries == 1 and not few else [chance.choice((*ALWAYS, *drawn, *drawn))]
            for way in ways:
                found = disk.after(_fate(way, unsure, chance))
                mark = _mark(found, said)
                if mark not in seen and (len(seen) < wanted or (tries == 1 and not few)):
                    seen.add(mark)
                    yield State(cut, found, tuple(said))
        idle = idle + 1 if len(seen) == before_it else 0


def _mark(found: Tree, said: list[str]) -> bytes:
    mark = hashlib.blake2b(repr((sorted(found), len(said))).encode())
    for path in sorted(found):
        mark.update(_digest(found[path] or b"-"))
    return mark.digest()


@lru_cache(maxsize=4)
def _digest(content: bytes) -> bytes:
    """Most files are the very same object from state to state, and Python keeps the hash by which it finds them."""
    return hashlib.blake2b(content).digest()
