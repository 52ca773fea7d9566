"""``ladderworks search``: what is called so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict, TypeAdapter

from api.console import table
from api.exit_status import ExitStatus
from api.knowledge import open_knowledge
from api.names import ThingKind, read_names
from api.search import Named, NameSearch
from api.settings import Settings


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
        things = {each: read_names(knowledge.base, each) for each in ([kind] if kind else ThingKind)}
    found = list(_matches(things, text, limit))
    if as_json:
        print(TypeAdapter(list[Match]).dump_json(found, indent=2).decode())
    elif found:
        print(table([("kind", "code", "title", "address"), *_rows(found)]))
    if not found:
        raise typer.Exit(ExitStatus.FOUND)


def _matches(things: Mapping[ThingKind, Sequence[Named]], text: str, limit: int) -> Iterator[Match]:
    """Yield what has the words; what is spelled alike only where nothing of any kind has them."""
    searches = {kind: NameSearch(named) for kind, named in things.items()}
    having = {kind: search.having(text) for kind, search in searches.items()}
    found = having if any(having.values()) else {kind: search.alike(text) for kind, search in searches.items()}
    for kind, each in found.items():
        for one in each[:limit]:
            thing = things[kind][one.place]
            yield Match(kind=kind, iri=thing.iri, code=thing.code, label=thing.label, matched=one.matched)


def _rows(found: Iterable[Match]) -> Iterator[tuple[str, str, str, str]]:
    for match in found:
        other = f" ({match.matched})" if match.matched not in (match.label, match.code) else ""
        yield match.kind, match.code, f"{match.label}{other if len(other) < 60 else ''}", match.iri
