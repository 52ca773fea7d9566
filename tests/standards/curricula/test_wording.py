"""Wording: markup and languages told, teaching levels read, what is too long kept and said."""

from collections.abc import Callable

import pytest

from ontology.errors import RefusedError
from ontology.records import TeachingLevel
from ontology.report import Severity
from standards.curricula import Curriculum
from standards.languages import WORDS, language_of
from standards.markup import without_controls, without_tags
from standards.matching.statements import LONGEST

Read = Callable[..., Curriculum]


def statements(curriculum: Curriculum) -> list[str]:
    return [outcome.statement.value for outcome in curriculum.outcomes]


def codes(curriculum: Curriculum) -> list[str]:
    return [finding.code for finding in curriculum.report]


def test_markup_is_taken_out_and_that_is_said(read: Read) -> None:
    curriculum = read(
        'Course,Outcome\nW 1,"<ul><li>Weld &amp; braze</li><li>Use x &lt; 5</li></ul>"\nW 1,Read <b>prints</b>\n'
    )

    assert statements(curriculum) == ["Weld & braze", "Use x < 5", "Read prints"]
    (finding,) = curriculum.report
    assert (finding.code, finding.severity, finding.row, finding.column) == ("markup", Severity.INFO, 2, "Outcome")
    assert finding.message.startswith("2 cells, the first of them here, hold HTML tags or entities")


def test_so_are_control_characters(read: Read) -> None:
    curriculum = read("Course,Outcome\nW 1,Weld\x07 pi\u200bpes\x0bRead\u00a0prints\n")

    assert statements(curriculum) == ["Weld pipes Read prints"]
    assert codes(curriculum) == ["control-characters"]


@pytest.mark.parametrize("unseen", ["\x0b", "\x0c", "\x1c", "\x1e", "\x85", "\x00", "\u200b"])
@pytest.mark.parametrize("name", ["program.csv", "program.txt"])
def test_no_control_character_parts_an_outcome(read: Read, unseen: str, name: str) -> None:
    said = f"Weld pipes {unseen}and tubes"

    curriculum = read(f"Course,Outcome\nW 1,{said}\n" if name.endswith("csv") else f"# W 101 Welding\n{said}\n", name)

    assert [" ".join(statement.split()) for statement in statements(curriculum)] == ["Weld pipes and tubes"]


def test_a_single_zero_byte_within_a_text_is_taken_out_with_a_warning(read: Read) -> None:
    curriculum = read("Course,Outcome\nW 1,We\0ld pipes\nW 1,Read\0\n")

    assert statements(curriculum) == ["Weld pipes", "Read"]
    assert [(f.code, f.severity, f.row, f.column, f.value) for f in curriculum.report] == [
        ("nul-byte", Severity.WARNING, 2, "Outcome", "We\0ld pipes"),
        ("nul-byte", Severity.WARNING, 3, "Outcome", "Read\0"),
    ]


@pytest.mark.parametrize("cell", ["\0", "Weld\0\0", "We\0\0\0ld", "W\0e\0l\0d\0"])
def test_zero_bytes_of_a_file_cut_short_are_refused(read: Read, cell: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(f"Course,Outcome\nW 1,{cell}\nW 2,Braze\n")

    assert [(f.code, f.severity, f.row) for f in refused.value.report] == [("nul-byte", Severity.ERROR, 2)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("if 3 < x and y > 5", "if 3 < x and y > 5"),
        ("<script>", "<script>"),
        ("Weld<script>alert('x < 1')</script> pipes", "Weld pipes"),
        ("<STYLE type='text/css'>p {color: red}</style >Weld", "Weld"),
        ("a<script>b</style>c</script>d<script>e", "ad<script>e"),
        ("a<br/>b", "a\nb"),
        ("<P CLASS='x'>a</P>", "a"),
        ("AT&T and R&D; fish &amp chips", "AT&T and R&D; fish &amp chips"),
        ("&nbsp;&#8226;&#x2022;", "••"),
        ("<!-- x -->a", "a"),
    ],
)
def test_only_html_is_markup(text: str, plain: str) -> None:
    assert without_tags(text) == plain


@pytest.mark.parametrize(
    "piece",
    [
        "<script>",
        "<script>x</style>",
        "<script ",
        "<style></style>",
        "<p",
        "<p ",
        "<!--",
        "&",
        "&#",
        "<p>",
        "\x07",
        "< p",
        "_x000D_",
    ],
)
def test_markup_is_taken_out_of_half_a_megabyte(piece: str) -> None:  # which would not end in quadratic time
    text = piece * (500_000 // len(piece))

    assert len(without_tags(without_controls(text))) <= len(text)


def test_a_statement_of_nearly_a_million_characters_is_kept_and_said(read: Read) -> None:
    said = "weld pipes and " * 66_000

    curriculum = read(f"Course,Outcome\nW 1,{said}\nW 1,Braze\n")

    assert [len(statement) for statement in statements(curriculum)] == [len(said.strip()), 5]
    (finding,) = curriculum.report
    assert (finding.code, finding.severity, finding.row) == ("long-statement", Severity.WARNING, 2)
    assert f"matched by its first {LONGEST:,}" in finding.message
    assert len(finding.value) < 100


def test_a_longer_cell_is_refused_with_its_place(read: Read) -> None:
    with pytest.raises(RefusedError, match=r"row 2, column 2: a text of 2,100,000 characters, where at most 1,000,000"):
        read(f"Course,Outcome\nW 1,{'weld pipes and ' * 140_000}\n")


def test_ten_thousand_lines_of_a_cell_are_as_many_statements(read: Read) -> None:
    lines = "\n".join(f"- Weld pipe {at}" for at in range(10_000))

    curriculum = read(f'Course,Outcome\nW 1,"{lines}"\n')

    assert len(curriculum.outcomes) == 10_000
    assert len(curriculum.report) == 0


def test_another_language_is_told_and_kept(read: Read) -> None:
    rows = "Soldar tubos\nLeer los planos de la planta y sus esquemas\nAplicar las normas de seguridad en el taller\n"

    curriculum = read(rows, "soldadura.txt")

    assert {outcome.statement.language for outcome in curriculum.outcomes} == {"es"}
    (finding,) = curriculum.report
    assert (finding.code, finding.severity) == ("other-language", Severity.INFO)
    assert finding.message == "3 outcomes are in Spanish, as the words tell"


def test_two_languages_in_one_program_are_told_apart(read: Read) -> None:
    curriculum = read("Weld\nRead the prints of a plant\nUse tools with care\nLeer los planos de la planta\n", "w.txt")

    assert [outcome.statement.language for outcome in curriculum.outcomes] == ["en", "en", "en", "es"]
    assert codes(curriculum) == ["other-language"]


SHORT = ("Weld pipes", "Read prints", "Braze", "Cut tubes", "Grind seams", "Measure gaps")
FRENCH = "Lire les plans et les schémas de la machine"
"""What tells no language, and what tells French."""


def test_one_outcome_in_another_language_says_nothing_of_those_that_do_not_tell(read: Read) -> None:
    curriculum = read("Course,Outcome\n" + "".join(f"W 1,{said}\n" for said in (*SHORT, FRENCH)))

    assert [outcome.statement.language for outcome in curriculum.outcomes] == [*["en"] * len(SHORT), "fr"]
    assert [finding.message for finding in curriculum.report] == ["1 outcome is in French, as the words tell"]


@pytest.mark.parametrize(("untold", "language"), [(0, "fr"), (1, "fr"), (2, "en"), (3, "en")])
def test_untold_outcomes_have_the_language_of_most_or_else_english(read: Read, untold: int, language: str) -> None:
    told = (FRENCH, "Lire les schémas de la pompe")

    curriculum = read("\n".join((*told, *SHORT[:untold])), "p.txt")

    assert [outcome.statement.language for outcome in curriculum.outcomes] == ["fr", "fr", *[language] * untold]


def test_outcomes_in_another_language_are_counted_as_they_are_stored(read: Read) -> None:
    rows = f'"- {FRENCH}\n- Souder des tubes dans un atelier"', FRENCH, FRENCH.upper()

    curriculum = read("Course,Outcome\n" + "".join(f"W 1,{cell}\n" for cell in rows))

    assert [outcome.statement.language for outcome in curriculum.outcomes] == ["fr", "fr"]
    assert "2 outcomes are in French, as the words tell" in [finding.message for finding in curriculum.report]


@pytest.mark.parametrize("said", [".", "---", "?!", "\u2026"])
def test_a_cell_without_a_word_is_said_and_no_outcome(read: Read, said: str) -> None:
    curriculum = read(f"Course,Outcome\nW 1,{said}\nW 1,Weld\n")

    assert statements(curriculum) == ["Weld"]
    (finding,) = curriculum.report
    assert (finding.code, finding.severity, finding.row, finding.column, finding.value) == (
        *("no-words", Severity.WARNING, 2, "Outcome", said),
    )
    assert finding.remedy


def test_a_course_with_nothing_else_has_no_outcome(read: Read) -> None:
    curriculum = read("Course,Outcome\nW 1,.\nW 2,Weld\n")

    assert [course.code for course in curriculum.courses] == ["W 1", "W 2"]
    assert sorted(codes(curriculum)) == ["no-outcome", "no-words"]


@pytest.mark.parametrize(
    ("name", "content", "row"),
    [
        ("p.csv", 'Course,Outcome\nW 1,"Weld\n.\n-\nBraze"\n', 2),
        ("p.txt", "# W 101 Pipes\nWeld\n.\n-\nBraze\n", 3),
        ("p.csv", "id,value,parent_id\nw,Weld,\nb,Braze,\nx,.,\n", 4),
        ("p.csv", "vendor_guid,object_type,title,description\nw,outcome,Weld,\nb,outcome,Braze,\nx,outcome,T,.\n", 4),
    ],
)
def test_so_is_a_line_of_any_format_but_no_mark_of_a_list(read: Read, name: str, content: str, row: int) -> None:
    curriculum = read(content, name)

    assert statements(curriculum) == ["Weld", "Braze"]
    assert [(f.code, f.row, f.value) for f in curriculum.report if f.code == "no-words"] == [("no-words", row, ".")]


@pytest.mark.parametrize("language", [*WORDS, "el", "und"])
def test_each_language_is_told_by_its_function_words(language: str) -> None:
    samples = {
        "en": "Interpret the blueprints of a pump",
        "es": "Instalar y reparar motores en el taller",
        "fr": "Lire les plans et les schémas de la machine",
        "de": "Elektrische Anlagen nach den Vorschriften prüfen und warten",
        "it": "Leggere gli schemi elettrici e i disegni della macchina",
        "pt": "Ler desenhos técnicos e esquemas das máquinas com segurança",
        "nl": "Het lezen van elektrische schema's en tekeningen",
        "sv": "Läsa och tolka elektriska scheman för en anläggning",
        "da": "Vedligeholde maskiner efter de gældende forskrifter",
        "pl": "Czytać schematy elektryczne oraz stosować je w pracy",
        "ro": "Citirea schemelor electrice și a desenelor din atelier",
        "el": "Ανάγνωση ηλεκτρικών σχεδίων",
        "und": "Чтение электрических схем",
    }

    assert language_of(samples[language]) == language


def test_a_blank_outcome_is_said_where_nothing_else_explains_it(read: Read) -> None:
    curriculum = read("Course,Title,Outcome\nW 1,Pipes,\nW 1,,Weld\nW 1,Pipes,\n,,\nW 1,,Braze\n")

    assert statements(curriculum) == ["Weld", "Braze"]
    assert [(finding.code, finding.row) for finding in curriculum.report] == [("empty-cell", 4)]


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        *(("I", "INTRODUCED"), ("introduce", "INTRODUCED"), ("Introductory", "INTRODUCED")),
        *(("r", "REINFORCED"), ("Practiced", "REINFORCED"), ("D", "REINFORCED"), ("developed", "REINFORCED")),
        *(("M", "MASTERED"), ("Mastery", "MASTERED")),
    ],
)
@pytest.mark.parametrize("header", ["Level", "I/R/M", "Introduced / Reinforced / Mastered", "Teaching level (I, D, M)"])
def test_a_declared_level_is_read(read: Read, header: str, cell: str, level: str) -> None:
    (outcome,) = read(f'Course,Outcome,"{header}"\nW 1,Weld,{cell}\n').outcomes

    assert outcome.level == str(TeachingLevel[level])


@pytest.mark.parametrize(
    ("cell", "level", "code"),
    [
        *(("x", None, "unknown-value"), ("3", None, "unknown-value"), ("I and x", None, "unknown-value")),
        *(("I/R", "REINFORCED", "ambiguous-value"), ("M, I", "MASTERED", "ambiguous-value")),
    ],
)
def test_a_wrong_level_is_a_finding_and_the_outcome_stays(read: Read, cell: str, level: str | None, code: str) -> None:
    curriculum = read(f'Course,Outcome,Level\nW 1,Weld,"{cell}"\n')

    assert [outcome.level for outcome in curriculum.outcomes] == [str(TeachingLevel[level]) if level else None]
    (finding,) = curriculum.report
    assert (finding.code, finding.severity, finding.value) == (code, Severity.WARNING, cell)


def test_without_a_level_there_is_none(read: Read) -> None:
    assert [outcome.level for outcome in read("Course,Outcome,Level\nW 1,Weld,\n").outcomes] == [None]


def test_what_a_spreadsheet_would_compute_is_taken_as_it_stands_and_said(read: Read) -> None:
    curriculum = read('Course,Outcome\nW 1,"=HYPERLINK(""http://x"")"\nW 1,- Weld\n+E1,=1+1\n')

    assert statements(curriculum)[0] == '=HYPERLINK("http://x")'
    assert [course.code for course in curriculum.courses] == ["W 1", "+E1"]
    (finding,) = [finding for finding in curriculum.report if finding.code == "formula"]
    assert (finding.severity, finding.row, finding.column) == (Severity.INFO, 2, "Outcome")
    assert finding.message.startswith("2 cells, the first of them here, hold what a spreadsheet takes for a formula")


def test_the_mark_of_an_export_is_taken_out_and_said(read: Read) -> None:
    curriculum = read("Course,Outcome\n'+E1,'=1+1 is addition\n'+E1,'tis welding\n")

    assert [course.code for course in curriculum.courses] == ["+E1"]
    assert statements(curriculum) == ["=1+1 is addition", "'tis welding"]
    assert codes(curriculum) == ["formula-mark", "formula-mark"]


@pytest.mark.parametrize(
    "lead", ["Students will be able to:", "Upon completion of this course the student will:", "Learning outcomes"]
)
def test_a_row_that_leads_others_in_is_no_outcome(read: Read, lead: str) -> None:
    curriculum = read(
        f"Course,Title,Outcome\nW 1,Pipes,{lead}\n,,Weld pipes\nW 2,Plates,{lead}\n,,Explain causes of:\n"
    )

    assert statements(curriculum) == ["Weld pipes", "Explain causes of:"]
    assert [course.label.value for course in curriculum.courses] == ["Pipes", "Plates"]
    found = [(f.severity, f.row, f.value) for f in curriculum.report if f.code == "no-statement"]
    assert found == [(Severity.INFO, 2, lead), (Severity.INFO, 4, lead)]
    assert not {"empty-cell", "no-outcome"} & set(codes(curriculum))
