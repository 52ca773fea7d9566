"""The embedded example: where it is, and how it gets into a knowledge base."""

from __future__ import annotations

from pathlib import Path

from ontology.store import KnowledgeBase
from standards.imports import Imported, import_release
from standards.sources.own import PARTNERSHIP

HERE = Path(__file__).parent
PLACES = (HERE / "example", HERE.parent / "examples" / "power-generation")
"""In an installed wheel, and in a checkout."""


def example_folder() -> Path:
    """Return the folder of the embedded example."""
    return next(place for place in PLACES if place.is_dir())


def import_example(base: KnowledgeBase) -> Imported:
    """Put the embedded example into a knowledge base and return what that led to."""
    return import_release(base, PARTNERSHIP, [example_folder()])
