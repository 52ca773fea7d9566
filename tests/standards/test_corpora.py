import hashlib
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import InputError, MissingFileError, RefusedError, UnreadableError, WriteError
from standards.corpora import Columns, judge, read_corpus, read_counts, read_rows, write_results
from standards.matching import Entry, Index
from standards.matching.statements import LONGEST

STATEMENTS = ["Weld pipes", None, "<b>Cut</b>&nbsp;pipes\x07", "Weld pipes", " … ", "x " * 1_000_000]
READ = ["Weld pipes", "", "Cut pipes", "Weld pipes", "", ("x " * (LONGEST // 2)).strip()]
FOUND = [None, "empty-statement", "markup", None, "empty-statement", "long-statement"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with two files of statements: a good one, and one where everything is wrong with some row."""
    folder = tmp_path / "corpus"
    (folder / "north").mkdir(parents=True)
    pl.DataFrame({"Learning Outcome": ["Bend pipes"], "Institution": ["North"]}).write_csv(folder / "north/a.csv")
    frame = pl.DataFrame({"outcome": STATEMENTS, "id": range(6), "Course No.": ["PIP 1"] * 6, "pages": [1] * 6})
    frame.write_parquet(folder / "b.parquet")
    (folder / ".hidden.csv").write_text("text\nnothing\n")
    (folder / "README.txt").write_text("no table")
    return folder


@pytest.fixture
def index() -> Index:
    entries = [("weld", "Weld pipes"), ("cut", "Cut pipes"), ("bake", "Bake bread")]
    return Index.of([Entry.model_validate({"iri": f"http://x/{iri}", "label": label}) for iri, label in entries])


# --- Corpora ---


def test_a_folder_is_read_with_all_files_inside_by_name(corpus: Path) -> None:
    found = read_corpus(corpus)

    assert [(file.name, file.rows) for file in found.files] == [("b.parquet", 6), ("north/a.csv", 1)]
    assert found.rows == 7
    content = (corpus / "b.parquet").read_bytes()
    assert (found.files[0].size, found.files[0].sha256) == (len(content), hashlib.sha256(content).hexdigest())


def test_columns_are_recognized_file_by_file(corpus: Path) -> None:
    first, second = (file.columns for file in read_corpus(corpus).files)

    assert first == Columns(statement="outcome", id="id", course="Course No.")
    assert second == Columns(statement="Learning Outcome", college="Institution")


def test_columns_may_be_named(corpus: Path) -> None:
    pl.DataFrame({"what": ["Weld"], "outcome": ["no"], "key": [1]}).write_parquet(corpus / "named.parquet")

    (file,) = read_corpus(corpus / "named.parquet", text="what", identifier="key").files

    assert file.columns == Columns(statement="what", id="key")


@pytest.mark.parametrize(
    ("columns", "text", "identifier", "said"),
    [
        ({"pages": [1]}, "", "", "no column that is known to hold statements; there are 'pages'"),
        ({"outcom": ["a"]}, "", "", "'outcom' may be meant"),
        ({"outcome": [1]}, "", "", "the column 'outcome' holds Int64 and no text"),
        ({"outcome": [["a", "b"]]}, "", "", "holds List(String) and no text"),
        ({"outcome": ["a"]}, "sentence", "", "no column 'sentence'; there are 'outcome'"),
        ({"outcome": ["a"]}, "", "key", "no column 'key'; there are 'outcome'"),
    ],
)
def test_columns_that_do_not_fit_are_named_with_their_file(
    corpus: Path, columns: dict[str, list[object]], text: str, identifier: str, said: str
) -> None:
    pl.DataFrame(columns).write_parquet(corpus / "odd.parquet")

    with pytest.raises(RefusedError, match=r"odd\.parquet") as caught:
        read_corpus(corpus, text, identifier)

    odd = [finding for finding in caught.value.report if finding.file == "odd.parquet"]
    assert any(said in str(finding) for finding in odd)


def test_a_broken_file_is_named(corpus: Path) -> None:
    content = (corpus / "b.parquet").read_bytes()
    (corpus / "b.parquet").write_bytes(content[:-10])

    with pytest.raises(UnreadableError, match=r"b\.parquet cannot be read as parquet .* write it again"):
        read_corpus(corpus)


def test_nothing_is_no_corpus(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    pl.DataFrame({"outcome": pl.Series([], dtype=pl.String)}).write_parquet(tmp_path / "none.parquet")
    (tmp_path / "outcomes.docx").touch()

    for name, error in (("missing", MissingFileError), ("empty", MissingFileError), ("none.parquet", InputError)):
        with pytest.raises(error, match=name):
            read_corpus(tmp_path / name)
    for name, remedy in (("outcomes.xlsx", "CSV UTF-8"), ("outcomes.txt", "as CSV with"), ("outcomes.docx", "as CSV")):
        (tmp_path / name).touch()
        with pytest.raises(InputError, match=f"none of .*; .*save .*{remedy}"):
            read_corpus(tmp_path / name)


# --- Rows ---


def test_every_row_is_there_with_what_was_found(corpus: Path) -> None:
    rows = read_rows(read_corpus(corpus).files[0], 0, 6)

    assert rows.statements == READ
    assert rows.frame["finding"].to_list() == FOUND
    assert rows.findings == {"empty-statement": 2, "long-statement": 1, "markup": 1}
    assert rows.frame["id"].to_list() == ["0", "1", "2", "3", "4", "5"]
    assert rows.frame["course"].to_list() == ["PIP 1"] * 6
    assert rows.frame["college"].to_list() == [None] * 6


def test_a_statement_in_another_language_is_said_and_kept(tmp_path: Path) -> None:
    said = [
        "Weld the pipes of a boiler",
        "Soldar los tubos de la caldera",
        "<b>Lire</b> les plans de la pompe",
        "Tubos",
    ]
    pl.DataFrame({"outcome": said}).write_parquet(tmp_path / "a.parquet")
    (file,) = read_corpus(tmp_path / "a.parquet").files
    found = {tag: read_rows(file, 0, 4, tag).frame["finding"].to_list() for tag in ("en-US", "es", "")}

    assert found["en-US"] == [None, "other-language", "other-language", None]
    assert found["es"] == ["other-language", None, "other-language", None]
    assert found[""] == [None, None, "markup", None]
    assert read_rows(file, 0, 4, "en").statements == [*said[:2], "Lire les plans de la pompe", "Tubos"]


def test_pieces_are_the_whole(corpus: Path) -> None:
    file = read_corpus(corpus).files[0]
    pieces = [read_rows(file, start, 4).frame for start in (0, 4)]

    assert pl.concat(pieces).equals(read_rows(file, 0, 100).frame)
    assert [piece["row"].to_list() for piece in pieces] == [[2, 3, 4, 5], [6, 7]]


def test_a_file_that_changed_is_refused(corpus: Path) -> None:
    file = read_corpus(corpus).files[0]
    with (corpus / "b.parquet").open("ab") as content:
        content.write(b"x")
    with pytest.raises(UnreadableError, match="has changed: it has"):
        read_rows(file, 0, 1)

    (corpus / "b.parquet").unlink()
    with pytest.raises(UnreadableError, match="is not there"):
        read_rows(file, 0, 1)


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_judging_never_adds_and_names_what_it_takes(statement: str) -> None:
    text, finding = judge(statement)

    assert len(text) <= LONGEST
    assert finding or text == " ".join(statement.split())
    assert judge(text) == (text, "") or not text or "<" in text or "&" in text


def test_comparisons_are_no_markup() -> None:
    assert judge("Keep p < 5 bar and q > 3 bar & report") == ("Keep p < 5 bar and q > 3 bar & report", "")


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("<script>alert(1)</script>Weld pipes", "Weld pipes"),
        ("Use <DMM> to measure <b>volts</b>", "Use <DMM> to measure volts"),
        ("Weld\u00ading&shy; of pipes", "Welding of pipes"),
        ("Test H<sub>2</sub>O", "Test H2O"),
        ("<ul><li>Weld pipes</li></ul>", "Weld pipes"),
        ("<p>Weld</p><p>pipes</p>", "Weld pipes"),
    ],
)
def test_markup_is_read_as_it_is_in_programs(given: str, read: str) -> None:
    assert judge(given) == (read, "markup")


# --- Results ---


def test_results_have_a_row_for_each_suggestion_and_each_statement_without(
    corpus: Path, index: Index, tmp_path: Path
) -> None:
    rows = read_rows(read_corpus(corpus).files[0], 0, 5)
    found = [index.match([text], 2, 0.3)[0] if text else () for text in rows.statements]

    path = tmp_path / "1.parquet"
    counts = write_results(path, tmp_path / "passing", rows, found, run="digest", partition=1)
    table = pl.read_parquet(path)

    assert read_counts(path) == counts
    assert (counts.rows, counts.written, counts.matched) == (5, table.height, 3)
    assert not (tmp_path / "passing").exists()
    assert table["row"].unique().to_list() == [2, 3, 4, 5, 6]
    first = table.filter(pl.col("rank") == 1)
    assert first.select("row", "competency").rows() == [(2, "http://x/weld"), (4, "http://x/cut"), (5, "http://x/weld")]
    assert table.filter(pl.col("rank").is_null())["row"].to_list() == [3, 6]
    assert [s.confidence for s in found[0]] == table.filter(pl.col("row") == 2)["confidence"].to_list()


def test_results_say_which_part_of_a_statement_means_the_competency(corpus: Path, index: Index, tmp_path: Path) -> None:
    rows = read_rows(read_corpus(corpus).files[0], 0, 1)
    (found,) = index.match(["Greet guests of the hotel; cut plates; write a long report on the history of ships"], 1)
    write_results(tmp_path / "1", tmp_path / "passing", rows, [found], run="x", partition=1)
    (whole,) = index.match(["cut plates"], 1)
    write_results(tmp_path / "2", tmp_path / "passing", rows, [whole], run="x", partition=1)

    assert pl.read_parquet(tmp_path / "1").select("competency", "part").rows() == [("http://x/cut", "cut plates")]
    assert pl.read_parquet(tmp_path / "2")["part"].to_list() == [None]


def test_results_are_the_same_bytes(corpus: Path, index: Index, tmp_path: Path) -> None:
    rows = read_rows(read_corpus(corpus).files[0], 0, 4)
    found = [index.match([text], 2)[0] if text else () for text in rows.statements]
    for name in "ab":
        write_results(tmp_path / name, tmp_path / "passing", rows, found, run="x", partition=1)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_nothing_suggested_at_all_keeps_the_columns(corpus: Path, index: Index, tmp_path: Path) -> None:
    rows = read_rows(read_corpus(corpus).files[0], 1, 1)
    write_results(tmp_path / "1", tmp_path / "passing", rows, [()], run="x", partition=1)
    whole = read_rows(read_corpus(corpus).files[0], 0, 1)
    write_results(tmp_path / "2", tmp_path / "passing", whole, [index.match(["weld"])[0]], run="x", partition=1)

    assert pl.read_parquet(tmp_path / "1").schema == pl.read_parquet(tmp_path / "2").schema


def test_results_that_cannot_be_written_leave_nothing(corpus: Path, tmp_path: Path) -> None:
    rows = read_rows(read_corpus(corpus).files[0], 0, 1)
    (tmp_path / "taken").mkdir()

    with pytest.raises(WriteError, match="taken could not be written"):
        write_results(tmp_path / "taken", tmp_path / "passing", rows, [()], run="x", partition=1)
    assert not (tmp_path / "passing").exists()


def test_what_is_no_result_has_no_counts(corpus: Path, tmp_path: Path) -> None:
    assert read_counts(corpus / "b.parquet") is None
    assert read_counts(corpus / "README.txt") is None
    assert read_counts(tmp_path / "missing") is None
