"""The cards of one entry: what stands there, its earlier versions, its files, and what can still be done.

May touch: its own widgets. Must never show a version without the moment it was written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safeplan.clock import Clock
from safeplan.content.backup_words import load_backup_words
from safeplan.content.file_words import load_file_words
from safeplan.content.record_words import load_record_words
from safeplan.handover.record_card import number_rows
from safeplan.records.custody import Custody
from safeplan.records.incidents import Incident, IncidentForm, Revision
from safeplan.records.merge_source import Claim
from safeplan.records.people import Person
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.card import Card, Covered, Unfold
from ui.widgets.entry_changes import Reading, changes_fold
from ui.widgets.entry_view import Clocks, EntryView
from ui.widgets.file_rows import FileRows
from ui.widgets.file_words import breakable, moment_there
from ui.widgets.flow import flow
from ui.widgets.incident_shapes import guide_here
from ui.widgets.incident_words import when_words
from ui.widgets.labels import Body
from ui.widgets.stack import stack

Click = Callable[[], object]


@dataclass(frozen=True)
class Shown:
    """How things are shown: the clock, the language, her people and whether their names may be seen.

    `claims`: what another record says of each version that was taken over from it. `files`: the numbers of the
    entry's files by id."""

    clock: Clock
    language: str
    people: Sequence[Person]
    names_shown: bool
    claims: Sequence[Claim | None] = ()
    files: Mapping[str, int] = field(default_factory=dict)

    @property
    def reading(self) -> Reading:
        """How its parts are read."""
        return Reading(self.people, self.names_shown, self.language)


def entry_card(entry: Incident, shown: Shown, change: Click, undo_change: Click) -> Card:
    """The newest version with its three clocks; earlier ones unfold."""
    first, latest = entry.revisions[0], entry.revisions[-1]
    card = Card(_heading(entry), name="entry-card")
    written = moment_there(first.written_at, first.zone, shown.clock, shown.language)
    changed = moment_there(latest.written_at, latest.zone, shown.clock, shown.language)
    happened = when_words(latest.form.happened, shown.language)
    card.add(Clocks(happened, written, changed if latest is not first else "", name="entry-clock"))
    card.add(*_claimed(first, shown, "entry-claim"))
    if latest is not first:
        card.add(*_claimed(latest, shown, "entry-claim-changed"))
    if latest.reason:
        card.add(_reason(latest.reason, "entry-reason"))
    card.add(_view(latest.form, shown, "entry-view"))
    if latest is not first:
        before = entry.revisions[-2].form
        card.add(changes_fold(before, latest.form, shown.reading, name="entry-changes"))
    buttons: list[QWidget] = [
        PrimaryButton(
            QCoreApplication.translate("EntryPage", "Change or add"),
            name="entry-change",
            icon="pencil-simple",
            clicked=change,
        )
    ]
    if latest is not first and latest.seq is None:
        undo = QCoreApplication.translate("EntryPage", "Take back this change")
        buttons.append(QuietButton(undo, name="entry-undo-change", clicked=undo_change))
    card.add(flow(*buttons, spacing=10))
    if latest is not first:
        card.add(_older(entry, shown))
    return card


def picture_names(entry: Incident, language: str) -> dict[str, str]:
    """The entry's pictures by id, each named by its number only: a name is read over a shoulder."""
    words = guide_here(language).body.photo_file
    return {
        info.id: words.format(number=number)
        for number, info in enumerate(entry.attachments, 1)
        if info.kind.startswith("image/")
    }


def files_card(
    entry: Incident,
    shown: Shown,
    add: Click,
    open_file: Callable[[str], object],
    load: Callable[[str, Callable[[bytes | None], None]], object],
    *,
    private: Collection[str] = (),
    removed: Sequence[Custody] = (),
) -> Card:
    """The files kept with it, of a `private` one only its number; what was `removed`; and the button for more."""
    card = Card(QCoreApplication.translate("EntryPage", "Files"), name="entry-files")
    if entry.attachments:
        say = load_file_words(shown.language).page.tile_private
        hidden = {
            info.id: say.format(entry=entry.number, number=number)
            for number, info in enumerate(entry.attachments, 1)
            if info.id in private
        }
        card.add(FileRows(entry.attachments, shown.clock, shown.language, open_file, load, hidden))
    else:
        nothing = QCoreApplication.translate(
            "EntryPage", "Photos, recordings and documents are kept here exactly as they are."
        )
        card.add(Body(nothing, "muted", name="entry-no-files"))
    acts = load_record_words(shown.language).acts
    for place, one in enumerate(removed):
        moment = moment_there(one.at, one.zone, shown.clock, shown.language)
        said = f"{moment}. {acts['removed_file'].format(number=entry.number)}"
        card.add(Body(said, "muted", name=f"entry-removed-file-{place}"))
    card.add(
        SecondaryButton(
            QCoreApplication.translate("EntryPage", "Add files"),
            name="entry-add-files",
            icon="paperclip",
            clicked=add,
        )
    )
    return card


def end_card(entry: Incident, take_back: Click, remove: Click, back: Click) -> Card:
    """Whether it is fixed, said plainly, and how to be rid of it."""
    card = Card(name="entry-end")
    if entry.fixed:
        said = QCoreApplication.translate(
            "EntryPage", "Nothing of this can be changed unseen any more; you can always add."
        )
        drop = SecondaryButton(
            QCoreApplication.translate("EntryPage", "Remove"), name="entry-remove", icon="trash", clicked=remove
        )
    else:
        said = QCoreApplication.translate(
            "EntryPage",
            "From the next opening on nothing of this can be changed unseen; you can always add. It is fixed earlier"
            " when something is handed over, or when the four words of the record are to stand for it too.",
        )
        drop = SecondaryButton(
            QCoreApplication.translate("EntryPage", "Take back"),
            name="entry-take-back",
            icon="arrow-counter-clockwise",
            clicked=take_back,
        )
    card.add(Body(said, "muted", name="entry-fixed"), flow(drop, _back(back), spacing=10))
    return card


def removed_card(entry: Incident, shown: Shown, back: Click) -> Card:
    """What is left of a removed entry: its number and the moment."""
    card = Card(_heading(entry), name="entry-removed")
    if entry.removed is not None:
        moment = moment_there(entry.removed.removed_at, entry.removed.zone, shown.clock, shown.language)
        said = QCoreApplication.translate(
            "EntryPage", "Removed on {moment}. The number stays; the words and files are deleted."
        )
        card.add(Body(said.format(moment=moment), name="entry-removed-on"))
        hashes = entry.removed.hashes
        if hashes:
            label = load_record_words(shown.language).page.fingerprint
            rows = ["\n".join(number_rows(one)) for one in hashes]
            card.add(Covered(label, lambda: Body("\n\n".join(rows), name="entry-fingerprint"), name="entry-hashes"))
    card.add(flow(_back(back)))
    return card


def _older(entry: Incident, shown: Shown) -> Unfold:
    versions: list[QWidget] = []
    for revision in reversed(entry.revisions[:-1]):
        moment = moment_there(revision.written_at, revision.zone, shown.clock, shown.language)
        name = f"entry-version-{revision.number}"
        heading = QCoreApplication.translate("EntryPage", "Version {number}, written {moment}")
        happened = when_words(revision.form.happened, shown.language)
        card = Card(name=name)
        card.add(
            Body(heading.format(number=revision.number, moment=moment), "muted", name=f"{name}-written"),
            Body(
                QCoreApplication.translate("EntryPage", "Happened: {when}").format(when=happened),
                name=f"{name}-happened",
            ),
        )
        card.add(*_claimed(revision, shown, f"{name}-claim"))
        if revision.reason:
            card.add(_reason(revision.reason, f"{name}-reason"))
        card.add(_view(revision.form, shown, f"{name}-view"))
        if revision.number > 1:
            before = entry.revisions[revision.number - 2].form
            card.add(changes_fold(before, revision.form, shown.reading, name=f"{name}-changes"))
        versions.append(card)
    return Unfold(
        QCoreApplication.translate("EntryPage", "Earlier versions: {count}").format(count=len(versions)),
        stack(*versions),
        name="entry-older",
        why=QCoreApplication.translate("EntryPage", "Nothing you wrote before is overwritten."),
    )


def _claimed(revision: Revision, shown: Shown, name: str) -> list[QWidget]:
    """Taken over: written here at that moment; what the other record says of its time is only what it says."""
    claim = shown.claims[revision.number - 1] if revision.number <= len(shown.claims) else None
    if claim is None:
        return []
    say = load_backup_words(shown.language).page
    here = moment_there(revision.written_at, revision.zone, shown.clock, shown.language)
    if not claim.at or not claim.zone:
        return [Body(say.claim_none.format(here=here), "muted", name=name)]
    there = moment_there(claim.at, claim.zone, shown.clock, shown.language)
    return [Body(f"{say.claim.format(here=here, there=there)} {say.claim_why}", "muted", name=name)]


def _view(form: IncidentForm, shown: Shown, name: str) -> EntryView:
    return EntryView(
        form,
        shown.people,
        name=name,
        names_shown=shown.names_shown,
        language=shown.language,
        files=shown.files,
    )


def _heading(entry: Incident) -> str:
    return QCoreApplication.translate("EntryPage", "Entry {number}").format(number=entry.number)


def _reason(reason: str, name: str) -> Body:
    said = QCoreApplication.translate("EntryPage", "What changed, and why: {reason}")
    return Body(said.format(reason=breakable(reason)), "muted", name=name)


def _back(back: Click) -> QuietButton:
    return QuietButton(QCoreApplication.translate("EntryPage", "Back to the list"), name="entry-back", clicked=back)
