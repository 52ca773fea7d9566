"""Programs of study of occupations, as they are read."""

from __future__ import annotations

from collections.abc import Callable

from ontology.namespaces import SEMAPV, SKOS, SSSOM
from ontology.records import Iri, Mapping, Record, Release
from ontology.store import KnowledgeBase
from pathways.occupations.facts import read_occupations
from pathways.steps.programs import read_programs

Add = Callable[[KnowledgeBase, str, list[Record]], Release]


def leads(program: str, soc: str) -> Mapping:
    return Mapping(
        iri=Iri(f"http://x/{soc}"),
        subject=Iri(program),
        predicate=Iri(SKOS.relatedMatch),
        object=Iri(f"http://x/soc/{soc}"),
        justification=Iri(SEMAPV.ManualMappingCuration),
    )


def test_those_for_whom_no_program_prepares_share_none(plant_base: KnowledgeBase, add: Add) -> None:
    """The crosswalk says of roof bolters and of cooks that there is no program: that is none in common."""
    occupations = read_occupations(plant_base)
    first, second, third = sorted({occupation.code[:7] for occupation in occupations})[:3]
    no_program = str(SSSOM.NoTermFound)
    add(plant_base, "cip", [leads(no_program, first), leads(no_program, second), leads("http://x/cip/14.1901", third)])
    groups = dict(zip((o.code[:7] for o in occupations), read_programs(plant_base, occupations).groups, strict=True))
    assert (groups[first], groups[second], groups[third]) == ((), (), ("14.19",))
