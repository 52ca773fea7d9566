"""Programs that are stored twice: which are the same, and which of two is kept."""

from dataclasses import replace

import pytest

from api.copies import without_copies
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
