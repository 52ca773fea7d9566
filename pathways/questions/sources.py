"""Which releases an answer rests on."""

from __future__ import annotations

from pathways.questions.field import Field
from pathways.records.ladder import Source


def sources(field: Field) -> tuple[Source, ...]:
    """Return the releases that rated or viewed the occupations of a field, or that its pay is from."""
    snapshot = field.snapshot
    named = {rating.name for rating in snapshot.requirements if rating.rated[list(field.members)].any()}
    named |= {name for opinion in snapshot.opinions for name in opinion.source.split(", ")}
    paid = {field.region.source} if field.region else set()
    known = {source.name: source for source in snapshot.sources}
    spoken = [source for name, source in known.items() if name in named | paid]
    return (*spoken, *(Source(name=name, title=name) for name in sorted(paid - known.keys())))
