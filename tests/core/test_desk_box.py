"""Notes for the desk: sealed on the disk at once, read by the desk's own store alone, each exactly once.

Lost without it: a power cut loses what the counts owe, a withdrawn name stays in a list, or a thief reads both.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest
from builders import fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.paths import VaultFiles, vault_files
from safeplan.records import desk_box
from safeplan.records.desk_box import AGREED, COUNTED, RECORD, Note

FREE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ONE, TWO = Note(COUNTED, (1, 4097, 3, 0, 0)), Note(AGREED, (77, 739_000, 1, 739_001, 0))


@pytest.fixture
def desk(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    made = vault_files(tmp_path / "desk")
    made.folder.mkdir(exist_ok=True)
    return made


def collected(desk: Any, files: VaultFiles) -> list[Note]:
    found: list[Note] = []
    assert desk_box.collect_notes(desk, files, found.append) == len(found)
    return found


def test_what_was_left_comes_in_order_and_once(desk, files):
    key = desk_box.box_key(desk)
    for note in (ONE, TWO, ONE):
        desk_box.leave_note(files, key, note)
    assert collected(desk, files) == [ONE, TWO, ONE], "two sessions of the same kind are two"
    assert not files.box.exists()
    assert collected(desk, files) == []
    assert desk_box.box_key(desk) == key, "a session that goes on seals with the same"


def test_nothing_of_it_can_be_read_on_the_disk_and_no_two_notes_look_alike(desk, files):
    key = desk_box.box_key(desk)
    for _ in range(2):
        desk_box.leave_note(files, key, TWO)
    lying = files.box.read_bytes()
    assert len(lying) == 2 * RECORD
    assert lying[:RECORD] != lying[RECORD:]
    for number in TWO.numbers[:2]:
        assert number.to_bytes(4, "little") not in lying
    assert key not in lying


def test_another_desk_cannot_open_them(desk, files, tmp_path):
    desk_box.leave_note(files, desk_box.box_key(desk), ONE)
    (tmp_path / "other").mkdir()
    for other in fresh_database(tmp_path / "other"):
        assert collected(other, files) == []


@pytest.mark.parametrize("at", ["before", "after"])
def test_a_kill_while_they_are_taken_counts_each_once(desk, files, monkeypatch, at):
    key = desk_box.box_key(desk)
    for note in (ONE, TWO, ONE):
        desk_box.leave_note(files, key, note)
    found: list[Note] = []

    def killed_at_the_second(note: Note) -> None:
        if len(found) == 1:
            raise KeyboardInterrupt
        found.append(note)

    if at == "before":
        with pytest.raises(KeyboardInterrupt):
            desk_box.collect_notes(desk, files, killed_at_the_second)
    else:
        with monkeypatch.context() as broken:

            def cut_off(_path: Path) -> None:
                raise KeyboardInterrupt

            broken.setattr(Path, "unlink", cut_off)
            with pytest.raises(KeyboardInterrupt):
                desk_box.collect_notes(desk, files, found.append)
    desk_box.collect_notes(desk, files, found.append)
    assert found == [ONE, TWO, ONE]
    assert not files.box.exists()


@pytest.mark.parametrize("cut", [KeyboardInterrupt, OSError])
def test_a_name_that_a_power_cut_brings_back_counts_nothing_again(desk, files, monkeypatch, cut):
    desk_box.leave_note(files, desk_box.box_key(desk), ONE)
    lying, found = files.box.read_bytes(), []

    def cut_off(_folder: Path) -> None:
        assert not files.box.exists()
        raise cut

    with monkeypatch.context() as broken, contextlib.suppress(KeyboardInterrupt):
        broken.setattr(desk_box, "sync_folder", cut_off)
        desk_box.collect_notes(desk, files, found.append)
    files.box.write_bytes(lying)
    assert desk_box.collect_notes(desk, files, found.append) == 0
    assert found == [ONE]
    assert not files.box.exists()


def test_half_a_note_after_a_power_cut_loses_no_other(desk, files):
    key = desk_box.box_key(desk)
    desk_box.leave_note(files, key, ONE)
    with files.box.open("ab") as file:
        file.write(b"x" * (RECORD // 2))
    desk_box.leave_note(files, key, TWO)
    assert collected(desk, files) == [ONE, TWO]


@FREE
@given(junk=st.binary(max_size=3 * RECORD), flipped=st.integers(0, RECORD - 1))
def test_what_is_no_note_is_passed_over(desk, files, junk, flipped):
    key = desk_box.box_key(desk)
    desk_box.leave_note(files, key, ONE)
    damaged = bytearray(files.box.read_bytes())
    damaged[flipped] ^= 1
    files.box.write_bytes(bytes(damaged) + junk[: len(junk) // RECORD * RECORD])
    desk_box.leave_note(files, key, TWO)
    assert collected(desk, files) == [TWO]


def test_a_note_that_means_nothing_does_not_keep_the_next_from_being_used(desk, files):
    key, found = desk_box.box_key(desk), []
    for note in (ONE, TWO):
        desk_box.leave_note(files, key, note)

    def use(note: Note) -> None:
        if note == ONE:
            raise errors.Bug(code="note-kind")
        found.append(note)

    assert desk_box.collect_notes(desk, files, use) == 1
    assert found == [TWO]


def test_a_full_or_missing_place_is_said(desk, files, monkeypatch):
    key = desk_box.box_key(desk)
    with pytest.raises(errors.SafePlanError):
        desk_box.leave_note(vault_files(files.folder / "nowhere"), key, ONE)
    monkeypatch.setattr(desk_box, "MOST", 1)
    desk_box.leave_note(files, key, ONE)
    with pytest.raises(errors.DiskFull):
        desk_box.leave_note(files, key, TWO)
    with pytest.raises(errors.Bug):
        desk_box.leave_note(files, b"", TWO)
