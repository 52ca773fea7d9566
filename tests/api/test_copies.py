"""Programs that are stored twice: which are the same, and which of two is kept."""

from dataclasses import replace

import pytest

from api.programs.copies import without_copies
from ontology.identifiers import Identifiers
from ontology.records import Iri
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, read_program

ROWS = "Program,Course,Outcome\nWelding,W 1,Weld pipes\nWelding,W 2,Read prints\n"


def program(name: str, rows: str = ROWS) -> Curriculum:
    """Return a program with an address of its own."""
    found = read_program(ArchivedFile("welding.csv", "", rows.encode), Identifiers())
    return replace(found, program=found.program.model_copy(update={"iri": Iri(f"http://x/{name}")}))


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("", "", ["http://x/a"]),
        ("welding-file", "Pine College", ["http://x/b"]),
        ("Pine College", "Pine College", ["http://x/a"]),
        ("Fir College", "Pine College", ["http://x/a", "http://x/b"]),
    ],
)
def test_the_same_is_kept_once_and_where_its_college_is_named(first: str, second: str, kept: list[str]) -> None:
    one, other = program("a"), program("b")
    found, copies = without_copies([one, other], {"http://x/a": first, "http://x/b": second})

    assert [each.program.iri for each in found] == kept
    assert len(copies) == 2 - len(kept)


def test_one_outcome_more_is_another_program() -> None:
    found, copies = without_copies([program("a"), program("b", ROWS + "Welding,W 2,Grind welds\n")], {})

    assert len(found) == 2
    assert copies == ()


@pytest.mark.parametrize(
    ("of_a", "of_b", "shown", "said"),
    [
        (0, 0, "b", "shown is b, not a"),
        (3, 0, "a", "shown is a (3 verdicts), not b"),
        (3, 1, "a", "shown is a (3 verdicts), not b, which has 1 verdict that does not count here"),
        (2, 2, "b", "shown is b (2 verdicts), not a, which has 2 verdicts that do not count here"),
    ],
)
def test_the_copy_with_the_most_verdicts_is_kept(of_a: int, of_b: int, shown: str, said: str) -> None:
    verdicts = {"http://x/a": of_a, "http://x/b": of_b}
    found, (copy,) = without_copies(
        [program("a"), program("b")],
        {"http://x/a": "welding-file", "http://x/b": "Pine College"},
        lambda one: verdicts[one.program.iri],
    )

    assert [each.program.iri for each in found] == [f"http://x/{shown}"]
    assert said in copy.words(lambda address: address.removeprefix("http://x/"))


def test_a_reviewed_copy_without_a_college_takes_over_that_of_the_other() -> None:
    named = replace(program("b"), college="Pine College")
    (kept,), _ = without_copies(
        [program("a"), named],
        {"http://x/a": "welding-file", "http://x/b": "Pine College"},
        lambda one: len(one.program.iri.partition("/a")[1]),
    )

    assert (kept.program.iri, kept.college) == ("http://x/a", "Pine College")


def test_of_copies_that_two_colleges_share_each_keeps_its_own() -> None:
    colleges = {"http://x/a": "Fir College", "http://x/b": "Pine College", "http://x/c": "welding-file"}
    found, (copy,) = without_copies(
        [program(name) for name in "abc"], colleges, lambda one: int(one.program.iri == "http://x/c")
    )

    assert [one.program.iri for one in found] == ["http://x/b", "http://x/c"]
    assert copy.left_out.program.iri == "http://x/a"
