"""What a killed bringing back leaves in passing is found again: it opens, keeps its sum, and removing takes it too.

Lost without it: a pull of the plug in the wrong tenth of a second looks like an empty computer, or "everything
removed" leaves a store that still opens.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from safeplan import door, errors
from safeplan.paths import VaultFiles, vault_files
from safeplan.records import incidents
from safeplan.vault import container, exchange, restore
from safeplan.vault.backup import make_backup
from safeplan.vault.destroy import destroy_vault
from safeplan.vault.exchange import settle
from tests.builders import an_incident, ignore, never

PHRASE = b"lamp river bread seven"
OTHER = b"another phrase of words"
OWN_SUM = "8841*37-16"


class _Killed(BaseException):
    """Nothing catches it: the process is gone."""


def _killed_after(names_changed: int, files: VaultFiles, path: Path) -> None:
    """Bring the backup back and be killed once so many files have changed their names."""
    rename, done = Path.replace, 0

    def replace(source: Path, target: Path) -> Path:
        nonlocal done
        if target.parent in (files.folder, files.going.folder) and source.parent != target.parent:
            if done == names_changed:
                raise _Killed
            done += 1
        return rename(source, target)

    held = restore.open_backup(path, bytearray(PHRASE))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        for room, name in ((exchange, "_put_back"), (exchange, "_drop"), (restore, "destroy_vault")):
            patch.setattr(room, name, lambda _files: None)
        with pytest.raises(_Killed):
            restore.restore_instead(held, files, ignore, never)


@pytest.fixture(params=[0, 1, 2, 3])
def killed(request: pytest.FixtureRequest, vault: Any, clock: Any, tmp_path: Path) -> VaultFiles:
    """Her store of one entry (OTHER, with her own sum), in the middle of being replaced by one of two (PHRASE)."""
    an_incident(vault.database, clock, "first")
    an_incident(vault.database, clock, "second")
    make_backup(vault, clock, tmp_path / "b", ignore, never)
    vault.close()
    here = container.create_vault(vault_files(tmp_path / "here"), bytearray(OTHER), profile=0)
    container.set_door(here, OWN_SUM)
    an_incident(here.database, clock, "What is here")
    here.close()
    here.files.preferences.write_text("{}")
    _killed_after(request.param, here.files, tmp_path / "b")
    files: VaultFiles = here.files
    return files


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_her_own_sum_still_leads_to_it(killed: VaultFiles) -> None:
    assert door.opens(killed, OWN_SUM)
    assert not door.opens(killed, door.NEUTRAL_SUM)


def test_removing_everything_leaves_nothing_in_passing(killed: VaultFiles) -> None:
    assert len(names(killed.folder)) > 4
    report = destroy_vault(killed)
    assert report.left == ()
    assert report.unreadable
    assert {"s0.bin", "d0.bin"} <= {name.rpartition("/")[2] for name in report.removed}
    assert names(killed.folder) == {"settings.json"}


def test_after_settling_what_was_there_opens(killed: VaultFiles) -> None:
    assert settle(killed)
    opened = container.unlock_vault(killed, bytearray(OTHER))
    assert [one.revisions[-1].form.text for one in incidents.list_incidents(opened.database)] == ["What is here"]
    opened.close()
    assert names(killed.folder) == {"settings.json", "s0.bin", "d0.bin", "r0.bin"}


def test_nothing_new_is_made_over_what_waits_in_passing(killed: VaultFiles) -> None:
    with pytest.raises(errors.VaultExists):
        container.create_vault(killed, bytearray(PHRASE), profile=0)
    settle(killed)
    container.unlock_vault(killed, bytearray(OTHER)).close()
