"""The picture and the pages of a matrix, small and large."""

import io
import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pypdf
import pytest

from ontology.records import Iri
from ontology.store import KnowledgeBase
from pathways.agreements import MATRICES, Matrix, published_matrix, published_standard, working_stage
from pathways.agreements.boardroom import DISSENTS, boardroom_page
from pathways.agreements.drawing import draw, to_svg
from pathways.agreements.drawn_marks import CORNERS
from pathways.agreements.layout import FOLD, NAME, NAMES, QUIET, Frame, sheets, tall
from pathways.agreements.looks import ROOT
from pathways.agreements.marks import MARKS
from pathways.agreements.matrix import Cell, Line, Said, Seat
from pathways.agreements.rendering import alternatives, to_pdf, to_png
from pathways.agreements.wording import day
from pathways.diagrams.metrics import width
from standards.agreement import Status
from standards.publishing import standing

SVG = "{http://www.w3.org/2000/svg}"
POSITIONS = ("endorse", "adopt with change", "abstain", "dissent")


def large(firms: int = 40, statements: int = 100) -> Matrix:
    """A matrix with every position in it."""
    seats = [
        Seat(
            address=Iri(f"http://x/{number}"),
            name=f"Consolidated Works of the Valley {number}",
            role="firm",
            employees=9,
        )
        for number in range(firms)
    ]
    seats.append(Seat(address=Iri("http://x/union"), name="Local 1", role="union"))
    lines = [
        Line(
            address=f"http://x/statement/{row}",
            wording=f"Inspect, repair and overhaul pump {row} to the manufacturer's clearances, and write down why",
            category=f"Category {row // 25}",
            code=f"PG-{row:03d}",
            status=Status.AGREED,
            support="shared",
            listed_by=2,
            cells=tuple(
                Cell(
                    listed=(row + number) % 3 == 0,
                    said=Said(position=POSITIONS[(row + number) % 4], reason=f"Why {number}", day=date(2026, 3, 1)),
                )
                for number in range(len(seats))
            ),
        )
        for row in range(statements)
    ]
    whole = (*[Cell()] * firms, Cell(said=Said(position="ratify", day=date(2026, 4, 2))))
    return Matrix(
        slug="valley", title="Valley Works", private=True, seats=tuple(seats), whole=whole, lines=tuple(lines)
    )


def test_the_picture_is_the_same_byte_for_byte(begun: Matrix) -> None:
    assert to_svg(begun) == to_svg(Matrix.model_validate_json(begun.model_dump_json()))


def test_a_row_can_be_heard(begun: Matrix) -> None:
    root = ET.fromstring(to_svg(begun))
    heard = [item.get("aria-label") for item in root.iter(f"{SVG}g") if item.get("role") == "listitem"]

    assert len(heard) == 1 + 2 + 4
    assert any("Dredge Co: its own list says it; dissents: We use no <paper>" in (label or "") for label in heard)
    assert "Seafarers: ratifies the whole: A good start" in (heard[0] or "")


def test_marks_differ_by_shape_and_by_letter() -> None:
    assert len({mark.letter for mark in MARKS.values()}) == len({mark.shape for mark in MARKS.values()}) == len(MARKS)
    assert set(CORNERS) < {mark.shape for mark in MARKS.values()}


def test_what_marks_mean_stands_before_them_and_fits_where_few_take_part() -> None:
    matrix = large(firms=1, statements=1).model_copy(update={"private": True})
    root = ET.fromstring(to_svg(matrix))
    texts = [one for one in root.iter(f"{SVG}text") if one.text]
    (last,) = (one for one in texts if one.text and one.text.startswith("said before a change"))
    (whole,) = (one for one in texts if one.text == "The whole standard")

    assert float(last.get("y", "")) < float(whole.get("y", ""))
    assert float(last.get("x", "")) + width(str(last.text), QUIET) < float(root.get("width", ""))


def test_many_firms_have_narrow_columns_and_none_covers_another() -> None:
    columns = Frame(large()).columns

    assert len(columns) == 41
    assert all(one.x + one.width <= other.x for one, other in pairwise(columns))
    assert max(column.width for column in columns) <= 60
    assert all(width(name, NAME) <= NAMES for column in columns for name in column.names)


def test_sheets_have_all_statements_once_and_fit_on_paper() -> None:
    matrix = large()
    pages = sheets(matrix)
    rows = [block.line.code for sheet in pages for block in sheet.blocks if block.line]

    assert rows == [line.code for line in matrix.lines]
    assert all(sheet.height <= sheet.frame.width * FOLD + 0.5 for sheet in pages)
    assert [(sheet.number, sheet.of) for sheet in pages] == [
        (number, len(pages)) for number in range(1, len(pages) + 1)
    ]


def test_a_category_goes_on_under_its_name() -> None:
    pages = sheets(large(firms=3))

    assert len(pages) > 1
    assert all(sheet.blocks[0].line is None for sheet in pages)
    assert any("continued" in sheet.blocks[0].texts[0] for sheet in pages)
    assert all(sheet.blocks[-1].line for sheet in pages)
    assert "Page 2 of" in draw(pages[1])


def test_pictures_are_made(begun: Matrix) -> None:
    png = to_png(begun)
    pdf = pypdf.PdfReader(io.BytesIO(to_pdf(begun)))
    sheet = tall(begun)

    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == pytest.approx(2 * sheet.frame.width, abs=2)
    assert len(pdf.pages) == 1
    assert pdf.pages[0].mediabox.width == pytest.approx(595)
    assert "Splice rope and wire" in pdf.pages[0].extract_text()


def test_a_picture_tells_where_the_words_are(begun: Matrix) -> None:
    table = "are in the table: ladderworks standard agreement harbor"
    own, shown = to_svg(begun), to_svg(begun.model_copy(update={"private": False}))

    assert f"Each firm's own words, changes and reasons {table} -o harbor.html" in own
    assert "own words" not in shown
    assert f"Changes and reasons {table} --published -o harbor.html" in shown


class Cells(HTMLParser):
    """The heads and cells of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.scopes: list[str] = []
        self.rows: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append(0)
        if tag in ("td", "th"):
            self.rows[-1] += 1
        if tag == "th":
            self.scopes.append(dict(attrs).get("scope") or "")


def test_the_table_has_a_head_for_each_cell_and_words_in_each(begun: Matrix) -> None:
    page = MATRICES.find("html").write(begun).decode()
    found = Cells()
    found.feed(page)

    assert found.scopes.count("col") == 7
    assert found.scopes.count("row") == 5
    assert [number for number in found.rows if number != 1] == [7] * 6
    assert "position: sticky" in page
    assert "dissent: We use no &lt;paper&gt;" in page
    assert "Harbor College has not spoken" in page


def test_on_a_phone_each_cell_of_the_table_names_who_speaks_and_the_silent_have_none(begun: Matrix) -> None:
    page = MATRICES.find("html").write(begun).decode()
    cells = re.findall(r"<td(.*?)</td>", page)
    spoken = [cell for cell in cells if 'class="letter"' in cell or 'class="own">its list' in cell]

    assert spoken
    assert all('<span class="who">' in cell for cell in spoken)
    assert all(" silent" in cell for cell in cells if "has not spoken" in cell)


def test_the_boardroom_reads_who_dissents_why_and_who_ratified(begun: Matrix) -> None:
    page = boardroom_page(begun)

    assert "<strong>3</strong> agreed" in page
    assert "Dredge Co, on HT-2 “Read charts on paper and screen”: We use no &lt;paper&gt;" in page
    assert "Seafarers ratified it on March 1, 2026: A good start" in page
    assert "Tug Co (firm, 300 jobs in the region)" in page
    assert "How widely the firms' lists say the 3 agreed statements" in page.replace("&#x27;", "'")
    assert "3 shared: said by more than half of the firms" in page
    assert "able to do, so that all train and hire to the same. Taking part: 3 firms, 1 union and 1 college." in page
    assert "harbor: 4 candidates made of 7 statements of the firms" in page
    assert "Rope and wire splicing" not in page


@pytest.mark.parametrize(("asked", "told"), [(0, 0), (1, 1)])
def test_the_boardroom_asks_for_a_ratification_where_the_rule_does(begun: Matrix, asked: int, told: int) -> None:
    silent = tuple(Cell() for _ in begun.seats)
    page = boardroom_page(begun.model_copy(update={"whole": silent, "unions_asked": asked}))

    assert page.count("The ratification of Seafarers") == told
    assert boardroom_page(begun).count("The ratification of") == 0


def test_the_boardroom_says_whom_it_is_for(begun: Matrix) -> None:
    said = "For the partnership only: it tells how many jobs each firm has"

    assert boardroom_page(begun).count(said) == begun.private == 1
    assert said not in boardroom_page(begun.model_copy(update={"private": False}))


def test_the_boardroom_counts_what_no_firm_says_so_that_its_numbers_add_up(begun: Matrix) -> None:
    first, *rest = begun.lines
    open_one = first.model_copy(update={"status": Status.PROPOSED, "support": "core"})
    page = boardroom_page(begun.model_copy(update={"lines": (first.model_copy(update={"support": "unsaid"}), *rest)}))
    more = boardroom_page(begun.model_copy(update={"lines": (*begun.lines, open_one)}))

    assert "2 shared: said by more than half of the firms" in page
    assert "1 unsaid: said by no firm" in page
    assert "core" not in more


def test_before_anything_is_agreed_what_is_proposed_is_counted(begun: Matrix) -> None:
    lines = tuple(line.model_copy(update={"status": Status.PROPOSED}) for line in begun.lines)
    page = boardroom_page(begun.model_copy(update={"lines": lines}))

    assert "say the 4 proposed statements" in page
    assert "<strong>4</strong> open: neither accepted nor rejected yet" in page
    assert "4 open statements: accept, merge or reject each" in page


def test_the_pages_say_which_version_they_show(begun: Matrix, told: Matrix, released: KnowledgeBase) -> None:
    published = standing(released, "harbor").changes[-1].at.date()
    working = begun.model_copy(update={"stage": working_stage(released, "harbor")})

    assert working.stage == f"Working copy (draft); version 1.0, published on {day(published)}, is in force."
    assert told.stage == "Version 1.0: in force."
    for form in ("html", "svg", "board.html"):
        assert all(one.stage in MATRICES.find(form).write(one).decode() for one in (working, told))


def test_a_version_before_the_one_in_force_says_so_and_a_copy_without_any_too(twice: KnowledgeBase) -> None:
    former = published_matrix(published_standard(twice, "harbor@1.0"))

    assert former.stage == "Version 1.0: superseded by version 1.1."
    with KnowledgeBase.in_memory() as empty:
        assert working_stage(empty, "harbor") == "Working copy (draft); nothing is published yet."


def test_a_sheet_tells_the_whole_standard_and_a_row_a_line(begun: Matrix) -> None:
    alternative = alternatives(sheets(begun)[0])

    assert alternative[1].startswith("The whole standard. Seafarers: ratifies the whole: A good start")
    assert [line for line in alternative if "Splice rope and wire. Agreed. " in line]
    assert len(alternative) == 2 + 2 + 4


def test_the_boardroom_page_stays_short_with_many_firms_and_dissents() -> None:
    page = boardroom_page(large())

    assert page.count("<li>") < 30
    assert f"{40 - DISSENTS + 1} more dissents; the matrix has them all" in page
    assert "40 firms with 360 jobs in 40 of them" in page
    assert "Valley 3, on PG-000, PG-004, PG-008, PG-012, PG-016, PG-020 and 19 more statements: Why 3" in page


def test_rules_of_the_picture_leave_a_page_alone(begun: Matrix) -> None:
    style = to_svg(begun).partition("<style>")[2].partition("</style>")[0]
    rules = [rule for rule in style.splitlines() if rule.strip().startswith(".")]

    assert rules
    assert all(rule.startswith(f".{ROOT}") for rule in rules)
