"""What other formats have a word for and CTDL-ASN too arrives there, in CTDL-ASN's form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.ctdl.homes import DEMANDED, HOMES
from standards.wire.ctdl.structure import structure
from standards.wire.exporting import export
from tests.standards.wire.case.conftest import association, item, package, uuid

Json = Any
Written = Callable[[str, Json], dict[str, Json]]

SKILL = {
    "id": "https://skills.example.org/1",
    "skillName": "Weld",
    "skillStatement": "Weld pipes.",
    "authors": ["Mill"],
    "creator": "https://mill.example.org",
    "creationDate": "2026-01-31T09:00:00Z",
    "updateDate": "2026-02-01T09:00:00Z",
    "status": "Published",
    "uuid": "4f3c6a12-e83b-4654-b7ce-1738552191e4",
    "occupations": [
        {"code": "51-4121", "targetNodeName": "Welders", "frameworkName": "bls"},
        {"code": "51-4122", "name": "", "url": "https://x/51-4122"},
        {"description": "neither code nor name"},
    ],
}


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """What imports a document and gives back its things in CTDL, by their addresses."""

    def run(kind: str, said: Json) -> dict[str, Json]:
        (tmp_path / "made.json").write_text(json.dumps(said), encoding="utf-8")
        with KnowledgeBase.in_memory() as base:
            source = import_release(base, kind, [tmp_path / "made.json"]).release.source
            return {node["@id"]: node for node in json.loads(export(base, source, "ctdl"))["@graph"]}

    return run


def test_what_a_package_says_of_itself_arrives(written: Written) -> None:
    said = package(item(2), item(3, "Grind welds"))
    said["CFDocument"] = said["CFDocument"] | {
        "publisher": "Mill Press",
        "officialSourceURL": "https://mill.example.org/welding",
        "adoptionStatus": "Adopted",
        "statusStartDate": "2026-01-31",
        "subject": ["Joining"],
        "subjectURI": [{"title": "Joining", "identifier": uuid(7), "uri": "https://mill.example.org/joining"}],
    }
    framework = written("case", said)[said["CFDocument"]["uri"]]
    assert framework["ceasn:author"] == "Mill College"
    assert framework["ceasn:publisherName"] == {"en": "Mill Press"}
    assert framework["ceasn:source"] == "https://mill.example.org/welding"
    assert framework["ceasn:publicationStatusType"] == "publicationStatus:Published"
    assert framework["ceasn:dateValidFrom"] == "2026-01-31T00:00:00"
    assert framework["ceasn:localSubject"] == {"en": "Joining"}
    assert framework["ceasn:conceptTerm"] == "https://mill.example.org/joining"
    assert framework["ceasn:dateModified"] == "2026-01-31T09:00:00Z"
    assert "ceasn:identifier" not in framework, "its CTID says it"


def test_what_a_package_says_of_its_statements_arrives(written: Written) -> None:
    license_ = {"title": "CC BY", "identifier": uuid(8), "uri": "https://creativecommons.org/licenses/by/4.0/"}
    first = item(2, language="es", licenseURI=license_, statusStartDate="2026-01-31", listEnumeration="2.")
    second = item(3, "Grind welds") | {"uri": "https://mill.example.org/grind"}
    said = package(first, second, associations=(association(4, "precedes", first, second),))
    found = written("case", said)
    one, other = found[first["uri"]], found[second["uri"]]
    assert (one["ceasn:inLanguage"], other["ceasn:inLanguage"]) == ("es", "en")
    assert one["ceasn:license"] == license_["uri"]
    assert one["ceasn:listID"] == "2."
    assert other["ceasn:identifier"] == f"urn:uuid:{uuid(3)}"
    assert other["ceasn:prerequisiteAlignment"] == first["uri"], "what precedes it is its prerequisite"
    assert "ceasn:competencyLabel" not in one, "its text says it"
    assert "ceasn:dateValidFrom" not in one, "only a framework may say it"


def test_what_a_skill_says_arrives(written: Written) -> None:
    (skill,) = (node for node in written("rsd", [SKILL]).values() if node["@type"] == "ceasn:Competency")
    assert (skill["ceasn:author"], skill["ceasn:creator"]) == ("Mill", "https://mill.example.org")
    assert (skill["ceasn:dateCreated"], skill["ceasn:dateModified"]) == ("2026-01-31", "2026-02-01T09:00:00Z")
    assert skill["ceasn:publicationStatusType"] == "publicationStatus:Published"
    assert skill["ceasn:identifier"] == f"urn:uuid:{SKILL['uuid']}"
    assert [
        (one["ceterms:codedNotation"], one["ceterms:targetNodeName"]) for one in skill["ceterms:occupationType"]
    ] == [
        ("51-4121", {"en": "Welders"}),
        ("51-4122", {"en": "51-4122"}),
    ]


def test_every_home_is_a_property_of_a_framework_or_a_competency() -> None:
    homes = {home for home, _ in (*HOMES.values(), *DEMANDED.values())}
    kinds = {"ceasn:Competency", "ceasn:CompetencyFramework"}
    assert [home for home in homes if not kinds & structure().below(structure().domains[home])] == []
