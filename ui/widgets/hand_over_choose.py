"""Choosing the entries that leave and their files: all, none, what is suggested or new, or one by one.

May touch: its own widgets. Must never tick anything by itself but what it is told to show.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from safeplan.content.handing_words import HandingWords
from safeplan.records.incidents import Happened
from ui.hand_over_choice import Choice, FileLine, Line, files_along
from ui.widgets.buttons import SecondaryButton
from ui.widgets.column import Column
from ui.widgets.fields import TickBox
from ui.widgets.flow import flow
from ui.widgets.hand_over_step import Portions
from ui.widgets.labels import Body
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.said_dates import day_in_words
from ui.widgets.stack import stack

# More ticks at once hold the window up; the rest follows on demand.
AT_FIRST, AT_ONCE = 10, 30


def happened_in_words(happened: Happened, language: str) -> str:
    """When it happened, as she said it: her words first, then a day, a moment or a range."""
    start, end = local(happened.start, language), local(happened.end, language)
    said = f"{start} – {end}" if start and end else start or end
    if happened.words.strip() and said:
        return f"{happened.words.strip()} ({said})"
    return happened.words.strip() or said or QCoreApplication.translate("HandOver", "day not said")


def local(iso: str, language: str) -> str:
    """A kept day or moment in words; anything else as it stands."""
    try:
        if len(iso) <= 10:
            return day_in_words(date.fromisoformat(iso), language)
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day_in_words(moment.date(), language)}, {moment:%H:%M}"


class ChooseCard(Column):
    """`picked(choice)` after each tick; `suggested` when she asks for the suggested set again."""

    picked = Signal(object)
    suggested = Signal()

    def __init__(self, words: HandingWords) -> None:
        super().__init__(spacing=10)
        self._words, self._language = words, words.language
        self._lines: tuple[Line, ...] = ()
        self._new: frozenset[str] = frozenset()
        self._choice = Choice()
        self._boxes: dict[str, tuple[TickBox, LateUnfold | None, Line]] = {}
        self._ticks: dict[str, TickBox] = {}
        self._stale = self._seen = False
        self.only_new = SecondaryButton(
            self.tr("Only what is new since the last time"),
            name="hand-over-new",
            clicked=lambda: self._pick(self._new),
        )
        self.least = SecondaryButton(
            words.page.what_suggested, name="hand-over-suggested", clicked=self.suggested.emit
        )
        self.count = Body("", "muted", name="hand-over-count")
        self._rows = Portions(
            self._row, name="hand-over-lines", more=words.page.more, at_first=AT_FIRST, at_once=AT_ONCE
        )
        # The name it always had.
        self._rows.more.setObjectName("hand-over-more")
        self.add(
            flow(
                SecondaryButton(
                    self.tr("All"), name="hand-over-all", clicked=lambda: self._pick(x.id for x in self._lines)
                ),
                SecondaryButton(self.tr("None"), name="hand-over-none", clicked=lambda: self._pick(())),
                self.least,
                self.only_new,
                spacing=10,
            ),
            self._rows,
            self.count,
        )

    def show_lines(
        self, lines: tuple[Line, ...], new: Sequence[str], choice: Choice, *, earlier: bool, anew: bool = False
    ) -> None:
        """Show these; what is chosen comes first when they are new, or with `anew`."""
        same = lines == self._lines and not anew
        self._lines, self._new = lines, frozenset(new)
        self.only_new.setVisible(earlier)
        self.only_new.setEnabled(bool(self._new))
        self._stale = self._stale or not same
        self.show_choice(choice)
        if self._seen:
            self.fill()

    def set_seen(self, on: bool) -> None:  # noqa: FBT001
        """Lines are built only where they can be seen."""
        self._seen = on
        if on:
            self.fill()

    def fill(self) -> None:
        """Build the lines, if they are not those shown already."""
        if not self._stale:
            return
        chosen = set(self._choice.entries)
        self._stale, self._boxes, self._ticks = False, {}, {}
        self._rows.show_items(sorted(self._lines, key=lambda line: line.id not in chosen), anew=True)

    def show_choice(self, choice: Choice) -> None:
        """Show other ticks on the same lines."""
        files_changed = (choice.kind, choice.files, choice.with_files) != (
            self._choice.kind,
            self._choice.files,
            self._choice.with_files,
        )
        self._choice = choice
        chosen = set(choice.entries)
        for id_, (box, files, line) in self._boxes.items():
            _tick(box, on=id_ in chosen)
            if files is None:
                continue
            files.setVisible(id_ in chosen and choice.with_files)
            if files_changed:
                files.button.set_words(self._files_words(line))
                along = {file.id for file in files_along(choice, line)}
                for file in line.files:
                    if file.id in self._ticks and choice.with_files:
                        _tick(self._ticks[file.id], on=file.id in along)
        self.least.setVisible(bool(choice.kind))
        self.count.setText(self.tr("Chosen: {count} of {all}").format(count=len(chosen), all=len(self._lines)))

    def _row(self, _place: int, line: Line) -> QWidget:
        chosen = line.id in self._choice.entries
        box = TickBox(self._line_words(line), name=f"hand-over-line-{line.number}", checked=chosen)
        box.toggled.connect(lambda on, id_=line.id: self._ticked(id_, on=on))
        files: LateUnfold | None = None
        if line.files:
            files = LateUnfold(
                self._files_words(line),
                lambda: self._file_ticks(line),
                name=f"hand-over-files-{line.number}",
                inset=True,
            )
            files.setContentsMargins(34, 0, 0, 0)
            files.setVisible(chosen and self._choice.with_files)
        self._boxes[line.id] = box, files, line
        return stack(*filter(None, (box, files)), spacing=0)

    def _file_ticks(self, line: Line) -> QWidget:
        along = {file.id for file in files_along(self._choice, line)}
        ticks = []
        for place, file in enumerate(line.files, 1):
            words = f"{file.name} · {self._words.page.what_private}" if file.private else file.name
            tick = TickBox(words, name=f"hand-over-file-{line.number}-{place}", checked=file.id in along)
            tick.toggled.connect(lambda on, one=file: self._file_ticked(one, on=on))
            self._ticks[file.id] = tick
            ticks.append(tick)
        return stack(*ticks, spacing=0)

    def _files_words(self, line: Line) -> str:
        along = len(files_along(self._choice, line))
        return self._words.page.what_files.format(count=along, all=len(line.files))

    def _line_words(self, line: Line) -> str:
        parts = [
            self.tr("No. {number}").format(number=line.number),
            happened_in_words(line.happened, self._language),
        ]
        if line.files:
            parts.append(self.tr("files: {count}").format(count=len(line.files)))
        head = " · ".join(parts)
        return f"{head}\n{line.first_words}" if line.first_words else head

    def _pick(self, ids: Iterable[str]) -> None:
        wanted = set(ids)
        entries = tuple(line.id for line in self._lines if line.id in wanted)
        self.picked.emit(replace(self._choice, entries=entries, by_hand=bool(entries)))

    def _ticked(self, id_: str, *, on: bool) -> None:
        self._pick({*self._choice.entries, id_} if on else {*self._choice.entries} - {id_})

    def _file_ticked(self, file: FileLine, *, on: bool) -> None:
        self.picked.emit(self._choice.ticks(file.id, on=on))


def _tick(box: TickBox, *, on: bool) -> None:
    with QSignalBlocker(box.box):
        box.set_checked(on)
    box.box.update()
