"""Units of measure and exact conversion between them.

May touch: nothing outside its arguments; no Qt. Must never round: a value goes from unit to unit as a fraction.
Sizes: SI brochure, 9th edition; yard and pound agreement of 1959; US and UK measures are named as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

_INCH = Fraction("0.0254")
_POUND = Fraction("0.45359237")
_BYTE = 8
_COLDEST = Fraction("-273.15")


@dataclass(frozen=True)
class Unit:
    """A value in this unit times `size` plus `zero` is the value in the first unit of its measure."""

    id: str
    size: Fraction
    zero: Fraction = Fraction(0)


def _units(**sizes: Fraction | int | str) -> tuple[Unit, ...]:
    return tuple(Unit(name, Fraction(size)) for name, size in sizes.items())


# In the order shown.
MEASURES: Mapping[str, tuple[Unit, ...]] = {
    "length": _units(
        metre=1, kilometre=1000, centimetre="0.01", millimetre="0.001", inch=_INCH, foot=12 * _INCH, yard=36 * _INCH,
        mile=63360 * _INCH, nautical_mile=1852,
    ),
    "mass": _units(
        kilogram=1, gram="0.001", milligram="0.000001", tonne=1000, centner=100, pound=_POUND, ounce=_POUND / 16,
        stone=14 * _POUND, carat="0.0002",
    ),
    "temperature": (
        Unit("celsius", Fraction(1)),
        Unit("fahrenheit", Fraction(5, 9), Fraction(-160, 9)),
        Unit("kelvin", Fraction(1), _COLDEST),
    ),
    "volume": _units(
        litre=1, millilitre="0.001", cubic_metre=1000, cubic_centimetre="0.001", glass="0.25", tablespoon="0.015",
        teaspoon="0.005", us_cup="0.2365882365", us_gallon="3.785411784", uk_pint="0.56826125", uk_gallon="4.54609",
    ),
    "area": _units(
        square_metre=1, square_kilometre=1_000_000, square_centimetre="0.0001", hectare=10_000, are=100,
        square_foot=144 * _INCH**2, acre="4046.8564224", square_mile=(63360 * _INCH) ** 2,
    ),
    "speed": _units(
        kilometre_hour=1, metre_second="3.6", mile_hour="1.609344", knot="1.852", foot_second=12 * _INCH * 18 / 5,
    ),
    "time": _units(
        second=1, millisecond="0.001", minute=60, hour=3600, day=86_400, week=604_800, year=365 * 86_400,
    ),
    "data": _units(
        byte=_BYTE, kilobyte=_BYTE * 1000, megabyte=_BYTE * 1000**2, gigabyte=_BYTE * 1000**3,
        terabyte=_BYTE * 1000**4, kibibyte=_BYTE * 1024, mebibyte=_BYTE * 1024**2, gibibyte=_BYTE * 1024**3, bit=1,
        megabit=1_000_000,
    ),
}  # fmt: skip

# What each measure shows first: from, to.
FIRST_PAIR: Mapping[str, tuple[str, str]] = {
    "length": ("centimetre", "inch"),
    "mass": ("kilogram", "pound"),
    "temperature": ("celsius", "fahrenheit"),
    "volume": ("glass", "millilitre"),
    "area": ("are", "square_metre"),
    "speed": ("kilometre_hour", "metre_second"),
    "time": ("hour", "minute"),
    "data": ("gigabyte", "megabyte"),
}


def unit(measure: str, id: str) -> Unit:
    """The unit `id` of `measure`; KeyError where there is none."""
    for one in MEASURES[measure]:
        if one.id == id:
            return one
    raise KeyError(id)


def convert(value: Fraction, source: Unit, target: Unit) -> Fraction:
    """`value` in `source`, counted in `target`; both of one measure."""
    return (value * source.size + source.zero - target.zero) / target.size


def possible(value: Fraction, measure: str, source: Unit) -> bool:
    """False for what does not exist: less than nothing of anything, or colder than cold can be."""
    if measure == "temperature":
        return value * source.size + source.zero >= _COLDEST
    return value >= 0
