"""A film that says where it was made is named before it leaves, as a photo is; and it stays until she says otherwise.

Lost without it: the clip of a threat, filmed from the window of the shelter, with the shelter's coordinates in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_file, a_source, an_incident
from tests.ui.page_window import OpenPages
from tests.ui.recordings import film

PLACE = "+43.2380+076.9450/"
APPLE = {"com.apple.quicktime.location.ISO6709": PLACE}
FORMS = {
    "a telephone's film": ("mp4", {"location": PLACE}, {}),
    "in pieces": ("mp4", {"location": PLACE}, {"movflags": "frag_keyframe"}),
    "QuickTime": ("mov", {"location": PLACE}, {}),
    "an iPhone's film": ("mov", APPLE, {"movflags": "use_metadata_tags"}),
    "an old telephone's film": ("3gp", {"location": PLACE}, {}),
    "Matroska": ("matroska", {"LOCATION": PLACE}, {}),
    "Matroska, made live": ("matroska", APPLE, {"live": "1"}),
    "WebM": ("webm", {"location": PLACE}, {}),
}


def look_at(qtbot: QtBot, vault: Any, clock: Any, source: Path) -> tuple[OpenPages, Any]:
    """The page "Hand over" with this film in an entry, and what was found."""
    entry = an_incident(vault.database, clock, "It was loud.")
    a_file(vault.database, clock, source, entry.id)
    pages = OpenPages(qtbot, vault, clock)
    pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    pages.click("hand-over-step-shows")
    page = pages.here()
    qtbot.waitUntil(lambda: page._looked_for == page.choice, timeout=5000)
    pages.settle()
    return pages, page._looked


@pytest.mark.parametrize("form", FORMS)
def test_it_is_named_and_stays(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, form: str) -> None:
    kind, told, options = FORMS[form]
    picture = "libvpx" if kind == "webm" else "mpeg4"
    content = film(0.5, form=kind, picture=picture, sound="", told=told, options=options)
    pages, looked = look_at(qtbot, vault, clock, a_source(tmp_path, content, "VID_7.mp4"))
    (named,) = looked.files
    assert (named.name, named.whys, named.goes) == ("VID_7.mp4", ("place",), "stays")
    assert looked.selection.attachments == ()
    # She reads it and lets it go along: then it is among what can be learned of her.
    pages.click("hand-over-named-0-turn")
    page = pages.here()
    qtbot.waitUntil(lambda: page._looked_for == page.choice, timeout=5000)
    pages.settle()
    assert page._looked.selection.attachments == (named.id,)
    assert ("where", "place", "VID_7.mp4") in {(one.group, one.why, one.words) for one in page._looked.reads}


@pytest.mark.parametrize("kind", ["mp4", "mov", "matroska"])
def test_one_that_says_nothing_goes_along(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, kind: str) -> None:
    content = film(0.5, form=kind, sound="", told={"title": "In the yard"})
    _, looked = look_at(qtbot, vault, clock, a_source(tmp_path, content, "VID_7.mp4"))
    assert looked.files == ()
    assert len(looked.selection.attachments) == 1
