"""What the worker does for paper: offer the lines there are, make the PDF, write the one file she asked for.

May touch: the worker's session and the one folder she chose. Must never run in the interface thread, never put a line
on paper that the page did not hand over, and never write anything but that file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from safeplan.content.guide import Guide, load_guide, suggestion
from safeplan.handover.labels import load_labels
from safeplan.handover.paper_file import write_new
from safeplan.handover.paper_lines import LaidOut, PaperLine, initials, lay_out, split_number
from safeplan.handover.printable import PrintedPlan, PrintedSection, PrintedStep, compile_plan, compile_sheet
from safeplan.handover.telling import telling_words
from safeplan.handover.wallet_card import compile_card
from safeplan.records import loaded_packs, own_numbers, people, plan, signals
from safeplan.records.people import Person
from safeplan.records.plan import Step
from safeplan.vault.database import Database
from ui.background import Job, Session
from ui.widgets.said_dates import her_now

KINDS = ("plan", "acute", "card")
# Where the lines of the page for a bad moment go.
_PART_OF = {
    "people": "person",
    "places": "place",
    "ways_out": "way",
    "code_word": "word",
    "keys": "thing",
    "bag": "thing",
}
_CALLED = ("trusted", "official", "service")
_LONGEST_CONTACT = 22


@dataclass(frozen=True)
class Offered:
    """A line that could go on paper. `meaning`: what it is, in the language of the page; `first`: ticked at once
    when its part is; `note`: what to know about a number."""

    id: str
    line: PaperLine
    meaning: str
    first: bool = True
    note: str = ""


@dataclass(frozen=True)
class PaperView:
    """Everything that could stand on paper; `steps` counts the steps by state."""

    offered: tuple[Offered, ...] = ()
    steps: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class PaperChoice:
    """What she chose. `kind` is one of KINDS, `style` one of paper_lines.STYLES, `states` those of the steps."""

    kind: str
    language: str
    style: str
    title: str
    lines: tuple[PaperLine, ...]
    states: tuple[str, ...] = ()
    names: bool = False


@dataclass(frozen=True)
class MadePaper:
    """The PDF and what to say about it. `left_out` are places in `laid.rows`; `telling` words a finder would notice,
    looked for only under a heading that is not the usual one."""

    content: bytes
    laid: LaidOut
    left_out: tuple[int, ...] = ()
    telling: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """The file as it lies there, and how many lines had no room."""

    path: Path
    left_out: int


def load_view(
    session: Session, _job: Job, *, region: str, language: str, spoken: str, names: bool, keys: tuple[str, ...] = ()
) -> PaperView:
    """What could stand on paper in `language`, explained in the `spoken` language of the page."""
    db = session.database
    today = her_now(session.clock).date()
    pack, explained = (loaded_packs.region_shown(db, region, one, keys) for one in (language, spoken))
    names_here = {one.id: one for one in explained.lines}
    offered = []
    for one in pack.lines:
        badge, note = pack.badge(one, today), explained.badge(names_here[one.id], today)
        words = f"{one.name} ({badge.rstrip('.')})" if badge else one.name
        line = PaperLine("number", words, one.value)
        offered.append(Offered(one.id, line, names_here[one.id].name, first=one.emergency, note=note))
    for own in own_numbers.list_numbers(db):
        if own.number.strip():
            line = PaperLine("number", own.name, own.number.strip())
            offered.append(Offered(f"own-{own.id}", line, own.name, first=False, note=own.note))
    offered += _hers(db, names=names)
    acute, spoken_acute = load_guide(language).acute, load_guide(spoken).acute
    said = [*(point.text for point in acute.medical), acute.medical_police]
    meant = [*(point.text for point in spoken_acute.medical), spoken_acute.medical_police]
    for count, (words, meaning) in enumerate(zip(said, meant, strict=True)):
        offered.append(Offered(f"doctor-{count}", PaperLine("doctor", words), meaning))
    counted = [step.state for step in plan.steps(db)]
    return PaperView(tuple(offered), tuple((state, counted.count(state)) for state in plan.STATES))


def make_paper(session: Session, _job: Job, *, choice: PaperChoice) -> MadePaper:
    """The paper as it will be written. Raises NothingChosen."""
    day = her_now(session.clock).date()
    laid = lay_out(choice.lines, choice.style, choice.language, choice.title)
    left_out: tuple[int, ...] = ()
    sections: tuple[PrintedSection, ...] = ()
    if choice.kind == "card":
        card = compile_card(laid, choice.language, day)
        content, left_out = card.pdf, card.left_out
    elif choice.kind == "acute":
        content = compile_sheet(laid, choice.language, day)
    else:
        sections = plan_sections(session.database, choice, load_guide(choice.language))
        printed = PrintedPlan(sections, choice.lines, choice.style, choice.title)
        content = compile_plan(printed, choice.language, day, choice.states)
    telling: tuple[str, ...] = ()
    if choice.style != "usual":
        telling = telling_words((laid.title, *_words_of(laid), *_words_in(sections, choice.states)))
    return MadePaper(content, laid, left_out, telling)


def write_paper(session: Session, job: Job, *, choice: PaperChoice, folder: Path, name: str) -> Written:
    """Make it once more and write it into `folder`. Raises as make_paper and write_new."""
    made = make_paper(session, job, choice=choice)
    return Written(write_new(folder, name, made.content), len(made.left_out))


# ── her lines ───────────────────────────────────────────────────────────────────────────────────────────────────
def _hers(db: Database, *, names: bool) -> list[Offered]:
    """From the page for a bad moment, from her people, from the code words agreed with them."""
    answers = plan.answers(db)
    found: list[Offered] = []
    for field, part in _PART_OF.items():
        for count, untrusted_line in enumerate(answers.get(field, "").split("\n"), 1):
            if untrusted_line.strip():
                line = _from_text(part, untrusted_line, names=names)
                found.append(Offered(f"{field}-{count}", line, " ".join(untrusted_line.split())))
    known = people.list_people(db)
    numbers = {_digits(one.line.number) for one in found if one.line.part == "person"} - {""}
    for person in known:
        line = _from_person(person, names=names)
        if person.role in _CALLED and line.words and _digits(line.number) not in numbers:
            meaning, first = people.shown_name(person, reveal=True), person.role == "trusted"
            found.append(Offered(f"person-{person.id}", line, meaning, first=first))
    of_whom = {person.id: people.shown_name(person, reveal=False) for person in known}
    for signal in signals.all_signals(db):
        if signal.kind == "word" and signal.words.strip():
            words = " ".join(signal.words.split())
            meaning = " · ".join(part for part in (of_whom.get(signal.person_id, ""), signal.action) if part.strip())
            # She may not mean this person's word; one word on a card is enough.
            found.append(Offered(f"word-{signal.id}", PaperLine("word", words), meaning, first=False))
    return found


def _from_text(part: str, untrusted_line: str, *, names: bool) -> PaperLine:
    if part == "word":
        return PaperLine(part, " ".join(untrusted_line.split()))
    words, number = split_number(untrusted_line)
    if part == "person" and not names:
        words = initials(re.split(r"[,(;]", words)[0])
    return PaperLine(part, words, number)


def _from_person(person: Person, *, names: bool) -> PaperLine:
    name = people.shown_name(person, reveal=names)
    _words, number = split_number(person.contact)
    contact = " ".join(person.contact.split())
    return PaperLine("person", name, number or (contact if len(contact) <= _LONGEST_CONTACT else ""))


def _digits(number: str) -> str:
    """The last ten: +7 and 8 are the same telephone."""
    return re.sub(r"\D", "", number)[-10:]


# ── steps ───────────────────────────────────────────────────────────────────────────────────────────────────────
def plan_sections(db: Database, choice: PaperChoice, guide: Guide) -> tuple[PrintedSection, ...]:
    """Her steps under the headings of the guide, and her own ones."""
    known = {one.id: people.shown_name(one, reveal=choice.names) for one in people.list_people(db)}
    steps = plan.steps(db)

    def as_printed(step: Step) -> PrintedStep:
        known_step = suggestion(guide, step.section, step.suggestion)
        words = step.words or (known_step.text if known_step else "")
        return PrintedStep(words, step.state, known.get(step.person_id, ""), step.look_again)

    sections = [
        PrintedSection(head.title, tuple(as_printed(step) for step in steps if step.section == head.id))
        for head in guide.heads
    ]
    titles = {head.id for head in guide.heads}
    own = tuple(as_printed(step) for step in steps if step.section not in titles)
    if own:
        # A topic that this edition of the guide does not have.
        sections.append(PrintedSection(load_labels(choice.language)("plan", "title"), own))
    return tuple(sections)


def _words_of(laid: LaidOut) -> list[str]:
    return [words for row in laid.rows for words in (row.left, row.middle, row.right)]


def _words_in(sections: tuple[PrintedSection, ...], states: tuple[str, ...]) -> list[str]:
    steps = [step for section in sections for step in section.steps if step.state in states]
    return [words for step in steps for words in (step.words, step.person)]


def is_empty(choice: PaperChoice, view: PaperView) -> bool:
    """Whether nothing at all would stand on it."""
    if choice.lines:
        return False
    counts = dict(view.steps)
    return choice.kind != "plan" or not any(counts.get(state, 0) for state in choice.states)
