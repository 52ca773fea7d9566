"""Two regional partnerships merge, nothing says what takes the place of what, and a firm leaves on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import RefusedError
from ontology.records import Competency, Edition, Endorsement, Iri, Partnership, PublicationStatus, Release
from ontology.store import KnowledgeBase
from standards.agreement import Motion, Signature, Stance, account, decide, read_agreement, speak
from standards.firm_lists import firm_lists
from standards.harmonizing.rounds import Round, propose
from standards.imports import import_release
from standards.publishing import Mover, move_on, publish, standing
from standards.sources.own import PARTNERSHIP

DANA, ANA = Signature("Dana Whitefeather"), Mover("Ana Ortiz")
LEFT = "left on 2026-05-31 and is no member any more"
SPLICING = "Splice rope and wire"
LISTS = {
    "tug-co": f"{SPLICING}\nRead charts and tide tables\n",
    "dock-co": f"{SPLICING}\nDrive a forklift on the quay\n",
    "barge-co": f"{SPLICING}\nMoor a barge in wind and current\n",
}
MEMBERS = {"harbor": ("tug-co", "dock-co"), "river": ("tug-co", "barge-co"), "columbia": tuple(LISTS)}


def folder(at: Path, slug: str, *left: str) -> Path:
    """Write a partnership's folder; the third has nothing but its members, and says what merged into it."""
    made, lists = at / slug, "" if slug == "columbia" else "[files.firms]\n"
    made.mkdir(exist_ok=True)
    members = "".join(
        f'[[organizations]]\nslug = "{firm}"\nname = "{firm.title()}"\nrole = "firm"\n'
        + ("left = 2026-05-31\n" if firm in left else "")
        for firm in MEMBERS[slug]
    )
    for firm in MEMBERS[slug] if lists else ():
        (made / f"{firm}.csv").write_text(f"Skill\n{LISTS[firm]}", encoding="utf-8")
        lists += "" if firm in left else f'{firm} = "{firm}.csv"\n'
    merges = 'merges = ["harbor", "river"]\n' if slug == "columbia" else ""
    head = (
        f'name = "Panel of {slug}"\nslug = "{slug}"\nlicense = "https://creativecommons.org/licenses/by/4.0/"\n{merges}'
    )
    (made / "partnership.toml").write_text(f"{head}{members}{lists}", encoding="utf-8")
    return made


def brought(base: KnowledgeBase, at: Path, slug: str, *left: str) -> Round:
    import_release(base, PARTNERSHIP, [folder(at, slug, *left)])
    return propose(base, slug, ())


def agreed(base: KnowledgeBase, slug: str, *firms: str) -> Release:
    """Accept the splicing where that is open, let firms endorse it, and publish."""
    one = next(each for each in read_agreement(base, slug).statements.values() if str(each.wording) == SPLICING)
    if not one.code:
        decide(base, slug, [Motion(one.iri, "accept", one.revision, category="Deck")], DANA)
    speak(base, slug, [Stance(firm, one.iri, "endorse", one.seen) for firm in firms], DANA)
    for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
        move_on(base, slug, status, ANA)
    return publish(base, slug, ANA).release


def state(base: KnowledgeBase, slug: str) -> tuple[object, ...]:
    now = read_agreement(base, slug)
    return now.candidates, now.voices, now.log, {iri: tally.status for iri, tally in now.tallies.items()}, now.seen


def speaking(base: KnowledgeBase, release: Release) -> set[str]:
    return {one.organization.rpartition("/")[2] for one in base.records(release, Endorsement)}


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    """The two, each with a version on which both of its firms agreed."""
    with KnowledgeBase.in_memory() as opened:
        for slug in ("harbor", "river"):
            brought(opened, tmp_path, slug)
            agreed(opened, slug, *MEMBERS[slug])
        yield opened


def test_one_that_left_before_the_merger_is_not_compared_and_not_counted(base: KnowledgeBase, tmp_path: Path) -> None:
    before = {slug: state(base, slug) for slug in ("harbor", "river")}
    done = brought(base, tmp_path, "columbia", "barge-co")
    now = read_agreement(base, "columbia")

    assert [one.slug for one in done.lists] == ["dock-co", "tug-co"]
    assert [one.source for one in firm_lists(base, "columbia")] == ["sheet-dock-co", "sheet-tug-co"]
    assert account(now).rule.startswith("adopted by 2 firms"), "two are left, and both are more than half"
    assert now.log.endorsements == (), "nobody is bound by what the two said"
    one = next(each for each in now.statements.values() if str(each.wording) == SPLICING)
    with pytest.raises(RefusedError, match=LEFT):
        speak(base, "columbia", [Stance("barge-co", one.iri, "endorse", one.seen)], DANA)
    assert {slug: state(base, slug) for slug in before} == before


def test_what_is_published_then_revises_nothing_and_leaves_the_two_their_positions(
    base: KnowledgeBase, tmp_path: Path
) -> None:
    brought(base, tmp_path, "columbia", "barge-co")
    release = agreed(base, "columbia", "dock-co", "tug-co")

    (splicing,) = base.records(release, Competency)
    assert splicing.revises == ()
    assert not [one for one in base.records(release, Edition) if "/columbia/" in one.iri and one.revised]
    assert speaking(base, release) == {"dock-co", "tug-co"}
    (partnership,) = base.records(release, Partnership)
    assert {iri.rpartition("/")[2] for iri in partnership.members} == {"dock-co", "tug-co"}
    assert {iri.rpartition("/")[2] for iri in partnership.derived_from} == {"harbor", "river"}
    river = standing(base, "river").in_force
    assert river
    assert speaking(base, river) == {"tug-co", "barge-co"}


def test_one_that_leaves_after_it_was_heard_counts_no_more_and_its_word_stays_in_the_log(
    base: KnowledgeBase, tmp_path: Path
) -> None:
    brought(base, tmp_path, "columbia")
    one = next(each for each in read_agreement(base, "columbia").statements.values() if str(each.wording) == SPLICING)
    decide(base, "columbia", [Motion(one.iri, "accept", one.revision, category="Deck")], DANA)
    said = [
        Stance("barge-co", one.iri, "dissent", one.seen, reason="No ropes"),
        Stance("tug-co", one.iri, "endorse", one.seen),
    ]
    speak(base, "columbia", said, DANA)
    assert account(read_agreement(base, "columbia")).rule.startswith("adopted by 2 firms")
    done = brought(base, tmp_path, "columbia", "barge-co")

    assert [str(finding.value) for finding in done.report if finding.code == "left"] == ["barge-co"]
    told = account(read_agreement(base, "columbia"))
    assert [line.partition(":")[0] for line in told.idle] == [f"1 position of Barge-Co, which {LEFT}"]
    (splicing,) = [each for each in told.statements if each.wording == SPLICING]
    assert {each.organization: each.counts for each in splicing.positions} == {"Barge-Co": False, "Tug-Co": True}
    assert splicing.missing == "1 more firm; not spoken: Dock-Co"
    assert splicing.address == one.iri, "it stays where it was"
    assert "sheet-barge-co" in {release.source for release in base.releases()}, "the river has it still"

    release = agreed(base, "columbia", "dock-co")
    assert speaking(base, release) == {"dock-co", "tug-co"}


def test_what_was_published_of_the_merged_one_stays_when_a_firm_leaves_it(base: KnowledgeBase, tmp_path: Path) -> None:
    brought(base, tmp_path, "columbia")
    release = agreed(base, "columbia", *LISTS)
    brought(base, tmp_path, "columbia", "barge-co", "dock-co")

    assert speaking(base, release) == {*LISTS}
    now = account(read_agreement(base, "columbia"))
    assert now.rule == "adopted by 1 firm"
    (splicing,) = [each for each in now.statements if each.wording == SPLICING]
    assert splicing.status == "agreed"
    assert len(now.idle) == 2


def test_one_that_leaves_one_of_the_two_is_a_member_of_the_new_one_all_the_same(
    base: KnowledgeBase, tmp_path: Path
) -> None:
    brought(base, tmp_path, "river", "barge-co")
    done = brought(base, tmp_path, "columbia")
    assert [one.slug for one in done.lists] == ["dock-co", "tug-co"], "its list went with it out of the river"
    one = next(each for each in read_agreement(base, "columbia").statements.values() if str(each.wording) == SPLICING)
    decide(base, "columbia", [Motion(one.iri, "accept", one.revision, category="Deck")], DANA)
    speak(base, "columbia", [Stance("barge-co", one.iri, "endorse", one.seen)], DANA)
    assert read_agreement(base, "columbia").tallies[one.iri].adopters == (
        Iri(base.identifiers.mint("organization", "barge-co")),
    )
