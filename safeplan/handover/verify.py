"""Checks a handed-over folder: every file, both lists, and the record lines; folders of other programs as BagIt.

May touch: the folder it is given, for reading, and standard output. Must never import the rest of the program
(it starts fast and can be read by a stranger), follow a link, or trust a name that stands in a list.
The files verify*.py, kept in their folders, work alone: `python -m safeplan.handover.verify FOLDER`.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

if not __package__:
    # Started by its own path, as a copy is: its neighbours are found from where it lies.
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from safeplan.handover import verify_bagit, verify_tags
from safeplan.handover.verify_chain import Chain, line_fits, read_chain
from safeplan.handover.verify_reading import (
    CHANGED,
    MOST_FAULTS,
    MOST_FILES,
    NOT_A_BAG,
    NOT_CHECKED,
    UNCHANGED,
    Fault,
    HowFar,
    Verdict,
    device_name,
    read_small,
    shown,
    sums_of,
    walk,
)
from safeplan.handover.verify_words import LANGUAGES, WORDS, language_of, sentences

__all__ = [
    "BAGIT_TXT",
    "CHAIN",
    "CHANGED",
    "MANIFEST",
    "NOT_A_BAG",
    "NOT_CHECKED",
    "TAG_MANIFEST",
    "UNCHANGED",
    "WORDS",
    "Chain",
    "Fault",
    "Verdict",
    "line_fits",
    "main",
    "read_chain",
    "safe_path",
    "sentences",
    "verify_bag",
]

BAGIT_TXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
CHAIN = "data/chain.jsonl"

# What file browsers leave behind in a folder that was only looked at: named, but no change of what was handed over.
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
# Longer ones are not ours; reading them whole could exhaust the reader's memory.
LONGEST_LIST = 16 * 1024 * 1024
DEEPEST_FOLDER = 8

_LINE = re.compile(r"([0-9a-f]{64})  ([^\r\n]+)")
_ORIGINAL = re.compile(r"data/[0-9]{4,}\.[a-z0-9]+")
_FORBIDDEN = frozenset('<>:"|?*\\%')


def safe_path(untrusted_path: str) -> bool:
    """True for a relative ASCII path that means the same file on every system and stays inside the folder."""
    if not untrusted_path or len(untrusted_path) > 240 or not untrusted_path.isascii():
        return False
    if not untrusted_path.isprintable() or _FORBIDDEN.intersection(untrusted_path):
        return False
    return all(
        part not in ("", ".", "..") and part[-1] not in ". " and part[0] != " " and not device_name(part)
        for part in untrusted_path.split("/")
    )


def verify_bag(folder: Path, card: str = "", told: Callable[[int, int], None] = lambda done, total: None) -> Verdict:
    """Check the bag in `folder`; `card` is the 64-hex number of a printed card to compare with, or "".

    `told` as in HowFar. Never raises for what it finds: a file that cannot be read is a fault like any other.
    """
    far = HowFar(told)
    if folder.is_file() and folder.name in (TAG_MANIFEST, MANIFEST, "VERIFY.txt", "bagit.txt", "bag-info.txt"):
        folder = folder.parent
    if not folder.is_dir() or not _looks_like_a_bag(folder):
        return Verdict(NOT_A_BAG, (Fault("not_a_bag", shown(folder.name)),))
    if not _ours(folder):
        verdict = verify_bagit.verify_any(folder, far)
        if not card:
            return verdict
        return replace(verdict, status=CHANGED, faults=(*verdict.faults, Fault("card", CHAIN)))
    return _verify_ours(folder, card, far)


def _looks_like_a_bag(folder: Path) -> bool:
    """Whether one of the first names in the folder is that of a list or of the declaration. Nothing is opened."""
    try:
        with os.scandir(folder) as entries:
            return any(
                one.name == "bagit.txt" or verify_tags.list_kind(one.name) for one in islice(entries, MOST_FILES)
            )
    except OSError:
        return False


def _ours(folder: Path) -> bool:
    """Whether the stricter form of our own folders is to be expected: any sign of it is enough.

    Otherwise one who takes the record lines away would get the milder check.
    """
    if not (folder / "data").is_symlink() and os.path.lexists(folder / CHAIN):
        return True
    files, beside = (read_small(folder / name, LONGEST_LIST) or b"" for name in (MANIFEST, TAG_MANIFEST))
    return f"  {CHAIN}\n".encode() in files or (b"  data/names.tsv\n" in files and b"  VERIFY.txt\n" in beside)


def _verify_ours(folder: Path, card: str, far: HowFar) -> Verdict:
    faults: list[Fault] = []
    litter: list[str] = []
    present: dict[str, int] = {}
    for item in walk(folder, DEEPEST_FOLDER):
        far.read(0)
        if item.problem == "empty" and item.path == "data":
            continue
        if item.problem:
            problem = {"empty": "extra", "too_deep": "extra"}.get(item.problem, item.problem)
            faults.append(Fault(problem, shown(item.path)))
        elif item.path.rsplit("/", 1)[-1] in LITTER:
            litter.append(shown(item.path))
        else:
            present[item.path] = item.size

    listed = {TAG_MANIFEST: ""}
    for name, of_payload in ((TAG_MANIFEST, False), (MANIFEST, True)):
        found, problems = _read_list(folder, name, of_payload=of_payload)
        faults += problems
        listed |= found
    # The record lines are read twice: as a file, and line by line.
    far.begin(sum(present.values()) + present.get(CHAIN, 0))
    sums = _compare(folder, present, listed, faults, far)
    if read_small(folder / "bagit.txt", 1024) not in (BAGIT_TXT, None):
        faults.append(Fault("changed", "bagit.txt"))

    root = ""
    notes: list[Fault] = []
    if sums.get(CHAIN) and sums[CHAIN] == listed.get(CHAIN):
        chain = read_chain(folder / CHAIN, far)
        root = chain.root
        if not chain.fits:
            faults.append(Fault("record", CHAIN))
        unrecorded = sorted(
            p for p, digest in sums.items() if _ORIGINAL.fullmatch(p) and digest not in chain.recorded
        )
        # A line without its text excuses one file that stands in no line; it must not excuse one that was exchanged.
        gone = chain.handed_over - {*sums.values(), *listed.values()}
        if gone or len(unrecorded) > len(chain.withheld_files):
            faults += [Fault("not_in_record", path) for path in unrecorded] or [Fault("record", CHAIN)]
        else:
            notes = [Fault("not_compared", path) for path in unrecorded]
        if chain.withheld:
            notes.append(Fault("withheld", CHAIN))
    wanted = re.sub(r"[\s:-]", "", card).lower()
    if wanted and wanted != root:
        faults.append(Fault("card", CHAIN))

    unique = tuple(dict.fromkeys(faults))
    size = sum(present[path] for path in sums)
    return Verdict(CHANGED if unique else UNCHANGED, unique, len(sums), size, root, tuple(litter), tuple(notes))


def _compare(
    folder: Path, present: dict[str, int], listed: dict[str, str], faults: list[Fault], far: HowFar
) -> dict[str, str]:
    """The SHA-256 of every file that is both present and listed; everything else goes into `faults`."""
    sums: dict[str, str] = {}
    named = {fault.file for fault in faults}
    # The lists first: when one of them is gone, that is the thing to say.
    for path in sorted(listed.keys() | present.keys(), key=lambda p: (p not in (MANIFEST, TAG_MANIFEST), p)):
        if path not in present:
            # A link or a pipe in its place has been named already.
            if path not in named:
                faults.append(Fault("missing", path))
        elif path not in listed:
            faults.append(Fault("extra", shown(path)))
        elif (digest := (sums_of(folder / path, ["sha256"], far) or {}).get("sha256")) is None:
            faults.append(Fault("unreadable", path))
        else:
            sums[path] = digest
            if listed[path] and digest != listed[path]:
                faults.append(Fault("changed", path))
    return sums


def _read_list(folder: Path, name: str, *, of_payload: bool) -> tuple[dict[str, str], list[Fault]]:
    """{path: SHA-256} of one list, and what is wrong with it. Order is checked: nothing else covers the last list."""
    content = read_small(folder / name, LONGEST_LIST)
    if content is None:
        return {}, []  # missing or unreadable: said by the comparison
    found: dict[str, str] = {}
    faults: list[Fault] = []
    previous = ""
    text = content.decode("ascii", "replace")
    for untrusted_line in io.StringIO(text, newline="\n"):
        if len(faults) >= MOST_FAULTS or len(found) >= MOST_FILES:
            faults.append(Fault("too_long", name))
            break
        match = _LINE.fullmatch(untrusted_line.removesuffix("\n"))
        if match is None:
            faults.append(Fault("list", name))
            continue
        digest, path = match.groups()
        if not safe_path(path) or path.startswith("data/") is not of_payload:
            faults.append(Fault("unsafe", shown(path)))
            continue
        if path <= previous or path.lower() == previous.lower():
            faults.append(Fault("list", name))
        previous = path
        found[path] = digest
    if not text.endswith("\n") or text == "\n":
        faults.append(Fault("list", name))
    return found, faults


def main(argv: Sequence[str]) -> int:
    """`verify FOLDER [--lang en|ru|kk] [--card NUMBER]`; the exit code is the verdict's status."""
    options = {"--lang": "", "--card": ""}
    paths: list[str] = []
    waiting = ""
    for word in argv:
        if waiting:
            options[waiting], waiting = word, ""
        elif word in options:
            waiting = word
        else:
            paths.append(word)
    # A console that cannot show Kazakh letters shows question marks rather than a traceback.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    if len(paths) != 1 or waiting or options["--lang"] not in ("", *LANGUAGES):
        sys.stdout.write(WORDS[options["--lang"] if options["--lang"] in LANGUAGES else "en"]["usage"] + "\n")
        return NOT_A_BAG
    folder = Path(paths[0])
    verdict = verify_bag(folder, options["--card"])
    info = (folder if folder.is_dir() else folder.parent) / "bag-info.txt"
    language = options["--lang"] or language_of(read_small(info, 65536) or b"")
    sys.stdout.write("\n".join(sentences(verdict, language)) + "\n")
    return verdict.status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
