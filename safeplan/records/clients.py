"""At a counsellor's desk: the list of clients, each under the name agreed with her, and the folder of each.

May touch: the table client of the desk's own store, values beside it, and the names of folders. Must never hold
anything else of a client, nor a name or a way to call back on a day for which her own store does not say she agreed.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from dataclasses import dataclass

from safeplan import errors
from safeplan.clock import Clock
from safeplan.paths import VaultFiles, client_number
from safeplan.records.believed_day import believed_day
from safeplan.records.dates import iso_day
from safeplan.records.deadlines import local_day
from safeplan.records.wording import keep_as_typed
from safeplan.vault.database import Database, Row
from safeplan.vault.destroy import DestroyReport, destroy_vault

LONGEST_ALIAS, LONGEST_CALL_BACK = 80, 200
# One less than what a signed 32-bit number holds: it travels between the processes as one.
_MOST = (1 << 31) - 1

_COLUMNS = "number, alias, made_on, keep_until, has_second_slot, last_session"
_ALL = f"SELECT {_COLUMNS} FROM client"
_ONE = f"SELECT {_COLUMNS} FROM client WHERE number = ?"
_ADD = f"INSERT INTO client ({_COLUMNS}) VALUES (?, ?, ?, ?, 0, '')"
_TAKEN = "SELECT count(*) FROM client WHERE number = ?"
_DROP = "DELETE FROM client WHERE number = ?"
# What she agreed to for this list: until which days, and how she is called back.
_AGREED = "agreed_at_desk:"
_GET_AGREED = "SELECT value FROM state WHERE name = ?"
_ALL_AGREED = f"SELECT name, value FROM state WHERE name GLOB '{_AGREED}*'"
_SET_AGREED = "INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_DROP_AGREED = "DELETE FROM state WHERE name = ?"


def mark_of(number: int) -> str:
    """What tells a client without a name from the others; it is drawn, and says nothing."""
    return f"{number:08x}"[-6:]


@dataclass(frozen=True)
class Client:
    """One client. `alias` is what she agreed to, "" when she wants no name here; `made_on` a local day.

    `keep_until`: the last day her folder may lie here, "" for this session only. `has_second_slot`: whether she let
    the counsellor's passphrase open it. `last_session`: a local day, or "". `alias_until` and `call_back_until`:
    the last day for which she agreed to a name here and to be called back, "" when she did not; `call_back`: how.
    """

    number: int
    alias: str
    made_on: str
    keep_until: str = ""
    has_second_slot: bool = False
    last_session: str = ""
    alias_until: str = ""
    call_back_until: str = ""
    call_back: str = ""

    @property
    def mark(self) -> str:
        """As mark_of."""
        return mark_of(self.number)


@dataclass(frozen=True)
class Loose:
    """What a crash may leave: folders without a line in the list, and lines without a folder. Client numbers."""

    folders: tuple[int, ...]
    lines: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.folders or self.lines)


def add_client(db: Database, clock: Clock, untrusted_alias: str, keep_until: str = "") -> Client:
    """A new line, folder and name agreed to until the same day; the number that names her folder is random.

    Raises DateImpossible."""
    until = iso_day(keep_until)
    with db.transaction():
        number = _random_number()
        while db.value(_TAKEN, (number,)):
            number = _random_number()
        _add(db, clock, number, untrusted_alias, until)
        _keep_agreed(db, number, {"alias_until": until})
        return client(db, number)


def list_folder(db: Database, clock: Clock, files: VaultFiles, number: int) -> Client:
    """A line without a name for a folder that a session left: her store is made in her own process, which cannot
    write here.

    `files` are the desk's own. Raises NotThere when there is no such folder.
    """
    if number not in folders(files):
        raise errors.NotThere
    with db.transaction():
        return client(db, number) if db.value(_TAKEN, (number,)) else _add(db, clock, number, "", "")


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
    return _read(row, _agreed(db, number))


def list_clients(db: Database, search: str = "") -> tuple[Client, ...]:
    """All clients, those seen last first. `search`: only those whose name (or mark, without one) holds every word."""
    words = _plain(search).split()
    agreed = {int(name.removeprefix(_AGREED)): json.loads(value) for name, value in db.rows(_ALL_AGREED)}
    everyone = (_read(row, agreed.get(row[0], {})) for row in db.rows(_ALL))
    found = [one for one in everyone if all(word in _plain(one.alias or one.mark) for word in words)]
    found.sort(key=lambda one: (_plain(one.alias), one.number))
    found.sort(key=lambda one: one.last_session or one.made_on, reverse=True)
    return tuple(found)


def rename_client(db: Database, clock: Clock, number: int, untrusted_alias: str) -> Client:
    """Another name, or none. Raises NotThere, and Bug for a name that she has not agreed to."""
    alias = _alias(untrusted_alias)
    if alias and not _today_within(clock, client(db, number).alias_until):
        raise errors.Bug(code="alias-consent")
    return _change(db, number, "alias", alias)


def write_call_back(db: Database, clock: Clock, number: int, untrusted_text: str) -> Client:
    """How she agreed to be called back. Raises NotThere, and Bug when she has not agreed to it."""
    known, words = client(db, number), keep_as_typed(untrusted_text.strip())[:LONGEST_CALL_BACK]
    if words and not _today_within(clock, known.call_back_until):
        raise errors.Bug(code="call-back-consent")
    _keep_agreed(db, number, {"call_back": words})
    return client(db, number)


def note_agreed(db: Database, clock: Clock, number: int, alias_until: str, call_back_until: str) -> Client:
    """Until which days she agreed to a name in this list and to be called back, as her own process said; "" for not.

    What she has not agreed to goes at once. Raises NotThere, DateImpossible.
    """
    client(db, number)
    days = {"alias_until": iso_day(alias_until), "call_back_until": iso_day(call_back_until)}
    with db.transaction():
        _keep_agreed(db, number, days)
        forget_what_is_over(db, clock)
    return client(db, number)


def forget_what_is_over(db: Database, clock: Clock) -> int:
    """Take away names and ways to call back whose day is over, or that nobody agreed to; how many lines changed."""
    changed, today = 0, believed_day(db, clock).isoformat()
    with db.transaction():
        for one in list_clients(db):
            # "" is before every day: what she took back goes whatever the clock says.
            alias, calls = (today <= day for day in (one.alias_until, one.call_back_until))
            over = {
                name: ""
                for name, value, holds in (
                    ("alias_until", one.alias_until, alias),
                    ("call_back_until", one.call_back_until, calls),
                    ("call_back", one.call_back, calls),
                )
                if value and not holds
            }
            if one.alias and not alias:
                _change(db, one.number, "alias", "")
            if over:
                _keep_agreed(db, one.number, over)
            changed += bool(over or (one.alias and not alias))
    return changed


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
        with db.transaction():
            db.execute(_DROP, (number,))
            db.execute(_DROP_AGREED, (f"{_AGREED}{number}",))
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


def _today_within(clock: Clock, until: str) -> bool:
    return bool(until) and local_day(clock).isoformat() <= until


def _agreed(db: Database, number: int) -> dict[str, str]:
    value = db.value(_GET_AGREED, (f"{_AGREED}{number}",))
    return json.loads(value) if value else {}


def _keep_agreed(db: Database, number: int, change: dict[str, str]) -> None:
    db.execute(_SET_AGREED, (f"{_AGREED}{number}", json.dumps({**_agreed(db, number), **change}, ensure_ascii=False)))


def _read(row: Row, agreed: dict[str, str]) -> Client:
    number, alias, made_on, keep_until, second, last_session = row
    days = (agreed.get("alias_until", ""), agreed.get("call_back_until", ""), agreed.get("call_back", ""))
    return Client(number, alias, made_on, keep_until, bool(second), last_session, *days)
