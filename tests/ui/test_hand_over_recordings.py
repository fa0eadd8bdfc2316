"""Whatever carries words of its own is named before it leaves: title, comment, day and device of a recording.

Lost without it: the voice memo of a threat, which the telephone called "Satpayev Street 12" by itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.records import life_events, plan
from tests.builders import a_source
from tests.ui.recordings import film, recording, wav
from tests.ui.test_hand_over_films import goes_along_once_she_lets_it, look_at

MADE = {"creation_time": "2026-03-02T10:00:00Z", "make": "samsung", "model": "Galaxy A52"}
STREET = "Сәтпаев көшесі 12"
SOUNDS = {
    "a voice memo": ("ipod", "aac"),
    "Opus": ("ogg", "libopus"),
    "FLAC in Ogg": ("ogg", "flac"),
    "MP3": ("mp3", "libmp3lame"),
    "FLAC": ("flac", "flac"),
    "WAV": ("wav", "pcm_s16le"),
    "CAF": ("caf", "pcm_s16le"),
}


@pytest.mark.parametrize("sort", SOUNDS)
def test_a_recording_with_a_title_stays_until_she_lets_it_go(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, sort: str
) -> None:
    content = recording(*SOUNDS[sort], told={"title": STREET})
    pages, looked = look_at(qtbot, vault, clock, a_source(tmp_path, content, "memo"))
    (named,) = looked.files
    assert (named.name, named.whys, named.goes) == ("memo", ("words",), "stays")
    assert looked.selection.attachments == ()
    goes_along_once_she_lets_it(pages, named, "words")


@pytest.mark.parametrize("sort", SOUNDS)
def test_the_name_of_the_encoder_alone_is_no_reason(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, sort: str
) -> None:
    _, looked = look_at(qtbot, vault, clock, a_source(tmp_path, recording(*SOUNDS[sort]), "memo"))
    assert looked.files == ()
    assert len(looked.selection.attachments) == 1


@pytest.mark.parametrize("form", ["mp4", "mov", "3gp", "matroska", "webm", "avi"])
def test_a_film_with_a_title_is_named(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, form: str) -> None:
    picture = "libvpx" if form == "webm" else "mpeg4"
    content = film(0.5, form=form, picture=picture, sound="", told={"title": STREET})
    _, looked = look_at(qtbot, vault, clock, a_source(tmp_path, content, "VID_7"))
    assert [(one.whys, one.goes) for one in looked.files] == [(("words",), "stays")]


def test_a_film_is_named_by_its_day_and_by_her_device_like_a_photo(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path
) -> None:
    plan.set_answer(vault.database, clock, "technology_safe_device", "Galaxy A52")
    life_events.add_life_event(vault.database, "the move", "2026-03-02")
    content = film(0.5, form="mov", sound="", told=MADE, options={"movflags": "use_metadata_tags"})
    _, looked = look_at(qtbot, vault, clock, a_source(tmp_path, content, "VID_7"))
    assert [(one.whys, one.goes) for one in looked.files] == [(("after_move", "device"), "stays")]


def test_a_film_of_the_days_before_that_another_device_made_goes_along(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path
) -> None:
    plan.set_answer(vault.database, clock, "technology_safe_device", "Nokia G21")
    life_events.add_life_event(vault.database, "the move", "2026-03-05")
    content = film(0.5, form="mov", sound="", told=MADE, options={"movflags": "use_metadata_tags"})
    _, looked = look_at(qtbot, vault, clock, a_source(tmp_path, content, "VID_7"))
    assert looked.files == ()


def test_an_unmarked_wav_goes_along(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path) -> None:
    _, looked = look_at(qtbot, vault, clock, a_source(tmp_path, wav(0.2), "tone"))
    assert looked.files == ()
