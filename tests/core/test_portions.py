"""Transactions of a size that the disk keeps in a moment, on a quick disk and on a slow stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import fresh_database

from safeplan.records import portions
from safeplan.records.portions import AIM_SECONDS, FIRST, LEAST, Portions
from safeplan.vault.database import Database


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    yield from fresh_database(tmp_path)


def sizes(db: Database, monkeypatch: pytest.MonkeyPatch, seconds_a_piece: float, most: int = 64) -> list[int]:
    """How many pieces each of eight transactions takes where one piece takes so long."""
    now, found, made = [0.0], [], Portions(db, most)
    monkeypatch.setattr(portions, "seconds_now", lambda: now[0])
    for _ in range(8):
        with made.next() as pieces:
            now[0] += seconds_a_piece * len(pieces)
            found.append(len(pieces))
    return found


def test_on_a_quick_disk_they_are_large_from_the_second_on(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sizes(db, monkeypatch, 0.001) == [FIRST] + [64] * 7


def test_on_a_slow_stick_each_lasts_a_moment(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    found = sizes(db, monkeypatch, 0.05)
    assert found == [FIRST] + [int(AIM_SECONDS / 0.05)] * 7


def test_however_slow_it_is_some_pieces_go_at_once(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sizes(db, monkeypatch, 3.0) == [FIRST] + [LEAST] * 7
    assert sizes(db, monkeypatch, 3.0, most=1) == [1] * 8


def test_each_is_all_or_nothing(db: Database) -> None:
    made = Portions(db, 64)

    def stop_halfway() -> None:
        with made.next():
            db.execute("INSERT INTO draft VALUES ('a', 'b', 'c')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stop_halfway()
    with made.next():
        db.execute("INSERT INTO draft VALUES ('a', 'b', 'd')")
    assert db.rows("SELECT value FROM draft") == [("d",)]
