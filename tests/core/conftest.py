"""What the stories of full disks and of failing calls begin with.

May touch: the test's own folder. Must never be taken by other tests: it leaves out what a kiosk measures.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from safeplan.vault import keyslots
from safeplan.vault.container import OpenVault


@pytest.fixture
def start(vault: OpenVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a closed store, an empty stick and a file to import; each try copies it."""
    # Here, because no other test of the core needs what this brings along.
    from failing import prepared

    # What a kiosk measures each time would only take long.
    monkeypatch.setattr(keyslots, "calibrate_profile", lambda _monotonic: 0)
    return prepared(vault, tmp_path / "start")
