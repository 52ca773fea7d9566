"""ESCO: what is in the files is in the graph, and what is wrong with them is said."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ontology.errors import InputError, MissingFileError, RefusedError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.namespaces import ESCO_DATA
from ontology.report import Severity
from ontology.triples import from_graph
from standards.sources.esco import read_esco
from standards.sources.esco.records import EscoOccupation, EscoSkill

if TYPE_CHECKING:
    from tests.standards.sources.conftest import Arrival, Importer

Needs = Callable[[Path], Path]

OCCUPATION = str(ESCO_DATA["occupation/o1"])
SKILL = str(ESCO_DATA["skill/s1"])
KNOWLEDGE = str(ESCO_DATA["skill/k1"])
HIDDEN_SKILL = str(ESCO_DATA["skill/s9"])

FILES = {
    "ISCOGroups_en.csv": (
        "conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description\n"
        "ISCOGroup,http://data.europa.eu/esco/isco/C7,7,Craft workers,released,,"
        "http://data.europa.eu/esco/concept-scheme/isco,Craft.\n"
    ),
    "occupations_en.csv": (
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,"
        "regulatedProfessionNote,scopeNote,definition,inScheme,description,code,naceCode\n"
        f'Occupation,{OCCUPATION},7,wind turbine technician,"turbine fitter\nwind turbine technician\nwind mechanic",,'
        "released,2016-07-05T13:58:41Z,http://data.europa.eu/esco/regulated-professions/unregulated,"
        'Includes <a href="http://x/">rigging</a> &amp; more.,,'
        '"http://data.europa.eu/esco/concept-scheme/occupations,\nhttp://data.europa.eu/esco/concept-scheme/m",'
        "Keeps turbines running.,7412.1,35.11 | 33.14\n"
    ),
    "skills_en.csv": (
        "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,"
        "scopeNote,definition,inScheme,description\n"
        f"KnowledgeSkillCompetence,{SKILL},skill/competence,sector-specific,climb towers,climb | work at height,,"
        "released,,,,,Climb.\n"
        f"KnowledgeSkillCompetence,{KNOWLEDGE},knowledge,cross-sector,electricity,,,released,,,,,Currents.\n"
    ),
    "occupationSkillRelations.csv": (
        "occupationUri,relationType,skillType,skillUri\n"
        f"{OCCUPATION},essential,skill/competence,{SKILL}\n"
        f"{OCCUPATION},optional,knowledge,{KNOWLEDGE}\n"
    ),
    "skillSkillRelations.csv": (
        "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n"
        f"{SKILL},knowledge,optional,knowledge,{KNOWLEDGE}\n"
    ),
}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = tmp_path / "ESCO dataset - v9.9.1 - classification"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def test_a_small_release_becomes_records(made: Path, arrive: Importer) -> None:
    arrived = arrive("esco", made)
    graph = arrived.base.graph(arrived.imported.release)

    occupation = from_graph(graph, EscoOccupation, OCCUPATION)
    skill, knowledge = (from_graph(graph, EscoSkill, iri) for iri in (SKILL, KNOWLEDGE))

    assert arrived.imported.release.version == "9.9.1"
    assert [str(label) for label in occupation.alt_labels] == ["turbine fitter", "wind mechanic"]
    assert str(occupation.scope_note) == "Includes rigging & more."
    assert occupation.isco_group == ESCO_DATA["isco/C7"]
    assert occupation.industry_codes == ("33.14", "35.11")
    assert len(occupation.in_scheme) == 2
    assert (occupation.essential_skills, occupation.optional_skills) == ((SKILL,), (KNOWLEDGE,))
    assert [str(label) for label in skill.alt_labels] == ["climb", "work at height"]
    assert skill.kind.endswith("#Skill")
    assert skill.reuse_level == ESCO_DATA["skill-reuse-level/sector-specific"]
    assert knowledge.kind.endswith("#Knowledge")
    assert knowledge.optional_for == (SKILL,)
    assert arrived.count(f"<{OCCUPATION}> a esco:Occupation, ceterms:Occupation, skos:Concept") == 1
    assert arrived.count(f"<{SKILL}> a esco:Skill, ceasn:Competency, skos:Concept") == 1


def test_what_was_done_to_cells_is_said(made: Path) -> None:
    said = {finding.code: finding.message for finding in read_esco([made], Identifiers()).report}

    assert said["repeated-label"].startswith("1 alternative labels repeat")
    assert said["markup"].startswith("1 cells have markup")


def test_several_languages_stand_side_by_side(made: Path, arrive: Importer) -> None:
    german = FILES["skills_en.csv"].replace("climb towers", "Türme besteigen").replace("electricity", "Strom")
    (made / "skills_de.csv").write_text(german, encoding="utf-8")

    arrived = arrive("esco", made, version="9.9.2")
    labels = arrived.rows(f"SELECT ?l (LANG(?l) AS ?t) {{ <{SKILL}> skos:prefLabel ?l }} ORDER BY ?t")

    assert labels == [("Türme besteigen", "de"), ("climb towers", "en")]
    assert arrived.imported.release.language == "de, en"


def test_relations_may_have_labels_and_a_language(made: Path) -> None:
    (made / "occupationSkillRelations.csv").unlink()
    newer = (
        "occupationUri,occupationLabel,relationType,skillType,skillUri,skillLabel\n"
        f"{OCCUPATION},wind turbine technician,essential,skill/competence,{SKILL},climb towers\n"
    )
    (made / "occupationSkillRelations_en.csv").write_text(newer, encoding="utf-8")

    delivery = read_esco([made], Identifiers())

    assert {f.name: f.kept for f in delivery.files}["occupationSkillRelations_en.csv"] == 1
    assert not [f for f in delivery.report if f.code == "unknown-header"]


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "column"),
    [
        ("skills_en.csv", SKILL, "no address", "malformed-value", "conceptUri"),
        ("skills_en.csv", KNOWLEDGE, SKILL, "duplicate-key", "conceptUri"),
        ("skills_en.csv", "sector-specific", "somewhere", "unknown-value", "reuseLevel"),
        ("skills_en.csv", "conceptUri", "uri", "missing-header", "conceptUri"),
        (
            "occupations_en.csv",
            "concept-scheme/occupations,\n",
            "concept-scheme/occ <1>,\n",
            "malformed-value",
            "inScheme",
        ),
        ("occupationSkillRelations.csv", "essential", "vital", "unknown-value", "relationType"),
        ("occupationSkillRelations.csv", f"optional,knowledge,{KNOWLEDGE}", "optional", "short-row", "occupationUri"),
        (
            "occupationSkillRelations.csv",
            f"optional,knowledge,{KNOWLEDGE}",
            f"optional,knowledge,{SKILL}",
            "duplicate-key",
            "occupationUri",
        ),
    ],
)
def test_bad_rows_are_refused_by_name(made: Path, name: str, old: str, new: str, code: str, column: str) -> None:
    change(made, name, old, new)

    with pytest.raises(RefusedError) as refused:
        read_esco([made], Identifiers())

    (finding,) = [finding for finding in refused.value.report if finding.severity == "error"]
    assert (finding.code, finding.file, finding.column) == (code, name, column)
    assert finding.remedy


def test_bad_rows_may_be_left_out(made: Path, arrive: Importer) -> None:
    change(made, "occupationSkillRelations.csv", "essential", "vital")

    arrived = arrive("esco", made, version="9.9.3", skip_bad_rows=True)

    assert (arrived.files["occupationSkillRelations.csv"].rows, arrived.files["occupationSkillRelations.csv"].kept) == (
        2,
        1,
    )
    assert arrived.count("?o esco:relatedEssentialSkill ?s") == 0


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("occupationSkillRelations.csv", SKILL, HIDDEN_SKILL, "unknown-concept"),
        ("skillSkillRelations.csv", f"knowledge,{KNOWLEDGE}", f"knowledge,{SKILL}", "self-reference"),
        ("skills_en.csv", "climb towers", "", "empty-cell"),
    ],
)
def test_rows_without_a_sense_are_left_out_with_a_warning(made: Path, name: str, old: str, new: str, code: str) -> None:
    change(made, name, old, new)

    delivery = read_esco([made], Identifiers())

    findings = [finding for finding in delivery.report if (finding.file, finding.severity) == (name, "warning")]
    assert [finding.code for finding in findings] == [code]
    assert findings[0].message.endswith("; the row is left out")
    assert findings[0].remedy
    file = next(file for file in delivery.files if file.name == name)
    assert file.rows - file.kept == 1


def test_a_release_that_contradicts_itself_is_not_blamed_on_the_user(made: Path) -> None:
    change(made, "occupationSkillRelations.csv", SKILL, HIDDEN_SKILL)

    (finding,) = read_esco([made], Identifiers()).report.of(Severity.WARNING)

    assert finding.remedy.startswith("Nothing is to be done where all files are of one release")


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("skills_en.csv", "skill/competence", "", "empty-cell"),
        ("occupations_en.csv", f"{OCCUPATION},7,", f"{OCCUPATION},8,", "unknown-concept"),
    ],
)
def test_rows_with_a_gap_are_kept_with_a_warning(made: Path, name: str, old: str, new: str, code: str) -> None:
    change(made, name, old, new)

    delivery = read_esco([made], Identifiers())

    assert [finding.code for finding in delivery.report if finding.severity == "warning"] == [code]
    assert len(delivery.files) == len(FILES)
    assert sum(file.kept for file in delivery.files) == sum(file.rows for file in delivery.files) > 0


def test_what_is_missing_is_said(made: Path) -> None:
    (made / "occupationSkillRelations.csv").unlink()

    lacks = read_esco([made], Identifiers()).release.lacks

    assert any("occupationSkillRelations" in sentence and "no occupation has skills" in sentence for sentence in lacks)


def test_without_occupations_relations_are_not_judged_by_them(made: Path) -> None:
    (made / "occupations_en.csv").unlink()

    delivery = read_esco([made], Identifiers())

    assert not [finding for finding in delivery.report if finding.severity == "warning"]


def test_relations_alone_are_not_a_release(made: Path) -> None:
    for name in ("occupations_en.csv", "skills_en.csv"):
        (made / name).unlink()

    with pytest.raises(MissingFileError, match=r"no occupations_en\.csv and no skills_en\.csv.*download"):
        read_esco([made], Identifiers())


def test_a_release_without_a_name_must_be_named(made: Path, tmp_path: Path) -> None:
    nameless = made.rename(tmp_path / "downloads")

    with pytest.raises(InputError, match="--release"):
        read_esco([nameless], Identifiers())
    assert read_esco([nameless], Identifiers(), "1.2.0").release.version == "1.2.0"


def test_a_file_that_breaks_off_is_refused(made: Path) -> None:
    text = FILES["occupations_en.csv"]
    (made / "occupations_en.csv").write_text(text[: text.index("wind mechanic")], encoding="utf-8")

    with pytest.raises(UnreadableError, match=r"occupations_en\.csv breaks off"):
        read_esco([made], Identifiers())


def test_zips_are_read_like_folders(made: Path, tmp_path: Path) -> None:
    packed = tmp_path / "ESCO dataset - v9.9.1 - classification - en - csv.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted(made.iterdir()):
            archive.write(file, file.name)

    from_zip, from_folder = (read_esco([path], Identifiers()) for path in (packed, made))

    assert from_zip.release.version == "9.9.1"
    assert b"".join(from_zip.triples) == b"".join(from_folder.triples)


# --- The official releases ---------------------------------------------------

LEFT_OUT = {
    "1.1.0": {"skillSkillRelations.csv": 1},
    "1.1.1": {"broaderRelationsOccPillar.csv": 1, "occupationSkillRelations.csv": 67, "skillSkillRelations.csv": 1},
}
PATTERNS = {
    "occupations_en.csv": "?s a esco:Occupation",
    "skills_en.csv": "?s a esco:Skill",
    "occupationSkillRelations.csv": "?s esco:relatedEssentialSkill|esco:relatedOptionalSkill ?o",
    "skillSkillRelations.csv": "?s esco:isEssentialSkillFor|esco:isOptionalSkillFor ?o",
    "conceptSchemes_en.csv": "?s a skos:ConceptScheme",
    "greenSkillsCollection_en.csv": "?s skos:inScheme <http://data.europa.eu/esco/concept-scheme/green>",
}


@pytest.fixture(scope="module", params=["1.1.0", "1.1.1"])
def official(request: pytest.FixtureRequest, data: Path, needs: Needs, arrive: Importer) -> Arrival:
    return arrive("esco", needs(data / "esco" / str(request.param)))


def test_the_release_is_read_from_the_names_of_the_zips(official: Arrival) -> None:
    release = official.imported.release

    assert release.version in LEFT_OUT
    assert release.lacks == ()
    assert str(release.attribution) == "This service uses the ESCO classification of the European Commission."


def test_every_row_is_in_the_graph_or_in_the_report(official: Arrival) -> None:
    left_out = {file.name: file.rows - file.kept for file in official.files.values() if file.rows != file.kept}

    assert left_out == LEFT_OUT[official.imported.release.version]
    for name, number in left_out.items():
        assert len([f for f in official.imported.report if (f.file, f.severity) == (name, "warning")]) == number


@pytest.mark.parametrize("name", PATTERNS)
def test_triples_are_as_many_as_rows_kept(official: Arrival, name: str) -> None:
    assert official.count(PATTERNS[name]) == official.files[name].kept


def test_what_is_broader_is_as_many_as_rows_kept(official: Arrival) -> None:
    kept = sum(official.files[f"broaderRelations{pillar}Pillar.csv"].kept for pillar in ("Occ", "Skill"))

    # The skills hierarchy repeats these, and adds none.
    assert official.count("?s skos:broader ?o") == kept


def test_every_concept_has_one_preferred_label_that_no_other_label_repeats(official: Arrival) -> None:
    assert official.count("?s skos:prefLabel ?a, ?b FILTER (?a < ?b)") == 0
    assert official.count("?s skos:prefLabel ?l; skos:altLabel|skos:hiddenLabel ?l") == 0
    assert official.count("?s skos:broader ?o FILTER NOT EXISTS { ?o skos:prefLabel ?l }") == 0


def test_each_warning_says_what_to_do(official: Arrival) -> None:
    warnings = official.imported.report.of(Severity.WARNING)

    assert warnings
    assert all(finding.remedy for finding in warnings)


def test_groups_that_only_the_hierarchy_names_are_there(official: Arrival) -> None:
    expected = 7 if official.imported.release.version == "1.1.1" else 0
    findings = [f for f in official.findings("unknown-concept") if f.file.startswith("skillsHierarchy")]

    assert len(findings) == expected
    for finding in findings:
        assert official.count(f"<{finding.value}> a skos:Concept; skos:prefLabel ?l; skos:notation ?n") == 1
