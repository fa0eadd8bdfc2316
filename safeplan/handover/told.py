"""What a recording says of itself, tag by tag: whether it carries a place or words of its own, its day, its device.

May touch: names and values that others read. Must never take a tag that it does not know for one that says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

# What programs write beside sound without being asked. Everything else somebody may have typed.
_SILENT_WORDS = (
    "encoder encoder_options encoder_settings encoding_params encoding_application encoding_settings software tool"
    " vendor vendor_id version language duration length track tracknumber tracktotal disc compilation gapless bpm"
    " major_brand minor_version compatible_brands handler_name bps number_of_frames number_of_bytes cdec"
    " waveformatextensible_channel_mask channel_mask bit_rate sample_rate channels source_bit_depth"
    " approximate_duration_in_seconds nominal_bit_rate"
)
_SILENT = frozenset(_SILENT_WORDS.split())
_SILENT_STARTS = ("_statistics_", "replaygain_", "r128_", "itun")
_DAYS = re.compile(r"dates?|year|creation_?(?:date|time)|(?:date|time)_\w+|\w+_(?:date|time)|recorded")
_DEVICES = re.compile(r"(?:\w+_)?(?:make|model|manufacturer|device|originator|camera)")
_PLACES = re.compile(r"location|gps|latitude|longitude|iso6709|geo")
# Tags named like "com.apple.quicktime.title": the maker of a telephone or camera writes dozens, of which a few are
# typed. A program of anybody else's may keep what it likes under such a name.
_OF_A_MAKER = re.compile(
    r"com\.(?:apple|android|google|samsung|xiaomi|huawei|hihonor|honor|oppo|oplus|oneplus|vivo|realme|transsion|motorola"
    r"|sony|nokia|gopro|dji)\..*"
)
_TYPED_WORDS = (
    "title displayname comment description information keywords author artist album producer director publisher"
    " copyright credits genre performer user note caption subject name originalartist"
)
_TYPED = frozenset(_TYPED_WORDS.split())
_SAYS = re.compile(r"[^\W_]")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-:./ ]?(0[1-9]|1[0-2])[-:./ ]?(0[1-9]|[12]\d|3[01])")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_OF_A_CLOCK = re.compile(rf"({'|'.join(_MONTHS)}) +(\d\d?) [\d: ]*((?:19|20)\d\d)", re.IGNORECASE)
# What dates are made of: anything else under that name somebody typed.
_OF_DATES = re.compile(
    rf"\d|(?i:(?<![^\W\d_])(?:{'|'.join(_MONTHS)}|mon|tue|wed|thu|fri|sat|sun|utc|gmt|[apt]m?|z)(?![^\W\d_]))"
)
# Kept of all values together, to look for the names of her devices.
_MOST_TEXT = 65_536
# The farthest a day there is ahead of that of Greenwich.
_EASTERNMOST = timedelta(hours=14)


@dataclass
class Told:
    """Filled while a recording is read. `words`: a title, a comment, a picture, or what nobody here knows; `unread`:
    there is more that could not be read; `day`: the latest it names, ISO or ""; `said`: every value, for names of
    devices."""

    place: bool = False
    words: bool = False
    unread: bool = False
    day: str = ""
    said: list[str] = field(default_factory=list)
    _letters: int = 0

    def tag(self, untrusted_name: str, untrusted_value: str) -> None:
        """One tag. An empty one says nothing."""
        if _SAYS.search(untrusted_value):
            self._keep(untrusted_value)
            self._sort(untrusted_name, untrusted_value)

    def named(self, untrusted_name: str) -> None:
        """A tag of which the name alone was read."""
        self._sort(untrusted_name, "")

    def dated(self, untrusted_value: str) -> None:
        """It names a day in these words, if in any."""
        self.day = max(self.day, _day_in(untrusted_value))

    def counted(self, seconds: int, first: datetime) -> None:
        """It names a moment by seconds from a first one in Greenwich time. Where she was it may have been the next
        day: the later one counts, since a film too many is looked at and one too few leaves."""
        if 0 < seconds < 1 << 33:
            there = first + timedelta(seconds=seconds) + _EASTERNMOST
            # A camera whose clock was never set counts from the first moment.
            if there.year > first.year + 1:
                self.day = max(self.day, there.date().isoformat())

    def _sort(self, untrusted_name: str, untrusted_value: str) -> None:
        name = re.sub(r"[\s-]+", "_", untrusted_name.strip().lower())
        of_a_maker = bool(_OF_A_MAKER.fullmatch(name))
        last = name.rpartition(".")[2] if of_a_maker else name
        if _PLACES.search(name):
            self.place = True
        elif _DAYS.fullmatch(last):
            self.dated(untrusted_value)
            self.words = self.words or bool(_SAYS.search(_OF_DATES.sub("", untrusted_value)))
        elif not (
            last in _SILENT
            or last.startswith(_SILENT_STARTS)
            or _DEVICES.fullmatch(last)
            or (of_a_maker and last not in _TYPED)
        ):
            self.words = True

    def _keep(self, value: str) -> None:
        if self._letters < _MOST_TEXT:
            self.said.append(value)
            self._letters += len(value)


def _day_in(value: str) -> str:
    """The day in the many ways in which programs write one; "" for a year alone."""
    if found := _DAY.search(value):
        return "-".join(found.groups())
    if found := _OF_A_CLOCK.search(value):
        month = _MONTHS.index(found[1].capitalize()) + 1
        return f"{found[3]}-{month:02}-{int(found[2]):02}"
    return ""
