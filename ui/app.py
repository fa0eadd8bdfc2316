"""Builds every part of the window behind the everyday program once, and joins them.

May touch: all of ui/. Must never hold a key, run SQL or decide anything worth a test of its own: it only joins.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication

from safeplan.clock import Clock, SystemClock
from safeplan.errors import Bug, SafePlanError
from safeplan.paths import VaultFiles
from safeplan.records import settings as her_settings
from safeplan.records.settings import Settings
from ui import page_list
from ui.auto_hide import AutoHide
from ui.background import Background, Job, Session, keep_the_interface_lively
from ui.capture import Capture, shield_here
from ui.chosen_key import key_named, keysym_of
from ui.clipboard import OwnClipboard
from ui.draft_keeping import DraftKeeping
from ui.dress import Dress
from ui.error_texts import error_text
from ui.first_page import FirstPage
from ui.hiding_signs import HidingSigns
from ui.late_keeping import LateKeeping
from ui.note_work import DeskBox, leave_agreed, leave_count
from ui.page import PageContext
from ui.parent_wire import Wire
from ui.quick_exit import QuickExit
from ui.renewal import Renewal
from ui.rooms import HOME_ROOM, Room
from ui.staying import Staying
from ui.theme import look_for
from ui.translation import Translation
from ui.window import VaultWindow
from ui.window_place import WindowPlace, roomy

if TYPE_CHECKING:
    from safeplan.content.regions import Region
    from ui.opening import Opened
    from ui.viewer import Viewer

# The page for the passphrase goes away when nobody types.
WAITING_SECONDS = 60
READ_AHEAD_MS = 3000
LEARN_AFTER_MS = 100


class App(QObject):
    """Everything of one child process, or of the tour."""

    def __init__(
        self,
        application: QApplication,
        files: VaultFiles,
        wire: Wire,
        *,
        clock: Clock | None = None,
        executor: Any = None,
        room: Room = HOME_ROOM,
    ) -> None:
        super().__init__()
        self._room = room
        keep_the_interface_lively(self)
        self.clipboard = OwnClipboard(self, closed=not room.policy.clipboard)
        self.capture = Capture(application, shield_here(lambda: self._dress.picture()))
        # Drawn by Qt itself on every system: both windows of the program must look alike to the pixel.
        application.setStyle("Fusion")
        self._application = application
        self._files = files
        self._wire = wire
        self.clock = clock or SystemClock()
        self._settings = Settings()
        self._opened: Opened | None = None
        self._then: Callable[[], None] | None = None
        self._welcomed = False
        self._box = DeskBox(files, room.client)
        self.background = Background(Session(room.files(files), self.clock), executor, self)
        self._drafts = DraftKeeping(self.background, self._has_store, self._say, self._take_back, self)
        self._viewer: Viewer | None = None
        self._translation = Translation(application)
        self._dress = Dress(files, room, wire, self._translation)
        self.context = self._make_context()
        self.window = VaultWindow(
            self.context,
            page_list.FACTORIES,
            (),  # nothing to go to before the passphrase
            look_for(self._settings.theme, self._settings.text_size),
            title=self._dress.program.title(),
            icon=self._dress.program.icon(),
            change_language=self._change_language,
        )
        self._dress.wear(self.window)
        self.quick_exit = QuickExit(lambda: self.window.cover(self._dress.program), wire.leaving)
        self.quick_exit.leaving.connect(self.clipboard.withdraw)
        self.quick_exit.listen(application)
        self.window.hide_now.connect(lambda: self.quick_exit.leave())
        self._late_keeping = LateKeeping(
            self.background,
            self.context.tell,
            self._take_back,
            # A screen reader would speak while she is hidden; and what could not be kept is worse than what waits.
            silent=lambda: self.quick_exit.left or self._drafts.tells_of_unkept,
            erased_by_hiding=not room.stay_seconds,
            parent=self,
        )
        self._renewal = Renewal(self.window, self.background)
        self._first_page = FirstPage(self.context, self.window, room, self)
        self._place = WindowPlace(self.window, wire, lambda: self.quick_exit.left)
        wire.when_box_key(self._box_key_came)
        self.staying = self.context.staying = Staying(room, wire, self.window, self.quick_exit, self.clock)
        self.staying.called_back.connect(self._stand_again)
        self.staying.recognised.connect(self.auto_hide_later)
        self.window.went.connect(self._note_use)
        self._signs = HidingSigns(self.window)
        self.quick_exit.tapped.connect(self._signs.show_taps)
        self.auto_hide = AutoHide(
            self.quick_exit.leave,
            behind=lambda: self.quick_exit.leave(quietly=True),
            # Behind a closed lid nobody comes back within minutes.
            gone=self.staying.end,
        )
        self.auto_hide.counting.connect(self._signs.count_down)
        self._apply_settings()

    # ── start ───────────────────────────────────────────────────────────────────────────────────────────────────
    def start(self, area: QRect, state: int) -> None:
        """Show the window where the everyday program stood: the passphrase page, or the welcome at first."""
        self.auto_hide.start(self._application)
        # Before a session nothing is open in a kiosk, and who to call takes its time to read.
        self.auto_hide.set_idle_seconds(self._room.cover_seconds if self._room.is_kiosk else WAITING_SECONDS)
        screens = [one.availableGeometry() for one in self._application.screens()]
        self._place.take(roomy(area, screens) if area.isValid() else area, state)
        if self._room.fault is not None:
            self.context.go("policy_fault", fault=self._room.fault)
        else:
            self.context.go(self._room.first_page(self._room.files(self._files)))
        if self.window.current_name == "gate":
            QTimer.singleShot(LEARN_AFTER_MS, self, self._first_page.learn)
        self.window.show()
        self.window.activateWindow()

    def _stand_again(self, area: QRect, state: int) -> None:
        """Called back after an exit that covered only: where the everyday program stands now."""
        self.auto_hide.begin_again()
        self._signs.show_taps(0)
        self.auto_hide_later()
        self._place.take(area, state)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def stop(self) -> None:
        """An orderly end, for tests and the tour; a real exit is the parent's kill."""
        self._renewal.stop()
        self._signs.stop()
        self.clipboard.stop()
        self.capture.stop()
        self.quick_exit.stop_listening(self._application)
        self.auto_hide.stop(self._application)
        if self._viewer is not None:
            self._viewer.stop()
        self.background.stop()

    def unexpected(self, code: str) -> None:
        """Something this program did wrong: a calm sentence with a code that holds no data."""
        if not self.quick_exit.left:
            self.context.questions.tell_error(Bug(code=code))

    # ── what pages may ask for ──────────────────────────────────────────────────────────────────────────────────
    def _make_context(self) -> PageContext:
        language = self._dress.language
        return PageContext(
            background=self.background,
            clock=self.clock,
            language=language,
            settings=self._settings,
            room=self._room,
            switch=self._wire.switch,
            keep_first=self._keep_first,
            opened=self._store_opened,
            closed=self._store_closed,
            fill=self._fill,
            has_store=self._has_store,
            save_draft=self._drafts.save,
            load_draft=self._drafts.load,
            clear_draft=self._drafts.clear,
            change_setting=self._change_setting,
            extra={
                "change_program": self._change_program,
                "change_language": self._change_language,
                "count_session": self._count_session,
                "tell_agreed": self._tell_agreed,
                "program": self._dress.name,
                "files": self._room.files(self._files),
                "opened": lambda: self._opened,
                "wait_longer": self.auto_hide_later,
                "welcome_done": self._welcome_done,
            },
        )

    def _fill(self) -> None:
        """Numbers, law, the guide and what shows pictures, before the first page that may need any."""
        context = self.context
        if self._viewer is None:
            from ui.viewer import Viewer

            context.viewer = self._viewer = Viewer(self)
        if context.guide is None:
            from safeplan.content.guide import load_guide

            context.guide = load_guide(context.language)
        if context.region is None:
            from safeplan.content.regions import load_region

            context.region = load_region(self._settings.region, context.language)

    def _count_session(self, path: int, topics: int, referrals: int) -> None:
        """At the desk: a client's session has ended, for the counts."""
        work = functools.partial(leave_count, box=self._box, numbers=(path, topics, referrals))
        self.background.run(self, work, _nothing, self.context.questions.tell_error)

    def _tell_agreed(self) -> None:
        """What the desk's list has to know of a client, whenever it may have changed."""
        work = functools.partial(leave_agreed, box=self._box)
        self.background.run(self, work, _nothing, self.context.questions.tell_error)

    def _box_key_came(self, key: bytes) -> None:
        if self._room.is_client:
            self._box.key = key
            if self._opened is not None:
                self._tell_agreed()

    def _box_opened(self, key: bytes) -> None:
        """At the desk: what sessions left is in the list and in the counts; what the next ones seal theirs with."""
        if key:
            self._wire.box_key(key)

    def auto_hide_later(self) -> None:
        """On the first evening nothing is open yet, but reading and writing take their time."""
        self.auto_hide.set_idle_seconds(self._idle_seconds())

    def _idle_seconds(self) -> float:
        if self.staying.asking:
            return WAITING_SECONDS
        return self._room.idle_seconds(self._settings.idle_minutes, kept=self._opened is not None)

    def _keep_first(self, then: Callable[[], None]) -> None:
        if self._opened is not None:
            then()
            return
        if self._room.is_kiosk:
            # No passphrase is asked for there, and nothing lasts: what was typed waits on its page for the session.
            self.context.go("kiosk_start")
            return
        self._then = then
        here = self.window.current_name
        self.context.go("first_key", origin=here, came_with=self.window.page(here).arguments)

    def _store_opened(self, opened: Opened) -> None:
        """After the passphrase: her settings hold from here on."""
        self._opened = opened
        self._first_page.opened(opened.settings)
        self.staying.begin(self._dress.language)
        before, self._settings = self._settings, opened.settings
        self.context.settings = self._settings
        self._apply_settings()
        self.background.run(self, _take_room_back, _nothing)
        if self._room.is_client:
            from ui.session_work import open_client, present_of

            days_of = self._room.policy.retention_fields
            work = functools.partial(open_client, present=present_of(self.context), days_of=days_of)
            self.background.run(self, work, _nothing)
            self._tell_agreed()
        elif self._room.is_desk:
            from ui.desk_work import open_box

            self.background.run(self, open_box, self._box_opened, changes=("clients", "counts"))
        then, self._then = self._then, None
        if then is not None:
            # Until now every page held its words in memory only, and the choice of a country too.
            self.window.save_drafts()
            from ui.plan_keeping import PlanKeeping

            PlanKeeping(self.context).load(self, _nothing)
            # Before the page writes that it was used: that answer would bring what held before.
            if chosen := self._hold_chosen(before):
                setting = functools.partial(_set, values=chosen)
                self.background.run(self, setting, self._settings_changed, self.context.questions.tell_error)
            then()
            return
        self._with_region(functools.partial(self._show_opened, before, opened))

    def _store_closed(self) -> None:
        """As before the passphrase: nothing to go to, and the page for it goes away when nobody types."""
        self._opened = None
        self._welcomed = False
        self.window.set_entries(())
        # It stands there as she left it, with its field closed: opening.
        self.window.forget("gate")
        self.auto_hide.set_idle_seconds(WAITING_SECONDS)

    def _hold_chosen(self, before: Settings) -> dict[str, Any]:
        """What she chose before there was anything to keep it in, the key that hides included, holds from now on too.

        The window shows it already: to build its pages anew would take away what is about to be kept.
        """
        chosen = {name: value for name, value in asdict(before).items() if value != getattr(Settings(), name)}
        self._settings = self.context.settings = replace(self._settings, **chosen)
        self._apply_settings()
        return chosen

    def _show_opened(self, before: Settings, opened: Opened) -> None:
        """Her settings and her country are known: the first page with both."""
        same_look = (before.theme, before.text_size) == (opened.settings.theme, opened.settings.text_size)
        if same_look and self.window.current_name == "gate":
            # No other page was built yet: to build this one again would keep her waiting for nothing.
            self._show_navigation()
            self.context.go(self._room.page_inside)
        else:
            # The page for the passphrase goes: it is not made once more in her look.
            self._rebuild(showing=self._room.page_inside)
        if any(entry.name == "hand_over" for entry in self.window.entries):
            QTimer.singleShot(READ_AHEAD_MS, self, self._read_ahead)

    def _read_ahead(self) -> None:
        """The heaviest page that stands at the side, while nothing presses."""
        self.background.run(self, _read_ahead, _nothing, ahead=True)

    def _has_store(self) -> bool:
        return self._opened is not None

    def _say(self, error: SafePlanError) -> str:
        """One quiet line about what could not be kept; its words, "" for silence."""
        words = error_text(error)
        if words is None:
            return ""
        self.context.tell(words.sentence, "warm", hint=words.hint)
        return words.sentence

    def _take_back(self, words: str) -> None:
        bar = self.window.shell.message_bar
        if bar.text.text() == words:
            bar.clear()

    # ── settings ────────────────────────────────────────────────────────────────────────────────────────────────
    def _change_setting(self, name: str, value: Any) -> None:
        if self._opened is None:
            # Before anything is kept a choice holds for this sitting only.
            self._settings_changed(replace(self._settings, **{name: value}))
            return
        work = functools.partial(_set, values={name: value})
        self.background.run(self, work, self._settings_changed, functools.partial(self._not_kept, name, value))

    def _not_kept(self, name: str, value: Any, error: SafePlanError) -> None:
        """Her choice holds for this sitting all the same: a key that is to hide must not be without effect."""
        self._settings_changed(replace(self._settings, **{name: value}))
        # Where she went is no choice of hers.
        if name != "used_pages":
            self._say(error)

    def _settings_changed(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        self.context.settings = settings
        self._apply_settings()
        seen = ("region", "theme", "text_size", "navigation")
        if any(getattr(before, name) != getattr(settings, name) for name in seen):
            self._renewal.ask(self._renew, self._dress.language)
        elif before.used_pages != settings.used_pages:
            self._show_navigation()

    def _note_use(self, name: str) -> None:
        """The navigation grows with what she uses, and only once there is something to keep it in."""
        if self._room.is_kiosk and self._opened is None and self._room.fault is None:
            self.window.set_entries(page_list.before_a_session() if name != "kiosk_start" else ())
        used = page_list.with_page(self._settings.used_pages, name)
        if used != self._settings.used_pages and self._opened is not None and not self._opened.read_only:
            self._change_setting("used_pages", used)

    def _with_region(self, then: Callable[[], None]) -> None:
        """Numbers and law as she chose them, in her language; only then what shows them."""

        def take(region: Region) -> None:
            self.context.region = region
            then()

        # With what reads content; the page for the passphrase shows none.
        from ui import region_choice

        region_choice.load(self, self.context, self._settings.region, take)

    def _renew(self) -> None:
        """All pages in the language, the country and the look that she chose last."""
        language = self._dress.language
        if language != self.context.language:
            kept = self._dress.renew()
            self.context.language = language
            self.context.guide = None
            self._fill()
            if not kept:
                self.context.tell(self.tr("The language could not be kept. It holds here until you hide."), "warm")
        self._with_region(lambda: self._renewal.ask(self._rebuild, language))

    def _rebuild(self, *, showing: str = "") -> None:
        settings = self._settings
        self._show_navigation()
        self.window.rebuild(look_for(settings.theme, settings.text_size), showing=showing)

    def _show_navigation(self) -> None:
        """Before the passphrase, and during the welcome, there is nothing to go to."""
        if self._opened is not None or self._welcomed:
            self.window.set_entries(page_list.entries(self._settings, self._room))

    def _welcome_done(self) -> None:
        """From here on she can work, though nothing is kept yet."""
        self._welcomed = True
        # With a client nothing is kept yet either, and still it must not be lost when someone looks in.
        self.staying.begin(self._dress.language)
        self._show_navigation()
        self.auto_hide_later()

    def _apply_settings(self) -> None:
        settings = self._settings
        self.auto_hide.set_hide_when_inactive(settings.hide_when_inactive or self._room.policy.mode == "desk")
        if self._opened is not None:
            self.auto_hide_later()
        self.capture.show_to_others(settings.remote_help)
        self.clipboard.let_words_leave(settings.copies_leave and self._room.policy.mode == "home")
        key = key_named(settings.exit_key)
        self.quick_exit.choose_key(key)
        self._wire.exit_key(keysym_of(key))

    def _change_language(self, language: str) -> None:
        """For both windows: the everyday program's language is ours."""
        self._dress.choose_language(language)
        self._renewal.ask(self._renew, language)

    def _change_program(self, program: str) -> None:
        if self._dress.choose_program(program):
            self.context.extra["program"] = program
            return
        self.context.tell(self.tr("This could not be kept. The everyday program stays as it was."), "warm")
        # The page shows the other one as chosen.
        self._renewal.ask(self._rebuild, self._dress.language)


# ── work ────────────────────────────────────────────────────────────────────────────────────────────────────────
def _take_room_back(session: Session, job: Job) -> None:
    from ui.opening import take_room_back

    take_room_back(session, job)


def _read_ahead(session: Session, job: Job) -> None:
    from ui.hand_over_made import read_ahead

    read_ahead(session, job)


def _nothing(_result: object) -> None:
    """A draft was kept: nobody needs to know."""


def _set(session: Session, _job: Job, *, values: dict[str, str | int | bool]) -> Settings:
    with session.database.transaction():
        for name, value in values.items():
            her_settings.set(session.database, session.clock, name, value)
    return her_settings.all_settings(session.database)
