"""Compounds: which outcomes say several things is told, with the row and the parts."""

from collections.abc import Callable

from ontology.report import Severity
from standards.curricula import Curriculum

Read = Callable[..., Curriculum]


def test_an_outcome_that_says_several_things_is_named_with_its_parts(read: Read) -> None:
    found = read('Course,Outcomes\nM 1,Weld pipes.\nM 2,"Install, test and repair motors."\n').report

    (finding,) = found
    assert (finding.code, finding.severity) == ("compound-statement", Severity.INFO)
    assert (finding.row, finding.column) == (3, "Outcomes")
    assert finding.value == "Install motors | test motors | repair motors"
    assert finding.message == "says 3 things; each is matched on its own, beside the whole"


def test_a_list_of_outcomes_in_a_cell_is_not_one_that_says_several_things(read: Read) -> None:
    assert [f.code for f in read('Course,Outcomes\nM 1,"Weld pipes.\nRead prints."\n').report] == []


def test_one_that_comes_again_is_told_once(read: Read) -> None:
    found = read("Course,Outcomes\nM 1,Test and repair motors.\nM 2,Test and repair motors.\n").report
    assert [(finding.code, finding.row) for finding in found] == [("compound-statement", 2)]
