"""The plain look of the everyday programs: colours that follow the system's light or dark, one sheet, drawn icons.

May touch: the widgets it is given. Must never borrow from the theme of any other window: as a cover the same widget
stands inside a window with its own sheet and fonts, and must still be drawn exactly as when it stands alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


@dataclass(frozen=True)
class Colours:
    """The few colours an everyday program needs, as "#rrggbb"."""

    window: str
    surface: str
    key: str
    key_soft: str
    key_down: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str


LIGHT = Colours(
    "#f3f3f3", "#ffffff", "#fdfdfd", "#e9eaec", "#d9dbdf", "#1b1b1f", "#50535a", "#c2c5cb", "#2b5f9e", "#ffffff"
)
DARK = Colours(
    "#202124", "#2a2b2f", "#3b3c41", "#303136", "#4b4d54", "#f1f1f3", "#b9bcc4", "#56585f", "#9cc4f2", "#10243b"
)


def system_is_dark() -> bool:
    """Whether the desktop asks for dark windows."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme != Qt.ColorScheme.Unknown:
        return scheme == Qt.ColorScheme.Dark
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colours(dark: bool | None) -> Colours:  # noqa: FBT001
    """The colours for `dark`, or for the system's own setting when None."""
    return DARK if (system_is_dark() if dark is None else dark) else LIGHT


def text_pixels() -> int:
    """The height of ordinary text: the system's size, but never under 14 or over 24 pixels."""
    size = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    pixels = size.pixelSize() if size.pixelSize() > 0 else round(size.pointSizeF() * 96 / 72)
    return min(24, max(14, pixels))


def dress(root: QWidget, tone: Colours) -> None:
    """Give `root` and all in it the look, whatever sheet, palette or font the window around it has."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(text_pixels())
    root.setFont(font)
    palette = QPalette(QColor(tone.key_soft), QColor(tone.window))
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, tone.window), (roles.WindowText, tone.ink), (roles.Text, tone.ink), (roles.Base, tone.surface),
        (roles.AlternateBase, tone.window), (roles.ButtonText, tone.ink), (roles.Button, tone.key_soft),
        (roles.Highlight, tone.accent), (roles.HighlightedText, tone.on_accent), (roles.PlaceholderText, tone.muted),
        (roles.Mid, tone.line), (roles.Link, tone.accent),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    root.setPalette(palette)
    root.setStyleSheet(_sheet(tone, font.family()))


def _sheet(tone: Colours, family: str) -> str:
    pixels = text_pixels()
    return f"""
    QWidget {{ background: {tone.window}; color: {tone.ink}; font-family: "{family}"; font-size: {pixels}px;
        font-weight: 400; border: 0; min-height: 0; min-width: 0; padding: 0; margin: 0; border-radius: 0; }}
    QLabel[quiet="true"] {{ color: {tone.muted}; }}
    QLabel[strong="true"] {{ font-weight: 600; }}
    QPushButton {{ background: {tone.key_soft}; border: 1px solid {tone.line}; border-radius: 6px; padding: 6px 12px;
        min-height: 26px; }}
    QPushButton:pressed, QPushButton:checked {{ background: {tone.key_down}; }}
    QPushButton:focus {{ border: 2px solid {tone.accent}; padding: 5px 11px; }}
    QPushButton[main="true"] {{ background: {tone.accent}; color: {tone.on_accent}; border-color: {tone.accent}; }}
    QPushButton[main="true"]:focus {{ border-color: {tone.ink}; }}
    QPushButton:disabled {{ color: {tone.muted}; }}
    QLineEdit, QComboBox, QSpinBox {{ background: {tone.surface}; border: 1px solid {tone.muted}; border-radius: 6px;
        padding: 4px 8px; min-height: 28px; selection-background-color: {tone.accent};
        selection-color: {tone.on_accent}; }}
    QLineEdit:focus, QComboBox:focus {{ border: 2px solid {tone.accent}; padding: 3px 7px; }}
    QComboBox QAbstractItemView {{ background: {tone.surface}; color: {tone.ink}; border: 1px solid {tone.line};
        selection-background-color: {tone.accent}; selection-color: {tone.on_accent}; }}
    QAbstractItemView {{ background: {tone.surface}; border: 1px solid {tone.line}; border-radius: 6px; outline: 0; }}
    QAbstractItemView::item {{ padding: 6px; }}
    QAbstractItemView::item:selected {{ background: {tone.key_down}; color: {tone.ink}; }}
    QAbstractItemView:focus {{ border: 2px solid {tone.accent}; }}
    QComboBox::drop-down {{ border: 0; width: 26px; subcontrol-origin: padding; subcontrol-position: center right; }}
    QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {tone.line}; }}
    QTabBar {{ background: {tone.window}; }}
    QTabBar::tab {{ background: {tone.window}; color: {tone.muted}; padding: 7px 14px; border: 0;
        border-bottom: 3px solid {tone.window}; }}
    QTabBar::tab:selected {{ color: {tone.ink}; border-bottom: 3px solid {tone.accent}; }}
    QTabBar::tab:focus {{ color: {tone.ink}; border: 1px solid {tone.accent}; border-bottom: 3px solid {tone.accent};
        border-radius: 3px; padding: 6px 13px 7px 13px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; }}
    QScrollBar::handle:vertical {{ background: {tone.line}; border-radius: 4px; min-height: 32px; margin: 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {tone.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent;
        border: 0; height: 0; width: 0; }}
    QMenu {{ background: {tone.surface}; color: {tone.ink}; border: 1px solid {tone.line}; padding: 4px; }}
    QMenu::item {{ padding: 5px 20px; }}
    QMenu::item:selected {{ background: {tone.key_down}; }}
    QMenu::item:disabled {{ color: {tone.muted}; }}
    """


def plain_font(pixels: int) -> QFont:
    """The system's font at `pixels` high."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(max(9, pixels))
    return font


class Key(QPushButton):
    """A calculator key that fills its place and draws its sign as large as the place allows."""

    def __init__(
        self, sign: str, spoken: str, tone: Colours, kind: str = "digit", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sign = sign
        self.tone = tone
        self._kind = kind
        self.setAccessibleName(spoken)
        # A click leaves the keyboard where it was: Enter after a click is "=" and not the key again.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Fixed if kind == "bare" else policy.Policy.Ignored)
        policy.setVerticalPolicy(policy.Policy.Fixed if kind == "bare" else policy.Policy.Ignored)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Keys of the keypad share the room there is; a bare one needs room for its word."""
        if self._kind != "bare":
            return QSize(30, 24)
        return QSize(QFontMetrics(plain_font(text_pixels())).horizontalAdvance(self._sign) + 24, 30)

    def minimumSizeHint(self) -> QSize:
        """As small as sizeHint."""
        return self.sizeHint()

    def sign(self) -> str:
        """What is drawn on the key."""
        return self._sign

    def set_sign(self, sign: str) -> None:
        """Draw another sign."""
        self._sign = sign
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses the key and arrows move on; everything else belongs to the program."""
        keys = Qt.Key
        if event.key() in (keys.Key_Space, keys.Key_Left, keys.Key_Right, keys.Key_Up, keys.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key flat, with its sign in the middle."""
        tone = self.tone
        fill = {"digit": tone.key, "main": tone.accent}.get(self._kind, tone.key_soft)
        if self._kind == "bare":
            fill = tone.window
        if self.isDown() or self.isChecked():
            fill = tone.muted if self._kind == "main" else tone.key_down
        elif self.underMouse() and self._kind != "main":
            fill = tone.key_soft if self._kind == "digit" else tone.key_down
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = QPen(QColor(tone.line), 1) if self._kind != "bare" else QPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            edge = QPen(QColor(tone.ink if self._kind == "main" else tone.accent), 2)
        painter.setPen(edge)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, 6, 6)
        ink = tone.on_accent if self._kind == "main" else tone.ink
        painter.setPen(QColor(ink if self.isEnabled() else tone.line))
        share = 0.42 if self._kind in ("digit", "main", "operator") else 0.38
        font = plain_font(min(34, int(self.height() * share)))
        if len(self._sign) > 2:
            font = plain_font(min(text_pixels(), int(self.height() * 0.55)))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._sign)
        painter.end()


class Fitted(QLabel):
    """One line of text, drawn smaller where the place is too narrow for it."""

    def __init__(self, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels = pixels
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumHeight(pixels + 8)

    def minimumSizeHint(self) -> QSize:
        """Long numbers shrink; they never widen the window."""
        return QSize(40, self._pixels + 8)

    def sizeHint(self) -> QSize:
        """The place decides, not the text."""
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fit the text to the width; what still does not fit loses its end."""
        painter = QPainter(self)
        font = plain_font(self._pixels)
        width = QFontMetrics(font).horizontalAdvance(self.text())
        if width > self.width():
            font = plain_font(max(11, self._pixels * self.width() // width))
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


def drawn_icon(draw: Callable[[QPainter], None]) -> QIcon:
    """An icon drawn by `draw` on a 64 by 64 grid, at the sizes windows and task bars ask for."""
    icon = QIcon()
    for side in (16, 32, 48, 128):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(side / 64, side / 64)
        painter.setPen(Qt.PenStyle.NoPen)
        draw(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def draw_tile(painter: QPainter, colour: str) -> None:
    """The rounded square most program icons start from."""
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(4, 4, 56, 56), 12, 12)
