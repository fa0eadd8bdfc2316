"""The folder made from a suggestion, opened as its reader would: nothing in it shows where she is or who helps."""

from __future__ import annotations

import subprocess
from pathlib import Path

from suggested import suggest
from test_clean_copy import PLAIN_JPEG
from test_suggest import Record, record  # noqa: F401

from safeplan.handover.bag import write_bag
from safeplan.handover.suggest import Scope
from safeplan.handover.verify import UNCHANGED, verify_bag

STAYS = ("Айгул", "Омаров", "87012345678", "Пушкина", "Тараз", "Страшно", "555 44 33", "43.2389", "A52", "IMG_0007")


def readable(folder: Path) -> dict[str, str]:
    """Every file of the folder as text, papers through pdftotext."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pdf":
            made = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
            found[path.name] = made.stdout.decode("utf-8")
        elif path.is_file():
            found[path.name] = path.read_bytes().decode("utf-8", "replace")
    return found


def test_the_folder_for_the_police_shows_the_event_and_not_where_she_is(record: Record, tmp_path: Path) -> None:  # noqa: F811
    chosen = suggest(record.db, "police", "report", "ru", Scope(incident_ids=(record.first,))).selection
    stick = tmp_path / "stick"
    stick.mkdir()
    made = write_bag(
        *(record.db, record.clock, chosen, stick, lambda _info: None, lambda _done, _total: None, lambda: False),
        clean_of=lambda _info: PLAIN_JPEG,
    )
    folder = stick / made.folder_name
    assert verify_bag(folder).status == UNCHANGED
    texts = readable(folder)
    for name, text in texts.items():
        plain = " ".join(text.split())
        for word in STAYS:
            assert word not in plain, (name, word)
    assert any("Кричал и бил." in text and "ул. Абая 12" in text for text in texts.values())
