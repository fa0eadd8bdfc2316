"""Stories of the choice of a country: what ships, a file of an organisation that is compared, kept and removed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from safeplan import errors
from safeplan.content.packs import fingerprint, fingerprint_words, read_pack
from safeplan.content.regions import load_region
from safeplan.paths import vault_files
from safeplan.policy import Policy
from safeplan.records import loaded_packs
from safeplan.records.settings import Settings
from tests.pack_files import OTHER_SEED, pack_text, signed, signed_as_it_is
from tests.ui.page_stage import Stage
from tests.ui.page_window import OpenPages
from ui import region_choice
from ui.background import Background, InlineExecutor, Session
from ui.page import PageContext
from ui.pages.settings import SettingsPage
from ui.rooms import Room
from ui.theme import Look


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "river house.toml"
    path.write_bytes(signed())
    return path


def load(pages: OpenPages, path: Path) -> None:
    pages.go("settings")
    pages.click("settings-region-load")
    pages.context.picker.choose([path])
    pages.settle()


def kept(pages: OpenPages) -> tuple[loaded_packs.LoadedPack, ...]:
    return loaded_packs.list_packs(pages.vault.database)


def test_a_country_is_chosen_with_one_press(pages: OpenPages) -> None:
    pages.go("settings")
    for region in ("ew", "intl", "kz"):
        pages.click(f"settings-region-{region}")
        assert pages.context.settings.region == region


def test_the_signer_is_shown_to_compare_before_anything_is_kept(pages: OpenPages, file: Path) -> None:
    load(pages, file)
    key = read_pack(file.read_bytes()).key
    assert pages.find("pack-signer").text() == fingerprint(key)
    assert pages.find("pack-signer-words").text() == " ".join(fingerprint_words(key, "en"))
    assert "8 700 000 00 11" in pages.find("pack-facts").text()
    assert kept(pages) == ()
    pages.qtbot.keyClick(pages.find("answer-no"), Qt.Key.Key_Escape)
    assert not pages.context.questions.open
    assert kept(pages) == ()
    assert pages.context.settings.region == "kz"


def test_what_was_compared_is_kept_and_chosen(pages: OpenPages, file: Path) -> None:
    load(pages, file)
    pages.click("answer-keep")
    (pack,) = kept(pages)
    assert pages.context.settings.region == pack.region
    assert pages.message().startswith("Kept and chosen:")
    pages.go("settings")
    assert pages.find(f"settings-region-{pack.region}").isChecked()
    assert f"Signed by {pack.signer}." in pages.words()


def test_a_removed_file_leaves_the_country_that_ships(pages: OpenPages, file: Path) -> None:
    load(pages, file)
    pages.click("answer-keep")
    (pack,) = kept(pages)
    pages.go("settings")
    pages.click(f"settings-region-remove-{pack.id}")
    pages.click("answer-keep")
    assert kept(pages) == (pack,)
    pages.click(f"settings-region-remove-{pack.id}")
    pages.click("answer-remove")
    assert kept(pages) == ()
    assert pages.context.settings.region == "kz"
    assert not pages.sees(f"settings-region-{pack.region}")
    assert pages.find("settings-region-kz").isChecked()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xd8\xff\xe0", "It holds no readable text."),
        (pack_text().encode(), "its signature is missing"),
        (signed().replace(b"8 700", b"8 701", 1), "changed after the organisation signed it"),
        (b"#" * 2_000_000, "It is too large."),
        (signed_as_it_is(pack_text().replace("emergency = false\n", "").encode()), "here: lines.river_house"),
    ],
    ids=["a picture", "not signed", "changed", "too large", "a field is missing"],
)
def test_a_file_that_does_not_fit_is_refused_with_its_reason(
    pages: OpenPages, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(content)
    load(pages, path)
    assert "This file cannot be used." in pages.words()
    assert said in pages.words()
    pages.click("answer-ok")
    assert kept(pages) == ()


def test_where_a_policy_names_the_signer_no_other_file_is_taken_listed_or_shown(
    pages: OpenPages, tmp_path: Path, file: Path
) -> None:
    db = pages.vault.database
    other = tmp_path / "other.toml"
    other.write_bytes(signed(seed=OTHER_SEED))
    before = loaded_packs.keep_pack(db, pages._clock, other.read_bytes(), "en")
    pages.context.room = Room(Policy(mode="desk", pack_key=read_pack(file.read_bytes()).key), 5)
    load(pages, other)
    assert "It was signed by somebody else than this computer expects." in pages.words()
    pages.click("answer-ok")
    assert not pages.sees(f"settings-region-{before.region}")
    assert given_region(pages.context, before.region) == load_region("kz", "en")
    assert pages.message() == "Here only files of this computer's organisation are used."
    load(pages, file)
    pages.click("answer-keep")
    assert {pack.signer for pack in kept(pages)} == {before.signer, fingerprint(read_pack(file.read_bytes()).key)}
    assert pages.context.settings.region != before.region
    assert given_region(pages.context, pages.context.settings.region).name == "Дом у реки"


def test_a_file_that_went_away_is_told(pages: OpenPages, tmp_path: Path) -> None:
    load(pages, tmp_path / "gone.toml")
    assert "This file cannot be read." in pages.words()


def test_before_the_first_passphrase_the_file_waits_for_it(
    qtbot: QtBot, clock: Any, vault: Any, tmp_path: Path, file: Path
) -> None:
    stage = Stage(qtbot, clock, None, {"settings": SettingsPage}, tmp_path=tmp_path)
    stage.context.extra |= {"change_program": print, "change_language": print}
    stage.go("settings")
    stage.click("settings-region-load")
    stage.context.picker.choose([file])
    stage.settle()
    stage.context.questions.answer("keep")
    assert loaded_packs.list_packs(vault.database) == ()
    stage.open_store(vault)
    (pack,) = loaded_packs.list_packs(vault.database)
    assert stage.context.settings.region == pack.region


@pytest.mark.parametrize("look", [Look("light", 100), Look("dark", 200)], ids=["ordinary", "twice the size"])
def test_nothing_is_cut_and_every_control_has_a_name(
    qtbot: QtBot, vault: Any, clock: Any, file: Path, look: Look
) -> None:
    pages = OpenPages(qtbot, vault, clock, look=look)
    load(pages, file)
    label = pages.find("pack-signer")
    assert label.width() >= label.minimumSizeHint().width()
    pages.click("answer-keep")
    pages.go("settings")
    assert pages.fits()
    assert pages.unnamed() == []


# ── What the windows are given ──────────────────────────────────────────────────────────────────────────────────
def given_region(context: PageContext, chosen: str) -> Any:
    taken: list[Any] = []
    region_choice.load(context.background, context, chosen, taken.append)
    assert len(taken) == 1
    return taken[0]


def test_the_windows_get_every_kind_of_pack(pages: OpenPages, file: Path) -> None:
    pack = loaded_packs.keep_pack(pages.vault.database, pages._clock, file.read_bytes(), "en")
    context = replace(pages.context, language="kk")
    for region in ("kz", "ew", "intl"):
        assert given_region(context, region) == load_region(region, "kk")
    assert given_region(context, pack.region).name == "Өзен үйі"
    assert pages.message() == ""


@pytest.mark.parametrize("damage", ["removed", "changed", "never there"])
def test_a_pack_that_cannot_be_read_any_more_leaves_numbers_and_a_word(
    pages: OpenPages, file: Path, damage: str
) -> None:
    db = pages.vault.database
    pack = loaded_packs.keep_pack(db, pages._clock, file.read_bytes(), "en")
    chosen = pack.region if damage != "never there" else "zz"
    if damage == "removed":
        loaded_packs.remove_pack(db, pages._clock, pack.id)
    elif damage == "changed":
        db.execute("UPDATE loaded_pack SET document = ?", (b"# safeplan-pack 1\n",))
    assert given_region(pages.context, chosen) == load_region("kz", "en")
    assert "cannot be read any more" in pages.message()


def test_without_a_store_a_pack_cannot_be_shown_and_the_numbers_stay(
    qtbot: QtBot, clock: Any, tmp_path: Path
) -> None:
    background = Background(Session(vault_files(tmp_path / "none"), clock, None), executor=InlineExecutor())
    context = PageContext(background, clock, settings=Settings(), has_store=lambda: False)
    assert given_region(context, "pack:" + "0" * 32).id == "kz"


def test_a_refusal_holds_no_words_of_the_file(file: Path) -> None:
    """The reason may be read out to a helper."""
    broken = pack_text().replace("orders = []", '"call me on 8 800" = 1\norders = []', 1)
    with pytest.raises(errors.PackRefused) as refused:
        read_pack(signed_as_it_is(broken.encode()))
    assert refused.value.facts["where"] == "?"


def test_a_label_never_reads_markup(pages: OpenPages, tmp_path: Path) -> None:
    path = tmp_path / "markup.toml"
    path.write_bytes(signed(pack_text(languages="en", builds_on="").replace("River House", "<b>River</b>")))
    load(pages, path)
    assert pages.find("pack-facts").textFormat() == Qt.TextFormat.PlainText
    assert "<b>River</b>" in pages.find("pack-facts").text()
    labels = [label for label in pages.window.findChildren(QLabel) if "River" in label.text()]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
