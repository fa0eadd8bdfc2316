"""The one worker: order, plain results, nothing late, nothing destroyed in the wrong thread."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from safeplan.clock import SystemClock
from safeplan.errors import Bug, Cancelled, DiskFull, Locked, MemoryShort, SafePlanError
from safeplan.paths import vault_files
from safeplan.vault import ballast
from tests.ui.gaps import Gaps
from ui.background import Background, InlineExecutor, Job, Session, bug_code
from ui.opening import take_room_back


@pytest.fixture
def background(qtbot: QtBot, tmp_path: Path) -> Iterator[Background]:
    worker = Background(Session(vault_files(tmp_path / "data"), SystemClock()))
    yield worker
    worker.stop()


def test_what_was_clicked_first_is_done_first(qtbot: QtBot, background: Background) -> None:
    owner, results = QObject(), []
    for number in range(500):
        background.run(owner, lambda _session, _job, n=number: n, results.append)
    qtbot.waitUntil(lambda: len(results) == 500)
    assert results == list(range(500))


def test_the_work_runs_elsewhere_and_the_answer_comes_back_here(qtbot: QtBot, background: Background) -> None:
    seen: list[int] = []
    background.run(
        QObject(background),
        lambda _session, _job: threading.get_ident(),
        lambda there: seen.extend((there, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[0] != seen[1] == threading.main_thread().ident


def test_failures_arrive_as_named_errors_without_her_words(qtbot: QtBot, background: Background) -> None:
    owner, failures = QObject(), []

    def full(_session: Session, _job: Job) -> None:
        raise DiskFull

    def broken(_session: Session, _job: Job) -> None:
        raise ValueError("he came at night")

    for work in (full, broken):
        background.run(owner, work, lambda _result: None, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 2)
    assert isinstance(failures[0], DiskFull)
    assert isinstance(failures[1], Bug)
    assert "night" not in repr(failures[1]) + str(failures[1].facts)


def test_too_little_memory_is_told_as_such(qtbot: QtBot, background: Background) -> None:
    def greedy(_session: Session, _job: Job) -> None:
        raise MemoryError

    failures: list[SafePlanError] = []
    background.run(QObject(background), greedy, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], MemoryShort)


def test_the_code_of_an_unexpected_error_names_functions_not_data() -> None:
    def raised(words: str) -> BaseException:
        try:
            raise ValueError(words)
        except ValueError as error:
            return error

    assert bug_code(raised("one")) == bug_code(raised("two"))
    assert len(bug_code(raised("one"))) == 9


def test_nothing_is_open_before_the_passphrase(qtbot: QtBot, background: Background) -> None:
    """Asking too early is silence, not a message."""
    failures: list[SafePlanError] = []
    done: list[object] = []
    background.run(QObject(background), lambda session, _job: session.database, done.append, failures.append)
    background.run(QObject(background), lambda _session, _job: 1, done.append)
    qtbot.waitUntil(lambda: done == [1])
    assert failures == []
    with pytest.raises(Locked):
        _ = Session(vault_files(Path("nowhere")), SystemClock()).database


def test_a_late_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, background: Background) -> None:
    page, late = QWidget(), []
    go_on = threading.Event()
    background.run(page, lambda _session, _job: go_on.wait(5), late.append)
    page.deleteLater()
    del page
    qtbot.wait(20)
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert late == []


def test_after_the_end_a_page_that_still_fills_begins_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    """Parts of a page come one a turn; a turn may come after the worker was told to end."""
    worker = Background(Session(vault_files(tmp_path / "data"), SystemClock()))
    worker.stop()
    answers: list[object] = []
    job = worker.run(QObject(worker), lambda _session, _job: "late", answers.append)
    qtbot.wait(20)
    assert job.cancelled()
    assert not worker.busy
    assert answers == []


def test_cancel_stops_long_work_and_progress_is_seen(qtbot: QtBot, background: Background) -> None:
    owner, steps, failures = QObject(), [], []

    def long_work(_session: Session, job: Job) -> None:
        for number in range(10_000):
            if job.cancelled():
                raise Cancelled
            job.progress(number, 10_000)
            time.sleep(0.001)

    job = background.run(
        owner, long_work, lambda _r: None, failures.append, progress=lambda done, _total: steps.append(done)
    )
    qtbot.waitUntil(lambda: len(steps) > 5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], Cancelled)
    assert steps[-1] < 9_000


def test_a_finished_write_says_what_it_changed(qtbot: QtBot, background: Background) -> None:
    changes: list[frozenset[str]] = []
    background.changed.connect(changes.append)
    background.run(QObject(background), lambda _s, _j: None, lambda _r: None, changes=("incidents", "plan"))
    background.run(QObject(background), lambda _s, _j: None, lambda _r: None)
    qtbot.waitUntil(lambda: not background.busy)
    assert changes == [frozenset({"incidents", "plan"})]


def test_pages_are_never_destroyed_in_the_worker(qtbot: QtBot, background: Background) -> None:
    """Closures stay in the main thread; the worker only ever holds the work."""
    destroyed_in: list[int | None] = []

    class Page(QWidget):
        def __del__(self) -> None:
            destroyed_in.append(threading.get_ident())

    page = Page()
    background.run(page, lambda _session, _job: time.sleep(0.05), lambda _result, page=page: None)
    del page
    qtbot.waitUntil(lambda: not background.busy)
    gc.collect()
    assert destroyed_in == [threading.main_thread().ident]


def test_the_interface_stays_lively_while_the_worker_computes(qtbot: QtBot, background: Background) -> None:
    """Work in C, as all long work here is, leaves no freeze (the 50 ms budget is a figure of the bench)."""
    import hashlib

    gaps = Gaps(background)
    block = bytes(1 << 20)

    def compute(_session: Session, _job: Job) -> None:
        digest = hashlib.sha256()
        for _ in range(800):
            digest.update(block)

    done: list[object] = []
    background.run(QObject(background), compute, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert gaps.stop() < 0.3


class _Emitter(QObject):
    happened = Signal(bool)


def test_qt_binding_keeps_its_reference_counts(qtbot: QtBot) -> None:
    """A binding that loses references aborts the program after some hundred clicks (PySide6 6.12.0 on 3.11)."""
    emitter, label = _Emitter(), QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(200):
        emitter.happened.emit(True)
        label.setText("x")
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert all(abs(earlier - later) < 100 for earlier, later in zip(before, after, strict=True))


def test_a_full_disk_frees_the_room_kept_aside_and_a_later_opening_takes_it_again(
    qtbot: Any, vault: Any, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She can delete and keep again; a full stick costs nothing."""
    free = [10 << 30]
    monkeypatch.setattr(ballast.shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free[0]))
    background = Background(Session(vault.files, clock, vault), InlineExecutor())
    owner, failed = QObject(), []

    def fails(_session: Session, _job: Job) -> None:
        raise DiskFull

    background.run(owner, fails, lambda _done: None, failed.append)
    assert vault.files.ballast.exists(), "another disk is full, not this one"
    free[0] = 100_000
    background.run(owner, fails, lambda _done: None, failed.append)
    assert not vault.files.ballast.exists()
    assert [type(error) for error in failed] == [DiskFull, DiskFull]
    background.run(owner, take_room_back, lambda _done: None)
    assert not vault.files.ballast.exists()
    free[0] = 10 << 30
    background.run(owner, take_room_back, lambda _done: None)
    assert vault.files.ballast.stat().st_size == ballast.BALLAST_SIZE
