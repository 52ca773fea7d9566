"""What the benchmark of documents measures is what it says."""

from benchmarks.documents import LANGUAGES, OTHER_NAMES, RATINGS, put
from ontology.descriptions import describe
from ontology.facts import needs
from ontology.store import KnowledgeBase
from ontology.together import Together


def test_the_concept_has_all_languages_and_the_occupation_all_ratings() -> None:
    with KnowledgeBase.in_memory() as base:
        put(base)
        newest = Together(base)
        concept, occupation = (describe(newest, base.identifiers.mint("made", it)) for it in ("concept", "occupation"))
        asked = needs(newest, occupation)

    assert len(LANGUAGES) == len(set(LANGUAGES)) == 27
    assert len(concept.triples) > 27 * OTHER_NAMES
    assert len(asked) == RATINGS
