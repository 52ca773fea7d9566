"""Cross-fitting: nothing of a field decides how the engine weighs that links its texts."""

import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest

from standards.evaluation import AnnotatedSet, AnnotatedText, Engine, Measure, Unit
from standards.matching import fitted
from standards.matching.confidence import Curve
from training import calibrating, crossfit
from training.crossfit import EVEN, HELD_OUT, SHIPPED, CrossFitted, Fit, cross_fit, engine_of, fit_without, without
from training.examples import Domain, Examples, Text

NEVER = Curve(**dict.fromkeys(Curve.model_fields, 0) | {"even": -9})
ALWAYS = NEVER.model_copy(update={"even": 9})


@pytest.fixture
def fields(domain: Domain, monkeypatch: pytest.MonkeyPatch) -> list[Domain]:
    """Two fields of one framework, of which one text is in both."""
    monkeypatch.setattr(calibrating, "SIZES", {})
    (texts,) = domain.sets
    return [replace(domain, name="one", sets=(texts[:4],)), replace(domain, name="two", sets=(texts[3:],))]


def annotated(fields: Sequence[Domain]) -> list[AnnotatedSet]:
    return [
        AnnotatedSet(of.name, Unit.SENTENCE, tuple(AnnotatedText(t.text, t.text, t.answers) for t in of.texts))
        for of in fields
    ]


def test_every_module_weighs_as_it_was_fitted_and_no_longer() -> None:
    shipped = fitted.WEIGHTS, fitted.CURVE
    modules = [module for name, module in sys.modules.items() if name.startswith(crossfit.USERS)]
    users = [module for module in modules if getattr(module, "WEIGHTS", None) is fitted.WEIGHTS]
    assert {user.__name__ for user in users} >= {"standards.matching.views", "training.weighing"}

    with engine_of(Fit(EVEN, NEVER)):
        assert all(user.WEIGHTS is EVEN for user in users)
        assert [m for m in modules if getattr(m, "CURVE", None) is shipped[1]] == []

    assert all(user.WEIGHTS is shipped[0] for user in users)
    assert fitted.CURVE is shipped[1]


def test_a_field_leaves_with_the_texts_that_it_shares(fields: list[Domain]) -> None:
    (other,) = without("one", fields)

    assert other.name == "two"
    assert {text.text for text in other.texts} == {text.text for text in fields[1].texts[1:]}


def test_the_answers_of_a_field_do_not_matter_to_what_is_fitted_without_it(fields: list[Domain]) -> None:
    payroll = frozenset({frozenset({"http://x/pay"})})
    wrong = tuple(Text(text.text, payroll) for text in fields[0].texts)
    poisoned = [replace(fields[0], sets=(wrong,)), fields[1]]

    assert fit_without("one", poisoned, 0) == fit_without("one", fields, 0)
    assert fit_without("two", poisoned, 0) != fit_without("two", fields, 0)


def test_each_text_is_linked_by_the_engine_that_has_not_seen_it(fields: list[Domain]) -> None:
    first, second = (of.texts[-1].text for of in fields)
    fits = {"one": Fit(EVEN, ALWAYS), "two": Fit(EVEN, NEVER)}
    found = CrossFitted(fits, {first: "one", second: "two"}, fields[0].entries).rank([second, first], 2)

    assert [round(ranked.confidences[0], 2) for ranked in found] == [0, 1]


def test_both_engines_are_measured_on_the_same_texts(fields: list[Domain]) -> None:
    said: list[str] = []
    found = cross_fit("six skills", fields, annotated(fields), 0, said.append)

    assert [line for line in said if line.startswith("fitting")] == ["fitting without one", "fitting without two"]
    assert found.methods == (HELD_OUT, SHIPPED)
    assert [of.name for of in found.sets] == ["one", "two", "all texts"]
    assert all(found.score(found.sets[-1], method, Measure.ECE) for method in found.methods)
    assert found.speeds == ()


def test_what_is_shipped_is_measured_as_it_is(fields: list[Domain]) -> None:
    sets = annotated(fields)
    found = cross_fit("six skills", fields, sets, 0, lambda _: None)
    score = found.score(found.sets[0], SHIPPED, Measure.MRR)
    ranked = Engine(fields[0].entries).rank([text.text for text in sets[0].texts], 10)
    right = [next(iter(text.answers)) for text in sets[0].texts]
    places = [
        next(n for n, c in enumerate(of.concepts, 1) if c in answer) for of, answer in zip(ranked, right, strict=True)
    ]

    assert score is not None
    assert score.value == pytest.approx(sum(1 / place for place in places) / len(places), abs=1e-4)


def test_a_field_that_is_not_there_is_named(
    fields: list[Domain], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crossfit, "read_examples", lambda _: Examples(tuple(fields), {}))
    monkeypatch.setattr(sys, "argv", ["crossfit", "three"])

    with pytest.raises(SystemExit):
        crossfit.main()
    assert "there is no field three; there are one, two" in capsys.readouterr().err
