"""One thread for the linear algebra: of small products, more of them wait for one another longer than they compute."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController


@contextmanager
def single_thread() -> Iterator[None]:
    """Keep the linear algebra to one thread.

    Where several threads ask for it, the limit holds as long as the first of them does.

    Example
    -------
    >>> with single_thread():
    ...     pass
    """
    with _libraries().limit(limits=1, user_api="blas"):
        yield


@cache
def _libraries() -> ThreadpoolController:
    """Return the libraries that are loaded; finding them takes a while."""
    return ThreadpoolController()
