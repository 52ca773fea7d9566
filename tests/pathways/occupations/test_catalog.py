from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import openpyxl
import pytest

from ontology.errors import NotFoundError
from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Iri, Mapping, Occupation, Record, Release, Text
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import OccupationEntry, Occupations, UnknownOccupationError
from pathways.occupations.facts import read_addresses, read_occupations
from pathways.occupations.licenses import license_of, licenses
from pathways.snapshot import Snapshot


@pytest.mark.parametrize(
    "text",
    [
        "51-8010.00",
        "51-8010",
        "http://localhost:8000/id/onet/51-8010.00",
        "Plant Operators",
        " plant operators ",
        "plant operator",
    ],
)
def test_an_occupation_is_found_by_code_address_or_title(plants: Snapshot, text: str) -> None:
    assert plants.occupations[plants.find(text)].code == "51-8010.00"
    assert plants.occupations.knows(text)


def test_a_title_is_found_as_it_is_printed(plants: Snapshot) -> None:
    label = Text(value="Helpers--Fitters")
    entry = plants.occupations[0].model_copy(update={"label": label, "alt_labels": ()})
    found = Occupations((entry,))

    assert str(label) == "Helpers\u2013Fitters"
    assert found.find(str(label)) == found.find(label.value) == found.find("helper fitter") == 0


def test_an_unknown_title_names_the_nearest(plants: Snapshot) -> None:
    with pytest.raises(NotFoundError, match="Plant Operators"):
        plants.find("plant opperator")
    assert not plants.occupations.knows("plant opperator")


def titled(code: str, label: str, *titles: str) -> OccupationEntry:
    return OccupationEntry(iri=Iri(f"http://x/{code}"), code=code, label=Text(value=label), alt_labels=titles)


def test_a_title_that_several_share_names_them_all() -> None:
    found = Occupations.of(
        [
            titled("53-3032.00", "Heavy Truck Drivers", "Truck Driver"),
            titled("43-5011.01", "Freight Forwarders", "Truck Driver"),
        ]
    )
    with pytest.raises(NotFoundError, match=r"Freight Forwarders \(43-5011.01\); Heavy Truck Drivers \(53-3032.00\)"):
        found.find("truck drivers")
    assert not found.knows("truck drivers")


def test_of_several_the_one_in_which_most_people_work_is_named_first() -> None:
    codes = ("11-1000.00", "37-3011.00", "49-9041.00", "49-9071.00")
    found = Occupations.of([titled(code, f"Workers {code[:2]}{code[5]}", "Maintenance Technician") for code in codes])
    employed = np.array([np.nan, 952_640, 439_640, 1_529_700], dtype=np.float32)

    with pytest.raises(UnknownOccupationError) as several:
        found.find("maintenance technician", employed)

    assert re.findall(r"\d\d-\d{4}\.00", str(several.value)) == [codes[3], codes[1], codes[2], codes[0]]
    assert several.value.name == "maintenance technician"


def test_a_title_is_found_by_its_short_form() -> None:
    found = Occupations.of([titled("29-1141.00", "Registered Nurses", "RN (Staff Nurse)")])
    assert [found.find(text) for text in ("RN", "staff nurse", "RN (Staff Nurse)", "registered nurse")] == [0] * 4


def test_an_unknown_address_is_no_misspelled_title(plants: Snapshot) -> None:
    with pytest.raises(NotFoundError, match="once a crosswalk"):
        plants.find("http://data.europa.eu/esco/occupation/none")


def test_an_esco_occupation_is_found_by_its_best_match(
    plant_base: KnowledgeBase, add: Callable[[KnowledgeBase, str, Sequence[Record]], Release]
) -> None:
    theirs, narrower = (f"http://data.europa.eu/esco/occupation/{n}" for n in (1, 2))
    operators, seniors = (plant_base.identifiers.mint("onet", code) for code in ("51-8010.00", "51-8020.00"))
    mapped = [
        (theirs, SKOS.broadMatch, operators),
        (theirs, SKOS.exactMatch, seniors),
        (narrower, SKOS.narrowMatch, operators),
    ]
    titles = {theirs: "plant foremen", narrower: "boiler stokers"}
    add(plant_base, "esco", [Occupation(iri=Iri(iri), label=Text(value=title)) for iri, title in titles.items()])
    add(plant_base, "crosswalk", [mapping(n, *parts) for n, parts in enumerate(mapped)])
    found = read_occupations(plant_base)
    for name in (theirs, "plant foremen", "Plant Foremens"):
        assert found[found.find(name)].code == "51-8020.00"
    for name in (narrower, "boiler stokers"):
        with pytest.raises(NotFoundError):
            found.find(name)
    assert read_addresses(plant_base) == {theirs, *(entry.iri for entry in found)}


def test_a_title_of_another_classification_gives_way_to_our_own() -> None:
    own, other = titled("51-4121.00", "Welders", "Pipe Welder"), titled("47-2152.00", "Plumbers")
    found = Occupations.of([own, other.model_copy(update={"match_labels": ("pipe welder", "sewer builder")})])

    assert [found[found.find(name)].code for name in ("pipe welder", "sewer builder")] == ["51-4121.00", "47-2152.00"]


def mapping(number: int, subject: str, predicate: str, target: str) -> Mapping:
    return Mapping(
        iri=Iri(f"http://x/{number}"),
        subject=Iri(subject),
        predicate=Iri(predicate),
        object=Iri(target),
        justification=Iri(SEMAPV.ManualMappingCuration),
    )


def test_occupations_stand_in_the_order_of_their_codes(plants: Snapshot) -> None:
    codes = [occupation.code for occupation in plants.occupations]
    assert codes == sorted(codes)


def test_every_licensed_occupation_is_in_the_taxonomy(data: Path, needs: Callable[[Path], Path]) -> None:
    workbook = needs(data / "crosswalks/soc_2018/soc_structure_2018.xlsx")
    titles = openpyxl.load_workbook(BytesIO(workbook.read_bytes())).active
    assert titles is not None
    codes = {str(cell) for row in titles.iter_rows(values_only=True) for cell in row if cell}
    assert licenses().keys() <= codes


def test_licenses_go_by_the_six_digits() -> None:
    assert license_of("29-1141.04") == license_of("29-1141.00") != ""
    assert license_of("51-8010.00") == ""


def test_a_military_or_residual_title_alone_leaves_open_who_is_meant() -> None:
    found = Occupations.of(
        [
            titled("55-2013.00", "First-Line Supervisors of All Other Tactical Operations Specialists", "Manager"),
            titled("11-9051.00", "Food Service Managers"),
            titled("11-1021.00", "General and Operations Managers"),
            titled("27-2099.00", "Entertainers, All Other", "Clown"),
        ]
    )
    with pytest.raises(UnknownOccupationError, match=r"General and Operations Managers \(11-1021.00\); Food.*Tactical"):
        found.find("manager", np.array([9, 1, 0, 20], dtype=np.float32))
    assert found[found.find("clown")].code == "27-2099.00"
