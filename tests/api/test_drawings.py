from threading import Barrier, Thread

import pytest

from api.http.drawings import OVERHEAD, Drawings, weight


class Pen:
    """Draws as many bytes as it is asked for, and remembers what it drew."""

    def __init__(self) -> None:
        self.drawn: list[int] = []

    def __call__(self, length: int) -> bytes:
        self.drawn.append(length)
        return b"x" * length


def test_what_was_drawn_is_not_drawn_again() -> None:
    pen = Pen()
    drawings = Drawings(pen, size=100_000)

    assert [len(drawings(length)) for length in (100, 200, 100)] == [100, 200, 100]
    assert pen.drawn == [100, 200]


def test_never_more_bytes_are_kept_than_allowed_whatever_their_number() -> None:
    drawings = Drawings(Pen(), size=50_000)

    kept = []
    for length in (*range(400), *range(20_000, 60_000, 999)):
        drawings(length)
        kept.append(drawings.kept)

    assert 40_000 < max(kept) <= 50_000


def test_the_one_not_asked_for_the_longest_goes_first() -> None:
    pen = Pen()
    drawings = Drawings(pen, size=2 * weight(b"x" * 1000) + 100)

    for length in (1000, 1001, 1000, 1002, 1000, 1001):
        drawings(length)

    assert pen.drawn == [1000, 1001, 1002, 1001]


def test_one_that_is_larger_than_all_together_is_drawn_and_drops_none() -> None:
    pen = Pen()
    drawings = Drawings(pen, size=8000)

    for length in (100, 9000, 100, 9000):
        assert len(drawings(length)) == length

    assert pen.drawn == [100, 9000, 9000]
    assert drawings.kept == weight(b"x" * 100)


def test_empty_drawings_are_counted_too() -> None:
    drawings = Drawings(Pen(), size=3 * OVERHEAD + 200)
    for question in range(50):
        drawings(question % 2)

    assert drawings.kept == weight(b"") + weight(b"x")


def test_what_fails_is_not_kept() -> None:
    def fail(_: int) -> bytes:
        raise LookupError

    drawings = Drawings(fail, size=1000)
    with pytest.raises(LookupError):
        drawings(1)
    assert drawings.kept == 0


def test_the_same_question_at_once_is_counted_once() -> None:
    together = Barrier(4)

    def draw(length: int) -> bytes:
        together.wait(10)
        return b"x" * length

    drawings = Drawings(draw, size=100_000)
    threads = [Thread(target=drawings, args=(100,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert drawings.kept == weight(b"x" * 100)
