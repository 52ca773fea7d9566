"""``ladderworks related``: the occupations most related to some, or to all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import tab_separated, table
from api.terminal.files import STANDARD_OUTPUT, write_output
from ontology.errors import InputError
from pathways.amounts import count
from pathways.neighbors import Related, related
from pathways.occupations.catalog import Occupations
from pathways.profiles import Close, Transitions, read_profiles
from pathways.snapshot import Snapshot

COLUMNS = ("occupation", "rank", "related")
"""Of TSV; numbers follow, and last `TITLE`."""

TITLE = "title"
"""Of the related occupation."""


def run(
    codes: Annotated[list[str] | None, typer.Argument(metavar="CODE...", help="Codes, addresses or titles.")] = None,
    every: Annotated[bool, typer.Option("--all", help="For every occupation.")] = False,
    esco: Annotated[bool, typer.Option("--esco", help="ESCO's occupations, by the skills that they ask for.")] = False,
    top: Annotated[int, typer.Option(min=1, help="How many for each.")] = 20,
    output: Annotated[Path | None, typer.Option("-o", help="A TSV file; - for standard output.")] = None,
) -> None:
    """List the occupations most related to some: occupation, rank, related, score (0 to 1), title.

    With --esco also the gap: the share of the related one's skills that the occupation does not ask for.
    On a terminal it is a table; everywhere else the result is TSV.
    """
    if bool(codes) == every:
        message = "name occupations, or all of them with --all"
        raise InputError(message)
    with open_knowledge(Settings.read()) as knowledge:
        if esco:
            listing = Listing.of_esco(Transitions.of(read_profiles(knowledge.base)), top)
        else:
            listing = Listing.of_national(knowledge.scopes.national, top)
        places = [listing.occupations.find(code) for code in codes] if codes else range(len(listing.occupations))
        if output is None and sys.stdout.isatty():
            print("\n\n".join(listing.readable(place) for place in places))
        else:
            listing.write(places, output or STANDARD_OUTPUT)


@dataclass(frozen=True)
class Listing:
    """Occupations with what is most related to each.

    Parameters
    ----------
    find
        Returns what is most related to the occupation of a place.
    numbers
        The fields that are shown of it.
    """

    occupations: Occupations
    find: Callable[[int], Sequence[Related | Close]]
    numbers: tuple[str, ...]

    @classmethod
    def of_national(cls, snapshot: Snapshot, top: int) -> Listing:
        """Return the occupations that ladders are made of."""
        return cls(snapshot.occupations, lambda place: related(snapshot, place, top), ("score",))

    @classmethod
    def of_esco(cls, transitions: Transitions, top: int) -> Listing:
        """Return ESCO's occupations."""
        return cls(transitions.occupations, lambda place: transitions.closest(place, top), ("score", "gap"))

    def readable(self, place: int) -> str:
        """Return what is related to one occupation as a table with titles."""
        entry = self.occupations[place]
        rows = [(f.rank, *self._numbers(f), f.code, str(f.label)) for f in self.find(place)]
        return f"{entry.code} {entry.label}\n{table([('rank', *self.numbers, 'code', 'title'), *rows])}"

    def write(self, places: Sequence[int], output: Path) -> None:
        """Write what is related to some occupations as TSV."""
        found = [(self.occupations[place].code, self.find(place)) for place in places]
        rows = [(code, f.rank, f.code, *self._numbers(f), f.label.value) for code, others in found for f in others]
        what = f"{count(len(places), 'occupation')}, {count(len(rows), 'related one')}"
        write_output(output, tab_separated([(*COLUMNS, *self.numbers, TITLE), *rows]), what)

    def _numbers(self, found: Related | Close) -> tuple[str, ...]:
        return tuple(f"{getattr(found, name):.4f}" for name in self.numbers)
