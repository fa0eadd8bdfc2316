"""Finds the line of every key, table and element in a TOML text, because the reader of TOML forgets them.

May touch: nothing. Must never be the judge of what is TOML: it only walks a text that Python's own reader has taken.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

# ("help_lines", 0, "number"): keys by name, elements of a list by number.
Place = tuple[str | int, ...]

_MULTI = r'"""(?:\\.|[^\\])*?(?:"{3,5}|\Z)|' + r"'''.*?(?:'{3,5}|\Z)"
_SINGLE = r'"(?:\\[^\n]|[^"\\\n])*"?|' + r"'[^'\n]*'?"
_STRING = re.compile(f"(?:{_MULTI}|{_SINGLE})", re.DOTALL)
_TOKEN = re.compile(rf"#[^\n]*|{_MULTI}|{_SINGLE}|[\[\]{{}}]|\n", re.DOTALL)
_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"[^,\]}#\n]*")


def lines_of(text: str) -> dict[Place, int]:
    """The line, from 1, of everything in `text`, which tomllib must have read. Raises RecursionError as it does."""
    return _Walk(text).lines


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line, self._counted = 1, 0
        self._tables_of: dict[Place, int] = {}
        self.lines: dict[Place, int] = {}
        table: Place = ()
        while self._skip(_BLANK) < len(text):
            if text.startswith("[[", self._at):
                table = self._header(2)
            elif text.startswith("[", self._at):
                table = self._header(1)
            else:
                self._pair(table)

    def _header(self, brackets: int) -> Place:
        line = self._here()
        self._at += brackets
        place: Place = ()
        *above, name = self._key()
        for one in above:
            place = self._within((*place, one))
            self.lines.setdefault(place, line)
        place = (*place, name)
        if brackets == 2:
            self._tables_of[place] = self._tables_of.get(place, -1) + 1
            self.lines.setdefault(place, line)
        place = self._within(place)
        self.lines[place] = line
        self._skip(_SPACE)
        self._at += brackets
        return place

    def _within(self, place: Place) -> Place:
        """A name of a list of tables means its last one."""
        return (*place, self._tables_of[place]) if place in self._tables_of else place

    def _pair(self, table: Place) -> None:
        line = self._here()
        place = table
        for one in self._key():
            place = (*place, one)
            self.lines.setdefault(place, line)
        self._skip(_SPACE)
        self._at += 1  # =
        self._skip(_SPACE)
        self._value(place)

    def _key(self) -> list[str]:
        parts = []
        while True:
            self._skip(_SPACE)
            if self._text[self._at] in "\"'":
                quoted = self._take(_STRING)
                parts.append(str(tomllib.loads(f"key = {quoted}")["key"]))
            else:
                parts.append(self._take(_BARE_KEY))
            self._skip(_SPACE)
            if self._text[self._at] != ".":
                return parts
            self._at += 1

    def _value(self, place: Place) -> None:
        first = self._text[self._at]
        if first == "[":
            self._at += 1
            number = 0
            while self._next_of("]"):
                self.lines[(*place, number)] = self._here()
                self._value((*place, number))
                number += 1
        elif first == "{":
            self._at += 1
            while self._next_of("}"):
                self._pair(place)
        elif first in "\"'":
            self._take(_STRING)
        else:
            self._take(_BARE_VALUE)

    def _next_of(self, end: str) -> bool:
        """Go to the next element; False behind the end of the list or table."""
        self._skip(_BLANK)
        if self._text[self._at] == ",":
            self._at += 1
            self._skip(_BLANK)
        if self._text[self._at] != end:
            return True
        self._at += 1
        return False

    def _skip(self, pattern: re.Pattern[str]) -> int:
        self._take(pattern)
        return self._at

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError(self._at)
        self._at = found.end()
        return found[0]

    def _here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line


# ── In a text that is no TOML ───────────────────────────────────────────────────────────────────────────────────
def statement_at(text: str, line: int) -> int:
    """The line where the statement begins that reaches into `line`: a list over several lines begins above."""
    start = 1
    for now, depth, _ in _line_ends(text):
        if now >= line:
            break
        if depth == 0:
            start = now + 1
    return start


def deepest(text: str, most: int) -> int:
    """The first line on which more than `most` brackets are open; 1 where there is none."""
    return next((now for now, _, highest in _line_ends(text) if highest > most), 1)


def _line_ends(text: str) -> Iterator[tuple[int, int, int]]:
    """For each line end outside strings: its line, the brackets open there, and the most that were open on it."""
    line, depth, highest = 1, 0, 0
    for token in _TOKEN.finditer(text):
        found = token[0]
        if found == "\n":
            yield line, depth, highest
            line, highest = line + 1, depth
        elif found in "[{":
            depth += 1
            highest = max(highest, depth)
        elif found in "]}":
            depth = max(0, depth - 1)
        else:
            line += found.count("\n")
    yield line, depth, highest
