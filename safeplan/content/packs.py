"""A country's pack in one file that an organisation signed: read, checked, turned into what pages show.

May touch: the one file it is given, and the packs that ship. Must never take anything from a file before its
signature fits, never run or open what a file names, and never take half of a pack.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import msgspec
from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from safeplan import errors
from safeplan.content.facts import Region
from safeplan.content.regions import REGIONS, build_region, load_region
from safeplan.content.tables import LANGUAGES, Id
from safeplan.content.words import word_list
from safeplan.shaped import shaped

FORMAT = "safeplan-pack 1"
LARGEST = 1024 * 1024
# More than any sentence that fits. A key of thousands of dotted parts would keep the TOML reader busy for minutes.
LONGEST_LINE = 4000
MOST_DOTS = 100

_HEAD = re.compile(rb"# safeplan-pack 1\n# key ([0-9a-f]{64})\n# signature ([0-9a-f]{128})\n")
_HEAD_LINES = 3
# What is signed says what it is for: the same key may sign other things.
_PURPOSE = b"safeplan-pack 1\0"
# Characters that show nothing, or turn the order of letters: a number could read differently from what is dialled.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_ALLOWED_UNSEEN = frozenset("\n\t\u200c\u200d")
_BITS = 128


class SignedPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack whose signature fits and whose words are complete in every language it names."""

    id: str
    key: str
    regions: dict[str, Region]

    @property
    def languages(self) -> tuple[str, ...]:
        """In the order of the file: the first one is shown where hers is missing."""
        return tuple(self.regions)

    @property
    def edition(self) -> str:
        """The day of the edition, "2026-11-20": a later one is newer."""
        return next(iter(self.regions.values())).edition

    def region(self, language: str) -> Region:
        """The pack in her language, or in its own first one."""
        return self.regions.get(language) or next(iter(self.regions.values()))


def read_file(untrusted_path: Path) -> bytes:
    """The bytes of an ordinary file. Raises FileUnreadable, PackRefused when it is too large."""
    # Without NONBLOCK a named pipe would wait for ever.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(untrusted_path, flags)
    except (OSError, ValueError):
        raise errors.FileUnreadable from None
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise errors.FileUnreadable
        content = b""
        while len(content) <= LARGEST and (piece := os.read(descriptor, LARGEST)):
            content += piece
    except OSError:
        raise errors.FileUnreadable from None
    finally:
        os.close(descriptor)
    if len(content) > LARGEST:
        raise errors.PackRefused(reason="large")
    return content


def read_pack(untrusted: bytes, allowed_keys: Collection[str] = ()) -> SignedPack:
    """The pack in these bytes; PackRefused(reason, where) for anything else.

    `allowed_keys`: with any given, only packs signed by one of them (64 hex digits each) are taken.
    """
    if len(untrusted) > LARGEST:
        raise errors.PackRefused(reason="large")
    try:
        text = untrusted.decode("utf-8")
    except UnicodeDecodeError:
        raise errors.PackRefused(reason="text") from None
    found = _HEAD.match(untrusted)
    if found is None:
        raise errors.PackRefused(reason="kind")
    key, signature = found[1].decode(), found[2].decode()
    body = untrusted[found.end() :]
    try:
        VerifyKey(bytes.fromhex(key)).verify(_PURPOSE + body, bytes.fromhex(signature))
    except (CryptoError, ValueError):
        raise errors.PackRefused(reason="changed") from None
    if allowed_keys and key not in allowed_keys:
        raise errors.PackRefused(reason="signer")
    return _built(text[found.end() :], key)


def sign_pack(body: bytes, seed: bytes) -> bytes:
    """The file to hand out: `body` signed with the key of 32 bytes. PackRefused when nobody could load it."""
    signing = SigningKey(seed)
    key = bytes(signing.verify_key).hex()
    signature = signing.sign(_PURPOSE + body).signature.hex()
    made = f"# {FORMAT}\n# key {key}\n# signature {signature}\n".encode() + body
    read_pack(made)
    return made


def fingerprint(key: str) -> str:
    """What two people compare: 32 hex digits of a hash of the key, in groups of four."""
    digits = _digest(key).hex()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def fingerprint_words(key: str, language: str) -> tuple[str, ...]:
    """The same in ten words, for a comparison by telephone. Both sides need the same language."""
    words = word_list(language)
    number = int.from_bytes(_digest(key), "big")
    said: list[str] = []
    while len(words) ** len(said) < 2**_BITS:
        number, place = divmod(number, len(words))
        said.append(words[place])
    return tuple(said)


def _digest(key: str) -> bytes:
    return hashlib.sha256(_PURPOSE + bytes.fromhex(key)).digest()[: _BITS // 8]


def _built(text: str, key: str) -> SignedPack:
    for place, row in enumerate(text.split("\n"), start=_HEAD_LINES + 1):
        if len(row) > LONGEST_LINE or row.count(".") > MOST_DOTS:
            raise errors.PackRefused(reason="words", where=f"line {place}")
    try:
        table: dict[str, Any] = msgspec.toml.decode(text)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise errors.PackRefused(reason="words", where=_first_fault(text)) from None
    try:
        _check_letters(table)
        return _from_table(table, key)
    except errors.ContentBroken as broken:
        raise errors.PackRefused(reason="words", where=_place(str(broken.facts["where"]))) from None
    except RecursionError:
        raise errors.PackRefused(reason="words", where="nesting") from None


def _from_table(table: dict[str, Any], key: str) -> SignedPack:
    facts = dict(table)
    words = _taken(facts, "words", dict[str, dict[str, Any]])
    builds_on = _taken(facts, "builds_on", str) if "builds_on" in facts else ""
    if builds_on and builds_on not in REGIONS:
        raise errors.ContentBroken(file="pack", where="builds_on")
    # A copy of an own pack would pass for it in the list of countries.
    pack_id = _converted(facts.get("id"), Id, "id")
    languages = _converted(facts.get("languages"), tuple[Id, ...], "languages")
    if pack_id in REGIONS:
        raise errors.ContentBroken(file="pack", where="id")
    if not languages or not set(languages) <= set(LANGUAGES) or sorted(words) != sorted(languages):
        raise errors.ContentBroken(file="pack", where="languages")
    regions = {}
    for language in languages:
        region = build_region(facts, words[language], language, files=("pack", f"words.{language}"))
        if builds_on:
            region = _on_top(region, load_region(builds_on, language))
        _check_danger(region, f"words.{language}.always.danger_now")
        regions[language] = msgspec.structs.replace(region, signer=fingerprint(key))
    return SignedPack(id=pack_id, key=key, regions=regions)


def _taken(table: dict[str, Any], name: str, kind: Any) -> Any:
    return _converted(table.pop(name, None), kind, name)


def _converted(value: Any, kind: Any, where: str) -> Any:
    try:
        return shaped(value, kind)
    except msgspec.ValidationError:
        raise errors.ContentBroken(file="pack", where=where) from None


# Lists of entries with an id; what an organisation says about one of them counts more than what ships.
_MERGED = (
    "lines",
    "orders",
    "plain_cards",
    "duties",
    "offences",
    "withdrawal_rules",
    "limits",
    "exam",
    "shelter",
    "legal_aid",
    "children",
    "not_for_this",
    "phrases",
    "must_check",
)


def _on_top(own: Region, below: Region) -> Region:
    """The organisation's pack with everything of the country's pack that it does not say itself."""
    said = {one.id for name in _MERGED for one in getattr(own, name)}
    lists = {
        name: (*getattr(own, name), *(one for one in getattr(below, name) if one.id not in said)) for name in _MERGED
    }
    # Whom to call in danger comes first, whoever wrote it.
    lists["lines"] = tuple(sorted(lists["lines"], key=lambda one: not one.emergency))
    known = {one.id for one in lists["lines"]}
    dying = dict.fromkeys((*below.dying_lines, *own.dying_lines))
    return msgspec.structs.replace(own, dying_lines=tuple(one for one in dying if one in known), **lists)


def _check_danger(region: Region, where: str) -> None:
    """The first sentence of every page names a number to call, wherever the pack has one for that."""
    numbers = [one.value for one in region.lines if one.emergency]
    if numbers and not any(number in region.always_text("danger_now") for number in numbers):
        raise errors.ContentBroken(file="pack", where=where)


def _check_letters(value: Any, where: str = "") -> None:
    for place, text in _texts(value, where):
        for letter in text:
            if letter not in _ALLOWED_UNSEEN and unicodedata.category(letter) in _UNSEEN:
                raise errors.ContentBroken(file="pack", where=place)


def _texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield where, name
            yield from _texts(inner, f"{where}.{name}" if where else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, where)


def _place(where: str) -> str:
    """Names of fields only: what a file says about itself must not become a sentence on the screen."""
    parts = (part if re.fullmatch(r"[a-z0-9_]{1,40}(\[[0-9.]*\])?", part) else "?" for part in where.split("."))
    return ".".join(parts)[:120]


def _first_fault(text: str) -> str:
    """The line where the TOML stops being one."""
    import tomllib

    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        found = re.search(r"line (\d+)", str(fault))
        return f"line {int(found[1]) + _HEAD_LINES}" if found else "end"
    except (ValueError, RecursionError):
        return "nesting"
    return "?"
