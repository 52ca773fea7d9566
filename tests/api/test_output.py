from pathlib import Path

import pytest

from api.terminal.console import tab_separated
from api.terminal.files import write_whole
from api.terminal.findings import SHOWN, show, to_tsv
from api.terminal.folders import MARK, write_folder
from api.terminal.forms import form_of
from ontology.errors import InputError, MissingFileError, UnsupportedError, WriteError
from ontology.report import Finding, Report, Severity


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")

    write_whole(tmp_path / "a.txt", b"new")

    assert (tmp_path / "a.txt").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.txt").write_text("old")
    monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(WriteError, match="No space left on device"):
        write_whole(tmp_path / "a.txt", b"new")

    assert (tmp_path / "a.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="there is no folder"):
        write_whole(tmp_path / "nowhere" / "a.txt", b"")


def test_a_folder_is_replaced_with_all_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    write_folder(folder, {"a.txt": b"1", "b/c.txt": b"2"})
    write_folder(folder, {"a.txt": b"3"})

    assert sorted(path.name for path in folder.iterdir()) == [MARK, "a.txt"]
    assert (folder / "a.txt").read_bytes() == b"3"
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(InputError, match="holds something else"):
        write_folder(tmp_path, {"a.txt": b""})

    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_the_longest_extension_decides() -> None:
    assert form_of(Path("program.sssom.tsv"), ["tsv", "sssom.tsv"], "csv") == "sssom.tsv"
    assert form_of(Path("-"), ["tsv"], "tsv") == "tsv"


def test_an_unknown_extension_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnsupportedError, match=r"'a\.doc'.*pdf, svg"):
        form_of(Path("a.doc"), ["svg", "pdf"], "svg")


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1"])
def test_no_cell_is_a_formula_to_a_spreadsheet(formula: str) -> None:
    finding = Finding(code="bad", severity=Severity.ERROR, message="wrong", value=formula, row=2)
    *_, value, message, _, _ = to_tsv(Report([finding])).decode().splitlines()[1].split("\t")

    assert (value, message) == (f"'{formula.strip()}", "wrong")
    assert tab_separated([(formula, -0.5)]).decode() == f"'{formula.strip()}\t-0.5\n"


@pytest.mark.parametrize(("errors", "offered"), [(SHOWN, False), (SHOWN + 1, True)])
def test_where_all_findings_are_is_said_as_soon_as_one_has_no_line(
    errors: int, offered: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each stands in a file of its own, so that no two share a line."""
    found = (Finding(code="odd", severity=Severity.ERROR, message="odd", file=f"{one}.csv") for one in range(errors))
    show(Report(found))

    assert ("All of them go to a file with --report FILE.tsv" in capsys.readouterr().err) is offered
