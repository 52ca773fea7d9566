"""The matrix says what the log says, and what anybody may read has no firm's own words."""

import re
from datetime import date

import pytest

from ontology.store import KnowledgeBase
from pathways.agreements import MATRICES, Matrix, UnpublishedError, owners_matrix, published_standard
from pathways.agreements.matrix import Cell, Line, Said
from pathways.agreements.table import STYLE
from pathways.agreements.wording import cell, standing, stands, support
from standards.agreement import Status, decide, read_agreement
from tests.pathways.agreements.conftest import agree, publish_next
from tests.standards.agreement.conftest import CHARTS, DANA, SAID, SLUG, TIDES, fill, members, motion, store_panel

WORDS = sorted({words for wording, said in SAID.values() for words in said.values() if words != wording})
"""What firms' own lists say, where the standard does not say it in the same words."""


def line(matrix: Matrix, wording: str) -> Line:
    return next(one for one in matrix.lines if one.wording == wording)


def cells(matrix: Matrix, wording: str) -> dict[str, Cell]:
    names = [seat.name for seat in matrix.seats]
    return dict(zip(names, line(matrix, wording).cells, strict=True))


def test_firms_stand_before_unions_and_colleges(begun: Matrix) -> None:
    assert [(seat.name, seat.role, seat.employees) for seat in begun.seats] == [
        ("Dredge Co", "firm", 100),
        ("Ferry Co", "firm", 100),
        ("Tug Co", "firm", 300),
        ("Seafarers", "union", None),
        ("Harbor College", "college", None),
    ]


def test_statements_stand_by_category_and_what_was_rejected_comes_last(begun: Matrix) -> None:
    found = [(name, [one.wording for one in lines]) for name, lines in begun.groups]
    deck = ["Splice rope and wire", "Read charts on paper and screen", "Read tide tables"]

    assert found == [("Deck", deck), ("Engine", ["Watch the engine"])]
    assert [one.status for one in begun.lines] == [*[Status.AGREED] * 2, Status.REJECTED, Status.AGREED]


def test_a_cell_tells_the_list_from_the_position(begun: Matrix) -> None:
    ropes = cells(begun, "Splice rope and wire")

    assert ropes["Ferry Co"].words == ("Rope and wire splicing",)
    assert ropes["Ferry Co"].said is not None
    assert (ropes["Ferry Co"].said.position, ropes["Ferry Co"].said.change) == ("adopt with change", "Splice wire")
    assert (ropes["Dredge Co"].listed, ropes["Seafarers"].said) == (False, None)


def test_the_margin_counts_firms_and_lists(begun: Matrix) -> None:
    engines = line(begun, "Watch the engine")

    assert (standing(begun, engines), support(begun, engines)) == ("agreed: 2 of 3 firms", "shared: in 2 of 3 lists")
    assert standing(begun, line(begun, "Read tide tables")) == "rejected"
    assert stands(begun) == "3 of 4 statements agreed; 1 rejected"
    assert begun.rule == (
        "A statement is agreed when at least 2 of the 3 firms adopt it, with at least 60% of the employment "
        "that is known. The union must ratify the whole standard."
    )


def test_a_position_on_an_earlier_wording_is_said_to_be_one(begun: Matrix) -> None:
    seat = begun.seats[0]
    said = Said(position="endorse", day=date(2026, 3, 1), counts=False)

    assert cell(seat, Cell(said=said)) == "Dredge Co: endorses it, of what it read before; asked again"
    assert cell(seat, Cell()) == ""


def test_what_anybody_may_read_has_what_was_published_and_named_positions(told: Matrix) -> None:
    assert [one.code for one in told.lines] == ["HT-1", "HT-2", "HT-9"]
    charts = cells(told, "Read charts on paper and screen")["Dredge Co"].said
    union = told.whole[3].said

    assert charts is not None
    assert (charts.position, charts.reason) == ("dissent", "We use no <paper>")
    assert union is not None
    assert (union.position, union.reason) == ("ratify", "A good start")


def test_what_anybody_may_read_does_not_say_whose_list_says_what(told: Matrix) -> None:
    assert not told.private
    assert not [one for row in told.lines for one in row.cells if one.listed or one.words]
    assert {row.listed_by for row in told.lines} == {None}


@pytest.mark.parametrize("extension", ["html", "svg", "board.html"])
def test_own_words_are_for_the_owners_only(begun: Matrix, told: Matrix, extension: str) -> None:
    public = MATRICES.find(extension).write(told).decode()

    assert [words for words in WORDS if words in public] == []
    assert "tide tables" not in public
    assert "Dana" not in public
    assert "its own list says it" not in public
    assert "dissent" in public
    owned = MATRICES.find("html").write(begun).decode()
    assert [words for words in WORDS if words in owned] == WORDS


def test_anybody_reads_how_much_all_firms_share_and_not_whose_lists_say_it(told: Matrix) -> None:
    public = MATRICES.find("html").write(told).decode()

    assert (
        "What the firms share and what each adds, by their own lists, of 3 agreed statements: "
        "3 shared (said by more than half of the firms)."
    ) in public


def test_nothing_is_read_before_it_is_published() -> None:
    with KnowledgeBase.in_memory() as base, pytest.raises(UnpublishedError, match="no version of 'harbor' is in force"):
        published_standard(base, SLUG)


def test_support_counts_the_lists_of_what_was_merged() -> None:
    with KnowledgeBase.in_memory() as base:
        fill(base)
        decide(base, SLUG, [motion(base, TIDES, "merge", into=CHARTS)], DANA)
        matrix = owners_matrix(read_agreement(base, SLUG), "Harbor Trades")

    assert support(matrix, line(matrix, "Read charts")) == "core: in 3 of 3 lists"
    assert (matrix.merged, len(matrix.lines)) == (1, 3)


def test_who_has_left_is_counted_among_neither_lists_nor_firms_and_what_was_published_stays() -> None:
    """Ropes were adopted by two of three firms; one of the two has left since, and its list with it."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        publish_next(base)
        store_panel(base, [one for one in members() if not one.iri.endswith("/tug-co")])
        matrix = owners_matrix(read_agreement(base, SLUG), "Harbor Trades")
    ropes, dots = line(matrix, "Splice rope and wire"), cells(matrix, "Splice rope and wire")

    assert [name for name, one in dots.items() if one.listed] == ["Ferry Co"]
    assert support(matrix, ropes) == "firm-specific: in 1 of 2 lists"
    assert standing(matrix, ropes) == "agreed as published: 1 of 2 firms"
    assert matrix.kept


def test_ten_columns_are_narrow_enough_for_a_screen_of_1280_pixels() -> None:
    """The table of the example: statements, how they stand, and eight organizations; scrollbars have their place."""
    widths = [float(width) for width in re.findall(r"min-width: ([\d.]+)rem", STYLE)]
    (padding,) = re.findall(r"th, td \{ padding: [\d.]+rem ([\d.]+)rem;", STYLE)
    head, statement = widths[0], widths[1]
    assert 16 * (statement + 9 * head + 10 * 2 * float(padding)) <= 1280 - 2 * 32
    assert "left: 0" in STYLE
