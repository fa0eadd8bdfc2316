"""Choosing the entries that leave: all, none, what is new, or one by one.

May touch: its own widgets. Must never choose anything by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Signal

from safeplan.records.incidents import Happened
from ui.hand_over_work import Line
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.fields import TickBox
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import day_in_words
from ui.widgets.stack import stack

# More ticks at once make the page slow to build; the rest follows on demand.
AT_ONCE = 30


def happened_in_words(happened: Happened, language: str) -> str:
    """When it happened, as she said it: her words first, then a day, a moment or a range."""
    start, end = _local(happened.start, language), _local(happened.end, language)
    said = f"{start} – {end}" if start and end else start or end
    if happened.words.strip() and said:
        return f"{happened.words.strip()} ({said})"
    return happened.words.strip() or said or QCoreApplication.translate("HandOver", "day not said")


def _local(iso: str, language: str) -> str:
    try:
        if len(iso) <= 10:
            return day_in_words(date.fromisoformat(iso), language)
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day_in_words(moment.date(), language)}, {moment:%H:%M}"


class ChooseCard(Card):
    """`changed` after each tick; chosen() are the ids, in the order shown."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__(name="hand-over-choose")
        title = self.tr("What to hand over")
        self.setAccessibleName(title)
        self._language = language
        self._lines: tuple[Line, ...] = ()
        self._new: frozenset[str] = frozenset()
        self._chosen: set[str] = set()
        self._boxes: dict[str, TickBox] = {}
        self.only_new = SecondaryButton(
            self.tr("Only what is new since the last time"),
            name="hand-over-new",
            clicked=lambda: self.choose(self._new),
        )
        self.count = Body("", "muted", name="hand-over-count")
        self.count.setWordWrap(False)
        self._rows = stack(spacing=2, name="hand-over-lines")
        self.more = SecondaryButton("", name="hand-over-more", clicked=self._show_more)
        self.add(
            Heading(title, 2),
            flow(
                SecondaryButton(
                    self.tr("All"), name="hand-over-all", clicked=lambda: self.choose(x.id for x in self._lines)
                ),
                SecondaryButton(self.tr("None"), name="hand-over-none", clicked=lambda: self.choose(())),
                self.only_new,
                spacing=10,
            ),
            self._rows,
            flow(self.more),
            self.count,
        )

    def show_lines(self, lines: tuple[Line, ...], new: Sequence[str], *, earlier: bool) -> None:
        """Show these; ticks of entries that are still there stay."""
        self._lines, self._new = lines, frozenset(new)
        self._chosen &= {line.id for line in lines}
        self._boxes = {}
        layout = self._rows.layout()
        while layout is not None and layout.count():
            item = layout.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.only_new.setVisible(earlier)
        self.only_new.setEnabled(bool(self._new))
        self._show_more()
        self._say()

    def chosen(self) -> tuple[str, ...]:
        """The ids ticked."""
        return tuple(line.id for line in self._lines if line.id in self._chosen)

    def chosen_lines(self) -> tuple[Line, ...]:
        """The same as lines."""
        return tuple(line for line in self._lines if line.id in self._chosen)

    def choose(self, ids: object) -> None:
        """Tick exactly these, also those not shown yet."""
        self._chosen = {line.id for line in self._lines} & set(ids)  # type: ignore[call-overload]
        for id_, box in self._boxes.items():
            box.box.blockSignals(True)
            box.set_checked(id_ in self._chosen)
            box.box.blockSignals(False)
            box.box.update()
        self._say()
        self.changed.emit()

    def _show_more(self) -> None:
        layout = self._rows.layout()
        start = len(self._boxes)
        for line in self._lines[start : start + AT_ONCE]:
            box = TickBox(self._words(line), name=f"hand-over-line-{line.number}", checked=line.id in self._chosen)
            box.toggled.connect(lambda on, id_=line.id: self._ticked(id_, on=on))
            self._boxes[line.id] = box
            if layout is not None:
                layout.addWidget(box)
        left = len(self._lines) - len(self._boxes)
        self.more.set_words(self.tr("Show more ({count} left)").format(count=left))
        self.more.setVisible(left > 0)

    def _words(self, line: Line) -> str:
        parts = [
            self.tr("No. {number}").format(number=line.number),
            happened_in_words(line.happened, self._language),
        ]
        if line.files:
            parts.append(self.tr("files: {count}").format(count=line.files))
        head = " · ".join(parts)
        return f"{head}\n{line.first_words}" if line.first_words else head

    def _ticked(self, id_: str, *, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(id_)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.count.setText(self.tr("Chosen: {count} of {all}").format(count=len(self._chosen), all=len(self._lines)))
