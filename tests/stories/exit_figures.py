"""What an exit is made from, and what all exits of one state came to, held against its budget.

May touch: the log of exits. Must never call a state innocent in which a single exit showed a page or a name again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exit_log import ExitLog
from exit_sampler import OneExit

if TYPE_CHECKING:
    from exit_rounds import Rounds

# Milliseconds by the clock are no one's fault below this, where the computer has other work.
NOT_QUIET = 0.150

Step = Callable[["Rounds"], None]


@dataclass(frozen=True)
class State:
    """What is on the screen when the key comes. `ready` is asked last, for what never stands still.

    `at_exit` is done right before the key, `afterwards` when all is over; `load` takes the wider budget.
    """

    name: str
    steps: tuple[Step, ...] = ()
    ready: Callable[[Rounds], bool] | None = None
    at_exit: Step | None = None
    afterwards: Step | None = None
    load: bool = False
    hanging: bool = False
    composed: bool = False
    # What is waited for is so small that nothing akin to it will do.
    small: bool = False


@dataclass
class Figures:
    """What the exits of one state came to."""

    state: State
    seen: list[OneExit] = field(default_factory=list)
    again: int = 0
    sums_again: int = 0
    seconds_each: float = 0.0
    gone_within: float = 0.150
    log: ExitLog | None = None

    def __post_init__(self) -> None:
        if self.log is not None:
            self.seen += self.log.known()

    def add(self, one: OneExit) -> None:
        self.seen.append(one)
        if self.log is not None:
            self.log.add(one)

    @property
    def budget(self) -> float:
        """Seconds from the key until all is innocent; a compositing manager draws a frame or two late."""
        if self.state.composed:
            return 0.050
        return 0.150 if self.state.hanging else 0.033 if self.state.load else 0.0167

    def shows_fault(self, seen: OneExit) -> bool:
        late = seen.last_strange > self.budget or seen.there > self.gone_within
        return late or seen.came_back or bool(seen.holes or seen.wrong_names)

    def milliseconds(self, share: float, what: str = "last_strange") -> float:
        ordered: list[float] = sorted(1000 * getattr(seen, what) for seen in self.seen)
        return round(ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))], 1)

    def faults(self, *, strict: bool = True) -> list[str]:
        """What is wrong, in words; not `strict`: nothing under 150 ms is late, for a computer that is not quiet."""
        found = []
        budget = 1000 * (self.budget if strict else max(self.budget, NOT_QUIET))
        gone = 1000 * (self.gone_within if strict else 2 * self.gone_within)
        if (p99 := self.milliseconds(0.99)) > budget:
            found.append(
                f"late: something else than the everyday program stood for {p99} ms, {budget:.1f} are allowed"
            )
        if back := sum(seen.came_back for seen in self.seen):
            found.append(f"back: something of a page stood there again in {back} exits")
        if holes := sum(seen.holes > 0 for seen in self.seen):
            found.append(f"hole: the desktop shone through in {holes} exits")
        if names := frozenset[str]().union(*(seen.wrong_names for seen in self.seen)):
            found.append("name: " + ", ".join(sorted(names)))
        if (worst := self.milliseconds(0.99, "there")) > gone:
            found.append(f"stays: the process with the notes was there after {worst} ms")
        if any(not seen.rests for seen in self.seen):
            found.append("rest: something else than the everyday program was left on the screen")
        return found

    def told(self) -> dict[str, float | str]:
        """For build/campaign.json; milliseconds, but for the names that say otherwise."""
        return {
            "p50_ms": self.milliseconds(0.5),
            "p99_ms": self.milliseconds(0.99),
            "max_ms": self.milliseconds(1.0),
            "first_innocent_look_p99_ms": self.milliseconds(0.99, "first_innocent"),
            "notes_p99_ms": self.milliseconds(0.99, "last_secret"),
            "child_gone_p99_ms": self.milliseconds(0.99, "gone"),
            "holes": sum(seen.holes for seen in self.seen),
            "wrong_names": len(frozenset[str]().union(*(seen.wrong_names for seen in self.seen))),
            "two_lines_max_ms": self.milliseconds(1.0, "two_lines"),
            "hertz": round(sorted(seen.hertz for seen in self.seen)[len(self.seen) // 2]),
            "longest_gap_ms": self.milliseconds(1.0, "longest_gap"),
            "made_again": self.again,
            "sums_entered_again": self.sums_again,
            "seconds_each": round(self.seconds_each, 2),
        }
