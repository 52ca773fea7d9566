"""Suggestions as a mapping set: what statements in someone's own words mean, with the evidence for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from typing import Final

from ontology.identifiers import Identifiers
from ontology.namespaces import SEMAPV, SKOS
from standards.matching import Suggestion
from standards.sssom import LITERAL, NO_TERM_FOUND, MappingSet, SssomMapping

LICENSE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
"""Of the mappings themselves: a machine's suggestions are nobody's work. The texts keep their own licenses."""

SUGGESTED: Final = str(SEMAPV.SemanticSimilarityThresholdMatching)
MEASURE: Final = "cosine of the embeddings of statement and matching name"


def suggested_mappings(
    identifiers: Identifiers,
    statements: Sequence[str],
    found: Sequence[Sequence[Suggestion]],
    framework: tuple[str, str],
) -> MappingSet:
    """Return suggestions as a mapping set whose subjects are texts; the same ones have the same address.

    Parameters
    ----------
    found
        Suggestions for each statement; one without any has no counterpart, one that comes again has them once.
    framework
        Address and title.
    """
    address, title = framework
    digest = sha256("\n".join((address, *statements)).encode()).hexdigest()[:16]
    return MappingSet(
        mapping_set_id=identifiers.mint("mapping-set", digest),
        mapping_set_title=f"Statements to {title}",
        license=LICENSE,
        subject_source="",
        object_source=address,
        mapping_tool=f"ladderworks {version('ladderworks')}",
        mappings=tuple(_mappings(dict(zip(statements, found, strict=True)))),
    )


def matched_field(suggestion: Suggestion) -> str:
    """Return the address of the property that holds the name that matched: the concept's own name or another."""
    return str(SKOS.prefLabel if suggestion.matched == suggestion.label else SKOS.altLabel)


def views(suggestion: Suggestion) -> str:
    """Return what each view sees, 0 to 1: ``meaning=0.81; words=0.5; …``; `Evidence` says what they are."""
    return "; ".join(f"{name}={value:g}" for name, value in suggestion.evidence)


def why(suggestion: Suggestion) -> str:
    """Return in words which name matched, and which part of a statement that says several things."""
    of_part = f", in {suggestion.part!r}" if suggestion.part else ""
    return f"Matched by the name {suggestion.matched!r}{of_part}"


def _mappings(found: Mapping[str, Sequence[Suggestion]]) -> Iterator[SssomMapping]:
    for statement, suggestions in found.items():
        yield from (_mapping(statement, suggestion) for suggestion in suggestions)
        if not suggestions:
            yield _unmatched(statement)


def _mapping(statement: str, suggestion: Suggestion) -> SssomMapping:
    return SssomMapping(
        subject_id="",
        subject_label=statement,
        subject_type=LITERAL,
        predicate_id=str(SKOS.closeMatch),
        object_id=suggestion.iri,
        object_label=suggestion.label,
        mapping_justification=SUGGESTED,
        confidence=suggestion.confidence,
        object_match_field=matched_field(suggestion),
        match_string="|".join(suggestion.common),
        similarity_score=suggestion.evidence.meaning,
        similarity_measure=MEASURE,
        other=views(suggestion),
        comment=why(suggestion),
    )


def _unmatched(statement: str) -> SssomMapping:
    return SssomMapping(
        subject_id="",
        subject_label=statement,
        subject_type=LITERAL,
        predicate_id=str(SKOS.closeMatch),
        object_id=NO_TERM_FOUND,
        object_label="",
        mapping_justification=SUGGESTED,
        mapping_cardinality="1:0",
    )
