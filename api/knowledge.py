"""The knowledge that a command or the service answers from: the knowledge base and its snapshots."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from api.demo_agreement import first_round
from api.example import import_example
from api.settings import Settings
from api.terminal.console import note
from ontology.compaction import STORE, has_store
from ontology.store import KnowledgeBase
from pathways.scopes import Scopes


class Knowledge:
    """A knowledge base with what is computed from it.

    Parameters
    ----------
    folder
        Of the knowledge base, where what takes long to compute is kept beside the store; ``None`` keeps nothing.
    example
        Whether it is the embedded example.
    """

    def __init__(self, base: KnowledgeBase, folder: Path | None = None, *, example: bool = False) -> None:
        self.base = base
        self.example = example
        self._folder = folder

    @cached_property
    def scopes(self) -> Scopes:
        """Return the snapshots; each is loaded or computed when it is first asked for."""
        return Scopes(self.base, self._folder / "snapshots" if self._folder else None)

    @property
    def store(self) -> Path | None:
        """Return the folder of the store, which other processes can read; ``None`` where it is in memory."""
        return self._folder / STORE if self._folder else None

    @property
    def counts(self) -> Path | None:
        """Return where the counts of releases are kept, if anywhere."""
        return self._folder / "counts" if self._folder else None

    @property
    def indexes(self) -> Path | None:
        """Return where the indexes of frameworks are kept, if anywhere."""
        return self._folder / "indexes" if self._folder else None


@contextmanager
def open_knowledge(settings: Settings) -> Iterator[Knowledge]:
    """Open what is imported; where nothing is yet, or the demonstration is asked for, the example, in memory."""
    if settings.demonstration:
        with KnowledgeBase.in_memory(settings.identifiers) as base:
            first_round(base, import_example(base).release.source)
            yield Knowledge(base, example=True)
        return
    if not has_store(settings.knowledge_base):
        with _example(settings) as base:
            yield Knowledge(base, example=True)
        return
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers) as base:
        if base.releases():
            yield Knowledge(base, settings.knowledge_base)
            return
    with _example(settings) as base:
        yield Knowledge(base, example=True)


@contextmanager
def _example(settings: Settings) -> Iterator[KnowledgeBase]:
    note(
        f"Nothing is imported into {settings.knowledge_base} yet: using the embedded example. "
        "`ladderworks import` brings in your own data."
    )
    with KnowledgeBase.in_memory(settings.identifiers) as base:
        import_example(base)
        yield base
