"""An impact as text: totals first, then what is touched, the gravest first, with what points to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from api.differences.listing import enumerated, first, listed, named
from api.terminal.console import table
from ontology.report import excerpt
from pathways.amounts import count
from pathways.impact import Impact
from pathways.impact.courses import TouchedOutcome
from pathways.impact.impact import TouchedThing
from pathways.impact.ladders import TouchedLadder, TouchedOccupation
from pathways.occupations.sector import SectorKind
from standards.differences.reference import Reference, ReferenceKind
from standards.differences.touched import Why

PLURALS = {
    ReferenceKind.MAPPING: "mappings",
    ReferenceKind.REVIEW: "reviews",
    ReferenceKind.NEED: "occupations that ask for it",
    ReferenceKind.LINK: "links",
}
SINGULARS = {**{kind: kind.value for kind in ReferenceKind}, ReferenceKind.NEED: "occupation that asks for it"}

LONGEST = 1000
"""Characters of what was changed that are shown."""

NAMED = 3
"""References of each kind that stand under a thing."""


def write_text(impact: Impact, top: int) -> str:
    """Return an impact as people read it.

    Parameters
    ----------
    top
        Entries of each list, at most.
    """
    return "\n".join([*_head(impact), *_things(impact, top), *_courses(impact, top), *_ladders(impact, top)]) + "\n"


def _head(impact: Impact) -> Iterator[str]:
    yield f"What {impact.newer.name} touches of what rests on {impact.older.name}"
    yield from (f"Note: {note}" for note in impact.notes)
    yield ""
    counted = Counter(one.touched.why for one in impact.things)
    rows = [(why.value, counted[why], *_pointing(impact, why)) for why in Why if counted[why]]
    if rows:
        yield table([("why", "things", "mappings", "reviews", "occupations asking", "links"), *rows])
        yield ""
    else:
        yield "Nothing is touched." if impact.is_empty else "No thing is touched itself; what is asked for changed."
    idle = sum(not one.references for one in impact.things)
    if idle:
        yield f"Nothing that is stored points to {idle:,} of the {len(impact.things):,}"
    if impact.outcomes:
        courses = {one.outcome.course.iri for one in impact.outcomes}
        yield f"{count(len(impact.outcomes), 'outcome')} of {count(len(courses), 'course')} touched"
    if impact.ladders:
        yield f"{count(len(impact.ladders), 'ladder')} touched"


def _pointing(impact: Impact, why: Why) -> tuple[int, int, int, int]:
    """Return how many references of each kind point to what is touched for a reason."""
    of_why = [one.references for one in impact.things if one.touched.why is why]
    mappings, reviews, needs, links = (sum(of.get(kind, 0) for of in of_why) for kind in ReferenceKind)
    return mappings, reviews, needs, links


def _things(impact: Impact, top: int) -> Iterator[str]:
    pointing: dict[str, list[Reference]] = {}
    for reference in impact.references:
        pointing.setdefault(reference.touched, []).append(reference)
    for why in Why:
        of_why = [one for one in impact.things if one.touched.why is why and one.references]
        most = sorted(of_why, key=lambda one: -_weight(one))
        lines = ["\n".join(_thing(one, pointing[one.touched.thing.iri])) for one in most]
        yield from listed(f"{why.value.capitalize()}, and something points to them", lines, top)


def _weight(one: TouchedThing) -> int:
    """Return how much points to a thing; what people said and mapped counts more than who asks for it."""
    counted = one.references
    return counted.get(ReferenceKind.NEED, 0) + 1000 * sum(
        number for kind, number in counted.items() if kind is not ReferenceKind.NEED
    )


def _thing(one: TouchedThing, pointing: list[Reference]) -> Iterator[str]:
    thing, said = one.touched.thing, f": {excerpt(one.touched.said, LONGEST)}" if one.touched.said else ""
    yield f"{named(thing)} ({thing.kind}){said}"
    for kind in ReferenceKind:
        of_kind = [reference for reference in pointing if reference.kind is kind]
        if of_kind:
            words = count(len(of_kind), SINGULARS[kind], PLURALS[kind])
            first = "; ".join(f"{named(ref.subject)} [{_said(ref)}]" for ref in of_kind[:NAMED])
            more = f"; and {len(of_kind) - NAMED:,} more" if len(of_kind) > NAMED else ""
            yield f"    {words}: {first}{more}"
    yield f"    -> {one.todo}"


def _said(reference: Reference) -> str:
    """Return how a thing points to another, and who says so: ``its skos:broadMatch, std@2 and @1``."""
    versions: dict[str, list[str]] = {}
    for release in reference.releases:
        source, _, version = release.partition("@")
        versions.setdefault(source, []).append(f"@{version}")
    by = ", ".join(f"{source}{enumerated(said)}" for source, said in versions.items())
    return f"{'its ' if reference.outgoing else ''}{reference.relation}, {by}"


def _courses(impact: Impact, top: int) -> Iterator[str]:
    labels = {one.touched.thing.iri: one for one in impact.things}
    yield from listed("Outcomes of courses", [_outcome(one, labels[one.touched]) for one in impact.outcomes], top)


def _outcome(one: TouchedOutcome, thing: TouchedThing) -> str:
    course, sure = one.outcome.course, f" {one.confidence:.2f}" if one.confidence is not None else ""
    why = f"{named(thing.touched.thing)}, {thing.touched.why.value}"
    return (
        f"{one.outcome.program}, {named(course)}: {one.outcome.statement} ({one.standing}{sure}): {why} -> {thing.todo}"
    )


def _ladders(impact: Impact, top: int) -> Iterator[str]:
    for ladder in impact.ladders:
        if ladder.kind == SectorKind.PARTNERSHIP:
            yield f"\n{_ladder(ladder)}"
            yield from first([_occupation(one) for one in ladder.occupations], top)
    others = [ladder for ladder in impact.ladders if ladder.kind != SectorKind.PARTNERSHIP]
    lines = [f"--sector {one.sector}: {len(one.occupations):,} of {one.size:,} occupations" for one in others]
    yield from listed("Other ladders", lines, top)


def _ladder(ladder: TouchedLadder) -> str:
    touched = f"{len(ladder.occupations):,} of {count(ladder.size, 'occupation')}"
    return f"Ladder of {ladder.label}, --sector {ladder.sector}: {touched}"


def _occupation(one: TouchedOccupation) -> str:
    through = f", through {' and '.join(map(repr, one.through[:NAMED]))}" if one.through else ""
    asked = [f"asks for {count(one.competencies, 'thing')} that changed"] if one.competencies else []
    itself = ["is itself changed"] if one.itself else []
    return f"{named(one.occupation)}{through}: {' and '.join([*itself, *asked])}"
