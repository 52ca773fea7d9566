"""What the matching engine takes agreed statements for elsewhere goes with them into the version, marked as such."""

from collections.abc import Iterator
from functools import partial

import pytest

from ontology.namespaces import SKOS
from ontology.records import Competency, Iri, Mapping, PublicationStatus
from ontology.store import KnowledgeBase
from standards.agreement import decide, read_agreement, speak
from standards.publishing import Mover, move_on, publish
from standards.publishing.links import PROPOSED, Links
from standards.wire.exporting import export
from tests.standards.agreement.conftest import (
    CHARTS,
    DANA,
    ENGINES,
    ESCO_ENGINES,
    MINT,
    ONET_KNOTS,
    ROPES,
    SLUG,
    en,
    fill,
    motion,
    stance,
)

ANA = Mover("Ana Ortiz")


@pytest.fixture(scope="module")
def published() -> Iterator[KnowledgeBase]:
    """A version of which one statement was reworded; it is only read."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        move, say = partial(motion, base), partial(stance, base)
        reworded = move(CHARTS, "accept", wording="Read charts on paper and screen")
        decide(base, SLUG, [move(ROPES, "accept"), move(ENGINES, "accept", code="HT-9"), reworded], DANA)
        names = ("tug-co", "ferry-co")
        speak(base, SLUG, [say(name, one, "endorse") for name in names for one in (ROPES, CHARTS, ENGINES)], DANA)
        speak(base, SLUG, [say("seafarers", "standard", "ratify")], DANA)
        for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
            move_on(base, SLUG, status, ANA)
        publish(base, SLUG, ANA)
        yield base


def test_links_lead_from_the_competencies_with_confidence_and_say_that_nobody_confirmed_them(
    published: KnowledgeBase,
) -> None:
    found = sorted(published.records(published.release(f"{SLUG}@1.0"), Mapping), key=lambda one: one.subject)
    by_code = {one.subject.rsplit("/", 1)[-1]: one for one in found}

    assert {code: (one.object, one.confidence) for code, one in by_code.items()} == {
        "HT-1": (ONET_KNOTS, 0.61),
        "HT-9": (ESCO_ENGINES, 0.47),
    }
    assert {one.comment for one in found} == {PROPOSED}
    assert by_code["HT-1"].subject_label == "Rope Splicing"
    assert {one.predicate for one in found} == {str(SKOS.closeMatch)}


def test_the_mapping_file_has_them_with_confidence(published: KnowledgeBase) -> None:
    rows = export(published, f"{SLUG}@1.0", "sssom-rows").decode().splitlines()
    columns = next(row for row in rows if not row.startswith("#")).split("\t")
    found = [dict(zip(columns, row.split("\t"), strict=True)) for row in rows[rows.index("\t".join(columns)) + 1 :]]

    assert sorted(row["confidence"] for row in found) == ["0.47", "0.61"]
    assert {row["comment"] for row in found} == {PROPOSED}


def test_no_form_without_a_place_for_the_confidence_says_that_they_are_close(published: KnowledgeBase) -> None:
    assert [
        form for form in ("skos", "case", "ctdl", "rsd") if ESCO_ENGINES.encode() in export(published, SLUG, form)
    ] == []


def test_nothing_is_proposed_beside_what_the_partnership_maps_itself(published: KnowledgeBase) -> None:
    ropes = read_agreement(published, SLUG).statements[ROPES]
    item = Competency(iri=Iri(MINT(SLUG, "HT-1")), label=en("Rope Splicing"))
    links = Links.read(published, SLUG)

    assert [one.object for one in links.of(ropes, item)] == [ONET_KNOTS]
    assert [*links.of(ropes, item.model_copy(update={"broad_matches": (ESCO_ENGINES,)}))] == []
