"""What the worker reads for the way to a hand-over: the entries there are, the suggested set, an earlier choice.

May touch: the worker's session, to read. Must never run in the interface thread, and never change the record.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from safeplan import errors
from safeplan.handover import releases, suggest
from safeplan.handover.around import Texts
from safeplan.handover.releases import Release
from safeplan.handover.selection import LeftOut, Selection
from safeplan.handover.still_out import in_newer_wordings, still_out
from safeplan.records import cases, file_notes, incidents, orders
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.incidents import Incident
from ui import hand_over_look
from ui.background import Job, Session
from ui.first_words import first_words
from ui.hand_over_choice import DAYS, TYPED, Choice, FileLine, Line, usual


@dataclass(frozen=True)
class View:
    """`lines` the last written first; `releases` the newest first; `new_ids` is what the newest of them lacks;
    `cases` and `orders`: (id, name or "")."""

    lines: tuple[Line, ...] = ()
    releases: tuple[Release, ...] = ()
    new_ids: tuple[str, ...] = ()
    cases: tuple[tuple[str, str], ...] = ()
    orders: tuple[tuple[str, str], ...] = ()


def load_view(session: Session, _job: Job) -> View:
    """Everything the page shows. Removed entries have nothing to hand over."""
    db = session.database
    private = file_notes.private_files(db)
    lines = []
    for one in incidents.list_incidents(db):
        latest = one.latest
        if latest is None:
            continue
        files = tuple(_file_line(info, private) for info in one.attachments)
        lines.append(Line(one.id, one.number, latest.form.happened, first_words(latest.form.text), files))
    earlier = releases.list_releases(db)
    new: tuple[str, ...] = ()
    if earlier:
        since = releases.what_is_new_since(db, earlier[0])
        new = (*since.added, *since.changed)
    return View(
        tuple(lines),
        earlier,
        new,
        tuple((one.id, one.form.name.strip()) for one in cases.list_cases(db)),
        tuple((one.id, (one.form.name or one.form.number).strip()) for one in orders.list_orders(db)),
    )


def suggest_set(session: Session, _job: Job, *, choice: Choice) -> Choice:
    """The smallest set for the reader and purpose of `choice`; her own ticks stay when she made some. Raises NotThere
    for a case or an order that is gone meanwhile."""
    db = session.database
    what, _, id_ = choice.about.partition(":")
    scope = suggest.Scope(
        incident_ids=choice.entries if choice.by_hand else (),
        case_id=id_ if what == "case" else "",
        order_id=id_ if what == "order" else "",
    )
    try:
        least = suggest.least(db, choice.kind, choice.aim, choice.language, scope)
    except errors.NothingChosen:
        return replace(choice, entries=(), by_hand=False)
    along, private = set(least.attachments or ()), file_notes.private_files(db)
    kept = choice.files if choice.by_hand else ()
    differ = tuple(
        (file.id, file.id in along)
        for one in least.incident_ids
        for file in (_file_line(info, private) for info in incidents.incident(db, one).attachments)
        if file.id not in dict(kept) and not file.private and (file.id in along) != usual(choice.kind, file)
    )
    return replace(
        choice,
        entries=least.incident_ids,
        files=(*kept, *differ),
        parts=least.parts,
        fields_out=least.fields_left_out,
        order_ids=least.order_ids,
        case_ids=least.case_ids,
        case_number=choice.case_number or least.case_number,
        with_names=least.with_names,
    )


def choose_again(session: Session, job: Job, *, release_id: str, language: str) -> Choice:
    """What was handed over then, with what is new or written anew since; what was found is looked for anew.

    What stayed out stays out, and of what a clean copy left one leaves again. A private file has to be ticked again.
    Raises NotThere, Cancelled.
    """
    db = session.database
    release = releases.release(db, release_id)
    selection, since = releases.repeat(release), releases.what_is_new_since(db, release)
    there = {one.id: one for one in incidents.list_incidents(db) if one.latest is not None}
    entries = [one for one in dict.fromkeys((*selection.incident_ids, *since.added, *since.changed)) if one in there]
    # What was left at home then stays there; what came since is as usual.
    files = tuple(
        (info.id, info.id in selection.attachments)
        for one in selection.incident_ids
        if one in there and selection.attachments is not None
        for info in there[one].attachments
        if info.id not in selection.private_files
        and (info.id in selection.attachments or info.imported_at <= release.made_at)
    )
    before, said = _stayed_out(session, job, release, replace(selection, incident_ids=tuple(entries)), there)
    return Choice(
        kind=selection.recipient_kind,
        recipient=selection.recipient,
        purpose=selection.purpose,
        until="",
        author=selection.author,
        case_number=selection.case_number,
        asked_for=selection.asked_for,
        language=selection.language or language,
        second_language=selection.second_language,
        entries=tuple(entries),
        by_hand=True,
        with_files=selection.with_attachments,
        files=files,
        parts=selection.parts,
        fields_out=selection.fields_left_out,
        order_ids=selection.order_ids,
        case_ids=selection.case_ids,
        with_names=selection.with_names,
        with_notes=selection.with_notes,
        translations=selection.translations,
        annex_facts=selection.annex_facts,
        said=said,
        before=before,
        copies=selection.clean_copies,
        safe_from=TYPED if selection.safe_day else DAYS,
        safe_day=selection.safe_day,
    )


# ── Inside ──
def _stayed_out(
    session: Session, job: Job, release: Release, selection: Selection, there: Mapping[str, Incident]
) -> tuple[tuple[LeftOut, ...], tuple[tuple[str, bool], ...]]:
    """(places, what she said about things found) of what stayed out then, in the texts as they are now."""
    marks = [one for one in selection.marks if one.object_id]
    if not marks:
        return (), ()
    db, given = session.database, dict(release.incidents)
    texts = Texts(db, selection, [there[one] for one in selection.incident_ids])
    places = tuple(dict.fromkeys((*still_out(marks, texts), *in_newer_wordings(marks, texts, given))))
    found = suggest.findings(db, selection, cancelled=job.cancelled)
    return places, hand_over_look.said_before(found, places, given)


def _file_line(info: AttachmentInfo, private: Container[str]) -> FileLine:
    return FileLine(info.id, info.name, info.size, info.kind, info.id in private)
