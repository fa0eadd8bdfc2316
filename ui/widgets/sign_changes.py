"""What changed between two passes over the warning signs, in words; and the earlier passes, each to be read again.

May touch: its own widgets. Must never call a change better or worse, and never count.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from safeplan.clock import Clock
from safeplan.content.signs import WarningSigns
from safeplan.records.signs import Changes, Review, SignForm, changed_since, marked
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, Unfold
from ui.widgets.column import Column
from ui.widgets.flow import columns, flow
from ui.widgets.inset import Inset
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import moment_in_words
from ui.widgets.stack import stack


class ChangedSince(Card):
    """show_for(before, day, now): what differs from the last pass, and her words then and now."""

    def __init__(self, signs: WarningSigns, *, name: str) -> None:
        super().__init__(name=name)
        self._signs = signs
        self._shown: tuple[object, ...] = ()
        self._inside: QWidget | None = None
        self._now = Body("", "inset")
        self.hide()

    def show_for(self, before: Review | None, day: str, now: SignForm) -> None:
        """Without an earlier pass there is nothing to compare, and nothing to see."""
        self.setVisible(before is not None)
        if before is None:
            return
        wanted = (before, day, dict(now.marks))
        if wanted != self._shown:
            self._shown = wanted
            self._build(before, day, now)
        self._now.setText(now.fear if now.fear.strip() else self.tr("Nothing written yet"))

    def _build(self, before: Review, day: str, now: SignForm) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        changes = changed_since(before.form, now)
        title = self.tr("Changed since {day}").format(day=day)
        self.setAccessibleName(title)
        parts: list[QWidget] = [Heading(title, 2), *change_lines(self._signs, changes)]
        if not changes:
            parts.append(Body(self.tr("The marks are the same."), name="signs-no-change"))
        if changes.no_longer:
            parts.append(Body(self._signs.words.no_longer, "muted"))
        self._now = Body("", "inset")
        if before.form.fear.strip():
            then = Inset(Body(day, "small"), Body(before.form.fear, "inset"), name="signs-words-then")
            today = Inset(Body(self.tr("Now"), "small"), self._now, name="signs-words-now")
            parts += [Heading(self.tr("My words then and now"), 3), columns(then, today, narrowest=240)]
        self._inside = stack(*parts, spacing=8)
        self.body.addWidget(self._inside)


def day_of(review: Review, clock: Clock, language: str) -> str:
    """The day of a pass in words, without the hour."""
    return moment_in_words(review.made_at, clock, language).rpartition(", ")[0]


def change_lines(signs: WarningSigns, changes: Changes) -> list[QWidget]:
    """The changes as labels with their signs below, none for what did not change."""
    kinds: tuple[tuple[str, Collection[str]], ...] = (
        (QCoreApplication.translate("SignChanges", "New:"), changes.new),
        (QCoreApplication.translate("SignChanges", "No longer marked:"), changes.no_longer),
        (QCoreApplication.translate("SignChanges", "Answered differently:"), changes.differently),
    )
    found: list[QWidget] = []
    for words, ids in kinds:
        lines = [Body(f"–  {one.text}") for one in signs.signs if one.id in ids]
        if lines:
            found.append(stack(Heading(words, 3), *lines, spacing=2))
    return found


class EarlierPasses(Card):
    """Every kept pass as a line with its day; it unfolds to what stood there. `remove(id)` when she wants it gone."""

    remove = Signal(str)

    def __init__(self, signs: WarningSigns, clock: Clock, language: str, *, name: str) -> None:
        super().__init__(QCoreApplication.translate("EarlierPasses", "Kept pages"), name=name)
        self._signs, self._clock, self._language = signs, clock, language
        self._lines: list[Unfold] = []
        self.hide()

    def show_passes(self, reviews: Sequence[Review]) -> None:
        """The newest first."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        self.setVisible(bool(reviews))
        for review, before in zip_longest(reviews, reviews[1:]):
            content = _OnDemand(partial(self._make_pass, review, before))
            line = Unfold(moment_in_words(review.made_at, self._clock, self._language), content, name=_named(review))
            line.unfolded.connect(content.build)
            self._lines.append(line)
            self.body.addWidget(line)

    def _make_pass(self, review: Review, before: Review | None) -> QWidget:
        form = review.form
        parts: list[QWidget] = []
        if before is not None:
            changes = changed_since(before.form, form)
            day = moment_in_words(before.made_at, self._clock, self._language)
            lines = change_lines(self._signs, changes) or [Body(self.tr("The marks are the same."))]
            parts.append(Inset(Body(self.tr("Changed since {day}").format(day=day), "small"), *lines, name="changes"))
        said = [
            self.tr("{sign} (not sure)").format(sign=one.text) if form.marks[one.id] == "unsure" else one.text
            for one in marked(self._signs, form)
        ]
        lines = [Body(f"–  {words}") for words in said] or [Body(self.tr("Nothing was marked."))]
        parts.append(stack(Heading(self.tr("Marked"), 3), *lines, spacing=2))
        for title, words in ((self._signs.words.fear_title, form.fear), (self.tr("My note"), form.note)):
            if words.strip():
                parts.append(stack(Heading(title, 3), Body(words, selectable=True), spacing=2))
        parts.append(
            flow(
                QuietButton(
                    self.tr("Remove this page"),
                    name=f"{_named(review)}-remove",
                    icon="trash",
                    clicked=partial(self.remove.emit, review.id),
                )
            )
        )
        return stack(*parts, spacing=10)


class _OnDemand(Column):
    """Folded it costs nothing, and what stood in it is in no widget."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self.column.setContentsMargins(8, 0, 0, 8)
        self._inside: QWidget | None = None

    def build(self, on: bool) -> None:  # noqa: FBT001
        """Make it when it unfolds, drop it when it folds."""
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        if on:
            self._inside = self._make()
            self.add(self._inside)


def _named(review: Review) -> str:
    return f"signs-pass-{review.id}"
