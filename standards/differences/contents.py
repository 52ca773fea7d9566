"""The contents of what only one release has, and of what things of both lost and gained, to tell what went where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from standards.differences.fields import LINKS, MEANING, NAMES, TEXTS, VALUES, Field
from standards.differences.likeness import Content, words
from standards.differences.pairing import Sides
from standards.differences.shown import Shown
from standards.differences.statements import Statement
from standards.reviewing.wordings import plain_words

Said = Mapping[str, Iterable[Statement]]
"""Statements by the address of their property."""


@dataclass
class _Draft:
    """What is found of one thing while statements are gone through."""

    codes: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    named: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    narrower: set[str] = field(default_factory=set)

    def content(self, kind: str) -> Content:
        return Content(
            kind,
            frozenset(self.codes),
            frozenset(self.names),
            words(self.named),
            words(self.described),
            frozenset(self.narrower),
        )


def sides(lost: Said, gained: Said, older: frozenset[str], newer: frozenset[str], shown: Shown) -> Sides:
    """Return what each release has that the other has not.

    Parameters
    ----------
    lost, gained
        Statements of the older release and of the newer one that the other does not make.
    older, newer
        Addresses of what only one of them has.
    """
    then, now = _drafts(lost), _drafts(gained)
    shown.read({*older, *newer, *then, *now})
    return Sides(
        older=_contents(then, older, shown),
        newer=_contents(now, newer, shown),
        lost=_parts(then, older, shown),
        gained=_parts(now, newer, shown),
    )


def _contents(drafts: Mapping[str, _Draft], wanted: frozenset[str], shown: Shown) -> dict[str, Content]:
    return {iri: drafts[iri].content(shown.kind(iri)) for iri in sorted(wanted) if iri in drafts}


def _parts(drafts: Mapping[str, _Draft], whole: frozenset[str], shown: Shown) -> dict[str, Content]:
    """Return names and narrower ones of what both releases have."""
    found = ((iri, draft) for iri, draft in sorted(drafts.items()) if iri not in whole)
    return {
        iri: Content(shown.kind(iri), names=frozenset(draft.names), narrower=frozenset(draft.narrower), is_part=True)
        for iri, draft in found
        if draft.names or draft.narrower
    }


def _drafts(said: Said) -> dict[str, _Draft]:
    found: dict[str, _Draft] = {}
    for statement, name in _of(said, TEXTS):
        _take(found.setdefault(statement.subject, _Draft()), name, statement.object)
    for statement, name in _of(said, VALUES):
        if name is Field.CODE:
            found.setdefault(statement.subject, _Draft()).codes.add(statement.object)
    for statement, name in _of(said, LINKS):
        if name is Field.PLACE:
            found.setdefault(statement.object, _Draft()).narrower.add(statement.subject)
    return found


def _of(said: Said, fields: Mapping[str, Field]) -> Iterator[tuple[Statement, Field]]:
    for predicate, name in fields.items():
        for statement in said.get(predicate, ()):
            yield statement, name


def _take(draft: _Draft, name: Field, text: str) -> None:
    if name in NAMES:
        draft.names.add(plain_words(text))
    if name in (Field.LABEL, Field.STATEMENT):
        draft.named.append(text)
    elif name in MEANING:
        draft.described.append(text)
