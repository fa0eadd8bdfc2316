"""Whatever says where it was made is named before it leaves: films, and photos that came from another record.

Lost without it: the clip of a threat, filmed from the window of the shelter, with the shelter's coordinates in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.handover.taking_in import source_from_bag
from safeplan.paths import vault_files
from safeplan.records import merge
from safeplan.vault.container import create_vault
from tests.builders import a_file, a_source, an_incident, ignore, never
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
    return pages, looked_through(pages)


def looked_through(pages: OpenPages) -> Any:
    """What was found in that which is chosen now."""
    page = pages.here()
    pages.qtbot.waitUntil(lambda: page._looked_for == page.choice, timeout=5000)
    pages.settle()
    return page._looked


def goes_along_once_she_lets_it(pages: OpenPages, named: Any, why: str) -> None:
    """She reads it and lets it go along: then it is among what can be learned of her."""
    pages.click("hand-over-named-0-turn")
    looked = looked_through(pages)
    assert looked.selection.attachments == (named.id,)
    assert ("where", why, named.name) in {(one.group, one.why, one.words) for one in looked.reads}


@pytest.mark.parametrize("form", FORMS)
def test_it_is_named_and_stays(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, form: str) -> None:
    kind, told, options = FORMS[form]
    picture = "libvpx" if kind == "webm" else "mpeg4"
    content = film(0.5, form=kind, picture=picture, sound="", told=told, options=options)
    pages, looked = look_at(qtbot, vault, clock, a_source(tmp_path, content, "VID_7.mp4"))
    (named,) = looked.files
    assert (named.name, named.whys, named.goes) == ("VID_7.mp4", ("place",), "stays")
    assert looked.selection.attachments == ()
    goes_along_once_she_lets_it(pages, named, "place")


def test_a_photo_that_was_taken_in_is_named_like_one_that_was_kept_here(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path
) -> None:
    """Taking in brings the bytes alone: what the photo claims was never read."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 14.0, 16.8), 3: "E", 4: (76.0, 56.0, 42.0)})
    photo = tmp_path / "IMG_7.jpg"
    Image.new("RGB", (64, 48), (120, 90, 60)).save(photo, exif=exif)
    other = create_vault(vault_files(tmp_path / "other"), bytearray(b"another phrase of words"), profile=0)
    entry = an_incident(other.database, clock, "Told me about the yard")
    a_file(other.database, clock, photo, entry.id)
    (tmp_path / "stick").mkdir()
    chosen = Selection((entry.id,), "en", True)
    write_bag(other.database, clock, chosen, tmp_path / "stick", lambda _: None, ignore, never)
    other.close()
    (bag,) = (tmp_path / "stick").iterdir()
    db = vault.database
    merge.take_in(db, clock, merge.compare(db, source_from_bag(bag)), ignore, never)
    pages = OpenPages(qtbot, vault, clock)
    pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    pages.click("hand-over-step-shows")
    page = pages.here()
    qtbot.waitUntil(lambda: page._looked_for == page.choice, timeout=5000)
    pages.settle()
    (named,) = page._looked.files
    assert (named.name, named.whys, named.goes) == ("IMG_7.jpg", ("place",), "copy")
    assert page._looked.selection.clean_copies == (named.id,)


@pytest.mark.parametrize("kind", ["mp4", "mov", "3gp", "matroska", "avi"])
def test_one_that_says_nothing_goes_along(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, kind: str) -> None:
    content = film(0.5, form=kind, sound="")
    _, looked = look_at(qtbot, vault, clock, a_source(tmp_path, content, "VID_7.mp4"))
    assert looked.files == ()
    assert len(looked.selection.attachments) == 1
