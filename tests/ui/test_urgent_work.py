"""What she types is on the disk soon, whatever long work the one worker is at: an exit costs a second of typing.

Long work runs in place here and hears of her typing between two of its pieces; what an exit would leave is a copy of
the files at that moment, opened anew.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from safeplan.errors import DiskFull, SafePlanError
from safeplan.handover import releases, verify
from safeplan.handover.selection import Selection
from safeplan.paths import vault_files
from safeplan.records import drafts, incidents, ledger
from safeplan.vault.container import OpenVault, unlock_vault
from tests.bench.large_file import write_large_file
from tests.builders import a_file, an_incident
from tests.ui.page_window import HeldExecutor
from ui.background import Background, Job, Session, Work
from ui.hand_over_work import hand_over
from ui.keeping import keep_files
from ui.widgets import entry_store

PASSPHRASE = b"lamp river bread seven"
PHRASE = "1234-5678-9012-3456-7890-1234"
MIB = 12


class Typing:
    """Types a word when the work is so far for the first time, and looks at its next report what an exit leaves."""

    def __init__(self, vault: OpenVault, clock: Any, folder: Path) -> None:
        self.executor = HeldExecutor()
        self.background = Background(Session(vault.files, clock, vault), self.executor)
        self.failures: list[SafePlanError] = []
        self.results: list[Any] = []
        self.left: dict[str, str] | None = None
        self.left_fixed = False
        self._vault, self._folder = vault, folder
        self._owner = QObject()
        self._typed = False

    def during(self, work: Work, *, cancel: bool = False, report: float = 0.0) -> None:
        """Run it, typing on the way; with `cancel` it is stopped after that."""
        self.executor.holding = True
        job = self._run(work, progress=partial(self._heard, report))
        self._cancel: Callable[[], None] = job.cancel if cancel else lambda: None
        self.executor.release()

    def _run(self, work: Work, **more: Any) -> Job:
        return self.background.run(self._owner, work, self.results.append, self.failures.append, **more)

    def _heard(self, report: float, done: int, total: int) -> None:
        if self._typed and self.left is None and self._kept_meanwhile():
            self.left = self._what_an_exit_leaves()
            self._cancel()
        if not self._typed and done > report * total:
            self._typed = True
            self._run(partial(_save, text="She typed this meanwhile."), urgent=True)

    def _kept_meanwhile(self) -> bool:
        return {"text": "She typed this meanwhile."} in self.results

    def _what_an_exit_leaves(self) -> dict[str, str]:
        there = vault_files(self._folder / "as-left")
        shutil.copytree(self._vault.files.folder, there.folder)
        left = unlock_vault(there, bytearray(PASSPHRASE))
        try:
            self.left_fixed = any(one.fixed for one in incidents.list_incidents(left.database))
            return drafts.draft(left.database, "happened")
        finally:
            left.close()


def _save(session: Session, _job: Job, *, text: str) -> dict[str, str]:
    return drafts.save_draft(session.database, session.clock, "happened", {"text": text})


@pytest.fixture
def typing(qtbot: Any, vault: OpenVault, clock: Any, tmp_path: Path) -> Typing:
    return Typing(vault, clock, tmp_path)


def test_while_a_large_file_is_taken_in(typing: Typing, vault: OpenVault, clock: Any, tmp_path: Path) -> None:
    entry = an_incident(vault.database, clock)
    large = write_large_file(tmp_path / "video.bin", MIB)
    typing.during(partial(keep_files, incident_id=entry.id, paths=(large,)))
    assert typing.left == {"text": "She typed this meanwhile."}, "an exit would have taken it along"
    assert typing.failures == []
    assert incidents.incident(vault.database, entry.id).attachments[0].size == MIB << 20


def test_a_file_that_is_stopped_takes_nothing_along(
    typing: Typing, vault: OpenVault, clock: Any, tmp_path: Path
) -> None:
    entry = an_incident(vault.database, clock)
    large = write_large_file(tmp_path / "video.bin", MIB)
    typing.during(partial(keep_files, incident_id=entry.id, paths=(large,)), cancel=True)
    assert typing.results[-1].cancelled
    assert drafts.draft(vault.database, "happened") == {"text": "She typed this meanwhile."}
    assert incidents.incident(vault.database, entry.id).attachments == ()


@pytest.mark.parametrize("form", ["folder", "stick", "zip"])
def test_while_she_hands_over(typing: Typing, vault: OpenVault, clock: Any, tmp_path: Path, form: str) -> None:
    """What waits to be fixed is fixed by a whole hand-over only, and once."""
    db = vault.database
    entry = an_incident(db, clock)
    an_incident(db, clock, "Another one.")
    a_file(db, clock, write_large_file(tmp_path / "video.bin", MIB), entry.id)
    place = tmp_path / "stick"
    place.mkdir()
    chosen = Selection((entry.id,), "en", with_attachments=True, recipient="Advocate")
    typing.during(partial(hand_over, selection=chosen, folder=place, form=form, phrase=PHRASE), report=0.1)
    assert typing.left == {"text": "She typed this meanwhile."}, "an exit would have taken it along"
    assert not typing.left_fixed, "a hand-over that never came about has fixed nothing"
    assert typing.failures == []
    done = typing.results[-1]
    assert done.unchanged
    if form != "zip":
        assert verify.verify_bag(done.folder).status == verify.UNCHANGED
    assert [one.id for one in releases.list_releases(db)] == [done.release.id]
    assert ledger.waiting_count(db) == 0
    assert [one.op for one in ledger.entries(db)] == ["add", "add", "attach", "release"]
    assert ledger.check(db).ok


def test_a_hand_over_that_is_stopped_takes_nothing_along(
    typing: Typing, vault: OpenVault, clock: Any, tmp_path: Path
) -> None:
    db = vault.database
    entry = an_incident(db, clock)
    a_file(db, clock, write_large_file(tmp_path / "video.bin", MIB), entry.id)
    place = tmp_path / "stick"
    place.mkdir()
    chosen = Selection((entry.id,), "en", with_attachments=True)
    typing.during(partial(hand_over, selection=chosen, folder=place), cancel=True, report=0.1)
    assert [type(one).__name__ for one in typing.failures] == ["Cancelled"]
    assert drafts.draft(db, "happened") == {"text": "She typed this meanwhile."}
    assert ledger.waiting_count(db) == 2
    assert list(place.iterdir()) == []


def test_while_a_large_file_goes_for_good(typing: Typing, vault: OpenVault, clock: Any, tmp_path: Path) -> None:
    entry = an_incident(vault.database, clock)
    a_file(vault.database, clock, write_large_file(tmp_path / "video.bin", MIB), entry.id)
    typing.executor.holding = True
    typing._run(partial(entry_store.take_back, incident_id=entry.id))
    typing._run(partial(_save, text="Typed."), urgent=True)
    typing.executor.release()
    assert typing.results == [{"text": "Typed."}, None], "what she types comes before the end of long work"


def test_what_is_urgent_keeps_its_own_order(typing: Typing) -> None:
    typing.executor.holding = True
    typing._run(partial(_save, text="He"), urgent=True)
    typing._run(lambda session, _job: drafts.clear_draft(session.database, "happened"), urgent=True)
    typing._run(partial(_save, text="He came"), urgent=True)
    typing._run(lambda session, _job: drafts.draft(session.database, "happened"), urgent=True)
    typing.executor.release()
    assert typing.results == [{"text": "He"}, None, {"text": "He came"}, {"text": "He came"}]


def test_a_draft_that_cannot_be_kept_stops_no_long_work(
    typing: Typing, vault: OpenVault, clock: Any, tmp_path: Path
) -> None:
    def full(_session: Session, _job: Job) -> None:
        raise DiskFull

    entry = an_incident(vault.database, clock)
    typing.executor.holding = True
    large = write_large_file(tmp_path / "video.bin", 1)
    typing._run(partial(keep_files, incident_id=entry.id, paths=(large,)))
    typing._run(full, urgent=True)
    typing.executor.release()
    assert [type(one) for one in typing.failures] == [DiskFull]
    assert len(typing.results[0].kept) == 1
