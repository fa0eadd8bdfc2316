"""Checks a BagIt folder made by any program: versions 0.93 to 0.97 and 1.0 (RFC 8493).

May touch: the folder it is given, for reading. Must never fetch what a list says lies elsewhere, open a path that a
list names (only what was found in the folder is opened), or import the rest of the program.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from safeplan.handover import verify_reading as reading
from safeplan.handover import verify_tags as tags
from safeplan.handover.verify_reading import Fault, Found, HowFar, Verdict

LONGEST_LISTS = 32 * 1024 * 1024
LONGEST_TAG_FILE = 1024 * 1024
MOST_LISTS = 24
# Faults after which nothing can be said about the files, in one way or the other.
_STOPPED = frozenset({"too_long", "too_deep", "unknown_sum"})


@dataclass
class _Folder:
    """What stands in the folder: sizes by path; what is no ordinary file; whether there is a payload folder."""

    place: Path
    present: dict[str, int] = field(default_factory=dict)
    special: set[str] = field(default_factory=set)
    has_payload: bool = False
    # The same path in the one spelling of Unicode, for names that a disk spelled anew.
    spelled: dict[str, str] = field(default_factory=dict)


@dataclass
class _List:
    """One manifest: what it lists, by the name the file has on disk (or should have)."""

    name: str
    algorithm: str
    of_payload: bool
    sums: dict[str, str]

    @property
    def known(self) -> bool:
        """Whether its sums can be computed here."""
        return self.algorithm in tags.LENGTHS


def verify_any(folder: Path, far: HowFar) -> Verdict:
    """Check a folder in the form of any BagIt version. Never raises for what it finds."""
    found = Found()
    here = _look(folder, found, far)
    far.begin(sum(here.present.values()))
    content = reading.read_small(folder / "bagit.txt", LONGEST_TAG_FILE) if "bagit.txt" in here.present else None
    if content is None:
        found.fault("missing", "bagit.txt")
        return _verdict(found, {}, "")
    declared = tags.read_declaration(content, found)
    if declared is None:
        return _verdict(found, {}, "")
    if not here.has_payload and "data" not in here.special:
        found.fault("missing", "data")

    lists = _read_lists(here, declared, found)
    wanted = _read_fetch(here, declared, found)
    _compare_payload(here, lists, wanted, declared, found)
    _compare_tags(here, lists, declared, found)
    _twins(here, lists, found)
    checked = _compare_sums(here, lists, found, far)
    _compare_description(here, declared, found)
    return _verdict(found, checked, ".".join(map(str, declared.version)))


def _verdict(found: Found, checked: dict[str, int], version: str) -> Verdict:
    faults = tuple(found.faults)
    # What is wrong comes before what could not be looked at.
    faults = tuple(sorted(faults, key=lambda fault: fault.id in _STOPPED))
    status = reading.UNCHANGED
    if faults:
        status = reading.NOT_CHECKED if faults[0].id in _STOPPED else reading.CHANGED
    return Verdict(
        status, faults, len(checked), sum(checked.values()), notes=tuple(found.notes), made_by=version or "?"
    )


def _look(folder: Path, found: Found, far: HowFar) -> _Folder:
    here = _Folder(folder)
    for item in reading.walk(folder):
        far.read(0)
        here.has_payload = here.has_payload or item.path == "data" or item.path.startswith("data/")
        if not item.problem:
            here.present[item.path] = item.size
        elif item.problem == "empty":
            if item.path.startswith("data/"):
                found.note("empty_folder", item.path)
        else:
            here.special.add(item.path)
            found.fault(item.problem, item.path)
    # A file or a link of that name is no payload folder.
    here.has_payload = here.has_payload and "data" not in here.present and "data" not in here.special
    here.spelled = {unicodedata.normalize("NFC", path): path for path in here.present}
    return here


def _read_lists(here: _Folder, declared: tags.Declaration, found: Found) -> list[_List]:
    lists: list[_List] = []
    left = LONGEST_LISTS
    for name in sorted(here.present):
        kind = tags.list_kind(name)
        if kind is None:
            continue
        left -= here.present[name]
        if left < 0 or len(lists) >= MOST_LISTS:
            found.fault("too_long", name)
            break
        content = reading.read_small(here.place / name, here.present[name])
        if content is None:
            found.fault("unreadable", name)
            continue
        text = tags.decode(content, declared, name, found)
        sums = tags.read_list(text, name, declared, here.present, found) if text is not None else {}
        lists.append(_List(name, kind[1], kind[0], _as_on_disk(here, name, sums, declared, found)))
    if not any(one.of_payload for one in lists):
        found.fault("no_list", "manifest-….txt")
    for one in lists:
        if not one.known:
            found.note("unknown_sum", one.name)
        elif one.of_payload and not any(o.known and o.of_payload and o.algorithm not in tags.WEAK for o in lists):
            found.note("weak", one.name)
    return lists


def _as_on_disk(
    here: _Folder, name: str, sums: dict[str, str], declared: tags.Declaration, found: Found
) -> dict[str, str]:
    """The same sums under the names that the files have here, where a disk or an archive spelled them otherwise."""
    result: dict[str, str] = {}
    for path, digest in sums.items():
        actual = path
        if path not in here.present:
            actual = here.spelled.get(unicodedata.normalize("NFC", path), "") or _in_old_letters(here, path, declared)
            if actual != path:
                found.note("spelling", path)
        if result.setdefault(actual, digest) != digest:
            found.fault("twice", path)
    return result


def _in_old_letters(here: _Folder, path: str, declared: tags.Declaration) -> str:
    """A name whose bytes on disk are in the encoding of the lists, as old systems left them."""
    try:
        old = os.fsdecode(path.encode(declared.encoding))
    except (UnicodeError, ValueError):
        return path
    return old if old in here.present else path


def _read_fetch(here: _Folder, declared: tags.Declaration, found: Found) -> dict[str, int | None]:
    content = _tag_file(here, "fetch.txt", LONGEST_LISTS, found)
    text = tags.decode(content, declared, "fetch.txt", found) if content is not None else None
    return tags.read_fetch(text, declared, found) if text is not None else {}


def _tag_file(here: _Folder, name: str, most: int, found: Found) -> bytes | None:
    if name not in here.present:
        return None
    if here.present[name] > most:
        found.fault("too_long", name)
        return None
    content = reading.read_small(here.place / name, most)
    if content is None:
        found.fault("unreadable", name)
    return content


def _compare_payload(
    here: _Folder, lists: list[_List], wanted: dict[str, int | None], declared: tags.Declaration, found: Found
) -> None:
    """Every payload file in its lists, and every listed one in the folder."""
    of_payload = [one for one in lists if one.of_payload]
    listed = {path for one in of_payload for path in one.sums}
    for path in sorted(listed - here.present.keys() - here.special):
        found.fault("to_fetch" if path in wanted else "missing", path)
    for path in sorted(path for path in here.present if path.startswith("data/") and path not in listed):
        found.fault("extra", path)
    for path, size in wanted.items():
        if path not in listed:
            found.fault("fetch_unlisted", path)
        elif size is not None and here.present.get(path, size) != size:
            found.note("fetch_size", path)
    if declared.strict:
        for one in of_payload:
            for path in sorted(listed - one.sums.keys()):
                found.fault("not_in_every", path)


def _compare_tags(here: _Folder, lists: list[_List], declared: tags.Declaration, found: Found) -> None:
    of_tags = [one for one in lists if not one.of_payload]
    listed = {path for one in of_tags for path in one.sums}
    for path in sorted(listed - here.present.keys() - here.special):
        found.fault("missing", path)
    for one in of_tags if declared.strict else ():
        for payload_list in lists:
            if payload_list.of_payload and payload_list.name not in one.sums:
                found.fault("not_in_every", payload_list.name)
    if of_tags:
        names = {one.name for one in of_tags}
        for path in sorted(p for p in here.present if not p.startswith("data/") and p not in listed | names):
            found.note("unlisted", path)


def _twins(here: _Folder, lists: list[_List], found: Found) -> None:
    """Names that a disk without upper and lower case, or with its own spelling, takes for one."""
    seen: dict[str, str] = {}
    for path in sorted(here.present.keys() | {path for one in lists for path in one.sums}):
        other = seen.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            found.note("twins", path)


def _compare_sums(here: _Folder, lists: list[_List], found: Found, far: HowFar) -> dict[str, int]:
    """{path: size} of every file whose sum was computed; differing ones go into `found`."""
    wanted: dict[str, dict[str, set[str]]] = {}
    for one in lists:
        for path, digest in one.sums.items():
            if path in here.present:
                expected = wanted.setdefault(path, {})
                if one.known:
                    expected.setdefault(one.algorithm, set()).add(digest)
    checked: dict[str, int] = {}
    for path, expected in sorted(wanted.items()):
        if not expected:
            found.fault("unknown_sum", path)
            continue
        sums = reading.sums_of(here.place / path, expected.keys(), far)
        if sums is None:
            found.fault("unreadable", path)
            continue
        checked[path] = here.present[path]
        if any(digests != {sums[algorithm]} for algorithm, digests in expected.items()):
            found.fault("changed", path)
    return checked


def _compare_description(here: _Folder, declared: tags.Declaration, found: Found) -> None:
    # The drafts before 0.96 called it otherwise.
    name = "package-info.txt" if declared.version <= (0, 95) else "bag-info.txt"
    content = _tag_file(here, name, LONGEST_TAG_FILE, found)
    text = tags.decode(content, declared, name, found) if content is not None else None
    claimed = tags.read_info(text, name, declared, found) if text is not None else None
    payload = [size for path, size in here.present.items() if path.startswith("data/")]
    if claimed is not None and claimed != (sum(payload), len(payload)):
        found.fault("oxum", name)


__all__ = ["Fault", "Verdict", "verify_any"]
