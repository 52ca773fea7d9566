"""Programs in CTDL: the same program in every form that JSON-LD allows, and what is missing said."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ontology.report import Severity
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, program_table

Read = Callable[..., Curriculum]
Document = dict[str, Any]

BASE = "https://college.example/resources/"


def graph() -> list[Document]:
    """A program of two courses: one teaches a competency and an alignment, the other assesses the competency."""
    return [
        {
            "@id": BASE + "program",
            "@type": "ceterms:LearningProgram",
            "ceterms:name": {"es": "Energía", "en-US": "Power"},
            "ceterms:hasPart": [BASE + "elec"],
            "ceterms:offeredBy": [BASE + "college"],
            "ceterms:instructionalProgramType": [
                {"@type": "ceterms:CredentialAlignmentObject", "ceterms:codedNotation": "15.1703"}
            ],
        },
        {"@id": BASE + "college", "@type": "ceterms:CredentialOrganization", "ceterms:name": {"en": "Tamarack Valley"}},
        {
            "@id": BASE + "elec",
            "@type": "ceterms:Course",
            "ceterms:name": {"en-US": "Circuits"},
            "ceterms:codedNotation": "ELEC 110",
            "ceterms:description": {"en-US": "Direct current."},
            "ceterms:creditValue": [{"@type": "schema:QuantitativeValue", "schema:value": 5}],
            "ceterms:teaches": [
                BASE + "ohm",
                {
                    "@type": "ceterms:CredentialAlignmentObject",
                    "ceterms:targetNodeName": {"en-US": "Wire motor controls to code"},
                    "ceterms:targetNode": "https://registry.example/resources/ce-1",
                },
            ],
        },
        {
            "@id": BASE + "mech",
            "@type": "ceterms:Course",
            "ceterms:name": "Pumps",
            "ceterms:isPartOf": {"@id": BASE + "program"},
            "ceterms:prerequisite": [BASE + "elec"],
            "ceterms:assesses": [
                {
                    "ceterms:targetNodeName": "Alignment",
                    "ceterms:targetNodeDescription": {"en": "Align a pump with its drive"},
                }
            ],
        },
        {
            "@id": BASE + "ohm",
            "@type": "ceasn:Competency",
            "ceasn:competencyText": {"en-US": "Apply Ohm's law"},
            "ceasn:codedNotation": "1.a",
        },
    ]


def expanded(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a document with whole addresses of terms and literals as objects, as a processor expands it."""
    whole = {
        "ceterms:": "https://purl.org/ctdl/terms/",
        "ceasn:": "https://purl.org/ctdlasn/terms/",
        "schema:": "https://schema.org/",
    }

    def name(term: str) -> str:
        prefix = term.partition(":")[0] + ":"
        return whole[prefix] + term.removeprefix(prefix) if prefix in whole else term

    if isinstance(value, list):
        return [expanded(each) for each in value]
    if not isinstance(value, dict):
        return {"@id": value} if str(value).startswith("http") else {"@value": value}
    if value and all(len(key) in (2, 5) and key[:2].isalpha() for key in value):
        return [{"@language": tag, "@value": text} for tag, text in value.items()]
    return {
        name(key): each if key == "@id" else [name(each)] if key == "@type" else expanded(each)
        for key, each in value.items()
    }


FORMS: dict[str, Callable[[], Any]] = {
    "graph": lambda: {"@context": "https://credreg.net/ctdl/schema/context/json", "@id": BASE + "g", "@graph": graph()},
    "envelope": lambda: {"envelope_id": "1", "decoded_resource": {"@graph": graph()}},
    "expanded": lambda: expanded(graph()),
    "list": lambda: {"@graph": {"@graph": graph()}},
    "own prefix": lambda: {
        "@context": [
            {"ct": "https://purl.org/ctdl/terms/", "r": BASE},
            "https://credreg.net/ctdlasn/schema/context/json",
        ],
        "@graph": renamed(graph()),
    },
}


def renamed(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, list):
        return [renamed(each) for each in value]
    if isinstance(value, dict):
        return {renamed(key): renamed(each) for key, each in value.items()}
    if isinstance(value, str):
        return value.replace("ceterms:", "ct:").replace(BASE, "r:")
    return value


@pytest.mark.parametrize("form", FORMS)
def test_a_program_is_the_same_in_every_form(read: Read, form: str) -> None:
    curriculum = read(FORMS[form](), "power.jsonld", college="c")

    program = curriculum.program
    assert (program.iri, program.label.value, program.instructional_code) == (BASE + "program", "Power", "15.1703")
    circuits, pumps = curriculum.courses
    assert (circuits.iri, circuits.code, circuits.credits) == (BASE + "elec", "ELEC 110", 5)
    assert (circuits.label.value, str(circuits.description)) == ("Circuits", "Direct current.")
    assert (pumps.code, pumps.label.value, pumps.prerequisites) == (None, "Pumps", ("ELEC 110",))
    assert [(o.statement.value, o.statement.language, o.code) for o in curriculum.outcomes] == [
        ("Apply Ohm's law", "en-us", "1.a"),
        ("Wire motor controls to code", "en-us", None),
        ("Align a pump with its drive", "en", "Alignment"),
    ]
    assert curriculum.outcomes[0].iri == BASE + "ohm"
    assert curriculum.outcomes[1].iri.startswith("http://localhost:8000/id/outcome/c/elec/")
    assert len(curriculum.report) == 0


def test_the_college_is_who_offers_it(written: Callable[..., ArchivedFile]) -> None:
    assert set(program_table(written(graph(), "p.json")).frame["college"]) == {"Tamarack Valley"}


def test_documents_may_follow_one_another(read: Read) -> None:
    text = "\n".join(json.dumps({"@graph": [node]}) for node in graph())

    assert len(read(text, "power.json").courses) == 2


def test_a_competency_of_two_courses_is_an_outcome_of_each(read: Read) -> None:
    nodes = graph()
    nodes[3]["ceterms:teaches"] = [BASE + "ohm"]

    curriculum = read(nodes, "power.json", college="c")

    ohm = [outcome for outcome in curriculum.outcomes if outcome.code == "1.a"]
    assert [outcome.iri.rsplit("/", 2)[1:] for outcome in ohm] == [["elec", "ohm"], ["mech", "ohm"]]


def test_courses_without_a_program_are_a_program_named_like_the_file(read: Read) -> None:
    curriculum = read(graph()[2], "circuits.json")

    assert (curriculum.program.label.value, len(curriculum.courses)) == ("circuits", 1)


def test_what_a_program_teaches_itself_stands_in_a_course_of_its_name(read: Read) -> None:
    nodes = graph()
    nodes[0]["ceterms:teaches"] = [{"ceterms:targetNodeName": {"en": "Work safely at height"}}]

    *_, course = read(nodes, "power.json", college="c").courses

    assert (course.iri, course.label.value, len(course.teaches)) == (
        "http://localhost:8000/id/course/c/program",
        "Power",
        1,
    )


def test_of_several_programs_the_one_with_most_courses_is_read_and_the_rest_is_said(read: Read) -> None:
    other = {"@id": BASE + "other", "@type": "ceterms:LearningProgram", "ceterms:name": {"en": "Other"}}
    stray = {
        "@id": BASE + "stray",
        "@type": "ceterms:Course",
        "ceterms:codedNotation": "X 1",
        "ceterms:isPartOf": BASE + "other",
    }

    curriculum = read([other, stray, *graph()], "power.json")

    assert (curriculum.program.label.value, len(curriculum.courses)) == ("Power", 2)
    assert [(f.code, f.value, f.severity) for f in curriculum.report] == [
        ("several-programs", "Other", Severity.WARNING),
        ("course-outside", "X 1", Severity.WARNING),
    ]


def test_a_competency_that_is_elsewhere_is_said_and_not_fetched(read: Read) -> None:
    (_, _, course, *_) = graph()

    curriculum = read(course, "circuits.json")

    assert [(f.code, f.value, f.row) for f in curriculum.report] == [("no-statement", BASE + "ohm", 1)]


def test_a_document_without_courses_is_refused(written: Callable[..., ArchivedFile]) -> None:
    table = program_table(written({"@type": "ceterms:Pathway", "@id": "x:1"}, "pathway.json"))

    (finding,) = table.report
    assert (finding.code, finding.severity) == ("no-course", Severity.ERROR)
    assert finding.message.endswith("there are Pathway")


def test_the_real_sample_is_a_program_of_45_courses(data: Path, needs: Callable[[Path], Path], read: Read) -> None:
    path = needs(data / "wire/ctdl/pathways/courses.json")

    curriculum = read(path.read_bytes(), path.name)

    assert curriculum.program.label.value == "Bachelor of Science in Computer Science"
    assert len(curriculum.courses) == 45
    assert {course.credits for course in curriculum.courses} == {15}
    assert all(course.iri.startswith("http://example.org/resources/") for course in curriculum.courses)
