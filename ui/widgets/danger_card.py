"""In danger now: whom to call, and her own page for a bad moment, covered until she asks.

May touch: its own widgets. Must never show a name, an address or a code word before "Show" is pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safeplan.content.guide import AcutePage
from safeplan.content.regions import Region
from ui.icons import icon
from ui.widgets.beside import beside
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack, tighten


class DangerCard(Card):
    """show_answers(answers) fills it; with nothing written there is nothing to show, only a place to begin."""

    def __init__(self, region: Region, acute: AcutePage, open_acute: Callable[[], object], *, name: str) -> None:
        super().__init__(name=name)
        tighten(self, 10)
        words = next((one.text for one in region.always if one.id == "danger_now"), "")
        self.setAccessibleName(words)
        self._acute = acute
        self._answers: Mapping[str, str] = {}
        self._shown: QWidget | None = None
        self.show_button = SecondaryButton(
            QCoreApplication.translate("DangerCard", "Show"),
            name=f"{name}-show",
            icon="eye",
            clicked=self.toggle,
            accessible=QCoreApplication.translate("DangerCard", "Show names, places and my code word"),
        )
        self.show_button.hide()
        self.open_button = SecondaryButton(acute.title, name=f"{name}-open", icon="lifebuoy", clicked=open_acute)
        self.body.addWidget(beside(Heading(words, 2), flow(self.show_button, self.open_button)))

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Take her answers of the acute page, field id to lines."""
        self._answers = {f.id: answers[f.id] for f in self._acute.fields if answers.get(f.id, "").strip()}
        self.show_button.setVisible(bool(self._answers))
        if self._shown is not None:
            self.toggle()

    def toggle(self) -> None:
        """Show, or cover again: covered, the words are in no widget."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        else:
            parts: list[QWidget] = []
            for field in self._acute.fields:
                lines = [line.strip() for line in self._answers.get(field.id, "").split("\n") if line.strip()]
                if lines:
                    label = Body(field.label, "small")
                    value = Body("  ·  ".join(lines), name=f"{self.objectName()}-{field.id}")
                    parts.append(stack(label, value, spacing=0))
            self._shown = columns(*parts, narrowest=220)
            self.body.addWidget(self._shown)
        hide = self._shown is not None
        words = (
            QCoreApplication.translate("DangerCard", "Cover again")
            if hide
            else QCoreApplication.translate("DangerCard", "Show")
        )
        self.show_button.set_words(words)
        self.show_button.setIcon(icon("eye-slash" if hide else "eye"))
