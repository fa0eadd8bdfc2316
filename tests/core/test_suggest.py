"""The least for each reader: a story of one record, from the first suggestion to what the other side could read."""

from __future__ import annotations

import ast
import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from builders import a_file, a_person, a_source, an_incident, fresh_database
from hypothesis import HealthCheck, given, settings
from suggested import suggest
from test_incident_parts import any_form

from safeplan import errors
from safeplan.handover import as_he_reads as reading
from safeplan.handover.around import around, notes_along
from safeplan.handover.photo_marks import photo_marks, safe_day_of
from safeplan.handover.selection import (
    FORM_FIELDS,
    MARKS,
    LeftOut,
    Selection,
    as_it_leaves,
    contacts,
    embedded_leaves,
    file_as_it_leaves,
    file_texts_as_they_leave,
    from_plain,
    leaves_whole,
    part_as_it_leaves,
    texts_in,
    validate,
)
from safeplan.handover.suggest import Scope, findings, purposes
from safeplan.records import (
    attachments,
    breaches,
    cases,
    file_notes,
    incidents,
    life_events,
    orders,
    own_numbers,
    people,
    plan,
)
from safeplan.records.incident_document import words_of
from safeplan.records.incident_form import Happened, IncidentForm, KeptThing, Statement, Witness

HANDOVER = Path(__file__).parents[2] / "safeplan" / "handover"
HERS = {"plan", "signs", "weights", "signals", "drafts", "looked"}


@dataclass
class Record:
    db: Any
    clock: Any
    first: str
    second: str
    helper: str
    photo: str
    hidden: str


@pytest.fixture
def record(tmp_path, clock):
    for db in fresh_database(tmp_path):
        helper = a_person(db, clock, "Айгуль Омарова", role="trusted", contact="8 701 234 56 78").id
        plan.set_answer(db, clock, "leaving_first", "Тараз, ул. Пушкина 7")
        own_numbers.add_number(db, clock, own_numbers.NumberForm("Центр", "8 727 111 22 33"))
        life_events.add_life_event(db, "переезд", "2026-02-20")
        first = an_incident(
            db,
            clock,
            "Кричал и бил. Айгуле я позвонила на 87012345678. Теперь живу на ул. Пушкина 7. Я хочу уехать в Тараз.",
            happened=Happened("exact", "2026-02-10T21:30"),
            place="ул. Абая 12",
            people=(helper,),
            kinds=("physical",),
            injuries="синяк",
            afterwards="Страшно, не сплю.",
            kept=(KeptThing("куртка", "у Айгуль"),),
            said=(Statement("Убью.", "Серик Бек"),),
            seen_by=(Witness("Данияр Ким", "8 777 555 44 33", "heard"),),
        ).id
        later = Happened("day", "2026-02-25")
        second = an_incident(db, clock, "Писал сообщения.", happened=later, kinds=("stalking",)).id
        info = a_file(db, clock, a_source(tmp_path), first)
        attachments.set_embedded(
            db, info.id, attachments.Embedded("2026-02-22T10:00", "43.2389, 76.8897", "Samsung A52")
        )
        hidden = a_file(db, clock, a_source(tmp_path, b"\xff\xd8\xff\xe0 other", "b.jpg"), first)
        file_notes.mark_file_private(db, clock, hidden.id, private=True)
        yield Record(db, clock, first, second, helper, info.id, hidden.id)


def leaving_texts(record: Record, selection: Selection) -> str:
    said = []
    for chosen in selection.incident_ids:
        for revision in incidents.incident(record.db, chosen).revisions:
            leaves = as_it_leaves(selection, chosen, revision)
            said += [text for _field, text in texts_in(leaves.form)] + [leaves.reason]
    return "\n".join(said)


def test_the_police_get_the_newest_entry_and_nothing_that_shows_where_she_is(record: Record) -> None:
    made = suggest(record.db, "police", "report", "ru")
    assert made.selection.incident_ids == (record.second,)
    assert not made.asks_until
    made = suggest(record.db, "police", "report", "ru", Scope(incident_ids=(record.first,)))
    chosen, said = made.selection, leaving_texts(record, made.selection)
    for stays in ("Айгул", "87012345678", "Пушкина", "Тараз", "Страшно", "куртка", "555 44 33", "Серик"):
        assert stays not in said, stays
    assert record.helper not in said
    for leaves in ("Кричал и бил.", "ул. Абая 12", "синяк", "Убью.", "С. Б.", "Д. К.", MARKS["ru"]):
        assert leaves in said, leaves
    assert chosen.attachments == (record.photo,)
    assert chosen.clean_copies == (record.photo,)
    assert (chosen.with_notes, chosen.contacts_sheet, chosen.with_names, chosen.private_files) == (False,) * 3 + ((),)
    assert not leaves_whole(chosen, incidents.incident(record.db, record.first))
    assert leaves_whole(chosen, incidents.incident(record.db, record.second))


def test_each_reader_gets_only_what_serves(record: Record) -> None:
    doctor = suggest(record.db, "doctor", "treatment", "ru").selection
    assert doctor.incident_ids == (record.first,)
    assert {"place", "said", "seen_by", "police", "kept"} <= set(doctor.fields_left_out)
    assert not {"injuries", "marks", "care"} & set(doctor.fields_left_out)
    helper = suggest(record.db, "helper", "support", "kk")
    assert helper.asks_until
    assert not helper.selection.with_attachments
    lawyer = suggest(record.db, "lawyer", "advice", "ru")
    assert lawyer.asks_until
    assert set(lawyer.selection.incident_ids) == {record.first, record.second}
    assert lawyer.selection.fields_left_out == ()
    own = suggest(record.db, "herself", "own_copy", "ru")
    assert own.selection.marks == ()
    assert own.selection.with_names
    assert own.findings
    assert purposes("court")[0] == "hearing"
    with pytest.raises(errors.Bug):
        suggest(record.db, "police", "treatment", "ru")


def test_a_case_an_order_a_period_and_a_kind_choose_the_entries(record: Record) -> None:
    db, clock = record.db, record.clock
    order = orders.add_order(db, clock, orders.OrderForm(name="Запрет", issued="2026-02-20"))
    breaches.add_breach(db, clock, order.id, record.second)
    case = cases.add_case(db, clock, cases.CaseForm("Дело", "17/2026", incidents=(record.first,), orders=(order.id,)))
    breach = suggest(db, "police", "breach", "ru").selection
    assert breach.incident_ids == (record.second,)
    of_case = suggest(db, "court", "hearing", "ru", Scope(case_id=case.id)).selection
    assert of_case.incident_ids == (record.first,)
    assert (of_case.case_number, of_case.case_ids, of_case.order_ids) == ("17/2026", (case.id,), (order.id,))
    assert of_case.with_orders
    assert suggest(db, "helper", "support", "ru", Scope(case_id=case.id)).selection.case_number == ""
    assert suggest(db, "lawyer", "advice", "ru", Scope(start="2026-02-20")).selection.incident_ids == (record.second,)
    assert suggest(db, "lawyer", "advice", "ru", Scope(kind="physical")).selection.incident_ids == (record.first,)
    with pytest.raises(errors.NothingChosen):
        suggest(db, "lawyer", "advice", "ru", Scope(start="2027-01-01"))


def test_about_a_case_without_entries_only_the_breaches_of_its_own_orders_are_suggested(record: Record) -> None:
    db, clock = record.db, record.clock
    hers = orders.add_order(db, clock, orders.OrderForm(name="Запрет", issued="2026-02-20"))
    newer = orders.add_order(db, clock, orders.OrderForm(name="Другой", issued="2026-02-25"))
    breaches.add_breach(db, clock, hers.id, record.second)
    breaches.add_breach(db, clock, newer.id, record.first)
    with_order = cases.add_case(db, clock, cases.CaseForm("Дело", orders=(hers.id,)))
    without = cases.add_case(db, clock, cases.CaseForm("Другое дело"))
    made = suggest(db, "police", "breach", "ru", Scope(case_id=with_order.id)).selection
    assert made.incident_ids == (record.second,)
    with pytest.raises(errors.NothingChosen):
        suggest(db, "police", "breach", "ru", Scope(case_id=without.id))


def test_what_goes_along_around_the_entries_is_looked_through_too(record: Record) -> None:
    db, clock = record.db, record.clock
    terms = "не подходить к дому на ул. Пушкина 7"
    order = orders.add_order(db, clock, orders.OrderForm(name="Запрет", terms=terms))
    case = cases.add_case(db, clock, cases.CaseForm("Дело", "17", incidents=(record.first,), orders=(order.id,)))
    letter = cases.add_item(db, clock, case.id, cases.ItemForm("letter", text="ответ послать Айгуль"))
    chosen = suggest(db, "court", "hearing", "ru", Scope(case_id=case.id)).selection
    assert part_as_it_leaves(chosen, order.id, order.form).terms == f"не подходить к дому на {MARKS['ru']}"
    assert part_as_it_leaves(chosen, letter.id, letter.form).text == f"ответ послать {MARKS['ru']}"
    assert part_as_it_leaves(chosen, "0" * 32, letter.form) == letter.form
    with pytest.raises(errors.Cancelled):
        findings(db, chosen, cancelled=lambda: True)


def test_an_earlier_wording_hides_what_the_newest_hides(record: Record) -> None:
    latest = incidents.incident(record.db, record.first).latest
    assert latest is not None
    incidents.amend_incident(
        record.db, record.clock, record.first, replace(latest.form, text="Кричал и бил."), "адрес ул. Пушкина 7 убран"
    )
    chosen = suggest(record.db, "police", "report", "en", Scope(incident_ids=(record.first,))).selection
    assert "Пушкина" not in leaving_texts(record, chosen)


def test_contacts_stand_on_their_own_sheet_and_only_when_ticked(record: Record) -> None:
    chosen = suggest(record.db, "court", "hearing", "ru", Scope(incident_ids=(record.first,))).selection
    entries = [incidents.incident(record.db, record.first)]
    assert contacts(chosen, entries) == ()
    ticked = replace(chosen, contacts_sheet=True, own_contact="через адвоката")
    assert [(one.whose, one.contact) for one in contacts(ticked, entries)] == [
        ("", "через адвоката"),
        ("Данияр Ким", "8 777 555 44 33"),
    ]
    assert "555 44 33" not in leaving_texts(record, ticked)


def test_a_note_beside_a_file_leaves_only_when_ticked(record: Record) -> None:
    file_notes.write_file_note(record.db, record.clock, record.photo, words="снято у Айгуль", transcript="я у Айгуль")
    chosen = suggest(record.db, "lawyer", "advice", "ru").selection
    info, note = attachments.attachment(record.db, record.photo), file_notes.file_note(record.db, record.photo)
    _name, leaves = file_texts_as_they_leave(chosen, info, note)
    assert leaves.words == ""
    assert leaves.transcript == f"я у {MARKS['ru']}"
    _name, leaves = file_texts_as_they_leave(replace(chosen, with_notes=True), info, note)
    assert leaves.words == f"снято у {MARKS['ru']}"
    assert not embedded_leaves(chosen, info, "embedded.place")
    told, _note = file_as_it_leaves(chosen, info, note)
    assert (told.embedded, told.file_time) == (None, "")
    told, _note = file_as_it_leaves(replace(chosen, clean_copies=()), info, note)
    assert told.embedded == attachments.Embedded("2026-02-22T10:00", "", "Samsung A52")


def test_photos_that_show_a_place_or_a_later_day_are_named(record: Record) -> None:
    info = attachments.attachment(record.db, record.photo)
    assert safe_day_of(record.db) == "2026-02-20"
    (mark,) = photo_marks([info], safe_day_of(record.db), ["samsung a52"])
    assert mark.whys == ("place", "after_move", "device")
    assert photo_marks([info], "2026-02-23")[0].whys == ("place",)
    assert photo_marks([attachments.attachment(record.db, record.hidden)], "2026-01-01") == ()


def without(selection: Selection, item: reading.Item) -> Selection:
    """The same choice without this one thing, in the way that the item says."""
    match item.removes:
        case reading.COPY:
            return replace(selection, clean_copies=(*selection.clean_copies, item.object_id))
        case reading.SHEET:
            return replace(selection, contacts_sheet=False)
        case reading.NAMES:
            return replace(selection, with_names=False)
        case reading.TYPED:
            return replace(selection, **{item.field: ""})
    mark = LeftOut(item.object_id, item.field, item.start, item.end, item.revision)
    return replace(selection, marks=(*selection.marks, mark))


def test_what_the_other_side_would_read_is_listed_and_goes_at_one_press(record: Record) -> None:
    chosen = Selection((record.first, record.second), "ru", True, author="Мира К.", contacts_sheet=True)
    entries = [incidents.incident(record.db, one) for one in chosen.incident_ids]
    photos = photo_marks([attachments.attachment(record.db, record.photo)], "2026-02-20")
    names = {one.id: one.name for one in people.list_people(record.db)}

    def items(now: Selection) -> tuple[reading.Item, ...]:
        found = findings(record.db, now, reading.typed_lines(now))
        return reading.as_he_reads(now, entries, found, photos, names)

    shown = items(chosen)
    assert {one.group for one in shown} == set(reading.GROUPS)
    assert ("days", "2026-02-10 · ул. Абая 12") in {(one.group, one.words) for one in shown}
    assert any(one.group == "planned" and "хочу уехать" in one.words for one in shown)
    presses = 0
    while shown := items(chosen):
        before = len(shown)
        chosen = validate(without(chosen, shown[0]))
        assert len(items(chosen)) < before
        presses += 1
    assert presses < 40
    said = leaving_texts(record, chosen)
    for word in ("Айгул", "Пушкина", "Абая", "уехать", "Серик"):
        assert word not in said, word
    assert "Кричал и бил." in said


def test_what_is_planned_is_looked_for_in_all_that_goes_along(record: Record, tmp_path: Path) -> None:
    db, clock = record.db, record.clock
    plans = {
        "terms": "а потом уеду в Семей",
        "text": "скоро перееду к тёте",
        "transcript": "и тогда уйду от него",
        "reason": "решила уехать позже",
        "translation": "I will leave on Friday",
    }
    order = orders.add_order(db, clock, orders.OrderForm(name="Запрет", terms=plans["terms"]))
    case = cases.add_case(db, clock, cases.CaseForm("Дело", "17", incidents=(record.second,), orders=(order.id,)))
    cases.add_item(db, clock, case.id, cases.ItemForm("letter", text=plans["text"]))
    info = a_file(db, clock, a_source(tmp_path, b"a letter", "letter.txt"), record.second)
    file_notes.write_file_note(db, clock, info.id, words="тогда уеду", transcript=plans["transcript"])
    latest = incidents.incident(db, record.second).latest
    assert latest is not None
    incidents.amend_incident(db, clock, record.second, replace(latest.form, text="Писал."), plans["reason"])
    chosen = suggest(db, "court", "hearing", "ru", Scope(case_id=case.id)).selection
    chosen = replace(chosen, translations=((record.second, plans["translation"]),))
    entries = [incidents.incident(db, one) for one in chosen.incident_ids]

    def planned(now: Selection) -> dict[str, reading.Item]:
        beside = (*around(db, now, entries), *notes_along(db, now, entries))
        found = reading.as_he_reads(now, entries, (), (), {}, beside)
        return {one.field: one for one in found if one.why == "plan"}

    shown = planned(chosen)
    assert shown.keys() == plans.keys()
    assert all(one.words in plans[field] for field, one in shown.items())
    for one in shown.values():
        chosen = validate(without(chosen, one))
    assert planned(chosen) == {}
    assert planned(replace(chosen, with_notes=True)).keys() == {"words"}


def test_the_selection_is_kept_as_plain_values_and_read_back(record: Record) -> None:
    chosen = suggest(record.db, "lawyer", "advice", "ru").selection
    plain = json.loads(json.dumps(asdict(chosen)))
    assert from_plain({**plain, "of_a_later_version": 1}) == chosen
    with pytest.raises(errors.RecordDamaged):
        from_plain({**plain, "incident_ids": 7})


def test_police_and_court_are_not_asked_until_when_and_unknown_words_are_refused() -> None:
    assert validate(Selection(("a",), "ru", True, until="2026-12-31", recipient_kind="court")).until == ""
    assert validate(Selection(("a",), "ru", True, until="2026-12-31", recipient_kind="lawyer")).until == "2026-12-31"
    assert validate(Selection(("a",), "ru", True, second_language="ru")).second_language == ""
    for wrong in ({"recipient_kind": "boss"}, {"fields_left_out": ("diary",)}, {"parts": ("plan",)}):
        with pytest.raises(errors.Bug):
            validate(Selection(("a",), "ru", True, **wrong))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_form())
def test_every_text_of_an_entry_is_looked_at(form: IncidentForm) -> None:
    looked_at = sorted(text for _field, text in texts_in(form))
    assert [text for text in sorted(words_of(form)) if text not in looked_at] == []
    out = replace(Selection(("i",), "en", True), fields_left_out=FORM_FIELDS)
    assert as_it_leaves(out, "i", incidents.Revision(1, form, "", "", "")).form == IncidentForm()


# ── What the code may know ──────────────────────────────────────────────────────────────────────────────────────────
def imported_by(file: Path) -> set[str]:
    """Names of the modules of records and handover that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def test_no_writer_of_a_bundle_can_read_her_plan_feelings_or_signs() -> None:
    """Only the search for known words and the suggestion built on it read the plan; nothing that writes imports
    them, directly or through another module of this folder."""
    may_read = {"identifying_known"}
    may_ask = {"suggest"}
    modules = {file.stem: imported_by(file) for file in HANDOVER.glob("*.py")}
    for name, imported in modules.items():
        read = {one for one in HERS if f"safeplan.records.{one}" in imported}
        assert not read or name in may_read, (name, read)
        asks = any(one.split(".")[:3] == ["safeplan", "handover", "identifying_known"] for one in imported)
        assert not asks or name in may_ask, name
    for name in modules:
        if name not in may_ask:
            assert not any(one.startswith("safeplan.handover.suggest") for one in modules[name]), name


def test_a_clean_copy_is_checked_before_it_leaves(record: Record) -> None:
    from test_clean_copy import JPEG_WITH_PLACE, PLAIN_JPEG

    from safeplan.handover.clean_copy import make_clean_copy

    info = attachments.attachment(record.db, record.photo)
    copy = make_clean_copy(info, lambda _info: PLAIN_JPEG)
    assert (copy.attachment_id, copy.sha256) == (info.id, hashlib.sha256(PLAIN_JPEG).hexdigest())
    assert copy.name(3) == "0003-COPY.jpg"
    with pytest.raises(errors.PictureBroken):
        make_clean_copy(info, lambda _info: JPEG_WITH_PLACE)
    assert attachments.read_all(record.db, record.photo) == a_source(Path.home()).read_bytes()
