"""Two members that have one name are told apart by their slugs."""

import csv
import io
from collections.abc import Callable

import pytest

from ontology.errors import RefusedError
from ontology.records import Role
from ontology.store import KnowledgeBase
from standards.agreement import Motion, Stance, decide, read_agreement, speak, write_csv
from standards.agreement.tables import SPOKEN_OF
from tests.standards.agreement.conftest import CHARTS, DANA, ROPES, SLUG, en, firm, members, organization, store_panel
from tests.standards.agreement.handing_in import hand_in, row, send, sheet

Move = Callable[..., Motion]
Say = Callable[..., Stance]


@pytest.fixture
def two(base: KnowledgeBase, move: Move, say: Say) -> KnowledgeBase:
    """Two unions have one name, of which one ratifies and the other refuses; Dredge Co is called Tug Co, too."""
    called = {firm("dredge-co"): "Tug Co"}
    second = organization("seafarers-2", Role.UNION).model_copy(update={"label": en("Seafarers")})
    known = [one.model_copy(update={"label": en(called.get(one.iri, str(one.label)))}) for one in members()]
    store_panel(base, [*known, second])
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    positions = [say("seafarers", "standard", "ratify"), say("seafarers-2", "standard", "refuse", reason="No pay")]
    speak(base, SLUG, positions, DANA)
    return base


def test_each_has_its_own_positions_in_the_sheet(two: KnowledgeBase) -> None:
    rows = sheet(two)
    heads = [*rows[0]][len(SPOKEN_OF) :]

    assert sorted(heads) == [
        "Ferry Co",
        "Harbor College",
        "Seafarers (seafarers)",
        "Seafarers (seafarers-2)",
        "Tug Co (dredge-co)",
        "Tug Co (tug-co)",
    ]
    assert (rows[0]["Seafarers (seafarers)"], rows[0]["Seafarers (seafarers-2)"]) == ("ratify", "refuse: No pay")
    assert hand_in(two, rows) == 0


def test_what_is_filled_in_is_read_back_for_the_one_of_the_column(two: KnowledgeBase) -> None:
    rows = sheet(two)
    row(rows, ROPES).update({"Tug Co (dredge-co)": "dissent: No ropes", "Tug Co (tug-co)": "endorse"})
    assert hand_in(two, rows) == 2

    said = {one.organization: one.taken.word for one in read_agreement(two, SLUG).tallies[ROPES].positions}
    assert said == {firm("dredge-co"): "dissent", firm("tug-co"): "endorse"}


def test_the_words_of_each_stand_in_a_column_of_its_own(two: KnowledgeBase) -> None:
    table = csv.DictReader(io.StringIO(write_csv(read_agreement(two, SLUG)).decode()))
    (charts,) = (line for line in table if line["address"] == CHARTS)

    assert charts["Tug Co (tug-co) says"].startswith("Read charts")
    assert charts["Tug Co (dredge-co) says"].startswith("Chart reading")
    assert charts["Ferry Co says"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "statement,organization,position\nSplice rope and wire,Tug Co,endorse\n",
        "statement,Tug Co,Ferry Co\nSplice rope and wire,endorse,\n",
    ],
)
def test_the_name_alone_means_neither(two: KnowledgeBase, text: str) -> None:
    with pytest.raises(RefusedError) as error:
        send(two, text)
    (found,) = error.value.report

    assert (found.code, found.value) == ("several-so-called", "Tug Co")
    assert found.remedy == "Name one of: Tug Co (dredge-co), Tug Co (tug-co)"


@pytest.mark.parametrize("name", ["tug-co", "Tug-Co", "TUG CO (tug-co)"])
def test_slug_and_name_with_slug_mean_one(two: KnowledgeBase, name: str) -> None:
    assert send(two, f"statement,organization,position\nSplice rope and wire,{name},endorse\n") == 1
    (said,) = read_agreement(two, SLUG).tallies[ROPES].positions

    assert said.organization == firm("tug-co")


def test_a_name_that_is_a_slug_but_for_its_capitals_means_neither(two: KnowledgeBase) -> None:
    whole = read_agreement(two, SLUG).seen[:12]
    for text in (
        "organization,wording_seen,position\n{},{},withdraw\n",
        "statement,wording_seen,{}\nstandard,{},withdraw\n",
    ):
        with pytest.raises(RefusedError, match="several members have this name"):
            send(two, text.format("Seafarers", whole))
        assert send(two, text.format("seafarers", whole)) == (1 if text.startswith("organization") else 0)
