"""Choosing files or a folder inside the window: no history, no thumbnails, no window of the system.

May touch: names, sizes and dates of files, read in the background. Must never open a file, and must never remember
where she was: the system's own dialog writes that to disk.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from safeplan.errors import SafePlanError
from ui.error_texts import error_text
from ui.icons import icon, icon_size
from ui.questions import Veil
from ui.removable import removable_places
from ui.theme import current
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.file_words import shown_name
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading

if TYPE_CHECKING:
    from ui.background import Background

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif"})
# A folder with more is shown in part: a list nobody can read must not cost seconds.
MOST_ENTRIES = 5000


@dataclass(frozen=True)
class Listed:
    """One line of a folder: `size` in bytes, 0 for folders."""

    path: Path
    is_folder: bool
    size: int


@dataclass(frozen=True)
class Listing:
    """A folder as it was read; `cut` is true when it holds more than MOST_ENTRIES."""

    folder: Path
    entries: tuple[Listed, ...]
    cut: bool


def list_folder(folder: Path, *, pictures_only: bool = False, folders_only: bool = False) -> Listing:
    """Folders first, then files, by name. Hidden names are left out. Raises FileUnreadable."""
    from safeplan.errors import FileUnreadable

    found: list[Listed] = []
    cut = False
    try:
        with os.scandir(folder) as untrusted_entries:
            for entry in untrusted_entries:
                if entry.name.startswith("."):
                    continue
                listed = _listed(entry)
                if listed is None or (folders_only and not listed.is_folder):
                    continue
                if pictures_only and not listed.is_folder and listed.path.suffix.lower() not in PICTURES:
                    continue
                if len(found) == MOST_ENTRIES:
                    cut = True
                    break
                found.append(listed)
    except OSError:
        raise FileUnreadable from None
    found.sort(key=lambda e: (not e.is_folder, e.path.name.casefold()))
    return Listing(folder, tuple(found), cut)


def _listed(entry: os.DirEntry[str]) -> Listed | None:
    try:
        folder = entry.is_dir()
        # Pipes and devices would block whoever opens them.
        if not folder and not entry.is_file():
            return None
        return Listed(Path(entry.path), folder, 0 if folder else entry.stat().st_size)
    except OSError:
        return None


class FilePicker(QObject):
    """The window's one picker, over the page and below the exit control."""

    def __init__(
        self,
        host: QWidget,
        background: Background,
        exit_control: QWidget | None = None,
        may_leave_to: Callable[[Path], bool] = lambda _folder: True,
    ) -> None:
        super().__init__(host)
        self._background = background
        self._may_leave_to = may_leave_to
        self._veil = Veil(host, exit_control, name="file-picker")
        self._veil.escape = self.cancel
        self._layout = QVBoxLayout(self._veil)
        self._panel: _Panel | None = None
        self._before: QWidget | None = None

    @property
    def open(self) -> bool:
        """True while it is on the screen."""
        return self._panel is not None

    def pick_files(
        self,
        chosen: Callable[[list[Path]], object],
        *,
        pictures_only: bool = False,
        several: bool = True,
        start: Path | None = None,
    ) -> None:
        """Ask for files; `chosen(paths)` is called once when she takes some, never when she goes back."""
        self._show(_Wish(chosen, pictures_only=pictures_only, several=several), start)

    def pick_folder(
        self, chosen: Callable[[Path], object], *, start: Path | None = None, to_read: bool = False
    ) -> None:
        """Ask for a folder: `to_read`, or to put something into, and then only where the policy lets it leave to."""
        self._show(_Wish(lambda paths: chosen(paths[0]), folder=True, several=False, leaves=not to_read), start)

    def choose(self, paths: list[Path]) -> None:
        """Take these, as the button does; the picker goes away first."""
        panel = self._panel
        if panel is None or not paths:
            return
        if panel.wish.leaves and not self._may_leave_to(paths[0]):
            panel.refuse()
            return
        self.cancel()
        panel.wish.chosen(paths)

    def cancel(self) -> None:
        """Go back without choosing."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        self._veil.hide()
        # Otherwise the focus falls to the exit control, and the next Space hides everything by chance.
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, wish: _Wish, start: Path | None) -> None:
        self.cancel()
        self._before = QApplication.focusWidget()
        self._panel = _Panel(self, self._background, wish)
        self._layout.setContentsMargins(24, current().px(64), 24, 16)
        self._layout.addWidget(self._panel)
        self._panel.show()
        self._veil.uncover()
        self._panel.go(start or Path.home())
        self._panel.list.setFocus(Qt.FocusReason.OtherFocusReason)


@dataclass(frozen=True)
class _Wish:
    chosen: Callable[[list[Path]], object]
    folder: bool = False
    several: bool = True
    pictures_only: bool = False
    leaves: bool = False


class _Panel(QWidget):
    def __init__(self, picker: FilePicker, background: Background, wish: _Wish) -> None:
        super().__init__()
        self.wish = wish
        self.folder = Path.home()
        self._picker = picker
        self._background = background
        self._pictures_only = wish.pictures_only
        self._asked = 0  # for how many folders; only the last answer is shown
        self._stands = False  # the folder that was asked for last is the one in the list
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = self.tr("Choose a folder") if wish.folder else self.tr("Choose files")
        column.addWidget(Heading(title, 2))
        column.addWidget(self._places())
        self.where = Body("", "muted", name="picker-where")
        column.addWidget(self.where)
        self.list = QListWidget()
        self.list.setObjectName("picker-list")
        self.list.setAccessibleName(self.tr("Files and folders"))
        self.list.setIconSize(icon_size())
        mode = QAbstractItemView.SelectionMode
        self.list.setSelectionMode(mode.ExtendedSelection if wish.several else mode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setMinimumHeight(80)
        self.list.itemActivated.connect(self._activated)
        self.list.itemSelectionChanged.connect(self._selected)
        column.addWidget(self.list, 1)
        self.note = Body("", "muted", name="picker-note")
        self.note.hide()
        column.addWidget(self.note)
        column.addWidget(self._actions())

    def go(self, folder: Path) -> None:
        """Read `folder` in the background and show it; what is taken meanwhile would be the one before."""
        self._asked += 1
        self._stands = False
        self._selected()
        self._say(self.tr("Reading the folder"))
        pictures, folders = self._pictures_only, self.wish.folder

        def work(_session: Any, _job: Any) -> Listing:
            return list_folder(folder, pictures_only=pictures, folders_only=folders)

        self._background.run(self, work, partial(self._show, self._asked), self._failed)

    def refuse(self) -> None:
        """This folder is none that something may be put into; another can be chosen at once."""
        self._say(self.tr("From this computer it goes to a stick or a card only."))

    def _places(self) -> QWidget:
        up = SecondaryButton(self.tr("Up"), name="picker-up", icon="arrow-up", clicked=self._up)
        buttons: list[QWidget] = [up]
        at = QStandardPaths.writableLocation
        standard = QStandardPaths.StandardLocation
        known = [
            ("home", self.tr("Home"), "house", str(Path.home())),
            ("pictures", self.tr("Pictures"), "image", at(standard.PicturesLocation)),
            ("documents", self.tr("Documents"), "file-text", at(standard.DocumentsLocation)),
            ("downloads", self.tr("Downloads"), "download-simple", at(standard.DownloadLocation)),
        ]
        known += [(f"stick-{i}", p.name or str(p), "usb", str(p)) for i, p in enumerate(removable_places())]
        for key, words, drawing, place in known:
            if place and Path(place).is_dir():
                buttons.append(_place_button(key, words, drawing, partial(self.go, Path(place))))
        return flow(*buttons)

    def _actions(self) -> QWidget:
        words = self.tr("Use this folder") if self.wish.folder else self.tr("Add")
        self.take = PrimaryButton(words, name="picker-take", clicked=self._take)
        self.take.setEnabled(False)
        back = SecondaryButton(self.tr("Go back"), name="picker-cancel", clicked=self._picker.cancel)
        shown: list[QWidget] = [self.take, back]
        if not self.wish.folder:
            self.filter = SecondaryButton("", name="picker-filter", clicked=self._switch_filter)
            self._name_filter()
            shown.append(self.filter)
        return flow(*shown, spacing=12)

    def _name_filter(self) -> None:
        self.filter.set_words(self.tr("Show all files") if self._pictures_only else self.tr("Show pictures only"))

    def _switch_filter(self) -> None:
        self._pictures_only = not self._pictures_only
        self._name_filter()
        self.go(self.folder)

    def _show(self, asked: int, listing: Listing) -> None:
        if asked != self._asked:
            return
        self.folder, self._stands = listing.folder, True
        # A long path has no spaces to wrap at; a zero-width space after each part gives it some.
        self.where.setText(str(listing.folder).replace(os.sep, os.sep + "\u200b"))
        self.list.clear()
        folder_icon, file_icon = icon("folder"), icon("file")
        for entry in listing.entries:
            item = QListWidgetItem(folder_icon if entry.is_folder else file_icon, shown_name(entry.path.name))
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
        if listing.cut:
            self._say(self.tr("Only the first {count} are shown.").format(count=MOST_ENTRIES))
        elif not listing.entries and not self.wish.folder:
            self._say(self.tr("Nothing to choose in this folder."))
        else:
            self._say("")
            self.list.setCurrentRow(0)
            self.list.clearSelection()
        self._selected()

    def _failed(self, error: SafePlanError) -> None:
        words = error_text(error)
        self._say(words.sentence if words is not None else "")

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _up(self) -> None:
        self.go(self.folder.parent)

    def _activated(self, item: QListWidgetItem) -> None:
        entry: Listed = item.data(Qt.ItemDataRole.UserRole)
        if entry.is_folder:
            self.go(entry.path)
        elif item.isSelected():
            # Enter, too, takes everything that is marked, not only the line it was pressed on.
            self._picker.choose(self._files())
        else:
            self._picker.choose([entry.path])

    def _files(self) -> list[Path]:
        entries = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        return [entry.path for entry in entries if not entry.is_folder]

    def _selected(self) -> None:
        self.take.setEnabled(self._stands and (self.wish.folder or bool(self._files())))

    def _take(self) -> None:
        if not self.wish.folder:
            self._picker.choose(self._files())
            return
        inside = [item.data(Qt.ItemDataRole.UserRole).path for item in self.list.selectedItems()]
        self._picker.choose(inside[:1] or [self.folder])


def _place_button(key: str, words: str, drawing: str, clicked: Callable[[], object]) -> SecondaryButton:
    return SecondaryButton(words, name=f"picker-{key}", icon=drawing, clicked=clicked)
