"""The names of measures and units in the language in use.

May touch: the translator. Must never be asked at import: the language is chosen later and can change.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def measure_names() -> dict[str, str]:
    """The name of every measure."""
    say = QCoreApplication.translate
    return {
        "length": say("Converter", "Length"),
        "mass": say("Converter", "Mass"),
        "temperature": say("Converter", "Temperature"),
        "volume": say("Converter", "Volume"),
        "area": say("Converter", "Area"),
        "speed": say("Converter", "Speed"),
        "time": say("Converter", "Time"),
        "data": say("Converter", "Data size"),
    }


def unit_names() -> dict[str, str]:
    """The name of every unit, with its sign where it has one."""
    say = QCoreApplication.translate
    return {
        "metre": say("Converter", "Metre, m"),
        "kilometre": say("Converter", "Kilometre, km"),
        "centimetre": say("Converter", "Centimetre, cm"),
        "millimetre": say("Converter", "Millimetre, mm"),
        "inch": say("Converter", "Inch"),
        "foot": say("Converter", "Foot"),
        "yard": say("Converter", "Yard"),
        "mile": say("Converter", "Mile"),
        "nautical_mile": say("Converter", "Nautical mile"),
        "kilogram": say("Converter", "Kilogram, kg"),
        "gram": say("Converter", "Gram, g"),
        "milligram": say("Converter", "Milligram, mg"),
        "tonne": say("Converter", "Tonne, t"),
        "centner": say("Converter", "Centner, 100 kg"),
        "pound": say("Converter", "Pound"),
        "ounce": say("Converter", "Ounce"),
        "stone": say("Converter", "Stone"),
        "carat": say("Converter", "Carat"),
        "celsius": say("Converter", "Celsius, °C"),
        "fahrenheit": say("Converter", "Fahrenheit, °F"),
        "kelvin": say("Converter", "Kelvin, K"),
        "litre": say("Converter", "Litre, l"),
        "millilitre": say("Converter", "Millilitre, ml"),
        "cubic_metre": say("Converter", "Cubic metre, m³"),
        "cubic_centimetre": say("Converter", "Cubic centimetre, cm³"),
        "glass": say("Converter", "Glass, 250 ml"),
        "tablespoon": say("Converter", "Tablespoon, 15 ml"),
        "teaspoon": say("Converter", "Teaspoon, 5 ml"),
        "us_cup": say("Converter", "US cup"),
        "us_gallon": say("Converter", "US gallon"),
        "uk_pint": say("Converter", "UK pint"),
        "uk_gallon": say("Converter", "UK gallon"),
        "square_metre": say("Converter", "Square metre, m²"),
        "square_kilometre": say("Converter", "Square kilometre, km²"),
        "square_centimetre": say("Converter", "Square centimetre, cm²"),
        "hectare": say("Converter", "Hectare, ha"),
        "are": say("Converter", "Are, 100 m²"),
        "square_foot": say("Converter", "Square foot"),
        "acre": say("Converter", "Acre"),
        "square_mile": say("Converter", "Square mile"),
        "kilometre_hour": say("Converter", "Kilometre per hour, km/h"),
        "metre_second": say("Converter", "Metre per second, m/s"),
        "mile_hour": say("Converter", "Mile per hour"),
        "knot": say("Converter", "Knot"),
        "foot_second": say("Converter", "Foot per second"),
        "second": say("Converter", "Second"),
        "millisecond": say("Converter", "Millisecond"),
        "minute": say("Converter", "Minute"),
        "hour": say("Converter", "Hour"),
        "day": say("Converter", "Day"),
        "week": say("Converter", "Week"),
        "year": say("Converter", "Year, 365 days"),
        "byte": say("Converter", "Byte"),
        "kilobyte": say("Converter", "Kilobyte, KB"),
        "megabyte": say("Converter", "Megabyte, MB"),
        "gigabyte": say("Converter", "Gigabyte, GB"),
        "terabyte": say("Converter", "Terabyte, TB"),
        "kibibyte": say("Converter", "Kibibyte, KiB"),
        "mebibyte": say("Converter", "Mebibyte, MiB"),
        "gibibyte": say("Converter", "Gibibyte, GiB"),
        "bit": say("Converter", "Bit"),
        "megabit": say("Converter", "Megabit"),
    }
