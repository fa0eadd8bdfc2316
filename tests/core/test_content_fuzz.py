"""Ten thousand damaged content files: each loads, or is refused with its file and the place at fault.

May touch: nothing on disk. Must never let a damaged file end in anything but a loaded result or ContentBroken: the
first page would be a traceback on the screen of someone who must not be noticed.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable

import pytest
from broken_content import BY_FOLDER, fault_of
from content_words import LANGUAGES

from safeplan.content.guide_shape import load_shape, section_file
from safeplan.content.resources import list_resources, read_resource

# The guide with all its sections, the packs of countries, and the contents with one folder and one loader each.
FILES = (
    *(f"guide/{name}.toml" for name in ("shape", *LANGUAGES)),
    *(section_file(section, name) for section in load_shape().sections for name in ("shape", *LANGUAGES)),
    *(name for name in list_resources("regions/") if name.endswith(".toml")),
    *(f"{folder}/{name}.toml" for folder in BY_FOLDER for name in ("shape", *LANGUAGES)),
)
# A tenth of them in every run of the tests, all of them in `make campaign`.
PORTIONS, SEEDS = 10, 1000

Damage = Callable[[random.Random, bytes], bytes]

_OTHER_VALUES = (
    *("7", "-1", "1.5", "nan", "true", '""', '" "', "[]", "{}", "[[]]", '["a", 1]', "2026-11-22", "07:32:00"),
    *("{ a = { b = 1 } }", '"\\u0000"', '"\\U0010FFFF"', "99999999999999999999999", "1e999", '"' + "x" * 700 + '"'),
)
_BYTES = (b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n", b'"', b"'", b"[", b"]", b"{", b"=", b".", b"#", b"\\")


def cut(dice: random.Random, content: bytes) -> bytes:
    """A part is missing, as after a broken download."""
    start = dice.randrange(len(content))
    end = len(content) if dice.random() < 0.3 else start + dice.randrange(1, 600)
    return content[:start] + content[end:]


def flip(dice: random.Random, content: bytes) -> bytes:
    """Single bits of a failing disk."""
    damaged = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 8, 64))):
        damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
    return bytes(damaged)


def put_in(dice: random.Random, content: bytes) -> bytes:
    """Bytes that mean something to the format, or nothing in any writing."""
    start = dice.randrange(len(content))
    return content[:start] + dice.choice(_BYTES) * dice.choice((1, 2, 3)) + content[start:]


def swap_lines(dice: random.Random, content: bytes) -> bytes:
    """Lines in another order."""
    lines = content.split(b"\n")
    first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def repeat_line(dice: random.Random, content: bytes) -> bytes:
    """The same key or table twice."""
    lines = content.split(b"\n")
    lines.insert(dice.randrange(len(lines)), dice.choice(lines))
    return b"\n".join(lines)


def drop_line(dice: random.Random, content: bytes) -> bytes:
    """A sentence, a flag or the head of a table is gone."""
    lines = content.split(b"\n")
    del lines[dice.randrange(len(lines))]
    return b"\n".join(lines)


def _somewhere(dice: random.Random, pattern: bytes, content: bytes) -> re.Match[bytes] | None:
    found = list(re.finditer(pattern, content, re.MULTILINE))
    return dice.choice(found) if found else None


def rename_key(dice: random.Random, content: bytes) -> bytes:
    """A key, an id or the name of a table is misspelt."""
    found = _somewhere(dice, rb"[a-z_]{2,}(?= = |\]$|\.)", content)
    if found is None:
        return content
    name = bytearray(found[0])
    name[dice.randrange(len(name))] = dice.choice(b"abcxyz_0-")
    return content[: found.start()] + bytes(name) + content[found.end() :]


def change_type(dice: random.Random, content: bytes) -> bytes:
    """A value of another kind stands where a sentence, a list or a flag should."""
    found = _somewhere(dice, rb'(?<= = )("(?:[^"\\\n]|\\.)*"|\[[^\]\n]*\]|true|false|\d[\d-]*)', content)
    if found is None:
        return content
    return content[: found.start()] + dice.choice(_OTHER_VALUES).encode() + content[found.end() :]


def nest(dice: random.Random, content: bytes) -> bytes:
    """Brackets without end: a parser that calls itself would run out of stack."""
    depth = dice.choice((3, 50, 400, 3000))
    deep = dice.choice(
        (
            b"deep = " + b"[" * depth + b"]" * depth,
            b"deep = " + b"[" * depth,
            b"deep = " + b"{a=" * depth + b"1" + b"}" * depth,
            b".".join([b"deep"] * depth) + b" = 1",
            b"[" + b".".join([b"deep"] * depth) + b"]",
            b"deep = " + b"9" * depth * 3,
        )
    )
    lines = content.split(b"\n")
    lines.insert(dice.choice((0, dice.randrange(len(lines)), len(lines))), deep)
    return b"\n".join(lines)


DAMAGES: tuple[Damage, ...] = (
    *(cut, flip, put_in, swap_lines, repeat_line, drop_line),
    *(rename_key, change_type, nest),
)


def is_toml(content: bytes) -> bool:
    """Whether the format itself is kept, by the standard library and not by our loader."""
    try:
        tomllib.loads(content.decode())
    except (ValueError, RecursionError):
        return False
    return True


def check(seed: int) -> bool:
    """Damages one file by the dice of this seed; True when it was refused. Any other error is a failed test."""
    dice = random.Random(seed)
    file = dice.choice(FILES)
    content = read_resource(file)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        content = dice.choice(DAMAGES)(dice, content) or b"\n"
    fault = fault_of(file, content)
    if not is_toml(content):
        assert fault is not None
        named = re.fullmatch(r"line (\d+)(, column \d+)?", str(fault["where"]))
        assert named is not None, fault
        assert 1 <= int(named[1]) <= content.count(b"\n") + 1
    if fault is None:
        return False
    assert fault["where"]
    # A shape can be blamed on the words that no longer fit it, never on a file that was not read.
    assert str(fault["file"]).split("/")[:-1] == file.split("/")[:-1] or str(fault["file"]).startswith("guide/")
    return True


def run(portion: int) -> None:
    refused = 0
    for seed in range(portion * SEEDS, (portion + 1) * SEEDS):
        try:
            refused += check(seed)
        except Exception as fault:
            raise AssertionError(f"seed {seed}") from fault
    # Some damage lies in comments and optional lines; most is noticed.
    assert refused > SEEDS * 0.5


def test_no_content_escapes_this() -> None:
    """Reports and the tour are not content for pages: their words are read by the report and by a made-up case."""
    folders = {name.split("/")[0] for name in list_resources() if name.endswith(".toml")}
    assert folders - {"reports", "tour"} == {file.split("/")[0] for file in FILES}


@pytest.mark.parametrize("file", FILES)
def test_the_undamaged_file_loads(file: str) -> None:
    assert fault_of(file, read_resource(file)) is None


@pytest.mark.row("X-01")
def test_a_thousand_damaged_files_are_refused_by_name_or_load() -> None:
    run(0)


@pytest.mark.row("X-01")
@pytest.mark.campaign
@pytest.mark.parametrize("portion", range(1, PORTIONS))
def test_ten_thousand_damaged_files_are_refused_by_name_or_load(portion: int) -> None:
    run(portion)


@pytest.mark.parametrize(
    ("file", "line", "damage"),
    [
        ("guide/sections/bag/ru.toml", 9, b'text = "never closed'),
        ("guide/kk.toml", 5, b"\xff\xfe"),
        ("guide/en.toml", 12, b"deep = " + b"[" * 5000),
        ("regions/kz/facts.toml", 20, b"days = " + b"9" * 5000),
        ("regions/kz/en.toml", 30, b"no sense at all"),
        ("guide/shape.toml", 14, b"expires = 2026-13-45"),
    ],
)
def test_a_fault_of_the_format_names_its_line(file: str, line: int, damage: bytes) -> None:
    lines = read_resource(file).split(b"\n")
    # Between two statements, so that nothing above is torn open.
    while lines[line - 2].rstrip().endswith((b"[", b",", b"{")):
        line -= 1
    lines.insert(line - 1, damage)
    fault = fault_of(file, b"\n".join(lines))
    assert fault is not None
    assert fault["file"] == file
    assert re.match(rf"line {line}\b", str(fault["where"])), fault
