"""A page on which nothing needs a press to be kept: what she writes goes where it belongs while she writes it.

May touch: the timers of the page. Must never let words go because the page is left, hidden or built anew.
"""

from __future__ import annotations

from PySide6.QtGui import QHideEvent

from ui.page import Page


class KeepsWritten(Page):
    """A subclass says in keep_written() what was written since the last time; it is called often."""

    def keep_written(self) -> None:
        """Hand on what was written since the last time; nothing when nothing was."""
        raise NotImplementedError

    def save_draft_now(self) -> None:
        """Called by the timers: keeps what is written, and the draft of what waits for a press."""
        if self.keeps_drafts:
            super().save_draft_now()
        self.forget_pending_draft()

    def forget_pending_draft(self) -> None:
        """Also called before the page is built anew: nothing written may be lost then."""
        super().forget_pending_draft()
        self.keep_written()

    def hideEvent(self, event: QHideEvent) -> None:
        """Going elsewhere keeps what the timers have not kept yet."""
        super().hideEvent(event)
        self.keep_written()
