"""The forms a copy can leave in, what is known of one that was made, and the way to the worker that makes it.

May touch: nothing. Must never read in what makes a copy before one is asked for: the page would open late.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safeplan.handover.releases import Release
from ui.background import Job, Session

# An open folder, the same straight onto a stick and read back from it, one locked paper, one locked file.
FORMS = ("folder", "stick", "pdf", "zip")
LOCKED = frozenset({"pdf", "zip"})
# Thousandths of the work: the files are copied, the report is made; what is left is the check.
COPIED, REPORTED = 700, 850


@dataclass(frozen=True)
class HandedOver:
    """A finished hand-over, found at `folder` (a file where it is locked): `files` counts everything in it;
    `unchanged` is the check after writing."""

    release: Release
    folder: Path
    files: int
    unchanged: bool


def read_ahead(_session: Session, _job: Job) -> None:
    """Read in the page and all it asks for, in the worker: whoever looks for the way there finds it open at once."""
    for name in ("ui.pages.hand_over", "ui.hand_over_work"):
        importlib.import_module(name)


def make_copy(session: Session, job: Job, **what: Any) -> HandedOver:
    """hand_over_work.hand_over, read in by the worker when it is needed."""
    made: HandedOver = importlib.import_module("ui.hand_over_work").hand_over(session, job, **what)
    return made


def stage_at(thousandths: int, form: str) -> str:
    """What is done at that point: "copy", "report" or "check"."""
    if form == "pdf":
        return "report"
    return "copy" if thousandths < COPIED else "report" if thousandths < REPORTED else "check"
