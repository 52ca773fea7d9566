"""Open Badges in and out: nothing of an achievement is lost, of who holds it nothing is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.records import Credential
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.imports import import_release
from standards.wire.badges.reading import read_achievements
from standards.wire.badges.records import Achievement
from standards.wire.badges.stored import stored_achievements
from standards.wire.badges.writing import CONTEXT, write_achievements
from standards.wire.fields import wire_fields
from tests.standards.wire.comparing import Fate, fates, table

Json = Any

WELDING = {
    "id": "https://mill.example.org/badges/welding",
    "type": ["Achievement"],
    "name": "Welding",
    "description": "Welds plate and pipe.",
    "criteria": {"narrative": "Weld a test plate."},
    "achievementType": "Certification",
    "alignment": [
        {"type": ["Alignment"], "targetName": "Weld pipes", "targetUrl": "https://x/1", "targetType": "CFItem"},
        {"type": ["Alignment"], "targetName": "Weld plate", "targetUrl": "https://x/2", "targetCode": "W.2"},
    ],
    "creator": {"id": "https://mill.example.org", "type": ["Profile"], "name": "Mill College"},
    "creditsAvailable": 2.5,
    "fieldOfStudy": "Joining",
    "humanCode": "W1",
    "image": {"id": "https://mill.example.org/welding.png", "type": "Image"},
    "inLanguage": "en",
    "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "7", "identifierType": "systemId"}],
    "related": [{"id": "https://mill.example.org/badges/grinding", "type": ["Related"]}],
    "resultDescription": [{"id": "https://x/r", "type": ["ResultDescription"], "name": "Pass", "resultType": "Status"}],
    "specialization": "Pipe",
    "tag": ["steel", "heat"],
    "version": "2",
    "endorsement": [{"id": "https://x/e", "type": ["VerifiableCredential", "EndorsementCredential"]}],
    "endorsementJwt": ["a.b.c"],
}
HELD = {
    "@context": list(CONTEXT),
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "credentialSubject": {"id": "did:example:holder", "name": "A Person", "achievement": WELDING},
}


def read(said: Json) -> tuple[tuple[Achievement, ...], Report]:
    return read_achievements(ArchivedFile("made.json", "", lambda: json.dumps(said).encode()), Identifiers())


def written(achievements: tuple[Achievement, ...]) -> Json:
    return json.loads(json.dumps(write_achievements(achievements)))


def test_every_field_is_kept() -> None:
    achievements, report = read(WELDING)

    assert list(report) == []
    assert {*WELDING} == {*wire_fields(Achievement), "id", "type"}
    assert set(table(fates([WELDING], written(achievements)["@graph"]))["[]/name"]) == {Fate.KEPT}
    assert {fate for _, fate in fates([WELDING], written(achievements)["@graph"])} == {Fate.KEPT}


@pytest.mark.parametrize("said", [[WELDING], {"@graph": [WELDING]}, HELD], ids=["a list", "a graph", "a credential"])
def test_achievements_are_found_wherever_they_stand(said: Json) -> None:
    assert read(said)[0] == read(WELDING)[0]


def test_of_who_holds_a_badge_nothing_is_stored(tmp_path: Path) -> None:
    path = tmp_path / "badge.json"
    path.write_text(json.dumps(HELD), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "badges", [path]).release
        said = {value for triple in base.rows("SELECT ?s ?p ?o { ?s ?p ?o }", [release.iri]) for value in triple}
        (credential,) = base.records(release, Credential)
        again = tuple(stored_achievements(base, release.source))

    assert release.source == "badges-welding"
    assert not {"did:example:holder", "A Person"} & said
    assert (credential.label.value, credential.attests) == ("Welding", ("https://x/1", "https://x/2"))
    assert {fate for _, fate in fates([WELDING], written(again)["@graph"])} == {Fate.KEPT}


REFUSED: dict[str, tuple[Json, str, str]] = {
    "no achievement": ({"type": "Profile"}, "no-achievements", ""),
    "only a link to one": ({"credentialSubject": {"achievement": "https://x/1"}}, "no-achievements", ""),
    "one without a name": ([{**WELDING, "name": None}], "missing", "/0/name"),
    "one of two without criteria": (
        [WELDING, {n: v for n, v in WELDING.items() if n != "criteria"} | {"id": "https://x/9"}],
        "missing",
        "/1/criteria",
    ),
    "a context to be fetched": ({**WELDING, "@context": "https://mill.example.org/c"}, "remote-context", "/@context"),
    "one imported": ({**WELDING, "@context": [{"@import": "http://x/c"}]}, "remote-context", "/@context"),
    "one within": ([{**WELDING, "creator": {"@context": "http://x/c"}}], "remote-context", "/0/creator/@context"),
    "two with one id": ([WELDING, WELDING], "claimed-twice", ""),
}


@pytest.mark.parametrize("wrong", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place(wrong: str) -> None:
    said, code, path = REFUSED[wrong]
    with pytest.raises(RefusedError) as refused:
        read(said)
    assert (code, path) in {(finding.code, finding.path) for finding in refused.value.report}


def test_one_without_an_address_gets_one_and_unknown_names_come_out_again() -> None:
    (one,), report = read({**WELDING, "id": 7, "ours": {"a": 1}})

    assert one.iri == "http://localhost:8000/id/badges/welding"
    assert {finding.code for finding in report} == {"no-address", "unknown-name"}
    assert written((one,))["@graph"][0]["ours"] == {"a": 1}


def test_a_context_beside_the_one_of_open_badges_is_said_and_not_fetched() -> None:
    achievements, report = read({**HELD, "@context": [*CONTEXT, "https://mill.example.org/c"]})
    assert achievements == read(WELDING)[0]
    assert [(one.code, one.value) for one in report] == [("remote-context", "https://mill.example.org/c")]


def test_every_context_that_is_written_is_known() -> None:
    assert list(read({**HELD, "@context": list(CONTEXT)})[1]) == []


def test_an_achievement_that_is_only_named_is_said() -> None:
    achievements, report = read([WELDING, {"id": "https://x/9", "type": ["Achievement"]}])
    assert [one.name.value for one in achievements] == ["Welding"]
    assert [(one.code, one.path, one.value) for one in report] == [("not-described", "/1", "https://x/9")]


def test_the_badges_within_a_record_of_a_learner_are_found() -> None:
    record = {"credentialSubject": {"type": ["ClrSubject"], "verifiableCredential": [HELD]}}
    assert read(record)[0] == read(WELDING)[0]


def test_further_types_and_a_context_of_its_own_come_out_again() -> None:
    own = {"type": ["Achievement", "ext:Own"], "@context": {"ext": "https://x/"}}
    (one,), report = read({**WELDING, **own})
    assert list(report) == []
    assert written((one,))["@graph"] == [{**WELDING, **own}]


def test_badges_that_were_changed_take_the_place_of_those_that_are_stored(tmp_path: Path) -> None:
    path = tmp_path / "badges.json"
    with KnowledgeBase.in_memory() as base:
        for description in ("Welds plate.", "Welds pipe."):
            two = [WELDING, {**WELDING, "id": "https://x/2", "description": description}]
            path.write_text(json.dumps(two), encoding="utf-8")
            source = import_release(base, "badges", [path]).release.source
        found = {one["id"]: one["description"] for one in written(tuple(stored_achievements(base, source)))["@graph"]}
        assert len(base.releases()) == 1
    assert found["https://x/2"] == "Welds pipe."


@pytest.fixture(scope="module")
def example(project: Path) -> Json:
    """The achievements of the example's draft standard."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        return written(tuple(stored_achievements(base, "power-generation")))


def test_a_standard_of_ones_own_has_its_credentials_and_competencies_as_achievements(example: Json) -> None:
    by_name = {one["name"]: one for one in example["@graph"]}
    nerc, clear = by_name["NERC System Operator Certification"], by_name["Clear Work Communication"]

    assert len(example["@graph"]) == 84
    assert (nerc["achievementType"], clear["achievementType"]) == ("Certification", "Competency")
    assert "PG-COM-01" in {alignment["targetCode"] for alignment in nerc["alignment"]}
    assert [alignment["targetUrl"] for alignment in clear["alignment"]] == [
        "http://localhost:8000/id/power-generation/PG-COM-01"
    ]
    assert list(read(example)[1]) == []


def test_the_names_are_those_of_the_published_context(data: Path, needs: Callable[[Path], Path]) -> None:
    path = needs(data / "wire/open_badges/context-3.0.3.json")
    known = json.loads(path.read_bytes())["@context"]["Achievement"]["@context"]
    beside = {"name", "description", "extensions", "endorsement", "endorsementJwt"}
    assert {*wire_fields(Achievement)} - beside <= {*known}
