"""Understands the text files of a BagIt folder (RFC 8493 and the drafts before it): declaration, lists, description.

May touch: nothing; it is given bytes and tells what they say. Must never treat a listed path as a place to open, ask
the network for what a fetch line names, or import the rest of the program.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from safeplan.handover.verify_reading import MOST_FILES, Found, device_name

VERSIONS = frozenset({(0, 93), (0, 94), (0, 95), (0, 96), (0, 97), (1, 0)})
ONE = (1, 0)
LENGTHS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
WEAK = frozenset({"md5", "sha1"})
LONGEST_PATH = 4096

# Python knows codecs that are no alphabets (rot13, unicode_escape); these are the ones people write lists in.
_ALPHABETS = frozenset(
    re.findall(
        r"\S+",
        "utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be ascii iso8859-1 iso8859-2 iso8859-5 iso8859-7"
        " iso8859-9 iso8859-13 iso8859-15 cp1250 cp1251 cp1252 cp1253 cp1254 cp1257 cp437 cp850 cp866 koi8-r koi8-u"
        " mac-roman mac-cyrillic ptcp154 kz1048 shift_jis euc_jp iso2022_jp euc_kr gb2312 gbk gb18030 big5",
    )
)
_DECLARATION = (
    re.compile(r"BagIt-Version: ([0-9]{1,4})\.([0-9]{1,4})"),
    re.compile(r"Tag-File-Character-Encoding: ([A-Za-z0-9_.:-]{1,40})"),
)
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_LIST_NAME = re.compile(r"(tag)?manifest-([^/]{1,60})\.txt")
_LIST_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+(.+)", re.DOTALL)
_FETCH_LINE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*[ \t]+([0-9]{1,18}|-)[ \t]+(.+)", re.DOTALL)
_OXUM = re.compile(r"([0-9]{1,18})\.([0-9]{1,12})")
_AWKWARD = frozenset('<>:"|?*')


@dataclass(frozen=True)
class Declaration:
    """What bagit.txt says: version as (major, minor), encoding as Python's name of it."""

    version: tuple[int, int]
    encoding: str

    @property
    def strict(self) -> bool:
        """Whether the rules of 1.0 hold, which the drafts before it did not have."""
        return self.version >= ONE


def read_declaration(content: bytes, found: Found) -> Declaration | None:
    """Read bagit.txt; None, with a fault in `found`, when the rest cannot be understood without it."""
    name = "bagit.txt"
    if content.startswith(codecs.BOM_UTF8):
        found.fault("bom", name)
        content = content.removeprefix(codecs.BOM_UTF8)
    lines = list(split_lines(content.decode("utf-8", "replace")))
    if len(lines) != 2:
        found.fault("declaration", name)
        return None
    first, second = (pattern.fullmatch(line) for pattern, line in zip(_DECLARATION, lines, strict=True))
    if first is None or second is None:
        found.fault("declaration", name)
        return None
    version = (int(first[1]), int(first[2]))
    try:
        encoding = codecs.lookup(second[1]).name
    except (LookupError, ValueError, UnicodeError):
        encoding = ""
    if version not in VERSIONS:
        found.fault("version", name)
    if encoding not in _ALPHABETS:
        found.fault("encoding", name)
    if version not in VERSIONS or encoding not in _ALPHABETS:
        return None
    if version < ONE:
        found.note("old_version", name)
    return Declaration(version, encoding)


def decode(content: bytes, declared: Declaration, name: str, found: Found) -> str | None:
    """The text of a tag file in the declared encoding; None, with a fault, when it is not in that encoding."""
    encoding = declared.encoding
    if encoding == "utf-8" and content.startswith(codecs.BOM_UTF8):
        found.note("bom", name)
        encoding = "utf-8-sig"
    elif encoding == "utf-16" and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        # RFC 2781: without a mark it is big-endian; some programs on Windows leave the mark away and mean the other.
        encoding = "utf-16-le" if content[1:2] == b"\x00" else "utf-16-be"
    try:
        return content.decode(encoding)
    except (UnicodeError, ValueError):
        found.fault("encoding", name)
        return None


def split_lines(text: str) -> Iterator[str]:
    """Lines ended by LF, CR or CRLF, and by nothing else that Unicode calls an end of line."""
    for match in _LINE.finditer(text):
        # After the last end of line stands one more empty match.
        if match.start() < len(text):
            yield match[1]


def list_kind(name: str) -> tuple[bool, str] | None:
    """(whether it lists the payload, algorithm as hashlib names it) of a manifest's file name, else None."""
    match = _LIST_NAME.fullmatch(name)
    return (not match[1], re.sub("[^a-z0-9]", "", match[2].lower())) if match else None


def read_list(text: str, name: str, declared: Declaration, present: Collection[str], found: Found) -> dict[str, str]:
    """{path: hex} of one manifest. Lines that are not understood, or lead outside, go into `found`."""
    of_payload, algorithm = list_kind(name) or (True, "")
    length = LENGTHS.get(algorithm)
    listed: dict[str, str] = {}
    for number, untrusted_line in enumerate(split_lines(text)):
        if number >= MOST_FILES:
            found.fault("too_long", name)
            break
        if not untrusted_line.strip():
            found.note("form", name)
            continue
        match = _LIST_LINE.fullmatch(untrusted_line)
        if match is None or (length and len(match[1]) != length):
            found.fault("line", name)
            continue
        path = _path(match[2], name, declared, present, found)
        if not path:
            continue
        kind = list_kind(path)
        # Nothing can stand in itself; from 1.0 on no list of tag files stands in another.
        itself = kind is not None and not kind[0] and (declared.strict or path == name)
        if path.startswith("data/") is not of_payload or itself:
            found.fault("wrong_list", path)
            continue
        digest = match[1].lower()
        if path in listed:
            same = listed[path] == digest and not declared.strict
            (found.note if same else found.fault)("twice", path)
        else:
            listed[path] = digest
    return listed


def _path(untrusted: str, name: str, declared: Declaration, present: Collection[str], found: Found) -> str:
    """The path of one line with its escapes undone, or "" when it may lead outside."""
    if untrusted.startswith("*"):
        # md5sum and its sisters put a star where they read a file as binary.
        untrusted = untrusted[1:]
        found.note("form", name)
    if untrusted.startswith("./"):
        untrusted = untrusted[2:]
        found.note("form", name)
    if len(untrusted) > LONGEST_PATH:
        found.fault("unsafe", untrusted)
        return ""
    path = untrusted
    if "%" in path:
        path = re.sub("(?i)%(0A|0D|25)" if declared.strict else "(?i)%(0A|0D)", lambda m: chr(int(m[1], 16)), path)
        if declared.strict and re.search("(?i)%(?!0A|0D|25)", untrusted):
            found.note("percent", untrusted)
        if untrusted in present and path not in present:
            found.note("percent", untrusted)
            path = untrusted
    if leads_outside(path):
        found.fault("unsafe", path)
        return ""
    if _awkward(path):
        found.note("not_portable", path)
    return path


def leads_outside(untrusted_path: str) -> bool:
    """Whether a path could mean something outside its folder on any system, also after undoing %2e and the like."""
    path = untrusted_path
    for _ in range(3):
        if not path or "\x00" in path or "\\" in path or path.startswith("~") or re.match("[A-Za-z]:", path):
            return True
        if any(part in ("", ".", "..") for part in path.split("/")):
            return True
        if "%" not in path:
            return False
        path = re.sub("%([2567][0-9A-Fa-f]|00)", lambda match: chr(int(match[1], 16)), path)
    return False


def _awkward(path: str) -> bool:
    return bool(_AWKWARD.intersection(path)) or any(
        not part.isprintable() or part[-1] in ". " or device_name(part) for part in path.split("/")
    )


def read_fetch(text: str, declared: Declaration, found: Found) -> dict[str, int | None]:
    """{path: bytes or None} of fetch.txt: what is kept elsewhere. The addresses are not even returned."""
    name = "fetch.txt"
    wanted: dict[str, int | None] = {}
    for number, untrusted_line in enumerate(split_lines(text)):
        if number >= MOST_FILES:
            found.fault("too_long", name)
            break
        if not untrusted_line.strip():
            found.note("form", name)
            continue
        match = _FETCH_LINE.fullmatch(untrusted_line)
        path = _path(match[2], name, declared, (), found) if match else ""
        if match is None:
            found.fault("line", name)
        elif path and not path.startswith("data/"):
            found.fault("wrong_list", path)
        elif path in wanted:
            found.fault("twice", path)
        elif path:
            wanted[path] = None if match[1] == "-" else int(match[1])
    return wanted


def read_info(text: str, name: str, declared: Declaration, found: Found) -> tuple[int, int] | None:
    """(bytes, files) that the description claims for the payload, or None; its form is checked on the way."""
    values: list[tuple[str, list[str]]] = []
    for number, line in enumerate(split_lines(text)):
        if number >= MOST_FILES:
            found.fault("too_long", name)
            break
        if not line.strip():
            found.note("form", name)
        elif line[0] in " \t":
            if values:
                values[-1][1].append(line.strip())
            else:
                found.fault("line", name)
        else:
            label, colon, value = line.partition(":")
            if not colon or not label.strip():
                found.fault("line", name)
            elif label != label.strip():
                (found.fault if declared.strict else found.note)("line" if declared.strict else "form", name)
            values.append((label.strip().lower(), [value.strip()]))
    claims = [" ".join(parts).strip() for label, parts in values if label == "payload-oxum"]
    matches = [_OXUM.fullmatch(claim) for claim in claims]
    if None in matches or len(set(claims)) > 1 or (declared.strict and len(claims) > 1):
        found.fault("oxum", name)
        return None
    return (int(matches[0][1]), int(matches[0][2])) if matches and matches[0] else None
