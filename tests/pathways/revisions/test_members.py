"""Who left, who joined and who stands otherwise is told, and nothing of what members have in their lists."""

from __future__ import annotations

import re
from datetime import date

import pytest

from api.differences.difference_text import totals, write_text
from ontology.identifiers import Identifiers
from ontology.namespaces import LW, ORG
from ontology.records import Iri, Organization, Partnership, PublicationStatus, Record
from ontology.store import KnowledgeBase
from ontology.triples import to_graph
from pathways.revisions import Revision, revise
from pathways.revisions.page import figures, to_html
from pathways.revisions.published import published_revision
from standards.agreement import speak
from standards.differences import Difference, compare
from standards.differences.linked_data import records
from standards.differences.touched import touched
from tests.standards.agreement.conftest import (
    CHARTS,
    DANA,
    ROPES,
    SLUG,
    firm,
    members,
    panel,
    stance,
    store,
)
from tests.standards.agreement.rounds import settle
from tests.standards.publishing.coming_and_going import SALVORS, base, first, propose

__all__ = ["base", "first"]

ONE_LEAVES, ONE_JOINS = ("dredge-co",), SALVORS[:1]


def words(revision: Revision) -> str:
    """Return what the page says, without its markup."""
    return re.sub(r"<style.*?</style>|<[^>]+>", " ", to_html(revision), flags=re.DOTALL)


def leave(base: KnowledgeBase, name: str, day: date | None = None) -> None:
    """Take a member out of the partnership that goes on being described, with its last day or without."""
    inside = tuple(one.iri for one in members() if one.iri != firm(name))
    described = [_without(one, inside) for one in panel()]
    assert firm(name) in {one.iri for one in described if isinstance(one, Organization)}
    status, license_ = Iri(PublicationStatus.DRAFT), Iri("https://creativecommons.org/licenses/by/4.0/")
    store(base, SLUG, "draft", "partnership", described, status=status, license=license_)
    kept_back = [one.model_copy(update={"left": day}) if one.iri == firm(name) else one for one in members()]
    told: list[Record] = [one for one in kept_back if one.iri in inside or one.left]
    store(base, f"employment-{SLUG}", "1", "employment", told)


def _without(record: Record, inside: tuple[Iri, ...]) -> Record:
    return record.model_copy(update={"members": inside}) if isinstance(record, Partnership) else record


def changed(base: KnowledgeBase) -> Difference:
    return compare(base, f"{SLUG}@1.0", f"{SLUG}@1.1")


@pytest.mark.parametrize(
    ("gone", "joined", "told"),
    [
        (ONE_LEAVES, (), "Dredge Co left."),
        ((), ONE_JOINS, "Salvage Co joined."),
        (ONE_LEAVES, ONE_JOINS, "Salvage Co joined. Dredge Co left."),
    ],
    ids=["one leaves", "one joins", "one takes the place of another"],
)
def test_it_says_who_left_or_joined_and_no_change_of_what_is_asked(
    base: KnowledgeBase, gone: tuple[str, ...], joined: tuple[str, ...], told: str
) -> None:
    propose(base, *gone, joined=joined)
    settle(base)
    revision = published_revision(base, SLUG)
    page = words(revision)

    assert told in page
    assert revision.sections == ()
    assert not re.search(r"needed|essential|optional|importance|level", page, re.IGNORECASE)


def test_who_left_and_is_still_described_left(base: KnowledgeBase) -> None:
    leave(base, "dredge-co")
    settle(base)
    difference = changed(base)
    revision = published_revision(base, SLUG)

    assert not difference.is_empty
    assert difference.removed == ()
    assert (revision.came, revision.gone) == ((), ("Dredge Co",))
    assert "Dredge Co left." in words(revision)
    assert (1, "left") in figures(revision)
    text = write_text(difference, 10)
    assert "Nothing differs" not in text
    assert "\nLeft (1)\n  Dredge Co\n" in text


def test_the_firm_that_left_reads_that_it_did(base: KnowledgeBase) -> None:
    leave(base, "dredge-co", date(2026, 2, 27))
    settle(base)
    told = words(revise(base, changed(base), "dredge-co"))

    assert "For Dredge Co. You are no member any more: 1.0 names you, 1.1 does not." in told
    assert "Your last day as a member was February 27, 2026. How you stood is in 1.0 alone." in told
    assert "February 27" not in words(published_revision(base, SLUG))
    assert "no member" not in words(revise(base, changed(base), "tug-co"))


def test_the_firm_that_joined_reads_that_it_did(base: KnowledgeBase) -> None:
    propose(base, joined=ONE_JOINS)
    settle(base)
    told = words(revise(base, changed(base), "salvage-co"))

    assert re.search(r"You are a member now: 1\.1 names you, 1\.0 does not\.", told)


def test_who_came_and_went_stands_once_in_the_text(base: KnowledgeBase) -> None:
    propose(base, *ONE_LEAVES, joined=ONE_JOINS)
    settle(base)

    assert totals(changed(base)) == "joined 1, left 1"


def test_who_left_leads_nobody_astray(base: KnowledgeBase) -> None:
    """What is reported of it leads to it still, and is right."""
    leave(base, "dredge-co", date(2026, 2, 27))
    settle(base)
    difference = changed(base)

    assert [one.thing.label for one in difference.removed] == ["Dredge Co"]
    assert touched(difference) == ()
    assert totals(difference) == "left 1"


def test_what_left_again_of_the_description_left_long_ago(base: KnowledgeBase) -> None:
    """The description of a firm that left goes one version after it."""
    leave(base, "dredge-co")
    settle(base)
    propose(base, *ONE_LEAVES)
    settle(base)

    assert published_revision(base, SLUG).gone == ()


def test_how_members_stand_otherwise_is_told_in_the_text_and_on_the_page(base: KnowledgeBase) -> None:
    said = [
        stance(base, "tug-co", ROPES, "adopt with change", change="Splice wire"),
        stance(base, "dredge-co", CHARTS, "dissent", reason="We have <none>"),
    ]
    speak(base, SLUG, said, DANA)
    settle(base)
    difference, revision = changed(base), published_revision(base, SLUG)

    lines = write_text(difference, 10).splitlines()
    start = lines.index("Positions (2)")
    assert lines[start + 1 : start + 3] == [
        "  Dredge Co on HT-2 Read charts: no position -> dissent (We have <none>)",
        "  Tug Co on HT-1 Rope Splicing: endorse -> adopt with change (Splice wire)",
    ]
    assert figures(revision) == ((2, "positions differ"),)
    page = to_html(revision)
    assert "Dissents from HT-2 Read charts: We have &lt;none&gt;." in page
    assert "Adopts HT-1 Rope Splicing with a change: “Splice wire”. It endorsed it before." in page
    assert '<article class="mine">\n<h3>Tug Co</h3>' in to_html(revise(base, difference, "tug-co"))


def test_how_who_left_stood_is_no_change_of_a_position(base: KnowledgeBase) -> None:
    speak(base, SLUG, [stance(base, "dredge-co", CHARTS, "endorse")], DANA)
    settle(base)
    assert len(changed(base).positions) == 1
    leave(base, "dredge-co")
    settle(base)
    difference = compare(base, f"{SLUG}@1.1", f"{SLUG}@1.2")

    assert [one.label for one in difference.left] == ["Dredge Co"]
    assert difference.positions == ()


def test_of_a_working_copy_no_position_is_told(base: KnowledgeBase) -> None:
    """None is published with it; who left its file is told."""
    leave(base, "dredge-co")
    difference = compare(base, f"{SLUG}@1.0", f"{SLUG}@draft")

    assert [one.label for one in difference.left] == ["Dredge Co"]
    assert (difference.positions, difference.ratifications) == ((), ())
    assert [one for one in difference.notes if one.startswith("how members stand is not compared")]


def test_members_and_positions_are_linked_data_too(base: KnowledgeBase) -> None:
    speak(base, SLUG, [stance(base, "ferry-co", CHARTS, "adopt with change", change="Read maps")], DANA)
    leave(base, "dredge-co")
    settle(base)
    graph = to_graph(records(changed(base), Identifiers()))

    (moved,) = graph.subjects(LW.changedProperty, ORG.hasMember)
    assert [str(one) for one in graph.objects(moved, LW.linkBefore)] == [firm("dredge-co")]
    (turned,) = graph.subjects(LW.changedProperty, LW.positionTaken)
    assert {str(one) for one in graph.objects(turned, LW.valueAfter)} == {"adopt with change", "change: Read maps"}
