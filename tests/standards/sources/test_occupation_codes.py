"""Codes of occupations: which there are, with and without stored releases, and what is proposed for one that is not."""

from collections.abc import Callable, Iterator, Mapping
from csv import DictReader
from pathlib import Path
from shutil import copytree
from types import MappingProxyType

import pytest

from ontology.errors import RefusedError
from ontology.namespaces import SKOS
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.sources.occupation_codes import OWN_OF_OEWS, OccupationCodes
from standards.sources.publication import new_release


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


@pytest.fixture
def panel(project: Path, tmp_path: Path) -> Path:
    return Path(copytree(project / "examples/power-generation", tmp_path / "panel"))


def onet(base: KnowledgeBase, folder: Path, panel: Path, more: Mapping[str, str] = MappingProxyType({})) -> None:
    """Store a release of O*NET that has the occupations of the example, and some more."""
    folder.mkdir()
    rows = DictReader((panel / "occupations.csv").read_text(encoding="utf-8").splitlines())
    titles = {row["code"]: row["title"] for row in rows} | dict(more)
    lines = ["O*NET-SOC Code\tTitle\tDescription", *(f"{code}\t{title}\tx" for code, title in titles.items())]
    (folder / "Occupation Data.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
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


def test_without_a_release_that_tells_codes_are_taken_as_they_are(base: KnowledgeBase, panel: Path) -> None:
    edit(panel / "wages.csv", "11-3051", "11-3501")
    done = import_release(base, "partnership", [panel])

    (untold,) = done.report.of(Severity.UNKNOWN)
    assert (untold.code, untold.file, untold.column) == ("unknown-code", "occupations.csv", "code")
    assert untold.value == "11-3051.00 and 17 more"
    assert untold.remedy == "Import O*NET, and then this again, to have them judged"


def test_a_lone_list_says_that_its_codes_were_not_judged(base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Job,SOC code,Skill\nOperator,51-8103,Watch\n,,Write\n", encoding="utf-8")
    (untold,) = import_release(base, "sheet", [path]).report.of(Severity.UNKNOWN)

    assert (untold.file, untold.column, untold.value) == ("list.csv", "SOC code", "51-8103")


def soc(base: KnowledgeBase, panel: Path) -> None:
    """Store a release of the SOC that has the six-digit codes of the example, and no finer ones."""
    rows = DictReader((panel / "occupations.csv").read_text(encoding="utf-8").splitlines())
    graph = "".join(
        f'<http://x/{n}> <{SKOS.notation}> "{row["code"][:7]}" .\n<http://x/{n}> <{SKOS.prefLabel}> "x"@en .\n'
        for n, row in enumerate(rows)
    )
    release = new_release(base.identifiers, "soc", "2018", "SOC")
    base.replace(release, [], [graph.encode()])


def test_finer_codes_of_a_firm_alone_are_said_to_be_unjudged(base: KnowledgeBase, panel: Path) -> None:
    soc(base, panel)
    lists = panel / "firms/stillwater-bend-hydro.csv"
    edit(lists, "49-9041.00", "51-8013.07")

    findings = import_release(base, "partnership", [panel]).report.of(Severity.UNKNOWN)

    assert [(f.file, f.column) for f in findings] == [
        ("occupations.csv", "code"),
        ("stillwater-bend-hydro.csv", "SOC code"),
    ]
    assert findings[1].value == "51-8013.07"
    assert findings[0].remedy == findings[1].remedy


def test_finer_codes_that_are_the_panel_s_own_are_said_once(base: KnowledgeBase, panel: Path) -> None:
    soc(base, panel)
    own = "51-8013.04"
    assert own in (panel / "occupations.csv").read_text(encoding="utf-8")
    edit(panel / "firms/stillwater-bend-hydro.csv", "49-9041.00", own)

    findings = import_release(base, "partnership", [panel]).report.of(Severity.UNKNOWN)

    assert [f.file for f in findings] == ["occupations.csv"]


@pytest.mark.parametrize("code", ["47-2016.00", "12-3456.00", "99-9999.00", "51-8310.04", "49-9999.00"])
def test_a_code_that_is_none_is_refused(base: KnowledgeBase, panel: Path, tmp_path: Path, code: str) -> None:
    onet(base, tmp_path / "onet", panel)
    edit(panel / "occupations.csv", "47-2061.00", code)

    finding, *others = refused(base, "partnership", panel)

    assert others == []
    assert (finding.code, finding.file, finding.row, finding.column) == ("unknown-code", "occupations.csv", 2, "code")
    assert finding.value == code
    assert finding.message == "is no code of an occupation in onet 29.3"
    assert finding.remedy.endswith("ook the code up on onetonline.org")


def test_the_code_that_was_meant_is_proposed(base: KnowledgeBase, panel: Path, tmp_path: Path) -> None:
    onet(base, tmp_path / "onet", panel)
    edit(panel / "occupations.csv", "47-2061.00", "47-2016.00")

    (finding,) = refused(base, "partnership", panel)

    assert "47-2061.00 (Construction Laborers)" in finding.remedy


def test_wages_and_firms_lists_are_judged_too(base: KnowledgeBase, panel: Path, tmp_path: Path) -> None:
    onet(base, tmp_path / "onet", panel)
    edit(panel / "wages.csv", "11-3051", "11-3501")
    edit(panel / "firms/stillwater-bend-hydro.csv", "49-9041", "49-9401")

    findings = refused(base, "partnership", panel)

    assert {(f.code, f.file, f.column, f.value) for f in findings} == {
        ("unknown-code", "wages.csv", "soc_code", "11-3501"),
        ("unknown-code", "stillwater-bend-hydro.csv", "SOC code", "49-9401.00"),
    }


def test_a_lone_list_is_judged_too(base: KnowledgeBase, panel: Path, tmp_path: Path) -> None:
    onet(base, tmp_path / "onet", panel)
    path = tmp_path / "list.csv"
    path.write_text("Job,SOC code,Skill\nOperator,51-8103,Watch\n,,Write\n", encoding="utf-8")

    finding, *_ = refused(base, "sheet", path)

    assert (finding.row, finding.column, finding.value) == (2, "SOC code", "51-8103")
    assert "51-8013 (Power Plant Operators)" in finding.remedy


def test_what_came_before_onet_is_judged_when_imported_again(base: KnowledgeBase, panel: Path, tmp_path: Path) -> None:
    untold = import_release(base, "partnership", [panel]).report.of(Severity.UNKNOWN)
    onet(base, tmp_path / "onet", panel)
    told = import_release(base, "partnership", [panel])
    edit(panel / "occupations.csv", "11-3051.06", "11-3051.07")
    (finding,) = refused(base, "partnership", panel)

    assert len(untold) == 1
    assert not told.again
    assert told.report.of(Severity.UNKNOWN) == []
    assert (finding.row, finding.value) == (17, "11-3051.07")
    assert "11-3051.06 (Hydroelectric Production Managers)" in finding.remedy


def test_a_newer_release_makes_codes_known(base: KnowledgeBase, panel: Path, tmp_path: Path) -> None:
    onet(base, tmp_path / "old", panel)
    for name in ("occupations", "requirements", "credentials", "tasks"):
        edit(panel / f"{name}.csv", "47-2061.00", "99-1234.00")
    refused(base, "partnership", panel)
    onet(base, tmp_path / "new", panel, {"47-2061.00": "Construction Laborers"})

    assert import_release(base, "partnership", [panel]).release.source == "power-generation"


def test_a_title_that_has_nothing_to_do_with_its_code_is_a_warning(
    base: KnowledgeBase, panel: Path, tmp_path: Path
) -> None:
    onet(base, tmp_path / "onet", panel)
    edit(panel / "occupations.csv", "47-2061.00,Construction Laborers", "47-2061.00,Welders")
    done = import_release(base, "partnership", [panel])

    (warned,) = done.report.of(Severity.WARNING)
    assert (warned.code, warned.file, warned.row, warned.value) == ("other-title", "occupations.csv", 2, "Welders")
    assert warned.message == "shares no word with what 47-2061.00 is called in onet 29.3: 'Construction Laborers'"


def test_rows_with_unknown_codes_can_be_left_out(base: KnowledgeBase, panel: Path, tmp_path: Path) -> None:
    onet(base, tmp_path / "onet", panel)
    edit(panel / "wages.csv", "11-3051", "11-3501")
    done = import_release(base, "partnership", [panel], skip_bad_rows=True)
    rows = {file.name: (file.rows, file.kept) for file in base.files(done.release)}

    assert [f.value for f in done.report.of(Severity.WARNING)] == ["11-3501", "11-3501"]
    assert rows["wages.csv"] == (34, 32)


@pytest.mark.parametrize("code", ["51-2028", "00-0000", "51-8000", "51-0000", "51-8010", "55-3016"])
def test_groups_and_occupations_of_oews_are_known_with_the_soc(
    base: KnowledgeBase, data: Path, needs: Callable[[Path], Path], code: str
) -> None:
    import_release(base, "soc", [needs(data / "crosswalks/soc_2018")])
    codes = OccupationCodes.stored(base)

    assert codes.knows(code)
    assert not codes.knows("51-8103")
    assert codes.untold(["51-8013", "51-8013.04"]) == ["51-8013.04"]


def test_the_occupations_of_oews_that_the_soc_lacks_are_those_of_its_file(
    base: KnowledgeBase, data: Path, needs: Callable[[Path], Path]
) -> None:
    import_release(base, "soc", [needs(data / "crosswalks/soc_2018")])
    before = OccupationCodes.stored(base)
    wages = needs(data / "wages/oews_may2025_national_cross_industry.csv")
    import_release(base, "oews", [wages])
    after = OccupationCodes.stored(base)

    assert {code for code in after.soc if not before.knows(code)} == set()
    assert {code: after.soc[code] for code in OWN_OF_OEWS} == OWN_OF_OEWS
