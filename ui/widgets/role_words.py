"""What the roles of people are called on the screen, and their icons.

May touch: the translator. Must never name a role in a way that accuses or explains.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

ROLE_ICONS = {
    "trusted": "user",
    "witness": "eye",
    "child": "baby",
    "harms": "user",
    "official": "scales",
    "service": "lifebuoy",
}


def role_words() -> dict[str, str]:
    """Words for each of safeplan.records.people.ROLES, in the language in use."""
    return {
        "trusted": QCoreApplication.translate("Roles", "Someone I trust"),
        "witness": QCoreApplication.translate("Roles", "Someone who saw or heard"),
        "child": QCoreApplication.translate("Roles", "A child"),
        "harms": QCoreApplication.translate("Roles", "Who hurts me"),
        "official": QCoreApplication.translate("Roles", "Police, court, lawyer"),
        "service": QCoreApplication.translate("Roles", "Helpline, shelter, doctor"),
    }
