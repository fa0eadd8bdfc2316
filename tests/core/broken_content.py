"""Loads the content of the program as if one of its files held something else.

May touch: nothing on disk. Must never leave a damaged text in a cache for the next test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from safeplan.content import guide_shape, tables
from safeplan.content.backup_words import load_backup_words
from safeplan.content.calendar_words import load_calendar_words
from safeplan.content.case_words import load_case_words
from safeplan.content.desk_words import load_desk_words
from safeplan.content.draft_words import load_draft_words
from safeplan.content.file_words import load_file_words
from safeplan.content.friend_words import load_friend_words
from safeplan.content.guide import Guide, load_guide
from safeplan.content.guide_shape import load_section_shape, load_shape
from safeplan.content.handing_form import load_handing_form
from safeplan.content.handing_words import load_handing_words
from safeplan.content.kiosk_words import load_kiosk_words
from safeplan.content.order_words import load_order_words
from safeplan.content.policy_words import load_policy_words
from safeplan.content.pressure_words import load_pressure_words
from safeplan.content.record_guide import load_record_guide
from safeplan.content.record_words import load_record_words
from safeplan.content.regions import REGIONS, load_region
from safeplan.content.resources import read_resource
from safeplan.content.say import load_say
from safeplan.content.sections import Section, load_section
from safeplan.content.signs import load_signs
from safeplan.content.still import load_still
from safeplan.content.techcheck import load_tech_check
from safeplan.content.trace_words import load_trace_words
from safeplan.content.weigh import load_weighing
from safeplan.content.welcome import load_welcome
from safeplan.errors import ContentBroken
from safeplan.handover.forms_words import load_form_words

# One shape and one words file a language, read by one loader.
BY_FOLDER = {
    "signs": load_signs,
    "techcheck": load_tech_check,
    "say": load_say,
    "weigh": load_weighing,
    "record": load_record_guide,
    "orders": load_order_words,
    "proof": load_record_words,
    "files": load_file_words,
    "pressure": load_pressure_words,
    "cases": load_case_words,
    "still": load_still,
    "calendar": load_calendar_words,
    "forms": load_form_words,
    "handing_form": load_handing_form,
    "backup": load_backup_words,
    "drafts": load_draft_words,
    "handing": load_handing_words,
    "policy": load_policy_words,
    "kiosk": load_kiosk_words,
    "desk": load_desk_words,
    "friend": load_friend_words,
    "traces": load_trace_words,
}
_CACHES = (load_shape, load_section_shape, load_section, load_guide, load_welcome, load_region, *BY_FOLDER.values())


@contextmanager
def holding(file: str, content: bytes) -> Iterator[None]:
    """While this lasts, `file` holds `content`; nothing read before or during it is remembered."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "read_resource", lambda name: content if name == file else read_resource(name))
        forget()
        try:
            yield
        finally:
            forget()


def forget() -> None:
    """Empties every cache of the loaders."""
    for one in _CACHES:
        one.cache_clear()


def load_main(file: str, content: bytes, language: str) -> Guide:
    """The guide and the first page with a main file replaced."""
    with holding(file, content):
        load_welcome(language)
        return load_guide(language)


def load_one(file: str, content: bytes, language: str) -> Section:
    """The section that a file below guide/sections/ belongs to, with that file replaced."""
    with holding(file, content):
        return load_section(file.split("/")[2], language)


def load_around(file: str, content: bytes) -> None:
    """Everything that reads `file`, with that file replaced."""
    name = file.rpartition("/")[2].removesuffix(".toml")
    language = name if name in tables.LANGUAGES else "kk"
    with holding(file, content):
        if file.startswith("regions/"):
            region = file.split("/")[1]
            # What is shared between the packs is read with any of them.
            load_region(region if region in REGIONS else REGIONS[0], language)
        elif file.split("/")[0] in BY_FOLDER:
            BY_FOLDER[file.split("/")[0]](language)
        elif file.startswith(guide_shape.FOLDER):
            load_section(file.split("/")[2], language)
        else:
            load_welcome(language)
            load_guide(language)


def fault_of(file: str, content: bytes) -> dict[str, int | str] | None:
    """What ContentBroken says about it; None when it loads. Any other error is a failed test."""
    try:
        load_around(file, content)
    except ContentBroken as broken:
        return broken.facts
    return None
