"""Sets the report in type: data and pictures in, one PDF/A out, all in memory.

May touch: resources/reports and the Typst compiler. Must never let the compiler see a file of this computer, a font
of this computer, or a text as markup; and what a file says about itself must never say more than that it is a paper.
"""

from __future__ import annotations

import base64
import json
import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import typst

from safeplan import errors
from safeplan.content.resources import read_resource
from safeplan.handover.labels import load_labels

# Readable in thirty years and by a screen reader.
STANDARDS = ["a-2a", "ua-1"]

_START_OF_FRAME = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_START_OF_SCAN = 0xDA
# APP1..APP15 without APP14 (Adobe's colour mark, needed to read the colours), and comments.
_TELLS_TALES = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})

# The three places in which the compiler names itself and its version; the lengths must stay, offsets follow.
_COMPILER = re.compile(rb"/Creator\(([^()\\]{1,60})\)")
_NAMED = (b"/Creator(%s)", b"<xmp:CreatorTool>%s<", b"<stEvt:softwareAgent>%s<")
_NEUTRAL = b"PDF document"


def compile_report(data: dict[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    """The report as PDF bytes. `data` is that of report_data; `pictures` are {name: JPEG} named in its photos.

    Raises PictureBroken when a picture is no JPEG, Bug when the template does not compile.
    """
    files = {f"{name}.svg": picture_as_svg(jpeg) for name, jpeg in pictures.items()}
    return compile_template("reports/report.typ", data, files)


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
    return json.loads(said)


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
    jpeg, width, height = _without_metadata(untrusted_jpeg)
    encoded = base64.b64encode(jpeg).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}"'
        f' height="{height}" viewBox="0 0 {width} {height}"><image width="{width}" height="{height}"'
        f' xlink:href="data:image/jpeg;base64,{encoded}"/></svg>'
    ).encode("ascii")


def _without_metadata(jpeg: bytes) -> tuple[bytes, int, int]:
    """(the same JPEG without places, devices and thumbnails, width, height)."""
    if jpeg[:2] != b"\xff\xd8":
        raise errors.PictureBroken
    kept, place, width, height = [b"\xff\xd8"], 2, 0, 0
    while place + 4 <= len(jpeg):
        if jpeg[place] != 0xFF:
            raise errors.PictureBroken
        marker, length = jpeg[place + 1], int.from_bytes(jpeg[place + 2 : place + 4], "big")
        segment = jpeg[place : place + 2 + length]
        if marker in _START_OF_FRAME and len(segment) >= 9:
            height, width = int.from_bytes(segment[5:7], "big"), int.from_bytes(segment[7:9], "big")
        if marker == _START_OF_SCAN:
            if not width or not height:
                raise errors.PictureBroken
            return b"".join((*kept, jpeg[place:])), width, height
        if length < 2:
            raise errors.PictureBroken
        if marker not in _TELLS_TALES:
            kept.append(segment)
        place += 2 + length
    raise errors.PictureBroken
