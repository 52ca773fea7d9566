"""Lines: what several indexes are asked is read once and answered as if each had read it."""

from collections.abc import Sequence

import pytest
from threadpoolctl import ThreadpoolController

from ontology.records import Iri
from standards.matching import Entry, Index, Lines
from standards.matching.lines import BLOCK, Spoken

SAID = ["Weld pipes and read prints", "Ran the payroll", "3. Use PPE", "", "weld, weld, weld"]


def index(*names: str) -> Index:
    return Index.of([Entry(iri=Iri(f"http://x/{at}"), label=name) for at, name in enumerate(names)])


@pytest.mark.parametrize("said", [SAID, [], ["..."], [f"Weld pipe {n}" for n in range(2 * BLOCK + 1)]])
def test_lines_are_answered_as_statements_are(said: list[str]) -> None:
    lines = Lines(said)
    for each in (index("Welding", "Payroll"), index("Personal protective equipment"), index()):
        assert each.match(lines, top=3) == each.match(said, top=3)


def test_lines_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Sequence[str]] = []
    of = Spoken.of

    def noted(block: Sequence[str]) -> Spoken:
        read.append(block)
        return of(block)

    monkeypatch.setattr(Spoken, "of", noted)
    lines = Lines(SAID[:2])
    index("Welding").match(lines)
    index("Payroll").match(lines)
    assert read == [["Weld pipes and read prints", "Weld pipes", "read prints", "Ran the payroll"]]


def threads() -> set[int]:
    """How many threads each library of numpy computes in now."""
    return {each["num_threads"] for each in ThreadpoolController().info() if "numpy" in each["filepath"]}


def test_matching_computes_in_one_thread_and_leaves_others_be(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[int]] = []
    of, before = Spoken.of, threads()

    def noted(block: Sequence[str]) -> Spoken:
        seen.append(threads())
        return of(block)

    monkeypatch.setattr(Spoken, "of", noted)
    index("Welding").match(SAID)
    assert seen == [{1}]
    assert threads() == before


@pytest.mark.parametrize(("top", "least"), [(1, 0.0), (3, 0.0), (3, 0.5)])
def test_a_glance_finds_the_same_without_the_evidence(top: int, least: float) -> None:
    found = index("Welding", "Payroll", "Print reading")
    matched = found.match(SAID, top=top, least=least)
    brief = [tuple((s.iri, s.label, s.confidence) for s in own) for own in matched]
    assert found.glance(Lines(SAID), top=top, least=least) == brief
    assert any(brief)
