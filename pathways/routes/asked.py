"""What is asked of a comparison of ways."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.routes.route import Prices


@dataclass(frozen=True)
class Asked:
    """What is asked for, where the occupations are found already.

    Parameters
    ----------
    goal
        ``None`` for any occupation above the start.
    within
        Most months that a route may take, 0 without a limit.
    region, move
        Where one lives, and where one would move to for the last rung; empty for the nation, and for who stays.
    """

    start: int
    goal: int | None
    within: int = 0
    region: str = ""
    move: str = ""
    prices: Prices | None = None

    @property
    def open_end(self) -> bool:
        """Return whether any occupation above the start will do."""
        return self.goal is None

    @property
    def ends(self) -> set[int]:
        """Return the places that are named: the start, and the goal where there is one."""
        return {self.start} if self.goal is None else {self.start, self.goal}
