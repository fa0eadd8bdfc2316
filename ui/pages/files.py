"""All kept files side by side, or those of one entry: every small picture covered until it is pressed.

May touch: the list of files, through the background; files she adds. Must never show a picture unasked, name a
private file, or leave anything uncovered behind.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent

from safeplan.content.file_words import load_file_words
from safeplan.records import kept_files
from safeplan.records.kept_files import KINDS, KeptFile, Order
from safeplan.vault.growth import growth
from ui.background import Job, Session
from ui.page import Page, PageContext
from ui.size_words import size_in_words
from ui.theme import current
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import EmptyState
from ui.widgets.choices import Choice
from ui.widgets.flow import flow
from ui.widgets.gallery_adding import Adding
from ui.widgets.gallery_model import GalleryModel
from ui.widgets.gallery_view import PICTURE, GalleryView
from ui.widgets.labels import Body
from ui.widgets.log_ways import LogWays
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.warm_note import WarmNote

# Older entries are found on their own page, where files can be added too.
_MOST_ENTRIES = 40
# What stands under the gallery: with it in sight, so is the whole gallery.
_BELOW = 170


@dataclass(frozen=True)
class FilesView:
    """What the page shows: the files, the number of the one entry it is about (0: all), the newest entries."""

    files: tuple[KeptFile, ...] = ()
    number: int = 0
    entries: tuple[tuple[str, int], ...] = ()
    # Where the place takes no larger data file and that is near: the largest file and what is left, in bytes.
    near: tuple[int, int] | None = None


class FilesPage(Page):
    """Argument: incident_id, "" for the files of all entries."""

    name = "files"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._all_words = load_file_words(context.language)
        self._words = self._all_words.page
        self._entry = ""
        self._view: FilesView | None = None
        self.model = GalleryModel(self._all_words, context.clock, context.language)
        self.model.setParent(self)
        self.model.wanted.connect(self._fetch)
        self.sheet = ScrollPage(name="files-scroll")
        self.layout_.addWidget(self.sheet)
        self._build()
        context.background.changed.connect(self._changed_elsewhere)

    def title(self) -> str:
        """The heading."""
        return self._words.title

    def _build(self) -> None:
        say = self._words
        self.about = Body(say.about, name="files-about")
        self.all_entries = QuietButton(say.all_entries, name="files-all-entries", clicked=lambda: self.arrive())
        self.adding = Adding(self.context, say, name="files")
        self.show_all = SecondaryButton(say.show_all, name="files-show-all", icon="eye", clicked=self._toggle_all)
        kinds = [("all", say.all), *((kind, getattr(say, kind)) for kind in KINDS)]
        self.kinds = Choice(
            kinds, name="files-kind", accessible=say.which, several=False, chosen=("all",), may_be_none=False
        )
        orders = [("kept", say.order_kept), ("entry", say.order_entry)]
        self.order = Choice(
            orders, name="files-order", accessible=say.order, several=False, chosen=("kept",), may_be_none=False
        )
        self.kinds.changed.connect(self._fill)
        self.order.changed.connect(self._load)
        self.private = Body("", "muted", name="files-private")
        self.none_of_kind = Body(say.none_of_kind, "muted", name="files-none-of-kind")
        self.gallery = GalleryView(self.model, name="files-gallery", accessible=say.title, description=say.keys)
        self.gallery.opened.connect(self._open)
        self.gallery.chosen.connect(self._say_chosen)
        self.model.dataChanged.connect(lambda *_: self._say_chosen())
        self.chosen = Body(say.choose, name="files-chosen")
        self.show_one = SecondaryButton(say.show, name="files-show", icon="eye", clicked=self._toggle_one)
        self.open_one = PrimaryButton(
            say.open, name="files-open", clicked=lambda: self._open(self.gallery.currentIndex().row())
        )
        self.near = WarmNote("", name="files-near-limit")
        self.empty = EmptyState(say.none_title, say.none_text, say.none_example, name="files-empty", icon="image")
        self.choosing = flow(self.adding.button, self.show_all, self.order, self.all_entries)
        self.one = flow(self.open_one, self.show_one)
        self.sheet.add(
            LogWays(self.context, self.name),
            self.about,
            self.near,
            self.empty,
            self.choosing,
            self.adding,
            self.kinds,
            self.private,
            self.none_of_kind,
            self.gallery,
            self.chosen,
            self.one,
        )
        self._show_parts()

    def arrive(self, incident_id: str = "", **_: Any) -> None:
        """Load the list; an import that was broken off by hiding goes on."""
        if incident_id != self._entry:
            self.model.cover_all()
        self._entry = incident_id
        self.arguments = {"incident_id": incident_id} if incident_id else {}
        self._load()
        if self.context.has_store():
            self.adding.go_on()

    def show_view(self, view: FilesView) -> None:
        """Fill the gallery."""
        self._view = view
        self.adding.set_entries(view.entries, self._entry)
        say = self._words
        self.about.setText(say.about_entry.format(number=view.number) if view.number else say.about)
        if view.near is not None:
            most, left = (size_in_words(size, self.context.language) for size in view.near)
            self.near.setText(say.near_limit.format(most=most, left=left))
        self._fill()

    def escape(self) -> None:
        """Cover everything."""
        self._cover_all()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever turns to another page leaves nothing uncovered behind."""
        super().hideEvent(event)
        self._cover_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The gallery takes what the window gives, whole rows of it where it can."""
        super().resizeEvent(event)
        self._set_height()

    # ── what is seen ────────────────────────────────────────────────────────────────────────────────────────────
    def _load(self) -> None:
        if not self.context.has_store():
            return
        order: Order = "entry" if self.order.one() == "entry" else "kept"
        work = functools.partial(_list, incident_id=self._entry, order=order)
        self.context.background.run(self, work, self.show_view, self.context.questions.tell_error)

    def _fill(self) -> None:
        files = self._view.files if self._view is not None else ()
        kind = self.kinds.one()
        chosen = self.model.file(self.gallery.currentIndex().row())
        # A private file says nothing of itself, so it stands only where all are shown.
        self.model.set_files([one for one in files if kind == "all" or (one.shown and one.kind == kind)])
        row = self.model.row_of(chosen.id) if chosen is not None else -1
        if row >= 0:
            self.gallery.setCurrentIndex(self.model.index(row))
        self._show_parts()

    def _show_parts(self) -> None:
        files = self._view.files if self._view is not None else ()
        private = sum(1 for one in files if one.shown is None)
        any_files, here = bool(files), self.model.rowCount() > 0
        self.empty.setVisible(not any_files)
        self.adding.button.setVisible(self.context.has_store())
        self.near.setVisible(self._view is not None and self._view.near is not None)
        self.all_entries.setVisible(bool(self._entry))
        self.show_all.setVisible(any(self.model.can_show(row) for row in range(self.model.rowCount())))
        self.private.setText(self._words.private_count.format(count=private))
        self.private.setVisible(bool(private) and self.kinds.one() == "all")
        self.none_of_kind.setVisible(any_files and not here)
        there = {one.kind for one in files if one.shown is not None}
        for kind in KINDS:
            self.kinds.chips[kind].setVisible(kind in there or self.kinds.one() == kind)
        self.kinds.setVisible(len(there) > 1 or self.kinds.one() != "all")
        self.order.setVisible(len(files) > 1)
        self.gallery.setVisible(here)
        self.chosen.setVisible(here)
        self.one.setVisible(here)
        self._set_height()
        self._say_chosen()

    def _set_height(self) -> None:
        tile = self.gallery.tile_height()
        rows = max(1, -(-self.model.rowCount() // max(1, self._columns())))
        room = max(tile, self.height() - current().px(_BELOW))
        self.gallery.setFixedHeight(min(rows * tile + current().px(16), room))

    def _columns(self) -> int:
        grid = self.gallery.gridSize().width()
        return self.gallery.viewport().width() // grid if grid > 0 else 1

    def _say_chosen(self, _row: int = -1) -> None:
        row = self.gallery.currentIndex().row()
        known = self.model.file(row) is not None
        self.chosen.setText(self.model.about(row) if known else self._words.choose)
        self.open_one.setEnabled(known)
        self.show_one.setVisible(known and self.model.can_show(row))
        shown = known and self.model.is_shown(row)
        self.show_one.set_words(self._words.cover if shown else self._words.show)
        self.show_all.set_words(self._words.cover_all if self.model.all_shown() else self._words.show_all)

    def _toggle_one(self) -> None:
        row = self.gallery.currentIndex().row()
        if self.model.is_shown(row):
            self.model.cover_one(row)
        else:
            self.model.show_one(row)

    def _toggle_all(self) -> None:
        if self.model.all_shown():
            self._cover_all()
        else:
            self.model.show_all()

    def _cover_all(self) -> None:
        self.model.cover_all()
        self._say_chosen()

    def _fetch(self, ids: list[str]) -> None:
        ratio = self.devicePixelRatioF()
        work = functools.partial(_small_pictures, ids=tuple(ids), side=round(current().px(PICTURE) * ratio))
        self.context.background.run(self, work, self.model.pictures_came, lambda _error: self.model.pictures_came({}))

    def _open(self, row: int) -> None:
        one = self.model.file(row)
        if one is not None:
            self.context.go("file", attachment_id=one.id, back="files", of_entry=self._entry)

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & {"incidents", "files"}:
            self._load()


def _list(session: Session, _job: Job, *, incident_id: str, order: Order) -> FilesView:
    db = session.database
    room = growth(db)
    return FilesView(
        kept_files.kept_files(db, incident_id, order),
        kept_files.entry_number(db, incident_id) if incident_id else 0,
        kept_files.newest_entries(db, _MOST_ENTRIES),
        (room.largest, room.left) if room is not None and room.near else None,
    )


def _small_pictures(session: Session, _job: Job, *, ids: tuple[str, ...], side: int) -> dict[str, QImage]:
    """Decoded here, from copies that this program made, so that the window never waits for it."""
    found = kept_files.small_pictures(session.database, ids)
    smooth, inside = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
    images = {id_: QImage.fromData(QByteArray(data)) for id_, data in found.items()}
    return {id_: image.scaled(side, side, inside, smooth) for id_, image in images.items() if not image.isNull()}
