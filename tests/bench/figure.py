"""One measured figure, its unit and what it should be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`aim` is the limit; `at_least` says from which side. No aim: printed for information."""

    name: str
    value: float
    unit: str = ""
    aim: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def met(self) -> bool | None:
        if self.aim is None:
            return None
        return self.value >= self.aim if self.at_least else self.value <= self.aim

    def line(self) -> str:
        sign = "≥" if self.at_least else "≤"
        aim = "" if self.aim is None else f"{sign} {self.aim:g}"
        mark = {True: "ok", False: "MISSED", None: ""}[self.met]
        return f"{self.name:<24}{self.value:>10.2f} {self.unit:<5}{aim:>10}  {mark:<7}{self.note}"


def p99(ordered: list[float], share: float = 0.99) -> float:
    """The value that `share` of all are at or below; `ordered` rises."""
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
