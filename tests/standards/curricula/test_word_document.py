"""Syllabi in Word: paragraphs, lists and tables are the lines of a text, and a document that does harm is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import UnreadableError
from ontology.report import Severity
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, program_table, recognize
from standards.curricula.word_document import paragraphs

Read = Callable[..., Curriculum]
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text: str, style: str = "", *, listed: bool = False, bold: bool = False) -> str:
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (
        '<w:numPr><w:numId w:val="1"/></w:numPr>' * listed
    )
    run = f"<w:r>{'<w:rPr><w:b/></w:rPr>' * bold}<w:t>{escape(text)}</w:t></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(*blocks: str, before: str = "", name: str = "word/document.xml") -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(
            name,
            f'<?xml version="1.0" encoding="UTF-8"?>{before}'
            f'<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(blocks)}</w:body></w:document>',
        )
    return content.getvalue()


def stated(curriculum: Curriculum) -> list[str]:
    return [outcome.statement.value for outcome in curriculum.outcomes]


SYLLABUS = document(
    paragraph("Lower Valley College", "Title"),
    table(
        ("Course", "HVAC 131 Residential Heating"), ("Credits", "5"), ("Quarter:", "Fall"), ("Instructor", "Pat Smith")
    ),
    paragraph("Student Learning Outcomes", bold=True),
    paragraph("Upon completion, students will be able to:"),
    paragraph("Size gas lines", listed=True),
    paragraph("Read electrical prints & schematics", listed=True),
    paragraph("How we work together", bold=True),
    paragraph("Be on time."),
)


@pytest.mark.parametrize("name", ["syllabus.docx", "syllabus", "syllabus.zip"])
def test_a_syllabus_is_read_as_its_text_is(read: Read, name: str) -> None:
    found = read(SYLLABUS, name)

    (course,) = found.courses
    assert (found.program.label.value, found.college) == ("HVAC 131 Residential Heating", "Lower Valley College")
    assert (course.code, course.label.value, course.credits, course.term) == (
        *("HVAC 131", "Residential Heating"),
        *(5, "Fall"),
    )
    assert stated(found) == ["Size gas lines", "Read electrical prints & schematics"]
    assert [(f.code, f.row, f.severity) for f in found.report] == [
        ("title", 1, Severity.INFO),
        ("no-outcomes-here", 5, Severity.INFO),
        ("no-outcomes-here", 10, Severity.INFO),
    ]


def test_a_table_with_a_header_is_read_column_by_column(read: Read) -> None:
    outcomes = table(
        ("Learning outcomes", "How it is assessed"),
        ("Size gas lines", "Exam on sizing"),
        ("Read electrical prints", "Lab report"),
    )

    found = read(document(paragraph("HVAC 131 Residential Heating"), outcomes), "s.docx")

    assert stated(found) == ["Size gas lines", "Read electrical prints"]
    (unread,) = found.report
    assert unread.value == "How it is assessed"


def test_breaks_end_lines_and_what_was_deleted_is_not_read(written: Callable[..., ArchivedFile]) -> None:
    runs = (
        "<w:p><w:r><w:t>Weld</w:t><w:br/><w:t>Braze </w:t></w:r><w:ins><w:r><w:t>pipes</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>Cut</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t> well</w:t></w:r></w:hyperlink></w:p>"
    )

    (found,) = paragraphs(written(document(runs), "s.docx"))

    assert found.lines == ("Weld", "Braze pipes well")


def test_a_text_box_is_read_once(written: Callable[..., ArchivedFile]) -> None:
    box = f"<w:txbxContent>{paragraph('Weld pipes')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    anchored = f'<w:p xmlns:mc="http://x"><w:r>{both}</w:r></w:p>'

    assert [one.lines for one in paragraphs(written(document(anchored), "s.docx"))] == [("",), ("Weld pipes",)]


@given(st.lists(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=40), max_size=8))
def test_paragraphs_are_lines(texts: list[str]) -> None:
    data = document(*map(paragraph, texts))

    found = paragraphs(ArchivedFile("s.docx", "", lambda: data))

    assert [one.lines for one in found] == [(" ".join(text.split()),) for text in texts]


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (document(paragraph("Weld"), before=DOCTYPE), "s.docx", "no Word document as word processors write it"),
        (document("<w:sdt>" * 300 + "</w:sdt>" * 300), "s.docx", "no Word document as word processors write it"),
        (document("<w:p>"), "s.docx", "is broken (mismatched tag"),
        (document("x" * (40 << 20)), "s.docx", "far beyond its size"),
        (SYLLABUS[:-200], "s.docx", "is called a Word document, and is none"),
        (document(name="ppt/slide.xml"), "s.pptx", "is a presentation; save it as a Word document (.docx)"),
        (document(name="content.xml"), "s.odt", "is an OpenDocument text; save it as a Word document (.docx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "s.doc", "is an older Word document; save it as"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(read: Read, data: bytes, name: str, said: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(data, name)

    assert said in str(refused.value)


def test_an_empty_document_holds_nothing(written: Callable[..., ArchivedFile]) -> None:
    file = written(document(), "s.docx")

    assert recognize(file).name == "word"
    assert [finding.code for finding in program_table(file).report] == ["no-rows"]
