"""Records to test with: how hypothesis draws each class, and an example of each."""

import string
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import strategies as st

from ontology import records
from ontology.records import (
    Candidate,
    Caution,
    Competency,
    CompetencyKind,
    Decision,
    DecisionKind,
    Endorsement,
    Footing,
    Iri,
    JobRequirement,
    LearningOutcome,
    Organization,
    OutcomeMeasure,
    OutcomeObservation,
    Position,
    PublicationStatus,
    Rating,
    RdfField,
    Record,
    Release,
    RequirementType,
    Review,
    Role,
    SkillRequirement,
    StatusChange,
    Support,
    TeachingLevel,
    Text,
    Verdict,
    YearMonth,
    rdf_fields,
)
from tests.ontology.example_records import example_records

Values = st.SearchStrategy[Any]

RECORDS = [
    thing
    for name in records.__all__
    if isinstance(thing := getattr(records, name), type) and issubclass(thing, Record) and thing is not Record
]
CHOICES = {
    (Candidate, "support"): Support,
    (Competency, "kind"): CompetencyKind,
    (Competency, "support"): Support,
    (Decision, "kind"): DecisionKind,
    (Decision, "relation"): RequirementType,
    (Endorsement, "position"): Position,
    (LearningOutcome, "level"): TeachingLevel,
    (Organization, "roles"): Role,
    (OutcomeObservation, "measure"): OutcomeMeasure,
    (Rating, "cautions"): Caution,
    (Review, "verdict"): Verdict,
    (Release, "status"): PublicationStatus,
    (StatusChange, "status"): PublicationStatus,
    (SkillRequirement, "cautions"): Caution,
    (Footing, "relation"): RequirementType,
    (JobRequirement, "relation"): RequirementType,
    (SkillRequirement, "relation"): RequirementType,
}


@pytest.fixture(scope="session", params=RECORDS, ids=lambda record: record.__name__)
def record_class(request: pytest.FixtureRequest) -> type[Record]:
    """Each record class in turn."""
    record: type[Record] = request.param
    return record


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LANGUAGES = st.sampled_from(["en", "es", "de-ch", "zh-hant"])
ADDRESSES = st.text(string.ascii_letters + string.digits + "-._~é東", max_size=8).map(
    lambda tail: Iri(f"http://example.org/{tail}")
)
DRAWN: dict[type, Callable[[float, float], Values]] = {
    Iri: lambda _low, _high: ADDRESSES,
    Text: lambda _low, _high: st.builds(Text, value=ANY_TEXT, language=LANGUAGES),
    YearMonth: lambda _low, _high: st.dates().map(lambda day: YearMonth(f"{day:%Y-%m}".zfill(7))),
    str: lambda _low, _high: ANY_TEXT,
    bool: lambda _low, _high: st.booleans(),
    int: lambda low, high: st.integers(int(low), int(high)),
    float: st.floats,
    date: lambda _low, _high: st.dates(),
    datetime: lambda _low, _high: st.datetimes(timezones=st.just(UTC)),
}


def limits(record: type[Record], name: str) -> dict[str, Any]:
    """Return the limits that a record sets on a field: ``minimum``, ``maximum``, ``pattern``."""
    schema = record.model_json_schema()["properties"][name]
    return {key: value for form in schema.get("anyOf", [schema]) for key, value in form.items()}


def drawn_field(record: type[Record], field: RdfField) -> Values:
    limit = limits(record, field.name)
    if (record, field.name) in CHOICES:
        one: Values = st.sampled_from([Iri(choice) for choice in CHOICES[record, field.name]])
    elif field.python is str and "pattern" in limit:
        one = st.from_regex(limit["pattern"].replace("$", r"\Z"))
    else:
        one = DRAWN[field.python](limit.get("minimum", -1e9), limit.get("maximum", 1e9))
    if field.many:
        return st.lists(one, min_size=limit.get("minItems", 0), max_size=3, unique_by=str).map(tuple)
    return st.none() | one if record.model_fields[field.name].default is None else one


def drawn(record: type[Record]) -> Values:
    fields = {name: drawn_field(record, field) for name, field in rdf_fields(record).items()}
    return st.builds(record, iri=ADDRESSES, **fields)


for record in RECORDS:
    st.register_type_strategy(record, drawn(record))


@pytest.fixture(scope="session")
def examples() -> list[Record]:
    """An example of every record class, by class name."""
    return example_records()
