"""Python's reader of TOML forgets where things stood; what finds the lines again is held against written texts."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan.policy_lines import Place, deepest, lines_of, statement_at


def places(value: Any, here: Place = ()) -> set[Place]:
    """Every key, table and element that tomllib gives."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return ({here} if here else set()).union(*(places(one, (*here, name)) for name, one in inner))


class Writer:
    """Writes TOML and remembers on which line it wrote what."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text = ""
        self.lines: dict[Place, int] = {}

    def put(self, text: str) -> None:
        self.text += text

    def note(self, place: Place) -> None:
        self.lines[place] = self.text.count("\n") + 1

    def key(self, name: str) -> str:
        return self.draw(st.sampled_from((name, f'"{name}"', f"'{name}'")))

    def value(self, place: Place, depth: int) -> None:
        kind = self.draw(st.sampled_from(("plain", "plain", "list", "table") if depth < 3 else ("plain",)))
        if kind == "plain":
            self.put(self.draw(st.sampled_from(PLAIN)))
        elif kind == "list":
            self.put("[" + self.draw(BLANK))
            for number in range(self.draw(st.integers(0, 3))):
                self.note((*place, number))
                self.value((*place, number), depth + 1)
                self.put(self.draw(BLANK) + "," + self.draw(BLANK))
            self.put("]")
        else:
            self.put("{ ")
            for number in range(self.draw(st.integers(0, 2))):
                self.put(", " if number else "")
                self.note((*place, f"i{number}"))
                self.put(self.key(f"i{number}") + " = ")
                self.value((*place, f"i{number}"), depth + 1)
            self.put(" }")

    def pairs(self, table: Place, prefix: str) -> None:
        for number in range(self.draw(st.integers(0, 3))):
            self.put(self.draw(LINES) + self.draw(st.sampled_from(("", "  ", "\t"))))
            name = f"{prefix}{number}"
            place = (*table, name)
            self.note(place)
            self.put(self.key(name))
            if self.draw(st.booleans()):
                self.note((*place, "dotted"))
                self.put(self.draw(st.sampled_from((".", " . "))) + self.key("dotted"))
                place = (*place, "dotted")
            self.put(self.draw(st.sampled_from(("=", " = "))))
            self.value(place, 0)
            self.put(self.draw(st.sampled_from(("\n", " # [x] = '\n"))))

    def block(self, number: int) -> None:
        self.put(self.draw(LINES))
        if self.draw(st.booleans()):
            place: Place = (f"t{number}", "inner")
            self.note(place[:1])
            self.note(place)
            self.put(f"[ t{number} . {self.key('inner')} ]\n")
            self.pairs(place, "k")
            return
        for count in range(self.draw(st.integers(1, 3))):
            if not count:
                self.note((f"a{number}",))
            self.note((f"a{number}", count))
            self.put(f"[[{self.key(f'a{number}')}]]\n")
            self.pairs((f"a{number}", count), "k")
            if self.draw(st.booleans()):
                self.note((f"a{number}", count, "below"))
                self.put(f"[a{number}.below]\n")
                self.pairs((f"a{number}", count, "below"), "b")


PLAIN = (
    *("1", "-0.5", "true", "1979-05-27 07:32:00Z", "07:32:00", '"a # [ = \\" ]"', "'C:\\'", '""', "''", "0xff"),
    *('"""a\n[b]\n c = \\"""\n"""', "'''\n]\n'''", '"""""quoted"""""', "''''a'''''", '"""x\\\n   y"""'),
)
BLANK = st.sampled_from(("", " ", "\n", " # ], }\n", "\n\n  "))
LINES = st.sampled_from(("", "\n", '# a [comment] = """\n', "  \t\n\n"))


@st.composite
def written(draw: st.DrawFn) -> tuple[str, dict[Place, int]]:
    writer = Writer(draw)
    writer.pairs((), "top")
    for number in range(draw(st.integers(0, 3))):
        writer.block(number)
    return writer.text, writer.lines


@given(written())
def test_every_key_block_and_element_is_found_on_the_line_where_it_was_written(
    one: tuple[str, dict[Place, int]],
) -> None:
    text, lines = one
    assert lines_of(text) == lines
    assert places(tomllib.loads(text)) == set(lines)


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("[a.b]\n[a]\nx = 1", ("a",), 2),
        ("[a.b]\n\nx = 1", ("a",), 1),
        ("a.b = 1\na.c = 2", ("a",), 1),
        ("[[a]]\n[[a]]\n[[a.b]]\n[[a.b]]\nc = 1", ("a", 1, "b", 1, "c"), 5),
        ('"a.b" = [\n1,\n\n2]', ("a.b", 1), 4),
        ('"\\u0061" = 1', ("a",), 1),
    ],
)
def test_places_that_a_text_comes_to_twice(text: str, place: Place, line: int) -> None:
    assert lines_of(text)[place] == line
    assert places(tomllib.loads(text)) == set(lines_of(text))


def test_a_statement_over_several_lines_begins_where_its_key_stands() -> None:
    text = 'a = 1\nb = [\n  1, # ]\n  "]",\n]\nc = """\n[\n"""\nd = 2\n'
    assert [statement_at(text, line) for line in range(1, 10)] == [1, 2, 2, 2, 2, 6, 6, 6, 9]


def test_the_line_where_too_many_brackets_are_open() -> None:
    assert deepest("a = 1\nb = [[[[]]]]\n", 3) == 2
    assert deepest("a = [\n[\n[\n[\n", 3) == 4
    assert deepest('a = "[[[["\n', 3) == 1
