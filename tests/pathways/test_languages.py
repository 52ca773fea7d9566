"""Names in another language: a release's own, those of what is exactly the same, and what stays in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pypdf import PdfReader

from ontology.errors import NotFoundError
from ontology.identifiers import Identifiers
from ontology.namespaces import SKOS
from ontology.records import Iri, Mapping, Occupation, Record, Release, Text
from ontology.records.mapping_sets import MappingAxiom
from ontology.store import KnowledgeBase
from pathways.diagrams import to_pdf, to_svg
from pathways.formats import to_html, to_json_ld
from pathways.ladders.building import between
from pathways.languages import in_language, languages, read_names
from pathways.records.ladder import Ladder
from pathways.routes import compare
from pathways.routes.forms import to_html as routes_to_html
from pathways.snapshot import Snapshot

Add = Callable[[KnowledgeBase, str, Iterable[Record]], Release]

OPERATORS, SENIORS, MANAGERS = "51-8010.00", "51-8020.00", "11-3051.00"


def ours(code: str) -> Iri:
    return Iri(Identifiers().mint("onet", code))


def theirs(name: str) -> Iri:
    return Iri(f"http://data.europa.eu/esco/occupation/{name}")


def named(iri: Iri, label: str, language: str) -> Occupation:
    return Occupation(iri=iri, label=Text(value=label, language=language))


def same(name: str, code: str, predicate: str = SKOS.exactMatch) -> Mapping:
    return Mapping(
        iri=Iri(f"http://x/mapping/{name}/{code}"),
        subject=theirs(name),
        predicate=Iri(predicate),
        object=ours(code),
        justification=Iri("https://w3id.org/semapv/vocab/ManualMappingCuration"),
    )


@pytest.fixture
def base(plant_base: KnowledgeBase, add: Add) -> KnowledgeBase:
    """The small world with Spanish titles: one of our own, one exactly the same, one only close."""
    spanish = [
        named(theirs("senior"), "operador superior de planta", "es"),
        named(theirs("senior"), "leitender Anlagenfahrer", "de"),
        named(theirs("manager"), "gerente", "es"),
        named(ours(OPERATORS), "operadores de planta", "es-mx"),
    ]
    add(plant_base, "esco", spanish)
    add(plant_base, "crosswalk", [same("senior", SENIORS), same("manager", MANAGERS, SKOS.closeMatch)])
    return plant_base


@pytest.fixture
def ladder(plants: Snapshot) -> Ladder:
    return between(plants, plants.find(OPERATORS), plants.find(MANAGERS))


def labels(found: Ladder) -> dict[str, tuple[str, str]]:
    return {rung.code: (rung.label.value, rung.label.language) for rung in found.rungs}


def test_a_match_that_people_deny_lends_no_name(base: KnowledgeBase, add: Add) -> None:
    match = same("manager", OPERATORS)
    denied = MappingAxiom(**{name: getattr(match, name) for name in Mapping.model_fields}, modifier="Not")
    asked = [ours(OPERATORS)]
    before = read_names(base, "de", asked).labels
    add(base, "german", [named(theirs("manager"), "Anlagenleiter", "de")])
    add(base, "mapped", [denied])
    assert read_names(base, "de", asked).labels == before == {}
    add(base, "mapped", [match])
    assert {text.value for text in read_names(base, "de", asked).labels.values()} == {"Anlagenleiter"}


def test_titles_are_those_of_the_language_and_of_what_is_exactly_the_same(base: KnowledgeBase, ladder: Ladder) -> None:
    found = labels(in_language(ladder, base, "es"))

    assert found[OPERATORS] == ("operadores de planta", "es-mx")
    assert found[SENIORS] == ("operador superior de planta", "es")
    assert found[MANAGERS] == ("Plant Managers", "en"), "what is only close is another occupation"


def test_what_stays_in_english_is_said_once(base: KnowledgeBase, ladder: Ladder) -> None:
    note, *others = in_language(ladder, base, "ES").notes

    assert note.startswith(f"Names are in Spanish (es) for 2 of {len(ladder.rungs)} occupations and 0 of ")
    assert note.endswith(" (esco 1, crosswalk 1); all else is in English.")
    assert not [other for other in others if "Spanish" in other]


def test_whoever_names_them_is_a_source(base: KnowledgeBase, ladder: Ladder) -> None:
    found = in_language(ladder, base, "es")

    assert {source.name for source in found.sources} - {source.name for source in ladder.sources} == {
        "esco@1",
        "crosswalk@1",
    }


def test_sentences_name_rungs_as_their_cards_do(base: KnowledgeBase, ladder: Ladder) -> None:
    found = in_language(ladder, base, "es")

    assert ladder.title == "From Plant Operators to Plant Managers"
    assert found.title == "From operadores de planta to Plant Managers"
    assert "Senior Plant Operators" not in " ".join((found.description, *found.notes))


def test_english_is_what_it_was(base: KnowledgeBase, ladder: Ladder) -> None:
    assert in_language(ladder, base, "en") is ladder


@pytest.mark.parametrize("language", ["fi", "no language", '"}', ""])
def test_a_language_that_nothing_is_named_in_is_refused(base: KnowledgeBase, ladder: Ladder, language: str) -> None:
    with pytest.raises(NotFoundError, match="there are names in de, en, es, es-mx"):
        in_language(ladder, base, language)


def test_a_language_that_names_no_rung_of_this_ladder_is_said_to(base: KnowledgeBase, plants: Snapshot) -> None:
    bakers = between(plants, plants.find("51-3011.00"), plants.find("51-9198.00"))
    found = in_language(bakers, base, "de")

    assert labels(found) == labels(bakers)
    assert f"German (de) for 0 of {len(bakers.rungs)} occupations" in found.notes[0]


def test_the_languages_there_are(base: KnowledgeBase) -> None:
    assert languages(base) == ["de", "en", "es", "es-mx"]


def test_forms_say_the_language_of_a_name(base: KnowledgeBase, ladder: Ladder) -> None:
    found = in_language(ladder, base, "es")

    address = "http://localhost:8000/id/onet/51-8020.00"
    assert f'<a href="{address}" lang="es">operador superior de planta</a>' in to_html(found)
    assert '" lang="es" xml:lang="es">operador superior de</text>' in to_svg(found)
    assert 'lang="en" xml:lang' not in to_svg(found)
    assert b'"es": "operador superior de planta"' in to_json_ld(found)


def test_ways_side_by_side_are_named_likewise(base: KnowledgeBase, plants: Snapshot) -> None:
    ways = compare(plants, plants.find(OPERATORS), plants.find(MANAGERS))
    found = in_language(ways, base, "es")

    assert "operadores de planta" in found.title
    assert '<li lang="es-mx">operadores de planta</li>' in routes_to_html(found)


def test_a_pdf_has_the_names_in_the_language(base: KnowledgeBase, ladder: Ladder, tmp_path: Path) -> None:
    file = tmp_path / "es.pdf"
    file.write_bytes(to_pdf(in_language(ladder, base, "es")))

    assert "operador superior de planta" in " ".join(
        " ".join(page.extract_text().split()) for page in PdfReader(file).pages
    )
