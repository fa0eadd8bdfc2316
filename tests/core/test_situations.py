"""docs/situations.md: all 38 situations are there, and everything that is said to meet them exists.

Lost without it: a row of that table points to a step that was taken out of the guide long ago.
"""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from safeplan.content.guide import load_guide
from safeplan.content.regions import load_region
from safeplan.content.signs import load_signs
from safeplan.records.incidents import Incident, IncidentForm

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (\d+) \| (.+) \| (.+) \|$", re.MULTILINE)
ROWS = ROW.findall((ROOT / "docs/situations.md").read_text(encoding="utf-8"))


def what_exists() -> set[str]:
    guide, pack = load_guide("en"), load_region("kz", "en")
    sections = [guide.section(head.id) for head in guide.heads]
    return {
        *(f"section:{one.id}" for one in sections),
        *(f"step:{step.id}" for one in sections for step in one.suggestions),
        *(f"question:{asked.id}" for one in sections for asked in one.questions),
        *(f"card:{one.id}" for one in pack.cards),
        *(f"line:{one.id}" for one in pack.lines),
        *(f"order:{one.id}" for one in pack.orders),
        *(f"sign:{one.id}" for one in load_signs("en").signs),
        *(f"page:{path.stem}" for path in (ROOT / "ui/pages").glob("*.py")),
        *(f"field:{one.name}" for kind in (IncidentForm, Incident) for one in fields(kind)),
    }


def test_all_thirty_eight_are_there_in_order():
    assert [int(number) for number, _, _ in ROWS] == list(range(1, 39))


@pytest.mark.parametrize(("number", "situation", "met_by"), ROWS, ids=lambda value: str(value)[:30])
def test_what_meets_a_situation_exists(number: str, situation: str, met_by: str):
    named = met_by.split()
    assert named, f"row {number} is met by nothing"
    missing = [one for one in named if one not in what_exists()]
    assert not missing, f"row {number} ({situation}) names what does not exist: {missing}"
