"""A kept recording or video to play, covered and silent until she asks: picture, place, speed, sound.

May touch: the player, which decodes in a process of its own, and the sound output once she turned it on. Must never
show, play or sound anything unasked, or keep a piece of the recording when it is covered again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from safeplan.errors import PictureBroken, SafePlanError
from safeplan.records import attachments
from safeplan.records.attachments import AttachmentInfo
from ui import player
from ui.background import Job, Session
from ui.page import PageContext
from ui.player import Info, Playing, ReadRange
from ui.player_sound import SoundMissing, SoundOut, open_sound
from ui.theme import current
from ui.widgets.beside import beside
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.failure_note import FailureNote
from ui.widgets.fields import TickBox
from ui.widgets.flow import flow
from ui.widgets.labels import Body
from ui.widgets.media_bar import MediaBar, place_in_figures
from ui.widgets.media_view import MediaView
from ui.widgets.pick import Pick

KINDS = player.KINDS


class MediaCard(Card):
    """Pieces of the file are read from the store from Show on, for as long as the card is not covered.

    Put it into a column, set_height() as the room allows, cover() when the page is left; a hidden card covers itself.
    """

    def __init__(
        self,
        info: AttachmentInfo,
        context: PageContext,
        *,
        read: ReadRange | None = None,
        open_out: Callable[[QObject], SoundOut] = open_sound,
    ) -> None:
        super().__init__(name="file-media")
        self._info, self._context, self._open_out = info, context, open_out
        self._read = read or self._from_store
        self._tall = current().px(360)
        self.playing: Playing | None = None
        self.view: MediaView | None = None
        if info.kind not in KINDS:
            self.add(Body(self.tr("Kept unchanged. This kind of file is not played here."), name="media-not-shown"))
            return
        self.covered = Body(
            self.tr("Covered and silent. It is opened only when you press Show."), "muted", name="media-covered"
        )
        self.show_button = SecondaryButton(self.tr("Show"), name="media-show", icon="eye", clicked=self.uncover)
        self.play_button = SecondaryButton(
            self.tr("Play"), name="media-play", icon="play", clicked=self.play_or_pause
        )
        self.speed = Pick(
            [
                ("50", self.tr("Half speed")),
                ("75", self.tr("A little slower")),
                ("100", self.tr("Ordinary speed")),
                ("125", self.tr("A little faster")),
                ("150", self.tr("Faster")),
                ("200", self.tr("Double speed")),
            ],
            name="media-speed",
            accessible=self.tr("How fast it is played"),
            one="100",
        )
        self.speed.currentIndexChanged.connect(self._speed_picked)
        self.place = Body("", name="media-place")
        self.place_bar = MediaBar(name="media-bar", accessible=self.tr("Place in the recording"))
        self.place_bar.wanted.connect(self._place_wanted)
        self.place_bar.toggled.connect(self.play_or_pause)
        self.sound = TickBox(
            self.tr("Sound on"),
            name="media-sound",
            why=self.tr(
                "Sound can be heard in the next room. While it is on, the computer's volume list shows that this"
                " program plays sound."
            ),
        )
        self.sound.toggled.connect(self._sound_ticked)
        self.no_sound = Body("", "muted", name="media-no-sound")
        self.failure = FailureNote(name="media")
        cover = QuietButton(self.tr("Cover again"), name="media-cover", clicked=self.cover)
        self.controls = QWidget()
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (
            beside(self._play_row(), self.place, words_need=320),
            flow(self.speed, cover),
            self.sound,
            self.no_sound,
        ):
            column.addWidget(part)
        self.add(self.covered, flow(self.show_button), self.controls, self.failure)
        for hidden in (self.controls, self.no_sound):
            hidden.hide()
        if not info.kind.startswith("audio/"):
            self.view = MediaView(name="media-view", accessible=self.tr("The video you opened"))
            self.view.setFixedHeight(self._tall)
            self.view.settled.connect(self._size_settled)
            self.view.hide()
            self.body.insertWidget(0, self.view)

    def set_height(self, pixels: int) -> None:
        """How tall the picture may be."""
        # The row to play with stays in sight below it.
        self._tall = max(current().px(140), pixels - current().px(36))
        if self.view is not None:
            self.view.setFixedHeight(self._tall)

    def _play_row(self) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.play_button)
        across.addWidget(self.place_bar, 1)
        return row

    def _from_store(
        self, offset: int, length: int, done: Callable[[bytes], None], failed: Callable[[SafePlanError], None]
    ) -> None:
        assert self.playing is not None
        self._context.background.run(
            # Its answers end with it, not with the card.
            self.playing,
            partial(_read_range, attachment_id=self._info.id, offset=offset, length=length),
            done,
            failed,
        )

    # ── opening and covering ────────────────────────────────────────────────────────────────────────────────────
    def uncover(self) -> None:
        """Open it: at its first picture, standing still and silent."""
        if self.playing is not None:
            return
        self.failure.clear()
        side = self.view.pixels() if self.view is not None else QSize(16, 16)
        try:
            if self._info.size < 1:
                raise PictureBroken
            self.playing = Playing(
                self, self._info.kind, self._info.size, self._read, width=side.width(), height=side.height()
            )
        except SafePlanError as error:
            self._failed(error)
            return
        self.show_button.setEnabled(False)
        self.playing.ready.connect(self._ready)
        self.playing.moved.connect(self._moved)
        self.playing.paused.connect(self._paused)
        self.playing.failed.connect(self._failed)

    def cover(self) -> None:
        """Nothing of it stays on the screen, in the air or in memory; its process ends."""
        if self._info.kind not in KINDS:
            return
        gone, self.playing = self.playing, None
        if gone is not None:
            gone.stop()
        if self.view is not None:
            self.view.clear()
            self.view.hide()
        self.sound.set_checked(False)
        self.controls.hide()
        self.no_sound.hide()
        self.place_bar.setValue(0)
        self.speed.set_one("100")
        self.covered.show()
        self.show_button.show()
        self.show_button.setEnabled(True)
        self._name_play_button()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, another window in its place: it is covered."""
        super().hideEvent(event)
        self.cover()

    def _ready(self, info: Info) -> None:
        assert self.playing is not None
        had_focus = self.show_button.hasFocus()
        self.covered.hide()
        self.show_button.hide()
        if self.view is not None and info.picture:
            self.view.show()
            self.playing.showing.connect(self.view.show_frame)
        self.place_bar.set_length(info.length_ms)
        self.place_bar.setEnabled(info.length_ms > 0)
        self.sound.setVisible(info.sound)
        if not info.sound:
            self._say_no_sound(self.tr("This video has no sound."))
        self.controls.show()
        if had_focus:
            self.play_button.setFocus()
        self._moved(0)
        self.place_bar.tell_place()

    def _failed(self, error: SafePlanError) -> None:
        self.cover()
        self.failure.tell(error)

    # ── playing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def play_or_pause(self) -> None:
        """Go on, or stand still."""
        if self.playing is None:
            return
        if self.playing.playing:
            self.playing.pause()
            self.place_bar.tell_place()
        else:
            self.playing.play()
        self._name_play_button()

    def _name_play_button(self) -> None:
        on = self.playing is not None and self.playing.playing
        self.play_button.set_words(self.tr("Pause") if on else self.tr("Play"))
        self.play_button.set_icon("pause" if on else "play")

    def _paused(self) -> None:
        self._name_play_button()
        self.place_bar.tell_place()

    def _moved(self, ms: int) -> None:
        self.place_bar.set_place(ms)
        length = self.place_bar.maximum()
        if length:
            words = self.tr("{place} of {length}").format(place=place_in_figures(ms), length=place_in_figures(length))
        else:
            words = place_in_figures(ms)
        if words != self.place.text():
            self.place.setText(words)

    def _place_wanted(self, ms: int) -> None:
        if self.playing is not None:
            self.playing.seek(ms)

    def _speed_picked(self, _index: int) -> None:
        if self.playing is not None:
            self.playing.set_speed(int(self.speed.one()))

    def _size_settled(self, side: QSize) -> None:
        if self.playing is not None:
            self.playing.set_size(side.width(), side.height())

    # ── sound ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _sound_ticked(self, on: bool) -> None:  # noqa: FBT001
        if self.playing is None:
            return
        if not on:
            self.playing.set_sound(None)
            return
        self.no_sound.hide()
        try:
            self.playing.set_sound(self._open_out(self.playing))
        except SoundMissing as missing:
            self.sound.set_checked(False)
            if missing.what == "library":
                self._say_no_sound(
                    self.tr(
                        "This computer lacks a part that lets sound out (on Linux: libpulse0). The picture plays"
                        " without it."
                    )
                )
            else:
                self._say_no_sound(
                    self.tr("No loudspeaker and no headphones were found. The picture plays without sound.")
                )

    def _say_no_sound(self, words: str) -> None:
        self.no_sound.setText(words)
        self.no_sound.show()


def _read_range(session: Session, _job: Job, *, attachment_id: str, offset: int, length: int) -> bytes:
    return attachments.read_range(session.database, attachment_id, offset, length)
