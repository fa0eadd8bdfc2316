"""How everything looks: one table of tokens for three themes, made into a palette and one style sheet.

May touch: colours, fonts and sizes of the widget it is given. Must never set the look of the whole application:
the everyday program lives in the same process when the screen is swapped and has to look like itself.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

THEMES = ("light", "dark", "contrast")
TEXT_SCALES = (100, 125, 150, 175, 200)


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, each "#rrggbb". `line` is decoration; `control` is the edge of what can be used."""

    bg: str
    surface: str
    field: str
    ink: str
    muted: str
    line: str
    control: str
    accent: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    warm_soft: str
    on_warm_soft: str
    nav: str
    focus: str
    exit: str
    exit_edge: str
    on_exit: str
    harm: str
    on_harm: str


TOKENS: dict[str, Tokens] = {
    "light": Tokens(
        bg="#F6F4F0",
        surface="#FFFFFF",
        field="#FCFBF9",
        ink="#1F2A2E",
        muted="#434F56",
        line="#DAD6CE",
        control="#76828A",
        accent="#1B5A61",
        on_accent="#FFFFFF",
        accent_soft="#E2EEEE",
        on_accent_soft="#17494F",
        warm_soft="#FBEBDD",
        on_warm_soft="#6B3A11",
        nav="#EDEAE3",
        focus="#0B66C3",
        exit="#141C1F",
        exit_edge="#141C1F",
        on_exit="#FFFFFF",
        harm="#FBE4E1",
        on_harm="#7D1D14",
    ),
    "dark": Tokens(
        bg="#1A2124",
        surface="#232B2F",
        field="#1D2528",
        ink="#EEF1F0",
        muted="#BFCACE",
        line="#39454A",
        control="#84949A",
        accent="#7FC4CB",
        on_accent="#0B1C1F",
        accent_soft="#23393D",
        on_accent_soft="#C4E4E7",
        warm_soft="#3A2B1E",
        on_warm_soft="#F3D2B3",
        nav="#151B1E",
        focus="#A9CDF5",
        exit="#07090A",
        exit_edge="#84949A",
        on_exit="#FFFFFF",
        harm="#42231F",
        on_harm="#FFD3CC",
    ),
    "contrast": Tokens(
        bg="#FFFFFF",
        surface="#FFFFFF",
        field="#FFFFFF",
        ink="#000000",
        muted="#000000",
        line="#000000",
        control="#000000",
        accent="#00353B",
        on_accent="#FFFFFF",
        accent_soft="#E0F2F3",
        on_accent_soft="#002A2E",
        warm_soft="#FFF1DD",
        on_warm_soft="#3D1F00",
        nav="#FFFFFF",
        focus="#0047B3",
        exit="#000000",
        exit_edge="#000000",
        on_exit="#FFFFFF",
        harm="#FFE9E6",
        on_harm="#5C0A03",
    ),
}

# What stands on what. The test computes every pair; a new use of a colour belongs here first.
TEXT_PAIRS = (
    ("ink", "bg"),
    ("ink", "surface"),
    ("ink", "field"),
    ("ink", "nav"),
    ("ink", "accent_soft"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "field"),
    ("muted", "nav"),
    ("on_accent", "accent"),
    ("on_accent_soft", "accent_soft"),
    ("on_warm_soft", "warm_soft"),
    ("on_exit", "exit"),
    ("on_harm", "harm"),
    ("muted", "accent_soft"),
    ("on_accent_soft", "surface"),
    ("on_accent_soft", "bg"),
    ("on_warm_soft", "surface"),
)
CONTROL_PAIRS = (
    ("control", "bg"),
    ("control", "surface"),
    ("control", "field"),
    ("accent", "bg"),
    ("accent", "surface"),
    ("focus", "bg"),
    ("focus", "surface"),
    ("focus", "nav"),
    ("exit_edge", "bg"),
    ("control", "nav"),
)


@dataclass(frozen=True)
class Look:
    """A theme and a text size: everything that the style sheet depends on."""

    theme: str = "light"
    text_scale: int = 100

    @property
    def tokens(self) -> Tokens:
        """The colours of this look."""
        return TOKENS[self.theme]

    def px(self, size: float) -> int:
        """`size` at 100 % as whole pixels at this text size."""
        return round(size * self.text_scale / 100)


_current = Look()


def current() -> Look:
    """The look given last by dress(): for widgets that paint themselves and for icons."""
    return _current


def look_for(theme: str, text_scale: int) -> Look:
    """A Look from settings; an unknown theme becomes light, the size stays between 100 and 200."""
    return Look(theme if theme in TOKENS else "light", max(100, min(200, text_scale)))


def dress(widget: QWidget, look: Look) -> None:
    """Give `widget` and everything in it this look. Widgets made afterwards take their icons' colours from it."""
    global _current
    _current = look
    widget.setPalette(palette(look))
    widget.setStyleSheet(style_sheet(look))


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast of two "#rrggbb" colours: 1.0 to 21.0, whichever comes first."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def palette(look: Look) -> QPalette:
    """The QPalette for what no style sheet rule covers: tick boxes, menus, selections."""
    t = look.tokens
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: t.bg,
        QPalette.ColorRole.WindowText: t.ink,
        QPalette.ColorRole.Base: t.field,
        QPalette.ColorRole.AlternateBase: t.bg,
        QPalette.ColorRole.Text: t.ink,
        QPalette.ColorRole.Button: t.surface,
        QPalette.ColorRole.ButtonText: t.ink,
        QPalette.ColorRole.Highlight: t.accent,
        QPalette.ColorRole.HighlightedText: t.on_accent,
        QPalette.ColorRole.PlaceholderText: t.muted,
        QPalette.ColorRole.ToolTipBase: t.surface,
        QPalette.ColorRole.ToolTipText: t.ink,
        QPalette.ColorRole.Link: t.accent,
        QPalette.ColorRole.Accent: t.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    return made


def style_sheet(look: Look) -> str:
    """The one style sheet. Widgets name their part by the dynamic property `part` (and labels by `level`)."""
    sheet = _SHEET
    for field in fields(Tokens):
        sheet = sheet.replace(f"@{field.name};", getattr(look.tokens, field.name) + ";")
    for size in (2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 40):
        sheet = sheet.replace(f"~{size}~", f"{look.px(size)}px")
    return sheet


# Focus is always a ring of 2 px inside the same outer size: padding gives back what the border takes, so that
# nothing jumps when the focus moves.
_SHEET = """
QWidget { color: @ink; font-size: ~15~; }
QWidget[part="shell"], QWidget[part="page"], QWidget[part="scroll"], QScrollArea { background: @bg; border: none; }
QWidget[part="cover"], QFrame[part="veil"] { background: @bg; }
QWidget[part="nav"] { background: @nav; border: none; border-right: 1px solid @line; }
QWidget[part="nav"][place="above"] { border-right: none; border-bottom: 1px solid @line; }
QWidget[part="nav"][place="below"] { border-right: none; border-top: 1px solid @line; }
QFrame[part="card"] { background: @surface; border: 1px solid @line; border-radius: 12px; }
QFrame[part="card"]:focus { border: 2px solid @focus; }
QFrame[part="inset"] { background: @accent_soft; border: none; border-radius: 8px; }
QFrame[part="rule"] { background: @line; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; border: none; }
QLabel[level="1"] { font-size: ~24~; font-weight: 700; }
QLabel[level="2"] { font-size: ~17~; font-weight: 700; }
QLabel[level="3"] { font-size: ~15~; font-weight: 700; }
QLabel[part="muted"] { color: @muted; }
QLabel[part="small"] { color: @muted; font-size: ~13~; }
QLabel[part="number"] { font-size: ~40~; font-weight: 700; color: @on_accent_soft; }
QLabel[part="error"] { color: @on_warm_soft; font-weight: 600; }
QLabel[part="badge"] { font-size: ~13~; border-radius: 8px; padding: ~4~ ~10~; }
QLabel[part="badge"][tone="accent"] { background: @accent_soft; color: @on_accent_soft; }
QLabel[part="badge"][tone="warm"] { background: @warm_soft; color: @on_warm_soft; }
QLabel[part="badge"][tone="plain"] { background: @nav; color: @ink; }
QLabel[part="inset"] { color: @on_accent_soft; }

QPushButton { border-radius: 8px; padding: ~9~ ~17~; min-height: ~20~; text-align: center;
  background: @surface; color: @ink; border: 1px solid @control; }
QPushButton:hover { background: @accent_soft; }
QPushButton:pressed { background: @nav; }
QPushButton:disabled { color: @muted; border: 1px dashed @control; background: @bg; }
QPushButton:focus { border: 2px solid @focus; padding: ~8~ ~16~; }
QPushButton[part="primary"] { background: @accent; color: @on_accent; border: 1px solid @accent; font-weight: 700; }
QPushButton[part="primary"]:hover { border: 1px solid @ink; }
QPushButton[part="primary"]:disabled { color: @muted; border: 1px dashed @control; background: @bg; }
QPushButton[part="primary"]:focus { border: 2px solid @focus; background: @accent; }
QPushButton[part="quiet"] { background: transparent; border: 1px solid transparent; color: @on_accent_soft;
  text-decoration: underline; padding: ~9~ ~8~; }
QPushButton[part="quiet"]:hover { background: @accent_soft; }
QPushButton[part="quiet"]:focus { border: 2px solid @focus; padding: ~8~ ~7~; }
QPushButton[part="quiet"]:disabled { color: @muted; text-decoration: none; }
QPushButton[part="exit"] { background: @exit; color: @on_exit; border: 2px solid @exit_edge; font-weight: 700;
  padding: ~8~ ~18~; }
QPushButton[part="exit"]:hover { border: 2px solid @control; }
QPushButton[part="exit"]:focus { border: 2px solid @focus; }
QPushButton[part="nav"] { background: transparent; border: 1px solid transparent; text-align: left;
  padding: ~9~ ~12~; }
QPushButton[part="nav"]:hover { background: @accent_soft; }
QPushButton[part="nav"]:checked { background: @surface; border: 1px solid @control; font-weight: 700; }
QPushButton[part="nav"]:focus { border: 2px solid @focus; padding: ~8~ ~11~; }
QPushButton[part="language"] { background: transparent; border: 1px solid transparent; padding: ~9~ 3px;
  font-size: ~13~;
  color: @muted; }
QPushButton[part="language"]:checked { color: @ink; font-weight: 700; }
QPushButton[part="language"]:focus { border: 2px solid @focus; padding: ~8~ 2px; }
QPushButton[part="chip"] { border-radius: 8px; padding: ~9~ ~13~; }
QPushButton[part="chip"]:checked { background: @accent_soft; color: @on_accent_soft; border: 2px solid @accent;
  font-weight: 600; padding: ~8~ ~12~; }
QPushButton[part="chip"]:focus { border: 2px solid @focus; padding: ~8~ ~12~; }
QPushButton[part="fold"] { background: transparent; border: 1px solid transparent; text-align: left;
  padding: ~9~ ~4~; color: @on_accent_soft; font-weight: 600; }
QPushButton[part="fold"]:focus { border: 2px solid @focus; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: @field; color: @ink;
  border: 1px solid @control; border-radius: 8px; padding: ~9~ ~11~;
  selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: ~20~; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid @focus; padding: ~8~ ~10~; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: @muted; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0 ~8~;
  background: transparent; min-height: 0; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; background: transparent; width: ~24~; }
QComboBox QAbstractItemView { background: @surface; color: @ink; border: 1px solid @control; }
QListView, QTreeView, QTableView, QCalendarWidget QAbstractItemView { background: @field; color: @ink;
  border: 1px solid @control; border-radius: 8px; padding: ~4~; selection-background-color: @accent;
  selection-color: @on_accent; outline: none; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid @focus; }
QListView::item, QTreeView::item { min-height: ~40~; padding: 0 ~8~; border-radius: 6px; }
QListView::item:selected, QTreeView::item:selected { background: @accent_soft; color: @on_accent_soft; }
QListView::item:focus, QTreeView::item:focus { border: 2px solid @focus; }
QCheckBox, QRadioButton { background: transparent; spacing: ~10~; min-height: ~40~; border: 2px solid transparent;
  border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @focus; }
QCheckBox::indicator, QRadioButton::indicator { width: ~18~; height: ~18~;
  border: 2px solid @control; background: @field; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 10px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: @accent; border: 2px solid @accent; }
QProgressBar { background: @nav; border: 1px solid @control; border-radius: 6px; min-height: ~12~; max-height: ~12~; }
QProgressBar::chunk { background: @accent; border-radius: 5px; }
QScrollBar:vertical { background: transparent; width: ~14~; margin: 0; }
QScrollBar::handle:vertical { background: @control; border-radius: 5px; min-height: ~40~; margin: 2px; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
  border: none; height: 0; }
QMenu { background: @surface; color: @ink; border: 1px solid @control; padding: ~4~; }
QMenu::item { padding: ~10~ ~18~; }
QMenu::item:selected { background: @accent_soft; color: @on_accent_soft; }
QToolTip { background: @surface; color: @ink; border: 1px solid @control; }

QFrame[part="message"] { border-radius: 8px; border: none; background: @accent_soft; }
QFrame[part="message"][tone="warm"] { background: @warm_soft; }
QFrame[part="message"][tone="harm"] { background: @harm; }
QFrame[part="message"] QLabel { color: @on_accent_soft; }
QFrame[part="message"][tone="warm"] QLabel { color: @on_warm_soft; }
QFrame[part="message"][tone="harm"] QLabel { color: @on_harm; }
"""
