"""The names of measures and units in the language in use.

May touch: the translator. Must never be asked at import: the language is chosen later and can change.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def measure_names() -> dict[str, str]:
    """The name of every measure."""
    return {
        "length": QCoreApplication.translate("Converter", "Length"),
        "mass": QCoreApplication.translate("Converter", "Mass"),
        "temperature": QCoreApplication.translate("Converter", "Temperature"),
        "volume": QCoreApplication.translate("Converter", "Volume"),
        "area": QCoreApplication.translate("Converter", "Area"),
        "speed": QCoreApplication.translate("Converter", "Speed"),
        "time": QCoreApplication.translate("Converter", "Time"),
        "data": QCoreApplication.translate("Converter", "Data size"),
    }


def unit_names() -> dict[str, str]:
    """The name of every unit, with its sign where it has one."""
    return {
        "metre": QCoreApplication.translate("Converter", "Metre, m"),
        "kilometre": QCoreApplication.translate("Converter", "Kilometre, km"),
        "centimetre": QCoreApplication.translate("Converter", "Centimetre, cm"),
        "millimetre": QCoreApplication.translate("Converter", "Millimetre, mm"),
        "inch": QCoreApplication.translate("Converter", "Inch"),
        "foot": QCoreApplication.translate("Converter", "Foot"),
        "yard": QCoreApplication.translate("Converter", "Yard"),
        "mile": QCoreApplication.translate("Converter", "Mile"),
        "nautical_mile": QCoreApplication.translate("Converter", "Nautical mile"),
        "kilogram": QCoreApplication.translate("Converter", "Kilogram, kg"),
        "gram": QCoreApplication.translate("Converter", "Gram, g"),
        "milligram": QCoreApplication.translate("Converter", "Milligram, mg"),
        "tonne": QCoreApplication.translate("Converter", "Tonne, t"),
        "centner": QCoreApplication.translate("Converter", "Centner, 100 kg"),
        "pound": QCoreApplication.translate("Converter", "Pound"),
        "ounce": QCoreApplication.translate("Converter", "Ounce"),
        "stone": QCoreApplication.translate("Converter", "Stone"),
        "carat": QCoreApplication.translate("Converter", "Carat"),
        "celsius": QCoreApplication.translate("Converter", "Celsius, °C"),
        "fahrenheit": QCoreApplication.translate("Converter", "Fahrenheit, °F"),
        "kelvin": QCoreApplication.translate("Converter", "Kelvin, K"),
        "litre": QCoreApplication.translate("Converter", "Litre, l"),
        "millilitre": QCoreApplication.translate("Converter", "Millilitre, ml"),
        "cubic_metre": QCoreApplication.translate("Converter", "Cubic metre, m³"),
        "cubic_centimetre": QCoreApplication.translate("Converter", "Cubic centimetre, cm³"),
        "glass": QCoreApplication.translate("Converter", "Glass, 250 ml"),
        "tablespoon": QCoreApplication.translate("Converter", "Tablespoon, 15 ml"),
        "teaspoon": QCoreApplication.translate("Converter", "Teaspoon, 5 ml"),
        "us_cup": QCoreApplication.translate("Converter", "US cup"),
        "us_gallon": QCoreApplication.translate("Converter", "US gallon"),
        "uk_pint": QCoreApplication.translate("Converter", "UK pint"),
        "uk_gallon": QCoreApplication.translate("Converter", "UK gallon"),
        "square_metre": QCoreApplication.translate("Converter", "Square metre, m²"),
        "square_kilometre": QCoreApplication.translate("Converter", "Square kilometre, km²"),
        "square_centimetre": QCoreApplication.translate("Converter", "Square centimetre, cm²"),
        "hectare": QCoreApplication.translate("Converter", "Hectare, ha"),
        "are": QCoreApplication.translate("Converter", "Are, 100 m²"),
        "square_foot": QCoreApplication.translate("Converter", "Square foot"),
        "acre": QCoreApplication.translate("Converter", "Acre"),
        "square_mile": QCoreApplication.translate("Converter", "Square mile"),
        "kilometre_hour": QCoreApplication.translate("Converter", "Kilometre per hour, km/h"),
        "metre_second": QCoreApplication.translate("Converter", "Metre per second, m/s"),
        "mile_hour": QCoreApplication.translate("Converter", "Mile per hour"),
        "knot": QCoreApplication.translate("Converter", "Knot"),
        "foot_second": QCoreApplication.translate("Converter", "Foot per second"),
        "second": QCoreApplication.translate("Converter", "Second"),
        "millisecond": QCoreApplication.translate("Converter", "Millisecond"),
        "minute": QCoreApplication.translate("Converter", "Minute"),
        "hour": QCoreApplication.translate("Converter", "Hour"),
        "day": QCoreApplication.translate("Converter", "Day"),
        "week": QCoreApplication.translate("Converter", "Week"),
        "year": QCoreApplication.translate("Converter", "Year, 365 days"),
        "byte": QCoreApplication.translate("Converter", "Byte"),
        "kilobyte": QCoreApplication.translate("Converter", "Kilobyte, KB"),
        "megabyte": QCoreApplication.translate("Converter", "Megabyte, MB"),
        "gigabyte": QCoreApplication.translate("Converter", "Gigabyte, GB"),
        "terabyte": QCoreApplication.translate("Converter", "Terabyte, TB"),
        "kibibyte": QCoreApplication.translate("Converter", "Kibibyte, KiB"),
        "mebibyte": QCoreApplication.translate("Converter", "Mebibyte, MiB"),
        "gibibyte": QCoreApplication.translate("Converter", "Gibibyte, GiB"),
        "bit": QCoreApplication.translate("Converter", "Bit"),
        "megabit": QCoreApplication.translate("Converter", "Megabit"),
    }
