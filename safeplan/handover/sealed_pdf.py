"""Seals a paper for the way: the same pages as an AES-256 PDF that asks for a passphrase.

May touch: the bytes it is given, in memory. Must never let title, dates or words be read without the passphrase, and
never name this program or its libraries in what it adds.
"""

from __future__ import annotations

import io
import re
import secrets
import unicodedata
from typing import TYPE_CHECKING, Literal

from safeplan import errors
from safeplan.handover.sealing_phrase import LONGEST_IN_PDF

if TYPE_CHECKING:
    import pikepdf

# PDF 2.0: AES with 256 bits and a passphrase in UTF-8.
_REVISION: Literal[6] = 6
# The title is asked for by readers for the blind; the claim to be readable by them stays true.
_KEPT = ("dc:title", "dc:language", "pdfuaid:part")


def seal_pdf(pdf: bytes, passphrase: str) -> bytes:
    """`pdf` locked with `passphrase`, printable and readable by whoever has it.

    Everything but the number of pages is encrypted, the description of the paper too. The claim to be PDF/A is taken
    out, since PDF/A forbids encryption; the words and tags for reading aloud stay. Raises PassphraseTooWeak for an
    empty passphrase or one that PDF cannot take whole (more than 127 bytes), ContentBroken when `pdf` is none.
    """
    import pikepdf  # 20 ms: only when something is sealed

    words = unicodedata.normalize("NFKC", passphrase)
    if not words.strip() or len(words.encode("utf-8")) > LONGEST_IN_PDF:
        raise errors.PassphraseTooWeak
    sealed = io.BytesIO()
    # An owner's passphrase is asked for by the format; nobody ever learns this one, and no right depends on it.
    lock = pikepdf.Encryption(user=words, owner=secrets.token_hex(32), R=_REVISION, aes=True, metadata=True)
    try:
        with pikepdf.open(io.BytesIO(pdf)) as paper:
            pages = len(paper.pages)
            _describe_anew(paper)
            paper.save(sealed, encryption=lock, fix_metadata_version=False)
        with pikepdf.open(io.BytesIO(sealed.getvalue()), password=words) as written:
            same = len(written.pages) == pages
    except pikepdf.PdfError:
        raise errors.ContentBroken(file="paper", where="seal") from None
    if not same:
        raise errors.Bug(code="sealed-pdf")
    return sealed.getvalue()


def _describe_anew(paper: pikepdf.Pdf) -> None:
    """A description of title, language and accessibility only; the old one goes, with its claim to be PDF/A."""
    if "/Metadata" in paper.Root:
        old = paper.open_metadata()
        kept = {name: old[name] for name in _KEPT if name in old}
        del paper.Root.Metadata
        with paper.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as new:
            for name, value in kept.items():
                new[name] = value
        # The library signs what it writes.
        signed = paper.Root.Metadata.read_bytes()
        paper.Root.Metadata.write(re.sub(rb' x:xmptk="[^"]*"', b"", signed))
    for key in list(paper.docinfo.keys()):
        if key != "/Title":
            del paper.docinfo[key]
