"""The published schema of CTDL: what is written keeps to it, and what is read is held against it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ontology.identifiers import Identifiers
from ontology.report import Finding
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.imports import import_release
from standards.sources.graph import passing
from standards.wire.ctdl.judging import misplaced
from standards.wire.ctdl.reading import read_graph
from standards.wire.ctdl.structure import published_structure, structure
from standards.wire.exporting import export
from tests.standards.wire.case.every_field import every_field

Json = Any
Judged = Callable[[Json], list[Finding]]


@pytest.fixture
def judged() -> Judged:
    """What holds a document against the schema."""

    def run(said: Json) -> list[Finding]:
        content = said if isinstance(said, bytes) else json.dumps(said).encode()
        graph = read_graph(ArchivedFile("made.json", "", lambda: content))[0]
        with passing(Identifiers(), graph.triples) as (base, stored):
            return list(misplaced(base, stored, "made.json"))

    return run


@pytest.fixture
def written(project: Path, data: Path, needs: Callable[[Path], Path]) -> Iterator[Callable[[str, str], bytes]]:
    """What imports a file of another format and writes it as CTDL."""
    with KnowledgeBase.in_memory() as base:

        def run(kind: str, path: str) -> bytes:
            file = project / path if kind == "partnership" else needs(data / "wire" / path)
            return export(base, import_release(base, kind, [file]).release.source, "ctdl")

        yield run


WRITTEN = (
    ("partnership", "examples/power-generation"),
    *(
        ("case", f"case/packages/{name}.json")
        for name in (
            *("AdoptedTestFramework", "ItemTypeTestFramework", "MarkdownFramework", "Ordering"),
            *("SequenceNumberFramework", "SmartLevelFramework", "Utf8TestFramework"),
            *("opencase_round_trip_baseline", "opensalt-framework"),
        )
    ),
    *(("rsd", f"rsd/{name}.json") for name in ("collection-v3", "skill-v3", "skills-v2", "skills-v3")),
)


@pytest.mark.parametrize(("kind", "path"), WRITTEN, ids=lambda value: value)
def test_what_is_written_keeps_to_the_published_schema(
    written: Callable[[str, str], bytes], judged: Judged, kind: str, path: str
) -> None:
    said = written(kind, path)
    assert len(json.loads(said)["@graph"]) > 1
    assert judged(said) == []


def test_a_package_with_every_field_keeps_to_it(
    written: Callable[[str, str], bytes], judged: Judged, data: Path, needs: Callable[[Path], Path], tmp_path: Path
) -> None:
    schema = json.loads(needs(data / "wire/case/schemas/case-1.1-cfpackage.schema.json").read_bytes())
    (tmp_path / "every.json").write_text(json.dumps(every_field(schema)), encoding="utf-8")
    said = written("case", str(tmp_path / "every.json"))
    assert {"ceasn:license", "ceasn:dateValidUntil"} <= set(json.loads(said)["@graph"][0])
    assert judged(said) == []


def test_what_is_judged_has_every_kind_of_thing_that_is_written(written: Callable[[str, str], bytes]) -> None:
    found = set(_classes(json.loads(written("partnership", "examples/power-generation"))["@graph"]))
    assert found == {
        *("ceasn:CompetencyFramework", "ceasn:Competency", "ceterms:Organization", "ceterms:Occupation"),
        *("ceterms:Certificate", "ceterms:Certification", "ceterms:License", "ceterms:ApprenticeshipCertificate"),
        *("ceterms:LearningProgram", "ceterms:Course", "ceterms:AssociateOfAppliedScienceDegree"),
        *("ceterms:CredentialAlignmentObject", "ceterms:ConditionProfile", "ceterms:DurationProfile"),
        *("ceterms:ValueProfile", "ceterms:WorkRole", "ceterms:Task"),
    }


def _classes(value: Json) -> Iterator[str]:
    """Yield the classes of the things within a value."""
    if isinstance(value, dict) and isinstance(value.get("@type"), str) and "@value" not in value:
        yield value["@type"]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _classes(one)


def test_the_structure_is_the_one_that_is_published(data: Path, needs: Callable[[Path], Path]) -> None:
    assert published_structure(needs(data / "wire/ctdl/contexts")) == structure()
    assert (len(structure().classes), len(structure().ranges)) == (150, 501)


def test_a_class_may_say_what_those_above_it_may() -> None:
    assert structure().line("ceterms:BachelorDegree") >= {"ceterms:Degree", "ceterms:Credential"}
    assert "ceterms:BachelorDegree" in structure().below(["ceterms:Credential"])
    assert "ceterms:Course" not in structure().below(["ceterms:Credential"])


BROKEN: dict[str, tuple[dict[str, Json], str, str]] = {
    "a class that there is not": ({"@type": "ceterms:Program"}, "unknown-class", "ceterms:Program"),
    "a property that there is not": ({"ceasn:educationLevel": "9"}, "unknown-property", "ceasn:educationLevel"),
    "a property of other things": ({"ceterms:teaches": "http://x/2"}, "wrong-domain", "ceterms:teaches"),
    "a text for a truth value": (
        {"https://purl.org/ctdlasn/terms/shouldIndex": [{"@value": "true"}]},
        "wrong-form",
        "ceasn:shouldIndex",
    ),
    "a framework for a competency": ({"ceasn:isChildOf": "http://x/f"}, "wrong-range", "ceasn:isChildOf"),
}


@pytest.mark.parametrize("wrong", BROKEN)
def test_each_departure_is_found(judged: Judged, wrong: str) -> None:
    more, code, path = BROKEN[wrong]
    framework = {"@id": "http://x/f", "@type": "ceasn:CompetencyFramework", "ceasn:name": {"en": "Welding"}}
    competency = {"@id": "http://x/1", "@type": "ceasn:Competency", "ceasn:competencyText": {"en": "Weld"}}
    assert judged({"@graph": [framework, competency]}) == []
    assert [(one.code, one.path) for one in judged({"@graph": [framework, competency | more]})][:1] == [(code, path)]


def test_a_thing_of_two_classes_may_say_what_either_may(judged: Judged) -> None:
    both = {"@id": "http://x/1", "@type": ["ceasn:Competency", "ceterms:Course"], "ceterms:teaches": "http://x/2"}
    child = {"@id": "http://x/3", "@type": "ceasn:Competency", "ceasn:isChildOf": "http://x/1"}
    assert judged({"@graph": [both, child]}) == []


def test_what_leads_to_a_blank_node_is_told_alike_each_time(judged: Judged) -> None:
    said = {"@id": "http://x/1", "@type": "ceasn:Competency", "ceasn:isChildOf": {"@type": "ceasn:CompetencyFramework"}}
    assert [(one.code, one.node, one.value) for one in judged(said)] == [("wrong-range", "http://x/1", "[]")]


def test_departures_of_what_is_imported_are_said_once_each(data: Path, needs: Callable[[Path], Path]) -> None:
    path = needs(data / "wire/ctdl/frameworks/bcsp-cet.json")
    with KnowledgeBase.in_memory() as base:
        report = import_release(base, "ctdl", [path]).report
    said = {(one.code, one.path): one for one in report}
    assert said["unknown-property", "ceasn:educationLevel"].message.startswith(
        "no property of CTDL; kept as it came (564"
    )
    weight = said["wrong-form", "ceasn:weight"]
    assert weight.message.startswith(
        "a value of the datatype xsd:string, where xsd:float is expected; kept as it came (7"
    )
    assert (weight.node[-36:], weight.value) == ("27fc1d19-32ee-4abb-9ff3-4dddea2fded3", ".16")
