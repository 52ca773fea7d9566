"""A member that has left: what was reported of it until then stays, it decides nothing, and its list is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ontology.errors import NotFoundError, RefusedError
from ontology.records import Iri, OutcomeObservation
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.agreement import read_agreement
from standards.harmonizing.rounds import propose
from standards.imports import import_release
from standards.outcomes import outcomes
from standards.outcomes.subjects import Subjects
from standards.sources.own import PARTNERSHIP

HEADERS = (
    "measure,organization,program,group,comparison,standard,from,to,"
    "numerator,denominator,value,people,source,url,reported"
)
LEFT = (
    '[[organizations]]\nslug = "barge-co"\nname = "Barge Company"\nrole = "firm"\nemployees = 90\nleft = 2025-06-30\n'
)

Write = Callable[..., Path]


def turnover(of: str, year: int, left: int, people: int) -> str:
    return f"turnover,{of},,,,,{year}-01,{year}-12,{left},{people},,,Payroll,,{year}-12-31"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a partnership's folder: its firms with their lists, what its declaration says besides, and its outcomes."""

    def write(*firms: str, more: str = "", rows: tuple[str, ...] = (), lists: str = "") -> Path:
        members = "".join(
            f'[[organizations]]\nslug = "{one}"\nname = "{one}"\nrole = "firm"\nemployees = 50\n' for one in firms
        )
        named = "".join(f'{one} = "{one}.csv"\n' for one in firms)
        head = 'name = "Panel of harbor"\nslug = "harbor"\n'
        files = f'[files]\noutcomes = "outcomes.csv"\n[files.firms]\n{named}{lists}'
        (tmp_path / "partnership.toml").write_text(f"{head}{members}{more}{files}", encoding="utf-8")
        for one in firms:
            skills = f"Skill\nSplice rope and wire\nRead charts for {one}\n"
            (tmp_path / f"{one}.csv").write_text(skills, encoding="utf-8")
        (tmp_path / "outcomes.csv").write_text("\n".join([HEADERS, *rows, ""]), encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as opened:
        yield opened


def refused(base: KnowledgeBase, folder: Path) -> list[Finding]:
    with pytest.raises(RefusedError) as error:
        import_release(base, PARTNERSHIP, [folder])
    return [one for one in error.value.report if one.severity == "error"]


def test_its_past_outcomes_are_taken_and_it_is_no_member(base: KnowledgeBase, write: Write) -> None:
    rows = (turnover("barge-co", 2024, 12, 40), turnover("barge-co", 2025, 5, 40), turnover("tug-co", 2024, 12, 40))
    import_release(base, PARTNERSHIP, [write("tug-co", "dock-co", more=LEFT, rows=rows)])
    propose(base, "harbor", ())
    agreement = read_agreement(base, "harbor")

    reported = base.records(base.release("outcomes-harbor"), OutcomeObservation)
    assert sorted(one.of.rpartition("/")[2] for one in reported) == ["barge-co", "barge-co", "tug-co"]
    assert {one.of for one in outcomes(base, "harbor").rows} == {"Barge Company", "tug-co"}
    assert [one.iri.rpartition("/")[2] for one in agreement.parties.firms] == ["dock-co", "tug-co"]
    assert agreement.ballot.quorum.firms == 2
    assert sorted(agreement.ballot.employment.known.values()) == [50, 50]


def test_a_period_that_begins_after_it_left_is_refused(base: KnowledgeBase, write: Write) -> None:
    rows = (turnover("barge-co", 2025, 12, 40).replace("2025-01", "2025-07"),)
    (found,) = refused(base, write("tug-co", "dock-co", more=LEFT, rows=rows))

    assert (found.code, found.file, found.row, found.column) == ("after-leaving", "outcomes.csv", 2, "from")
    assert "begins after 2025-06-30, the last day on which barge-co was a member" in found.message


def test_of_an_organization_that_the_folder_names_no_more_it_is_said_how_it_is_named(
    base: KnowledgeBase, write: Write
) -> None:
    (found,) = refused(base, write("tug-co", "dock-co", rows=(turnover("barge-co", 2024, 12, 40),)))

    assert found.remedy.endswith(
        "a member that has left stays in [[organizations]] of partnership.toml, with left = 2025-06-30, say"
    )


def test_what_a_whole_tells_of_a_former_member_is_hidden_too(base: KnowledgeBase, write: Write) -> None:
    """The whole of 2024 less the two that are shown is the third, which rests on too few people."""
    rows = (
        *(turnover("harbor", 2024, 24, 88), turnover("barge-co", 2024, 3, 8)),
        *(turnover("tug-co", 2024, 12, 40), turnover("dock-co", 2024, 9, 40)),
    )
    import_release(base, PARTNERSHIP, [write("tug-co", "dock-co", more=LEFT, rows=rows)])

    assert Subjects.stored(base).members["harbor"] == {"tug-co", "dock-co", "barge-co"}
    shown = {one.of: one.hidden for one in outcomes(base, "harbor").rows}
    assert shown["Barge Company"]
    assert sum(shown.values()) == 2, "one figure more is hidden, so that nobody can subtract"


@pytest.mark.parametrize(
    ("more", "lists", "said"),
    [
        (LEFT, 'barge-co = "tug-co.csv"\n', "left on 2025-06-30 and is no member any more: its list is not compared"),
        (LEFT.replace("2025", "2999"), "", "is after "),
        (LEFT.replace("2025-06-30", '"2025-06-30"'), "", "is not a day"),
        (LEFT.replace("2025-06-30", "20250630"), "", "is not a day"),
    ],
)
def test_what_cannot_be_said_of_leaving_is_told(
    base: KnowledgeBase, write: Write, more: str, lists: str, said: str
) -> None:
    (found,) = refused(base, write("tug-co", "dock-co", more=more, lists=lists))

    assert found.message.startswith(said)
    assert found.remedy


def test_the_list_of_a_firm_that_left_is_compared_no_more_which_is_told(base: KnowledgeBase, write: Write) -> None:
    import_release(base, PARTNERSHIP, [write("tug-co", "dock-co", "barge-co")])
    propose(base, "harbor", ())
    import_release(base, PARTNERSHIP, [write("tug-co", "dock-co", more=LEFT)])
    done = propose(base, "harbor", ())

    assert [one.slug for one in done.lists] == ["dock-co", "tug-co"]
    assert [(one.value, one.severity) for one in done.report if one.code == "left"] == [("barge-co", Severity.INFO)]
    assert not [one for one in propose(base, "harbor", ()).report if one.code == "left"], "it is said once"


def test_its_list_is_not_compared_either_where_another_partnership_has_it(base: KnowledgeBase, write: Write) -> None:
    import_release(base, PARTNERSHIP, [write("tug-co", "dock-co", "barge-co")])
    propose(base, "harbor", ())
    (listed,) = (one for one in base.releases() if one.source == "sheet-barge-co")
    elsewhere = (*listed.part_of, Iri(base.identifiers.mint("partnership", "river")))
    base.replace(
        listed.model_copy(update={"part_of": elsewhere}), (), [base.graph(listed).serialize(format="nt").encode()]
    )
    import_release(base, PARTNERSHIP, [write("tug-co", "dock-co", more=LEFT)])

    assert "sheet-barge-co" in {one.source for one in base.releases()}
    assert [one.slug for one in propose(base, "harbor", ()).lists] == ["dock-co", "tug-co"]


def test_a_list_that_an_import_that_was_refused_did_not_bring_is_told_as_that(
    base: KnowledgeBase, write: Write
) -> None:
    import_release(base, PARTNERSHIP, [write("tug-co", "dock-co")])
    propose(base, "harbor", ())
    refused(base, write("tug-co", "dock-co", "ferry-co", rows=(turnover("barge-co", 2024, 12, 40),)))

    with pytest.raises(NotFoundError, match=r"no list of 'ferry-co' here.*lists of dock-co, tug-co.*was refused"):
        propose(base, "harbor", ["ferry-co"])


def test_a_members_list_that_is_gone_is_told_with_what_to_do(base: KnowledgeBase, write: Write) -> None:
    import_release(base, PARTNERSHIP, [write("tug-co", "dock-co")])
    propose(base, "harbor", ())
    base.remove([base.release("sheet-dock-co")])

    with pytest.raises(NotFoundError, match=r"no list of 'dock-co'.*`ladderworks harmonize .*--without dock-co`"):
        propose(base, "harbor", ())
