"""Words as the index keeps them: one spelling for the many ways of typing, and the stem that forms of a word share.

May touch: nothing. Must never need a language to be named: Kazakh, Russian and English stand mixed in one sentence.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

# Emoji are words too: what somebody wrote may be nothing else.
WORD = re.compile("[\\w\u0300-\u036f]+|[\u2600-\u27bf\U0001f300-\U0001faff]")

# A Russian keyboard has no Kazakh letters, and many leave out the dots and mistake the hard sign.
_ONE_SPELLING = tuple(zip("ёъіәғқңөұүһ\0", "еьиагкноуух ", strict=True))
# Latin letters that look like Cyrillic ones, in a word that is Cyrillic otherwise.
_LOOKALIKES = str.maketrans("aeopcxyikmthb", "аеорсхуикмтнв")
_MIXED = re.compile("[а-яё]")
_LATIN = re.compile("[a-z]")

_ONLY_KAZAKH = re.compile("[әғқңөұүһі]")
# Letters that words of Kazakh origin do without.
_ONLY_RUSSIAN = re.compile("[вфцчщъьэё]")
_VOWEL = re.compile("[аеиоуыэюя]")

SHORTEST_STEM = 2


def folded(text: str) -> str:
    """Lower case in one spelling: ё as е, ъ as ь, Kazakh letters as their neighbours on a Russian keyboard."""
    return in_one_spelling(cased(text))


def cased(text: str) -> str:
    """Lower case in one Unicode form, every letter still itself."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def words_in(text: str) -> Iterator[tuple[str, str]]:
    """Each word of the text as (lower case, one spelling), repeated as often as it stands there."""
    for match in WORD.finditer(cased(text)):
        word = match.group()
        yield word, one_spelling(word)


def in_one_spelling(lowered: str) -> str:
    """A lower-case text letter for letter in one spelling; words that mix two alphabets stay mixed."""
    # A dozen replacements are twenty times as fast as str.translate.
    for letter, instead in _ONE_SPELLING:
        lowered = lowered.replace(letter, instead)
    return lowered


def one_spelling(word: str) -> str:
    """The spelling under which a lower-case word is kept."""
    if _LATIN.search(word) and _MIXED.search(word):
        word = word.translate(_LOOKALIKES)
    return in_one_spelling(word)


@functools.lru_cache(maxsize=20_000)
def stems(word: str) -> tuple[str, ...]:
    """What the forms of a lower-case word have in common; two of them when it may be Russian or Kazakh, one
    more where a Russian vowel drops out: отец, отца."""
    plain = one_spelling(word)
    found: tuple[str, ...]
    if plain.isascii():
        return (_english(plain),)
    # полицияға: a Russian word in a Kazakh form.
    bare = _kazakh(plain)
    if _ONLY_KAZAKH.search(word):
        found = (bare, _russian(bare))
    elif _ONLY_RUSSIAN.search(word):
        found = (_russian(plain), _russian(bare))
    else:
        found = (_russian(plain), bare)
    if not _ONLY_KAZAKH.search(word) and (without := _without_vowel(found[0], plain)):
        found = (*found, without)
    return tuple(dict.fromkeys(found))


# ── English ─────────────────────────────────────────────────────────────────────────────────────────────────────────
def _english(word: str) -> str:
    if len(word) < 4:
        return word
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and not (ending == "s" and word.endswith("ss")) and len(word) - len(ending) >= 2:
            word = word[: -len(ending)] + instead
            break
    # hitting → hit, but telling keeps its two letters as tell does.
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    # threat, threaten
    word = word.removesuffix("en") if len(word) > 5 else word
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


# ── Russian ─────────────────────────────────────────────────────────────────────────────────────────────────────────
def _longest_first(text: str) -> tuple[str, ...]:
    return tuple(sorted(text.split(), key=len, reverse=True))


# Endings marked with + only come after а or я, which stay.
_GERUND = _longest_first("ив ивши ившись ыв ывши ывшись +в +вши +вшись")
_ADJECTIVE = _longest_first("ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею")
_PARTICIPLE = _longest_first("ивш ывш ующ +ем +нн +вш +ющ +щ")
_VERB = _longest_first(
    "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю"
    " +ла +на +ете +йте +ли +й +л +ем +н +ло +но +ет +ют +ны +ть +ешь +нно"
)
_NOUN = _longest_first(
    "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"
)


def _without(tail: str, endings: tuple[str, ...]) -> str | None:
    for ending in endings:
        bare = ending.lstrip("+")
        if tail.endswith(bare):
            rest = tail[: -len(bare)]
            if bare is ending or rest.endswith(("а", "я")):
                return rest
    return None


def _russian(word: str) -> str:
    first = _VOWEL.search(word)
    if first is None or len(word) < 4:
        return word
    # Endings are looked for behind the first vowel only.
    head, tail = word[: first.end()], word[first.end() :]
    cut = _without(tail, _GERUND)
    if cut is None:
        if tail.endswith(("ся", "сь")):
            tail = tail[:-2]
        cut = _without(tail, _ADJECTIVE)
        if cut is not None:
            # The ending of a participle stands in front of that of an adjective.
            participle = _without(cut, _PARTICIPLE)
            cut = cut if participle is None else participle
        else:
            cut = _without(tail, _VERB)
        if cut is None:
            cut = _without(tail, _NOUN)
    tail = tail if cut is None else cut
    tail = tail.removesuffix("и").removesuffix("ост").removesuffix("ость").removesuffix("ейш")
    tail = tail[:-1] if tail.endswith("нн") else tail.removesuffix("ь")
    # стучал, стучит
    stem = head + tail
    stem = stem[:-1] if len(stem) > 4 and tail.endswith(("а", "я")) else stem
    return stem if len(stem) >= SHORTEST_STEM else word


# A vowel that only some forms have: отец, участок, орёл, ветер, ушёл; with ь or ью behind it ремень, локоть, любовь.
_DROPS = re.compile("(?<=[бвгджзклмнпрстфхцчшщ])[ео](?=[кцлр]$)")
_DROPS_SOFT = re.compile("(?<=[бвгджзклмнпрстфхцчшщ])[ео](?=[нтв]$)")
# In words of one vowel the rule would join too many (кот, кто), so these are named.
_SHORT_DROPS = {
    "ден": "дн",
    "рот": "рт",
    "лоб": "лб",
    "сон": "сн",
    "лед": "льд",
    "пес": "пс",
    "лож": "лж",
    "шов": "шв",
    "шел": "шл",
}
_SHORT_WITHOUT = re.compile(f"({'|'.join(_SHORT_DROPS.values())})(?:[аеиуыюя]|[ое]м|[ая]м|[ая]ми|[ая]х|ов|ей)")
_SHORT_FULL = {without: full for full, without in _SHORT_DROPS.items()}
_TWO_CONSONANTS = re.compile("[бвгджзклмнпрстфхцчшщ]{2}$")


def _without_vowel(stem: str, plain: str) -> str:
    """The stem of those forms of the word that lack its last vowel; "" if it has none that drops out."""
    if stem in _SHORT_DROPS:
        return _SHORT_DROPS[stem]
    if short := _SHORT_WITHOUT.fullmatch(plain):
        return short.group(1)
    # пальца, without the sign that its other forms do not have
    if stem.endswith("льц"):
        return f"{stem[:-2]}ц"
    drops = _DROPS_SOFT if plain.endswith(("ь", "ью")) and stem[-1] in "нтв" else _DROPS
    vowel = drops.search(stem)
    if vowel is None or not _VOWEL.search(stem, 0, vowel.start()):
        return ""
    return stem[: vowel.start()] + stem[vowel.end() :]


def with_vowel(stem: str) -> tuple[str, ...]:
    """How forms of a word may begin that have a vowel where this stem has none."""
    if stem in _SHORT_FULL:
        return (_SHORT_FULL[stem],)
    if len(stem) < 3 or not _TWO_CONSONANTS.search(stem):
        return ()
    return tuple(f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in "ео")


# ── Kazakh ──────────────────────────────────────────────────────────────────────────────────────────────────────────
# House, month, water, dog, horse, meat: other stems of two letters would be Russian words cut to pieces.
_SHORT = frozenset({"уй", "ай", "су", "ит", "ат", "ет"})
# In one spelling: қ is к, і is и. What stands behind a stem is taken off piece by piece until nothing fits.
_KAZAKH = _longest_first(
    "лар лер дар дер тар тер"
    " нын нин дын дин тын тин га ге ка ке ны ни ды ди ты ти да де та те нда нде дан ден тан тен нан нен мен бен пен"
    " ында инде ынан инен ына ине ынын инин ым им ын ин сы си ымыз имиз мыз миз ыныз иниз ныз низ ы и м н"
    " мын мин бын бин пын пин сын син сыз сиз быз биз пыз пиз"
    " ган ген кан кен дым дим тым тим дык дик тык тик ады еди иди йды йди ып ип са се мак мек бак бек пак пек"
    " атын етин ма ме ба бе па пе у"
)


def _kazakh(word: str) -> str:
    again = True
    while again:
        again = False
        for ending in _KAZAKH:
            left = len(word) - len(ending)
            if (left > 2 or word[:left] in _SHORT) and word.endswith(ending) and _VOWEL.search(word[:left]):
                word, again = word[:left], True
                break
    # есік, есігі: the last letter softens before an ending.
    return word[:-1] + {"г": "к", "б": "п"}.get(word[-1], word[-1])
