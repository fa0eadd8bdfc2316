"""Keyboards on the screen, input methods and spelling are asked to learn nothing, in every place to type in.

Lost without it: a name in a keyboard's list of learned words, offered to whoever types next.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.fields import TextLine
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text_box import TextBox

UI = Path(__file__).resolve().parents[2] / "ui"
# Only through these does a page get a place to type words in.
DOORS = {"ui/widgets/fields.py", "ui/widgets/text_box.py", "ui/widgets/text_view.py"}
PLAIN = {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QTextBrowser"}
NOTHING = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def asks_to_learn_nothing(field: Any) -> bool:
    """As an input method asks: through the widget that takes the keys."""
    hints = Qt.InputMethodHint(field.inputMethodQuery(Qt.InputMethodQuery.ImHints))
    return (hints & NOTHING) == NOTHING


def plain_fields(source: str) -> Iterator[str]:
    """Names of Qt's own fields that a file makes or builds on."""
    for node in ast.walk(ast.parse(source)):
        named = [node.func] if isinstance(node, ast.Call) else node.bases if isinstance(node, ast.ClassDef) else []
        yield from (one.id for one in named if isinstance(one, ast.Name) and one.id in PLAIN)


@pytest.mark.row("F-12")
@pytest.mark.parametrize(
    "make", [lambda: TextLine(name="a"), lambda: TextBox(name="b"), lambda: PassphraseField(name="c").dots]
)
def test_every_field_asks_to_learn_nothing(qtbot: Any, make: Callable[[], QWidget]) -> None:
    field = make()
    qtbot.addWidget(field)
    assert asks_to_learn_nothing(field)


@pytest.mark.row("F-12")
def test_no_page_has_a_field_of_another_kind() -> None:
    files = [path for room in ("pages", "widgets") for path in sorted((UI / room).glob("*.py"))]
    other = {
        str(path.relative_to(UI.parent))
        for path in [*files, *UI.glob("*.py")]
        if list(plain_fields(path.read_text()))
    }
    assert other <= DOORS


@pytest.mark.row("F-12", control=True)
def test_a_field_that_asks_for_nothing_is_found(qtbot: Any) -> None:
    for field in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(field)
        assert not asks_to_learn_nothing(field)
    assert set(plain_fields("line = QLineEdit()\nclass Own(QTextEdit): pass")) == {"QLineEdit", "QTextEdit"}
