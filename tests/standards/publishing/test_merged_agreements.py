"""Two regional partnerships that agreed each on its own merge: a third agrees anew, and both keep their histories."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.records import Competency, Edition, Iri, PublicationStatus, Release
from ontology.store import KnowledgeBase
from standards.agreement import Motion, Signature, Stance, decide, read_agreement, speak
from standards.firm_lists import firm_lists
from standards.harmonizing.rounds import propose
from standards.imports import import_release
from standards.publishing import Mover, move_on, publish, standing
from standards.publishing.footing import Footings
from standards.sources.own import PARTNERSHIP

ID = "http://localhost:8000/id"
DANA, ANA = Signature("Dana Whitefeather"), Mover("Ana Ortiz")
LISTS = {
    "tug-co": "Splice rope and wire\nRead charts and tide tables\n",
    "dock-co": "Splice rope and wire\nDrive a forklift on the quay\n",
    "barge-co": "Splice wire and rope\nRead charts and tide tables\n",
}
MEMBERS = {"harbor": ("tug-co", "dock-co"), "river": ("tug-co", "barge-co"), "columbia": tuple(LISTS)}
STATEMENTS = {"columbia": "CO-1,Splice rope and wire,Splicing,harbor/HT-1 | river/HT-1"}


def folder(at: Path, slug: str) -> Path:
    """Write a partnership's folder: its firms' lists, and of the third one statement that takes the place of two."""
    made = at / slug
    made.mkdir()
    members = "".join(
        f'[[organizations]]\nslug = "{firm}"\nname = "{firm.title()}"\nrole = "firm"\n' for firm in MEMBERS[slug]
    )
    lists = "".join(f'{firm} = "{firm}.csv"\n' for firm in MEMBERS[slug])
    license_ = "https://creativecommons.org/licenses/by/4.0/"
    merges = 'merges = ["harbor", "river"]\n' if slug == "columbia" else ""
    head = f'name = "Panel of {slug}"\nslug = "{slug}"\nlicense = "{license_}"\n{merges}'
    (made / "partnership.toml").write_text(f"{head}{members}[files.firms]\n{lists}", encoding="utf-8")
    for firm in MEMBERS[slug]:
        (made / f"{firm}.csv").write_text(f"Skill\n{LISTS[firm]}", encoding="utf-8")
    row = STATEMENTS.get(slug, "HT-1,Splice rope and wire,Splicing,")
    (made / "competencies.csv").write_text(f"id,statement,label,replaces\n{row}\n", encoding="utf-8")
    return made


def agree(base: KnowledgeBase, at: Path, slug: str) -> Release:
    """Import a partnership, propose, let all its firms endorse the splicing, and publish."""
    import_release(base, PARTNERSHIP, [folder(at, slug)])
    propose(base, slug, MEMBERS[slug])
    one = next(each for each in read_agreement(base, slug).statements.values() if each.stands_for)
    decide(base, slug, [Motion(one.iri, "accept", one.revision)], DANA)
    speak(base, slug, [Stance(firm, one.iri, "endorse", one.seen) for firm in MEMBERS[slug]], DANA)
    for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
        move_on(base, slug, status, ANA)
    return publish(base, slug, ANA).release


def state(base: KnowledgeBase, slug: str) -> tuple[object, ...]:
    """Return all that a partnership agreed on and published."""
    now = read_agreement(base, slug)
    return now.candidates, now.voices, now.log, {iri: tally.status for iri, tally in now.tallies.items()}, now.seen


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[KnowledgeBase, dict[str, tuple[object, ...]]]]:
    """The three of them, and how the first two stood before they merged."""
    at = tmp_path_factory.mktemp("merging")
    with KnowledgeBase.in_memory() as base:
        before = {}
        for slug in ("harbor", "river"):
            agree(base, at, slug)
            before[slug] = state(base, slug)
        agree(base, at, "columbia")
        yield base, before


Merged = tuple[KnowledgeBase, dict[str, tuple[object, ...]]]


LATER = "Skill\nSplice rope and wire\nMoor a barge in wind and current\n"


def two(at: Path, base: KnowledgeBase, **lists: str) -> None:
    """Import two partnerships, and one that they merge into without a list of its own."""
    for slug in ("harbor", "river"):
        made = folder(at, slug)
        if slug in lists:
            (made / "tug-co.csv").write_text(lists[slug], encoding="utf-8")
        import_release(base, PARTNERSHIP, [made])
    declared = folder(at, "columbia") / "partnership.toml"
    declared.write_text(declared.read_text(encoding="utf-8").partition("[files.firms]")[0], encoding="utf-8")
    import_release(base, PARTNERSHIP, [declared.parent])


def test_the_lists_of_those_that_merged_are_found_each_under_its_firm_once(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        two(tmp_path, base)
        done = propose(base, "columbia", ())

        assert [one.slug for one in done.lists] == sorted(LISTS)
        assert [one.release.name for one in done.lists] == [f"sheet-{firm}@1" for firm in sorted(LISTS)]
        assert not [one for one in done.report if one.code == "several-lists"]
        assert [one.source for one in firm_lists(base, "harbor")] == ["sheet-dock-co", "sheet-tug-co"]


def test_of_two_lists_of_one_firm_the_newest_is_compared_which_is_told(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        two(tmp_path, base, river=LATER)
        done = propose(base, "columbia", ())
        (tug,) = (one for one in done.lists if one.slug == "tug-co")

        assert tug.release.name == "sheet-river-tug-co@1"
        assert "Moor a barge in wind and current" in {saying.words for saying in tug.sayings}
        (told,) = (one for one in done.report if one.code == "several-lists")
        assert (told.value, "not sheet-tug-co@1" in told.message) == ("tug-co", True)


def test_a_list_in_its_own_folder_comes_first(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        two(tmp_path, base)
        made = tmp_path / "columbia"
        (made / "tug-co.csv").write_text(LATER, encoding="utf-8")
        with (made / "partnership.toml").open("a", encoding="utf-8") as declared:
            declared.write('[files.firms]\ntug-co = "tug-co.csv"\n')
        import_release(base, PARTNERSHIP, [made])
        done = propose(base, "columbia", ())

        assert {one.slug: one.release.source for one in done.lists} == {
            "barge-co": "sheet-barge-co",
            "dock-co": "sheet-dock-co",
            "tug-co": "sheet-columbia-tug-co",
        }


def test_the_list_of_a_firm_that_is_no_member_of_the_new_one_is_not_taken(tmp_path: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        two(tmp_path, base)
        declared = tmp_path / "columbia/partnership.toml"
        head, _, rest = declared.read_text(encoding="utf-8").partition('[[organizations]]\nslug = "dock-co"')
        after = rest.partition("[[organizations]]")
        declared.write_text(head + after[1] + after[2], encoding="utf-8")
        import_release(base, PARTNERSHIP, [declared.parent])

        assert [one.slug for one in propose(base, "columbia", ()).lists] == ["barge-co", "tug-co"]


def test_both_keep_what_they_proposed_decided_and_said(merged: Merged) -> None:
    base, before = merged
    assert {slug: state(base, slug) for slug in before} == before
    found = [standing(base, slug).in_force for slug in before]
    assert [release.name for release in found if release] == ["harbor@1.0", "river@1.0"]


def test_the_new_one_agrees_anew_with_all_firms_and_says_what_it_goes_on_from(merged: Merged) -> None:
    base, _ = merged
    now, published = read_agreement(base, "columbia"), base.release("columbia@1.0")
    (splicing,) = base.records(published, Competency)
    (statement,) = now.agreed
    editions = {str(one.iri): {*one.revised} for one in base.records(published, Edition)}

    assert {now.voice[iri].firm.rpartition("/")[2] for iri in statement.voices} == {*LISTS}
    assert len(now.log.decisions) == 1, "nothing of what the two decided is decided for it"
    assert splicing.generated_by == (now.log.decisions[0].iri,)
    assert {*splicing.revises} == {f"{ID}/harbor/HT-1", f"{ID}/river/HT-1"}
    assert editions[f"{ID}/columbia/CO-1@1.0"] == {f"{ID}/harbor/HT-1@1.0", f"{ID}/river/HT-1@1.0"}


def test_what_the_versions_of_the_two_rest_on_counts_for_what_takes_their_place(merged: Merged) -> None:
    base, _ = merged
    working = next(one for one in base.current() if one.source == "columbia" and not one.fixed)
    found = Footings.read(base, working)
    former = {slug: found.heard[Iri(f"{ID}/{slug}/HT-1")] for slug in ("harbor", "river")}
    (mine,) = (rows for iri, rows in found.heard.items() if iri.startswith(f"{ID}/columbia/"))

    assert {slug: {iri.rpartition("/")[2] for iri in rows} for slug, rows in former.items()} == {
        slug: {*MEMBERS[slug]} for slug in former
    }
    assert {iri.rpartition("/")[2] for iri in mine} == {*LISTS}
    assert {f"{ID}/harbor/HT-1", f"{ID}/river/HT-1"} <= found.live
