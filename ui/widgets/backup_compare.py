"""What another copy or a handed-over folder has beside hers, in plain counts and lines, and taking it in.

May touch: the worker through the page's context. Must never take anything in that was not shown before.
"""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.content.backup_words import load_backup_words
from safeplan.errors import SafePlanError
from safeplan.records.merge import REMOVED_HERE, TakenIn
from ui import backup_work
from ui.backup_work import Compared, Held
from ui.error_texts import error_text
from ui.page import PageContext
from ui.size_words import size_in_words
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Unfold
from ui.widgets.fields import TickBox
from ui.widgets.file_words import breakable
from ui.widgets.flow import flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack
from ui.widgets.work_bar import WorkBar


class CompareView(QWidget):
    """The counts, the entries behind each of them, and the button; afterwards what was taken in."""

    def __init__(self, context: PageContext, held: Held, compared: Compared, *, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name, self._context, self._held = name, context, held
        self._words = load_backup_words(context.language)
        self._job: Any = None
        self._busy = False
        self._compared = compared
        self.taken: TakenIn | None = None
        say = self._words.page
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(Heading(title, 3))
        for line in self._counts(compared):
            self._column.addWidget(line)
        for text, count in (
            (say.people_new, compared.people_new),
            (say.people_differ, compared.people_differ),
            (say.removed_there, compared.removed_there),
        ):
            if count:
                self._column.addWidget(Body(text.format(count=count)))
        if compared.size:
            size = size_in_words(compared.size, context.language)
            self._column.addWidget(Body(say.size.format(size=size), "muted"))
        self.also = TickBox(say.also_removed, name=f"{name}-also-removed")
        self.also.setVisible(bool(compared.counts.get(REMOVED_HERE)))
        self.also.toggled.connect(self._also)
        self.button = SecondaryButton(say.take, name=f"{name}-take", icon="plus", clicked=self.take)
        self.button.setEnabled(compared.anything)
        if not compared.anything:
            self._column.addWidget(Body(say.nothing_new, name=f"{name}-nothing"))
        self.bar = WorkBar(name=f"{name}-work")
        self.bar.cancelled.connect(self._cancel)
        for widget in (self.also, flow(self.button), self.bar):
            self._column.addWidget(widget)
        self.button.setVisible(compared.anything or bool(compared.counts.get(REMOVED_HERE)))

    @property
    def busy(self) -> bool:
        """Whether something is being taken in."""
        return self._busy

    def take(self) -> None:
        """Take in what was shown, in the worker."""
        self.button.setEnabled(False)
        self._busy = True
        self.bar.begin(self._words.page.taking)
        work = functools.partial(backup_work.take_in, held=self._held, also_removed=self.also.is_checked())
        self._job = self._context.background.run(
            self,
            work,
            self._taken,
            self._failed,
            progress=self.bar.set_progress,
            changes=("incidents", "attachments", "people"),
        )

    def _also(self, on: bool) -> None:  # noqa: FBT001
        self.button.setEnabled(on or self._compared.anything)

    def _counts(self, compared: Compared) -> list[QWidget]:
        say = self._words.page
        found: list[QWidget] = []
        for kind, text in self._words.meet.items():
            count = compared.counts.get(kind, 0)
            if not count:
                continue
            said = text.format(count=count)
            lines = [one for one in compared.lines if one.what == kind]
            if not lines:
                found.append(Body(f"•  {said}", name=f"{self._name}-{kind}"))
                continue
            shown: list[QWidget] = []
            for one in lines[: backup_work.MOST_SHOWN]:
                words = breakable(one.words) or say.line_files
                shown.append(Body(say.line.format(number=one.number, words=words) if one.number else words, "muted"))
            if len(lines) > backup_work.MOST_SHOWN:
                shown.append(Body(say.more_lines.format(count=len(lines) - backup_work.MOST_SHOWN), "small"))
            found.append(Unfold(said, stack(*shown, spacing=6), name=f"{self._name}-{kind}"))
        return found

    def _taken(self, taken: TakenIn) -> None:
        self._end()
        self.also.hide()
        self.button.hide()
        self.taken = taken
        self._column.addWidget(taken_in(self._context, taken, name=self._name))

    def _failed(self, error: SafePlanError) -> None:
        self._end()
        self.button.setEnabled(True)
        if error_text(error) is None:
            self._context.tell(self._words.page.taken_stopped)
        else:
            self._context.questions.tell_error(error)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job, self._busy = None, False
        self.bar.end()


def taken_in(context: PageContext, taken: TakenIn, *, name: str) -> Inset:
    """What came of it."""
    say = load_backup_words(context.language).page
    text = say.taken.format(
        added=len(taken.added), continued=len(taken.continued), files=taken.files, people=taken.people
    )
    return Inset(
        Body(text, name=f"{name}-taken"),
        Body(say.taken_back, "muted"),
        flow(QuietButton(say.see, name=f"{name}-see", clicked=lambda: context.go("happened"))),
        name=f"{name}-result",
    )
