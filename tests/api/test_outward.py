"""What leaves this machine does not link to it."""

import pytest

from api.example import import_example
from api.outward import is_local, write_outward
from ontology.store import KnowledgeBase
from pathways.formats import FORMATS
from pathways.ladders.building import sector
from pathways.records.ladder import Ladder
from pathways.scopes import Scopes

NAMING = ("csv", "json", "jsonld", "png", "ttl")
"""Forms in which nobody follows a link."""


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    with KnowledgeBase.in_memory() as base:
        import_example(base)
        return sector(Scopes(base).national, "power-generation")


@pytest.mark.parametrize("extension", sorted({form.extension for form in FORMATS} - {*NAMING}))
def test_no_form_that_people_read_links_to_this_machine(ladder: Ladder, extension: str) -> None:
    assert b"//localhost" not in write_outward(ladder, extension)


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "127.8.9.1:80", "0.0.0.0:8000", "[::1]:8000", "[::]"])
def test_a_machine_has_many_names_for_itself(host: str) -> None:
    assert is_local(f"http://{host}/id/onet/29-1141.00")


@pytest.mark.parametrize("address", ["https://ladders.example/id/x", "http://10.0.0.7/x", "urn:x", ""])
def test_what_others_reach_is_not_local(address: str) -> None:
    assert not is_local(address)
