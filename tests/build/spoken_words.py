"""Looks for words that would tell what a program is, in every byte and every file name of a folder.

May touch: the folder it is given, reading. Must never let a file go by because it is another's: who searches a
computer for words does not ask who wrote the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PRODUCT = ("safeplan", "safe plan", "safe-plan", "safe_plan", "safety plan", "safetyplan")
# Beginnings of words, in any capitals; those that end in a full stop here count only as whole words.
TELLING = (
    *("abuse", "abusive", "violen", "domestic.", "shelter.", "shelters.", "survivor", "victim", "assault", "stalker"),
    *("stalking", "perpetrator", "hotline", "helpline", "restraining order", "protection order", "quick exit"),
    *("safe house", "batterer", "bruise", "decoy vault", "women's refuge", "gaslight"),
    *("насили", "абьюз", "жертв", "убежищ", "побои", "побоев", "избива", "агрессор", "сталкинг", "преследовани"),
    *("телефон доверия", "план безопасности", "защитное предписание", "кризисный центр"),
    *("зорлық", "зомбылық", "жәбірлен", "жәбірлеу", "қорғау", "қауіпсіздік жоспар", "сенім телефон", "баспана"),
    *("агрессор", "дағдарыс орталығы"),
)
# What `strings` calls a run, for each encoding: at least four letters in a row. Everything else is noise, and
# looking for words in the runs alone takes seconds instead of minutes.
RUNS = {
    "utf-8": (rb"[\x20-\x7e]{4,}", rb"(?:[\xd0-\xd3][\x80-\xbf][ -]?){4,}"),
    "utf-16-le": (rb"(?:[\x20-\x7e]\x00){4,}", rb"(?:[\x00-\xff]\x04(?:[ -]\x00)?){4,}"),
    "utf-16-be": (rb"(?:\x00[\x20-\x7e]){4,}", rb"(?:\x04[\x00-\xff](?:\x00[ -])?){4,}"),
    "cp1251": (rb"(?:[\xa8\xb2\xb3\xb8\xc0-\xff][ -]?){4,}",),
}


@dataclass(frozen=True)
class Found:
    """One place: where, which word, in which encoding ("name": in the file's name), and what stands around it."""

    file: str
    word: str
    encoding: str
    around: str


_RUNS = [(encoding, re.compile(run, re.DOTALL)) for encoding, runs in RUNS.items() for run in runs]
_WORDS = [(word, word.removesuffix(".")) for word in (*PRODUCT, *TELLING)]


def in_bytes(content: bytes, file: str = "") -> Iterator[Found]:
    """Every telling word in `content`."""
    for encoding, run in _RUNS:
        lines = "\n".encode(encoding).join(run.findall(content)).decode(encoding, "replace").lower()
        for marked, word in _WORDS:
            at = lines.find(word)
            while at != -1:
                after = lines[at + len(word) : at + len(word) + 1]
                if marked == word or not after.isalpha():
                    yield Found(file, marked, encoding, lines[max(0, at - 30) : at + len(word) + 30])
                at = lines.find(word, at + 1)


def in_folder(folder: Path, hidden: Mapping[str, bytes] | None = None) -> list[Found]:
    """Every telling word in the names and contents below `folder`; `hidden` gives other bytes for some files."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        found += [Found(name, hit.word, "name", hit.around) for hit in in_bytes(path.name.casefold().encode())]
        if path.is_symlink():
            found += [Found(name, hit.word, "link", hit.around) for hit in in_bytes(bytes(path.readlink()))]
        elif path.is_file():
            content = hidden[name] if hidden and name in hidden else path.read_bytes()
            found += in_bytes(content, name)
    return found
