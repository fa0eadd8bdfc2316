"""Another country, a file of an organisation, her own numbers: the whole window from the first evening on.

Lost without it: somebody abroad sees numbers that ring nowhere near her.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from at_home import AtHome, at_home
from pytestqt.qtbot import QtBot
from test_first_notes import HER_PHRASE, choose_own_phrase, through_the_welcome

from safeplan.paths import VaultFiles, vault_files
from safeplan.records import loaded_packs, own_numbers
from safeplan.records import settings as her_settings
from safeplan.vault.container import create_vault, unlock_vault
from tests.pack_files import pack_text, signed
from ui.disguises import preferences as everyday

PASSPHRASE = "lamp river bread seven"


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    """A store that is there already."""
    made = vault_files(tmp_path / "Tally")
    create_vault(made, bytearray(PASSPHRASE.encode()), profile=0).close()
    everyday.change(made, language="en")
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "river.toml"
    path.write_bytes(signed())
    return path


def go_to_help(life: AtHome) -> None:
    """Until the last portion stands."""
    life.app.context.go("help")
    life.qtbot.waitUntil(lambda: not life.window.page("help")._waiting)  # type: ignore[attr-defined]
    life.settle()


def load_file(life: AtHome, file: Path) -> None:
    life.app.context.go("settings")
    life.click("settings-region-load")
    life.app.context.picker.choose([file])
    life.settle()
    life.click("answer-keep")


def test_a_country_chosen_on_the_first_evening_is_kept_with_the_first_thing(
    qtbot: QtBot, clock: Any, tmp_path: Path
) -> None:
    files = vault_files(tmp_path / "Tally")
    with at_home(qtbot, files, clock) as life:
        through_the_welcome(life)
        assert "call 102 or 112" in life.words()
        life.app.context.go("settings")
        life.click("settings-region-ew")
        go_to_help(life)
        assert "call 999" in life.words()
        life.click("help-own-form")
        life.type("help-own-number", "0800 000 000")
        life.click("help-own-keep")
        choose_own_phrase(life)
        assert life.page == "help"
        assert "1 kept here." in life.words()
        assert "call 999" in life.words()
    vault = unlock_vault(files, bytearray(HER_PHRASE.encode()))
    assert [one.number for one in own_numbers.list_numbers(vault.database)] == ["0800 000 000"]
    assert her_settings.get(vault.database, "region") == "ew"
    vault.close()
    with at_home(qtbot, files, clock) as life:
        life.open_with(HER_PHRASE)
        assert "call 999" in life.words()
        assert "102" not in life.words()


def test_a_file_of_an_organisation_speaks_on_every_page_and_in_every_language_it_has(
    qtbot: QtBot, clock: Any, files: VaultFiles, file: Path
) -> None:
    with at_home(qtbot, files, clock) as life:
        life.open_with(PASSPHRASE)
        load_file(life, file)
        assert life.page == "settings"
        go_to_help(life)
        assert "8 700 000 00 11" in life.words()
        assert "112. Дом у реки." in life.words()
    with at_home(qtbot, files, clock) as life:
        life.open_with(PASSPHRASE)
        assert "112. Дом у реки." in life.words()
        life.app.context.go("paper")
        life.click("paper-kind-card")
        life.click("paper-part-number")
        assert life.starting_with("paper-number-river_house")
        assert not life.app.context.questions.open
        life.app._change_language("kk")
        life.settle()
        go_to_help(life)
        assert "112. Өзен үйі." in life.words()
        life.app.context.go("acute")
        life.settle()
        assert "8 700 000 00 11" in life.words()


def test_after_its_file_is_removed_the_numbers_that_ship_are_there_again(
    qtbot: QtBot, clock: Any, files: VaultFiles, file: Path
) -> None:
    with at_home(qtbot, files, clock) as life:
        life.open_with(PASSPHRASE)
        load_file(life, file)
        (remove,) = life.starting_with("settings-region-remove-")
        life.click(remove.objectName())
        life.click("answer-remove")
        go_to_help(life)
        assert "call 102 or 112" in life.words()
        assert "8 700 000 00 11" not in life.words()


def test_a_file_damaged_in_the_store_never_keeps_her_out(
    qtbot: QtBot, clock: Any, files: VaultFiles, file: Path
) -> None:
    vault = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    pack = loaded_packs.keep_pack(vault.database, clock, file.read_bytes(), "en")
    her_settings.set(vault.database, clock, "region", pack.region)
    vault.database.execute("UPDATE loaded_pack SET document = ?", (pack_text().encode(),))
    vault.close()
    with at_home(qtbot, files, clock) as life:
        life.open_with(PASSPHRASE)
        assert life.page == "today"
        assert "call 102 or 112" in life.words()
        assert "cannot be read any more" in life.message()


@pytest.mark.parametrize("region", ["intl", "ew"])
def test_every_page_with_numbers_stands_without_those_of_kazakhstan(
    qtbot: QtBot, clock: Any, files: VaultFiles, region: str
) -> None:
    vault = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    her_settings.set(vault.database, clock, "region", region)
    vault.close()
    with at_home(qtbot, files, clock) as life:
        life.open_with(PASSPHRASE)
        for page in ("today", "acute", "help", "plan", "hand_over"):
            life.app.context.go(page)
            life.qtbot.waitUntil(lambda page=page: not getattr(life.window.page(page), "_waiting", ()))
            life.settle()
            assert life.page == page
            assert "102" not in life.words()
        life.app.context.go("acute")
        life.settle()
        wanted = "0808 2000 247" if region == "ew" else "call the emergency number of the place where you are"
        assert wanted in life.words()
        for head in life.app.context.guide.heads:
            life.app.context.go("section", section_id=head.id)
            life.settle()
            assert life.page == "section"
        assert not life.app.context.questions.open
