"""A standard's skills name the occupations that need them and the credentials that attest them."""

import csv
import io
import json
from collections.abc import Iterator

import pytest

from ontology.store import KnowledgeBase
from standards.publishing import publish
from standards.wire.rsd.library import Library
from standards.wire.rsd.stored import stored_library
from standards.wire.rsd.table import write_table
from tests.standards.agreement.conftest import SAILOR, SLUG, fill
from tests.standards.agreement.rounds import ANA, agree, ratify


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        ratify(base)
        publish(base, SLUG, ANA)
        yield stored_library(base, SLUG)


def test_a_skill_names_what_needs_it_and_what_attests_it(library: Library) -> None:
    ropes = next(one for one in library.skills if one.iri.endswith("/HT-1"))

    assert [json.loads(one) for one in ropes.occupations] == [
        {"code": "53-5011.00", "targetNode": SAILOR, "targetNodeName": "Sailors"}
    ]
    assert [json.loads(one)["name"] for one in ropes.certifications] == ["Able Seaman"]


def test_the_table_has_them_in_their_columns(library: Library) -> None:
    rows = {row["RSD Name"]: row for row in csv.DictReader(io.StringIO(write_table(library).decode()))}

    assert rows["Rope Splicing"]["O*Net Job Codes"] == "53-5011.00"
    assert rows["Rope Splicing"]["Certifications"] == "Able Seaman"
