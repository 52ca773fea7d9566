"""Links of what is published: what the matching engine takes each competency for in classifications, and how surely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass
from typing import Final

from ontology.identifiers import Identifiers
from ontology.namespaces import SKOS
from ontology.records import Competency, Iri, Mapping
from ontology.store import KnowledgeBase
from standards.agreement import Statement
from standards.harmonizing import stored_proposal
from standards.harmonizing.minting import minted

PROPOSED: Final = "Proposed by the matching engine; no person has confirmed it."
"""What a published link says of itself."""

MATCHES: Final = ("exact_matches", "close_matches", "broad_matches", "narrow_matches", "related_matches")
"""Fields of a competency that its own partnership maps it with."""


@dataclass(frozen=True)
class Links:
    """What candidates of a proposal may mean in classifications that were at hand then, for instance O*NET and ESCO.

    Parameters
    ----------
    standard
        Its slug.
    proposed
        By the address of the candidate.
    """

    identifiers: Identifiers
    standard: str
    proposed: Dictionary[Iri, tuple[Mapping, ...]]

    @classmethod
    def read(cls, base: KnowledgeBase, standard: str) -> Links:
        """Return the links of the newest proposal for a standard."""
        proposal = stored_proposal(base, standard)
        return cls(base.identifiers, standard, _grouped(proposal.mappings if proposal else ()))

    def of(self, one: Statement, item: Competency) -> Iterator[Mapping]:
        """Yield the links of the competency that a statement becomes.

        What was found for other words is not said of these: a statement that was reworded has no links. Where the
        partnership maps a competency itself, nothing is proposed beside that.
        """
        if one.reworded or any(getattr(item, name) for name in MATCHES):
            return
        for link in self.proposed.get(one.iri, ()):
            yield link.model_copy(
                update={
                    "iri": minted(self.identifiers, self.standard, "link", item.iri, link.object),
                    "subject": item.iri,
                    "subject_label": item.label.value,
                    "comment": PROPOSED,
                }
            )


def _grouped(mappings: Iterable[Mapping]) -> dict[Iri, tuple[Mapping, ...]]:
    """Return the links to classifications by candidate; what leads from one candidate to another is none."""
    found: dict[Iri, list[Mapping]] = defaultdict(list)
    for one in mappings:
        if one.predicate == str(SKOS.closeMatch):
            found[one.subject].append(one)
    return {candidate: tuple(links) for candidate, links in found.items()}
