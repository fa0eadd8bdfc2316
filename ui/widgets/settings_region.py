"""Which country's numbers and law are shown, and files of organisations: looked at, compared, kept, removed.

May touch: the setting `region` and the loaded packs, through the background. Must never keep a file before she has
seen who signed it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from safeplan.content.packs import fingerprint, fingerprint_words, read_file, read_pack
from safeplan.records import loaded_packs
from safeplan.records.loaded_packs import LoadedPack
from safeplan.records.settings import Settings
from ui.background import Job, Session
from ui.keep_once import KeepOnce, back_to
from ui.page import PageContext
from ui.translation import LANGUAGES
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.choices import Choice
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.said_dates import source_day
from ui.widgets.settings_card import SettingsCard, one_of
from ui.widgets.stack import stack


@dataclass(frozen=True)
class Offered:
    """A file that reads and whose signature fits, before she has decided."""

    content: bytes
    name: str
    edition: str
    languages: tuple[str, ...]
    numbers: tuple[str, ...]
    signer: str
    signer_words: tuple[str, ...]


class RegionCard(SettingsCard):
    """The countries that ship, the files that were loaded, and the way to load one."""

    def __init__(self, context: PageContext, changing: Callable[[str], None]) -> None:
        super().__init__(context, name="settings-region-card")
        self._changing = changing
        self._keeping = KeepOnce(context, "settings")
        self._packs: tuple[LoadedPack, ...] = ()
        self._made: list[QWidget] = []
        self.say(
            self.tr("Country"),
            self.tr("Numbers, orders and law come from it. An organisation can give you a file with its own."),
        )
        self.choice: Choice | None = None
        load = SecondaryButton(
            self.tr("Load a file of an organisation"),
            name="settings-region-load",
            icon="folder-open",
            clicked=self._pick,
        )
        self._row = flow(load)
        self.add(self._row)
        self._show(())
        context.background.changed.connect(self._changed_elsewhere)

    def showEvent(self, event: QShowEvent) -> None:
        """What was loaded is asked for each time the card is shown: a store may have been opened meanwhile."""
        super().showEvent(event)
        self._load()

    def _changed_elsewhere(self, kinds: frozenset[str]) -> None:
        if "packs" in kinds and self.isVisible():
            self._load()

    def _load(self) -> None:
        if self.context.has_store():
            self.work(
                functools.partial(_list, keys=self.context.room.pack_keys),
                self._show,
                self.context.questions.tell_error,
            )

    def _show(self, packs: tuple[LoadedPack, ...]) -> None:
        now = (self.context.settings or Settings()).region
        if self.choice is not None and packs == self._packs:
            self.choice.set_chosen([now])
            return
        self._packs = packs
        for widget in self._made:
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        countries = [
            ("kz", self.tr("Kazakhstan")),
            ("ew", self.tr("England and Wales")),
            ("intl", self.tr("Another country: nothing filled in")),
            *((pack.region, pack.name) for pack in packs),
        ]
        self.choice = one_of(countries, "settings-region", now, self.tr("Country"))
        self.choice.changed.connect(self._chosen)
        self._made = [self.choice, *(self._line(pack) for pack in packs)]
        for widget in self._made:
            self.body.insertWidget(self.body.indexOf(self._row), widget)

    def _line(self, pack: LoadedPack) -> QWidget:
        remove = QuietButton(
            self.tr("Remove"),
            name=f"settings-region-remove-{pack.id}",
            clicked=functools.partial(self._ask_remove, pack),
            accessible=self.tr("Remove the file: {name}").format(name=pack.name),
        )
        words = self.tr("File of an organisation: {name}. Signed by {signer}.")
        return beside(Body(words.format(name=pack.name, signer=pack.signer), "small"), flow(remove))

    def _chosen(self) -> None:
        if self.choice is not None:
            self._changing(f"settings-region-{self.choice.one()}")
            self.context.change_setting("region", self.choice.one())

    # ── loading ─────────────────────────────────────────────────────────────────────────────────────────────────
    def _pick(self) -> None:
        self.context.picker.pick_files(self._picked, several=False)

    def _picked(self, paths: list[Path]) -> None:
        work = functools.partial(
            _look_at, path=paths[0], language=self.context.language, keys=self.context.room.pack_keys
        )
        self.work(work, self._offer, self.context.questions.tell_error)

    def _offer(self, offered: Offered) -> None:
        languages = ", ".join(LANGUAGES[one] for one in offered.languages)
        edition = source_day(offered.edition, self.context.language)
        facts = self.tr("{name}, edition {edition}. Languages: {languages}. Numbers: {numbers}.").format(
            name=offered.name,
            edition=edition,
            languages=languages,
            numbers=", ".join(offered.numbers) or self.tr("none"),
        )
        signer = stack(
            Body(facts, name="pack-facts"),
            Heading(offered.signer, 2, name="pack-signer"),
            Body(" ".join(offered.signer_words), name="pack-signer-words"),
            spacing=8,
        )
        self.context.questions.ask(
            self.tr("Is this file from whom you think?"),
            self.tr(
                "Below stands who signed it, in signs and in words. Compare it with what the organisation told you,"
                " on paper or by telephone. If one sign differs, do not keep it."
            ),
            [
                ("no", self.tr("Do not keep it")),
                ("keep", self.tr("It is the same: keep it")),
            ],
            functools.partial(self._decided, offered.content),
            safe="no",
            body=signer,
        )

    def _decided(self, content: bytes, answer: str) -> None:
        if answer != "keep":
            return
        context, changing = self.context, self._changing
        work = functools.partial(_keep, content=content, language=context.language, keys=context.room.pack_keys)

        def kept(pack: LoadedPack) -> None:
            # The page may be built anew while she chooses a passphrase: only the context outlives it.
            back_to(context, "settings")
            said = QCoreApplication.translate("RegionCard", "Kept and chosen: {name}.")
            context.tell(said.format(name=pack.name))
            # The window is about to be built anew with the new numbers.
            changing(f"settings-region-{pack.region}")
            context.change_setting("region", pack.region)

        self._keeping.keep(work, kept, changes=("packs",))

    # ── removing ────────────────────────────────────────────────────────────────────────────────────────────────
    def _ask_remove(self, pack: LoadedPack) -> None:
        self.context.questions.ask(
            self.tr("Remove this file?"),
            self.tr("Its numbers and law go from the pages. What you wrote stays."),
            [("keep", self.tr("Leave it")), ("remove", self.tr("Remove"))],
            functools.partial(self._remove, pack),
            safe="keep",
        )

    def _remove(self, pack: LoadedPack, answer: str) -> None:
        if answer == "remove":
            work = functools.partial(_remove, pack_id=pack.id, keys=self.context.room.pack_keys)
            self.work(work, self._removed, self.context.questions.tell_error, changes=("packs",))

    def _removed(self, left: tuple[Settings, tuple[LoadedPack, ...]]) -> None:
        settings, packs = left
        if self.context.settings is not None and self.context.settings.region != settings.region:
            self._changing("settings-region-card")
            self.context.change_setting("region", settings.region)
        self._show(packs)


# ── in the worker ───────────────────────────────────────────────────────────────────────────────────────────────
def _list(session: Session, _job: Job, *, keys: tuple[str, ...]) -> tuple[LoadedPack, ...]:
    return loaded_packs.list_packs(session.database, keys)


def _look_at(_session: Session, _job: Job, *, path: Path, language: str, keys: tuple[str, ...]) -> Offered:
    content = read_file(path)
    pack = read_pack(content, keys)
    region = pack.region(language)
    return Offered(
        content,
        region.name,
        region.edition,
        pack.languages,
        tuple(one.value for one in region.lines),
        fingerprint(pack.key),
        fingerprint_words(pack.key, language),
    )


def _keep(session: Session, _job: Job, *, content: bytes, language: str, keys: tuple[str, ...]) -> LoadedPack:
    return loaded_packs.keep_pack(session.database, session.clock, content, language, keys)


def _remove(
    session: Session, _job: Job, *, pack_id: str, keys: tuple[str, ...]
) -> tuple[Settings, tuple[LoadedPack, ...]]:
    left = loaded_packs.remove_pack(session.database, session.clock, pack_id)
    return left, loaded_packs.list_packs(session.database, keys)
