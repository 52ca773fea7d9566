"""Blocks: texts that are matched together, several blocks at the same time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

from standards.matching.single_thread import single_thread
from standards.uncollected import uncollected

WORKERS: Final = 2
"""Blocks that are matched at the same time; numpy lets other threads run while it computes."""

Block = TypeVar("Block")
Found = TypeVar("Found")


def in_blocks(blocks: Sequence[Block], look: Callable[[Block], Sequence[Found]], workers: int = WORKERS) -> list[Found]:
    """Return what is found for each text of some blocks, in their order, the linear algebra in one thread for each.

    Parameters
    ----------
    look
        Returns what is found for each text of a block.
    workers
        Threads that share the work where there are several blocks.

    Example
    -------
    >>> in_blocks([["a", "b"], ["c"]], lambda block: [text.upper() for text in block])
    ['A', 'B', 'C']
    """
    with single_thread():
        if len(blocks) < 2:
            return [found for block in blocks for found in look(block)]
        with uncollected(), ThreadPoolExecutor(workers) as pool:
            return [found for block in pool.map(look, blocks) for found in block]
