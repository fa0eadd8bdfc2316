"""What the worker does about the counts of a desk: read them with small numbers held back, write them as a table.

May touch: the desk's own store, and one new file at the chosen place. Must never hand out a number that is held back.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from safeplan import errors
from safeplan.content.desk_words import DeskWords, load_desk_words
from safeplan.handover.counts_csv import write_counts
from safeplan.records import counts
from safeplan.records.counts import CountTable
from ui.background import Job, Session
from ui.leaving_place import may_leave_to

MONTHS_AT_FIRST = 12


@dataclass(frozen=True)
class CountsView:
    """`months` are all in which something was counted ("2026-03"); `table` is None when there are none."""

    months: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    table: CountTable | None = None


def look(session: Session, job: Job, *, since: str = "", until: str = "") -> CountsView:
    """From month `since` to `until`; both "" for the last year in which something was counted."""
    del job
    months = counts.months_counted(session.database)
    if not months:
        return CountsView()
    first = since if since in months else months[-MONTHS_AT_FIRST:][0]
    last = until if until in months else months[-1]
    first, last = min(first, last), max(first, last)
    return CountsView(months, first, last, counts.count_table(session.database, first, last))


def write(
    session: Session, job: Job, *, since: str, until: str, language: str, folder: Path, only_removable: bool
) -> Path:
    """The same as a CSV file in `folder`; where it lies.

    Raises NoPermission (`reason` "only_stick") where the policy wants a stick, and as counts_csv.write_counts.
    """
    del job
    if not may_leave_to(folder, only_removable=only_removable):
        raise errors.NoPermission(reason="only_stick")
    target = folder / f"counts-{since}-{until}.csv"
    words = load_desk_words(language)
    write_counts(target, counts.count_table(session.database, since, until), lambda id_: say(words, id_))
    return target


def say(words: DeskWords, id_: str) -> str:
    """The words for an id of a line or a column, as counts_csv names them."""
    kind, _, name = id_.partition(".")
    if not name:
        heads = {
            "what": words.counts.what,
            "which": words.counts.which,
            "total": words.counts.total,
            "held_back": words.counts.fewer,
        }
        return heads[kind] if kind in heads else words.kinds[kind]
    if kind == counts.SESSION:
        return words.counts.total if name == counts.ALL else words.paths[name].title
    return words.topics[name] if kind == counts.TOPIC else words.referrals[name]
