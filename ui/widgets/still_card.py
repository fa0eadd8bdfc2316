"""What can still be got for one entry or one case: a folded line, each point with its way and its risk.

May touch: its own widgets; the points, through the background. Must never be seen in quiet time, count anything,
stand in the way of a page, or bring back by itself what she put aside.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from safeplan.content.still import StillPoint, load_still
from safeplan.errors import SafePlanError
from safeplan.records import still_there
from safeplan.records.still_there import StillThere
from ui.background import Job, Session
from ui.page import PageContext
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.fact_cards import law_unfold
from ui.widgets.incident_parts import WhyUnfold
from ui.widgets.labels import Body
from ui.widgets.late_unfold import LateUnfold
from ui.widgets.said_dates import her_now
from ui.widgets.stack import stack

CHANGES = "still"
_TOUCHES = frozenset({"incidents", "orders", "cases", CHANGES})


class StillCard(Card):
    """Hidden until there is something to say. One of `incident_id` and `case_id`; look() asks anew."""

    def __init__(self, context: PageContext, *, incident_id: str = "", case_id: str = "") -> None:
        super().__init__(name="still")
        self._context, self._incident, self._case = context, incident_id, case_id
        self._words = load_still(context.language)
        self._found = StillThere()
        self._list: WhyUnfold | None = None
        self.hide()
        context.background.changed.connect(self._changed_elsewhere)
        self.look()

    def look(self) -> None:
        """Ask what is missing, and show it when it is time for that."""
        if self._context.has_store():
            work = functools.partial(_look, incident_id=self._incident, case_id=self._case)
            self._context.background.run(self, work, self._show, self._gone)

    # ── showing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _show(self, found: StillThere) -> None:
        if found == self._found:
            return
        was_open = self._list is not None and self._list.button.isChecked()
        held = self._list is not None and self._list.isAncestorOf(self.window().focusWidget() or self.window())
        self._found = found
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None
        if found == StillThere():
            self.hide()
            return
        page = self._words.page
        self._list = WhyUnfold(page.title, self._inside, name="still-list", why=page.about)
        self.add(self._list)
        if was_open:
            self._list.open()
        self.show()
        if held:
            # The button she pressed is gone; without this the next key would land anywhere.
            QTimer.singleShot(0, self._list.button, functools.partial(self._list.button.setFocus, _BY_PROGRAM))

    def _inside(self) -> QWidget:
        page, found = self._words.page, self._found
        lines: list[QWidget] = [self._line(point, aside=False) for point in self._points(found.points)]
        if found.aside:
            lines.append(LateUnfold(page.aside_title, self._aside, name="still-aside", inset=True))
        return stack(*lines, spacing=6, name="still-lines")

    def _aside(self) -> QWidget:
        return stack(*(self._line(point, aside=True) for point in self._points(self._found.aside)), spacing=6)

    def _points(self, ids: Iterable[str]) -> Iterable[StillPoint]:
        return (self._words.points[one] for one in ids)

    def _line(self, point: StillPoint, *, aside: bool) -> QWidget:
        build = functools.partial(self._way, point, aside=aside)
        return LateUnfold(point.title, build, name=f"still-{point.id.replace('_', '-')}", inset=True)

    def _way(self, point: StillPoint, *, aside: bool) -> QWidget:
        """How to get it, what could go wrong, what the police learn, what the country's pack knows."""
        name, page, context = f"still-{point.id.replace('_', '-')}", self._words.page, self._context
        lines: list[QWidget] = [Body(point.how, name=f"{name}-how")]
        if point.risk:
            lines.append(Body(point.risk, "muted", name=f"{name}-risk"))
        if point.police_told != "no" and context.guide is not None:
            lines.append(Body(getattr(context.guide.police_words, point.police_told), "small"))
        if (region := context.region) is not None:
            today = her_now(context.clock).date()
            lines += [law_unfold(card, region, today) for card in region.cards if card.id in point.cards]
        words, move = (
            (page.bring_back, functools.partial(self._bring_back, point.id))
            if aside
            else (page.not_for_me, functools.partial(self._put_aside, point.id))
        )
        button = QuietButton(words, name=f"{name}-move", accessible=f"{words}: {point.title}", clicked=move)
        return stack(*lines, button, spacing=8)

    # ── putting aside ───────────────────────────────────────────────────────────────────────────────────────────
    def _put_aside(self, point: str) -> None:
        self._move(_put_aside, point, self._words.page.put_aside)

    def _bring_back(self, point: str) -> None:
        self._move(_bring_back, point, "")

    def _move(self, move: Callable[..., None], point: str, said: str) -> None:
        work = functools.partial(move, object_id=self._incident or self._case, point=point)
        done = functools.partial(self._moved, said)
        self._context.background.run(self, work, done, self._context.questions.tell_error, changes=(CHANGES,))

    def _moved(self, said: str, _result: None) -> None:
        if said:
            self._context.tell(said)

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if kinds & _TOUCHES:
            self.look()

    def _gone(self, _error: SafePlanError) -> None:
        # The entry went while this was asked; the page itself says so.
        self.hide()


_BY_PROGRAM = Qt.FocusReason.OtherFocusReason


def _look(session: Session, _job: Job, *, incident_id: str, case_id: str) -> StillThere:
    if incident_id:
        return still_there.still_there(session.database, session.clock, incident_id)
    return still_there.still_there_in_case(session.database, session.clock, case_id)


def _put_aside(session: Session, _job: Job, *, object_id: str, point: str) -> None:
    still_there.put_aside(session.database, object_id, point)


def _bring_back(session: Session, _job: Job, *, object_id: str, point: str) -> None:
    still_there.bring_back(session.database, object_id, point)
