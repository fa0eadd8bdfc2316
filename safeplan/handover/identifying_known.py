"""Gathers the words of hers that show where she is and who helps, so that they can be looked for in what leaves.

May touch: people, own numbers and answers of the plan, to read them. Must never hand a word on to what is written:
only the search and the pages use it, and no writer of a bundle may import it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeplan.handover.identifying import Known
from safeplan.handover.identifying_patterns import general_places
from safeplan.records import own_numbers, people, plan
from safeplan.records.people import Person
from safeplan.records.word_forms import WORD, folded
from safeplan.vault.database import Database

HELPING_ROLES = frozenset({"trusted", "service"})
# Questions of the plan whose answers hold a place, a way or a person of now, and what they show.
ANSWERS = {
    "leaving_first": "address",
    "leaving_travel": "route",
    "leaving_two_days": "helper",
    "address_people": "helper",
    "address_offices": "address",
    "address_orders": "address",
    "bag_keeper": "helper",
    "children_collect": "school",
    "children_trust": "helper",
    "dormitory_room_number": "room",
    "door_room": "room",
    "money_helper": "helper",
    "pets_keeper": "helper",
    "pressure_beside": "helper",
    "signals_who": "helper",
    "signals_ordinary": "code_word",
    "start_better_place": "address",
    "strength_person": "helper",
    "strength_professional": "helper",
    "technology_helper": "helper",
    "technology_safe_device": "device",
    "ways_company": "helper",
    "ways_open": "route",
    "ways_same_hours": "route",
    "work_hours": "work",
    "work_know": "helper",
    "work_way": "route",
    # The page for a bad moment.
    "people": "helper",
    "places": "address",
    "ways_out": "route",
    "code_word": "code_word",
    "bag": "helper",
}
LONGEST_NAME = 3
_SEGMENT = re.compile(r"[^,;.:!?()\n–—]+")
_CAPITAL = re.compile(r"(?<=[\w,] )[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w\-]{2,40}")
# Alone they show nothing, and leaving them out would tear any sentence apart.
_COMMON_WORDS = (
    "i me my she her he him his they them we our you it the a an and or of in on at to by for with from is was"
    " not no yes all one two first second nobody none only also when who where what if but than then there here"
    " mother mum mom father dad sister brother aunt uncle cousin friend neighbour neighbor colleague daughter son"
    " child children grandmother grandfather husband wife partner police doctor teacher lawyer school work home"
    " house flat room hospital clinic hotel shop pharmacy station bus taxi train car phone bag papers keys day"
    " night morning evening monday tuesday wednesday thursday friday saturday sunday knows calls town city village"
    " я мне меня мой моя мои моей моего она ее ей он его ему они их мы нас вы вас это и или в во на по к ко у из"
    " от с со за для до не нет да все всё один одна два первый кто где что когда если но там тут здесь только мама"
    " мать отец папа сестра сестре брат тетя дядя подруга друг соседка сосед коллега дочь сын ребенок дети бабушка"
    " дедушка муж жена полиция врач учитель юрист адвокат школа работа дом дома квартира комната больница"
    " поликлиника гостиница магазин аптека вокзал автобус такси поезд машина телефон сумка документы ключи день"
    " ночь утро вечер понедельник вторник среда четверг пятница суббота воскресенье знает звонит город село никто"
    " мен менің маған сен сіз ол оның оған біз олар бұл және немесе бір екі бар жоқ кім қайда қашан егер үшін ана"
    " анам апа апам әке әкем аға ағам іні сіңлі сіңлім құрбы құрбым дос досым көрші көршім әріптес қыз қызым ұл"
    " ұлым бала балалар әже әжем ата атам күйеуім дәрігер мұғалім заңгер мектеп жұмыс үй үйде пәтер бөлме аурухана"
    " емхана дүкен дәріхана көлік сөмке құжаттар кілт күн түн таң кеш қала ауыл дүйсенбі сейсенбі сәрсенбі"
    " бейсенбі жұма сенбі жексенбі ешкім біледі"
)
_COMMON = frozenset(folded(word) for word in _COMMON_WORDS.split())


def known_words(db: Database) -> tuple[Known, ...]:
    """All words to look for, each once."""
    found: list[Known] = []
    for person in people.list_people(db):
        if person.role in HELPING_ROLES:
            found += _helper(person)
        elif person.role == "child":
            found += said_in(person.school, "school")
            found += _numbers_of(person.contact, "phone")
    for number in own_numbers.list_numbers(db):
        found += [*_numbers_of(number.number, "helper"), *_names("", number.name)]
    for question, text in plan.answers(db).items():
        if question in ANSWERS:
            found += said_in(text, ANSWERS[question])
    return tuple(dict.fromkeys(found))


def her_devices(db: Database) -> tuple[str, ...]:
    """The names of devices that she wrote down as safe: a photo of one of them shows what she uses now."""
    words = said_in(plan.answer(db, "technology_safe_device"), "device")
    return tuple(dict.fromkeys(one.words for one in words))


def said_in(untrusted_text: str, why: str) -> Iterator[Known]:
    """The names, places and numbers in one answer. A long sentence gives only what is written like a name."""
    rest = untrusted_text
    for start, end, kind, _ask in general_places(untrusted_text):
        yield Known(why if kind in ("phone", "email") else kind, untrusted_text[start:end])
        rest = rest[:start] + ";" * (end - start) + rest[end:]
    for segment in _SEGMENT.findall(rest):
        words = segment.split()
        while words and is_common(words[0]):
            words.pop(0)
        while words and is_common(words[-1]):
            words.pop()
        if words and len(segment.split()) <= LONGEST_NAME:
            # A number alone is no place.
            if re.search(r"[^\W\d_]{3}", " ".join(words)):
                yield Known(why, " ".join(words))
        else:
            for name in _CAPITAL.findall(segment):
                if not is_common(name):
                    yield Known(why, name)


def is_common(untrusted_word: str) -> bool:
    """Whether a word shows nothing when it stands alone."""
    words = [folded(word[0]) for word in WORD.finditer(untrusted_word)]
    return all(word in _COMMON for word in words)


def _helper(person: Person) -> Iterator[Known]:
    yield Known("helper", "", person.id)
    yield from _names(person.name, person.nickname)
    for text in (person.contact, person.safe_contact, person.office):
        yield from _numbers_of(text, "helper")
    yield from said_in(person.office, "helper")
    if person.code_word.strip():
        yield Known("code_word", person.code_word)


def _names(name: str, other: str) -> Iterator[Known]:
    """Each word of a name may stand alone; a nickname is one thing, and only asked about when it is an everyday
    word."""
    for word in name.split():
        if len(word.strip(".")) >= LONGEST_NAME and not is_common(word):
            yield Known("helper", word)
    if other.strip():
        yield Known("helper", other, ask=is_common(other))


def _numbers_of(untrusted_text: str, why: str) -> Iterator[Known]:
    for start, end, kind, _ask in general_places(untrusted_text):
        yield Known(why if kind in ("phone", "email") else kind, untrusted_text[start:end])
    digits = "".join(letter for letter in untrusted_text if letter.isdigit())
    if len(digits) >= 6 and not re.search(r"[^\W\d_]{3}", untrusted_text):
        yield Known(why, untrusted_text)
