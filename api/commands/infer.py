"""``ladderworks infer``: what follows from releases, in graphs of its own."""

from __future__ import annotations

from time import perf_counter
from typing import Annotated

import typer

from api.settings import Settings
from api.terminal.console import progress
from api.terminal.space import give_back
from ontology.closure import Closure, closure
from ontology.compaction import has_store
from ontology.errors import NotFoundError
from ontology.records import Release
from ontology.store import KnowledgeBase
from pathways.amounts import count


def run(
    release: Annotated[
        str | None,
        typer.Argument(
            metavar="[RELEASE]", help="A release, as `onet` or `onet@29.3`; the newest of all, without one."
        ),
    ] = None,
) -> None:
    """Find what follows from releases by OWL 2 RL, and keep it in graphs of its own.

    What is broader over several steps, inverses, and chains of exact matches: `query --inferred` sees them, and nothing
    else does. They go when a release that they rest on is imported anew or removed.
    """
    settings = Settings.read()
    if not has_store(settings.knowledge_base):
        message = f"there is no knowledge base in {settings.knowledge_base}; make one with `ladderworks import`"
        raise NotFoundError(message)
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers, write=True) as base:
        for one in base.current() if release is None else [base.release(release)]:
            print(_inferred(base, one), flush=True)
    give_back(settings.knowledge_base)


def _inferred(base: KnowledgeBase, release: Release) -> str:
    """Infer and store what follows from a release, and say how much it is."""
    with progress(f"Inferring from {release.name}"):
        start = perf_counter()
        found = closure(base, release)
        graph = base.infer(release, found.premises, found.encoded())
        seconds = perf_counter() - start
    return f"{release.name}: {_amounts(found)}, in {seconds:.1f} s ({graph})"


def _amounts(found: Closure) -> str:
    follow = f"{count(len(found.statements), 'statement')} from {count(found.asserted, 'asserted one')} between things"
    if not found.withheld:
        return follow
    return f"{follow}; {count(found.withheld, 'exact match', 'exact matches')} within one classification withheld"
