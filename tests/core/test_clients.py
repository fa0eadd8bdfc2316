"""The desk's list of clients: an agreed name and days, nothing else; each folder is found and goes with its line.

Lost without it: a list that says who sought help, or a folder that nobody knows of and nobody removes.
"""

from __future__ import annotations

import time
from typing import Any

import pytest
from builders import fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.paths import VaultFiles, client_number, vault_files
from safeplan.records import clients
from safeplan.vault.container import create_vault, unlock_vault

FREE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def desk(tmp_path):
    yield from fresh_database(tmp_path)


def _store(files: VaultFiles, words: bytes = b"lamp river bread seven") -> None:
    create_vault(files, bytearray(words), profile=0).close()


# ── Names of folders ────────────────────────────────────────────────────────────────────────────────────────────
@given(st.integers(0, (1 << 32) - 1))
def test_the_number_of_a_client_is_read_back_from_the_name_of_the_folder(number):
    hers = vault_files().client(number)
    assert hers.folder.parent == vault_files().folder
    assert client_number(hers.folder.name) == number


@given(st.text(max_size=12))
def test_no_other_name_is_a_clients_folder(name):
    number = client_number(name)
    assert number is None or vault_files().client(number).folder.name == name


@pytest.mark.parametrize(
    "name", ["", "c", "c0", "c0000000", "c000000000", "C0000001", "c0000000G", "d00000001", "n0"]
)
def test_names_that_only_look_like_one_are_none(name):
    assert client_number(name) is None


def test_a_clients_folder_holds_the_promised_names_and_none_of_the_desks(tmp_path):
    desk = vault_files(tmp_path / "desk")
    _store(desk)
    _store(desk.client(7), b"another phrase of words")
    below = {path for path in desk.folder.rglob("*") if path.is_file()}
    assert below - set(desk.all()) <= set(desk.client(7).all())
    assert not set(desk.all()) & set(desk.client(7).all())
    with pytest.raises(errors.WrongPassphrase):
        unlock_vault(desk.client(7), bytearray(b"lamp river bread seven"))
    unlock_vault(desk.client(7), bytearray(b"another phrase of words")).close()


# ── The list ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_client_is_kept_under_the_name_she_agreed_to_with_days_and_without_hours(desk, clock):
    made = clients.add_client(desk, clock, "  Blue   scarf ", "2026-06-01")
    # 18:40 UTC is past midnight nowhere near +05:00: 23:40 of the same day.
    assert made == clients.Client(made.number, "Blue scarf", "2026-03-02", "2026-06-01", alias_until="2026-06-01")
    clock.move(days=1)
    clients.note_session(desk, clock, made.number)
    clients.note_second_slot(desk, made.number, there=True)
    clients.keep_client_until(desk, made.number, "")
    known = clients.rename_client(desk, clock, made.number, "")
    assert known == clients.Client(made.number, "", "2026-03-02", "", True, "2026-03-03", "2026-06-01")
    assert clients.list_clients(desk) == (known,)
    for row in desk.rows("SELECT * FROM client"):
        assert not any("T" in str(value) or ":" in str(value) for value in row)


@FREE
@given(alias=st.text(st.characters(exclude_categories=()), max_size=120))
def test_any_name_can_be_agreed_on(desk, clock, alias):
    made = clients.add_client(desk, clock, alias)
    assert clients.client(desk, made.number).alias == made.alias
    assert len(made.alias) <= clients.LONGEST_ALIAS
    assert made in clients.list_clients(desk, made.alias)


def test_numbers_are_random_and_fit_what_travels_between_the_processes(desk, clock):
    numbers = [clients.add_client(desk, clock, "").number for _ in range(50)]
    assert len(set(numbers)) == 50
    assert all(0 < number < 1 << 31 for number in numbers)
    assert numbers != sorted(numbers)


def test_who_was_seen_last_comes_first_and_every_word_of_a_search_counts(desk, clock):
    names = ("Алёна, вторник", "Blue scarf", "Жанар — вторник")
    one, two, three = (clients.add_client(desk, clock, name) for name in names)
    clock.move(days=3)
    clients.note_session(desk, clock, two.number)
    clock.move(days=3)
    clients.note_session(desk, clock, three.number)
    assert [found.alias for found in clients.list_clients(desk)] == [three.alias, two.alias, one.alias]
    assert [found.alias for found in clients.list_clients(desk, "ВТОРНИК")] == [three.alias, one.alias]
    assert [found.alias for found in clients.list_clients(desk, "вторник алена")] == [one.alias]
    assert clients.list_clients(desk, "nobody") == ()


def test_what_is_no_client_is_said_so(desk, clock, tmp_path):
    for act in (
        lambda: clients.client(desk, 7),
        lambda: clients.rename_client(desk, clock, 7, "x"),
        lambda: clients.keep_client_until(desk, 7, "2026-06-01"),
        lambda: clients.note_session(desk, clock, 7),
        lambda: clients.remove_client(desk, vault_files(tmp_path), 7),
    ):
        with pytest.raises(errors.NotThere):
            act()
    with pytest.raises(errors.DateImpossible):
        clients.add_client(desk, clock, "x", "soon")
    assert clients.list_clients(desk) == ()


def test_two_hundred_clients_are_listed_and_searched_in_a_tenth_of_a_second(desk, clock):
    with desk.transaction():
        for number in range(200):
            clients.add_client(desk, clock, f"Blue scarf {number}")
    for search in ("", "scarf 19"):
        begun = time.perf_counter()
        found = clients.list_clients(desk, search)
        taken = (time.perf_counter() - begun) * 1000
        print(f"200 clients, search {search!r}: {len(found)} in {taken:.1f} ms")
        assert len(found) == (12 if search else 200)
        assert taken <= 100


# ── Folders ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_removing_a_client_destroys_her_folder_and_no_other(desk, clock, tmp_path):
    files = vault_files(tmp_path / "desk")
    one, two = (clients.add_client(desk, clock, name) for name in ("one", "two"))
    for each in (one, two):
        _store(files.client(each.number))
    report = clients.remove_client(desk, files, one.number)
    assert report.unreadable
    assert report.left == ()
    assert not files.client(one.number).folder.exists()
    assert clients.list_clients(desk) == (two,)
    assert clients.folders(files) == (two.number,)
    unlock_vault(files.client(two.number), bytearray(b"lamp river bread seven")).close()


def test_a_folder_that_cannot_be_made_unreadable_stays_in_the_list(desk, clock, tmp_path, monkeypatch):
    files = vault_files(tmp_path / "desk")
    one = clients.add_client(desk, clock, "one")
    _store(files.client(one.number))
    with monkeypatch.context() as broken:

        def refuse(*_: Any, **__: Any) -> int:
            raise PermissionError

        broken.setattr("os.open", refuse)
        broken.setattr("pathlib.Path.unlink", refuse)
        broken.setattr("os.truncate", refuse)
        assert not clients.remove_client(desk, files, one.number).unreadable
    assert clients.list_clients(desk) == (one,)
    assert clients.remove_client(desk, files, one.number).unreadable
    assert clients.list_clients(desk) == ()


def test_a_crash_between_a_folder_and_its_line_is_seen(desk, clock, tmp_path):
    files = vault_files(tmp_path / "desk")
    listed = clients.add_client(desk, clock, "no folder yet")
    _store(files.client(99))
    (files.folder / "cat").mkdir()
    (files.folder / "c00000098").write_text("a file")
    found = clients.loose(desk, files)
    assert found == clients.Loose((99,), (listed.number,))
    assert found
    clients.destroy_client(files, 99)
    clients.remove_client(desk, files, listed.number)
    assert not clients.loose(desk, files)
    assert clients.folders(vault_files(tmp_path / "nowhere")) == ()


def test_a_folder_that_a_session_left_gets_its_line_once(desk, clock, tmp_path):
    files = vault_files(tmp_path / "desk")
    number = clients.new_number(files)
    with pytest.raises(errors.NotThere):
        clients.list_folder(desk, clock, files, number)
    assert clients.list_clients(desk) == ()
    _store(files.client(number))
    assert clients.loose(desk, files).folders == (number,)
    made = clients.list_folder(desk, clock, files, number)
    assert (made.number, made.alias, made.keep_until) == (number, "", "")
    assert not clients.loose(desk, files)
    clients.note_agreed(desk, clock, number, "2026-06-01", "")
    named = clients.rename_client(desk, clock, number, " Blue  scarf ")
    assert named.alias == "Blue scarf"
    # Asked twice, her name stays as it was agreed on.
    assert clients.list_folder(desk, clock, files, number) == named


def test_the_list_holds_a_name_and_a_way_to_call_back_only_as_long_as_she_agrees(desk, clock, tmp_path):
    files = vault_files(tmp_path / "desk")
    files.client(77).folder.mkdir(parents=True)
    clients.list_folder(desk, clock, files, 77)
    for act in (clients.rename_client, clients.write_call_back):
        with pytest.raises(errors.Bug):
            act(desk, clock, 77, "Blue scarf")
    clients.note_agreed(desk, clock, 77, "2026-03-10", "2026-03-20")
    clients.rename_client(desk, clock, 77, "Blue scarf")
    known = clients.write_call_back(desk, clock, 77, " noon; say: the library ")
    assert (known.alias, known.call_back) == ("Blue scarf", "noon; say: the library")
    assert clients.forget_what_is_over(desk, clock) == 0
    clock.move(days=9)
    assert clients.forget_what_is_over(desk, clock) == 1, "the name's day is over, the other's is not"
    assert (clients.client(desk, 77).alias, clients.client(desk, 77).call_back) == ("", known.call_back)
    clients.note_agreed(desk, clock, 77, "", "")
    assert clients.client(desk, 77).call_back == ""
    clients.remove_client(desk, files, 77)
    assert not desk.rows("SELECT name FROM state WHERE name LIKE 'agreed%'")
    with pytest.raises(errors.NotThere):
        clients.note_agreed(desk, clock, 77, "", "")


def test_a_new_number_is_no_folders_and_no_clients(desk, clock, tmp_path, monkeypatch):
    files = vault_files(tmp_path / "desk")
    (files.folder / "c00000007").mkdir(parents=True)
    drawn = iter([7, 7, 8])
    monkeypatch.setattr(clients, "_random_number", lambda: next(drawn))
    assert clients.new_number(files) == 8
