"""Importing: every source has its reader, and what is stored says which files it came from."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from ontology.errors import NotFoundError, RefusedError
from ontology.report import Severity
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.sources.readers import SOURCES, reader_of

OCCUPATIONS = "O*NET-SOC Code\tTitle\tDescription\n11-1011.00\t{title}\tx\n"


def release(folder: Path, title: str = "Chiefs") -> Path:
    folder.mkdir()
    (folder / "Occupation Data.txt").write_text(OCCUPATIONS.format(title=title))
    (folder / "Job Zones.txt").write_text("O*NET-SOC Code\tJob Zone\n11-1011.00\t5\n")
    return folder


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_has_a_reader(source: str) -> None:
    assert callable(reader_of(source))


def test_an_unknown_source_is_answered_with_those_there_are() -> None:
    with KnowledgeBase.in_memory() as base, pytest.raises(NotFoundError, match=r"no source 'x'; there are onet, esco"):
        import_release(base, "x", [])


def test_the_same_files_are_read_once_and_changed_ones_again(tmp_path: Path) -> None:
    first, changed = release(tmp_path / "db_29_3"), release(tmp_path / "new_29_3", "Heads")
    with KnowledgeBase.in_memory() as base:
        assert not import_release(base, "onet", [first]).again
        assert import_release(base, "onet", [first]).again
        assert not import_release(base, "onet", [first], version="29.4").again
        assert not import_release(base, "onet", [changed]).again
        assert [r.version for r in base.releases()] == ["29.3", "29.4"]


SKILLS = "Job,Skill,Level\nHelper,Weld,2\nHelper,Braze,{level}\n"
PROGRAM = "Course,Outcomes\nW 1,Weld pipes\n"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_same_file_of_ones_own_is_read_once(project: Path, tmp_path: Path) -> None:
    panel = project / "examples/power-generation"
    own = {
        "partnership": [panel, panel / "partnership.toml"],
        "sheet": [written(tmp_path / "list.csv", SKILLS.format(level=3))],
        "program": [written(tmp_path / "program.csv", PROGRAM)],
    }
    with KnowledgeBase.in_memory() as base:
        for source, paths in own.items():
            first = import_release(base, source, paths[:1])
            again = [import_release(base, source, [path]) for path in paths]
            assert not first.again
            assert [(done.again, done.release.iri) for done in again] == [(True, first.release.iri)] * len(paths)
        assert [release.source for release in base.releases()] == [
            "employment-power-generation",
            "outcomes-power-generation",
            "power-generation",
            "program-program",
            "sheet-basalt-ridge-energy",
            "sheet-larkspur-plateau-wind",
            "sheet-list",
            "sheet-stillwater-bend-hydro",
            "sheet-tamarack-pud",
        ]


def test_another_reader_reads_the_same_file_again(tmp_path: Path) -> None:
    both = written(tmp_path / "both.csv", "Course,Outcomes,Skill\nW 1,Weld pipes,Weld\n")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "sheet", [both])
        assert not import_release(base, "program", [both]).again


def test_bad_rows_that_were_skipped_are_judged_again(tmp_path: Path) -> None:
    listed = written(tmp_path / "list.csv", SKILLS.format(level=12))
    with KnowledgeBase.in_memory() as base:
        assert not import_release(base, "sheet", [listed], skip_bad_rows=True).again
        assert import_release(base, "sheet", [listed], skip_bad_rows=True).again
        with pytest.raises(RefusedError):
            import_release(base, "sheet", [listed])
        (stored,) = base.releases()
        assert (stored.reader, stored.skipped_bad_rows) == ("sheet", True)


def test_releases_with_a_file_in_common_describe_it_each(tmp_path: Path) -> None:
    old, new = release(tmp_path / "db_29_2"), release(tmp_path / "db_29_3", "Heads")
    with KnowledgeBase.in_memory() as base:
        stored = [import_release(base, "onet", [path]).release for path in (old, new)]
        zones = [base.files(found)[0] for found in stored]

    assert [(file.name, file.rows, file.kept) for file in zones] == [("Job Zones.txt", 1, 1)] * 2
    assert zones[0].sha256 == zones[1].sha256
    assert zones[0].iri != zones[1].iri


def test_a_table_that_is_much_shorter_than_the_stored_one_is_a_warning(tmp_path: Path) -> None:
    first, second, third = (release(tmp_path / f"{n}_29_3", f"Title {n}") for n in range(3))
    codes = [f"11-2{n}1.00" for n in range(10, 20)]
    listed = "".join(f"{code}\tChiefs\tx\n" for code in ["11-1011.00", *codes])
    written(first / "Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription\n" + listed)
    with KnowledgeBase.in_memory() as base:
        whole = import_release(base, "onet", [first]).report
        newer = import_release(base, "onet", [third], version="29.4").report
        (warned,) = import_release(base, "onet", [second]).report.of(Severity.WARNING)

    assert not whole.of(Severity.WARNING)
    assert not newer.of(Severity.WARNING)
    assert (warned.code, warned.file) == ("fewer-rows", "Occupation Data.txt")
    assert warned.message == "1 row of it is imported; the stored onet 29.3 had 11 rows"


def test_a_published_file_is_not_lost_because_another_one_is_imported(tmp_path: Path) -> None:
    first, second = release(tmp_path / "db_29_3"), release(tmp_path / "again_29_3")
    (second / "Job Zones.txt").unlink()
    with KnowledgeBase.in_memory() as base:
        before = import_release(base, "onet", [first]).release
        with pytest.raises(RefusedError) as raised:
            import_release(base, "onet", [second])
        assert [found.iri for found in base.releases()] == [before.iri]
        base.remove([before])
        assert import_release(base, "onet", [second]).release.version == "29.3"

    (error,) = raised.value.report.of(Severity.ERROR)
    assert (error.code, error.file) == ("missing-file", "Job Zones.txt")
    assert error.message == "the stored onet 29.3 had this file, with 1 row, and this import lacks it"
    assert error.remedy == (
        'Name all files of onet 29.3 in one command, or take the stored ones out first: ladderworks remove "onet@29.3"'
    )


def test_a_partnership_may_drop_a_file(project: Path, tmp_path: Path) -> None:
    panel = Path(copytree(project / "examples/power-generation", tmp_path / "panel"))
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [panel])
        declared = (panel / "partnership.toml").read_text(encoding="utf-8")
        (panel / "wages.csv").unlink()
        written(panel / "partnership.toml", re.sub(r"(?m)^wages = .*\n", "", declared))
        warned = import_release(base, "partnership", [panel]).report.of(Severity.WARNING)

    assert [(finding.code, finding.file) for finding in warned] == [("missing-file", "wages.csv")]


def test_a_table_that_is_a_little_shorter_is_none(tmp_path: Path) -> None:
    rows = [f"Helper,Weld {n},2\n" for n in range(10)]
    with KnowledgeBase.in_memory() as base:
        for count, warned in ((10, 0), (8, 0), (6, 1)):
            path = written(tmp_path / "list.csv", "Job,Skill,Level (1-5)\n" + "".join(rows[:count]))
            assert len(import_release(base, "sheet", [path]).report.of(Severity.WARNING)) == warned


def test_an_import_tells_its_steps(tmp_path: Path) -> None:
    told: list[str] = []
    with KnowledgeBase.in_memory() as base:
        done = import_release(base, "onet", [release(tmp_path / "db_29_3")], tell=told.append)
        count = len(base.graph(done.release))

    assert told[0] == "reading"
    assert told[-1] == f"storing, the last of {count:,} triples"
    assert set(told[1:-1]) == {f"storing, {count:,} triples so far"}
