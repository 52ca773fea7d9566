"""The names on a ladder in another language, as far as the knowledge base has them.

A thing is called what a release calls it in that language. An occupation that no release names so is called what an
occupation of another classification is that a crosswalk calls exactly the same: ESCO has titles in 28 languages, O*NET
in English. Whatever has no such name keeps the one that it has, and a note says how much that is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from pydantic import BaseModel

from ontology.errors import NotFoundError
from ontology.language_tags import is_language_tag
from ontology.namespaces import OWL, SKOS, SSSOM
from ontology.records import Release, Text
from ontology.store import KnowledgeBase
from pathways.amounts import count
from pathways.records.ladder import Rung, Source
from standards.preferred_language import ENGLISH

CALLED: Final = {
    **{"bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish"},
    **{"et": "Estonian", "fi": "Finnish", "fr": "French", "ga": "Irish", "hr": "Croatian", "hu": "Hungarian"},
    **{"is": "Icelandic", "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese", "nl": "Dutch"},
    **{"no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "sk": "Slovak", "sl": "Slovenian"},
    **{"sv": "Swedish", "ar": "Arabic", "uk": "Ukrainian"},
}
"""What the languages of ESCO are called in English, by tag."""

PROSE: Final = ("title", "description", "notes")
"""Fields of a ladder and of its steps in whose sentences occupations are named."""

_ADDRESS: Final = ("occupation", "competency", "iri")
"""The field that says what a label is of."""

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Names:
    """What things are called in a language, by address.

    Parameters
    ----------
    releases
        Those that the names are from, and those that say what is exactly the same.
    """

    language: str
    labels: Mapping[str, Text]
    releases: tuple[Release, ...]


def in_language(found: M, base: KnowledgeBase, language: str) -> M:
    """Return a ladder, or ways side by side, with all names in a language that there are in it.

    Parameters
    ----------
    language
        BCP 47 tag; one without a region (``pt``) takes names with one (``pt-br``) where there are no others.

    Raises
    ------
    NotFoundError
        Where nothing in the knowledge base is named in the language, with those that there are.
    """
    tag = language.strip().lower()
    if tag == ENGLISH:
        return found
    things = dict(_named(found))
    names = read_names(base, tag, set(things)) if is_language_tag(tag) else Names(tag, {}, ())
    if not names.labels and tag not in (there := languages(base)):
        message = f"nothing here is named in {language!r}; there are names in {', '.join(there) or 'no language'}"
        raise NotFoundError(message)
    rewritten = _Rewriting(names, _rungs(found)).of(found)
    return _noted(rewritten, names, things)


def languages(base: KnowledgeBase) -> list[str]:
    """Return the tags of the languages in which anything in the newest releases is named."""
    query = f"SELECT DISTINCT (LANG(?label) AS ?tag) {{ ?s <{SKOS.prefLabel}> ?label }}"
    found = base.rows(query, [release.iri for release in base.current()])
    return sorted({tag for (tag,) in found if tag})


def read_names(base: KnowledgeBase, language: str, addresses: Collection[str]) -> Names:
    """Return the names of some things in a language: their own first, else those of what is exactly the same."""
    same, matching = _same(base, addresses)
    labels: dict[str, tuple[tuple[bool, bool, str], Text]] = {}
    used: dict[str, Release] = {}
    for release in base.current():
        for iri, text in _labels(base, release, language, {*addresses, *same}):
            for thing in same.get(iri, [iri]):
                order = (thing != iri, text.language != language, text.value)
                if thing in addresses and (thing not in labels or order < labels[thing][0]):
                    labels[thing] = order, text
                    used[thing] = release
    borrowed = any(order[0] for order, _ in labels.values())
    releases = {release.iri: release for release in (*used.values(), *(matching if borrowed else ()))}
    return Names(language, {thing: text for thing, (_, text) in labels.items()}, tuple(releases.values()))


def _labels(
    base: KnowledgeBase, release: Release, language: str, addresses: Iterable[str]
) -> Iterator[tuple[str, Text]]:
    query = (
        f"SELECT ?s (LANG(?label) AS ?tag) ?label {{ VALUES ?s {{ {_values(addresses)} }} "
        f'?s <{SKOS.prefLabel}> ?label FILTER(LANGMATCHES(LANG(?label), "{language}")) }}'
    )
    for iri, tag, label in base.rows(query, [release.iri]):
        yield iri, Text(value=label, language=tag.lower())


def _same(base: KnowledgeBase, addresses: Iterable[str]) -> tuple[dict[str, list[str]], list[Release]]:
    """Return which of some things are exactly the same as a thing of another release, and the releases that say so."""
    found: dict[str, list[str]] = {}
    matching = []
    query = (
        f"SELECT ?theirs ?ours {{ VALUES ?ours {{ {_values(addresses)} }} ?mapping <{OWL.annotatedTarget}> ?ours ; "
        f"<{OWL.annotatedProperty}> <{SKOS.exactMatch}> ; <{OWL.annotatedSource}> ?theirs "
        f"FILTER NOT EXISTS {{ ?mapping <{SSSOM.predicate_modifier}> ?not }} }}"
    )
    for release in base.current():
        rows = list(base.rows(query, [release.iri]))
        matching += [release] if rows else []
        for theirs, ours in sorted(rows):
            found.setdefault(theirs, []).append(ours)
    return found, matching


def _values(addresses: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in sorted(addresses))


def _named(thing: object) -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield the address of everything that has a label, with the kind of record that it is in."""
    if isinstance(thing, tuple):
        for part in thing:
            yield from _named(part)
    elif isinstance(thing, BaseModel):
        if isinstance(getattr(thing, "label", None), Text) and (address := _address(thing)):
            yield address, type(thing)
        for _, value in thing:
            yield from _named(value)


def _address(thing: BaseModel) -> str:
    return next((iri for name in _ADDRESS if (iri := getattr(thing, name, None))), "")


def _rungs(found: BaseModel) -> tuple[Rung, ...]:
    rungs: tuple[Rung, ...] = getattr(found, "rungs", ())
    return rungs


@dataclass(frozen=True)
class _Rewriting:
    """The rewriting of a result: labels, and the titles of occupations where a sentence names them."""

    names: Names
    rungs: tuple[Rung, ...]

    @cached_property
    def titles(self) -> dict[str, str]:
        """Return the new titles of the rungs by their old ones."""
        new = self.names.labels
        return {str(rung.label): str(new[rung.occupation]) for rung in self.rungs if rung.occupation in new}

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Return what finds an old title, the longest that fits."""
        longest = sorted(self.titles, key=len, reverse=True)
        return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})(?!\w)") if longest else None

    def of(self, thing: M) -> M:
        """Return a record with other names."""
        changes = {name: self._value(value, prose=name in PROSE and _tells(thing)) for name, value in thing}
        address = _address(thing)
        if isinstance(changes.get("label"), Text) and address in self.names.labels:
            changes["label"] = self.names.labels[address]
        return thing.model_copy(update=changes)

    def _value(self, value: object, *, prose: bool) -> object:
        if isinstance(value, tuple):
            return tuple(self._value(part, prose=prose) for part in value)
        if isinstance(value, str) and prose and self.pattern:
            return self.pattern.sub(lambda title: self.titles[title[0]], value)
        return self.of(value) if isinstance(value, BaseModel) and not isinstance(value, Text) else value


def _tells(thing: BaseModel) -> bool:
    """Return whether the sentences of a record are ours; what a job is, a release says in its own words."""
    return not isinstance(thing, Rung | Source)


def _noted(found: M, names: Names, things: Mapping[str, type[BaseModel]]) -> M:
    """Return a result that says how much is named in the language, and by whom."""
    jobs = [iri for iri, kind in things.items() if kind is Rung]
    others = [iri for iri, kind in things.items() if kind is not Rung]
    counts = [
        f"{sum(iri in names.labels for iri in listed):,} of {count(len(listed), noun, plural)}"
        for listed, noun, plural in (
            (jobs, "occupation", "occupations"),
            (others, "skill, course or credential", "skills, courses and credentials"),
        )
        if listed
    ]
    called = CALLED.get(names.language.partition("-")[0], "")
    said = f"{called} ({names.language})" if called else f"the language {names.language}"
    whose = ", ".join(release.title.value for release in names.releases)
    note = f"Names are in {said} for {' and '.join(counts)}{f' ({whose})' if whose else ''}; all else is in English."
    known = {source.name for source in getattr(found, "sources", ())}
    added = tuple(source for source in map(_source, names.releases) if source.name not in known)
    return found.model_copy(
        update={
            "notes": (note, *getattr(found, "notes", ())),
            "sources": (*getattr(found, "sources", ()), *added),
        }
    )


def _source(release: Release) -> Source:
    said = release.attribution.value if release.attribution else ""
    return Source(name=release.name, title=release.title.value, attribution=said)
