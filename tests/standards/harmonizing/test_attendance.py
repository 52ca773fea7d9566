"""Attendance: a member that comes back is compared again, and a list that was left out stays out and is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.store import KnowledgeBase
from standards.harmonizing.rounds import Round, propose
from standards.harmonizing.storing import compared, parted, proposal_rounds
from standards.imports import import_release

SKILLS = {
    "a": ["Wash hands", "Mop the floor"],
    "b": ["Wash hands", "Mop the floor", "Serve wine"],
    "c": ["Wash hands", "Mop the floor", "Fillet fish"],
}


class Table:
    """A partnership of three firms, of which some may have left."""

    def __init__(self, base: KnowledgeBase, folder: Path) -> None:
        self.base = base
        self._folder = folder
        self.members()

    def members(self, *, left: str = "", listless: str = "") -> None:
        """Import the folder with the firms, where one has left, or is a member and gives no list."""
        firms = "".join(
            f'[[organizations]]\nslug = "{one}"\nname = "{one}"\nrole = "firm"\n'
            + ("left = 2026-11-01\n" if one == left else "")
            for one in SKILLS
        )
        lists = "".join(f'{one} = "{one}.csv"\n' for one in SKILLS if one not in (left, listless))
        head = 'name = "T"\nslug = "t"\n'
        (self._folder / "partnership.toml").write_text(f"{head}{firms}[files.firms]\n{lists}", encoding="utf-8")
        for one, skills in SKILLS.items():
            (self._folder / f"{one}.csv").write_text("\n".join(["Skill", *skills, ""]), encoding="utf-8")
        import_release(self.base, "partnership", [self._folder])

    def round(self, *firms: str, without: str = "") -> Round:
        return propose(self.base, "t", firms, [without] if without else ())


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    with KnowledgeBase.in_memory() as base:
        yield Table(base, tmp_path)


def slugs(found: Round) -> str:
    return "".join(one.slug for one in found.lists)


def told(found: Round) -> list[tuple[str, str | None]]:
    return [(one.code, one.value) for one in found.report]


def test_a_member_that_comes_back_is_compared_again_and_told(table: Table) -> None:
    first = table.round()
    table.members(left="c")
    assert (slugs(gone := table.round()), told(gone)) == ("ab", [("left", "c")])
    assert (compared(table.base, gone.release), parted(gone.release)) == (("a", "b"), ("c",))
    assert (slugs(still := table.round()), told(still)) == ("ab", [])
    assert still.release == gone.release

    table.members()
    back = table.round()
    assert (slugs(back), told(back)) == ("abc", [("new-list", "c")])
    assert [one.message for one in back.report] == ["is a member again, and its list is compared again from now on"]
    assert back.proposal == first.proposal
    assert (parted(back.release), told(again := table.round())) == ((), [])
    assert again.release == back.release, "nothing is new"


def test_a_member_that_comes_back_without_a_list_is_compared_once_it_gives_one(table: Table) -> None:
    table.round()
    table.members(left="c")
    table.round()
    table.members(listless="c")
    assert slugs(table.round()) == "ab"
    table.members()
    assert slugs(table.round()) == "abc"


def test_a_list_that_was_left_out_stays_out_until_it_is_named_and_is_told(table: Table) -> None:
    table.round()
    left_out = table.round(without="c")
    assert (slugs(left_out), told(left_out)) == ("ab", [])
    after = table.round()
    assert (slugs(after), told(after)) == ("ab", [("left-out", "c")])
    assert [one.remedy for one in after.report] == [
        "Nothing needs to be done; to compare it: `ladderworks harmonize c --standard t`"
    ]
    assert (slugs(named := table.round("c")), told(named)) == ("abc", [])


def test_a_list_that_was_left_out_stays_out_where_its_firm_leaves_and_comes_back(table: Table) -> None:
    table.round()
    table.round(without="c")
    table.members(left="c")
    assert told(table.round()) == []
    table.members()
    assert (slugs(back := table.round()), told(back)) == ("ab", [("left-out", "c")])


def test_a_list_that_is_left_out_while_its_firm_is_away_stays_out(table: Table) -> None:
    table.round()
    table.members(left="c")
    away = table.round()
    assert table.round(without="c").proposal == away.proposal
    assert [one.version for one in proposal_rounds(table.base, "t")] == ["1", "2"], "it says the same"
    table.members()
    assert (slugs(back := table.round()), told(back)) == ("ab", [("left-out", "c")])


def test_a_firm_that_was_named_when_it_came_back_may_leave_and_come_back_once_more(table: Table) -> None:
    table.round()
    table.members(left="c")
    table.round()
    table.members()
    table.round("c")
    table.members(left="c")
    assert told(table.round()) == [("left", "c")]
    table.members()
    assert slugs(table.round()) == "abc"
