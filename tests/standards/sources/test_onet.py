"""O*NET arrives whole: the real releases row by row, and made ones with one thing wrong each."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from scipy.stats import t

from ontology.errors import InputError, MissingFileError, RefusedError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.namespaces import LW, SKOS
from ontology.records import Caution, Competency, CompetencyKind, Occupation, Release, SkillRequirement
from ontology.report import Report, Severity
from ontology.store import KnowledgeBase
from ontology.triples import from_graph
from standards.archives import Archive
from standards.cells import read_cells
from standards.imports import import_release
from standards.sources.onet import read_onet

Needs = Callable[[Path], Path]

# --- Real releases ------------------------------------------------------------------


@pytest.fixture(scope="module")
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


@pytest.fixture(scope="module")
def excel(base: KnowledgeBase, data: Path, needs: Needs) -> tuple[Release, Report]:
    done = import_release(base, "onet", [needs(data / "onet/29.3-excel")])
    return done.release, done.report


@pytest.fixture(scope="module")
def text(base: KnowledgeBase, data: Path, needs: Needs) -> Release:
    return import_release(base, "onet", [needs(data / "onet/29.0-text")]).release


RATED = "?s a lw:Rating ; lw:element ?e FILTER(STRSTARTS(STR(?e), '{element}'))"
REQUIRED = (
    "?s a lw:SkillRequirement ; lw:competency ?c FILTER(STRSTARTS(STR(?c), '{element}')) "
    "{ ?s lw:importance ?v } UNION { ?s lw:level ?v }"
)
COUNTS = {
    "Alternate Titles": ("?s skos:altLabel ?o", ""),
    "Content Model Reference": (
        "?s skos:notation ?n FILTER(REGEX(?n, '^[1-6](\\\\.[A-Za-z0-9]+)*$') && !REGEX(?n, '[.]I[0-9]') "
        "&& CONTAINS(STR(?s), CONCAT('/id/onet/', ?n)))",
        "",
    ),
    "DWA Reference": (f"?s dcterms:type <{CompetencyKind.DETAILED_WORK_ACTIVITY}>", ""),
    "IWA Reference": ("?s skos:notation ?n FILTER(REGEX(?n, 'I[0-9]+$'))", ""),
    "Education, Training, and Experience": (RATED, "(2.D|3.A)"),
    "Interests": (RATED, "1.B.1"),
    "Work Styles": (RATED, "1.C"),
    "Work Values": (RATED, "1.B.2"),
    "Knowledge": (REQUIRED, "2.C"),
    "Skills": (REQUIRED, "2.[AB]"),
    "Abilities": (REQUIRED, "1.A"),
    "Work Activities": (REQUIRED, "4.A"),
    "Job Zones": ("?s lw:jobZone ?z", ""),
    "Job Zone Reference": ("?s a lw:JobZone", ""),
    "Level Scale Anchors": ("?s a lw:LevelAnchor", ""),
    "Occupation Data": ("?s a ceterms:Occupation", ""),
    "Related Occupations": ("?s a lw:RelatedOccupation", ""),
    "Sample of Reported Titles": ("?s lw:reportedTitle ?o", ""),
    "Scales Reference": ("?s a lw:Scale", ""),
    "Task Statements": (
        "?s lw:incumbentsResponding|dcterms:type ?t FILTER(?t = lw:Task && CONTAINS(STR(?s), '/onet/task/'))",
        "",
    ),
    "Emerging Tasks": ("?s dcterms:type lw:Task FILTER(CONTAINS(STR(?s), '/onet/emerging-task/'))", ""),
    "Tasks to DWAs": ("?s lw:detailedActivity ?o", ""),
    "Technology Skills": ("?s lw:usesTechnology ?o", ""),
    "Tools Used": ("?s lw:usesTool ?o", ""),
    "Basic Interests to RIASEC": (
        "?s skos:broader ?o FILTER(CONTAINS(STR(?s), '/1.B.3.') && CONTAINS(STR(?o), '/1.B.1.'))",
        "",
    ),
}
LINKS = (
    "Abilities to Work Activities",
    "Abilities to Work Context",
    "Skills to Work Activities",
    "Skills to Work Context",
)
CATEGORIES = ("Task Categories", "Work Context Categories", "Education, Training, and Experience Categories")
CLUSTERS = "Perkins_IV_Crosswalk_Table_4_ONETs_in_Pathways"


def count(base: KnowledgeBase, release: Release, pattern: str, distinct: str = "*") -> int:
    ((found,),) = base.rows(f"SELECT (COUNT({distinct}) AS ?n) {{ {pattern} }}", [release.iri])
    return int(found)


def in_graph(base: KnowledgeBase, release: Release, table: str) -> int:
    """How many rows of a table the graph tells."""
    pattern, element = COUNTS[table]
    pattern = pattern.replace("STRSTARTS(STR(?e), '{element}')", f"REGEX(STR(?e), '/onet/{element}')")
    return count(
        base, release, pattern.replace("STRSTARTS(STR(?c), '{element}')", f"REGEX(STR(?c), '/onet/{element}')")
    )


def kept(base: KnowledgeBase, release: Release) -> dict[str, int]:
    return {Path(file.name).stem: file.kept for file in base.files(release)}


@pytest.mark.parametrize("form", ["excel", "text"])
def test_each_row_that_was_kept_is_in_the_graph(form: str, base: KnowledgeBase, request: pytest.FixtureRequest) -> None:
    found = request.getfixturevalue(form)
    release = found if isinstance(found, Release) else found[0]
    rows = kept(base, release)
    told = {table: in_graph(base, release, table) for table in COUNTS if table in rows}
    same_label = {"Alternate Titles": 2 if form == "excel" else rows["Alternate Titles"] - told["Alternate Titles"]}

    assert told == {table: rows[table] - same_label.get(table, 0) for table in told}
    assert same_label["Alternate Titles"] < 5
    assert count(base, release, "?s skos:related ?o") == sum(rows[table] for table in LINKS)
    assert count(base, release, "?s skos:broader ?o FILTER(CONTAINS(STR(?o), '/onet/scale/'))") == sum(
        rows[table] for table in CATEGORIES
    )
    assert count(base, release, "?s skos:notation ?n FILTER(CONTAINS(STR(?s), '/id/unspsc/'))") == 4262 + 830 + 172 + 35


def test_each_row_that_was_not_kept_is_in_the_report(base: KnowledgeBase, excel: tuple[Release, Report]) -> None:
    release, report = excel
    files = {file.name: file.rows - file.kept for file in base.files(release) if file.rows != file.kept}
    named = {f"{CLUSTERS}.xls": {f.row for f in report if f.file == f"{CLUSTERS}.xls" and f.code != "empty-cell"}}
    unread = {f.file for f in report if f.code == "not-read"}

    left_out = {name: missing for name, missing in files.items() if name not in unread}
    assert left_out == {f"{CLUSTERS}.xls": 405, "Work Values.xlsx": 1}
    assert len(named[f"{CLUSTERS}.xls"]) == 405
    assert unread == {
        "Interests Illustrative Activities.xlsx",
        "Interests Illustrative Occupations.xlsx",
        "Occupation Level Metadata.xlsx",
        "RIASEC Keywords.xlsx",
        "Survey Booklet Locations.xlsx",
    }
    assert not report.refused


def test_rows_are_those_of_the_files(base: KnowledgeBase, excel: tuple[Release, Report], data: Path) -> None:
    files = {file.name: file.rows for file in base.files(excel[0])}
    archive = Archive([data / "onet/29.3-excel"])

    assert (files["Skills.xlsx"], files["Knowledge.xlsx"], files["Related Occupations.xlsx"]) == (61530, 58014, 18460)
    for name in ("Tools Used.xlsx", "Emerging Tasks.xlsx"):
        assert files[name] == read_cells(archive[name]).frame.height - 1


def test_the_oddities_of_the_real_files_are_warnings(excel: tuple[Release, Report]) -> None:
    warnings = [f for f in excel[1].of(Severity.WARNING) if not f.file.startswith("Perkins")]

    assert [(f.code, f.file, f.row, f.value) for f in warnings] == [("out-of-bounds", "Work Values.xlsx", 4339, "0.0")]
    assert warnings[0].message == "is below its scale, which begins at 1; the row is left out"


def test_each_warning_says_what_becomes_of_the_row_and_what_to_do(excel: tuple[Release, Report]) -> None:
    warnings = excel[1].of(Severity.WARNING)
    out = [finding for finding in warnings if finding.message.endswith("; the row is left out")]

    assert all(finding.remedy for finding in warnings)
    assert [finding.message for finding in warnings if finding not in out] == [
        "has no title; its code stands in for it"
    ]


def test_clusters_and_their_occupations_are_there(base: KnowledgeBase, excel: tuple[Release, Report]) -> None:
    release, _ = excel
    pathways = count(base, release, "?s skos:notation ?n FILTER(CONTAINS(STR(?s), '/onet/cluster/'))")
    placed = count(base, release, "?s lw:careerCluster ?o")

    assert pathways + placed == kept(base, release)[CLUSTERS]
    assert count(base, release, "?s lw:careerCluster/skos:broader ?o . ?s a ceterms:Occupation") == placed


@pytest.mark.parametrize(
    ("occupation", "pathway"),
    [
        ("29-1141.00", "8.1"),  # registered nurses were 29-1111.00
        ("49-9071.00", "13.3"),  # maintenance and repair workers, general, were 49-9042.00
        ("11-3071.00", "16.1"),  # transportation, storage, and distribution managers were there by their special forms
    ],
)
def test_an_occupation_has_the_place_of_the_code_that_it_had_in_2007(
    base: KnowledgeBase, excel: tuple[Release, Report], occupation: str, pathway: str
) -> None:
    work, group = base.identifiers.mint("onet", occupation), base.identifiers.mint("onet", "cluster", pathway)
    assert count(base, excel[0], f"<{work}> lw:careerCluster ?o FILTER(?o = <{group}>)") == 1


def test_a_requirement_joins_importance_and_level(base: KnowledgeBase, excel: tuple[Release, Report]) -> None:
    graph, ids = base.graph(excel[0]), base.identifiers
    found = from_graph(graph, SkillRequirement, ids.mint("onet", "requirement", "11-1011.00", "2.C.1.a"))

    assert (found.importance, found.level, found.sample_size, found.importance_error) == (4.78, 6.5, 28, 0.1102)
    assert (found.level_error, found.dated, found.origin, found.cautions) == (0.213, "2023-08", "Incumbent", ())


def test_cautions_and_differing_samples_are_kept(base: KnowledgeBase, excel: tuple[Release, Report]) -> None:
    release = excel[0]

    # Skills: 124 suppressed, 3,302 not relevant; Knowledge: 4,797 and 5,939; sizes differ in 5,907 pairs of Knowledge.
    suppressed = "?s lw:caution ?c FILTER(?c IN (lw:ImportanceSuppressed, lw:LevelSuppressed))"
    assert count(base, release, suppressed) == 124 + 4797
    assert count(base, release, f"?s lw:caution <{Caution.LEVEL_NOT_RELEVANT}>") == 3302 + 5939
    assert count(base, release, "?s lw:levelSampleSize ?n") == 5907


def test_kinds_follow_the_content_model(base: KnowledgeBase, excel: tuple[Release, Report]) -> None:
    kinds = {
        kind: count(base, excel[0], f"?s dcterms:type <{kind}>")
        for kind in (
            CompetencyKind.SKILL,
            CompetencyKind.KNOWLEDGE,
            CompetencyKind.ABILITY,
            CompetencyKind.WORK_ACTIVITY,
        )
    }

    assert list(kinds.values()) == [35, 33, 52, 41]


def test_records_come_back_from_the_graph(base: KnowledgeBase, excel: tuple[Release, Report]) -> None:
    graph, ids = base.graph(excel[0]), base.identifiers
    nurse = from_graph(graph, Occupation, ids.mint("onet", "29-1141.00"))
    element = from_graph(graph, Competency, ids.mint("onet", "2.A.1.a"))

    assert (str(nurse.label), nurse.job_zone) == ("Registered Nurses", 4)
    assert len(nurse.tasks) > 10
    assert nurse.technologies
    assert (str(element.label), element.kind) == ("Reading Comprehension", CompetencyKind.SKILL.value)
    assert element.broader == (ids.mint("onet", "2.A.1"),)


def test_everything_that_is_cited_is_there(base: KnowledgeBase, excel: tuple[Release, Report]) -> None:
    cited = (
        SKOS.broader,
        SKOS.related,
        LW.competency,
        LW.element,
        LW.scale,
        LW.category,
        LW.detailedActivity,
        LW.occupation,
    )
    for predicate in cited:
        assert count(base, excel[0], f"?s <{predicate}> ?o") > 0
        assert count(base, excel[0], f"?s <{predicate}> ?o FILTER NOT EXISTS {{ ?o skos:prefLabel ?l }}") == 0


def test_the_published_intervals_follow_from_what_is_stored(data: Path, needs: Needs) -> None:
    needs(data / "onet/29.3-excel/Knowledge.xlsx")
    frame = read_cells(Archive([data / "onet/29.3-excel/Knowledge.xlsx"])["Knowledge.xlsx"]).frame
    names = dict(zip(frame.drop("row").row(0), frame.drop("row").columns, strict=True))
    numbers = {name: pl.col(names[name]).cast(float) for name in ("Data Value", "N", "Standard Error")}
    bounds = {name: pl.col(names[name]).cast(float) for name in ("Lower CI Bound", "Upper CI Bound")}
    level = pl.col(names["Scale ID"]) == "LV"
    rows = frame.slice(1).select(**numbers, **bounds, level=level).drop_nulls().filter(pl.col("N") > 1)
    value, n, error = (rows[name].to_numpy() for name in numbers)
    low, high = np.where(rows["level"], 0, 1), np.where(rows["level"], 7, 5)

    half = t.ppf(0.975, n - 1) * error
    off = np.abs(np.clip(value - half, low, high) - rows["Lower CI Bound"].to_numpy())

    assert rows.height > 40_000
    assert np.quantile(off, 0.99) < 0.01
    assert np.quantile(np.abs(np.clip(value + half, low, high) - rows["Upper CI Bound"].to_numpy()), 0.99) < 0.01


def test_what_a_release_lacks_is_said(text: Release, excel: tuple[Release, Report]) -> None:
    missing = [sentence.split(" is missing")[0] for sentence in text.lacks]

    assert sorted(missing) == sorted(["Skills", "Knowledge", "Abilities", "Work Activities", "Work Context", CLUSTERS])
    assert len(excel[0].lacks) == 3


def test_both_releases_live_side_by_side(base: KnowledgeBase, excel: tuple[Release, Report], text: Release) -> None:
    assert [(release.source, release.version) for release in base.releases()] == [("onet", "29.0"), ("onet", "29.3")]
    assert base.release("onet").version == "29.3"


def test_importing_the_same_files_again_does_nothing(
    base: KnowledgeBase, excel: tuple[Release, Report], data: Path
) -> None:
    done = import_release(base, "onet", [data / "onet/29.3-excel"])

    assert (done.again, done.release, [f.code for f in done.report]) == (True, excel[0], ["already-imported"])


def test_values_without_statistics_complete_another_release(data: Path, needs: Needs) -> None:
    values = needs(data / "onet/abilities-and-work-activities-values-only")
    with KnowledgeBase.in_memory() as base:
        frame = ("Occupation Data.txt", "Content Model Reference.txt", "Scales Reference.txt")
        paths = [
            *(data / "onet/29.0-text" / name for name in frame),
            *(values / name for name in ("Abilities.txt", "Work Activities.txt")),
        ]
        release = import_release(base, "onet", paths).release
        rows = kept(base, release)

        assert {table: in_graph(base, release, table) for table in ("Abilities", "Work Activities")} == {
            "Abilities": rows["Abilities"],
            "Work Activities": rows["Work Activities"],
        }
        assert rows["Abilities"] == 92976


def test_one_table_in_two_forms_is_refused(data: Path, needs: Needs) -> None:
    values = needs(data / "onet/abilities-and-work-activities-values-only")
    with pytest.raises(
        InputError, match=r"only/Knowledge\.txt and \S+excel/Knowledge\.xlsx are the same .* one by one"
    ):
        read_onet([data / "onet/29.3-excel", values], Identifiers())


# --- Made releases -------------------------------------------------------------------

TABLES = {
    "Read Me.txt": "O*NET 29.3 Database\nMay 2025 Release\n",
    "Content Model Reference.txt": "Element ID\tElement Name\tDescription\n2.A\tBasic Skills\tx\n2.A.1\tReading\ty\n",
    "Scales Reference.txt": "Scale ID\tScale Name\tMinimum\tMaximum\nIM\tImportance\t1\t5\nLV\tLevel\t0\t7\n",
    "Occupation Data.txt": "O*NET-SOC Code\tTitle\tDescription\n11-1011.00\tChiefs\tx\n29-1141.00\tNurses\ty\n",
    "Skills.txt": (
        "O*NET-SOC Code\tElement ID\tScale ID\tData Value\tDate\n"
        "11-1011.00\t2.A.1\tIM\t4.12\t08/2023\n11-1011.00\t2.A.1\tLV\t4.62\t08/2023\n"
    ),
    "Job Zones.txt": "O*NET-SOC Code\tJob Zone\tDate\tDomain Source\n11-1011.00\t5\t08/2023\tAnalyst\n",
}

BAD = {
    "missing-header": ("Skills.txt", "Data Value", "Value"),
    "short-row": ("Skills.txt", "4.62\t08/2023\n", "4.6"),
    "out-of-bounds": ("Job Zones.txt", "\t5\t", "\t6\t"),
    "malformed-value": ("Skills.txt", "4.12", "4,12"),
    "unknown-code": ("Skills.txt", "11-1011.00\t2.A.1\tIM", "11-1011.01\t2.A.1\tIM"),
    "duplicate-key": ("Skills.txt", "LV", "IM"),
    "unknown-value": ("Skills.txt", "LV", "RT"),
    "nul-byte": ("Occupation Data.txt", "Chiefs", "Chi\0fs"),
    "encoding": ("Occupation Data.txt", "Chiefs", "Chïefs"),
    "empty-cell": ("Occupation Data.txt", "Chiefs", ""),
}


def made(folder: Path, name: str = "", old: str = "", new: str = "", without: str = "") -> Path:
    folder.mkdir()
    for file, content in TABLES.items():
        text = content.replace(old, new, 1) if file == name else content
        encoding = "latin-1" if "ï" in text else "utf-8"
        if file != without:
            (folder / file).write_bytes(text.encode(encoding))
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.open(tmp_path / "kb", write=True) as base:
        import_release(base, "onet", [made(tmp_path / "good")])
        yield base


@pytest.mark.parametrize(
    ("old", "new"), [("LV\t4.62", "LV\t99"), ("LV\t4.62", "LV\t-4"), ("IM\t4.12", "IM\t0.5"), ("IM\t4.12", "IM\t5.01")]
)
def test_a_number_out_of_its_scale_is_refused(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_onet([made(tmp_path / "a", "Skills.txt", old, new)], Identifiers())

    (finding,) = refused.value.report.of(Severity.ERROR)
    assert (finding.code, finding.file, finding.column) == ("out-of-bounds", "Skills.txt", "Data Value")
    assert finding.message == "is beyond the bounds of its scale in Scales Reference"
    assert finding.remedy


def test_a_zero_below_a_scale_from_one_is_left_out(tmp_path: Path) -> None:
    delivery = read_onet([made(tmp_path / "a", "Skills.txt", "IM\t4.12", "IM\t0")], Identifiers())

    (finding,) = delivery.report.of(Severity.WARNING)
    assert (finding.code, finding.row, finding.value) == ("out-of-bounds", 2, "0.0")
    assert finding.message == "is below its scale, which begins at 1; the row is left out"
    assert {file.name: (file.rows, file.kept) for file in delivery.files}["Skills.txt"] == (2, 1)


def everything(base: KnowledgeBase) -> list[tuple[str, ...]]:
    default = base.rows("SELECT ?s ?p ?o { ?s ?p ?o }")
    return sorted([*default, *base.rows("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }")])


@pytest.mark.parametrize("code", BAD)
def test_a_bad_row_is_found_and_nothing_is_stored(code: str, small: KnowledgeBase, tmp_path: Path) -> None:
    before, bad = everything(small), made(tmp_path / "bad", *BAD[code])

    with pytest.raises(RefusedError) as refused:
        import_release(small, "onet", [bad])

    assert code in {finding.code for finding in refused.value.report.of(Severity.ERROR)}
    assert next(iter(refused.value.report)).file == BAD[code][0]
    assert everything(small) == before


@pytest.mark.parametrize("code", sorted(set(BAD) - {"missing-header"}))
def test_bad_rows_may_be_skipped(code: str, small: KnowledgeBase, tmp_path: Path) -> None:
    done = import_release(small, "onet", [made(tmp_path / "bad", *BAD[code])], skip_bad_rows=True)

    assert code in {finding.code for finding in done.report.of(Severity.WARNING)}
    counts = {file.name: file.rows - file.kept for file in small.files(done.release) if file.name == BAD[code][0]}
    assert counts == {BAD[code][0]: 1}


def test_a_file_cut_short_within_a_zip_leaves_the_store_as_it_was(small: KnowledgeBase, tmp_path: Path) -> None:
    before, path = everything(small), tmp_path / "db_29_3.zip"
    path.write_bytes(b"PK\x03\x04 broken")

    with pytest.raises(UnreadableError):
        import_release(small, "onet", [path])

    assert everything(small) == before


def test_an_unknown_header_is_a_warning(small: KnowledgeBase, tmp_path: Path) -> None:
    bad = made(tmp_path / "bad", "Job Zones.txt", "Domain Source", "Color")

    report = import_release(small, "onet", [bad]).report

    assert [(f.code, f.column) for f in report.of(Severity.WARNING)] == [("unknown-header", "Color")]


def test_without_a_reference_table_its_codes_are_not_judged(tmp_path: Path) -> None:
    delivery = read_onet(
        [made(tmp_path / "a", "Skills.txt", "2.A.1", "2.A.9", "Content Model Reference.txt")], Identifiers()
    )

    assert any(sentence.startswith("Content Model Reference is missing") for sentence in delivery.release.lacks)


def test_files_without_the_occupations_are_refused(small: KnowledgeBase, tmp_path: Path) -> None:
    before, bad = everything(small), made(tmp_path / "bad", without="Occupation Data.txt")

    with pytest.raises(
        MissingFileError, match=r"Occupation Data is missing beside .*Skills\.txt.*Name the whole folder"
    ):
        import_release(small, "onet", [bad], version="99.0")

    assert everything(small) == before


def test_values_alone_are_told_that_they_add_to_nothing(data: Path, needs: Needs) -> None:
    values = needs(data / "onet/abilities-and-work-activities-values-only")

    with pytest.raises(MissingFileError, match="adds nothing to a release that is stored"):
        read_onet([values], Identifiers(), "30.0")


def test_codes_are_not_judged_by_a_table_that_is_cut_short(tmp_path: Path) -> None:
    folder = made(tmp_path / "a", "Occupation Data.txt", "11-1011.00\tChiefs\tx\n29-1141.00\tNurses\ty\n", "11-1011.0")

    with pytest.raises(RefusedError) as refused:
        read_onet([folder], Identifiers())

    found = [(f.severity, f.code, f.file) for f in refused.value.report if f.severity is not Severity.INFO]
    assert found == [
        (Severity.ERROR, "short-row", "Occupation Data.txt"),
        (Severity.UNKNOWN, "not-judged", "Occupation Data.txt"),
    ]


def test_codes_are_not_judged_by_a_table_without_its_header(tmp_path: Path) -> None:
    folder = made(tmp_path / "a", "Occupation Data.txt", "O*NET-SOC Code", "Code")

    with pytest.raises(RefusedError) as refused:
        read_onet([folder], Identifiers())

    assert {f.code for f in refused.value.report.of(Severity.ERROR)} == {"missing-header"}
    assert [f.code for f in refused.value.report.of(Severity.UNKNOWN)] == ["not-judged"]


def test_the_release_is_named_by_the_read_me_the_folder_or_the_caller(tmp_path: Path) -> None:
    def version(path: Path, name: str | None = None) -> str:
        return read_onet([path], Identifiers(), name).release.version

    assert version(made(tmp_path / "a")) == "29.3"
    assert version(made(tmp_path / "db_28_2_text", without="Read Me.txt")) == "28.2"
    assert version(made(tmp_path / "c", without="Read Me.txt"), "27.1") == "27.1"
    with pytest.raises(InputError, match="--release"):
        version(made(tmp_path / "d", without="Read Me.txt"))


def test_files_of_something_else_are_not_onet(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Hello")
    with pytest.raises(MissingFileError, match=r"letter\.txt"):
        read_onet([tmp_path], Identifiers())
