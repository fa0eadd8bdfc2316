"""A locked PDF leaves by itself: it speaks of no folder, no list and no file that it does not have.

Lost without it: a court asks for annexes that were never handed over, or reads half a text as the whole.
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from builders import a_file, a_source, an_incident, fresh_database, ignore, never
from PIL import Image
from test_report import on_one_line

from safeplan.handover.bag_files import Makers
from safeplan.handover.report_words import LONGEST_TEXT, LONGEST_VALUE
from safeplan.handover.sealed_bundle import write_pdf
from safeplan.handover.selection import Selection
from safeplan.records.checking import check
from safeplan.records.custody import note_check

PHRASE = "threshold lantern orchard window"
# Words for what lies in a folder beside the report.
ELSEWHERE = {
    "en": ("bundle", "VERIFY.txt", "chain.jsonl", "handed over", "annex 1", "annexes", "0001."),
    "ru": ("комплект", "VERIFY.txt", "chain.jsonl", "передан", "приложение 1", "приложений", "0001."),
    "kk": ("жинақ", "VERIFY.txt", "chain.jsonl", "берілген жазба", "1-қосымша", "қосымшалар", "0001."),
}
REST = {
    "en": "The rest of this text is not in this document.",
    "ru": "Остальной части этого текста в документе нет.",
    "kk": "Бұл мәтіннің қалған бөлігі құжатта жоқ.",
}


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (90, 90, 90)).save(out, "JPEG")
    return out.getvalue()


def read(db, clock, folder: Path, chosen: Selection) -> str:
    """What stands in the paper, once it is opened with its passphrase."""
    release = write_pdf(db, clock, chosen, folder, PHRASE, Makers(lambda _info: photo()), ignore, never)
    opened = io.BytesIO()
    with pikepdf.open(folder / release.folder_name, password=PHRASE) as paper:
        paper.save(opened, encryption=False)
    return on_one_line(opened.getvalue())


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_it_speaks_of_nothing_that_lies_beside_it(db, clock, tmp_path, language):
    (tmp_path / "out").mkdir()
    entry = an_incident(db, clock, "what happened").id
    kept = a_file(db, clock, a_source(tmp_path, photo(), "IMG_1.jpg"), entry)
    note_check(db, clock, check(db, ignore, never))
    told = read(db, clock, tmp_path / "out", Selection((entry,), language, True))
    assert [words for words in ELSEWHERE[language] if words.casefold() in told.casefold()] == []
    # What it does tell: which file it speaks of, by the sum that the file has.
    assert kept.sha256 in told.replace(" ", "")
    assert "IMG_1.jpg" in told
    assert REST[language] not in told


def test_with_two_languages_beside_each_other_neither_speaks_of_it(db, clock, tmp_path):
    (tmp_path / "out").mkdir()
    entry = an_incident(db, clock, "what happened").id
    told = read(db, clock, tmp_path / "out", Selection((entry,), "kk", True, second_language="ru"))
    assert [words for one in ("ru", "kk") for words in ELSEWHERE[one] if words.casefold() in told.casefold()] == []


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_text_that_is_cut_is_said_to_be(db, clock, tmp_path, language):
    (tmp_path / "out").mkdir()
    entry = an_incident(db, clock, "word " * (LONGEST_TEXT // 5 + 1)).id
    assert REST[language] in read(db, clock, tmp_path / "out", Selection((entry,), language, True))
    place = an_incident(db, clock, "short", place="wide " * LONGEST_VALUE).id
    assert REST[language] in read(db, clock, tmp_path / "out", Selection((place,), language, True))


def test_of_a_file_whose_clean_copy_was_chosen_neither_sum_nor_history_is_told(db, clock, tmp_path):
    (tmp_path / "out").mkdir()
    entry = an_incident(db, clock, "what happened").id
    kept = a_file(db, clock, a_source(tmp_path, photo(), "home.jpg"), entry)
    note_check(db, clock, check(db, ignore, never))
    whole = Selection((entry,), "en", True)
    told = read(db, clock, tmp_path / "out", whole)
    assert "File 1: checked, unchanged" in told
    told = read(db, clock, tmp_path / "out", replace(whole, clean_copies=(kept.id,)))
    assert "File 1: " not in told
    assert kept.sha256[:8] not in told
    assert "The file itself stays with the author" in told
