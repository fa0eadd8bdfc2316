"""The door to SQLCipher: settings that must hold, and troubles that must have their own names."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from safeplan import errors
from safeplan.vault.database import Database, can_write, open_database


def _key() -> bytearray:
    return bytearray(b"x'" + b"3c" * 32 + b"a1" * 16 + b"'")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "d0.bin"
    path.touch()
    return path


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = open_database(path, _key())
    opened.execute("CREATE TABLE note (text TEXT NOT NULL) STRICT")
    opened.execute("INSERT INTO note VALUES ('первая запись')")
    yield opened
    opened.close()


def test_every_setting_took_effect(database: Database) -> None:
    wanted = {
        "journal_mode": "delete", "synchronous": 3, "locking_mode": "exclusive", "secure_delete": 1, "temp_store": 2,
        "trusted_schema": 0, "cell_size_check": 1, "foreign_keys": 1, "cipher_page_size": "16384",
        "cipher_hmac_algorithm": "HMAC_SHA512", "fullfsync": 1,
    }  # fmt: skip
    assert {name: database.value(f"PRAGMA {name}") for name in wanted} == wanted


def test_the_key_is_overwritten_also_when_opening_fails(path: Path, tmp_path: Path) -> None:
    for where in (path, tmp_path / "nothing.bin"):
        key = _key()
        try:
            open_database(where, key).close()
        except errors.VaultDamaged:
            assert where != path
        assert key == bytes(len(key))


def test_a_missing_file_is_not_replaced_by_an_empty_store(tmp_path: Path) -> None:
    with pytest.raises(errors.VaultDamaged):
        open_database(tmp_path / "d0.bin", _key())
    assert not (tmp_path / "d0.bin").exists()


def test_the_file_holds_no_readable_word(database: Database, path: Path) -> None:
    assert "первая".encode() not in path.read_bytes()
    assert b"SQLite" not in path.read_bytes()


def test_another_key_reads_nothing_and_says_nothing(
    database: Database, path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    database.close()
    other = _key()
    other[5] ^= 1
    with pytest.raises(errors.VaultDamaged):
        open_database(path, other)
    assert capfd.readouterr() == ("", "")


@pytest.mark.row("C-06")
def test_a_second_window_is_kept_out_and_changes_nothing(database: Database, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(errors.VaultInUse):
        open_database(path, _key())
    with pytest.raises(errors.VaultInUse):
        open_database(path, _key(), read_only=True)
    assert path.read_bytes() == before


def test_two_windows_may_read_what_nobody_can_change(database: Database, path: Path) -> None:
    database.close()
    before = path.read_bytes()
    both = [open_database(path, _key(), read_only=True) for _ in range(2)]
    for one in both:
        assert one.value("SELECT text FROM note") == "первая запись"
        with pytest.raises(errors.ReadOnlyPlace):
            one.execute("DELETE FROM note")
        with pytest.raises(errors.ReadOnlyPlace), one.transaction():
            one.execute("DELETE FROM note")
    for one in both:
        one.close()
    assert path.read_bytes() == before


def test_a_failed_transaction_leaves_nothing_and_the_next_one_works(database: Database) -> None:
    def stop_halfway() -> None:
        with database.transaction():
            database.execute("INSERT INTO note VALUES ('half')")
            with database.transaction():
                database.execute("INSERT INTO note VALUES ('more')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stop_halfway()
    with database.transaction():
        database.execute("INSERT INTO note VALUES ('whole')")
    assert database.rows("SELECT text FROM note ORDER BY rowid") == [("первая запись",), ("whole",)]


def _rows(database: Database) -> list[str]:
    return [word for (word,) in database.rows("SELECT word FROM told ORDER BY rowid")]


def _note(database: Database, word: str) -> Callable[[], object]:
    return lambda: database.execute("INSERT INTO told VALUES (?)", (word,))


def test_something_small_is_kept_for_good_in_the_middle_of_a_long_transaction(database: Database) -> None:
    """Where only its beginning was written: that is made again around it, and goes alone when all fails."""
    database.execute("CREATE TABLE told (word TEXT)")

    def stop_halfway() -> None:
        with database.transaction(_note(database, "beginning")):
            assert _rows(database) == ["beginning"]
            assert database.let_in(_note(database, "typed"))
            assert database.let_in(_note(database, "more"))
            assert _rows(database) == ["typed", "more", "beginning"]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stop_halfway()
    assert _rows(database) == ["typed", "more"]
    with database.transaction(_note(database, "beginning")):
        assert database.let_in(_note(database, "last"))
        database.execute("INSERT INTO told VALUES ('end')")
    assert _rows(database) == ["typed", "more", "last", "beginning", "end"]


def test_nothing_is_let_into_a_transaction_that_would_take_it_along(database: Database) -> None:
    database.execute("CREATE TABLE told (word TEXT)")
    assert database.let_in(_note(database, "typed")), "between two transactions it always can be"
    with database.transaction():
        assert not database.let_in(_note(database, "lost"))
    with database.transaction(_note(database, "beginning")):
        database.execute("INSERT INTO told VALUES ('more than its beginning')")
        assert not database.let_in(_note(database, "lost"))
    with database.transaction(_note(database, "outer")), database.transaction(_note(database, "inner")):
        assert not database.let_in(_note(database, "lost"))
    assert _rows(database) == ["typed", "beginning", "more than its beginning", "outer", "inner"]


def test_a_beginning_that_cannot_be_made_again_ends_the_whole(database: Database) -> None:
    database.execute("CREATE TABLE told (word TEXT)")
    times = 0

    def beginning() -> None:
        nonlocal times
        times += 1
        database.execute("INSERT INTO told VALUES ('beginning')")
        if times == 2:
            raise errors.DiskFull

    with pytest.raises(errors.DiskFull), database.transaction(beginning):
        database.let_in(_note(database, "typed"))
    assert _rows(database) == ["typed"]
    with database.transaction():
        database.execute("INSERT INTO told VALUES ('later')")
    assert _rows(database) == ["typed", "later"]


def test_errors_carry_a_code_and_never_her_words(database: Database) -> None:
    with pytest.raises(errors.Bug) as raised:
        database.execute("INSERT INTO note VALUES (?)", (None,))
    assert raised.value.facts["code"] == "SQLITE_CONSTRAINT"
    with pytest.raises(errors.Bug) as raised:
        database.execute("INSERT INTO 'secret words' VALUES (1)")
    assert "secret" not in repr(raised.value) + str(raised.value.facts)


def test_a_file_pulled_away_is_noticed_at_the_next_save(database: Database, path: Path) -> None:
    path.unlink()
    with pytest.raises(errors.DiskFailing):
        database.execute("INSERT INTO note VALUES ('too late')")


def test_a_folder_pulled_away_is_noticed_too(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "d0.bin").touch()
    database = open_database(folder / "d0.bin", _key())
    folder.rename(tmp_path / "pulled")
    with pytest.raises(errors.DiskFailing):
        database.execute("CREATE TABLE note (text TEXT)")
    database.close()


def test_a_folder_in_the_place_of_the_file_is_damage(tmp_path: Path) -> None:
    (tmp_path / "d0.bin").mkdir()
    with pytest.raises(errors.VaultDamaged):
        open_database(tmp_path / "d0.bin", _key())


def test_the_copy_is_encrypted_with_the_same_key(database: Database, tmp_path: Path) -> None:
    key = _key()
    database.copy_to(tmp_path / "d0.old", key)
    assert key == bytes(len(key))
    assert "первая".encode() not in (tmp_path / "d0.old").read_bytes()
    copy = open_database(tmp_path / "d0.old", _key())
    assert copy.value("SELECT text FROM note") == "первая запись"
    copy.close()


def test_places_that_cannot_be_written_are_known_beforehand(path: Path) -> None:
    assert can_write(path)
    if os.name == "posix" and os.geteuid() != 0:
        path.chmod(0o400)
        assert not can_write(path)


def test_no_command_can_stop_in_the_middle_and_call_itself_done(database: Database) -> None:
    """An interrupted statement is a cancelled one, and the connection stays usable."""
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 40000000) SELECT max(i) FROM n"
    timer = threading.Timer(0.1, database.interrupt)
    timer.start()
    with pytest.raises(errors.Cancelled):
        database.value(endless)
    timer.join()
    assert database.value("SELECT count(*) FROM note") == 1
