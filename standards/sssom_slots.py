"""The slots of SSSOM 1.1, in the order of the standard (https://mapping-commons.github.io/sssom)."""

from __future__ import annotations

from typing import Final

COLUMNS: Final = (
    *("record_id", "subject_id", "subject_label", "subject_category", "predicate_id", "predicate_label"),
    *("predicate_modifier", "object_id", "object_label", "object_category", "mapping_justification"),
    *("author_id", "author_label", "reviewer_id", "reviewer_label", "reviewer_agreement", "creator_id"),
    *("creator_label", "license", "subject_type", "subject_source", "subject_source_version", "object_type"),
    *("object_source", "object_source_version", "predicate_type", "mapping_provider", "mapping_source"),
    *("mapping_cardinality", "cardinality_scope", "mapping_tool", "mapping_tool_id", "mapping_tool_version"),
    *("mapping_date", "publication_date", "review_date", "confidence", "curation_rule", "curation_rule_text"),
    *("subject_match_field", "object_match_field", "match_string", "subject_preprocessing"),
    *("object_preprocessing", "similarity_score", "similarity_measure", "see_also", "issue_tracker_item"),
    *("other", "comment"),
)
"""Of a mapping."""

LISTED: Final = frozenset(
    (
        *("author_id", "reviewer_id", "creator_id", "curation_rule", "subject_match_field", "object_match_field"),
        *("subject_preprocessing", "object_preprocessing"),
    )
)
"""Those of them that may hold several addresses."""

REFERENCES: Final = (
    *("record_id", "subject_id", "predicate_id", "object_id", "mapping_justification", "author_id", "reviewer_id"),
    *("creator_id", "subject_source", "object_source", "mapping_source", "mapping_tool_id", "curation_rule"),
    *("subject_match_field", "object_match_field", "subject_preprocessing", "object_preprocessing"),
    "issue_tracker_item",
)
"""Those of them that hold addresses, written as CURIEs."""

NUMBERS: Final = ("confidence", "similarity_score")
"""Those of them that hold a number from 0 to 1."""

SET_SLOTS: Final = (
    *("sssom_version", "mapping_set_id", "mapping_set_version", "mapping_set_source", "mapping_set_title"),
    *("mapping_set_description", "mapping_set_confidence", "creator_id", "creator_label", "license", "subject_type"),
    *("subject_source", "subject_source_version", "object_type", "object_source", "object_source_version"),
    *("predicate_type", "mapping_provider", "cardinality_scope", "mapping_tool", "mapping_tool_id"),
    *("mapping_tool_version", "mapping_date", "publication_date", "subject_match_field", "object_match_field"),
    *("subject_preprocessing", "object_preprocessing", "similarity_measure", "curation_rule"),
    *("curation_rule_text", "see_also", "issue_tracker", "other", "comment"),
)
"""Of a set, beside its prefixes and its mappings."""

SET_REFERENCES: Final = (
    *("creator_id", "subject_source", "object_source", "mapping_tool_id", "subject_match_field"),
    *("object_match_field", "subject_preprocessing", "object_preprocessing", "curation_rule"),
)
"""Those of them that hold addresses, written as CURIEs."""

LISTED_OF_SET: Final = frozenset(
    (
        *("mapping_set_source", "creator_id", "creator_label", "cardinality_scope", "subject_match_field"),
        *("object_match_field", "subject_preprocessing", "object_preprocessing", "curation_rule"),
        *("curation_rule_text", "see_also"),
    )
)
"""Those of them that may hold several values."""
