"""One tree of errors; each is also the error of the standard library that fits."""

import re

import pytest

from ontology import errors
from ontology.errors import LadderworksError, RefusedError
from ontology.report import Finding, Report, Severity

CLASSES = [thing for thing in vars(errors).values() if isinstance(thing, type)]


def drawn() -> dict[str, str]:
    """The tree at the top of the module: each error with its own base."""
    above: list[str] = []
    found = {}
    for line in (errors.__doc__ or "").splitlines()[2:]:
        if match := re.match(r"([├└│─ ]*)(\w+Error)", line):
            depth = len(match[1]) // 4
            above[depth:] = [match[2]]
            found[match[2]] = above[depth - 1] if depth else "Exception"
    return found


def test_the_drawn_tree_is_the_real_one() -> None:
    assert drawn() == {error.__name__: error.__bases__[0].__name__ for error in CLASSES}


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("InputError", ValueError),
        ("MissingFileError", FileNotFoundError),
        ("BoundError", ValueError),
        ("UnreadableError", ValueError),
        ("NotFoundError", LookupError),
        ("UnsupportedError", NotImplementedError),
        ("InconsistentError", ValueError),
        ("StoreError", OSError),
        ("CrowdedError", OSError),
        ("BusyError", OSError),
        ("WriteError", OSError),
    ],
)
def test_an_error_is_caught_as_the_one_that_fits(name: str, fits: type[Exception]) -> None:
    error = getattr(errors, name)("message")

    assert isinstance(error, fits)
    assert isinstance(error, LadderworksError)
    assert str(error) == "message"


def test_a_refusal_carries_its_report() -> None:
    report = Report([Finding(code="unknown-code", severity=Severity.ERROR, message="no such code", row=2)])

    error = RefusedError(report)

    assert error.report is report
    assert str(error) == "1 error\n  error: row 2: no such code."
