"""Codes of occupations: which there are, with and without stored releases, and what is proposed for one that is not."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest

from ontology.errors import RefusedError
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.sources.occupation_codes import OWN_OF_OEWS, OccupationCodes

OCCUPATIONS = """O*NET-SOC Code\tTitle\tDescription
51-8013.00\tPower Plant Operators\tx
51-8013.04\tHydroelectric Plant Technicians\tx
11-3051.06\tHydroelectric Production Managers\tx
99-1234.00\tOperators of Tomorrow\tx
"""


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


@pytest.fixture
def panel(project: Path, tmp_path: Path) -> Path:
    return Path(copytree(project / "examples/power-generation", tmp_path / "panel"))


def onet(base: KnowledgeBase, folder: Path) -> None:
    """Store a small release of O*NET."""
    folder.mkdir()
    (folder / "Occupation Data.txt").write_text(OCCUPATIONS, encoding="utf-8")
    import_release(base, "onet", [folder], "29.3")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def refused(base: KnowledgeBase, source: str, path: Path) -> list[Finding]:
    before = base.releases()
    with pytest.raises(RefusedError) as raised:
        import_release(base, source, [path])
    assert base.releases() == before
    return raised.value.report.of(Severity.ERROR)


@pytest.mark.parametrize("code", ["47-2016.00", "12-3456.00", "99-9999.00", "51-8310.04", "49-9999.00"])
def test_a_code_that_is_none_is_refused_without_any_release(base: KnowledgeBase, panel: Path, code: str) -> None:
    edit(panel / "occupations.csv", "47-2061.00", code)

    finding, *others = refused(base, "partnership", panel)

    assert others == []
    assert (finding.code, finding.file, finding.row, finding.column) == ("unknown-code", "occupations.csv", 2, "code")
    assert finding.value == code
    assert finding.message == "is no code of an occupation in the SOC of 2018"
    assert finding.remedy.endswith("ook the code up on onetonline.org")


def test_the_code_that_was_meant_is_proposed(base: KnowledgeBase, panel: Path) -> None:
    edit(panel / "occupations.csv", "47-2061.00", "47-2016.00")

    (finding,) = refused(base, "partnership", panel)

    assert "47-2061.00 (Construction Laborers)" in finding.remedy


def test_wages_and_firms_lists_are_judged_too(base: KnowledgeBase, panel: Path) -> None:
    edit(panel / "wages.csv", "11-3051", "11-3501")
    edit(panel / "firms/stillwater-bend-hydro.csv", "49-9041", "49-9401")

    findings = refused(base, "partnership", panel)

    assert {(f.code, f.file, f.column, f.value) for f in findings} == {
        ("unknown-code", "wages.csv", "soc_code", "11-3501"),
        ("unknown-code", "stillwater-bend-hydro.csv", "SOC code", "49-9401.00"),
    }


def test_a_lone_list_is_judged_too(base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Job,SOC code,Skill\nOperator,51-8103,Watch\n,,Write\n", encoding="utf-8")

    finding, *_ = refused(base, "sheet", path)

    assert (finding.row, finding.column, finding.value) == (2, "SOC code", "51-8103")
    assert "51-8013 (Power Plant Operators)" in finding.remedy


def test_details_can_be_told_only_with_onet(base: KnowledgeBase, panel: Path, tmp_path: Path) -> None:
    untold = import_release(base, "partnership", [panel]).report.of(Severity.UNKNOWN)
    onet(base, tmp_path / "onet")
    told = import_release(base, "partnership", [panel]).report.of(Severity.UNKNOWN)
    judged_again = not import_release(base, "partnership", [panel]).again
    edit(panel / "occupations.csv", "11-3051.06", "11-3051.07")
    (finding,) = refused(base, "partnership", panel)

    assert ("occupations.csv", "code", "11-3051.06, 51-8013.04") in [(f.file, f.column, f.value) for f in untold]
    assert told == []
    assert not judged_again
    assert (finding.row, finding.value) == (17, "11-3051.07")
    assert finding.message == "is no code of an occupation in the SOC of 2018, onet 29.3"
    assert "11-3051.06 (Hydroelectric Production Managers)" in finding.remedy


def test_a_newer_release_makes_codes_known(base: KnowledgeBase, panel: Path, tmp_path: Path) -> None:
    edit(panel / "occupations.csv", "47-2061.00", "99-1234.00")
    edit(panel / "requirements.csv", "47-2061.00", "99-1234.00")
    edit(panel / "credentials.csv", "47-2061.00", "99-1234.00")
    refused(base, "partnership", panel)
    onet(base, tmp_path / "onet")

    assert import_release(base, "partnership", [panel]).release.source == "power-generation"


def test_rows_with_unknown_codes_can_be_left_out(base: KnowledgeBase, panel: Path) -> None:
    edit(panel / "wages.csv", "11-3051", "11-3501")
    done = import_release(base, "partnership", [panel], skip_bad_rows=True)
    rows = {file.name: (file.rows, file.kept) for file in base.files(done.release)}

    assert [f.value for f in done.report.of(Severity.WARNING)] == ["11-3501", "11-3501"]
    assert rows["wages.csv"] == (32, 30)


@pytest.mark.parametrize("code", ["51-2028", "00-0000", "51-8000", "51-0000", "51-8010", "55-3016"])
def test_groups_and_occupations_of_oews_are_known(code: str) -> None:
    assert OccupationCodes.bundled().knows(code)


def test_the_bundled_codes_are_those_of_the_published_files(
    data: Path, needs: Callable[[Path], Path], base: KnowledgeBase
) -> None:
    soc = needs(data / "crosswalks/soc_2018")
    wages = needs(data / "wages/oews_may2025_national_cross_industry.csv")
    import_release(base, "soc", [soc])
    bundled = OccupationCodes.bundled()
    published = OccupationCodes.stored(base)

    assert {code for code in bundled.soc if code not in published.soc} == set()
    assert len(bundled.soc) == 867 + len(OWN_OF_OEWS)
    assert {c for c in published.soc if not c.endswith("0")} <= set(bundled.soc)
    assert {code: published.soc[code] for code in bundled.soc} == bundled.soc
    import_release(base, "oews", [wages])
    assert {code for code in OccupationCodes.stored(base).soc if not bundled.knows(code)} == set()
