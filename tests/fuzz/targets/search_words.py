"""Typed search words against a real store: they find or they do not, and never become a query of their own."""

from __future__ import annotations

from datetime import UTC, datetime

from builders import an_incident, fresh_database

from safeplan.records import ledger, search, typed_head
from safeplan.records.search import Asked
from safeplan.records.search_notes import search_notes
from tests.fuzz.room import room


class _Clock:
    def now(self) -> datetime:
        return datetime(2026, 3, 2, 18, 40, tzinfo=UTC)

    def zone(self) -> str:
        return "+05:00"

    def monotonic(self) -> float:
        return 0.0


_FOLDER = room()
_HELD = fresh_database(_FOLDER)
_DB = next(_HELD)
TEXTS = ("He came to the door at night.", "Ёлка у двери, ключи 12-45", "Қыз үйде болды; NEAR(a b) OR *", "<b>'\"x")
for _text in TEXTS:
    an_incident(_DB, _Clock(), _text, place="лестница")
_WHOLE = len(search.search(_DB, Asked()).results)
_SHAPE = _DB.rows("SELECT name, sql FROM sqlite_master ORDER BY name")


def target(data: bytes) -> None:
    text = data[1:].decode("utf-8", "surrogatepass" if data[:1] == b"s" else "replace") if _decodes(data) else ""
    found = search.search(_DB, Asked(text=text)).results
    assert len(found) <= _WHOLE
    search.search(_DB, Asked(place=text, since=text[:10], until=text[-10:]))
    search_notes(_DB, text)
    head = typed_head.find_typed_head(_DB, text)
    assert head.lines is None or head.lines <= ledger.head(_DB).seq
    if data[:1] == b"!":
        assert _DB.rows("SELECT name, sql FROM sqlite_master ORDER BY name") == _SHAPE


def _decodes(data: bytes) -> bool:
    try:
        data[1:].decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data[:1] != b"s"
    return True
