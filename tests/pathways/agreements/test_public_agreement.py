"""What anybody may read of an agreement as a record: of each version, with dissents and ratifications."""

import csv
import html
import json

import pytest

from ontology.errors import NotFoundError
from ontology.store import KnowledgeBase
from pathways.agreements import (
    MATRICES,
    RECORDS,
    PublicAgreement,
    public_agreement,
    published_matrix,
    published_standard,
)
from pathways.agreements.public_wording import stands
from pathways.agreements.spreadsheet import STATEMENT
from standards.publishing import Mover, withdraw
from tests.pathways.agreements.conftest import agree, publish_next
from tests.standards.agreement.conftest import SLUG, fill


def texts(said: object, key: str = "") -> set[str]:
    """Return the texts in a record, but for addresses and days."""
    if isinstance(said, dict):
        return set().union(*(texts(value, name) for name, value in said.items()))
    if isinstance(said, list):
        return set().union(*(texts(one, key) for one in said))
    return {said} if isinstance(said, str) and key not in ("address", "organization", "day") else set()


def read(base: KnowledgeBase, name: str = SLUG) -> PublicAgreement:
    return public_agreement(published_standard(base, name))


def test_it_has_statements_support_positions_and_ratifications(released: KnowledgeBase) -> None:
    told = read(released)
    charts = told.statements[1]

    assert [(one.code, one.support, one.adopted_by) for one in told.statements] == [
        ("HT-1", "shared", 2),
        ("HT-2", "shared", 2),
        ("HT-9", "shared", 2),
    ]
    assert [(one.name, one.role, one.position, one.reason) for one in charts.positions] == [
        ("Dredge Co", "firm", "dissent", "We use no <paper>"),
        ("Ferry Co", "firm", "endorse", ""),
        ("Tug Co", "firm", "endorse", ""),
    ]
    assert [(one.name, one.reason) for one in told.ratified_by] == [("Seafarers", "A good start")]
    assert (told.refused_by, told.silent_unions, told.firms) == ([], [], 3)
    assert (told.version.name, told.version.status) == ("harbor@1.0", "in force")


def test_dissents_of_one_reason_are_told_once(released: KnowledgeBase) -> None:
    told = read(released)
    ropes, charts, engines = told.statements
    same = told.whole[0].model_copy(update={"position": "dissent", "reason": "Too much"})
    other = same.model_copy(update={"reason": "Too little"})
    statements = tuple(
        one.model_copy(update={"positions": positions})
        for one, positions in ((ropes, (same,)), (charts, (other,)), (engines, (same,)))
    )
    changed = told.model_copy(update={"statements": statements})

    assert [(one.reason, [each.code for each in one.statements]) for one in changed.dissents] == [
        ("Too much", ["HT-1", "HT-9"]),
        ("Too little", ["HT-2"]),
    ]
    assert (changed.dissenting, told.dissenting) == (3, 2)


def test_a_union_that_has_not_spoken_is_named(released: KnowledgeBase) -> None:
    told = read(released).model_copy(update={"whole": ()})

    assert [seat.name for seat in told.silent_unions] == ["Seafarers"]


def test_how_it_stands_is_one_sentence(released: KnowledgeBase) -> None:
    told = read(released)
    (ratified,) = told.whole
    refused = ratified.model_copy(update={"position": "refuse", "name": "Engineers"})

    assert stands(told) == "Ratified by Seafarers; 2 dissents."
    assert stands(told.model_copy(update={"whole": (ratified, refused), "statements": ()})) == (
        "Ratified by Seafarers; refused by Engineers."
    )
    assert stands(told.model_copy(update={"whole": (refused,), "statements": ()})) == "Refused by Engineers."
    assert not stands(told.model_copy(update={"whole": (), "statements": ()}))


def test_nothing_of_the_next_round_is_in_it_until_it_is_published(
    released: KnowledgeBase, ongoing: KnowledgeBase, twice: KnowledgeBase
) -> None:
    assert read(ongoing) == read(released)
    told = read(twice)

    assert [one.wording for one in told.statements][1] == "Read charts on tablets"
    assert [one.reason for one in told.dissents] == ["Tablets get wet", "Two must stand watch"]
    assert [one.reason for one in told.ratified_by] == ["Better still"]


def test_a_spreadsheet_and_a_record_have_nothing_that_the_page_has_not(released: KnowledgeBase) -> None:
    """Every cell and every text of the record is on the page that anybody may read, but for addresses and days."""
    standard = published_standard(released, SLUG)
    told = public_agreement(standard)
    page = html.unescape(MATRICES.find("html").write(published_matrix(standard)).decode())
    rows = list(csv.DictReader(RECORDS.find("csv").write(told).decode().splitlines()))

    assert len(rows) == 1 + len(told.statements)
    cells = {cell for row in rows for column, cell in row.items() if column != "address"}
    assert {one for one in cells | {*rows[0]} - {*STATEMENT} if one not in page} == set()
    record = json.loads(RECORDS.find("json").write(told))
    assert {one for one in texts(record["statements"]) | texts(record["whole"]) if one not in page} == set()


def test_cells_are_no_formulas_and_namesakes_are_told_apart(released: KnowledgeBase) -> None:
    told = read(released)
    first, second, *others = told.organizations
    (ratified,) = told.whole
    whole = ratified.model_copy(update={"organization": second.address, "position": "=HYPERLINK(0)", "reason": ""})
    names = (first, second.model_copy(update={"name": first.name}), *others)
    changed = told.model_copy(update={"organizations": names, "whole": (whole,)})
    header, row, *_ = csv.reader(RECORDS.find("csv").write(changed).decode().splitlines())

    assert len({*header}) == len(header)
    assert row[header.index(f"{first.name} <{second.address}>")] == "'=HYPERLINK(0)"


def test_each_version_has_its_own(twice: KnowledgeBase) -> None:
    first, second = read(twice, "harbor@1.0"), read(twice, "harbor@1.1")

    assert [one.status for one in first.versions] == ["superseded", "in force"]
    assert (first.version.status, second) == ("superseded", read(twice))
    assert [one.reason for one in first.dissents] == ["We use no <paper>", "Two must stand watch"]
    assert [one.reason for one in first.ratified_by] == ["A good start"]


def test_what_was_withdrawn_is_read_by_its_name_only() -> None:
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        publish_next(base)
        withdraw(base, "harbor@1.0", Mover("Ana Ortiz", "A mistake"))

        assert read(base, "harbor@1.0").version.status == "withdrawn"
        with pytest.raises(NotFoundError, match="no version of 'harbor' is in force"):
            read(base)


@pytest.mark.parametrize("name", ["harbor@draft", "harbor@2.0"])
def test_what_was_never_published_is_not_there(ongoing: KnowledgeBase, name: str) -> None:
    with pytest.raises(NotFoundError, match=f"'{name}' was never published; there is harbor@1.0"):
        read(ongoing, name)
