"""How short lines stand on paper: under their usual headings, or as a shopping list, a timetable, phone numbers.

May touch: resources/reports/labels. Must never change a digit of a number, drop a line, or add one that could be
taken for hers without saying so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from safeplan.handover.labels import Labels, load_labels
from safeplan.handover.letters import one_line

# What a line is: a number of the country's pack or her own, someone to call, a place, a way out, a word, a thing,
# a sentence on when to see a doctor.
PARTS = ("number", "person", "place", "way", "word", "thing", "doctor")
# "own": a heading in her words over lines without any other word.
STYLES = ("usual", "shopping", "timetable", "phones", "own")
NEUTRAL = ("shopping", "timetable", "phones")
# So many fit beside a price or a bus; longer ones stand in the words.
_SHORT = re.compile(r"\d{2,4}")
_LONGEST_RIGHT = 22
# More of her own lines than these, and everyday lines between them would only take room.
_FEW = 9
_PHONE = re.compile(r"\+?\(?\d[\d\s()\-\u2010-\u2013]{1,24}\d")
_EDGES = " \t,;:–—-"


@dataclass(frozen=True)
class PaperLine:
    """One line before it is laid out. `words`: a name, place or word; `number` is dialled as it stands here."""

    part: str
    words: str
    number: str = ""


@dataclass(frozen=True)
class Laid:
    """One line as it stands. `form`: title | row | tick | route; `lines`: the places of what it says, none for a
    word of ours."""

    form: str
    left: str
    right: str = ""
    middle: str = ""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class LaidOut:
    """A heading and its lines, ready for a template."""

    title: str
    rows: tuple[Laid, ...]
    style: str

    def as_data(self) -> list[dict[str, Any]]:
        """The rows for a template, every letter printable."""
        return [
            {
                "form": row.form,
                "left": one_line(row.left, 30),
                "middle": one_line(row.middle),
                "right": one_line(row.right),
                "lines": list(row.lines),
            }
            for row in self.rows
        ]


def split_number(untrusted_text: str) -> tuple[str, str]:
    """(words, number) of "Aigul, 8 701 234 56 78, evenings"; the first of three digits or more, "" for none."""
    text = " ".join(untrusted_text.split())
    for found in _PHONE.finditer(text):
        if sum(letter.isdigit() for letter in found[0]) >= 3:
            before, after = text[: found.start()].strip(_EDGES), text[found.end() :].strip(_EDGES)
            return ", ".join(part for part in (before, after) if part), found[0]
    return text, ""


def initials(words: str) -> str:
    """The first letters: "Aigul Omarova" becomes "A. O."; what has no letter stays as it is."""
    letters = [word[0].upper() for word in re.findall(r"[^\W\d_]+", words)]
    return " ".join(f"{letter}." for letter in letters) or words


def lay_out(lines: Sequence[PaperLine], style: str, language: str, title: str = "") -> LaidOut:
    """The lines in one style, in the words of `language`. An empty `title` becomes the usual one of that style."""
    say = load_labels(language)
    # What was written where a number belongs is dialled, whatever it is.
    lines = [
        replace(one, words="", number=one.words) if one.part == "number" and not one.number else one for one in lines
    ]
    heading = " ".join(title.split())
    if style in NEUTRAL:
        return LaidOut(heading or say(style, "title"), _everyday(lines, style, say), style)
    if style == "own":
        rows = tuple(_plain(say, place, line, with_name=line.part != "number") for place, line in enumerate(lines))
        return LaidOut(heading or "—", rows, style)
    return LaidOut(heading or say("plan", "now"), _usual(lines, say), "usual")


def _usual(lines: Sequence[PaperLine], say: Labels) -> tuple[Laid, ...]:
    rows: list[Laid] = []
    for part in PARTS:
        of_part = [(place, line) for place, line in enumerate(lines) if line.part == part]
        if of_part:
            rows.append(Laid("title", say("plan", "numbers") if part == "number" else say("sheet", part)))
            rows += [_plain(say, place, line) for place, line in of_part]
    return tuple(rows)


def _plain(say: Labels, place: int, line: PaperLine, *, with_name: bool = True) -> Laid:
    words = line.words if with_name else ""
    if line.part == "word":
        words = say("sheet", "quoted", words=words)
    return _beside(Laid("row", words, line.number, lines=(place,)))


def _everyday(lines: Sequence[PaperLine], style: str, say: Labels) -> tuple[Laid, ...]:
    form = "tick" if style == "shopping" else "row"
    items = () if style == "phones" else say.several(style, "items")
    rows: list[Laid] = []
    short = [place for place, line in enumerate(lines) if line.part == "number" and _SHORT.fullmatch(line.number)]
    if style == "phones" and short:
        # One line, as in any household: each beside a made-up name would look wrong to whoever knows the number.
        together = " · ".join(lines[place].number for place in short)
        rows.append(_beside(Laid(form, say(style, "short"), together, lines=tuple(short))))
    elif style == "timetable":
        rows += [_route(items, order, place, lines[place].number) for order, place in enumerate(short)]
    else:
        rows += [
            Laid(form, items[order % len(items)], lines[place].number, lines=(place,))
            for order, place in enumerate(short)
        ]
    used: dict[str, int] = {}
    for place, line in enumerate(lines):
        if place in short:
            continue
        order = used.get(line.part, 0)
        used[line.part] = order + 1
        if line.part == "number":
            rows.append(Laid(form, say(style, "number", number=line.number), lines=(place,)))
            continue
        # Sentences have no everyday form; the page does not offer them under such a heading.
        patterns = ("{words}",) if line.part == "doctor" else say.several(style, line.part)
        # A place may carry a number too ("Hotel, 8 727 …"): it stands beside it like a name's.
        said = patterns[order % len(patterns)].replace("{name}", line.words).replace("{words}", line.words)
        rows.append(_beside(Laid(form, said, line.number, lines=(place,))))
    if style == "shopping" and 0 < len(rows) < _FEW:
        first, second = say.several(style, "between")
        rows.insert(1, Laid(form, first))
        rows.insert(min(len(rows), 4), Laid(form, second))
    return tuple(rows)


def _route(items: Sequence[str], order: int, place: int, number: str) -> Laid:
    """A bus: its times are made from its place in the list and mean nothing."""
    start = 6 * 60 + 20 + 25 * order
    every = 45 + 10 * (order % 3)
    times = " ".join(f"{minute // 60}:{minute % 60:02d}" for minute in (start, start + every, start + 2 * every))
    return Laid("route", number, times, items[order % len(items)], (place,))


def _beside(row: Laid) -> Laid:
    """A number too long to stand at the right stands after the words."""
    if len(row.right) <= _LONGEST_RIGHT:
        return row
    return Laid(row.form, f"{row.left} {row.right}".strip(), "", row.middle, row.lines)
