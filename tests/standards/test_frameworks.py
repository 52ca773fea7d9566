"""Frameworks in several languages: one of them is shown, and named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from ontology.errors import NotFoundError
from ontology.namespaces import CEASN, DCTERMS, RDF, SKOS
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from standards.frameworks import framework_language, framework_release, framework_title, read_framework
from standards.reviewing.wordings import wordings

SAID = (
    ("towers", SKOS.prefLabel, '"Türme besteigen"@de'),
    ("towers", SKOS.prefLabel, '"climb towers"@en'),
    ("towers", SKOS.altLabel, '"auf Masten klettern"@de'),
    ("towers", DCTERMS.description, '"Goes up."@en'),
    ("towers", DCTERMS.description, '"Am Turm."@de'),
    ("electricity", SKOS.prefLabel, '"electricity"@en'),
    ("electricity", SKOS.prefLabel, '"Elektrizität"@de'),
    ("pumps", SKOS.prefLabel, '"Pumpen warten"@de'),
)


def release(language: str | None) -> Release:
    return Release(
        iri=Iri("http://x/graph/esco/1"),
        source="esco",
        version="1",
        title=Text(value="Skills"),
        language=language,
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="x",
    )


def lines(*languages: str) -> Iterator[bytes]:
    """Yield three competencies as N-Triples, with what is said of them in some languages."""
    for name in ("towers", "electricity", "pumps"):
        yield f"<http://x/{name}> <{RDF.type}> <{CEASN.Competency}> .\n".encode()
    for name, predicate, text in SAID:
        if text.rpartition("@")[2] in languages:
            yield f"<http://x/{name}> <{predicate}> {text} .\n".encode()
    yield f'<http://x/work> <{SKOS.prefLabel}> "rigger"@en .\n'.encode()


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as empty:
        yield empty


def test_a_framework_in_two_languages_has_its_names_in_one(base: KnowledgeBase) -> None:
    base.replace(release("de, en"), [], lines("de", "en"))

    entries = {entry.iri: entry for entry in read_framework(base, "esco")}

    assert framework_language(base, "esco") == "en"
    assert {iri: entry.label for iri, entry in entries.items()} == {
        "http://x/electricity": "electricity",
        "http://x/pumps": "Pumpen warten",
        "http://x/towers": "climb towers",
    }
    assert entries[Iri("http://x/towers")].alt_labels == ("Türme besteigen", "auf Masten klettern")
    assert entries[Iri("http://x/towers")].description == "Goes up."
    assert entries[Iri("http://x/electricity")].alt_labels == ("Elektrizität",)
    assert entries[Iri("http://x/pumps")].alt_labels == ()


def test_reviewers_read_the_names_that_are_shown(base: KnowledgeBase) -> None:
    base.replace(release("de, en"), [], lines("de", "en"))
    shown = {entry.iri: entry.label for entry in read_framework(base, "esco")}

    read = wordings(base, framework_release(base, "esco"), shown)

    assert {iri: wording.label for iri, wording in read.items()} == shown


@pytest.mark.parametrize(
    ("language", "has", "shown"),
    [
        (None, ["en"], ""),
        ("de", ["de"], "de"),
        ("en-us", ["en"], "en-us"),
        # Its occupations are in English, its competencies are not.
        ("de, en", ["de"], "de"),
        # What it says it has and has not.
        ("fr, de", [], "de"),
    ],
)
def test_the_language_is_that_of_the_names(
    base: KnowledgeBase, language: str | None, has: list[str], shown: str
) -> None:
    base.replace(release(language), [], lines(*has))

    assert framework_language(base, "esco") == shown


def test_a_title_in_two_languages_is_the_english_one(base: KnowledgeBase) -> None:
    scheme = base.identifiers.mint("framework", "esco")
    titles = [f'<{scheme}> <{SKOS.prefLabel}> "{title} .\n'.encode() for title in ('Fertigkeiten"@de', 'Skills"@en')]
    base.replace(release("de, en"), [], [*lines("de", "en"), *titles])

    assert framework_title(base, "esco") == (scheme, "Skills")


@pytest.mark.parametrize("said", ["Arc Welding", "welding", "skos-weldin"])
def test_a_framework_that_is_not_there_is_asked_after_by_title_ending_or_likeness(said: str) -> None:
    triples = [
        f"<http://x/s> <{RDF.type}> <{CEASN.CompetencyFramework}> .",
        f'<http://x/s> <{SKOS.prefLabel}> "Arc Welding" .',
        f"<http://x/1> <{RDF.type}> <{CEASN.Competency}> .",
        f'<http://x/1> <{SKOS.prefLabel}> "weld" .',
    ]
    stored = release(None).model_copy(update={"source": "skos-welding", "title": Text(value="Arc Welding")})
    with KnowledgeBase.in_memory() as base:
        base.replace(stored, (), ["\n".join(triples).encode() + b"\n"])
        with pytest.raises(NotFoundError, match=r"there are skos-welding\. Do you mean 'skos-welding'\?"):
            framework_release(base, said)
        with pytest.raises(NotFoundError, match=r"there are skos-welding$"):
            framework_release(base, "plumbing")
