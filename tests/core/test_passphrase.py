"""Passphrases: one phrase on any keyboard, drawn phrases, and an honest judgement of her own.

May touch: the word lists. Must never let an easy phrase pass because it is not English.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan.content.words import LANGUAGES, word_list
from safeplan.vault.passphrase import candidates, estimate, generate, normalise
from safeplan.vault.spelling import MOST_CANDIDATES, fold, retype

any_text = st.text(max_size=80)
phrase_words = st.sampled_from(LANGUAGES).flatmap(
    lambda language: st.lists(st.sampled_from(word_list(language)), min_size=4, max_size=4, unique=True)
)


def opens(kept: str, typed: str) -> bool:
    return bytes(normalise(kept)) in [bytes(form) for form in candidates(typed)]


# ── One phrase, many ways to type it ────────────────────────────────────────────────────────────────────────────
@given(any_text)
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    once = normalise(text)
    assert normalise(once.decode("utf-8")) == once


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("Синий чайник", "  синий   ЧАЙНИК "),
        ("ёлка и мёд", "елка и мед"),
        ("Қазан мен алма", "казан мен алма"),
        ("көк аспан әдемі", "кок аспан адеми"),
        ("ұзын жол үй һәм", "узын жол уй хам"),
        ("cafe\u0301 noir", "café noir"),
        ("soft\u00adhyphen", "softhyphen"),
        ("１２ ｆｕｌｌ", "12 full"),
    ],
)
def test_spelling_differences_that_nobody_sees_open(kept: str, typed: str) -> None:
    assert opens(kept, typed)
    assert opens(typed, kept)


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("привет", "ghbdtn"),
        ("limestone seal", "дшьуыещту ыуфд"),
        ("қазан", "0fpfy"),
        ("тәңір", retype("тәңір", "kk", "en")),
        ("қазан", "0азан"),
        ("дом 2024", "дом әқәң"),
        ("жүйе", ";8qt"),
    ],
)
def test_the_right_keys_on_the_wrong_layout_open(kept: str, typed: str) -> None:
    assert opens(kept, typed)


@given(phrase_words, st.sampled_from(("en", "ru", "kk")))
def test_a_drawn_phrase_typed_on_a_forgotten_layout_opens(words: list[str], active: str) -> None:
    phrase = " ".join(words)
    home = "en" if phrase.isascii() else "kk" if set(phrase) & set("әіңғүұқөһ") else "ru"
    assert opens(phrase, retype(phrase, home, active))
    assert opens(phrase.upper(), phrase)


@given(any_text)
def test_there_are_few_candidates_all_different_and_the_typed_one_first(text: str) -> None:
    forms = [bytes(form) for form in candidates(text)]
    assert len(forms) <= MOST_CANDIDATES
    assert len(set(forms)) == len(forms)
    assert not forms or not normalise(text) or forms[0] == bytes(normalise(text))


def test_a_caller_may_overwrite_each_candidate_at_once() -> None:
    kept = []
    for form in candidates("ghbdtn"):
        kept.append(bytes(form))
        form[:] = bytes(len(form))
    assert kept == [b"ghbdtn", "привет".encode()]


def test_a_different_phrase_does_not_open() -> None:
    assert not opens("синий чайник", "синий чайка")
    assert not opens("limestone", "лиместоне")


def test_half_a_character_makes_nothing_fail() -> None:
    assert normalise("a\ud800b") == bytearray(b"a?b")


# ── Drawn phrases ───────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drawn_phrase_has_words_of_the_list_and_is_not_drawn_twice(language: str) -> None:
    phrases = {generate(language) for _ in range(200)}
    assert len(phrases) == 200
    assert all(len(p.split(" ")) == 4 and set(p.split(" ")) <= set(word_list(language)) for p in phrases)
    assert len(generate(language, words=6).split(" ")) == 6


def test_three_words_are_refused() -> None:
    with pytest.raises(ValueError, match="fewer words"):
        generate("en", words=3)


@given(phrase_words)
def test_every_drawn_phrase_is_enough(words: list[str]) -> None:
    assert estimate(" ".join(words)).enough


# ── Her own phrases ─────────────────────────────────────────────────────────────────────────────────────────────
WEAK = """
пароль|пароль123|Наташа1990|қазақстан|Алматы2024|я люблю тебя|ghbdtn|gfhjkm123|parol12345|Natasha1990|nfnmzyf1985
мен сені сүйемін|men seni suyemin|мен сени суйемин|Қазақстан2024!|kazakhstan1991|qazaqstan2024|Астана01|rfpf[cnfy2024
12345678901234|880101300123|87011234567|+7 701 123 45 67|01.02.1990|01.02.1990 02.03.1992|31121999
йцукенгшщз|йцукен123456|qwertyuiop123|1q2w3e4r5t6y|zxcvbnm,./123|йцу123йцу123|әіңғүұқөһ|1й2ц3у4к5е6н
аааааааааааа|абабабабабаб|любимая любимая|НАТАША НАТАША|Аружан аружан|алматыалматы1
солнышко моё|доброе утро солнышко|любимый муж|мамапапа2010|спаси и сохрани|мама мыла раму|люблю мужа очень
Айгерім2005|aigerim.2005|нурсултан1990|Serikbay1980|Ерлан+Айгуль|Сергей 1985 Наташа|Нұрлан қара|Аружанчик2010
password2024|correct horse battery staple|iloveyou forever|ilovemymom2020|p@ssw0rd1234|p@r0l12345|зфыыцщкв123
z k.,k. nt,z|ьфьфзфзф|bismillah786|бисмиллях786|каспийбанк2023|непредсказуемость|жаным менің|әкем мен анам|
""".replace("\n", "|").split("|")


@pytest.mark.row("K-05")
@pytest.mark.parametrize("phrase", [p for p in WEAK if p])
def test_what_guessers_try_first_is_never_enough(phrase: str) -> None:
    for form in (phrase, phrase.upper(), phrase + "!", " " + phrase):
        strength = estimate(form)
        assert not strength.enough, (form, strength)
        assert strength.reason != "enough"


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("ж7", "short"),
        ("пароль", "common"),
        ("Наташа Сергей", "name"),
        ("01.02.1990", "date"),
        ("йцукенгшщзхъ", "keyboard"),
        ("qwertyuiop[]", "keyboard"),
        ("бубубубубубу", "repeated"),
        ("V9k#2mQx", "short"),
    ],
)
def test_the_reason_says_what_to_change(phrase: str, reason: str) -> None:
    assert estimate(phrase).reason == reason


@pytest.mark.parametrize(
    "phrase",
    [
        "синий чайник ржавый трамвай",
        "V9k#2mQx!7Lp",
        "четыре выдры катят арбуз",
        "жеті қоян төбеде шай ішті",
        "purple otters juggle warm clocks",
    ],
)
def test_a_good_phrase_of_her_own_is_enough(phrase: str) -> None:
    assert estimate(phrase).enough


@given(
    words=st.sampled_from(LANGUAGES).flatmap(
        lambda language: st.lists(st.sampled_from(word_list(language)), min_size=4, max_size=10, unique=True)
    ),
    asked=st.integers(4, 10),
)
def test_drawn_words_are_enough_where_so_many_are_asked_for_and_fewer_never(words: list[str], asked: int) -> None:
    judged = estimate(" ".join(words), least_words=asked)
    assert judged.enough == (len(words) >= asked)
    assert judged.reason == ("enough" if judged.enough else "few_words")


@pytest.mark.parametrize(
    ("phrase", "asked", "reason"),
    [
        ("the kettle sings on rainy mondays", 6, "enough"),
        ("the kettle sings on rainy mondays", 7, "few_words"),
        # The same word again is no further word.
        ("kettle sings rainy mondays kettle kettle", 6, "few_words"),
        ("xK9vRt2mPq7wLz4n", 4, "few_words"),
        # Enough for the program's own measure, and not as hard as ten words.
        ("a b c d e f g h kettle mondays", 10, "common"),
    ],
)
def test_where_more_words_are_asked_for_her_own_are_measured_by_that(phrase: str, asked: int, reason: str) -> None:
    assert estimate(phrase).enough
    assert estimate(phrase, least_words=asked).reason == reason


def test_words_from_her_own_records_count_for_nothing() -> None:
    phrase = "Дильназик Рыжикова 2011"
    assert estimate(phrase).enough
    for own in (["Дильназик", "Рыжикова", "12.03.2011"], ["Dilnazik Ryzhikova"]):
        strength = estimate(phrase, own)
        assert (strength.enough, strength.reason) == (False, "personal")


@given(any_text, any_text)
def test_any_text_gets_a_judgement(text: str, own: str) -> None:
    strength = estimate(text, [own])
    assert strength.guesses_log10 >= 0
    assert strength.enough == (strength.reason == "enough")
    assert not (strength.enough and len(fold(text)) < 12)


@pytest.mark.parametrize(
    "text", ["a1B2" * 60, "x y" * 90, "ы" * 5000, "1" * 10_000, "қ1х" * 100, "длинная фраза о погоде " * 4]
)
def test_judging_is_quick_enough_for_every_keystroke(text: str) -> None:
    estimate("warm")
    best = 9.0
    for _ in range(3):
        begin = time.thread_time()
        estimate(text, ["Аружан", "12.03.1990"] * 20)
        best = min(best, time.thread_time() - begin)
    # Against quadratic time only: the figure itself is measured, not asserted.
    assert best <= 0.5
