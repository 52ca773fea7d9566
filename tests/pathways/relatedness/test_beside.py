"""Views that are shown and have no vote: technology, and ESCO's skills over a crosswalk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import numpy as np
import pytest

from ontology.identifiers import Identifiers
from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Competency, CompetencyKind, Concept, Iri, Mapping, Occupation, Record, Text
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.ladders.transitions import evidence
from pathways.relatedness.beside import ESCO_SKILLS, TECHNOLOGY
from pathways.relatedness.opinions import fused
from pathways.relatedness.views import RATINGS, Writings, views
from pathways.snapshot import Snapshot
from pathways.traces.views import VIEWED

IDS = Identifiers()
TITLES = {"51-4041.00": "Steel Cutters", "51-4121.00": "Rail Welders", "35-2014.00": "Steel Cooks"}
"""The first and the last by name; by technology and by skills the first two are close."""

CODES = tuple(TITLES)


def iri(*path: str) -> Iri:
    return Iri(IDS.mint(*path))


def titled(value: str) -> Text:
    return Text(value=value)


def national() -> list[Record]:
    """Three occupations of O*NET: the first two use two products of one kind."""
    kinds = {"software": ("cad-a", "cad-b"), "till": ("register",)}
    found: list[Record] = [Concept(iri=iri("onet", kind), label=titled(kind)) for kind in kinds]
    found += [
        Competency(
            iri=iri("onet", product),
            label=titled(product),
            kind=Iri(CompetencyKind.TECHNOLOGY),
            broader=(iri("onet", kind),),
        )
        for kind, products in kinds.items()
        for product in products
    ]
    for code, product in zip(CODES, ("cad-a", "cad-b", "register"), strict=True):
        label, used = titled(TITLES[code]), (iri("onet", product),)
        found.append(Occupation(iri=iri("onet", code), label=label, notation=code, technologies=used))
    return found


def european() -> list[Record]:
    """Three occupations of ESCO: the second shares an essential skill with the first, the third an optional one."""
    skills = (("weld", "file"), ("weld",), ("bake",))
    return [
        Occupation(
            iri=iri("esco", code),
            label=titled(f"Beruf {code}"),
            essential_skills=tuple(iri("esco", skill) for skill in own),
            optional_skills=(iri("esco", "file"),) if code == CODES[2] else (),
        )
        for code, own in zip(CODES, skills, strict=True)
    ]


def matched() -> list[Record]:
    """The crosswalk between the two."""
    return [
        Mapping(
            iri=iri("crosswalk", code),
            subject=iri("esco", code),
            predicate=Iri(SKOS.exactMatch),
            object=iri("onet", code),
            justification=Iri(SEMAPV.ManualMappingCuration),
        )
        for code in CODES
    ]


@pytest.fixture
def snapshot(add: Callable[[KnowledgeBase, str, Iterable[Record]], object]) -> Iterator[Snapshot]:
    with KnowledgeBase.in_memory(IDS) as base:
        for source, records in (("onet", national()), ("esco", european()), ("crosswalk", matched())):
            add(base, source, records)
        yield compute_snapshot(base)


def test_both_views_are_there_and_are_not_counted(snapshot: Snapshot) -> None:
    counted = {opinion.name: opinion.counted for opinion in snapshot.opinions}

    assert not counted[TECHNOLOGY]
    assert not counted[ESCO_SKILLS]
    assert all(votes for name, votes in counted.items() if name not in (TECHNOLOGY, ESCO_SKILLS))


def test_relatedness_is_the_same_without_them(snapshot: Snapshot) -> None:
    voting = [opinion for opinion in snapshot.opinions if opinion.counted]
    every = [replace(opinion, counted=True) for opinion in snapshot.opinions]

    assert np.array_equal(snapshot.relatedness, fused(voting, len(snapshot.occupations)))
    assert not np.array_equal(snapshot.relatedness, fused(every, len(snapshot.occupations)))


def similarities(snapshot: Snapshot, name: str) -> tuple[str, list[float]]:
    """Return the source of a view, and how alike it sees the first occupation and the two others."""
    (seen,) = (opinion for opinion in snapshot.opinions if opinion.name == name)
    first, *others = map(snapshot.find, CODES)
    return seen.source, [float(seen.similarity[first, other]) for other in others]


def test_products_of_one_kind_are_the_same_technology(snapshot: Snapshot) -> None:
    assert similarities(snapshot, TECHNOLOGY) == ("onet@1", [1, 0])


def test_an_essential_skill_weighs_more_than_an_optional_one(snapshot: Snapshot) -> None:
    """Essential skills weigh 1 + ln 2, optional ones 1; a skill of two of three 1 + ln(4 / 3), of one 1 + ln 2.

    The first has two of the former kind, 0.707 each at length 1. The third has 1.693 * 1.693 = 2.867 and 1.288: the
    latter is 0.410 at length 1, and 0.707 * 0.410 = 0.290.
    """
    source, (essential, optional) = similarities(snapshot, ESCO_SKILLS)

    assert source == "esco@1, crosswalk@1"
    assert essential == pytest.approx(0.707, abs=0.001)
    assert optional == pytest.approx(0.290, abs=0.001)


def test_a_step_shows_what_they_see_and_that_it_does_not_count(snapshot: Snapshot) -> None:
    counted = {one.view: one.counted for one in evidence(snapshot, *map(snapshot.find, CODES[:2]))}

    assert counted == {**dict.fromkeys(counted, True), TECHNOLOGY: False, ESCO_SKILLS: False}


def test_a_trace_knows_the_table_of_every_view_and_of_no_other() -> None:
    said = (("a",), ("b",))
    told = Writings(titles=said, descriptions=said, tasks=said, activities=said, named_by="onet@1", told_by="onet@1")
    names = {view.name for view in views(told, ()) if not view.name.startswith(RATINGS)}

    assert set(VIEWED) == {*names, TECHNOLOGY}
