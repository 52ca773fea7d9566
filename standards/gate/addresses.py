"""Addresses across versions: one that was given up is never given to something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from ontology import integrity
from ontology.named_releases import published_releases
from ontology.namespaces import CEASN, CETERMS, LW, OWL, SKOS, short_name
from ontology.records import Release
from ontology.report import Finding
from ontology.store import KnowledgeBase
from ontology.versions import version_key
from standards.reviewing.wordings import plain_words

ALIKE: Final = 55.0
"""Likeness from which on two wordings are taken for the same thing, 0 to 100.

Of the pairs of different competencies in the embedded example, nineteen in twenty are less alike.
"""

GIVEN: Final = frozenset(map(str, (CETERMS.Occupation, LW.Region)))
"""Classes of what has its address from others, who say what it stands for: O*NET and the Bureau of Labor Statistics."""

NAMING: Final = (SKOS.prefLabel, CEASN.competencyLabel, CEASN.competencyText, CETERMS.name)
"""What says what an item is."""


@dataclass(frozen=True)
class Item:
    """What a version has under one address.

    Parameters
    ----------
    said
        Its label and its statement, as (property, text), in plain words.
    kinds
        Its classes.
    dropped
        Whether the version only keeps it as one that was withdrawn.
    """

    said: frozenset[tuple[str, str]]
    kinds: frozenset[str]
    dropped: bool


def reused_addresses(base: KnowledgeBase, release: Release) -> Iterator[Finding]:
    """Yield the addresses of a release that stand for something else than in the versions published before it.

    One that the version before it has is worth a look where the wordings have little in common; one that it has not,
    or has only as withdrawn, may come back, but for nothing else than it stood for. What stands under addresses that
    others gave, they say: another wording of theirs is worth a look and no more.
    """
    now = _items(base, release)
    earlier = [_items(base, version) for version in _before(base, release)]
    last = earlier[-1] if earlier else {}
    for address, item in sorted(now.items()):
        forerunner = next((items[address] for items in reversed(earlier) if address in items), None)
        if forerunner is None or item.dropped or _is_same(forerunner, item):
            continue
        held = (address in last and not last[address].dropped) or GIVEN & forerunner.kinds & item.kinds
        rule = integrity.rule("another-wording" if held else "reused-address")
        yield rule.broken(address, value=f"{_shown(forerunner)} → {_shown(item)}")


def likeness(one: Item, other: Item) -> float:
    """Return how alike two items are worded, 0 to 100: that of their labels or of their statements, the higher one.

    It is the share of letters that stay when the words of both are put into alphabetical order (rapidfuzz's
    ``token_sort_ratio``).

    Example
    -------
    >>> weld = Item(frozenset({("skos:prefLabel", "weld pipes")}), frozenset(), dropped=False)
    >>> pipes = Item(frozenset({("skos:prefLabel", "pipes weld")}), frozenset(), dropped=False)
    >>> likeness(weld, pipes)
    100.0
    """
    pairs = ((text, its) for name, text in one.said for its_name, its in other.said if name == its_name)
    return max((fuzz.token_sort_ratio(text, its) for text, its in pairs), default=0.0)


def _is_same(forerunner: Item, item: Item) -> bool:
    return bool(forerunner.kinds & item.kinds) and likeness(forerunner, item) >= ALIKE


def _before(base: KnowledgeBase, release: Release) -> list[Release]:
    """Return the published versions that came before a release, the oldest first; before a working copy came all."""
    published = published_releases(base.releases(), release.source)
    if not release.fixed:
        return published
    return [version for version in published if version_key(version.version) < version_key(release.version)]


def _items(base: KnowledgeBase, release: Release) -> Mapping[str, Item]:
    """Return what a version says of all that has a wording, by address."""
    said = _by_address(base, release, " ".join(f"<{name}>" for name in NAMING))
    kinds = _by_address(base, release, "rdf:type")
    dropped = _by_address(base, release, f"<{OWL.deprecated}>")
    return {
        address: Item(
            said=frozenset((short_name(name), plain_words(text)) for name, text in texts),
            kinds=frozenset(kind for _, kind in kinds.get(address, ())),
            dropped=any(value == "true" for _, value in dropped.get(address, ())),
        )
        for address, texts in said.items()
    }


def _by_address(base: KnowledgeBase, release: Release, names: str) -> dict[str, list[tuple[str, str]]]:
    """Return the values of some properties, each with its property, by address."""
    query = f"SELECT ?item ?name ?value {{ VALUES ?name {{ {names} }} ?item ?name ?value }}"
    found: dict[str, list[tuple[str, str]]] = {}
    for item, name, value in base.rows(query, [release.iri]):
        found.setdefault(item, []).append((name, value))
    return found


def _shown(item: Item) -> str:
    """Return one of the wordings of an item, the shortest."""
    return min((text for _, text in item.said), key=lambda text: (len(text), text))
