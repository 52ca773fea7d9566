"""A firm that takes part in two standards with two lists: each has its own, and none is lost for the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import InputError
from ontology.store import KnowledgeBase
from standards.agreement import read_agreement
from standards.firm_lists import firm_lists
from standards.harmonizing import stored_proposal
from standards.harmonizing.intake import take_in_all
from standards.harmonizing.panel import ensure_panel
from standards.harmonizing.rounds import Round, propose
from standards.imports import import_release
from standards.list_places import going_with
from standards.publishing import Mover, release_list

LOCKS = "Skill\nLock and tag equipment before work\nClear trash racks with the rake\n"
TUBES = "Skill\nLock and tag equipment before work\nWeld boiler tubes\n"
PLOWS = "Job,Skill\nDriver,Drive a snow plow\nDriver,Inspect the fish ladder\n"
SALT = "Skill\nDrive a snow plow\nSalt the roads in winter\n"
DOCUMENT = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://example.org/s> a skos:ConceptScheme ; skos:prefLabel "Plows"@en .
<http://example.org/1> a skos:Concept ; skos:prefLabel "Drive a snow plow at night"@en ;
  skos:inScheme <http://example.org/s> .
"""


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as opened:
        yield opened


def harmonized(base: KnowledgeBase, folder: Path, standard: str, **lists: str) -> Round:
    paths = {}
    for firm, content in lists.items():
        paths[firm] = folder / f"{standard}-{firm}.{'ttl' if content.startswith('@prefix') else 'csv'}"
        paths[firm].write_text(content, encoding="utf-8")
    told = take_in_all(base, paths, standard)
    ensure_panel(base, standard, list(lists))
    done = propose(base, standard, list(lists))
    return Round(done.proposal, done.release, done.lists, type(told)([*told, *done.report]))


def codes(found: Round) -> list[str]:
    return [finding.code for finding in found.report]


def words(base: KnowledgeBase, standard: str, firm: str) -> set[str]:
    proposal = stored_proposal(base, standard)
    assert proposal
    return {voice.words.value for voice in proposal.voices if voice.firm.endswith(f"/{firm}")}


@pytest.fixture
def both(base: KnowledgeBase, tmp_path: Path) -> KnowledgeBase:
    harmonized(base, tmp_path, "harbor", dam=LOCKS, plant=TUBES)
    harmonized(base, tmp_path, "roads", dam=PLOWS, plow=SALT)
    return base


def test_the_list_that_another_standard_rests_on_stays(base: KnowledgeBase, tmp_path: Path) -> None:
    first = harmonized(base, tmp_path, "harbor", dam=LOCKS, plant=TUBES)
    second = harmonized(base, tmp_path, "roads", dam=PLOWS, plow=SALT)

    (told,) = [finding for finding in second.report if finding.code == "another-list"]
    assert (told.value, told.file) == ("dam", "roads-dam.csv")
    assert "harbor has (sheet-dam@1)" in told.message
    assert [one.release.name for one in second.lists] == ["sheet-roads-dam@1", "sheet-plow@1"]
    assert words(base, "roads", "dam") == {"Drive a snow plow", "Inspect the fish ladder"}
    assert propose(base, "harbor", ()).release == first.release, "what was proposed for the other is as it was"


def test_the_work_that_each_standard_counts_is_that_of_its_own_list(both: KnowledgeBase) -> None:
    jobs = {slug: [str(job.label) for job in read_agreement(both, slug).work.jobs] for slug in ("harbor", "roads")}
    assert jobs == {"harbor": [], "roads": ["Driver"]}


def test_a_newer_list_for_a_standard_takes_the_place_of_its_own_alone(both: KnowledgeBase, tmp_path: Path) -> None:
    names = {release.name for release in both.releases() if release.reader == "sheet"}
    harmonized(both, tmp_path, "roads", dam="Skill\nDrive a snow plow\nGrade gravel\n")
    assert words(both, "roads", "dam") == {"Drive a snow plow", "Grade gravel"}
    harmonized(both, tmp_path, "harbor", dam="Skill\nLock and tag equipment before work\n")
    assert words(both, "harbor", "dam") == {"Lock and tag equipment before work"}
    assert words(both, "roads", "dam") == {"Drive a snow plow", "Grade gravel"}
    assert {release.name for release in both.releases() if release.reader == "sheet"} == names


@pytest.mark.parametrize("standard", ["harbor", "roads"])
def test_the_same_list_for_the_same_standard_changes_nothing(
    both: KnowledgeBase, tmp_path: Path, standard: str
) -> None:
    before = both.releases()
    again = harmonized(both, tmp_path, standard, dam=LOCKS if standard == "harbor" else PLOWS)
    assert "already-imported" in codes(again)
    assert both.releases() == before


def test_two_standards_that_are_given_the_same_list_have_it_once(base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "dam.csv"
    path.write_text(LOCKS, encoding="utf-8")
    for standard in ("harbor", "roads"):
        take_in_all(base, {"dam": path}, standard)
        propose(base, standard, ["dam"])
    assert [release.source for release in base.releases() if release.reader == "sheet"] == ["sheet-dam"]

    path.write_text(PLOWS, encoding="utf-8")
    take_in_all(base, {"dam": path}, "harbor")
    propose(base, "harbor", ["dam"])
    propose(base, "roads", ["dam"])
    assert words(base, "roads", "dam") == set(LOCKS.splitlines()[1:])
    assert words(base, "harbor", "dam") == {"Drive a snow plow", "Inspect the fish ladder"}


def test_a_document_leaves_the_other_standard_its_list_too(base: KnowledgeBase, tmp_path: Path) -> None:
    harmonized(base, tmp_path, "harbor", dam=LOCKS, plant=TUBES)
    harmonized(base, tmp_path, "roads", dam=DOCUMENT)
    assert words(base, "roads", "dam") == {"Drive a snow plow at night"}
    propose(base, "harbor", ())
    assert words(base, "harbor", "dam") == set(LOCKS.splitlines()[1:])


def test_a_list_that_was_left_out_is_not_given_away(both: KnowledgeBase, tmp_path: Path) -> None:
    propose(both, "harbor", (), without=["plant"])
    harmonized(both, tmp_path, "roads", plant=SALT)
    propose(both, "harbor", ["plant"])
    assert words(both, "harbor", "plant") == set(TUBES.splitlines()[1:])


def test_a_firm_of_several_lists_that_is_named_alone_is_told(both: KnowledgeBase) -> None:
    done = propose(both, "third", ["dam"])
    (told,) = [finding for finding in done.report if finding.code == "several-lists"]
    assert told.message == "gave several lists; sheet-dam@1 is compared, not sheet-roads-dam@1"
    assert told.remedy == "Where another is meant, name its file: dam=LIST"


def test_a_firm_releases_the_list_of_the_standard_that_it_names(both: KnowledgeBase) -> None:
    assert release_list(both, "roads", "dam", Mover("Dana")).source == "sheet-roads-dam"
    assert release_list(both, "harbor", "dam", Mover("Dana")).source == "sheet-dam"


def test_the_place_of_another_firms_list_is_not_taken(base: KnowledgeBase, tmp_path: Path) -> None:
    harmonized(base, tmp_path, "harbor", dam=LOCKS, **{"roads-dam": TUBES})
    with pytest.raises(InputError, match="stored as sheet-roads-dam"):
        harmonized(base, tmp_path, "roads", dam=PLOWS)
    assert words(base, "harbor", "roads-dam") == set(TUBES.splitlines()[1:])


def folder_of(tmp_path: Path, members: str, lists: str = "", slug: str = "roads") -> Path:
    folder = tmp_path / slug
    folder.mkdir(parents=True, exist_ok=True)
    head = f'name = "{slug.title()}"\nslug = "{slug}"\nlicense = "https://creativecommons.org/licenses/by/4.0/"\n{members}{lists}'
    (folder / "partnership.toml").write_text(head, encoding="utf-8")
    return folder


def member(slug: str, more: str = "") -> str:
    return f'[[organizations]]\nslug = "{slug}"\nname = "{slug.title()}"\nrole = "firm"\n{more}'


def test_a_folder_that_names_no_list_leaves_those_that_came_by_themselves(both: KnowledgeBase, tmp_path: Path) -> None:
    import_release(both, "partnership", [folder_of(tmp_path, member("dam") + member("plow"))])
    propose(both, "roads", ())
    assert words(both, "roads", "dam") == {"Drive a snow plow", "Inspect the fish ladder"}


@pytest.mark.parametrize("door", ["import", "harmonize"])
def test_a_newer_list_that_came_by_itself_stays_and_one_that_a_folder_brought_goes(
    base: KnowledgeBase, tmp_path: Path, door: str
) -> None:
    members = member("dam") + member("plow")
    folder = folder_of(tmp_path, members, '[files.firms]\ndam = "dam.csv"\nplow = "plow.csv"\n')
    for firm, content in (("dam", LOCKS), ("plow", SALT)):
        (folder / f"{firm}.csv").write_text(content, encoding="utf-8")
    import_release(base, "partnership", [folder])
    newer = tmp_path / "dam.csv"
    newer.write_text(LOCKS + "Grade gravel\n", encoding="utf-8")
    if door == "import":
        import_release(base, "sheet", [newer])
    else:
        take_in_all(base, {"dam": newer}, "roads")
    for name in ("dam.csv", "plow.csv"):
        (folder / name).unlink()
    done = import_release(base, "partnership", [folder_of(tmp_path, members)])

    assert [one.source for one in firm_lists(base, "roads")] == ["sheet-dam"]
    assert [one.file for one in done.report if one.code == "missing-file"] == ["plow.csv"]
    propose(base, "roads", ())
    assert "Grade gravel" in words(base, "roads", "dam")


def test_a_folder_that_shares_a_list_gives_its_own_part_of_it_back_alone(base: KnowledgeBase, tmp_path: Path) -> None:
    """The harbor's folder names the list still when that of the roads does no more, and is not touched."""
    harbor = folder_of(tmp_path / "harbor", member("dam"), '[files.firms]\ndam = "dam.csv"\n', slug="harbor")
    roads = folder_of(tmp_path, member("dam"), '[files.firms]\ndam = "dam.csv"\n')
    for folder in (harbor, roads):
        (folder / "dam.csv").write_text(LOCKS, encoding="utf-8")
        import_release(base, "partnership", [folder])
    (folder / "dam.csv").unlink()
    import_release(base, "partnership", [folder_of(tmp_path, member("dam"))])

    listed, mint = base.release("sheet-dam"), base.identifiers.mint
    assert listed.part_of == listed.folders == (mint("partnership", "harbor"),)
    assert not firm_lists(base, "roads")


def test_a_folder_with_a_list_takes_the_place_of_the_standards_own(both: KnowledgeBase, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, member("dam") + member("plow"), '[files.firms]\ndam = "dam.csv"\n')
    (folder / "dam.csv").write_text("Skill\nGrade gravel\n", encoding="utf-8")
    import_release(both, "partnership", [folder])
    propose(both, "roads", ())
    assert words(both, "roads", "dam") == {"Grade gravel"}
    assert [one.source for one in firm_lists(both, "roads")] == ["sheet-roads-dam"]
    propose(both, "harbor", ())
    assert words(both, "harbor", "dam") == set(LOCKS.splitlines()[1:])


def test_a_folder_leaves_the_list_that_another_standard_compared(base: KnowledgeBase, tmp_path: Path) -> None:
    harmonized(base, tmp_path, "harbor", dam=LOCKS, plant=TUBES)
    folder = folder_of(tmp_path, member("dam"), '[files.firms]\ndam = "dam.csv"\n')
    (folder / "dam.csv").write_text(PLOWS, encoding="utf-8")
    import_release(base, "partnership", [folder])
    propose(base, "harbor", ())
    assert words(base, "harbor", "dam") == set(LOCKS.splitlines()[1:])


def test_the_list_of_a_member_that_has_left_is_not_compared(both: KnowledgeBase, tmp_path: Path) -> None:
    import_release(both, "partnership", [folder_of(tmp_path, member("dam", "left = 2026-05-31\n") + member("plow"))])
    done = propose(both, "roads", ())
    assert [one.slug for one in done.lists] == ["plow"]
    assert "left" in codes(done)
    assert not words(both, "roads", "dam")


def test_a_list_stays_where_a_standard_compared_it_that_did_not_bring_it(base: KnowledgeBase, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, member("dam"), '[files.firms]\ndam = "dam.csv"\n')
    (folder / "dam.csv").write_text(PLOWS, encoding="utf-8")
    release = import_release(base, "partnership", [folder]).release
    propose(base, "harbor", ["dam"])
    gone, kept = going_with(base, [release])
    assert not gone
    assert [(one.source, [iri.rpartition("/")[2] for iri in one.part_of]) for one in kept] == [
        ("sheet-dam", ["harbor"])
    ]
