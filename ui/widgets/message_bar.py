"""One line about what just happened, inside the page: it never asks, never blocks, never covers anything.

May touch: its own widgets. Must never be a window, and must never stay after the page was hidden.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui.icons import pixmap
from ui.theme import current
from ui.widgets.buttons import Button, QuietButton
from ui.widgets.labels import Body

_INK = {"info": "on_accent_soft", "warm": "on_warm_soft", "harm": "on_harm"}
_ICON = {"info": "info", "warm": "info", "harm": "warning"}


class MessageBar(QFrame):
    """Hidden until show_message(); a screen reader speaks the text when it comes."""

    def __init__(self, *, name: str = "message-bar") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("part", "message")
        across = QHBoxLayout(self)
        across.setContentsMargins(14, 6, 8, 6)
        across.setSpacing(12)
        self._picture = QLabel()
        across.addWidget(self._picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.text = Body("", name=f"{name}-text")
        self.hint = Body("", name=f"{name}-hint")
        words.addWidget(self.text)
        words.addWidget(self.hint)
        across.addLayout(words, 1)
        self._action: Callable[[], object] | None = None
        # What is said now, as show_message() took it; without what can be done about it, which belongs to its page.
        self.said: dict[str, str] = {}
        self.action = QuietButton("", name=f"{name}-action", clicked=self._act)
        across.addWidget(self.action)
        self.close_button: Button = QuietButton(self.tr("Close"), name=f"{name}-close", clicked=self.clear)
        across.addWidget(self.close_button)
        self.hide()

    def show_message(
        self,
        text: str,
        tone: str = "info",
        *,
        hint: str = "",
        action: str = "",
        clicked: Callable[[], object] | None = None,
    ) -> None:
        """Show `text`. `tone`: "info"; "warm" for what needs a look; "harm" only for danger to what is kept."""
        self.said = {"text": text, "tone": tone, "hint": hint}
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        for child in (self.text, self.hint):
            child.style().unpolish(child)
            child.style().polish(child)
        self._picture.setPixmap(pixmap(_ICON[tone], _INK[tone], 20))
        self._picture.setFixedWidth(current().px(20))
        self.text.setText(text)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.action.set_words(action)
        self.action.setVisible(bool(action))
        self._action = clicked
        self.setAccessibleName(f"{text} {hint}".strip())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Take the message away."""
        self.said = {}
        self.hide()
        self.text.setText("")
        self.hint.setText("")
        self.setAccessibleName("")

    def _act(self) -> None:
        action, self._action = self._action, None
        self.clear()
        if action is not None:
            action()
