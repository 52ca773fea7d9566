"""Heads: what a program is called beside others, so that no two are called the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping


def heads(programs: Iterable[tuple[str, str, str]]) -> Mapping[str, str]:
    """Return names of programs by their addresses: the title, with the college where others have that title.

    Parameters
    ----------
    programs
        Address, title and college of each; the college may be empty. Where title and college are those of another, or
        no college is known, the end of the address tells them apart.

    Example
    -------
    >>> programs = [("http://x/a", "Welding", "Pine"), ("http://x/b", "Welding", "Fir"), ("http://x/c", "Math", "Fir")]
    >>> list(heads(programs).values())
    ['Welding, Pine', 'Welding, Fir', 'Math']
    """
    known = list(programs)
    choices = {iri: _choices(iri, label, college) for iri, label, college in known}
    number = Counter(choice for offered in choices.values() for choice in set(offered))
    return {iri: next((one for one in offered if number[one] == 1), offered[-1]) for iri, offered in choices.items()}


def _choices(iri: str, label: str, college: str) -> tuple[str, str, str]:
    """Return the names of a program from the shortest."""
    place = "/".join(iri.rstrip("/").rsplit("/", 2)[-2:])
    full = f"{label}, {college}" if college else label
    return label, full, f"{full} ({place})"
