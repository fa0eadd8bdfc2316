"""The earlier versions as lines with their day; one at a time unfolds to what has changed since, or to all of it.

May touch: its own widgets. Must never have two versions unfolded: together they would be a plan she never made.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from safeplan.clock import Clock
from safeplan.records.versions import VersionHead
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, Unfold
from ui.widgets.choices import Choice
from ui.widgets.column import Column
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.said_dates import moment_in_words
from ui.widgets.stack import stack
from ui.widgets.version_sheet import VersionSheet
from ui.widgets.version_words import Piece

A_TURN = 4
CHANGES, WHOLE = "changes", "whole"


class VersionList(Card):
    """`wanted(id, what)` when she unfolds a version or chooses the other view of it; `remove(id)`, `remove_all`.

    show_pieces() then fills it.
    """

    wanted = Signal(str, str)
    remove = Signal(str)
    remove_all = Signal()

    def __init__(self, clock: Clock, language: str, *, name: str) -> None:
        super().__init__(name=name)
        self.setAccessibleName(self.tr("Earlier versions"))
        self._clock, self._language = clock, language
        self._lines: dict[str, Unfold] = {}
        self._places: dict[str, Column] = {}
        self._held: list[QWidget] = []
        self._waiting: list[VersionHead] = []
        self._to_open = ""
        self._open = ""
        self._what = CHANGES
        self._chosen = False
        self._inside: QWidget | None = None
        self.sheet: VersionSheet | None = None
        self._rows = stack(spacing=0)
        self.body.addWidget(self._rows)
        all_gone = QuietButton(
            self.tr("Remove all earlier versions"),
            name="versions-remove-all",
            icon="trash",
            clicked=self.remove_all.emit,
        )
        self.body.addWidget(flow(all_gone))
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._add_next)

    @property
    def filling(self) -> bool:
        """True while lines are still to come."""
        return bool(self._waiting) or (self.sheet is not None and self.sheet.filling)

    def show_heads(self, heads: Sequence[VersionHead], open_: str = "") -> None:
        """The newest first; `open_` is unfolded as soon as its line stands."""
        self._fold()
        for row in self._held:
            row.hide()
            row.deleteLater()
        self._held = []
        self._lines, self._places = {}, {}
        self._waiting, self._to_open = list(heads), open_
        if self._waiting:
            self._filling.start()

    def _add_next(self) -> None:
        for _ in range(A_TURN):
            if self._waiting:
                head = self._waiting.pop(0)
                words = moment_in_words(head.made_at, self._clock, self._language)
                place = stack()
                line = Unfold(words, place, name=f"version-{head.id}")
                line.unfolded.connect(partial(self._unfolded, head.id))
                self._lines[head.id], self._places[head.id] = line, place
                self._held.append(stack(line, spacing=0))
                self._rows.add(self._held[-1])
        if self._to_open in self._lines:
            self._lines[self._to_open].button.setChecked(True)
            self._to_open = ""
        if self._waiting:
            self._filling.start()

    def _unfolded(self, id_: str, on: bool) -> None:  # noqa: FBT001
        if not on:
            if id_ == self._open:
                self._fold()
            return
        before = self._lines.get(self._open)
        self._fold()
        if before is not None:
            before.button.setChecked(False)
        self._open, self._what = id_, CHANGES
        self._ask()

    def _ask(self) -> None:
        self._clear_inside()
        self._inside = stack(Body(self.tr("One moment …"), "muted"))
        self._place(self._inside)
        self.wanted.emit(self._open, self._what)

    def show_pieces(self, id_: str, what: str, pieces: Sequence[Piece], nothing: str) -> None:
        """Fill the unfolded version; `nothing` stands where there is no piece. Too late an answer is left out."""
        if id_ != self._open or what != self._what or id_ not in self._lines:
            return
        self._clear_inside()
        name = f"version-{id_}"
        view = Choice(
            [(CHANGES, self.tr("What has changed since")), (WHOLE, self.tr("All of it"))],
            name=f"{name}-view",
            accessible=self.tr("What to show"),
            several=False,
            chosen=[what],
            may_be_none=False,
        )
        view.changed.connect(lambda: self._choose(view.one()))
        self.sheet = VersionSheet(pieces, name=f"{name}-sheet")
        gone = QuietButton(
            self.tr("Remove this version"),
            name=f"{name}-remove",
            icon="trash",
            clicked=lambda: self.remove.emit(id_),
        )
        text: QWidget = self.sheet if pieces else Body(nothing, name=f"{name}-nothing")
        self._inside = stack(view, text, flow(gone))
        self._place(self._inside)
        if self._chosen:
            # Made anew; by keyboard one must stay where one was.
            self._inside.show()
            view.chips[what].setFocus()
            self._chosen = False

    def _choose(self, what: str) -> None:
        if what != self._what:
            self._what, self._chosen = what, True
            self._ask()

    def _place(self, widget: QWidget) -> None:
        place = self._places[self._open]
        place.add(widget)
        place.column.setContentsMargins(8, 0, 0, 12)

    def _clear_inside(self) -> None:
        self.sheet = None
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None

    def _fold(self) -> None:
        self._clear_inside()
        self._open = ""
