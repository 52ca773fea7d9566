"""``ladderworks search``: what is called so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Final

import typer
from pydantic import TypeAdapter

from api.knowledge import open_knowledge
from api.searching.matches import Match, Matches, find
from api.searching.names import ThingKind
from api.settings import Settings
from api.terminal.console import note, table
from api.terminal.failures import as_options
from ontology.errors import NotFoundError
from pathways.plans.military import MILITARY, is_military

NO_LADDER: Final = " (no ladder)"
"""What stands behind an occupation that no ladder can be asked of."""


def run(
    text: Annotated[str, typer.Argument(help="Words of a name, or a code.")],
    kind: Annotated[ThingKind | None, typer.Option(help="Only things of one kind.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many of a kind.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Find occupations, skills, credentials and programs, and what these teach, by the words of their names.

    Every word has to be in one name; typing mistakes are mended.
    """
    with open_knowledge(Settings.read()) as knowledge:
        matches = find(knowledge.base, [kind] if kind else list(ThingKind), text, limit)
    found = matches.found
    if found:
        _say_correction(text, matches)
    if as_json:
        print(TypeAdapter(tuple[Match, ...]).dump_json(found, indent=2).decode())
    elif found:
        print(table([("kind", "code", "title", "address"), *_rows(found)]))
        if any(NO_LADDER in row[2] for row in _rows(found)):
            note(f"{NO_LADDER.strip()}: ladders are made of O*NET's occupations, and of what a crosswalk maps to them")
    if not found:
        if is_military(text):
            message = f"nothing is called {text!r}; it reads as {as_options(MILITARY)}"
            raise NotFoundError(message)
        message = f"nothing is called {text!r}; try fewer words, a more common name for the same, or a code"
        raise NotFoundError(f"{message}{', or leave --kind out' if kind else ''}")


def _say_correction(text: str, matches: Matches) -> None:
    """Say what is shown in place of what was asked for."""
    if matches.group:
        note(matches.group)
    if matches.corrected:
        note(f"Nothing is called {text!r}. Showing results for {matches.corrected!r}:")
    elif matches.near:
        note(f"Nothing is called {text!r}; this is spelled alike:")


def _rows(found: Iterable[Match]) -> Iterator[tuple[str, str, str, str]]:
    for match in found:
        other = f" ({match.matched})" if match.matched not in (match.label, match.code) else ""
        ladder = NO_LADDER if match.kind is ThingKind.OCCUPATION and not match.ladder else ""
        yield match.kind, match.code, f"{match.label}{other if len(other) < 60 else ''}{ladder}", match.iri
