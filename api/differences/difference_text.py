"""A difference as text: totals first, then the first of each kind of change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from api.differences.listing import kinds, listed, named
from api.terminal.console import table
from ontology.namespaces import short_name
from pathways.amounts import count
from standards.differences.difference import (
    Changed,
    Difference,
    LinkChange,
    Need,
    NeedChange,
    Removed,
    Succession,
    TextChange,
    Thing,
    ValueChange,
    Withdrawn,
)
from standards.differences.fields import MEANING, Field
from standards.differences.succession import SuccessionKind
from standards.differences.wording import Extent, marked

HEADINGS = {
    SuccessionKind.RECODED: "Recoded: the same under another address",
    SuccessionKind.REPLACED: "Replaced",
    SuccessionKind.SPLIT: "Split",
    SuccessionKind.MERGED: "Merged",
}


def write_text(difference: Difference, top: int) -> str:
    """Return a difference as people read it.

    Parameters
    ----------
    top
        Entries of each list, at most.
    """
    return "\n".join([*_head(difference), *_lists(difference, top)]) + "\n"


def _head(difference: Difference) -> Iterator[str]:
    older, newer = difference.older, difference.newer
    yield f"{older.name} -> {newer.name}, {newer.title}"
    yield f"{older.things:,} things before, {newer.things:,} now, {difference.both:,} in both"
    yield from (f"Note: {note}" for note in difference.notes)
    yield ""
    yield (
        "Nothing differs."
        if difference.is_empty
        else table([("change", "number", "of"), *filter(itemgetter(1), _totals(difference))])
    )


def _totals(difference: Difference) -> Iterator[tuple[str, int, str]]:
    yield "added", len(difference.added), kinds(difference.added)
    yield "removed", len(difference.removed), kinds(one.thing for one in difference.removed)
    yield "withdrawn", len(difference.withdrawn), _withdrawn_totals(difference)
    for kind in SuccessionKind:
        of_kind = difference.of_kind(kind)
        ends = (thing for one in of_kind for thing in (one.newer if kind is SuccessionKind.MERGED else one.older)[:1])
        yield kind.value, len(of_kind), kinds(ends)
    yield from _changed_totals(difference)
    yield "asked for otherwise", len(difference.needs), _need_totals(difference.needs)


def _withdrawn_totals(difference: Difference) -> str:
    told = len(difference.withdrawn) - len(difference.only_withdrawn)
    of = kinds(one.thing for one in difference.withdrawn)
    return f"{of}; {told:,} of them replaced, split or merged" if told else of


def _changed_totals(difference: Difference) -> Iterator[tuple[str, int, str]]:
    reworded = [one for one in difference.changed if one.reworded]
    meant = [one for one in reworded if one.has_other_meaning]
    tidied = [one.thing for one in reworded if not one.has_other_meaning]
    yield "reworded", len(meant), _fields(meant)
    yield "only signs or spelling", len(tidied), kinds(tidied)
    moved = [one.thing for one in difference.changed if one.moved]
    yield "moved", len(moved), kinds(moved)
    by_field = _by_field(difference.changed)
    for name in Field:
        if name in by_field and name not in (Field.PLACE, *MEANING):
            yield name.value, len(by_field[name]), kinds(by_field[name])


def _by_field(changed: Iterable[Changed]) -> dict[Field, list[Thing]]:
    """Return the things of which each field was changed."""
    found: dict[Field, list[Thing]] = {}
    for one in changed:
        changes: tuple[TextChange | ValueChange | LinkChange, ...] = (*one.texts, *one.values, *one.links)
        for name in {change.field for change in changes}:
            found.setdefault(name, []).append(one.thing)
    return found


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


def _lists(difference: Difference, top: int) -> Iterator[str]:
    yield from listed("Removed", [_removed(one) for one in difference.removed], top)
    yield from listed("Withdrawn", [_withdrawn(one) for one in difference.only_withdrawn], top)
    for kind in (SuccessionKind.SPLIT, SuccessionKind.MERGED, SuccessionKind.REPLACED, SuccessionKind.RECODED):
        least_sure = sorted(difference.of_kind(kind), key=lambda one: one.similarity)
        yield from listed(HEADINGS[kind], [_succession(one) for one in least_sure], top)
    yield from listed("Added", [f"{named(thing)} ({thing.kind})" for thing in difference.added], top)
    yield from listed("Reworded", list(_reworded(difference)), top)
    moved = [(one.thing, link) for one in difference.changed for link in one.links if link.field is Field.PLACE]
    yield from listed("Moved", list(dict.fromkeys(_link(thing, link) for thing, link in moved)), top)
    if difference.followed:
        stayed = count(difference.followed, "thing")
        yield f"  Besides, {stayed} stayed under groups that have another address now, or in their parts"
    others = [(one.thing, value) for one in difference.changed for value in one.values]
    yield from listed("Codes, kinds and other values", [_value(thing, value) for thing, value in others], top)
    links = [(one.thing, link) for one in difference.changed for link in one.links if link.field is not Field.PLACE]
    yield from listed("Collections and links", [_link(thing, link) for thing, link in links], top)
    names = [(one.thing, text) for one in difference.changed for text in one.texts if text.field not in MEANING]
    yield from listed("Other names", [_text(thing, text) for thing, text in names], top)
    yield from listed("Asked for otherwise", [_need(need) for need in difference.needs], top)


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


def _reworded(difference: Difference) -> Iterator[str]:
    """Yield what was reworded, other words first."""
    texts = [(one.thing, text) for one in difference.changed for text in one.texts if text.field in MEANING]
    order = [Extent.WORDS, Extent.SPELLING, Extent.SIGNS]
    for thing, text in sorted(texts, key=lambda pair: order.index(pair[1].extent)):
        yield _text(thing, text)


def _text(thing: Thing, text: TextChange) -> str:
    extent = "" if text.extent is Extent.WORDS else f", {text.extent.value} only"
    language = f" ({text.language})" if text.language else ""
    return f"{named(thing)}: {text.field.value}{language}{extent}: {_words(text)}"


def _words(text: TextChange) -> str:
    if len(text.before) == len(text.after) == 1:
        return marked(text.before[0], text.after[0])
    return " ".join([*(f"[-{gone}-]" for gone in text.before), *(f"{{+{come}+}}" for come in text.after)])


def _value(thing: Thing, value: ValueChange) -> str:
    sides = (", ".join(map(short_name, side)) or "none" for side in (value.before, value.after))
    return f"{named(thing)}: {value.field.value} ({short_name(value.property)}): {' -> '.join(sides)}"


def _link(thing: Thing, link: LinkChange) -> str:
    gone, come = ([named(other) for other in side] for side in (link.before, link.after))
    words = [*(f"[-{name}-]" for name in gone), *(f"{{+{name}+}}" for name in come)]
    how = "" if link.field is Field.PLACE else f"{short_name(link.property)}: "
    return f"{named(thing)}: {how}{' '.join(words)}"


def _need(need: NeedChange) -> str:
    return f"{named(need.occupation)} asks for {named(need.competency)}: {_asked(need.before)} -> {_asked(need.after)}"


def _asked(need: Need | None) -> str:
    if need is None:
        return "not"
    numbers = {"importance": need.importance, "level": need.level}
    rated = (f"{name} {number:g}" for name, number in numbers.items() if number is not None)
    return ", ".join(filter(None, (need.relation, *rated)))
