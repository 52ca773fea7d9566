"""The index: what is found, in which order, with what confidence, and what is honestly not found."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.matching import UNMATCHED, Entry, Index, Suggestion
from standards.matching.fitted import WEIGHTS
from standards.matching.lines import BLOCK
from standards.matching.retrieval import RANKS
from standards.matching.statements import LONGEST

MakeEntry = Callable[..., Entry]

LABELS = st.lists(st.text(max_size=12), min_size=1, max_size=4)
WORDS = ["weld", "pipe", "lock", "tag", "verify", "energy", "python", "shaft", "glove", "metal", "of", "the", "xyz"]
SAID = st.lists(st.sampled_from(WORDS), max_size=9)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("perform lockout and tagout on a rig", "http://x/loto"),
        ("Upon completion of this course, students will be able to weld pipes", "http://x/weld"),
        ("Python (primary)", "http://x/python"),
        ("wear protective gloves and equipment", "http://x/ppe"),
        ("Aligning coupled shafts", "http://x/align"),
        ("Weldign", "http://x/weld"),
    ],
)
def test_finds_the_concept(index: Index, statement: str, expected: str) -> None:
    ((first, *_),) = index.match([statement])

    assert first.iri == expected


def test_says_nothing_rather_than_guess(index: Index) -> None:
    assert index.match(["Compose essays on medieval poetry", "", "…"], least=UNMATCHED) == [(), (), ()]


def test_the_same_name_is_nearly_certain(index: Index) -> None:
    ((first, *_),) = index.match(["Shaft alignment"])

    assert first.confidence > 0.95
    assert first.matched == "Shaft Alignment"
    assert first.common == ("shaft", "alignment")
    assert first.evidence.covered == pytest.approx(1)


def test_words_in_common_may_have_other_endings(index: Index) -> None:
    ((first, *_),) = index.match(["Aligned shafts"])

    assert first.common == ("shaft", "alignment")


def test_nothing_to_find_and_nothing_to_look_for(index: Index) -> None:
    assert Index.of([]).match(["weld"]) == [()]
    assert index.match([]) == []


def test_a_part_that_means_a_concept_is_named(index: Index) -> None:
    (suggestions,) = index.match(["Weld pipes and write Python programs for the warehouse"])
    by_concept = {str(suggestion.iri): suggestion for suggestion in suggestions}

    assert by_concept["http://x/weld"].part == "Weld pipes"
    assert len(by_concept) == len(suggestions)


def test_no_more_are_suggested_than_asked_for(index: Index) -> None:
    statements = ["weld pipes"] * (BLOCK + 1)

    assert [len(found) for found in index.match(statements, top=2)] == [2] * len(statements)
    assert index.match(["weld pipes"], top=0) == [()]
    assert index.match(["weld pipes"], top=1)[0] == index.match(["weld pipes"], top=5)[0][:1]


def test_below_the_least_confidence_nothing_is_suggested(index: Index) -> None:
    (all_of_them,) = index.match(["gloves for welding in Python"])
    least = all_of_them[1].confidence

    assert index.match(["gloves for welding in Python"], least=least) == [all_of_them[:2]]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_any_number_of_workers_finds_the_same(index: Index, workers: int) -> None:
    statements = [f"weld pipe {number}" for number in range(3 * BLOCK)]

    assert index.match(statements, workers=workers) == index.match(statements)


@given(statement=st.text(max_size=60))
def test_any_text_has_suggestions_that_hold(index: Index, statement: str) -> None:
    (found,) = index.match([statement])
    confidences = [suggestion.confidence for suggestion in found]

    assert len({suggestion.iri for suggestion in found}) == len(index.entries)
    assert confidences == sorted(confidences, reverse=True)
    assert [Suggestion.model_validate(suggestion.model_dump()) for suggestion in found] == list(found)


@given(said=st.lists(SAID, min_size=2, max_size=6))
def test_other_statements_change_nothing(index: Index, said: list[list[str]]) -> None:
    statements = [" ".join(words) for words in said]
    together = index.match(statements * (BLOCK // len(said) + 1))[: len(said)]
    alone = [found for statement in statements for found in index.match([statement])]

    assert [[each.iri for each in found] for found in together] == [[each.iri for each in found] for found in alone]
    for one, other in zip(together, alone, strict=True):
        assert [s.confidence for s in one] == pytest.approx([s.confidence for s in other], abs=2e-4)


@given(labels=st.lists(LABELS, min_size=1, max_size=5))
def test_any_labels_make_an_index(entry: MakeEntry, labels: list[list[str]]) -> None:
    index = Index.of([entry(str(number), *own) for number, own in enumerate(labels)])
    statements = ["weld", *labels[0]]

    assert [len(found) for found in index.match(statements)] == [len(labels)] * len(statements)


@pytest.mark.parametrize(
    "statement", ["x" * LONGEST, "weld " * LONGEST, "1. 2. 3.", "溶接", "weld\x00pipe", "…", "; ; ;", "of the"]
)
def test_what_no_statement_looks_like_is_read_all_the_same(index: Index, statement: str) -> None:
    (found,) = index.match([statement])

    assert len(found) == len(index.entries)


def test_a_framework_of_one_concept(entry: MakeEntry) -> None:
    index = Index.of([entry("weld", "Weld")])

    assert [found[0].confidence >= UNMATCHED for found in index.match(["Weld", "Paint"])] == [True, False]


def test_a_concept_whose_label_has_no_word_is_found_by_its_description(entry: MakeEntry) -> None:
    index = Index.of(
        [entry("stop", "of the"), entry("none", "…", description="Joining metal."), entry("paint", "Paint")]
    )

    assert index.match(["join metal"])[0][0].iri == "http://x/none"


def test_equals_stand_in_the_order_of_the_entries(entry: MakeEntry) -> None:
    index = Index.of([entry("b", "Weld"), entry("a", "Weld"), entry("c", "Weld", "Join metal")])

    assert [found.iri for found in index.match(["Weld"])[0]] == ["http://x/b", "http://x/a", "http://x/c"]


def test_of_very_many_labels_the_first_are_looked_at(entry: MakeEntry) -> None:
    index = Index.of([entry("many", *[f"label{number}" for number in range(RANKS + 50)]), entry("paint", "Paint")])
    last, beyond = f"label{RANKS - 1}", f"label{RANKS}"

    assert len(index.labels.starts) == RANKS + 1
    assert index.match([last])[0][0].matched == last
    assert index.match([beyond])[0][0].matched != beyond


def test_what_every_field_needs_is_preferred_to_what_one_occupation_needs(entry: MakeEntry) -> None:
    index = Index.of([entry("one", "Weld", reach=-1), entry("any", "Weld"), entry("all", "Weld", reach=1)])

    assert [found.iri for found in index.match(["Weld"])[0]] == ["http://x/all", "http://x/any", "http://x/one"]


LENGTHS = {"Lockout/Tagout": 2, "Personal Protective Equipment": 3, "Python": 1, "Welding": 1, "Shaft Alignment": 2}


@pytest.mark.parametrize("statement", ["verify zero energy before welding", "shaft alignment", "python and gloves"])
def test_a_score_is_what_the_views_see_and_what_the_concept_brings(index: Index, statement: str) -> None:
    ranking = index.rank([statement], top=5)
    concepts = [index.entry(concept) for concept in ranking.concepts[0]]
    bias = [WEIGHTS.reach * concept.reach + WEIGHTS.length * LENGTHS[concept.label] for concept in concepts]
    explained = WEIGHTS.explained * ranking.explained[0]

    assert ranking.scores[0] == pytest.approx(ranking.views.scores[0] + explained + bias, abs=1e-4)


def test_evidence_adds_up_to_the_score(index: Index) -> None:
    (found,) = index.match(["weld metal by gas"])
    ranking = index.rank(["weld metal by gas"], top=5)
    weights = WEIGHTS.model_dump() | {"name": WEIGHTS.name * WEIGHTS.whole}
    sums = [sum(weights[view] * seen for view, seen in each.evidence) for each in found]

    assert [each.iri for each in found] == [index.entry(concept).iri for concept in ranking.concepts[0]]
    seen = ranking.views.scores[0] + WEIGHTS.explained * ranking.explained[0]
    assert sums == pytest.approx(seen.tolist(), abs=5e-4)
