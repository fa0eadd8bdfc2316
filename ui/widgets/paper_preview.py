"""The paper before it is written: its picture, what each line means, what has no room, which words could tell.

May touch: the viewer, which draws the very PDF that will be written in a process of its own. Must never show a
picture of an earlier choice as if it were the present one.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from safeplan.errors import SafePlanError
from ui import viewer
from ui.paper_work import MadePaper
from ui.theme import current
from ui.viewer import Pixels, Region, Showing, Viewer
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body, Heading
from ui.widgets.paper_parts import ChosenLine
from ui.widgets.stack import stack
from ui.widgets.warm_note import WarmNote

PDF = "application/pdf"
# The part of the A4 sheet where the card lies, with its marks.
CARD = Region(0.04, 0.06, 0.96, 0.35)
WIDEST = {"card": 720, "acute": 460, "plan": 460}


class PaperPreviewCard(Card):
    """Empty until show_paper() is given something."""

    def __init__(self, viewer_: Viewer | None) -> None:
        super().__init__(self.tr("This is how it will look"), name="paper-preview-card")
        self._viewer = viewer_
        self._showing: Showing | None = None
        self._made: MadePaper | None = None
        self._kind = ""
        self._page, self._pages = 0, 1
        self.nothing = Body(self.tr("Tick at least one line above."), "muted", name="paper-nothing")
        self.no_room = WarmNote("", name="paper-no-room")
        self.telling = WarmNote("", name="paper-telling")
        self.picture = _Sheet(name="paper-picture", accessible=self.tr("Picture of the paper"))
        self.no_picture = Body(
            self.tr("The picture cannot be drawn right now. The file itself can be made."),
            "muted",
            name="paper-blind",
        )
        self.page_words = Body("", "muted", name="paper-page")
        self.before = SecondaryButton(
            self.tr("Page before"), name="paper-before", icon="arrow-left", clicked=lambda: self._turn(-1)
        )
        self.after = SecondaryButton(
            self.tr("Next page"), name="paper-after", icon="arrow-right", clicked=lambda: self._turn(1)
        )
        self.paging = beside(self.page_words, flow(self.before, self.after), words_need=120)
        self.meanings = QWidget()
        self.add(self.nothing, self.no_room, self.telling, self.picture, self.no_picture, self.paging, self.meanings)
        self.show_nothing()

    def show_nothing(self) -> None:
        """There is nothing to show yet."""
        self._stop()
        self._made = None
        for widget in (self.no_room, self.telling, self.no_picture, self.paging):
            widget.hide()
        self.picture.clear_picture()
        self.picture.hide()
        self._put_meanings(QWidget())
        self.nothing.show()

    def show_paper(self, made: MadePaper, kind: str, lines: Sequence[ChosenLine], titles: dict[str, str]) -> None:
        """Show a paper that was just made from `lines`; `titles` are the names of the parts."""
        self._made, self._page = made, min(self._page, self._pages - 1) if kind == self._kind else 0
        self._kind = kind
        self.nothing.hide()
        self._say_no_room(made)
        self.telling.setText(
            self.tr(
                "These words could tell a finder what it is for: {words}. You can change the lines above."
            ).format(words=", ".join(made.telling))
        )
        self.telling.setVisible(bool(made.telling))
        self._put_meanings(self._explained(made, lines, titles))
        self._draw()

    # ── words ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _say_no_room(self, made: MadePaper) -> None:
        rows = [made.laid.rows[place] for place in made.left_out]
        words = "; ".join(f"{row.left} {row.right}".strip() for row in rows)
        self.no_room.setText(
            self.tr("No room on the card for: {lines}. Shorten a line above, or leave one out.").format(lines=words)
        )
        self.no_room.setVisible(bool(rows))

    def _explained(self, made: MadePaper, lines: Sequence[ChosenLine], titles: dict[str, str]) -> QWidget:
        if made.laid.style == "usual" or not made.laid.rows:
            return QWidget()
        rows: list[QWidget] = [
            Heading(self.tr("What each line means"), 3),
            Body(self.tr("This stands here only. The paper does not say it."), "small"),
        ]
        for row in made.laid.rows:
            stands = "  ".join(part for part in (row.left, row.middle, row.right) if part)
            meant = [self._meaning(lines[place], titles) for place in row.lines]
            words = "; ".join(meant) or self.tr("Means nothing. It makes the list look ordinary.")
            if row.form == "route":
                words = self.tr("{meaning} The times mean nothing.").format(meaning=f"{words}.")
            pair = (Body(stands), Body(words, "muted"))
            for label in pair:
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            rows.append(columns(*pair, narrowest=230))
        return stack(*rows, spacing=6, name="paper-meanings")

    def _meaning(self, chosen: ChosenLine, titles: dict[str, str]) -> str:
        if chosen.line.part == "number":
            return f"{chosen.line.number}: {chosen.meaning}"
        return f"{titles[chosen.line.part]}: {chosen.meaning}"

    def _put_meanings(self, widget: QWidget) -> None:
        old, self.meanings = self.meanings, widget
        self.body.replaceWidget(old, widget)
        old.hide()
        old.deleteLater()
        widget.setVisible(widget.layout() is not None)

    # ── picture ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _turn(self, by: int) -> None:
        self._page = max(0, min(self._pages - 1, self._page + by))
        self._draw()

    def _draw(self) -> None:
        self._stop()
        if self._made is None or self._viewer is None:
            self._no_picture()
            return
        self.picture.widest = current().px(WIDEST[self._kind])
        wide = min(2000, round(self.picture.widest * self.devicePixelRatioF() * 1.2))
        request = viewer.pdf_page(self._page, wide, wide * 2, CARD if self._kind == "card" else Region())
        self._showing = self._viewer.show(self, self._made.content, PDF, request, self._drawn, self._not_drawn)

    def _drawn(self, pixels: Pixels) -> None:
        self._showing = None
        self._pages = max(1, pixels.pages)
        self.picture.show_picture(viewer.as_image(pixels))
        self.picture.show()
        self.no_picture.hide()
        self.paging.setVisible(self._pages > 1)
        self.page_words.setText(self.tr("Page {number} of {count}").format(number=self._page + 1, count=self._pages))
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page + 1 < self._pages)

    def _not_drawn(self, _error: SafePlanError) -> None:
        self._showing = None
        if self._page:
            # The paper has fewer pages than a moment ago.
            self._page = 0
            self._draw()
            return
        self._no_picture()

    def _no_picture(self) -> None:
        self.picture.clear_picture()
        self.picture.hide()
        self.paging.hide()
        self.no_picture.setVisible(self._made is not None)

    def _stop(self) -> None:
        showing, self._showing = self._showing, None
        if showing is not None:
            showing.cancel()


class _Sheet(QLabel):
    """White paper with a thin edge, as wide as there is room, never wider than `widest`."""

    def __init__(self, *, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.widest = 400
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(1, 1)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def show_picture(self, image: QImage) -> None:
        """Put a picture there, fitted to the present width."""
        self._image = image
        self._fit()
        self.updateGeometry()

    def clear_picture(self) -> None:
        """Nothing of the last paper stays."""
        self._image = QImage()
        self.clear()

    def hasHeightForWidth(self) -> bool:
        """As high as the picture at this width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the picture when `width` px are there."""
        if self._image.isNull():
            return 1
        return round(min(width, self.widest) * self._image.height() / max(1, self._image.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull() or self.width() < 2:
            return
        ratio = self.devicePixelRatioF()
        wide = round(min(self.width(), self.widest) * ratio)
        shown = QPixmap.fromImage(self._image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation))
        painter = QPainter(shown)
        # White paper on a white card would have no edge.
        painter.setPen(QPen(QColor(current().tokens.line), max(1, round(ratio))))
        painter.drawRect(shown.rect().adjusted(0, 0, -1, -1))
        painter.end()
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)
