"""Pathways of CTDL, with components, conditions and constraints: read as they are, and written so again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ontology.errors import RefusedError, UnreadableError
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.exporting import export

Json = Any

PATHWAY = "pathways/pathway.json"
WELDING = "pathways/HutchinsonWeldingAAS.json"
INFORMATION = "pathways/Illinois-IT.json"


@pytest.fixture
def sample(data: Path, needs: Callable[[Path], Path]) -> Callable[[str], Path]:
    return lambda name: needs(data / "wire/ctdl" / name)


def again(path: Path) -> list[dict[str, Json]]:
    """Return the things that are written of a file, those within others, too."""
    with KnowledgeBase.in_memory() as base:
        source = import_release(base, "ctdl", [path]).release.source
        return list(things(json.loads(export(base, source, "ctdl"))["@graph"]))


def things(value: Json) -> list[dict[str, Json]]:
    """Return the objects with a class that stand in a value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict) and "@type" in value and "@value" not in value else []
    return own + [found for one in inner for found in things(one)]


def test_a_pathway_keeps_its_components_conditions_and_constraints(sample: Callable[[str], Path]) -> None:
    before = json.loads(sample(PATHWAY).read_bytes())
    after = again(sample(PATHWAY))
    kinds = Counter(kind.rpartition("/")[2] for thing in before for kind in thing["@type"])

    assert kinds == Counter(thing["@type"].removeprefix("ceterms:") for thing in after)
    assert kinds["ComponentCondition"] == 25
    assert kinds["Constraint"] == 37
    constraints = [thing for thing in after if thing["@type"] == "ceterms:Constraint"]
    assert all({"ceterms:comparator", "ceterms:leftSource", "ceterms:rightSource"} <= set(one) for one in constraints)


def test_a_condition_has_its_constraints_within_it(sample: Callable[[str], Path]) -> None:
    conditions = [one for one in again(sample(PATHWAY)) if one["@type"] == "ceterms:ComponentCondition"]
    held = [inner for one in conditions for inner in things(one.get("ceterms:hasConstraint"))]
    assert len(held) == 37
    assert {one["@type"] for one in held} == {"ceterms:Constraint"}
    assert {one.get("ceterms:logicalOperator", "")[:6] for one in conditions} == {"", "logic:"}


def test_a_pathway_that_is_no_json_is_refused_with_the_place_and_read_when_mended(
    sample: Callable[[str], Path], tmp_path: Path
) -> None:
    text = sample(WELDING).read_text(encoding="utf-8")
    with KnowledgeBase.in_memory() as base, pytest.raises(UnreadableError, match="line 443, column 39"):
        import_release(base, "ctdl", [sample(WELDING)])
    mended = text.replace('"compare:EQ",,', '"compare:EQ",').replace('"array:AnyOf"\n', '"array:AnyOf",\n')
    (tmp_path / "welding.json").write_text(mended, encoding="utf-8")
    kinds = Counter(one["@type"] for one in again(tmp_path / "welding.json"))
    assert (kinds["ceterms:Pathway"], kinds["ceterms:CourseComponent"], kinds["ceterms:Constraint"]) == (1, 22, 1)


def test_a_pathway_with_a_context_elsewhere_is_refused_and_the_remedy_works(
    sample: Callable[[str], Path], tmp_path: Path
) -> None:
    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError) as refused:
        import_release(base, "ctdl", [sample(INFORMATION)])
    (finding,) = refused.value.report
    assert (finding.code, finding.path) == ("remote-context", "/@context")
    assert finding.remedy.startswith("Put what it says in its place")

    said = json.loads(sample(INFORMATION).read_bytes())
    placed = {**said, "@context": {"@vocab": "https://purl.org/ctdl/terms/"}}
    (tmp_path / "information.json").write_text(json.dumps(placed), encoding="utf-8")
    assert "ceterms:Pathway" in {one["@type"] for one in again(tmp_path / "information.json")}
