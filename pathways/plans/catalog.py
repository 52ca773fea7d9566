"""The catalog: the courses and credentials of a knowledge base as offers.

A course covers what a release says it teaches, and what the matching engine takes its outcomes to mean with a
confidence of at least `LIKELY`, unless a reviewer said no; which of the two is said. A credential attests; it teaches
only where it takes hours: an examination is passed with what was learned elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.frozen import Frozen
from ontology.namespaces import CEASN, CETERMS, LW, SKOS
from ontology.records import Iri
from ontology.store import KnowledgeBase
from pathways.bridges.apprenticeships import Apprenticeship, read_apprenticeships
from pathways.occupations.catalog import Occupations
from pathways.occupations.teaching import Teaching
from pathways.plans.conditions import ALWAYS
from pathways.plans.offers import Offer, OfferKind
from pathways.plans.prerequisites import prerequisites
from standards.matching import Index
from standards.reviewing import Reviews
from standards.reviewing.status import REFUSED

LIKELY: Final = 0.6
"""Confidence from which an outcome is taken to teach a competency, 0 to 1; less is no ground for a plan."""

MEANT: Final = 5
"""Competencies that an outcome may mean, at most."""

OUTCOMES: Final = (
    f"SELECT ?course ?outcome ?statement "
    f"{{ ?course <{CETERMS.teaches}> ?outcome . ?outcome <{CEASN.competencyText}> ?statement }}"
)
ANY_PROGRAM: Final = f"SELECT ?program {{ ?program a <{CETERMS.LearningProgram}> }} LIMIT 1"
PROGRAMS: Final = (
    f"SELECT ?program ?label ?award ?college ?course {{ ?program a <{CETERMS.LearningProgram}> ; "
    f"<{CETERMS.name}> ?label ; <{CETERMS.hasPart}> ?course "
    f"OPTIONAL {{ ?program <{LW.award}> ?award }} OPTIONAL {{ ?program <{CETERMS.offeredBy}> ?college }} }}"
)


class ProgramPart(Frozen):
    """A program and its courses.

    Parameters
    ----------
    college
        Name of who offers it.
    """

    iri: Iri
    label: str
    award: str = ""
    college: str = ""
    courses: tuple[Iri, ...]


@dataclass(frozen=True)
class Catalog:
    """What is offered.

    Parameters
    ----------
    required_for
        Addresses of the credentials without which nobody may hold an occupation, by its address.
    useful_for
        Those that are of use there.
    apprenticeships
        Into known occupations; a plan offers those into its own rungs only.
    """

    offers: Mapping[str, Offer]
    programs: tuple[ProgramPart, ...] = ()
    required_for: Mapping[str, tuple[str, ...]] | None = None
    useful_for: Mapping[str, tuple[str, ...]] | None = None
    apprenticeships: tuple[Apprenticeship, ...] = ()


def read_catalog(base: KnowledgeBase, occupations: Occupations, teaching: Teaching, index: Index | None) -> Catalog:
    """Return the catalog of the newest releases.

    Parameters
    ----------
    teaching
        What releases and reviewers say of where competencies are taught.
    index
        Over the competencies that count; ``None`` where there are none.
    """
    programs = tuple(_programs(base))
    courses = _courses(base, teaching, index, {iri: p.college for p in programs for iri in p.courses})
    credentials = list(_credentials(base))
    return Catalog(
        offers={offer.iri: offer for offer in (*courses, *_stacked(credentials))},
        programs=programs,
        required_for=_by_occupation(base, CETERMS.isRequiredFor),
        useful_for=_by_occupation(base, CETERMS.occupationType),
        apprenticeships=read_apprenticeships(base, occupations),
    )


def as_offer(one: Apprenticeship) -> Offer:
    """Return an apprenticeship as an offer: its hours are those at work, beside which the class takes place.

    Example
    -------
    >>> from ontology.records import Text
    >>> found = as_offer(Apprenticeship(Iri("http://x/1"), Text(value="Welder"), frozenset(), job_hours=6000,
    ...     instruction_hours=432, percents=(50, 90)))
    >>> found.hours, found.note
    (6000.0, 'paid work, 50% to 90% of the journey wage; 432 hours of class beside it')
    """
    pay = f", {min(one.percents):g}% to {max(one.percents):g}% of the journey wage" if one.percents else ""
    taught = f"; {one.instruction_hours:,.0f} hours of class beside it" if one.instruction_hours else ""
    return Offer(
        iri=one.iri,
        label=one.label.value,
        kind=OfferKind.APPRENTICESHIP,
        covers=tuple(map(Iri, sorted(one.teaches))),
        hours=one.job_hours,
        note=f"paid work{pay}{taught}",
        outside=(one.entry,) if one.entry else (),
        provider=one.sponsor,
    )


def _graphs(base: KnowledgeBase) -> list[str]:
    return [release.iri for release in base.current()]


def _said(base: KnowledgeBase, predicate: str) -> dict[str, str]:
    return {subject: value for release in base.current() for subject, value in base.pairs(release, predicate)}


def _programs(base: KnowledgeBase) -> Iterator[ProgramPart]:
    found: dict[tuple[str, ...], list[Iri]] = {}
    for release in base.current():
        if any(base.rows(ANY_PROGRAM, [release.iri])):
            names = dict(base.pairs(release, SKOS.prefLabel))
            for program, label, award, college, course in sorted(base.rows(PROGRAMS, [release.iri])):
                found.setdefault((program, label, award or "", names.get(college or "", "")), []).append(Iri(course))
    for (program, label, award, college), courses in found.items():
        yield ProgramPart(iri=Iri(program), label=label, award=award, college=college, courses=tuple(courses))


def _courses(
    base: KnowledgeBase, teaching: Teaching, index: Index | None, colleges: Mapping[str, str]
) -> Iterator[Offer]:
    query = f"SELECT ?course ?name {{ ?course a <{CETERMS.Course}> ; <{CETERMS.name}> ?name }}"
    names = {iri: name for iri, name in base.rows(query, _graphs(base))}  # noqa: C416 - rows are of any length
    codes, credits = _said(base, CETERMS.codedNotation), _said(base, LW.credits)
    asserted = _asserted(teaching)
    suggested = _suggested(base, index)
    before = prerequisites(base, _graphs(base), {iri: codes[iri] for iri in names if iri in codes})
    for iri in sorted(names):
        likely = {c: sure for c, sure in suggested.get(iri, {}).items() if c not in asserted.get(iri, ())}
        requires, outside = before.get(iri, (ALWAYS, ()))
        yield Offer(
            iri=Iri(iri),
            label=names[iri],
            code=codes.get(iri, ""),
            covers=tuple(Iri(c) for c in dict.fromkeys((*asserted.get(iri, ()), *likely))),
            suggested={Iri(c): sure for c, sure in likely.items()},
            credits=float(credits[iri]) if iri in credits else None,
            requires=requires,
            outside=outside,
            provider=colleges.get(iri, ""),
        )


def _asserted(teaching: Teaching) -> dict[str, list[str]]:
    """Return by course what it teaches as a release or a reviewer says."""
    found: dict[str, list[str]] = {}
    for competency, courses in teaching.taught_by.items():
        for course in courses:
            found.setdefault(course.iri, []).append(competency)
    return found


def _suggested(base: KnowledgeBase, index: Index | None) -> dict[str, dict[str, float]]:
    """Return by course what its outcomes likely mean, but for what a reviewer refused."""
    rows = sorted(base.rows(OUTCOMES, _graphs(base)))
    if index is None or not rows:
        return {}
    refused = _refused(base)
    found: dict[str, dict[str, float]] = {}
    matched = index.match([statement for _, _, statement in rows], top=MEANT, least=LIKELY)
    for (course, outcome, _), suggestions in zip(rows, matched, strict=True):
        for suggestion in suggestions:
            if (outcome, suggestion.iri) not in refused:
                sure = found.setdefault(course, {})
                sure[suggestion.iri] = max(sure.get(suggestion.iri, 0.0), suggestion.confidence)
    return found


def _refused(base: KnowledgeBase) -> set[tuple[str, str]]:
    """Return the pairs of outcome and competency that reviewers said no to."""
    query = f"SELECT DISTINCT ?program {{ ?review a <{LW.Review}> ; <{LW.reviewedProgram}> ?program }}"
    reviewed = (Reviews.of(base, program) for (program,) in base.rows(query, _graphs(base)))
    return {pair for reviews in reviewed for pair in reviews.pairs if reviews.state(*pair).status in REFUSED}


def _credentials(base: KnowledgeBase) -> Iterator[Offer]:
    kinds, names = _said(base, LW.credentialType), _said(base, CETERMS.name)
    attests: dict[str, list[Iri]] = {}
    for release in base.current():
        for credential, competency in sorted(base.pairs(release, CETERMS.assesses)):
            attests.setdefault(credential, []).append(Iri(competency))
    hours, issuers = _said(base, LW.typicalHours), _said(base, LW.issuer)
    for iri in sorted(kinds.keys() | attests.keys()):
        if iri in names:
            shown = tuple(attests.get(iri, ()))
            length = float(hours[iri]) if iri in hours else None
            yield Offer(
                iri=Iri(iri),
                label=names[iri],
                kind=OfferKind.CREDENTIAL,
                covers=shown if length else (),
                attests=shown,
                hours=length,
                provider=issuers.get(iri, ""),
            )


def _stacked(credentials: Sequence[Offer]) -> Iterator[Offer]:
    """Yield credentials with those of the same issuer that they include: who has this one need not have those."""
    for offer in credentials:
        own = set(offer.attests)
        below = (o for o in credentials if o.provider == offer.provider and o.attests and set(o.attests) < own)
        yield offer.model_copy(update={"stacks_on": tuple(other.iri for other in below)})


def _by_occupation(base: KnowledgeBase, predicate: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for release in base.current():
        for credential, occupation in sorted(base.pairs(release, predicate)):
            found.setdefault(occupation, []).append(credential)
    return {occupation: tuple(dict.fromkeys(credentials)) for occupation, credentials in found.items()}
