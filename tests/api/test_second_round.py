"""The second round of the example: a firm joins, nothing agreed is reshuffled, and 1.1 differs by what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from ontology.errors import NotFoundError
from ontology.records import Organization, Voice
from ontology.store import KnowledgeBase
from pathways.revisions import Revision, revise, to_html
from pathways.revisions.revision import Item, Part
from standards.differences import Difference, compare
from standards.differences.thing import Thing
from tests.second_round import CHARGE, DATA, INVERTERS, MAKER, MOVED, RACKS, SLUG, SOLAR, Rounds, second_round

HYDRO, WIND = "stillwater-bend-hydro", "larkspur-plateau-wind"


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rounds]:
    """Both rounds; they are only read."""
    with KnowledgeBase.in_memory() as base:
        yield second_round(base, tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="module")
def difference(rounds: Rounds) -> Difference:
    return compare(rounds.base, f"{SLUG}@1.0", f"{SLUG}@1.1")


@pytest.fixture(scope="module")
def revision(rounds: Rounds, difference: Difference) -> Revision:
    """What anybody may read."""
    return revise(rounds.base, difference)


def codes(things: tuple[Thing, ...]) -> list[str]:
    return [thing.code for thing in things]


def item(revision: Revision, code: str) -> Item:
    return next(one for one in revision.items if one.named.code == code)


# --- The firm that comes later --------------------------------------------------------------


def test_a_firm_that_comes_later_adds_its_words_and_moves_nobody_elses(rounds: Rounds) -> None:
    solar = rounds.base.identifiers.mint("organization", SOLAR)

    def others(voices: tuple[Voice, ...]) -> set[str]:
        return {voice.iri for voice in voices if voice.firm != solar}

    first, second = rounds.first.voices_of, rounds.second.voices_of
    assert first.keys() <= second.keys()
    assert {iri: others(second[iri]) for iri in first} == {iri: others(voices) for iri, voices in first.items()}
    assert {one.iri: one.statement for one in rounds.first.candidates}.items() <= {
        one.iri: one.statement for one in rounds.second.candidates
    }.items()
    new = {one.statement.value for one in rounds.second.candidates if one.iri not in first}
    assert new == {INVERTERS, CHARGE}
    assert not others(tuple(voice for iri in second.keys() - first.keys() for voice in second[iri]))


def test_nothing_agreed_is_reshuffled_when_it_joins(rounds: Rounds) -> None:
    before, joined = rounds.before, rounds.joined
    assert joined.agreed
    assert [(one.iri, one.wording, one.code) for one in joined.agreed] == [
        (one.iri, one.wording, one.code) for one in before.agreed
    ]
    assert {one.iri: joined.tallies[one.iri].status for one in before.statements.values()} == {
        iri: tally.status for iri, tally in before.tallies.items()
    }
    assert not joined.replayed.idle


# --- The difference -------------------------------------------------------------------------


def test_the_difference_is_what_was_decided(difference: Difference) -> None:
    assert {(one.kind.value, *codes(one.older), "->", *codes(one.newer)) for one in difference.successions} == {
        ("merged", "PG-OPS-02", "PG-OPS-09", "->", "PG-OPS-02"),
        ("split", "PG-HYD-03", "->", "PG-HYD-03", "PG-HYD-06"),
        ("replaced", "PG-DAT-02", "->", "PG-DAT-05"),
    }
    assert all(one.asserted for one in difference.successions)
    assert {one.code or one.label for one in difference.added} == {
        "PG-ELE-08",
        "Sagebrush Solar and Storage (fictional)",
        MOVED,
    }
    assert [one.thing.code for one in difference.only_withdrawn] == ["PG-OPS-08"]
    assert not difference.removed
    texts = {(one.thing.code, text.field.value) for one in difference.changed for text in one.texts}
    assert texts == {("PG-SAF-02", "statement"), ("PG-COM-04", "category")}


def test_a_level_that_was_decided_is_told_and_none_that_was_not(difference: Difference) -> None:
    touched = {"PG-OPS-02", "PG-OPS-08", "PG-OPS-09", "PG-HYD-03", "PG-HYD-06", "PG-DAT-02", "PG-DAT-05", "PG-ELE-08"}
    others = [need for need in difference.needs if need.competency.code not in touched]
    told = {
        (need.occupation.code, need.competency.code, need.before and need.before.level, need.after and need.after.level)
        for need in others
    }
    assert told == {("51-8013.00", "PG-OPS-01", 3.8, 6)}  # what the fifth firm alone asks anew is not told


# --- The page -------------------------------------------------------------------------------


def test_every_change_has_one_place_on_the_page(revision: Revision) -> None:
    found = {section.part: [one.named.code for one in section.items] for section in revision.sections}
    assert found == {
        Part.NEW: ["PG-ELE-08", ""],
        Part.REWORDED: ["PG-SAF-02"],
        Part.FOLLOWED: ["PG-DAT-05", "PG-HYD-03", "PG-OPS-02"],
        Part.DROPPED: ["PG-OPS-08"],
        Part.ASKED: ["PG-OPS-01"],
        Part.OTHER: ["PG-COM-04", ""],
    }
    assert [(one.named.name, one.kind) for one in revision.of(Part.NEW)[1:]] == [(MOVED, "work function")]
    assert revision.came == ("Sagebrush Solar and Storage",)
    assert len(revision.ratified) == 2


def test_what_is_new_says_who_adopts_it_and_who_dissents_and_why(revision: Revision) -> None:
    new = item(revision, "PG-ELE-08")
    (stands,) = new.stands
    assert (new.named.text, stands.adopters) == (INVERTERS, 3)
    assert [(one.organization, one.position, one.reason) for one in stands.said] == [
        ("Larkspur Plateau Wind", "dissent", MAKER)
    ]
    assert not new.demands, "the fifth firm alone asks for it, and joined since"


def test_words_that_are_gone_are_struck_out_and_those_that_came_are_marked(revision: Revision) -> None:
    page = to_html(revision)
    assert "the task, the voltage<ins>, the arc-flash label</ins> and the chemicals" in page
    assert "<del>Carry out black start, islanding and restoration plans after a disturbance</del>" in page
    assert "Power Plant Operators (level 3.8 → level 6)" in page
    assert "3 of 5 firms adopt it. Larkspur Plateau Wind dissents: We buy this from the maker of the inverters." in page


def test_the_page_stands_alone_without_a_script_and_has_no_firms_own_words(rounds: Rounds, revision: Revision) -> None:
    page = to_html(revision)
    assert "<script" not in page
    assert not re.findall(r'(?:src|href)="(?!#)', page)
    text = re.sub(r"<[^>]+>", "", page)
    published = {INVERTERS, RACKS, DATA}
    said = {voice.words.value for voice in rounds.second.voices} - published
    assert not [words for words in said if f"“{words}”" in text]
    assert "Your" not in text


def test_a_firm_reads_its_own_words_positions_and_jobs_and_nobody_elses(rounds: Rounds, difference: Difference) -> None:
    for firm in (HYDRO, WIND, SOLAR):
        own = revise(rounds.base, difference, firm)
        address = rounds.base.identifiers.mint("organization", firm)
        theirs = {voice.words.value for voice in rounds.second.voices if voice.firm != address}
        mine = {voice.words.value for voice in rounds.second.voices if voice.firm == address}
        shown = {words for one in own.items for words in one.words}
        assert shown
        assert shown <= mine
        assert not shown & (theirs - mine)
        stands = [each.own for one in own.items for each in one.stands if each.own]
        said = [side for one in stands for side in (one.before, one.now) if side]
        assert {side.organization for side in said} <= {own.firm}


def test_what_concerns_a_firm_is_marked_for_it(rounds: Rounds, difference: Difference) -> None:
    wind = revise(rounds.base, difference, WIND)
    racks = item(wind, "PG-HYD-03")
    assert wind.firm == "Larkspur Plateau Wind"
    assert {job for one in racks.demands for job in one.jobs} == {"Site Helper"}
    new = item(wind, "PG-ELE-08").stands[0].own
    assert new
    assert new.now
    assert (new.before, new.now.position) == (None, "dissent")
    page = to_html(wind)
    assert "You dissented: We buy this from the maker of the inverters." in page
    assert "You endorsed it before, and took no position since." in page
    hydro = to_html(revise(rounds.base, difference, HYDRO))
    assert "Your own list says: “Clear trash racks and handle debris with the rake”" in hydro


def test_who_is_no_member_has_no_page(rounds: Rounds, difference: Difference) -> None:
    with pytest.raises(NotFoundError, match="sagebrush-solar"):
        revise(rounds.base, difference, "sagebrush-sun")


def test_a_member_is_in_what_it_joined_and_not_in_what_was_before(rounds: Rounds) -> None:
    members = [
        {str(one.label) for one in rounds.base.records(rounds.base.release(f"{SLUG}@{version}"), Organization)}
        for version in ("1.0", "1.1")
    ]
    assert members[1] - members[0] == {"Sagebrush Solar and Storage (fictional)"}
