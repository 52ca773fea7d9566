"""The lists of a partnership's firms: releases of their own, kept back, stored with the panel or not at all."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from ontology.errors import NotFoundError, RefusedError
from ontology.namespaces import CETERMS, LW
from ontology.records import Job, JobRequirement, Organization, PublicationStatus
from ontology.shown import is_kept_back
from ontology.store import KnowledgeBase
from standards.firm_lists import firm_lists
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.list_places import going_with
from standards.previews import preview
from standards.publishing import Mover, move_on, publish
from standards.wanted import Wanted

LIST = "Job,Skill,How important,Level\nDeckhand,Splice rope,4,2\nDeckhand,Stow lines,2.5,\nMate,Splice rope,3,4.5\n"
GRADED = "Job,Skill,Level\nCook,Bake,Expert\nCook,Bake,Beginner\n"
OTHER = "Job,Skill\nDeckhand,Splice rope\nDeckhand,Paint the hull\n"

Panel = Callable[..., Path]
Lists = Mapping[str, str]


@pytest.fixture
def panel(tmp_path: Path) -> Panel:
    """Write the folder of a partnership: its slug, and the lists of its firms by slug."""

    def write(slug: str, lists: Lists) -> Path:
        folder = tmp_path / slug
        (folder / "firms").mkdir(parents=True, exist_ok=True)
        members = [f'[[organizations]]\nslug = "{firm}"\nname = "{firm} Inc."\nrole = "firm"' for firm in lists]
        named = [f'{firm} = "firms/{firm}.csv"' for firm in lists]
        head = f'name = "Panel of {slug}"\nslug = "{slug}"\nlicense = "https://creativecommons.org/licenses/by/4.0/"'
        declared = "\n".join([head, *members, "[files.firms]", *named, ""])
        rows = "id,statement,label\nHT-1,Splice rope and wire on deck,Rope Splicing\n"
        files = {
            "partnership.toml": declared,
            "occupations.csv": "code,title,job_zone,entry\n53-5011.00,Sailors and Marine Oilers,2,yes\n",
            "competencies.csv": rows,
            "requirements.csv": "occupation,competency,importance,level,relation\n53-5011.00,HT-1,4,3,essential\n",
            **{f"firms/{firm}.csv": text for firm, text in lists.items()},
        }
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


def lists_of(base: KnowledgeBase, partnership: str) -> list[str]:
    return [release.name for release in firm_lists(base, partnership)]


def parts(base: KnowledgeBase) -> dict[str, list[str]]:
    """Return the partnerships of each list that there is, by its source."""
    lists = (release for release in base.releases() if release.reader == "sheet")
    return {one.source: sorted(iri.rpartition("/")[2] for iri in one.part_of) for one in lists}


def test_a_list_that_comes_with_a_panel_is_stored_as_one_that_comes_alone(
    base: KnowledgeBase, panel: Panel, tmp_path: Path
) -> None:
    folder = panel("harbor", {"tug-co": LIST})
    done = import_release(base, "partnership", [folder])
    with KnowledgeBase.in_memory() as alone:
        import_release(alone, "sheet", [folder / "firms/tug-co.csv"])
        there, here = (one.release("sheet-tug-co") for one in (alone, base))
        for record in (Job, JobRequirement):
            assert list(base.records(here, record)) == list(alone.records(there, record))
        assert read_framework(base, "tug-co") == read_framework(alone, "tug-co")

    assert [release.name for release in done.beside] == lists_of(base, "harbor") == ["sheet-tug-co@1"]
    assert (here.reader, here.version, is_kept_back(base, here)) == ("sheet", "1", True)
    assert [file.name for file in base.files(here)] == ["tug-co.csv"]
    assert "tug-co.csv" not in {file.name for file in base.files(done.release)}
    (firm,) = base.records(here, Organization)
    assert (firm.iri, firm.label.value) == (base.identifiers.mint("organization", "tug-co"), "tug-co Inc.")


def test_the_panels_own_release_says_nothing_of_its_firms_lists(base: KnowledgeBase, panel: Panel) -> None:
    release = import_release(base, "partnership", [panel("harbor", {"tug-co": LIST})]).release

    for kind in (CETERMS.Job, LW.JobRequirement):
        assert not list(base.rows(f"SELECT ?s {{ ?s a <{kind}> }}", [release.iri]))
    assert not [row for row in base.rows("SELECT ?o { ?s ?p ?o }", [release.iri]) if "Stow lines" in row[0]]


def test_what_a_job_asks_for_is_kept_as_the_firm_says_it(base: KnowledgeBase, panel: Panel) -> None:
    import_release(base, "partnership", [panel("harbor", {"tug-co": LIST, "galley-co": GRADED})])
    asked = base.records(base.release("sheet-tug-co"), JobRequirement)

    found = {(one.job.rpartition("/")[2], one.importance, one.level, one.relation, one.grade) for one in asked}
    assert found == {
        ("deckhand", 4.0, 2.0, None, None),
        ("deckhand", 2.5, None, None, None),
        ("mate", 3.0, 4.5, None, None),
    }
    (baking,) = base.records(base.release("sheet-galley-co"), JobRequirement)
    assert (baking.level, baking.grade) == (None, "Expert")
    assert baking.job.endswith("/id/galley-co/job/cook")
    assert baking.skill in {entry.iri for entry in read_framework(base, "galley-co")}


def test_the_four_shapes_of_the_example_keep_what_they_say(base: KnowledgeBase, project: Path) -> None:
    import_release(base, "partnership", [project / "examples/power-generation"])
    asked = {
        firm: list(base.records(base.release(f"sheet-{firm}"), JobRequirement))
        for firm in ("basalt-ridge-energy", "larkspur-plateau-wind", "tamarack-pud", "stillwater-bend-hydro")
    }

    assert sum(len(list(base.records(one, Job))) for one in firm_lists(base, "power-generation")) == 28
    assert {one.importance for one in asked["tamarack-pud"]} == {1.0, 3.0, 5.0}
    assert {one.level for one in asked["basalt-ridge-energy"]} == {2.0, 4.0, 5.0, None}
    assert {one.relation for one in asked["larkspur-plateau-wind"]} == {str(LW.Essential), str(LW.Optional)}
    found = {(one.importance, one.level) for one in asked["stillwater-bend-hydro"]}
    assert found >= {(4.0, 1.75), (3.0, 1.75), (5.0, 7.0)}, "its levels are on a scale of 1-5, which its header tells"


def test_two_partnerships_share_the_list_of_a_firm_that_is_in_both(base: KnowledgeBase, panel: Panel) -> None:
    import_release(base, "partnership", [panel("harbor", {"tug-co": LIST, "dock-co": OTHER})])
    before = base.release("sheet-tug-co")
    done = import_release(base, "partnership", [panel("river", {"tug-co": LIST})])

    assert parts(base) == {"sheet-tug-co": ["harbor", "river"], "sheet-dock-co": ["harbor"]}
    assert lists_of(base, "river") == ["sheet-tug-co@1"] == [one.name for one in done.beside]
    assert base.release("sheet-tug-co").iri == before.iri
    assert import_release(base, "partnership", [panel("river", {"tug-co": LIST})]).again


def test_a_firm_may_give_two_partnerships_two_lists(base: KnowledgeBase, panel: Panel) -> None:
    import_release(base, "partnership", [panel("harbor", {"tug-co": LIST})])
    done = import_release(base, "partnership", [panel("river", {"tug-co": OTHER})])

    assert parts(base) == {"sheet-tug-co": ["harbor"], "sheet-river-tug-co": ["river"]}
    assert (lists_of(base, "harbor"), lists_of(base, "river")) == (["sheet-tug-co@1"], ["sheet-river-tug-co@1"])
    (told,) = [finding for finding in done.report if finding.code == "another-list"]
    assert (told.value, told.file) == ("tug-co", "tug-co.csv")
    words = [{e.label for e in read_framework(base, name)} for name in ("sheet-tug-co", "sheet-river-tug-co")]
    assert ["Paint the hull" in said for said in words] == [False, True]

    import_release(base, "partnership", [panel("river", {"tug-co": LIST})])

    assert parts(base) == {"sheet-tug-co": ["harbor", "river"]}


def test_one_of_two_partnerships_takes_a_newer_list_and_leaves_the_other_its_own(
    base: KnowledgeBase, panel: Panel
) -> None:
    for slug in ("harbor", "river"):
        import_release(base, "partnership", [panel(slug, {"tug-co": LIST})])
    import_release(base, "partnership", [panel("harbor", {"tug-co": OTHER})])
    assert parts(base) == {"sheet-tug-co": ["river"], "sheet-harbor-tug-co": ["harbor"]}

    import_release(base, "partnership", [panel("river", {"tug-co": OTHER})])
    import_release(base, "partnership", [panel("harbor", {"tug-co": OTHER, "dock-co": LIST})])
    assert parts(base) == {"sheet-tug-co": ["harbor", "river"], "sheet-dock-co": ["harbor"]}


def test_a_newer_list_that_comes_alone_is_the_partnerships_too(
    base: KnowledgeBase, panel: Panel, tmp_path: Path
) -> None:
    folder = panel("harbor", {"tug-co": LIST})
    import_release(base, "partnership", [folder])
    (tmp_path / "tug-co.csv").write_text(LIST + "Mate,Read charts,5,5\n", encoding="utf-8")
    import_release(base, "sheet", [tmp_path / "tug-co.csv"], "2027")

    assert lists_of(base, "harbor") == ["sheet-tug-co@2027"]
    (firm,) = base.records(base.release("sheet-tug-co"), Organization)
    assert firm.label.value == "tug-co Inc."
    assert not import_release(base, "partnership", [folder]).again
    assert lists_of(base, "harbor") == ["sheet-tug-co@2027"]
    assert "Read charts" not in {entry.label for entry in read_framework(base, "tug-co")}


def test_a_list_that_is_not_given_any_more_goes_with_a_warning(base: KnowledgeBase, panel: Panel) -> None:
    import_release(base, "partnership", [panel("harbor", {"tug-co": LIST, "dock-co": OTHER})])
    folder = panel("harbor", {"tug-co": LIST})
    (folder / "firms/dock-co.csv").unlink()
    told = preview(base, Wanted("partnership", [folder]))
    done = import_release(base, "partnership", [folder])

    assert [(f.code, f.file) for f in done.report if f.code == "missing-file"] == [("missing-file", "dock-co.csv")]
    assert parts(base) == {"sheet-tug-co": ["harbor"]}
    assert "Paint the hull" in told.change.gone


def test_a_list_of_which_no_row_was_kept_is_a_framework_in_which_nothing_can_be_found(
    base: KnowledgeBase, panel: Panel
) -> None:
    bad = "Job,Skill,Level\nDeckhand,Splice rope,99\n"
    import_release(base, "partnership", [panel("harbor", {"tug-co": bad})], skip_bad_rows=True)

    with pytest.raises(NotFoundError, match="'tug-co' has no competencies"):
        read_framework(base, "tug-co")
    with pytest.raises(NotFoundError, match="'tug' is no framework here"):
        read_framework(base, "tug")


def test_a_panel_that_is_refused_leaves_its_firms_lists_as_they_were(base: KnowledgeBase, panel: Panel) -> None:
    import_release(base, "partnership", [panel("harbor", {"tug-co": LIST})])
    before = base.releases()
    with pytest.raises(RefusedError):
        import_release(base, "partnership", [panel("harbor", {"tug-co": "Job,Skill,Level\nDeckhand,Splice rope,99\n"})])

    assert base.releases() == before


def test_lists_go_with_the_last_working_copy_and_what_others_have_stays(base: KnowledgeBase, panel: Panel) -> None:
    import_release(base, "partnership", [panel("harbor", {"tug-co": LIST, "dock-co": OTHER})])
    import_release(base, "partnership", [panel("harbor", {"tug-co": LIST, "dock-co": OTHER})], "2027")
    import_release(base, "partnership", [panel("river", {"tug-co": LIST})])
    first, second = base.release("harbor@draft"), base.release("harbor@2027")

    assert going_with(base, [first]) == ((), ())
    lists, kept = going_with(base, [first, second])
    base.remove([first, second, *lists], kept)

    assert parts(base) == {"sheet-tug-co": ["river"]}


def test_lists_stay_private_when_the_standard_is_published(base: KnowledgeBase, panel: Panel) -> None:
    import_release(base, "partnership", [panel("harbor", {"tug-co": LIST})])
    for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
        move_on(base, "harbor", status, Mover("Dana Whitefeather"))
    published = publish(base, "harbor", Mover("Dana Whitefeather")).release

    assert not published.part_of
    assert lists_of(base, "harbor") == ["sheet-tug-co@1"]
    assert going_with(base, [base.release("harbor@draft")])[0] == tuple(firm_lists(base, "harbor"))
