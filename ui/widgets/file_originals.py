"""After files were kept: what became of each, and whether the originals should go from this computer.

May touch: the files she chose, through the one function that compares before it removes. Must never remove without
being asked, and never say that something removed is erased.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from safeplan.content.file_words import FileWords, load_file_words
from safeplan.errors import Cancelled, DiskFull, FileAlreadyKept, SafePlanError
from safeplan.outside_original import Outcome, remove_original
from safeplan.records import custody
from ui.background import Job, Session
from ui.error_texts import error_text
from ui.keeping import KeptFiles, Original
from ui.page import PageContext
from ui.widgets.file_words import shown_name

# A question is read, not scrolled; the results list every name.
_MOST_NAMES = 8
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Removed:
    """What became of each, in order; `unnoted`: why the last could not be noted, after which nothing more was
    removed."""

    outcomes: tuple[tuple[str, Outcome], ...]
    unnoted: DiskFull | None = None


def tell_kept(context: PageContext, result: KeptFiles, *, again: bool = False, kept: str = "") -> None:
    """Say what became of every file: a line, or a list where several went different ways; and offer the question
    about the originals, which never comes by itself.

    `again`: an import that broke off went on; what was complete before is no news then. `kept`: what to say when all
    went well, instead of how many files there are.
    """
    known = [one for one in result.failed if not (again and isinstance(one[1], FileAlreadyKept))]
    words = load_file_words(context.language)
    said = kept or (words.page.kept_all.format(count=len(result.kept)) if result.kept else "")
    then = functools.partial(_offer, context, words, said, result)
    if len(known) == 1 and not result.kept and not result.cancelled:
        line = result_lines(words, KeptFiles((), tuple(known)))[0]
        if kept and result.entry_left:
            # Her words are kept whatever became of the file: that is said first.
            context.tell(kept, hint=line)
        else:
            context.tell(line, "warm")
    elif known or result.cancelled:
        told = "\n".join(result_lines(words, KeptFiles(result.kept, tuple(known), result.cancelled)))
        context.questions.tell(words.page.results_title, told, then)
    else:
        then()


def _offer(context: PageContext, words: FileWords, said: str, result: KeptFiles) -> None:
    ask = functools.partial(ask_originals, context, result)
    if result.originals:
        context.tell(said, action=words.originals.offer, clicked=ask)
    elif said:
        context.tell(said)


def result_lines(words: FileWords, result: KeptFiles) -> list[str]:
    """One line a file, in the order kept first, then the others; the last one says that she stopped it."""
    say = words.page
    lines = [say.kept.format(name=_name(info.name)) for info in result.kept]
    for untrusted_name, error in result.failed:
        name = _name(untrusted_name)
        if isinstance(error, FileAlreadyKept):
            lines.append(say.already.format(name=name, number=error.facts.get("number", "")))
        else:
            text = error_text(error)
            lines.append(say.failed.format(name=name, reason=text.sentence if text else ""))
    return [*lines, say.stopped] if result.cancelled else lines


def ask_originals(context: PageContext, kept: KeptFiles) -> None:
    """ "Remove the original from this computer?", with what that can and cannot do. The default leaves everything."""
    if not kept.originals:
        return
    words = load_file_words(context.language)
    say = words.originals
    names = [_name(one.path.name) for one in kept.originals]
    listed = names[:_MOST_NAMES]
    if len(names) > _MOST_NAMES:
        listed.append(say.and_more.format(count=len(names) - _MOST_NAMES))
    parts = (
        f"{say.about}\n{_points(listed)}",
        say.phone,
        f"{say.can_title}\n{_points(words.can)}",
        f"{say.cannot_title}\n{_points(words.cannot)}",
    )
    context.questions.ask(
        say.title,
        "\n\n".join(parts),
        [("leave", say.leave), ("remove", say.remove)],
        functools.partial(_answered, context, words, kept.originals),
        safe="leave",
    )


def _answered(context: PageContext, words: FileWords, originals: Sequence[Original], answer: str) -> None:
    if answer != "remove":
        return

    def done(removed: Removed) -> None:
        lines = [f"{name}: {words.outcomes[outcome]}" for name, outcome in removed.outcomes]
        text = error_text(removed.unnoted) if removed.unnoted is not None else None
        if text is not None:
            lines.append(f"{text.sentence} {text.hint}")
        elif len(removed.outcomes) < len(originals):
            lines.append(words.originals.stopped)
        context.questions.tell(words.originals.results_title, "\n".join(lines))

    def failed(error: SafePlanError) -> None:
        context.questions.tell_error(error)

    context.tell(words.originals.working)
    work = functools.partial(remove_originals, originals=tuple(originals))
    context.background.run(context.background, work, done, failed)


def remove_originals(session: Session, job: Job, *, originals: Sequence[Original]) -> Removed:
    """Remove them one after the other, in the worker; those behind a cancel are not in the result."""
    total = max(1, sum(one.size for one in originals) >> 10)
    removed: list[tuple[str, Outcome]] = []
    before = 0
    for one in originals:
        try:
            outcome = remove_original(
                one.path,
                sha256=one.sha256,
                size=one.size,
                progress=_progress(job, before, total),
                cancelled=job.cancelled_between,
            )
        except Cancelled:
            break
        removed.append((_name(one.path.name), outcome))
        if outcome in ("removed", "other_name") and one.attachment_id:
            try:
                custody.original_removed(session.database, session.clock, one.attachment_id)
            except DiskFull as full:
                return Removed(tuple(removed), full)
        before += one.size
    return Removed(tuple(removed))


def _progress(job: Job, before: int, total_kib: int) -> Callable[[int], None]:
    return lambda done: job.progress((before + done) >> 10, total_kib)


def _points(lines: Sequence[str]) -> str:
    return "\n".join(f"– {line}" for line in lines)


def _name(untrusted_name: str) -> str:
    return shown_name(untrusted_name[:_LONGEST_NAME])
