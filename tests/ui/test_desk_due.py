"""At a desk: what is over is named, and only what was named goes, folder, line and noted backups.

Lost without it: a record kept past the agreed day, or one taken away that nobody has seen named.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import ignore, never

from safeplan.records import clients, kept_copies
from safeplan.records.clients import Client
from safeplan.vault.backup import make_backup
from safeplan.vault.container import create_vault
from ui import desk_due
from ui.background import Background, InlineExecutor, Session

HERS = b"lamp river bread seven"


@pytest.fixture
def work(qtbot: Any, vault: Any, clock: Any) -> Any:
    """Runs a piece of work in the worker of a desk and gives what it brings back."""
    background = Background(Session(vault.files, clock, vault), executor=InlineExecutor())

    def run(what: Callable[..., Any], **more: Any) -> Any:
        brought: list[Any] = []
        background.run(background, functools.partial(what, **more), brought.append)
        return brought[0]

    return run


def a_client(vault: Any, clock: Any, alias: str, until: str = "2027-12-01") -> Client:
    made = clients.add_client(vault.database, clock, alias, until)
    create_vault(vault.files.client(made.number), bytearray(HERS), profile=0).close()
    return made


def here(vault: Any, one: Client) -> bool:
    return bool(vault.files.client(one.number).folder.exists())


def test_only_what_was_shown_and_is_over_goes(work: Any, vault: Any, clock: Any) -> None:
    over, later, stays = (
        a_client(vault, clock, alias, until)
        for alias, until in (("over", "2026-03-10"), ("later", "2026-03-11"), ("stays", "2026-12-01"))
    )
    assert work(desk_due.look, days=0) == ()
    clock.move(days=9)
    shown = work(desk_due.look, days=0)
    assert shown == (over,)
    clock.move(days=1)
    removed = work(desk_due.remove, days=0, shown=[one.number for one in (*shown, stays)])
    assert removed == desk_due.Removed((over,), ())
    assert [here(vault, one) for one in (over, later, stays)] == [False, True, True]
    assert {one.alias for one in clients.list_clients(vault.database)} == {"later", "stays"}
    assert work(desk_due.look, days=0) == (later,)


def test_a_policys_days_since_the_last_session_count(work: Any, vault: Any, clock: Any) -> None:
    seen, not_seen = a_client(vault, clock, "seen"), a_client(vault, clock, "not seen")
    clock.move(days=20)
    clients.note_session(vault.database, clock, seen.number)
    clock.move(days=11)
    assert work(desk_due.look, days=0) == ()
    assert work(desk_due.look, days=30) == (not_seen,)
    assert work(desk_due.remove, days=30, shown=[seen.number, not_seen.number]).gone == (not_seen,)
    assert here(vault, seen)


def test_a_backup_on_a_stick_that_was_away_goes_when_the_stick_is_back(
    work: Any, vault: Any, clock: Any, tmp_path: Path
) -> None:
    stick, pocket = tmp_path / "stick", tmp_path / "pocket"
    stick.mkdir()
    one = clients.add_client(vault.database, clock, "over", "2026-03-10")
    opened = create_vault(vault.files.client(one.number), bytearray(HERS), profile=0)
    make_backup(opened, clock, stick / "copy", ignore, never)
    opened.close()
    kept_copies.note_copy(vault.database, clock, stick / "copy", one.number)
    clock.move(days=9)
    stick.rename(pocket)
    assert work(desk_due.remove, days=0, shown=[one.number]).gone == (one,)
    pocket.rename(stick)
    assert work(desk_due.look, days=0) == ()
    assert list(stick.iterdir()) == []
