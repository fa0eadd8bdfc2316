"""How places, numbers and helpers are written in English, Russian and Kazakh, whoever they belong to.

May touch: nothing. Must never take a whole sentence for a place: what is marked is what would have to be left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Pattern:
    """One way of writing. `why`: an id of identifying.WHYS; `ask`: it may be evidence, so nothing is taken out by
    itself."""

    why: str
    shape: re.Pattern[str]
    ask: bool = False


# A number with what follows it: "12", "12а", "5/1", "№ 12".
_NUMBER = r"(?:№\s*|#\s*|[Nn]o\.?\s*|номер\w*\s+|number\s+)?\d{1,4}(?:/\d{1,4})?(?:-?[a-zа-яәі](?!\w))?"
_ORDINAL = r"\d{1,4}(?:[-–\s]?(?:й|я|е|го|му|м|ой|ую|ая|ші|шы|інші|ыншы|нші|ншы|th|st|nd|rd)(?!\w))?[-–\s]{0,2}"
_HOUSE = rf"(?:[\s,]{{1,3}}(?:(?:д|дом|үй|уй|house)(?!\w)\.?\s*)?{_NUMBER}(?:[-\s]үй\w{{0,5}})?)?"
_FLAT = rf"(?:[\s,]{{1,3}}(?:кв|квартир\w*|пәтер\w*|flat|apt|apartment)(?!\w)\.?\s*{_NUMBER})?"
_CAPITAL = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w\-]{1,40}"


def _any(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


PATTERNS = (
    # ── Streets, houses, flats ──
    Pattern(
        "address",
        re.compile(
            r"(?<!\w)(?:[Уу]л(?:иц\w{1,3})?|УЛ(?:ИЦ\w{1,3})?|[Пп]росп(?:ект\w{0,2})?|[Пп]р-т|[Пп]р\.|[Пп]ереул\w{2,4}|[Мм]крн?"
            rf"|[Мм]икрорайон\w{{0,2}}|[Бб]ульвар\w{{0,2}}|[Шш]оссе)(?!\w)\.?\s{{0,2}}[«\"]?{_CAPITAL}(?:\s{_CAPITAL})?"
            rf"[»\"]?{_HOUSE}{_FLAT}"
        ),
    ),
    Pattern(
        "address",
        _any(
            r"(?<!\w)(?:ул|улиц\w{1,3}|просп|проспект\w{0,2}|пр-т|мкрн?|микрорайон\w{0,2})(?!\w)\.?\s{0,2}"
            rf"[\w\-]{{1,40}}(?:\s[\w\-]{{1,40}})?[\s,]{{1,3}}(?:(?:д|дом)(?!\w)\.?\s*)?{_NUMBER}{_FLAT}"
        ),
    ),
    Pattern(
        "address",
        _any(
            rf"(?<!\w)(?:(?-i:{_CAPITAL})\s)?"
            r"[\w\-]{2,40}\s(?:көше|коше|даңғыл|дангыл|ықшам\s?аудан|шағын\s?аудан)(?:[сі]|[иы]|дағы)?\w{0,6}"
            rf"(?!\w){_HOUSE}{_FLAT}"
        ),
    ),
    Pattern(
        "address",
        re.compile(
            rf"(?<!\w)(?:\d{{1,4}}[a-z]?\s)?(?:{_CAPITAL}\s){{1,3}}"
            rf"(?:[Ss]treet|St\.|[Rr]oad|[Aa]venue|Ave\.|[Ll]ane|[Dd]rive|[Cc]rescent)(?!\w){_HOUSE}{_FLAT}"
        ),
    ),
    # Russian and Kazakh in Latin letters.
    Pattern(
        "address",
        _any(
            rf"(?<!\w)(?:ul\.|ulits\w{{1,2}}|mkr\.|prospekt\w?|prosp\.)\s{{0,2}}[\w\-]{{2,40}}(?!\w){_HOUSE}{_FLAT}"
        ),
    ),
    Pattern("address", _any(rf"(?<!\w)[\w\-]{{2,40}}\s(?:koshesi|k\u00f6shesi)\w{{0,4}}(?!\w){_HOUSE}{_FLAT}")),
    Pattern(
        "address",
        _any(rf"(?<!\w)(?:дом[еу]?|(?:у|около|возле|напротив|от|до)\sдома|д\.|house|үйі?)\s*{_NUMBER}(?!\w){_FLAT}"),
    ),
    Pattern("address", _any(r"(?<!\w)\d{1,4}[-–]\s?үй\w{0,5}(?!\w)")),
    Pattern(
        "address", _any(rf"(?<!\w)(?:кв\.|квартир[аеуы]|пәтер\w{{0,4}}|kv\.|flat|apartment|apt\.?)\s*{_NUMBER}(?!\w)")
    ),
    Pattern("address", _any(r"(?<!\w)\d{1,4}[-–]\s?(?:й\s)?(?:пәтер\w{0,5}|квартир\w{1,3})(?!\w)")),
    Pattern("address", re.compile(r"(?<![\w.])-?\d{1,2}\.\d{3,9}\s{0,2}[,;]\s{0,2}-?\d{1,3}\.\d{3,9}(?![\w.])")),
    # ── Rooms ──
    Pattern(
        "room",
        _any(rf"(?<!\w)(?:комнат[аеуы]|ком\.|каб\.|кабинет[еау]?|бөлме\w{{0,4}}|room|office|ward)\s*{_NUMBER}(?!\w)"),
    ),
    # "2 комнаты" is two rooms: one with a number has an ending, a hyphen or three digits.
    Pattern(
        "room",
        _any(
            r"(?<!\w)(?:\d{1,4}(?:[-–]\s?(?:й|я|ой|ую|ая|ші|шы|інші|ыншы)?|\s?(?:ші|шы|я|ой)(?!\w))|\d{3,4})\s{0,2}"
            r"(?:комнат\w{1,3}|бөлме\w{0,6})(?!\w)"
        ),
    ),
    # ── School, clinic, ways, work ──
    Pattern(
        "school",
        _any(
            r"(?<!\w)(?:школ\w{1,3}|школа-?\w{0,6}|гимнази\w{1,3}|лице\w{1,3}|детск\w{2,3}\sсад\w{0,3}|садик\w{0,3}"
            r"|ясл\w{1,3}|мектеп\w{0,6}|мектеб\w{1,6}|балабақша\w{0,5}|school|kindergarten|nursery)"
            rf"\s*[«\"]?{_NUMBER}(?!\w)"
        ),
    ),
    Pattern(
        "school",
        _any(
            rf"(?<!\w)(?:№\s*)?{_ORDINAL}(?:школ\w{{1,3}}|мектеп\w{{0,6}}|мектеб\w{{1,6}}|балабақша\w{{0,5}}"
            r"|гимнази\w{1,5}|лице\w{1,5}|садик\w{0,3})(?!\w)"
        ),
    ),
    Pattern(
        "clinic",
        _any(
            r"(?<!\w)(?:поликлиник\w{1,3}|больниц\w{1,3}|клиник\w{1,3}|емхана\w{0,5}|аурухана\w{0,5}|hospital|clinic)"
            rf"\s*{_NUMBER}(?!\w)"
        ),
    ),
    Pattern(
        "clinic",
        _any(
            rf"(?<!\w)(?:№\s*)?{_ORDINAL}(?:поликлиник\w{{1,3}}|больниц\w{{1,3}}|емхана\w{{0,5}}|аурухана\w{{0,5}})"
            r"(?!\w)"
        ),
    ),
    Pattern("route", _any(rf"(?<!\w)(?:автобус\w{{0,3}}|маршрут\w{{0,4}}|троллейбус\w?|bus)\s*{_NUMBER}(?!\w)")),
    Pattern("route", _any(rf"(?<!\w)(?:№\s*)?{_ORDINAL}(?:автобус\w{{0,4}}|маршрут\w{{0,4}})(?!\w)")),
    # ── Helpers ──
    Pattern(
        "helper",
        _any(
            r"(?<!\w)(?:кризисн\w{2,3}\sцентр\w{0,3}|шелтер\w{0,3}|приют\w{0,3}|центр\w{0,3}\sподдержки\sсемьи"
            r"|дағдарыс\sорталығ?\w{1,6}|отбасын\sқолдау\sорталығ?\w{1,6}|women's\s(?:shelter|refuge)|shelter"
            r"|crisis\scent(?:re|er)|family\ssupport\scent(?:re|er))(?!\w)(?:\s{0,2}[«\"“][^»\"”\n]{1,60}[»\"”])?"
        ),
    ),
    Pattern(
        "helper",
        re.compile(
            r"(?<!\w)(?:[Пп]сихолог\w{0,3}|[Кк]онсультант\w{0,3}|[Кк]еңесші\w{0,5}|[Cc]ounsell?ors?|[Tt]herapists?"
            rf"|[Pp]sychologists?)(?!\w)(?:\s{_CAPITAL}){{0,2}}"
        ),
    ),
    # ── Numbers ──
    Pattern("email", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w-])")),
    Pattern(
        "phone",
        re.compile(r"(?<![\w+])(?:\+\s?7|7|8)[\s\-–(]{0,2}\d{3}[\s\-–)]{0,2}\d{3}[\s\-–]?\d{2}[\s\-–]?\d{2}(?!\w)"),
    ),
    Pattern("phone", re.compile(r"(?<![\w+])\+\d{1,3}[\s\-–(]{0,2}\d{1,4}(?:[\s\-–)]{0,2}\d{2,4}){2,4}(?!\w)")),
    Pattern("phone", re.compile(r"(?<![\w+])(?:\(\d{3,5}\)\s?|\d{3}[\s\-–])\d{3}[\s\-–]\d{2}[\s\-–]\d{2}(?!\w)")),
    Pattern(
        "phone",
        _any(
            r"(?<!\w)(?:тел\.|телефон\w{0,3}:?|моб\.|тел:|ұялы|phone:?|tel\.?:?|нөмірі:?)\s{0,2}"
            r"\+?\d{1,4}(?:[\s\-–()]{0,2}\d{1,4}){1,5}(?!\w)"
        ),
    ),
    # A plate is often the other person's car.
    Pattern("car", re.compile(r"(?<!\w)\d{3}\s?[A-ZАВЕКМНОРСТУХ]{2,3}\s?\d{2}(?!\w)"), ask=True),
    Pattern("car", re.compile(r"(?<!\w)[A-ZАВЕКМНОРСТУХ]\s?\d{3}\s?[A-ZАВЕКМНОРСТУХ]{2,3}(?!\w)"), ask=True),
)
# Characters that are looked through at once, and more than the longest place can have.
WINDOW, OVER = 1 << 15, 400
_IIN = re.compile(r"(?<!\w)\d{12}(?!\w)")


def general_places(text: str, tick: Callable[[], None] = lambda: None) -> Iterator[tuple[int, int, str, bool]]:
    """(start, end, why, ask) of everything written like a place, a number or a helper; places may overlap.

    `tick` is called after some milliseconds of work each, and may raise.
    """
    for start, end in _windows(text):
        for pattern in PATTERNS:
            tick()
            for found in pattern.shape.finditer(text, start, end):
                yield found.start(), found.end(), pattern.why, pattern.ask
        for found in _IIN.finditer(text, start, end):
            if _begins_with_a_birthday(found[0]):
                yield found.start(), found.end(), "personal_number", False


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Where to look, one after the other: while one shape is looked for, nothing else in this process goes on.

    Each ends with a line or a word, and the next begins so far before that, that whatever goes over the end stands
    whole in one of the two.
    """
    at = 0
    while len(text) - at > WINDOW:
        end = text.find("\n", at + WINDOW, at + 2 * WINDOW)
        if end < 0:
            end = max(at + WINDOW, text.rfind(" ", at + WINDOW, at + WINDOW + OVER))
        yield max(0, at - OVER), end
        at = end
    yield max(0, at - OVER), len(text)


def _begins_with_a_birthday(digits: str) -> bool:
    """An individual number begins with year, month and day of birth; twelve other digits are no such number."""
    try:
        date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return False
    return digits[6] in "0123456"
