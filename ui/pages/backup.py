"""A copy to take along: make one, open one made earlier, take in what another one or a handed-over folder holds.

May touch: the worker, and the files and folders she chooses. Must never say outside the program that a copy is due.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QHideEvent

from safeplan.content.backup_words import load_backup_words
from ui.page import Page, PageContext
from ui.widgets.backup_folder import FolderCard
from ui.widgets.backup_make import MakeCard
from ui.widgets.backup_open import OpenCard
from ui.widgets.card import Card
from ui.widgets.labels import Body
from ui.widgets.scroll_page import ScrollPage


class BackupPage(Page):
    """Three cards; on a computer where nothing is kept only the second."""

    name = "backup"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        say = load_backup_words(context.language).page
        self._title = say.title
        self.sheet = ScrollPage(name="backup-scroll")
        self.layout_.addWidget(self.sheet)
        self.none = Card(name="backup-none")
        self.none.add(Body(say.none))
        self.make = MakeCard(context)
        self.open = OpenCard(context)
        self.folder = FolderCard(context)
        self.sheet.add(self.none, self.make, self.open, self.folder)
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading."""
        return self._title

    def arrive(self, **_arguments: Any) -> None:
        """When the last copy was made."""
        kept = self.context.has_store()
        self.none.setVisible(not kept)
        self.make.setVisible(kept)
        self.folder.setVisible(kept)
        if kept:
            self.make.load()

    def collect_draft(self) -> dict[str, str]:
        """The name she chose, for another language or look."""
        return {"name": self.make.file.text()}

    def restore_draft(self, fields: dict[str, str]) -> None:
        """Put it back."""
        if fields.get("name"):
            self.make.file.setText(fields["name"])

    def hideEvent(self, event: QHideEvent) -> None:
        """A copy that was opened does not stay open behind another page."""
        super().hideEvent(event)
        for card in (self.open, self.folder):
            if not card.busy:
                card.forget()

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & {"incidents", "attachments"}:
            self.make.load()
