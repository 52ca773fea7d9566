"""How sure something is, on a page: its color, the words for that, and bars that are parted by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from pathways.coverage.disputes import DISPUTED, shade
from pathways.coverage.proposal import LIKELY, Standing
from pathways.coverage.wording import percent

MARKS = {
    Standing.TAUGHT: "taught",
    Standing.LIKELY: "likely",
    Standing.POSSIBLE: "possible",
    Standing.ELSEWHERE: "elsewhere",
    Standing.ABSENT: "absent",
}
"""The style of each standing; the words stand beside it."""

KEY: Final = {
    Standing.TAUGHT: "taught: a reviewer accepted it",
    Standing.LIKELY: f"likely taught: {percent(LIKELY)} or more",
    Standing.POSSIBLE: "possibly taught: less",
    Standing.ELSEWHERE: "possibly taught, by a program of another field",
}
"""What the colors of a table mean."""

STACKED = {Standing.TAUGHT: "taught, accepted by a reviewer", Standing.ABSENT: "found in no outcome"}
"""What a part of a whole is called where that is not its standing."""


def mark(standing: Standing, *, disputed: bool = False) -> str:
    """Return the style of a standing, and whether reviewers disagree on it; the words stand beside it.

    Example
    -------
    >>> mark(Standing.LIKELY), mark(Standing.LIKELY, disputed=True)
    ('likely', 'possible disputed')
    """
    style = MARKS[shade(standing, disputed=disputed)]
    return f"{style} disputed" if disputed else style


def dispute_chip(competency: str, contested: Collection[str]) -> str:
    """Return what stands behind a name that reviewers disagree on; nothing behind any other.

    Example
    -------
    >>> dispute_chip("http://x/a", ["http://x/a"]), dispute_chip("http://x/a", [])
    (' <span class="chip possible disputed">disputed</span>', '')
    """
    if competency not in contested:
        return ""
    return f' <span class="chip {mark(Standing.POSSIBLE, disputed=True)}">{DISPUTED}</span>'


def key(shown: Iterable[Standing], *, disputed: bool) -> str:
    """Return what the colors of a table mean, as far as it has them; empty where it has none.

    Parameters
    ----------
    disputed
        Whether something in it is.
    """
    found = set(shown)
    said = [f'<li><span class="mark {MARKS[one]}">{words}</span></li>' for one, words in KEY.items() if one in found]
    dispute = (
        f'<li><span class="mark {mark(Standing.POSSIBLE, disputed=True)}">{DISPUTED}: reviewers disagree</span></li>'
    )
    said += [dispute] if disputed else []
    return f'<ul class="stacked key" aria-label="Colors of the table">{"".join(said)}</ul>' if said else ""


def stack(numbers: Mapping[Standing, int]) -> str:
    """Return a bar that is parted by standing, with its numbers in words."""
    words = "".join(f"<li>{_part(standing, number)}</li>" for standing, number in numbers.items() if number)
    return f'{bars(numbers)}<ul class="stacked">{words}</ul>'


def bars(numbers: Mapping[Standing, int]) -> str:
    """Return a bar that is parted by standing; words must stand beside it."""
    parts = ((standing, number) for standing, number in numbers.items() if number)
    spans = (f'<span class="{MARKS[standing]}" style="flex-grow:{number}"></span>' for standing, number in parts)
    return f'<div class="stack" aria-hidden="true">{"".join(spans)}</div>'


def _part(standing: Standing, number: int) -> str:
    said = STACKED.get(standing, standing.value)
    return f'<span class="mark {MARKS[standing]}"><b>{number:,}</b> {said}</span>'
