"""Settings about what is kept: the way to the page that checks it, and removing everything for good.

May touch: the worker through the page's context. Must never remove anything before the shown number was typed.
"""

from __future__ import annotations

import secrets

from safeplan.content.record_words import load_record_words
from safeplan.vault.container import DestroyReport
from ui.opening import destroy_everything
from ui.page import PageContext
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Unfold
from ui.widgets.fields import LabelledField, TextLine
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.settings_card import SettingsCard, column


class RecordLine(SettingsCard):
    """One line that leads to the page where the record is checked."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, name="settings-record-card")
        words = load_record_words(context.language).page
        self.say(words.check_title)
        self.add(
            flow(
                SecondaryButton(
                    words.to_record,
                    name="settings-record",
                    icon="check-circle",
                    clicked=lambda: context.go("record"),
                )
            )
        )


class RemoveCard(SettingsCard):
    """Removes everything, after saying what it cannot do."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, name="settings-remove-card")
        self.say(
            self.tr("Remove my notes for good"),
            self.tr(
                "Everything kept here goes away: entries, files, plan, people, keys. It cannot be brought back."
                " The everyday program stays."
            ),
        )
        self._number = ""
        self.asked = Body("", name="settings-remove-number")
        self.typed = TextLine(name="settings-remove-typed")
        self.field = LabelledField(self.tr("Type this number to remove everything"), self.typed)
        self.typed.textChanged.connect(self._compare)
        self.button = SecondaryButton(
            self.tr("Remove everything now"), name="settings-remove", icon="trash", clicked=self.remove
        )
        first = flow(
            SecondaryButton(
                self.tr("Hand it over first"),
                name="settings-remove-hand-over",
                clicked=lambda: context.go("hand_over"),
            )
        )
        before = Body(
            self.tr(
                "Before you do: what is written here may be needed later, by a court or by yourself. And somebody who"
                " knows about it may notice that it is gone. You can give a copy to someone you trust first."
            )
        )
        limits = Body(self._limits(), "muted", name="settings-remove-limits")
        content = column(before, first, limits, self.asked, self.field, flow(self.button))
        self.fold = Unfold(self.tr("What happens, and removing"), content, name="settings-remove-fold")
        self.fold.unfolded.connect(self._draw_number)
        self.add(self.fold)
        self._draw_number()

    def remove(self) -> None:
        """Only with the number typed: a key pressed by chance must not be enough."""
        if self.typed.text().strip() == self._number:
            self.button.setEnabled(False)
            self.work(destroy_everything, self._removed, self.context.questions.tell_error)

    def _limits(self) -> str:
        """One sentence for each of DestroyReport.cannot_promise."""
        sentences = {
            "ssd_old_blocks": self.tr(
                "Newer disks may keep old, locked pieces for a while; nobody can read them without the passphrase."
            ),
            "system_copies": self.tr("This computer may have made its own copies of the locked files."),
            "copies_elsewhere": self.tr("Copies on a stick, in a cloud folder or with other people stay."),
            "spare_key_with_copies": self.tr(
                "The passphrase or the spare key still opens such a copy: destroy the paper too."
            ),
        }
        known = DestroyReport((), (), unreadable=True).cannot_promise
        return "\n".join((self.tr("What this cannot promise:"), *(f"• {sentences[id_]}" for id_ in known)))

    def _draw_number(self, _on: bool = True) -> None:  # noqa: FBT001, FBT002
        self._number = f"{secrets.randbelow(9000) + 1000}"
        self.asked.setText(self._number)
        self.asked.setProperty("part", "number")
        self.typed.clear()
        self._compare()

    def _compare(self) -> None:
        self.button.setEnabled(self.typed.text().strip() == self._number)

    def _removed(self, report: DestroyReport) -> None:
        if not report.left:
            self.context.quick_exit()
            return
        if report.unreadable:
            text = self.tr(
                "Some locked files could not be taken away. Nothing can open them any more. Names: {names}"
            )
        else:
            text = self.tr(
                "The files could not be removed, and the passphrase still opens them. Another program may be holding"
                " them, or the place may not allow it. Names: {names}"
            )
        self.context.questions.tell(
            self.tr("Not everything is gone"),
            text.format(names=", ".join(report.left)),
            then=self.context.quick_exit,
        )
