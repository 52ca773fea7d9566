"""Positions in columns that name nobody who takes one are refused, not dropped."""

import pytest

from ontology.errors import RefusedError
from ontology.report import Severity
from ontology.store import KnowledgeBase
from standards.agreement import read_agreement, read_motions, read_stances, speak
from standards.archives import ArchivedFile
from tests.standards.agreement.conftest import DANA, SLUG


def told(base: KnowledgeBase, text: str) -> list[tuple[int | None, str, str, str]]:
    report = read_stances(ArchivedFile("said.csv", "", text.encode), read_agreement(base, SLUG))[1]
    return [(one.row, one.column, one.value, one.remedy) for one in report]


@pytest.mark.parametrize("said", ["endorse", "x", "dissent: We have no ropes", "adopt with change: Splice rope"])
def test_a_misspelled_member_is_told_with_the_name_that_is_meant(base: KnowledgeBase, said: str) -> None:
    found = told(base, f"statement,Tug Co,Fery Co\nRead charts,endorse,{said}\nWatch the engine,endorse,\n")

    assert found == [(2, "Fery Co", said, "Call the column 'Ferry Co' if that is meant")]


def test_whoever_is_no_member_takes_no_position(base: KnowledgeBase) -> None:
    ((row, column, value, remedy),) = told(base, "statement,Tug Co,Somebody Else\nRead charts,endorse,endorse\n")

    assert (row, column, value) == (2, "Somebody Else", "endorse")
    assert remedy.startswith("Call it by one of: ")
    assert "Tug Co" in remedy


def test_a_column_of_remarks_is_passed_over(base: KnowledgeBase) -> None:
    assert told(base, "statement,Tug Co,discussed,status\nRead charts,endorse,yes,proposed\n") == []


def test_a_misspelled_column_of_decisions_is_an_error_where_what_it_says_would_be_lost() -> None:
    text = "statement,decision,categry,lable,reason,resaon,comment\nMix drinks,accept,Bar,Mixing,Ours,Mine,Look\n"
    report = read_motions(ArchivedFile("decided.csv", "", text.encode))[1]

    assert [(one.severity, one.row, one.column, one.value, one.remedy) for one in report] == [
        (Severity.ERROR, 2, "categry", "Bar", "Call it 'category' if that is meant, or take it out"),
        (Severity.ERROR, 2, "lable", "Mixing", "Call it 'label' if that is meant, or take it out"),
        (Severity.WARNING, 2, "resaon", "Mine", "Call it 'reason' if that is meant, or take it out"),
    ]


@pytest.mark.parametrize("written", ["tug co", "Tug-Co", "TUG CO.", "tug_co"])
def test_a_row_names_an_organization_as_a_column_does(base: KnowledgeBase, written: str) -> None:
    for text in (f"statement,{written}\nRead charts,abstain\n", f"organization,position\n{written},withdraw\n"):
        stances, report = read_stances(ArchivedFile("said.csv", "", text.encode), read_agreement(base, SLUG), "now")
        assert (len(stances), report.refused) == (1, False)
        parties = read_agreement(base, SLUG).parties
        assert str(parties.name(parties.find(stances[0].organization).iri)) == "Tug Co"  # type: ignore[union-attr]


def test_an_unknown_organization_of_a_row_is_told_with_who_may_be_meant(base: KnowledgeBase) -> None:
    text = "statement,organization,position\nRead charts,Fery Co,endorse\n"
    stances, _ = read_stances(ArchivedFile("said.csv", "", text.encode), read_agreement(base, SLUG))
    with pytest.raises(RefusedError, match=r"Is Ferry Co meant\? Name one of: "):
        speak(base, SLUG, stances, DANA)
