"""Curriculum maps as CASE and CTDL: accepted told apart from suggested, and nothing that was rejected."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft201909Validator

from ontology.identifiers import Identifiers
from ontology.records import Verdict
from ontology.store import KnowledgeBase
from pathways.coverage import CurriculumMap, Demand, Target, align, coverage_format
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, read_program
from standards.imports import import_release
from standards.reviewing import Reviews
from standards.sources.graph import passing
from standards.wire.ctdl.judging import misplaced
from standards.wire.ctdl.reading import read_graph
from tests.pathways.coverage.conftest import FRAMEWORK, competency

Json = Any
YES, NO = Verdict.ACCEPTED, Verdict.REJECTED


@pytest.fixture(scope="module")
def decided(curriculum: Curriculum, target: Target, demand: Demand, judged: Callable[..., Reviews]) -> CurriculumMap:
    """The program with one suggestion accepted and one rejected; a third waits."""
    reviews = judged(("Lock and tag", "S1", YES, {"comment": "as taught"}), ("Align coupled", "M1", NO, {}))
    return align(curriculum, target, reviews=reviews, demand=demand, college="Mill College")


@pytest.fixture(scope="module")
def package(decided: CurriculumMap) -> Json:
    return json.loads(coverage_format("case.json").write(decided))


@pytest.fixture(scope="module")
def graph(decided: CurriculumMap) -> Json:
    return json.loads(coverage_format("ctdl.json").write(decided))["@graph"]


def test_case_follows_the_official_schema(
    mapped: CurriculumMap, decided: CurriculumMap, data: Path, needs: Callable[[Path], Path]
) -> None:
    schema = json.loads(needs(data / "wire/case/schemas/case-1.1-cfpackage.schema.json").read_bytes())
    licensed = decided.model_copy(update={"license": "https://creativecommons.org/licenses/by/4.0/"})
    for found in (mapped, decided, licensed):
        said = json.loads(coverage_format("case.json").write(found))
        assert [error.message for error in Draft201909Validator(schema).iter_errors(said)] == []


def test_case_tells_what_is_accepted_from_what_is_suggested(package: Json) -> None:
    grouped: dict[str, list[Json]] = {}
    for one in package["CFAssociations"]:
        grouped.setdefault(one.get("CFAssociationGroupingURI", {}).get("title", ""), []).append(one)
    (accepted,) = grouped["Accepted by reviewers"]
    suggested = grouped["Suggested, accepted by nobody"]

    assert (accepted["associationType"], accepted["destinationNodeURI"]["uri"]) == ("isRelatedTo", competency("S1"))
    assert accepted["destinationNodeURI"]["title"] == "Lockout/Tagout"
    assert accepted["lastChangeDateTime"] == "2026-11-20T09:00:00Z"
    assert accepted["notes"] == "Accepted by Dana Whitefeather. M 2 Shop. as taught"
    assert accepted["extensions"]["sssom:reviewer_label"] == "Dana Whitefeather"
    assert {one["associationType"] for one in suggested} == {"ext:ladderworks.suggestion"}
    assert all(0 < one["extensions"]["sssom:confidence"] < 1 for one in suggested)
    assert competency("M1") not in {one["destinationNodeURI"]["uri"] for one in package["CFAssociations"]}


def test_case_has_the_courses_and_outcomes_in_their_order(package: Json, decided: CurriculumMap) -> None:
    kinds = [one["CFItemType"] for one in package["CFItems"]]
    assert (kinds.count("Course"), kinds.count("Learning Outcome")) == (2, 4)
    tops = [
        (one["sequenceNumber"], one["originNodeURI"]["title"])
        for one in package["CFAssociations"]
        if one["associationType"] == "isChildOf" and one["destinationNodeURI"]["uri"] == package["CFDocument"]["uri"]
    ]
    assert sorted(tops) == [(1, "Safety"), (2, "Shop")]
    assert package["CFDocument"]["creator"] == "Mill College"
    assert package["CFDocument"]["uri"] == f"{decided.program}/alignment/s"


def test_case_is_imported_as_a_framework_of_its_own(decided: CurriculumMap, tmp_path: Path) -> None:
    (tmp_path / "map.case.json").write_bytes(coverage_format("case.json").write(decided))
    with KnowledgeBase.in_memory() as base:
        imported = import_release(base, "case", [tmp_path / "map.case.json"])
        query = "SELECT ?o { ?s skos:related ?o }"
        related = {iri for (iri,) in base.rows(query, [imported.release.iri])}
    assert list(imported.report) == []
    assert related == {competency("S1")}


def test_ctdl_keeps_to_the_published_schema(mapped: CurriculumMap, decided: CurriculumMap) -> None:
    for found in (mapped, decided):
        content = partial(coverage_format("ctdl.json").write, found)
        read, report = read_graph(ArchivedFile("map.json", "", content))
        with passing(Identifiers(), read.triples) as (base, stored):
            assert [*report, *misplaced(base, stored, "map.json")] == []


def test_ctdl_teaches_what_is_accepted_and_keeps_suggestions_apart(graph: list[Json]) -> None:
    courses = {one["ceterms:codedNotation"]: one for one in graph if one["@type"] == "ceterms:Course"}
    taught = {code: [o for o in one["ceterms:teaches"] if isinstance(o, dict)] for code, one in courses.items()}
    (apart,) = (one for one in graph if one["@type"] == "ceterms:AlignmentMap")

    assert taught["M 1"] == []
    (accepted,) = taught["M 2"]
    assert (accepted["ceterms:targetNode"], accepted["ceterms:weight"]) == (competency("S1"), 1.0)
    assert (accepted["ceterms:framework"], accepted["ceterms:alignmentDate"]) == (FRAMEWORK, "2026-11-20")
    aligned = [one["ceasn:majorAlignment"] for one in graph if "ceasn:majorAlignment" in one]
    assert aligned == [[competency("S1")]]
    assert all(0 < one["ceterms:weight"] < 1 for one in apart["ceterms:hasPart"])
    assert competency("M1") not in json.dumps(graph)


def test_a_program_is_read_again_from_ctdl_with_the_addresses_of_its_outcomes(mapped: CurriculumMap) -> None:
    content = coverage_format("ctdl.json").write(mapped)
    again = read_program(ArchivedFile("map.json", "", lambda: content), Identifiers())
    assert {(one.iri, one.statement.value) for one in again.outcomes} == {
        (one.iri, one.statement) for one in mapped.outcomes
    }
    assert again.program.iri == mapped.program


@pytest.mark.parametrize("form", ["case.json", "ctdl.json"])
def test_the_same_map_is_written_the_same(decided: CurriculumMap, form: str) -> None:
    assert coverage_format(form).write(decided) == coverage_format(form).write(decided)
