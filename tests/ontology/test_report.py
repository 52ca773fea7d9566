"""Findings are collected, counted and cited."""

import pytest
from pydantic import ValidationError

from ontology.report import Finding, Report, Severity


def finding(severity: Severity, message: str = "odd") -> Finding:
    return Finding(code="some-rule", severity=severity, message=message)


def test_a_finding_names_place_value_and_remedy() -> None:
    full = Finding(
        code="unknown-code",
        severity=Severity.ERROR,
        message="no such occupation",
        remedy="Look it up.",
        file="jobs.csv",
        row=7,
        column="SOC",
        value="99-9999",
    )

    assert str(full) == "error: jobs.csv, row 7, SOC: no such occupation ('99-9999'). Look it up."


def test_a_finding_in_a_graph_names_node_and_path() -> None:
    found = Finding(code="x", severity=Severity.WARNING, message="odd", node="http://x/1", path="lw:level", value="9")

    assert str(found) == "warning: http://x/1, lw:level: odd ('9')."


def test_a_finding_without_a_place_has_no_empty_one() -> None:
    assert str(finding(Severity.INFO)) == "info: odd."


def test_row_zero_is_a_row() -> None:
    assert "row 0" in str(Finding(code="x", severity=Severity.INFO, message="odd", row=0))


def test_a_finding_is_frozen_and_closed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        finding(Severity.INFO).message = "else"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs"):
        Finding.model_validate({"code": "x", "severity": "info", "message": "m", "line": 3})


def test_a_report_keeps_the_order_in_which_things_were_found() -> None:
    report = Report([finding(Severity.INFO, "first")])
    report.add(finding(Severity.ERROR, "second"))
    report.extend(Report([finding(Severity.WARNING, "third")]))

    assert [found.message for found in report] == ["first", "second", "third"]
    assert len(report) == 3
    assert [found.message for found in report.of(Severity.ERROR)] == ["second"]


@pytest.mark.parametrize("severity", Severity)
def test_only_an_error_refuses(severity: Severity) -> None:
    assert Report([finding(severity)]).refused is (severity is Severity.ERROR)


def test_one_that_stands_for_others_is_cut_short_and_one_alone_is_not() -> None:
    long = [Finding(code="odd", severity=Severity.INFO, message="odd", value=f"{name}{'x' * 200}") for name in "ab"]

    assert Report(long).summary().splitlines()[1] == f"  info: odd ('a{'x' * 149}…'). (the first of 2)"
    assert Report(long[:1]).summary().endswith(f"('a{'x' * 200}').")


def test_the_summary_counts_and_cites_the_gravest_first() -> None:
    report = Report(
        [
            finding(Severity.INFO, "i"),
            finding(Severity.UNKNOWN, "u"),
            finding(Severity.WARNING, "w1"),
            finding(Severity.WARNING, "w2"),
            finding(Severity.ERROR, "e"),
        ]
    )

    assert report.summary(most=3) == (
        "1 error, 2 warnings, 1 unknown (for you to judge), 1 info\n"
        "  error: e.\n  warning: w1.\n  warning: w2.\n  … and 2 more"
    )


def test_the_summary_of_many_findings_gives_a_line_to_those_alike() -> None:
    withdrawn = [
        Finding(
            code="unknown-code",
            severity=Severity.WARNING,
            message="is withdrawn",
            remedy="Nothing is to be done",
            file="pathways.xls",
            row=row,
            column="Code",
            value=f"11-{row}",
        )
        for row in range(1, 1201)
    ]
    report = Report([finding(Severity.INFO), *withdrawn, finding(Severity.ERROR)])

    assert len(report) == 1202
    assert report.summary() == (
        "1 error, 1200 warnings, 1 info\n"
        "  error: odd.\n"
        "  warning: pathways.xls, row 1, Code: is withdrawn ('11-1'). Nothing is to be done (the first of 1,200)\n"
        "  info: odd."
    )
    assert report.summary(most=1).endswith("error: odd.\n  … and 1,201 more")


def test_mild_findings_that_differ_in_file_and_number_share_a_line() -> None:
    withheld = [
        Finding(
            code="withheld", severity=Severity.INFO, message=f"{n},000 are not published", file=f"{n}.csv", column="A"
        )
        for n in range(1, 8)
    ]

    assert Report(withheld).summary() == (
        "7 info\n  info: 1.csv, A: 1,000 are not published. (the first of 7, in 7 files)"
    )
    errors = [one.model_copy(update={"severity": Severity.ERROR}) for one in withheld]
    assert Report(errors).summary().count("error: ") == 5


def test_few_findings_alike_are_all_spelled_out() -> None:
    alike = [Finding(code="x", severity=Severity.ERROR, message="is empty", file="a.csv", row=row) for row in (2, 3)]

    assert "row 3" in Report(alike).summary(most=2)


def test_more_than_three_warnings_alike_share_a_line_even_where_they_are_few() -> None:
    warnings = [
        Finding(code="malformed-value", severity=Severity.WARNING, message="is no number", row=row) for row in range(4)
    ]

    assert Report(warnings).summary(20).splitlines()[1:] == [
        "  warning: row 0: is no number. (the first of 4)",
    ]
    assert len(Report(warnings[1:]).summary(20).splitlines()) == 1 + 3


def test_what_is_only_worth_knowing_shares_a_line_even_where_it_is_little() -> None:
    two = [Finding(code="x", severity=Severity.INFO, message=f"says {row} things", row=row) for row in (2, 3)]
    report = Report([*two, finding(Severity.WARNING)])

    assert report.summary() == "1 warning, 2 info\n  warning: odd.\n  info: row 2: says 2 things. (the first of 2)"
    assert [len(same) for same in report.alike(5)] == [1, 2]


def test_an_empty_report_says_so() -> None:
    assert Report().summary() == "no findings"
    assert not Report().refused
