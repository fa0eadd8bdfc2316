"""At a counsellor's desk: the list of clients, each under the name agreed with her, and the folder of each.

May touch: the table client of the desk's own store, and the names of folders. Must never hold anything else of a
client: what she says, keeps and agrees to stands in her own store, which this one cannot open.
"""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import dataclass

from safeplan import errors
from safeplan.clock import Clock
from safeplan.paths import VaultFiles, client_number
from safeplan.records.dates import iso_day
from safeplan.records.deadlines import local_day
from safeplan.records.wording import keep_as_typed
from safeplan.vault.database import Database
from safeplan.vault.destroy import DestroyReport, destroy_vault

LONGEST_ALIAS = 80
# One less than what a signed 32-bit number holds: it travels between the processes as one.
_MOST = (1 << 31) - 1

_COLUMNS = "number, alias, made_on, keep_until, has_second_slot, last_session"
_ALL = f"SELECT {_COLUMNS} FROM client"
_ONE = f"SELECT {_COLUMNS} FROM client WHERE number = ?"
_ADD = f"INSERT INTO client ({_COLUMNS}) VALUES (?, ?, ?, ?, 0, '')"
_TAKEN = "SELECT count(*) FROM client WHERE number = ?"
_DROP = "DELETE FROM client WHERE number = ?"


@dataclass(frozen=True)
class Client:
    """One client. `alias` is what she agreed to, "" when she wants no name here; `made_on` a local day.

    `keep_until`: the last day her folder may lie here, "" for this session only. `has_second_slot`: whether she let
    the counsellor's passphrase open it. `last_session`: a local day, or "".
    """

    number: int
    alias: str
    made_on: str
    keep_until: str = ""
    has_second_slot: bool = False
    last_session: str = ""


@dataclass(frozen=True)
class Loose:
    """What a crash may leave: folders without a line in the list, and lines without a folder. Client numbers."""

    folders: tuple[int, ...]
    lines: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.folders or self.lines)


def add_client(db: Database, clock: Clock, untrusted_alias: str, keep_until: str = "") -> Client:
    """A new line; the number that names her folder is random. Raises DateImpossible."""
    until = iso_day(keep_until)
    with db.transaction():
        number = _random_number()
        while db.value(_TAKEN, (number,)):
            number = _random_number()
        return _add(db, clock, number, untrusted_alias, until)


def list_folder(db: Database, clock: Clock, files: VaultFiles, number: int, untrusted_alias: str) -> Client:
    """A line for a folder that a session left: her store is made in her own process, which cannot write here.

    `files` are the desk's own. Raises NotThere when there is no such folder.
    """
    if number not in folders(files):
        raise errors.NotThere
    with db.transaction():
        return client(db, number) if db.value(_TAKEN, (number,)) else _add(db, clock, number, untrusted_alias, "")


def new_number(files: VaultFiles) -> int:
    """A number for someone who is not listed: it names no folder that lies here."""
    taken = {0, *folders(files)}
    number = 0
    while number in taken:
        number = _random_number()
    return number


def _random_number() -> int:
    return 1 + secrets.randbelow(_MOST)


def _add(db: Database, clock: Clock, number: int, untrusted_alias: str, until: str) -> Client:
    db.execute(_ADD, (number, _alias(untrusted_alias), local_day(clock).isoformat(), until))
    return client(db, number)


def client(db: Database, number: int) -> Client:
    """One line of the list. Raises NotThere."""
    row = db.row(_ONE, (number,))
    if row is None:
        raise errors.NotThere
    return _read(*row)


def list_clients(db: Database, search: str = "") -> tuple[Client, ...]:
    """All clients, those seen last first. `search`: only those whose name holds every word of it."""
    words = _plain(search).split()
    everyone = (_read(*row) for row in db.rows(_ALL))
    found = [one for one in everyone if all(word in _plain(one.alias) for word in words)]
    found.sort(key=lambda one: (_plain(one.alias), one.number))
    found.sort(key=lambda one: one.last_session or one.made_on, reverse=True)
    return tuple(found)


def rename_client(db: Database, number: int, untrusted_alias: str) -> Client:
    """Another name, or none. Raises NotThere."""
    return _change(db, number, "alias", _alias(untrusted_alias))


def keep_client_until(db: Database, number: int, day: str) -> Client:
    """The last day her folder may lie here; "" for this session only. Raises NotThere, DateImpossible."""
    return _change(db, number, "keep_until", iso_day(day))


def note_second_slot(db: Database, number: int, there: bool) -> Client:  # noqa: FBT001
    """Whether the counsellor's passphrase opens her store, as her own process said. Raises NotThere."""
    return _change(db, number, "has_second_slot", int(there))


def note_session(db: Database, clock: Clock, number: int) -> Client:
    """That a session with her was today. Raises NotThere."""
    return _change(db, number, "last_session", local_day(clock).isoformat())


def remove_client(db: Database, files: VaultFiles, number: int) -> DestroyReport:
    """Destroy her folder and then her line. `files` are the desk's own.

    The line stays while a readable part of the folder does: what is listed can be tried again. Raises NotThere.
    """
    known = client(db, number)
    report = destroy_client(files, known.number)
    if report.unreadable:
        db.execute(_DROP, (number,))
    return report


def destroy_client(files: VaultFiles, number: int) -> DestroyReport:
    """Destroy the folder of one client, which nobody may have open; never raises."""
    hers = files.client(number)
    report = destroy_vault(hers)
    with contextlib.suppress(OSError):
        hers.folder.rmdir()
    return report


def folders(files: VaultFiles) -> tuple[int, ...]:
    """The numbers of the clients' folders that lie here."""
    try:
        names = [path.name for path in files.folder.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError:
        return ()
    return tuple(sorted(number for number in map(client_number, names) if number is not None))


def loose(db: Database, files: VaultFiles) -> Loose:
    """What does not fit together after a crash between the folder and its line, or after someone tidied up."""
    listed, lying = {number for (number,) in db.rows("SELECT number FROM client")}, set(folders(files))
    return Loose(tuple(sorted(lying - listed)), tuple(sorted(listed - lying)))


def _change(db: Database, number: int, column: str, value: int | str) -> Client:
    if not db.execute(f"UPDATE client SET {column} = ? WHERE number = ?", (value, number)):
        raise errors.NotThere
    return client(db, number)


def _alias(untrusted_alias: str) -> str:
    return keep_as_typed(" ".join(untrusted_alias.split()))[:LONGEST_ALIAS]


def _plain(untrusted_text: str) -> str:
    return untrusted_text.casefold().replace("ё", "е")


def _read(number: int, alias: str, made_on: str, keep_until: str, has_second_slot: int, last_session: str) -> Client:
    return Client(number, alias, made_on, keep_until, bool(has_second_slot), last_session)
