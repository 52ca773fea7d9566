"""Outcomes in another language than the framework, where the framework is in one language and where it is in two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from ontology.identifiers import Identifiers
from ontology.namespaces import CEASN, RDF, SKOS
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from pathways.coverage import Target, align
from pathways.coverage.foreign import foreign_outcomes
from pathways.coverage.headings import read_headings
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, read_program
from standards.frameworks import framework_release

COMPETENCY = "http://x/towers"
LABELS = {
    COMPETENCY: {"de": "Türme besteigen", "en": "climb towers"},
    "http://x/group": {"de": "Arbeiten in der Höhe", "en": "working at height"},
    "http://x/top": {"de": "Fertigkeiten", "en": "skills"},
}


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    """Return ESCO in German and English: one skill, its group, and what is above."""
    release = Release(
        iri=Iri("http://x/graph/esco/1"),
        source="esco",
        version="1",
        title=Text(value="ESCO"),
        language="de, en",
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="x",
    )
    named = [
        f'<{iri}> <{SKOS.prefLabel}> "{label}"@{tag} .\n' for iri, said in LABELS.items() for tag, label in said.items()
    ]
    kinds = [f"<{COMPETENCY}> <{RDF.type}> <{CEASN.Competency}> .\n"]
    above = [f"<{lower}> <{SKOS.broader}> <{upper}> .\n" for lower, upper in zip(LABELS, [*LABELS][1:], strict=False)]
    with KnowledgeBase.in_memory() as empty:
        empty.replace(release, [], [line.encode() for line in (*named, *kinds, *above)])
        yield empty


def taught(outcomes: str) -> Curriculum:
    rows = "".join(f"Wind,W 1,Climbing,{outcome}\n" for outcome in outcomes.splitlines())
    return read_program(ArchivedFile("p.csv", "", f"Program,Course,Title,Outcome\n{rows}".encode), Identifiers())


ENGLISH = taught("Climb the towers of a wind farm\nRead the prints of the plant")
GERMAN = taught("Die Türme auf dem Gelände besteigen und sichern\nDie Pläne mit dem Meister lesen und prüfen")


def test_of_a_framework_in_two_languages_the_shown_one_is_its_own(base: KnowledgeBase) -> None:
    target = Target.of(base, "esco")

    assert target.language == "en"
    assert not foreign_outcomes(ENGLISH, target)
    assert not align(ENGLISH, target).other_language
    assert foreign_outcomes(GERMAN, target).startswith("Wind: of 2 outcomes, 2 are in German; ESCO is in English.")
    assert align(GERMAN, target).other_language == "de"


def test_names_in_the_other_language_still_match(base: KnowledgeBase) -> None:
    (found,) = Target.of(base, "esco").index.match(["Türme besteigen"], top=1)

    assert (found[0].label, found[0].matched) == ("climb towers", "Türme besteigen")


def test_a_heading_in_two_languages_is_the_shown_one(base: KnowledgeBase) -> None:
    headings = read_headings(base, framework_release(base, "esco"), [Iri(COMPETENCY)])

    assert headings == {COMPETENCY: "working at height"}
