"""Suggestions as SSSOM: what the engine says of each is in the slots that the standard has for it, there and back."""

import pytest

from ontology.identifiers import Identifiers
from ontology.namespaces import SKOS
from standards.matching import Entry, Index, Suggestion
from standards.sssom import LITERAL, NO_TERM_FOUND, MappingSet, read_sssom, write_sssom
from standards.suggested_mappings import MEASURE, other, suggested_mapping, suggested_mappings, unmatched_mapping

STATEMENTS = ["Braze copper | pipes", "Weld\tpipes and bake bread", "Sing"]


@pytest.fixture(scope="module")
def found() -> list[tuple[Suggestion, ...]]:
    names = {"weld": ("Weld pipes", ("braze copper",)), "bake": ("Bake bread", ()), "rig": ("Rig loads", ())}
    entries = [
        Entry.model_validate({"iri": f"http://x/id/own/{name}", "label": label, "alt_labels": others})
        for name, (label, others) in names.items()
    ]
    return Index.of(entries).match(STATEMENTS, top=2, least=0.3)


@pytest.fixture(scope="module")
def mappings(found: list[tuple[Suggestion, ...]]) -> MappingSet:
    return suggested_mappings(Identifiers(), STATEMENTS, found, ("http://x/id/framework/own", "Own skills"))


def test_the_evidence_stands_in_the_slots_of_the_standard(
    mappings: MappingSet, found: list[tuple[Suggestion, ...]]
) -> None:
    first, best = mappings.mappings[0], found[0][0]

    assert (first.subject_label, first.subject_type, first.subject_id) == (STATEMENTS[0], LITERAL, "")
    assert (first.object_id, first.object_label) == ("http://x/id/own/weld", "Weld pipes")
    assert first.object_match_field == (str(SKOS.altLabel),)
    assert first.match_string == ("braze", "copper")
    assert (first.similarity_score, first.similarity_measure) == (best.evidence.meaning, MEASURE)
    assert first.comment == "Matched by the name 'braze copper'"
    assert first.other == other(best)
    assert [view.partition("=")[0] for view in first.other.split("; ")] == [*best.evidence.model_dump(), "matched"]
    assert first.other.endswith("; matched=braze copper")


def test_the_part_that_means_it_is_said(found: list[tuple[Suggestion, ...]]) -> None:
    (bread,) = (suggestion for suggestion in found[1] if suggestion.label == "Bake bread")
    part = bread.model_copy(update={"part": "bake bread"})
    ((mapping,), (whole,)) = (
        suggested_mappings(Identifiers(), STATEMENTS[1:2], [(one,)], ("http://x/id/framework/own", "")).mappings
        for one in (part, bread)
    )

    assert mapping.object_match_field == (str(SKOS.prefLabel),)
    assert mapping.comment == "Matched by the name 'Bake bread', in 'bake bread'"
    assert whole.comment == "Matched by the name 'Bake bread'"
    assert mapping.other == f"{whole.other}; part=bake bread"


def test_a_statement_with_an_address_is_no_text(found: list[tuple[Suggestion, ...]]) -> None:
    best, subject = found[0][0], "http://x/id/outcome/1"

    for mapping in (suggested_mapping(best, STATEMENTS[0], subject), unmatched_mapping(STATEMENTS[0], subject)):
        assert (mapping.subject_id, mapping.subject_type, mapping.subject_label) == (subject, "", STATEMENTS[0])
        assert mapping.comment == ""


def test_a_statement_without_any_has_no_counterpart(mappings: MappingSet) -> None:
    last = mappings.mappings[-1]

    assert (last.subject_label, last.object_id, last.mapping_cardinality) == ("Sing", NO_TERM_FOUND, "1:0")


def test_there_and_back(mappings: MappingSet) -> None:
    text = write_sssom(mappings)
    back = read_sssom(text)

    assert write_sssom(back) == text
    assert "subject_id" not in text
    assert {one.object_source for one in back.mappings} == {mappings.object_source}
    # The table is sorted, has no tabs in its cells, and three digits.
    kept = {m.subject_label: m for m in back.mappings}
    assert kept["Braze copper | pipes"].match_string == ("braze", "copper")
    assert kept["Braze copper | pipes"].similarity_score == pytest.approx(
        mappings.mappings[0].similarity_score, abs=1e-3
    )
    assert {m.object_match_field for m in back.mappings if m.confidence} == {
        (str(SKOS.prefLabel),),
        (str(SKOS.altLabel),),
    }


def test_the_same_statements_have_the_same_address(mappings: MappingSet, found: list[tuple[Suggestion, ...]]) -> None:
    framework = (mappings.object_source, "another title")
    again = suggested_mappings(Identifiers(), STATEMENTS, found, framework)
    other = suggested_mappings(Identifiers(), STATEMENTS[:1], found[:1], framework)

    assert again.mapping_set_id == mappings.mapping_set_id != other.mapping_set_id


def test_a_statement_that_comes_twice_is_mapped_once(mappings: MappingSet, found: list[tuple[Suggestion, ...]]) -> None:
    framework = ("http://x/id/framework/own", "Own skills")
    twice = suggested_mappings(Identifiers(), STATEMENTS * 2, found * 2, framework)

    assert twice.mappings == mappings.mappings
