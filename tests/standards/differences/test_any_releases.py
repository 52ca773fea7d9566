"""Whatever two releases say: what is the same does not differ, each way tells the same, nothing is told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from ontology.namespaces import CASE, DCTERMS, LW, OWL, RDF, SKOS
from ontology.records import Competency, Iri, Release, Text
from ontology.store import KnowledgeBase
from ontology.triples import to_triples
from standards.differences import Difference, compare
from standards.differences.references import References
from standards.differences.touched import touched

HERE = "http://x/id/std/"
NAMES = "abcdefg"

WORDS = (
    *("weld pipes", "Weld pipes.", "cut pipes", "weld and cut pipes", "mend nets", "sew sails in rain"),
    *("mend nets, weld pipes and cut pipes", "mend nets and sew sails", "Réparer les filets", "x" * 10_000),
)
"""Texts that are the same, nearly the same, and parts of one another."""

RAW = (
    "_:a <http://x/p> <{it}> .\n_:a <http://x/p> _:a .\n",
    '<{it}> <http://x/p> "1"^^<http://x/own> .\n',
    f'<{{it}}> <{SKOS.definition}> "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date> .\n',
    f'<{{it}}> <{SKOS.notation}> "{{{{}}}}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .\n',
    f"<{{it}}> <{SKOS.broader}> <{{it}}> .\n<{{it}}> <{SKOS.narrower}> <{{it}}> .\n",
    f'<{{it}}> <{SKOS.broader}> "no address" .\n<{{it}}> <{SKOS.broader}> _:b .\n',
    f'<{{it}}> <{DCTERMS.isReplacedBy}> "no address" .\n_:c <{DCTERMS.replaces}> <{{it}}> .\n',
    f"<{{it}}> <{LW.usesTool}> _:t .\n",
    f"_:q <{LW.competency}> <{{it}}> .\n_:q <{LW.occupation}> _:o .\n_:q <{RDF.type}> <{LW.SkillRequirement}> .\n"
    f'_:q <{LW.importance}> "high" .\n',
    *(
        f"_:m <{OWL.annotatedSource}> <{{it}}> .\n_:m <{OWL.annotatedProperty}> <{SKOS.exactMatch}> .\n"
        f"_:m <{RDF.type}> <{OWL.Axiom}> .\n{more}"
        for more in ("", f'_:m <{OWL.annotatedTarget}> "a text" .\n', f"_:m <{OWL.annotatedTarget}> _:n .\n")
    ),
    f"_:a <{CASE.originNodeURI}> <{{it}}> .\n_:a <{CASE.destinationNodeURI}> _:d .\n"
    f'_:a <{CASE.associationType}> "precedes" .\n_:a <{RDF.type}> <{CASE.CFAssociation}> .\n',
    f"<{{it}}> <{SKOS.related}> _:r .\n_:r <{SKOS.related}> <{{it}}> .\n",
)
"""What else may be said of an item, by anybody."""


class Said(NamedTuple):
    """An item of a release, and what it says beside its record."""

    record: Competency
    raw: str = ""

    def lines(self) -> Iterable[str]:
        yield from (f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in to_triples(self.record))
        yield self.raw.replace("{it}", self.record.iri).replace("{{}}", "{}")


@st.composite
def items(draw: st.DrawFn, name: str, successors: bool) -> Said:
    texts = st.builds(Text, value=st.sampled_from(WORDS), language=st.sampled_from(["en", "fr"]))
    others = st.lists(st.sampled_from(NAMES).map(lambda other: Iri(HERE + other)), max_size=2, unique=True)
    record = Competency(
        iri=Iri(HERE + name),
        label=draw(texts),
        statement=draw(st.none() | texts),
        notation=draw(st.none() | st.sampled_from("12")),
        broader=tuple(draw(others)),
        deprecated=draw(st.just(value=None) | st.just(value=True)),
        replaced_by=tuple(draw(others)) if successors else (),
    )
    return Said(record, draw(st.just("") | st.sampled_from(RAW)))


@st.composite
def releases(draw: st.DrawFn, *, successors: bool = False) -> tuple[list[Said], list[Said]]:
    """Return what two releases say that have at least one item in common, some of them word for word."""
    then = draw(st.sets(st.sampled_from(NAMES), min_size=1))
    now = draw(st.sets(st.sampled_from(NAMES))) | {min(then)}
    before = {name: draw(items(name, successors)) for name in sorted(then)}
    after = {
        name: before[name] if name in before and draw(st.booleans()) else draw(items(name, successors))
        for name in sorted(now)
    }
    return [*before.values()], [*after.values()]


def stored(base: KnowledgeBase, version: str, said: Iterable[Said], source: str = "std") -> str:
    release = Release(
        iri=Iri("http://x/graph"),
        source=source,
        version=version,
        title=Text(value=version),
        language="en",
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="test",
    )
    lines = (line for one in said for line in one.lines())
    return base.replace(release, (), ["".join(lines).encode()]).name


def both_ways(before: Iterable[Said], after: Iterable[Said]) -> tuple[Difference, Difference]:
    with KnowledgeBase.in_memory() as base:
        then, now = stored(base, "1", before), stored(base, "2", after)
        return compare(base, then, now), compare(base, now, then)


def addresses(said: Iterable[Said]) -> set[str]:
    return {one.record.iri for one in said}


def applied(difference: Difference, before: set[str]) -> set[str]:
    """Return the addresses of a release after all that is told."""
    gone = {one.thing.iri for one in difference.removed}
    come = {thing.iri for thing in difference.added}
    for one in difference.successions:
        older, newer = ({thing.iri for thing in side} for side in (one.older, one.newer))
        gone |= older - newer
        come |= newer
    return before - gone | come


@given(releases(successors=True))
def test_the_same_does_not_differ(pair: tuple[list[Said], list[Said]]) -> None:
    difference, other = both_ways(pair[0], pair[0])
    assert difference.is_empty
    assert other.is_empty


@given(releases())
def test_what_is_told_makes_one_release_the_other(pair: tuple[list[Said], list[Said]]) -> None:
    before, after = map(addresses, pair)
    there, back = both_ways(*pair)
    assert applied(there, before) == after
    assert applied(back, after) == before


@given(releases(successors=True))
def test_nothing_is_told_twice(pair: tuple[list[Said], list[Said]]) -> None:
    for difference in both_ways(*pair):
        removed = {one.thing.iri for one in difference.removed}
        added = {thing.iri for thing in difference.added}
        followed = {thing.iri for one in difference.successions for thing in one.older}
        following = {thing.iri for one in difference.successions for thing in one.newer}
        told = [
            *((old.iri, new.iri) for one in difference.successions for old in one.older for new in one.newer),
            *((one.thing.iri, "removed") for one in difference.removed),
            *((one.thing.iri, "withdrawn") for one in difference.withdrawn),
            *((thing.iri, "added") for thing in difference.added),
            *((one.thing.iri, "changed") for one in difference.changed),
        ]
        assert not removed & followed
        assert not added & following
        assert not added & removed
        assert {ends for ends, times in Counter(told).items() if times > 1 and ends[0] != ends[1]} == set()


@given(releases(successors=True), st.lists(st.sampled_from(RAW), max_size=4))
def test_whatever_points_to_what_is_touched_has_an_address(pair: tuple[list[Said], list[Said]], raw: list[str]) -> None:
    with KnowledgeBase.in_memory() as base:
        difference = compare(base, stored(base, "1", pair[0]), stored(base, "2", pair[1]))
        found = {one.thing.iri: one for one in touched(difference)}
        stored(base, "1", [Said(one.record, said) for one in pair[0] for said in raw], source="panel")
        references = References(base, difference, found).all
    assert {one.touched for one in references} <= found.keys()
    assert all(one.subject.iri.startswith("http://x/") for one in references)
    assert len(set(references)) == len(references)


@given(releases())
def test_what_was_changed_is_the_same_seen_from_either_side(pair: tuple[list[Said], list[Said]]) -> None:
    both = set.intersection(*map(addresses, pair))
    there, back = both_ways(*pair)
    assert words(there, both) == {(*key, after, before) for *key, before, after in words(back, both)}
    assert (there.both, there.older, there.newer) == (back.both, back.newer, back.older)


def words(difference: Difference, of: set[str]) -> set[tuple[object, ...]]:
    """Return what was before and is after of the words and codes of some things."""
    changed = [one for one in difference.changed if one.thing.iri in of]
    texts = {
        (one.thing.iri, text.field, text.language, text.before, text.after) for one in changed for text in one.texts
    }
    return texts | {
        (one.thing.iri, value.field, value.property, value.before, value.after)
        for one in changed
        for value in one.values
    }
