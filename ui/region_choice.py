"""The country's facts for the windows: what ships at once, an organisation's pack out of the store a moment later.

May touch: the loaded packs, through the background. Must never leave the windows without numbers: where a pack is
missing or damaged, the one that ships stands in and she is told.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from safeplan.content.facts import Region
from safeplan.content.regions import REGIONS, load_region
from safeplan.errors import SafePlanError
from safeplan.records.settings import Settings
from ui.background import Job, Session
from ui.page import PageContext


def load(owner: QObject, context: PageContext, chosen: str, then: Callable[[Region], None]) -> None:
    """Hand the pack that the setting `region` names, in her language, to then(region)."""
    if chosen in REGIONS:
        then(load_region(chosen, context.language))
        return
    instead = functools.partial(_instead, context, then)
    if not context.has_store():
        instead(None)
        return
    work = functools.partial(_read, chosen=chosen, language=context.language, keys=context.room.pack_keys)
    context.background.run(owner, work, then, instead)


def _instead(context: PageContext, then: Callable[[Region], None], error: SafePlanError | None) -> None:
    then(load_region(Settings().region, context.language))
    said = QCoreApplication.translate("Region", "The file of the organisation cannot be read any more.")
    if error is not None and error.facts.get("reason") == "signer":
        said = QCoreApplication.translate("Region", "Here only files of this computer's organisation are used.")
    context.tell(
        said,
        tone="warm",
        hint=QCoreApplication.translate("Region", "The numbers that came with the program are shown."),
    )


def _read(session: Session, _job: Job, *, chosen: str, language: str, keys: tuple[str, ...]) -> Region:
    # Only who chose a file needs what checks signatures: the first window does not wait for it.
    from safeplan.records import loaded_packs

    return loaded_packs.region(session.database, chosen, language, keys)
