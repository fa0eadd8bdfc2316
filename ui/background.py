"""The one worker: runs core functions in one thread that owns the one connection, and brings plain values back.

May touch: threads (nothing else may). Must never let a widget into the worker: only a number crosses, callbacks
stay in a table of the main thread, and a result that comes after locking is dropped.
"""

from __future__ import annotations

import contextlib
import itertools
import sys
import threading  # noqa: TID251
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor  # noqa: TID251
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from safeplan.clock import Clock
from safeplan.errors import Bug, DiskFull, Locked, MemoryShort, SafePlanError
from safeplan.paths import VaultFiles
from ui.collection import collect_between_events

if TYPE_CHECKING:
    from safeplan.vault.container import OpenVault
    from safeplan.vault.database import Database

# The interface thread gets its turn within half a millisecond: the exit must not wait for the worker's bytecode.
SWITCH_INTERVAL = 0.0005


@dataclass
class Session:
    """What the worker owns: the open store, if there is one. Never seen by the interface thread."""

    files: VaultFiles
    clock: Clock
    vault: OpenVault | None = field(default=None, repr=False)

    @property
    def database(self) -> Database:
        """The open database; raises Locked when there is none."""
        if self.vault is None:
            raise Locked
        return self.vault.database


class Job:
    """One piece of work: may be cancelled from the main thread and may report how far it is from the worker."""

    def __init__(
        self, token: int, report: Callable[[int, int, int], None], let_in: Callable[[], None] = lambda: None
    ) -> None:
        self.token = token
        self._cancelled = threading.Event()
        self._report = report
        self._let_in = let_in

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """True once somebody asked to stop."""
        return self._cancelled.is_set()

    def let_in(self) -> None:
        """For long work, between two pieces: what is urgent is written now.

        Not for work that reads or replaces the data file itself: nothing may be written into it meanwhile.
        """
        self._let_in()

    def cancelled_between(self) -> bool:
        """As `let_in`, then as `cancelled`."""
        self._let_in()
        return self.cancelled()

    def progress(self, done: int, total: int) -> None:
        """Report from the worker: `done` of `total` units, whichever the work counts (KiB for files)."""
        self._report(self.token, done, total)


@dataclass
class _Waiting:
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[SafePlanError], None] | None
    progress: Callable[[int, int], None] | None
    changes: tuple[str, ...]
    ahead: bool
    her_words: bool


Work = Callable[[Session, Job], Any]


class _Urgent:
    """Small writes that wait for no long work, in their own order: what she types must outlive an exit."""

    def __init__(self, session: Session, finished: Callable[[int, object, SafePlanError | None], None]) -> None:
        self._session, self._finished = session, finished
        self._waiting: deque[tuple[Work, Job]] = deque()

    def add(self, work: Work, job: Job) -> None:
        """From the main thread."""
        self._waiting.append((work, job))

    def do_all(self) -> None:
        """In the worker: between two works."""
        while self._waiting:
            work, job = self._waiting.popleft()
            _perform(work, self._session, job, self._finished)

    def let_in(self) -> None:
        """In the worker: in the middle of a work, unless its transaction cannot be left now."""
        if self._waiting and self._session.vault is not None:
            self._session.vault.database.let_in(self.do_all)


class InlineExecutor(Executor):
    """Runs the work at once, in place: page tests need no waiting."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run now."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Background(QObject):
    """Runs work one piece after the other; what was clicked first is stored first, but for what is urgent."""

    changed = Signal(object)  # frozenset of the kinds of records a finished write changed
    words_wait = Signal()  # words of hers have come to wait, or wait no more
    _finished = Signal(int, object, object)
    _progressed = Signal(int, int, int)

    def __init__(self, session: Session, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._executor = executor or ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._tokens = itertools.count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._jobs: dict[int, Job] = {}
        self._urgent = _Urgent(session, self._finished.emit)
        self._ended = False
        self._finished.connect(self._deliver)
        self._progressed.connect(self._show_progress)

    def run(
        self,
        owner: QObject,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[SafePlanError], None] | None = None,
        *,
        progress: Callable[[int, int], None] | None = None,
        changes: tuple[str, ...] = (),
        urgent: bool = False,
        ahead: bool = False,
        her_words: bool = False,
    ) -> Job:
        """Run `work(session, job)` in the worker; then `done(result)` or `failed(error)` in the main thread.

        `work` must capture plain values only. `changes` names what a success alters ("incidents", "plan", …), so
        that pages showing it can reload. Nothing is called once `owner` is gone. After the end nothing is begun.
        `urgent`: something small that is written between two pieces of a long work, before all that waits; never
        anything the record's chain covers. `ahead`: nobody asked for it yet. `her_words`: it writes what she has just
        written, and an exit before its end loses that.
        """
        token = next(self._tokens)
        job = Job(token, self._progressed.emit, self._urgent.let_in)
        if self._ended:
            job.cancel()
            return job
        self._waiting[token] = _Waiting(owner, done, failed, progress, changes, ahead, her_words)
        self._jobs[token] = job
        if her_words:
            self.words_wait.emit()
        if urgent:
            self._urgent.add(work, job)
            self._executor.submit(self._urgent.do_all)
        else:
            self._executor.submit(_perform, work, self._session, job, self._finished.emit)
        return job

    @property
    def busy(self) -> bool:
        """True while any work waits or runs."""
        return bool(self._waiting)

    @property
    def asked_for(self) -> bool:
        """True while work waits or runs whose end somebody waits for: not what is merely read ahead."""
        return any(not waiting.ahead for waiting in self._waiting.values())

    @property
    def oldest_words(self) -> int:
        """A number for the words of hers that have waited longest to be written, 0 when none wait."""
        return next((token for token, waiting in self._waiting.items() if waiting.her_words), 0)

    def stop(self) -> None:
        """Cancel everything, drop what is late, wait for the worker to end. Only for orderly ends (tests, tour)."""
        self._ended = True
        self._waiting.clear()
        for job in self._jobs.values():
            job.cancel()
        self._executor.submit(_close, self._session)
        self._executor.shutdown(wait=True)

    @Slot(int, object, object)
    def _deliver(self, token: int, result: object, error: SafePlanError | None) -> None:
        self._jobs.pop(token, None)
        waiting = self._waiting.pop(token, None)
        if waiting is not None and waiting.her_words:
            # Before what came of it is told: that may be said in the same place.
            self.words_wait.emit()
        if waiting is None or not isValid(waiting.owner):
            return
        if error is None:
            waiting.done(result)
            if waiting.changes:
                self.changed.emit(frozenset(waiting.changes))
        elif waiting.failed is not None and not isinstance(error, Locked):
            waiting.failed(error)

    @Slot(int, int, int)
    def _show_progress(self, token: int, done: int, total: int) -> None:
        waiting = self._waiting.get(token)
        if waiting is not None and waiting.progress is not None and isValid(waiting.owner):
            waiting.progress(done, total)


def _perform(
    work: Work, session: Session, job: Job, finished: Callable[[int, object, SafePlanError | None], None]
) -> None:
    """In the worker: errors become values; a traceback with her words in it never leaves this function."""
    result: object = None
    error: SafePlanError | None = None
    try:
        result = work(session, job)
    except SafePlanError as known:
        error = known
        if isinstance(known, DiskFull) and session.vault is not None and not session.vault.read_only:
            # With an open store it is loaded already; the first window does without.
            from safeplan.vault import ballast

            # This piece has failed; what she does next, deleting or keeping it again, has room.
            ballast.make_room(session.files)
    except MemoryError:
        error = MemoryShort()
    except Exception as unknown:
        error = Bug(code=bug_code(unknown))
    # The main thread may be gone already when the program ends in the middle of a piece of work.
    with contextlib.suppress(RuntimeError):
        finished(job.token, result, error)


def _close(session: Session) -> None:
    if session.vault is not None:
        session.vault.close()
        session.vault = None


def bug_code(error: BaseException) -> str:
    """A short code a person may read to a helper: error class and our own function names, no data."""
    import hashlib

    names = [type(error).__name__]
    frame = error.__traceback__
    while frame is not None:
        code = frame.tb_frame.f_code
        names.append(code.co_name)
        frame = frame.tb_next
    digest = hashlib.blake2b("/".join(names).encode(), digest_size=4).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:]}"


def keep_the_interface_lively(parent: QObject) -> None:
    """Switch threads quickly and collect garbage between events only."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    collect_between_events(parent)
