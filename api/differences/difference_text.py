"""A difference as text: totals first, then the first of each kind of change."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from api.differences.listing import Section, kinds, listed, named
from api.differences.turns import turns
from api.terminal.console import table
from ontology.namespaces import short_name
from ontology.report import excerpt
from pathways.amounts import count
from standards.differences.difference import (
    Changed,
    Difference,
    LinkChange,
    Removed,
    Succession,
    TextChange,
    ValueChange,
    Withdrawn,
)
from standards.differences.fields import MEANING, Field
from standards.differences.need import Need, NeedChange
from standards.differences.succession import SuccessionKind
from standards.differences.wording import Extent, marked

NOTES = {SuccessionKind.RECODED.value: ": the same under another address"}
"""What the heading of a section says beside its name."""

LONGEST = 1000
"""Characters of a change that are shown."""


def write_text(difference: Difference, top: int) -> str:
    """Return a difference as people read it.

    Parameters
    ----------
    top
        Entries of each list, at most.
    """
    sections = _told(difference)
    return "\n".join([*_head(difference, sections), *_lists(sections, top)]) + "\n"


def totals(difference: Difference) -> str:
    """Return how many entries each list of the text has, in a line."""
    return ", ".join(f"{one.name} {len(one.entries):,}" for one in _told(difference)) or "nothing differs"


def _told(difference: Difference) -> list[Section]:
    return [one for one in _sections(difference) if one.of]


def _head(difference: Difference, sections: Iterable[Section]) -> Iterator[str]:
    older, newer = difference.older, difference.newer
    yield f"{older.name} -> {newer.name}, {newer.title}"
    yield f"{older.things:,} things before, {newer.things:,} now, {difference.both:,} in both"
    if difference.followed:
        stayed = count(difference.followed, "thing")
        yield f"{stayed} stayed under groups that have another address now, or in their parts; these are not listed"
    yield from (f"Note: {note}" for note in difference.notes)
    yield ""
    rows = [(one.name, len(one.entries), one.of) for one in sections]
    yield "Nothing differs." if difference.is_empty else table([("change", "number", "of"), *rows])


def _lists(sections: Iterable[Section], top: int) -> Iterator[str]:
    for one in sections:
        yield from listed(f"{one.name.capitalize()}{NOTES.get(one.name, '')}", one.entries, top)


def _sections(difference: Difference) -> Iterator[Section]:
    """Yield every kind of change, the gravest first."""
    joined, left = difference.joined, difference.left
    removed = [one for one in difference.removed if one.thing not in left]
    added = [one for one in difference.added if one not in joined]
    yield Section("removed", kinds(one.thing for one in removed), [_removed(one) for one in removed])
    withdrawn = difference.only_withdrawn
    yield Section("withdrawn", _withdrawn_ones(difference), [_withdrawn(one) for one in withdrawn])
    for kind in (SuccessionKind.SPLIT, SuccessionKind.MERGED, SuccessionKind.REPLACED, SuccessionKind.RECODED):
        yield _followed(kind, sorted(difference.of_kind(kind), key=lambda one: one.similarity))
    yield Section("added", kinds(added), [f"{named(thing)} ({thing.kind})" for thing in added])
    yield from _changed(difference.changed)
    needs = difference.needs
    yield Section("asked for otherwise", _need_totals(needs), [_need(need) for need in needs])
    jobs = difference.jobs
    entries = [f"{named(one.competency)}: {one.before} -> {one.after}" for one in jobs]
    yield Section("asked for in other jobs", kinds(one.competency for one in jobs), entries)
    yield Section("joined", kinds(joined), list(map(named, joined)))
    yield Section("left", kinds(left), list(map(named, left)))
    yield turns("positions", difference.positions)
    yield turns("ratifications", difference.ratifications)


def _withdrawn_ones(difference: Difference) -> str:
    told = len(difference.withdrawn) - len(difference.only_withdrawn)
    besides = f"{told:,} that {'was' if told == 1 else 'were'} replaced, split or merged" if told else ""
    return "; besides, ".join(filter(None, (kinds(one.thing for one in difference.only_withdrawn), besides)))


def _followed(kind: SuccessionKind, of_kind: Sequence[Succession]) -> Section:
    ends = (thing for one in of_kind for thing in (one.newer if kind is SuccessionKind.MERGED else one.older)[:1])
    return Section(kind.value, kinds(ends), [_succession(one) for one in of_kind])


def _changed(changed: Iterable[Changed]) -> Iterator[Section]:
    """Yield what was changed of things that go on."""
    reworded = [one for one in changed if one.reworded]
    meant = [one for one in reworded if one.has_other_meaning]
    tidied = [one for one in reworded if not one.has_other_meaning]
    yield Section("reworded", _fields(meant), [_entry(one, MEANING) for one in meant])
    yield Section(
        "only signs or spelling", kinds(one.thing for one in tidied), [_entry(one, MEANING) for one in tidied]
    )
    yield _section("moved", [one for one in changed if one.moved], Field.PLACE)
    by_field = _by_field(changed)
    for name in Field:
        if name in by_field and name not in (Field.PLACE, *MEANING):
            yield _section(name.value, by_field[name], name)


def _section(name: str, changed: Sequence[Changed], field: Field) -> Section:
    return Section(name, kinds(one.thing for one in changed), [_entry(one, (field,)) for one in changed])


def _by_field(changed: Iterable[Changed]) -> dict[Field, list[Changed]]:
    """Return the things of which each field was changed."""
    found: dict[Field, list[Changed]] = {}
    for one in changed:
        changes: tuple[TextChange | ValueChange | LinkChange, ...] = (*one.texts, *one.values, *one.links)
        for name in {change.field for change in changes}:
            found.setdefault(name, []).append(one)
    return found


def _entry(one: Changed, fields: Container[Field]) -> str:
    """Return a thing with what was changed of some of its fields: on its line, or several under it."""
    lines = [
        *(_text(text) for text in one.texts if text.field in fields),
        *(_value(value) for value in one.values if value.field in fields),
        *dict.fromkeys(_link(link) for link in one.links if link.field in fields),
    ]
    apart = ": " if len(lines) == 1 else ":\n      "
    return f"{named(one.thing)}{apart}{apart[1:].join(lines)}"


def _fields(reworded: Iterable[Changed]) -> str:
    """Return how many things have each field in other words."""
    found: dict[str, int] = {}
    for text in (text for one in reworded for text in one.texts if text.has_other_meaning):
        key = f"{text.field.value}{f' ({text.language})' if text.language else ''}"
        found[key] = found.get(key, 0) + 1
    return ", ".join(f"{key} {number:,}" for key, number in sorted(found.items()))


def _need_totals(needs: Iterable[NeedChange]) -> str:
    came = gone = other = 0
    for need in needs:
        came, gone = came + (need.before is None), gone + (need.after is None)
        other += need.before is not None and need.after is not None
    return f"{came:,} more, {gone:,} no more, {other:,} otherwise" if came or gone or other else ""


def _removed(one: Removed) -> str:
    line = f"{named(one.thing)} ({one.thing.kind})"
    if one.nearest:
        line += f"; nearest: {named(one.nearest)} ({one.likeness:.2f}: {one.evidence})"
    if one.code_now and one.code_now != one.nearest:
        line += f"; its code now stands for {one.code_now.label!r}"
    return line


def _withdrawn(one: Withdrawn) -> str:
    heirs = " and ".join(map(named, one.successors))
    return f"{named(one.thing)}{f' -> {heirs}' if heirs else ', without a successor'}"


def _succession(one: Succession) -> str:
    ends = [" + ".join(map(named, side)) for side in (one.older, one.newer)]
    if ends[0] == ends[1]:
        ends = [f"{named(one.older[0])} ({one.older[0].iri}", f"{one.newer[0].iri})"]
    worked_out = f"{one.similarity:.2f}: {'; '.join(dict.fromkeys(one.evidence))}"
    return f"{' -> '.join(ends)} [{'as the release says' if one.asserted else worked_out}]"


def _text(text: TextChange) -> str:
    extent = "" if text.extent is Extent.WORDS else f", {text.extent.value} only"
    language = f" ({text.language})" if text.language else ""
    return f"{text.field.value}{language}{extent}: {excerpt(_words(text), LONGEST)}"


def _words(text: TextChange) -> str:
    if len(text.before) == len(text.after) == 1:
        return marked(text.before[0], text.after[0])
    return " ".join([*(f"[-{gone}-]" for gone in text.before), *(f"{{+{come}+}}" for come in text.after)])


def _value(value: ValueChange) -> str:
    sides = (", ".join(map(short_name, side)) or "none" for side in (value.before, value.after))
    return excerpt(f"{value.field.value} ({short_name(value.property)}): {' -> '.join(sides)}", LONGEST)


def _link(link: LinkChange) -> str:
    gone, come = ([named(other) for other in side] for side in (link.before, link.after))
    words = [*(f"[-{name}-]" for name in gone), *(f"{{+{name}+}}" for name in come)]
    how = "" if link.field is Field.PLACE else f"{short_name(link.property)}: "
    return excerpt(f"{how}{' '.join(words)}", LONGEST)


def _need(need: NeedChange) -> str:
    occupation, competency = named(need.occupation), named(need.competency)
    if need.before is None or need.after is None:
        how, asked = ("now", need.after) if need.before is None else ("no more", need.before)
        said = f" ({_asked(asked)})" if asked and _asked(asked) else ""
        return f"{occupation} asks {how} for {competency}{said}"
    then, now = (_asked(side) or "not said" for side in (need.before, need.after))
    return f"{occupation} asks for {competency}: {then} -> {now}"


def _asked(need: Need) -> str:
    numbers = {"importance": need.importance, "level": need.level}
    rated = (f"{name} {number:g}" for name, number in numbers.items() if number is not None)
    return ", ".join(filter(None, (need.relation, *rated)))
