"""The words of the rooms: none promises, advises or blames, and the same is filled in in every language."""

from __future__ import annotations

import re

import pytest
from broken_content import fault_of
from content_words import said_in

from safeplan.content.resources import read_resource
from safeplan.content.reviews import words_files

NEVER = {
    # An order is paper, and no day is too late.
    "orders": {
        "en": r"expired|too late|missed|overdue|keeps? (you|them) (safe|away)|\bprotects\b|%",
        "ru": r"просроч|слишком поздно|опозда|пропущен|истёк|защитит|убережёт|%",
        "kk": r"кешіктіңіз|тым кеш|өткізіп ал|мерзімі өтіп кетті|қорғайды|пайыз|%",
    },
    "pressure": {
        "en": r"\bdo not sign|\brefuse|\bagree to\b|better (not )?to\b|\bmust\b",
        "ru": r"не подписывайте|откажитесь|соглашайтесь|лучше (не )?\b",
        "kk": r"қол қоймаңыз|бас тартыңыз|келісіңіз",
    },
    "cases": {
        "en": r"expired|too late|missed|overdue|failed to|%",
        "ru": r"просроч|слишком поздно|опозда|пропущен|истёк|упущ|%",
        "kk": r"кешіктіңіз|тым кеш|өткізіп ал|мерзімі өтіп кетті|пайыз|%",
    },
    # A day about which nothing is written is no quiet day, and a number is no score.
    "calendar": {
        "en": r"\bquiet|peaceful|\bcalm|rising|more often|less often|better|worse|score|%|because",
        "ru": r"спокойн|тих(ий|ая|ие)|мирн|растёт|всё чаще|реже|лучше|хуже|балл|%|потому что",
        "kk": r"тыныш|бейбіт|өсіп|жиілеп|жақсар|нашарла|ұпай|пайыз|%|өйткені",
    },
}
SLOTS = re.compile(r"\{\w+\}")


@pytest.mark.parametrize(("room", "language"), [(room, language) for room in NEVER for language in NEVER[room]])
def test_no_sentence_promises_advises_blames_or_judges(room: str, language: str) -> None:
    banned = re.compile(NEVER[room][language], re.IGNORECASE)
    assert not [one for one in said_in(f"{room}/{language}.toml").items() if banned.search(one[1])]


@pytest.mark.parametrize("file", [*words_files("ru"), *words_files("kk")])
def test_the_same_is_filled_in_in_every_language(file: str) -> None:
    mine, english = said_in(file), said_in(f"{file.rpartition('/')[0]}/en.toml")
    assert {one: set(SLOTS.findall(text)) for one, text in mine.items()} == {
        one: set(SLOTS.findall(text)) for one, text in english.items()
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        ("orders/shape.toml", '"called"', '"came"', "happened.came"),
        ("orders/shape.toml", '"in_force", ', "", "states.in_force"),
        ("orders/shape.toml", "missing =", "mising =", "mising"),
        ("orders/kk.toml", "not_started =", "not_strted =", "states.not_started"),
        ("orders/kk.toml", "left_few =", "left_fw =", "page"),
        ("orders/kk.toml", 'language = "kk"', 'language = "ru"', "language"),
        ("pressure/shape.toml", '"withdraw", ', "", "asked.withdraw"),
        ("pressure/shape.toml", '"shown"', '"no"', "paper.no"),
        ("pressure/shape.toml", "cards =", "crds =", "crds"),
        ("pressure/kk.toml", "come_back =", "come_bak =", "asked.come_back"),
        ("pressure/kk.toml", 'language = "kk"', 'language = "ru"', "language"),
        ("pressure/kk.toml", "calm =", "clm =", "page"),
        ("cases/shape.toml", 'id = "letter"', 'id = "answer"', "kinds.answer"),
        ("cases/shape.toml", '"appeal", ', '"appeal", "appeal", ', "refused.appeal"),
        ("cases/shape.toml", 'front = ["number"]', 'frnt = ["number"]', "kinds"),
        ("cases/ru.toml", "expert_works =", "expert_wrks =", "stands_still.expert_works"),
        ("cases/ru.toml", "order_ends =", "order_nds =", "today"),
        ("cases/kk.toml", "[kinds.letter]", "[kinds.lettr]", "kinds.letter"),
        ("cases/kk.toml", 'language = "kk"', 'language = "ru"', "language"),
        ("calendar/shape.toml", '"around", ', "", "sides.around"),
        ("calendar/kk.toml", "hearing =", "hearng =", "dates.hearing"),
        ("calendar/ru.toml", "month_sum =", "mnth_sum =", "page"),
    ],
)
def test_a_fault_in_a_file_is_named_with_its_place(file: str, old: str, new: str, where: str) -> None:
    content = read_resource(file)
    assert old.encode() in content
    found = fault_of(file, content.replace(old.encode(), new.encode(), 1))
    assert found is not None
    assert str(found["where"]).startswith(where)
