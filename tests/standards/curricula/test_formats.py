"""Formats: a file is known by what is in it, whatever it is called, and others are refused with a reason."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from ontology.errors import InputError, RefusedError, UnreadableError
from standards.archives import ArchivedFile
from standards.curricula import FORMATS, Curriculum, ProgramForm, of_name, recognize

Read = Callable[..., Curriculum]


def _word() -> bytes:
    """Return the smallest document of Word."""
    content = BytesIO()
    said = "<w:p><w:r><w:t>ELEC 110 Circuits</w:t></w:r></w:p><w:p><w:r><w:t>Read prints</w:t></w:r></w:p>"
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("word/document.xml", f'<w:document xmlns:w="x"><w:body>{said}</w:body></w:document>')
    return content.getvalue()


CONTENT: dict[str, Any] = {
    "ctdl": {"@graph": [{"@id": "x:1", "@type": "ceterms:Course", "ceterms:name": "A"}]},
    "canvas": "vendor_guid,object_type,title\na,outcome,Weld\n",
    "open-edx": "id,value,parent_id\nO1,Weld pipes,\n",
    "kuali": [{"code": "A 1", "title": "A", "learning_objectives": ["Weld"]}],
    "spreadsheet": "Course,Outcome\nW 1,Weld\n",
    "word": _word(),
    "text": 'ELEC 110 Circuits\nBend a 3/4" pipe\nRead prints, and sketch\n',
}


def test_each_format_has_a_sample() -> None:
    assert sorted(CONTENT) == sorted(form.name for form in FORMATS)


@pytest.mark.parametrize("name", ["program", "program.txt", "program.md", "program.dat"])
@pytest.mark.parametrize("form", sorted(set(CONTENT) - {"canvas", "open-edx", "spreadsheet"}))
def test_a_file_is_known_by_its_content(written: Callable[..., ArchivedFile], form: str, name: str) -> None:
    assert recognize(written(CONTENT[form], name)).name == form


@pytest.mark.parametrize("name", ["program", "program.csv", "program.dat"])
@pytest.mark.parametrize("form", ["canvas", "open-edx", "spreadsheet"])
def test_a_table_is_known_by_its_headers(written: Callable[..., ArchivedFile], form: str, name: str) -> None:
    assert recognize(written(CONTENT[form], name)).name == form


@pytest.mark.parametrize("form", sorted(CONTENT))
def test_a_format_can_be_named(read: Read, form: str) -> None:
    curriculum = read(CONTENT[form], "program.csv" if form != "text" else "p.txt", ProgramForm(form))

    assert len(curriculum.courses) == 1


def test_text_can_be_read_as_such_whatever_it_is_called(read: Read) -> None:
    curriculum = read("Weld pipes\nRead prints\n", "welding.csv", ProgramForm("text"))

    assert len(curriculum.outcomes) == 2


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="there are ctdl, canvas, open-edx, kuali, spreadsheet, word, text"):
        of_name("case")


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"%PDF-1.7 ...", "p.pdf", "p.pdf is a PDF; save the program as"),
        ("  <!DOCTYPE html><p>Weld", "p.html", "is a web page"),
        ("@prefix a: <b> .", "p.ttl", "is RDF in Turtle"),
        ({"a": 1}, "p.json", "is JSON, and neither"),
        ([1, 2], "p.json", "is JSON, and neither"),
        ('{"a": ', "p.json", "is no JSON: Expecting value in line 1, column 7"),
        (b'{"a": "\xff"}', "p.json", "is not text in UTF-8"),
        ("[" * 100_000, "p.json", "nests its lists too deeply"),
        (b"PK\x03\x04 of Word", "p.docx", "is called a Word document, and is none; save it as"),
        (b"PK\x03\x04 of whatever", "p.dat", "let its name end in .xlsx"),
    ],
)
def test_what_is_no_program_is_refused_with_the_reason(read: Read, content: Any, name: str, said: str) -> None:  # noqa: ANN401
    with pytest.raises(UnreadableError) as refused:
        read(content, name)

    assert said in str(refused.value)


def test_a_text_that_begins_like_json_is_text(written: Callable[..., ArchivedFile]) -> None:
    assert recognize(written("[ ] Weld pipes\n[ ] Read prints\n", "list.md")).name == "text"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("p.csv", "Course,Outcome\n"),
        ("p.csv", "Course,Outcome\n,\n"),
        ("p.csv", "vendor_guid,object_type,title\n"),
        ("p.csv", "id,value,parent_id\n"),
        ("p.json", {"tags": []}),
        ("p.txt", "\n----\n\n"),
        ("p.txt", ""),
    ],
)
def test_a_file_with_nothing_in_it_is_refused_with_what_to_do(read: Read, name: str, content: Any) -> None:  # noqa: ANN401
    with pytest.raises(RefusedError) as refused:
        read(content, name)

    (finding,) = refused.value.report
    assert (finding.code, finding.file) == ("no-rows", name)
    assert finding.remedy.startswith("Write each course with its outcomes into it")


def test_an_empty_spreadsheet_is_called_empty(read: Read) -> None:
    content = BytesIO()
    Workbook().save(content)

    for name, data in (("p.xlsx", content.getvalue()), ("p.csv", b""), ("p.csv", b"\n\n")):
        with pytest.raises(RefusedError) as refused:
            read(data, name)

        (finding,) = refused.value.report
        assert (finding.code, finding.file, finding.column) == ("no-rows", name, "")
        assert finding.message.startswith("is empty")
