"""Matching: what is found, in which order, with what confidence, and what is honestly not found."""

from pathlib import Path

import pytest

from ontology.errors import UnreadableError
from ontology.records import Iri
from standards.matching import UNMATCHED, Entry, Index, clean, embed, load_index, parts, save_index, tfidf


def entry(name: str, label: str, *alt_labels: str, description: str = "") -> Entry:
    return Entry(iri=Iri(f"http://x/{name}"), label=label, alt_labels=alt_labels, description=description)


ENTRIES = [
    entry("loto", "Lockout/Tagout", "Isolate, lock, tag and verify zero energy"),
    entry("ppe", "Personal Protective Equipment", description="Gloves, helmets and respirators."),
    entry("python", "Python", description="The programming language."),
    entry("weld", "Welding", "Join metal by arc or gas"),
    entry("align", "Shaft Alignment", description="Align coupled shafts with dial indicators."),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.of(ENTRIES)


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


def test_confidence_falls_and_stays_within_bounds(index: Index) -> None:
    (suggestions,) = index.match(["verify zero energy before welding"])
    confidences = [suggestion.confidence for suggestion in suggestions]

    assert len(suggestions) == len(ENTRIES)
    assert confidences == sorted(confidences, reverse=True)
    assert min(confidences) >= 0
    assert max(confidences) <= 1


def test_a_statement_has_the_same_suggestions_alone_and_among_others(index: Index) -> None:
    statements = ["weld", "lock and tag"] * 200

    assert index.match(statements)[:2] == index.match(["weld"]) + index.match(["lock and tag"])


def test_nothing_to_find_and_nothing_to_look_for(index: Index) -> None:
    assert Index.of([]).match(["weld"]) == [()]
    assert index.match([]) == []


def test_labels_that_only_reorder_words_are_one() -> None:
    choir = entry("1", "manage music staff", "manage staff of music", "lead a choir")

    assert Index.of([choir]).labels.texts == ("manage music staff", "lead a choir")


def test_embeddings_and_terms_have_rows_of_length_one_or_zero() -> None:
    texts = ["weld pipes", "", "…"]
    meaning, terms = embed(texts), tfidf(texts).toarray()

    assert [round(float((row @ row) ** 0.5), 4) for row in terms] == [1, 0, 0]
    assert [round(float((row @ row) ** 0.5), 4) for row in meaning[:2]] == [1, 0]


@pytest.mark.parametrize(
    ("statement", "cleaned"),
    [
        ("Upon successful completion the student will be able to describe plants.", "describe plants"),
        ("By the end of this course, students should be able to: weld", "weld"),
        ("SLO 2: Learners will demonstrate an understanding of pump curves", "pump curves"),
        ("• Demonstrate the ability to read prints", "read prints"),
        ("1. Complete work orders", "Complete work orders"),
        ("End mills", "End mills"),
        ("Students", "Students"),
        ("After-hours callouts", "After-hours callouts"),
        ("", ""),
    ],
)
def test_boilerplate_goes_and_nothing_else(statement: str, cleaned: str) -> None:
    assert clean(statement) == cleaned


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("Students will be able to: read prints; size conductors; ;", ("read prints", "size conductors")),
        ("weld, braze and solder", ("weld, braze and solder",)),
        ("install, test, and repair motors", ("install motors", "test motors", "repair motors")),
        ("Select and inspect gloves and helmets", ("Select gloves and helmets", "inspect gloves and helmets")),
        ("Takes and reads vibration data", ("Takes vibration data", "reads vibration data")),
        ("Walk the dam and read the weirs", ("Walk the dam", "read the weirs")),
        ("Size pumps and repair valves", ("Size pumps and repair valves",)),
        ("Nuts, bolts and washers", ("Nuts, bolts and washers",)),
        ("", ()),
    ],
)
def test_compound_statements_come_apart(statement: str, found: tuple[str, ...]) -> None:
    assert parts(statement) == found


def test_a_part_that_means_a_concept_is_named(index: Index) -> None:
    (suggestions,) = index.match(["Weld pipes and write Python programs for the warehouse"])
    by_concept = {str(suggestion.iri): suggestion for suggestion in suggestions}

    assert by_concept["http://x/weld"].part == "Weld pipes"
    assert len(by_concept) == len(suggestions)


def test_a_saved_index_finds_the_same(index: Index, tmp_path: Path) -> None:
    statements = ["weld", "lock and tag", "dial indicators"]
    save_index(index, tmp_path / "index.npz")
    save_index(index, tmp_path / "again.npz")

    assert load_index(tmp_path / "index.npz").match(statements) == index.match(statements)
    assert (tmp_path / "index.npz").read_bytes() == (tmp_path / "again.npz").read_bytes()
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["again.npz", "index.npz"]


def test_a_broken_saved_index_is_named(index: Index, tmp_path: Path) -> None:
    path = tmp_path / "index.npz"
    save_index(index, path)
    path.write_bytes(path.read_bytes()[:-100])

    with pytest.raises(UnreadableError, match=r"index\.npz"):
        load_index(path)
    with pytest.raises(UnreadableError):
        load_index(tmp_path / "none.npz")
