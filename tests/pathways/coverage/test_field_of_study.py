"""The jobs that programs of a field prepare for, by a crosswalk of two rows."""

from __future__ import annotations

from collections.abc import Callable

from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Iri, Mapping, Record, Release
from ontology.store import KnowledgeBase
from pathways.coverage import Demand
from pathways.coverage.field_of_study import prepares_for

Add = Callable[[KnowledgeBase, str, list[Record]], Release]


def leads(program: str, soc: str) -> Mapping:
    return Mapping(
        iri=Iri(f"http://x/{soc}"),
        subject=Iri(f"http://x/cip/{program}"),
        predicate=Iri(SKOS.relatedMatch),
        object=Iri(f"http://x/soc/{soc}"),
        justification=Iri(SEMAPV.ManualMappingCuration),
    )


def test_a_field_prepares_for_those_of_the_jobs_that_the_crosswalk_names(
    plant_base: KnowledgeBase, add: Add, demand: Demand
) -> None:
    helper = next(job for job in demand.jobs if job.code[:7] == "49-9098")
    add(plant_base, "cip", [leads("47.0303", "49-9098"), leads("47.0303", "29-1141")])

    assert prepares_for(plant_base, "47.0303", demand) == (helper.iri,)
    assert prepares_for(plant_base, "51.3801", demand) == ()
    assert prepares_for(plant_base, "", demand) == prepares_for(plant_base, "47.0303", None) == ()
