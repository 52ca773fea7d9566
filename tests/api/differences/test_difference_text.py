"""How a difference reads: only what there is, each thing told once, and who says so."""

from __future__ import annotations

import pytest

from api.differences.difference_text import totals, write_text
from standards.differences.difference import (
    Changed,
    Difference,
    LinkChange,
    Side,
    Succession,
    TextChange,
    ValueChange,
    Withdrawn,
)
from standards.differences.fields import Field
from standards.differences.need import Need, NeedChange
from standards.differences.stands import Membership, PositionChange, Stand
from standards.differences.succession import SuccessionKind
from standards.differences.thing import Thing
from standards.differences.wording import Extent

WELD, CUT, JOIN, CARD = (
    Thing(iri=f"http://x/{name}", label=name, kind="skill") for name in ("weld", "cut", "join", "card")
)
SIDE = Side(name="std@1", title="Standard", graph="http://x/graph", things=4)


def written(**said: object) -> list[str]:
    difference = Difference.model_validate({"older": SIDE, "newer": SIDE, "both": 3, **said})
    return write_text(difference, 10).splitlines()


def table(lines: list[str]) -> list[list[str]]:
    """Return the cells of the totals."""
    start = lines.index("") + 2
    end = lines.index("", start) if "" in lines[start:] else len(lines)
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in lines[start:end]]


def test_what_there_is_none_of_is_not_counted() -> None:
    assert table(written(added=(WELD,))) == [["added", "1", "1 skill"]]


def test_what_is_withdrawn_and_merged_is_listed_once() -> None:
    merger = Succession(
        kind=SuccessionKind.MERGED,
        older=(WELD, CUT),
        newer=(JOIN,),
        asserted=True,
        similarity=1,
        evidence=("a release says so",),
    )
    gone = tuple(Withdrawn(thing=thing, successors=(JOIN,)) for thing in (WELD, CUT))
    lines = written(withdrawn=(*gone, Withdrawn(thing=CARD)), successions=(merger,))

    assert ["withdrawn", "1", "1 skill; besides, 2 that were replaced, split or merged"] in table(lines)
    assert lines[lines.index("Withdrawn (1)") + 1] == "  card, without a successor"
    assert lines[lines.index("Merged (1)") + 1] == "  weld + cut -> join [as the release says]"


def test_a_link_is_told_with_its_property_and_a_place_without() -> None:
    attests, place = (
        LinkChange(field=field, property=f"https://purl.org/ctdl/terms/{name}", before=(WELD,), after=(CUT,))
        for field, name in ((Field.LINK, "assesses"), (Field.PLACE, "broader"))
    )
    lines = written(changed=(Changed(thing=CARD, links=(attests, place)),))

    assert "  card: ceterms:assesses: [-weld-] {+cut+}" in lines
    assert "  card: [-weld-] {+cut+}" in lines


def test_what_a_card_attests_is_told_of_the_card() -> None:
    came = LinkChange(field=Field.LINK, property="https://purl.org/ctdl/terms/assesses", before=(), after=(CUT,))
    told = written(changed=(Changed(thing=CARD, links=(came,)),))

    assert table(told) == [["links", "1", "1 skill"]]


def test_what_an_occupation_was_asked_for_with_nothing_said_is_told_as_that() -> None:
    need = NeedChange(occupation=WELD, competency=CUT, before=Need(), after=Need(importance=4))

    assert "  weld asks for cut: not said -> importance 4" in written(needs=(need,))


def test_what_was_changed_is_not_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of ten thousand against each would take hours."""

    def refuse(*_: object) -> bool:
        message = "two things that were changed are held against each other"
        raise AssertionError(message)

    monkeypatch.setattr(Changed, "__eq__", refuse)
    texts = (
        TextChange(field=Field.LABEL, language="en", before=("a",), after=("b",), extent=extent)
        for extent in (Extent.WORDS, Extent.SIGNS, Extent.SPELLING)
    )
    lines = written(changed=[Changed(thing=WELD, texts=(text,)) for text in texts])

    assert table(lines) == [["reworded", "1", "label (en) 1"], ["only signs or spelling", "2", "2 skills"]]


def numbers(lines: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the numbers of the totals and those of the headings, by what is counted."""
    headings = (line.removesuffix(")").rpartition(" (") for line in lines if line.endswith(")") and line[0].isupper())
    return {row[0]: row[1] for row in table(lines)}, {
        name.partition(":")[0].lower(): many for name, _, many in headings
    }


def test_each_number_of_the_totals_is_that_of_the_entries_of_its_list() -> None:
    texts = (
        *(
            TextChange(field=Field.LABEL, language="en", before=("a",), after=("b",), extent=extent)
            for extent in Extent
        ),
        TextChange(field=Field.STATEMENT, language="es", before=(), after=("c",), extent=Extent.WORDS),
        TextChange(field=Field.ALTERNATIVE_LABELS, language="en", before=("a",), after=(), extent=Extent.WORDS),
    )
    code = ValueChange(field=Field.CODE, property="http://x/code", before=("1",), after=("2",))
    moves = tuple(
        LinkChange(field=Field.PLACE, property=f"http://x/{name}", before=(WELD,), after=(CUT,)) for name in "ab"
    )
    other = LinkChange(field=Field.LINK, property="http://x/link", before=(), after=(WELD,))
    recoded = Succession(kind=SuccessionKind.RECODED, older=(JOIN,), newer=(CUT,), asserted=False, similarity=1)
    lines = written(
        added=(WELD,),
        removed=({"thing": CUT},),
        withdrawn=(Withdrawn(thing=CARD),),
        successions=(recoded,),
        changed=(
            Changed(thing=WELD, texts=texts, values=(code,), links=(*moves, other)),
            Changed(thing=CUT, texts=texts[:1], links=moves[:1]),
        ),
        needs=[NeedChange(occupation=JOIN, competency=WELD, before=None, after=Need(level=4))],
    )
    totals, headings = numbers(lines)
    assert totals == headings
    assert (totals["reworded"], totals["moved"], totals["code"]) == ("1", "2", "1")
    entries = sum(line.startswith("  ") and not line.startswith("   ") for line in lines)
    assert entries == sum(map(int, totals.values()))


def test_several_changes_of_a_thing_stand_under_it() -> None:
    texts = (
        TextChange(field=Field.LABEL, language="en", before=("a",), after=("b",), extent=Extent.WORDS),
        TextChange(field=Field.STATEMENT, language="en", before=("c",), after=("d",), extent=Extent.WORDS),
    )
    lines = written(changed=(Changed(thing=WELD, texts=texts),))
    start = lines.index("Reworded (1)")
    assert lines[start + 1 :] == ["  weld:", "      label (en): [-a-] {+b+}", "      statement (en): [-c-] {+d+}"]


def test_what_nobody_asked_for_before_or_asks_for_now_is_said_in_words() -> None:
    gone = NeedChange(occupation=JOIN, competency=WELD, before=Need(relation="essential", level=4), after=None)
    came = NeedChange(occupation=JOIN, competency=CUT, before=None, after=Need())
    lines = written(needs=(gone, came))
    assert lines[-2:] == ["  join asks no more for weld (essential, level 4)", "  join asks now for cut"]


TUG, UNION, PANEL, WHOLE = (
    Thing(iri=f"http://x/{name}", label=name, kind=kind)
    for name, kind in (
        ("tug", "organization"),
        ("union", "organization"),
        ("panel", "partnership"),
        ("all", "framework"),
    )
)


def test_who_came_and_left_and_who_stands_otherwise_is_no_nothing() -> None:
    lines = written(
        removed=({"thing": TUG}, {"thing": CUT}),
        members=(Membership(partnership=PANEL, joined=(UNION,), left=(TUG,)),),
        positions=[
            PositionChange(member=UNION, subject=WELD, before=None, after=Stand(position="endorse")),
            PositionChange(
                member=UNION,
                subject=CUT,
                before=Stand(position="dissent", reason="slow"),
                after=Stand(position="dissent", reason="slow and loud"),
            ),
        ],
        ratifications=[PositionChange(member=UNION, subject=WHOLE, before=Stand(position="ratify"), after=None)],
    )

    assert table(lines) == [
        ["removed", "1", "1 skill"],
        ["joined", "1", "1 organization"],
        ["left", "1", "1 organization"],
        ["positions", "2", "1 taken, 1 otherwise"],
        ["ratifications", "1", "1 taken back"],
    ]
    start = lines.index("Positions (2)")
    assert lines[start + 1 : start + 3] == [
        "  union on cut: dissent (slow) -> dissent (slow and loud)",
        "  union on weld: no position -> endorse",
    ]
    assert lines[-2:] == ["Ratifications (1)", "  union on all: ratify -> no position"]


def test_the_line_of_totals_has_the_numbers_of_the_table() -> None:
    difference = Difference.model_validate({"older": SIDE, "newer": SIDE, "both": 3, "added": (WELD, CUT)})
    assert totals(difference) == "added 2"
    assert totals(Difference(older=SIDE, newer=SIDE, both=3)) == "nothing differs"


def test_a_text_of_a_million_letters_does_not_fill_the_screen() -> None:
    long = TextChange(field=Field.LABEL, language="", before=("x" * 10**6,), after=("y" * 10**6,), extent=Extent.WORDS)
    lines = written(changed=(Changed(thing=Thing(iri="http://x/1", label="z" * 10**6, kind="skill"), texts=(long,)),))
    assert max(map(len, lines)) < 1_500
