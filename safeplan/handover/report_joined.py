"""Joins pieces of a report into one paper that is still archival and still readable by a screen reader.

May touch: nothing but the papers it is given, all made by this program a moment before. Must never join a paper from
outside, and never lose the order in which a screen reader reads.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from typing import Any

from safeplan import errors

_PAGES = re.compile(rb"(<xmpTPg:NPages>)\d+(<)")


def join(papers: Sequence[bytes], tick: Callable[[], None] = lambda: None) -> bytes:
    """One paper of all pages in order. `tick` is asked between two papers and may raise.

    The structure tree, the outline and the ids of table heads are joined; the first paper gives everything else.
    """
    if len(papers) == 1:
        return papers[0]
    # Sealing is the only other use; a report of ordinary size never needs it.
    import pikepdf

    opened: list[Any] = []
    try:
        whole: Any = pikepdf.open(io.BytesIO(papers[0]))
        opened.append(whole)
        root = whole.Root.StructTreeRoot
        tree = _Tree(pikepdf, root)
        for place, paper in enumerate(papers[1:], 1):
            tick()
            part: Any = pikepdf.open(io.BytesIO(paper))
            # Streams are read from the part only when the whole is written.
            opened.append(part)
            before = len(whole.pages)
            whole.pages.extend(part.pages)
            copied = whole.copy_foreign(whole_of(part))
            tree.take(copied.StructTreeRoot, [whole.pages[n].obj for n in range(before, len(whole.pages))], place)
            _join_outlines(whole.Root, copied)
        tree.write(whole)
        xmp = whole.Root.Metadata.read_bytes()
        whole.Root.Metadata.write(_PAGES.sub(rb"\g<1>%d\g<2>" % len(whole.pages), xmp))
        tick()
        out = io.BytesIO()
        # PDF/A wants a file id; made from the bytes, the same record gives the same paper.
        whole.save(out, deterministic_id=True, fix_metadata_version=False, progress=lambda _: tick())
        return out.getvalue()
    except (pikepdf.PdfError, AttributeError, KeyError) as error:
        raise errors.Bug(code="report-join") from error
    finally:
        for one in opened:
            one.close()


def whole_of(part: Any) -> Any:
    """What is copied of a part besides its pages, as one object, so that equal things are copied once."""
    import pikepdf

    root = part.Root
    names = [name for name in ("/StructTreeRoot", "/Outlines") if name in root]
    return part.make_indirect(pikepdf.Dictionary({name: root[name] for name in names}))


class _Tree:
    """The structure tree of the whole: which element each piece of content on each page belongs to."""

    def __init__(self, pikepdf: Any, root: Any) -> None:
        self._pikepdf = pikepdf
        self._root = root
        self._document = _only_child(root)
        self._next = int(root.ParentTreeNextKey)
        self._parents = list(_number_pairs(root.ParentTree))
        self._ids = list(_name_pairs(root.get("/IDTree")))

    def take(self, root: Any, pages: Sequence[Any], place: int) -> None:
        """Put the tree of one more part behind what is there; `pages` are its pages in the whole."""
        for page in pages:
            if "/StructParents" in page:
                page.StructParents = int(page.StructParents) + self._next
            for annotation in page.get("/Annots", []):
                if "/StructParent" in annotation:
                    annotation.StructParent = int(annotation.StructParent) + self._next
        self._parents += [(key + self._next, value) for key, value in _number_pairs(root.ParentTree)]
        self._next += int(root.ParentTreeNextKey)
        # Each part counts its tables from one.
        behind = b"-%d" % place
        for _, cell in _name_pairs(root.get("/IDTree")):
            cell.ID = self._pikepdf.String(bytes(cell.ID).decode("ascii") + behind.decode("ascii"))
            self._ids.append((bytes(cell.ID), cell))
        document = _only_child(root)
        for child in list(document.K):
            self._rename_heads(child, behind)
            child.P = self._document
            self._document.K.append(child)

    def write(self, whole: Any) -> None:
        """Put the joined lists into the tree of the whole."""
        make = self._pikepdf
        numbers = make.Array()
        for key, value in self._parents:
            numbers.append(key)
            numbers.append(value)
        self._root.ParentTree = whole.make_indirect(make.Dictionary(Nums=numbers))
        self._root.ParentTreeNextKey = self._next
        if self._ids:
            names = make.Array()
            for name, cell in sorted(self._ids, key=lambda pair: pair[0]):
                names.append(make.String(name.decode("ascii")))
                names.append(cell)
            self._root.IDTree = whole.make_indirect(make.Dictionary(Names=names))

    def _rename_heads(self, element: Any, behind: bytes) -> None:
        waiting = [element]
        while waiting:
            one = waiting.pop()
            if not isinstance(one, self._pikepdf.Dictionary):
                continue
            for attribute in one.get("/A", []):
                if "/Headers" in attribute:
                    heads = [bytes(head).decode("ascii") + behind.decode("ascii") for head in attribute.Headers]
                    attribute.Headers = self._pikepdf.Array([self._pikepdf.String(head) for head in heads])
            children = one.get("/K", [])
            waiting += list(children) if isinstance(children, self._pikepdf.Array) else [children]


def _only_child(root: Any) -> Any:
    children = list(root.K) if hasattr(root.K, "append") else [root.K]
    if len(children) != 1:
        raise errors.Bug(code="report-join")
    return children[0]


def _number_pairs(node: Any) -> list[tuple[int, Any]]:
    found = [pair for child in node.get("/Kids", []) for pair in _number_pairs(child)]
    numbers = list(node.get("/Nums", []))
    return found + [(int(key), value) for key, value in zip(numbers[::2], numbers[1::2], strict=True)]


def _name_pairs(node: Any) -> list[tuple[bytes, Any]]:
    if node is None:
        return []
    found = [pair for child in node.get("/Kids", []) for pair in _name_pairs(child)]
    names = list(node.get("/Names", []))
    return found + [(bytes(key), value) for key, value in zip(names[::2], names[1::2], strict=True)]


def _join_outlines(root: Any, copied: Any) -> None:
    if "/Outlines" not in copied:
        return
    if "/Outlines" not in root:
        root.Outlines = copied.Outlines
        return
    whole, part = root.Outlines, copied.Outlines
    entry = part.First
    while entry is not None:
        entry.Parent = whole
        entry = entry.get("/Next")
    whole.Last.Next, part.First.Prev = part.First, whole.Last
    whole.Last = part.Last
    whole.Count = int(whole.Count) + int(part.Count)
