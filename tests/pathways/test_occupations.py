from __future__ import annotations

import pytest

from ontology.errors import NotFoundError
from pathways.licenses import license_of
from pathways.snapshot import Snapshot


@pytest.mark.parametrize(
    "text",
    ["51-8010.00", "51-8010", "http://localhost:8000/id/onet/51-8010.00", "Plant Operators", " plant operators "],
)
def test_an_occupation_is_found_by_code_address_or_title(plants: Snapshot, text: str) -> None:
    assert plants.occupations[plants.find(text)].code == "51-8010.00"


def test_an_unknown_title_names_the_nearest(plants: Snapshot) -> None:
    with pytest.raises(NotFoundError, match="Plant Operators"):
        plants.find("plant opperator")


def test_occupations_stand_in_the_order_of_their_codes(plants: Snapshot) -> None:
    codes = [occupation.code for occupation in plants.occupations]
    assert codes == sorted(codes)


def test_licenses_go_by_the_six_digits() -> None:
    assert license_of("29-1141.04") == license_of("29-1141.00") != ""
    assert license_of("51-8010.00") == ""
