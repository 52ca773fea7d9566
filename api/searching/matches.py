"""Matches: things of any kind that a text finds by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from api.searching.groups import group
from api.searching.names import ThingKind, code_of, find_names, members
from api.searching.search import NameSearch
from api.searching.things import Named, Results
from api.searching.words import words
from ontology.store import KnowledgeBase
from ontology.together import Together
from pathways.occupations.facts import read_codes


class Match(BaseModel):
    """A thing that was found.

    Parameters
    ----------
    matched
        The name that has the words searched for.
    ladder
        Whether ladders can be asked of it.
    """

    model_config = ConfigDict(frozen=True)

    kind: ThingKind
    iri: str
    code: str
    label: str
    matched: str
    ladder: bool = False


class Matches(BaseModel):
    """What was found, kind by kind, the best first.

    Parameters
    ----------
    corrected, near
        As of `api.searching.search.Results`.
    group
        Why these are shown where a code is searched for that no occupation of its own has; else empty.
    """

    model_config = ConfigDict(frozen=True)

    found: tuple[Match, ...] = ()
    corrected: str = ""
    near: bool = False
    group: str = ""


def find(base: KnowledgeBase, kinds: Sequence[ThingKind], text: str, limit: int) -> Matches:
    """Return the things one of whose names has all the words, as they are or corrected, else what is spelled alike.

    Where nothing is, the last words are searched for, which say what somebody is: "combat medic" is a medic; and of a
    code that no occupation of its own has, those that it stands for.

    Parameters
    ----------
    limit
        How many of each kind.
    """
    if not words(text):
        return Matches()
    kind_of = {iri: kind for kind in kinds for iri in members(base, kind)}
    exact = _search(find_names(base, text), kind_of, text, spelled=True)
    if not exact[1].found and ThingKind.OCCUPATION in kinds and (meant := _of_group(base, text, limit)):
        return meant
    # Every name there is has to be read to correct a word: only where nothing has the words as they are.
    named, results = exact if exact[1].found else _search(find_names(base), kind_of, text, spelled=False)
    if not results.found and len(words(text)) > 1:
        return _of_last_words(base, kinds, text, limit)
    # What ladders can be asked of comes first: for somebody who looks for a start, the others are of no use.
    ranked = sorted(results.found, key=lambda one: not named[one.place].leads)
    by_kind = {kind: [one for one in ranked if kind_of[named[one.place].iri] is kind][:limit] for kind in kinds}
    found = [_match(base, kind, named[one.place], one.matched) for kind, few in by_kind.items() for one in few]
    return Matches(found=tuple(found), corrected=results.corrected, near=results.near and bool(found))


def _of_group(base: KnowledgeBase, text: str, limit: int) -> Matches | None:
    """Return the occupations that a code stands for, ``None`` where it stands for none."""
    codes = read_codes(base)
    meant = group(text, codes.values())
    if meant is None:
        return None
    named = [Named(iri, code, code, leads=True) for iri, code in codes.items() if code in meant.codes]
    few = sorted(named, key=lambda one: one.code)[:limit]
    found = tuple(_match(base, ThingKind.OCCUPATION, one, one.code) for one in few)
    return Matches(found=found, group=meant.said)


def _of_last_words(base: KnowledgeBase, kinds: Sequence[ThingKind], text: str, limit: int) -> Matches:
    """Return what has the words of a text without its first, and say that these were searched for."""
    shorter = " ".join(words(text)[1:])
    found = find(base, kinds, shorter, limit)
    return found if found.corrected or not found.found else found.model_copy(update={"corrected": shorter})


def _search(
    named: Sequence[Named], kind_of: Mapping[str, ThingKind], text: str, *, spelled: bool
) -> tuple[Sequence[Named], Results]:
    """Search those of some kinds; a text that is spelled as it should be is not corrected."""
    few = [one for one in named if one.iri in kind_of]
    search = NameSearch(few)
    return few, Results(search.having(text)) if spelled else search.search(text)


def _match(base: KnowledgeBase, kind: ThingKind, named: Named, matched: str) -> Match:
    label = Together(base).names([named.iri]).get(named.iri)
    return Match(
        kind=kind,
        iri=named.iri,
        code=code_of(base, named.iri),
        label=label.value if label else named.iri,
        matched=matched,
        ladder=named.leads,
    )
