"""Records are frozen, checked, and tied to RDF field by field."""

import pytest
from pydantic import TypeAdapter, ValidationError
from rdflib import URIRef

from ontology.records import Iri, Occupation, Record, SkillRequirement, Text, WageObservation, YearMonth, rdf_fields


def test_every_field_has_a_property(record_class: type[Record]) -> None:
    assert set(rdf_fields(record_class)) == set(record_class.model_fields) - {"iri"}
    assert {type(field.predicate) for field in rdf_fields(record_class).values()} == {URIRef}


def test_no_two_fields_share_a_property(record_class: type[Record]) -> None:
    predicates = [field.predicate for field in rdf_fields(record_class).values()]

    assert len(set(predicates)) == len(predicates)


def test_records_are_frozen_and_closed(record_class: type[Record]) -> None:
    assert record_class.model_config["frozen"]
    assert record_class.model_config["extra"] == "forbid"
    assert record_class.types


def test_records_survive_json(examples: list[Record]) -> None:
    assert [type(record).model_validate_json(record.model_dump_json()) for record in examples] == examples


@pytest.mark.parametrize(
    "iri", ["http://localhost:8000/id/x", "urn:isbn:1", "http://data.europa.eu/esco/skill/é", "mailto:a@example.org"]
)
def test_an_address_is_absolute(iri: str) -> None:
    assert TypeAdapter(Iri).validate_python(iri) == iri


@pytest.mark.parametrize(
    "iri", ["", "nurse", "/id/x", "http://x/a b", "http://x/<a>", 'http://x/"', "http://x/\n", "1:x"]
)
def test_anything_else_is_no_address(iri: str) -> None:
    with pytest.raises(ValidationError, match="should match pattern"):
        TypeAdapter(Iri).validate_python(iri)


@pytest.mark.parametrize("month", ["2023", "2023-13", "2023-00", "23-01", "2023-08-01", "٢٠٢٣-08", " 2023-08"])
def test_a_month_has_a_year_and_two_digits(month: str) -> None:
    with pytest.raises(ValidationError, match="should match pattern"):
        TypeAdapter(YearMonth).validate_python(month)


@pytest.mark.parametrize("language", ["", "EN", "e", "en_US", "english"])
def test_a_language_is_a_lower_case_tag(language: str) -> None:
    with pytest.raises(ValidationError, match="should match pattern"):
        Text(value="nurse", language=language)


REQUIREMENT = {"iri": "http://x/1", "occupation": "http://x/2", "competency": "http://x/3"}
WAGE = {"iri": "http://x/1", "occupation": "http://x/2", "region": "http://x/3", "period": "2024"}


@pytest.mark.parametrize("importance", [0.99, 5.01, float("nan"), float("inf")])
def test_importance_is_from_1_to_5(importance: float) -> None:
    with pytest.raises(ValidationError, match="importance"):
        SkillRequirement.model_validate({**REQUIREMENT, "importance": importance})


@pytest.mark.parametrize("level", [-0.01, 7.01, float("nan")])
def test_level_is_from_0_to_7(level: float) -> None:
    with pytest.raises(ValidationError, match="level"):
        SkillRequirement.model_validate({**REQUIREMENT, "level": level})


@pytest.mark.parametrize("zone", [0, 6, 2.5])
def test_job_zone_is_from_1_to_5(zone: float) -> None:
    with pytest.raises(ValidationError, match="job_zone"):
        Occupation.model_validate({"iri": "http://x/1", "label": Text(value="nurse"), "job_zone": zone})


@pytest.mark.parametrize("pay", [-1, float("inf"), float("nan")])
def test_pay_is_a_number_that_is_not_negative(pay: float) -> None:
    with pytest.raises(ValidationError, match="annual_median"):
        WageObservation.model_validate({**WAGE, "annual_median": pay})


@pytest.mark.parametrize("missing", ["region", "period", "occupation"])
def test_pay_without_place_or_time_is_refused(missing: str) -> None:
    with pytest.raises(ValidationError, match=missing):
        WageObservation.model_validate({key: value for key, value in WAGE.items() if key != missing})
