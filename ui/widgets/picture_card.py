"""A kept file to look at, covered until she presses Show: a picture, or a document page by page.

May touch: the viewer, which decodes in a process of its own. Must never show anything unasked, and never keep the
bytes of a covered file in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QSize

from safeplan.errors import Cancelled, PictureTooLarge, SafePlanError
from safeplan.records.attachments import AttachmentInfo
from ui import viewer
from ui.background import Job
from ui.theme import current
from ui.viewer import Pixels, Region, Request, Showing, Viewer
from ui.viewer_wire import MAX_INPUT
from ui.widgets.beside import beside
from ui.widgets.buttons import Button, QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.failure_note import FailureNote
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.picture_view import PictureView
from ui.widgets.work_bar import WorkBar

PDF = "application/pdf"
Pieces = list[bytes]


class Read(Protocol):
    """Brings the file's bytes from the worker."""

    def __call__(  # noqa: D102
        self,
        done: Callable[[Pieces], None],
        failed: Callable[[SafePlanError], None],
        progress: Callable[[int, int], None],
    ) -> Job: ...


class PictureCard(Card):
    """`read` is called at Show; what is decoded disappears when it is covered again."""

    def __init__(self, info: AttachmentInfo, viewer_: Viewer | None, read: Read) -> None:
        super().__init__(name="file-picture")
        self._info, self._viewer, self._read = info, viewer_, read
        self._pieces: Pieces = []
        self._page, self._pages = 0, 1
        # The page on its way; a wish for more sharpness must not push it aside.
        self._coming: int | None = None
        self._job: Job | None = None
        self._showing: Showing | None = None
        # Counts what was asked for: an answer to an earlier wish is dropped.
        self._asked = 0
        self._tall = current().px(360)
        self.view: PictureView | None = None
        self.work = WorkBar(name="file-picture-work")
        self.work.cancelled.connect(self.cover)
        self.failure = FailureNote(name="file-picture")
        self._can_be_shown = info.kind in viewer.KINDS and viewer_ is not None
        if not self._can_be_shown:
            self.add(Body(self.tr("Kept unchanged. This kind of file is not shown here."), name="file-not-shown"))
            return
        self.covered = Body(self.tr("Covered. It is shown only when you press Show."), "muted", name="file-covered")
        self.show_button = SecondaryButton(self.tr("Show"), name="file-show", icon="eye", clicked=self.uncover)
        self._buttons = self._make_buttons()
        self.page_words = Body("", "muted", name="file-page")
        paging = [self._buttons[which] for which in ("previous", "next") if which in self._buttons]
        self.paging = beside(self.page_words, flow(*paging), words_need=120)
        self.paging.hide()
        self.bar = flow(*(button for button in self._buttons.values() if button not in paging))
        self.bar.hide()
        self.add(self.covered, flow(self.show_button), self.paging, self.bar, self.work)
        self.add(self.failure)

    def _make_buttons(self) -> dict[str, Button]:
        made: dict[str, Button] = {
            "larger": SecondaryButton(self.tr("Larger"), name="file-larger", icon="plus", clicked=self._larger),
            "smaller": SecondaryButton(self.tr("Smaller"), name="file-smaller", icon="minus", clicked=self._smaller),
            "fit": SecondaryButton(self.tr("Fit"), name="file-fit", clicked=self._fit),
            "turn": SecondaryButton(
                self.tr("Turn"),
                name="file-turn",
                icon="arrow-counter-clockwise",
                clicked=self._turn,
                accessible=self.tr("Turn the view; the file stays as it is"),
            ),
        }
        if self._info.kind == PDF:
            made["previous"] = SecondaryButton(
                self.tr("Page before"), name="file-previous", icon="arrow-left", clicked=partial(self.turn_page, -1)
            )
            made["next"] = SecondaryButton(
                self.tr("Next page"), name="file-next", icon="arrow-right", clicked=partial(self.turn_page, 1)
            )
        made["cover"] = QuietButton(self.tr("Cover again"), name="file-cover", clicked=self.cover)
        return made

    def set_height(self, pixels: int) -> None:
        """How tall the picture may be."""
        # A document needs a row more for turning its pages.
        self._tall = max(current().px(160), pixels - (current().px(50) if self._info.kind == PDF else 0))
        if self.view is not None:
            self.view.setFixedHeight(self._tall)

    # ── showing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def uncover(self) -> None:
        """Read the file, then show it."""
        if self._pieces:
            return
        self.failure.clear()
        self.show_button.setEnabled(False)
        if self._info.size > MAX_INPUT:
            self._failed(PictureTooLarge())
            return
        self.work.begin(self.tr("Opening the file"))
        self._asked += 1
        self._job = self._read(partial(self._bytes_came, self._asked), self._failed, self.work.set_progress)

    def cover(self) -> None:
        """Nothing of it stays on the screen or in memory."""
        if not self._can_be_shown:
            return
        self._asked += 1
        if self._job is not None:
            self._job.cancel()
        self._stop_showing()
        self._job = None
        self._pieces = []
        self._page, self._pages, self._coming = 0, 1, None
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
            self.view = None
        self.work.end()
        self.bar.hide()
        self.paging.hide()
        self.covered.show()
        self.show_button.show()
        self.show_button.setEnabled(True)

    def turn_page(self, by: int) -> None:
        """The next page of a document, or the one before."""
        wanted = (self._page if self._coming is None else self._coming) + by
        if self._info.kind == PDF and 0 <= wanted < self._pages:
            self._show_page(wanted)

    def _bytes_came(self, asked: int, pieces: Pieces) -> None:
        if asked != self._asked:
            return
        self._pieces = pieces
        self.view = PictureView(name="file-view", accessible=self.tr("The file you opened"))
        self.view.setFixedHeight(self._tall)
        self.view.sharpen.connect(self._sharpen)
        self.view.changed.connect(self._set_buttons)
        self.view.turn_page.connect(self.turn_page)
        self.body.insertWidget(0, self.view)
        self.covered.hide()
        self.show_button.hide()
        self._show_page(0)

    def _show_page(self, number: int) -> None:
        assert self.view is not None
        self._coming = number
        self.work.begin(self.tr("Opening the file"))
        side = self.view.pixels_wanted()
        self._ask(viewer.pdf_page(number, side.width(), side.height()), self._shown)

    def _shown(self, pixels: Pixels) -> None:
        if self.view is None:
            return
        self.work.end()
        self.failure.clear()
        self._page, self._coming = self._coming or 0, None
        self._pages = pixels.pages
        full = QSize(max(1, pixels.full_width), max(1, pixels.full_height))
        self.view.show_picture(viewer.as_image(pixels), full, endless=self._info.kind == PDF)
        self.bar.show()
        self.paging.setVisible(self._info.kind == PDF)
        self.page_words.setText(self.tr("Page {number} of {count}").format(number=self._page + 1, count=self._pages))
        self._set_buttons()

    def _sharpen(self, region: Region, size: QSize) -> None:
        if self._coming is not None:
            return
        self._ask(
            viewer.pdf_page(self._page, size.width(), size.height(), region), partial(self._sharpened, region=region)
        )

    def _sharpened(self, pixels: Pixels, region: Region) -> None:
        if self.view is not None:
            self.view.show_part(viewer.as_image(pixels), region)

    def _ask(self, request: Request, done: Callable[[Pixels], None]) -> None:
        """Only the newest wish counts."""
        assert self._viewer is not None
        self._stop_showing()

        def came(pixels: Pixels) -> None:
            self._showing = None
            done(pixels)

        self._showing = self._viewer.show(self, self._pieces, self._info.kind, request, came, self._failed)

    def _stop_showing(self) -> None:
        showing, self._showing = self._showing, None
        if showing is not None:
            showing.cancel()

    def _failed(self, error: SafePlanError) -> None:
        if isinstance(error, Cancelled):
            return
        self._showing = self._coming = None
        if self.view is None or self.view.image().isNull():
            self.cover()
        self.work.end()
        self.failure.tell(error)

    # ── buttons ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _larger(self) -> None:
        if self.view is not None:
            self.view.zoom_in()

    def _smaller(self) -> None:
        if self.view is not None:
            self.view.zoom_out()

    def _fit(self) -> None:
        if self.view is not None:
            self.view.fit()

    def _turn(self) -> None:
        if self.view is not None:
            self.view.turn_left()

    def _set_buttons(self) -> None:
        if self.view is None:
            return
        usable = {"previous": self._page > 0, "next": self._page + 1 < self._pages}
        for which, on in usable.items():
            button = self._buttons.get(which)
            if button is not None:
                # Focus would fall on "Cover again", and the next key press with it.
                if button.hasFocus() and not on:
                    self.view.setFocus()
                button.setEnabled(on)
