"""A version has the critical work functions of its occupations, and the tasks that are parts of them."""

import json
from collections.abc import Callable
from pathlib import Path

from ontology.records import Iri, Occupation, Text, WorkFunction, WorkTask
from ontology.store import KnowledgeBase
from standards.agreement import decide, speak
from standards.imports import import_release
from standards.publishing import publish
from standards.publishing.agreed import AgreedStandard
from standards.wire.exporting import export
from tests.standards.agreement.conftest import DANA as AGREED_BY
from tests.standards.agreement.conftest import ROPES, SLUG, fill, motion, stance
from tests.standards.publishing.conftest import DANA, FIRST, Rows, ratify

HARBOR = "http://localhost:8000/id/harbor"
SAILORS = "http://localhost:8000/id/onet/53-5011.00"
TASKS = """id,occupations,function,statement,critical,competencies,source
T-1,53-5011.00,Deck,Make the tug fast to a ship,yes,HT-1,Panel of mates
T-2,53-5011.00,Engine,Start and stop the main engine,no,HT-3 | HT-4,
"""


def local(addresses: tuple[Iri, ...]) -> list[str]:
    return [iri.rsplit("/", 1)[-1] for iri in addresses]


def published(base: KnowledgeBase, folder: Path) -> None:
    import_release(base, "partnership", [folder])
    ratify(base)
    publish(base, "harbor", DANA)


def with_tasks(folder: Path) -> Path:
    (folder / "tasks.csv").write_text(TASKS, encoding="utf-8")
    declared = folder / "partnership.toml"
    declared.write_text(declared.read_text(encoding="utf-8").replace("[files]", '[files]\ntasks = "tasks.csv"', 1))
    return folder


def test_the_functions_are_the_categories_of_the_version_with_their_competencies(twice: KnowledgeBase) -> None:
    found = {
        version: {
            str(one.label): local(one.competencies) for one in twice.records(twice.release(version), WorkFunction)
        }
        for version in ("harbor@1.0", "harbor@1.1")
    }

    assert found == {
        "harbor@1.0": {"Deck": ["HT-1"], "Bridge": ["HT-2"], "Engine": ["HT-3", "HT-4"]},
        "harbor@1.1": {"Deck": ["HT-1", "HT-6"], "Bridge": ["HT-2"], "Engine": ["HT-5"]},
    }


def test_an_occupation_has_the_functions_in_which_something_is_essential_or_a_task_of_it_is(
    written: Callable[[Rows], Path],
) -> None:
    folder = with_tasks(written(FIRST))
    needs = folder / "requirements.csv"
    rows = needs.read_text(encoding="utf-8").splitlines()
    optional = [row.replace("essential", "optional") if "HT-1" not in row else row for row in rows]
    needs.write_text("\n".join([*optional, ""]), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        published(base, folder)
        (sailors,) = base.records(base.release("harbor@1.0"), Occupation)

    assert local(sailors.work_functions) == ["deck", "engine"]


def test_tasks_are_published_with_what_they_take_and_as_ctdl(written: Callable[[Rows], Path]) -> None:
    with KnowledgeBase.in_memory() as base:
        published(base, with_tasks(written(FIRST)))
        tasks = {str(one.notation): one for one in base.records(base.release("harbor@1.0"), WorkTask)}
        nodes = {one["@id"]: one for one in json.loads(export(base, "harbor@1.0", "ctdl"))["@graph"]}

    assert (tasks["T-1"].critical, tasks["T-2"].critical) == (True, False)
    assert local(tasks["T-2"].competencies) == ["HT-3", "HT-4"]
    assert nodes[SAILORS]["ceterms:hasWorkRole"] == [f"{HARBOR}/function/{one}" for one in ("bridge", "deck", "engine")]
    engine, start = nodes[f"{HARBOR}/function/engine"], nodes[f"{HARBOR}/task/T-2"]
    assert (engine["@type"], engine["ceterms:name"]) == ("ceterms:WorkRole", {"en": "Engine"})
    assert engine["ceterms:hasTask"] == [start["@id"]]
    assert [one["ceterms:targetNode"] for one in engine["ceterms:targetCompetency"]] == [
        f"{HARBOR}/HT-3",
        f"{HARBOR}/HT-4",
    ]
    assert start["ceterms:description"] == {"en": "Start and stop the main engine"}
    assert start["ceterms:hasOccupation"] == [SAILORS]
    assert (start["ceterms:hasWorkRole"], start["ceterms:codedNotation"]) == ([engine["@id"]], "T-2")
    assert nodes[f"{HARBOR}/task/T-1"]["ceasn:comment"] == {"en": "Critical. Source: Panel of mates"}
    assert "ceasn:comment" not in start


def test_a_task_takes_only_what_was_agreed() -> None:
    with KnowledgeBase.in_memory() as base:
        fill(base)
        decide(base, SLUG, [motion(base, ROPES, "accept")], AGREED_BY)
        speak(base, SLUG, [stance(base, name, ROPES, "endorse") for name in ("tug-co", "ferry-co")], AGREED_BY)
        taken = tuple(Iri(f"{HARBOR}/{code}") for code in ("HT-0", "HT-1"))
        task = WorkTask(iri=Iri(f"{HARBOR}/task/T-1"), label=Text(value="Make fast"), competencies=taken)
        placed = AgreedStandard.of(base, base.release("harbor@draft")).lineage.placed(task)

    assert isinstance(placed, WorkTask)
    assert local(placed.competencies) == ["HT-1"]
