"""The sentences to say for one country, filled with what she typed or chose; what is missing stays a blank line.

May touch: nothing. Must never say what she did not choose or fill in, and must never let what she typed change the
sentence around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

import msgspec

from safeplan.content.facts import Fact, Region
from safeplan.content.say import FROM_PACK, SLOT, Answer, SayThis, Sentence, Talk

BLANK = "____"
COVER = "•••"
# Longer than this nobody reads aloud in one breath.
LONGEST_VALUE = 160

_RIGHT_TO_LEFT = ("R", "AL", "AN")
_CUT = "…"
# A gap with the full stop behind it.
_GAP = re.compile(SLOT.pattern + r"(\.?)")


def talks_for(say: SayThis, region: Region) -> tuple[Talk, ...]:
    """The talks with everything left out that rests on a fact this country's pack does not have."""
    known = {fact.id for fact in region.facts}

    def kept(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        return tuple(one for one in sentences if not one.card or one.card in known)

    return tuple(
        msgspec.structs.replace(
            talk,
            sentences=kept(talk.sentences),
            answers=tuple(
                Answer(answer.id, answer.text, then) for answer in talk.answers if (then := kept(answer.then))
            ),
            notes=kept(talk.notes),
            cards=tuple(one for one in talk.cards if one in known),
        )
        for talk in say.talks
        if not talk.needs or talk.needs in known
    )


def spoken(
    sentences: Iterable[Sentence],
    untrusted_values: Mapping[str, str],
    region: Region,
    *,
    also: Collection[str] = (),
    covered: bool = False,
    name_law: bool = True,
) -> tuple[tuple[Sentence, str], ...]:
    """Each sentence that is said now, with its words. `covered`: what she filled in is shown as dots.

    `region` is the pack in the language of the sentences: it fills the names of laws and the number to call. Where
    the pack has no words in that language, `name_law=False` leaves the names of laws out.
    """
    facts = {fact.id: fact for fact in region.facts}
    own = {slot: safe_words(text) for slot, text in untrusted_values.items() if slot not in FROM_PACK}
    made = []
    for one in sentences:
        if one.also and one.also not in also:
            continue
        values = {slot: COVER if covered and text else text for slot, text in own.items()}
        values |= {"source": _source(facts.get(one.card)) if name_law else "", "number": _emergency(region)}
        words = _filled(one, values)
        if words:
            made.append((one, words))
    return tuple(made)


def _filled(one: Sentence, values: Mapping[str, str]) -> str:
    if one.slots and not any(values.get(slot) for slot in one.slots):
        if one.without or one.filled_only:
            return one.without
        if set(one.slots) <= set(FROM_PACK):
            return ""

    def value(found: re.Match[str]) -> str:
        text = values.get(found[1]) or BLANK
        # What she wrote may bring its own full stop or an ellipsis: one is enough.
        return text if found[2] and text[-1] in ".!?…" else text + found[2]

    return _GAP.sub(value, one.text)


def _source(fact: Fact | None) -> str:
    """The law with its article as the pack names it; "" where the source is no law."""
    return fact.source_title if fact is not None and fact.articles else ""


def _emergency(region: Region) -> str:
    return next((line.value for line in region.lines if line.emergency), "")


# ── Words from outside ──────────────────────────────────────────────────────────────────────────────────────────
def safe_words(untrusted_text: str, most: int = LONGEST_VALUE) -> str:
    """One line of at most `most` signs that cannot turn the sentence around it; cut at a word, with an ellipsis.

    Controls and direction marks are dropped, white space becomes one space. Words written from right to left are
    closed in, so that the sentence around them keeps its order.
    """
    # Enough for the cut however many signs are dropped; a long entry is not walked through to its end.
    text = untrusted_text[: most * 20].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    seen = "".join(" " if one.isspace() else one for one in text if one.isspace() or _visible(one))
    line = " ".join(seen.split())
    line = _shortened(line, most, more=len(untrusted_text) > most * 20)
    if any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in line):
        return f"\N{FIRST STRONG ISOLATE}{line}\N{POP DIRECTIONAL ISOLATE}"
    return line


def _visible(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cs", "Cn")


def _shortened(line: str, most: int, *, more: bool) -> str:
    if len(line) <= most and not more:
        return line
    room = line[: most - 1]
    whole = room.rpartition(" ")[0] if line[most - 1 : most] != " " else room
    cut = whole or room
    # A letter without the marks that belong to it would be another letter.
    if len(cut) < len(line) and unicodedata.combining(line[len(cut)]):
        while cut and unicodedata.combining(cut[-1]):
            cut = cut[:-1]
        cut = cut[:-1]
    return cut.rstrip(" ,;:.-–—") + _CUT
