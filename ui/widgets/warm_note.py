"""A sentence that needs a look, in warm colours; wraps where a badge of two words would be cut.

May touch: nothing. Must never carry its meaning by colour alone: it is a whole sentence.
"""

from __future__ import annotations

from ui.widgets.labels import Body


class WarmNote(Body):
    """Looks like a badge."""

    def __init__(self, text: str, *, name: str = "") -> None:
        super().__init__(text, "badge", name=name)
        self.setProperty("tone", "warm")
