"""A text file as it can be read on a screen: letters only, in parts of a size that no window stumbles over.

May touch: the bytes it is given. Must never draw markup, never let a sign reorder or hide what stands beside it,
and never take longer for a hostile file than for a kind one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

# What is read of a file; the rest stays kept and can be handed over.
MOST_BYTES = 2 << 20
LONGEST_LINE = 4000
# One part is what the window lays out at once.
PART_CHARACTERS = 60_000
PART_LINES = 1_500
MOST_MARKS = 8

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Letters of emoji and of some scripts are joined by these two; they move and hide nothing.
_HARMLESS = "\n\t\u200c\u200d"
_HIDING = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_TAG = re.compile(r"<!--|<(/?[a-zA-Z!?][^<>]{0,20000})>")
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_NAME = re.compile(r"/?([a-zA-Z0-9]+)")
_UNSEEN = ("script", "style", "head", "template")
_ROWS = (
    "address",
    "article",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "title",
    "tr",
    "ul",
)
_SLICE = 65_536
# With all the marks there are in the expression, one letter takes a microsecond.
_SHORT_SLICE = 8192


@dataclass(frozen=True)
class Readable:
    """`parts`: the text, a screenful of pages each; `cut`: the file goes on behind what was read; `guessed`: the
    file does not say its letters, and they were taken for the old Windows Cyrillic."""

    parts: tuple[str, ...]
    cut: bool = False
    guessed: bool = False


def readable(untrusted_bytes: bytes, *, markup: bool = False, total: int = 0) -> Readable:
    """The first two megabytes of a file as text. `markup`: without its tags; `total`: the size of the whole file.

    Any bytes give a text; what is no letter is shown as a sign.
    """
    start = untrusted_bytes[:MOST_BYTES]
    text, guessed = _letters(start)
    text = _LINE_ENDS.sub("\n", text)
    if markup:
        text = _without_tags(text)
    return Readable(tuple(_parts(_harmless(text))), max(total, len(untrusted_bytes)) > len(start), guessed)


def _letters(start: bytes) -> tuple[str, bool]:
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return start[len(mark) :].decode(encoding, "replace"), False
    text = start.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    letters = len(text) - len(text.encode("ascii", "ignore")) - broken
    # One bad byte, or a letter cut in the middle by the limit, must not turn the whole text into another alphabet.
    if not broken or broken < letters or (broken == 1 and text.endswith("\N{REPLACEMENT CHARACTER}")):
        return text, False
    return start.decode("cp1251", "replace"), True


# ── signs that hide or reorder ──────────────────────────────────────────────────────────────────────────────────
def _harmless(text: str) -> str:
    """Every sign that cannot be seen, or that turns the direction of what follows, as a sign that can be seen."""
    known: dict[int, str] = {}
    stacked = ""
    done: list[str] = []
    for at in range(0, len(text), _SLICE):
        piece = text[at : at + _SLICE]
        for sign in set(piece):
            if ord(sign) not in known and sign not in _HARMLESS:
                category = unicodedata.category(sign)
                known[ord(sign)] = _named(sign) if category in _HIDING else sign
                stacked += sign if category in ("Mn", "Me") else ""
        done.append(piece.translate(known))
    whole = "".join(done)
    return _few_marks(whole, stacked) if stacked else whole


def _few_marks(text: str, marks: str) -> str:
    """No letter with more marks than can be read. Piece by piece: in one go it would hold the window up."""
    kind = f"[{re.escape(marks)}]"
    pile = re.compile(f"({kind}{{{MOST_MARKS}}}){kind}+")
    done: list[str] = []
    held = ""
    for at in range(0, len(text), _SHORT_SLICE):
        whole = held + text[at : at + _SHORT_SLICE]
        body = whole.rstrip(marks)
        # A pile may go on in the next piece; of a high one no more is needed than shows that it is too high.
        held = whole[len(body) :][: MOST_MARKS + 1]
        done.append(pile.sub(r"\1…", body))
    return "".join((*done, pile.sub(r"\1…", held)))


def _named(sign: str) -> str:
    code = ord(sign)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"[U+{code:04X}]"


# ── markup ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _without_tags(text: str) -> str:
    """Words between tags, a row for each block. Nothing is interpreted: no picture, no address, no style."""
    shown: list[str] = []
    at, unseen = 0, ""
    endless: set[str] = set()
    while (found := _TAG.search(text, at)) is not None:
        if not unseen:
            shown.append(_words(text[at : found.start()]))
        at = found.end()
        if found[1] is None:
            # A comment without an end hides the rest: then it is no comment.
            end = text.find("-->", at)
            if end < 0:
                shown.append(_words(text[at:].replace("<", "\u2039")))
                at = len(text)
                break
            at = end + 3
            continue
        name = _NAME.match(found[1])
        tag = name[1].lower() if name is not None else ""
        closing = found[1].startswith("/")
        if unseen:
            unseen = "" if closing and tag == unseen else unseen
        elif tag in _UNSEEN and not closing and tag not in endless:
            # What is opened and never closed would hide the rest. Looked for once: a thousand would take a thousand
            # walks to the end.
            if re.compile(f"</{tag}", re.IGNORECASE | re.ASCII).search(text, at):
                unseen = tag
            else:
                endless.add(tag)
        elif tag in _ROWS:
            shown.append("\n")
        elif tag in ("td", "th") and closing:
            shown.append("\t")
    if not unseen:
        shown.append(_words(text[at:]))
    rows = [" ".join(row.split(" ")).strip() for row in "".join(shown).split("\n")]
    return "\n".join(row for row, before in zip(rows, ["", *rows], strict=False) if row or before)


def _words(text: str) -> str:
    # Not by an expression: one over two megabytes of blanks would hold the window up for a third of a second.
    plain = text.replace("\t", " ").replace("\n", " ")
    while "  " in plain:
        plain = plain.replace("  ", " ")
    return _ENTITY.sub(_entity, plain)


def _entity(found: re.Match[str]) -> str:
    name = found[1]
    if not name.startswith("#"):
        return html5.get(f"{name};", found[0])
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\N{REPLACEMENT CHARACTER}"


# ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────────
def _parts(text: str) -> Iterator[str]:
    held: list[str] = []
    size = 0
    for line in _short_lines(text):
        if held and (size + len(line) > PART_CHARACTERS or len(held) == PART_LINES):
            yield "\n".join(held)
            held, size = [], 0
        held.append(line)
        size += len(line) + 1
    yield "\n".join(held)


def _short_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for at in range(0, max(1, len(line)), LONGEST_LINE):
            yield line[at : at + LONGEST_LINE]
