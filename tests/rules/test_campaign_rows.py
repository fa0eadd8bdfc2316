"""Promise and test hold each other: every row has tests and a control, every mark names a row, every id has a place.

Read from the test files by syntax tree, so that a mark in a file nobody collects counts for nothing.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.campaign.rows import ELSEWHERE, ROWS

ROOT = Path(__file__).resolve().parents[2]
TESTS = [path for path in sorted((ROOT / "tests").rglob("test_*.py")) if path.parent.name != "build"]
# The programme as it was set: crash and faults, traces, the exit, hostile input, keys, evidence.
PROGRAMME = {"C": 9, "F": 15, "Q": 6, "H": 8, "K": 9, "E": 4}
# Parts that this computer cannot show, by row; each stands with its steps in docs/release-checklist.md.
BY_HAND = {
    **dict.fromkeys(("C-01", "F-04", "F-05", "F-06", "F-08", "F-10", "F-12", "F-15", "Q-01"), "Windows, macOS"),
    **dict.fromkeys(("C-05", "C-06", "C-07", "F-02", "F-07", "Q-05"), "Windows"),
}
# Rows that nothing shows yet, each with its reason.
MISSING: dict[str, str] = {}


@dataclass
class Marked:
    """Row ids that one file's marks name: by a test, by a control; and tests of the campaign that name none."""

    tests: set[str] = field(default_factory=set)
    controls: set[str] = field(default_factory=set)
    without_row: list[str] = field(default_factory=list)


def marked(source: str) -> Marked:
    """All marks in a file, on tests, on classes, on the whole module, and inside pytest.param."""
    found = Marked()
    if "mark.row" not in source and "campaign" not in source:
        # To read all files by syntax tree takes seconds.
        return found
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _mark(node.func) == "row":
            ids = {one.value for one in node.args if isinstance(one, ast.Constant)}
            is_control = any(word.arg == "control" and ast.unparse(word.value) == "True" for word in node.keywords)
            (found.controls if is_control else found.tests).update(ids)
    # Rows handed on by name, as in shows(Flow, "K-02").
    givers = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and _hands_on(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in givers:
            found.tests |= {one.value for one in node.args if isinstance(one, ast.Constant)}
    whole_file = any(_is_pytestmark(node) and "row" in set(_marks_in(node)) for node in tree.body)
    for test in _tests(tree):
        marks = {name for decorator in test.decorator_list for name in _marks_in(decorator)}
        if "campaign" in marks and "row" not in marks and not whole_file and not _named_by_param(test, givers):
            found.without_row.append(test.name)
    return found


def _mark(node: ast.AST) -> str:
    """The name behind pytest.mark, or ""."""
    is_mark = isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("mark")
    return node.attr if is_mark and isinstance(node, ast.Attribute) else ""


def _marks_in(node: ast.AST) -> Iterator[str]:
    yield from (name for inner in ast.walk(node) if (name := _mark(inner)))


def _hands_on(node: ast.FunctionDef) -> bool:
    return node.args.vararg is not None and "row" in set(_marks_in(node))


def _is_pytestmark(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and any(getattr(one, "id", "") == "pytestmark" for one in node.targets)


def _named_by_param(test: ast.FunctionDef, givers: Iterable[str]) -> bool:
    called = {getattr(one.func, "id", "") for one in ast.walk(test) if isinstance(one, ast.Call)}
    return bool(called & set(givers))


def _tests(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    yield from (
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def amiss(sources: dict[str, str], rows: set[str]) -> list[str]:
    """What does not fit between the rows and the marks in these files."""
    tests, controls, found = defaultdict(set), defaultdict(set), []
    for name, source in sources.items():
        said = marked(source)
        for row in said.tests:
            tests[row].add(name)
        for row in said.controls:
            controls[row].add(name)
        found += [f"{name}: {row} is no row" for row in sorted((said.tests | said.controls) - rows)]
        found += [f"{name}: {test} runs in the campaign and shows no row" for test in said.without_row]
    found += [f"{row}: no test" for row in sorted(rows - tests.keys())]
    found += [f"{row}: no control" for row in sorted(rows - controls.keys())]
    return found


def test_every_row_has_a_test_and_a_control_and_every_mark_a_row() -> None:
    rows = {row.id for row in ROWS}
    assert len(rows) == len(ROWS)
    found = amiss({path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in TESTS}, rows)
    assert [one for one in found if one.split(":")[0] not in MISSING] == []
    assert {one.split(":")[0] for one in found} >= MISSING.keys(), "no longer missing: take it out"
    assert all(len(why) > 20 for why in MISSING.values())


TEST = '@pytest.mark.row("K-01")\ndef test_a(): ...\n'
CONTROL = '@pytest.mark.row("K-01", control=True)\ndef test_b(): ...\n'
ONE_OF_TWO = '@pytest.mark.parametrize("n", [1, pytest.param(9, marks=pytest.mark.campaign)])\ndef test_c(n): ...\n'


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (TEST + CONTROL, []),
        (TEST, ["K-01: no control"]),
        (CONTROL, ["K-01: no test"]),
        ("", ["K-01: no test", "K-01: no control"]),
        (TEST + CONTROL + '@pytest.mark.row("K-99")\ndef test_c(): ...\n', ["planted.py: K-99 is no row"]),
        (
            TEST + CONTROL + "@pytest.mark.campaign\ndef test_c(): ...\n",
            ["planted.py: test_c runs in the campaign and shows no row"],
        ),
        (
            TEST + CONTROL + ONE_OF_TWO,
            ["planted.py: test_c runs in the campaign and shows no row"],
        ),
        (TEST.replace(")", ", control=False)", 1) + CONTROL, []),
    ],
)
def test_what_does_not_fit_is_noticed(source: str, said: list[str]) -> None:
    assert amiss({"planted.py": source}, {"K-01"}) == said


def test_every_id_of_the_programme_is_a_row_here_or_elsewhere() -> None:
    rows = {row.id for row in ROWS}
    programme = {f"{letter}-{number:02}" for letter, count in PROGRAMME.items() for number in range(1, count + 1)}
    assert programme - rows == set(ELSEWHERE)
    assert not rows & set(ELSEWHERE)
    assert set(BY_HAND) <= rows


def test_what_this_computer_cannot_show_stands_with_its_steps_in_the_list_before_a_release() -> None:
    said = (ROOT / "docs" / "release-checklist.md").read_text("utf-8")
    boxes = {box[:4]: box for box in said.split("- [ ] **")[1:]}
    for row, systems in {**ELSEWHERE, **BY_HAND}.items():
        assert row in boxes, row
        assert boxes[row][6:].lstrip().startswith(systems), (row, systems)
        assert "Pass" in boxes[row], row
        assert len(boxes[row]) > 150, f"{row}: exact steps"
