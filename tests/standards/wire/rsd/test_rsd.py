"""Rich Skill Descriptors in and out: nothing of the samples is lost, and what cannot be read is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.report import Report, Severity
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.wire.rsd.library import Library
from standards.wire.rsd.reading import read_library
from standards.wire.rsd.records import SINGLE
from standards.wire.rsd.stored import stored_library
from standards.wire.rsd.writing import CONTEXT, write_library, write_version_2
from tests.standards.wire.comparing import Fate, fates, table

Json = Any

ALIKE = {Fate.KEPT, Fate.FORM, Fate.ONCE, Fate.REORDERED}
"""What a knowledge base may do to a list: it has sets."""

SAMPLES = ("collection-v3.json", "skill-v3.json", "skills-v2.json", "skills-v3.json")
SKILL = {
    "id": "https://skills.example.org/1",
    "skillName": "Weld",
    "skillStatement": "Weld pipes.",
    "authors": ["Mill"],
}


def read(said: Json) -> tuple[Library, Report]:
    return read_library(ArchivedFile("made.json", "", lambda: json.dumps(said).encode()), Identifiers())


def written(library: Library) -> Json:
    return json.loads(json.dumps(write_library(library)))


@pytest.fixture
def samples(data: Path, needs: Callable[[Path], Path]) -> dict[str, Json]:
    """What OSMT gave out."""
    return {name: json.loads(needs(data / "wire/rsd" / name).read_bytes()) for name in SAMPLES}


def test_every_sample_comes_out_of_the_knowledge_base_as_it_went_in(samples: dict[str, Json], data: Path) -> None:
    for name, said in samples.items():
        with KnowledgeBase.in_memory() as base:
            source = import_release(base, "rsd", [data / "wire/rsd" / name]).release.source
            stored = written(stored_library(base, source))
        found = table(fates(written(read(said)[0]), stored))
        assert {fate for counted in found.values() for fate in counted} <= ALIKE, name
        assert {at.rpartition("/")[2] for at, counted in found.items() if Fate.FORM in counted} <= {
            "creationDate",
            "publishDate",
            "updateDate",
        }, name


def test_the_values_of_a_skill_keep_their_order(tmp_path: Path) -> None:
    alignments = [{"id": f"https://x/{number}", "skillName": "Weld"} for number in (2, 1, 3)]
    said = [{**SKILL, "keywords": ["steel", "heat", "steel"], "authors": ["Zed", "Amy"], "alignments": alignments}]
    (tmp_path / "skills.json").write_text(json.dumps(said), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "rsd", [tmp_path / "skills.json"]).release
        (stored,) = written(stored_library(base, release.source))

    assert stored == {"@context": CONTEXT, "type": "RichSkillDescriptor", **said[0]}


def test_skills_are_a_framework_with_what_they_are_aligned_with(samples: dict[str, Json], data: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "rsd", [data / "wire/rsd/skill-v3.json"]).release
        (entry,) = read_framework(base, release.source)
        query = "SELECT ?m { ?s skos:relatedMatch ?m }"
        matched = list(base.rows(query, [release.iri]))

    assert entry.label == samples["skill-v3.json"]["skillName"]
    assert entry.group == "Information Security Management"
    assert matched == [("https://skills.emsidata.com/skills/KS1254M6N7QPZ96MGR0L",)]


def test_names_of_version_2_are_read() -> None:
    library, report = read({**SKILL, "author": "Mill; Yard", "category": "Joining", "authors": None})

    assert library.skills[0].authors == ("Mill", "Yard")
    assert [str(category) for category in library.skills[0].categories] == ["Joining"]
    assert {finding.code for finding in report} == {"null", "other-name", "parted"}


def test_into_what_the_text_of_version_2_is_parted_is_said() -> None:
    library, report = read([{**SKILL, "author": "Mill, Inc.; a firm", "authors": None, "category": "Joining"}])

    assert library.skills[0].authors == ("Mill, Inc.", "a firm")
    (told,) = (finding for finding in report if finding.code == "parted")
    assert (told.severity, told.path, told.value) == (Severity.INFO, "/0/author", "Mill, Inc.; a firm")
    assert told.message == "parted at its semicolons into 2: Mill, Inc. | a firm"


BOTH_NAMES: dict[str, tuple[Json, tuple[str, ...]]] = {
    "version 2 first": ({"author": "Smith; Jones Inc", "authors": ["K"]}, ("K", "Smith", "Jones Inc")),
    "version 3 first": ({"authors": ["K"], "author": "Smith; Jones Inc"}, ("K", "Smith", "Jones Inc")),
    "the same twice": ({"authors": ["K", "Smith", "K"], "author": "Smith"}, ("K", "Smith", "K")),
    "nothing in one": ({"authors": ["K"], "author": ""}, ("K",)),
    "what is no text": ({"authors": ["K"], "author": {"x": 1}}, ("K",)),
}


@pytest.mark.parametrize("case", BOTH_NAMES)
def test_what_stands_under_both_names_is_joined(case: str) -> None:
    said, authors = BOTH_NAMES[case]
    library, report = read([{**{name: value for name, value in SKILL.items() if name != "authors"}, **said}])

    assert library.skills[0].authors == authors
    assert "other-name" in {finding.code for finding in report}
    (three,), (two,) = written(library), json.loads(json.dumps(write_version_2(library)))
    assert read([three])[0] == library
    assert set(read([two])[0].skills[0].authors) == set(authors)


def test_values_that_are_no_texts_stand_beside_those_that_are() -> None:
    library, _ = read([{**SKILL, "authors": ["Mill", {"x": 1}]}])

    assert [one["authors"] for one in written(library)] == [["Mill", {"x": 1}]]
    assert [one["authors"] for one in write_version_2(library)] == [["Mill", {"x": 1}]]


def test_version_2_is_written_and_says_the_same_skills(samples: dict[str, Json]) -> None:
    for name, said in samples.items():
        library = read(said)[0]
        two = json.loads(json.dumps(write_version_2(library)))
        names = {key for skill in (two if isinstance(two, list) else two["skills"]) for key in skill}
        assert not names & {*SINGLE.values()}, name
        assert written(read(two)[0]) == written(library), name

    assert write_version_2(read([SKILL])[0])[0]["author"] == "Mill"


def test_names_that_the_format_does_not_have_come_out_again() -> None:
    library, report = read([{**SKILL, "badge": {"level": 2}}])

    assert written(library) == [
        {"@context": CONTEXT, "type": "RichSkillDescriptor", **SKILL, "badge": {"level": 2}},
    ]
    assert [finding.code for finding in report] == ["unknown-name"]


REFUSED: dict[str, tuple[Json, str, str]] = {
    "something else": ({"CFDocument": {}}, "no-skills", ""),
    "an empty list": ([], "no-skills", ""),
    "a skill without a statement": ([{**SKILL, "skillStatement": None}], "missing", "/0/skillStatement"),
    "a collection without a name": ({"skills": [SKILL]}, "missing", "/name"),
    "skills that are no list": ({"name": "Welding", "skills": SKILL}, "no-list", "/skills"),
    "a skill twice": ([SKILL, SKILL], "claimed-twice", ""),
}


@pytest.mark.parametrize("wrong", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place(wrong: str) -> None:
    said, code, path = REFUSED[wrong]
    with pytest.raises(RefusedError) as refused:
        read(said)
    assert (code, path) in {(finding.code, finding.path) for finding in refused.value.report}


def test_a_skill_without_an_address_gets_one() -> None:
    library, report = read([{**SKILL, "id": None, "uuid": "7f"}])
    assert library.skills[0].iri == "http://localhost:8000/id/rsd/7f"
    assert "no-address" in {finding.code for finding in report}


def test_a_standard_of_ones_own_is_a_collection_that_is_read_again_without_a_finding(project: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        example = written(stored_library(base, "power-generation"))
    library, report = read(example)

    assert list(report) == []
    assert written(library) == example
    assert len(library.skills) == 74
    assert {skill.status for skill in library.skills} == {"draft"}
