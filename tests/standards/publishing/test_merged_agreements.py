"""Two regional partnerships that agreed each on its own merge: a third agrees anew, and both keep their histories."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.records import Competency, Edition, PublicationStatus, Release
from ontology.store import KnowledgeBase
from standards.agreement import Motion, Signature, Stance, decide, read_agreement, speak
from standards.harmonizing.rounds import propose
from standards.imports import import_release
from standards.publishing import Mover, move_on, publish, standing
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
