"""Questions and notices inside the window, over the page: one at a time, never a window of their own.

May touch: the surface they are given. Must never cover the exit control, and must never outlive the page: what lies
in the window disappears with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from safeplan.errors import SafePlanError
from ui.theme import current
from ui.widgets.buttons import Button, PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.scroll_page import ScrollPage


class Veil(QFrame):
    """Lies over its host, below the exit control, and keeps Tab inside (the exit control stays the first stop)."""

    def __init__(self, host: QWidget, exit_control: QWidget | None, *, name: str) -> None:
        super().__init__(host)
        self._host = host
        self.setObjectName(name)
        self.setProperty("part", "veil")
        self._exit = exit_control
        self.escape: Callable[[], None] = lambda: None
        host.installEventFilter(self)
        self.hide()

    def uncover(self) -> None:
        """Show over the whole host, under the exit control."""
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        if self._exit is not None:
            self._exit.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size."""
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the safe answer."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool, /) -> bool:  # noqa: FBT001
        """Tab goes round within the question and the exit control."""
        stops = [
            w
            for w in self.findChildren(QWidget)
            if w.isVisibleTo(self) and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if self._exit is not None:
            stops.insert(0, self._exit)
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


@dataclass
class _Asked:
    title: str
    text: str
    choices: Sequence[tuple[str, str]]
    safe: str
    primary: str
    answered: Callable[[str], object]
    body: QWidget | None = field(default=None, repr=False)


class Questions(QObject):
    """The window's one place for questions. Later ones wait until the first is answered."""

    def __init__(self, host: QWidget, exit_control: QWidget | None = None) -> None:
        super().__init__(host)
        self._veil = Veil(host, exit_control, name="question")
        self._veil.escape = self._escape
        self._layout = QVBoxLayout(self._veil)
        self._layout.setContentsMargins(0, current().px(64), 0, 0)
        self._scroll: ScrollPage | None = None
        self._queue: list[_Asked] = []
        self._before: QWidget | None = None

    @property
    def open(self) -> bool:
        """True while a question is on the screen."""
        return bool(self._queue)

    def ask(
        self,
        title: str,
        text: str,
        choices: Sequence[tuple[str, str]],
        answered: Callable[[str], object],
        *,
        safe: str,
        primary: str = "",
        body: QWidget | None = None,
    ) -> None:
        """Ask; `choices` are (id, words), `answered(id)` is called once, Escape answers `safe`.

        `primary` names the choice drawn as the main button (default: none); `body` is a widget between text and
        choices (a text box, a passphrase field) that the caller reads in `answered`; it is deleted after that.
        """
        self._queue.append(_Asked(title, text, choices, safe, primary, answered, body))
        if self._scroll is None:
            self._next()

    def tell(self, title: str, text: str, then: Callable[[], object] | None = None) -> None:
        """Something that must be read; one button."""
        understood = QCoreApplication.translate("Questions", "Understood")
        self.ask(
            title,
            text,
            [("ok", understood)],
            lambda _id: then() if then is not None else None,
            safe="ok",
            primary="ok",
        )

    def tell_error(self, error: SafePlanError) -> None:
        """The sentence and the hint of a named failure; silence for Cancelled and Locked."""
        from ui.error_texts import error_text

        words = error_text(error)
        if words is not None:
            self.tell(words.sentence, words.hint)

    def dismiss_all(self) -> None:
        """Answer nothing and take everything away: the page it belonged to is gone."""
        self._queue.clear()
        self._remove_card()
        self._next()

    def answer(self, choice: str) -> None:
        """Answer the question on the screen, as a click does."""
        asked = self._queue[0]
        if choice not in [id_ for id_, _words in asked.choices]:
            raise ValueError(choice)
        self._queue.pop(0)
        self._remove_card()
        try:
            asked.answered(choice)
        finally:
            self._next()

    def _show(self) -> None:
        asked = self._queue[0]
        if not self._veil.isVisible():
            self._before = QApplication.focusWidget()
        self._scroll = ScrollPage(name="question-scroll", widest=620, centred=True)
        card = Card(asked.title, name="question-card")
        card.add(Body(asked.text, name="question-text"))
        if asked.body is not None:
            card.add(asked.body)
        buttons: list[Button] = []
        for id_, words in asked.choices:
            kind = PrimaryButton if id_ == asked.primary else SecondaryButton
            made = kind(words, name=f"answer-{id_}", clicked=partial(self.answer, id_))
            buttons.append(made)
        card.add(flow(*buttons, spacing=12))
        self._scroll.add(card)
        self._layout.addWidget(self._scroll)
        # A layout shows it only later, and what is hidden takes no focus.
        self._scroll.show()
        self._veil.setAccessibleName(asked.title)
        self._veil.uncover()
        first = next(
            (b for b, (id_, _w) in zip(buttons, asked.choices, strict=True) if id_ == asked.safe), buttons[0]
        )
        (asked.body or first).setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(card, QAccessible.Event.Alert))

    def _remove_card(self) -> None:
        if self._scroll is not None:
            self._layout.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
            self._scroll = None

    def _next(self) -> None:
        """The next question that waits; otherwise back to the page, where the focus was."""
        if self._scroll is not None:
            return
        if self._queue:
            self._show()
            return
        self._veil.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        if self._queue:
            self.answer(self._queue[0].safe)
