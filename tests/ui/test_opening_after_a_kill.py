"""The plug was pulled while a backup took the place of what was here: the next opening finds it again."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.paths import vault_files
from safeplan.policy import Policy
from safeplan.vault.container import create_vault
from tests.builders import an_incident
from tests.stories.at_home import at_home
from ui.background import Background, InlineExecutor, Session
from ui.opening import open_with_typed
from ui.rooms import Room

PHRASE = "lamp river bread seven"


@pytest.mark.parametrize("moved", [("s0.bin",), ("s0.bin", "d0.bin")])
def test_the_window_asks_for_the_passphrase_and_opens_what_waited(
    qtbot: QtBot, clock: Any, tmp_path: Path, moved: tuple[str, ...]
) -> None:
    files = vault_files(tmp_path / "data")
    vault = create_vault(files, bytearray(PHRASE.encode()), profile=0)
    an_incident(vault.database, clock, "What was here")
    vault.close()
    files.going.folder.mkdir(mode=0o700)
    for name in moved:
        (files.folder / name).rename(files.going.folder / name)
    with at_home(qtbot, files, clock) as home:
        home.open_with(PHRASE)
        assert home.page == "today"
        home.app.context.go("happened")
        home.find("incident-1-open")
    assert not files.going.folder.exists()


@pytest.mark.parametrize("moved", [("s0.bin",), ("s0.bin", "d0.bin")])
@pytest.mark.parametrize("client", [0, 7])
def test_at_a_desk_its_own_store_and_a_clients_are_asked_for_and_opened_so_too(
    qtbot: QtBot, clock: Any, tmp_path: Path, moved: tuple[str, ...], client: int
) -> None:
    """Each stands in a folder of its own, and what waits in passing stands in that one."""
    room, own = Room(Policy(mode="desk"), client), vault_files(tmp_path / "data")
    files = room.files(own)
    create_vault(files, bytearray(PHRASE.encode()), profile=0).close()
    files.going.folder.mkdir(mode=0o700)
    for name in moved:
        (files.folder / name).rename(files.going.folder / name)
    assert room.first_page(files) == "gate"
    background = Background(Session(files, clock), executor=InlineExecutor())
    opened: list[Any] = []
    work = functools.partial(open_with_typed, typed=bytearray(PHRASE.encode()))
    background.run(background, work, opened.append)
    assert [one.opened_by for one in opened] == ["passphrase"]
    assert not files.going.folder.exists()
    background.stop()


def test_everything_is_removed_though_something_waited_in_passing(qtbot: QtBot, clock: Any, tmp_path: Path) -> None:
    """An older store that could not be taken away after its place was taken."""
    files = vault_files(tmp_path / "data")
    vault = create_vault(files, bytearray(PHRASE.encode()), profile=0)
    an_incident(vault.database, clock, "What is here")
    vault.close()
    with at_home(qtbot, files, clock) as home:
        home.open_with(PHRASE)
        create_vault(files.going, bytearray(b"another phrase of words"), profile=0).close()
        home.app.context.go("settings")
        home.click("settings-remove-fold")
        home.type("settings-remove-typed", home.find("settings-remove-number").text())
        home.click("settings-remove")
        home.settle()
    left = [path.name for path in files.folder.rglob("*")]
    assert [name for name in left if name != "settings.json"] == []
