"""Addresses as CURIEs and back."""

import pytest

from ontology.errors import UnreadableError
from standards.curies import Curies

ESCO = "http://data.europa.eu/esco/skill/"


def test_addresses_come_back() -> None:
    addresses = [f"{ESCO}0a1b", "http://localhost:8000/id/power-generation/PG-SAF-03", "https://example.org/a#b"]
    curies = Curies.of(addresses)

    assert [curies.shorten(address) for address in addresses] == ["skill:0a1b", "power-generation:PG-SAF-03", "a:b"]
    assert [curies.expand(curies.shorten(address)) for address in addresses] == addresses
    assert curies.declared["skill"] == ESCO


def test_two_spaces_of_one_name_are_told_apart() -> None:
    curies = Curies.of(["https://a.org/skill/1", "https://b.org/skill/1"])

    assert curies.shorten("https://a.org/skill/1") == "skill:1"
    assert curies.shorten("https://b.org/skill/1") == "skill2:1"


def test_what_every_reader_knows_is_not_declared() -> None:
    curies = Curies.of(["http://www.w3.org/2004/02/skos/core#exactMatch"])

    assert curies.declared == {}
    assert curies.shorten("http://www.w3.org/2004/02/skos/core#exactMatch") == "skos:exactMatch"


def test_a_prefix_that_is_not_declared() -> None:
    with pytest.raises(UnreadableError, match="'x:1' has a prefix that curie_map does not declare; add it"):
        Curies({}).expand("x:1")
