"""Reads one TOML resource strictly and says where it is broken.

May touch: read_resource and nothing else on disk.
Must never let a mistake in a words file become a traceback: every fault is ContentBroken with file and place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Annotated, Any, TypeVar

import msgspec

from safeplan.content.resources import read_resource
from safeplan.errors import ContentBroken
from safeplan.shaped import shaped

LANGUAGES = ("en", "ru", "kk")

# A sentence someone will read: never empty, never only blanks, never a page long.
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=600, pattern=r"\S")]
# What code and records refer to. Short, stable, the same in every language.
Id = Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern=r"^[a-z0-9_]+$")]

ReviewName = Annotated[str, msgspec.Meta(max_length=120, pattern=r"^$|\S")]
ReviewDay = Annotated[str, msgspec.Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]

Kind = TypeVar("Kind")


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of a resource. A key that nobody reads is a slip of the pen that would show as missing words."""


_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_NEWLINE = b"\n"
_HEAVY = re.compile(rb"[\[\]{}.0-9]")
_PLACE = re.compile(r"at `\$\.?(.*)`")


def read_table(file: str) -> dict[str, Any]:
    """The whole resource as plain tables; ContentBroken with the line at fault if it is not UTF-8 or not TOML."""
    content = read_resource(file)
    try:
        table = msgspec.toml.decode(content)
    except UnicodeDecodeError as fault:
        raise ContentBroken(file=file, where=_line(content, fault.start)) from None
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        raise ContentBroken(file=file, where=_line_named(str(fault), content)) from None
    return table  # type: ignore[no-any-return]


def _line(content: bytes, byte: int) -> str:
    before = content[:byte]
    return f"line {before.count(_NEWLINE) + 1}"


def _line_named(reason: str, content: bytes) -> str:
    """The line that the decoder names."""
    if named := _AT_LINE.search(reason):
        return f"line {named[1]}, column {named[2]}"
    if "end of document" in reason:
        return _line(content, len(content.rstrip(_NEWLINE)))
    # The decoder names no place for a number of thousands of digits or for brackets without end; both make their
    # line the fullest one.
    lines = content.split(_NEWLINE)
    return f"line {max(range(len(lines)), key=lambda one: len(_HEAVY.findall(lines[one]))) + 1}"


def review_of(words: dict[str, Any], file: str) -> tuple[str, str]:
    """Who read the words and on which day (ISO); both empty until someone has. A name without a day is refused."""
    by, on = part(words, "reviewed_by", ReviewName, file), part(words, "reviewed_on", ReviewDay, file)
    if bool(by) != bool(on):
        raise ContentBroken(file=file, where="reviewed_on" if by else "reviewed_by")
    return by, on


def part(table: dict[str, Any], key: str, kind: type[Kind], file: str, above: str = "") -> Kind:
    """What stands under `key`, as `kind`; unknown and missing fields are refused."""
    where = f"{above}.{key}" if above else key
    if key not in table:
        raise ContentBroken(file=file, where=where)
    try:
        return shaped(table[key], kind)
    except msgspec.ValidationError as fault:
        inner = _PLACE.search(str(fault))
        raise ContentBroken(file=file, where=".".join(filter(None, (where, inner and inner[1])))) from None


def each(table: dict[str, Any], kind: type[Kind], file: str, above: str) -> dict[str, Kind]:
    """Every entry of a table of tables, by id, so that a fault is named by the id it sits in."""
    return {key: part(table, key, kind, file, above) for key in table}


def same_ids(wanted: Iterable[str], found: Collection[str], file: str, above: str) -> None:
    """Refuses a words file that lacks an entry or has one nobody shows."""
    wanted = list(wanted)
    for missing_or_extra in [*(i for i in wanted if i not in found), *(i for i in found if i not in wanted)]:
        raise ContentBroken(file=file, where=f"{above}.{missing_or_extra}")


def only(table: dict[str, Any], keys: Collection[str], file: str) -> None:
    """Refuses a key that nobody reads: a misspelt one would otherwise be a silent gap."""
    for one in table:
        if one not in keys:
            raise ContentBroken(file=file, where=one[:40] or "empty key")


def no_twins(ids: Iterable[str], file: str, above: str) -> None:
    """Refuses an id that stands twice: a record that refers to it would mean two things."""
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise ContentBroken(file=file, where=f"{above}.{one}")
        seen.add(one)


def known_language(language: str) -> str:
    """The language if there are words in it; ContentBroken otherwise."""
    if language not in LANGUAGES:
        raise ContentBroken(file=f"{language[:20]}.toml", where="language")
    return language


def stated_language(words: dict[str, Any], wanted: str, file: str) -> str:
    """The language a words file names itself; a file saved under another one's name is refused."""
    stated = part(words, "language", str, file)
    if stated != wanted:
        raise ContentBroken(file=file, where="language")
    return stated
