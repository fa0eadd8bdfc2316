"""Makes an entry, a person, a step or a file in one line, through the functions the pages use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from safeplan import errors
from safeplan.records import attachments, incidents, people, plan, signals
from safeplan.records.search import Asked, search
from safeplan.vault.container import OpenVault, unlock_vault
from safeplan.vault.database import Database, open_database
from safeplan.vault.migrations import migrate

KEY = b"x'" + b"5a" * 32 + b"c3" * 16 + b"'"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 8


def ignore(done: int, total: int) -> None:
    pass


def never() -> bool:
    return False


def open_data(path: Path) -> Database:
    """The encrypted database at `path` without key slots, which would cost a key derivation each time."""
    path.touch()
    return open_database(path, bytearray(KEY))


def fresh_database(folder: Path) -> Iterator[Database]:
    """Body of a fixture: an empty store, closed afterwards."""
    database = open_data(folder / "d0.bin")
    migrate(database)
    yield database
    database.close()


def an_incident(
    db: Database, clock: Any, text: str = "He came to the door at night.", **fields: Any
) -> incidents.Incident:
    return incidents.add_incident(db, clock, incidents.IncidentForm(text=text, **fields))


def a_person(db: Database, clock: Any, name: str = "Saule Omarova", **fields: Any) -> people.Person:
    return people.add_person(db, clock, people.PersonForm(name=name, **fields))


def a_step(db: Database, clock: Any, words: str = "Keep the keys in the coat") -> plan.Step:
    return plan.add_own_step(db, clock, "home", words)


def a_signal(db: Database, person_id: str, form: signals.SignalForm) -> signals.Signal:
    """One more after those there are, as the page keeps them all together."""
    before = [one.as_form() for one in signals.signals_of(db, person_id)]
    return signals.keep_signals(db, person_id, [*before, form])[-1]


def ids_found(db: Database, typed: str) -> set[str]:
    """Ids of all entries that the page would show for these words; for none at all, none."""
    return {one.line.id for one in search(db, Asked(typed), limit=1000).results} if typed.strip() else set()


def a_source(folder: Path, content: bytes = JPEG, name: str = "IMG_0007.jpg") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def a_file(
    db: Database,
    clock: Any,
    path: Path,
    incident_id: str,
    progress: Callable[[int, int], None] = ignore,
    cancelled: Callable[[], bool] = never,
    **more: Any,
) -> attachments.AttachmentInfo:
    return attachments.import_file(db, clock, path, incident_id, progress, cancelled, **more)


def until_full(db: Any, write: Callable[[], object]) -> errors.DiskFull:
    """The store may grow no more, and `write` is repeated until there is no room for it: what it is refused with."""
    db.execute(f"PRAGMA max_page_count = {db.value('PRAGMA page_count')}")
    for _ in range(1000):
        try:
            write()
        except errors.DiskFull as full:
            return full
    raise AssertionError("there is room without end")


def opens(vault: OpenVault, phrase: bytes) -> bool:
    """Whether these files, which nobody has open, open with this passphrase."""
    try:
        unlock_vault(vault.files, bytearray(phrase)).close()
    except errors.WrongPassphrase:
        return False
    return True
