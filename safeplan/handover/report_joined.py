"""Joins pieces of a report into one paper that is still archival and still readable by a screen reader.

May touch: nothing but the papers it is given, all set in type by this program a moment before. Must never join a
paper from outside: it reads only the plain form our own compiler writes, and stops at anything else.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from safeplan import errors
from safeplan.records.wording import let_others_run

_REFERENCE = re.compile(rb"(?<![\w.])(\d+) 0 R\b")
_REFERENCE_OR_STRING = re.compile(rb"\(|(?<![\w.])(\d+) 0 R\b")
_IN_STRING = re.compile(rb"\\.|[()]", re.DOTALL)
_STREAM = b">>\nstream\n"
_CELLS = (b"<</Type/StructElem/S/TH", b"<</Type/StructElem/S/TD")
_PAGE_KEY = re.compile(rb"/StructParents (\d+)")
_HEAD_ID = re.compile(rb"/ID\((U\w+)\)")
_HEADS = re.compile(rb"/Headers\[([^\]]*)\]")
_PAGES = re.compile(rb"(<xmpTPg:NPages>)\d+(<)")
# Objects between two moments in which others may run; a thousand of them take some ten milliseconds.
_BREATH = 1_000


def join(papers: Sequence[bytes], tick: Callable[[], None] = lambda: None) -> bytes:
    """One paper of all pages in order. `tick` is asked between two papers and may raise.

    Pages, outline, structure tree and the ids of table heads are joined; the first paper gives everything else.
    Raises Bug when a paper is not as our compiler writes it.
    """
    if len(papers) == 1:
        return papers[0]
    try:
        return _joined(papers, tick)
    except (ValueError, IndexError):
        raise errors.Bug(code="report-join") from None


def _joined(papers: Sequence[bytes], tick: Callable[[], None]) -> bytes:
    parts = [_Part(paper, place) for place, paper in enumerate(papers)]
    first, offset, key = parts[0], 0, 0
    for part in parts:
        part.moved(offset, key, first)
        offset, key = offset + part.count, key + part.keys
    objects: list[bytes] = []
    for part in parts:
        tick()
        objects += part.objects(_links(parts, part))
        let_others_run()
    tick()
    return _written(papers[0], first, objects, _tops(parts))


class _Part:
    """One paper taken apart into its numbered objects."""

    def __init__(self, paper: bytes, place: int) -> None:
        self._paper, self.place = paper, place
        starts = _offsets(paper)
        self.count = len(starts)
        self._ends = dict(zip(starts, [*starts[1:], paper.rindex(b"\nxref\n") + 1], strict=True))
        self._starts = starts
        trailer = paper[paper.rindex(b"trailer\n") :]
        self.root = _reference(trailer, b"/Root ")
        self.info = _reference(trailer, b"/Info ")
        root = self.body(self.root)
        self.pages = _reference(root, b"/Pages ")
        self.tree = _reference(root, b"/StructTreeRoot ")
        self.outlines = _reference(root, b"/Outlines ")
        self.metadata = _reference(root, b"/Metadata ")
        self.document = _reference(self.body(self.tree), b"/K[")
        self.kids = _references(self.body(self.pages), b"/Kids[")
        self.elements = _references(self.body(self.document), b"/K[")
        self.top = [_reference(self.body(self.outlines), name) for name in (b"/First ", b"/Last ")]
        self.lines = _number(self.body(self.outlines), b"/Count ")
        self.keys = _number(self.body(self.tree), b"/ParentTreeNextKey ")
        # Of the later papers these give way to those of the first.
        self.given_way = {self.pages, self.tree, self.outlines, self.document}
        self.left_out = {*self.given_way, self.root, self.info, self.metadata}
        self.offset = self.key = 0
        self._first = self

    def moved(self, offset: int, key: int, first: _Part) -> None:
        """Say where its objects and its pages' keys begin in the whole."""
        self.offset, self.key, self._first = offset, key, first

    def body(self, number: int) -> bytes:
        """What stands between "7 0 obj" and "endobj"; raises Bug when it is not there."""
        start = self._starts[number - 1]
        head = b"%d 0 obj\n" % number
        if not self._paper.startswith(head, start):
            raise errors.Bug(code="report-join")
        return self._paper[start + len(head) : self._paper.rindex(b"\nendobj", start, self._ends[start])]

    def number(self, own: int) -> int:
        """The number of one of its objects in the whole."""
        if self is not self._first and own in self.given_way:
            mine = (self.pages, self.tree, self.outlines, self.document)
            theirs = (self._first.pages, self._first.tree, self._first.outlines, self._first.document)
            return theirs[mine.index(own)]
        return own + self.offset

    def text(self, own: bytes) -> bytes:
        """The same words with every reference, key and id as it is in the whole."""
        if self is self._first:
            return own
        own = _with_numbers(own, self.number)
        if not own.startswith(_CELLS):
            return own
        own = _HEAD_ID.sub(lambda found: b"/ID(%s)" % self.head(found[1]), own)
        return _HEADS.sub(lambda found: b"/Headers[%s]" % found[1].replace(b"(U", b"(" + self.head(b"U")), own)

    def head(self, name: bytes) -> bytes:
        """The id of a table's head; every paper counts its tables from one."""
        return name if self is self._first else b"P%d%s" % (self.place, name)

    def objects(self, links: Mapping[int, bytes]) -> Iterator[bytes]:
        """Its objects as they stand in the whole, without those written anew; b"" keeps a number free."""
        pages = frozenset(self.kids)
        for number in range(1, self.count + 1):
            if not number % _BREATH:
                let_others_run()
            if number in self.left_out:
                yield b""
                continue
            body = self.body(number)
            cut = body.find(_STREAM)
            words, stream = (body, b"") if cut < 0 else (body[:cut], body[cut:])
            words = self.text(words)
            if number in pages:
                words = _PAGE_KEY.sub(lambda key: b"/StructParents %d" % (int(key[1]) + self.key), words)
            if number in links:
                words = words.replace(b"<<", b"<<" + links[number], 1)
            yield words + stream

    def parents(self) -> Iterator[tuple[int, bytes]]:
        """(key of a page, its list of elements) for the whole."""
        body = self.text(self.body(self.tree))
        inside = body[body.index(b"/Nums[") + 6 :]
        for key, number in re.findall(rb"(\d+) (\d+) 0 R", inside[: inside.index(b"]")]):
            yield int(key) + self.key, b"%s 0 R" % number

    def heads(self) -> Iterator[tuple[bytes, bytes]]:
        """(id of a table's head, its element) for the whole."""
        body = self.body(self.tree)
        at = body.find(b"/IDTree")
        for name, number in re.findall(rb"\((U\w+)\)\s?(\d+) 0 R", body[at:] if at >= 0 else b""):
            yield self.head(name), b"%d 0 R" % self.number(int(number))


def _offsets(paper: bytes) -> list[int]:
    """Where each object begins; they stand in the order of their numbers."""
    table = paper[paper.rindex(b"\nxref\n") : paper.rindex(b"trailer\n")]
    found = [int(line[:10]) for line in table.splitlines() if line.endswith(b" 00000 n")]
    if not paper.startswith(b"%PDF-1.7") or found != sorted(found) or b"/ObjStm" in paper[-4096:]:
        raise errors.Bug(code="report-join")
    return found


def _links(parts: Sequence[_Part], part: _Part) -> dict[int, bytes]:
    """What the first and the last line of a part's outline have to say of their neighbours."""
    place, links = part.place, {}
    if place > 0:
        before = parts[place - 1]
        links[part.top[0]] = b"/Prev %d 0 R" % before.number(before.top[1])
    if place < len(parts) - 1:
        after = parts[place + 1]
        links[part.top[1]] = links.get(part.top[1], b"") + b"/Next %d 0 R" % after.number(after.top[0])
    return links


def _tops(parts: Sequence[_Part]) -> dict[int, bytes]:
    """{number: the object} of those that hold all parts together."""
    first, last = parts[0], parts[-1]
    pages = [part.number(kid) for part in parts for kid in part.kids]
    elements = [part.number(element) for part in parts for element in part.elements]
    parents = b" ".join(b"%d %s" % pair for part in parts for pair in part.parents())
    heads = b" ".join(b"(%s) %s" % pair for pair in sorted(pair for part in parts for pair in part.heads()))
    roles = re.search(rb"/RoleMap<<[^<>]*>>", first.body(first.tree))
    outlines = first.top[0], last.number(last.top[1]), sum(part.lines for part in parts)
    xmp = _PAGES.sub(rb"\g<1>%d\g<2>" % len(pages), _stream(first.body(first.metadata)))
    document = first.body(first.document)
    return {
        first.root: first.body(first.root),
        first.info: first.body(first.info),
        first.pages: b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), _list(pages)),
        first.document: re.sub(rb"/K\[[^\]]*\]", lambda _: b"/K[%s]" % _list(elements), document, count=1),
        first.outlines: b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % outlines,
        first.metadata: b"<</Length %d/Type/Metadata/Subtype/XML>>\nstream\n%s\nendstream" % (len(xmp), xmp),
        first.tree: b"<</Type/StructTreeRoot%s/K[%d 0 R]/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d%s>>"
        % (
            roles[0] if roles else b"",
            first.document,
            parents,
            sum(part.keys for part in parts),
            b"/IDTree<</Names[%s]>>" % heads if heads else b"",
        ),
    }


def _written(paper: bytes, first: _Part, objects: list[bytes], tops: Mapping[int, bytes]) -> bytes:
    out, offsets, at = [paper[: paper.index(b"\n1 0 obj") + 1]], [], 0
    at = len(out[0])
    for number, body in enumerate(objects, 1):
        words = tops.get(number, body)
        if not words:
            offsets.append(0)
            continue
        offsets.append(at)
        for piece in (b"%d 0 obj\n" % number, words, b"\nendobj\n"):
            out.append(piece)
            at += len(piece)
        if not number % _BREATH:
            let_others_run()
    # A number that is not used any more is said to be free.
    lines = [b"%010d 00000 n\r\n" % one if one else b"0000000000 00001 f\r\n" for one in offsets]
    digest = hashlib.sha256()
    for piece in out:
        digest.update(piece)
    name = digest.hexdigest()[:32].encode("ascii")
    out.append(b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(objects) + 1))
    out += lines
    out.append(
        b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, first.root, first.info, name, name, at)
    )
    return b"".join(out)


def _with_numbers(words: bytes, number: Callable[[int], int]) -> bytes:
    """The same text with other numbers in its references, and not a letter changed inside its strings."""
    if b"(" not in words:
        return _REFERENCE.sub(lambda found: b"%d 0 R" % number(int(found[1])), words)
    out, at = [], 0
    while (found := _REFERENCE_OR_STRING.search(words, at)) is not None:
        out.append(words[at : found.start()])
        at = found.end()
        if found[1] is not None:
            out.append(b"%d 0 R" % number(int(found[1])))
            continue
        depth = 1
        while depth:
            inside = _IN_STRING.search(words, at)
            if inside is None:
                raise errors.Bug(code="report-join")
            depth += {b"(": 1, b")": -1}.get(inside[0], 0)
            at = inside.end()
        out.append(words[found.start() : at])
    out.append(words[at:])
    return b"".join(out)


def _reference(body: bytes, name: bytes) -> int:
    found = re.search(re.escape(name) + rb"(\d+) 0 R", body)
    if found is None:
        raise errors.Bug(code="report-join")
    return int(found[1])


def _references(body: bytes, name: bytes) -> list[int]:
    start = body.index(name) + len(name)
    return [int(found) for found in _REFERENCE.findall(body[start : body.index(b"]", start)])]


def _number(body: bytes, name: bytes) -> int:
    found = re.search(re.escape(name) + rb"(-?\d+)", body)
    if found is None:
        raise errors.Bug(code="report-join")
    return int(found[1])


def _stream(body: bytes) -> bytes:
    return body[body.index(_STREAM) + len(_STREAM) : body.rindex(b"\nendstream")]


def _list(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % one for one in numbers)
