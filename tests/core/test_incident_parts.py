"""Everything an entry can say: kept and read back part by part, and what an amendment changed shown exactly."""

from __future__ import annotations

import json
import shutil
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from builders import an_incident, fresh_database, ids_found
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.content import body_map
from safeplan.paths import vault_files
from safeplan.records import incident_form as parts
from safeplan.records import incidents, ledger
from safeplan.records.incident_changes import Change, changes, differences
from safeplan.records.incident_document import as_plain, checked, from_plain, words_of
from safeplan.records.incident_form import BodyMark, Happened, IncidentForm, PoliceCall, Statement, Witness
from safeplan.records.wording import canonical, keep_as_typed, sha256_hex
from safeplan.vault.container import unlock_vault

OLD_STORE = Path(__file__).parents[1] / "data" / "vault_v1"
MARK = BodyMark("adult", "front", "wrist_left", 0.83, 0.47, "redness", "finger", "4 cm", ("red",), "touch")
SHORT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

text = st.text(st.characters(exclude_categories=()), max_size=40)
chosen = {
    "known": parts.KNOWN,
    "alcohol": parts.YES_NO_UNKNOWN,
    "drugs": parts.YES_NO_UNKNOWN,
    "noticed": parts.NOTICED,
    "willing": parts.YES_NO_UNKNOWN,
    "left": parts.YES_NO,
    "refused": parts.YES_NO,
    "children_present": parts.CHILDREN_PRESENT,
    "side": parts.SIDES,
}


def any_part(kind: type) -> st.SearchStrategy[Any]:
    """Any value of one of the nested parts."""
    made: dict[str, st.SearchStrategy[Any]] = {}
    for one in fields(kind):
        options = chosen.get(one.name)
        if kind is parts.Care and one.name == "kind":
            options = parts.CARE
        made[one.name] = text if options is None else st.sampled_from(options)
    return st.builds(kind, **made)


@st.composite
def any_mark(draw: st.DrawFn) -> BodyMark:
    figure, view = draw(st.sampled_from(body_map.FIGURES)), draw(st.sampled_from(body_map.VIEWS))
    side = st.floats(0, 1, allow_nan=False)
    return BodyMark(
        figure,
        view,
        draw(st.sampled_from(body_map.place_ids(figure, view))),
        draw(side),
        draw(side),
        draw(st.sampled_from(body_map.MARK_KINDS)),
        draw(st.sampled_from(("", *body_map.SIZES))),
        draw(text),
        tuple(draw(st.lists(st.sampled_from(body_map.COLOURS), unique=True, max_size=3))),
        draw(st.sampled_from(("", *body_map.PAINS))),
        draw(st.sampled_from(("", "f" * 32))),
        draw(text),
    )


def any_form() -> st.SearchStrategy[IncidentForm]:
    made: dict[str, st.SearchStrategy[Any]] = {}
    for name, hint in get_type_hints(IncidentForm).items():
        if hint is str:
            made[name] = st.sampled_from(chosen[name]) if name in chosen else text
        elif is_dataclass(hint):
            made[name] = any_part(hint)
    made["happened"] = st.just(Happened("vague", words="before Nauryz", anchor="a" * 32, side="before"))
    made["kinds"] = st.lists(st.sampled_from(parts.KINDS), unique=True, max_size=3).map(tuple)
    for name, kind in (
        ("said", parts.Statement),
        ("damage", parts.Damage),
        ("devices", parts.Device),
        ("seen_by", parts.Witness),
        ("police_calls", parts.PoliceCall),
        ("care", parts.Care),
        ("kept", parts.KeptThing),
        ("child_words", parts.ChildWords),
    ):
        made[name] = st.lists(any_part(kind), max_size=2).map(tuple)
    made["marks"] = st.lists(any_mark(), max_size=2).map(tuple)
    return st.builds(IncidentForm, **made)


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


# ── Kept and read back ──────────────────────────────────────────────────────────────────────────────────────────
@SHORT
@given(form=any_form())
def test_every_part_comes_back_as_it_was_kept(form: IncidentForm) -> None:
    kept = checked(form)
    document = canonical(as_plain(kept))
    document.encode("utf-8")
    assert from_plain(json.loads(document)) == kept
    assert checked(kept) == kept
    assert canonical(as_plain(from_plain(json.loads(document)))) == document


@SHORT
@given(form=any_form())
def test_nothing_that_was_written_is_lost_on_the_way(form: IncidentForm) -> None:
    typed = {keep_as_typed(one) for one in words_of(form) if one.strip()}
    assert typed == set(words_of(checked(form)))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=any_form())
def test_a_store_gives_back_the_same_entry(db, clock, form: IncidentForm) -> None:
    form = replace(form, text=form.text + "x")
    entry = incidents.add_incident(db, clock, form)
    assert incidents.incident(db, entry.id).latest.form == checked(form)
    (document,) = incidents.revision_documents(db, entry.id)
    assert document == canonical(json.loads(document))


def test_an_entry_of_the_first_version_reads_and_keeps_its_bytes(tmp_path) -> None:
    shutil.copytree(OLD_STORE, tmp_path / "data")
    opened = unlock_vault(vault_files(tmp_path / "data"), bytearray(b"lamp river bread seven"))
    try:
        (entry,) = incidents.list_incidents(opened.database)
        (document,) = incidents.revision_documents(opened.database, entry.id)
        (line,) = (one for one in ledger.entries(opened.database) if one.object_id == entry.id)
        assert sha256_hex(document) == line.content_sha256
        form = entry.latest.form
        assert (form.marks, form.said, form.exam, form.how_long) == ((), (), parts.ForensicExam(), "")
        assert as_plain(form) == json.loads(document)["form"]
        amended = incidents.amend_incident(
            opened.database, FixedClock(), entry.id, replace(form, seen_by=(Witness("The watchman", left="yes"),)), ""
        )
        assert amended.revisions[0] == entry.revisions[0]
        assert incidents.revision_documents(opened.database, entry.id)[0] == document
    finally:
        opened.close()


def test_an_entry_without_new_parts_has_the_bytes_it_always_had() -> None:
    plain = as_plain(checked(IncidentForm(text="The lamp.", happened=Happened("day", "2026-03-01"))))
    assert tuple(plain) == parts.FIRST_VERSION
    assert tuple(plain["happened"]) == parts.FIRST_VERSION_HAPPENED


def test_a_document_that_is_no_form_is_a_damaged_record() -> None:
    for broken in ({"text": 7}, {"marks": [{"figure": "adult"}]}, [], {"said": "words"}):
        with pytest.raises(errors.RecordDamaged):
            from_plain(broken)


# ── What may be kept ────────────────────────────────────────────────────────────────────────────────────────────
def test_blank_fields_and_blank_items_are_nothing(db, clock) -> None:
    empty = IncidentForm(said=(Statement(" "), Statement()), seen_by=(Witness(" ", "\n"),), later="  ")
    assert incidents.is_empty(checked(empty))
    with pytest.raises(errors.NothingWritten):
        incidents.add_incident(db, clock, empty)


def test_one_mark_or_one_witness_is_an_entry(db, clock) -> None:
    for form in (IncidentForm(marks=(MARK,)), IncidentForm(seen_by=(Witness(noticed="heard"),))):
        assert incidents.add_incident(db, clock, form).latest.form == form


def test_the_watchman_who_left_is_kept_as_a_witness(db, clock) -> None:
    watchman = Witness("The watchman", "desk, ground floor", "heard", "unknown", "yes", "He shouted and left.")
    entry = an_incident(db, clock, seen_by=(watchman,), witnesses="two more in the corridor")
    assert entry.latest.form.seen_by == (watchman,)
    assert entry.latest.form.witnesses == "two more in the corridor"
    assert ids_found(db, "ground floor") == {entry.id}


@pytest.mark.parametrize(
    "wrong",
    [
        IncidentForm(text="x", known="guessed"),
        IncidentForm(text="x", said=(Statement("x", known="dreamt"),)),
        IncidentForm(text="x", marks=(replace(MARK, region="tail"),)),
        IncidentForm(text="x", marks=(replace(MARK, view="inside"),)),
        IncidentForm(text="x", marks=(replace(MARK, x=1.2),)),
        IncidentForm(text="x", marks=(replace(MARK, y=float("nan")),)),
        IncidentForm(text="x", marks=(replace(MARK, colours=("three days old",)),)),
        IncidentForm(text="x", marks=(replace(MARK, view="back", region="chest_left"),)),
        IncidentForm(text="x", happened=Happened("day", "2026-03-01", anchor="a" * 32, side="before")),
        IncidentForm(text="x", happened=Happened("vague", words="x", anchor="a" * 32)),
    ],
)
def test_a_choice_or_place_that_does_not_exist_is_refused(wrong: IncidentForm) -> None:
    with pytest.raises(errors.Bug):
        checked(wrong)


def test_no_part_has_room_for_the_age_of_a_mark() -> None:
    assert not {one.name for one in fields(BodyMark)} & {"age", "days", "old", "date", "on_day"}


# ── What an amendment changed ───────────────────────────────────────────────────────────────────────────────────
def test_an_amendment_tells_field_by_field_what_stood_before_and_after() -> None:
    call = PoliceCall("102", "23:10", "Sergeant A.")
    before = IncidentForm(text="The lamp.", police_calls=(call,), seen_by=(Witness("A"), Witness("B")))
    after = replace(
        before,
        text="The lamp and the chair.",
        police_calls=(replace(call, refused="yes", refused_words="Sort it out at home."),),
        seen_by=(Witness("A"), Witness("C"), Witness("B")),
    )
    assert changes(before, after) == (
        Change("text", "", 0, "The lamp.", "The lamp and the chair."),
        Change("seen_by", "name", 2, "", "C"),
        Change("police_calls", "refused", 1, "", "yes"),
        Change("police_calls", "refused_words", 1, "", "Sort it out at home."),
    )


@SHORT
@given(before=any_form(), after=any_form())
def test_equal_forms_and_only_they_have_no_changes(before: IncidentForm, after: IncidentForm) -> None:
    before, after = checked(before), checked(after)
    assert changes(before, before) == ()
    assert bool(changes(before, after)) == (before != after)
    assert all(one.before != one.after for one in changes(before, after))


@given(before=text, after=text)
def test_differences_hold_both_texts_whole(before: str, after: str) -> None:
    row = differences(before, after)
    assert "".join(words for kind, words in row if kind != "new") == before
    assert "".join(words for kind, words in row if kind != "gone") == after


def test_differences_of_long_texts_end_soon() -> None:
    before = "\n".join(f"line {number} of many" for number in range(1_500))
    after = before.replace("line 700 of", "line 700 without")
    gone, new = [one for one in differences(before, after) if one[0] != "same"]
    assert (gone[1], new[1]) == ("line 700 of many\n", "line 700 without many\n")
    endless = "word " * 100_000
    assert {kind for kind, _ in differences(endless, endless + "more")} == {"gone", "new"}


class FixedClock:
    """The clock of the old store's next day."""

    def now(self) -> Any:
        from datetime import UTC, datetime

        return datetime(2026, 4, 1, tzinfo=UTC)

    def zone(self) -> str:
        return "+05:00"

    def monotonic(self) -> float:
        return 0.0
