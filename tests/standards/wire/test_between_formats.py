"""From one format to another: a framework keeps its address, its name, its author and its statements."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.exporting import export

DQP = "http://degreeprofile.org/dqp"
ACT = "http://localhost:3000/ims/case/v1p0/CFDocuments/a33fc64e-5c40-11e7-82c4-3d54268aa9ee"
NETWORK = "http://localhost:8080/api/collections/42d882da-aec3-4e0d-9582-c8559912a9c6"


@pytest.fixture
def written(data: Path, needs: Callable[[Path], Path]) -> Callable[[str, str, str], str]:
    """What imports a sample as one format and writes it as another."""

    def run(kind: str, sample: str, form: str) -> str:
        with KnowledgeBase.in_memory() as base:
            source = import_release(base, kind, [needs(data / "wire" / sample)]).release.source
            return export(base, source, form).decode()

    return run


def test_ctdl_as_case(written: Callable[[str, str, str], str]) -> None:
    said = json.loads(written("ctdl", "ctdl/frameworks/DQP.jsonld", "case"))
    document = said["CFDocument"]

    assert (document["uri"], document["title"]) == (DQP, "Degree Qualification Profile")
    assert document["creator"] == "Lumina Foundation"
    assert document["description"].startswith("The Degree Qualifications Profile (DQP) provides")
    assert "version" not in document
    assert not any("CFItemType" in item for item in said["CFItems"])
    ends = {association["destinationNodeURI"]["uri"] for association in said["CFAssociations"]}
    assert {DQP, f"{DQP}/is1"} <= ends


def test_rsd_as_case(written: Callable[[str, str, str], str]) -> None:
    document = json.loads(written("rsd", "rsd/collection-v3.json", "case"))["CFDocument"]

    assert (document["uri"], document["title"], document["creator"]) == (NETWORK, "IT Network", "OSMT Developer")
    assert document["identifier"] == NETWORK[-36:]
    assert document["description"] == "Computer Networking in IT"


def test_case_as_ctdl_skos_and_rsd(written: Callable[[str, str, str], str]) -> None:
    sample = "case/packages/Ordering.json"
    framework = next(
        node for node in json.loads(written("case", sample, "ctdl"))["@graph"] if "Framework" in node["@type"]
    )
    assert (framework["@id"], framework["ceterms:ctid"]) == (ACT, f"ce-{ACT[-36:]}")
    statement = "Recognize attributes of and name basic 2-D figures"
    assert f'skos:definition "{statement}' in written("case", sample, "skos")
    assert ACT in written("case", sample, "skos")
    skills = json.loads(written("case", sample, "rsd"))
    assert (skills["id"], skills["author"]) == (ACT, "ACT, Inc.")
    assert any(skill["skillStatement"].startswith(statement) for skill in skills["skills"])


def test_the_identity_of_a_framework_stays_when_it_is_imported_again(
    tmp_path: Path, data: Path, needs: Callable[[Path], Path]
) -> None:
    said = json.loads(needs(data / "wire/case/packages/Ordering.json").read_bytes())
    found = []
    with KnowledgeBase.in_memory() as base:
        for title in ("First", "Second"):
            said["CFItems"][0]["notes"] = title
            (tmp_path / "act.json").write_text(json.dumps(said), encoding="utf-8")
            source = import_release(base, "case", [tmp_path / "act.json"]).release.source
            nodes = json.loads(export(base, source, "ctdl"))["@graph"]
            found.append({node["@id"]: node["ceterms:ctid"] for node in nodes})
    assert found[0] == found[1]


def test_skills_of_one_name_in_two_tables_have_addresses_of_their_own(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        for name in ("one", "two"):
            (tmp_path / f"{name}.csv").write_text("RSD Name,Skill Statement\nWeld,Weld it.\n", encoding="utf-8")
            import_release(base, "rsd", [tmp_path / f"{name}.csv"])
        addresses = {skill["id"] for name in ("one", "two") for skill in json.loads(export(base, f"rsd-{name}", "rsd"))}
    assert addresses == {f"http://localhost:8000/id/rsd/{name}/weld" for name in ("one", "two")}
