"""Her plan on the printer that hangs on this computer, where the policy allows one.

May touch: the system's printing. Must never choose a printer of the network, ask anything in a window of the system,
or give the job a name that says what it is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

# On the job and in the printer's list.
_JOB = "1"
_POINTS, _HEADING_POINTS = 15, 18
# What is on its way to the printer lies in a file for a moment: in memory where the system has a place for that.
_IN_MEMORY = Path("/dev/shm")  # noqa: S108


def print_lines(title: str, lines: Sequence[tuple[str, bool]]) -> str:
    """Print the lines, (words, whether a heading); the printer's name, "" when there is none of its own.

    Call it in the worker: a printing service that does not answer takes its time.
    """
    found = own_printer(QPrinterInfo.availablePrinters())
    if found is None:
        return ""
    if sys.platform.startswith("linux") and _IN_MEMORY.is_dir():
        os.environ["TMPDIR"] = str(_IN_MEMORY)
    printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    print_to(printer, title, lines)
    return found.description() or found.printerName()


def own_printer(known: Sequence[QPrinterInfo]) -> QPrinterInfo | None:
    """The system's usual printer, else the first other one; never one of the network."""
    usual_first = sorted(known, key=lambda one: not one.isDefault())
    return next((one for one in usual_first if not one.isRemote()), None)


def print_to(printer: QPrinter, title: str, lines: Sequence[tuple[str, bool]]) -> None:
    """Draw the pages in black, large enough to be read without glasses."""
    printer.setDocName(_JOB)
    printer.setCreator("")
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout.Unit.Millimeter)
    sheet = QTextDocument()
    cursor = QTextCursor(sheet)
    for at, (untrusted_words, heading) in enumerate([(title, True), *lines]):
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(14 if heading and at else 4)
        letters.setFontPointSize(_HEADING_POINTS if heading else _POINTS)
        letters.setFontWeight(QFont.Weight.Bold if heading else QFont.Weight.Normal)
        if at:
            cursor.insertBlock(block, letters)
        # As plain text: her words could hold something that looks like markup.
        cursor.insertText(untrusted_words.replace("\n", "\u2028"), letters)
    sheet.print_(printer)
