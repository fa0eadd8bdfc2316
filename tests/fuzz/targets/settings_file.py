"""The everyday program's own settings file, which anybody can write: read, or its defaults; and written again."""

from __future__ import annotations

from safeplan.paths import vault_files
from tests.fuzz.room import room
from ui.disguises import preferences
from ui.disguises.budget_lines import by_category, lines_from, totals

_FILES = vault_files(room())
_FILES.preferences.parent.mkdir(parents=True, exist_ok=True)


def target(data: bytes) -> None:
    _FILES.preferences.write_bytes(data)
    found = preferences.load(_FILES, ("kk", "ru", "en"))
    assert found.language in preferences.LANGUAGES
    lines = lines_from(found.budget)
    totals(lines, "2026-03")
    by_category(lines, "2026-03", "out")
    preferences.change(_FILES, language="kk")
    again = preferences.load(_FILES)
    assert (again.language, again.shopping, again.budget) == ("kk", found.shopping, found.budget)
