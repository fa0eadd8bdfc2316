"""The folder made from a suggestion, opened as its reader would: nothing in it shows where she is or who helps."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

from builders import an_incident
from suggested import suggest
from test_clean_copy import PLAIN_JPEG
from test_suggest import Record, record  # noqa: F401

from safeplan.handover import as_he_reads
from safeplan.handover.around import around
from safeplan.handover.bag import write_bag
from safeplan.handover.selection import MARKS, Selection
from safeplan.handover.suggest import Scope, findings
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import incidents, life_events
from safeplan.records.incidents import Happened

STAYS = ("Айгул", "Омаров", "87012345678", "Пушкина", "Тараз", "Страшно", "555 44 33", "43.2389", "A52", "IMG_0007")


def readable(folder: Path) -> dict[str, str]:
    """Every file of the folder as text, papers through pdftotext."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pdf":
            made = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
            found[path.name] = made.stdout.decode("utf-8")
        elif path.is_file():
            found[path.name] = path.read_bytes().decode("utf-8", "replace")
    return found


def the_folder(record: Record, chosen: Selection, stick: Path) -> dict[str, str]:  # noqa: F811
    stick.mkdir()
    made = write_bag(
        *(record.db, record.clock, chosen, stick, lambda _info: None, lambda _done, _total: None, lambda: False),
        clean_of=lambda _info: PLAIN_JPEG,
    )
    folder = stick / made.folder_name
    assert verify_bag(folder).status == UNCHANGED
    return {name: " ".join(text.split()) for name, text in readable(folder).items()}


def test_the_folder_for_the_police_shows_the_event_and_not_where_she_is(record: Record, tmp_path: Path) -> None:  # noqa: F811
    chosen = suggest(record.db, "police", "report", "ru", Scope(incident_ids=(record.first,))).selection
    texts = the_folder(record, chosen, tmp_path / "stick")
    for name, text in texts.items():
        for word in STAYS:
            assert word not in text, (name, word)
    assert any("Кричал и бил." in text and "ул. Абая 12" in text for text in texts.values())


def test_a_day_of_hers_that_a_time_leans_on_shows_no_more_than_the_entry(record: Record, tmp_path: Path) -> None:  # noqa: F811
    db, clock = record.db, record.clock
    moved = life_events.add_life_event(db, "переехала на ул. Пушкина 7", "2026-02-20")
    life_events.add_life_event(db, "устроилась в магазин Айгуль", "2026-02-21")
    words = "после: переехала на ул. Пушкина 7"
    leaning = Happened("vague", words=words, anchor=moved.id, side="after")
    entry = an_incident(db, clock, "Писал, что найдёт.", happened=leaning, kinds=("threat",))
    incidents.amend_incident(
        db, clock, entry.id, replace(entry.revisions[0].form, happened=replace(leaning, words="")), "короче"
    )
    chosen = suggest(db, "court", "hearing", "ru", Scope(incident_ids=(entry.id,))).selection
    texts = the_folder(record, chosen, tmp_path / "stick")
    for name, text in texts.items():
        for word in STAYS:
            assert word not in text, (name, word)
    assert f"после: переехала на {MARKS['ru']}" in texts["report.pdf"]
    # Left in because she says so: then it is told as what can be read there.
    everything = replace(chosen, marks=())
    shown = as_he_reads.as_he_reads(everything, [incidents.incident(db, entry.id)], findings(db, everything), (), {})
    assert any(one.object_id == moved.id and "Пушкина 7" in one.words for one in shown)
    assert "Пушкина 7" in the_folder(record, everything, tmp_path / "another")["report.pdf"]


def test_where_she_was_on_a_day_is_named_when_only_a_day_of_hers_tells_it(record: Record) -> None:  # noqa: F811
    db, clock = record.db, record.clock
    moved = life_events.add_life_event(db, "новая работа", "2026-02-20")
    leaning = Happened("vague", anchor=moved.id, side="around")
    entry = an_incident(db, clock, "Ждал у ворот.", happened=leaning, place="ул. Абая 12")
    chosen, entries = Selection((entry.id,), "ru", False), [incidents.incident(db, entry.id)]
    shown = as_he_reads.as_he_reads(chosen, entries, (), (), {}, around(db, chosen, entries))
    assert [(one.group, one.words) for one in shown] == [("days", "новая работа · ул. Абая 12")]
