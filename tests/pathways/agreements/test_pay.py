"""What a worker reads of pay: of the partnership's region, as its ladder says, and nothing where nothing is known."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ontology.records import Iri, Record, Region, Text, WageObservation
from ontology.store import KnowledgeBase
from pathways.agreements import READINGS, PublishedStandard, WorkersReading, pay_under, published_standard
from pathways.agreements.jobs import workers_reading
from pathways.scopes import Scopes
from standards.encoding import encoded
from standards.sources.publication import new_release
from tests.pathways.agreements.conftest import publish_next
from tests.standards.agreement.conftest import MINT, SLUG, store_panel

WASHINGTON = Region(iri=Iri(MINT("region", "5300000")), label=Text(value="Washington"), code="5300000", kind="state")
NATION = Region(iri=Iri(MINT("region", "0000000")), label=Text(value="National"), code="0000000", kind="nation")


def paid(region: Region, median: float, low: float | None = None, high: float | None = None) -> list[Record]:
    """What sailors are paid in a region."""
    observation = WageObservation(
        iri=Iri(MINT("wages", region.code)),
        occupation=Iri(MINT("soc", "53-5011")),
        region=region.iri,
        period="May 2025",
        source="Survey <of> pay",
        annual_median=median,
        annual_10=low,
        annual_90=high,
    )
    return [region, observation]


def store_pay(base: KnowledgeBase) -> None:
    release = new_release(base.identifiers, "wages", "May 2025", "Pay")
    base.replace(release, (), [encoded([*paid(NATION, 50_000), *paid(WASHINGTON, 61_500, 40_000, 90_000)])])


@pytest.fixture(scope="module")
def base() -> Iterator[KnowledgeBase]:
    """A published standard, and what sailors are paid; of engineers nothing is known."""
    with KnowledgeBase.in_memory() as base:
        store_panel(base)
        publish_next(base)
        store_pay(base)
        yield base


def reading_of(base: KnowledgeBase, region: str) -> WorkersReading:
    """Return the reading of a partnership that names its region by its code; the region need not be described there."""
    standard: PublishedStandard = published_standard(base, SLUG)
    assert standard.partnership
    area = Iri(MINT("region", region)) if region else None
    standard = replace(standard, partnership=standard.partnership.model_copy(update={"region": area}))
    return workers_reading(standard, pay_under(Scopes(base), standard))


def told(reading: WorkersReading) -> list[tuple[str, float | None, str]]:
    return [(job.title, job.pay.median if job.pay else None, job.pay.region if job.pay else "") for job in reading.jobs]


def test_pay_is_that_of_the_region_of_the_partnership(base: KnowledgeBase) -> None:
    assert told(reading_of(base, WASHINGTON.code)) == [("Sailors", 61_500, "Washington")]


@pytest.mark.parametrize("code", ["", "4100000"])
def test_without_a_region_whose_pay_is_loaded_it_is_that_of_the_nation(base: KnowledgeBase, code: str) -> None:
    assert told(reading_of(base, code)) == [("Sailors", 50_000, "National")]


def test_both_pages_say_it_with_place_year_and_source(base: KnowledgeBase) -> None:
    reading = reading_of(base, WASHINGTON.code)
    html, markdown = (READINGS.find(form).write(reading).decode() for form in ("html", "md"))

    assert "<p>Pay: $61,500 a year, most earn $40,000 to $90,000 (Washington, May 2025).</p>" in html
    assert "Source: Survey &lt;of&gt; pay." in html
    assert "Pay: $61,500 a year" in markdown


def test_where_no_pay_is_loaded_nothing_is_said_of_it() -> None:
    with KnowledgeBase.in_memory() as base:
        store_panel(base)
        publish_next(base)
        reading = reading_of(base, WASHINGTON.code)

        assert told(reading) == [("Sailors", None, "")]
        assert "Pay" not in READINGS.find("html").write(reading).decode()
