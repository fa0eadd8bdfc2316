"""What the worker does for the page about this computer: looks, removes one thing when asked, looks for a word.

May touch: the worker's session to read names of hand-overs, and the places that safeplan/traces/ names. Must never
run in the interface thread, keep what was found, or remove what she did not see first.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from safeplan.handover import releases
from safeplan.traces import looking as traces
from safeplan.traces.looking import Finding, Removal, Report
from ui.background import Job, Session


@dataclass(frozen=True)
class Seen:
    """What stands there now; after a removal also what came of it."""

    report: Report
    removal: Removal | None = None


@dataclass(frozen=True)
class WordSeen:
    """How many lists of learned words there are, and those in which the word stands."""

    lists: int
    found: tuple[Path, ...]


def look_around(session: Session, job: Job) -> Seen:
    """Look everywhere; changes nothing. Raises Cancelled."""
    return Seen(traces.look(_ours(session), cancelled=job.cancelled_between))


def remove_one(session: Session, job: Job, *, finding: Finding) -> Seen:
    """Remove what she was shown, and look again: what is said afterwards is what is there. Raises Cancelled."""
    ours = _ours(session)
    removal = traces.remove(finding, ours)
    return Seen(traces.look(ours, cancelled=job.cancelled_between), removal)


def find_word(_session: Session, _job: Job, *, untrusted_word: str) -> WordSeen:
    """Search the lists of learned words; the word is not kept."""
    found = traces.find_word(untrusted_word)
    return WordSeen(len(found), tuple(path for path, there in found if there))


def _ours(session: Session) -> traces.Ours:
    """With a store open, the names of what was handed over are known too."""
    handed = [one.folder_name for one in releases.list_releases(session.database)] if session.vault else []
    return traces.our_marks(session.files.folder, handed)
