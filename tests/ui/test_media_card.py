"""A kept recording on its card: covered and silent until asked for, played by hand and by keys, gone when left."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from safeplan.records.attachments import AttachmentInfo
from tests.builders import a_file, a_source, an_incident
from tests.ui.page_window import OpenPages
from tests.ui.playing_kit import Loudspeaker, alive
from tests.ui.recordings import film, shade, turned, wav
from ui.player_sound import SoundMissing, open_sound
from ui.theme import Look, dress
from ui.widgets.media_bar import place_in_figures, place_in_words
from ui.widgets.media_card import MediaCard


class OpenCard:
    """The card in a window, and what a person does with it."""

    def __init__(self, qtbot: QtBot, context: Any, info: AttachmentInfo, look: Look, open_out: Any) -> None:
        self.qtbot = qtbot
        self.host = QWidget()
        dress(self.host, look)
        qtbot.addWidget(self.host)
        self.card = MediaCard(info, context, open_out=open_out)
        QVBoxLayout(self.host).addWidget(self.card)
        self.host.resize(760, 760)
        self.host.show()

    def sees(self, name: str) -> bool:
        found = self.card.findChildren(QWidget, name)
        return any(widget.isVisible() for widget in found)

    def find(self, name: str) -> Any:
        found = [widget for widget in self.card.findChildren(QWidget, name) if widget.isVisible()]
        assert found, f"{name} is not on the screen"
        return found[-1]

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def until(self, said: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(said()))

    def opened(self) -> OpenCard:
        """Press Show and wait until it can be played."""
        self.click("media-show")
        self.until(lambda: self.sees("media-play") or self.sees("media-error"))
        return self

    @property
    def at_ms(self) -> int:
        assert self.card.playing is not None
        return self.card.playing.position()


@pytest.fixture
def card(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path) -> Iterator[Callable[..., OpenCard]]:
    pages = OpenPages(qtbot, vault, clock)
    made: list[OpenCard] = []

    def open_card(
        content: bytes,
        name: str = "VID_0001.mp4",
        *,
        look: Look | None = None,
        open_out: Any = lambda _parent: Loudspeaker(),
    ) -> OpenCard:
        source = a_source(tmp_path, content, name)
        info = a_file(vault.database, clock, source, an_incident(vault.database, clock).id)
        made.append(OpenCard(qtbot, pages.context, info, look or Look("light", 100), open_out))
        return made[-1]

    yield open_card
    for opened in made:
        playing = opened.card.playing
        opened.card.cover()
        if playing is not None:
            qtbot.waitUntil(lambda pid=playing.pid: not alive(pid))
    qtbot.wait(50)


def middle(card: OpenCard) -> int:
    """How grey the middle of the picture is on the screen."""
    view = card.find("media-view")
    return int(view.grab().toImage().pixelColor(view.rect().center()).green())


def test_nothing_is_opened_seen_or_heard_until_show_is_pressed(card: Any) -> None:
    opened = card(film(1.0))
    assert opened.card.playing is None
    assert opened.sees("media-covered")
    assert not opened.sees("media-view")
    assert not opened.sees("media-play")
    opened.opened()
    opened.until(lambda: opened.sees("media-view") and abs(middle(opened) - shade(0)) < 8)
    assert not opened.card.playing.playing
    assert not opened.card.sound.is_checked()
    assert opened.find("media-place").text() in ("0:00 of 0:01", "0:00 of 0:00")


def test_play_moves_the_picture_and_the_place_and_pause_holds_them(card: Any, qtbot: QtBot) -> None:
    opened = card(film(3.0)).opened()
    opened.click("media-play")
    assert opened.find("media-play").words() == "Pause"
    opened.until(lambda: opened.at_ms > 1000)
    opened.click("media-play")
    assert opened.find("media-play").words() == "Play"
    stands = opened.at_ms
    assert abs(opened.find("media-bar").value() - stands) < 60
    assert abs(middle(opened) - shade(stands // 100)) < 12
    assert opened.find("media-place").text() == "0:01 of 0:03"
    qtbot.wait(150)
    assert opened.at_ms == stands


def test_the_bar_is_moved_by_keys_and_by_hand_and_says_its_place_in_words(card: Any, qtbot: QtBot) -> None:
    opened = card(film(100.0, fps=1, sound="")).opened()
    bar = opened.find("media-bar")
    moves = [
        (Qt.Key.Key_Right, 5_000),
        (Qt.Key.Key_PageUp, 35_000),
        (Qt.Key.Key_Left, 30_000),
        (Qt.Key.Key_PageDown, 0),
        (Qt.Key.Key_End, 100_000),
        (Qt.Key.Key_Home, 0),
    ]
    for key, place in moves:
        qtbot.keyClick(bar, key)
        opened.until(lambda place=place: opened.at_ms == place)
    qtbot.keyClick(bar, Qt.Key.Key_PageUp)
    assert bar.accessibleDescription() == "30 s of 1 min 40 s"
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, bar.height() // 2))
    opened.until(lambda: abs(opened.at_ms - 50_000) < 1500)
    opened.until(lambda: abs(middle(opened) - shade(50)) < 12)
    qtbot.keyClick(bar, Qt.Key.Key_Space)
    assert opened.card.playing.playing


def test_places_are_said_in_figures_and_in_words() -> None:
    assert [place_in_figures(ms) for ms in (0, 65_900, 3_605_000)] == ["0:00", "1:05", "1:00:05"]
    assert [place_in_words(ms) for ms in (9_000, 65_900, 3_605_000)] == ["9 s", "1 min 5 s", "1 h 0 min 5 s"]


def test_speed_is_chosen_in_words(card: Any) -> None:
    opened = card(film(2.0)).opened()
    opened.find("media-speed").set_one("200")
    opened.click("media-play")
    opened.until(lambda: opened.find("media-play").words() == "Play")
    assert opened.at_ms >= 1950


def test_sound_is_off_until_it_is_ticked_and_ends_with_the_tick(card: Any) -> None:
    out = Loudspeaker()
    opened = card(wav(3.0), "REC_0001.wav", open_out=lambda _parent: out).opened()
    assert not opened.sees("media-view")
    opened.click("media-play")
    opened.until(lambda: opened.at_ms > 200)
    assert out.heard == b""
    opened.click("media-sound")
    opened.until(lambda: len(out.heard) > 20_000)
    opened.click("media-sound")
    assert out.closed
    assert opened.card.playing.playing


@pytest.mark.parametrize(("what", "word"), [("library", "libpulse0"), ("device", "headphones")])
def test_where_sound_cannot_go_out_it_is_said_what_is_missing_and_the_picture_plays_on(
    what: str, word: str, card: Any
) -> None:
    def missing(_parent: Any) -> Any:
        raise SoundMissing(what)

    opened = card(film(2.0), open_out=missing).opened()
    opened.click("media-play")
    opened.click("media-sound")
    assert not opened.card.sound.is_checked()
    assert word in opened.find("media-no-sound").text()
    stands = opened.at_ms
    opened.until(lambda: opened.at_ms > stands + 200)


def test_a_film_without_sound_says_so_and_offers_none(card: Any) -> None:
    opened = card(film(1.0, sound="")).opened()
    assert not opened.sees("media-sound")
    assert opened.find("media-no-sound").text() == "This video has no sound."


@pytest.mark.parametrize("way", ["cover", "hidden", "other"])
def test_covered_or_left_means_ended_and_nothing_stays(way: str, card: Any, qtbot: QtBot) -> None:
    out = Loudspeaker()
    opened = card(film(3.0), open_out=lambda _parent: out).opened()
    opened.click("media-sound")
    opened.click("media-play")
    opened.until(lambda: len(out.heard) > 10_000)
    pid = opened.card.playing.pid
    if way == "cover":
        opened.click("media-cover")
    elif way == "hidden":
        opened.card.hide()
    else:
        opened.host.hide()
    assert opened.card.playing is None
    assert out.closed
    assert opened.card.view.image().isNull()
    qtbot.waitUntil(lambda: not alive(pid))
    opened.host.show()
    opened.card.show()
    assert opened.sees("media-covered")
    assert not opened.card.sound.is_checked()
    opened.opened()
    assert opened.at_ms == 0


def test_a_broken_film_ends_in_a_sentence_and_may_be_tried_again(card: Any) -> None:
    opened = card(film(1.0)[:800]).opened()
    assert opened.find("media-error").text() == "This file cannot be shown; it may be damaged."
    assert opened.find("media-hint").text() == "The file itself is kept unchanged."
    assert opened.card.playing is None
    assert opened.find("media-show").isEnabled()


def test_what_is_no_recording_is_not_offered(card: Any) -> None:
    opened = card(b"only words in here, nothing to play\n", "note.txt")
    assert not opened.sees("media-show")
    assert opened.sees("media-not-shown")
    opened.card.cover()


def test_the_film_of_a_phone_held_upright_stands_upright(card: Any) -> None:
    opened = card(turned(film(0.5, size=(160, 96)))).opened()
    opened.until(lambda: opened.sees("media-view") and abs(middle(opened) - shade(0)) < 8)
    seen = opened.find("media-view").grab().toImage()
    across = [abs(seen.pixelColor(x, seen.height() // 2).green() - shade(0)) < 8 for x in range(seen.width())]
    down = [abs(seen.pixelColor(seen.width() // 2, y).green() - shade(0)) < 8 for y in range(seen.height())]
    assert sum(down) > seen.height() * 0.95
    assert sum(across) < sum(down)


@pytest.mark.parametrize("look", [Look("light", 100), Look("dark", 200)], ids=["light", "large"])
def test_everything_on_the_card_fits_and_has_a_name(look: Look, card: Any) -> None:
    opened = card(film(1.0), look=look).opened()
    assert opened.card.minimumSizeHint().width() <= 760
    for name in ("media-play", "media-bar", "media-speed", "media-sound", "media-cover"):
        assert opened.find(name).accessibleName()
        assert opened.find(name).focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.qt_log_ignore(".*", extend=True)
def test_sound_is_opened_without_any_decoder_coming_into_this_process(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    try:
        open_sound(host).close()
    except SoundMissing as missing:
        assert missing.what in ("library", "device")  # noqa: PT017
    assert "multimedia/" not in Path("/proc/self/maps").read_text()
