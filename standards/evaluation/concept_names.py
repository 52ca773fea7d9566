"""How labeled data names the concepts of a framework: by address, code, label, or another name that only one has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, Self

from rapidfuzz import fuzz, process, utils

from standards.matching import Entry

ALIKE: Final = 80
"""How like a label a name must be, 0 to 100, to be taken for a misspelling of it."""

Named = Mapping[str, frozenset[str]]


class ConceptNames:
    """The concepts that go by a name.

    Parameters
    ----------
    by_name
        Three maps from a name in lower case to concepts, the first one that has a name decides: codes, labels, and
        other names that one concept has alone.
    """

    def __init__(self, addresses: Iterable[str], by_name: tuple[Named, Named, Named], labels: Iterable[str]) -> None:
        self.addresses = frozenset(addresses)
        self.labels = tuple(labels)
        self._by_name = by_name

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Self:
        """Return the names of some concepts.

        Example
        -------
        >>> weld = Entry(iri="http://x/1", label="Welding", alt_labels=("Join metal",), code="W-1")
        >>> names = ConceptNames.of([weld])
        >>> [sorted(names.find(name)) for name in ("w-1", "WELDING", "Join  metal", "http://x/1", "Rigging")]
        [['http://x/1'], ['http://x/1'], ['http://x/1'], ['http://x/1'], []]
        """
        entries = tuple(entries)
        codes = _grouped((entry.code, entry.iri) for entry in entries if entry.code)
        labels = _grouped((entry.label, entry.iri) for entry in entries)
        others = _grouped((name, entry.iri) for entry in entries for name in entry.alt_labels)
        alone = {name: concepts for name, concepts in others.items() if len(concepts) == 1}
        return cls((entry.iri for entry in entries), (codes, labels, alone), (entry.label for entry in entries))

    def find(self, name: str) -> frozenset[str]:
        """Return the concepts that a name stands for, any of which is right; none where it is not known."""
        if name in self.addresses:
            return frozenset((name,))
        key = _key(name)
        return next((named[key] for named in self._by_name if key in named), frozenset())

    def nearest(self, name: str) -> str:
        """Return the label that a name may be a misspelling of, empty where it is like none."""
        found = process.extractOne(
            name, self.labels, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=ALIKE
        )
        return str(found[0]) if found else ""


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, iri in pairs:
        found[_key(name)].add(iri)
    return {name: frozenset(concepts) for name, concepts in found.items()}


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
