"""A partnership as CTDL: all that its release has beside the standard, and the same graph when it is read again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import BNode, Graph
from rdflib.term import Node

from ontology.records import Course, LearningOutcome
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.imports import import_release
from standards.wire.ctdl.reading import read_graph
from standards.wire.exporting import export

Json = Any
ID = "http://localhost:8000/id"


@pytest.fixture(scope="module")
def partnership() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [Path(__file__).parents[4] / "examples/power-generation"])
        yield base


@pytest.fixture(scope="module")
def written(partnership: KnowledgeBase) -> bytes:
    return export(partnership, "power-generation", "ctdl")


@pytest.fixture(scope="module")
def nodes(written: bytes) -> dict[str, dict[str, Json]]:
    return {node["@id"]: node for node in json.loads(written)["@graph"]}


def test_every_kind_of_thing_is_written(nodes: dict[str, dict[str, Json]]) -> None:
    kinds = Counter(node["@type"] for node in nodes.values())
    assert kinds == {
        "ceasn:CompetencyFramework": 1,
        "ceasn:Competency": 74,
        "ceterms:Organization": 11,
        "ceterms:Occupation": 18,
        "ceterms:WorkRole": 12,
        "ceterms:Task": 41,
        "ceterms:Certification": 3,
        "ceterms:Certificate": 4,
        "ceterms:ApprenticeshipCertificate": 1,
        "ceterms:License": 2,
        "ceterms:LearningProgram": 8,
        "ceterms:Course": 28,
    }
    identifiers = [node["ceterms:ctid"] for node in nodes.values()]
    assert len(set(identifiers)) == len(nodes)


def test_what_an_occupation_asks_for_is_a_condition_with_weights(nodes: dict[str, dict[str, Json]]) -> None:
    laborer = nodes[f"{ID}/onet/47-2061.00"]
    education, competencies = laborer["ceterms:requires"]
    first = competencies["ceterms:targetCompetency"][0]

    assert education["ceterms:description"] == {"en": "None required"}
    assert laborer["ceterms:alternateName"] == {
        "en": ["Civil Laborer", "Dam and Grounds Crew Member", "Outage Laborer"]
    }
    assert first["ceterms:framework"] == f"{ID}/framework/power-generation"
    weights = {one["ceterms:codedNotation"]: one["ceterms:weight"] for one in competencies["ceterms:targetCompetency"]}
    assert weights["PG-SAF-01"] == 0.875
    said = {
        o["ceterms:codedNotation"]: o["ceterms:targetNodeDescription"] for o in competencies["ceterms:targetCompetency"]
    }
    assert said["PG-SAF-01"] == {"en": "Importance 4.5 of 5, level 2.5 of 7"}


def test_credentials_say_what_they_attest_and_whom_they_are_for(nodes: dict[str, dict[str, Json]]) -> None:
    license = nodes[f"{ID}/credential/wa-01-electrician"]
    shown = license["ceterms:requires"][0]["ceterms:targetCompetency"]

    assert "PG-ELE-01" in {one["ceterms:codedNotation"] for one in shown}
    assert f"{ID}/onet/47-2111.00" in license["ceterms:isRequiredFor"]
    assert license["ceterms:estimatedDuration"][0]["ceterms:timeRequired"] == "PT8000H"
    assert license["ceterms:renewalFrequency"] == "P3Y"
    assert license["ceterms:offeredBy"][0]["ceterms:name"] == {
        "en": "Washington State Department of Labor and Industries"
    }


def test_courses_teach_their_outcomes_and_name_those_that_come_first(nodes: dict[str, dict[str, Json]]) -> None:
    by_code = {n.get("ceterms:codedNotation"): n for n in nodes.values() if n["@type"] == "ceterms:Course"}
    capstone = by_code["ICT 290"]

    assert capstone["ceterms:prerequisite"] == [
        by_code["ICT 211"]["@id"],
        by_code["ICT 221"]["@id"],
    ]
    assert capstone["ceterms:creditValue"][0]["schema:value"] == 3
    assert any("industry panel" in one["ceterms:targetNodeName"]["en"] for one in capstone["ceterms:teaches"])


def test_programs_and_apprenticeships_are_learning_programs(nodes: dict[str, dict[str, Json]]) -> None:
    wind = nodes[f"{ID}/program/tamarack-valley-college/wind-energy-maintenance"]
    apprenticeship = nodes[f"{ID}/apprenticeship/substation-relay-technician"]

    assert wind["ceterms:instructionalProgramType"][0]["ceterms:codedNotation"] == "47.0704"
    assert wind["ceterms:resultsInCredential"][0]["@type"] == "ceterms:Certificate"
    assert set(wind["ceterms:hasPart"]) <= nodes.keys()
    assert apprenticeship["ceterms:isRegisteredApprenticeship"] is True
    times = [{**one, "ceterms:description": ""} for one in apprenticeship["ceterms:estimatedDuration"]]
    assert [one.get("ceterms:exactDuration") or one["ceterms:timeRequired"] for one in times] == [
        "P4Y6M",
        "PT9000H",
        "PT648H",
    ]


def test_every_link_within_leads_to_something_that_is_written(nodes: dict[str, dict[str, Json]]) -> None:
    linked = ("offeredBy", "hasPart", "isRequiredFor", "prerequisite", "isPreparationFor")
    ends = [end for node in nodes.values() for name in linked for end in node.get(f"ceterms:{name}", ())]
    assert len(ends) > 70
    assert {end for end in ends if isinstance(end, str)} <= nodes.keys()


def test_it_is_read_again_as_the_same_graph(written: bytes, tmp_path: Path) -> None:
    (tmp_path / "panel.jsonld").write_bytes(written)
    with KnowledgeBase.in_memory() as base:
        imported = import_release(base, "ctdl", [tmp_path / "panel.jsonld"])
        again = export(base, imported.release.source, "ctdl")
    assert list(imported.report) == []
    assert _statements(written) == _statements(again)


def _statements(said: bytes) -> Counter[str]:
    """Return what is said of each address, things without one spelled out: there are too many to match them by name."""
    graph = Graph()
    graph.parse(data=read_graph(ArchivedFile("made.json", "", lambda: said))[0].triples.decode(), format="nt")

    def spelled(node: Node) -> str:
        if not isinstance(node, BNode):
            return node.n3()
        return f"[{'; '.join(sorted(f'{p.n3()} {spelled(o)}' for p, o in graph.predicate_objects(node)))}]"

    return Counter(f"{s.n3()} {p.n3()} {spelled(o)}" for s, p, o in graph if not isinstance(s, BNode))


def test_a_program_is_read_from_it_with_its_courses_and_outcomes(
    partnership: KnowledgeBase, written: bytes, tmp_path: Path
) -> None:
    (tmp_path / "panel.jsonld").write_bytes(written)
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "program", [tmp_path / "panel.jsonld"]).release
        courses = {course.code: course.credits for course in base.records(release, Course)}
        statements = {one.statement.value for one in base.records(release, LearningOutcome)}
    first = partnership.release("power-generation")
    there = {course.code: course.credits for course in partnership.records(first, Course)}
    assert len(courses) == 13
    assert courses.items() <= there.items()
    assert statements <= {one.statement.value for one in partnership.records(first, LearningOutcome)}


def test_the_list_of_a_firm_is_written_with_its_jobs_and_nothing_of_the_partnership(partnership: KnowledgeBase) -> None:
    said = json.loads(export(partnership, "tamarack-pud", "ctdl"))["@graph"]
    kinds = Counter(node["@type"] for node in said)
    assert {**kinds} == {
        "ceasn:CompetencyFramework": 1,
        "ceasn:Competency": 46,
        "ceterms:Organization": 1,
        "ceterms:Job": 8,
    }
