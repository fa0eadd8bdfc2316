"""A counsellor's own result: kept beside the notes, and together with the warning signs never in what leaves."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest
from builders import a_person, a_step, an_incident, fresh_database

from safeplan import errors
from safeplan.content.signs import load_signs
from safeplan.handover.bag import write_bag
from safeplan.handover.printable import PrintedPlan, PrintedSection, PrintedStep, compile_plan
from safeplan.handover.selection import Selection
from safeplan.records import certified, plan
from safeplan.records import signs as passes
from safeplan.records.signs import SignForm

HANDOVER = Path(__file__).resolve().parents[2] / "safeplan" / "handover"
TABLES = ("sign_review", "certified_result")
MODULES = ("safeplan.records.signs", "safeplan.records.certified", "safeplan.content.signs")
# Words that stand nowhere else in the store or in the labels of a report.
OURS = ("ZHELTOQSANFEAR", "QARLYGHASHNOTE", "TULPARMETHOD", "BAYTEREKRESULT")


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def test_results_are_noted_listed_and_removed(db, clock) -> None:
    older = certified.note_result(db, clock, "Method A", "as on my sheet", "2026-02-01")
    newer = certified.note_result(db, clock, "Әдістеме Б", "екінші бет", "2026-02-20")
    same_day = certified.note_result(db, clock, "Method C", "see file", "2026-02-20")
    assert certified.results(db) == (same_day, newer, older)
    assert older.noted_at == "2026-03-02T18:40:00Z"
    certified.remove_result(db, newer.id)
    assert certified.results(db) == (same_day, older)
    with pytest.raises(errors.NotThere):
        certified.remove_result(db, newer.id)


@pytest.mark.parametrize(("name", "result"), [("", "x"), ("x", " "), ("", "")])
def test_half_a_note_is_refused(db, clock, name: str, result: str) -> None:
    with pytest.raises(errors.NothingWritten):
        certified.note_result(db, clock, name, result, "2026-02-01")
    assert certified.results(db) == ()


@pytest.mark.parametrize("day", ["", "2026-02-30", "yesterday"])
def test_an_impossible_day_is_refused(db, clock, day: str) -> None:
    with pytest.raises(errors.DateImpossible):
        certified.note_result(db, clock, "Method A", "x", day)
    assert certified.results(db) == ()


# ── Nothing of it leaves ────────────────────────────────────────────────────────────────────────────────────────
def reached(source: str) -> list[str]:
    """What a module takes from the signs: a table named in any of its texts, or a module it imports."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += [table for table in TABLES if re.search(rf"\b{table}\b", node.value)]
        elif isinstance(node, ast.Import):
            found += [one.name for one in node.names if one.name in MODULES]
        elif isinstance(node, ast.ImportFrom):
            whole = [node.module or "", *(f"{node.module}.{one.name}" for one in node.names)]
            found += [one for one in whole if one in MODULES]
    return found


@pytest.mark.parametrize(
    "planted",
    [
        "import safeplan.records.signs",
        "from safeplan.records import certified",
        "from safeplan.records.signs import reviews",
        "from safeplan.content.signs import load_signs",
        "_ALL = 'SELECT document FROM sign_review'",
        "_ALL = f'SELECT {1} FROM certified_result'",
    ],
)
def test_a_planted_way_to_the_signs_is_found(planted: str) -> None:
    assert reached(planted)


@pytest.mark.parametrize("path", sorted(HANDOVER.glob("*.py")), ids=lambda p: p.name)
def test_no_module_that_hands_over_reads_signs_or_results(path: Path) -> None:
    assert reached(path.read_text()) == []


def words_of_pdf(pdf: Path) -> str:
    said = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return said + subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout


def everything_below(folder: Path) -> str:
    parts = [str(path.relative_to(folder)) for path in folder.rglob("*")]
    for path in folder.rglob("*"):
        if path.is_file():
            parts.append(
                words_of_pdf(path) if path.suffix == ".pdf" else path.read_bytes().decode("utf-8", "replace")
            )
    return "\n".join(parts)


def test_a_bag_and_a_paper_plan_of_a_store_full_of_them_hold_none_of_their_words(vault, clock, tmp_path) -> None:
    db, signs = vault.database, load_signs("en")
    everything = {one.id: "yes" for one in signs.signs}
    for number in range(3):
        passes.keep_review(db, clock, SignForm(everything, f"{OURS[0]} {number}", f"{OURS[1]} {number}"))
        certified.note_result(db, clock, f"{OURS[2]} {number}", f"{OURS[3]} {number}", "2026-02-01")
        clock.move(days=1)
    entry = an_incident(db, clock, "SAIDINENTRY at the door")
    a_person(db, clock)
    a_step(db, clock, "SAIDINPLAN keep the keys")
    stick = tmp_path / "stick"
    stick.mkdir()
    chosen = Selection((entry.id,), "en", with_attachments=True)
    write_bag(db, clock, chosen, stick, lambda _: None, lambda *_: None, lambda: False)
    steps = tuple(PrintedStep(one.words, one.state) for one in plan.steps(db))
    paper = tmp_path / "plan.pdf"
    paper.write_bytes(compile_plan(PrintedPlan((PrintedSection("Home", steps),)), "en", clock.now().date()))
    handed_over, printed = everything_below(stick), words_of_pdf(paper)
    assert "SAIDINENTRY" in handed_over
    assert "SAIDINPLAN" in printed
    for ours in (*OURS, *TABLES, *(one.text for one in signs.signs)):
        assert ours not in handed_over
        assert ours not in printed
