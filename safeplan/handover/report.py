"""Sets the report in type: data and pictures in, one PDF/A out, all in memory.

May touch: resources/reports and the Typst compiler. Must never let the compiler see a file of this computer, a font
of this computer, or a text as markup; and what a file says about itself must never say more than that it is a paper.
"""

from __future__ import annotations

import base64
import json
import re
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import typst

from safeplan import errors
from safeplan.content.resources import read_resource
from safeplan.handover import report_pieces
from safeplan.handover.labels import load_labels
from safeplan.handover.plain_jpeg import without_metadata
from safeplan.handover.report_joined import join

# Empty calls after each piece, some ten milliseconds each: three pieces are kept instead of ten.
_CALLS = 3
_TEMPLATE = "reports/report.typ"
# Readable in thirty years and by a screen reader.
STANDARDS = ["a-2a", "ua-1"]

# The three places in which the compiler names itself and its version; the lengths must stay, offsets follow.
_COMPILER = re.compile(rb"/Creator\(([^()\\]{1,60})\)")
_NAMED = (b"/Creator(%s)", b"<xmp:CreatorTool>%s<", b"<stEvt:softwareAgent>%s<")
_NEUTRAL = b"PDF document"


def compile_report(
    data: dict[str, Any],
    pictures: Mapping[str, bytes],
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """The report as PDF bytes. `data` is that of report_data; `pictures` are {name: JPEG} named in its photos.

    A long one is set piece by piece; `progress(done, total)` counts steps and `cancelled` is asked before each.
    Raises PictureBroken when a picture is no JPEG, Cancelled, Bug when the template does not compile.
    """
    (report,) = compile_report_parts(data, pictures, progress=progress, cancelled=cancelled)
    return report


def compile_report_parts(
    data: dict[str, Any],
    pictures: Mapping[str, bytes],
    *,
    largest: int = sys.maxsize,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[bytes, ...]:
    """As compile_report, in several papers where one would be larger than `largest` bytes; pages count through.

    A single sheet that is larger by itself stays one paper.
    """
    steps = _Steps(progress, cancelled)
    pieces = report_pieces.cut(data)
    if len(pieces) == 1 and largest == sys.maxsize:
        steps.begin(1)
        return (_set_in_type(data, pieces[0], pictures, (1, 0)),)
    steps.begin(2 * len(pieces) + 1)
    counts = []
    for piece in pieces:
        counts.append(ask_template(_TEMPLATE, _of_piece(data, piece, (1, 0), measuring=True), {}, "<pages>"))
        _forget()
        steps.done()
    groups: list[list[bytes]] = [[]]
    for place, piece in enumerate(pieces):
        paper = _set_in_type(data, piece, pictures, (1 + sum(counts[:place]), sum(counts)))
        if groups[-1] and sum(map(len, groups[-1])) + len(paper) > largest:
            groups.append([])
        groups[-1].append(paper)
        _forget()
        steps.done()
    return tuple(join(group, steps.look) for group in groups)


def _forget() -> None:
    """Make the compiler let go of earlier pieces: it keeps what its last ten calls have made, pictures and all."""
    from_memory: Any = typst.compile
    for _ in range(_CALLS):
        from_memory({"main.typ": b"-"}, root=sys.executable, ignore_system_fonts=True)


class _Steps:
    """Counts steps, and stops between two when asked to."""

    def __init__(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._done = self._total = 0

    def begin(self, total: int) -> None:
        self._total = total
        self.look()
        self._progress(0, total)

    def done(self) -> None:
        self._done += 1
        self._progress(self._done, self._total)
        self.look()

    def look(self) -> None:
        if self._cancelled():
            raise errors.Cancelled


def _set_in_type(
    data: dict[str, Any], piece: report_pieces.Piece, pictures: Mapping[str, bytes], pages: tuple[int, int]
) -> bytes:
    # Asked for here and let go after each piece: five hundred pictures at once are half a gibibyte in the compiler.
    files = {f"{name}.svg": picture_as_svg(pictures[name]) for name in piece.pictures}
    return compile_template(_TEMPLATE, _of_piece(data, piece, pages, measuring=False), files)


def _of_piece(
    data: dict[str, Any], piece: report_pieces.Piece, pages: tuple[int, int], *, measuring: bool
) -> dict[str, Any]:
    first, total = pages
    return {
        **data,
        **piece.data,
        "show": piece.show,
        "pages": {"first": first, "total": total},
        "measuring": measuring,
    }


def compile_template(template: str, data: dict[str, Any], files: Mapping[str, bytes]) -> bytes:
    """One template with its data and UTF-8 files as PDF bytes; `data["made_date"]` is [year, month, day]."""
    year, month, day = data["made_date"]
    # The package's own types know files by path only; from memory it takes a dictionary.
    from_memory: Any = typst.compile
    try:
        compiled = from_memory(
            _together(template, data, files),
            # A plain file as "root folder": nothing can be below it, so no template can read this computer.
            root=sys.executable,
            ignore_system_fonts=True,
            pdf_standards=STANDARDS,
            timestamp=datetime(year, month, day, tzinfo=UTC),
        )
    except typst.TypstError:
        # The compiler quotes the text it stumbled over; that must not reach a traceback.
        raise errors.Bug(code="report-compile") from None
    except BaseException as stopped:
        raise _of_the_compiler(stopped, "report-compile") from None
    return _without_maker(bytes(compiled))


def ask_template(template: str, data: dict[str, Any], files: Mapping[str, bytes], label: str) -> Any:
    """What a template has measured and marked with `label`, e.g. "<card>"; nothing is printed."""
    from_memory: Any = typst.query
    try:
        said = from_memory(
            _together(template, data, files),
            label,
            field="value",
            one=True,
            root=sys.executable,
            ignore_system_fonts=True,
        )
    except (typst.TypstError, RuntimeError):
        raise errors.Bug(code="report-query") from None
    except BaseException as stopped:
        raise _of_the_compiler(stopped, "report-query") from None
    return json.loads(said)


def _of_the_compiler(stopped: BaseException, code: str) -> BaseException:
    """What to raise for it: the compiler's own panics are no ordinary errors, and nobody above would catch them."""
    if type(stopped).__name__ != "PanicException":
        return stopped
    # Its threads are the first thing that finds no memory.
    return errors.MemoryShort(code=code) if "ThreadPoolBuildError" in str(stopped) else errors.Bug(code=code)


def with_rows() -> dict[str, bytes]:
    """The one file that templates share: how a line stands."""
    return {"rows.typ": read_resource("reports/rows.typ")}


def _without_maker(pdf: bytes) -> bytes:
    """The same file, with neutral words of the same length where the compiler stood."""
    found = _COMPILER.findall(pdf)
    if len(set(found)) != 1:
        raise errors.Bug(code="report-maker")
    maker = found[0]
    for pattern in _NAMED:
        pdf = pdf.replace(pattern % maker, pattern % _NEUTRAL[: len(maker)].ljust(len(maker)))
    return pdf


def _together(template: str, data: dict[str, Any], files: Mapping[str, bytes]) -> dict[str, bytes]:
    # A viewer shows the title of a file in its window and in its list of recent ones: there it is "Document",
    # whatever the heading says.
    document = load_labels(data["language"])("report", "document")
    return {
        "main.typ": read_resource(template),
        "data.json": json.dumps({**data, "document": document}, ensure_ascii=False).encode("utf-8"),
        **files,
    }


def picture_as_svg(untrusted_jpeg: bytes) -> bytes:
    """A picture file in the only form the compiler takes from memory: text. Metadata stays behind.

    Raises PictureBroken.
    """
    jpeg, width, height = without_metadata(untrusted_jpeg)
    encoded = base64.b64encode(jpeg).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}"'
        f' height="{height}" viewBox="0 0 {width} {height}"><image width="{width}" height="{height}"'
        f' xlink:href="data:image/jpeg;base64,{encoded}"/></svg>'
    ).encode("ascii")
