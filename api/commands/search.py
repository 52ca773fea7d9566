"""``ladderworks search``: what is called so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict, TypeAdapter

from api.console import note, table
from api.knowledge import open_knowledge
from api.names import ThingKind, code_of, find_names, members, read_names
from api.search import NameSearch
from api.settings import Settings
from ontology.descriptions import names
from ontology.errors import NotFoundError
from ontology.store import KnowledgeBase


class Match(BaseModel):
    """A thing that was found.

    Parameters
    ----------
    matched
        The name that has the words searched for.
    """

    model_config = ConfigDict(frozen=True)

    kind: ThingKind
    iri: str
    code: str
    label: str
    matched: str


def run(
    text: Annotated[str, typer.Argument(help="Words of a name, or a code.")],
    kind: Annotated[ThingKind | None, typer.Option(help="Only things of one kind.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many of a kind.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Find occupations, skills, credentials and programs whose names have all the words."""
    with open_knowledge(Settings.read()) as knowledge:
        kinds = [kind] if kind else list(ThingKind)
        found = _having(knowledge.base, kinds, text, limit)
        if not found and (found := _alike(knowledge.base, kinds, text, limit)):
            note(f"Nothing is called {text!r}; this is spelled alike:")
    if as_json:
        print(TypeAdapter(list[Match]).dump_json(found, indent=2).decode())
    elif found:
        print(table([("kind", "code", "title", "address"), *_rows(found)]))
    if not found:
        message = f"nothing is called {text!r}; try fewer words, a more common name for the same, or a code"
        raise NotFoundError(f"{message}{', or leave --kind out' if kind else ''}")


def _having(base: KnowledgeBase, kinds: Sequence[ThingKind], text: str, limit: int) -> list[Match]:
    """Return the things one of whose names has all the words."""
    found = find_names(base, text)
    things = {kind: members(base, kind) for kind in kinds}
    few = {kind: [named for named in found if named.iri in things[kind]] for kind in kinds}
    return [
        _match(base, kind, few[kind][one.place].iri, one.matched)
        for kind in kinds
        for one in NameSearch(few[kind]).having(text)[:limit]
    ]


def _alike(base: KnowledgeBase, kinds: Sequence[ThingKind], text: str, limit: int) -> list[Match]:
    """Return the things whose labels are spelled much like the words."""
    every = {kind: read_names(base, kind) for kind in kinds}
    return [
        _match(base, kind, every[kind][one.place].iri, one.matched)
        for kind in kinds
        for one in NameSearch(every[kind]).alike(text)[:limit]
    ]


def _match(base: KnowledgeBase, kind: ThingKind, iri: str, matched: str) -> Match:
    label = names(base, [iri]).get(iri)
    return Match(kind=kind, iri=iri, code=code_of(base, iri), label=label.value if label else iri, matched=matched)


def _rows(found: Iterable[Match]) -> Iterator[tuple[str, str, str, str]]:
    for match in found:
        other = f" ({match.matched})" if match.matched not in (match.label, match.code) else ""
        yield match.kind, match.code, f"{match.label}{other if len(other) < 60 else ''}", match.iri
