"""Reads everything that can be read out of what left: papers, lists, pictures, packed and locked files, and names.

With real tools only, so that a stranger can read no more than this does. A reader that finds nothing must be able to
find: the stories also give it what is there.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SEVEN_ZIP = shutil.which("7zz") or shutil.which("7z") or shutil.which("7za") or ""
PAPER_TOOLS = ("qpdf", "pdftotext", "pdfinfo")
# As a tool or an editor would write them.
CODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1251")
# Between two letters of a word there may be the end of a line, with or without its hyphen.
_BETWEEN = re.compile(r"[\s\-\u00ad\u200b\u2010\u2011\ufeff]+")


@dataclass(frozen=True)
class Read:
    """One thing that was read: where it stands, its bytes, and its words in small letters without any breaks."""

    where: str
    raw: bytes
    words: str


def needs(*tools: str) -> None:
    """Skip the test where a tool is missing, and say which."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        pytest.skip("this story needs " + ", ".join(missing))


def needs_seven_zip() -> None:
    """Skip the test where 7-Zip is missing."""
    if not SEVEN_ZIP:
        pytest.skip("this story needs 7-Zip (package 7zip)")


def run(*command: object, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """A tool's answer, whatever it is."""
    words = [str(one) for one in command]
    return subprocess.run(words, capture_output=True, check=False, stdin=subprocess.DEVNULL, **how)


def said(*command: object) -> bytes:
    """What a tool says when all is well; 3 is qpdf's "with warnings"."""
    done = run(*command)
    assert done.returncode in (0, 3), (command, done.stderr[-400:])
    return done.stdout


def squeezed(text: str) -> str:
    """Small letters, nothing between them."""
    return _BETWEEN.sub("", text).casefold()


def read_all(place: Path, aside: Path, phrase: str = "") -> list[Read]:
    """Everything in a file or folder; locked ones are opened with `phrase`. `aside`: an empty folder for working."""
    needs(*PAPER_TOOLS)
    aside.mkdir(parents=True, exist_ok=True)
    files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    names = "\n".join([place.name, *(str(path.relative_to(place.parent)) for path in place.rglob("*"))])
    found = [Read(f"{place.name}: names", names.encode(), squeezed(names))]
    for number, path in enumerate(files):
        found += _file(path, aside / str(number), phrase)
    return found


def where(word: str, found: Iterable[Read]) -> list[str]:
    """Where a word stands, in any coding and however it was broken."""
    plain = squeezed(word)
    coded = {form.encode(coding, "ignore") for form in (word, word.lower(), word.upper()) for coding in CODINGS}
    # A letter that a coding lacks would leave half a word.
    coded = {one for one in coded if len(one) >= len(word)}
    return [one.where for one in found if plain in one.words or any(each in one.raw for each in coded)]


def paper_words(pdf: Path, phrase: str = "") -> str:
    """What stands on the pages, line after line."""
    lock = ("-upw", phrase) if phrase else ()
    return said("pdftotext", "-layout", *lock, pdf, "-").decode("utf-8")


def _file(path: Path, aside: Path, phrase: str) -> Iterator[Read]:
    raw = path.read_bytes()
    yield Read(path.name, raw, squeezed(raw.decode("utf-8", "replace")))
    if raw[:5] == b"%PDF-":
        yield from _paper(path, aside, phrase)
    elif raw[:4] == b"PK\x03\x04":
        needs_seven_zip()
        done = run(SEVEN_ZIP, "x", "-y", f"-p{phrase}", f"-o{aside}", path)
        assert done.returncode == 0, done.stdout[-400:]
        for inner in sorted(aside.rglob("*")):
            if inner.is_file():
                yield from _file(inner, aside.with_name(f"{aside.name}-{inner.name}"), phrase)
        inside = "\n".join(str(one.relative_to(aside)) for one in aside.rglob("*"))
        yield Read(f"{path.name}: names inside", inside.encode(), squeezed(inside))


def _paper(path: Path, aside: Path, phrase: str) -> Iterator[Read]:
    aside.mkdir(parents=True, exist_ok=True)
    plain = aside / "plain.pdf"
    # Every stream unpacked: what is drawn, described and embedded.
    said("qpdf", f"--password={phrase}", "--decrypt", "--qdf", "--stream-data=uncompress", path, plain)
    raw = plain.read_bytes()
    yield Read(f"{path.name}: unpacked", raw, squeezed(raw.decode("utf-8", "replace")))
    for what, command in {
        "pages": ("pdftotext", plain, "-"),
        "described": ("pdfinfo", plain),
        "metadata": ("pdfinfo", "-meta", plain),
    }.items():
        text = said(*command).decode("utf-8", "replace")
        # The tool itself names no file; the line with the size is no word.
        yield Read(f"{path.name}: {what}", text.encode(), squeezed(text))
    strings = "\n".join(_strings(json.loads(said("qpdf", "--json=2", "--json-stream-data=none", plain))))
    yield Read(f"{path.name}: strings", strings.encode(), squeezed(strings))


def _strings(value: object) -> Iterator[str]:
    """Every text in the paper's own objects: titles, descriptions of pictures, names."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
