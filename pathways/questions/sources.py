"""Which releases an answer rests on."""

from __future__ import annotations

from pathways.ladders.describing import credited
from pathways.questions.field import Field
from pathways.records.ladder import Source


def sources(field: Field, *, judged: bool = True) -> tuple[Source, ...]:
    """Return the releases that say what the occupations of a field are, that its steps are judged by, and of its pay.

    Parameters
    ----------
    judged
        Whether the answer rests on steps: then by what rates two members or more, and by the views that have a vote.
    """
    snapshot, members = field.snapshot, list(field.members)
    rated = {rating.name for rating in snapshot.requirements if rating.rated[members].sum() > 1}
    voting = [opinion for opinion in snapshot.opinions if opinion.counted and opinion.known[members].sum() > 1]
    views = {name for opinion in voting for name in opinion.source.split(", ")}
    wider = {region.source for place in members if (region := field.paid.common(place))}
    paid = wider | ({field.region.source} if field.region else set())
    return credited(snapshot, members, rated | views if judged else (), paid)
