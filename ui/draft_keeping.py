"""Keeps what is being typed, at once and before all other work; says so once when it cannot be kept, and tries again.

May touch: the drafts, through the background; the message bar, through what it is given. Must never let a draft that
could not be kept go unsaid, say it again with every second of typing, or bring back one that was cleared.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from safeplan.errors import ReadOnlyPlace, SafePlanError
from ui.background import Background, Job, Session

# After a full disk the room kept aside is free: the second try mostly succeeds.
AGAIN_MS = 5000


class DraftKeeping(QObject):
    """`say(error)` gives the words it told her; `take_back(words)` takes them away, if they still stand there. Before
    there is a store nothing is kept, and every page says so itself."""

    def __init__(
        self,
        background: Background,
        has_store: Callable[[], bool],
        say: Callable[[SafePlanError], str],
        take_back: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._has_store, self._say, self._take_back = background, has_store, say, take_back
        # By name, the newest of each that is not known to be kept.
        self._unkept: dict[str, dict[str, str]] = {}
        self._told = ""
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._try_again)

    @property
    def tells_of_unkept(self) -> bool:
        """From the line that something could not be kept until it is."""
        return bool(self._told)

    def save(self, name: str, fields: dict[str, str]) -> None:
        """Keep `fields` as the draft of that name."""
        if not self._has_store():
            return
        self._unkept[name] = fields
        work, kept = partial(_save, name=name, fields=fields), partial(self._kept, name, fields)
        self._background.run(self, work, kept, self._failed, urgent=True, her_words=any(fields.values()))

    def load(self, name: str, then: Callable[[dict[str, str]], None]) -> None:
        """Hand the kept draft to then(fields), {} when there is none."""
        if self._has_store():
            self._background.run(self, partial(_load, name=name), then, urgent=True)
        else:
            then({})

    def clear(self, name: str) -> None:
        """Forget the draft of that name."""
        self._unkept.pop(name, None)
        if self._has_store():
            self._background.run(self, partial(_clear, name=name), self._well, urgent=True)

    def _kept(self, name: str, fields: dict[str, str], _kept: object) -> None:
        if self._unkept.get(name) is fields:
            del self._unkept[name]
        self._well(None)

    def _well(self, _result: object) -> None:
        told = self._told
        if told and not self._unkept:
            self._told = ""
            self._take_back(told)

    def _failed(self, error: SafePlanError) -> None:
        # An empty form that could not be emptied in the store as well costs her nothing.
        lost = any(text for fields in self._unkept.values() for text in fields.values())
        if lost and not self._told:
            self._told = self._say(error)
        # What is opened to be read only stays so until it is opened anew.
        if not isinstance(error, ReadOnlyPlace):
            self._again.start()

    def _try_again(self) -> None:
        for name, fields in tuple(self._unkept.items()):
            self.save(name, fields)


# ── in the worker ───────────────────────────────────────────────────────────────────────────────────────────────
def _save(session: Session, _job: Job, *, name: str, fields: dict[str, str]) -> None:
    from safeplan.records import drafts

    drafts.save_draft(session.database, session.clock, name, fields)


def _load(session: Session, _job: Job, *, name: str) -> dict[str, str]:
    from safeplan.records import drafts

    return drafts.draft(session.database, name)


def _clear(session: Session, _job: Job, *, name: str) -> None:
    from safeplan.records import drafts

    drafts.clear_draft(session.database, name)
