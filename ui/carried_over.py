"""What goes from the old pages to the new ones when all are built anew: words half typed, what stands nowhere else,
the last message, and where she was writing.

May touch: the pages and the shell it is given. Must never keep anything longer than the building takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.page import Page, StandsOnlyHere


class CarriedOver:
    """Taken from the old pages before they go."""

    def __init__(self, window: QWidget, pages: Mapping[str, Page], said: Mapping[str, str]) -> None:
        self.said = said
        self._drafts = {name: page.collect_draft() for name, page in pages.items()}
        self._shown = {name: _stands_only_here(page) for name, page in pages.items()}
        self._may_wait = {name: _may_wait(page) for name, page in pages.items()}
        self.arguments = {name: page.arguments for name, page in pages.items()}
        # The window's own, also while another window of the desktop has the keys.
        here = window.focusWidget()
        self.focused = here.objectName() if here is not None else ""
        self._cursor = _cursor(here)

    @property
    def pages(self) -> list[str]:
        """Those that must not wait for a visit."""
        return [name for name in self._drafts if self._drafts[name] or self._shown[name]]

    def give_to(self, page: Page, name: str) -> None:
        """What stood on the page in this one's place."""
        if self._drafts.get(name):
            page.restore_draft(self._drafts[name])
        page.to_show = dict(self._shown.get(name, {}))
        left = page.show_again()
        # A form may come later; what is secret does not wait for it.
        page.to_show = {part: left[part] for part in left if part in self._may_wait[name]}

    def put_cursor(self, field: QWidget) -> None:
        """What she types next stands where it would have stood."""
        if isinstance(field, QPlainTextEdit):
            cursor = field.textCursor()
            cursor.setPosition(min(self._cursor, field.document().characterCount() - 1))
            field.setTextCursor(cursor)
        elif isinstance(field, QLineEdit):
            field.setCursorPosition(self._cursor)


def _parts(page: Page) -> list[Any]:
    return [part for part in (page, *page.findChildren(QWidget)) if isinstance(part, StandsOnlyHere)]


def _stands_only_here(page: Page) -> dict[str, Any]:
    """By the names of its parts, which are the same in every language."""
    shown = page.to_show | {part.objectName(): part.hand_on() for part in _parts(page)}
    return {name: one for name, one in shown.items() if one is not None}


def _may_wait(page: Page) -> set[str]:
    return {part.objectName() for part in _parts(page) if part.may_wait} | page.to_show.keys()


def _cursor(field: QWidget | None) -> int:
    if isinstance(field, QPlainTextEdit):
        return field.textCursor().position()
    return field.cursorPosition() if isinstance(field, QLineEdit) else 0
