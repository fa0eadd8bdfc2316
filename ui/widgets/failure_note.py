"""Why something could not be shown: the sentence, and below it what can be done.

May touch: its own widgets. Must never stand there without a failure.
"""

from __future__ import annotations

from safeplan.errors import SafePlanError
from ui.error_texts import error_text
from ui.widgets.column import Column
from ui.widgets.labels import Body


class FailureNote(Column):
    """Hidden until tell(); clear() takes it away. Its lines are named `{name}-error` and `{name}-hint`."""

    def __init__(self, *, name: str) -> None:
        self.sentence = Body("", "error", name=f"{name}-error")
        self.hint = Body("", "muted", name=f"{name}-hint")
        super().__init__(self.sentence, self.hint)
        self.clear()

    def tell(self, error: SafePlanError) -> None:
        """Say it; nothing for what is answered with silence."""
        words = error_text(error)
        self.sentence.setText(words.sentence if words else "")
        self.hint.setText(words.hint if words else "")
        self.hint.setVisible(bool(words and words.hint))
        self.setVisible(words is not None)

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self.hide()
