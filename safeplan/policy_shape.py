"""What an organisation may decide for a computer it lends out: every field, with its value where no policy is.

May touch: nothing. Must never hold anything of a person's: a policy is read by every account of the computer.
"""

# No "from __future__ import annotations" here: a named tuple would compile each of the texts anew at every start.
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

HOME_MODE, DESK_MODE, KIOSK_MODE = "home", "desk", "kiosk"
MODES = (HOME_MODE, DESK_MODE, KIOSK_MODE)
LANGUAGES = ("kk", "ru", "en")
PROGRAMS = ("calculator", "shopping", "converter")
EXPORTS = ("zip-aes256", "pdf-aes256", "paper")

Words = Mapping[str, str]
_NO_WORDS: Words = MappingProxyType({})
_NO_DAYS: Mapping[str, int] = MappingProxyType({})
_NO_NAMES: Mapping[str, Words] = MappingProxyType({})


# Named tuples, because the everyday program reads them at its start: two dataclasses of this size take a millisecond.
class HelpLine(NamedTuple):
    """One number on the start page. `words` says whose it is, in each language of the policy."""

    number: str
    words: Words


class FieldRules(NamedTuple):
    """How the parts of an entry and the questions at the desk are shown; see safeplan/policy_fields.py for ids.

    `names`: own words by id and language. `order`: these first, the others after them as they are.
    """

    hidden: tuple[str, ...] = ()
    names: Mapping[str, Words] = _NO_NAMES
    order: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


class Policy(NamedTuple):
    """One computer's rules; docs/policy.md explains each. Minutes, days, MiB. Change one with `_replace`."""

    mode: str = HOME_MODE
    organisation: str = ""
    # The first one is shown until another is chosen.
    languages: tuple[str, ...] = LANGUAGES
    programs: tuple[str, ...] = PROGRAMS
    # Kiosk: the sum that leads to the start page. It hangs on the wall there and is no secret.
    sum: str = "7*7*7*7"
    cover_minutes: int = 2
    end_minutes: int = 10
    full_screen: bool = False
    printing: bool = True
    clipboard: bool = True
    start_page: bool = False
    exports: tuple[str, ...] = EXPORTS
    only_removable: bool = False
    help_lines: tuple[HelpLine, ...] = ()
    # What this organisation must report and to whom, by language; never empty at a desk.
    must_report: Words = _NO_WORDS
    # 0: the program's own measure alone.
    least_words: int = 0
    least_kdf_mib: int = 0
    # 64 hex digits; "" takes the packs of every signer.
    pack_key: str = ""
    # Reserved: no version makes a second store, so nothing but false is taken.
    decoy: bool = False
    # 0: nothing is purged by itself.
    retention_days: int = 0
    # Days after which one part of an entry goes, by its id.
    retention_fields: Mapping[str, int] = _NO_DAYS
    fields: FieldRules = FieldRules()


HOME = Policy()


def said(words: Words, language: str) -> str:
    """The words in this language; in another one of the policy where they are missing; "" where there are none."""
    return words.get(language) or next(iter(words.values()), "")
