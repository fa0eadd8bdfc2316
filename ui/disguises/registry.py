"""The everyday programs by name.

May touch: the programs' modules, each imported when it is built. Must never build one that was not asked for: the
start of the program waits for it.
"""

from __future__ import annotations

from safeplan.paths import VaultFiles
from ui.disguises.preferences import Preferences
from ui.disguises.program import EverydayProgram

NAMES = ("calculator", "shopping", "converter")
_DEFAULT = "calculator"


def known(name: str) -> str:
    """`name` when there is such a program, the calculator otherwise."""
    return name if name in NAMES else _DEFAULT


def window_class(name: str) -> str:
    """What window lists show as the class of the window: the everyday program's plain name."""
    return known(name)


def build(name: str, preferences: Preferences, files: VaultFiles) -> EverydayProgram:
    """The program, in its start state."""
    name = known(name)
    if name == "shopping":
        from ui.disguises.shopping import Shopping

        return Shopping(preferences, files)
    if name == "converter":
        from ui.disguises.converter import Converter

        return Converter()
    from ui.disguises.calculator import Calculator

    return Calculator()
