"""A program or a skill list on its own."""

from pathlib import Path

import pytest

from api.programs.curricula import find_curriculum
from ontology.descriptions import describe
from ontology.errors import InputError, NotFoundError, RefusedError
from ontology.facts import facts
from ontology.namespaces import CETERMS
from ontology.records import Record, TeachingLevel
from ontology.store import KnowledgeBase
from ontology.together import Together
from standards.archives import Archive
from standards.curricula import ProgramForm, read_program
from standards.encoding import encoded
from standards.frameworks import frameworks, read_framework
from standards.imports import import_release
from standards.sources.publication import new_release


def test_a_program_is_a_release_of_its_own(project: Path) -> None:
    path = project / "examples/power-generation/colleges/basin-rim-instrumentation.csv"
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "program", [path]).release
        courses = list(base.rows(f"SELECT ?c {{ ?c a <{CETERMS.Course}> }}", [release.iri]))

    assert (release.source, release.version, len(courses)) == ("program-basin-rim-instrumentation", "1", 9)


def test_a_program_without_its_college_says_what_stands_in(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "welding.csv"
    with KnowledgeBase.in_memory() as base:
        path.write_text("Course,Outcomes\nW 1,Weld pipes\n", encoding="utf-8")
        (finding,) = import_release(base, "program", [path]).report
        path.write_text("College,Course,Outcomes\nCascade River College,W 1,Weld pipes\n,,Braze\n", encoding="utf-8")
        done = import_release(base, "program", [path])
        query = "SELECT ?c ?name { ?p a ceterms:LearningProgram; ceterms:offeredBy ?c. ?c skos:prefLabel ?name }"
        rows = list(base.rows(query, [done.release.iri]))

    assert (finding.severity, finding.code, finding.value) == ("unknown", "unnamed-college", "welding")
    assert finding.remedy == "Name it with --college, or add a column College"
    assert [finding.code for finding in done.report if finding.code != "merged-cells"] == []
    assert rows == [(base.identifiers.mint("organization", "cascade-river-college"), "Cascade River College")]


def test_a_list_is_a_framework_of_its_own(project: Path) -> None:
    path = project / "examples/power-generation/firms/tamarack-pud.xlsx"
    with KnowledgeBase.in_memory() as base:
        import_release(base, "sheet", [path], version="2026")

        assert frameworks(base) == ["tamarack-pud"]
        assert len(read_framework(base, "tamarack-pud")) == len(read_framework(base, "tamarack-pud@2026")) == 46
        assert base.release("sheet-tamarack-pud").version == "2026"
        with pytest.raises(NotFoundError):
            read_framework(base, "tamarack-pud@2025")


@pytest.mark.parametrize("reader", ["program", "sheet"])
def test_a_file_named_like_a_partnership_is_no_release_of_it(project: Path, tmp_path: Path, reader: str) -> None:
    path = tmp_path / "power-generation.csv"
    path.write_text("Course,Outcomes,Skill\nW 1,Weld pipes,Weld\n", encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        before = base.release("power-generation")
        import_release(base, reader, [path])

        assert base.release("power-generation") == before
        alone = {release.source for release in base.releases() if not release.part_of}
        assert alone == {"power-generation", f"{reader}-power-generation"}


NAMED = "Program,College,Course,Outcomes\n{},{},{},Weld pipes\n"
WELDING = NAMED.format("Welding", "Cascade River College", "W 1")


@pytest.mark.parametrize(
    ("reader", "first", "second", "same"),
    [
        ("program", WELDING, NAMED.format("welding", "Cascade River College", "W 2"), True),
        ("program", WELDING, NAMED.format("Nursing", "Cascade River College", "W 1"), False),
        ("program", WELDING, NAMED.format("Welding", "Basin Rim College", "W 1"), False),
        ("program", WELDING, "Course,Outcomes\nW 1,Braze\n", True),
        ("program", "Course,Outcomes\nW 1,Braze\nW 2,Weld\n", "Course,Outcomes\nW 2,Braze\nW 3,Weld\n", True),
        ("program", "Course,Outcomes\nW 1,Braze\n", "Course,Outcomes\nN 1,Nurse\n", False),
        ("sheet", "Job,Skill\nHelper,Weld\nHelper,Braze\n", "Job,Skill\nHelper,Weld\nHelper,Cut\n", True),
        ("sheet", "Job,Skill\nHelper,Weld\n", "Job,Skill\nNurse,Give care\n", False),
    ],
)
def test_only_the_same_thing_takes_the_place_of_a_file_of_that_name(
    tmp_path: Path, reader: str, first: str, second: str, *, same: bool
) -> None:
    path = tmp_path / "program.csv"
    with KnowledgeBase.in_memory() as base:
        path.write_text(first, encoding="utf-8")
        stored = import_release(base, reader, [path]).release
        path.write_text(second, encoding="utf-8")
        if same:
            assert import_release(base, reader, [path]).release.version == "1"
            return
        with pytest.raises(
            InputError, match=rf"program\.csv would take the place .* \({reader}-program 1\).* --release"
        ):
            import_release(base, reader, [path])
        assert base.releases() == [stored]
        import_release(base, reader, [path], version="2")
        import_release(base, reader, [path.rename(tmp_path / "other.csv")])
        assert [r.source for r in base.releases()] == [f"{reader}-other", *[f"{reader}-program"] * 2]


def test_a_stored_program_is_found_by_its_plain_name(project: Path) -> None:
    path = project / "examples/power-generation/colleges/basin-rim-instrumentation.csv"
    with KnowledgeBase.in_memory() as base:
        import_release(base, "program", [path])

        assert len(find_curriculum(base, "basin-rim-instrumentation").courses) == 9
        assert frameworks(base) == []


def test_refuses_a_bad_cell_and_more_than_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Job,Level,Skill\nHelper,9,Weld\n", encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        with pytest.raises(RefusedError):
            import_release(base, "sheet", [tmp_path / "a.csv"])
        (tmp_path / "b.csv").write_text("x\n", encoding="utf-8")
        with pytest.raises(InputError, match="2 files"):
            import_release(base, "sheet", [tmp_path])
        assert base.releases() == []


CANVAS = "vendor_guid,object_type,title,parent_guids\ng,group,ELEC 110 Circuits,\no,outcome,Wire a motor,g\n"
CTDL = """{"@graph": [{"@id": "https://c.example/p", "@type": "ceterms:LearningProgram", "ceterms:name": "Power",
 "ceterms:hasPart": [{"@id": "https://c.example/e", "@type": "ceterms:Course", "ceterms:name": "Circuits",
 "ceterms:teaches": [{"ceterms:targetNodeName": "Wire a motor"}]}]}]}"""


@pytest.mark.parametrize(
    ("name", "content", "program", "course"),
    [
        ("power.csv", CANVAS, "power", "ELEC 110"),
        ("power.jsonld", CTDL, "Power", None),
        ("power.txt", "ELEC 110 Circuits\n- Wire a motor\n", "ELEC 110 Circuits", "ELEC 110"),
        (
            "power.json",
            '[{"code": "ELEC 110", "title": "C", "learning_objectives": ["Wire a motor"]}]',
            "power",
            "ELEC 110",
        ),
    ],
)
def test_a_program_is_stored_from_any_format(
    tmp_path: Path, name: str, content: str, program: str, course: str | None
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "program", [path])
        path.write_text(f"{content} ", encoding="utf-8")
        import_release(base, "program", [path])
        stored = find_curriculum(base, "power")
        (file,) = base.files(base.release("program-power"))

    assert (stored.program.label.value, stored.courses[0].code) == (program, course)
    assert [outcome.statement.value for outcome in stored.outcomes] == ["Wire a motor"]
    assert 0 < file.kept <= file.rows


def test_the_language_and_the_level_of_an_outcome_are_stored(tmp_path: Path) -> None:
    path = tmp_path / "soldadura.csv"
    path.write_text(
        "Course,Outcome,Level\nW 1,Leer los planos de la planta,M\nW 1,Read the print of a pump,\n", "utf-8"
    )
    with KnowledgeBase.in_memory() as base:
        import_release(base, "program", [path])
        stored = find_curriculum(base, "soldadura").outcomes

    assert [(outcome.statement.language, outcome.level) for outcome in stored] == [
        ("es", TeachingLevel.MASTERED),
        ("en", None),
    ]


def test_a_file_is_read_again_in_the_form_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "welding.csv"
    path.write_text("Course,Outcome,Can do\nW 1,Theory,Weld pipes\n", encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "program", [path])
        form = ProgramForm(columns={"outcome": "Can do"})
        assert not import_release(base, "program", [path], form=form).again
        assert find_curriculum(base, "welding").outcomes[0].statement.value == "Weld pipes"
        with pytest.raises(InputError, match="only a program has a format"):
            import_release(base, "sheet", [path], form=ProgramForm(college="Mill College"))
        with pytest.raises(InputError, match="is no file; only a file has"):
            find_curriculum(base, "welding", form)


def test_a_program_comes_back_in_the_order_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "welding.csv"
    rows = ["W 20,Weld pipes", "W 20,Braze", "W 3,Store gas", *(f"W 1,Outcome {place}" for place in range(12))]
    path.write_text("\n".join(["Course,Outcome", *rows]), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "program", [path]).release
        stored = find_curriculum(base, "welding")
        read = read_program(next(iter(Archive([path]))), base.identifiers)
        places = list(base.rows("SELECT ?p { ?i a schema:ListItem; schema:position ?p } ORDER BY ?p", [release.iri]))

    assert [course.code for course in stored.courses] == ["W 20", "W 3", "W 1"]
    assert [o.statement.value for o in stored.outcomes] == [o.statement.value for o in read.outcomes]
    assert [len(course.teaches) for course in stored.courses] == [2, 1, 12]
    assert [int(place) for (place,) in places] == [*range(1, 3 + 15 + 1)]


def test_programs_that_share_a_course_keep_an_order_each(tmp_path: Path) -> None:
    orders = {"power": ["E 1", "M 1", "P 1"], "wind": ["M 1", "W 1", "E 1"]}
    with KnowledgeBase.in_memory() as base:
        records: list[Record] = []
        for name, codes in orders.items():
            path = tmp_path / f"{name}.csv"
            path.write_text("Course,Outcome\n" + "".join(f"{code},Pass {code}\n" for code in codes), encoding="utf-8")
            records += read_program(next(iter(Archive([path]))), base.identifiers).records
        base.replace(new_release(base.identifiers, "cascade", "1", "Cascade", language="en"), [], [encoded(records)])
        stored = {name: find_curriculum(base, name).courses for name in orders}

    assert {name: [course.code for course in courses] for name, courses in stored.items()} == orders


def test_what_has_no_place_comes_last(tmp_path: Path) -> None:
    path = tmp_path / "welding.csv"
    path.write_text("Course,Outcome\nW 2,Weld\nW 2,Braze\nW 1,Cut\n", encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        read = read_program(next(iter(Archive([path]))), base.identifiers)
        placed = [place for place in read.places if place.position == 3]
        program = read.program.model_copy(update={"sequence": tuple(place.iri for place in placed)})
        records = encoded([program, *read.courses, *read.outcomes, *placed])
        base.replace(new_release(base.identifiers, "old", "1", "Old", language="en"), [], [records])
        stored = find_curriculum(base, "welding")

    assert [course.code for course in stored.courses] == ["W 1", "W 2"]
    assert [outcome.statement.value for outcome in stored.outcomes] == ["Cut", "Braze", "Weld"]


def test_the_facts_of_a_program_are_told_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "welding.csv"
    path.write_text("Course,Outcome\nW 2,Weld\nW 1,Cut\nW 1,Bevel\n", encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "program", [path])
        program = find_curriculum(base, "welding").program
        newest = Together(base)
        told = {
            iri: {fact.name: [value.text for value in fact.values] for fact in facts(newest, describe(newest, iri))}
            for iri in (program.iri, program.courses[1])
        }

    assert told[program.iri]["has part"] == ["W 2", "W 1"]
    assert told[program.courses[1]]["teaches"] == ["Cut", "Bevel"]
    assert "item list element" not in told[program.iri]


def test_a_program_has_the_same_addresses_from_its_file_and_from_the_store(tmp_path: Path) -> None:
    path = tmp_path / "welding.csv"
    path.write_text("Course,Outcome\nW 1,Weld\n", encoding="utf-8")
    for form in (None, ProgramForm(program="Pipe Welding", college="Basin Rim College")):
        with KnowledgeBase.in_memory() as base:
            import_release(base, "program", [path], form=form)
            stored = find_curriculum(base, "welding")
            read = find_curriculum(base, str(path), form)

        assert stored.program == read.program
        assert (stored.courses, stored.outcomes) == (read.courses, read.outcomes)
        assert (stored.program.label.value, read.college) == ((form.program, form.college) if form else ("welding", ""))


def test_addresses_stay_when_the_college_is_named_later_and_when_it_is_left_out_again(tmp_path: Path) -> None:
    path = tmp_path / "welding.csv"
    path.write_text("Course,Outcome\nW 1,Weld\n", encoding="utf-8")
    named = ProgramForm(college="Basin Rim College")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "program", [path])
        first = find_curriculum(base, "welding")
        offered = first.program.offered_by
        for form, college in ((named, "basin-rim-college"), (None, "welding"), (named, "basin-rim-college")):
            import_release(base, "program", [path], form=form)
            stored, read = find_curriculum(base, "welding"), find_curriculum(base, str(path), form)
            organization = base.identifiers.mint("organization", college)
            assert (stored.courses, stored.outcomes) == (read.courses, read.outcomes) == (first.courses, first.outcomes)
            assert stored.program == read.program
            assert stored.program == first.program.model_copy(update={"offered_by": organization})

    assert offered == base.identifiers.mint("organization", "welding")


def test_a_program_of_another_college_has_addresses_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "welding.csv"
    with KnowledgeBase.in_memory() as base:
        for version, college in enumerate(("Cascade River College", "Basin Rim College"), 1):
            path.write_text(NAMED.format("Welding", college, "W 1"), encoding="utf-8")
            import_release(base, "program", [path], version=str(version))
        newest = find_curriculum(base, "welding").program.iri

    assert newest == base.identifiers.mint("program", "basin-rim-college", "welding")


def test_a_program_with_an_address_from_its_file_keeps_those_of_its_courses(tmp_path: Path) -> None:
    path = tmp_path / "power.jsonld"
    path.write_text(CTDL.replace('"@id": "https://c.example/e", ', ""), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "program", [path])
        first = find_curriculum(base, "power")
        import_release(base, "program", [path], form=ProgramForm(college="Basin Rim College"))
        again = find_curriculum(base, "power")

    assert first.program.iri == "https://c.example/p"
    assert first.courses[0].iri.startswith(base.identifiers.mint("course", "power", ""))
    assert (again.program.iri, again.courses, again.outcomes) == (first.program.iri, first.courses, first.outcomes)


def test_what_is_said_of_a_file_is_compared_with_what_was_said_before(tmp_path: Path) -> None:
    path = tmp_path / "welding.csv"
    path.write_text("Course,Outcome\nW 1,Weld\n", encoding="utf-8")
    named = ProgramForm(college="Basin Rim College")
    with KnowledgeBase.in_memory() as base:
        done = [import_release(base, "program", [path], form=form) for form in (None, None, named, named, None)]
    said = [[f.message for f in one.report if f.code == "other-options"] for one in done]

    assert [one.again for one in done] == [False, True, False, True, False]
    assert [one.release.options for one in done] == [None, None, *["--college 'Basin Rim College'"] * 2, None]
    assert said == [[], [], [], [], ["it was imported with --college 'Basin Rim College' before; now without"]]
