"""The short first page of a hand-over: what lies in the folder, how to look at it, how to check it.

May touch: resources/reports/start and the compiler behind report.py. Must never say more of the record than the
folder holds, nor anything of its entries.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from safeplan.content.resources import read_resource
from safeplan.errors import ContentBroken
from safeplan.handover.labels import load_labels, wall_clock
from safeplan.handover.letters import one_line
from safeplan.handover.report import compile_template

NAME = "1-START.pdf"
TEMPLATE = "reports/start.typ"
# What may lie in the folder, in the order it is told; each has words under its key.
_PLACES = {
    "report": "report.pdf",
    "reports": "report-1.pdf, report-2.pdf …",
    "originals": "0001, 0002 …",
    "copies": "… -COPY",
    "clean": "… -COPY.jpg",
    "texts": "text-0001.txt …",
    "names": "names.tsv",
    "custody": "custody.tsv",
    "chain": "chain.jsonl",
}
_LOOK = ("look_open", "look_rest", "look_copy")
_CHECK = ("check_page", "check_other", "check_shows")


@dataclass(frozen=True)
class StartPage:
    """What the page tells: `there` is what_is_there; `languages` one, or two that follow each other."""

    languages: tuple[str, ...]
    recipient: str
    bundle: str
    made_at: str
    zone: str
    there: frozenset[str]


def what_is_there(names: Collection[str]) -> frozenset[str]:
    """Which keys of the page's list belong to these names of files."""
    plain = [name.removeprefix("data/") for name in names]
    numbered = [name for name in plain if name[:4].isdigit()]
    originals = {name.partition(".")[0] for name in numbered if "-COPY" not in name}
    # A clean copy is alone with its number: nothing may send a reader to look for an original.
    beside = [name.partition("-COPY")[0] in originals for name in numbered if "-COPY" in name]
    found = {
        "report": "report.pdf" in plain,
        "reports": "report-1.pdf" in plain,
        "originals": bool(originals),
        "copies": any(beside),
        "clean": not all(beside),
        "texts": any(name.startswith("text-") for name in plain),
        "names": "names.tsv" in plain,
        "custody": "custody.tsv" in plain,
        "chain": "chain.jsonl" in plain,
        "page": "verify.html" in plain,
    }
    return frozenset(key for key, there in found.items() if there)


def compile_start_page(page: StartPage) -> bytes:
    """The page as PDF/A bytes."""
    made = wall_clock(page.made_at, page.zone)
    data = {
        "language": page.languages[0],
        "made_date": [made.year, made.month, made.day],
        "pages": [_page(page, language) for language in page.languages],
    }
    return compile_template(TEMPLATE, data, {})


def _page(page: StartPage, language: str) -> dict[str, Any]:
    words, say = load_start_words(language), load_labels(language)
    rows = (
        (words["to"], one_line(page.recipient)),
        (words["bundle"], page.bundle),
        (words["made"], say.day(wall_clock(page.made_at, page.zone).date())),
    )
    return {
        "language": language,
        "title": words["title"],
        "about": words["about"],
        "rows": [[label, value] for label, value in rows if value],
        "what": words["what"],
        "places": [[file, words[key]] for key, file in _PLACES.items() if key in page.there],
        "look": words["look"],
        "look_steps": [words[key] for key in _LOOK if key != "look_copy" or "copies" in page.there],
        "check": words["check"],
        "check_steps": [words[key] for key in _CHECK if key != "check_page" or "page" in page.there],
        "keep": words["keep"],
    }


@functools.cache
def load_start_words(language: str) -> Mapping[str, str]:
    """The words of one language. Raises ContentBroken."""
    name = f"reports/start/{language}.toml"
    try:
        words: dict[str, str] = tomllib.loads(read_resource(name).decode("utf-8"))["start"]
        needed = {
            "to",
            "bundle",
            "made",
            "title",
            "about",
            "what",
            "look",
            "check",
            "keep",
            *_PLACES,
            *_LOOK,
            *_CHECK,
        }
        if set(words) != needed or not all(isinstance(text, str) and text for text in words.values()):
            raise ContentBroken(file=name, where="start")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError):
        raise ContentBroken(file=name, where="not loadable") from None
    return words
