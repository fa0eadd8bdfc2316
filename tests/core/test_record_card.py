"""The card with the four words: what stands on it, and that nothing of the record does."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from safeplan import errors
from safeplan.content.record_words import load_record_words
from safeplan.content.words import LANGUAGES, word_list
from safeplan.handover.record_card import compile_record_card, number_rows, square
from safeplan.records import ledger
from safeplan.records.typed_head import find_typed_head
from tests.builders import an_incident

ROOT_HEX = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
DAY = date(2026, 3, 2)


def words_of(language: str) -> list[str]:
    return [word_list(language)[place] for place in ledger.words_of(ROOT_HEX)]


def printed(pdf: bytes, folder: Path) -> str:
    (folder / "card.pdf").write_bytes(pdf)
    command = ["pdftotext", "-layout", folder / "card.pdf", "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_shows_a_day_four_words_the_number_and_its_square(language: str, tmp_path: Path) -> None:
    pdf = compile_record_card(words_of(language), ROOT_HEX, DAY, language)
    assert pdf == compile_record_card(words_of(language), ROOT_HEX, DAY, language)
    said = printed(pdf, tmp_path)
    for words in (*words_of(language), *number_rows(ROOT_HEX), "2026"):
        assert words in said
    assert load_record_words(language).card.title in said
    with pikepdf.open(tmp_path / "card.pdf") as opened:
        assert len(opened.pages) == 1
        assert "/StructTreeRoot" in opened.Root
        assert str(opened.Root.Lang).startswith(language)


def test_what_is_printed_finds_the_record_again_and_tells_nothing_of_it(vault, clock, tmp_path: Path) -> None:
    db = vault.database
    for number in range(7):
        an_incident(db, clock, f"SECRETENTRY {number}")
    ledger.fix_pending(db, clock)
    head = ledger.head(db)
    words = [word_list("en")[place] for place in head.words]
    said = printed(compile_record_card(words, head.merkle_root_hex, DAY, "en"), tmp_path)
    number = " ".join(line.strip() for line in said.splitlines() if line.strip() in number_rows(head.merkle_root_hex))
    assert find_typed_head(db, number).lines == 7
    assert find_typed_head(db, " ".join(words)).lines == 7
    assert "SECRET" not in said
    # How many lines it had is nobody's business: no number stands there but the day, the places and the long one.
    left = [one for one in said.split() if any(sign.isdigit() for sign in one)]
    assert set(left) - set(number.split()) == {"2", "2026", "1.", "2.", "3.", "4."}


def test_one_wrong_sign_gives_another_square() -> None:
    assert square(ROOT_HEX) == square(ROOT_HEX.upper().lower())
    assert square(ROOT_HEX) != square(ROOT_HEX[:-1] + "2")


@pytest.mark.parametrize(
    ("words", "number", "language"),
    [(3, ROOT_HEX, "en"), (4, ROOT_HEX[:-1], "en"), (4, ROOT_HEX.upper(), "en"), (4, ROOT_HEX, "de")],
)
def test_half_a_head_gets_no_card(words: int, number: str, language: str) -> None:
    with pytest.raises(errors.Bug):
        compile_record_card(words_of("en")[:words], number, DAY, language)
