"""What no text may say in any language, and a walk over every sentence of every content file.

May touch: resources/. Must never be loosened to let a sentence through: mend the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from safeplan.content.resources import read_resource
from safeplan.content.reviews import words_files

LANGUAGES = ("en", "ru", "kk")
MOST_WORDS = 30

_NEVER = {
    "en": r"\bvictim|\bvault|\bdecoy|\bdisguise|\bproof|low risk|undetectable|\bmilitary|100 ?%|guarantee|\babuser"
    r"|you should|you must|forgive|provok|well done",
    "ru": r"жертв|скандал|дебошир|хранилищ|маскиров|ложн\w+ экран|гарантир|вы должны|прости(те|ть)|провоцир|молодец"
    r"|\bвы \w+ла\b|низкий риск|доверенн\w+ лиц",
    "kk": r"құрбан|ұрыс-керіс|куәгер|кепілд|кешіріңіз|жарайсыз|\bсен\b|бүркеме",
}
# Nobody who harms has one sex, and no text may make her ask whom it means.
_PRONOUNS = {
    "en": r"\b(he|him|his|she|her)\b",
    "ru": r"(?!)",
    "kk": r"\b(ол|оны|оған|одан|онымен|оның)\b",
}
NEVER_SAID = {language: f"{_NEVER[language]}|{_PRONOUNS[language]}" for language in LANGUAGES}

# tour: what a made-up person writes about people she knows. labels: the report speaks of papers and files.
_MAY_SAY_THEY = ("tour/", "reports/labels/")

_ABOUT_THE_FILE = (".language", ".reviewed_by", ".reviewed_on")
_END = re.compile(r"(?<=[.?!…])[\"»)]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def texts(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a tree of plain values, with its place."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{where}.{key}")
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from texts(inner, f"{where}[{place}]")


def plain(file: str) -> Any:
    """A content file as plain tables."""
    return msgspec.toml.decode(read_resource(file))


def said_in(file: str) -> dict[str, str]:
    """Every text of a words file by its place, without what it says about itself and the names of its sources."""
    return {
        place: text
        for place, text in texts(plain(file))
        if place not in _ABOUT_THE_FILE and not place.startswith(".sources.")
    }


def all_words_files() -> list[str]:
    """The words files of all languages, new folders among them."""
    return [file for language in LANGUAGES for file in words_files(language)]


def language_of(file: str) -> str:
    """ "guide/kk.toml" -> "kk"."""
    return file.rpartition("/")[2].removesuffix(".toml")


def never_said_in(file: str) -> re.Pattern[str]:
    """What this file may not say."""
    table = _NEVER if file.startswith(_MAY_SAY_THEY) else NEVER_SAID
    return re.compile(table[language_of(file)], re.IGNORECASE)


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence; what holds no letter is no sentence."""
    return [words for one in _END.split(text) if (words := _WORD.findall(one))]
