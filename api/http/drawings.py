"""Drawings that are kept: the ones asked for last, up to a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sized
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
D = TypeVar("D", bound=Sized)

OVERHEAD = 6000
"""Bytes that keeping a drawing takes besides its own, at most: a question as long as a request may put it."""


class Drawings(Generic[K, D]):
    """Draws what is not kept yet, and keeps what was drawn.

    Parameters
    ----------
    draw
        Returns the drawing that answers a question.
    size
        Bytes to keep, at most; a drawing larger than all of them is not kept.

    Example
    -------
    >>> drawings = Drawings(lambda length: b"x" * length, size=20_000)
    >>> len(drawings(5000)), len(drawings(7000)), drawings.kept
    (5000, 7000, 13000)
    """

    def __init__(self, draw: Callable[[K], D], size: int) -> None:
        self._draw = draw
        self._size = size
        self._kept: OrderedDict[K, D] = OrderedDict()
        self._changing = Lock()
        self.kept = 0

    def __call__(self, question: K) -> D:
        """Return the drawing that answers a question."""
        with self._changing:
            if question in self._kept:
                self._kept.move_to_end(question)
                return self._kept[question]
        drawing = self._draw(question)
        with self._changing:
            self._keep(question, drawing)
        return drawing

    def _keep(self, question: K, drawing: D) -> None:
        """Keep a drawing, and drop those that were not asked for the longest until all fit."""
        if question in self._kept or weight(drawing) > self._size:
            return
        self._kept[question] = drawing
        self.kept += weight(drawing)
        while self.kept > self._size:
            _, dropped = self._kept.popitem(last=False)
            self.kept -= weight(dropped)


def weight(drawing: Sized) -> int:
    """Return how many bytes keeping a drawing takes."""
    return OVERHEAD + len(drawing)
