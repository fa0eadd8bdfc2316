"""Takes pictures and sound out of one untrusted recording with FFmpeg. Runs in the player only.

May touch: the bytes it asks for through `source`. Must never open anything else: one reader is named for the kind
of file, known decoders only, no address inside a file is followed.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, BinaryIO

from safeplan.errors import PictureBroken, PictureNotShown, PictureTooLarge
from ui.player_wire import MAX_LENGTH_MS, MAX_PIXELS, MAX_SOUND, RATE, READERS, SAMPLE, Frame, From, Info, Sound

# What phones, recorders and computers of the last twenty years write. Everything else stays closed.
_PICTURE_DECODERS = (
    *("h264", "hevc", "mpeg4", "h263", "vp8", "vp9", "libdav1d", "av1", "mjpeg", "mpeg1video", "mpeg2video"),
    *("msmpeg4", "msmpeg4v2", "wmv1", "wmv2", "wmv3", "vc1"),
)
_SOUND_DECODERS = (
    *("aac", "mp3float", "mp3", "opus", "libopus", "vorbis", "flac", "alac", "ac3", "wmav1", "wmav2", "wmapro"),
    *("amrnb", "amrwb", "libopencore_amrnb", "libopencore_amrwb", "gsm", "gsm_ms", "adpcm_ima_wav", "adpcm_ms"),
    *("pcm_s16le", "pcm_s16be", "pcm_u8", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_alaw", "pcm_mulaw"),
)
_DECODER_LIMITS = {"max_pixels": str(MAX_PIXELS)}
_OPTIONS = {
    **_DECODER_LIMITS,
    "protocol_whitelist": "none",
    "codec_whitelist": ",".join((*_PICTURE_DECODERS, *_SOUND_DECODERS)),
    "max_streams": "32",
    "probesize": "5000000",
    "analyzeduration": "5000000",
}
_PARTS = (
    *("audio.stream", "audio.codeccontext", "video.stream", "video.codeccontext", "video.reformatter"),
    *("subtitles.stream", "subtitles.codeccontext", "filter.graph", "filter.context"),
)
# Damaged places are passed over; so many in a row mean that nothing more will come.
_BAD_IN_A_ROW = 200
_BLOCK = 4096 * SAMPLE


def preload() -> None:
    """Load everything now: when the file is read, nothing can be opened any more."""
    import av

    # The binding would load these when it first meets such a stream.
    for part in _PARTS:
        importlib.import_module(f"av.{part}")
    av.logging.set_level(None)


class Recording:
    """One open file. Raises PictureBroken, PictureTooLarge, PictureNotShown."""

    def __init__(self, kind: str, source: BinaryIO) -> None:
        import av

        self._av = av
        try:
            self._container: Any = av.open(
                source,
                format=READERS[kind],
                options=_OPTIONS,
                metadata_errors="replace",
                buffer_size=1 << 16,
            )
        except av.error.FFmpegError as error:
            raise _named(error) from None
        self._picture = self._pick("video")
        self._sound = self._pick("audio")
        if self._picture is None and self._sound is None:
            raise PictureNotShown
        self.info = self._describe()
        self._limit_decoders()
        self._moved = False

    def _pick(self, what: str) -> Any:
        known = _PICTURE_DECODERS if what == "video" else _SOUND_DECODERS
        for stream in self._container.streams:
            if stream.type != what or stream.codec_context is None or stream.codec_context.name not in known:
                continue
            # The cover picture of a song is no film.
            if not int(stream.disposition) & int(self._av.stream.Disposition.attached_pic):
                return stream
        return None

    def _describe(self) -> Info:
        width = height = 0
        if self._picture is not None:
            width, height = self._picture.codec_context.width, self._picture.codec_context.height
            if width * height > MAX_PIXELS:
                raise PictureTooLarge
            if width < 1 or height < 1:
                raise PictureBroken
        length = self._container.duration
        length_ms = min(MAX_LENGTH_MS, max(0, length // 1000)) if length is not None else 0
        return Info(length_ms, self._picture is not None, self._sound is not None, width, height)

    def _limit_decoders(self) -> None:
        for stream in (self._picture, self._sound):
            if stream is not None:
                stream.codec_context.options = _DECODER_LIMITS
                # Each thread more holds pictures of its own; two is what many of these computers have.
                stream.codec_context.thread_count = 2 if stream is self._picture else 1

    def play(self, order: From) -> Iterator[Frame | Sound]:
        """Pictures and sound from `order.at_ms` on, as they stand in the file."""
        self._go_to(order.at_ms)
        stretch = _Stretch(self._av, order) if self._sound is not None else None
        # The picture that stands at the wanted moment has mostly begun before it.
        before: Any = None
        shown = False
        try:
            for stream, frame, at_ms in self._frames(pictures=not order.sound_alone):
                if stream is self._sound:
                    assert stretch is not None
                    yield from stretch.feed(frame, at_ms)
                elif at_ms < order.at_ms:
                    before = frame
                else:
                    if before is not None and not shown and at_ms > order.at_ms:
                        yield _drawn(before, order)
                    before, shown = None, True
                    yield _drawn(frame, order, at_ms)
            if before is not None and not shown:
                yield _drawn(before, order)
            if stretch is not None:
                yield from stretch.rest()
        except self._av.error.FFmpegError as error:
            raise _named(error) from None

    def _frames(self, *, pictures: bool) -> Iterator[tuple[Any, Any, int]]:
        start_ms = (self._container.start_time or 0) // 1000
        bad = 0
        for packet in self._packets(pictures=pictures):
            try:
                frames = packet.decode()
            except self._av.error.InvalidDataError:
                bad += 1
                if bad > _BAD_IN_A_ROW:
                    raise PictureBroken from None
                continue
            bad = 0 if frames else bad
            for frame in frames:
                yield packet.stream, frame, _moment(frame, start_ms)

    def _packets(self, *, pictures: bool) -> Iterator[Any]:
        streams = (self._picture, self._sound) if pictures else (self._sound,)
        wanted = [stream for stream in streams if stream is not None]
        packets = self._container.demux(wanted)
        while True:
            try:
                yield next(packets)
            except StopIteration:
                return
            except self._av.error.EOFError:
                return

    def _go_to(self, at_ms: int) -> None:
        fresh, self._moved = not self._moved, True
        if fresh and not at_ms:
            return
        lead = self._picture if self._picture is not None else self._sound
        try:
            # The last whole picture before it; what lies between is decoded and not shown.
            start = self._container.start_time or 0
            self._container.seek(max(0, at_ms * 1000 + start) if at_ms else min(0, start))
        except self._av.error.FFmpegError:
            # Some files cannot be entered in the middle: from the beginning, then.
            try:
                self._container.seek(0, stream=lead, any_frame=True)
            except self._av.error.FFmpegError as error:
                raise _named(error) from None


class _Stretch:
    """Sound of any kind in, 48,000 pairs a second at the wanted speed out, with the voice at its own height."""

    def __init__(self, av: Any, order: From) -> None:
        self._av, self._order = av, order
        self._graph: Any = None
        self._made_for: tuple[Any, ...] = ()
        self._began = 0.0
        self._sent = 0
        self._taken_ms = 0.0

    def feed(self, frame: Any, at_ms: int) -> Iterator[Sound]:
        """One decoded piece."""
        length_ms = frame.samples * 1000 / max(1, frame.sample_rate)
        if at_ms + length_ms <= self._order.at_ms:
            return
        shape = (frame.format.name, frame.layout.name, frame.sample_rate)
        if shape != self._made_for:
            yield from self.rest()
            self._make(shape, at_ms)
        frame.pts = None
        self._taken_ms += length_ms
        self._graph.push(frame)
        yield from self._pull()

    def rest(self) -> Iterator[Sound]:
        """What is still inside."""
        if self._graph is not None:
            self._graph.push(None)
            yield from self._pull(round(self._taken_ms * RATE / 10 / self._order.speed))
            self._graph = None

    def _make(self, shape: tuple[Any, ...], at_ms: int) -> None:
        name, layout, rate = shape
        if not 1000 <= rate <= 768_000:
            raise PictureBroken
        try:
            graph = self._chain(name, layout, rate)
        except (RuntimeError, ValueError):
            # A shape of sound that no filter takes, or no memory for one.
            raise PictureBroken from None
        self._graph, self._made_for = graph, shape
        self._began, self._sent, self._taken_ms = max(at_ms, self._order.at_ms), 0, 0.0

    def _chain(self, name: str, layout: str, rate: int) -> Any:
        graph = self._av.filter.Graph()
        steps = [graph.add_abuffer(format=name, sample_rate=rate, layout=layout, time_base=Fraction(1, rate))]
        steps.append(graph.add("aresample", str(RATE)))
        steps.append(graph.add("aformat", f"sample_fmts=s16:sample_rates={RATE}:channel_layouts=stereo"))
        if self._order.speed != 100:
            # It swallows its last tenth of a second; let that be silence.
            steps.append(graph.add("apad", "pad_dur=0.3"))
            steps.append(graph.add("atempo", str(self._order.speed / 100)))
        steps.append(graph.add("abuffersink"))
        graph.link_nodes(*steps).configure()
        return graph

    def _pull(self, most: int | None = None) -> Iterator[Sound]:
        """What is ready; no more than `most` pairs since the graph was made."""
        while True:
            try:
                out = self._graph.pull()
            except (self._av.error.BlockingIOError, self._av.error.EOFError):
                return
            count = out.samples if most is None else max(0, min(out.samples, most - self._sent))
            samples = bytes(out.planes[0])[: count * SAMPLE]
            for start in range(0, len(samples), _BLOCK):
                block = samples[start : start + min(_BLOCK, MAX_SOUND)]
                at_ms = self._began + self._sent * 1000 / RATE * self._order.speed / 100
                self._sent += len(block) // SAMPLE
                yield Sound(self._order.turn, min(MAX_LENGTH_MS, int(at_ms)), block)


def _moment(frame: Any, start_ms: int) -> int:
    """When it is to be seen or heard, in milliseconds from the beginning."""
    time = frame.time
    return min(MAX_LENGTH_MS, max(0, round(time * 1000) - start_ms)) if time is not None else 0


def _drawn(frame: Any, order: From, at_ms: int | None = None) -> Frame:
    """The picture no larger than asked for, upright sides kept for the window to turn."""
    width, height = frame.width, frame.height
    if width < 1 or height < 1 or width * height > MAX_PIXELS:
        raise PictureTooLarge
    ratio = float(frame.sample_aspect_ratio or 1) if hasattr(frame, "sample_aspect_ratio") else 1.0
    wide = width * ratio if 0.125 <= ratio <= 8 else float(width)
    turned = round(frame.rotation / 90) * 90 % 360
    most = (order.height, order.width) if turned in (90, 270) else (order.width, order.height)
    scale = min(1.0, most[0] / wide, most[1] / height)
    across = max(1, min(most[0], round(wide * scale)))
    down = max(1, min(most[1], round(height * scale)))
    picture = frame.reformat(width=across, height=down, format="bgr0")
    plane = picture.planes[0]
    row, step = across * 4, plane.line_size
    if step == row:
        pixels = bytes(plane)[: row * down]
    else:
        view = memoryview(plane)
        pixels = b"".join(view[line * step : line * step + row] for line in range(down))
    return Frame(order.turn, order.at_ms if at_ms is None else at_ms, across, down, turned, pixels)


def _named(error: Exception) -> Exception:
    """Ours for theirs."""
    return PictureTooLarge() if isinstance(error, MemoryError) else PictureBroken()
