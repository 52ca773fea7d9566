"""A difference as linked data: what was used and what was made by each change, in PROV."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from ontology.identifiers import Identifiers
from ontology.namespaces import LW, ORG
from ontology.records import Iri, Record, Text
from ontology.records.changes import Change, ChangeKind, ReleaseDifference, Superseded
from standards.differences.difference import Changed, Difference, LinkChange, Succession, TextChange, ValueChange
from standards.differences.need import JobChange, Need, NeedChange
from standards.differences.stands import Membership, PositionChange, Stand
from standards.differences.thing import Thing


def records(difference: Difference, identifiers: Identifiers) -> Iterator[Record]:
    """Yield a difference as records; the same one gets the same addresses, always."""
    whole = Iri(identifiers.mint("difference", difference.older.name, difference.newer.name))
    title = f"{difference.older.title} -> {difference.newer.title}"
    older, newer = Iri(difference.older.graph), Iri(difference.newer.graph)
    yield ReleaseDifference(iri=whole, title=title, older=older, newer=newer, notes=difference.notes)
    for change in _changes(difference, whole):
        yield change.model_copy(update={"iri": Iri(f"{whole}/{_digest(change)}")})
    for old, new in _successors(difference):
        yield Superseded(iri=old, replaced_by=new)


def _digest(change: Change) -> str:
    """Return what tells a change from the others: twenty hexadecimal digits of what it says."""
    return hashlib.sha256(change.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _changes(difference: Difference, whole: Iri) -> Iterator[Change]:
    for thing in difference.added:
        yield _change(whole, ChangeKind.ADDED).model_copy(update={"generated": _iris([thing])})
    for removed in difference.removed:
        yield _change(whole, ChangeKind.REMOVED).model_copy(update={"used": _iris([removed.thing])})
    for withdrawn in difference.withdrawn:
        ends = {"used": _iris([withdrawn.thing]), "generated": _iris(withdrawn.successors)}
        yield _change(whole, ChangeKind.WITHDRAWN).model_copy(update=ends)
    yield from (_succession(one, whole) for one in difference.successions)
    for one in difference.changed:
        yield from _of_thing(one, whole)
    yield from (_need(one, whole) for one in difference.needs)
    yield from (_job(one, whole) for one in difference.jobs)
    yield from (_membership(one, whole) for one in difference.members)
    yield from (_position(one, whole, "position") for one in difference.positions)
    yield from (_position(one, whole, "ratification") for one in difference.ratifications)


def _change(whole: Iri, kind: ChangeKind) -> Change:
    return Change(iri=whole, kind=Iri(kind.value), difference=whole)


def _iris(things: Iterable[Thing]) -> tuple[Iri, ...]:
    return tuple(Iri(thing.iri) for thing in things)


def _succession(one: Succession, whole: Iri) -> Change:
    return _change(whole, ChangeKind[one.kind.name]).model_copy(
        update={
            "used": _iris(one.older),
            "generated": _iris(one.newer),
            "asserted": one.asserted,
            "similarity": one.similarity,
            "evidence": tuple(dict.fromkeys(one.evidence)),
        }
    )


def _of_thing(one: Changed, whole: Iri) -> Iterator[Change]:
    ends = {"used": _iris([one.thing]), "generated": _iris([one.thing])}
    for text in one.texts:
        yield _change(whole, ChangeKind.REWORDED).model_copy(update={**ends, **_text(text)})
    for value in one.values:
        yield _change(whole, ChangeKind.REVALUED).model_copy(update={**ends, **_value(value)})
    for link in one.links:
        yield _change(whole, ChangeKind.RELINKED).model_copy(update={**ends, **_link(link)})


def _text(text: TextChange) -> dict[str, object]:
    said: dict[str, object] = {"field": text.field.value, "extent": text.extent.value}
    if not text.language:
        return {**said, "value_before": text.before, "value_after": text.after}
    before, after = (
        tuple(Text.model_construct(value=value, language=text.language) for value in side)
        for side in (text.before, text.after)
    )
    return {**said, "text_before": before, "text_after": after}


def _value(value: ValueChange) -> dict[str, object]:
    said = {"field": value.field.value, "property": Iri(value.property)}
    return {**said, "value_before": value.before, "value_after": value.after}


def _link(link: LinkChange) -> dict[str, object]:
    said = {"field": link.field.value, "property": Iri(link.property)}
    return {**said, "link_before": _iris(link.before), "link_after": _iris(link.after)}


def _need(one: NeedChange, whole: Iri) -> Change:
    return _change(whole, ChangeKind.ASKED_OTHERWISE).model_copy(
        update={
            "used": _iris([one.occupation, one.competency]),
            "value_before": tuple(_asked(one.before)),
            "value_after": tuple(_asked(one.after)),
        }
    )


def _job(one: JobChange, whole: Iri) -> Change:
    sides = {"value_before": (one.before,) if one.before else (), "value_after": (one.after,) if one.after else ()}
    return _change(whole, ChangeKind.ASKED_OTHERWISE).model_copy(
        update={"used": _iris([one.competency]), "field": "job", **sides}
    )


def _membership(one: Membership, whole: Iri) -> Change:
    ends = {"used": _iris([one.partnership]), "generated": _iris([one.partnership])}
    sides = {"link_before": _iris(one.left), "link_after": _iris(one.joined)}
    said = {"field": "members", "property": Iri(ORG.hasMember)}
    return _change(whole, ChangeKind.RELINKED).model_copy(update={**ends, **said, **sides})


def _position(one: PositionChange, whole: Iri, field: str) -> Change:
    """Return how a member stands otherwise: what it stands to, and itself, are used."""
    sides = {"value_before": tuple(_stand(one.before)), "value_after": tuple(_stand(one.after))}
    said = {"used": _iris([one.subject, one.member]), "field": field, "property": Iri(LW.positionTaken)}
    return _change(whole, ChangeKind.REVALUED).model_copy(update={**said, **sides})


def _stand(stand: Stand | None) -> Iterator[str]:
    """Yield how a member stands, each as words: its position, what it adopts instead, and why."""
    if stand:
        yield stand.position
        yield from (f"{word}: {said}" for word, said in (("change", stand.change), ("reason", stand.reason)) if said)


def _asked(need: Need | None) -> Iterator[str]:
    """Yield what an occupation asks for, each as a word with its number where it has one; else that it does."""
    if need == Need():
        yield "asked for"
    if need and need.relation:
        yield need.relation
    if need and need.importance is not None:
        yield f"importance {need.importance:g}"
    if need and need.level is not None:
        yield f"level {need.level:g}"


def _successors(difference: Difference) -> Iterator[tuple[Iri, tuple[Iri, ...]]]:
    found: dict[str, set[str]] = {}
    for one in difference.successions:
        for old in one.older:
            found.setdefault(old.iri, set()).update(new.iri for new in one.newer if new.iri != old.iri)
    for withdrawn in difference.withdrawn:
        found.setdefault(withdrawn.thing.iri, set()).update(thing.iri for thing in withdrawn.successors)
    for old_iri, new in sorted(found.items()):
        if new:
            yield Iri(old_iri), tuple(map(Iri, sorted(new)))
