"""Text broken into lines that fit."""

from __future__ import annotations

from functools import lru_cache

from pathways.diagrams.metrics import Style, width


@lru_cache(maxsize=4096)
def wrap(text: str, style: Style, room: float) -> tuple[str, ...]:
    """Return a text as lines no wider than the room, none of it lost.

    Lines break at spaces and after hyphens and slashes; a word wider than the room is broken where it must be.

    Parameters
    ----------
    room
        In pixels, at least as wide as one letter.

    Example
    -------
    >>> wrap("Maintenance and Repair Workers", Style("plain", size=10, leading=12), 90)
    ('Maintenance and', 'Repair Workers')
    """
    lines = [""]
    for piece in _pieces(text):
        if width((lines[-1] + piece).rstrip(), style) <= room:
            lines[-1] += piece
        else:
            lines.extend(_broken(piece, style, room))
    return tuple(stripped for line in lines if (stripped := line.strip()))


def _pieces(text: str) -> list[str]:
    """Return the smallest parts between which a line may end, each with its space."""
    found = [""]
    for letter in " ".join(text.split()):
        found[-1] += letter
        if letter in " -/\N{EN DASH}":
            found.append("")
    return found


def _broken(piece: str, style: Style, room: float) -> list[str]:
    lines = [""]
    for letter in piece:
        if lines[-1] and width((lines[-1] + letter).rstrip(), style) > room:
            lines.append("")
        lines[-1] += letter
    return lines
