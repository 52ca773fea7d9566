"""Buffers: large arrays that a thread uses again and again.

The system hands out memory page by page, which takes three times as long as to multiply what is written into it.
"""

from __future__ import annotations

import threading

import numpy as np

from standards.matching.embedding import Floats


class Buffers(threading.local):
    """Arrays by name; each thread has its own.

    Example
    -------
    >>> buffers = Buffers()
    >>> first, again = buffers.floats("scores", 4, 2), buffers.floats("scores", 2, 2)
    >>> again.shape, np.shares_memory(first, again)
    ((2, 2), True)
    """

    def __init__(self) -> None:
        self._arrays: dict[str, Floats] = {}

    def floats(self, name: str, *shape: int) -> Floats:
        """Return an array of some shape, with whatever was last written into the buffer of that name."""
        size = int(np.prod(shape))
        if name not in self._arrays or self._arrays[name].size < size:
            self._arrays[name] = np.empty(size, dtype=np.float32)
        return self._arrays[name][:size].reshape(shape)
