"""Suggestions as mappings: what statements may mean in a framework, with the evidence for it.

What stands for a machine's suggestion in SSSOM is said here once, for texts of someone's own and for the outcomes of a
program; what people said of it comes on top.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from typing import Final, Protocol

from ontology.identifiers import Identifiers
from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Iri
from standards.matching import Suggestion
from standards.matching.suggestion import Evidence
from standards.sssom import LITERAL, NO_TERM_FOUND, MappingSet, SssomMapping

UNSPECIFIED: Final = "https://w3id.org/sssom/license/unspecified"
"""What SSSOM has for the license of mappings of which nobody has said any. The texts keep their own licenses."""

SUGGESTED: Final = str(SEMAPV.SemanticSimilarityThresholdMatching)
MEASURE: Final = "cosine of the embeddings of statement and matching name"


class Suggested(Protocol):
    """What is suggested, as `Suggestion` has it; what people named has neither confidence nor evidence."""

    @property
    def iri(self) -> Iri:
        """Address of the concept."""

    @property
    def label(self) -> str:
        """Its name."""

    @property
    def confidence(self) -> float | None:
        """0 to 1."""

    @property
    def matched(self) -> str:
        """The name that stands for it in this match."""

    @property
    def common(self) -> tuple[str, ...]:
        """Words of that name that the statement has."""

    @property
    def part(self) -> str:
        """The part of the statement that means it, empty for the whole."""

    @property
    def evidence(self) -> Evidence | None:
        """What each view sees."""


def suggested_mappings(
    identifiers: Identifiers,
    statements: Sequence[str],
    found: Sequence[Sequence[Suggestion]],
    framework: tuple[str, str],
    license: str = UNSPECIFIED,
) -> MappingSet:
    """Return suggestions as a mapping set whose subjects are texts; the same ones have the same address.

    Parameters
    ----------
    found
        Suggestions for each statement; one without any has no counterpart, one that comes again has them once.
    framework
        Address and title.
    license
        Address of the one that the mappings may be used under.
    """
    address, title = framework
    digest = sha256("\n".join((address, *statements)).encode()).hexdigest()[:16]
    return MappingSet(
        mapping_set_id=identifiers.mint("mapping-set", digest),
        mapping_set_title=f"Statements to {title}",
        license=license,
        subject_source="",
        object_source=address,
        mapping_tool=tool(),
        mappings=tuple(_mappings(dict(zip(statements, found, strict=True)))),
    )


def tool() -> str:
    """Return what makes the suggestions, with its version."""
    return f"ladderworks {version('ladderworks')}"


def suggested_mapping(found: Suggested, statement: str, subject: str = "", comment: str = "") -> SssomMapping:
    """Return what is suggested for a statement as a mapping, with the evidence in the slots that the standard has.

    Parameters
    ----------
    subject
        Address of the statement; empty for a text without one.
    """
    evidence = found.evidence
    return SssomMapping(
        subject_id=subject,
        subject_label=statement,
        subject_type="" if subject else LITERAL,
        predicate_id=str(SKOS.closeMatch),
        object_id=found.iri,
        object_label=found.label,
        mapping_justification=SUGGESTED,
        confidence=found.confidence,
        object_match_field=(matched_field(found),) if evidence else (),
        match_string=tuple(found.common),
        similarity_score=evidence.meaning if evidence else None,
        similarity_measure=MEASURE if evidence else "",
        other=other(found),
        comment=comment,
    )


def unmatched_mapping(statement: str, subject: str = "") -> SssomMapping:
    """Return the mapping of a statement that nothing is suggested for; the subject is as `suggested_mapping` has it."""
    return SssomMapping(
        subject_id=subject,
        subject_label=statement,
        subject_type="" if subject else LITERAL,
        predicate_id=str(SKOS.closeMatch),
        object_id=NO_TERM_FOUND,
        object_label="",
        mapping_justification=SUGGESTED,
        mapping_cardinality="1:0",
    )


def matched_field(found: Suggested) -> str:
    """Return the address of the property that holds the name that matched: the concept's own name or another."""
    return str(SKOS.prefLabel if found.matched == found.label else SKOS.altLabel)


def other(found: Suggested) -> str:
    """Return what each view sees, 0 to 1, then the name that matched, and the part of the statement that means it.

    As ``meaning=0.81; words=0.5; …; matched=weld pipes; part=weld``; `Evidence` says what the views are. Empty where
    there is no evidence.
    """
    if found.evidence is None:
        return ""
    seen = [f"{name}={value:g}" for name, value in found.evidence]
    return "; ".join([*seen, f"matched={found.matched}", *([f"part={found.part}"] if found.part else [])])


def why(suggestion: Suggestion) -> str:
    """Return in words which name matched, and which part of a statement that says several things."""
    of_part = f", in {suggestion.part!r}" if suggestion.part else ""
    return f"Matched by the name {suggestion.matched!r}{of_part}"


def _mappings(found: Mapping[str, Sequence[Suggestion]]) -> Iterator[SssomMapping]:
    for statement, suggestions in found.items():
        yield from (suggested_mapping(one, statement, comment=why(one)) for one in suggestions)
        if not suggestions:
            yield unmatched_mapping(statement)
