"""How a difference reads: only what there is, each thing told once, and who says so."""

from __future__ import annotations

import pytest

from api.differences.difference_text import write_text
from standards.differences.difference import (
    Changed,
    Difference,
    LinkChange,
    Side,
    Succession,
    TextChange,
    Thing,
    Withdrawn,
)
from standards.differences.fields import Field
from standards.differences.succession import SuccessionKind
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

    assert ["withdrawn", "3", "3 skills; 2 of them replaced, split or merged"] in table(lines)
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
