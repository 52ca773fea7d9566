"""A partnership's folder: everything in it, or every reason why not."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import InputError, MissingFileError, RefusedError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.namespaces import CETERMS, LW
from ontology.records import Competency, Credential, Occupation, Partnership, Release, SkillRequirement
from ontology.report import Severity
from ontology.store import KnowledgeBase
from ontology.triples import from_graph
from standards.frameworks import frameworks, read_framework
from standards.imports import import_release
from standards.matching import Index
from standards.sources.partnership import read_partnership

BASE = "http://localhost:8000/id"


@pytest.fixture(scope="module")
def base(project: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        yield base


@pytest.fixture(scope="module")
def release(base: KnowledgeBase) -> Release:
    return base.release("power-generation")


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(project / "examples/power-generation", tmp_path / "panel"))


def refusal(folder: Path) -> list[tuple[str, str, int | None, str]]:
    with pytest.raises(RefusedError) as refused:
        read_partnership([folder], Identifiers())
    errors = refused.value.report.of(Severity.ERROR)
    assert errors
    assert all(finding.remedy for finding in errors)
    return [(finding.file, finding.column, finding.row, finding.value) for finding in errors]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (LW.SkillRequirement, 415),
        (LW.LearningOutcome, 92),
        (LW.WageObservation, 34),
        (CETERMS.Occupation, 18),
        (CETERMS.Credential, 10),
        (CETERMS.LearningProgram, 3),
        (CETERMS.Course, 28),
    ],
)
def test_nothing_is_lost(base: KnowledgeBase, release: Release, kind: str, count: int) -> None:
    assert len(list(base.rows(f"SELECT ?s {{ ?s a <{kind}> }}", [release.iri]))) == count


def test_records_come_back(base: KnowledgeBase, release: Release) -> None:
    graph = base.graph(release)
    operator = from_graph(graph, Occupation, f"{BASE}/onet/51-8013.00")
    lockout = from_graph(graph, Competency, f"{BASE}/power-generation/PG-SAF-03")
    need = from_graph(graph, SkillRequirement, f"{BASE}/power-generation/requirement/47-2061.00/PG-SAF-01")
    nerc = from_graph(graph, Credential, f"{BASE}/credential/nerc-system-operator")
    panel = from_graph(graph, Partnership, f"{BASE}/partnership/power-generation")

    assert (operator.label.value, operator.entry, operator.training_months) == ("Power Plant Operators", False, 36)
    assert lockout.label.value == "Lockout/Tagout"
    assert lockout.in_scheme == (f"{BASE}/framework/power-generation",)
    assert (need.importance, need.level, need.relation) == (4.5, 2.5, str(LW.Essential))
    assert nerc.required_for == (f"{BASE}/onet/51-8012.00",)
    assert (len(panel.members), len(panel.occupations), panel.fictional) == (10, 18, True)


def test_other_names_of_competencies_are_read_and_matched(folder: Path) -> None:
    (table,) = folder.rglob("competencies.csv")
    header, *rows = table.read_text(encoding="utf-8").splitlines()
    more = [
        f'{row},"{"jigger duty; Windlass watch | jigger duty" if row.startswith("PG-SAF-03") else ""}"' for row in rows
    ]
    table.write_text("\n".join([f"{header},Also known as", *more]), encoding="utf-8")

    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [folder])
        lockout = from_graph(
            base.graph(base.release("power-generation")), Competency, f"{BASE}/power-generation/PG-SAF-03"
        )
        ((found, *_),) = Index.of(read_framework(base, "power-generation")).match(["windlass watch"])

    assert [name.value for name in lockout.alt_labels] == ["Windlass watch", "jigger duty"]
    assert (found.iri, found.matched) == (lockout.iri, "Windlass watch")


def test_what_is_of_others_is_credited_to_them(base: KnowledgeBase, release: Release) -> None:
    said = str(release.attribution)
    sources = {
        source for (source,) in base.rows("SELECT ?s { ?w a lw:WageObservation; dcterms:source ?s }", [release.iri])
    }
    wages = base.rows("SELECT ?w { ?w a lw:WageObservation; dcterms:source ?s }", [release.iri])

    assert "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025" in said
    assert "USDOL/ETA" in said
    assert "CC BY 4.0" in said
    assert {source.partition(",")[0] for source in sources} == {"BLS Occupational Employment and Wage Statistics"}
    assert len(list(wages)) == 34


def test_an_attribution_need_not_be_given(folder: Path) -> None:
    path = folder / "partnership.toml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("attribution")), encoding="utf-8")

    assert read_partnership([folder], Identifiers()).release.attribution is None


def test_every_list_is_a_framework(base: KnowledgeBase) -> None:
    names = frameworks(base)

    assert {name: len(read_framework(base, name)) for name in names} == {
        "basalt-ridge-energy": 48,
        "larkspur-plateau-wind": 49,
        "power-generation": 74,
        "stillwater-bend-hydro": 47,
        "tamarack-pud": 46,
    }


def test_the_declaration_stands_for_its_folder(folder: Path) -> None:
    delivery = read_partnership([folder / "partnership.toml"], Identifiers(), version="2026")

    assert (delivery.release.source, delivery.release.version) == ("power-generation", "2026")


def test_names_every_bad_cell_of_every_file(folder: Path) -> None:
    edit(folder / "occupations.csv", "47-2061.00,Construction Laborers", "47-2061,Construction Laborers")
    edit(folder / "requirements.csv", "47-2061.00,PG-SAF-02,4.5", "47-2061.00,PG-SAF-99,4.5")
    edit(folder / "wages.csv", "0000000,National,11-3051", "US,National,11-3051")
    edit(folder / "credentials.csv", "PG-SAF-01 | PG-SAF-02,", "PG-SAF-01 | PG-NEW-01,")
    edit(folder / "firms/stillwater-bend-hydro.csv", "dead,4,2", "dead,4,12")
    edit(folder / "colleges/basin-rim-instrumentation.csv", "ICT 110,Industrial", ",Industrial")

    found = refusal(folder)

    assert ("occupations.csv", "code", 2, "47-2061") in found
    assert ("requirements.csv", "competency", 3, "PG-SAF-99") in found
    assert ("wages.csv", "area_code", 3, "US") in found
    assert ("stillwater-bend-hydro.csv", "Level (1-5)", 2, "12") in found
    assert ("basin-rim-instrumentation.csv", "Course No.", 2, "") in found
    assert any(file == "credentials.csv" and column == "attests" for file, column, _, _ in found)


def test_bad_rows_can_be_left_out(folder: Path) -> None:
    edit(folder / "firms/stillwater-bend-hydro.csv", "dead,4,2", "dead,4,12")
    edit(folder / "colleges/basin-rim-instrumentation.csv", "ICT 110,Industrial", ",Industrial")

    delivery = read_partnership([folder], Identifiers(), skip_bad_rows=True)

    assert [f.row for f in delivery.report.of(Severity.WARNING)] == [2, 2]
    kept = {file.name: file.rows - file.kept for one in (delivery, *delivery.beside) for file in one.files}
    assert (kept["stillwater-bend-hydro.csv"], kept["basin-rim-instrumentation.csv"]) == (1, 1)


def test_names_a_declared_file_that_is_missing(folder: Path) -> None:
    (folder / "wages.csv").unlink()

    assert refusal(folder) == [("wages.csv", "", None, "")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'slug = "power-generation"',
            'slug = "Power Generation"',
            "slug: cannot be part of an address ('Power Generation'). Write 'power-generation', or other small ",
        ),
        (
            'role = "convener"',
            'role = "boss"',
            "organizations.role (entry 1): is not known ('boss'). Write 'firm', 'union', ",
        ),
        (
            "fictional = true",
            "ficticious = true",
            "ficticious: is not a known key ('True'). Write fictional if that is meant, or take it out",
        ),
        (
            "[agreement]",
            "[quorum]",
            "quorum: is not a known key (\"{'firms': 3, 'employment': 0.6, 'unions': 'all'}\"). Write [agreement] if ",
        ),
        (
            'state = "Washington"',
            "zip = 3",
            "region.zip: is not a known key ('3'). Take it out; the keys there are name, state, country, ",
        ),
        (
            'oews_area = "5300000"',
            'oews_area = "WA"',
            "region.oews_area: cannot be read ('WA'). Write the seven digits ",
        ),
        (
            'license = "https://creativecommons.org/licenses/by/4.0/"',
            'license = "CC BY"',
            "license: cannot be read ('CC BY'). Write a web address, for instance ",
        ),
        (
            "fictional = true",
            'fictional = "no way"',
            "fictional: is not true or false ('no way'). Write true or false, ",
        ),
        ("attribution = ", "atribution = ", "atribution: is not a known key ('Wages: U.S. Bureau"),
        ("fictional = true", "version = 2", "version: is not text ('2'). Put it between quotation marks"),
        ('name = "Electric power generation"', "", 'industry.name: is missing. Write name = "..."'),
        ("[region]", "[[region]]", "region: is not a table ("),
    ],
)
def test_names_a_wrong_key_of_the_declaration(folder: Path, old: str, new: str, said: str) -> None:
    edit(folder / "partnership.toml", old, new)

    with pytest.raises(RefusedError) as refused:
        read_partnership([folder], Identifiers())

    (finding,) = refused.value.report
    assert str(finding).startswith(f"error: partnership.toml, {said}")


@pytest.mark.parametrize("naics", ['["2211", { code = "221111", title = "Hydro" }]', "[2211, 221111]"])
def test_an_industry_may_be_its_code_alone(folder: Path, naics: str) -> None:
    path = folder / "partnership.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"naics = \[.*?\n\]", f"naics = {naics}", text, flags=re.DOTALL), encoding="utf-8")

    read = read_partnership([folder], Identifiers())

    told = [piece for piece in read.triples if b"industryType" in piece]
    assert re.findall(rb'industryType> "(\d+)"', b"".join(told)) == [b"2211", b"221111"]


def test_a_place_has_one_address_whoever_speaks_of_it(base: KnowledgeBase, release: Release) -> None:
    ours = base.rows("SELECT ?r ?kind { ?r a lw:Region; lw:regionKind ?kind }", [release.iri])

    assert sorted(ours) == [(f"{BASE}/region/0000000", "national"), (f"{BASE}/region/5300000", "state")]


def test_jobs_without_latin_letters_are_told_apart(folder: Path) -> None:
    jobs = "Job,Skill\n看護師,Weld\n医師,Braze\n"
    (folder / "firms/stillwater-bend-hydro.csv").write_text(jobs, encoding="utf-8")

    lists = read_partnership([folder], Identifiers()).beside
    triples = b"".join(piece for one in lists for piece in one.triples)

    assert len(set(re.findall(rb"^<(\S+/stillwater-bend-hydro/job/[0-9a-f]{8})>", triples, re.MULTILINE))) == 2


def test_says_what_is_no_partnership(folder: Path, tmp_path: Path) -> None:
    (folder / "partnership.toml").write_text("name = \n", encoding="utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/list.csv").write_text("a\n", encoding="utf-8")

    with pytest.raises(UnreadableError):
        read_partnership([folder], Identifiers())
    with pytest.raises(MissingFileError, match=r"partnership\.toml"):
        read_partnership([tmp_path / "other"], Identifiers())
    with pytest.raises(InputError):
        read_partnership([tmp_path / "nowhere"], Identifiers())


def test_codes_are_not_judged_by_a_table_with_errors(folder: Path) -> None:
    path = folder / "occupations.csv"
    header, first, *_ = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{header}\n{first}\n{first[:10]}", encoding="utf-8")
    with pytest.raises(RefusedError) as refused, KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [folder])

    report = refused.value.report
    assert {(f.code, f.file) for f in report.of(Severity.ERROR)} == {("short-row", "occupations.csv")}
    assert [f.file for f in report.of(Severity.UNKNOWN) if f.code == "not-judged"] == ["occupations.csv"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("slug = power-generation", "'slug = power-generation'; put straight quotes around the text"),
        ('slug = "power-generation', "'slug = \"power-generation': Illegal character"),
        *(
            (f"left = {day}", f"'left = {day}', which is no day; write year, month and day, without quotation marks")
            for day in ("2026-13-45", "2026-02-30", "22.11.2026", "11/22/2026", "Nov 22")
        ),
    ],
)
def test_a_declaration_that_is_no_toml_is_answered_with_its_line(folder: Path, line: str, said: str) -> None:
    edit(folder / "partnership.toml", 'slug = "power-generation"', line)

    with pytest.raises(UnreadableError) as unreadable:
        read_partnership([folder], Identifiers())

    assert f"partnership.toml cannot be read: line 5 is {said}" in str(unreadable.value)


def test_files_of_strangers_are_refused_with_the_member_that_may_be_meant(project: Path, tmp_path: Path) -> None:
    panel = Path(shutil.copytree(project / "examples/power-generation", tmp_path / "panel"))
    declared = (panel / "partnership.toml").read_text(encoding="utf-8")
    misspelled = declared.replace("tamarack-pud = ", "tamarck-pud = ")
    unknown = misspelled.replace('college = "basin-rim-technical-college"', 'college = "x"')
    (panel / "partnership.toml").write_text(unknown, encoding="utf-8")
    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError) as raised:
        import_release(base, "partnership", [panel])

    assert [(f.code, f.column, f.value, f.remedy) for f in raised.value.report] == [
        (
            "unknown-member",
            "files.firms",
            "tamarck-pud",
            "Write 'tamarack-pud' if that is meant, or add the organization there",
        ),
        ("unknown-member", "files.programs.college", "x", "Add the organization there"),
    ]


def test_steps_that_advisers_would_sign_are_said_to_be_kept_for_comparison(folder: Path) -> None:
    found = [f for f in read_partnership([folder], Identifiers()).report if f.file == "lines.csv"]

    assert [(f.code, f.severity) for f in found] == [("not-read", Severity.INFO)]
    assert "kept for comparison with the computed ladder" in found[0].message

    (folder / "lines.csv").unlink()
    assert refusal(folder) == [("lines.csv", "", None, "")]


@pytest.mark.parametrize("skip_bad_rows", [False, True])
def test_an_empty_list_of_a_firm_is_refused_and_the_former_one_stays(folder: Path, *, skip_bad_rows: bool) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [folder])
        before = {one.iri: base.files(one) for one in base.releases()}
        listed = folder / "firms/stillwater-bend-hydro.csv"
        listed.write_text(listed.read_text(encoding="utf-8").partition("\n")[0], encoding="utf-8")
        with pytest.raises(RefusedError, match="no skill below its header"):
            import_release(base, "partnership", [folder], skip_bad_rows=skip_bad_rows)

        assert {one.iri: base.files(one) for one in base.releases()} == before
