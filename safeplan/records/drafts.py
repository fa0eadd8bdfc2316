"""What is being typed and not yet kept: saved again and again, so that leaving loses a second at most.

May touch: the table draft. Must never make an entry of it by itself.
"""

from __future__ import annotations

from safeplan.clock import Clock
from safeplan.records.wording import keep_as_typed
from safeplan.vault.database import Database

# Only what differs is written: a long text saved every second would otherwise wear out a memory stick.
_SAVE = (
    "INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
    " WHERE value <> excluded.value"
)
_FIELDS = "SELECT field, value FROM draft WHERE form = ? ORDER BY field"
_DROP_FIELD = "DELETE FROM draft WHERE form = ? AND field = ?"
_DROP = "DELETE FROM draft WHERE form = ?"


def save_draft(db: Database, clock: Clock, form: str, fields: dict[str, str]) -> dict[str, str]:
    """Replace the draft of `form` with these fields; empty fields are not kept. The draft as kept."""
    kept = {name: keep_as_typed(text) for name, text in fields.items() if text}
    with db.transaction():
        for name in draft(db, form).keys() - kept.keys():
            db.execute(_DROP_FIELD, (form, name))
        for name, text in kept.items():
            db.execute(_SAVE, (form, name, text))
    return kept


def draft(db: Database, form: str) -> dict[str, str]:
    """The fields of the draft of `form`; empty when there is none."""
    return dict(db.rows(_FIELDS, (form,)))


def clear_draft(db: Database, form: str) -> None:
    """Forget the draft of `form`."""
    db.execute(_DROP, (form,))
